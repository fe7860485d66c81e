/*
 * compare_worth_rows.c - the lines that say what programs are worth: payback first, then what it rests on.
 */
#include "career/page/money.h"
#include "compare_parts.h"

#include <math.h>
#include <string.h>

/* --- texts ----------------------------------------------------------------------------------- */

/* Who says an input. */
static void
line_anchor(struct making *m, struct compare_cell *cell, const struct payback_line *l)
{
	if (l->table == NULL || l->row == 0)
		return;
	cell->anchor.kind = strcmp(l->table, "figure") == 0 ? ANCHOR_FIGURE : ANCHOR_FACT;
	cell->anchor.key = cell->anchor.kind == ANCHOR_FIGURE
	    ? arena_printf(&m->c->arena, "%lld", (long long)l->row)
	    : arena_printf(&m->c->arena, "%s:%lld", l->table, (long long)l->row);
}

/* What is assumed of the price, "read as US$, as the whole program's". */
static void
add_assumed(struct buf *b, unsigned assumed)
{
	static const struct {
		unsigned bit;
		const char *says;
	} words[] = {
	    {PRICE_TUITION, "tuition by the usual years"},
	    {PRICE_OUT, "from another state"},
	    {PRICE_YEARLY, "read as a year's"},
	    {PRICE_PER, "per what not said"},
	    {PRICE_CURRENCY, "currency not said"},
	    {PRICE_FOREIGN, "never set against dollars"},
	};
	const char *sep = " (";

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if ((assumed & words[i].bit) != 0
		    && !(words[i].bit == PRICE_PER && (assumed & PRICE_YEARLY) != 0)) {
			buf_addf(b, "%s%s", sep, words[i].says);
			sep = ", ";
		}
	if (sep[0] == ',')
		buf_addc(b, ')');
}

static void
price_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	const struct payback *p = &m->worth->p[i];
	struct buf b = BUF_INIT;

	cell->warn = (p->assumed & COMPARE_GUESSED) != 0 && !isnan(p->in.cost);
	buf_adds(&b, cell->warn ? "! " : "");
	if (isnan(p->in.cost)) {
		buf_adds(&b, "not stated");
	} else {
		finance_amount(&b, p->in.cost, p->in.currency);
		add_assumed(&b, p->assumed);
		if (compare_worth_by(m, i, false) != NULL)
			compare_number(cell, p->in.cost, "USD", compare_worth_by(m, i, false));
	}
	line_anchor(m, cell, &p->line[FI_COST]);
	compare_take(m, cell, &b);
}

static void
time_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	const struct payback *p = &m->worth->p[i];
	struct buf b = BUF_INIT;

	if (isnan(p->in.months))
		buf_adds(&b, "length not stated");
	else
		months_span(&b, p->in.months, p->in.months);
	if ((p->assumed & PRICE_LENGTH) != 0 && !isnan(p->in.months))
		buf_adds(&b, " as usual");
	buf_adds(&b, p->in.job_kept ? ", the job is kept" : ", pay is lost");
	if ((p->assumed & PRICE_MODE) != 0)
		buf_adds(&b, " (mode not said)");
	line_anchor(m, cell, &p->line[FI_MONTHS]);
	compare_take(m, cell, &b);
}

/* Count and span of the pay figures that answer: "6 figures, $83K-200K". */
static void
pay_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	const struct payback *p = &m->worth->p[i];
	double lo = INFINITY, hi = -INFINITY;
	struct buf b = BUF_INIT;

	for (size_t k = 0; k < p->npays; k++) {
		lo = fmin(lo, p->pay[k].pay.middle);
		hi = fmax(hi, p->pay[k].pay.middle);
	}
	if (p->npays == 0) {
		buf_adds(&b, p->apart > 0 ? "only in other currencies" : "no source states it");
	} else {
		struct money_span s = {.lo = lo, .hi = hi, .currency = "USD"};

		buf_addf(&b, "%zu figure%s, ", p->npays, p->npays == 1 ? "" : "s");
		money_span(&b, &s, MONEY_SHORT);
		buf_adds(&b, p->near ? ", nearest jobs" : "");
		if (p->near)
			buf_insert(&b, 0, "~", 1);
		compare_pay_anchor(m, cell, i);
	}
	compare_take(m, cell, &b);
}

