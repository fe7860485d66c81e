/* Programs of the College Scorecard in the list, by key, on their page and side by side; roles by field. */
#include "career/frame/linked.h"
#include "career/model/listview.h"
#include "career/page/compare.h"
#include "career/page/pages.h"
#include "career/store/catalog.h"
#include "check.h"
#include "national.h"
#include "pagecat.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ID = 1 << 24, CROSSWALK = 1000004, SCORECARD = 1000003 };

static struct pagecat c;
static struct frame f;
static struct view v;
static struct buf out;

static int
setup(void **state)
{
	struct err why;

	(void)state;
	pagecat_init(&c, national_small());
	if (!listview_open(&f, &v, &list_programs, c.db, &why, &c.e)) {
		print_error("%s\n", c.e.text);
		return -1;
	}
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	view_free(&v);
	frame_free(&f);
	pagecat_free(&c);
	buf_free(&out);
	return 0;
}

/* Keys of what matches, and how many. */
static const char *
keys(const char *query)
{
	view_set(&v, query, false);
	if (v.query.error[0])
		fail_msg("%s", v.query.error);
	buf_clear(&out);
	for (uint32_t i = 0; i < v.nrows; i++) {
		buf_adds(&out, i ? " " : "");
		view_key(&v, v.rows[i], &out);
	}
	return out.data ? out.data : "";
}

static int32_t
number(int64_t row, const char *field)
{
	uint32_t at = frame_find(&f, (int32_t)(FIRST_ID + row));

	assert_int_not_equal(at, UINT32_MAX);
	return frame_num(&f, frame_col(f.spec, field), at);
}

static const char *
text(int64_t row, const char *field)
{
	return frame_text(&f, frame_col(f.spec, field), frame_find(&f, (int32_t)(FIRST_ID + row)));
}

/* --- the list ----------------------------------------------------------------------------------- */

static void
test_cells(void **state)
{
	(void)state;
	assert_string_equal(text(1, "school"), "Alpha State University");
	assert_string_equal(text(1, "award"), "bachelor");
	assert_string_equal(text(1, "city"), "Alphaville");
	assert_string_equal(text(1, "control"), "public");
	assert_string_equal(text(1, "earnings_horizon"), "graduates of 2014-16, 1 year after");
	assert_string_equal(text(1, "mode"), "");
	assert_int_equal(number(1, "tuition_in"), 9000);
	assert_int_equal(number(1, "tuition_out"), 24000);
	assert_int_equal(number(1, "earnings"), 61000);
	assert_int_equal(number(1, "debt"), 21000);
	assert_string_equal(text(8, "control"), "foreign");
	assert_string_equal(text(8, "country"), "");
	assert_string_equal(text(8, "city"), "");
	assert_string_equal(keys("sort:-earnings control:public earnings:any"),
	    "scorecard/001001-100001/3070/5 scorecard/001001-100001/5138/3 "
	    "scorecard/001001-100001/3070/3");
}

/* Each kind of absence stays what it is, and none is 0. */
static void
test_absent(void **state)
{
	(void)state;
	assert_int_equal(number(4, "earnings"), FRAME_MISSING + MISSING_SUPPRESSED);
	assert_int_equal(number(4, "debt"), FRAME_MISSING + MISSING_SUPPRESSED);
	assert_int_equal(number(4, "dte"), FRAME_MISSING + MISSING_SUPPRESSED);
	assert_int_equal(number(7, "earnings"), FRAME_MISSING + MISSING_NOT_REPORTED);
	assert_int_equal(number(7, "dte"), FRAME_MISSING + MISSING_NOT_REPORTED);
	assert_int_equal(number(6, "tuition_in"), FRAME_MISSING + MISSING_NOT_REPORTED);
	assert_int_equal(number(8, "tuition_in"), FRAME_MISSING + MISSING_NOT_STATED);
	assert_int_equal(number(1, "months"), FRAME_MISSING + MISSING_NOT_STATED);
	assert_int_equal(number(1, "cost"), FRAME_MISSING + MISSING_NOT_STATED);
	assert_string_equal(text(4, "earnings_horizon"), "");
}

