/*
 * compare_outcome.c - what graduates of programs earn and owe, side by side.
 */
#include "career/page/money.h"
#include "compare_parts.h"

#include <math.h>
#include <string.h>

/* What a program's graduates earn or owe: a figure of a source, else the column of a data set. */
struct outcome {
	double value; /* NAN: absent */
	const char *currency, *horizon;
	const char *missing; /* reason code, NULL: nobody states it */
	bool median;         /* else it is some other number of theirs, and set against nothing */
	struct figure f;     /* where has_figure */
	bool has_figure;
};

/* "1 year after": how long after the program; "" when the source does not say it. */
static const char *
horizon_of(struct making *m, const struct figure *f)
{
	struct buf b = BUF_INIT;
	const char *text;

	if (!isnan(f->horizon_years)) {
		years_span(&b, f->horizon_years, f->horizon_years);
		buf_adds(&b, " after");
	}
	text = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
	return text;
}

static bool
is_median(const struct figure *f)
{
	return f->stat == STAT_MEDIAN || (f->stat == STAT_PERCENTILES && !isnan(f->p50));
}

/* The first that says a number; a median stands in for what is none. */
static void
take_figure(struct making *m, struct outcome *o, const struct figure *f)
{
	double lo, hi, value = !isnan(f->p50) ? f->p50 : f->value;
	bool better = is_median(f) && !o->median;

	if (isnan(value) && figure_interval(f, &lo, &hi))
		value = (lo + hi) / 2;
	if (!f->source->on || (!isnan(o->value) && !better) || (isnan(value) && o->has_figure))
		return;
	o->f = *f;
	o->has_figure = true;
	o->median = is_median(f);
	o->value = value;
	o->missing = f->missing;
	o->currency = f->unit;
	o->horizon = horizon_of(m, f);
}

static bool
load_outcome(struct making *m, size_t col, const char *measure, struct outcome *o, struct err *e)
{
	struct stmt *st = db_query(m->r->db, "page_program_figures", e);
	bool ok = st != NULL;
	struct figure f;

	if (ok)
		stmt_bind_int(st, 1, m->c->id[col]);
	while (ok && role_next(st, &ok, e)) {
		if (strcmp(stmt_str(st, 1), measure) != 0)
			continue;
		ok = figure_by_id(&f, m->r->db, &m->r->sources, stmt_int(st, 0), &m->c->arena, e);
		if (ok)
			take_figure(m, o, &f);
	}
	if (!ok && st != NULL)
		stmt_reset(st);
	return ok;
}

/* `horizon`: said in the cell, and not for all in the note. */
static void
outcome_cell(struct making *m, struct compare_cell *cell, const struct outcome *o, bool horizon)
{
	struct buf b = BUF_INIT;

	if (isnan(o->value)) {
		compare_says(m, cell, absent_words(o->missing));
	} else {
		if (o->median)
			money_full(&b, o->value, o->currency);
		else
			figure_says(&b, &o->f, MONEY_FULL);
		if (horizon && o->horizon != NULL && o->horizon[0] != '\0')
			buf_addf(&b, ", %s", o->horizon);
		compare_says(m, cell, b.data);
		if (o->median && !money_unstated(o->currency))
			compare_number(cell, o->value, o->currency, o->horizon ? o->horizon : "");
	}
	if (o->has_figure)
		compare_figure_anchor(m, cell, &o->f);
	buf_free(&b);
}

/* One ruler when every program states the measure in one currency for one stated horizon. */
static bool
same_horizon(const struct making *m, const struct outcome *o)
{
	for (size_t i = 0; i < m->c->n; i++)
		if (isnan(o[i].value) || !o[i].median || money_unstated(o[i].currency)
		    || o[i].horizon == NULL || o[i].horizon[0] == '\0'
		    || strcmp(o[i].horizon, o[0].horizon) != 0
		    || strcmp(o[i].currency, o[0].currency) != 0)
			return false;
	return true;
}

/* What the columns give is in `o`; the rest is looked for among the figures. */
static bool
outcome_row(struct making *m, const char *measure, struct outcome *o, struct err *e)
{
	bool earnings = strcmp(measure, "earnings") == 0, ruled;
	struct compare_row *row;

	for (size_t i = 0; i < m->c->n; i++)
		if (isnan(o[i].value) && !load_outcome(m, i, measure, &o[i], e))
			return false;
	ruled = earnings && same_horizon(m, o);
	row = compare_row(m, ruled ? BLOCK_RULER : BLOCK_AFTER, measure);
	row->note = ruled
	    ? arena_printf(&m->c->arena, "median, a year before tax: %s", o[0].horizon)
	    : earnings ? "median of graduates, a year before tax"
		       : "median of graduates";
	row->term = measure;
	for (size_t i = 0; i < m->c->n; i++) {
		outcome_cell(m, &row->cell[i], &o[i], !ruled);
		compare_outcome_anchor(m, i, &row->cell[i], earnings);
	}
	if (ruled)
		compare_rank(m, row, true);
	return true;
}

bool
compare_outcomes(struct making *m, struct err *e)
{
	struct outcome earnings[COMPARE_MAX] = {{0}}, debt[COMPARE_MAX] = {{0}};

	for (size_t i = 0; i < m->c->n; i++) {
		const struct program *g = &m->program[i];

		earnings[i] = (struct outcome){.value = g->earnings,
		    .median = !isnan(g->earnings),
		    .currency = "USD",
		    .horizon = g->earnings_horizon,
		    .missing = compare_absent(g, true)};
		debt[i] = (struct outcome){.value = g->debt,
		    .median = !isnan(g->debt),
		    .currency = "USD",
		    .horizon = g->scorecard ? g->scorecard->f[SC_FIG_DEBT].whom : NULL,
		    .missing = compare_absent(g, false)};
	}
	return outcome_row(m, "earnings", earnings, e) && outcome_row(m, "debt", debt, e);
}
