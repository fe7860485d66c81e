/*
 * skillset.h - what a role wants, skill by skill, with who says so: what gaps and likeness are made of.
 *
 * A role of packs has tiers: must, important, nice, skip, or it is only named. Of several sources the firmest
 * tier counts, and both sides stay in `by`; `disputed` as in the view skill_dispute. What is said of the
 * specialization that serves a role is of the whole field: it is listed behind the role's own and counts for
 * nothing. An occupation of O*NET has importance (1-5) and level (0-7): what has an importance of 3 or more is
 * wanted (the cut that studies of the O*NET use; design, formulas D2), a must from 4, important from 3.5.
 *
 * Weights: must 3, important 2, nice and named 1, skip 0; of O*NET importance less 2: 1..3.
 *
 * Thin data: with fewer than SKILLSET_FEW skills of its own too little is known of a role to judge it.
 * Everything is in the arena; sources are the caller's.
 */
#ifndef CAREER_MODEL_SKILLSET_H
#define CAREER_MODEL_SKILLSET_H

#include "career/model/figure.h"

enum { SKILLSET_FEW = 5 };

/* In the order in which they are learned; skip is shown, never counted. */
enum skill_rank { RANK_MUST, RANK_IMPORTANT, RANK_NICE, RANK_NAMED, RANK_SKIP, RANK_COUNT };
const char *skill_rank_word(enum skill_rank r); /* "must" */
double skill_rank_weight(enum skill_rank r);

/* What one source says. */
struct wanted_by {
	const struct source *source;
	enum skill_rank rank;
	const char *bar; /* "tested production code"; "" none */
	bool field;      /* of the whole field */
	int64_t row;     /* of role_skill; 0: a rating of O*NET */
};

struct wanted {
	int64_t skill;
	const char *slug, *name;
	enum skill_rank rank;
	bool disputed;
	bool field; /* said of the whole field only */
	double weight;
	double importance, level; /* NAN: the source has none */
	const char *bar;          /* of the first source that states one; "" none */
	struct wanted_by *by;
	size_t nby;
};

struct skillset {
	int64_t role;
	const char *slug, *title;
	struct wanted *w; /* the role's own first, each by rank, then by name */
	size_t n, own;    /* all; those said of the role itself, without skip */
	bool rated;       /* importance and level of O*NET, not tiers */
	bool thin;
};

/* ERR_NOTFOUND: no role of this id. */
bool skillset_load(struct skillset *out, struct db *db, const struct sources *src, int64_t role,
    struct arena *a, struct err *e);
/* NULL: not wanted. */
const struct wanted *skillset_find(const struct skillset *s, int64_t skill);

/*
 * How alike two roles are in what they want, 0..1: the weighted Jaccard index, sum of the smaller weights over
 * sum of the larger, of the roles' own skills. NAN when either is thin, or one has tiers and the other ratings.
 */
double skillset_alike(const struct skillset *a, const struct skillset *b);

#endif