/* What a dollar of debt costs a year, against the formula: 12 P i / (1 - (1 + i)^-n). */
static void
test_payment(void **state)
{
	static const struct {
		int level, years;
		double rate;
	} want[] = {{1, 10, 4.99}, {2, 10, 4.99}, {3, 15, 4.99}, {4, 10, 4.99}, {5, 15, 7.54},
	    {6, 20, 7.54}, {7, 20, 7.54}, {8, 10, 7.54}};
	struct stmt *st;
	int n = 0;

	(void)state;
	assert_true(db_exec(c.db,
	    "INSERT OR IGNORE INTO sc_level SELECT value, 'award-' || value, 'Level', 1000003 FROM "
	    "json_each('[1,2,3,4,5,6,7,8]');"
	    "INSERT INTO sc_program (id, school_id, field_id, credlev, earnings_why, later_why, debt_why, "
	    "debt_mean_why, source_id) SELECT 900 + value, 2, 3, value, 1, 1, 1, 1, 1000003 FROM "
	    "json_each('[1,2,3,4,5,6,7,8]')",
	    &c.e));
	st = db_prepare(c.db,
	    "SELECT credlev, years, rate, annual FROM v_scorecard WHERE row > 900 ORDER BY 1",
	    &c.e);
	assert_non_null(st);
	for (; stmt_step(st, &c.e) == 1; n++) {
		double i = want[n].rate / 1200;

		assert_int_equal(stmt_int(st, 0), want[n].level);
		assert_int_equal(stmt_int(st, 1), want[n].years);
		assert_true(fabs(stmt_num(st, 2) - want[n].rate) < 1e-9);
		assert_true(
		    fabs(stmt_num(st, 3) - 12 * i / (1 - pow(1 + i, -12 * want[n].years))) < 1e-8);
	}
	stmt_finalize(st);
	assert_int_equal(n, 8);
	assert_true(db_exec(c.db, "DELETE FROM sc_program WHERE id > 900", &c.e));
	/* $38,000 at 7.54% over 15 years is $4,237.55 a year, 4.66% of $91,000. */
	assert_int_equal(number(2, "dte"), 47);
}

/* --- roles by field of study -------------------------------------------------------------------- */

static void
test_roles(void **state)
{
	(void)state;
	assert_string_equal(keys("role:plumbers"), "scorecard/001003-100003/4605/1");
	assert_string_equal(
	    keys("role:registered-nurses award:certificate"), "scorecard/001003-100003/5138/1");
	/* The role has no code of its own: what is nearest to it leads there. */
	keys("role:data-scientist");
	assert_non_null(strstr(out.data, "scorecard/001001-100001/3070/5"));
	assert_non_null(strstr(out.data, "scorecard/001004/3070/5"));
	assert_null(strstr(out.data, "/5138/"));
	/* An O*NET code that is a part of an occupation leads where the whole does. */
	assert_non_null(strstr(keys("role:business-intelligence-analysts"), "/3070/"));
	assert_null(strstr(keys("-role:plumbers"), "/4605/"));
	assert_non_null(strstr(keys("role:plumbers,registered-nurses"), "/4605/"));
	view_set(&v, "role:plumber", false);
	assert_string_equal(v.query.error, "column 1: no role 'plumber'; nearest: plumbers");
	assert_int_equal(v.nrows, 0);
}

static void
test_switched_off(void **state)
{
	const int64_t crosswalk = CROSSWALK;

	(void)state;
	assert_true(db_set_sources_off(c.db, &crosswalk, 1, &c.e));
	assert_string_equal(keys("role:plumbers"), "");
	assert_true(db_set_sources_off(c.db, NULL, 0, &c.e));
	assert_string_equal(keys("role:plumbers"), "scorecard/001003-100003/4605/1");
}

/* --- keys --------------------------------------------------------------------------------------- */

static void
test_keys(void **state)
{
	static const char *const wrong[] = {"scorecard/001001-100001/3070/1",
	    "scorecard/001001-100002/3070/5", "scorecard/001001/3070/5",
	    "scorecard/001004-0/3070/5", "scorecard/1001-100001/3070/5",
	    "scorecard/001001-100001/3070/5/", "scorecard/", "scorecard"};
	enum thing kind;
	int64_t id;

	(void)state;
	assert_true(thing_find(c.db, "scorecard/001001-100001/3070/5", &kind, &id, &c.e));
	assert_int_equal(kind, THING_PROGRAM);
	assert_int_equal(id, FIRST_ID + 2);
	assert_true(thing_find(c.db, "scorecard/001004/3070/5", &kind, &id, &c.e));
	assert_int_equal(id, FIRST_ID + 8);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (thing_find(c.db, wrong[i], &kind, &id, &c.e) && kind == THING_PROGRAM)
			fail_msg("%s names a program", wrong[i]);
}

/* --- the page ----------------------------------------------------------------------------------- */

