/* Figures of the publishers' sets: what a row of a wide table says as a figure, and whose it is. */
#include "career/frame/patch.h"
#include "career/model/figure.h"
#include "career/model/listview.h"
#include "career/model/rolecols.h"
#include "career/model/switch.h"
#include "check.h"
#include "national.h"
#include "packcat.h"

#include <math.h>

static struct err e;
static struct arena arena;
static struct db *db;
static struct sources src;

static int
setup(void **state)
{
	(void)state;
	err_clear(&e);
	arena_init(&arena);
	db = national_small();
	return sources_load(&src, db, &arena, &e) ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	db_close(db);
	arena_free(&arena);
	return 0;
}

static struct figures
of_role(const char *slug, const char *measure)
{
	struct figures f;

	assert_ok(figures_of_role(&f, db, &src, packcat_role(db, slug), measure, &arena, &e));
	return f;
}

static struct figures
near_role(const char *slug, const char *measure)
{
	struct figures f;

	assert_ok(figures_nearest(&f, db, &src, packcat_role(db, slug), measure, &arena, &e));
	return f;
}

static const struct figure *
the(const struct figures *all, enum statistic stat)
{
	const struct figure *found = NULL;

	for (size_t i = 0; i < all->n; i++)
		if (all->f[i].stat == stat) {
			assert_null(found);
			found = &all->f[i];
		}
	assert_non_null(found);
	return found;
}

static void
test_wages(void **state)
{
	struct figures pay = of_role("data-scientists", "pay");
	const struct figure *f = the(&pay, STAT_PERCENTILES);

	(void)state;
	assert_int_equal(pay.n, 2);
	assert_ptr_equal(f, &pay.f[0]);
	assert_string_equal(f->source->key, "oews");
	assert_true(f->p10 == 64000 && f->p25 == 83000 && f->p50 == 113000 && f->p75 == 156000
	    && f->p90 == 194000);
	assert_string_equal(f->unit, "USD");
	assert_string_equal(f->per, "year");
	assert_string_equal(f->place, "US");
	assert_string_equal(f->as_of, "May 2024");
	assert_int_equal(f->as_of_year, 2024);
	assert_string_equal(f->about_key, "data-scientists");
	assert_contains(f->locator, "15-2051 Data Scientists: sheet 1, column A_MEDIAN");
	assert_string_equal(f->words, "Annual median wage");
	assert_int_equal(f->basis, BASIS_BASE);
	assert_int_equal(f->level, LEVEL_ALL);
	assert_false(f->top_coded || f->open_high || f->near || f->borrowed);
	assert_true(figure_of_set(f));
	assert_true(the(&pay, STAT_MEAN)->value == 125000);
}

static void
test_top_coded(void **state)
{
	struct figures pay = of_role("anesthesiologists", "pay");
	const struct figure *f = the(&pay, STAT_PERCENTILES);

	(void)state;
	assert_true(f->top_coded && f->open_high);
	assert_true(f->p10 == 90000 && f->p90 == 239200);
	assert_false(the(&pay, STAT_MEAN)->top_coded);
}

/* What is absent says why: the row is there. */
static void
test_missing(void **state)
{
	struct figures pay = of_role("marine-biologists", "pay"),
		       jobs = of_role("marine-biologists", "employment");
	double lo, hi;

	(void)state;
	assert_int_equal(pay.n, 2);
	for (size_t i = 0; i < pay.n; i++) {
		assert_string_equal(pay.f[i].missing, "not-reported");
		assert_false(figure_interval(&pay.f[i], &lo, &hi));
	}
	assert_int_equal(jobs.n, 1);
	assert_string_equal(jobs.f[0].missing, "not-reported");
	assert_int_equal(of_role("marine-biologists", "growth").n, 0);
	assert_ok(
	    db_exec(db, "UPDATE oews SET p50_why = 2, mean_why = 4 WHERE soc = '19-1099'", &e));
	pay = of_role("marine-biologists", "pay");
	assert_string_equal(the(&pay, STAT_PERCENTILES)->missing, "suppressed");
	assert_string_equal(the(&pay, STAT_MEAN)->missing, "not-applicable");
}

