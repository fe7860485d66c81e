/*
 * plans.h - which program for which job: the pairs of model/plans.h as a page, and in words.
 *
 * The answer first, then what was asked, what is assumed and what is left out, then the pairs, each with why it
 * qualifies. A pair's first line leads to its payback (ANCHOR_COMMAND "payback PROGRAM ROLE"), and has the anchors of
 * its program and its role.
 */
#ifndef CAREER_PAGE_PLANS_H
#define CAREER_PAGE_PLANS_H

#include "career/model/plans.h"
#include "career/page/pages.h"
#include "career/query/view.h"

/* What one would earn without it, and who says so. */
struct plans_baseline {
	double pay;
	bool assumed; /* the person has not said it */
	char says[160];
};
/* From what a person says of payback (payback_asks_text), else the median of all jobs. */
bool plans_baseline(struct plans_baseline *out, const char *asks, struct err *e);

struct plans_shown {
	struct plans *plans;
	const struct view *programs; /* for the keys of programs */
	const char *query;
	const struct plans_baseline *baseline;
	enum plans_fold fold;
	size_t first; /* out: line of the first pair, else of what was asked */
};

bool page_plans(struct page *p, struct reader *r, struct plans_shown *shown, struct err *e);
/* `i` on a pair: the sum with the numbers put in, and who says each of them. */
bool page_plan(struct page *p, struct reader *r, struct plans_shown *shown, const struct plan *x,
    struct err *e);

/* "$10,000 in all, 18 months, online, job kept; pay $120K-160K (3 of 4 publishers)" */
bool plan_reason(struct buf *out, struct plans *p, const struct plan *x, struct err *e);
/* "2 months", "5.4 years", "never". */
void plan_payback(struct buf *out, const struct plan *x);
/* "36,204 state no price; 12 are in another currency"; nothing when nothing was left out. */
void plans_left_says(struct buf *out, const struct plans *p);

#endif
