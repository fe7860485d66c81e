/*
 * conflicts.h - contradictions as a page: how many of which kind, then each with its sides and why.
 *
 * Kinds stand in the order of their strongest contradiction, and so do those of a kind. A side is one line for
 * each thing that is said, with who says it (ANCHOR_FIGURE or ANCHOR_FACT, and ANCHOR_SOURCE); what a source says
 * in words is quoted. The headline of a contradiction leads to the section of its role's page
 * (ANCHOR_COMMAND), that of a stance to all that is said on the question (ANCHOR_QUERY).
 */
#ifndef CAREER_PAGE_CONFLICTS_H
#define CAREER_PAGE_CONFLICTS_H

#include "career/model/conflict.h"
#include "career/page/page.h"

struct conflicts_opts {
	/* The role they were loaded for; NULL: of all roles, each is named then. */
	const char *slug, *title;
};

void page_conflicts(struct page *p, const struct conflicts *all, const struct conflicts_opts *o);

#endif
