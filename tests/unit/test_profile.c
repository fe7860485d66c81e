#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/store/db.h"
#include "career/store/profile.h"
#include "career/store/sql_data.h"
#include "check.h"
#include "temp.h"

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
	path = strdup(temp_path(dir, "own/profile.db"));
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

static struct profile *
opened(const char *file)
{
	struct profile *p = profile_open(file, &e);

	assert_ok(p != NULL);
	return p;
}

static void
is_set(struct profile *p, const char *name, const char *expected)
{
	char *value = profile_get(p, name);

	if (expected)
		assert_string_equal(value, expected);
	else
		assert_null(value);
	free(value);
}

static void
collect(void *ctx, const char *key)
{
	buf_adds(ctx, key);
	buf_addc(ctx, ' ');
}

static void
are_marked(struct profile *p, const char *list, const char *expected)
{
	struct buf b = BUF_INIT;

	assert_ok(profile_marks(p, list, collect, &b, &e));
	assert_string_equal(b.data, expected);
	buf_free(&b);
}

static unsigned
mode_of(const char *file)
{
	struct stat st;

	assert_int_equal(stat(file, &st), 0);
	return (unsigned)st.st_mode & 07777;
}

/* What a profile does, whether it has a file or not. */
static void
use(struct profile *p)
{
	is_set(p, "role", NULL);
	are_marked(p, "programs", "");
	assert_ok(profile_set(p, "role", "data-scientist", &e));
	assert_ok(profile_set(p, "role", "ml-engineer", &e));
	is_set(p, "role", "ml-engineer");
	is_set(p, "rol", NULL);
	assert_ok(profile_set(p, "other", "", &e));
	is_set(p, "other", "");
	assert_ok(profile_set(p, "other", NULL, &e));
	is_set(p, "other", NULL);

	assert_ok(profile_mark(p, "programs", "b", true, &e));
	assert_ok(profile_mark(p, "programs", "c", true, &e));
	assert_ok(profile_mark(p, "programs", "a", true, &e));
	assert_ok(profile_mark(p, "programs", "a", true, &e));
	assert_ok(profile_mark(p, "roles", "r", true, &e));
	assert_ok(profile_mark(p, "programs", "c", false, &e));
	assert_ok(profile_mark(p, "programs", "never", false, &e));
	are_marked(p, "programs", "a b ");
	are_marked(p, "roles", "r ");
}

static void
test_memory(void **state)
{
	struct profile *p = opened(NULL);

	(void)state;
	assert_true(profile_in_memory(p));
	use(p);
	profile_close(p);
	profile_close(NULL);
	p = opened(NULL);
	is_set(p, "role", NULL);
	profile_close(p);
}

static void
test_file(void **state)
{
	struct profile *p = opened(path);

	(void)state;
	assert_false(profile_in_memory(p));
	use(p);
	profile_close(p);
	p = opened(path);
	is_set(p, "role", "ml-engineer");
	are_marked(p, "programs", "a b ");
	profile_close(p);
}

static void
test_lazy(void **state)
{
	struct profile *p = opened(path);

	(void)state;
	is_set(p, "role", NULL);
	are_marked(p, "programs", "");
	assert_ok(profile_set(p, "role", NULL, &e));
	assert_ok(profile_mark(p, "programs", "a", false, &e));
	assert_int_not_equal(access(temp_path(dir, "own"), F_OK), 0);
	assert_ok(profile_set(p, "role", "x", &e));
	assert_int_equal(access(path, F_OK), 0);
	profile_close(p);
}

static void
test_modes(void **state)
{
	mode_t old = umask(0);
	struct profile *p = opened(path);
	char wal[600];

	(void)state;
	assert_ok(profile_set(p, "role", "x", &e));
	umask(old);
	assert_int_equal(mode_of(path), 0600);
	assert_int_equal(mode_of(temp_path(dir, "own")), 0700);
	snprintf(wal, sizeof wal, "%s-wal", path);
	assert_int_equal(mode_of(wal), 0600);
	profile_close(p);
	/* The log is played into the file and gone. */
	assert_int_not_equal(access(wal, F_OK), 0);

	assert_int_equal(unlink(path), 0);
	old = umask(0777);
	p = opened(path);
	assert_ok(profile_set(p, "role", "x", &e));
	umask(old);
	assert_int_equal(mode_of(path), 0600);
	profile_close(p);
}

static void
test_pragmas(void **state)
{
	struct profile *p = opened(path);
	struct db *db;
	struct stmt *st;
	int64_t v;

	(void)state;
	assert_int_equal(sql_profile_count, PROFILE_VERSION);
	assert_ok(profile_set(p, "role", "x", &e));
	profile_close(p);
	db = db_open(path, DB_READ, &e);
	assert_ok(db_int(db, "PRAGMA application_id", &v, &e));
	assert_int_equal(v, PROFILE_APPLICATION_ID);
	assert_ok(db_int(db, "PRAGMA user_version", &v, &e));
	assert_int_equal(v, PROFILE_VERSION);
	st = db_prepare(db, "PRAGMA journal_mode", &e);
	assert_int_equal(stmt_step(st, &e), 1);
	assert_string_equal(stmt_str(st, 0), "wal");
	stmt_finalize(st);
	db_close(db);
}

