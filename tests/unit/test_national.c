/* The small national catalogs of the tests are whole: what they say they hold is there. */
#include "check.h"
#include "national.h"
#include "packdir.h"

#include "career/store/catalog.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_small),
	    cmocka_unit_test(test_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
