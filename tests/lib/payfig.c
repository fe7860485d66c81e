#include "payfig.h"

#include "check.h"

#include <math.h>

struct arena payfig_arena;

int
payfig_setup(void **state)
{
	(void)state;
	arena_init(&payfig_arena);
	return 0;
}

int
payfig_teardown(void **state)
{
	(void)state;
	arena_free(&payfig_arena);
	return 0;
}

static const struct source sources[PAYFIG_SOURCES] = {
    {.id = 1, .short_name = "a1", .publisher = "A", .kind = SOURCE_EDITORIAL, .on = true},
    {.id = 2, .short_name = "a2", .publisher = "A", .kind = SOURCE_EDITORIAL, .on = true},
    {.id = 3, .short_name = "b1", .publisher = "B", .kind = SOURCE_EDITORIAL, .on = true},
    {.id = 4, .short_name = "b2", .publisher = "B", .kind = SOURCE_EDITORIAL, .on = true},
    {.id = 5, .short_name = "c", .publisher = "C", .kind = SOURCE_POSTINGS, .on = true},
    {.id = 6, .short_name = "d", .publisher = "D", .kind = SOURCE_EDITORIAL, .on = true},
};

struct figure
pay(int source, double lo, double hi)
{
	struct figure f = {.source = &sources[source],
	    .measure = "pay",
	    .about_kind = "role",
	    .about_key = "x",
	    .unit = "USD",
	    .per = "",
	    .basis = BASIS_BASE,
	    .level = LEVEL_ENTRY,
	    .text = "",
	    .missing = "",
	    .place = "",
	    .employer = "",
	    .employer_words = "",
	    .as_of = "",
	    .confidence = "",
	    .attributed = "",
	    .excludes = "",
	    .note = "",
	    .locator = "",
	    .words = ""};

	f.low = f.high = f.value = f.p10 = f.p25 = f.p50 = f.p75 = f.p90 = NAN;
	f.years_lo = f.years_hi = f.horizon_lo = f.horizon_hi = f.horizon_years = NAN;
	f.stat = lo < hi ? STAT_RANGE : STAT_POINT;
	if (lo < hi) {
		f.low = lo;
		f.high = hi;
	} else {
		f.value = lo;
	}
	return f;
}

struct agree
payfig_groups(const struct figure *f, size_t n, enum level level)
{
	struct figures figs = {(struct figure *)(uintptr_t)f, n};
	struct agree ag;

	agree_make(&ag, &figs, level, &payfig_arena);
	return ag;
}

const struct agree_group *
payfig_salary(const struct agree *ag, enum level level)
{
	const struct agree_group *g = agree_main(ag, level, RULER_SALARY);

	assert_non_null(g);
	return g;
}

void
payfig_range(const struct agree_range *r, double lo, double hi, size_t publishers)
{
	assert_float_equal(r->lo, lo, 0);
	assert_float_equal(r->hi, hi, 0);
	assert_int_equal(r->publishers, publishers);
	assert_int_equal(r->point, !(lo < hi) && !r->open_low && !r->open_high);
}
