/*
 * pay.h - what a role pays, as it is asked for on the command line.
 *
 * The same as the Pay section of the role's page (pages.h), of some of its figures, and without what stands below
 * them. A line of opts.cells regroups the figures.
 */
#ifndef CAREER_PAGE_PAY_H
#define CAREER_PAGE_PAY_H

#include "career/model/agree.h"
#include "career/page/pages.h"

struct pay_ask {
	enum level level;
	bool level_only; /* no other level */
	bool explain;    /* instead of pictures: who says so, of each figure */
	bool some;       /* `only` leaves something out: figures of other jobs are left out too */
	struct pay_filter only; /* which figures */
};

/* Title and section. What nothing passes is ERR_NOTFOUND, which names what there is. */
bool page_pay(
    struct page *p, struct reader *r, int64_t role, const struct pay_ask *ask, struct err *e);

#endif
