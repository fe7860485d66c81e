/*
 * tally.h - counting the codes of one facet column, block by block.
 *
 * Small dictionaries are counted in several lanes that are summed at the end: one very common value
 * (a currency, a country) would else make each increment wait for the one before.
 */
#ifndef CAREER_FRAME_TALLY_H
#define CAREER_FRAME_TALLY_H

#include "career/frame/frame.h"

enum {
	TALLY_LANES = 4,
	TALLY_SMALL = 1024, /* codes; so many lanes of them fit the first cache */
};

struct tally {
	const struct column *col;
	unsigned turn;   /* of the column when it was started */
	uint32_t *lanes; /* nlanes x codes, or x lists */
	unsigned nlanes;
	uint32_t *items;       /* lists: what comes of it for each item */
	size_t cap, items_cap; /* kept between runs */
	uint32_t *count;       /* after tally_finish: dict.n, borrowed from the above */
	uint32_t *total; /* of all rows of the column, made when it is first needed; else NULL */
};

/* Starts at zero for a column (COL_CODE or COL_LIST). A zeroed struct is a valid new one; a column that
 * was counted before and has the same turn must still hold the same. */
void tally_start(struct tally *t, const struct column *c);
void tally_all(struct tally *t, uint32_t from, uint32_t n);
/* Rows from + rows[0..n). */
void tally_some(struct tally *t, uint32_t from, const uint16_t *rows, uint32_t n);
void tally_finish(struct tally *t);
/* After tally_finish: the counts become those of the other rows, of `rows` in all. */
void tally_others(struct tally *t, uint32_t rows);
void tally_free(struct tally *t);

#endif
