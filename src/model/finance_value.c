/*
 * finance_value.c - the answer of each formula, as a number or as the reason why there is none.
 */
#include "finance_parts.h"

#include <math.h>
#include <string.h>

/* Longer than this is "never": the gain is only a rounding of nothing. */
#define YEARS_MOST 1e4
/* Pay that is no pay to divide by. */
#define BASE_LEAST 1e-6

static struct finance_value
net_price(const struct finance_input *in)
{
	return finance_told(part_net(in));
}

static struct finance_value
forgone(const struct finance_input *in)
{
	return finance_told(part_forgone(in));
}

static struct finance_value
debt(const struct finance_input *in)
{
	return finance_told(part_debt(in));
}

static struct finance_value
study_interest(const struct finance_input *in)
{
	return finance_told(part_interest(in));
}

static struct finance_value
monthly(const struct finance_input *in)
{
	return finance_told(part_monthly(in));
}

static struct finance_value
loan_total(const struct finance_input *in)
{
	return finance_told(part_monthly(in) * 12 * in->loan_years);
}

/* --- payback --------------------------------------------------------------------------------- */

/* Years in which a yearly gain covers an outlay. */
static struct finance_value
covered(double outlay, double gain, enum finance_why never)
{
	if (!(gain > 0) || outlay / gain > YEARS_MOST)
		return finance_without(FIN_NEVER, never, FI_COUNT);
	return finance_told(fmax(0, outlay / gain));
}

static struct finance_value
direct(const struct finance_input *in)
{
	return covered(part_net(in), part_gain(in), FW_NO_GAIN);
}

static struct finance_value
payback(const struct finance_input *in)
{
	return covered(part_outlay(in), part_gain(in), FW_NO_GAIN);
}

static struct finance_value
premium(const struct finance_input *in)
{
	return covered(part_net(in), in->earnings - in->high_school, FW_NO_PREMIUM);
}

double
finance_pay_needed(const struct finance_input *in, double years)
{
	struct finance_value cannot;

	if (!(years > 0)
	    || !finance_check(in, NEED(FI_BASELINE) | NEED_NET | NEED_FORGONE, &cannot))
		return NAN;
	return in->baseline + fmax(0, part_outlay(in)) / years;
}

/* --- years ----------------------------------------------------------------------------------- */

static struct finance_value
npv(const struct finance_input *in)
{
	struct finance_flows f;

	if (!finance_flows(&f, in))
		return finance_without(FIN_CANNOT, FW_ABOVE, FI_HORIZON);
	return finance_told(finance_npv(&f, in->discount, in->timing));
}

static struct finance_value
irr(const struct finance_input *in)
{
	struct finance_flows f;

	if (!finance_flows(&f, in))
		return finance_without(FIN_CANNOT, FW_ABOVE, FI_HORIZON);
	return finance_irr(&f);
}

/* Gains and outlays of one year are not set off against each other. */
static struct finance_value
bcr(const struct finance_input *in)
{
	struct finance_flows gains, outlays;

	if (!part_flows(&gains, in, 0, 1) || !part_flows(&outlays, in, 1, 0))
		return finance_without(FIN_CANNOT, FW_ABOVE, FI_HORIZON);
	return part_ratio(&gains, &outlays, in->discount, in->timing);
}

/* --- tests ----------------------------------------------------------------------------------- */

static struct finance_value
judged(struct finance_value v, bool passes)
{
	v.verdict = passes ? FIN_PASSES : FIN_FAILS;
	return v;
}

/* Payments as a percent of what they are paid from. With nothing to pay from it fails without a rate. */
static struct finance_value
burden(double payment, double base, double most)
{
	double percent;

	if (!(payment > 0))
		return judged(finance_told(0), true);
	if (!(base > BASE_LEAST))
		return judged(finance_without(FIN_VERDICT, FW_NO_BASE, FI_COUNT), false);
	percent = 100 * payment / base;
	return judged(finance_told(percent), 100 * payment <= most * base);
}

static struct finance_value
annual(const struct finance_input *in)
{
	return burden(part_ge_payment(in), in->pay, in->ge_annual);
}

