/*
 * compare_pay.c - what roles pay, side by side: first by one ruler, then by others, then on one axis.
 *
 * A ruler is one source speaking of one level, basis, place, currency, period and kind of employer
 * with one kind of number. It says who pays best only when it covers every column. Figures about a
 * specialization that serves a role are not the role's own: they make no ruler.
 */
#include "career/page/money.h"
#include "compare_parts.h"
#include "pay_view.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A figure within a group of its role. */
struct spot {
	const struct agree_group *g;
	const struct agree_line *l;
};

/* --- what a ruler is ------------------------------------------------------------------------- */

static bool
kind_of(const struct figure *f, enum figure_kind *kind)
{
	static const enum figure_kind kinds[] = {[STAT_RANGE] = KIND_RANGE,
	    [STAT_POINT] = KIND_POINT,
	    [STAT_MEAN] = KIND_MEAN,
	    [STAT_MEDIAN] = KIND_MEDIAN,
	    [STAT_PERCENTILES] = KIND_MEDIAN};

	if (f->stat > STAT_PERCENTILES || (f->stat == STAT_PERCENTILES && isnan(f->p50)))
		return false;
	*kind = kinds[f->stat];
	return true;
}

/* A list of several types says as much as none. */
static const char *
employer_of(const struct figure *f)
{
	return strcmp(f->employer, "mixed") == 0 ? "" : f->employer;
}

/* Levels that only stand in for another, and statements about the field, are no part of a ruler. */
static bool
may_rule(const struct agree_line *l)
{
	return (l->loosely & LOOSE_LEVEL) == 0 && !l->f->borrowed && !l->f->near;
}

static bool
same_group(const struct agree_group *a, const struct agree_group *b)
{
	return a->level == b->level && a->ruler == b->ruler && strcmp(a->currency, b->currency) == 0
	    && strcmp(a->per, b->per) == 0 && strcmp(a->place, b->place) == 0;
}

static bool
same_ruler(const struct spot *a, const struct spot *b)
{
	const struct figure *f = a->l->f, *g = b->l->f;

	return f->source == g->source && same_group(a->g, b->g) && f->basis == g->basis
	    && strcmp(f->unit, g->unit) == 0 && strcmp(employer_of(f), employer_of(g)) == 0
	    && agree_comparable(a->l, b->l);
}

/* The figure of a role that the ruler reads, of `*of`: the one with the largest sample. *equals when
 * others have as large a one and say something else. */
static const struct agree_line *
find_line(const struct agree *ag, const struct ruled *k, size_t *of, bool *equals)
{
	struct spot ruler = {k->group, k->line[0]};
	const struct agree_line *best = NULL;
	enum figure_kind kind;

	*of = 0;
	*equals = false;
	for (size_t i = 0; i < ag->n; i++)
		for (size_t j = 0; j < ag->g[i].nlines; j++) {
			struct spot s = {&ag->g[i], &ag->g[i].lines[j]};

			if (!may_rule(s.l) || !kind_of(s.l->f, &kind) || kind != k->kind
			    || !same_ruler(&ruler, &s))
				continue;
			++*of;
			if (best == NULL || s.l->f->n > best->f->n) {
				best = s.l;
				*equals = false;
			} else if (s.l->f->n == best->f->n) {
				*equals = *equals || s.l->lo != best->lo || s.l->hi != best->hi;
			}
		}
	return best;
}

/* Whether the median itself is only "at least". */
static bool
median_is_coded(const struct figure *f)
{
	return f->top_coded && !(f->p75 > f->p50) && !(f->p90 > f->p50);
}

/* Median, or the middle of the range; NAN when an end is open. */
static double
value_of(const struct agree_line *l)
{
	const struct figure *f = l->f;

	if (f->stat == STAT_PERCENTILES)
		return median_is_coded(f) ? NAN : f->p50;
	return f->open_low || f->open_high || f->top_coded ? NAN : (l->lo + l->hi) / 2;
}

