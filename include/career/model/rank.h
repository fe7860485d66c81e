/*
 * rank.h - roles by one's own weights, taken apart, and how firm the first place is.
 *
 * Six parts, each 0..1 over the roles that are placed (best 1, worst 0; min-max), NAN when it is not known or the same for
 * all of them, which tells nobody apart:
 *   pay       low end of the best-supported salary range at one level, dollars a year. At LEVEL_ALL the official figure
 *             of all levels, its own or the middle one of the nearest occupations (marked): the one ruler that
 *             occupations of imported sets share with the others
 *   growth    official percent a year, its own or of the nearest occupations (rolefigs.h)
 *   cost      price of the cheapest relevant program (price.h) of at least the degree that sources ask for, dollars; less
 *             is better. Any program would do otherwise, and a free course is no way into every role
 *   time      months of the shortest one of these, less is better
 *   fit       share of what the role wants that one has (model/gap.h); not known before one says anything of skills
 *   interest  correlation with one's interests (model/interest.h)
 * Score: sum of weight x part over the parts that are known, over the sum of their weights. What is not known is said
 * and counts for nothing, neither way.
 *
 * Too little is known of a role with fewer than five listed skills (skillset.h), or with fewer than RANK_FEW parts (of
 * those that anybody has): it has no place, stands behind, and others are not measured by it. That does not depend on
 * the weights. Nor has a place whoever knows no part that has a weight.
 *
 * Stability: for each weight, the nearest value below and above at which another role takes the first place, the others
 * as they are. The score of each role is a ratio of two linear functions of one weight, so two roles meet where a
 * quadratic has a root: exact, no search.
 */
#ifndef CAREER_MODEL_RANK_H
#define CAREER_MODEL_RANK_H

#include "career/base/buf.h"
#include "career/model/agree.h"
#include "career/model/interest.h"
#include "career/model/mine.h"

enum rank_part { PART_PAY, PART_GROWTH, PART_COST, PART_TIME, PART_FIT, PART_INTEREST, RANK_PARTS };
const char *rank_part_word(enum rank_part p); /* "pay" */

enum { RANK_WEIGHT_MAX = 10, RANK_FEW = 3 };
struct rank_weights {
	int w[RANK_PARTS]; /* 0..RANK_WEIGHT_MAX */
};
void rank_weights_default(struct rank_weights *w); /* 5 each */
/* "pay=5,growth=3": what is not named keeps its value. ERR_USAGE, and nothing is changed. */
bool rank_weights_read(struct rank_weights *w, const char *text, struct err *e);
void rank_weights_text(const struct rank_weights *w, struct buf *out);
/* Those that the profile keeps, else the default. */
void rank_weights_kept(struct rank_weights *w, struct profile *p);

/* One part of one role, as stated. */
struct rank_value {
	double v; /* dollars a year, % a year, dollars, months, share, r; NAN: not known */
	const char *why_not; /* "" known */
	int64_t figure;      /* row of figure_row behind it; 0: several or none */
	const char *source;  /* key of who states it, where that is all there is; "" */
	const char *fact;    /* "program_fact:7"; "" */
	const char *program; /* key; "" */
	size_t near;         /* nearest occupations that it is of; 0: its own */
};

struct ranked {
	int64_t role;
	const char *slug, *title;
	struct rank_value of[RANK_PARTS];
	struct pay_answer pay; /* behind PART_PAY; `publishers` 0: none */
	int degree;       /* that programs must have: 4 associate's .. 7 doctorate, less: any */
	bool degree_near; /* it is that of the nearest occupations */
	double part[RANK_PARTS]; /* 0..1; NAN */
	size_t known;            /* parts that are known */
	bool thin;               /* fewer than five listed skills */
	bool apart;              /* too little is known of it */
	double score;            /* 0..1, NAN: it knows nothing that has a weight */
	size_t place;            /* from 1; equal scores share one; 0 none */
};

struct rank_hold {
	double below,
	    above; /* values of the weight beyond which the first place changes; NAN: it holds */
	const struct ranked *below_by, *above_by; /* who takes it */
};

struct ranking {
	struct ranked *r; /* by place, then those without one, of which more is known first */
	size_t n, placed;
	struct rank_weights weights;
	struct rank_hold hold[RANK_PARTS];
	size_t known[RANK_PARTS]; /* roles that know it, of those that are not apart */
	bool same[RANK_PARTS];    /* known, and the same for all of these */
	enum level level;         /* of pay */
	size_t said;              /* skills that one has, in part at least */
};

struct rank_ask {
	const int64_t *roles; /* NULL: all that packs describe */
	size_t n;
	bool occupations; /* with roles NULL: those of imported sets too */
	struct rank_weights weights;
	enum level level; /* LEVEL_UNSTATED: the first job; with occupations all levels */
};

/* Roles on the shortlist, in its order; those that the catalog no longer has are left out. */
bool rank_shortlisted(
    int64_t **roles, size_t *n, struct db *db, struct profile *p, struct arena *a, struct err *e);
/* Reads what the parts are made of, once for a set of roles, and weighs it. `p` NULL: nothing is said. */
bool rank_load(struct ranking *out, struct db *db, const struct sources *src, struct profile *p,
    const struct rank_ask *ask, struct arena *a, struct err *e);
/* Parts from the values: what is apart, and 0..1. rank_load has done it. Pure. */
void rank_parts(struct ranking *k);
/* Places and holds anew for other weights. Pure. */
void rank_weigh(struct ranking *k, const struct rank_weights *w);
/* "3-8": whole weights at which the first place holds; false: at all of them. */
bool rank_hold_span(const struct rank_hold *h, int *lo, int *hi);

#endif
