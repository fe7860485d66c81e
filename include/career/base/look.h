/*
 * look.h - what a character looks like in ASCII.
 *
 * One table of letters that no normalisation takes apart (o with stroke, ae) and of signs (dashes,
 * quotes, currency). text_safe() uses it for ASCII terminals, text_fold() for search.
 */
#ifndef CAREER_BASE_LOOK_H
#define CAREER_BASE_LOOK_H

#include "career/base/buf.h"

#include <stdbool.h>
#include <stdint.h>

/* Appends the ASCII look of one code point (accents dropped); false, with nothing appended, when it
 * has none. */
bool look_ascii(struct buf *out, int32_t cp);
/* What search treats as the same: lower-case ASCII for letters, quotes and dashes, else NULL. */
const char *look_fold(int32_t cp);

#endif
