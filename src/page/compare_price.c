/*
 * compare_price.c - what programs cost, side by side.
 *
 * Prices stand by one ruler when both are totals, stated or derived, in one stated currency for the
 * same stated audience. All others are shown with what they are, and never ranked.
 */
#include "career/page/money.h"
#include "compare_parts.h"

#include <math.h>
#include <string.h>

static bool
priced(const struct program_fact *f)
{
	return !isnan(f->cost);
}

static bool
has_total(const struct program_fact *f)
{
	return f->total_basis && !isnan(f->total);
}

/* A total that may be set against others: none of its terms is guessed. */
static bool
may_rule(const struct program_fact *f)
{
	return has_total(f) && strcmp(f->total_basis, "unstated") != 0
	    && !money_unstated(f->currency) && f->audience;
}

static bool
same_ruler(const struct program_fact *a, const struct program_fact *b)
{
	return strcmp(a->currency, b->currency) == 0 && strcmp(a->audience, b->audience) == 0;
}

/* The headline price, else the best one that is stated at all. */
static const struct program_fact *
headline(const struct program *g)
{
	const struct program_fact *best = NULL;

	for (size_t i = 0; i < g->nfacts; i++) {
		if (!priced(&g->fact[i]))
			continue;
		if (g->fact[i].id == g->cost_fact)
			return &g->fact[i];
		if (best == NULL || program_better(&g->fact[i], best))
			best = &g->fact[i];
	}
	return best;
}

/* The program's price by the ruler of another fact; the headline before others. */
static const struct program_fact *
by_ruler(const struct program *g, const struct program_fact *ruler)
{
	const struct program_fact *best = NULL;

	for (size_t i = 0; i < g->nfacts; i++) {
		const struct program_fact *f = &g->fact[i];

		if (!may_rule(f) || !same_ruler(f, ruler))
			continue;
		if (f->id == g->cost_fact)
			return f;
		if (best == NULL || program_better(f, best))
			best = f;
	}
	return best;
}

static void
fact_cell(struct making *m, struct compare_cell *cell, const struct program_fact *f)
{
	struct buf b = BUF_INIT;

	money_bare(&b, f->total, f->currency, MONEY_FULL);
	buf_adds(&b, f->total_sum ? " derived" : "");
	if (f->year > 0)
		buf_addf(&b, ", %d", f->year);
	else
		buf_adds(&b, ", undated");
	compare_take(m, cell, &b);
	compare_fact_anchor(m, cell, "program_fact", f->id);
}

static bool
ruler_is_known(const struct making *m, const struct program_fact *f, size_t col, size_t fact)
{
	for (size_t i = 0; i <= col; i++)
		for (size_t k = 0; k < (i < col ? m->program[i].nfacts : fact); k++)
			if (may_rule(&m->program[i].fact[k])
			    && same_ruler(&m->program[i].fact[k], f))
				return true;
	return false;
}

/* A row where at least two programs stand by the ruler. True when it says the headline of all. */
static bool
ruler_row(struct making *m, const struct program_fact *ruler)
{
	const struct program_fact *f[COMPARE_MAX];
	struct compare_row *row;
	size_t n = 0, heads = 0;

	for (size_t i = 0; i < m->c->n; i++) {
		f[i] = by_ruler(&m->program[i], ruler);
		n += f[i] != NULL;
		heads += f[i] != NULL && f[i] == headline(&m->program[i]);
	}
	if (n < 2)
		return false;
	row = compare_row(m, BLOCK_RULER,
	    arena_printf(
		&m->c->arena, "total, %s, %s", ruler->currency, program_audience(ruler->audience)));
	row->note = "price of the whole program, and the year it is for";
	row->term = "same-ruler";
	for (size_t i = 0; i < m->c->n; i++)
		if (f[i] != NULL) {
			fact_cell(m, &row->cell[i], f[i]);
			compare_number(&row->cell[i], f[i]->total, f[i]->currency, f[i]->audience);
		}
	compare_rank(m, row, false);
	return heads == m->c->n;
}

/* Whether one row says the headlines of all columns. */
static bool
ruler_rows(struct making *m)
{
	bool all = false;

	for (size_t i = 0; i < m->c->n; i++)
		for (size_t k = 0; k < m->program[i].nfacts; k++) {
			const struct program_fact *f = &m->program[i].fact[k];

			if (may_rule(f) && !ruler_is_known(m, f, i, k))
				all = ruler_row(m, f) || all;
		}
	return all;
}

/* --- prices as they stand -------------------------------------------------------------------- */

/* What is not said of a total, in a row: "currency, per what, for whom". */
static void
add_unsaid(struct buf *b, const struct program_fact *f)
{
	const struct {
		bool unsaid;
		const char *what;
	} parts[] = {
	    {money_unstated(f->currency), "currency"},
	    {f->total_basis && strcmp(f->total_basis, "unstated") == 0, "per what"},
	    {!f->audience, "for whom"},
	};
	const char *sep = "not said: ";

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i].unsaid) {
			buf_addf(b, "%s%s", sep, parts[i].what);
			sep = ", ";
		}
}

