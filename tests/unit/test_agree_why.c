#include "check.h"
#include "payfig.h"

static void
check_why(struct figure *f, size_t n, const char *want)
{
	struct agree ag = payfig_groups(f, n, LEVEL_ENTRY);
	struct buf why = BUF_INIT;

	agree_why(&ag.g[0], &why);
	assert_string_equal(why.data, want);
	buf_free(&why);
}

static void
test_why(void **state)
{
	struct figure f[] = {
	    pay(A1, 120, 160), pay(B1, 110, 150), pay(D, 70, 95), pay(A2, 120, 130)};

	(void)state;
	check_why(f, 1, "");
	check_why(f, 4, "");
	f[0].basis = f[3].basis = BASIS_UNSTATED;
	check_why(f, 4, "a1 and a2 do not say the basis");
	/* A source that says it somewhere is not told off for the other line. */
	f[0].source = f[3].source;
	f[3].basis = BASIS_BASE;
	check_why(f, 4, "");
	f[0] = pay(A1, 120, 160);
	f[0].basis = f[3].basis = BASIS_UNSTATED;
	f[1].employer = "big-tech";
	check_why(f, 4, "b1 speaks of big tech; a1 and a2 do not say the basis");
	f[2].borrowed = true;
	f[2].excludes = "shares";
	check_why(f, 4,
	    "d speaks of the whole field; d leaves out shares; b1 speaks of big tech;"
	    " a1 and a2 do not say the basis");
	/* The same of all of them explains nothing. */
	f[0] = pay(A1, 1, 2);
	f[1] = pay(B1, 3, 4);
	f[0].employer = f[1].employer = "startup";
	f[0].basis = f[1].basis = BASIS_UNSTATED;
	check_why(f, 2, "");
	f[0].years_lo = 3;
	f[0].years_hi = 5;
	f[1].years_lo = 8;
	f[1].attributed = "a report";
	f[0].level = LEVEL_UNSTATED;
	check_why(
	    f, 2, "a1 states no level; a1 means 3-5 years; b1 means 8+ years; b1 credits a report");
	/* Where nobody's numbers differ there is nothing to explain. */
	f[0].low = 3;
	f[0].high = 4;
	check_why(f, 2, "");
}

/* Years tell figures apart only where one is old beside another. */
static void
test_why_years(void **state)
{
	struct figure f[] = {pay(A1, 120, 160), pay(B1, 110, 150)};

	(void)state;
	f[0].as_of_year = 2026;
	f[1].as_of_year = 2023;
	check_why(f, 2, "");
	f[1].as_of_year = 2019;
	check_why(f, 2, "b1 is of 2019");
	f[0].as_of_year = 0;
	check_why(f, 2, "");
}

/* What does not fit is counted. */
static void
test_why_left(void **state)
{
	struct figure f[] = {pay(A1, 120, 160), pay(B1, 110, 150)};
	struct buf why = BUF_INIT;
	struct agree ag;

	(void)state;
	f[0].employer = "startup";
	f[1].excludes = "shares";
	ag = payfig_groups(f, 2, LEVEL_ENTRY);
	assert_int_equal(agree_why_most(&ag.g[0], 24, &why), 1);
	assert_string_equal(why.data, "a1 speaks of startups");
	assert_int_equal(agree_why_most(&ag.g[0], 1000, &why), 0);
	buf_free(&why);
}

static void
test_why_counts(void **state)
{
	struct figure f[] = {pay(A1, 120, 160), pay(C, 110, 150), pay(C, 100, 140), pay(B1, 1, 2),
	    pay(B2, 1, 2), pay(D, 1, 3)};

	(void)state;
	f[1].n = 2968;
	check_why(f, 2, "c rests on 2,968 postings");
	check_why(f, 3, "c rests on postings");
	f[0].place = f[1].place = "US";
	f[2] = pay(A2, 3, 4);
	check_why(f, 6, "c rests on 2,968 postings; 4 sources name no place");
}

static void
test_why_is_short(void **state)
{
	struct figure f[] = {pay(A1, 120, 160), pay(B1, 110, 150), pay(C, 100, 140), pay(D, 1, 2)};
	struct buf why = BUF_INIT;
	struct agree ag;

	(void)state;
	for (size_t i = 0; i < COUNT(f); i++) {
		f[i].attributed =
		    arena_printf(&payfig_arena, "a report number %zu with a rather long name", i);
		f[i].excludes = arena_printf(&payfig_arena,
		    "everything that was not asked for in the questions of part %zu of the survey",
		    i);
	}
	ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	buf_adds(&why, "Why? ");
	agree_why(&ag.g[0], &why);
	assert_in_range(why.len, 100, 5 + 200);
	assert_contains(why.data, "Why? d credits a report number 3");
	buf_free(&why);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_why_years, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_why_left, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_why, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_why_counts, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_why_is_short, payfig_setup, payfig_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
