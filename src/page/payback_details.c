/*
 * payback_details.c - every formula of a payback with its numbers put in, and each figure at both of its ends.
 */
#include "payback_view.h"

#include <math.h>
#include <string.h>

static void
put_value(const struct finance_value *v, struct buf *out)
{
	if (v->told == FIN_TOLD)
		finance_span(out, v->value);
	else
		buf_adds(out, v->told == FIN_NEVER ? "never" : "not known");
}

static void
put_end(const char *name, double pay, const struct finance_value *v, const char *currency,
    struct buf *out)
{
	if (isnan(pay))
		return;
	buf_addf(out, "%s%s ", out->len > 0 ? "; " : "", name);
	finance_amount(out, round(pay), currency);
	buf_adds(out, ": ");
	put_value(v, out);
}

/* "low $115,200: 2.9 years; high $180,000: 1.2 years; without lost pay 1.4 years". */
static void
put_ends(struct payback_view *v, size_t i)
{
	const struct payback *b = v->b;
	const struct finance_band_row *row = &b->band.row[i];
	struct buf text = BUF_INIT, value = BUF_INIT;

	if (row->pay->low < row->pay->middle || isnan(row->pay->low))
		put_end("low", row->pay->low, &row->low, b->in.currency, &text);
	if (row->pay->high > row->pay->middle || isnan(row->pay->high))
		put_end("high", row->pay->high, &row->high, b->in.currency, &text);
	buf_addf(&text, "%sprice alone: ", text.len > 0 ? "; " : "");
	put_value(&b->direct.row[i].middle, &text);
	finance_amount(&value, round(row->pay->middle), b->in.currency);
	payback_view_pair(v, row->pay->who, STYLE_VALUE, value.data, text.data);
	if (b->pay[i].f != NULL)
		page_anchor_id(v->p, ANCHOR_FIGURE, b->pay[i].f->id);
	buf_free(&text);
	buf_free(&value);
}

/* Glossary slugs of formulas. */
static const char *
term_of(enum finance_measure m)
{
	static const char *const terms[FM_COUNT] = {
	    [FM_NET_PRICE] = "net-price",
	    [FM_FORGONE] = "forgone-pay",
	    [FM_DIRECT] = "payback",
	    [FM_PAYBACK] = "payback",
	    [FM_DEBT] = "debt",
	    [FM_STUDY_INTEREST] = "interest",
	    [FM_MONTHLY] = "monthly-payment",
	    [FM_LOAN_TOTAL] = "monthly-payment",
	    [FM_PREMIUM] = "earnings-premium",
	    [FM_NPV] = "npv",
	    [FM_IRR] = "irr",
	    [FM_BCR] = "benefit-cost-ratio",
	    [FM_ANNUAL] = "debt-to-earnings",
	    [FM_DISCRETIONARY] = "discretionary-pay",
	    [FM_GE] = "debt-to-earnings",
	    [FM_DEBT_SALARY] = "debt-to-earnings",
	    [FM_LAW] = "earnings-premium",
	    [FM_LEFT] = "monthly-payment",
	};

	return terms[m];
}

/* The same over the pay figures: how many, and whose is best and worst. */
static void
put_band(struct payback_view *v, enum finance_measure m)
{
	const struct payback *b = v->b;
	const struct finance_band *band = &b->bands[m];
	enum finance_unit u = finance_formulas[m].unit;
	struct buf text = BUF_INIT;

	if (band->n < 2 || band->cannot == band->n)
		return;
	finance_band_says(&text, band, &b->in);
	if (band->best < band->n && band->worst < band->n && band->best != band->worst) {
		const struct finance_band_row *best = &band->row[band->best];
		const struct finance_band_row *worst = &band->row[band->worst];

		buf_addf(&text, "; best by %s: ", best->pay->who);
		finance_number(&text, best->middle.value, u, b->in.currency);
		buf_addf(&text, ", worst by %s: ", worst->pay->who);
		if (worst->middle.told == FIN_TOLD)
			finance_number(&text, worst->middle.value, u, b->in.currency);
		else
			buf_adds(&text, "never");
	}
	page_wrap(v->p, v->p->opts.plain ? 0 : 2, STYLE_TEXT, text.data);
	buf_free(&text);
}

static void
put_formula(struct payback_view *v, const struct finance_result *r, enum finance_measure m)
{
	struct page *p = v->p;
	int indent = p->opts.plain ? 0 : 2;

	page_line(p);
	page_addf(p, STYLE_LABEL, "%s: ", r->of->title);
	page_join(p, indent, r->v.told == FIN_CANNOT ? STYLE_WARN : STYLE_VALUE, r->says);
	if (term_of(m) != NULL)
		page_anchor(p, ANCHOR_TERM, term_of(m));
	page_wrapf(p, indent, STYLE_TEXT, "%s", r->of->words);
	if (r->worked[0] != '\0')
		page_wrapf(p, indent, STYLE_VALUE, "%s", r->worked);
	put_band(v, m);
	if (strncmp(r->rule, r->of->source, strlen(r->of->source)) == 0)
		page_wrap(p, indent, STYLE_NOTE, r->rule);
	else
		page_wrapf(p, indent, STYLE_NOTE, "%s%s%s", r->of->source,
		    r->rule[0] != '\0' ? "; " : "", r->rule);
	if (r->of->url[0] != '\0' && !p->opts.plain)
		page_joinf(p, indent, STYLE_LINK, " %s", r->of->url);
}

static void
put_timing(struct payback_view *v)
{
	page_wrapf(v->p, 0, STYLE_NOTE,
	    "Each year's amounts are taken at %s of their year, pay stays the same for all years, a year that "
	    "graduation cuts has its share, and all is before tax unless a tax is said.",
	    finance_timing_says(v->b->in.timing));
	page_anchor(v->p, ANCHOR_COMMAND, "payback-flip timing");
}

void
payback_view_details(struct payback_view *v)
{
	const struct payback *b = v->b;

	page_blank(v->p);
	page_heading(v->p, "Each figure at its ends, and for the price alone", "payback");
	for (size_t i = 0; i < b->npays; i++)
		put_ends(v, i);
	page_blank(v->p);
	page_heading(v->p, "Every formula with its numbers", NULL);
	put_timing(v);
	for (int m = 0; m < FM_COUNT; m++) {
		page_blank(v->p);
		put_formula(v, &b->result[m], (enum finance_measure)m);
	}
}