static const char *
audience_word(const struct program_fact *f)
{
	static const struct word words[] = {{"all", "all students"}, {"home", "home students"},
	    {"eu", "EU"}, {"non-eu", "non-EU"}, {NULL, NULL}};

	return word_says(words, f->audience);
}

/* "$8,190 derived (all students)", "! 190,000 (not said: currency, per what, for whom)". */
static void
total_cell(struct making *m, struct compare_cell *cell, const struct program_fact *f)
{
	struct buf b = BUF_INIT, unsaid = BUF_INIT;

	cell->warn = has_total(f)
	    && (strcmp(f->total_basis, "unstated") == 0 || money_unstated(f->currency));
	buf_adds(&b, cell->warn ? "! " : "");
	if (has_total(f)) {
		money_bare(&b, f->total, f->currency, MONEY_FULL);
		buf_adds(&b, f->total_sum ? " derived" : "");
	} else {
		buf_adds(&b, "no total: ");
		program_price(&b, f);
	}
	add_unsaid(&unsaid, f);
	buf_addf(&b, " (%s%s%s)", f->audience ? audience_word(f) : "",
	    f->audience && unsaid.len > 0 ? "; " : "", unsaid.data);
	compare_take(m, cell, &b);
	compare_fact_anchor(m, cell, "program_fact", f->id);
	if (may_rule(f))
		compare_number(cell, f->total, f->currency, f->audience);
	buf_free(&unsaid);
}

/* Programs of the College Scorecard have no other price than tuition: nothing is missing in this block then. */
static bool
none_priced(const struct making *m)
{
	for (size_t i = 0; i < m->c->n; i++)
		if (m->program[i].scorecard == NULL || headline(&m->program[i]) != NULL)
			return false;
	return true;
}

static void
total_row(struct making *m)
{
	struct compare_row *row;

	if (none_priced(m))
		return;
	row = compare_row(m, BLOCK_PRICE, "in total");

	row->note = "for the whole program; where nobody says per what, it is read as that";
	row->term = "tuition";
	for (size_t i = 0; i < m->c->n; i++) {
		const struct program_fact *f = headline(&m->program[i]);

		if (f != NULL)
			total_cell(m, &row->cell[i], f);
		else
			compare_says(m, &row->cell[i], "no page states it");
	}
}

/* Totals beside the headline that differ from it and from one another. */
static void
others_cell(struct making *m, size_t col, struct compare_cell *cell)
{
	const struct program *g = &m->program[col];
	const struct program_fact *head = headline(g);
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < g->nfacts && head != NULL; i++) {
		const struct program_fact *f = &g->fact[i];

		if (f == head || !has_total(f)
		    || (f->total == head->total
			&& strcmp(
			       f->currency ? f->currency : "", head->currency ? head->currency : "")
			    == 0))
			continue;
		buf_adds(&b, b.len > 0 ? "; " : "");
		money_bare(&b, f->total, f->currency, MONEY_FULL);
		if (f->audience && (!head->audience || strcmp(f->audience, head->audience) != 0))
			buf_addf(&b, " %s", audience_word(f));
		buf_adds(&b, " (");
		say_ref(&b, f->source, f->as_of);
		buf_addc(&b, ')');
		if (cell->anchor.kind == ANCHOR_NONE)
			compare_fact_anchor(m, cell, "program_fact", f->id);
	}
	compare_take(m, cell, &b);
}

/* The total brought to `months`, at the fastest stated length; NAN when that cannot be done. */
static double
share_of(const struct program *g, const struct program_fact *f, double months)
{
	if (f == NULL || !has_total(f) || !(g->months >= months))
		return NAN;
	return round(f->total * months / g->months);
}

static void
share_row(struct making *m, const char *label, const char *per, double months)
{
	struct compare_row *row = compare_row(m, BLOCK_PRICE, label);

	row->note = "as stated, else our sum: the total by the shortest length";
	row->term = "derived-total";
	for (size_t i = 0; i < m->c->n; i++) {
		const struct program_fact *f = headline(&m->program[i]);
		struct compare_cell *cell = &row->cell[i];
		double share = share_of(&m->program[i], f, months);
		bool stated = f != NULL && f->per && strcmp(f->per, per) == 0;
		struct buf b = BUF_INIT;

		if (stated)
			share = f->cost;
		if (!isnan(share)) {
			money_bare(&b, share, f->currency, MONEY_FULL);
			buf_adds(&b, stated ? " stated" : " derived");
			compare_fact_anchor(m, cell, "program_fact", f->id);
			if (may_rule(f))
				compare_number(cell, share, f->currency, f->audience);
		}
		compare_take(m, cell, &b);
	}
}

void
compare_prices(struct making *m)
{
	struct compare_row *row;

	if (!ruler_rows(m))
		total_row(m);
	row = compare_row(m, BLOCK_PRICE, "other totals");
	row->term = "contradiction";
	for (size_t i = 0; i < m->c->n; i++)
		others_cell(m, i, &row->cell[i]);
	share_row(m, "a year", "year", 12);
	share_row(m, "a month", "month", 1);
}