/* --- finding them ---------------------------------------------------------------------------- */

/* Remembers the source that covers most columns, should none cover all. */
static void
remember_widest(struct making *m, const struct source *src, const bool *covers)
{
	size_t now = 0, best = 0;

	for (size_t i = 0; i < m->c->n; i++) {
		now += covers[i];
		best += m->covers[i];
	}
	if (now < 2 || now <= best)
		return;
	m->widest = src;
	memcpy(m->covers, covers, sizeof m->covers);
}

static bool
covers_all(struct making *m, struct ruled *k)
{
	bool covers[COMPARE_MAX] = {false}, all = true;

	for (size_t i = 0; i < m->c->n; i++) {
		bool equals;

		k->line[i] = find_line(&m->role[i].all, k, &k->of[i], &equals);
		covers[i] = k->line[i] != NULL;
		all = all && covers[i];
		if (!covers[i])
			continue;
		k->value[i] = value_of(k->line[i]);
		k->equals = k->equals || equals;
	}
	remember_widest(m, k->line[0]->f->source, covers);
	return all;
}

static bool
is_known(const struct making *m, const struct spot *s)
{
	for (size_t i = 0; i < m->nruled; i++) {
		struct spot known = {m->ruled[i].group, m->ruled[i].line[0]};

		if (same_ruler(&known, s))
			return true;
	}
	return false;
}

static void
try_kind(struct making *m, enum figure_kind want, size_t *cap)
{
	const struct agree *ag = &m->role[0].all;
	enum figure_kind kind;

	for (size_t i = 0; i < ag->n; i++)
		for (size_t j = 0; j < ag->g[i].nlines; j++) {
			struct spot s = {&ag->g[i], &ag->g[i].lines[j]};
			struct ruled k = {.group = s.g, .line = {s.l}, .kind = want};

			if (!may_rule(s.l) || !kind_of(s.l->f, &kind) || kind != want
			    || is_known(m, &s) || !covers_all(m, &k))
				continue;
			m->ruled = mem_reserve(m->ruled, cap, m->nruled + 1, sizeof *m->ruled);
			m->ruled[m->nruled++] = k;
		}
}

static int
ruled_compare(const void *a, const void *b)
{
	const struct ruled *x = a, *y = b;
	const struct source *s = x->line[0]->f->source, *t = y->line[0]->f->source;

	if (x->rows != y->rows)
		return x->rows < y->rows ? 1 : -1;
	if (s != t)
		return s->id < t->id ? -1 : 1;
	return x->group < y->group ? -1 : x->group > y->group;
}

static void
sort_ruled(struct making *m)
{
	for (size_t i = 0; i < m->nruled; i++) {
		m->ruled[i].rows = 0;
		for (size_t k = 0; k < m->nruled; k++)
			m->ruled[i].rows +=
			    m->ruled[k].line[0]->f->source == m->ruled[i].line[0]->f->source;
	}
	if (m->nruled > 0)
		qsort(m->ruled, m->nruled, sizeof *m->ruled, ruled_compare);
}

/* A source that no column but others share: the first column need not be among them. */
static void
find_widest(struct making *m)
{
	for (size_t c = 1; c + 1 < m->c->n && m->nruled == 0; c++) {
		const struct agree *ag = &m->role[c].all;

		for (size_t i = 0; i < ag->n; i++)
			for (size_t j = 0; j < ag->g[i].nlines; j++) {
				struct ruled k = {
				    .group = &ag->g[i], .line = {&ag->g[i].lines[j]}};
				bool covers[COMPARE_MAX] = {false}, equals;
				size_t of;

				if (!may_rule(k.line[0]) || !kind_of(k.line[0]->f, &k.kind))
					continue;
				for (size_t n = 0; n < m->c->n; n++)
					covers[n] = find_line(&m->role[n].all, &k, &of, &equals)
					    != NULL;
				remember_widest(m, k.line[0]->f->source, covers);
			}
	}
}

