/* agree_group.c - what the lines of one group say together. */
#include "agree_parts.h"
#include "career/model/depth.h"

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
	unsigned all = ~0u, any = 0;

	for (size_t i = 0; i < g->nlines; i++) {
		struct agree_line *l = &g->lines[i];

		l->loosely = line_loosely(g, l->f, employer, place);
		all &= l->loosely;
		any |= l->loosely;
	}
	g->differs = any & ~all;
	if ((all & LOOSE_CURRENCY) != 0)
		g->currency = AGREE_NO_CURRENCY;
}

/* Numbers publishers and pages by first appearance; `page` gets one number per line. */
static void
number_parties(struct agree_group *g, size_t *page)
{
	for (size_t i = 0; i < g->nlines; i++) {
		const struct source *s = g->lines[i].f->source;

		g->lines[i].who = g->publishers;
		page[i] = g->pages;
		for (size_t k = 0; k < i; k++) {
			const struct source *t = g->lines[k].f->source;

			if (strcmp(s->publisher, t->publisher) == 0)
				g->lines[i].who = g->lines[k].who;
			if (s == t)
				page[i] = page[k];
		}
		g->publishers += g->lines[i].who == g->publishers;
		g->pages += page[i] == g->pages;
	}
}

static double
reach_lo(const struct agree_line *l)
{
	return l->f->open_low ? -INFINITY : l->lo;
}

static double
reach_hi(const struct agree_line *l)
{
	return l->f->open_high ? INFINITY : l->hi;
}

/* What only open ends bound stops at the nearest of them, marked as going on. */
static struct agree_range
range_of(const struct agree_group *g, const struct depth_peak *p)
{
	struct agree_range r = {
	    p->lo, p->hi, p->depth, !(p->lo < p->hi), isinf(p->lo), isinf(p->hi)};

	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		if (!figure_is_range(l->f))
			continue;
		if (r.open_low && l->f->open_low && l->lo <= p->hi)
			r.lo = fmax(r.lo, l->lo);
		if (r.open_high && l->f->open_high && l->hi >= p->lo)
			r.hi = fmin(r.hi, l->hi);
	}
	r.hi = fmax(r.lo, r.hi);
	return r;
}

static size_t
find_meeting(
    struct agree_range *out, const struct agree_group *g, const size_t *page, struct arena *a)
{
	struct depth_span *spans = arena_alloc(a, (g->nlines + 1) * sizeof *spans);
	struct depth_peak peaks[AGREE_MAX_RANGES];
	size_t n;

	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		spans[i] = (struct depth_span){reach_lo(l), reach_hi(l),
		    page != NULL ? page[i] : l->who, figure_is_range(l->f)};
	}
	n = depth_peaks(peaks, AGREE_MAX_RANGES, spans, g->nlines, a);
	for (size_t i = 0; i < n; i++)
		out[i] = range_of(g, &peaks[i]);
	return n;
}

static void
find_best(struct agree_group *g, struct arena *a)
{
	size_t *page = arena_alloc(a, (g->nlines + 1) * sizeof *page);
	struct agree_range meeting[AGREE_MAX_RANGES];

	number_parties(g, page);
	g->nbest = find_meeting(g->best, g, NULL, a);
	if (g->publishers == 1 && g->pages > 1 && find_meeting(meeting, g, page, a) > 0)
		g->single = meeting[0];
}

static bool
touches(const struct agree_line *l, const struct agree_range *r)
{
	return reach_lo(l) <= r->hi && reach_hi(l) >= r->lo;
}

static void
find_apart(struct agree_group *g, struct arena *a)
{
	bool *near = arena_alloc(a, g->publishers + 1);
	bool *says_level = arena_alloc(a, g->publishers + 1);

	g->apart = arena_alloc(a, (g->publishers + 1) * sizeof *g->apart);
	if (g->nbest == 0)
		return;
	for (size_t i = 0; i < g->nlines; i++) {
		struct agree_line *l = &g->lines[i];

		l->meets = touches(l, &g->best[0]);
		for (size_t k = 0; k < g->nbest; k++)
			near[l->who] |= touches(l, &g->best[k]);
		says_level[l->who] |= (l->loosely & LOOSE_LEVEL) == 0;
	}
	for (size_t i = 0; i < g->nlines; i++) {
		struct agree_line *l = &g->lines[i];

		/* Who states no level cannot be far off at one: it is only loosely comparable. */
		l->apart = !near[l->who] && says_level[l->who];
	}
	for (size_t i = 0, seen = 0; i < g->nlines; i++) {
		if (g->lines[i].who != seen)
			continue;
		seen++;
		if (g->lines[i].apart)
			g->apart[g->napart++] = g->lines[i].f->source->short_name;
	}
}

/* Open ends bind nothing: a common range that only they would end stops at the lowest stated one.
 * */
static void
find_common(struct agree_group *g)
{
	double lo = -INFINITY, hi = INFINITY, least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		lo = fmax(lo, reach_lo(l));
		hi = fmin(hi, reach_hi(l));
		least = fmin(least, l->hi);
		most = fmax(most, l->lo);
	}
	g->has_common = lo <= hi;
	if (!g->has_common) {
		g->gap = lo - hi;
		return;
	}
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
	find_best(g, a);
	find_apart(g, a);
	find_common(g);
	find_envelope(g);
}
