/*
 * compare_pay.c - what roles pay by other rulers, which name no winner; and all on one axis.
 */
#include "career/page/money.h"
#include "compare_parts.h"
#include "pay_view.h"

#include <math.h>
#include <string.h>

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

			if (l->f->source != src || !compare_may_rule(l) || ag->g[i].place[0] != '\0'
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

	compare_add_amount(&b, l);
	buf_addf(&b, " %s", level_says(f->level));
	if (f->basis == BASIS_TOTAL)
		buf_adds(&b, ", with bonus and shares");
	if (f->employer_words[0] != '\0' || f->employer[0] != '\0')
		buf_addf(
		    &b, ", %s", f->employer_words[0] != '\0' ? f->employer_words : f->employer);
	compare_take(m, cell, &b);
	compare_figure_anchor(m, cell, f);
}

/* A source that does not measure all columns alike: its nearest statement on each. */
static void
source_row(struct making *m, const struct source *src)
{
	struct compare_row *row;
	const struct agree_line *line[COMPARE_ROLES_MAX] = {NULL};
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
		s->open_hi = s->open_hi || (compare_median_is_coded(f) && f->p50 == s->hi);
	}
	return n;
}

/* One column's median: its own, else the span of its nearest occupations. True when it is its own. */
static bool
official_cell(struct making *m, struct compare_cell *cell, const struct compare_role *k)
{
	struct money_span s = {0};
	const struct figure *f = NULL;
	bool own = official_span(&k->pay, &s, &f) > 0;
	size_t n = own ? 1 : official_span(&k->near, &s, &f);
	struct buf b = BUF_INIT;

	if (n == 0)
		return false;
	buf_adds(&b, own ? "" : "~");
	money_span_bare(&b, &s, MONEY_SHORT);
	if (!own)
		buf_addf(&b, ", %zu nearest", n);
	compare_take(m, cell, &b);
	compare_figure_anchor(m, cell, f);
	return own;
}

/* Where all columns have their own, the same ruler says it already. */
static void
official_row(struct making *m)
{
	struct compare_row *row = compare_row(m, BLOCK_OTHER, "official median");
	size_t own = 0;

	row->note =
	    "all levels, a year before tax; ~ the nearest occupations, never the role's own";
	row->term = "nearest-occupation";
	for (size_t i = 0; i < m->c->n; i++)
		own += official_cell(m, &row->cell[i], &m->role[i]);
	if (own == m->c->n && m->nruled > 0)
		m->c->nrows--;
}

void
compare_other_rulers(struct making *m)
{
	for (size_t i = 0; i < m->r->sources.n; i++)
		source_row(m, &m->r->sources.s[i]);
	official_row(m);
}

/* --- one axis -------------------------------------------------------------------------------- */

/* The interval of a group of one publisher, as its words choose it: the middle half of percentiles,
 * else where its pages meet, else all that it says. */
static struct compare_span
one_publisher(const struct agree_group *g)
{
	struct compare_span s = {
	    .lo = g->envelope_lo, .hi = g->envelope_hi, .open_hi = g->open_high};

	for (size_t i = 0; i < g->nlines; i++)
		if (g->lines[i].f->stat == STAT_PERCENTILES)
			return (struct compare_span){.lo = g->lines[i].lo,
			    .hi = g->lines[i].hi,
			    .open_hi = g->lines[i].f->open_high};
	if (g->single.publishers > 0)
		s = (struct compare_span){
		    .lo = g->single.lo, .hi = g->single.hi, .open_hi = g->single.open_high};
	return s;
}

/* The intervals that a group's answer names; none where publishers do not meet. */
static void
axis_spans(struct compare_cell *cell, const struct agree_group *g)
{
	struct compare_span one = one_publisher(g);

	for (size_t i = 0; i < g->nbest && i < COMPARE_SPANS; i++)
		cell->span[cell->nspans++] = (struct compare_span){
		    .lo = g->best[i].lo, .hi = g->best[i].hi, .open_hi = g->best[i].open_high};
	if (g->nbest == 0 && g->publishers == 1 && isfinite(one.lo) && isfinite(one.hi))
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

/* Figures of any level, or those that stand in for the level asked for. */
static const struct agree_group *
group_at(const struct making *m, size_t col, enum level level, enum ruler ruler)
{
	const struct agree_group *g = agree_main(&m->role[col].level, level, ruler);

	return g != NULL ? g : agree_main(&m->role[col].all, level, ruler);
}

/* The level asked for; where no role has a salary at it, the one that most have. */
static enum level
axis_level(const struct making *m)
{
	enum level best = m->level;
	size_t most = 0;

	for (int l = 0; l < LEVEL_COUNT; l++) {
		enum level level = l == 0 ? m->level : (enum level)l;
		size_t n = 0;

		for (size_t i = 0; i < m->c->n; i++)
			n += group_at(m, i, level, RULER_SALARY) != NULL;
		if (n > most) {
			best = level;
			most = n;
		}
		if (l == 0 && n > 0)
			break;
	}
	return best;
}

/* "about $120K-160K (3 of 4 publishers meet)". */
static void
answer_words(struct buf *b, const struct agree_group *g)
{
	pay_answer_words(g, b);
	if (b->len > 0 && b->data[b->len - 1] == ',')
		buf_remove(b, b->len - 1, 1);
	if (g->nbest == 0 && g->publishers > 1)
		return;
	buf_adds(b, " (");
	pay_support_words(g, b);
	buf_addc(b, ')');
}

static void
axis_row(struct making *m, enum level level, enum ruler ruler)
{
	static const char *const names[] = {
	    [RULER_SALARY] = "salary", [RULER_TOTAL] = "with bonus and shares"};
	struct compare_row *row = compare_row(
	    m, BLOCK_PAY, arena_printf(&m->c->arena, "%s, %s", names[ruler], level_says(level)));

	row->look = COMPARE_AXIS;
	row->note = "best-supported range, a year before tax";
	row->term = "best-supported-range";
	for (size_t i = 0; i < m->c->n; i++) {
		struct compare_cell *cell = &row->cell[i];
		const struct agree_group *g = group_at(m, i, level, ruler);
		struct buf b = BUF_INIT;

		if (g == NULL && ruler == RULER_SALARY)
			other_level_cell(m, cell, &m->role[i]);
		if (g == NULL || g->nlines == 0)
			continue;
		answer_words(&b, g);
		compare_take(m, cell, &b);
		axis_spans(cell, g);
		compare_figure_anchor(m, cell, answering(g));
	}
}

void
compare_pay_axis(struct making *m)
{
	enum level level = axis_level(m);

	axis_row(m, level, RULER_SALARY);
	axis_row(m, level, RULER_TOTAL);
}
