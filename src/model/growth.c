/* growth.c - growth on one axis: compound % a year, and in people. */
#include "career/model/figure.h"

#include <math.h>
#include <string.h>

double
growth_compound(double percent, double years)
{
	if (!(years > 0) || !(percent > -100))
		return NAN;
	return 100 * (pow(1 + percent / 100, 1 / years) - 1);
}

double
growth_total(double yearly_percent, double years)
{
	if (!(yearly_percent > -100))
		return NAN;
	return 100 * (pow(1 + yearly_percent / 100, years) - 1);
}

/* Years that the growth spans, NAN when unknown. */
static double
horizon_of(const struct figure *f)
{
	if (strcmp(f->per, "year") == 0)
		return 1;
	if (f->per[0] != '\0' && strcmp(f->per, "once") != 0)
		return NAN;
	return !isnan(f->horizon_years) ? f->horizon_years : f->horizon_hi - f->horizon_lo;
}

bool
growth_span(const struct figure *f, double *lo, double *hi)
{
	double from, to;

	if (strcmp(f->unit, "percent") != 0 || !figure_interval(f, &from, &to))
		return false;
	from = growth_compound(from, horizon_of(f));
	to = growth_compound(to, horizon_of(f));
	if (!isfinite(from) || !isfinite(to))
		return false;
	*lo = from;
	*hi = to;
	return true;
}

bool
growth_yearly(const struct figure *f, double *out)
{
	double lo, hi;

	if (!growth_span(f, &lo, &hi) || lo < hi)
		return false;
	*out = lo;
	return true;
}

bool
growth_people_span(const struct figure *f, double years, double *lo, double *hi)
{
	double from, to;

	if (!growth_span(f, &from, &to))
		return false;
	from = 100 + growth_total(from, years);
	to = 100 + growth_total(to, years);
	if (!isfinite(from) || !isfinite(to))
		return false;
	*lo = from;
	*hi = to;
	return true;
}

bool
growth_people(const struct figure *f, double years, double *out)
{
	double lo, hi;

	if (!growth_people_span(f, years, &lo, &hi) || lo < hi)
		return false;
	*out = lo;
	return true;
}
