/*
 * figure.h - figures with their sources, as the model works with them.
 *
 * One struct figure is one statement of one source. Numbers are NAN when absent. A figure's
 * *interval* is what agreement works with: a range its low..high, percentiles p25..p75 (with one of
 * them only: the median), a point, mean or median low == high. A rank or a category has none.
 * Strings are borrowed from the arena the set was loaded into; "" means not stated. A figure
 * borrows its source: the sources must live as long.
 */
#ifndef CAREER_MODEL_FIGURE_H
#define CAREER_MODEL_FIGURE_H

#include "career/base/bitset.h"
#include "career/base/err.h"
#include "career/base/mem.h"
#include "career/store/db.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum statistic {
	STAT_RANGE,
	STAT_POINT,
	STAT_MEAN,
	STAT_MEDIAN,
	STAT_PERCENTILES,
	STAT_RANK,
	STAT_CATEGORY
};
enum basis { BASIS_UNSTATED, BASIS_BASE, BASIS_TOTAL };
enum level {
	LEVEL_UNSTATED,
	LEVEL_ENTRY,
	LEVEL_MID,
	LEVEL_SENIOR,
	LEVEL_STAFF,
	LEVEL_LEAD,
	LEVEL_EXECUTIVE,
	LEVEL_ALL,
	LEVEL_COUNT,
};
enum source_kind {
	SOURCE_OFFICIAL,
	SOURCE_SURVEY,
	SOURCE_POSTINGS,
	SOURCE_EDITORIAL,
	SOURCE_KINDS
};

struct source {
	int64_t id;
	const char *key, *title, *short_name, *publisher, *author, *url, *published, *period,
	    *licence, *attribution, *note;
	enum source_kind kind;
	int year; /* published, 0 unknown */
	bool
	    on; /* switched on, as the connection had it when the sources were loaded or followed */
};

struct figure {
	int64_t id;
	const struct source *source;
	const char *about_kind, *about_key;
	int64_t about_id;
	const char *measure;
	enum statistic stat;
	double low, high, value, p10, p25, p50, p75, p90;
	const char *text, *missing;
	bool open_low,
	    open_high;  /* open_high also when the upper end of its interval is top-coded */
	bool top_coded; /* any of its numbers is "at least" */
	const char *unit, *per;
	enum basis basis;
	bool basis_implied;
	enum level level;
	double years_lo, years_hi;
	const char *place, *employer, *employer_words;
	double horizon_lo, horizon_hi, horizon_years;
	const char *as_of;
	int as_of_year;
	int64_t n;
	const char *confidence, *attributed, *excludes, *note, *locator, *words;
	bool card;
	bool borrowed; /* about a specialization that serves the role: marked on screen */
	bool near;     /* an official figure of a nearest occupation */
};

/* A figure of a publisher's set, not of a pack (schema/catalog/006_figures.sql). */
static inline bool
figure_of_set(const struct figure *f)
{
	return f->id >> 32 != 0;
}

struct figures {
	struct figure *f;
	size_t n;
};

/* All sources, by id order, in the arena. */
struct sources {
	struct source *s;
	size_t n;
};
bool sources_load(struct sources *out, struct db *db, struct arena *a, struct err *e);
/* Takes over which are on (db_set_sources_off). */
void sources_follow(struct sources *s, const struct db *db);
const struct source *sources_by_id(const struct sources *s, int64_t id);

/* Figures of one measure about a role and about the specializations that serve it (borrowed), in
 * the packs' order; figures of sources that are off are left out. */
bool figures_of_role(struct figures *out, struct db *db, const struct sources *src, int64_t role,
    const char *measure, struct arena *a, struct err *e);
/* Official figures of the nearest occupations of a role (near is set). */
bool figures_nearest(struct figures *out, struct db *db, const struct sources *src, int64_t role,
    const char *measure, struct arena *a, struct err *e);
/* All figures of a measure about any role, by role, then in the packs' order, for the list's
 * columns (one query). Each stands under its own role (about_id): nothing is borrowed. */
bool figures_all(struct figures *out, struct db *db, const struct sources *src, const char *measure,
    struct arena *a, struct err *e);
/* Of these the official pay of all levels with its spread. */
bool figures_wages(
    struct figures *out, struct db *db, const struct sources *src, struct arena *a, struct err *e);
/* One figure, also of a source that is off; an unknown id is an error. */
bool figure_by_id(struct figure *out, struct db *db, const struct sources *src, int64_t id,
    struct arena *a, struct err *e);

bool figure_interval(const struct figure *f, double *lo, double *hi); /* false: no numbers */
/* Sets edges: a range, or percentiles with both quartiles. */
bool figure_is_range(const struct figure *f);
const char *basis_word(enum basis b);
const char *level_word(enum level l);
/* "first job", "mid level", ... as a person says it. */
const char *level_says(enum level l);
const char *source_kind_word(enum source_kind k);

/* Growth as compound % a year: (1+g)^(1/n) - 1. False when the horizon is unknown (a growth
 * "per: year" is one already), when the figure is a range, rank or word, or when it shrinks by 100%
 * or more. `percent` and *out are percents. Source: design of the domain; known answers 220% in 5
 * years = 26.19%, 36% in 10 = 3.12%. */
bool growth_yearly(const struct figure *f, double *out);
/* The same of both ends of a range or of percentiles: "16-32%"; of a point they are equal. */
bool growth_span(const struct figure *f, double *lo, double *hi);
/* People: what 100 jobs become in `years` at the figure's rate. False when unknown. */
bool growth_people(const struct figure *f, double years, double *out);
bool growth_people_span(const struct figure *f, double years, double *lo, double *hi);
/* Total over years -> % a year; NAN when years <= 0 or nothing is left. */
double growth_compound(double percent, double years);
double growth_total(double yearly_percent, double years); /* % a year -> total over years */

#endif
