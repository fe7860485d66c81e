#include "career/model/agree.h"
#include "check.h"
#include "payfig.h"

#include <stdio.h>

static void
test_publishers_count_once(void **state)
{
	struct figure f[] = {
	    pay(A1, 100, 120), pay(A2, 110, 140), pay(B1, 115, 130), pay(D, 200, 300)};
	struct agree ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	const struct agree_group *g = payfig_salary(&ag, LEVEL_ENTRY);

	(void)state;
	assert_int_equal(ag.n, 1);
	assert_int_equal(g->nlines, 4);
	assert_int_equal(g->publishers, 3);
	assert_int_equal(g->pages, 4);
	assert_int_equal(g->nbest, 1);
	payfig_range(&g->best[0], 115, 130, 2);
	assert_int_equal(g->single.publishers, 0);
	assert_int_equal(g->napart, 1);
	assert_string_equal(g->apart[0], "d");
	assert_true(g->lines[0].meets && g->lines[1].meets && g->lines[2].meets);
	assert_true(!g->lines[3].meets && g->lines[3].apart && !g->lines[0].apart);
	assert_false(g->has_common);
	assert_float_equal(g->gap, 80, 0);
	assert_float_equal(g->envelope_lo, 100, 0);
	assert_float_equal(g->envelope_hi, 300, 0);
	assert_float_equal(g->overlap, 0, 0);
}

static void
test_touching_at_one_point(void **state)
{
	struct figure f[] = {pay(A1, 100, 160), pay(B1, 160, 200)};
	struct agree ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	const struct agree_group *g = payfig_salary(&ag, LEVEL_ENTRY);

	(void)state;
	assert_int_equal(g->nbest, 1);
	payfig_range(&g->best[0], 160, 160, 2);
	assert_true(g->has_common);
	assert_float_equal(g->common_lo, 160, 0);
	assert_float_equal(g->common_hi, 160, 0);
	assert_float_equal(g->overlap, 0, 0);
	assert_int_equal(g->napart, 0);
}

/* Two types of employer meet nowhere: each is looked at alone, with the lines that state none. */
static void
test_employers_meet_apart(void **state)
{
	struct figure f[] = {
	    pay(A1, 100, 120), pay(B1, 110, 130), pay(C, 200, 240), pay(D, 115, 300)};
	struct agree ag;
	const struct agree_group *g;

	(void)state;
	f[0].employer = "big-tech";
	f[1].employer = "startup";
	ag = payfig_groups(f, 2, LEVEL_ENTRY);
	g = payfig_salary(&ag, LEVEL_ENTRY);
	assert_int_equal(g->employers, 2);
	assert_int_equal(g->nbest, 0);
	assert_int_equal(g->napart, 0);
	/* d states none: it meets each of them. */
	ag = payfig_groups(f, 4, LEVEL_ENTRY);
	g = payfig_salary(&ag, LEVEL_ENTRY);
	assert_int_equal(g->nbest, 3);
	payfig_range(&g->best[0], 115, 120, 2);
	assert_string_equal(g->best[0].employer, "big-tech");
	payfig_range(&g->best[1], 115, 130, 2);
	assert_string_equal(g->best[1].employer, "startup");
	payfig_range(&g->best[2], 200, 240, 2);
	assert_string_equal(g->best[2].employer, "");
	assert_true(g->lines[0].meets && !g->lines[1].meets);
	/* Who speaks of another type does not stand apart from what two others agree on. */
	f[0].employer = f[3].employer = "big-tech";
	f[2] = pay(C, 100, 118);
	f[1] = pay(B1, 400, 500);
	f[1].employer = "startup";
	ag = payfig_groups(f, 4, LEVEL_ENTRY);
	g = payfig_salary(&ag, LEVEL_ENTRY);
	payfig_range(&g->best[0], 115, 118, 3);
	assert_string_equal(g->best[0].employer, "big-tech");
	assert_int_equal(g->napart, 0);
	f[1].employer = "";
	ag = payfig_groups(f, 4, LEVEL_ENTRY);
	assert_int_equal(payfig_salary(&ag, LEVEL_ENTRY)->napart, 1);
}

static void
test_nobody_meets(void **state)
{
	struct figure f[] = {pay(A1, 100, 160), pay(B1, 180, 200)};
	struct agree ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	const struct agree_group *g = payfig_salary(&ag, LEVEL_ENTRY);

	(void)state;
	assert_int_equal(g->nbest, 0);
	assert_int_equal(g->napart, 0);
	assert_false(g->lines[0].apart || g->lines[0].meets);
	assert_float_equal(g->gap, 20, 0);
}

