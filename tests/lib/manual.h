/*
 * manual.h - manual pages that say what the tables say.
 *
 * Between `.\" begin NAME` and `.\" end NAME` a page holds what is made from a table of the program.
 * UPDATE=1 in the environment writes it anew.
 */
#ifndef CAREER_TESTS_MANUAL_H
#define CAREER_TESTS_MANUAL_H

#include "career/base/buf.h"

/* Text that a formatter must not read as markup. */
void put_escaped(struct buf *out, const char *s, size_t len);
/* A table's help as sentences. Each begins a line, as manual pages want it. */
void put_text(struct buf *out, const char *help);
/* "[QUERY...]" as macros. */
void put_args(struct buf *out, const char *args);
/* A key or name as the argument of a macro. */
void put_word(struct buf *out, const char *s);

struct buf read_page(const char *path);
/* Fails the test when the block of the page is not what `make` makes. */
void check_block(const char *path, const char *name, void (*make)(struct buf *out));

#endif
