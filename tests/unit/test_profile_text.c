#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/store/db.h"
#include "career/store/profile.h"
#include "career/store/sql_data.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>

static char *dir;
static struct err e;

static int
setup(void **state)
{
	(void)state;
	dir = temp_dir();
	err_clear(&e);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	temp_remove(dir);
	return 0;
}

static struct profile *
opened(const char *leaf)
{
	struct profile *p = profile_open(leaf ? temp_path(dir, leaf) : NULL, &e);

	assert_ok(p != NULL);
	return p;
}

static void
fill(struct profile *p)
{
	const struct saved s = {"cheap \"one\"", "cost<20k sort:cost", "mode:online\n", ""};

	assert_ok(profile_set(p, "role", "data-scientist", &e));
	assert_ok(profile_set(p, "empty", "", &e));
	assert_ok(profile_mark(p, "programs", "gatech/omscs/master", true, &e));
	assert_ok(profile_mark(p, "roles", "M\xc3\xbcller \\ \"x\"\n", true, &e));
	assert_ok(profile_save(p, "programs", &s, &e));
	assert_ok(profile_skill_set(p, &(struct kept_skill){"python", "Python", "have", 5}, &e));
	assert_ok(profile_use(p, "sort", &e));
	assert_ok(profile_history_add(p, "command", "sort cost", &e));
	assert_ok(profile_history_add(p, "command", "quit", &e));
}

static char *
exported(struct profile *p)
{
	struct buf b = BUF_INIT;

	assert_ok(profile_export(p, &b, &e));
	return buf_take(&b);
}

/* Every table and column that the schema has is exported, but for the journal and ids that are counted here. */
static void
test_tables(void **state)
{
	struct profile *p = opened("p.db");
	struct db *db;
	struct stmt *st;
	size_t columns = 0, seen = 0;

	(void)state;
	fill(p);
	profile_close(p);
	db = db_open(temp_path(dir, "p.db"), DB_READ, &e);
	st = db_prepare(db,
	    "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c"
	    " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> 'step' AND NOT (c.name = 'id' AND c.pk)",
	    &e);
	assert_ok(st != NULL);
	while (stmt_step(st, &e) == 1) {
		bool known = false;

		seen++;
		for (size_t i = 0; i < nprofile_tables; i++)
			for (size_t k = 0; k < PROFILE_COLUMNS && profile_tables[i].columns[k]; k++)
				known = known
				    || (strcmp(profile_tables[i].name, stmt_str(st, 0)) == 0
					&& strcmp(profile_tables[i].columns[k], stmt_str(st, 1))
					    == 0);
		if (!known)
			fail_msg("%s.%s is not exported", stmt_str(st, 0), stmt_str(st, 1));
	}
	stmt_finalize(st);
	db_close(db);
	for (size_t i = 0; i < nprofile_tables; i++)
		for (size_t k = 0; k < PROFILE_COLUMNS && profile_tables[i].columns[k]; k++)
			columns++;
	assert_int_equal(columns, seen);
}

static void
test_there_and_back(void **state)
{
	struct profile *p = opened(NULL), *q = opened("q.db");
	struct profile_imported n;
	char *text, *again;

	(void)state;
	fill(p);
	text = exported(p);
	assert_contains(text,
	    "{\"career_profile\":1}\n{\"table\":\"setting\",\"name\":\"empty\",\"value\":\"\"}\n");
	assert_contains(text, "\"key\":\"M\xc3\xbcller \\\\ \\\"x\\\"\\n\"");
	assert_ok(profile_import(q, "f", text, strlen(text), &n, &e));
	assert_int_equal(n.added, 9);
	assert_int_equal(n.replaced, 0);
	again = exported(q);
	assert_string_equal(again, text);
	free(again);

	assert_ok(profile_set(q, "role", "other", &e));
	assert_ok(profile_mark(q, "roles", "mine", true, &e));
	assert_ok(profile_import(q, "f", text, strlen(text), &n, &e));
	assert_int_equal(n.added, 0);
	assert_int_equal(n.replaced, 1);
	assert_int_equal(n.same, 8);
	assert_int_equal(profile_count(q, 1), 3); /* what is only here stays */
	free(text);
	profile_close(p);
	profile_close(q);
}

static void
test_empty(void **state)
{
	struct profile *p = opened("none.db");
	struct profile_imported n;
	char *text = exported(p);

	(void)state;
	assert_string_equal(text, "{\"career_profile\":1}\n");
	assert_int_equal(profile_count(p, 0), 0);
	assert_ok(profile_import(p, "f", text, strlen(text), &n, &e));
	assert_int_equal(n.added + n.replaced + n.same, 0);
	free(text);
	profile_close(p);
}

#define HEAD "{\"career_profile\":1}\n"
#define MARK                                                                                       \
	"{\"table\":\"mark\",\"list\":\"roles\",\"key\":\"k\",\"made\":\"2026-01-01T00:00:00Z\"}\n"

static const struct {
	const char *text, *error;
} wrong[] = {
    {"", "f is empty"},
    {"role\n", "f:1: not a JSON object"},
    {"[1,2]\n", "f:1: not a row of a profile"},
    {"{}\n", "f:1: not a JSON object"},
    {MARK, "f:1: not an exported profile"},
    {"{\"career_profile\":2}\n", "f:1: written by a newer program, format 2"},
    {HEAD MARK "{\"table\":\"mark\"", "f:3: not a JSON object"},
    {HEAD "{\"table\":\"sqlite_schema\",\"sql\":\"x\"}\n", "f:2: not a row of a profile"},
    {HEAD "{\"table\":\"setting\",\"name\":\"a\"}\n", "f:2: without its key: value"},
    {HEAD "{\"table\":\"setting\",\"name\":\"a\",\"value\":\"b\",\"c\":\"d\"}\n",
	"f:2: no such key: c"},
    {HEAD "{\"table\":\"setting\",\"name\":\"a\",\"value\":null}\n",
	"f:2: not a text or a whole number: value"},
    {HEAD "{\"table\":\"setting\",\"name\":\"a\",\"value\":{\"x\":1}}\n",
	"f:2: not a text or a whole number: value"},
    {HEAD "{\"table\":\"setting\",\"name\":\"\xff\",\"value\":\"b\"}\n", "f:2: not valid UTF-8"},
    {HEAD "\n" MARK "{\"table\":\"mark\"}\n", "f:4: without its key: list"},
};

/* A mistake names its line, and nothing of the file stays. */
static void
test_wrong(void **state)
{
	struct profile *p = opened("p.db");
	struct profile_imported n;

	(void)state;
	fill(p);
	for (size_t i = 0; i < COUNT(wrong); i++) {
		char *before = exported(p), *after;

		if (profile_import(p, "f", wrong[i].text, strlen(wrong[i].text), &n, &e))
			fail_msg("taken: %s", wrong[i].text);
		assert_contains(e.text, wrong[i].error);
		after = exported(p);
		assert_string_equal(after, before);
		free(before);
		free(after);
	}
	assert_false(profile_import(p, "f", HEAD "\0" MARK, sizeof HEAD + sizeof MARK, &n, &e));
	assert_contains(e.text, "f:2: a NUL byte");
	profile_close(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_tables, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_there_and_back, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_wrong, setup, teardown),
	};

	return cmocka_run_group_tests_name("profile_text", tests, NULL, NULL);
}
