#include "career/model/agree.h"

#include "agree_parts.h"

#include <stdlib.h>
#include <string.h>

/* Levels in the order they are shown. */
static const enum level level_order[LEVEL_COUNT] = {LEVEL_ENTRY, LEVEL_MID, LEVEL_SENIOR,
    LEVEL_STAFF, LEVEL_LEAD, LEVEL_EXECUTIVE, LEVEL_ALL, LEVEL_UNSTATED};

bool
agree_line_of(const struct figure *f, struct agree_line *out)
{
	return !f->card && figure_interval(f, &out->lo, &out->hi);
}

static bool
makes_line(const struct figure *f)
{
	struct agree_line line;

	return agree_line_of(f, &line);
}

const char *
agree_employer(const struct figure *f)
{
	return strcmp(f->employer, "mixed") == 0 ? "" : f->employer;
}

bool
agree_comparable(const struct agree_line *a, const struct agree_line *b)
{
	const char *x = agree_employer(a->f), *y = agree_employer(b->f);

	return !agree_says(x) || !agree_says(y) || strcmp(x, y) == 0;
}

unsigned
agree_levels(const struct figures *figs)
{
	unsigned bits = 0;

	for (size_t i = 0; i < figs->n; i++)
		if (makes_line(&figs->f[i]))
			bits |= 1u << figs->f[i].level;
	return bits;
}

/* --- which figures share a group ------------------------------------------------------------- */

static bool
source_states(const struct figures *figs, const struct source *s, enum level level)
{
	for (size_t i = 0; i < figs->n; i++)
		if (figs->f[i].source == s && figs->f[i].level == level && makes_line(&figs->f[i]))
			return true;
	return false;
}

bool
agree_stands_in(const struct figures *figs, const struct figure *f, enum level level)
{
	return makes_line(f) && f->level == LEVEL_UNSTATED && level >= LEVEL_ENTRY
	    && level <= LEVEL_SENIOR && !source_states(figs, f->source, level);
}

bool
agree_belongs(const struct figures *figs, const struct figure *f, enum level level)
{
	if (!makes_line(f))
		return false;
	if (f->level == level)
		return true;
	return agree_stands_in(figs, f, level);
}

const char *
agree_place(const struct figure *f)
{
	static const char *const us[] = {"US", "USA", "United States", "United States of America"};

	for (size_t i = 0; i < sizeof us / sizeof us[0]; i++)
		if (strcmp(f->place, us[i]) == 0)
			return "";
	return f->place;
}

const char *
agree_place_said(const struct figure *f)
{
	return agree_says(f->place) && !agree_says(agree_place(f)) ? "US" : f->place;
}

static const char *
currency_of(const struct figure *f)
{
	return strcmp(f->unit, AGREE_NO_CURRENCY) == 0 ? AGREE_DOLLARS : f->unit;
}

static const char *
per_of(const struct figure *f)
{
	return agree_says(f->per) ? f->per : "year";
}

struct agree_group
agree_key(const struct figure *f, enum level level)
{
	struct agree_group g = {
	    .level = level,
	    .ruler = f->basis == BASIS_TOTAL ? RULER_TOTAL : RULER_SALARY,
	    .currency = currency_of(f),
	    .per = per_of(f),
	    .place = agree_place(f),
	};

	return g;
}

int
agree_level_rank(enum level l)
{
	int i = 0;

	while (level_order[i] != l)
		i++;
	return i;
}

/* "" and dollars come first; the rest by name. */
static int
first_then_name(const char *a, const char *b, const char *first)
{
	bool x = strcmp(a, first) == 0, y = strcmp(b, first) == 0;

	return x != y ? y - x : strcmp(a, b);
}

static int
group_compare(const void *a, const void *b)
{
	const struct agree_group *x = a, *y = b;
	int order[] = {
	    agree_level_rank(x->level) - agree_level_rank(y->level),
	    first_then_name(x->place, y->place, ""),
	    (int)x->ruler - (int)y->ruler,
	    first_then_name(x->currency, y->currency, AGREE_DOLLARS),
	    first_then_name(x->per, y->per, "year"),
	};

	for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
		if (order[i] != 0)
			return order[i];
	return 0;
}

static struct agree_group *
group_of(struct agree *ag, const struct agree_group *key)
{
	for (size_t i = 0; i < ag->n; i++)
		if (group_compare(&ag->g[i], key) == 0)
			return &ag->g[i];
	ag->g[ag->n] = *key;
	return &ag->g[ag->n++];
}

/* --- all groups ------------------------------------------------------------------------------ */

static size_t
pick_levels(enum level *out, const struct figures *figs, enum level level)
{
	unsigned bits = agree_levels(figs);
	size_t n = 0;

	if (level != LEVEL_UNSTATED) {
		out[0] = level;
		return 1;
	}
	for (size_t i = 0; i < LEVEL_COUNT; i++)
		if ((bits & 1u << level_order[i]) != 0)
			out[n++] = level_order[i];
	return n;
}

/* Counts the lines of each group, and puts them in once there is room. */
static void
sort_in(
    struct agree *ag, const struct figures *figs, const struct pay_filter *only, enum level level)
{
	for (size_t i = 0; i < figs->n; i++) {
		const struct figure *f = &figs->f[i];
		struct agree_group key, *g;
		struct agree_line line = {.f = f};

		if (!agree_belongs(figs, f, level) || (only != NULL && !pay_filter_passes(only, f)))
			continue;
		key = agree_key(f, level);
		g = group_of(ag, &key);
		figure_interval(f, &line.lo, &line.hi);
		if (g->lines != NULL)
			g->lines[g->nlines] = line;
		g->nlines++;
	}
}

void
agree_make_of(struct agree *out, const struct figures *figs, const struct pay_filter *only,
    enum level level, struct arena *a)
{
	enum level levels[LEVEL_COUNT];
	size_t n = pick_levels(levels, figs, level);

	out->n = 0;
	out->g = arena_alloc(a, (n * figs->n + 1) * sizeof *out->g);
	for (size_t i = 0; i < n; i++)
		sort_in(out, figs, only, levels[i]);
	qsort(out->g, out->n, sizeof *out->g, group_compare);
	for (size_t i = 0; i < out->n; i++) {
		out->g[i].lines = arena_alloc(a, out->g[i].nlines * sizeof *out->g[i].lines);
		out->g[i].nlines = 0;
	}
	for (size_t i = 0; i < n; i++)
		sort_in(out, figs, only, levels[i]);
	for (size_t i = 0; i < out->n; i++)
		agree_finish(&out->g[i], a);
}

void
agree_make(struct agree *out, const struct figures *figs, enum level level, struct arena *a)
{
	agree_make_of(out, figs, NULL, level, a);
}

bool
agree_is_main(const struct agree_group *g)
{
	return !agree_says(g->place) && strcmp(g->per, "year") == 0
	    && (strcmp(g->currency, AGREE_DOLLARS) == 0
		|| strcmp(g->currency, AGREE_NO_CURRENCY) == 0);
}

const struct agree_group *
agree_main(const struct agree *ag, enum level level, enum ruler ruler)
{
	for (size_t i = 0; i < ag->n; i++)
		if (ag->g[i].level == level && ag->g[i].ruler == ruler && agree_is_main(&ag->g[i]))
			return &ag->g[i];
	return NULL;
}