static void
test_page(void **state)
{
	const char *page = pagecat_program(&c, "scorecard/001001-100001/3070/5");

	(void)state;
	assert_contains(page, "Alpha State University, Alphaville, CA, US (public)");
	assert_contains(page, "$9,000 a year in the state, $24,000 a year from elsewhere");
	assert_contains(page, "of the whole school, before any aid");
	assert_contains(page, "$91,000 a year, median, 1 year after");
	assert_contains(page, "graduates of 2014-16; of 22 people");
	assert_contains(page, "$38,000 median, $41,000 mean");
	assert_contains(page, "$422 a month over ten years, as published");
	assert_contains(
	    page, "4.7% of a year's earnings $38,000 at 7.54% over 15 years is $4,238 a year");
	assert_contains(page, "25 in a year");
	assert_contains(page, "30.70");
	assert_contains(page, "officially linked with 15-2051");
	assert_contains(page, "Bachelor's Degree: earnings $61,000, debt $21,000");
	assert_contains(page, "Master's Degree: 3 (this level)");
	assert_true(pagecat_has_anchor(&c, "Earnings", ANCHOR_FACT, "sc_program:2/earnings"));
	assert_null(strstr(page, "What each page states"));
}

static void
test_page_without_values(void **state)
{
	const char *page = pagecat_program(&c, "scorecard/001004/3070/5");

	(void)state;
	assert_contains(page, "Delta University Abroad (foreign)");
	assert_contains(page, "! suppressed for privacy");
	assert_contains(page, "cannot be told without both");
	assert_null(strstr(page, "$0"));
	page = pagecat_program(&c, "scorecard/001003-100003/5138/1");
	assert_contains(page, "Tuition ! not reported");
	assert_contains(page, "Earnings ! not reported");
	assert_contains(page, "51.38: all of its 2 fields are officially linked with 29-1141");
	assert_null(strstr(page, "broader"));
}

static void
test_explained(void **state)
{
	static const struct {
		const char *key, *says;
	} want[] = {{"sc_program:2/earnings", "$91,000 a year"},
	    {"sc_program:2/earnings", "graduates of 2014-16"}, {"sc_program:4/debt", "suppressed"},
	    {"sc_program:6/tuition_in", "not reported"},
	    {"sc_program:1/tuition_out", "$24,000 a year"}};

	(void)state;
	for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
		const struct anchor a = {ANCHOR_FACT, want[i].key};

		pagecat_page(&c, 100, false);
		if (!page_explain(&c.p, &c.r, &a, &c.e))
			fail_msg("%s: %s", want[i].key, c.e.text);
		assert_contains(pagecat_text(&c, true), want[i].says);
	}
}

static void
test_gone_while_off(void **state)
{
	const int64_t scorecard = SCORECARD;

	(void)state;
	assert_true(db_set_sources_off(c.db, &scorecard, 1, &c.e));
	pagecat_page(&c, 80, false);
	assert_false(page_program(&c.p, &c.r, FIRST_ID + 2, &c.e));
	assert_contains(c.e.text, "no source that is on speaks of scorecard/001001-100001/3070/5");
	assert_true(db_set_sources_off(c.db, NULL, 0, &c.e));
}

/* --- side by side ------------------------------------------------------------------------------- */

static const struct compare_row *
row_of(const struct compare *x, const char *label)
{
	for (size_t i = 0; i < x->nrows; i++)
		if (strcmp(x->row[i].label, label) == 0)
			return &x->row[i];
	fail_msg("no row %s", label);
	return NULL;
}

static void
test_compared(void **state)
{
	static const char *const both[] = {
	    "scorecard/001001-100001/3070/5", "scorecard/001002-100002/3070/5", "u/ms-a/master"};
	static const char *const nurses[] = {
	    "scorecard/001001-100001/5138/3", "scorecard/001002-100002/5138/3"};
	struct compare x;

	(void)state;
	assert_true(compare_make(&x, &c.r, nurses, 2, LEVEL_ENTRY, &c.e));
	assert_string_equal(row_of(&x, "tuition in the state")->cell[0].text, "$9,000 ^");
	assert_int_equal(row_of(&x, "tuition in the state")->cell[0].mark, COMPARE_BEST);
	assert_contains(x.answer, "By a year's tuition in the state: ");
	compare_free(&x);
	/* Tuition of undergraduates is no price of a master's degree. */
	assert_true(compare_make(&x, &c.r, both, 2, LEVEL_ENTRY, &c.e));
	assert_string_equal(
	    row_of(&x, "tuition in the state")->cell[0].text, "~$9,000, of undergraduates");
	assert_string_equal(row_of(&x, "tuition in the state")->block, "Price");
	assert_int_equal(row_of(&x, "tuition in the state")->cell[0].mark, COMPARE_PLAIN);
	assert_contains(
	    row_of(&x, "earnings")->cell[0].text, "$91,000, graduates of 2014-16, 1 year after");
	assert_contains(row_of(&x, "earnings")->cell[1].text, "suppressed for privacy");
	assert_string_equal(row_of(&x, "debt-to-earnings")->cell[0].text, "4.7%");
	assert_string_equal(row_of(&x, "debt-to-earnings")->cell[1].text, "cannot be told");
	assert_string_equal(row_of(&x, "status")->cell[0].text, "not stated");
	compare_free(&x);
	assert_true(compare_make(&x, &c.r, both, 3, LEVEL_ENTRY, &c.e));
	assert_string_equal(row_of(&x, "tuition in the state")->block, "Price");
	assert_string_equal(row_of(&x, "tuition in the state")->cell[2].text, "");
	compare_free(&x);
}

