/*
 * interests.h - what one likes to do and which roles are alike, as a page.
 *
 * As long as something is not answered the items stand first, else what they come to. A line of an item runs
 * "answer KEY" (ANCHOR_COMMAND); one of a role or an occupation leads to it (ANCHOR_ROLE) and to O*NET's values
 * (ANCHOR_FACT).
 */
#ifndef CAREER_PAGE_INTERESTS_H
#define CAREER_PAGE_INTERESTS_H

#include "career/model/interest.h"
#include "career/page/page.h"

struct interests_page {
	const struct interest_items *items;
	const struct interests *of;
	const struct interest_fits *roles, *occupations; /* NULL: not shown */
	const struct interest_fit
	    *role;       /* of the one that plans are for, or was asked for; NULL: none */
	long limit;      /* occupations, 0: as many as there is room for */
	const char *how; /* how one answers, with the keys that do; NULL: not said */
};
void page_interests(struct page *p, const struct interests_page *q);

/* "rather like" for 4; "" for what is no answer. */
const char *interest_answer_says(int value);
/* One item with its five answers, each running "answer KEY N": to be chosen from. `low`: there are few rows, the answers
 * come first. */
void page_interest_item(struct page *p, const struct interests_page *q, size_t item, bool low);

#endif
