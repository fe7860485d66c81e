/*
 * gap.h - what is missing for a role, as a page: first how many musts one has, then what to learn in which order.
 *
 * A line of a skill leads to it (ANCHOR_SKILL) and says who wants it (ANCHOR_FACT of the first source). The share
 * that is covered never stands without the list.
 */
#ifndef CAREER_PAGE_GAP_H
#define CAREER_PAGE_GAP_H

#include "career/model/gap.h"
#include "career/page/pages.h"

/* `whose`: in whose place one looks: "you", "Data Scientist"; safe or not. */
void page_gap(struct page *p, const struct gap *g, const char *whose);

#endif
