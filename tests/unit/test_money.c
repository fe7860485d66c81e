#include "career/page/money.h"
#include "check.h"

#include <math.h>

static struct buf out;

static int
setup(void **state)
{
	(void)state;
	buf_init(&out);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	buf_free(&out);
	return 0;
}

/* What the call added, for one comparison. */
#define SAYS(call, want)                                                                           \
	do {                                                                                       \
		buf_clear(&out);                                                                   \
		call;                                                                              \
		assert_string_equal(out.data, want);                                               \
	} while (0)

static void
test_amounts(void **state)
{
	(void)state;
	SAYS(money_short(&out, 120000, "USD"), "$120K");
	SAYS(money_full(&out, 120000, "USD"), "$120,000");
	SAYS(money_full(&out, 57850, "GBP"), "GBP 57,850");
	SAYS(money_short(&out, 1.25e6, "EUR"), "EUR 1.25M");
	SAYS(money_full(&out, 0, "USD"), "$0");
	SAYS(money_full(&out, -500, "USD"), "-$500");
	SAYS(money_full(&out, 70.45, "USD"), "$70.45");
	SAYS(money_full(&out, NAN, "USD"), "not stated");
}

static void
test_currency_not_said(void **state)
{
	(void)state;
	SAYS(money_full(&out, 8190, "unstated"), "8,190 (currency not said)");
	SAYS(money_full(&out, 8190, "unstated-currency"), "8,190 (currency not said)");
	SAYS(money_full(&out, 8190, ""), "8,190 (currency not said)");
	SAYS(money_short(&out, 8000, NULL), "8K (currency not said)");
	SAYS(money_bare(&out, 8190, "unstated", MONEY_FULL), "8,190");
	SAYS(money_full(&out, NAN, "unstated"), "not stated");
	assert_true(money_unstated(NULL));
	assert_false(money_unstated("CHF"));
}

static void
test_spans_of_money(void **state)
{
	struct money_span s = {120000, 160000, false, false, "USD"};

	(void)state;
	SAYS(money_span(&out, &s, MONEY_SHORT), "$120K-160K");
	SAYS(money_span(&out, &s, MONEY_FULL), "$120,000-160,000");
	s.open_hi = true;
	SAYS(money_span(&out, &s, MONEY_SHORT), "$120K-160K+");
	s.lo = s.hi = 300000;
	SAYS(money_span(&out, &s, MONEY_SHORT), "$300K+");
	s = (struct money_span){NAN, 70000, false, false, "USD"};
	SAYS(money_span(&out, &s, MONEY_SHORT), "up to $70K");
	s = (struct money_span){70000, NAN, false, false, "GBP"};
	SAYS(money_span(&out, &s, MONEY_SHORT), "GBP 70K+");
	s = (struct money_span){70000, 95000, true, false, "USD"};
	SAYS(money_span(&out, &s, MONEY_SHORT), "under $70K-95K");
	s = (struct money_span){8190, 9900, false, false, "unstated"};
	SAYS(money_span(&out, &s, MONEY_FULL), "8,190-9,900 (currency not said)");
	SAYS(money_span_bare(&out, &s, MONEY_FULL), "8,190-9,900");
	s = (struct money_span){NAN, NAN, false, false, "unstated"};
	SAYS(money_span(&out, &s, MONEY_FULL), "not stated");
}

static void
test_spans_of_units(void **state)
{
	(void)state;
	SAYS(months_span(&out, 12, 60), "12-60 months");
	SAYS(months_span(&out, 12, 12), "12 months");
	SAYS(months_span(&out, 1, 1), "1 month");
	SAYS(months_span(&out, 2.5, 2.5), "2.5 months");
	SAYS(months_span(&out, NAN, NAN), "not stated");
	SAYS(years_span(&out, 3, 5), "3-5 years");
	SAYS(years_span(&out, 0, 1), "0-1 years");
	SAYS(years_span(&out, 8, NAN), "8+ years");
	SAYS(years_span(&out, 1, NAN), "1+ years");
	SAYS(years_span(&out, NAN, 2), "up to 2 years");
	SAYS(years_span(&out, NAN, 1), "up to 1 year");
	SAYS(percent_span(&out, 36, 36, false), "36%");
	SAYS(percent_span(&out, 16, 32, false), "16-32%");
	SAYS(percent_span(&out, 35, 35, true), "35%+");
	SAYS(percent_span(&out, NAN, NAN, false), "not stated");
}

