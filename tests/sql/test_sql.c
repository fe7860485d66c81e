/* Every migration runs on an empty file, every named query prepares, and those with the comment
 * `-- plan: search` reach their rows by an index. */

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/base/file.h"
#include "career/store/catalog.h"
#include "career/store/profile.h"
#include "career/store/sql_data.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

static struct err e;
static struct db *catalog, *profile;

static int
open_both(void **state)
{
	(void)state;
	catalog = db_open(NULL, DB_MEMORY, &e);
	if (!catalog || !catalog_create(catalog, &e)) {
		print_error("catalog: %s\n", e.text);
		return -1;
	}
	profile = db_open(NULL, DB_MEMORY, &e);
	for (size_t i = 0; i < sql_profile_count; i++)
		if (!profile || !db_exec(profile, sql_profile[i].sql, &e)) {
			print_error("profile: %s\n", e.text);
			return -1;
		}
	return 0;
}

static int
close_both(void **state)
{
	(void)state;
	db_close(catalog);
	db_close(profile);
	return 0;
}

/* The file that a query is about: its name tells. */
static struct db *
db_of(const char *name)
{
	return strncmp(name, "profile_", 8) == 0 ? profile : catalog;
}

static void
test_files_are_numbered(void **state)
{
	const struct sql_text *const tables[] = {sql_catalog, sql_profile};

	(void)state;
	for (size_t t = 0; t < COUNT(tables); t++)
		for (size_t i = 0; tables[t][i].name; i++) {
			char number[32];

			snprintf(number, sizeof number, "%03zu_", i + 1);
			assert_memory_equal(tables[t][i].name, number, 4);
		}
	assert_true(sql_catalog_count >= 1);
	assert_int_equal(sql_profile_count, PROFILE_VERSION);
}

static void
test_schema_is_sound(void **state)
{
	struct stmt *st;
	int rc;

	(void)state;
	/* A view is only looked into when it is used. */
	st = db_prepare(catalog, "SELECT name FROM sqlite_schema WHERE type = 'view'", &e);
	assert_non_null(st);
	while ((rc = stmt_step(st, &e)) == 1) {
		char sql[200];
		struct stmt *view;

		snprintf(sql, sizeof sql, "SELECT * FROM %s", stmt_str(st, 0));
		view = db_prepare(catalog, sql, &e);
		assert_ok(view != NULL);
		assert_int_equal(stmt_step(view, &e), 0);
		stmt_finalize(view);
	}
	assert_int_equal(rc, 0);
	stmt_finalize(st);
	st = db_prepare(catalog, "PRAGMA foreign_key_check", &e);
	assert_ok(st != NULL);
	assert_int_equal(stmt_step(st, &e), 0);
	stmt_finalize(st);
}

/* Whether a query is about the temporary tables that are there while sources are off. */
static bool
is_of_switch(const char *name)
{
	return strncmp(name, "switch_", 7) == 0 || strncmp(name, "touched_", 8) == 0;
}

static void
switch_one(bool off)
{
	static const int64_t id = 1;

	assert_ok(db_set_sources_off(catalog, &id, off, &e));
}

static void
every_query_prepares(bool off)
{
	size_t bad = 0;

	for (size_t i = 0; i < db_query_count(); i++) {
		const char *name = db_query_name(i);

		if (!off && is_of_switch(name))
			continue;
		if (!db_query(db_of(name), name, &e)) {
			print_error("%s\n", e.text);
			bad++;
		}
	}
	assert_int_equal(bad, 0);
}

static void
test_every_query_prepares(void **state)
{
	(void)state;
	every_query_prepares(false);
	switch_one(true);
	every_query_prepares(true);
	switch_one(false);
}

/* --- sources that are off ---------------------------------------------------------------------- */

