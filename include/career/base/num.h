/*
 * num.h - numbers as people write them.
 *
 * Money inside the program is a double in units of its currency (figures) or int32 whole units
 * (frame columns). "20k" = 20000, "1.5m" = 1500000; thousands separators are accepted as ',' or '_'.
 */
#ifndef CAREER_BASE_NUM_H
#define CAREER_BASE_NUM_H

#include "career/base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whole string, else false. No locale. Separators only between groups of three; an exponent (1.5E8)
 * is accepted. Refuses inf, nan, hex and more than 15 digits in front of the point; digits past the
 * 15th behind it only round. |*out| < 1e15 always. */
bool num_parse(const char *s, double *out);
/* Like num_parse with an optional k or m behind. */
bool num_parse_short(const char *s, double *out);
/* "3..5", "8..", "..2", "4": absent ends give has_* false. lo <= hi is required. */
struct num_span {
	double lo, hi;
	bool has_lo, has_hi;
};
bool num_parse_span(const char *s, struct num_span *out);

/* "120K", "1.25M", "950": at most three significant digits behind the rounding; -0 never. */
void num_short(struct buf *out, double v);
/* "120,000": rounded to whole units, separator ','. */
void num_full(struct buf *out, double v);
/* Shortest decimal that reads back equal for values with at most 6 decimals ("2.8", "24"). */
void num_plain(struct buf *out, double v);

#endif