static struct finance_value
discretionary(const struct finance_input *in)
{
	return burden(part_ge_payment(in), part_spare(in), in->ge_discretionary);
}

/* A program fails only when it fails both. */
static struct finance_value
gainful(const struct finance_input *in)
{
	bool passes = annual(in).verdict == FIN_PASSES || discretionary(in).verdict == FIN_PASSES;

	return judged(finance_without(FIN_VERDICT, FW_NONE, FI_COUNT), passes);
}

static struct finance_value
debt_salary(const struct finance_input *in)
{
	struct finance_value v = burden(part_debt(in), in->pay, 100);

	v.value /= 100;
	return v;
}

/* The law wants more than the median, not as much. */
static struct finance_value
law(const struct finance_input *in)
{
	double above = in->earnings - in->law_median;

	return judged(finance_told(above), above > 0);
}

static struct finance_value
left(const struct finance_input *in)
{
	double tax = isnan(in->tax) ? 0 : in->tax;

	return finance_told(in->pay / 12 * (1 - tax / 100) - part_monthly(in));
}

/* --- table ----------------------------------------------------------------------------------- */

#define LOAN (NEED_DEBT | NEED(FI_RATE) | NEED(FI_LOAN_YEARS))
#define GAIN (NEED(FI_PAY) | NEED(FI_BASELINE) | NEED_NET)
#define YEARS (GAIN | NEED_FORGONE | NEED(FI_MONTHS) | NEED(FI_HORIZON))
#define GE (NEED_DEBT | NEED(FI_RATE) | NEED(FI_PAY) | NEED(FI_GE_YEARS))
#define SPARE (NEED(FI_GE_DISCRETIONARY) | NEED(FI_POVERTY) | NEED(FI_POVERTY_SHARE))

static const struct {
	unsigned needs;
	struct finance_value (*answer)(const struct finance_input *in);
	bool dollars; /* compared with a guideline of the US */
} measures[FM_COUNT] = {
    [FM_NET_PRICE] = {NEED_NET, net_price, false},
    [FM_FORGONE] = {NEED_FORGONE, forgone, false},
    [FM_DEBT] = {NEED_DEBT, debt, false},
    [FM_STUDY_INTEREST] = {NEED_DEBT | NEED(FI_RATE) | NEED(FI_MONTHS), study_interest, false},
    [FM_MONTHLY] = {LOAN, monthly, false},
    [FM_LOAN_TOTAL] = {LOAN, loan_total, false},
    [FM_DIRECT] = {GAIN, direct, false},
    [FM_PAYBACK] = {GAIN | NEED_FORGONE, payback, false},
    [FM_PREMIUM] = {NEED_NET | NEED(FI_EARNINGS) | NEED(FI_HIGH_SCHOOL), premium, false},
    [FM_NPV] = {YEARS | NEED(FI_DISCOUNT), npv, false},
    [FM_IRR] = {YEARS, irr, false},
    [FM_BCR] = {YEARS | NEED(FI_DISCOUNT), bcr, false},
    [FM_ANNUAL] = {GE | NEED(FI_GE_ANNUAL), annual, false},
    [FM_DISCRETIONARY] = {GE | SPARE, discretionary, true},
    [FM_GE] = {GE | SPARE | NEED(FI_GE_ANNUAL), gainful, true},
    [FM_DEBT_SALARY] = {NEED_DEBT | NEED(FI_PAY), debt_salary, false},
    [FM_LAW] = {NEED(FI_EARNINGS) | NEED(FI_LAW_MEDIAN), law, true},
    [FM_LEFT] = {LOAN | NEED(FI_PAY), left, false},
};

struct finance_value
finance_value(enum finance_measure m, const struct finance_input *in)
{
	unsigned needs = measures[m].needs;
	struct finance_value cannot;

	if (m == FM_LEFT && !isnan(in->tax))
		needs |= NEED(FI_TAX);
	if (measures[m].dollars && !part_unsaid(in->currency) && strcmp(in->currency, "USD") != 0)
		return finance_without(FIN_CANNOT, FW_CURRENCY, FI_COUNT);
	if (!finance_check(in, needs, &cannot))
		return cannot;
	return measures[m].answer(in);
}
