/* interests_parts.h - shared by the files of the page of interests. */
#ifndef CAREER_PAGE_INTERESTS_PARTS_H
#define CAREER_PAGE_INTERESTS_PARTS_H

#include "career/page/interests.h"

/* interests_items.c: the items under their heading, one a line. */
void interests_items(struct page *p, const struct interests_page *q);

#endif
