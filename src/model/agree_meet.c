/* agree_meet.c - where the parties of a group meet, and who stands apart. */
#include "agree_parts.h"
#include "career/model/depth.h"

#include <math.h>
#include <string.h>

/* Their types by name, each once; how many. */
static size_t
list_employers(const char **out, const struct agree_group *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->nlines; i++) {
		const char *e = agree_employer(g->lines[i].f);
		size_t at = 0;

		while (at < n && strcmp(out[at], e) < 0)
			at++;
		if (!agree_says(e) || (at < n && strcmp(out[at], e) == 0))
			continue;
		memmove(out + at + 1, out + at, (n++ - at) * sizeof *out);
		out[at] = e;
	}
	return n;
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

double
agree_reach_lo(const struct agree_line *l)
{
	return l->f->open_low ? -INFINITY : l->lo;
}

double
agree_reach_hi(const struct agree_line *l)
{
	return l->f->open_high ? INFINITY : l->hi;
}

/* Whether the line is about this type of employer: it says so, or says none; "" is any type. */
static bool
speaks_of(const struct agree_line *l, const char *employer)
{
	const char *own = agree_employer(l->f);

	return !agree_says(employer) || !agree_says(own) || strcmp(own, employer) == 0;
}

bool
agree_touches(const struct agree_line *l, const struct agree_range *r)
{
	return speaks_of(l, r->employer) && agree_reach_lo(l) <= r->hi
	    && agree_reach_hi(l) >= r->lo;
}

/* A place where parties meet, and whose lines they are. */
struct meeting {
	struct depth_peak peak;
	const char *employer;
};

/* What only open ends bound stops at the nearest of them, marked as going on. */
static struct agree_range
range_of(const struct agree_group *g, const struct meeting *m)
{
	const struct depth_peak *p = &m->peak;
	struct agree_range r = {
	    p->lo, p->hi, p->depth, !(p->lo < p->hi), isinf(p->lo), isinf(p->hi), m->employer};

	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		if (!figure_is_range(l->f) || !speaks_of(l, m->employer))
			continue;
		if (r.open_low && l->f->open_low && l->lo <= p->hi)
			r.lo = fmax(r.lo, l->lo);
		if (r.open_high && l->f->open_high && l->hi >= p->lo)
			r.hi = fmin(r.hi, l->hi);
	}
	r.hi = fmax(r.lo, r.hi);
	return r;
}

/* Where the parties meet by what they say of one type. `page`: the party of each line, NULL its publisher. */
static size_t
find_peaks(struct depth_peak *out, const struct agree_group *g, const size_t *page,
    const char *employer, struct arena *a)
{
	struct depth_span *spans = arena_alloc(a, (g->nlines + 1) * sizeof *spans);
	size_t n = 0;

	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		if (speaks_of(l, employer))
			spans[n++] = (struct depth_span){agree_reach_lo(l), agree_reach_hi(l),
			    page != NULL ? page[i] : l->who, figure_is_range(l->f)};
	}
	return depth_peaks(out, AGREE_MAX_RANGES, spans, n, a);
}

/* By lower, then by upper end. */
static int
peak_compare(const struct depth_peak *a, const struct depth_peak *b)
{
	if (a->lo < b->lo || a->lo > b->lo)
		return a->lo < b->lo ? -1 : 1;
	return a->hi < b->hi ? -1 : a->hi > b->hi;
}

/* Keeps the deepest, lowest first; what two types share belongs to neither. */
static void
add_meeting(struct meeting *m, size_t *n, const struct meeting *one)
{
	size_t at = 0;

	if (*n > 0 && m[0].peak.depth != one->peak.depth) {
		if (m[0].peak.depth > one->peak.depth)
			return;
		*n = 0;
	}
	if (*n > 0 && m[0].peak.covers != one->peak.covers) {
		if (m[0].peak.covers > one->peak.covers)
			return;
		*n = 0;
	}
	while (at < *n && peak_compare(&m[at].peak, &one->peak) < 0)
		at++;
	if (at < *n && peak_compare(&m[at].peak, &one->peak) == 0) {
		m[at].employer = "";
		return;
	}
	if (at == AGREE_MAX_RANGES)
		return;
	*n -= *n == AGREE_MAX_RANGES;
	memmove(m + at + 1, m + at, (*n - at) * sizeof *m);
	m[at] = *one;
	(*n)++;
}

static size_t
find_meeting(
    struct agree_range *out, const struct agree_group *g, const size_t *page, struct arena *a)
{
	const char **type = arena_alloc(a, (g->nlines + 1) * sizeof *type);
	size_t types = list_employers(type, g), n = 0;
	struct meeting found[AGREE_MAX_RANGES] = {{.employer = NULL}};

	if (types < 2) {
		type[0] = "";
		types = 1;
	}
	for (size_t i = 0; i < types; i++) {
		struct depth_peak peaks[AGREE_MAX_RANGES];
		size_t npeaks = find_peaks(peaks, g, page, type[i], a);

		for (size_t k = 0; k < npeaks; k++)
			add_meeting(found, &n, &(struct meeting){peaks[k], type[i]});
	}
	for (size_t i = 0; i < n; i++)
		out[i] = range_of(g, &found[i]);
	return n;
}

static void
find_best(struct agree_group *g, struct arena *a)
{
	size_t *page = arena_alloc(a, (g->nlines + 1) * sizeof *page);
	const char **type = arena_alloc(a, (g->nlines + 1) * sizeof *type);
	struct agree_range meeting[AGREE_MAX_RANGES];

	number_parties(g, page);
	g->employers = list_employers(type, g);
	g->nbest = find_meeting(g->best, g, NULL, a);
	if (g->publishers == 1 && g->pages > 1 && find_meeting(meeting, g, page, a) > 0)
		g->single = meeting[0];
}

/* Whether a line may be held against one of the best-supported ranges at all. */
static bool
is_rival(const struct agree_group *g, const struct agree_line *l)
{
	for (size_t k = 0; k < g->nbest; k++)
		if (speaks_of(l, g->best[k].employer))
			return true;
	return false;
}

static void
find_apart(struct agree_group *g, struct arena *a)
{
	bool *near = arena_alloc(a, g->publishers + 1);
	bool *rival = arena_alloc(a, g->publishers + 1);

	g->apart = arena_alloc(a, (g->publishers + 1) * sizeof *g->apart);
	if (g->nbest == 0)
		return;
	for (size_t i = 0; i < g->nlines; i++) {
		struct agree_line *l = &g->lines[i];

		l->meets = agree_touches(l, &g->best[0]);
		for (size_t k = 0; k < g->nbest; k++)
			near[l->who] |= agree_touches(l, &g->best[k]);
		/* Who states no level cannot be far off at one: it is only loosely comparable. */
		rival[l->who] |= (l->loosely & LOOSE_LEVEL) == 0 && is_rival(g, l);
	}
	for (size_t i = 0; i < g->nlines; i++) {
		struct agree_line *l = &g->lines[i];

		l->apart = !near[l->who] && rival[l->who];
	}
	for (size_t i = 0, seen = 0; i < g->nlines; i++) {
		if (g->lines[i].who != seen)
			continue;
		seen++;
		if (g->lines[i].apart)
			g->apart[g->napart++] = g->lines[i].f->source->short_name;
	}
}

void
agree_meet(struct agree_group *g, struct arena *a)
{
	find_best(g, a);
	find_apart(g, a);
}
