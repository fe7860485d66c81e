/*
 * plan.h - the tests of a scan made ready to run over blocks of rows.
 *
 * Every test is given a bit. Running a plan over a block sets, per row, the bits of tests that fail,
 * that are unknown (a range on an absent value) and that only a guard keeps out. Tests over codes are
 * compiled to lookup tables: all SET tests of one column share one table (code -> bits), up to eight
 * WORD tests share one pass over each column that holds any of them (code -> which words).
 *
 * The inner loops are free of branches and short; the compiler vectorises the numeric ones.
 */
#ifndef CAREER_FRAME_PLAN_H
#define CAREER_FRAME_PLAN_H

#include "career/base/mem.h"
#include "career/frame/scan.h"

enum { PLAN_BLOCK = 2048 }; /* rows; the arrays of a block stay in the first-level cache */

struct plan_block {
	uint16_t fail[PLAN_BLOCK];
	uint16_t soft[PLAN_BLOCK];  /* unknown; set only when the plan has ranges */
	uint16_t guard[PLAN_BLOCK]; /* set only when the plan has guards */
	uint16_t tmp[PLAN_BLOCK];   /* of one step */
};

struct plan {
	struct arena arena;        /* the tables */
	struct step *steps, *last; /* see step.h */
	uint16_t drop; /* when every row of a block fails this bit, the rest is not run */
	bool has_soft, has_guard;
};

void plan_init(struct plan *p);
void plan_free(struct plan *p);

/* bits[i] belongs to test i; `drop` as above: gone rows fail it. The scan and frame are borrowed. A plan may
 * be made again; what it allocated before is reused. */
void plan_make(struct plan *p, const struct scan *s, const struct frame *f, const uint16_t *bits,
    uint16_t drop);

/* Rows from..from + n, n <= PLAN_BLOCK. False when all of them failed the bit `drop`: then only that
 * is known of them. */
bool plan_run(const struct plan *p, struct plan_block *b, uint32_t from, uint32_t n);

/* Adds to `fail` what keeps a row out besides: guards, and unknowns unless they are let in. */
void plan_fold(const struct plan *p, struct plan_block *b, uint32_t n, bool with_unknown);

#endif
