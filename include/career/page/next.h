/*
 * next.h - the first page of Plan: what one has, what is missing, what comes next, a line each that leads to its section.
 *
 * Everything is read from the catalog and the profile at once (next_load); what the profile says nothing of is offered
 * instead of shown. Near roles and "one skill more" are those of packs, or of occupations when the role is one: what is
 * dear to work out for all occupations stands in its own section only.
 */
#ifndef CAREER_PAGE_NEXT_H
#define CAREER_PAGE_NEXT_H

#include "career/model/headline.h"
#include "career/model/interest.h"
#include "career/model/mine.h"
#include "career/model/near.h"
#include "career/model/opens.h"
#include "career/model/route.h"
#include "career/page/pages.h"

struct next {
	const struct mine *mine;
	struct skillset to;
	struct gap gap;
	const char *from; /* title of the present job, "" none is named */
	int64_t from_id;  /* 0: none */
	struct opens_list opens;
	struct nears near;
	struct routes routes;
	struct changed_items changes; /* of the shortlist */
	bool has_interests;           /* the catalog has occupational ones */
	struct interests interests;
};

/* `mine` is borrowed; `p` NULL: nothing is kept. */
bool next_load(struct next *out, struct reader *r, struct profile *p, const struct mine *mine,
    int64_t role, struct arena *a, struct err *e);
bool page_plan_next(struct page *p, struct reader *r, const struct next *n, struct err *e);

#endif
