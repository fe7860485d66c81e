/* conflicts_draw.h - what the files of the page of contradictions share. */
#ifndef CAREER_PAGE_CONFLICTS_DRAW_H
#define CAREER_PAGE_CONFLICTS_DRAW_H

#include "career/page/conflicts.h"

enum {                         /* cells */
	CONFLICTS_LABEL = 2,   /* where "against" stands */
	CONFLICTS_SAYS = 11,   /* where what is said stands, */
	CONFLICTS_NARROW = 60, /* on a narrower page nearer to the edge */
	CONFLICTS_SAYS_NARROW = 4,
};

struct conflicts_draw {
	struct page *p;
	const struct conflicts *all;
	const struct conflicts_opts *o;
	int says; /* where what is said stands */
};

/* A line for each statement, with its source and, where there is room, its place on the axis of all. */
void conflicts_say_sides(struct conflicts_draw *d, const struct conflict *c);

#endif