/* The queries that look past what is switched off (`main.`), and why they may. */
static const struct {
	const char *name, *why;
} past[] = {
    {"page_source_levels", "the page of a source says what it states, on or off"},
    {"page_source_figures", "the same"},
    {"page_source_says", "the same"},
    {"page_source_import", "the same"},
    {"fact_source_level", "a line of that page"},
    {"program_key", "marks are kept by key, also of a program that nobody speaks of"},
    {"thing_program", "a key is known, though nobody speaks of the program: marks stay"},
    {"thing_guide", "the same"},
    {"program_roles", "what is on is told apart; what is off is still a word that queries know"},
    {"without_sources", "made ready at the end of a build, when nothing is off"},
    {"without_view", "the same"},
    {"coverage_rows", "what is on is told apart when it is counted"},
};

static bool
may_look_past(const char *name)
{
	for (size_t i = 0; i < COUNT(past); i++)
		if (strcmp(past[i].name, name) == 0)
			return true;
	return is_of_switch(name);
}

static void
test_queries_look_past(void **state)
{
	(void)state;
	for (size_t i = 0; i < db_query_count(); i++)
		if (strstr(db_query_sql(i), "main.") && !may_look_past(db_query_name(i)))
			fail_msg("%s reads a table itself: a source that is off would be heard",
			    db_query_name(i));
	for (size_t i = 0; i < COUNT(past); i++) {
		size_t at = 0;

		while (at < db_query_count() && strcmp(db_query_name(at), past[i].name) != 0)
			at++;
		if (at == db_query_count() || !strstr(db_query_sql(at), "main."))
			fail_msg(
			    "%s does not look past what is off (%s)", past[i].name, past[i].why);
	}
}

/* Each query that states something of a source asks source_on while one is off: the rest of the tests would
 * not see a query whose tables nobody filled. SQLite's own account of a statement names the function. */
static bool
asks_source_on(const char *sql)
{
	struct buf text = BUF_INIT;
	struct stmt *st;
	bool asks = false;

	buf_addf(&text, "EXPLAIN %s", sql);
	st = db_prepare(catalog, text.data, &e);
	while (st && stmt_step(st, &e) == 1)
		asks = asks || strncmp(stmt_str(st, 5), "source_on(", 10) == 0;
	stmt_finalize(st);
	buf_free(&text);
	return asks;
}

/* The tables with a source, each behind a blank: as a query names them. */
static bool
names_source_table(const char *sql)
{
	static const char tables[] =
	    "SELECT m.name FROM main.sqlite_schema m JOIN pragma_table_info(m.name) c"
	    " WHERE m.type = 'table' AND c.name = 'source_id'";
	struct stmt *st = db_prepare(catalog, tables, &e);
	bool names = false;

	assert_ok(st != NULL);
	while (stmt_step(st, &e) == 1 && !names) {
		char word[2][48];

		snprintf(word[0], sizeof word[0], "FROM %s ", stmt_str(st, 0));
		snprintf(word[1], sizeof word[1], "JOIN %s ", stmt_str(st, 0));
		names = strstr(sql, word[0]) || strstr(sql, word[1]);
	}
	stmt_finalize(st);
	return names;
}

static void
test_queries_ask(void **state)
{
	size_t asked = 0, bad = 0;

	(void)state;
	switch_one(true);
	for (size_t i = 0; i < db_query_count(); i++) {
		const char *name = db_query_name(i), *sql = db_query_sql(i);

		if (db_of(name) != catalog || may_look_past(name)
		    || strncmp(name, "derive_", 7) == 0 || strncmp(name, "profile_", 8) == 0)
			continue;
		if (asks_source_on(sql)) {
			asked++;
		} else if (names_source_table(sql)) {
			print_error("%s does not ask source_on\n", name);
			bad++;
		}
	}
	switch_one(false);
	assert_int_equal(bad, 0);
	assert_true(asked > 40);
}

/* --- plans ----------------------------------------------------------------------------------- */

/* Whether the plan said before that `table` is made on the way (a CTE, a view). */
static bool
is_made(const char *plan, const char *table)
{
	char line[2][140];

	snprintf(line[0], sizeof line[0], "MATERIALIZE %s\n", table);
	snprintf(line[1], sizeof line[1], "CO-ROUTINE %s\n", table);
	return strstr(plan, line[0]) || strstr(plan, line[1]);
}

