/*
 * text.h - UTF-8 text: decoding, folding, width, safety, slugs, wrapping.
 *
 * All text inside the program is UTF-8 in `char *`. Text that came from data is hostile: it goes
 * to a terminal, to stderr or into a file name only through text_safe(). Width is in terminal
 * cells: combining marks 0, wide characters 2 (utf8proc; the ambiguous ones count 1).
 */
#ifndef CAREER_BASE_TEXT_H
#define CAREER_BASE_TEXT_H

#include "career/base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One code point from s[0..len): returns its bytes (>= 1). Invalid bytes give *cp = -1, length 1. */
size_t text_decode(const char *s, size_t len, int32_t *cp);
void text_encode(struct buf *out, int32_t cp);
bool text_valid(const char *s, size_t len);

/* Bytes of the grapheme cluster at s (>= 1 when len > 0) and its width in cells. */
size_t text_cluster(const char *s, size_t len, int *width);

/* Width in cells of safe text. */
int text_width(const char *s);
int text_nwidth(const char *s, size_t len);

/*
 * Appends `s` made harmless: C0, C1, DEL, bidi controls, zero-width and other format characters,
 * line and paragraph separators, private use, unassigned code points (their width is unknown),
 * noncharacters and invalid bytes become visible marks (U+FFFD, or '?' when `ascii`); tab and
 * newline (CR LF counts as one) become one space; variation selectors vanish. A combining mark
 * without a base becomes a visible mark, a run of more than 8 on one base is cut. The result is
 * valid UTF-8 (pure ASCII when `ascii`: characters with a known ASCII look are mapped - dashes,
 * quotes, accents dropped -, others become '?').
 */
void text_safe(struct buf *out, const char *s, size_t len, bool ascii);
void text_safes(struct buf *out, const char *s, bool ascii);

/*
 * Appends `s` folded for search: NFKD, marks stripped, case folded, typographic quotes and dashes
 * as ASCII, letters such as o with stroke or ae as ASCII, white space runs as one space; what is
 * invisible (soft hyphen, zero-width) is left out. Invalid bytes are kept as U+FFFD.
 */
void text_fold(struct buf *out, const char *s, size_t len);

/* Kebab slug of a title: folded, [a-z0-9-], no leading, trailing or double dash. "C++" ->
 * "c-plus-plus", "C#" -> "c-sharp", '&' -> "and"; apostrophes vanish, other scripts are left out;
 * "x" when nothing is left. */
void text_slug(struct buf *out, const char *s);

/* Appends at most `cells` cells of safe text; when something is cut the last cell is `mark`
 * (one cell, e.g. U+2026 or "~"). Returns the cells used. */
int text_clip(struct buf *out, const char *s, int cells, const char *mark);

/* Next line of safe text for word wrapping at `cells` (>= 1): returns the bytes that belong to the
 * line (without the trailing blanks) and sets *next to the offset where the following line starts.
 * Breaks at blanks and after hyphens or slashes; an over-long word is broken anywhere. */
size_t text_wrap(const char *s, size_t len, int cells, size_t *next);

/* Smallest number of single-byte edits between two names, ASCII case ignored, capped at `max`+1.
 * Names over 64 bytes are near nothing but themselves. */
int text_distance(const char *a, const char *b, int max);

/* The nearest of `n` names to `s` (within a third of its length; a name that starts with `s` counts
 * as half an edit away), the first of equals; else NULL. */
const char *text_nearest(const char *s, const char *const *names, size_t n);

#endif
