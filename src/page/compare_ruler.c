/*
 * compare_ruler.c - what roles pay by one ruler.
 *
 * A ruler is one source speaking of one level, basis, place, currency, year and kind of employer
 * with one kind of number, its own or of whom it names. It says who pays best only when it covers every column. Figures about a
 * specialization that serves a role are not the role's own: they make no ruler.
 */
#include "career/page/money.h"
#include "compare_parts.h"

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

bool
compare_may_rule(const struct agree_line *l)
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
	    && f->as_of_year == g->as_of_year && strcmp(f->attributed, g->attributed) == 0
	    && strcmp(f->unit, g->unit) == 0 && strcmp(employer_of(f), employer_of(g)) == 0
	    && agree_comparable(a->l, b->l);
}

/* What a ruler reads of a role: of several figures the one with the largest sample. */
struct reading {
	const struct agree_line *line; /* NULL: nothing */
	size_t of;                     /* figures */
	bool equals;                   /* others have as large a sample and say something else */
};

static struct reading
read_role(const struct agree *ag, const struct spot *ruler, enum figure_kind want)
{
	struct reading r = {NULL, 0, false};
	enum figure_kind kind;

	for (size_t i = 0; i < ag->n; i++)
		for (size_t j = 0; j < ag->g[i].nlines; j++) {
			struct spot s = {&ag->g[i], &ag->g[i].lines[j]};

			if (!compare_may_rule(s.l) || !kind_of(s.l->f, &kind) || kind != want
			    || !same_ruler(ruler, &s))
				continue;
			r.of++;
			if (r.line == NULL || s.l->f->n > r.line->f->n) {
				r.line = s.l;
				r.equals = false;
			} else if (s.l->f->n == r.line->f->n) {
				r.equals =
				    r.equals || s.l->lo != r.line->lo || s.l->hi != r.line->hi;
			}
		}
	return r;
}

bool
compare_median_is_coded(const struct figure *f)
{
	return f->top_coded && !(f->p75 > f->p50) && !(f->p90 > f->p50);
}

/* Median, or the middle of the range; NAN when an end is open. */
static double
value_of(const struct agree_line *l)
{
	const struct figure *f = l->f;

	if (f->stat == STAT_PERCENTILES)
		return compare_median_is_coded(f) ? NAN : f->p50;
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

/* Reads every column by the ruler; false when one has nothing to be read. */
static bool
covers_all(struct making *m, const struct spot *ruler, struct ruled *k)
{
	bool covers[COMPARE_MAX] = {false}, all = true;

	for (size_t i = 0; i < m->c->n; i++) {
		struct reading r = read_role(&m->role[i].all, ruler, k->kind);

		covers[i] = r.line != NULL;
		all = all && covers[i];
		k->line[i] = r.line;
		k->of[i] = r.of;
		k->equals = k->equals || r.equals;
		k->value[i] = covers[i] ? value_of(r.line) : NAN;
	}
	remember_widest(m, ruler->l->f->source, covers);
	return all;
}

static bool
is_known(const struct making *m, const struct spot *s)
{
	for (size_t i = 0; i < m->nruled; i++) {
		struct spot known = {m->ruled[i].group, m->ruled[i].line[0]};

		if (known.l != NULL && same_ruler(&known, s))
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
			struct ruled k = {.group = s.g, .kind = want};

			if (!compare_may_rule(s.l) || !kind_of(s.l->f, &kind) || kind != want
			    || is_known(m, &s) || !covers_all(m, &s, &k))
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

/* A source that others share but not the first column, from which the rulers were taken. */
static void
find_widest(struct making *m)
{
	for (size_t c = 1; c + 1 < m->c->n && m->nruled == 0; c++) {
		const struct agree *ag = &m->role[c].all;

		for (size_t i = 0; i < ag->n; i++)
			for (size_t j = 0; j < ag->g[i].nlines; j++) {
				struct spot s = {&ag->g[i], &ag->g[i].lines[j]};
				struct ruled k = {.group = s.g};

				if (compare_may_rule(s.l) && kind_of(s.l->f, &k.kind))
					covers_all(m, &s, &k);
			}
	}
}

/* --- rows of the same ruler ------------------------------------------------------------------ */

const char *
compare_ruler_label(struct making *m, const struct ruled *k)
{
	static const char *const basis[] = {"", ", base", ", with bonus and shares"};
	const struct figure *f = k->line[0]->f;
	struct buf b = BUF_INIT;
	const char *label;

	buf_addf(
	    &b, "%s, %s%s", f->source->short_name, level_says(k->group->level), basis[f->basis]);
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
	static const char *const kinds[KINDS] = {[KIND_MEDIAN] = "median",
	    [KIND_RANGE] = "range",
	    [KIND_POINT] = "one figure",
	    [KIND_MEAN] = "mean"};
	struct buf b = BUF_INIT;
	const char *note;

	buf_addf(&b, "%s, %s before tax", kinds[k->kind], per_words(k->group->per));
	if (money_unstated(k->line[0]->f->unit))
		buf_adds(&b, ", currency not said");
	if (k->kind == KIND_RANGE)
		buf_adds(&b, "; set against one another by their middles");
	if (k->equals)
		buf_adds(&b, "; several figures of one role, so none is marked");
	note = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
	return note;
}

void
compare_add_amount(struct buf *b, const struct agree_line *l)
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
		s.open_hi = compare_median_is_coded(f);
	}
	money_span_bare(b, &s, MONEY_SHORT);
}

static void
add_ruled(struct making *m, struct ruled *k)
{
	struct compare_row *row = compare_row(m, BLOCK_RULER, compare_ruler_label(m, k));
	bool marked = !k->equals;

	row->note = ruler_note(m, k);
	row->term = "same-ruler";
	for (size_t i = 0; i < m->c->n; i++) {
		const struct figure *f = k->line[i]->f;
		struct buf b = BUF_INIT;

		compare_add_amount(&b, k->line[i]);
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
compare_find_rulers(struct making *m)
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
}

void
compare_ruler(struct making *m)
{
	compare_find_rulers(m);
	for (size_t i = 0; i < m->nruled; i++)
		add_ruled(m, &m->ruled[i]);
}
