/*
 * editor.h - a text in the person's editor.
 *
 * The terminal is given to $VISUAL, else $EDITOR, else vi, with the text in a file of mode 0600 of its own, and taken
 * back when that ends. What comes back is hostile: it must be valid UTF-8 without NUL and not longer than was asked
 * for. A file that cannot be taken stays where it is, and the error names it; else it is removed.
 */
#ifndef CAREER_UI_EDITOR_H
#define CAREER_UI_EDITOR_H

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/ui/term.h"

#include <stdbool.h>
#include <stddef.h>

/* `out` gets the text as it is afterwards, at most `limit` bytes. */
bool editor_run(struct term *t, const char *text, size_t limit, struct buf *out, struct err *e);

#endif
