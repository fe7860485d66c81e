/*
 * finance_words.c - amounts, spans and reasons as the money formulas say them.
 */
#include "career/base/num.h"
#include "finance_parts.h"

#include <math.h>
#include <string.h>

/* Below it cents are shown. */
#define CENTS_BELOW 10000

bool
part_unsaid(const char *currency)
{
	return currency == NULL || currency[0] == '\0' || strncmp(currency, "unstated", 8) == 0;
}

static double
rounded(double v, double digits)
{
	double scale = pow(10, digits);

	return round(v * scale) / scale;
}

static void
put_unsigned(struct buf *out, double v)
{
	double cents = round(v * 100), whole = floor(cents / 100);

	if (v >= CENTS_BELOW || cents - 100 * whole < 0.5) {
		num_full(out, v);
		return;
	}
	num_full(out, whole);
	buf_addf(out, ".%02d", (int)(cents - 100 * whole));
}

void
finance_amount(struct buf *out, double v, const char *currency)
{
	bool dollars = currency != NULL && strcmp(currency, "USD") == 0;

	if (isnan(v)) {
		buf_adds(out, "not stated");
		return;
	}
	if (v < 0 && round(v * 100) != 0)
		buf_addc(out, '-');
	if (dollars)
		buf_addc(out, '$');
	else if (!part_unsaid(currency))
		buf_addf(out, "%s ", currency);
	put_unsigned(out, fabs(v));
}

static void
put_count(struct buf *out, double v, const char *one)
{
	num_plain(out, v);
	buf_addf(out, " %s%s", one, v == 1 ? "" : "s");
}

void
finance_span(struct buf *out, double years)
{
	if (isnan(years))
		buf_adds(out, "not stated");
	else if (fabs(years) < 1.5)
		put_count(out, round(years * 12), "month");
	else
		put_count(out, rounded(years, fabs(years) < 9.95 ? 1 : 0), "year");
}

static void
put_percent(struct buf *out, double v, const char *behind)
{
	num_plain(out, rounded(v, 2));
	buf_addf(out, "%%%s", behind);
}

void
finance_number(struct buf *out, double v, enum finance_unit u, const char *currency)
{
	if (isnan(v)) {
		buf_adds(out, "not stated");
		return;
	}
	switch (u) {
	case FU_MONEY:
	case FU_MONEY_YEAR:
	case FU_MONEY_MONTH:
		finance_amount(out, v, currency);
		if (u != FU_MONEY)
			buf_adds(out, u == FU_MONEY_YEAR ? " a year" : " a month");
		break;
	case FU_MONTHS:
		put_count(out, rounded(v, 1), "month");
		break;
	case FU_YEARS:
		finance_span(out, v);
		break;
	case FU_PERCENT:
		put_percent(out, v, "");
		break;
	case FU_RATE:
		put_percent(out, v, " a year");
		break;
	case FU_RATIO:
		num_plain(out, rounded(v, 2));
		break;
	case FU_PLAIN:
	case FU_VERDICT:
		num_plain(out, v);
		break;
	}
}

/* "3-8 years": whole ones, since a span of disagreement is not exact to months. */
static void
put_years(struct buf *out, double lo, double hi)
{
	bool months = fabs(hi) < 1.5;
	double from = round(months ? lo * 12 : lo), to = round(months ? hi * 12 : hi);

	if (!months && lo < 1)
		buf_addf(out, "under 1 to %.0f years", to);
	else if (from < to)
		buf_addf(out, "%.0f-%.0f %s", from, to, months ? "months" : "years");
	else if (months)
		put_count(out, to, "month");
	else
		buf_addf(out, "about %.0f years", to);
}

void
finance_range(struct buf *out, double lo, double hi, enum finance_unit u, const char *currency)
{
	if (isnan(lo) || isnan(hi) || !(lo < hi)) {
		finance_number(out, isnan(lo) ? hi : lo, u, currency);
	} else if (u == FU_YEARS) {
		put_years(out, lo, hi);
	} else {
		bool money = u == FU_MONEY || u == FU_MONEY_YEAR || u == FU_MONEY_MONTH;

		finance_number(out, lo, money ? FU_MONEY : u == FU_RATE ? FU_PERCENT : u, currency);
		buf_adds(out, " to ");
		finance_number(out, hi, u, currency);
	}
}

const char *
finance_timing_says(enum finance_timing t)
{
	return t == FIN_YEAR_END ? "the end" : "the start";
}

/* --- reasons --------------------------------------------------------------------------------- */

static const char *const reasons[FW_COUNT] = {
    [FW_NO_GAIN] = "the pay is not higher than without it",
    [FW_NO_PREMIUM] = "its graduates do not earn more than people with a high school diploma",
    [FW_NO_BASE] = "nothing is left to pay from",
    [FW_NO_PRICE] = "no cost comes first that a gain could be compared with",
    [FW_NO_RETURN] = "nothing is ever gained",
    [FW_TWO_TURNS] = "gains and losses alternate, so there is no single rate",
    [FW_CURRENCY] = "the rule is in US dollars, the amounts are not",
    [FW_FAR_RATE] = "there is no rate between -99% and 1,000% a year",
};

void
finance_why_says(struct buf *out, const struct finance_value *v, const struct finance_input *in)
{
	const struct finance_in *row;
	bool below = v->why == FW_BELOW;

	if (v->why == FW_NONE)
		return;
	if (reasons[v->why] != NULL) {
		buf_adds(out, reasons[v->why]);
		return;
	}
	row = &finance_inputs[v->about];
	buf_adds(out, row->title);
	if (v->why == FW_MISSING) {
		buf_adds(out, " is not stated");
		return;
	}
	buf_addf(out, " is %s than ", below ? "less" : "more");
	finance_number(out, below ? row->least : row->most, row->unit, in->currency);
}
