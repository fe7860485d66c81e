/* agree_group.c - what the lines of one group say together. */
#include "agree_parts.h"

#include <math.h>
#include <string.h>

static size_t
count_employer(const struct agree_group *g, const char *employer)
{
	size_t n = 0;

	for (size_t i = 0; i < g->nlines; i++)
		n += strcmp(agree_employer(g->lines[i].f), employer) == 0;
	return n;
}

/* The type that most lines state, by name among equals; "" when none does. */
static const char *
usual_employer(const struct agree_group *g)
{
	const char *best = "";
	size_t most = 0;

	for (size_t i = 0; i < g->nlines; i++) {
		const char *e = agree_employer(g->lines[i].f);
		size_t n = agree_says(e) ? count_employer(g, e) : 0;

		if (n > most || (n == most && n > 0 && strcmp(e, best) < 0)) {
			best = e;
			most = n;
		}
	}
	return best;
}

static bool
any_place(const struct agree_group *g)
{
	for (size_t i = 0; i < g->nlines; i++)
		if (agree_says(g->lines[i].f->place))
			return true;
	return false;
}

/* The year that it speaks of, else that of its source; 0 unknown. */
static int
year_of(const struct figure *f)
{
	return f->as_of_year != 0 ? f->as_of_year : f->source->year;
}

static int
newest_year(const struct agree_group *g)
{
	int year = 0;

	for (size_t i = 0; i < g->nlines; i++)
		if (year_of(g->lines[i].f) > year)
			year = year_of(g->lines[i].f);
	return year;
}

static unsigned
line_loosely(const struct agree_group *g, const struct figure *f, const char *employer, bool place)
{
	unsigned bits = 0;

	if (f->level == LEVEL_UNSTATED && g->level != LEVEL_UNSTATED)
		bits |= LOOSE_LEVEL;
	if (f->basis == BASIS_UNSTATED || f->basis_implied)
		bits |= LOOSE_BASIS;
	if (place && !agree_says(f->place))
		bits |= LOOSE_PLACE;
	if (strcmp(agree_employer(f), employer) != 0)
		bits |= LOOSE_EMPLOYER;
	if (f->borrowed)
		bits |= LOOSE_BORROWED;
	if (strcmp(f->unit, AGREE_NO_CURRENCY) == 0)
		bits |= LOOSE_CURRENCY;
	return bits;
}

static void
mark_loosely(struct agree_group *g)
{
	const char *employer = usual_employer(g);
	bool place = any_place(g);
	int newest = newest_year(g);
	unsigned all = ~0u, any = 0;

	for (size_t i = 0; i < g->nlines; i++) {
		struct agree_line *l = &g->lines[i];

		l->loosely = line_loosely(g, l->f, employer, place);
		if (year_of(l->f) != 0 && newest - year_of(l->f) > AGREE_OLD_YEARS)
			l->loosely |= LOOSE_YEAR;
		all &= l->loosely;
		any |= l->loosely;
	}
	g->differs = any & ~all;
	if ((all & LOOSE_CURRENCY) != 0)
		g->currency = AGREE_NO_CURRENCY;
}

/* Open ends bind nothing: a common range that only they would end stops at the lowest stated one.
 * */
static void
find_common(struct agree_group *g)
{
	double lo = -INFINITY, hi = INFINITY, least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		lo = fmax(lo, agree_reach_lo(l));
		hi = fmin(hi, agree_reach_hi(l));
		least = fmin(least, l->hi);
		most = fmax(most, l->lo);
	}
	g->has_common = lo <= hi;
	if (!g->has_common) {
		g->gap = lo - hi;
		return;
	}
	g->common_open_low = isinf(lo);
	g->common_open_high = isinf(hi);
	g->common_lo = isfinite(lo) ? lo : fmin(most, hi);
	g->common_hi = isfinite(hi) ? hi : fmax(least, g->common_lo);
}

static void
find_envelope(struct agree_group *g)
{
	double lo = INFINITY, hi = -INFINITY, least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		least = fmin(least, l->lo);
		most = fmax(most, l->hi);
		if (!l->f->open_low)
			lo = fmin(lo, l->lo);
		if (!l->f->open_high)
			hi = fmax(hi, l->hi);
		g->open_high |= l->f->open_high;
	}
	g->envelope_lo = isfinite(lo) ? lo : least;
	g->envelope_hi = isfinite(hi) ? hi : most;
	if (!g->has_common)
		return;
	if (g->envelope_lo < g->envelope_hi)
		g->overlap =
		    fmin(1, (g->common_hi - g->common_lo) / (g->envelope_hi - g->envelope_lo));
	else
		g->overlap = 1;
}

void
agree_finish(struct agree_group *g, struct arena *a)
{
	mark_loosely(g);
	agree_meet(g, a);
	find_common(g);
	find_envelope(g);
}
