#include "career/model/figure.h"
#include "check.h"

#include <math.h>

static struct figure
growth(double percent, const char *per, double years)
{
	struct figure f = {
	    .measure = "growth", .stat = STAT_POINT, .unit = "percent", .per = per, .missing = ""};

	f.low = f.high = f.p10 = f.p25 = f.p50 = f.p75 = f.p90 = NAN;
	f.horizon_lo = f.horizon_hi = NAN;
	f.value = percent;
	f.horizon_years = years;
	return f;
}

static void
check_yearly(struct figure f, double want)
{
	double got = NAN;

	assert_true(growth_yearly(&f, &got));
	assert_float_equal(got, want, 0.0001);
}

/* The values are of (1 + g)^(1/n) - 1, worked out to six places. */
static void
test_known_answers(void **state)
{
	(void)state;
	assert_float_equal(growth_compound(220, 5), 26.191469, 0.0001);
	assert_float_equal(growth_compound(36, 10), 3.122609, 0.0001);
	assert_float_equal(growth_compound(22, 10), 2.008411, 0.0001);
	assert_float_equal(growth_compound(15, 10), 1.407432, 0.0001);
	assert_float_equal(growth_total(35, 5), 348.403344, 0.0001);
	check_yearly(growth(220, "", 5), 26.191469);
	check_yearly(growth(36, "", 10), 3.122609);
	check_yearly(growth(35, "year", NAN), 35);
	check_yearly(growth(-50, "", 1), -50);
}

/* Both ends of a range; a point has one. */
static void
test_ranges(void **state)
{
	struct figure f = growth(0, "", 10), point = growth(36, "", 10);
	double lo = 7, hi = 7;

	(void)state;
	f.stat = STAT_RANGE;
	f.low = 15;
	f.high = 36;
	assert_true(growth_span(&f, &lo, &hi));
	assert_float_equal(lo, 1.407432, 0.0001);
	assert_float_equal(hi, 3.122609, 0.0001);
	assert_false(growth_yearly(&f, &lo));
	assert_true(growth_people_span(&f, 10, &lo, &hi));
	assert_float_equal(lo, 115, 0.0001);
	assert_float_equal(hi, 136, 0.0001);
	assert_false(growth_people(&f, 10, &lo));
	assert_true(growth_span(&point, &lo, &hi));
	assert_true(lo == hi);
	f.low = -100;
	lo = 7;
	assert_false(growth_span(&f, &lo, &hi));
	assert_float_equal(lo, 7, 0);
}

static void
test_there_and_back(void **state)
{
	(void)state;
	for (double g = -95; g < 500; g += 7.5)
		for (double n = 0.5; n < 30; n += 1.5)
			assert_float_equal(growth_total(growth_compound(g, n), n), g, 0.0001);
}

static void
test_horizon(void **state)
{
	struct figure f = growth(22, "", NAN);
	double out = 7;

	(void)state;
	assert_false(growth_yearly(&f, &out));
	f.horizon_hi = 2030;
	assert_false(growth_yearly(&f, &out));
	assert_float_equal(out, 7, 0);
	f.horizon_lo = 2020;
	check_yearly(f, 2.008411);
	f.horizon_years = 5;
	check_yearly(f, growth_compound(22, 5));
	f.per = "year";
	check_yearly(f, 22);
	f.per = "month";
	assert_false(growth_yearly(&f, &out));
}

static void
test_no_rate(void **state)
{
	struct figure f = growth(220, "", 5);
	double out;

	(void)state;
	f.missing = "not-stated";
	assert_false(growth_yearly(&f, &out));
	f = growth(1, "year", NAN);
	f.stat = STAT_RANK;
	assert_false(growth_yearly(&f, &out));
	f = growth(1, "year", NAN);
	f.unit = "people";
	assert_false(growth_yearly(&f, &out));
	f = growth(-100, "", 5);
	assert_false(growth_yearly(&f, &out));
	f = growth(10, "", 0);
	assert_false(growth_yearly(&f, &out));
	f = growth(NAN, "year", NAN);
	f.stat = STAT_RANGE;
	f.low = 10;
	f.high = 20;
	assert_false(growth_yearly(&f, &out));
	assert_true(isnan(growth_compound(-100, 5)));
	assert_true(isnan(growth_compound(10, -1)));
	assert_true(isnan(growth_total(-101, 2)));
}

/* "Grows by 220%" turns 100 jobs into 320, not 220. */
static void
test_people(void **state)
{
	struct figure f = growth(220, "", 5);
	double out;

	(void)state;
	assert_true(growth_people(&f, 5, &out));
	assert_float_equal(out, 320, 0.0001);
	assert_true(growth_people(&f, 0, &out));
	assert_float_equal(out, 100, 0.0001);
	f = growth(35, "year", NAN);
	assert_true(growth_people(&f, 5, &out));
	assert_float_equal(out, 448.403344, 0.0001);
	f = growth(36, "", 10);
	assert_true(growth_people(&f, 5, &out));
	assert_float_equal(out, 116.619038, 0.0001);
	f = growth(36, "", NAN);
	assert_false(growth_people(&f, 5, &out));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_known_answers),
	    cmocka_unit_test(test_ranges),
	    cmocka_unit_test(test_there_and_back),
	    cmocka_unit_test(test_horizon),
	    cmocka_unit_test(test_no_rate),
	    cmocka_unit_test(test_people),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
