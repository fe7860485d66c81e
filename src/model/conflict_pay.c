/*
 * conflict_pay.c - pay of one level that does not meet.
 *
 * Two sources are held against each other in a cell: one role, level, place, currency and period of pay. Their
 * figures are compared pair by pair; the nearest pair speaks for them. Sources that stand against the same
 * figure, all above or all below it, are one contradiction.
 */
#include "conflict_parts.h"
#include "agree_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The lines of a cell, of both rulers; no more than there is room for, those that the packs bring first. */
struct cell {
	struct conflict_job *j;
	const struct conflict_role *role;
	const struct agree_group *key; /* its first group */
	const struct agree_line *line[256];
	size_t n;
};
enum { CELL_LINES = 256 };

/* Two lines that stand for their sources: `low` ends where or before `high` begins. */
struct pair {
	const struct agree_line *low, *high;
	double gap;
	bool done;
};

static double
begins(const struct agree_line *l)
{
	return l->f->open_low ? -INFINITY : l->lo;
}

static double
ends(const struct agree_line *l)
{
	return l->f->open_high ? INFINITY : l->hi;
}

/* Positive: how far apart; negative: how much they share; 0: they touch. */
static double
gap_of(const struct agree_line *a, const struct agree_line *b)
{
	return fmax(begins(a), begins(b)) - fmin(ends(a), ends(b));
}

static bool
is_point(const struct agree_line *l)
{
	return !(begins(l) < ends(l));
}

/* A point at the edge of a range is in it; two ranges that touch share a point only. */
static bool
overlap(const struct agree_line *a, const struct agree_line *b)
{
	double gap = gap_of(a, b);

	return gap < 0 || (!(gap > 0) && (is_point(a) || is_point(b)));
}

static bool
states_level(const struct agree_line *l)
{
	return (l->loosely & LOOSE_LEVEL) == 0;
}

static bool
same_basis(const struct figure *a, const struct figure *b)
{
	if ((a->basis == BASIS_TOTAL) == (b->basis == BASIS_TOTAL))
		return true;
	if (a->basis == BASIS_TOTAL)
		return a->basis_implied && b->basis == BASIS_UNSTATED && b->excludes[0] == '\0';
	return same_basis(b, a);
}

static bool
comparable(const struct agree_line *a, const struct agree_line *b)
{
	return states_level(a) && states_level(b) && same_basis(a->f, b->f)
	    && agree_comparable(a, b);
}

/* In what they are comparable only loosely. */
static unsigned
pair_loosely(const struct agree_line *a, const struct agree_line *b)
{
	unsigned bits = (a->loosely ^ b->loosely) & (LOOSE_BASIS | LOOSE_BORROWED | LOOSE_CURRENCY);

	if (strcmp(agree_employer(a->f), agree_employer(b->f)) != 0)
		bits |= LOOSE_EMPLOYER;
	if (agree_says(a->f->place) != agree_says(b->f->place))
		bits |= LOOSE_PLACE;
	if (a->f->basis != b->f->basis)
		bits |= LOOSE_BASIS;
	return bits;
}

static unsigned
count_bits(unsigned bits)
{
	unsigned n = 0;

	for (; bits != 0; bits &= bits - 1)
		n++;
	return n;
}

/* --- two sources ------------------------------------------------------------------------------ */

/* The nearer pair; of equals the more alike, then the earlier. */
static bool
is_nearer(const struct pair *p, const struct pair *than)
{
	if (than->low == NULL || p->gap < than->gap || p->gap > than->gap)
		return than->low == NULL || p->gap < than->gap;
	return count_bits(pair_loosely(p->low, p->high))
	    < count_bits(pair_loosely(than->low, than->high));
}

/* Might they speak of the same, so that where they overlap the sources meet? Wider than comparable: also total
 * against a basis that is not said. */
static bool
may_meet(const struct agree_line *a, const struct agree_line *b)
{
	bool against = (a->f->basis == BASIS_TOTAL && b->f->basis == BASIS_BASE)
	    || (b->f->basis == BASIS_TOTAL && a->f->basis == BASIS_BASE);

	return !against && agree_comparable(a, b);
}

