/*
 * space.h - what all roles want, as short vectors: of packs by tiers, or of O*NET by importance.
 *
 * A role's own skills only, by their ids; skip has no weight. The weights are those of model/skillset.h. Roles are in
 * the order of their ids. `struct spaces` reads each of the two when it is first wanted, and again when other sources are
 * switched off; who asks for near roles, one skill more and ways shares it.
 */
#ifndef CAREER_MODEL_SPACE_H
#define CAREER_MODEL_SPACE_H

#include "career/model/gap.h"

struct space_part {
	int64_t skill;
	double weight, level; /* NAN: no level */
	bool must;
};

struct space_role {
	int64_t role;
	size_t from, n, counted; /* its slice of the parts; how many count: but for skip */
	size_t musts;
	double weight; /* in all */
	bool field;    /* a whole field: no role to go to */
};

struct space {
	struct space_part *p;
	size_t n, cap;
	struct space_role *r;
	size_t nr, rcap;
};

enum space_kind { SPACE_TIERS, SPACE_RATINGS, SPACE_KINDS };

/* Roles by O*NET's codes as numbers: 11101100 is 11-1011.00. Rising. */
struct space_code {
	int code;
	int64_t role;
};
struct space_codes {
	struct space_code *c;
	size_t n, cap;
};
int space_code(const char *text);
/* From a query of code and role. To be freed after a failure, too: free(out->c). */
bool space_codes(struct space_codes *out, struct db *db, const char *query, struct err *e);
int64_t space_coded(const struct space_codes *in, int code); /* 0: no role */

/* {0} is empty. */
struct spaces {
	struct space s[SPACE_KINDS];
	bool read[SPACE_KINDS];
	struct space_codes codes; /* of the ratings */
	int64_t *leveled;         /* skills whose levels are read */
	size_t nleveled, leveled_cap;
	unsigned turn; /* db_sources_turn */
};
/* With the levels of skills in which one rates oneself in `have`, NULL: nothing is had. NULL: it cannot be read. Good until
 * sources are switched. */
const struct space *spaces_get(struct spaces *all, struct db *db, enum space_kind kind,
    const struct haves *have, struct err *e);
void spaces_free(struct spaces *all);

const struct space_role *space_find(
    const struct space *s, int64_t role);    /* NULL: it wants nothing */
bool space_thin(const struct space_role *r); /* NULL is thin */
/* One can go there: not thin, and no field. */
bool space_goal(const struct space_role *r);

/*
 * How alike two are, 0..1: the weighted Jaccard index (model/skillset.h). How many skills both want, and which one weighs
 * most of what only `b` wants (0: none); NULL: not asked.
 */
double space_alike(const struct space *s, const struct space_role *a, const struct space_role *b,
    size_t *shared, int64_t *other);

/* What one has of skills, by their ids, so that it is found among many. */
struct space_haves {
	struct have *h;
	size_t n;
};
void space_haves(struct space_haves *out, const struct haves *of, struct arena *a);
double space_share(const struct space_haves *h, const struct space_part *p); /* 0..1 */

/* What is missing of one skill with this weight, of which one has a share, after a role that wants it so much. */
double part_gap(double weight, double share, double before);
/* The same of all that a role wants; `before` NULL: it follows none. */
double space_gap(const struct space *s, const struct space_role *wants,
    const struct space_role *before, const struct space_haves *have);
/* Whether anything is missing. */
bool space_lacks(const struct space *s, const struct space_role *wants,
    const struct space_role *before, const struct space_haves *have);

#endif
