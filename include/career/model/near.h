/*
 * near.h - which roles want nearly the same skills.
 *
 * Likeness is skillset_alike(): weighted Jaccard over tiers, or over O*NET's importance. Roles of packs are set
 * beside roles of packs, occupations beside occupations: their skills have no common names. A role that packs
 * describe is set beside occupations through the nearest occupation that a source names for it, and each such row
 * says through which. What is thin is never near: those are counted.
 *
 * One pass over all ratings; at most 50 ms over 1,000 occupations (make bench).
 */
#ifndef CAREER_MODEL_NEAR_H
#define CAREER_MODEL_NEAR_H

#include "career/model/skillset.h"
#include "career/model/space.h"

/* From this likeness on one can go from one role to another (design, formulas D2: viable). */
#define NEAR_VIABLE 0.30

/* What sources call required or typical of a degree, from the lowest to the highest that is named. */
enum degree {
	DEGREE_UNSAID,
	DEGREE_NONE,
	DEGREE_SCHOOL, /* high school */
	DEGREE_AWARD,  /* some college, a certificate */
	DEGREE_ASSOCIATE,
	DEGREE_BACHELOR,
	DEGREE_MASTER,
	DEGREE_DOCTOR,
	DEGREES
};
struct degree_span {
	enum degree low, high;
	const char *fact; /* "requirement:12" of the highest one; "" */
};
const char *degree_word(enum degree d); /* "bachelor's" */
bool degree_load(
    struct degree_span *out, struct db *db, int64_t role, struct arena *a, struct err *e);

struct near {
	int64_t role;
	const char *slug, *title;
	double alike;            /* 0..1 */
	size_t shared, own;      /* skills that both want; that this one wants */
	const char *through;     /* title of the nearest occupation, "" of the role itself */
	const char *first_other; /* what weighs most of what it wants besides, "" nothing */
	int zone, zone_from;     /* O*NET's job zones, 0: none */
	struct degree_span degree;
};

struct near_list {
	struct near *near; /* the most alike first */
	size_t n;
};

/* Two lists, since the two kinds of likeness have different rulers. */
struct nears {
	struct near_list roles, occupations;
	struct degree_span degree; /* of the role itself */
	bool by_tiers;             /* packs say what the role wants */
	bool is_thin;              /* but too little: `roles` is empty */
	bool has_sets;             /* there are occupations with ratings */
	size_t thin;               /* other roles of which they say too little */
};

/* The `most` most alike of each with a likeness above 0; `occupations` only when asked for. */
bool near_load(struct nears *out, struct db *db, int64_t role, bool occupations, size_t most,
    struct arena *a, struct err *e);

/* The same over what is read already. */
struct near_ask {
	int64_t role;
	bool occupations;
	size_t most;
};
bool near_load_over(struct nears *out, struct db *db, struct spaces *spaces,
    const struct near_ask *ask, struct arena *a, struct err *e);

#endif
