/* Codes of the sets lead to roles: to the packs' where these name them, else to occupations of their own. */
#include "career/build/import.h"
#include "check.h"
#include "packdir.h"

#include <stdio.h>

static struct {
	struct packdir d;
	struct db *db;
} g;

static int
setup(void **state)
{
	(void)state;
	packdir_init(&g.d);
	packdir_base(&g.d);
	packdir_file(&g.d, "a", "codes.yaml",
	    "roles:\n"
	    "- {slug: scientists, title: Data Scientists, kind: occupation, family: F,"
	    " codes: ['soc:15-2051']}\n"
	    "- {slug: analysts, title: Analysts, kind: occupation, family: F,"
	    " codes: ['onet:15-2051.01', 'esco:http://e/3']}\n"
	    "- {slug: all, title: All, kind: occupation, family: F, codes: ['soc:00-0000']}\n");
	g.db = packdir_catalog(&g.d);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	db_close(g.db);
	packdir_free(&g.d);
	return 0;
}

static void
run(const char *sql)
{
	struct err e;

	assert_ok(db_exec(g.db, sql, &e));
}

static void
link_all(void)
{
	struct err e;

	assert_ok(build_link(g.db, &e));
}

/* Slug of the role that a code is. Borrowed. */
static const char *
role_of(const char *scheme, const char *code)
{
	char sql[200];

	snprintf(sql, sizeof sql,
	    "SELECT r.slug FROM role_code c JOIN role r ON r.id = c.role_id"
	    " WHERE c.scheme = '%s' AND c.code = '%s'",
	    scheme, code);
	return packdir_ask(g.db, sql);
}

static const char onet[] =
    "INSERT INTO onet_occupation (code, soc, title, description, source_id) VALUES"
    " ('15-2051.00', '15-2051', 'Data Scientists', 'They find out.', 1),"
    " ('15-2051.01', '15-2051', 'Business Intelligence Analysts', NULL, 1),"
    " ('15-2051.02', '15-2051', 'Clinical Data Managers', NULL, 1),"
    " ('11-1011.00', '11-1011', 'Engineer', NULL, 1)";

static void
test_packs_first(void **state)
{
	(void)state;
	link_all();
	assert_string_equal(role_of("soc", "15-2051"), "scientists");
	assert_string_equal(role_of("esco", "http://e/3"), "analysts");
	assert_int_equal(packdir_count(g.db, "SELECT count(*) FROM role_code"), 4);
	assert_int_equal(packdir_count(g.db, "SELECT count(*) FROM role WHERE pack = 'import'"), 0);
}

static void
test_onet(void **state)
{
	(void)state;
	run(onet);
	link_all();
	/* The whole SOC occupation is the pack's, a part of it only where the pack says so. */
	assert_string_equal(role_of("onet", "15-2051.00"), "scientists");
	assert_string_equal(role_of("onet", "15-2051.01"), "analysts");
	assert_string_equal(role_of("onet", "15-2051.02"), "clinical-data-managers");
	assert_string_equal(role_of("soc", "15-2051"), "scientists");
	/* A role has that title already: the code tells them apart. */
	assert_string_equal(role_of("onet", "11-1011.00"), "engineer-11-1011-00");
	assert_string_equal(role_of("soc", "11-1011"), "engineer-11-1011-00");
	assert_string_equal(
	    packdir_ask(g.db, "SELECT codes FROM role WHERE slug = 'engineer-11-1011-00'"),
	    "[\"onet:11-1011.00\",\"soc:11-1011\"]");
	assert_string_equal(
	    packdir_ask(g.db, "SELECT codes FROM role WHERE slug = 'clinical-data-managers'"),
	    "[\"onet:15-2051.02\"]");
	assert_string_equal(
	    packdir_ask(g.db, "SELECT family || kind FROM role WHERE slug = 'engineer-11-1011-00'"),
	    "Management Occupationsoccupation");
	/* What a pack says of its role stays as it is. */
	assert_string_equal(packdir_ask(g.db, "SELECT codes FROM role WHERE slug = 'scientists'"),
	    "[\"soc:15-2051\"]");
}

static void
test_soc(void **state)
{
	(void)state;
	run(onet);
	run("INSERT INTO oews (soc, title, level, naics, industry, employment_why, share_why, mean_why, p10_why,"
	    " p25_why, p50_why, p75_why, p90_why, hourly_mean_why, hourly_p50_why, source_id)"
	    " SELECT column1, column2, column3, column4, 'x', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2 FROM (VALUES"
	    " ('00-0000', 'All', 'total', '000000'), ('13-0000', 'Business', 'major', '000000'),"
	    " ('15-2051', 'Data Scientists', 'detailed', '000000'),"
	    " ('15-2051', 'Data Scientists', 'detailed', '110000'),"
	    " ('13-1020', 'Buyers', 'detailed', '000000'))");
	run("INSERT INTO projection (soc, title, median_why, source_id) VALUES"
	    " ('13-1020', 'Buyers and agents', 0, 3), ('13-0000', 'Business', 0, 3), ('13-1100', 'Minor', 0, 3),"
	    " ('29-1141', 'Nurses', 0, 3)");
	link_all();
	assert_string_equal(role_of("soc", "13-1020"), "buyers");
	assert_string_equal(role_of("soc", "29-1141"), "nurses");
	assert_string_equal(role_of("soc", "13-0000"), "(none)");
	assert_string_equal(role_of("soc", "13-1100"), "(none)");
	assert_string_equal(role_of("soc", "00-0000"), "all");
	assert_string_equal(role_of("soc", "15-2051"), "scientists");
	assert_string_equal(
	    packdir_ask(g.db, "SELECT codes FROM role WHERE slug = 'nurses'"), "[\"soc:29-1141\"]");
	assert_int_equal(packdir_count(g.db, "SELECT count(*) FROM role WHERE pack = 'import'"), 4);
}

static void
test_esco(void **state)
{
	(void)state;
	run("INSERT INTO esco_group (code, title, source_id) VALUES ('2', 'Professionals', 1), ('25', 'ICT', 1)");
	run("INSERT INTO esco_occupation (uri, code, isco, title, source_id) VALUES"
	    " ('http://e/1', '2511.4', '2511', 'engineer', 1), ('http://e/2', '9999.1', '9999', 'engineer', 1),"
	    " ('http://e/3', '2511.3', '2511', 'data analyst', 1), ('http://e/4', '2511.4', 'C2511', 'engineer', 1)");
	link_all();
	assert_string_equal(role_of("esco", "http://e/1"), "engineer-2511-4");
	assert_string_equal(role_of("esco", "http://e/2"), "engineer-9999-1");
	assert_string_equal(role_of("esco", "http://e/3"), "analysts");
	assert_string_equal(role_of("esco", "http://e/4"), "engineer-2511-4-2");
	assert_string_equal(
	    packdir_ask(g.db, "SELECT family || codes FROM role WHERE slug = 'engineer-2511-4'"),
	    "Professionals[\"esco:http://e/1\"]");
	assert_string_equal(
	    packdir_ask(g.db, "SELECT family FROM role WHERE slug = 'engineer-2511-4-2'"),
	    "Professionals");
	assert_string_equal(
	    packdir_ask(g.db, "SELECT family FROM role WHERE slug = 'engineer-9999-1'"),
	    "Other Occupations");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_packs_first),
	    TEST(test_onet),
	    TEST(test_soc),
	    TEST(test_esco),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