/* The nearest comparable figures of two sources, when no figures of theirs meet. */
static bool
find_pair(const struct cell *c, const struct source *a, const struct source *b, struct pair *out)
{
	*out = (struct pair){NULL, NULL, 0, false};
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->n; k++) {
			const struct agree_line *x = c->line[i], *y = c->line[k];
			bool first = begins(x) < begins(y) || ends(x) < ends(y);
			struct pair p = {first ? x : y, first ? y : x, gap_of(x, y), false};

			if (x->f->source != a || y->f->source != b)
				continue;
			if (may_meet(x, y) && overlap(x, y))
				return false;
			if (comparable(x, y) && is_nearer(&p, out))
				*out = p;
		}
	return out->low != NULL;
}

/* The page's card, whatever level it is of, may meet what another source says. */
static bool
card_meets(const struct figures *figs, const struct source *card, const struct agree_line *l)
{
	for (size_t i = 0; i < figs->n; i++) {
		struct agree_line x = {.f = &figs->f[i]};

		if (x.f->source == card && x.f->card && figure_interval(x.f, &x.lo, &x.hi)
		    && x.f->level == l->f->level && strcmp(x.f->unit, l->f->unit) == 0
		    && may_meet(&x, l) && overlap(&x, l))
			return true;
	}
	return false;
}

/* --- a figure that stands against others -------------------------------------------------------- */

/* In how many open pairs a line is the low or the high one. */
static size_t
count_pairs(const struct pair *p, size_t n, const struct agree_line *l, bool low)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		found += !p[i].done && (low ? p[i].low : p[i].high) == l && p[i].gap > 0;
	return found;
}

static void
say_touch(struct conflict_job *j, struct conflict *c, const struct pair *p, const char *level)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s: ", level);
	conflict_list(&b, c, 0);
	buf_adds(&b, " and ");
	conflict_list(&b, c, 1);
	buf_adds(&b, " meet only at ");
	conflict_amount(&b, p->high->lo, p->high->f->unit);
	c->what = conflict_keep(j, &b);
	buf_adds(&b, "they meet only at ");
	conflict_amount(&b, p->high->lo, p->high->f->unit);
	c->differs = conflict_keep(j, &b);
	c->topic = level;
}

/* "at least": of several the smallest. */
static void
say_apart(struct conflict_job *j, struct conflict *c, const struct pair *near, const char *level)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "no common range, %s", c->nsides > 2 ? "at least " : "");
	conflict_amount(&b, near->gap, near->low->f->unit);
	buf_adds(&b, " apart");
	c->differs = conflict_keep(j, &b);
	c->topic = level;
	buf_addf(&b, "%s: ", level);
	conflict_list(&b, c, 0);
	buf_adds(&b, " against ");
	conflict_list(&b, c, 1);
	buf_addf(&b, ": %s", c->differs);
	c->what = conflict_keep(j, &b);
}

/* A place that no other line of these names is missing nowhere. */
static void
settle_places(struct agree_group *g)
{
	bool any = false;

	for (size_t i = 0; i < g->nlines; i++)
		any = any || agree_says(g->lines[i].f->place);
	for (size_t i = 0; i < g->nlines; i++) {
		struct agree_line *l = &g->lines[i];

		l->loosely &= ~(unsigned)LOOSE_PLACE;
		if (any && !agree_says(l->f->place))
			l->loosely |= LOOSE_PLACE;
	}
}

/* Why, by what the lines say of themselves. */
static void
say_why(struct conflict_job *j, struct conflict *c, const struct cell *cell)
{
	struct agree_group g = {.level = cell->key->level, .currency = cell->key->currency};
	struct buf b = BUF_INIT;

	g.lines = arena_alloc(j->a, (cell->n + 1) * sizeof *g.lines);
	for (size_t i = 0; i < cell->n; i++)
		for (size_t k = 0; k < c->nsides; k++)
			if (cell->line[i]->f->id == c->side[k].id) {
				g.lines[g.nlines] = *cell->line[i];
				g.lines[g.nlines++].apart = false;
			}
	settle_places(&g);
	agree_why(&g, &b);
	c->why = conflict_keep(j, &b);
}

/* A figure that stands against others: the low or the high one of so many open pairs. */
struct hub {
	const struct agree_line *line;
	bool low;
	size_t n;
};

/* Of the pairs from `first` on; the first of equals. */
static struct hub
find_hub(const struct pair *p, size_t n, size_t first)
{
	struct hub hub = {p[first].low, true, 0};

	for (size_t i = first; i < n; i++)
		for (int k = 0; k < 2 && !p[i].done; k++) {
			struct hub h = {k == 0 ? p[i].low : p[i].high, k == 0, 0};

			h.n = count_pairs(p, n, h.line, h.low);
			if (h.n > hub.n)
				hub = h;
		}
	return hub;
}

