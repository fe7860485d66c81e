/* skill_want.h - what sources say of a skill, role by role, and where they contradict one another. */
#ifndef CAREER_PAGE_SKILL_WANT_H
#define CAREER_PAGE_SKILL_WANT_H

#include "career/page/pages.h"

enum { SKILL_TIERS = 5, SKILL_NICE = 2, SKILL_SKIP = 3, SKILL_NAMED = SKILL_TIERS - 1 };

/* Tiers in the order of the page; the last is "no tier". */
struct skill_tier {
	const char *tier, *heading, *term;
	const char *count; /* "must for 3 roles" */
	const char *side;  /* "X calls it a must" */
};
extern const struct skill_tier skill_tiers[SKILL_TIERS];

/* One source's word on the skill for one role. */
struct want {
	int64_t id;
	const char *slug, *title, *bar, *tools, *why, *words;
	const struct source *source;
	size_t tier;
	bool field;    /* said of a whole field */
	bool disputed; /* one side of a dispute */
};

/* By tier, then by the role's title. */
struct wants {
	struct want *w;
	size_t n;
};

/* Strings in the arena; sources are the reader's. */
bool wants_load(struct wants *out, struct reader *r, int64_t skill, struct arena *a, struct err *e);
/* Short name of its source. */
const char *want_who(const struct want *w);
/* A sentence for each role on which sources contradict one another, by the roles' titles; marks the
 * statements that are sides of it. */
bool wants_say_disputes(
    struct page *p, struct reader *r, int64_t skill, struct wants *all, struct err *e);

/* Of the publishers' sets: how many occupations take the skill; what ESCO says it is; the occupations. */
bool skill_sets_count(struct reader *r, int64_t skill, int64_t *n, struct err *e);
bool skill_sets_what(struct page *p, struct reader *r, int64_t skill, struct err *e);
bool skill_sets(struct page *p, struct reader *r, int64_t skill, struct err *e);

#endif