static void
test_words(void **state)
{
	(void)state;
	assert_string_equal(per_words("total"), "for the whole program");
	assert_string_equal(per_words("credit"), "per credit");
	assert_string_equal(per_words("unstated"), "per what is not said");
	assert_string_equal(per_words(NULL), "per what is not said");
	assert_string_equal(absent_words("suppressed"), "suppressed for privacy");
	assert_string_equal(absent_words(NULL), "not stated");
	assert_string_equal(absent_words("not-reported"), "not reported");
}

/* --- figures --------------------------------------------------------------------------------- */

static struct figure
figure(enum statistic stat, const char *unit)
{
	return (struct figure){.stat = stat,
	    .unit = unit,
	    .low = NAN,
	    .high = NAN,
	    .value = NAN,
	    .p10 = NAN,
	    .p25 = NAN,
	    .p50 = NAN,
	    .p75 = NAN,
	    .p90 = NAN,
	    .text = "",
	    .missing = ""};
}

static void
test_figure_money(void **state)
{
	struct figure f = figure(STAT_RANGE, "USD");

	(void)state;
	f.low = 120000;
	f.high = 160000;
	SAYS(figure_says(&out, &f, MONEY_SHORT), "$120K-160K");
	f = figure(STAT_POINT, "USD");
	f.value = 300000;
	f.open_high = true;
	SAYS(figure_says(&out, &f, MONEY_SHORT), "$300K+");
	f = figure(STAT_MEAN, "USD");
	f.value = 133370;
	SAYS(figure_says(&out, &f, MONEY_FULL), "mean $133,370");
	f = figure(STAT_MEDIAN, "unstated-currency");
	f.value = 5000;
	SAYS(figure_says(&out, &f, MONEY_FULL), "median 5,000 (currency not said)");
}

static void
test_figure_percentiles(void **state)
{
	struct figure f = figure(STAT_PERCENTILES, "USD");

	(void)state;
	f.p25 = 106000;
	f.p50 = 133000;
	f.p75 = 163000;
	SAYS(figure_says(&out, &f, MONEY_SHORT), "p25 $106K, median $133K, p75 $163K");
	f.p75 = f.p90 = 239200;
	f.top_coded = true;
	SAYS(figure_says(&out, &f, MONEY_FULL),
	    "p25 $106,000, median $133,000, p75 at least $239,200, p90 at least $239,200");
}

static void
test_figure_other(void **state)
{
	struct figure f = figure(STAT_POINT, "percent");

	(void)state;
	f.value = 220;
	SAYS(figure_says(&out, &f, MONEY_SHORT), "220%");
	f.open_high = true;
	SAYS(figure_says(&out, &f, MONEY_SHORT), "220%+");
	f = figure(STAT_RANGE, "weeks");
	f.low = 12;
	f.high = 24;
	SAYS(figure_says(&out, &f, MONEY_SHORT), "12-24 weeks");
	f = figure(STAT_POINT, "months");
	f.value = 1;
	SAYS(figure_says(&out, &f, MONEY_SHORT), "1 month");
	f = figure(STAT_RANK, "rank");
	f.value = 1;
	SAYS(figure_says(&out, &f, MONEY_SHORT), "no. 1");
	f = figure(STAT_POINT, "people");
	f.value = 2300;
	f.open_high = true;
	SAYS(figure_says(&out, &f, MONEY_FULL), "2,300+ people");
	f = figure(STAT_CATEGORY, "word");
	f.text = "Critical";
	SAYS(figure_says(&out, &f, MONEY_SHORT), "Critical");
	f = figure(STAT_POINT, "USD");
	f.missing = "suppressed";
	SAYS(figure_says(&out, &f, MONEY_SHORT), "suppressed for privacy");
	f.missing = "";
	SAYS(figure_says(&out, &f, MONEY_SHORT), "not stated");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_amounts, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_currency_not_said, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_spans_of_money, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_spans_of_units, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_words, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_figure_money, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_figure_percentiles, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_figure_other, setup, teardown),
	};

	return cmocka_run_group_tests_name("money", tests, NULL, NULL);
}