/* Paid by the hour: no wage a year is made up. */
static void
test_hourly(void **state)
{
	struct figures pay = of_role("actors", "pay");

	(void)state;
	assert_int_equal(pay.n, 1);
	assert_int_equal(pay.f[0].stat, STAT_MEDIAN);
	assert_string_equal(pay.f[0].per, "hour");
	assert_true(pay.f[0].value == 23.3);
}

static void
test_projections(void **state)
{
	struct figures growth = of_role("data-scientists", "growth"),
		       openings = of_role("data-scientists", "openings"),
		       jobs = of_role("data-scientists", "employment");
	double yearly;

	(void)state;
	assert_int_equal(growth.n, 1);
	assert_true(growth.f[0].value == 33.3 && growth.f[0].horizon_lo == 2024
	    && growth.f[0].horizon_hi == 2034 && growth.f[0].horizon_years == 10);
	assert_true(growth_yearly(&growth.f[0], &yearly) && fabs(yearly - 2.916) < 0.001);
	assert_int_equal(openings.n, 1);
	assert_true(openings.f[0].value == 21000);
	assert_int_equal(jobs.n, 2);
	assert_true(jobs.f[0].value == 200000 && jobs.f[1].value == 210000);
	/* The same median again is not said twice, a lone one is. */
	assert_int_equal(of_role("registered-nurses", "pay").n, 2);
	assert_ok(db_exec(db, "DELETE FROM oews WHERE soc = '29-1141'", &e));
	assert_int_equal(of_role("registered-nurses", "pay").n, 1);
}

/* A pack's role has them as nearest, never as its own; so has a part of an occupation. */
static void
test_nearest(void **state)
{
	struct figures own = of_role("data-scientist", "pay"),
		       near = near_role("data-scientist", "pay");

	(void)state;
	for (size_t i = 0; i < own.n; i++)
		assert_int_equal(own.f[i].source->kind, SOURCE_POSTINGS);
	assert_int_equal(near.n, 2);
	assert_true(near.f[0].near && near.f[1].near);
	assert_string_equal(near.f[0].about_key, "data-scientists");
	assert_int_equal(of_role("business-intelligence-analysts", "pay").n, 0);
	near = near_role("business-intelligence-analysts", "growth");
	assert_int_equal(near.n, 1);
	assert_string_equal(near.f[0].about_key, "data-scientists");
	assert_int_equal(near_role("registered-nurses", "pay").n, 0);
}

/* Postings of a title that is the role's: of each level and country the year with the most rows. */
static void
test_postings(void **state)
{
	struct figures pay = of_role("data-scientist", "pay");

	(void)state;
	assert_int_equal(pay.n, 3);
	assert_string_equal(pay.f[0].source->key, "jobs");
	assert_int_equal(pay.f[0].n, 355);
	assert_int_equal(pay.f[0].as_of_year, 2024);
	assert_int_equal(pay.f[0].level, LEVEL_ENTRY);
	assert_int_equal(pay.f[0].basis, BASIS_UNSTATED);
	assert_string_equal(pay.f[0].words, "Data Scientist");
	assert_int_equal(pay.f[1].n, 174);
	assert_string_equal(pay.f[2].place, "GB");
}