/* Two programs at once, both before the first write. */
static void
test_two_at_once(void **state)
{
	struct profile *p = opened(path), *q = opened(path);

	(void)state;
	assert_ok(profile_set(p, "role", "of p", &e));
	assert_ok(profile_mark(q, "roles", "of q", true, &e));
	is_set(q, "role", "of p");
	are_marked(p, "roles", "of q ");
	profile_close(p);
	assert_ok(profile_set(q, "role", "of q", &e));
	profile_close(q);
	p = opened(path);
	is_set(p, "role", "of q");
	profile_close(p);
}

/* An empty file, as `touch` or a full disk leaves it, is one that is not made yet. */
static void
test_empty_file(void **state)
{
	const char *file = temp_path(dir, "empty.db");
	struct profile *p;

	(void)state;
	temp_write(file, "", 0);
	p = opened(file);
	is_set(p, "role", NULL);
	assert_ok(profile_set(p, "role", "x", &e));
	assert_int_equal(mode_of(file), 0600);
	profile_close(p);
}

/* The file is refused with `what`, and stays as it is. */
static void
refused(const char *file, const char *what)
{
	char *old, *new;
	size_t len, len2;
	struct profile *p;

	old = temp_read(file, &len);
	p = profile_open(file, &e);
	if (p)
		fail_msg("opened, where \"%s\" was expected", what);
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, file);
	assert_contains(e.text, what);
	assert_contains(e.text, "left untouched");
	assert_contains(e.text, "--profile");
	new = temp_read(file, &len2);
	assert_int_equal(len, len2);
	assert_memory_equal(old, new, len);
	free(old);
	free(new);
}

static void
make_by_sql(const char *file, const char *sql)
{
	struct db *db = db_open(file, DB_CREATE, &e);

	assert_ok(db != NULL);
	assert_ok(db_exec(db, sql, &e));
	db_close(db);
}

static void
test_refused(void **state)
{
	const char *file = temp_path(dir, "p.db");

	(void)state;
	temp_write(file, "a text", 6);
	refused(file, "not a profile");
	unlink(file);
	make_by_sql(file, "CREATE TABLE t (x)");
	refused(file, "not a profile");
	unlink(file);
	make_by_sql(file,
	    "PRAGMA application_id = 0x63617270; PRAGMA user_version = 9;"
	    "CREATE TABLE t (x); PRAGMA journal_mode = WAL");
	refused(file, "newer program (schema 9");
}

static void
test_damaged(void **state)
{
	struct profile *p = opened(path);
	char *bytes;
	size_t len;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		char key[40];

		snprintf(key, sizeof key, "school/program-number-%d/master", i);
		assert_ok(profile_mark(p, "programs", key, true, &e));
	}
	profile_close(p);
	bytes = temp_read(path, &len);
	memset(bytes + len / 2, 0xa5, 3000);
	temp_write(path, bytes, len);
	refused(path, "damaged");
	temp_write(path, bytes, len / 3);
	refused(path, "damaged");
	free(bytes);
}

static void
test_not_a_file(void **state)
{
	const char *fifo = temp_path(dir, "fifo");

	(void)state;
	assert_null(profile_open(dir, &e));
	assert_contains(e.text, "is a folder");
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_null(profile_open(fifo, &e));
	assert_contains(e.text, "not a regular file");
}

/* An older file is brought up to date, after a copy of it was made. */
static void
test_migration(void **state)
{
	const char *file = temp_path(dir, "old.db");
	const char *copy = temp_path(dir, "old.db.v0.bak");
	struct profile *p;
	struct db *db;
	int64_t v;

	(void)state;
	make_by_sql(file,
	    "PRAGMA application_id = 0x63617270;"
	    "CREATE TABLE kept (x); INSERT INTO kept VALUES (5)");
	p = opened(file);
	is_set(p, "role", NULL);
	assert_ok(profile_set(p, "role", "x", &e));
	profile_close(p);

	db = db_open(file, DB_READ, &e);
	assert_ok(db_int(db, "PRAGMA user_version", &v, &e));
	assert_int_equal(v, PROFILE_VERSION);
	assert_ok(db_int(db, "SELECT x FROM kept", &v, &e));
	assert_int_equal(v, 5);
	db_close(db);

	assert_int_equal(mode_of(copy), 0600);
	db = db_open(copy, DB_READ, &e);
	assert_ok(db_int(db, "PRAGMA user_version", &v, &e));
	assert_int_equal(v, 0);
	assert_ok(db_int(db, "SELECT x FROM kept", &v, &e));
	assert_int_equal(v, 5);
	db_close(db);
}

