/*
 * payback_tests.c - what a payback says at one pay: what the loan takes, tests of debt, and the gain over the years.
 */
#include "payback_view.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A rate of return, % a year, that says no more than "at once". */
#define RATE_MOST 100

/* "; over all figures 0.95 to 2.3": what the measure comes to by the others. */
static void
put_span(struct buf *out, const struct payback *b, enum finance_measure m)
{
	const struct finance_band *band = &b->bands[m];
	enum finance_unit u = finance_formulas[m].unit;
	bool money = u == FU_MONEY || u == FU_MONEY_MONTH;

	if (band->n < 2 || !(band->lo < band->hi))
		return;
	buf_adds(out, "; over all figures ");
	finance_range(out, money ? round(band->lo) : band->lo, money ? round(band->hi) : band->hi,
	    money ? FU_MONEY : u, b->in.currency);
}

/* "; 9 of 10 figures pass". */
static void
put_passes(struct buf *out, const struct payback *b, enum finance_measure m)
{
	const struct finance_band *band = &b->bands[m];

	if (band->n > 1 && band->passes + band->fails == band->n)
		buf_addf(out, "; %zu of %zu figures pass", band->passes, band->n);
}

/* A test that failed says so by its mark. */
static void
put_test(
    struct payback_view *v, const char *label, const struct finance_result *r, const char *text)
{
	bool fails = r->v.verdict == FIN_FAILS;
	struct buf marked = BUF_INIT;

	buf_addf(&marked, "%s%s", fails ? "! " : "", text);
	payback_view_pair(v, label, fails ? STYLE_WARN : STYLE_TEXT, marked.data, "");
	page_anchor(v->p, ANCHOR_TERM, "debt-to-earnings");
	buf_free(&marked);
}

static void
put_payments(struct payback_view *v)
{
	const struct payback *b = v->b;
	struct buf text = BUF_INIT;

	if (b->in.pay > 0) {
		finance_number(&text, round(12000 * b->result[FM_MONTHLY].v.value / b->in.pay) / 10,
		    FU_PERCENT, "");
		buf_adds(&text, " of the pay");
		payback_view_pair(v, "Loan payments", STYLE_TEXT, text.data, "");
		page_anchor(v->p, ANCHOR_TERM, "monthly-payment");
	}
	buf_clear(&text);
	finance_amount(&text, round(b->result[FM_LEFT].v.value), b->in.currency);
	buf_addf(&text, " a month, %s tax", isnan(b->in.tax) ? "before" : "after");
	put_span(&text, b, FM_LEFT);
	payback_view_pair(v, "Left to live on", STYLE_TEXT, text.data, "");
	page_anchor(v->p, ANCHOR_TERM, "monthly-payment");
	buf_free(&text);
}

static void
put_debt(struct payback_view *v)
{
	const struct payback *b = v->b;
	const struct finance_result *debt = &b->result[FM_DEBT_SALARY], *rule = &b->result[FM_GE];
	struct buf text = BUF_INIT;
	char label[32];

	if (debt->v.told == FIN_TOLD) {
		finance_number(&text, debt->v.value, FU_RATIO, "");
		buf_adds(&text, " times a year's pay, at most 1 is the guideline");
		put_span(&text, b, FM_DEBT_SALARY);
		put_test(v, "Debt", debt, text.data);
	}
	/* The rule is about schools of the US. */
	if (rule->v.told == FIN_CANNOT
	    || (b->country[0] != '\0' && strcmp(b->country, "US") != 0)) {
		buf_free(&text);
		return;
	}
	buf_clear(&text);
	buf_adds(&text, rule->v.verdict == FIN_PASSES ? "passes" : "fails");
	if (b->result[FM_ANNUAL].v.told == FIN_TOLD) {
		buf_adds(&text, ": a year's payments over ");
		finance_number(&text, b->in.ge_years, FU_YEARS, "");
		buf_adds(&text, " are ");
		finance_number(&text, b->result[FM_ANNUAL].v.value, FU_PERCENT, "");
		buf_adds(&text, " of the pay (at most ");
		finance_number(&text, b->in.ge_annual, FU_PERCENT, "");
		buf_adds(&text, ")");
	}
	if (b->result[FM_DISCRETIONARY].v.told == FIN_TOLD) {
		buf_adds(&text, " or ");
		finance_number(&text, b->result[FM_DISCRETIONARY].v.value, FU_PERCENT, "");
		buf_adds(&text, " of what is beyond need (at most ");
		finance_number(&text, b->in.ge_discretionary, FU_PERCENT, "");
		buf_adds(&text, ")");
	}
	put_passes(&text, b, FM_GE);
	snprintf(label, sizeof label, "US debt rule of %d", b->ge_year);
	put_test(v, label, rule, text.data);
	buf_free(&text);
}

/* What it brings over the years that are counted, in today's money. */
static void
put_gain(struct payback_view *v)
{
	const struct payback *b = v->b;
	const struct finance_value *npv = &b->result[FM_NPV].v, *irr = &b->result[FM_IRR].v;
	struct buf label = BUF_INIT, text = BUF_INIT;

	if (npv->told != FIN_TOLD)
		return;
	buf_adds(&label, "Over ");
	finance_number(&label, b->in.horizon, FU_YEARS, "");
	finance_amount(&text, fabs(round(npv->value)), b->in.currency);
	buf_addf(&text, " %s than without it, in today's money", npv->value < 0 ? "less" : "more");
	if (irr->told == FIN_TOLD && irr->value <= RATE_MOST) {
		buf_adds(&text, "; a return of ");
		finance_number(&text, round(irr->value * 10) / 10, FU_RATE, "");
	}
	put_span(&text, b, FM_NPV);
	payback_view_pair(v, label.data, npv->value < 0 ? STYLE_WARN : STYLE_TEXT, text.data, "");
	page_anchor(v->p, ANCHOR_COMMAND, "payback-set horizon");
	page_anchor(v->p, ANCHOR_TERM, "npv");
	buf_free(&label);
	buf_free(&text);
}

void
payback_view_tests(struct payback_view *v)
{
	const struct payback *b = v->b;
	struct buf text = BUF_INIT;

	if (isnan(b->in.pay) || b->result[FM_LEFT].v.told == FIN_CANNOT)
		return;
	page_blank(v->p);
	page_line(v->p)->heading = true;
	buf_adds(&text, "At ");
	finance_amount(&text, round(b->in.pay), b->in.currency);
	buf_adds(&text, " a year");
	page_add(v->p, STYLE_HEADING, text.data);
	page_joinf(
	    v->p, 2, STYLE_NOTE, "%s %s", v->p->opts.plain ? "," : ":", b->line[FI_PAY].says);
	payback_view_anchor(v, FI_PAY);
	put_payments(v);
	put_debt(v);
	put_gain(v);
	buf_free(&text);
}
