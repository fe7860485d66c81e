/* textpad_parts.h - what the files of a text of several lines share. */
#ifndef CAREER_CMD_TEXTPAD_PARTS_H
#define CAREER_CMD_TEXTPAD_PARTS_H

#include "career/cmd/textpad.h"

#include <stddef.h>

/* Bytes of the character at a place; cells of some bytes as they are shown. */
size_t textpad_cluster(const struct textpad *t, size_t at);
int textpad_cells(const char *s, size_t n);

void textpad_make_rows(struct textpad *t, int width);
/* The row that a byte belongs to; where the row behind it begins. */
size_t textpad_row_of(const struct textpad *t, size_t at);
size_t textpad_row_end(const struct textpad *t, size_t row);
/* The byte of a row at a cell of it, at most in front of the blank at which it is broken. */
size_t textpad_at_cell(const struct textpad *t, size_t row, int cell);

#endif