static void
test_by_id(void **state)
{
	static const char *const measures[] = {"pay", "growth", "openings", "employment"};
	struct figure f;

	(void)state;
	for (size_t m = 0; m < COUNT(measures); m++) {
		struct figures all;

		assert_ok(figures_all(&all, db, &src, measures[m], &arena, &e));
		assert_true(all.n > 0);
		for (size_t i = 0; i < all.n; i++) {
			assert_ok(figure_by_id(&f, db, &src, all.f[i].id, &arena, &e));
			assert_int_equal(f.id, all.f[i].id);
			assert_string_equal(f.measure, measures[m]);
			assert_string_equal(f.about_key, all.f[i].about_key);
			assert_string_equal(f.locator, all.f[i].locator);
			assert_true(i == 0 || all.f[i - 1].about_id <= all.f[i].about_id);
		}
	}
	assert_false(figure_by_id(&f, db, &src, ((int64_t)11 << 32) + 999, &arena, &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
}

/* While the wage set is off the projections' median speaks in its place. */
static void
test_off(void **state)
{
	static const int64_t oews = 1000001;
	struct figures pay;

	(void)state;
	assert_ok(db_set_sources_off(db, &oews, 1, &e));
	sources_follow(&src, db);
	pay = of_role("registered-nurses", "pay");
	assert_int_equal(pay.n, 1);
	assert_string_equal(pay.f[0].source->key, "projections");
	assert_int_equal(of_role("data-scientist", "pay").n, 3);
	assert_ok(db_set_sources_off(db, NULL, 0, &e));
	sources_follow(&src, db);
	assert_int_equal(of_role("registered-nurses", "pay").n, 2);
}

/* --- the list ---------------------------------------------------------------------------------- */

static struct frame roles;
static struct view view;

static uint32_t
row_of(const char *slug)
{
	uint32_t row = frame_find(&roles, (int32_t)packcat_role(db, slug));

	assert_true(row < roles.rows);
	return row;
}

static const char *
cell(const char *slug, const char *field)
{
	static struct buf text = BUF_INIT;

	buf_clear(&text);
	view_cell(&view, field_find(&list_roles, field), row_of(slug), &text);
	return text.data;
}

static void
open_roles(void)
{
	struct err why;

	assert_ok(listview_open(&roles, &view, &list_roles, db, &why, &e));
	assert_string_equal(why.text, "");
}

static void
close_roles(void)
{
	view_free(&view);
	frame_free(&roles);
}

static void
test_cells(void **state)
{
	(void)state;
	open_roles();
	assert_string_equal(cell("registered-nurses", "zone"), "3 medium preparation");
	assert_string_equal(cell("registered-nurses", "education"), "Bachelor's degree");
	assert_string_equal(
	    cell("registered-nurses", "riasec"), "Conventional; Investigative; Social");
	assert_string_equal(cell("registered-nurses", "employment"), "3200000");
	assert_string_equal(cell("registered-nurses", "openings"), "190000");
	assert_string_equal(cell("registered-nurses", "pay_low"), "78000");
	assert_string_equal(cell("registered-nurses", "pay_high"), "107000");
	assert_string_equal(cell("registered-nurses", "pay_level"), "all");
	assert_string_equal(cell("registered-nurses", "growth"), "0.5");
	assert_string_equal(cell("registered-nurses", "pack"), "import");
	/* A pack's occupation is extended, its role is not. */
	assert_string_equal(cell("data-scientists", "zone"), "5 extensive preparation");
	assert_string_equal(cell("data-scientists", "pack"), "t");
	assert_string_equal(cell("data-scientist", "zone"), "");
	assert_string_equal(cell("data-scientist", "employment"), "");
	assert_string_equal(cell("data-scientist", "growth"), "2.9");
	/* A floor is called one. */
	assert_string_equal(cell("anesthesiologists", "pay_high"), "239200");
	assert_string_equal(cell("anesthesiologists", "top_coded"), "yes");
	assert_string_equal(cell("registered-nurses", "top_coded"), "");
	/* Paid by the hour: not pay a year. */
	assert_string_equal(cell("actors", "pay_low"), "");
	/* Absent is absent. */
	assert_string_equal(cell("marine-biologists", "zone"), "");
	assert_string_equal(cell("marine-biologists", "pay_low"), "");
	assert_string_equal(cell("marine-biologists", "employment"), "");
	assert_string_equal(cell("beekeeper", "figures"), "0");
	/* Growth of a part is that of the whole that stands near. */
	assert_true(rolecols_own_growth(&roles, row_of("registered-nurses")));
	assert_true(rolecols_own_growth(&roles, row_of("data-scientists")));
	assert_false(rolecols_own_growth(&roles, row_of("data-scientist")));
	assert_false(rolecols_own_growth(&roles, row_of("business-intelligence-analysts")));
	close_roles();
}

/* Names that publishers list find it; packs come first, then the occupations with the most jobs. */
static void
test_names_and_order(void **state)
{
	static const struct {
		const char *query, *slug;
	} found[] = {
	    {"ml ops", "data-scientists"},
	    {"pipe fitter", "plumbers"},
	    {"triage", "registered-nurses"},
	    {"apiarist", "beekeeper"},
	    {"RN", "registered-nurses"},
	};

	(void)state;
	open_roles();
	for (size_t i = 0; i < COUNT(found); i++) {
		bool there = false;

		view_set(&view, found[i].query, false);
		for (uint32_t k = 0; k < view.nrows; k++)
			there = there || view.rows[k] == row_of(found[i].slug);
		if (!there)
			fail_msg("%s does not find %s", found[i].query, found[i].slug);
	}
	view_set(&view, "pack:import", false);
	assert_int_equal(view.nrows, 9);
	assert_int_equal(view.rows[0], row_of("registered-nurses"));
	assert_int_equal(view.rows[1], row_of("plumbers"));
	assert_int_equal(rolecols_of_sets(&roles, view.rows, view.nrows), 9);
	assert_int_equal(rolecols_of_sets(&roles, NULL, 0), 9);
	view_set(&view, "", false);
	assert_int_equal(view.nrows, 13);
	assert_int_equal(rolecols_of_sets(&roles, view.rows, 4), 0);
	close_roles();
}

/* While a set is off its cells are absent, and occupations that nothing else speaks of are gone. */
static void
test_list_off(void **state)
{
	static const int64_t oews = 1000001, esco = 1000006, all[] = {1000000, 1000001, 1000002};
	bool changed;

	(void)state;
	open_roles();
	assert_ok(switch_sources(db, &oews, 1, &e));
	assert_ok(listview_refresh(&roles, &view, db, &changed, &e));
	assert_true(changed);
	assert_string_equal(cell("registered-nurses", "employment"), "3300000");
	assert_string_equal(cell("registered-nurses", "pay_low"), "93000");
	assert_string_equal(cell("registered-nurses", "zone"), "3 medium preparation");
	assert_true(frame_is_gone(&roles, row_of("riggers-all-other")) == false);
	assert_ok(switch_sources(db, &esco, 1, &e));
	assert_ok(listview_refresh(&roles, &view, db, &changed, &e));
	assert_true(frame_is_gone(&roles, row_of("beekeeper")));
	assert_false(frame_is_gone(&roles, row_of("registered-nurses")));
	assert_string_equal(cell("registered-nurses", "employment"), "3200000");
	assert_ok(switch_sources(db, all, COUNT(all), &e));
	assert_ok(listview_refresh(&roles, &view, db, &changed, &e));
	assert_true(frame_is_gone(&roles, row_of("registered-nurses")));
	assert_false(frame_is_gone(&roles, row_of("data-scientists")));
	assert_string_equal(cell("data-scientists", "zone"), "");
	assert_string_equal(cell("data-scientist", "growth"), "");
	assert_ok(switch_sources(db, NULL, 0, &e));
	assert_ok(listview_refresh(&roles, &view, db, &changed, &e));
	assert_int_equal(frame_here(&roles), roles.rows);
	assert_string_equal(cell("data-scientist", "growth"), "2.9");
	close_roles();
}

/* What is stored is what would be computed. */
static void
test_stored(void **state)
{
	static const char *const computed[] = {
	    "pay_low", "pay_high", "pay_publishers", "growth", "pay_level", "pay_currency"};
	struct frame made;

	(void)state;
	open_roles();
	assert_ok(frame_build(&made, list_frame_spec(&list_roles), db, &e));
	assert_ok(rolecols_fill(&made, db, &src, &e));
	assert_int_equal(made.rows, roles.rows);
	for (uint32_t row = 0; row < made.rows; row++)
		for (size_t i = 0; i < COUNT(computed); i++) {
			int col = frame_col(made.spec, computed[i]);

			assert_int_equal(made.id[row], roles.id[row]);
			if (made.cols[col].spec->kind == COL_NUM)
				assert_int_equal(
				    frame_num(&made, col, row), frame_num(&roles, col, row));
			else
				assert_string_equal(
				    frame_text(&made, col, row), frame_text(&roles, col, row));
		}
	frame_free(&made);
	close_roles();
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_wages),
	    TEST(test_top_coded),
	    TEST(test_missing),
	    TEST(test_hourly),
	    TEST(test_projections),
	    TEST(test_nearest),
	    TEST(test_postings),
	    TEST(test_by_id),
	    TEST(test_off),
	    TEST(test_cells),
	    TEST(test_names_and_order),
	    TEST(test_stored),
	    TEST(test_list_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
