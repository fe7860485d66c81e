#include "career/model/cell.h"

#include "agree_parts.h"

#include <stdlib.h>
#include <string.h>

/* --- which figures share a cell -------------------------------------------------------------- */

static unsigned
unsaid_of(const struct pay_cell *c)
{
	return (c->g.level == LEVEL_UNSTATED ? LOOSE_LEVEL : 0u)
	    | (agree_says(c->place) ? 0u : LOOSE_PLACE)
	    | (c->basis == BASIS_UNSTATED ? LOOSE_BASIS : 0u)
	    | (agree_says(c->employer) ? 0u : LOOSE_EMPLOYER)
	    | (strcmp(c->g.currency, AGREE_NO_CURRENCY) == 0 ? LOOSE_CURRENCY : 0u);
}

/* What a figure's cell is called; the rest of it is still empty. */
static struct pay_cell
cell_key(const struct figure *f)
{
	struct pay_cell c = {
	    .g = agree_key(f, f->level),
	    .place = agree_place_said(f),
	    .basis = f->basis,
	    .employer = agree_employer(f),
	};

	if (strcmp(f->unit, AGREE_NO_CURRENCY) == 0)
		c.g.currency = AGREE_NO_CURRENCY;
	c.unsaid = unsaid_of(&c);
	return c;
}

/* The country, then what names no place, then the others. */
static int
place_rank(const char *place)
{
	return strcmp(place, "US") == 0 ? 0 : !agree_says(place) ? 1 : 2;
}

static int
basis_rank(enum basis b)
{
	static const int rank[] = {[BASIS_BASE] = 0, [BASIS_UNSTATED] = 1, [BASIS_TOTAL] = 2};

	return rank[b];
}

static int
cell_compare(const void *a, const void *b)
{
	const struct pay_cell *x = a, *y = b;
	int order[] = {
	    agree_level_rank(x->g.level) - agree_level_rank(y->g.level),
	    place_rank(x->place) - place_rank(y->place),
	    strcmp(x->place, y->place),
	    basis_rank(x->basis) - basis_rank(y->basis),
	    agree_says(y->employer) - agree_says(x->employer),
	    strcmp(x->employer, y->employer),
	    strcmp(x->g.currency, y->g.currency),
	    strcmp(x->g.per, y->g.per),
	};

	for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
		if (order[i] != 0)
			return order[i];
	return 0;
}

static struct pay_cell *
cell_of(struct pay_cells *cells, const struct pay_cell *key)
{
	for (size_t i = 0; i < cells->n; i++)
		if (cell_compare(&cells->c[i], key) == 0)
			return &cells->c[i];
	cells->c[cells->n] = *key;
	return &cells->c[cells->n++];
}

/* Counts the lines of each cell, and puts them in once there is room. */
static void
sort_in(struct pay_cells *cells, const struct figures *figs, const struct pay_filter *only)
{
	for (size_t i = 0; i < figs->n; i++) {
		const struct figure *f = &figs->f[i];
		struct agree_line line = {.f = f};
		struct pay_cell key, *c;

		if (!agree_line_of(f, &line) || (only != NULL && !pay_filter_passes(only, f)))
			continue;
		key = cell_key(f);
		c = cell_of(cells, &key);
		if (c->g.lines != NULL)
			c->g.lines[c->g.nlines] = line;
		c->g.nlines++;
	}
}

/* --- what may belong to a cell --------------------------------------------------------------- */

/* What a figure leaves unsaid that the cell says; ~0 when it is of the cell itself, or says something else. */
static unsigned
says_less(const struct figures *figs, const struct figure *f, const struct pay_cell *c)
{
	struct pay_cell key = cell_key(f);
	unsigned less = key.unsaid & ~c->unsaid;

	if (less == 0 || (c->unsaid & ~key.unsaid) != 0 || key.g.ruler != c->g.ruler
	    || strcmp(key.g.per, c->g.per) != 0 || !agree_belongs(figs, f, c->g.level))
		return ~0u;
	if ((less & LOOSE_PLACE) == 0 && strcmp(key.place, c->place) != 0)
		return ~0u;
	if ((less & LOOSE_BASIS) == 0 && key.basis != c->basis)
		return ~0u;
	if ((less & LOOSE_EMPLOYER) == 0 && strcmp(key.employer, c->employer) != 0)
		return ~0u;
	if ((less & LOOSE_CURRENCY) == 0 && strcmp(key.g.currency, c->g.currency) != 0)
		return ~0u;
	return less;
}

/* An unsaid currency is read as dollars, and as no other. */
static bool
reads_as(const struct pay_cell *c, unsigned less)
{
	return (less & LOOSE_CURRENCY) == 0 || strcmp(c->g.currency, AGREE_DOLLARS) == 0;
}

static void
find_loose(struct pay_cell *c, const struct figures *figs, struct arena *a)
{
	c->loose = arena_alloc(a, (figs->n + 1) * sizeof *c->loose);
	for (size_t i = 0; i < figs->n; i++) {
		struct agree_line line = {.f = &figs->f[i]};
		unsigned less;

		if (!agree_line_of(line.f, &line))
			continue;
		less = says_less(figs, line.f, c);
		if (less == ~0u || !reads_as(c, less))
			continue;
		line.loosely = less | (line.f->borrowed ? LOOSE_BORROWED : 0u);
		c->loose[c->nloose++] = line;
	}
}

static void
make_wide(struct pay_cell *c, struct arena *a)
{
	size_t n = c->g.nlines + c->nloose;

	if (c->nloose == 0)
		return;
	c->wide = agree_key(c->g.lines[0].f, c->g.level);
	c->wide.lines = arena_alloc(a, n * sizeof *c->wide.lines);
	memcpy(c->wide.lines, c->g.lines, c->g.nlines * sizeof *c->g.lines);
	memcpy(c->wide.lines + c->g.nlines, c->loose, c->nloose * sizeof *c->loose);
	c->wide.nlines = n;
	agree_finish(&c->wide, a);
}

void
pay_cells_make(struct pay_cells *out, const struct figures *figs, const struct pay_filter *only,
    struct arena *a)
{
	*out = (struct pay_cells){.c = arena_alloc(a, (figs->n + 1) * sizeof *out->c)};
	sort_in(out, figs, only);
	qsort(out->c, out->n, sizeof *out->c, cell_compare);
	for (size_t i = 0; i < out->n; i++) {
		struct agree_group *g = &out->c[i].g;

		g->lines = arena_alloc(a, g->nlines * sizeof *g->lines);
		g->nlines = 0;
	}
	sort_in(out, figs, only);
	for (size_t i = 0; i < out->n; i++) {
		struct pay_cell *c = &out->c[i];

		agree_finish(&c->g, a);
		find_loose(c, figs, a);
		make_wide(c, a);
		out->lines += c->g.nlines;
		out->shared += c->g.pages > 1;
		out->common += c->g.pages > 1 && c->g.has_common;
	}
}
