/*
 * opens.h - which one skill more opens most: each skill one does not have is added in thought, and every role counted anew.
 *
 * A role opens when with this skill one has all of its musts; it comes nearer by the share of its weight that the skill
 * covers (model/gap.h). A role of packs without musts can only come nearer. Of an occupation, where musts are only our cut
 * of O*NET's importance, 0.30 of the weight is to be covered as well (design, formulas D2: viable), whether it has musts
 * or none. Roles of which too little is known never open.
 * Ordered by roles that open, then by musts completed, then by weight over all roles. Roles of packs by tiers;
 * occupations by O*NET's importance when asked for, in place of them: their weights are on another ruler.
 */
#ifndef CAREER_MODEL_OPENS_H
#define CAREER_MODEL_OPENS_H

#include "career/model/mine.h"
#include "career/model/space.h"

enum { OPENS_ROLES = 8 };

struct opens_role {
	int64_t role;
	const char *slug, *title;
	size_t musts, had; /* before */
	bool must;         /* the skill is one of them */
	bool opens;
	double was, is; /* share covered */
};

struct opens {
	int64_t skill;
	const char *slug, *name;
	size_t opens, musts;     /* roles that open; roles of which it is a missing must */
	size_t wanting;          /* roles that want it and of which enough is known */
	double weight;           /* that it covers, over all roles */
	struct opens_role *role; /* the OPENS_ROLES it changes most, first those that open */
	size_t nrole;
};

struct opens_list {
	struct opens *skill;
	size_t n;
	size_t wanted;      /* skills that are missing in all, of which `n` are listed */
	size_t roles, thin; /* that were looked at; of which too little is known */
	size_t open;        /* that are open already */
	size_t no_musts;    /* that name none */
};

bool opens_load(struct opens_list *out, struct db *db, const struct haves *have, bool occupations,
    size_t most, struct arena *a, struct err *e);

/* The same over what is read already. */
struct opens_ask {
	const struct haves *have;
	bool occupations;
	size_t most;
};
bool opens_load_over(struct opens_list *out, struct db *db, struct spaces *spaces,
    const struct opens_ask *ask, struct arena *a, struct err *e);

#endif
