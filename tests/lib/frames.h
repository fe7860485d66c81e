/* frames.h - random frames for tests: the same seed gives the same frame. */
#ifndef CAREER_TESTS_FRAMES_H
#define CAREER_TESTS_FRAMES_H

#include "career/frame/frame.h"

struct rng {
	uint64_t state;
};

uint32_t rng_next(struct rng *r);
uint32_t rng_below(struct rng *r, uint32_t n); /* 0..n-1, n >= 1 */
bool rng_chance(struct rng *r, uint32_t percent);

/* Columns of every kind and width: small, middle and large dictionaries, lists, numbers. */
enum {
	R_SMALL,  /* COL_CODE, at most 12 texts, skewed */
	R_MIDDLE, /* COL_CODE, up to 3,000 texts */
	R_LARGE,  /* COL_CODE, a text of its own for nearly every row */
	R_UNIT,   /* COL_CODE, 3 texts, for guards */
	R_LIST,   /* COL_LIST, 0..4 of 20 texts */
	R_MANY,   /* COL_LIST, 0..3 of 900 texts */
	R_NUM,    /* COL_NUM, 0..60, a third absent */
	R_END,    /* COL_NUM, R_NUM + 0..24 or absent */
	R_WIDE,   /* COL_NUM over all of int32, some absent */
	R_EVEN,   /* COL_NUM, always present, few values */
	R_COLS,
};
extern const struct frame_spec random_spec;

void frame_random(struct frame *f, uint64_t seed, uint32_t rows);

#endif
