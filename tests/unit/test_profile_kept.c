/* Filters by name, what was used and typed, and a file of the first schema. */
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
opened(const char *file)
{
	struct profile *p = profile_open(file, &e);

	assert_ok(p != NULL);
	return p;
}

/* --- filters by name ------------------------------------------------------------------------- */

static void
keep(struct profile *p, const char *list, const char *name, const char *query)
{
	struct saved s = {name, query, "state:CA\n", "absent"};

	assert_ok(profile_save(p, list, &s, &e));
}

static void
add_saved(void *ctx, const struct saved *s)
{
	buf_addf(ctx, "%s=%s|%s|%s;", s->name, s->query, s->off, s->adds);
}

static void
are_saved(struct profile *p, const char *list, const char *expected)
{
	struct buf b = BUF_INIT;

	assert_ok(profile_saved(p, list, add_saved, &b, &e));
	assert_string_equal(b.data, expected);
	buf_free(&b);
}

static void
test_saved(void **state)
{
	struct profile *p = opened(temp_path(dir, "p.db"));
	struct saved *s;

	(void)state;
	are_saved(p, "programs", "");
	assert_ok(profile_forget(p, "programs", "never", &e));
	assert_null(profile_load(p, "programs", "cheap", &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
	assert_int_not_equal(access(temp_path(dir, "p.db"), F_OK), 0); /* nothing was written */

	keep(p, "programs", "cheap", "cost<20k sort:cost");
	keep(p, "programs", "über \"uns\"", "");
	keep(p, "roles", "cheap", "data");
	keep(p, "programs", "cheap", "cost<10k sort:cost");
	profile_close(p);

	p = opened(temp_path(dir, "p.db"));
	are_saved(p, "programs",
	    "cheap=cost<10k sort:cost|state:CA\n|absent;über \"uns\"=|state:CA\n|absent;");
	are_saved(p, "skills", "");
	s = profile_load(p, "roles", "cheap", &e);
	assert_ok(s != NULL);
	assert_string_equal(s->name, "cheap");
	assert_string_equal(s->query, "data");
	assert_string_equal(s->off, "state:CA\n");
	assert_string_equal(s->adds, "absent");
	free(s);
	assert_null(profile_load(p, "roles", "Cheap", &e));
	assert_contains(e.text, "'Cheap'");
	assert_ok(profile_forget(p, "roles", "cheap", &e));
	assert_ok(profile_forget(p, "roles", "cheap", &e));
	are_saved(p, "roles", "");
	profile_close(p);
}

/* --- what was used and typed ----------------------------------------------------------------- */

static void
add_use(void *ctx, const char *command, int64_t n, int64_t last)
{
	assert_true(last > 1500000000);
	buf_addf(ctx, "%s=%d ", command, (int)n);
}

static void
test_uses(void **state)
{
	struct profile *p = opened(NULL);
	struct buf b = BUF_INIT;

	(void)state;
	assert_ok(profile_uses(p, add_use, &b, &e));
	assert_string_equal(b.data, "");
	assert_ok(profile_use(p, "sort", &e));
	assert_ok(profile_use(p, "zoom", &e));
	assert_ok(profile_use(p, "zoom", &e));
	assert_ok(profile_uses(p, add_use, &b, &e));
	assert_string_equal(b.data, "zoom=2 sort=1 ");
	buf_free(&b);
	profile_close(p);
}

struct lines {
	struct buf text;
	size_t n;
};

static void
add_line(void *ctx, const char *line)
{
	struct lines *l = ctx;

	buf_addf(&l->text, "%s/", line);
	l->n++;
}

static void
were_typed(struct profile *p, const char *kind, const char *expected)
{
	struct lines l = {BUF_INIT, 0};

	assert_ok(profile_history(p, kind, add_line, &l, &e));
	assert_string_equal(l.text.data, expected);
	buf_free(&l.text);
}

static void
test_history(void **state)
{
	struct profile *p = opened(temp_path(dir, "p.db"));

	(void)state;
	were_typed(p, "command", "");
	assert_ok(profile_history_add(p, "command", "zoom", &e));
	assert_ok(profile_history_add(p, "command", "sort cost", &e));
	assert_ok(profile_history_add(p, "filter roles", "data", &e));
	assert_ok(profile_history_add(p, "command", "sort cost", &e));
	were_typed(p, "command", "zoom/sort cost/");
	assert_ok(profile_history_add(p, "command", "zoom", &e)); /* becomes the newest */
	profile_close(p);
	p = opened(temp_path(dir, "p.db"));
	were_typed(p, "command", "sort cost/zoom/");
	were_typed(p, "filter roles", "data/");
	profile_close(p);
}

static void
test_history_is_bounded(void **state)
{
	struct profile *p = opened(NULL);
	struct lines l = {BUF_INIT, 0};

	(void)state;
	assert_ok(profile_history_add(p, "filter roles", "data", &e));
	for (int i = 0; i < PROFILE_HISTORY + 20; i++) {
		char line[32];

		snprintf(line, sizeof line, "go %d", i);
		assert_ok(profile_history_add(p, "command", line, &e));
	}
	assert_ok(profile_history(p, "command", add_line, &l, &e));
	assert_int_equal(l.n, PROFILE_HISTORY);
	assert_int_equal(strncmp(l.text.data, "go 20/", 6), 0);
	assert_contains(l.text.data, "/go 119/");
	were_typed(p, "filter roles", "data/");
	buf_free(&l.text);
	profile_close(p);
}

/* --- a file of the first schema -------------------------------------------------------------- */

/* As the first version left it: a log beside it, a role and two marks in it. */
static void
make_first(const char *file, const char *more)
{
	struct db *db = db_open(file, DB_CREATE, &e);

	assert_ok(db != NULL);
	assert_ok(db_exec(db, sql_profile[0].sql, &e));
	assert_ok(db_exec(db,
	    "PRAGMA application_id = 0x63617270; PRAGMA user_version = 1;"
	    "INSERT INTO setting VALUES ('role', 'data-scientist');"
	    "INSERT INTO mark (list, key) VALUES ('roles', 'data-scientist'), ('programs', 'a/b/c')",
	    &e));
	assert_ok(*more == '\0' || db_exec(db, more, &e));
	db_close(db);
}

static int64_t
number(const char *file, const char *sql)
{
	struct db *db = db_open(file, DB_READ, &e);
	int64_t n = -1;

	assert_ok(db != NULL);
	assert_ok(db_int(db, sql, &n, &e));
	db_close(db);
	return n;
}

static void
test_first_becomes_second(void **state)
{
	const char *file = temp_path(dir, "old.db"), *copy = temp_path(dir, "old.db.v1.bak");
	struct profile *p;
	struct stat st;
	char *role;

	(void)state;
	make_first(file, "");
	p = opened(file);
	role = profile_get(p, "role");
	assert_string_equal(role, "data-scientist");
	free(role);
	are_saved(p, "programs", "");
	keep(p, "programs", "cheap", "cost<20k");
	assert_ok(profile_history_add(p, "command", "zoom", &e));
	assert_ok(profile_use(p, "zoom", &e));
	profile_close(p);

	assert_int_equal(number(file, "PRAGMA user_version"), PROFILE_VERSION);
	assert_int_equal(number(file, "SELECT count(*) FROM mark"), 2);
	assert_int_equal(number(file, "SELECT count(*) FROM saved"), 1);
	assert_int_equal(stat(copy, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(number(copy, "PRAGMA user_version"), 1);
	assert_int_equal(number(copy, "SELECT count(*) FROM mark"), 2);
	assert_int_equal(
	    number(copy, "SELECT count(*) FROM sqlite_schema WHERE name = 'saved'"), 0);
}

/* As each schema left it, with a row in every table that it had: all is there in the file of today, and in the copy. */
static void
test_every_schema(void **state)
{
	static const char *const rows[] = {
	    "INSERT INTO setting VALUES ('role', 'data-scientist');"
	    "INSERT INTO mark (list, key) VALUES ('roles', 'x')",
	    "INSERT INTO saved (list, name, query) VALUES ('roles', 'mine', 'data');"
	    "INSERT INTO usage VALUES ('sort', 3, 7);"
	    "INSERT INTO history (kind, line) VALUES ('command', 'zoom')",
	    "INSERT INTO skill_state (skill, name, state, level) VALUES ('r', 'R', 'have', 4)",
	    "INSERT INTO item (list, key, title, position) VALUES ('roles', 'x', 'X', 1);"
	    "INSERT INTO note (list, key, title, text) VALUES ('roles', 'x', 'X', 'mine');"
	    "INSERT INTO tag (list, key, title, tag) VALUES ('roles', 'x', 'X', 'far');"
	    "INSERT INTO looked VALUES ('roles', 'x', 'X', 2, '2026-11-22T12:00:00.000Z');"
	    "INSERT INTO answer (item, value) VALUES ('r1', 4);"
	    "INSERT INTO step (words, change) VALUES ('old', x'00')",
	};
	static const int64_t lines[] = {2, 5, 6, 11}; /* of its export: the journal is none */

	(void)state;
	assert_int_equal(COUNT(rows), PROFILE_VERSION);
	for (int version = 1; version <= PROFILE_VERSION; version++) {
		char leaf[32], set[80], *file, *copy;
		struct buf all = BUF_INIT;
		struct profile *p;
		struct db *db;
		int64_t n = -1;

		snprintf(leaf, sizeof leaf, "of-%d.db", version);
		file = strdup(temp_path(dir, leaf));
		snprintf(leaf, sizeof leaf, "of-%d.db.v%d.bak", version, version);
		copy = strdup(temp_path(dir, leaf));
		db = db_open(file, DB_CREATE, &e);
		assert_ok(db != NULL);
		for (int i = 0; i < version; i++) {
			assert_ok(db_exec(db, sql_profile[i].sql, &e));
			assert_ok(db_exec(db, rows[i], &e));
		}
		snprintf(set, sizeof set,
		    "PRAGMA application_id = 0x63617270; PRAGMA user_version = %d", version);
		assert_ok(db_exec(db, set, &e));
		db_close(db);
		p = opened(file);
		assert_ok(profile_export(p, &all, &e));
		for (const char *at = all.data; (at = strchr(at, '\n')) != NULL; at++)
			n++;
		assert_int_equal(n, lines[version - 1]);
		assert_contains(all.data, "data-scientist");
		buf_free(&all);
		/* And what is new can be written. */
		assert_ok(profile_answer_set(p, "r2", 5, &e));
		assert_ok(profile_skill_set(p, &(struct kept_skill){"c", "C", "want", -1}, &e));
		profile_close(p);
		assert_int_equal(number(file, "PRAGMA user_version"), PROFILE_VERSION);
		if (version < PROFILE_VERSION) {
			assert_int_equal(number(copy, "PRAGMA user_version"), version);
			assert_int_equal(number(copy, "SELECT count(*) FROM mark"), 1);
		} else {
			assert_int_not_equal(access(copy, F_OK), 0);
		}
		free(file);
		free(copy);
	}
}

/* The second time there is nothing to do, and the copy is the one that was made first. */
static void
test_second_stays(void **state)
{
	const char *file = temp_path(dir, "old.db"), *copy = temp_path(dir, "old.db.v1.bak");

	(void)state;
	make_first(file, "");
	profile_close(opened(file));
	assert_int_equal(unlink(copy), 0);
	profile_close(opened(file));
	assert_int_not_equal(access(copy, F_OK), 0);
	assert_int_equal(number(file, "PRAGMA user_version"), PROFILE_VERSION);
}

/* What stands in the way of the new tables leaves the file of the first schema whole. */
static void
test_fails_whole(void **state)
{
	const char *file = temp_path(dir, "old.db");

	(void)state;
	make_first(file, "CREATE TABLE history (x)");
	assert_null(profile_open(file, &e));
	assert_contains(e.text, "002_kept.sql");
	assert_int_equal(number(file, "PRAGMA user_version"), 1);
	assert_int_equal(
	    number(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'saved'"), 0);
	assert_int_equal(number(file, "SELECT count(*) FROM mark"), 2);
}

static void
take_skill(void *ctx, const struct kept_skill *s)
{
	buf_addf(ctx, "%s/%s/%s/%d ", s->skill, s->name, s->state, s->level);
}

static void
test_skills(void **state)
{
	struct profile *p = profile_open(NULL, &e);
	struct buf b = BUF_INIT;

	(void)state;
	assert_ok(profile_skill_set(p, &(struct kept_skill){"sql", "SQL", "want", -1}, &e));
	assert_ok(
	    profile_skill_set(p, &(struct kept_skill){"python", "Python", "learning", -1}, &e));
	assert_ok(profile_skill_set(p, &(struct kept_skill){"python", "Python", "have", 5}, &e));
	assert_ok(profile_skill_set(p, &(struct kept_skill){"gone", "Gone", "partly", -1}, &e));
	assert_ok(profile_skill_set(p, &(struct kept_skill){"sql", NULL, NULL, -1}, &e));
	assert_false(profile_skill_set(p, &(struct kept_skill){"r", "R", "great", -1}, &e));
	assert_ok(profile_skills(p, take_skill, &b, &e));
	assert_string_equal(b.data, "gone/Gone/partly/-1 python/Python/have/5 ");
	buf_free(&b);
	profile_close(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_saved, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_uses, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_history, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_history_is_bounded, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_first_becomes_second, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_every_schema, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_second_stays, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_fails_whole, setup, teardown),
	    cmocka_unit_test(test_skills),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