static void
test_pages_of_one_publisher(void **state)
{
	struct figure f[] = {pay(A1, 180, 220), pay(A2, 160, 200), pay(A1, 0, 300)};
	struct agree ag = payfig_groups(f, 2, LEVEL_ENTRY);
	const struct agree_group *g = payfig_salary(&ag, LEVEL_ENTRY);

	(void)state;
	assert_int_equal(g->publishers, 1);
	assert_int_equal(g->nbest, 0);
	payfig_range(&g->single, 180, 200, 2);
	assert_float_equal(g->overlap, 1.0 / 3, 0.0001);
	/* Two ranges of one page are no two pages. */
	f[1] = f[2];
	ag = payfig_groups(f, 2, LEVEL_ENTRY);
	assert_int_equal(payfig_salary(&ag, LEVEL_ENTRY)->single.publishers, 0);
}

static void
test_percentiles_and_points(void **state)
{
	struct figure f[] = {pay(A1, 120, 160), pay(C, 0, 1), pay(D, 130, 130), pay(B1, 90, 90)};
	struct agree ag;
	const struct agree_group *g;

	(void)state;
	f[1].stat = STAT_PERCENTILES;
	f[1].p10 = 50;
	f[1].p25 = 115;
	f[1].p75 = 180;
	f[1].p90 = 300;
	ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	g = payfig_salary(&ag, LEVEL_ENTRY);
	assert_float_equal(g->lines[1].lo, 115, 0);
	assert_float_equal(g->lines[1].hi, 180, 0);
	payfig_range(&g->best[0], 120, 160, 3);
	assert_int_equal(g->publishers, 4);
	assert_int_equal(g->napart, 1);
	assert_string_equal(g->apart[0], "b1");
}

static void
test_open_ends(void **state)
{
	struct figure f[] = {
	    pay(A1, 140, 140), pay(B1, 120, 200), pay(C, 150, 400), pay(D, 100, 130)};
	struct agree ag;
	const struct agree_group *g;

	(void)state;
	f[0].open_high = f[2].open_high = true;
	ag = payfig_groups(f, 3, LEVEL_ENTRY);
	g = payfig_salary(&ag, LEVEL_ENTRY);
	payfig_range(&g->best[0], 150, 200, 3);
	assert_true(g->has_common && g->open_high);
	assert_float_equal(g->common_lo, 150, 0);
	assert_float_equal(g->common_hi, 200, 0);
	assert_float_equal(g->envelope_lo, 120, 0);
	assert_float_equal(g->envelope_hi, 200, 0);
	assert_float_equal(g->overlap, 50.0 / 80, 0.0001);
	f[1] = f[3];
	ag = payfig_groups(f, 3, LEVEL_ENTRY);
	g = payfig_salary(&ag, LEVEL_ENTRY);
	assert_false(g->has_common);
	assert_float_equal(g->gap, 20, 0);
	assert_float_equal(g->envelope_hi, 130, 0);
}

static void
test_only_open_ends_meet(void **state)
{
	struct figure f[] = {pay(A1, 250, 400), pay(B1, 300, 500)};
	struct agree ag;
	const struct agree_group *g;

	(void)state;
	f[0].open_high = f[1].open_high = true;
	ag = payfig_groups(f, 2, LEVEL_ENTRY);
	g = payfig_salary(&ag, LEVEL_ENTRY);
	payfig_range(&g->best[0], 300, 400, 2);
	assert_true(g->best[0].open_high && !g->best[0].open_low);
	assert_float_equal(g->common_lo, 300, 0);
	assert_float_equal(g->common_hi, 400, 0);
	assert_true(g->common_open_high && !g->common_open_low);
	f[0] = pay(A1, 500, 500);
	f[0].open_high = true;
	ag = payfig_groups(f, 1, LEVEL_ENTRY);
	g = payfig_salary(&ag, LEVEL_ENTRY);
	assert_float_equal(g->envelope_lo, 500, 0);
	assert_float_equal(g->envelope_hi, 500, 0);
	assert_true(g->open_high && g->has_common);
}

static void
test_what_makes_no_line(void **state)
{
	struct figure f[] = {pay(A1, 1, 2), pay(A1, 1, 2), pay(A1, 1, 1), pay(A1, 1, 1)};
	struct agree ag;
	struct figures figs = {f, COUNT(f)};

	(void)state;
	f[0].card = true;
	f[1].missing = "suppressed";
	f[2].stat = STAT_RANK;
	f[3].stat = STAT_CATEGORY;
	ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	assert_int_equal(ag.n, 0);
	assert_int_equal(agree_levels(&figs), 0);
	assert_null(agree_main(&ag, LEVEL_ENTRY, RULER_SALARY));
	ag = payfig_groups(f, 0, LEVEL_UNSTATED);
	assert_int_equal(ag.n, 0);
}