static void
take_pair(const struct cell *cell, struct conflict *c, struct pair *p)
{
	p->done = true;
	conflict_add_figure(cell->j, c, 0, p->low->f);
	conflict_add_figure(cell->j, c, 1, p->high->f);
	c->loosely |= pair_loosely(p->low, p->high);
}

/* Two ranges that touch. */
static void
report_touch(const struct cell *cell, struct pair *p)
{
	struct conflict *c = conflict_new(cell->j, CONFLICT_PAY, cell->role->id);

	take_pair(cell, c, p);
	c->strength = 0.3;
	say_touch(cell->j, c, p, level_says(cell->key->level));
	say_why(cell->j, c, cell);
}

/* The figure that stands against most others, with these. */
static void
report_apart(const struct cell *cell, struct pair *p, size_t n, size_t first)
{
	struct hub hub = find_hub(p, n, first);
	struct conflict *c = conflict_new(cell->j, CONFLICT_PAY, cell->role->id);
	const struct pair *near = NULL;

	c->apart = true;
	for (size_t i = first; i < n; i++) {
		if (p[i].done || !(p[i].gap > 0) || (hub.low ? p[i].low : p[i].high) != hub.line)
			continue;
		take_pair(cell, c, &p[i]);
		if (near == NULL || p[i].gap < near->gap)
			near = &p[i];
	}
	if (near == NULL)
		near = &p[first];
	c->strength = 0.6 + 0.4 * near->gap / (near->gap + near->low->hi);
	say_apart(cell->j, c, near, level_says(cell->key->level));
	say_why(cell->j, c, cell);
}

static void
report_all(const struct cell *cell, struct pair *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		while (!p[i].done && p[i].gap > 0)
			report_apart(cell, p, n, i);
	for (size_t i = 0; i < n; i++)
		if (!p[i].done)
			report_touch(cell, &p[i]);
}

static void
compare_cell(const struct cell *cell, const struct figures *figs)
{
	const struct sources *src = cell->j->src;
	struct pair *p = mem_zero(cell->n * cell->n + 1, sizeof *p);
	size_t n = 0;

	for (size_t a = 0; a < src->n; a++)
		for (size_t b = a + 1; b < src->n; b++)
			if (find_pair(cell, &src->s[a], &src->s[b], &p[n])
			    && !card_meets(figs, p[n].low->f->source, p[n].high)
			    && !card_meets(figs, p[n].high->f->source, p[n].low))
				n++;
	report_all(cell, p, n);
	free(p);
}

/* --- all cells of a role ------------------------------------------------------------------------ */

static bool
same_cell(const struct agree_group *a, const struct agree_group *b)
{
	return a->level == b->level && strcmp(a->place, b->place) == 0
	    && strcmp(a->currency, b->currency) == 0 && strcmp(a->per, b->per) == 0;
}

static void
compare_role(struct conflict_job *j, const struct conflict_role *r, const struct figures *figs)
{
	struct agree ag;

	agree_make(&ag, figs, LEVEL_UNSTATED, j->a);
	for (size_t i = 0; i < ag.n; i++) {
		struct cell cell = {.j = j, .role = r, .key = &ag.g[i]};
		bool seen = false;

		for (size_t k = 0; k < ag.n; k++) {
			if (!same_cell(&ag.g[i], &ag.g[k]))
				continue;
			seen = seen || k < i;
			for (size_t l = 0; l < ag.g[k].nlines && cell.n < CELL_LINES; l++)
				cell.line[cell.n++] = &ag.g[k].lines[l];
		}
		if (!seen && cell.n > 1)
			compare_cell(&cell, figs);
	}
}

bool
conflict_rule_pay(struct conflict_job *j, struct err *e)
{
	(void)e;
	for (size_t i = 0; i < j->nroles; i++) {
		const struct conflict_role *r = &j->role[i];
		struct figures figs;

		if (j->only != 0 && j->only != r->id)
			continue;
		figs = conflict_figures(j, &j->pay, r);
		if (figs.n < 2)
			continue;
		compare_role(j, r, &figs);
		conflict_pay_twice(j, r, &figs);
	}
	return true;
}
