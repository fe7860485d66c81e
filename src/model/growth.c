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
growth_yearly(const struct figure *f, double *out)
{
	double lo, hi, yearly;

	if (strcmp(f->unit, "percent") != 0 || !figure_interval(f, &lo, &hi) || lo < hi)
		return false;
	yearly = growth_compound(lo, horizon_of(f));
	if (!isfinite(yearly))
		return false;
	*out = yearly;
	return true;
}

bool
growth_people(const struct figure *f, double years, double *out)
{
	double yearly, people;

	if (!growth_yearly(f, &yearly))
		return false;
	people = 100 + growth_total(yearly, years);
	if (!isfinite(people))
		return false;
	*out = people;
	return true;
}
