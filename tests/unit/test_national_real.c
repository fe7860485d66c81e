/* The publishers' own sets as roles show them: figures against the files, and what words find. */
#include "career/model/figure.h"
#include "career/model/listview.h"
#include "career/store/catalog.h"
#include "check.h"
#include "packcat.h"

#include <math.h>
#include <stdlib.h>

static struct err e;
static struct arena arena;
static struct db *db;
static struct sources src;
static struct frame roles;
static struct view view;

static int
setup(void **state)
{
	const char *path = getenv("CAREER_TEST_NATIONAL");
	struct err why;

	(void)state;
	err_clear(&e);
	if (path == NULL || *path == '\0')
		return 0;
	arena_init(&arena);
	db = catalog_open(path, &e);
	if (db == NULL || !sources_load(&src, db, &arena, &e)
	    || !listview_open(&roles, &view, &list_roles, db, &why, &e)) {
		print_error("%s\n", e.text);
		return -1;
	}
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	if (db == NULL)
		return 0;
	view_free(&view);
	frame_free(&roles);
	db_close(db);
	arena_free(&arena);
	return 0;
}

static void
need_data(void)
{
	if (db == NULL)
		skip();
}

static int64_t
count(const char *sql)
{
	int64_t n = 0;

	assert_ok(db_int(db, sql, &n, &e));
	return n;
}

static void
test_how_many(void **state)
{
	(void)state;
	need_data();
	assert_int_equal(
	    count("SELECT count(DISTINCT role_id) FROM role_code WHERE scheme = 'onet'"), 1016);
	assert_int_equal(
	    count("SELECT count(DISTINCT role_id) FROM role_code WHERE scheme = 'esco'"), 3007);
	view_set(&view, "pack:import", false);
	assert_in_range(view.nrows, 4000, 4100);
	view_set(&view, "zone:any", false);
	assert_in_range(view.nrows, 900, 1016);
	view_set(&view, "pack:import employment:any", false);
	assert_in_range(view.nrows, 780, 840);
	assert_string_equal(
	    frame_text(
		&roles, field_col(&list_roles, field_find(&list_roles, "title")), view.rows[0]),
	    "Home Health and Personal Care Aides");
}

static bool
finds(const char *query, const char *slug)
{
	uint32_t row = frame_find(&roles, (int32_t)packcat_role(db, slug));

	view_set(&view, query, false);
	assert_int_equal(view.query.error[0], '\0');
	return view_find(&view, row) != UINT32_MAX;
}

static void
test_words(void **state)
{
	(void)state;
	need_data();
	assert_true(finds("ML ops", "mlops-engineer"));
	assert_true(finds("nurse", "registered-nurses"));
	assert_true(finds("nurse", "nurse-practitioners"));
	assert_true(finds("plumber", "plumbers-pipefitters-and-steamfitters"));
	assert_true(finds("\"staff nurse\"", "registered-nurses"));
	assert_true(
	    finds("education:\"Bachelor's degree\" riasec:Social zone:4*", "registered-nurses"));
	assert_false(finds("pack:import employment>4000000", "registered-nurses"));
	/* The whole title before a part of it. */
	view_set(&view, "plumber", false);
	assert_string_equal(
	    frame_text(
		&roles, field_col(&list_roles, field_find(&list_roles, "title")), view.rows[0]),
	    "plumber");
}

static const struct figure *
official(const struct figures *all, const char *key, enum statistic stat)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->f[i].source->key, key) == 0 && all->f[i].stat == stat)
			return &all->f[i];
	fail_msg("no figure of %s", key);
	return NULL;
}

/* As national_M2024_dl.xlsx has 15-2051. */
static void
check_data_scientists(const struct figure *f)
{
	assert_true(f->p10 == 63650 && f->p25 == 82630 && f->p50 == 112590 && f->p75 == 155810
	    && f->p90 == 194410);
	assert_string_equal(f->as_of, "May 2024");
	assert_string_equal(f->about_key, "data-scientists");
}

static void
test_data_scientists(void **state)
{
	struct figures f;
	int64_t id;
	double yearly;

	(void)state;
	need_data();
	id = packcat_role(db, "data-scientists");
	assert_ok(figures_of_role(&f, db, &src, id, "pay", &arena, &e));
	check_data_scientists(official(&f, "oews", STAT_PERCENTILES));
	assert_true(official(&f, "oews", STAT_MEAN)->value == 124590);
	assert_ok(figures_of_role(&f, db, &src, id, "growth", &arena, &e));
	assert_true(official(&f, "projections", STAT_POINT)->value == 33.5);
	assert_true(growth_yearly(official(&f, "projections", STAT_POINT), &yearly)
	    && fabs(yearly - 2.93) < 0.01);
	assert_ok(figures_of_role(&f, db, &src, id, "openings", &arena, &e));
	assert_true(official(&f, "projections", STAT_MEAN)->value == 23400);
	assert_true(finds(
	    "education:\"Bachelor's degree\" zone:4* riasec:Investigative", "data-scientists"));
}

/* What the packs copied is not said again; what is near a pack's role is near. */
static void
test_nearest(void **state)
{
	static const char *const slugs[] = {
	    "data-scientist", "data-analyst", "machine-learning-engineer"};
	struct figures f;

	(void)state;
	need_data();
	for (size_t i = 0; i < COUNT(slugs); i++) {
		assert_ok(
		    figures_nearest(&f, db, &src, packcat_role(db, slugs[i]), "pay", &arena, &e));
		assert_true(f.n > 0);
		for (size_t k = 0; k < f.n; k++)
			assert_true(f.f[k].near);
		assert_ok(
		    figures_of_role(&f, db, &src, packcat_role(db, slugs[i]), "pay", &arena, &e));
		for (size_t k = 0; k < f.n; k++)
			assert_int_not_equal(f.f[k].source->kind, SOURCE_OFFICIAL);
		assert_ok(figures_nearest(
		    &f, db, &src, packcat_role(db, slugs[i]), "growth", &arena, &e));
		assert_true(f.n > 0);
	}
	assert_ok(
	    figures_nearest(&f, db, &src, packcat_role(db, "data-scientist"), "pay", &arena, &e));
	check_data_scientists(official(&f, "oews", STAT_PERCENTILES));
}

static void
test_top_coded(void **state)
{
	struct figures f;
	const struct figure *p;

	(void)state;
	need_data();
	assert_ok(
	    figures_of_role(&f, db, &src, packcat_role(db, "chief-executives"), "pay", &arena, &e));
	p = official(&f, "oews", STAT_PERCENTILES);
	assert_true(p->top_coded && p->open_high && p->p75 == 239200 && p->p90 == 239200);
	assert_true(p->p50 == 206420);
	assert_ok(figures_of_role(&f, db, &src, packcat_role(db, "actors"), "pay", &arena, &e));
	assert_int_equal(f.n, 1);
	assert_string_equal(f.f[0].per, "hour");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_how_many),
	    cmocka_unit_test(test_words),
	    cmocka_unit_test(test_data_scientists),
	    cmocka_unit_test(test_nearest),
	    cmocka_unit_test(test_top_coded),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
