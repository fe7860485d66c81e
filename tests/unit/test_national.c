/* The small national catalogs of the tests are whole: what they say they hold is there. */
#include "check.h"
#include "national.h"
#include "packdir.h"

#include "career/model/listview.h"
#include "career/model/switch.h"
#include "career/store/catalog.h"

#include <stdio.h>

static void
check(struct db *db)
{
	assert_string_equal(packdir_ask(db,
				"SELECT r.slug FROM role_code c JOIN role r ON r.id = c.role_id"
				" WHERE c.scheme = 'soc' AND c.code = '15-2051'"),
	    "data-scientists");
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM role WHERE pack = 'import'"), 9);
	assert_int_equal(
	    packdir_count(db, "SELECT count(*) FROM import i JOIN source c ON c.id = i.source_id"),
	    7);
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

static void
test_small(void **state)
{
	struct db *db = national_small();

	(void)state;
	check(db);
	db_close(db);
}

static void
test_file(void **state)
{
	struct err e;
	struct db *db;

	(void)state;
	err_clear(&e);
	db = catalog_open(national_path(), &e);
	assert_ok(db != NULL);
	check(db);
	db_close(db);
}

/* --- how many programs a role has --------------------------------------------------------------- */

static struct lists {
	struct db *db;
	struct frame roles, programs;
	struct view rv, pv;
} l;

static void
open_lists(void)
{
	struct err e, why;

	err_clear(&e);
	l.db = catalog_open(national_path(), &e);
	assert_ok(l.db != NULL);
	assert_ok(listview_open(&l.roles, &l.rv, &list_roles, l.db, &why, &e));
	assert_ok(listview_open(&l.programs, &l.pv, &list_programs, l.db, &why, &e));
}

static void
close_lists(void)
{
	view_free(&l.rv);
	view_free(&l.pv);
	frame_free(&l.roles);
	frame_free(&l.programs);
	db_close(l.db);
}

/* The number in the list of roles is what the filter finds, for every role; how many have any. */
static uint32_t
numbers_hold(void)
{
	int slug = frame_col(l.roles.spec, "slug"), count = frame_col(l.roles.spec, "programs");
	char query[200];
	uint32_t some = 0;

	for (uint32_t row = 0; row < l.roles.rows; row++) {
		const char *key = frame_text(&l.roles, slug, row);
		int32_t n = frame_num(&l.roles, count, row);

		if (n == 0)
			continue;
		snprintf(query, sizeof query, "role:%s", key);
		view_set(&l.pv, query, false);
		if ((int64_t)l.pv.nrows != n)
			fail_msg("%s: %d in the list, %u found", key, n, l.pv.nrows);
		some++;
	}
	return some;
}

static void
without(const char *key)
{
	char sql[120];
	struct err e = {0};
	bool changed;
	int64_t id;

	snprintf(sql, sizeof sql, "SELECT id FROM main.source WHERE key = '%s'", key);
	id = packdir_count(l.db, sql);
	assert_ok(switch_sources(l.db, &id, 1, &e));
	assert_ok(listview_refresh(&l.roles, &l.rv, l.db, &changed, &e));
	assert_ok(listview_refresh(&l.programs, &l.pv, l.db, &changed, &e));
	assert_true(changed);
}

static int32_t
programs_of(const char *role)
{
	uint32_t code = frame_code(&l.roles, frame_col(l.roles.spec, "slug"), role);

	for (uint32_t row = 0; row < l.roles.rows; row++)
		if (column_code(&l.roles.cols[frame_col(l.roles.spec, "slug")], row) == code)
			return frame_num(&l.roles, frame_col(l.roles.spec, "programs"), row);
	return -1;
}

static void
test_program_counts(void **state)
{
	uint32_t all;
	int32_t nurses, scientists;

	(void)state;
	open_lists();
	all = numbers_hold();
	nurses = programs_of("registered-nurses");
	scientists = programs_of("data-scientist");
	assert_true(nurses > 0);
	assert_true(all > 20);
	without("scorecard");
	assert_true(numbers_hold() < all);
	assert_int_equal(programs_of("registered-nurses"), 0);
	assert_true(
	    programs_of("data-scientist") > 0 && programs_of("data-scientist") < scientists);
	without("crosswalk");
	numbers_hold();
	assert_int_equal(programs_of("registered-nurses"), 0);
	without("programs/findamasters");
	numbers_hold();
	assert_int_equal(programs_of("registered-nurses"), nurses);
	assert_true(programs_of("data-scientist") < scientists);
	close_lists();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_small),
	    cmocka_unit_test(test_file),
	    cmocka_unit_test(test_program_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