/* "5 of 6 pay figures: 3-8 years; guide 2025: 129 years". Behind it stands the figure with the shortest. */
static void
band_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	const struct payback *p = &m->worth->p[i];
	struct buf b = BUF_INIT;

	cell->warn = p->band.n > 0 && p->band.never == p->band.n;
	buf_adds(&b, cell->warn ? "! " : "");
	if (p->npays == 0 && p->apart > 0)
		buf_adds(&b, "cannot be told: pay is stated in other currencies only");
	else
		finance_band_says(&b, &p->band, &p->in);
	if (p->band.best < p->npays)
		compare_figure_anchor(m, cell, p->pay[p->band.best].f);
	compare_take(m, cell, &b);
}

/* The answer at the middle pay, a number as far as it is one. */
static void
result_cell(struct making *m, struct compare_cell *cell, size_t i, enum finance_measure measure)
{
	const struct payback *p = &m->worth->p[i];
	const struct finance_value *v = &p->result[measure].v;
	enum finance_unit u = finance_formulas[measure].unit;
	struct buf b = BUF_INIT;

	cell->warn = v->told == FIN_NEVER || v->verdict == FIN_FAILS;
	buf_adds(&b, cell->warn ? "! " : "");
	if (v->told == FIN_TOLD) {
		const char *ruler =
		    compare_worth_by(m, i, measure != FM_FORGONE && measure != FM_MONTHLY);

		finance_number(&b, v->value, u, p->in.currency);
		if (ruler != NULL)
			compare_number(cell, v->value, u == FU_YEARS ? "years" : "USD", ruler);
	} else if (v->told == FIN_CANNOT) {
		buf_adds(&b, "cannot be told");
	} else {
		buf_adds(&b, p->result[measure].says);
	}
	compare_take(m, cell, &b);
}

static void
forgone_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	result_cell(m, cell, i, FM_FORGONE);
}

static void
monthly_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	result_cell(m, cell, i, FM_MONTHLY);
}

static void
direct_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	result_cell(m, cell, i, FM_DIRECT);
}

/* Rounded: nobody knows so far ahead to the dollar. */
static void
npv_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	const struct finance_value *v = &m->worth->p[i].result[FM_NPV].v;
	struct buf b = BUF_INIT;

	result_cell(m, cell, i, FM_NPV);
	if (v->told != FIN_TOLD)
		return;
	cell->warn = v->value < 0;
	buf_adds(&b, cell->warn ? "! -" : "");
	money_short(&b, fabs(round(v->value / 1000) * 1000), m->worth->p[i].in.currency);
	compare_take(m, cell, &b);
	cell->num = round(cell->num / 1000) * 1000;
}

/* "136% of a year's pay". */
static void
salary_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	const struct finance_value *v = &m->worth->p[i].result[FM_DEBT_SALARY].v;

	result_cell(m, cell, i, FM_DEBT_SALARY);
	if (v->told != FIN_TOLD)
		return;
	cell->text = arena_printf(
	    &m->c->arena, "%s%.0f%% of a year's pay", cell->warn ? "! " : "", v->value * 100);
	if (compare_worth_by(m, i, true) != NULL)
		compare_number(
		    cell, round(v->value * 100), "percent", compare_worth_by(m, i, true));
}

/* "passes: 3.6% of the pay, 4.4% of the discretionary". */
static void
ge_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	const struct payback *p = &m->worth->p[i];
	const struct finance_value *rate = &p->result[FM_ANNUAL].v;
	const struct finance_value *rest = &p->result[FM_DISCRETIONARY].v;
	struct buf b = BUF_INIT;

	result_cell(m, cell, i, FM_GE);
	if (p->result[FM_GE].v.told == FIN_CANNOT || rate->told != FIN_TOLD)
		return;
	buf_addf(&b, "%s: %.1f%% of the pay", cell->text, rate->value);
	if (rest->told == FIN_TOLD && rate->value > p->in.ge_annual)
		buf_addf(&b, ", %.1f%% of the discretionary", rest->value);
	compare_take(m, cell, &b);
	if (compare_worth_by(m, i, true) != NULL)
		compare_number(cell, rate->value, "percent", compare_worth_by(m, i, true));
}

