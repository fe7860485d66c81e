/*
 * finance.c - the inputs of the money formulas and the terms that formulas share.
 */
#include "career/model/finance.h"

#include "career/model/rules.h"
#include "finance_parts.h"

#include <math.h>

/* More of any currency than a program costs, yet small enough that no sum overflows. */
#define MONEY_MOST 1e12
#define AT(member) offsetof(struct finance_input, member)

const struct finance_in finance_inputs[FI_COUNT] = {
    [FI_PAY] = {"pay", "the pay", FU_MONEY_YEAR, 0, MONEY_MOST, AT(pay)},
    [FI_BASELINE] = {"baseline", "the pay without it", FU_MONEY_YEAR, 0, MONEY_MOST, AT(baseline)},
    [FI_COST] = {"cost", "the price", FU_MONEY, 0, MONEY_MOST, AT(cost)},
    [FI_AID] = {"aid", "aid (grants, scholarships)", FU_MONEY, 0, MONEY_MOST, AT(aid)},
    [FI_LIVING] = {"living", "living cost while studying", FU_MONEY_MONTH, 0, MONEY_MOST / 1000,
	AT(living)},
    [FI_MONTHS] = {"months", "the length", FU_MONTHS, 0, 240, AT(months)},
    [FI_STUDY_PAY] = {"pay-while-studying", "the pay while studying", FU_MONEY_YEAR, 0, MONEY_MOST,
	AT(study_pay)},
    [FI_BORROWED] = {"borrowed", "what is borrowed", FU_MONEY, 0, MONEY_MOST, AT(borrowed)},
    [FI_RATE] = {"rate", "the rate of the loan", FU_RATE, 0, 100, AT(rate)},
    [FI_LOAN_YEARS] = {"years", "the term of the loan", FU_YEARS, 1 / 12.0, 60, AT(loan_years)},
    [FI_DISCOUNT] = {"discount", "the discount rate", FU_RATE, 0, 100, AT(discount)},
    [FI_HORIZON] = {"horizon", "the horizon after graduation", FU_YEARS, 1 / 12.0, 90, AT(horizon)},
    [FI_TAX] = {"tax", "the tax", FU_PERCENT, 0, 100, AT(tax)},
    [FI_EARNINGS] = {"earnings", "the median pay of its graduates", FU_MONEY_YEAR, 0, MONEY_MOST,
	AT(earnings)},
    [FI_HIGH_SCHOOL] = {"high-school", "the median pay with a high school diploma only",
	FU_MONEY_YEAR, 0, MONEY_MOST, AT(high_school)},
    [FI_LAW_MEDIAN] = {"law-median", "the median pay that the law compares with", FU_MONEY_YEAR, 0,
	MONEY_MOST, AT(law_median)},
    [FI_GE_YEARS] = {"ge-years", "the rule's term of the loan", FU_YEARS, 1 / 12.0, 60,
	AT(ge_years)},
    [FI_GE_ANNUAL] = {"ge-annual", "the rule's share of the pay", FU_PERCENT, 0, 100,
	AT(ge_annual)},
    [FI_GE_DISCRETIONARY] = {"ge-discretionary", "the rule's share of discretionary pay",
	FU_PERCENT, 0, 100, AT(ge_discretionary)},
    [FI_POVERTY] = {"poverty", "the poverty guideline", FU_MONEY_YEAR, 0, MONEY_MOST, AT(poverty)},
    [FI_POVERTY_SHARE] = {"poverty-share", "the share of the poverty guideline", FU_PERCENT, 0,
	1000, AT(poverty_share)},
};

double
finance_get(const struct finance_input *in, enum finance_field f)
{
	return *(const double *)(const void *)((const char *)in + finance_inputs[f].at);
}

void
finance_set(struct finance_input *in, enum finance_field f, double v)
{
	*(double *)(void *)((char *)in + finance_inputs[f].at) = v;
}

void
finance_init(struct finance_input *in)
{
	*in = (struct finance_input){.currency = "", .ge_says = "", .law_says = ""};
	for (int f = 0; f < FI_COUNT; f++)
		finance_set(in, (enum finance_field)f, NAN);
}

void
finance_assume(struct finance_input *in, const struct rules *r, const char *award)
{
	const struct rule *poverty = &r->rule[RULE_POVERTY];

	in->rate =
	    rule_value(r, rule_graduate(award) ? RULE_RATE_GRADUATE : RULE_RATE_UNDERGRADUATE);
	in->loan_years = rule_value(r, RULE_LOAN_YEARS);
	in->discount = rule_value(r, RULE_DISCOUNT);
	in->horizon = rule_value(r, RULE_HORIZON);
	in->ge_years = rule_of_award(r, RULE_GE_YEARS, award);
	in->ge_annual = rule_value(r, RULE_GE_ANNUAL);
	in->ge_discretionary = rule_value(r, RULE_GE_DISCRETIONARY);
	in->poverty = rule_value(r, RULE_POVERTY);
	in->poverty_year = poverty->value[poverty->n - 1].year;
	in->poverty_share = rule_value(r, RULE_GE_POVERTY_SHARE);
	in->ge_says = r->rule[RULE_GE_ANNUAL].source;
	in->law_says = r->rule[RULE_LAW_YEARS].source;
}

