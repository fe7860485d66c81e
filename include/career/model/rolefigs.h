/*
 * rolefigs.h - pay and growth of roles, with what stands for a role that has none of its own: of all at once by four
 * queries, or one by one, which is cheaper for fewer than about a hundred.
 *
 * Figures are those of sources that are on, and lie in the arena of rolefigs_load. Pay is of a year.
 */
#ifndef CAREER_MODEL_ROLEFIGS_H
#define CAREER_MODEL_ROLEFIGS_H

#include "career/model/figure.h"

/* A relation between roles as pairs of ids, sorted by the first. */
struct role_links {
	struct role_link {
		int64_t from, to;
	} * p;
	size_t n, cap;
};

struct rolefigs {
	struct figures pay, growth; /* sorted by role */
	struct role_links served;   /* role -> specialization that serves it */
	struct role_links nearest;  /* role -> occupation */
};

bool rolefigs_load(
    struct rolefigs *out, struct db *db, const struct sources *src, struct arena *a, struct err *e);
/* Of pay what rolefigs_wage needs alone. */
bool rolefigs_load_official(
    struct rolefigs *out, struct db *db, const struct sources *src, struct arena *a, struct err *e);
void rolefigs_free(struct rolefigs *f); /* also after a failure */

/* The figures of one role: a slice of those of all, which stand by their roles. Without any: {NULL, 0}. */
struct figures rolefigs_slice(const struct figures *all, int64_t role);

/* Pay as figures_of_role gives it: its own, and what is said of the specializations that serve it (borrowed). */
struct figures rolefigs_pay(const struct rolefigs *f, int64_t role, struct arena *scratch);

/* What official figures say: of the role itself, else the middle one of its nearest occupations. */
struct role_official {
	double value;
	int64_t figure; /* its row; the middle one's, of two the lower one's */
	size_t near;    /* nearest occupations that have one; 0: its own */
};
/* Compound % a year by the first projection. */
bool rolefigs_growth(const struct rolefigs *f, int64_t role, struct role_official *out);
/* Low end of pay of all levels, US dollars a year. */
bool rolefigs_wage(const struct rolefigs *f, int64_t role, struct role_official *out);

/* The same of one role; a value of NAN: there is none. False: a data error. */
bool rolefigs_one_growth(struct role_official *out, struct db *db, const struct sources *src,
    int64_t role, struct arena *a, struct err *e);
bool rolefigs_one_wage(struct role_official *out, struct db *db, const struct sources *src,
    int64_t role, struct arena *a, struct err *e);
/* Pay as rolefigs_pay gives it. */
bool rolefigs_one_pay(struct figures *out, struct db *db, const struct sources *src, int64_t role,
    struct arena *a, struct err *e);

#endif
