/*
 * ttyterm.h - the terminal of tty.h: libvterm's screen and keyboard, and nothing else knows
 * libvterm.
 */
#ifndef CAREER_TESTS_TTYTERM_H
#define CAREER_TESTS_TTYTERM_H

#include "career/base/buf.h"
#include "tty.h"

struct ttyterm;

/* What the terminal has to say (keys, answers to questions) is appended to *out, which must
 * outlive it. */
struct ttyterm *ttyterm_new(int rows, int cols, struct buf *out);
void ttyterm_del(struct ttyterm *v);
void ttyterm_feed(struct ttyterm *v, const char *bytes, size_t len);
void ttyterm_resize(struct ttyterm *v, int rows, int cols);

/* One key by its name as in tty_keys; false when no key is called so. */
bool ttyterm_press(struct ttyterm *v, const char *name);
void ttyterm_paste(struct ttyterm *v, const char *text);
void ttyterm_mouse(struct ttyterm *v, int button, int y, int x);

void ttyterm_size(const struct ttyterm *v, int *rows, int *cols);
struct tty_cell ttyterm_cell(const struct ttyterm *v, int y, int x);
bool ttyterm_cursor(const struct ttyterm *v, int *y, int *x); /* whether it is visible */
bool ttyterm_alternate(const struct ttyterm *v);              /* the alternate screen is shown */

#endif