/* Base against total, two currencies, two periods and two places never share an answer. */
static void
test_groups(void **state)
{
	struct figure f[] = {pay(A1, 1, 9), pay(B1, 1, 9), pay(C, 1, 9), pay(D, 1, 9),
	    pay(B2, 1, 9), pay(A2, 1, 9), pay(D, 2, 8), pay(C, 2, 8)};
	struct agree ag;

	(void)state;
	f[1].basis = BASIS_TOTAL;
	f[2].unit = "EUR";
	f[3].per = "hour";
	f[4].place = "Seattle";
	f[5].place = "US";
	f[5].basis = BASIS_UNSTATED;
	f[5].per = "year";
	f[6].unit = "unstated-currency";
	f[7].place = "GB";
	ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	assert_int_equal(ag.n, 6);
	assert_int_equal(ag.g[0].nlines, 3);
	assert_int_equal(ag.g[0].lines[1].loosely, LOOSE_BASIS);
	assert_int_equal(ag.g[0].lines[2].loosely, LOOSE_CURRENCY | LOOSE_PLACE);
	assert_int_equal(ag.g[0].lines[0].loosely, LOOSE_PLACE);
	assert_int_equal(ag.g[0].differs, LOOSE_BASIS | LOOSE_CURRENCY | LOOSE_PLACE);
	assert_ptr_equal(agree_main(&ag, LEVEL_ENTRY, RULER_SALARY), &ag.g[0]);
	assert_string_equal(ag.g[1].per, "hour");
	assert_string_equal(ag.g[2].currency, "EUR");
	assert_int_equal(ag.g[3].ruler, RULER_TOTAL);
	assert_string_equal(ag.g[4].place, "GB");
	assert_string_equal(ag.g[5].place, "Seattle");
	ag = payfig_groups(&f[6], 1, LEVEL_ENTRY);
	assert_string_equal(ag.g[0].currency, "unstated-currency");
}

static void
test_unstated_level_stands_in(void **state)
{
	struct figure f[] = {pay(A1, 1, 9), pay(A1, 2, 8), pay(B1, 3, 7), pay(D, 1, 3)};
	struct figures figs = {f, COUNT(f)};
	struct agree ag;
	const struct agree_group *g;

	(void)state;
	f[0].level = f[2].level = LEVEL_UNSTATED;
	f[3].level = LEVEL_STAFF;
	assert_int_equal(
	    agree_levels(&figs), 1u << LEVEL_ENTRY | 1u << LEVEL_STAFF | 1u << LEVEL_UNSTATED);
	ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	g = payfig_salary(&ag, LEVEL_ENTRY);
	assert_int_equal(g->nlines, 2);
	assert_ptr_equal(g->lines[0].f, &f[1]);
	assert_ptr_equal(g->lines[1].f, &f[2]);
	assert_int_equal(g->lines[0].loosely, 0);
	assert_int_equal(g->lines[1].loosely, LOOSE_LEVEL);
	ag = payfig_groups(f, COUNT(f), LEVEL_SENIOR);
	assert_int_equal(payfig_salary(&ag, LEVEL_SENIOR)->nlines, 2);
	ag = payfig_groups(f, COUNT(f), LEVEL_STAFF);
	assert_int_equal(payfig_salary(&ag, LEVEL_STAFF)->nlines, 1);
	ag = payfig_groups(f, COUNT(f), LEVEL_EXECUTIVE);
	assert_int_equal(ag.n, 0);
	/* A borrowed figure, too, says that the source knows the level. */
	f[1].borrowed = true;
	ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	assert_int_equal(payfig_salary(&ag, LEVEL_ENTRY)->lines[0].loosely, LOOSE_BORROWED);
	/* Every level that occurs, those without one last. */
	ag = payfig_groups(f, COUNT(f), LEVEL_UNSTATED);
	assert_int_equal(ag.n, 3);
	assert_int_equal(ag.g[0].level, LEVEL_ENTRY);
	assert_int_equal(ag.g[1].level, LEVEL_STAFF);
	assert_int_equal(ag.g[2].level, LEVEL_UNSTATED);
	assert_int_equal(ag.g[2].nlines, 2);
	assert_int_equal(ag.g[2].lines[0].loosely, 0);
}

