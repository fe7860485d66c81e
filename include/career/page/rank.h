/*
 * rank.h - roles by one's own weights as a page: the answer, the weights as sliders with how far each can move, then the
 * roles with what their scores are made of.
 */
#ifndef CAREER_PAGE_RANK_H
#define CAREER_PAGE_RANK_H

#include "career/model/rank.h"
#include "career/page/pages.h"

struct rank_page {
	const struct ranking *k;
	bool shortlist;   /* those on the shortlist */
	bool occupations; /* those of imported sets too */
	size_t most;      /* roles that are shown, and as many of those without a place */
	/* What keys change, as sentences; NULL: nothing is said of it. */
	const char *how;
	/* Out: the first line of each weight, and the one behind the last. */
	size_t line[RANK_PARTS + 1];
};

void page_rank(struct page *p, struct rank_page *q);

/* "$120K-160K", "~3.1% a year", "9 months"; why it is not known. */
void rank_value_says(
    struct buf *out, const struct ranking *k, const struct ranked *r, enum rank_part part);
/* What the part adds to the score, of 100; NAN: nothing, it is not known. */
double rank_points(const struct ranked *r, const struct rank_weights *w, enum rank_part part);
/* "first place holds at 3-8; below: Data Scientist"; why it counts for nothing. */
void rank_hold_says(struct buf *out, const struct ranking *k, enum rank_part part);
/* "Machine Learning Engineer comes first of 4 ... It stays first while pay is 3-8." */
void rank_answer(struct buf *out, const struct ranking *k);

#endif
