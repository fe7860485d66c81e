#include "career/base/err.h"
#include "career/store/catalog.h"
#include "check.h"
#include "temp.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char *dir;
static char *path;
static struct err e;

static int
setup(void **state)
{
	(void)state;
	dir = temp_dir();
	path = strdup(temp_path(dir, "catalog.db"));
	err_clear(&e);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	free(path);
	temp_remove(dir);
	return 0;
}

/* A catalog with one row of meta, after which `sql` was run. */
static void
make(const char *sql)
{
	struct db *db;

	unlink(path);
	db = db_open(path, DB_CREATE, &e);
	assert_non_null(db);
	assert_ok(catalog_create(db, &e));
	assert_ok(db_exec(db, "INSERT INTO meta VALUES ('content_hash', 'abc')", &e));
	assert_ok(db_exec(db, sql, &e));
	db_close(db);
}

/* One line that names the file, says what is wrong and how to come by a good one. */
static void
refused(const char *what)
{
	struct db *db = catalog_open(path, &e);

	if (db)
		fail_msg("opened, where \"%s\" was expected", what);
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, path);
	assert_contains(e.text, what);
	assert_contains(e.text, "`career build`");
	assert_contains(e.text, "`make run`");
	assert_null(strchr(e.text, '\n'));
}

static void
test_good(void **state)
{
	struct db *db;
	char value[4];

	(void)state;
	make("INSERT INTO meta VALUES ('long', 'abcdefgh')");
	db = catalog_open(path, &e);
	assert_ok(db != NULL);
	assert_true(catalog_meta(db, "content_hash", value, sizeof value));
	assert_string_equal(value, "abc");
	assert_true(catalog_meta(db, "long", value, sizeof value));
	assert_string_equal(value, "abc");
	assert_false(catalog_meta(db, "absent", value, sizeof value));
	assert_false(db_exec(db, "DELETE FROM meta", &e));
	db_close(db);
}

static void
test_create(void **state)
{
	struct db *db = db_open(NULL, DB_MEMORY, &e);
	int64_t v;

	(void)state;
	assert_ok(catalog_create(db, &e));
	assert_ok(db_int(db, "PRAGMA application_id", &v, &e));
	assert_int_equal(v, CATALOG_APPLICATION_ID);
	assert_ok(db_int(db, "PRAGMA user_version", &v, &e));
	assert_int_equal(v, CATALOG_VERSION);
	assert_ok(db_int(db, "PRAGMA page_size", &v, &e));
	assert_int_equal(v, 16384);
	assert_false(catalog_create(db, &e));
	assert_contains(e.text, "not empty");
	db_close(db);
}

static void
test_absent(void **state)
{
	(void)state;
	refused("there is no catalog at");
	free(path);
	path = strdup(temp_path(dir, "no/such/place"));
	refused("there is no catalog at");
	temp_write(temp_path(dir, "file"), "x", 1);
	free(path);
	path = strdup(temp_path(dir, "file/catalog.db"));
	refused("there is no catalog at");
}

static void
test_not_a_file(void **state)
{
	(void)state;
	assert_int_equal(mkdir(path, 0700), 0);
	refused("is a folder");
	rmdir(path);
	assert_int_equal(mkfifo(path, 0600), 0);
	refused("is not a regular file");
}

static void
test_empty_or_alien(void **state)
{
	struct db *db;

	(void)state;
	temp_write(path, "", 0);
	refused("is empty");
	temp_write(path, "SQLite", 6);
	refused("not an SQLite file");
	temp_write(path, "a text that is longer than a header", 35);
	refused("not an SQLite file");

	unlink(path);
	db = db_open(path, DB_CREATE, &e);
	assert_ok(db_exec(db, "CREATE TABLE t (x); PRAGMA application_id = 0x1234", &e));
	db_close(db);
	refused("another program (application id 0x1234)");
}

static void
test_version(void **state)
{
	(void)state;
	make("PRAGMA user_version = 0");
	refused("older schema 0");
	make("PRAGMA user_version = 99");
	refused("newer schema 99");
}

static void
test_other_schema(void **state)
{
	static const char *const changes[] = {
	    "CREATE TABLE more (x)",
	    "DROP TABLE term",
	    "DROP VIEW v_skills; CREATE VIEW v_skills AS SELECT 1 AS id",
	    "ALTER TABLE term ADD COLUMN more TEXT",
	    "CREATE TRIGGER t AFTER INSERT ON term BEGIN SELECT 1; END",
	    "DROP INDEX figure_about",
	    /* Ours, but for the end: WITHOUT ROWID. */
	    "DROP TABLE meta; CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
	};
	struct db *db;

	(void)state;
	for (size_t i = 0; i < COUNT(changes); i++) {
		make(changes[i]);
		refused("has other tables");
	}
	/* What ANALYZE keeps is SQLite's own. */
	make("ANALYZE");
	db = catalog_open(path, &e);
	assert_ok(db != NULL);
	db_close(db);
}

