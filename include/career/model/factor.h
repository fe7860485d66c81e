/*
 * factor.h - what moves pay, by the sources: cited multipliers, put on a figure as a range.
 *
 * "Technology firms pay 15-25% more" is the factor 1.15..1.25. A factor never changes the data: what a
 * person asks "what if" is multiplied behind the figures, low end by low, high end by high, and said
 * with its source each time. Several factors multiply; two of one kind (two industries) do not go
 * together: the later choice stands in for the earlier one. Factors about the field of a role count for
 * the role (borrowed). Those without a number are said, but cannot be chosen.
 *
 * A factor says against what it holds: experience against a first job. What it would count twice is not
 * put on (factor_unfit): twice a first job's pay is no senior's pay doubled.
 */
#ifndef CAREER_MODEL_FACTOR_H
#define CAREER_MODEL_FACTOR_H

#include "career/base/buf.h"
#include "career/model/figure.h"

#include <stdint.h>

struct factor {
	int64_t id; /* row of the table `factor` */
	const char
	    *key; /* for --what-if and the profile: its kind where only one source that is on has a
	                      number of that kind, "industry"; else with the source, "place@aigraduate-ml" */
	const char *kind;    /* industry, specialization, experience, place, skill, ... */
	const char *label;   /* "a technology company"; "" none: its kind stands for it */
	const char *text;    /* in our words */
	double low, high;    /* NAN: no number is stated */
	const char *derived; /* our sum, "" when the source states the multiplier */
	const char *locator, *words;
	const struct source *source;
	bool borrowed; /* about the field */
};

struct factors {
	struct factor *f;
	size_t n;
};

/* Of a role, in the packs' order, those of sources that are on. Everything in the arena. */
bool factors_load(struct factors *out, struct db *db, const struct sources *src, int64_t role,
    struct arena *a, struct err *e);
/* Of a key, also one that names the source without need. -1: none, or several. */
int factor_find(const struct factors *fs, const char *key);
/* A number is stated: it can be chosen. */
bool factor_counts(const struct factor *f);
/* "a technology company"; without a label its kind in words: "first job". */
const char *factor_name(const struct factor *f);

enum { FACTORS_CHOSEN = 8 };
/* Which are asked for, in the order of the table. */
struct factor_choice {
	const struct factor *f[FACTORS_CHOSEN];
	size_t n;
};
/* From "industry,experience" (NULL, "": none). ERR_USAGE names the unknown key and the nearest, a factor
 * without a number, or two of one kind. */
bool factor_choose(
    struct factor_choice *out, const struct factors *fs, const char *keys, struct err *e);
/* The same of what was kept earlier: what is not there (another role, a source that is off) is passed
 * over, of two of one kind the later one counts. How many keys were passed over. */
size_t factor_keep(struct factor_choice *out, const struct factors *fs, const char *keys);
/* The keys of a choice once this factor is put in, in place of one of its kind, or taken out. */
void factor_toggle(const struct factor_choice *c, const struct factors *fs, const struct factor *f,
    struct buf *out);

/* Why a factor is not put on pay of this level, place ("" the country) and employer ("" not said), in
 * words that follow its name: "holds against a first job"; NULL: it may be put on. */
const char *factor_unfit(
    const struct factor *f, enum level level, const char *place, const char *employer);
/* The same of each of a choice that may not: "more than five years in the job holds against a first job; ...".
 * Text is data. */
void factor_unfit_says(const struct factor_choice *c, enum level level, const char *place,
    const char *employer, struct buf *out);
/* Those of a choice that may be put on. */
void factor_fitting(struct factor_choice *out, const struct factor_choice *c,
    const struct figure *f, enum level level);

/* The product: 1..1 for none. */
void factor_product(const struct factor_choice *c, double *low, double *high);
/* An interval under it; NAN stays NAN. */
void factor_apply(const struct factor_choice *c, double *lo, double *hi);
/* "x 1.15-1.25" of one factor; nothing without a number. */
void factor_times(const struct factor *f, struct buf *out);
/* "x 1.15-1.25, a technology company (Bouchrika 2026)" for each, joined by "; "; our own sums say so. Text
 * is data. */
void factor_says(const struct factor_choice *c, struct buf *out);

#endif
