/*
 * depth.h - where most of several parties meet: the interval of greatest depth.
 *
 * Spans belong to parties (publishers, or the pages of one). A span that is a range sets edges with
 * its finite ends; a party counts once, by the union of its ranges. Any other span (a point,
 * "140K+") supports each interval that it touches and sets no edge; inside its own party's union it
 * says nothing new. The depth of an interval is the number of parties that cover or support it.
 */
#ifndef CAREER_MODEL_DEPTH_H
#define CAREER_MODEL_DEPTH_H

#include "career/base/mem.h"

#include <stdbool.h>
#include <stddef.h>

struct depth_span {
	double lo, hi; /* lo <= hi; an open end is -INFINITY or INFINITY */
	size_t who;    /* the party */
	bool range;    /* sets edges */
};

struct depth_peak {
	double lo, hi; /* lo == hi: one point; infinite where only open ends meet */
	size_t depth;  /* parties that meet there, at least 2 */
	size_t covers; /* of these, by a range */
};

/*
 * Writes the intervals of greatest depth, lowest first, at most `cap`, and returns how many; 0 when
 * no two parties meet within a range. Of equal depth those win that more ranges cover. What remains
 * are true ties; two of them share at most an end. Scratch memory is the arena's.
 */
size_t depth_peaks(
    struct depth_peak *out, size_t cap, const struct depth_span *spans, size_t n, struct arena *a);

#endif