/* --- what is needed -------------------------------------------------------------------------- */

/* An input that need not be there, yet must not be absurd when it is. */
static unsigned
need_if_stated(const struct finance_input *in, enum finance_field f)
{
	return isnan(finance_get(in, f)) ? 0 : NEED(f);
}

static unsigned
spread(const struct finance_input *in, unsigned needs)
{
	if (needs & NEED_DEBT)
		needs |= isnan(in->borrowed) ? NEED_NET : NEED(FI_BORROWED);
	if (needs & NEED_DEBT && in->accrue)
		needs |= NEED(FI_RATE) | NEED(FI_MONTHS);
	if (needs & NEED_NET)
		needs |= NEED(FI_COST) | need_if_stated(in, FI_AID) | need_if_stated(in, FI_LIVING);
	if (needs & NEED_NET && !isnan(in->living))
		needs |= NEED(FI_MONTHS);
	if (needs & NEED_FORGONE && !in->job_kept)
		needs |= NEED(FI_BASELINE) | NEED(FI_MONTHS) | need_if_stated(in, FI_STUDY_PAY);
	return needs;
}

bool
finance_check(const struct finance_input *in, unsigned needs, struct finance_value *out)
{
	needs = spread(in, needs);
	for (int i = 0; i < FI_COUNT; i++) {
		const struct finance_in *row = &finance_inputs[i];
		enum finance_field f = (enum finance_field)i;
		enum finance_why why;
		double v;

		if (!(needs & NEED(f)))
			continue;
		v = finance_get(in, f);
		why = isnan(v)       ? FW_MISSING
		    : v < row->least ? FW_BELOW
		    : v > row->most  ? FW_ABOVE
				     : FW_NONE;
		if (why == FW_NONE)
			continue;
		*out = finance_without(FIN_CANNOT, why, f);
		return false;
	}
	return true;
}

struct finance_value
finance_told(double v)
{
	return (struct finance_value){
	    .told = FIN_TOLD, .verdict = FIN_NO_VERDICT, .about = FI_COUNT, .value = v};
}

struct finance_value
finance_without(enum finance_told told, enum finance_why why, enum finance_field about)
{
	return (struct finance_value){.told = told, .why = why, .about = about, .value = NAN};
}

/* --- terms ----------------------------------------------------------------------------------- */

static double
or_nothing(double v)
{
	return isnan(v) ? 0 : v;
}

double
part_study_years(const struct finance_input *in)
{
	return in->months / 12;
}

double
part_net(const struct finance_input *in)
{
	double living = isnan(in->living) ? 0 : in->living * in->months;

	return in->cost - or_nothing(in->aid) + living;
}

double
part_forgone(const struct finance_input *in)
{
	if (in->job_kept)
		return 0;
	return fmax(0, in->baseline - or_nothing(in->study_pay)) * part_study_years(in);
}

double
part_outlay(const struct finance_input *in)
{
	return part_net(in) + part_forgone(in);
}

double
part_gain(const struct finance_input *in)
{
	return in->pay - in->baseline;
}

double
part_principal(const struct finance_input *in)
{
	return isnan(in->borrowed) ? fmax(0, part_net(in)) : in->borrowed;
}

double
part_interest(const struct finance_input *in)
{
	double years = part_study_years(in), sum = 0;

	if (!(years > 0))
		return 0;
	/* The part of year k is borrowed years - k before graduation. */
	for (int k = 0; k < years; k++)
		sum += fmin(1, years - k) * (years - k);
	return part_principal(in) / years * in->rate / 100 * sum;
}

double
part_debt(const struct finance_input *in)
{
	return part_principal(in) + (in->accrue ? part_interest(in) : 0);
}

double
part_payment(double principal, double rate, double years)
{
	double month = rate / 1200, n = years * 12;
	/* 1 - (1 + i)^-n, exact for small i too. */
	double annuity = -expm1(-n * log1p(month));

	return annuity > 0 && month > 0 ? principal * (month / annuity) : principal / n;
}

double
part_monthly(const struct finance_input *in)
{
	return part_payment(part_debt(in), in->rate, in->loan_years);
}

double
part_ge_payment(const struct finance_input *in)
{
	return 12 * part_payment(part_debt(in), in->rate, in->ge_years);
}

double
part_spare(const struct finance_input *in)
{
	return in->pay - in->poverty_share / 100 * in->poverty;
}
