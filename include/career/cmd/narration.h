/*
 * narration.h - what the command `say` said, in rows of its own above the bottom line.
 *
 * One row where it fits, else up to three; it never covers what it speaks of.
 */
#ifndef CAREER_CMD_NARRATION_H
#define CAREER_CMD_NARRATION_H

#include "career/cmd/app.h"

/* What stands in front of it, so that colour alone does not tell it: safe text, with a blank. Further rows
 * begin below the first one's text. */
const char *narration_lead(const struct app *a);
/* How many rows it wants on a screen where `others` rows are taken by title, chips, status and bottom. */
int narration_rows(const struct app *a, int others);
/* Appends row `i` of layout.say, safe text; the last row holds all that is left and may be too wide. False:
 * there is no such row. */
bool narration_row(const struct app *a, int i, struct buf *out);

#endif