/* --- two fields of packs with one code ---------------------------------------------------------- */

static void
run_named(const char *name)
{
	struct stmt *st = db_query(c.db, name, &c.e);

	if (st == NULL || !stmt_run(st, &c.e))
		fail_msg("%s: %s", name, c.e.text);
}

/* Then the Scorecard's field keeps its own title, and what is said of either holds for it, as broader. The last of
 * the tests over this catalog. */
static void
test_wider_rules(void **state)
{
	const char *page;

	(void)state;
	assert_true(db_exec(c.db,
	    "DELETE FROM role_field; DELETE FROM study_field;"
	    "UPDATE program SET cip = '30.7099' WHERE field = 'business administration'",
	    &c.e));
	run_named("derive_study");
	run_named("derive_role_rules");
	run_named("derive_role_rules_wider");
	run_named("derive_role_crosswalk");
	page = pagecat_program(&c, "scorecard/001001-100001/3070/5");
	assert_contains(page, "A master's degree in Data Science.");
	assert_contains(page, "30.70 includes data science (\"The field itself.\"); broader");
	assert_contains(page, "Data Scientists: 30.70: all of its 2 fields are officially linked");
}

/* --- the publisher's own file ------------------------------------------------------------------- */

static int64_t
ask(struct db *db, const char *sql)
{
	struct err e;
	int64_t n = -1;

	if (!db_int(db, sql, &n, &e))
		fail_msg("%s", e.text);
	return n;
}

static void
test_real(void **state)
{
	const char *path = getenv("CAREER_TEST_NATIONAL");
	struct err e, why;
	struct frame all;
	struct view view;
	struct db *db;

	(void)state;
	if (path == NULL || *path == '\0')
		skip();
	db = catalog_open(path, &e);
	assert_non_null(db);
	assert_true(listview_open(&all, &view, &list_programs, db, &why, &e));
	assert_int_equal(ask(db, "SELECT count(*) FROM v_scorecard"), 216638);
	assert_int_equal(ask(db, "SELECT count(DISTINCT key) FROM v_scorecard"), 216638);
	assert_int_equal(all.rows, 216638 + ask(db, "SELECT count(*) FROM program"));
	/* Of schools that the institution file does not have, place and tuition are absent, not 0. */
	view_set(&view, "source:scorecard* city:none", false);
	assert_int_equal(view.nrows,
	    ask(db,
		"SELECT count(*) FROM sc_program p JOIN sc_school s ON s.id = p.school_id "
		"WHERE NOT EXISTS (SELECT 1 FROM sc_institution i WHERE i.unitid = s.unitid AND "
		"i.city IS NOT NULL)"));
	assert_true(view.nrows > 19000);
	view_set(&view, "tuition_in:0", false);
	assert_int_equal(
	    view.nrows, ask(db, "SELECT count(*) FROM v_scorecard WHERE tuition_in = 0"));
	view_set(&view, "nursing state:CA award:master sort:-earnings", false);
	assert_true(view.nrows > 10);
	assert_int_equal(frame_num(&all, frame_col(all.spec, "earnings"), view.rows[0]), 159600);
	/* 30.70 includes 30.7001, which is linked with 15-2051. */
	view_set(&view, "role:data-scientists field:\"data science\"", false);
	assert_true(view.nrows > 0);
	view_set(&view, "role:registered-nurses", false);
	assert_int_equal(view.nrows,
	    ask(db,
		"SELECT count(*) FROM sc_program WHERE field_id IN (SELECT f.id FROM sc_field f "
		"WHERE f.cip4 IN (SELECT cip / 100 FROM crosswalk WHERE soc = '29-1141'))"));
	assert_int_equal(ask(db, "SELECT sum(n) FROM study_tally"), 216638);
	assert_int_equal(ask(db, "SELECT sum(last - first + 1) FROM study_school"), 216638);
	view_free(&view);
	frame_free(&all);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cells),
	    cmocka_unit_test(test_absent),
	    cmocka_unit_test(test_payment),
	    cmocka_unit_test(test_roles),
	    cmocka_unit_test(test_switched_off),
	    cmocka_unit_test(test_keys),
	    cmocka_unit_test(test_page),
	    cmocka_unit_test(test_page_without_values),
	    cmocka_unit_test(test_explained),
	    cmocka_unit_test(test_gone_while_off),
	    cmocka_unit_test(test_compared),
	    cmocka_unit_test(test_wider_rules),
	    cmocka_unit_test(test_real),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