/* A file of each schema that there has been: what was in it stays, and the copy beside it can be opened too. */
static void
test_every_schema(void **state)
{
	(void)state;
	for (int version = 1; version < PROFILE_VERSION; version++) {
		char leaf[32], copy[48], ids[96];
		struct profile *p;
		struct db *db;

		snprintf(leaf, sizeof leaf, "v%d.db", version);
		snprintf(copy, sizeof copy, "%s.v%d.bak", leaf, version);
		db = db_open(temp_path(dir, leaf), DB_CREATE, &e);
		assert_ok(db != NULL);
		for (int i = 0; i < version; i++)
			assert_ok(db_exec(db, sql_profile[i].sql, &e));
		snprintf(ids, sizeof ids, "PRAGMA application_id = %d; PRAGMA user_version = %d",
		    PROFILE_APPLICATION_ID, version);
		assert_ok(db_exec(db, ids, &e));
		assert_ok(db_exec(db,
		    "INSERT INTO setting VALUES ('role', 'old');"
		    "INSERT INTO mark (list, key) VALUES ('roles', 'kept')",
		    &e));
		db_close(db);

		p = opened(temp_path(dir, leaf));
		is_set(p, "role", "old");
		are_marked(p, "roles", "kept ");
		assert_ok(profile_mark(p, "roles", "new", true, &e));
		profile_close(p);
		p = opened(temp_path(dir, copy));
		are_marked(p, "roles", "kept ");
		profile_close(p);
	}
}

/* A migration that fails halfway leaves the file as it was. */
static void
test_migration_fails_whole(void **state)
{
	const char *file = temp_path(dir, "old.db");
	struct db *db;
	int64_t v;

	(void)state;
	make_by_sql(file, "PRAGMA application_id = 0x63617270; CREATE TABLE mark (x)");
	assert_null(profile_open(file, &e));
	assert_contains(e.text, "001_profile.sql");
	db = db_open(file, DB_READ, &e);
	assert_ok(db_int(db, "SELECT count(*) FROM sqlite_schema", &v, &e));
	assert_int_equal(v, 1);
	db_close(db);
}

static int
use_locked(const char *file)
{
	struct err err;
	struct profile *p = profile_open(file, &err);
	char *value = p ? profile_get(p, "role") : NULL;
	bool read = value && strcmp(value, "x") == 0;
	bool wrote = p && profile_set(p, "role", "y", &err);
	bool told = strstr(err.text, "cannot be written") && strstr(err.text, file);

	if (!read || wrote || !told)
		fprintf(stderr, "read %d, wrote %d: %s\n", read, wrote, err.text);
	free(value);
	profile_close(p);
	return read && !wrote && told ? 0 : 1;
}

/* Read-only places: what is there is seen, and a write says why it is not possible. */
static void
test_read_only(void **state)
{
	struct profile *p = opened(path);

	(void)state;
	assert_ok(profile_set(p, "role", "x", &e));
	profile_close(p);
	assert_int_equal(chmod(dir, 0755), 0);
	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(chmod(temp_path(dir, "own"), 0555), 0);
	assert_int_equal(run_unprivileged(use_locked, path), 0);
}

static int
make_in_locked(const char *file)
{
	struct err err;
	struct profile *p = profile_open(file, &err);
	bool wrote = p && profile_set(p, "role", "y", &err);
	bool told = p && strstr(err.text, "profile") && strstr(err.text, file);

	if (wrote || !told)
		fprintf(stderr, "wrote %d: %s\n", wrote, err.text);
	profile_close(p);
	return !wrote && told ? 0 : 1;
}

static void
test_cannot_make(void **state)
{
	(void)state;
	assert_int_equal(chmod(dir, 0555), 0);
	assert_int_equal(run_unprivileged(make_in_locked, temp_path(dir, "profile.db")), 0);
}

static void
found(const char *option, const char *expected)
{
	char *got = profile_find(option);

	assert_string_equal(got, expected);
	free(got);
}

static void
test_find(void **state)
{
	(void)state;
	assert_int_equal(setenv("XDG_DATA_HOME", dir, 1), 0);
	found(NULL, temp_path(dir, "career/profile.db"));
	assert_int_equal(setenv("CAREER_PROFILE", "/of/the/environment", 1), 0);
	found(NULL, "/of/the/environment");
	found("of the option", "of the option");
	unsetenv("CAREER_PROFILE");
	unsetenv("XDG_DATA_HOME");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_memory, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_file, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_lazy, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_modes, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_pragmas, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_two_at_once, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_empty_file, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_not_a_file, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_migration, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_every_schema, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_migration_fails_whole, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_read_only, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_cannot_make, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_find, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