/* --- rows of the same ruler ------------------------------------------------------------------ */

static const char *
ruler_label(struct making *m, const struct ruled *k)
{
	static const char *const basis[] = {"", ", base", ", with bonus and shares"};
	const struct figure *f = k->line[0]->f;
	struct buf b = BUF_INIT;
	const char *label;

	buf_addf(&b, "%s, %s%s", f->source->short_name, level_says(k->group->level),
	    basis[f->basis]);
	if (k->group->place[0] != '\0')
		buf_addf(&b, ", %s", k->group->place);
	if (employer_of(f)[0] != '\0')
		buf_addf(&b, ", %s", employer_of(f));
	label = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
	return label;
}

static const char *
ruler_note(struct making *m, const struct ruled *k)
{
	static const char *const kinds[KINDS] = {
	    [KIND_MEDIAN] = "median", [KIND_RANGE] = "range", [KIND_POINT] = "one figure",
	    [KIND_MEAN] = "mean"};
	struct buf b = BUF_INIT;
	const char *note;

	buf_addf(&b, "%s, %s before tax", kinds[k->kind], per_words(k->group->per));
	if (money_unstated(k->line[0]->f->unit))
		buf_adds(&b, ", currency not said");
	if (k->equals)
		buf_adds(&b, "; several figures of one role, so none is marked");
	note = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
	return note;
}

static void
add_amount(struct buf *b, const struct agree_line *l)
{
	const struct figure *f = l->f;
	struct money_span s = {.lo = l->lo,
	    .hi = l->hi,
	    .open_lo = f->open_low,
	    .open_hi = f->open_high,
	    .currency = f->unit};

	if (f->stat == STAT_PERCENTILES) {
		s.lo = s.hi = f->p50;
		s.open_lo = false;
		s.open_hi = median_is_coded(f);
	}
	money_span_bare(b, &s, MONEY_SHORT);
}

static void
add_ruled(struct making *m, struct ruled *k)
{
	struct compare_row *row = compare_row(m, BLOCK_RULER, ruler_label(m, k));
	bool marked = !k->equals;

	row->note = ruler_note(m, k);
	row->term = "same-ruler";
	for (size_t i = 0; i < m->c->n; i++) {
		const struct figure *f = k->line[i]->f;
		struct buf b = BUF_INIT;

		add_amount(&b, k->line[i]);
		if (k->of[i] > 1)
			buf_addf(&b, ", 1 of %zu figures", k->of[i]);
		compare_take(m, &row->cell[i], &b);
		if (!k->equals)
			compare_number(&row->cell[i], k->value[i], f->unit, "");
		compare_figure_anchor(m, &row->cell[i], f);
		marked = marked && !isnan(k->value[i]);
	}
	if (marked)
		compare_rank(m, row, true);
}

void
compare_ruler(struct making *m)
{
	struct ruled *kept;
	size_t cap = 0;

	for (int kind = 0; kind < KINDS; kind++)
		try_kind(m, (enum figure_kind)kind, &cap);
	sort_ruled(m);
	find_widest(m);
	kept = arena_alloc(&m->c->arena, (m->nruled + 1) * sizeof *kept);
	if (m->nruled > 0)
		memcpy(kept, m->ruled, m->nruled * sizeof *kept);
	free(m->ruled);
	m->ruled = kept;
	for (size_t i = 0; i < m->nruled; i++)
		add_ruled(m, &m->ruled[i]);
}

/* --- other rulers ---------------------------------------------------------------------------- */

static bool
is_ruled(const struct making *m, const struct source *src, enum level level)
{
	for (size_t i = 0; i < m->nruled; i++)
		if (m->ruled[i].line[0]->f->source == src
		    && (level == LEVEL_UNSTATED || m->ruled[i].group->level == level))
			return true;
	return false;
}

