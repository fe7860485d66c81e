/*
 * opens.h - which one skill more opens most, as a page: the best one in a sentence, then skill by skill the roles it changes.
 */
#ifndef CAREER_PAGE_OPENS_H
#define CAREER_PAGE_OPENS_H

#include "career/model/opens.h"
#include "career/page/pages.h"

struct opens_page {
	const struct opens_list *opens;
	bool occupations;
	bool nothing;     /* nothing is said of one's skills */
	const char *how;  /* what to do about that; "" */
	const char *turn; /* how the other kind of roles is shown; "" */
};
/* Below another part of a page it has a heading, not a title. */
void page_opens(struct page *p, const struct opens_page *o, bool alone);

#endif