static void
test_employers(void **state)
{
	struct figure f[] = {
	    pay(A1, 1, 9), pay(B1, 1, 9), pay(C, 1, 9), pay(D, 1, 9), pay(A2, 1, 9)};
	struct agree ag;
	const struct agree_line *l;

	(void)state;
	f[0].employer = f[4].employer = "big-tech";
	f[1].employer = "startup";
	f[2].employer = "mixed";
	ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	l = ag.g[0].lines;
	assert_int_equal(l[0].loosely, 0);
	assert_int_equal(l[1].loosely, LOOSE_EMPLOYER);
	assert_int_equal(l[2].loosely, LOOSE_EMPLOYER);
	assert_int_equal(l[3].loosely, LOOSE_EMPLOYER);
	assert_false(agree_comparable(&l[0], &l[1]));
	assert_true(agree_comparable(&l[0], &l[2]));
	assert_true(agree_comparable(&l[1], &l[3]));
	assert_true(agree_comparable(&l[0], &l[4]));
	f[0].employer = f[4].employer = f[1].employer = "";
	ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	assert_int_equal(ag.g[0].lines[2].loosely, 0);
	assert_int_equal(ag.g[0].differs, 0);
	/* What no line says does not make them differ. */
	for (size_t i = 0; i < COUNT(f); i++)
		f[i].basis = BASIS_UNSTATED;
	ag = payfig_groups(f, COUNT(f), LEVEL_ENTRY);
	assert_int_equal(ag.g[0].lines[2].loosely, LOOSE_BASIS);
	assert_int_equal(ag.g[0].differs, 0);
}

/* --- the answer of a list -------------------------------------------------------------------- */

static void
check_answer(struct figure *f, size_t n, const char *want)
{
	struct figures figs = {f, n};
	struct pay_answer ans;
	char got[200];

	if (!agree_answer(&figs, &ans, &payfig_arena))
		snprintf(got, sizeof got, "none");
	else
		snprintf(got, sizeof got, "%g-%g%s %s %s %s %zu of %zu", ans.low, ans.high,
		    ans.open_high ? "+" : "", ans.currency, basis_word(ans.basis),
		    level_word(ans.level), ans.publishers, ans.of);
	assert_string_equal(got, want);
}

static void
test_answer(void **state)
{
	struct figure f[] = {
	    pay(D, 50, 60), pay(A1, 120, 160), pay(B1, 110, 150), pay(C, 500, 500)};

	(void)state;
	check_answer(f, 0, "none");
	check_answer(f, 3, "120-150 USD base entry 2 of 3");
	f[2].basis = BASIS_UNSTATED;
	check_answer(f, 3, "120-150 USD unstated entry 2 of 3");
	/* Nothing at entry: the first group where publishers meet. */
	f[1].level = f[2].level = LEVEL_SENIOR;
	check_answer(f, 3, "120-150 USD unstated senior 2 of 2");
	f[1].level = f[2].level = LEVEL_UNSTATED;
	f[0].level = LEVEL_EXECUTIVE;
	check_answer(f, 3, "120-150 USD unstated unstated 2 of 2");
	/* Nobody meets: one line, a range before a point. */
	f[0] = pay(C, 90, 90);
	f[1] = pay(A1, 120, 160);
	check_answer(f, 2, "120-160 USD base entry 1 of 2");
	f[2] = pay(D, 300, 310);
	f[2].n = 40;
	check_answer(f, 3, "300-310 USD base entry 1 of 3");
	/* Pages of one publisher are no agreement, yet an answer. */
	f[0] = pay(A1, 180, 220);
	f[1] = pay(A2, 160, 200);
	f[0].basis = f[1].basis = BASIS_TOTAL;
	check_answer(f, 2, "180-200 USD total entry 1 of 1");
	f[3].open_high = true;
	f[3].level = LEVEL_EXECUTIVE;
	check_answer(&f[3], 1, "500-500+ USD base executive 1 of 1");
	f[3].unit = "EUR";
	check_answer(&f[3], 1, "500-500+ EUR base executive 1 of 1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		test_publishers_count_once, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(
		test_touching_at_one_point, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(
		test_employers_meet_apart, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_nobody_meets, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(
		test_pages_of_one_publisher, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(
		test_percentiles_and_points, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_open_ends, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(
		test_only_open_ends_meet, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_what_makes_no_line, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_groups, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(
		test_unstated_level_stands_in, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_employers, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_answer, payfig_setup, payfig_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
