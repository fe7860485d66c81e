#include "career/model/figure.h"

#include <math.h>
#include <string.h>

const char *
basis_word(enum basis b)
{
	static const char *const words[] = {"unstated", "base", "total"};

	return words[b];
}

const char *
level_word(enum level l)
{
	static const char *const words[LEVEL_COUNT] = {
	    "unstated", "entry", "mid", "senior", "staff", "lead", "executive", "all"};

	return words[l];
}

const char *
level_says(enum level l)
{
	static const char *const words[LEVEL_COUNT] = {"level not said", "first job", "mid level",
	    "senior", "staff", "lead", "executive", "all levels"};

	return words[l];
}

const char *
source_kind_word(enum source_kind k)
{
	static const char *const words[SOURCE_KINDS] = {
	    "official", "survey", "postings", "editorial"};

	return words[k];
}

const struct source *
sources_by_id(const struct sources *s, int64_t id)
{
	size_t lo = 0, hi = s->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (s->s[mid].id < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < s->n && s->s[lo].id == id ? &s->s[lo] : NULL;
}

static bool
between(double a, double b, double *lo, double *hi)
{
	if (isnan(a) || isnan(b))
		return false;
	*lo = a < b ? a : b;
	*hi = a < b ? b : a;
	return true;
}

/* Without both quartiles the median speaks; without that, what there is from lowest to highest. */
static bool
percentile_interval(const struct figure *f, double *lo, double *hi)
{
	const double p[] = {f->p10, f->p25, f->p75, f->p90};
	bool any = false;

	if (between(f->p25, f->p75, lo, hi) || between(f->p50, f->p50, lo, hi))
		return true;
	for (size_t i = 0; i < sizeof p / sizeof p[0]; i++) {
		if (isnan(p[i]))
			continue;
		*lo = any && *lo < p[i] ? *lo : p[i];
		*hi = any && *hi > p[i] ? *hi : p[i];
		any = true;
	}
	return any;
}

bool
figure_interval(const struct figure *f, double *lo, double *hi)
{
	if (f->missing[0] != '\0')
		return false;
	switch (f->stat) {
	case STAT_RANGE:
		return between(f->low, f->high, lo, hi);
	case STAT_PERCENTILES:
		return percentile_interval(f, lo, hi);
	case STAT_POINT:
	case STAT_MEAN:
	case STAT_MEDIAN:
		return between(f->value, f->value, lo, hi);
	default:
		return false;
	}
}

bool
figure_is_range(const struct figure *f)
{
	if (f->missing[0] != '\0')
		return false;
	if (f->stat == STAT_RANGE)
		return !isnan(f->low) && !isnan(f->high);
	return f->stat == STAT_PERCENTILES && !isnan(f->p25) && !isnan(f->p75);
}
