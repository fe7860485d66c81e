#include "career/base/err.h"
#include "career/store/db.h"
#include "career/store/sql_data.h"
#include "check.h"
#include "temp.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

static struct db *
memory(void)
{
	struct db *db = db_open(NULL, DB_MEMORY, &e);

	assert_non_null(db);
	return db;
}

static int64_t
value(struct db *db, const char *sql)
{
	int64_t v = -1;

	assert_ok(db_int(db, sql, &v, &e));
	return v;
}

/* --- opening --------------------------------------------------------------------------------- */

static void
test_modes(void **state)
{
	const char *path = temp_path(dir, "a.db");
	struct db *db;

	(void)state;
	assert_null(db_open(path, DB_READ, &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, path);
	assert_contains(e.text, "No such file");

	db = db_open(path, DB_CREATE, &e);
	assert_non_null(db);
	assert_string_equal(db_path(db), path);
	assert_ok(db_exec(db, "CREATE TABLE t (x); INSERT INTO t VALUES (7)", &e));
	db_close(db);

	assert_null(db_open(path, DB_CREATE, &e));
	assert_contains(e.text, "File exists");

	db = db_open(path, DB_WRITE, &e);
	assert_non_null(db);
	assert_int_equal(value(db, "SELECT x FROM t"), 7);
	db_close(db);

	db = db_open(path, DB_READ, &e);
	assert_non_null(db);
	assert_int_equal(value(db, "SELECT x FROM t"), 7);
	assert_false(db_exec(db, "INSERT INTO t VALUES (8)", &e));
	assert_contains(e.text, "cannot be written");
	assert_false(db_exec(db, "CREATE TEMP TABLE u (x)", &e));
	db_close(db);
	db_close(NULL);
}

static void
test_not_a_file(void **state)
{
	const char *fifo = temp_path(dir, "fifo");

	(void)state;
	assert_null(db_open(dir, DB_READ, &e));
	assert_contains(e.text, "is a folder");
	assert_null(db_open(dir, DB_WRITE, &e));
	assert_contains(e.text, "is a folder");
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_null(db_open(fifo, DB_READ, &e));
	assert_contains(e.text, "not a regular file");
	assert_null(db_open(temp_path(dir, "no/where.db"), DB_CREATE, &e));
	assert_contains(e.text, "cannot create");
}

/* Names that SQLite would take for something else than a file. */
static void
test_odd_names(void **state)
{
	static const char *const names[] = {
	    ":memory:",
	    "file:x.db?mode=memory",
	    "a%41b#c?d e.db",
	    "\xc3\xa9\xff.db",
	};
	char cwd[4096];

	(void)state;
	assert_non_null(getcwd(cwd, sizeof cwd));
	assert_int_equal(chdir(dir), 0);
	for (size_t i = 0; i < COUNT(names); i++) {
		struct db *db = db_open(names[i], DB_WRITE, &e);

		assert_non_null(db);
		assert_ok(db_exec(db, "CREATE TABLE t (x)", &e));
		db_close(db);
		assert_int_equal(access(names[i], F_OK), 0);
		db = db_open(names[i], DB_READ, &e);
		assert_non_null(db);
		assert_int_equal(value(db, "SELECT count(*) FROM t"), 0);
		db_close(db);
	}
	assert_int_equal(chdir(cwd), 0);
}

static int
read_in_locked_folder(const char *path)
{
	struct err err;
	struct db *db = db_open(path, DB_READ, &err);
	int64_t n = 0;
	bool ok = db && db_int(db, "SELECT x FROM t", &n, &err) && n == 7;

	if (!ok)
		fprintf(stderr, "%s\n", err.text);
	db_close(db);
	return ok ? 0 : 1;
}

/* A file in WAL mode needs files beside it, unless it is opened as immutable. */
static void
test_read_only_folder(void **state)
{
	char *path = strdup(temp_path(dir, "a%20?b#.db"));
	struct db *db = db_open(path, DB_CREATE, &e);

	(void)state;
	assert_non_null(db);
	assert_ok(db_exec(db, "CREATE TABLE t (x); INSERT INTO t VALUES (7)", &e));
	assert_ok(db_exec(db, "PRAGMA journal_mode = WAL", &e));
	db_close(db);
	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(chmod(dir, 0555), 0);
	assert_int_equal(run_unprivileged(read_in_locked_folder, path), 0);
	free(path);
}

/* --- hardening ------------------------------------------------------------------------------- */

static void
test_hardened(void **state)
{
	struct db *db = memory();
	static const char *const refused[] = {
	    "SELECT load_extension('x')",
	    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'",
	    "SELECT \"no such column\"",
	    "SELECT zeroblob(600 * 1024 * 1024)",
	};

	(void)state;
	assert_int_equal(value(db, "PRAGMA cell_size_check"), 1);
	assert_int_equal(value(db, "PRAGMA trusted_schema"), 0);
	assert_ok(db_exec(db, "CREATE TABLE t (x)", &e));
	for (size_t i = 0; i < COUNT(refused); i++)
		if (db_exec(db, refused[i], &e))
			fail_msg("allowed: %s", refused[i]);
	assert_ok(db_exec(db, "VACUUM", &e));
	assert_false(db_exec(db, "ATTACH ':memory:' AS a; ATTACH ':memory:' AS b", &e));
	db_close(db);
}

static void
test_too_large(void **state)
{
	struct db *db = memory();

	(void)state;
	assert_false(db_exec(db, "SELECT zeroblob(600 * 1024 * 1024)", &e));
	assert_contains(e.text, "512 MiB");
	db_close(db);
}

/* --- statements ------------------------------------------------------------------------------ */

static void
test_values(void **state)
{
	static const char blob[] = {0, 1, (char)0xff};
	struct db *db = memory();
	struct stmt *st = db_prepare(db, "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7", &e);
	const void *p;
	size_t len = 9;

	(void)state;
	assert_non_null(st);
	assert_int_equal(stmt_columns(st), 7);
	stmt_bind_text(st, 1, "caf\xc3\xa9");
	stmt_bind_text(st, 2, NULL);
	stmt_bind_int(st, 3, INT64_MIN);
	stmt_bind_num(st, 4, 0.125);
	stmt_bind_blob(st, 5, blob, sizeof blob);
	stmt_bind_blob(st, 6, NULL, 0);
	stmt_bind_null(st, 7);
	assert_int_equal(stmt_step(st, &e), 1);
	assert_string_equal(stmt_text(st, 0), "caf\xc3\xa9");
	assert_true(stmt_null(st, 1));
	assert_null(stmt_text(st, 1));
	assert_string_equal(stmt_str(st, 1), "");
	assert_int_equal(stmt_int(st, 1), 0);
	assert_true(isnan(stmt_num(st, 1)));
	assert_true(stmt_int(st, 2) == INT64_MIN);
	assert_true(stmt_num(st, 3) == 0.125);
	p = stmt_blob(st, 4, &len);
	assert_int_equal(len, sizeof blob);
	assert_memory_equal(p, blob, sizeof blob);
	assert_false(stmt_null(st, 5));
	(void)stmt_blob(st, 5, &len);
	assert_int_equal(len, 0);
	assert_true(stmt_null(st, 6));
	assert_int_equal(stmt_step(st, &e), 0);
	stmt_finalize(st);
	stmt_finalize(NULL);
	db_close(db);
}

static void
test_bind_error_shows_at_step(void **state)
{
	struct db *db = memory();
	struct stmt *st = db_prepare(db, "SELECT ?1", &e);

	(void)state;
	stmt_bind_int(st, 2, 5);
	stmt_bind_int(st, 1, 5);
	assert_int_equal(stmt_step(st, &e), -1);
	assert_int_equal(e.code, ERR_DATA);
	stmt_reset(st);
	assert_int_equal(stmt_step(st, &e), 1);
	assert_int_equal(stmt_int(st, 0), 5);
	stmt_finalize(st);
	db_close(db);
}

static void
test_prepare_errors(void **state)
{
	struct db *db = memory();

	(void)state;
	assert_null(db_prepare(db, "SELEKT 1", &e));
	assert_contains(e.text, "SELEKT");
	assert_null(db_prepare(db, "SELECT 1; SELECT 2", &e));
	assert_contains(e.text, "one statement");
	assert_null(db_prepare(db, "  ", &e));
	assert_contains(e.text, "one statement");
	assert_null(db_prepare(db, "SELECT * FROM absent", &e));
	assert_contains(e.text, "absent");
	db_close(db);
}

static void
test_one_value(void **state)
{
	struct db *db = memory();
	int64_t v = 5;

	(void)state;
	assert_int_equal(value(db, "SELECT 42"), 42);
	assert_false(db_int(db, "SELECT 1 WHERE 0", &v, &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
	assert_int_equal(v, 5);
	assert_false(db_int(db, "SELECT abs(-9223372036854775808)", &v, &e));
	assert_int_equal(e.code, ERR_DATA);
	db_close(db);
}

static void
test_run_and_rowid(void **state)
{
	struct db *db = memory();
	struct stmt *st;

	(void)state;
	assert_ok(db_exec(db, "CREATE TABLE t (id INTEGER PRIMARY KEY, x UNIQUE)", &e));
	st = db_prepare(db, "INSERT INTO t (x) VALUES (?1)", &e);
	for (int i = 1; i <= 3; i++) {
		stmt_bind_int(st, 1, i * 10);
		assert_ok(stmt_run(st, &e));
		assert_int_equal(db_last_rowid(db), i);
	}
	assert_false(stmt_run(st, &e));
	assert_contains(e.text, "UNIQUE");
	stmt_bind_int(st, 1, 40);
	assert_ok(stmt_run(st, &e));
	assert_int_equal(value(db, "SELECT count(*) FROM t"), 4);
	stmt_finalize(st);
	db_close(db);
}

static void
test_transactions(void **state)
{
	const char *path = temp_path(dir, "a.db");
	struct db *db = db_open(path, DB_CREATE, &e);
	struct db *other = db_open(path, DB_WRITE, &e);

	(void)state;
	assert_ok(db_exec(db, "CREATE TABLE t (x)", &e));
	assert_ok(db_begin(db, &e));
	assert_ok(db_exec(db, "INSERT INTO t VALUES (1)", &e));
	db_rollback(db);
	db_rollback(db); /* outside of a transaction: nothing */
	assert_int_equal(value(db, "SELECT count(*) FROM t"), 0);

	assert_ok(db_begin(db, &e));
	assert_ok(db_exec(db, "INSERT INTO t VALUES (1)", &e));
	assert_ok(db_exec(other, "PRAGMA busy_timeout = 0", &e));
	assert_false(db_begin(other, &e));
	assert_contains(e.text, "in use");
	assert_ok(db_commit(db, &e));
	assert_int_equal(value(other, "SELECT count(*) FROM t"), 1);
	assert_false(db_commit(db, &e));
	db_close(db);
	db_close(other);
}

static void
test_scan_steps(void **state)
{
	struct db *db = memory();
	struct stmt *scan, *search;

	(void)state;
	assert_ok(db_exec(db,
	    "CREATE TABLE t (id INTEGER PRIMARY KEY, x);"
	    "INSERT INTO t (x) VALUES (1), (2), (3)",
	    &e));
	scan = db_prepare(db, "SELECT id FROM t WHERE x = 3", &e);
	search = db_prepare(db, "SELECT x FROM t WHERE id = 3", &e);
	assert_int_equal(stmt_step(scan, &e), 1);
	assert_int_equal(stmt_step(search, &e), 1);
	assert_int_equal(stmt_scan_steps(scan), 2);
	assert_int_equal(stmt_scan_steps(search), 0);
	stmt_reset(scan);
	assert_int_equal(stmt_scan_steps(scan), 0);
	stmt_finalize(scan);
	stmt_finalize(search);
	db_close(db);
}

/* --- named queries --------------------------------------------------------------------------- */

static void
test_named(void **state)
{
	struct db *db = memory();
	struct stmt *st;

	(void)state;
	assert_true(db_query_count() > 0);
	assert_null(db_query(db, "no_such_query", &e));
	assert_contains(e.text, "no_such_query");

	/* A query over tables that are not there is a defect, told by name. */
	assert_null(db_query(db, "profile_get", &e));
	assert_contains(e.text, "query profile_get");
	assert_contains(e.text, "setting");

	assert_ok(db_exec(db, sql_profile[0].sql, &e));
	assert_ok(db_exec(db, "INSERT INTO setting VALUES ('a', 'b')", &e));
	st = db_query(db, "profile_get", &e);
	assert_non_null(st);
	stmt_bind_text(st, 1, "a");
	assert_int_equal(stmt_step(st, &e), 1);
	assert_string_equal(stmt_str(st, 0), "b");
	/* The same statement, reset, its bindings gone. */
	assert_ptr_equal(db_query(db, "profile_get", &e), st);
	assert_int_equal(stmt_step(st, &e), 0);
	stmt_finalize(st); /* stays with the db */
	assert_ptr_equal(db_query(db, "profile_get", &e), st);
	db_close(db);
}

static void
test_embedded(void **state)
{
	(void)state;
	for (size_t i = 0; i < db_query_count(); i++) {
		assert_true(db_query_name(i)[0] != '\0');
		assert_true(db_query_sql(i)[0] != '\0');
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(db_query_name(i), db_query_name(j));
	}
	assert_null(sql_query[sql_query_count].name);
	assert_null(sql_catalog[sql_catalog_count].name);
	assert_null(sql_profile[sql_profile_count].name);
}

/* --- BLOBs ----------------------------------------------------------------------------------- */

static void
test_blob_read(void **state)
{
	enum { SIZE = 100000 };
	struct db *db = memory();
	unsigned char *in = malloc(SIZE), *out = calloc(1, SIZE);
	struct stmt *st;

	(void)state;
	for (size_t i = 0; i < SIZE; i++)
		in[i] = (unsigned char)(i * 7 + i / 251);
	assert_ok(db_exec(db, "CREATE TABLE t (id INTEGER PRIMARY KEY, b)", &e));
	st = db_prepare(db, "INSERT INTO t VALUES (4, ?1)", &e);
	stmt_bind_blob(st, 1, in, SIZE);
	assert_ok(stmt_run(st, &e));
	stmt_finalize(st);

	assert_ok(db_blob_read(db, "t", "b", 4, out, SIZE, &e));
	assert_memory_equal(in, out, SIZE);
	assert_false(db_blob_read(db, "t", "b", 4, out, SIZE - 1, &e));
	assert_contains(e.text, "100000 bytes, not 99999");
	assert_false(db_blob_read(db, "t", "b", 5, out, SIZE, &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_false(db_blob_read(db, "t", "c", 4, out, SIZE, &e));
	free(in);
	free(out);
	db_close(db);
}

/* --- damage ---------------------------------------------------------------------------------- */

static void
fill(const char *path)
{
	struct db *db = db_open(path, DB_CREATE, &e);

	assert_non_null(db);
	assert_ok(db_exec(db,
	    "CREATE TABLE t (id INTEGER PRIMARY KEY, x);"
	    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
	    "INSERT INTO t SELECT i, hex(zeroblob(50)) FROM n",
	    &e));
	db_close(db);
}

static void
test_damaged_page(void **state)
{
	const char *path = temp_path(dir, "a.db");
	struct db *db;
	struct stmt *st;
	char *bytes;
	size_t len;
	int rc;

	(void)state;
	fill(path);
	bytes = temp_read(path, &len);
	memset(bytes + len / 2, 0xee, 4096);
	temp_write(path, bytes, len);
	free(bytes);

	db = db_open(path, DB_READ, &e);
	assert_non_null(db);
	db_set_mend(db, "make it anew");
	st = db_prepare(db, "SELECT length(x) FROM t", &e);
	assert_non_null(st);
	while ((rc = stmt_step(st, &e)) == 1)
		;
	assert_int_equal(rc, -1);
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, path);
	assert_contains(e.text, "damaged");
	assert_contains(e.text, ": make it anew");
	stmt_finalize(st);
	db_close(db);
}

static void
test_not_sqlite(void **state)
{
	const char *path = temp_path(dir, "a.db");
	struct db *db;
	int64_t v;

	(void)state;
	temp_write(path, "this is a text, and a rather long one at that: no database", 58);
	db = db_open(path, DB_READ, &e);
	if (db) {
		assert_false(db_int(db, "SELECT count(*) FROM sqlite_schema", &v, &e));
		db_close(db);
	}
	assert_contains(e.text, "damaged");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_modes, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_not_a_file, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_odd_names, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_read_only_folder, setup, teardown),
	    cmocka_unit_test(test_hardened),
	    cmocka_unit_test(test_too_large),
	    cmocka_unit_test(test_values),
	    cmocka_unit_test(test_bind_error_shows_at_step),
	    cmocka_unit_test(test_prepare_errors),
	    cmocka_unit_test(test_one_value),
	    cmocka_unit_test(test_run_and_rowid),
	    cmocka_unit_test_setup_teardown(test_transactions, setup, teardown),
	    cmocka_unit_test(test_scan_steps),
	    cmocka_unit_test(test_named),
	    cmocka_unit_test(test_embedded),
	    cmocka_unit_test(test_blob_read),
	    cmocka_unit_test_setup_teardown(test_damaged_page, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_not_sqlite, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
