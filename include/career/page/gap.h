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

/* Appends the sources that want a skill so urgently (RANK_COUNT: at all), each once, at most `most` names. */
void gap_who(struct buf *b, const struct wanted *w, enum skill_rank only, size_t most);
/* Where a line about the skill leads: to its page, and to who wants it. */
void gap_anchors(struct page *p, const struct wanted *w);

/* `from`: the role in whose place one looks, all of whose skills are had; NULL: the person's own. */
void page_gap(struct page *p, const struct gap *g, const struct skillset *from);

#endif
