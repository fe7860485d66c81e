/*
 * tty.h - a real program on a pseudo-terminal, its screen rendered by libvterm.
 *
 * Nothing here sleeps or waits for silence. tty_start returns when the program has taken the
 * terminal over (or has ended). What is sent is followed, in the same write, by a private query
 * that the program answers when all input before it is read and the frame is drawn
 * (career/ui/term.h, term_sync_reply); the calls marked "settles" return at the answer. Whatever
 * takes longer than TTY_SECONDS fails the test and shows the screen.
 *
 * Rows and columns count from 0. Strings that are returned are good until the next call of the same
 * function.
 */
#ifndef CAREER_TESTS_TTY_H
#define CAREER_TESTS_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { TTY_SECONDS = 60 };

struct tty_opts {
	const char *const *argv; /* [0] is the program's path; ends in NULL */
	/* "NAME=value" sets, "NAME" removes; ends in NULL; may be NULL. Before it:
	 * TERM=xterm-256color, LC_ALL=C.UTF-8, CAREER_TEST_SYNC=1, and no LINES, COLUMNS,
	 * NO_COLOR, COLORFGBG. */
	const char *const *env;
	int rows, cols; /* 0: 24 x 80 */
	/* The program is a job of a small shell, so that it can be stopped and continued; else
	 * it is leader of its session. */
	bool job;
};

struct tty;

struct tty *tty_start(const struct tty_opts *o);
/* Kills what still runs. */
void tty_end(struct tty *t);
pid_t tty_pid(const struct tty *t); /* of the program */

/* --- sending ---- */

/* Raw, in one write when it fits; does not settle. */
void tty_send(struct tty *t, const char *bytes, size_t len);
void tty_sync(struct tty *t); /* settles */
/* Names between blanks, as libvterm's keyboard sends them: "j Down Enter ^R M-x Space F1 S-Tab";
 * settles. */
void tty_keys(struct tty *t, const char *names);
void tty_type(struct tty *t, const char *text);  /* as typed; settles */
void tty_paste(struct tty *t, const char *text); /* as pasted; settles */
/* Presses and releases a button at a cell, as far as the program has the mouse on: 1 left, 4
 * wheel up, 5 wheel down; settles. */
void tty_mouse(struct tty *t, int button, int y, int x);
void tty_resize(struct tty *t, int rows, int cols); /* settles */
/* The same without waiting, for storms. */
void tty_resize_only(struct tty *t, int rows, int cols);
void tty_hang_up(struct tty *t); /* the terminal vanishes; only tty_wait and tty_end are left */

/* Reads until the text stands on the screen (programs without sync; Esc alone). */
void tty_until(struct tty *t, const char *text);
/* Reads until the text stands there no more. */
void tty_until_gone(struct tty *t, const char *text);

/* --- ending, stopping ---- */

int tty_wait(struct tty *t);          /* to the end: exit code, or minus the signal */
double tty_cpu(const struct tty *t);  /* seconds used, after tty_wait; not for jobs */
bool tty_wait_stopped(struct tty *t); /* job only; whether the terminal's modes were restored */
void tty_continue(struct tty *t);     /* job only; settles */
/* What the program left behind when it ended or stopped ("alternate screen is on"), or NULL. */
const char *tty_damage(struct tty *t);

/* --- looking ---- */

struct tty_cell {
	char text[32]; /* UTF-8; "" in an empty cell and in the right half of a wide character */
	int width;
	bool bold, underline, reverse;
	int fg, bg; /* palette index, -1: the terminal's own, -2: RGB */
};

void tty_size(const struct tty *t, int *rows, int *cols);
struct tty_cell tty_cell(const struct tty *t, int y, int x);
const char *tty_row(struct tty *t, int y); /* without trailing blanks */
const char *tty_screen(struct tty *t);     /* all rows, one line each */
bool tty_find(struct tty *t, const char *text, int *y,
    int *x); /* first place; y, x may be NULL; x in cells */
bool tty_has(struct tty *t, const char *text);
bool tty_cursor(const struct tty *t, int *y, int *x); /* whether it is visible */
bool tty_mode(const struct tty *t, int mode); /* DEC private mode, as the output last set it */
/* All that the program wrote, with its length. */
const char *tty_output(const struct tty *t, size_t *len);

#define assert_on_screen(t, text)                                                                  \
	do {                                                                                       \
		if (!tty_has((t), (text)))                                                         \
			fail_msg("no \"%s\" on the screen:\n%s", (text), tty_screen(t));           \
	} while (0)

#endif
