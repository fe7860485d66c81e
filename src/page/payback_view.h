/* payback_view.h - what the parts of the payback page share. */
#ifndef CAREER_PAGE_PAYBACK_VIEW_H
#define CAREER_PAGE_PAYBACK_VIEW_H

#include "career/page/payback.h"

enum { PAYBACK_NARROW = 72 };

struct payback_view {
	struct page *p;
	const struct payback *b;
	int label, value; /* cells before the value of an input, and before why it is so */
};

/* Inputs that every payback has; those that are seldom said, below the answer. */
void payback_view_inputs(struct payback_view *v);
void payback_view_more_inputs(struct payback_view *v);
/* One bar for each pay figure. */
void payback_view_bars(struct payback_view *v);
/* The highest price that is back in five years at this pay; NAN: the price is stated, or it cannot be told. */
double payback_view_highest(const struct payback *b, double pay);
/* What the loan takes and what is gained, at the middle pay. */
void payback_view_tests(struct payback_view *v);
/* Every formula with its numbers put in, and each figure at its low and high end. */
void payback_view_details(struct payback_view *v);

/* A label, a value, and words behind it. */
void payback_view_pair(struct payback_view *v, const char *label, enum style style,
    const char *value, const char *says);
/* ANCHOR_COMMAND "payback-set KEY", then who says so. */
void payback_view_anchor(struct payback_view *v, enum finance_field f);

#endif
