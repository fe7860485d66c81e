#include "career/model/depth.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The spans of all parties made ready: ranges of one party that touch are one, and what lies inside
 * its own party's ranges is gone. Both lists are sorted by party. */
struct prepared {
	struct depth_span *range, *support;
	size_t nrange, nsupport;
	double *edge; /* finite ends of ranges, rising, each once */
	size_t nedge;
};

static int
span_compare(const void *a, const void *b)
{
	const struct depth_span *x = a, *y = b;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	return (x->lo > y->lo) - (x->lo < y->lo);
}

static int
edge_compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static bool
span_covers(const struct depth_span *s, double lo, double hi)
{
	return s->lo <= lo && hi <= s->hi;
}

static void
merge_ranges(struct prepared *p)
{
	size_t n = 0;

	qsort(p->range, p->nrange, sizeof *p->range, span_compare);
	for (size_t i = 0; i < p->nrange; i++) {
		struct depth_span *last = n > 0 ? &p->range[n - 1] : NULL;
		const struct depth_span *s = &p->range[i];

		if (last == NULL || last->who != s->who || s->lo > last->hi)
			p->range[n++] = *s;
		else if (s->hi > last->hi)
			last->hi = s->hi;
	}
	p->nrange = n;
}

static bool
inside_own(const struct prepared *p, const struct depth_span *s)
{
	for (size_t i = 0; i < p->nrange; i++)
		if (p->range[i].who == s->who && span_covers(&p->range[i], s->lo, s->hi))
			return true;
	return false;
}

static void
collect_edges(struct prepared *p, struct arena *a)
{
	size_t n = 0;

	p->edge = arena_alloc(a, (2 * p->nrange + 1) * sizeof *p->edge);
	for (size_t i = 0; i < p->nrange; i++) {
		if (isfinite(p->range[i].lo))
			p->edge[n++] = p->range[i].lo;
		if (isfinite(p->range[i].hi))
			p->edge[n++] = p->range[i].hi;
	}
	qsort(p->edge, n, sizeof *p->edge, edge_compare);
	for (size_t i = 0; i < n; i++)
		if (p->nedge == 0 || p->edge[p->nedge - 1] < p->edge[i])
			p->edge[p->nedge++] = p->edge[i];
}

static void
prepare(struct prepared *p, const struct depth_span *spans, size_t n, struct arena *a)
{
	memset(p, 0, sizeof *p);
	p->range = arena_alloc(a, (n + 1) * sizeof *p->range);
	p->support = arena_alloc(a, (n + 1) * sizeof *p->support);
	for (size_t i = 0; i < n; i++)
		if (spans[i].range)
			p->range[p->nrange++] = spans[i];
	merge_ranges(p);
	for (size_t i = 0; i < n; i++)
		if (!spans[i].range && !inside_own(p, &spans[i]))
			p->support[p->nsupport++] = spans[i];
	qsort(p->support, p->nsupport, sizeof *p->support, span_compare);
	collect_edges(p, a);
}

static size_t
count_covers(const struct prepared *p, double lo, double hi)
{
	size_t n = 0;

	for (size_t i = 0; i < p->nrange; i++)
		n += span_covers(&p->range[i], lo, hi);
	return n;
}

static bool
party_covers(const struct prepared *p, size_t who, double lo, double hi)
{
	for (size_t i = 0; i < p->nrange; i++)
		if (p->range[i].who == who && span_covers(&p->range[i], lo, hi))
			return true;
	return false;
}

/* Parties that touch the interval without covering it by a range. */
static size_t
count_supports(const struct prepared *p, double lo, double hi)
{
	const struct depth_span *counted = NULL;
	size_t n = 0;

	for (size_t i = 0; i < p->nsupport; i++) {
		const struct depth_span *s = &p->support[i];

		if (s->lo > hi || s->hi < lo || (counted != NULL && counted->who == s->who)
		    || party_covers(p, s->who, lo, hi))
			continue;
		counted = s;
		n++;
	}
	return n;
}

/* The i-th of the 2 * nedge + 1 intervals that the edges make: points at odd places, what lies
 * between and beyond them at even ones. */
static struct depth_peak
cell_at(const struct prepared *p, size_t i)
{
	struct depth_peak c = {.lo = -INFINITY, .hi = INFINITY};

	if (i > 0)
		c.lo = p->edge[(i - 1) / 2];
	if (i < 2 * p->nedge)
		c.hi = p->edge[i / 2];
	c.covers = count_covers(p, c.lo, c.hi);
	if (c.covers > 0)
		c.depth = c.covers + count_supports(p, c.lo, c.hi);
	return c;
}

/* A point counts only where more ranges meet than on either side: else it is a neighbour's end. */
static bool
is_mere_end(const struct depth_peak *cells, size_t i)
{
	return i % 2 == 1
	    && (cells[i - 1].covers == cells[i].covers || cells[i + 1].covers == cells[i].covers);
}

static bool
is_better(const struct depth_peak *a, const struct depth_peak *b)
{
	return a->depth != b->depth ? a->depth > b->depth : a->covers > b->covers;
}

size_t
depth_peaks(
    struct depth_peak *out, size_t cap, const struct depth_span *spans, size_t n, struct arena *a)
{
	struct depth_peak top = {0, 0, 2, 0}, *cells;
	struct prepared p;
	size_t ncells, found = 0;

	prepare(&p, spans, n, a);
	ncells = 2 * p.nedge + 1;
	cells = arena_alloc(a, ncells * sizeof *cells);
	for (size_t i = 0; i < ncells; i++)
		cells[i] = cell_at(&p, i);
	for (size_t i = 0; i < ncells; i++)
		if (!is_mere_end(cells, i) && is_better(&cells[i], &top))
			top = cells[i];
	for (size_t i = 0; i < ncells && found < cap; i++)
		if (top.covers > 0 && !is_mere_end(cells, i) && !is_better(&top, &cells[i]))
			out[found++] = cells[i];
	return found;
}
