/*
 * step.h - the inner loops of a plan: one step over one block of rows.
 *
 * A step adds bits to the arrays of a block and never clears any. Tables belong to the plan's arena.
 */
#ifndef CAREER_FRAME_STEP_H
#define CAREER_FRAME_STEP_H

#include "career/frame/plan.h"

/* One column that a mask step looks into: code (lists: number of the list) -> tests of the step that it
 * satisfies. */
struct look {
	const struct column *col;
	const uint16_t *hits;
	struct look *next;
};

struct step {
	void (*run)(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n);
	struct step *next;
	uint16_t bits; /* all that the step may set */

	const struct column *col, *col2;
	const uint16_t *table; /* code -> failing bits; mask steps: mask -> failing bits */

	struct look *looks; /* mask steps */
	uint16_t want; /* `uniform`: all its tests share one bit; a row passes with this mask */
	bool uniform;

	int32_t lo, hi; /* numbers */
	bool negate;
	const struct column *guard;
	const uint16_t *guard_table; /* code -> bit when the row's unit is another */

	const struct bitset *gone; /* rows that fail */
};

void step_table(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n);
void step_mask(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n);
void step_present(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n);
void step_range(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n);
void step_gone(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n);
void step_overlap(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n);

#endif
