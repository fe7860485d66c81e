/*
 * finance_flow.c - amounts of years: their present value, their ratio, and the rate that balances them.
 */
#include "finance_parts.h"

#include <math.h>

/* --- years of a program ---------------------------------------------------------------------- */

/* Part of year k, 0..1, that lies before `end`. */
static double
share(double end, size_t k)
{
	return fmin(1, fmax(0, end - (double)k));
}

bool
part_flows(struct finance_flows *out, const struct finance_input *in, double outlay, double gain)
{
	const unsigned needs = NEED(FI_PAY) | NEED(FI_BASELINE) | NEED_NET | NEED_FORGONE
	    | NEED(FI_MONTHS) | NEED(FI_HORIZON);
	struct finance_value cannot;
	double study, end;

	out->n = 0;
	if (!finance_check(in, needs, &cannot))
		return false;
	study = part_study_years(in);
	end = study + in->horizon;
	for (size_t k = 0; k < FINANCE_YEARS && (double)k < end; k++) {
		double at_school = share(study, k), at_work = share(end, k) - at_school;
		/* A program that takes no time is paid in its first year. */
		double paid = study > 0 ? at_school / study : k == 0;

		out->of[out->n++] =
		    gain * at_work * part_gain(in) - outlay * paid * part_outlay(in);
	}
	return true;
}

bool
finance_flows(struct finance_flows *out, const struct finance_input *in)
{
	return part_flows(out, in, 1, 1);
}

/* --- values of them -------------------------------------------------------------------------- */

/* What an amount of year k is divided by. */
static double
years_away(size_t k, enum finance_timing t)
{
	return (double)k + (t == FIN_YEAR_END);
}

double
finance_npv(const struct finance_flows *f, double discount, enum finance_timing t)
{
	double growth = log1p(discount / 100), sum = 0;

	if (!(discount > -100) || !isfinite(discount))
		return NAN;
	for (size_t k = 0; k < f->n; k++)
		sum += f->of[k] * exp(-growth * years_away(k, t));
	return sum;
}

/* Present value of the amounts of one sign: 1 what comes in, -1 what goes out. */
static double
one_way(const struct finance_flows *f, double sign, double discount, enum finance_timing t)
{
	struct finance_flows part = {.n = f->n};

	for (size_t k = 0; k < f->n; k++)
		part.of[k] = fmax(0, sign * f->of[k]);
	return finance_npv(&part, discount, t);
}

struct finance_value
part_ratio(const struct finance_flows *a, const struct finance_flows *b, double discount,
    enum finance_timing t)
{
	double in = one_way(a, 1, discount, t) + one_way(b, 1, discount, t);
	double out = one_way(a, -1, discount, t) + one_way(b, -1, discount, t);

	if (!(out > 0))
		return finance_without(FIN_CANNOT, FW_NO_PRICE, FI_COUNT);
	return finance_told(in / out);
}

struct finance_value
finance_bcr(const struct finance_flows *f, double discount, enum finance_timing t)
{
	const struct finance_flows none = {.n = 0};

	return part_ratio(f, &none, discount, t);
}

/* --- the rate that balances them ------------------------------------------------------------- */

#define RATE_LEAST (-99.0)
#define RATE_MOST 1000.0

/* Why there is no single rate; FW_NONE: costs first, then gains, so there is exactly one. */
static enum finance_why
turns(const struct finance_flows *f)
{
	int before = 0, changes = 0, first = 0;

	for (size_t k = 0; k < f->n; k++) {
		int sign = (f->of[k] > 0) - (f->of[k] < 0);

		if (sign == 0)
			continue;
		if (first == 0)
			first = sign;
		changes += before != 0 && sign != before;
		before = sign;
	}
	if (changes > 1)
		return FW_TWO_TURNS;
	if (first >= 0)
		return FW_NO_PRICE;
	return changes == 0 ? FW_NO_RETURN : FW_NONE;
}

struct finance_value
finance_irr(const struct finance_flows *f)
{
	double lo = RATE_LEAST, hi = RATE_MOST;
	enum finance_why why = turns(f);

	if (why == FW_NONE
	    && (finance_npv(f, lo, FIN_YEAR_START) < 0 || finance_npv(f, hi, FIN_YEAR_START) > 0))
		why = FW_FAR_RATE;
	if (why != FW_NONE)
		return finance_without(FIN_CANNOT, why, FI_COUNT);
	/* With one change of sign the value is above 0 below the rate and below 0 above it. */
	for (int i = 0; i < 100; i++) {
		double mid = lo + (hi - lo) / 2;

		if (finance_npv(f, mid, FIN_YEAR_START) > 0)
			lo = mid;
		else
			hi = mid;
	}
	return finance_told(lo + (hi - lo) / 2);
}