/* "SCAN t", with or without an index, reads all of a table. Tables that functions make (json_each)
 * and those made on the way are not meant. */
static bool
is_scan(const char *plan, const char *line)
{
	char table[100];

	return strncmp(line, "SCAN ", 5) == 0 && strncmp(line, "SCAN CONSTANT ROW", 17) != 0
	    && line[5] != '(' && !strstr(line, "VIRTUAL TABLE")
	    && sscanf(line + 5, "%99s", table) == 1 && !is_made(plan, table);
}

static bool
plan_scans(const char *name)
{
	struct buf sql = BUF_INIT, plan = BUF_INIT;
	struct stmt *st;
	bool scans = false;

	for (size_t i = 0; i < db_query_count(); i++)
		if (strcmp(db_query_name(i), name) == 0)
			buf_addf(&sql, "EXPLAIN QUERY PLAN %s", db_query_sql(i));
	st = db_prepare(db_of(name), sql.data, &e);
	if (!st)
		fail_msg("%s: %s", name, e.text);
	while (stmt_step(st, &e) == 1) {
		const char *line = stmt_str(st, 3);

		if (is_scan(plan.data, line)) {
			print_error("%s: %s\n", name, line);
			scans = true;
		}
		buf_addf(&plan, "%s\n", line);
	}
	stmt_finalize(st);
	buf_free(&sql);
	buf_free(&plan);
	return scans;
}

/* Queries of one file whose plan is pinned; how many of them scan. */
static size_t
count_scans(const char *file, bool off, size_t *pinned)
{
	struct buf text = BUF_INIT;
	char name[80] = "";
	size_t bad = 0;

	if (!file_read(file, 1 << 20, &text, &e))
		fail_msg("%s", e.text);
	for (char *line = strtok(text.data, "\n"); line; line = strtok(NULL, "\n")) {
		(void)sscanf(line, "-- name: %79s", name);
		if (strcmp(line, "-- plan: search") == 0 && (off || !is_of_switch(name))) {
			bad += plan_scans(name);
			++*pinned;
		}
	}
	buf_free(&text);
	return bad;
}

/* With all sources on, and with one off: then views stand in front of the tables. */
static void
check_plans(bool off)
{
	char **names;
	size_t n, bad = 0, pinned = 0;

	switch_one(off);
	assert_ok(file_list("schema/queries", ".sql", &names, &n, &e));
	assert_true(n > 0);
	for (size_t i = 0; i < n; i++) {
		char *file = path_join("schema/queries", names[i]);

		bad += count_scans(file, off, &pinned);
		free(file);
	}
	file_list_free(names, n);
	switch_one(false);
	assert_int_equal(bad, 0);
	assert_true(pinned > 0);
}

static void
test_plans(void **state)
{
	(void)state;
	check_plans(false);
	check_plans(true);
}

/* The detector itself: what it must and must not report. */
static void
test_scan_is_seen(void **state)
{
	(void)state;
	assert_true(is_scan("", "SCAN role"));
	assert_true(is_scan("", "SCAN f USING COVERING INDEX figure_about"));
	assert_false(is_scan("", "SEARCH role USING INTEGER PRIMARY KEY (rowid=?)"));
	assert_false(is_scan("", "SCAN CONSTANT ROW"));
	assert_false(is_scan("", "SCAN (subquery-2)"));
	assert_false(is_scan("", "SCAN j VIRTUAL TABLE INDEX 1:"));
	assert_false(is_scan("MATERIALIZE best\n", "SCAN best"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_files_are_numbered),
	    cmocka_unit_test(test_schema_is_sound),
	    cmocka_unit_test(test_every_query_prepares),
	    cmocka_unit_test(test_queries_look_past),
	    cmocka_unit_test(test_queries_ask),
	    cmocka_unit_test(test_plans),
	    cmocka_unit_test(test_scan_is_seen),
	};

	return cmocka_run_group_tests(tests, open_both, close_both);
}
