/*
 * compare.c - a comparison: its table, and what rows have in common.
 */
#include "compare_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char marks[] = {[COMPARE_PLAIN] = '\0', [COMPARE_BEST] = '^', [COMPARE_WORST] = 'v'};

/* --- rows ------------------------------------------------------------------------------------ */

struct compare_row *
compare_row(struct making *m, const char *block, const char *label)
{
	struct compare *c = m->c;
	struct compare_row *row;

	c->row = mem_reserve(c->row, &c->cap, c->nrows + 1, sizeof *c->row);
	row = &c->row[c->nrows++];
	memset(row, 0, sizeof *row);
	row->block = block;
	row->label = arena_dup(&c->arena, label);
	row->note = "";
	for (size_t i = 0; i < COMPARE_MAX; i++)
		row->cell[i] = (struct compare_cell){
		    .text = "", .num = NAN, .unit = "", .ruler = "", .anchor = {ANCHOR_NONE, ""}};
	return row;
}

void
compare_says(struct making *m, struct compare_cell *cell, const char *text)
{
	cell->text = text ? arena_dup(&m->c->arena, text) : "";
}

void
compare_take(struct making *m, struct compare_cell *cell, struct buf *text)
{
	compare_says(m, cell, text->data);
	buf_free(text);
}

void
compare_number(struct compare_cell *cell, double num, const char *unit, const char *ruler)
{
	cell->num = num;
	cell->unit = unit;
	cell->ruler = ruler;
}

void
compare_figure_anchor(struct making *m, struct compare_cell *cell, const struct figure *f)
{
	cell->anchor.kind = ANCHOR_FIGURE;
	cell->anchor.key = arena_printf(&m->c->arena, "%lld", (long long)f->id);
}

void
compare_fact_anchor(struct making *m, struct compare_cell *cell, const char *table, int64_t id)
{
	cell->anchor.kind = ANCHOR_FACT;
	cell->anchor.key = arena_printf(&m->c->arena, "%s:%lld", table, (long long)id);
}

void
compare_rank(struct making *m, struct compare_row *row, bool most_is_best)
{
	double lo = INFINITY, hi = -INFINITY;

	for (size_t i = 0; i < m->c->n; i++)
		if (!isnan(row->cell[i].num)) {
			lo = fmin(lo, row->cell[i].num);
			hi = fmax(hi, row->cell[i].num);
		}
	if (!(lo < hi))
		return;
	for (size_t i = 0; i < m->c->n; i++) {
		struct compare_cell *cell = &row->cell[i];

		if (cell->num == hi)
			cell->mark = most_is_best ? COMPARE_BEST : COMPARE_WORST;
		else if (cell->num == lo)
			cell->mark = most_is_best ? COMPARE_WORST : COMPARE_BEST;
		if (cell->mark != COMPARE_PLAIN)
			cell->text =
			    arena_printf(&m->c->arena, "%s %c", cell->text, marks[cell->mark]);
	}
}

/* --- the whole table ------------------------------------------------------------------------- */

static bool
row_is_empty(const struct compare_row *row, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (row->cell[i].text[0] != '\0')
			return false;
	return true;
}

/* A warning is never folded away, and one column alone is equal to nothing. */
static bool
row_is_equal(const struct compare_row *row, size_t n)
{
	if (n < 2)
		return false;
	for (size_t i = 0; i < n; i++)
		if (row->cell[i].warn || strcmp(row->cell[i].text, row->cell[0].text) != 0)
			return false;
	return true;
}

static void
drop_empty(struct compare *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < c->nrows; i++)
		if (!row_is_empty(&c->row[i], c->n))
			c->row[kept++] = c->row[i];
	c->nrows = kept;
}

/* Appends the rows of a block, those that differ before those that are equal. */
static size_t
gather(const struct compare *c, const char *block, struct compare_row *out)
{
	size_t n = 0;

	for (int equal = 0; equal < 2; equal++)
		for (size_t i = 0; i < c->nrows; i++)
			if (c->row[i].equal == (equal == 1) && strcmp(c->row[i].block, block) == 0)
				out[n++] = c->row[i];
	return n;
}

/* The same ruler first, then the blocks as they were met, each in one piece. */
static void
sort_rows(struct compare *c)
{
	struct compare_row *sorted = mem_alloc((c->nrows + 1) * sizeof *sorted);
	size_t out = gather(c, BLOCK_RULER, sorted);

	for (size_t i = 0; i < c->nrows; i++) {
		bool placed = false;

		for (size_t k = 0; k < out && !placed; k++)
			placed = strcmp(sorted[k].block, c->row[i].block) == 0;
		if (!placed)
			out += gather(c, c->row[i].block, sorted + out);
	}
	free(c->row);
	c->row = sorted;
	c->cap = c->nrows + 1;
}

static void
finish(struct compare *c)
{
	drop_empty(c);
	for (size_t i = 0; i < c->nrows; i++)
		c->row[i].equal = row_is_equal(&c->row[i], c->n);
	sort_rows(c);
}

bool
compare_make(struct compare *c, struct reader *r, const char *const *keys, size_t n,
    enum level level, struct err *e)
{
	static bool (*const make[COMPARE_KINDS])(struct making * m, struct err * e) = {
	    [COMPARE_ROLES] = compare_roles,
	    [COMPARE_PROGRAMS] = compare_programs,
	    [COMPARE_PLANS] = compare_plans,
	};
	struct making m = {.c = c, .r = r, .level = level == LEVEL_UNSTATED ? LEVEL_ENTRY : level};
	bool ok;

	memset(c, 0, sizeof *c);
	arena_init(&c->arena);
	c->shared = c->answer = "";
	ok = compare_keys(&m, keys, n, e) && make[c->kind](&m, e);
	compare_worth_free(&m);
	if (ok)
		finish(c);
	else
		compare_free(c);
	return ok;
}

void
compare_free(struct compare *c)
{
	free(c->row);
	arena_free(&c->arena);
	memset(c, 0, sizeof *c);
}