/* --- notes ----------------------------------------------------------------------------------- */

/* "without it: $49,500 a year (median of all US jobs)", as the input's line says it. */
static void
baseline_note(const struct making *m, struct buf *b)
{
	const struct payback *p = &m->worth->p[compare_worth_typical(m)];
	const struct payback_line *l = &p->line[FI_BASELINE];

	buf_adds(b, "price and lost pay by what one earns more; ");
	if (isnan(p->in.baseline)) {
		buf_adds(b, "what one would earn without it is not said");
		return;
	}
	buf_adds(b, "without it: ");
	finance_number(b, p->in.baseline, FU_MONEY_YEAR, p->in.currency);
	if (l->says != NULL && l->says[0] != '\0')
		buf_addf(b, " (%s)", l->says);
}

static void
rule_note(const struct making *m, struct buf *b)
{
	const struct payback *p = &m->worth->p[compare_worth_typical(m)];
	const char *rule = p->result[FM_GE].rule;

	buf_addf(b,
	    "at the middle pay; may take %g%% of it, or %g%% of what is left over the guideline",
	    p->in.ge_annual, p->in.ge_discretionary);
	if (rule != NULL && rule[0] != '\0')
		buf_addf(b, " (%s)", rule);
}

static void
gain_note(const struct making *m, struct buf *b)
{
	const struct payback *p = &m->worth->p[compare_worth_typical(m)];
	buf_adds(b, "at the middle pay, over ");
	finance_span(b, p->in.horizon);
	buf_addf(b, " after it, less price and lost pay; later money counts %g%% a year less",
	    p->in.discount);
}

/* The rate goes by the award. */
static void
loan_note(const struct making *m, struct buf *b)
{
	const struct finance_input *in = &m->worth->p[compare_worth_typical(m)].in;
	double lo = in->rate, hi = in->rate;

	for (size_t i = 1; i < m->c->n; i++) {
		lo = fmin(lo, m->worth->p[i].in.rate);
		hi = fmax(hi, m->worth->p[i].in.rate);
	}
	buf_addf(b, "if the price is borrowed, at %g%%", lo);
	if (hi > lo)
		buf_addf(b, " or %g%%, by the award,", hi);
	buf_adds(b, " a year, paid back in ");
	finance_span(b, in->loan_years);
}

/* --- rows ------------------------------------------------------------------------------------ */

typedef void worth_cell(struct making *m, struct compare_cell *cell, size_t column);

/* What is asked first stands first. */
static const struct {
	const char *label, *term;
	worth_cell *cell;
	void (*note)(const struct making *m, struct buf *b);
} rows[] = {
    {"payback, all figures", "payback", band_cell, baseline_note},
    {"price", "price", price_cell, NULL},
    {"time", "months", time_cell, NULL},
    {"lost pay", "forgone-pay", forgone_cell, NULL},
    {"pay after it", "pay", pay_cell, NULL},
    {"payback, price only", "payback", direct_cell, NULL},
    {"loan", "monthly-payment", monthly_cell, loan_note},
    {"debt-to-earnings, if borrowed", "debt-to-earnings", ge_cell, rule_note},
    {"debt, if borrowed", "debt", salary_cell, NULL},
    {"gain", "npv", npv_cell, gain_note},
};

bool
compare_worth_rows(struct making *m, struct err *e)
{
	compare_worth_ruler(m);
	if (!compare_link(m, e))
		return false;
	for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
		struct compare_row *row = compare_row(m, BLOCK_WORTH, rows[k].label);
		struct buf b = BUF_INIT;

		if (rows[k].note != NULL)
			rows[k].note(m, &b);
		row->note = arena_dup(&m->c->arena, b.data);
		buf_free(&b);
		row->term = rows[k].term;
		for (size_t i = 0; i < m->c->n; i++)
			rows[k].cell(m, &row->cell[i], i);
	}
	return true;
}
