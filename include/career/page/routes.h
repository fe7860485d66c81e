/*
 * routes.h - the ways to a role and to the skills that are missing for it, as a page: what each costs and how long it
 * takes, side by side with who says so, then what is missing, each with the ways whose words name it, then the ways and
 * what sources ask for.
 *
 * A figure leads to who states it (ANCHOR_FIGURE, ANCHOR_FACT), a program to its page, a count of programs to their list.
 * Nothing is averaged: a line is one source's figure, or the span of the programs of one award.
 */
#ifndef CAREER_PAGE_ROUTES_H
#define CAREER_PAGE_ROUTES_H

#include "career/model/gap.h"
#include "career/model/route.h"
#include "career/page/pages.h"

struct routes_shown {
	int64_t id; /* of the role */
	const char *slug, *title;
	struct routes role;
	const struct gap *gap; /* NULL: the role alone */
	struct routes *
	    skill; /* one for each of the gap's first rows: those that are missing, or were (gap_hold) */
	size_t nskill;
};

/* All in the arena; `gap` is borrowed. */
bool routes_load(struct routes_shown *out, struct reader *r, const struct skillset *to,
    const struct gap *gap, struct arena *a, struct err *e);
bool page_routes(struct page *p, struct reader *r, const struct routes_shown *s, struct err *e);
/* Of one skill. `role` NULL: on the way to none in particular. */
struct skill_routes {
	const char *slug, *name;
	struct routes routes;
	const char *role; /* title of the role; "" none */
};
void page_skill_routes(struct page *p, const struct skill_routes *s);

/* "OMSCS, Georgia Tech: $7,000 in all, 24-48 months"; of a route its name. Appends. `year`: now, for the age of a price. */
void route_says(struct buf *out, const struct route *r, int year);

#endif