static void
test_damaged(void **state)
{
	char *bytes;
	size_t len;

	(void)state;
	make("");
	bytes = temp_read(path, &len);
	temp_write(path, bytes, 100);
	refused("damaged");
	temp_write(path, bytes, len / 2);
	refused("damaged");
	memset(bytes + 100, 0xff, 2000);
	temp_write(path, bytes, len);
	refused("damaged");
	free(bytes);
}

/* Damage that opening does not meet is told, with what to do, when it is met. */
static void
test_damaged_later(void **state)
{
	struct db *db;
	struct stmt *st;
	char *bytes;
	size_t len;
	int rc;

	(void)state;
	make(
	    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)"
	    "INSERT INTO term (pack, slug, term, text) SELECT 'p', i, 't', hex(zeroblob(99)) FROM n");
	bytes = temp_read(path, &len);
	memset(bytes + len - 40000, 0xff, 16384);
	temp_write(path, bytes, len);
	free(bytes);

	db = catalog_open(path, &e);
	assert_ok(db != NULL);
	st = db_prepare(db, "SELECT slug, length(text) FROM term", &e);
	while ((rc = stmt_step(st, &e)) == 1)
		;
	assert_int_equal(rc, -1);
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, path);
	assert_contains(e.text, "damaged");
	assert_contains(e.text, "`career build`");
	stmt_finalize(st);
	db_close(db);
}

static int
open_without_right(const char *file)
{
	struct err err;
	struct db *db = catalog_open(file, &err);
	bool told = !db && strstr(err.text, "no right to read") && strstr(err.text, file)
	    && strstr(err.text, "`career build`");

	if (!told)
		fprintf(stderr, "%s\n", db ? "opened" : err.text);
	return told ? 0 : 1;
}

static void
test_no_right(void **state)
{
	(void)state;
	make("");
	assert_int_equal(chmod(dir, 0755), 0);
	assert_int_equal(chmod(path, 0), 0);
	assert_int_equal(run_unprivileged(open_without_right, path), 0);
}

static size_t
count_files(void)
{
	DIR *d = opendir(dir);
	size_t n = 0;

	assert_non_null(d);
	for (struct dirent *entry; (entry = readdir(d));)
		n += entry->d_name[0] != '.';
	closedir(d);
	return n;
}

static void
test_never_written(void **state)
{
	struct stat before, after;
	char *old, *new;
	size_t len, len2;

	(void)state;
	make("");
	old = temp_read(path, &len);
	assert_int_equal(stat(path, &before), 0);
	for (int i = 0; i < 2; i++) {
		struct db *db = catalog_open(path, &e);
		struct stmt *st;

		assert_ok(db != NULL);
		st = db_prepare(db, "SELECT count(*) FROM v_programs", &e);
		assert_ok(st != NULL);
		assert_int_equal(stmt_step(st, &e), 1);
		assert_int_equal(count_files(), 1);
		(void)db_exec(db, "PRAGMA user_version = 7", &e);
		(void)db_exec(db, "PRAGMA journal_mode = WAL", &e);
		(void)db_exec(db, "VACUUM", &e);
		(void)db_exec(db, "PRAGMA query_only = OFF; DELETE FROM meta", &e);
		stmt_finalize(st);
		db_close(db);
	}
	assert_int_equal(stat(path, &after), 0);
	new = temp_read(path, &len2);
	assert_int_equal(len, len2);
	assert_memory_equal(old, new, len);
	assert_int_equal(before.st_mtim.tv_sec, after.st_mtim.tv_sec);
	assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_int_equal(count_files(), 1);
	free(old);
	free(new);
}

static void
found(const char *option, const char *expected)
{
	char *got = catalog_find(option);

	assert_string_equal(got, expected);
	free(got);
}

static void
test_find(void **state)
{
	char *own, *got;

	(void)state;
	assert_int_equal(setenv("XDG_DATA_HOME", dir, 1), 0);
	own = strdup(temp_path(dir, "career/catalog.db"));
	got = catalog_default_path();
	assert_string_equal(got, own);
	free(got);

	assert_int_equal(setenv("CAREER_CATALOG", "/of/the/environment", 1), 0);
	found("of the option", "of the option");
	found(NULL, "/of/the/environment");
	assert_int_equal(setenv("CAREER_CATALOG", "", 1), 0);
	if (access("/usr/local/share/career/catalog.db", F_OK) != 0)
		found(NULL, own);
	assert_int_equal(mkdir(temp_path(dir, "career"), 0700), 0);
	temp_write(own, "x", 1);
	found(NULL, own);
	free(own);
	unsetenv("CAREER_CATALOG");
	unsetenv("XDG_DATA_HOME");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_good, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_create, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_absent, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_not_a_file, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_empty_or_alien, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_version, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_other_schema, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_damaged_later, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_no_right, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_never_written, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_find, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
