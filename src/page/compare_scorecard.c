/*
 * compare_scorecard.c - what only programs of the College Scorecard state, side by side: tuition of the school,
 * and what paying the debt back takes of the earnings.
 */
#include "career/page/money.h"
#include "compare_parts.h"

#include <math.h>

static bool
any_scorecard(const struct making *m)
{
	for (size_t i = 0; i < m->c->n; i++)
		if (m->program[i].scorecard)
			return true;
	return false;
}

static void
fact_of(struct making *m, size_t col, struct compare_cell *cell, enum scorecard_figure k)
{
	cell->anchor =
	    (struct anchor){ANCHOR_FACT, scorecard_fact(&m->program[col], k, &m->c->arena)};
}

/* The Scorecard states tuition of undergraduates only: it is no price of a course for graduates. */
static bool
for_graduates(const struct program *g)
{
	return rule_graduate(g->award);
}

/* Whether every column states the figure, and is meant by it. */
static bool
all_state(const struct making *m, enum scorecard_figure k)
{
	for (size_t i = 0; i < m->c->n; i++) {
		const struct program *g = &m->program[i];

		if (!g->scorecard || isnan(g->scorecard->f[k].v) || for_graduates(g))
			return false;
	}
	return true;
}

static void
tuition_row(struct making *m, enum scorecard_figure k, const char *label, const char *audience)
{
	bool ruled = all_state(m, k);
	struct compare_row *row = compare_row(m, ruled ? BLOCK_RULER : BLOCK_PRICE, label);

	row->note = "a year, of the whole school, before any aid";
	row->term = "tuition";
	for (size_t i = 0; i < m->c->n; i++) {
		const struct scorecard *s = m->program[i].scorecard;
		struct compare_cell *cell = &row->cell[i];
		struct buf b = BUF_INIT;

		if (!s)
			continue;
		if (isnan(s->f[k].v)) {
			compare_says(m, cell, s->f[k].known ? s->f[k].why : "not stated");
		} else {
			bool graduates = for_graduates(&m->program[i]);

			buf_adds(&b, graduates ? "~" : "");
			money_full(&b, s->f[k].v, "USD");
			buf_adds(&b, graduates ? ", of undergraduates" : "");
			compare_says(m, cell, b.data);
			if (!graduates)
				compare_number(cell, s->f[k].v, "USD", audience);
		}
		if (s->f[k].known)
			fact_of(m, i, cell, k);
		buf_free(&b);
	}
	if (ruled)
		compare_rank(m, row, false);
}

void
compare_tuition(struct making *m)
{
	if (!any_scorecard(m))
		return;
	tuition_row(m, SC_FIG_TUITION_IN, "tuition in the state", "in-state");
	tuition_row(m, SC_FIG_TUITION_OUT, "tuition from elsewhere", "out-of-state");
}

void
compare_debt_to_earnings(struct making *m)
{
	struct compare_row *row;

	if (!any_scorecard(m))
		return;
	row = compare_row(m, BLOCK_AFTER, "debt-to-earnings");
	row->note =
	    "a year's payments of the median debt, of a year's median earnings; our own sum";
	row->term = "debt-to-earnings";
	for (size_t i = 0; i < m->c->n; i++) {
		const struct scorecard *s = m->program[i].scorecard;

		if (!s)
			continue;
		if (isnan(s->dte)) {
			compare_says(m, &row->cell[i], "cannot be told");
			continue;
		}
		compare_says(m, &row->cell[i], arena_printf(&m->c->arena, "%.1f%%", s->dte));
		compare_number(&row->cell[i], s->dte, "percent",
		    arena_printf(&m->c->arena, "%g years, earnings %s", s->years,
			s->f[SC_FIG_EARNINGS].when));
		fact_of(m, i, &row->cell[i], SC_FIG_DEBT);
	}
}

const char *
compare_absent(const struct program *g, bool earnings)
{
	const struct scorecard *s = g->scorecard;

	return s ? s->f[earnings ? SC_FIG_EARNINGS : SC_FIG_DEBT].term : NULL;
}

void
compare_outcome_anchor(struct making *m, size_t col, struct compare_cell *cell, bool earnings)
{
	enum scorecard_figure k = earnings ? SC_FIG_EARNINGS : SC_FIG_DEBT;

	if (m->program[col].scorecard && m->program[col].scorecard->f[k].known)
		fact_of(m, col, cell, k);
}
