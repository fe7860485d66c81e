/*
 * path.h - the cheapest way to a role as a page: how many steps and what they take in all, then step by step who says so,
 * what is missing there, and the route that leads on.
 *
 * A step's line leads to its end (ANCHOR_ROLE) and to who states it (ANCHOR_FACT, ANCHOR_SOURCE); prices and months to
 * the figure or fact that they stand in.
 */
#ifndef CAREER_PAGE_PATH_H
#define CAREER_PAGE_PATH_H

#include "career/model/path.h"
#include "career/page/pages.h"

struct path_page {
	const struct path *path;
	const char *from, *to; /* titles; `from` "": what one has */
	const char *to_slug;
	bool nothing;     /* the way begins with what one has, and that is nothing */
	const char *how;  /* what to do about that; "" */
	const char *turn; /* how another measure is asked for; "" */
};
void page_path(struct page *p, struct reader *r, const struct path_page *pp);

#endif
