/* Price and length as far as what is stated allows, and what is assumed then. */
#include "career/model/price.h"
#include "check.h"

#include <math.h>

#define assert_near(x, y, by) assert_true(fabs((x) - (y)) <= (by))
#define N NAN

static const struct {
	struct price_said said;
	struct price_flips flips;
	double total, months;
	bool job_kept;
	unsigned assumed;
} cases[] = {
    {{"master", "online", "total", "USD", 9900, 24, N, N}, {0}, 9900, 24, true, 0},
    {{"master", "on-campus", "derived", "USD", 60000, 18, N, N}, {0}, 60000, 18, false, 0},
    {{"master", "hybrid", "total", "USD", 60000, 18, N, N}, {0}, 60000, 18, false, 0},
    /* Per what and in what is not said: the whole program, in dollars; flipped: a year's. */
    {{"mba", "on-campus", "unstated", "unstated", 190000, 20, N, N}, {0}, 190000, 20, false,
	PRICE_PER | PRICE_CURRENCY},
    {{"mba", "on-campus", "unstated", "unstated", 90000, 20, N, N}, {.yearly = true}, 150000, 20,
	false, PRICE_PER | PRICE_CURRENCY | PRICE_YEARLY},
    /* What is said is not turned. */
    {{"mba", "on-campus", "total", "USD", 90000, 20, N, N}, {.yearly = true}, 90000, 20, false, 0},
    {{"mba", "online", "unstated", "USD", 90000, N, N, N}, {.yearly = true}, N, N, true,
	PRICE_PER | PRICE_YEARLY},
    /* Another currency is said, never read as dollars. */
    {{"master", "on-campus", "total", "GBP", 30000, 12, N, N}, {0}, 30000, 12, false,
	PRICE_FOREIGN},
    {{"master", "on-campus", "total", "unstated-currency", 30000, 12, N, N}, {0}, 30000, 12, false,
	PRICE_CURRENCY},
    /* Flipped, an unstated one is the school's own; a stated one stays. */
    {{"master", "on-campus", "total", "unstated-currency", 30000, 12, N, N}, {.home = true}, 30000,
	12, false, PRICE_CURRENCY | PRICE_FOREIGN},
    {{"master", "on-campus", "total", "USD", 30000, 12, N, N}, {.home = true}, 30000, 12, false, 0},
    {{"master", "on-campus", "total", "", 30000, 12, N, N}, {0}, 30000, 12, false, PRICE_CURRENCY},
    /* The College Scorecard states a year of an undergraduate's tuition. */
    {{"bachelor", NULL, NULL, NULL, N, N, 9000, 24000}, {0}, 36000, 48, false,
	PRICE_TUITION | PRICE_LENGTH | PRICE_MODE},
    {{"bachelor", "", "", "USD", N, N, 9000, 24000}, {.out = true}, 96000, 48, false,
	PRICE_TUITION | PRICE_OUT | PRICE_LENGTH | PRICE_MODE},
    {{"associate", NULL, NULL, NULL, N, N, 4000, N}, {0}, 8000, 24, false,
	PRICE_TUITION | PRICE_LENGTH | PRICE_MODE},
    {{"associate", NULL, NULL, NULL, N, N, 4000, N}, {.out = true}, N, 24, false,
	PRICE_LENGTH | PRICE_MODE},
    {{"certificate", NULL, NULL, NULL, N, N, 15000, 15000}, {0}, 15000, 12, false,
	PRICE_TUITION | PRICE_LENGTH | PRICE_MODE},
    {{"master", NULL, NULL, NULL, N, N, 9000, 24000}, {0}, N, N, false, PRICE_MODE},
    {{NULL, NULL, NULL, NULL, N, N, N, N}, {0}, N, N, false, PRICE_MODE},
    /* Whether the job is kept is turned, whatever it was. */
    {{"master", "online", "total", "USD", 9900, 24, N, N}, {.job = true}, 9900, 24, false, 0},
    {{"master", "unknown", "total", "USD", 9900, 24, N, N}, {.job = true}, 9900, 24, true,
	PRICE_MODE},
};

static void
assert_same(double x, double y)
{
	assert_int_equal(isnan(x), isnan(y));
	if (!isnan(x))
		assert_near(x, y, 1e-9);
}

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct price p;

		price_read(&p, &cases[i].said, &cases[i].flips);
		assert_same(p.total, cases[i].total);
		assert_same(p.months, cases[i].months);
		assert_int_equal(p.job_kept, cases[i].job_kept);
		assert_int_equal(p.assumed, cases[i].assumed);
	}
}

static void
test_no_flips(void **state)
{
	const struct price_said said = {"mba", "on-campus", "unstated", "USD", 90000, 20, N, N};
	struct price p;

	(void)state;
	price_read(&p, &said, NULL);
	assert_near(p.total, 90000, 0);
	assert_int_equal(p.assumed, PRICE_PER);
}

/* Third Way: 4, 2 and 1 years; no source at hand says it of others. */
static void
test_years(void **state)
{
	(void)state;
	assert_near(price_years("bachelor"), 4, 0);
	assert_near(price_years("associate"), 2, 0);
	assert_near(price_years("certificate"), 1, 0);
	assert_true(isnan(price_years("master")));
	assert_true(isnan(price_years("graduate-certificate")));
	assert_true(isnan(price_years(NULL)));
}

static void
test_home_currency(void **state)
{
	(void)state;
	assert_string_equal(price_home_currency("AU"), "AUD");
	assert_string_equal(price_home_currency("DE"), "EUR");
	assert_string_equal(price_home_currency("US"), "USD");
	assert_null(price_home_currency("XX"));
	assert_null(price_home_currency("T B"));
	assert_null(price_home_currency(""));
	assert_null(price_home_currency(NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_home_currency),
	    cmocka_unit_test(test_read),
	    cmocka_unit_test(test_no_flips),
	    cmocka_unit_test(test_years),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
