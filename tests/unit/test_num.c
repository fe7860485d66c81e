#include "career/base/num.h"
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct parse_case {
	const char *text;
	bool ok;
	double value;
};

static const struct parse_case plain_cases[] = {
    {"0", true, 0},
    {"-0", true, 0},
    {"24", true, 24},
    {"+7", true, 7},
    {"-3.25", true, -3.25},
    {".5", true, 0.5},
    {"2.8", true, 2.8},
    {"0.1", true, 0.1},
    {"120,000", true, 120000},
    {"1_234_567.5", true, 1234567.5},
    {"007", true, 7},
    {"1.5418738E8", true, 154187380},
    {"1e-2", true, 0.01},
    {"1.4999999999999999E-2", true, 0.015},
    {"0.30000000000000004", true, 0.3},
    {"999999999999999", true, 999999999999999},
    {"0.00000000000000000000000000000000001", true, 0},
    {"", false, 0},
    {"-", false, 0},
    {".", false, 0},
    {"5.", false, 0},
    {" 5", false, 0},
    {"5 ", false, 0},
    {"1,5", false, 0},
    {"1,2345", false, 0},
    {"1234,567", false, 0},
    {"1,234_567", false, 0},
    {",123", false, 0},
    {"1,,234", false, 0},
    {"1,234,", false, 0},
    {"1e", false, 0},
    {"1e999", false, 0},
    {"1e15", false, 0},
    {"9999999999999999", false, 0},
    {"0x10", false, 0},
    {"inf", false, 0},
    {"nan", false, 0},
    {"20k", false, 0},
    {"$5", false, 0},
    {"--5", false, 0},
    {"1.2.3", false, 0},
};

static const struct parse_case short_cases[] = {
    {"20k", true, 20000},
    {"20K", true, 20000},
    {"1.5m", true, 1500000},
    {"-2k", true, -2000},
    {"950", true, 950},
    {"1,200k", true, 1200000},
    {"k", false, 0},
    {"20kk", false, 0},
    {"20 k", false, 0},
    {"20km", false, 0},
    {"999999999999m", false, 0},
};

static void
check_cases(bool (*parse)(const char *, double *), const struct parse_case *c, size_t n)
{
	double v;

	for (; n > 0; n--, c++) {
		v = 12345;
		if (parse(c->text, &v) != c->ok)
			fail_msg("'%s' should be %s", c->text, c->ok ? "a number" : "refused");
		if (c->ok ? v != c->value : v != 12345)
			fail_msg("'%s' gives %.17g", c->text, v);
		if (c->ok && v == 0)
			assert_false(signbit(v));
	}
}

static void
test_parse(void **state)
{
	(void)state;
	check_cases(num_parse, plain_cases, COUNT(plain_cases));
	check_cases(num_parse_short, short_cases, COUNT(short_cases));
}

/* Every decimal with up to 15 digits reads exactly as strtod reads it. */
static void
test_parse_exact(void **state)
{
	uint64_t seed = 42;
	char text[40];
	double v;
	int i;

	(void)state;
	for (i = 0; i < 20000; i++) {
		seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		snprintf(text, sizeof text, "%u.%06u", (unsigned)(seed >> 36),
		    (unsigned)(seed >> 12) % 1000000);
		assert_true(num_parse(text, &v));
		if (v != strtod(text, NULL))
			fail_msg("%s gives %.17g", text, v);
	}
}

struct span_case {
	const char *text;
	bool ok, has_lo, has_hi;
	double lo, hi;
};

static const struct span_case span_cases[] = {
    {"3..5", true, true, true, 3, 5},
    {"8..", true, true, false, 8, 0},
    {"..2", true, false, true, 0, 2},
    {"4", true, true, true, 4, 4},
    {"20k..1.5m", true, true, true, 20000, 1500000},
    {"-5..-3", true, true, true, -5, -3},
    {"5..5", true, true, true, 5, 5},
    {"5..3", false, false, false, 0, 0},
    {"..", false, false, false, 0, 0},
    {"", false, false, false, 0, 0},
    {"a..b", false, false, false, 0, 0},
    {"1..2..3", false, false, false, 0, 0},
    {"0000000000000000000000000000000000000000000000000001..2", false, false, false, 0, 0},
};

static void
test_span(void **state)
{
	struct num_span s;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(span_cases); i++) {
		const struct span_case *c = &span_cases[i];

		if (num_parse_span(c->text, &s) != c->ok)
			fail_msg("span '%s'", c->text);
		if (!c->ok)
			continue;
		assert_int_equal(s.has_lo, c->has_lo);
		assert_int_equal(s.has_hi, c->has_hi);
		assert_true(s.lo == c->lo && s.hi == c->hi);
	}
}

struct print_case {
	double v;
	const char *text_short, *full, *plain;
};

static const struct print_case print_cases[] = {
    {0, "0", "0", "0"},
    {-0.0, "0", "0", "0"},
    {-0.001, "0", "0", "-0.001"},
    {950, "950", "950", "950"},
    {2.8, "2.8", "3", "2.8"},
    {0.05, "0.05", "0", "0.05"},
    {999.6, "1K", "1,000", "999.6"},
    {9.996, "10", "10", "9.996"},
    {99.96, "100", "100", "99.96"},
    {1000, "1K", "1,000", "1000"},
    {1467, "1.47K", "1,467", "1467"},
    {119500, "120K", "119,500", "119500"},
    {120000, "120K", "120,000", "120000"},
    {-120000, "-120K", "-120,000", "-120000"},
    {999600, "1M", "999,600", "999600"},
    {1250000, "1.25M", "1,250,000", "1250000"},
    {26.19, "26.2", "26", "26.19"},
    {123456789012.1, "123B", "123,456,789,012", "123456789012.1"},
    {1.0 / 3, "0.33", "0", "0.333333"},
    {1e12, "1T", "1,000,000,000,000", "1000000000000"},
    {1e20, "1e+20", "1e+20", "1e+20"},
    {INFINITY, "infinite", "infinite", "infinite"},
    {NAN, "?", "?", "?"},
};

static void
check_print(void (*print)(struct buf *, double), double v, const char *expected)
{
	struct buf b = BUF_INIT;

	print(&b, v);
	assert_string_equal(b.data, expected);
	buf_free(&b);
}

static void
test_print(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(print_cases); i++) {
		check_print(num_short, print_cases[i].v, print_cases[i].text_short);
		check_print(num_full, print_cases[i].v, print_cases[i].full);
		check_print(num_plain, print_cases[i].v, print_cases[i].plain);
	}
}

/* What num_plain writes, num_parse reads back. */
static void
test_round_trip(void **state)
{
	struct buf b = BUF_INIT;
	double v, back;
	int i;

	(void)state;
	for (i = -200000; i < 200000; i += 7) {
		v = i / 1000.0;
		buf_clear(&b);
		num_plain(&b, v);
		assert_true(num_parse(b.data, &back));
		assert_true(v == back);
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_parse),
	    cmocka_unit_test(test_parse_exact),
	    cmocka_unit_test(test_span),
	    cmocka_unit_test(test_print),
	    cmocka_unit_test(test_round_trip),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