/* How well a figure answers for the level that was asked for; 0 best. */
static int
distance(const struct making *m, const struct agree_group *g, const struct figure *f)
{
	int d = f->level == m->level ? 0 : f->level == LEVEL_UNSTATED ? 1 : 2;

	return d * 4 + (g->ruler == RULER_TOTAL ? 2 : 0) + (f->stat == STAT_MEAN ? 1 : 0);
}

/* What a source says of a role for the country, nearest to the level; NULL when it says nothing. */
static const struct agree_line *
nearest_line(const struct making *m, const struct agree *ag, const struct source *src)
{
	const struct agree_line *best = NULL;
	int least = 0;

	for (size_t i = 0; i < ag->n; i++)
		for (size_t j = 0; j < ag->g[i].nlines; j++) {
			const struct agree_line *l = &ag->g[i].lines[j];
			int d = distance(m, &ag->g[i], l->f);

			if (l->f->source != src || !may_rule(l) || ag->g[i].place[0] != '\0'
			    || (best != NULL && d >= least))
				continue;
			best = l;
			least = d;
		}
	return best;
}

static void
line_cell(struct making *m, struct compare_cell *cell, const struct agree_line *l)
{
	const struct figure *f = l->f;
	struct buf b = BUF_INIT;

	add_amount(&b, l);
	buf_addf(&b, " %s", level_says(f->level));
	if (f->basis == BASIS_TOTAL)
		buf_adds(&b, ", with bonus and shares");
	if (f->employer_words[0] != '\0' || f->employer[0] != '\0')
		buf_addf(&b, ", %s", f->employer_words[0] != '\0' ? f->employer_words : f->employer);
	compare_take(m, cell, &b);
	compare_figure_anchor(m, cell, f);
}

/* A source that does not measure all columns alike: its nearest statement on each. */
static void
source_row(struct making *m, const struct source *src)
{
	struct compare_row *row;
	const struct agree_line *line[COMPARE_ROLES_MAX];
	size_t n = 0;

	for (size_t i = 0; i < m->c->n; i++) {
		line[i] = nearest_line(m, &m->role[i].all, src);
		if (line[i] != NULL && is_ruled(m, src, LEVEL_UNSTATED)
		    && (line[i]->f->level != m->level || is_ruled(m, src, m->level)))
			line[i] = NULL;
		n += line[i] != NULL;
	}
	if (n == 0)
		return;
	row = compare_row(m, BLOCK_OTHER, src->short_name);
	row->note = "a year before tax";
	row->term = "level";
	for (size_t i = 0; i < m->c->n; i++)
		if (line[i] != NULL)
			line_cell(m, &row->cell[i], line[i]);
}

/* Span of the medians of official figures. */
static size_t
official_span(const struct figures *figs, struct money_span *s, const struct figure **first)
{
	size_t n = 0;

	for (size_t i = 0; i < figs->n; i++) {
		const struct figure *f = &figs->f[i];

		if (f->source->kind != SOURCE_OFFICIAL || f->stat != STAT_PERCENTILES || f->borrowed
		    || isnan(f->p50) || (n > 0 && strcmp(f->unit, s->currency) != 0))
			continue;
		if (n++ == 0) {
			*s = (struct money_span){.lo = f->p50, .hi = f->p50, .currency = f->unit};
			*first = f;
		}
		s->lo = fmin(s->lo, f->p50);
		s->hi = fmax(s->hi, f->p50);
		s->open_hi = s->open_hi || (median_is_coded(f) && f->p50 == s->hi);
	}
	return n;
}

