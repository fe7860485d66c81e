/*
 * textpad.h - a text of several lines being edited.
 *
 * The text is valid UTF-8; the cursor stands between grapheme clusters (a byte offset). textpad_lay_out breaks it into
 * rows of at most `width` cells as they are shown (text_safe: a tab is one blank): every byte belongs to one row, the
 * line end or the blank at which a row was broken to the row in front. Rows hold until the text changes.
 */
#ifndef CAREER_CMD_TEXTPAD_H
#define CAREER_CMD_TEXTPAD_H

#include "career/base/buf.h"

#include <stdbool.h>

struct textpad {
	struct buf text, killed; /* ^K, ^U, ^W; ^Y brings it back */
	size_t limit;            /* bytes; more is refused */
	size_t cursor;
	size_t *row; /* where each begins; at least one */
	size_t nrows, cap;
	int width;  /* for which they were made; 0: not yet */
	int goal;   /* cell to which Up and Down go, -1: that of the cursor */
	int shown;  /* rows in sight, for PgUp and PgDn */
	size_t top; /* first of them */
};

void textpad_init(struct textpad *t, size_t limit);
void textpad_free(struct textpad *t);
void textpad_set(struct textpad *t, const char *text); /* cursor at the end */

/* Rows for this width, with the cursor in sight among `shown` of them. */
void textpad_lay_out(struct textpad *t, int width, int shown);
/* Bytes of a row that are shown: without its line end. */
size_t textpad_row(const struct textpad *t, size_t row, const char **text);
/* Where the cursor stands: its row, and its cell in it. */
size_t textpad_at(const struct textpad *t, int *cell);

/* The cursor goes to a row of those in sight, at a cell of it or at its end. */
void textpad_point(struct textpad *t, int row, int cell);

/* Inserts one character (UTF-8 encoded, or "\n"); control characters are refused. False: there is no room. */
bool textpad_insert(struct textpad *t, const char *ch);
/* True when it is the name of a key that edits or moves. */
bool textpad_key(struct textpad *t, const char *key);

/* The i-th row of the table of its keys: names with blanks between, and what they do. NULL behind the last. */
const char *textpad_help(size_t i, const char **help);

#endif
