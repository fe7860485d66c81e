/*
 * mine.h - what one says of one's skills, as a page; and what a role proposes that one may have.
 *
 * A line of a skill leads to it (ANCHOR_SKILL) and, where the role that plans are for wants it, says who wants it
 * (ANCHOR_FACT). Skills that the catalog no longer has stand apart as gone.
 */
#ifndef CAREER_PAGE_MINE_H
#define CAREER_PAGE_MINE_H

#include "career/model/mine.h"
#include "career/page/pages.h"

struct mine_page {
	const struct mine *mine;
	const struct skillset *to;   /* the role that plans are for; NULL: none */
	const struct skillset *from; /* the job one has; NULL: none is named */
	const char *how;             /* how something is said: shown when nothing is said yet */
	const char *job;             /* how one's job is named: shown when none is */
	const char *gone; /* key of the job that was named and is gone; NULL: there is none */
};
void page_mine(struct page *p, const struct mine_page *m);

/* The role's own skills without skip, each with what one says of it; on a screen Enter on a line answers yes, then
 * partly, then no. */
void page_proposals(struct page *p, const struct mine *mine, const struct skillset *from);
/* How many of those are not answered. */
size_t proposals_open(const struct mine *mine, const struct skillset *from);

/* " (have, level 4)": appended behind a skill's name; "" when nothing is said of it. `mine` NULL: nothing is. */
void mine_says(struct buf *out, const struct mine *mine, const char *slug);

#endif