static void
official_row(struct making *m)
{
	struct compare_row *row = compare_row(m, BLOCK_OTHER, "official median");

	row->note = "all levels, a year before tax; ~ the nearest occupations, never the role's own";
	row->term = "nearest-occupation";
	for (size_t i = 0; i < m->c->n; i++) {
		struct money_span s = {0};
		const struct figure *f = NULL;
		bool own = official_span(&m->role[i].pay, &s, &f) > 0;
		size_t n = own ? 1 : official_span(&m->role[i].near, &s, &f);
		struct buf b = BUF_INIT;

		if (n == 0)
			continue;
		buf_adds(&b, own ? "" : "~");
		money_span_bare(&b, &s, MONEY_SHORT);
		if (!own)
			buf_addf(&b, ", %zu nearest", n);
		compare_take(m, &row->cell[i], &b);
		compare_figure_anchor(m, &row->cell[i], f);
	}
}

void
compare_other_rulers(struct making *m)
{
	for (size_t i = 0; i < m->r->sources.n; i++)
		source_row(m, &m->r->sources.s[i]);
	official_row(m);
}

/* --- one axis -------------------------------------------------------------------------------- */

/* The intervals that a group's answer names; none where publishers do not meet. */
static void
axis_spans(struct compare_cell *cell, const struct agree_group *g)
{
	struct compare_span one = {.lo = g->envelope_lo, .hi = g->envelope_hi};

	for (size_t i = 0; i < g->nbest && i < COMPARE_SPANS; i++)
		cell->span[cell->nspans++] = (struct compare_span){
		    .lo = g->best[i].lo, .hi = g->best[i].hi, .open_hi = g->best[i].open_high};
	if (g->nbest > 0 || g->publishers > 1)
		return;
	if (g->has_common)
		one = (struct compare_span){.lo = g->common_lo, .hi = g->common_hi};
	one.open_hi = g->open_high;
	if (isfinite(one.lo) && isfinite(one.hi))
		cell->span[cell->nspans++] = one;
}

/* The figure that `i` opens: the first that touches the answer. */
static const struct figure *
answering(const struct agree_group *g)
{
	for (size_t i = 0; i < g->nlines; i++)
		if (g->lines[i].meets)
			return g->lines[i].f;
	return g->lines[0].f;
}

static void
other_level_cell(struct making *m, struct compare_cell *cell, const struct compare_role *k)
{
	struct pay_answer a;
	struct buf b = BUF_INIT;

	if (agree_answer(&k->pay, &a, &m->c->arena)) {
		struct money_span s = {
		    .lo = a.low, .hi = a.high, .open_hi = a.open_high, .currency = a.currency};

		buf_adds(&b, "no figure at this level; ");
		money_span(&b, &s, MONEY_SHORT);
		buf_addf(&b, " %s", level_says(a.level));
		if (a.basis == BASIS_TOTAL)
			buf_adds(&b, ", with bonus and shares");
	}
	compare_take(m, cell, &b);
}

static void
axis_row(struct making *m, enum ruler ruler)
{
	static const char *const names[] = {[RULER_SALARY] = "salary",
	    [RULER_TOTAL] = "with bonus and shares"};
	struct compare_row *row = compare_row(m, BLOCK_PAY,
	    arena_printf(&m->c->arena, "%s, %s", names[ruler], level_says(m->level)));

	row->look = COMPARE_AXIS;
	row->note = "best-supported range, thousand dollars a year before tax";
	row->term = "best-supported-range";
	for (size_t i = 0; i < m->c->n; i++) {
		struct compare_cell *cell = &row->cell[i];
		const struct agree_group *g = agree_main(&m->role[i].level, m->level, ruler);
		struct buf b = BUF_INIT;

		if (g == NULL && ruler == RULER_SALARY)
			other_level_cell(m, cell, &m->role[i]);
		if (g == NULL || g->nlines == 0)
			continue;
		pay_answer_words(g, &b);
		buf_adds(&b, ", ");
		pay_support_words(g, &b);
		compare_take(m, cell, &b);
		axis_spans(cell, g);
		compare_figure_anchor(m, cell, answering(g));
	}
}

void
compare_pay_axis(struct making *m)
{
	axis_row(m, RULER_SALARY);
	axis_row(m, RULER_TOTAL);
}
