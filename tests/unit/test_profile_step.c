/* The journal: steps back and forth, after the end, beside another program, with what others changed. */
#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/store/db.h"
#include "career/store/profile.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char *dir;
static struct profile *p;
static struct profile_step s;
static struct err e;

static struct profile *
opened(void)
{
	struct profile *q = profile_open(temp_path(dir, "own/profile.db"), &e);

	assert_ok(q != NULL);
	return q;
}

static int
setup(void **state)
{
	(void)state;
	dir = temp_dir();
	err_clear(&e);
	p = opened();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	profile_close(p);
	temp_remove(dir);
	return 0;
}

static void
reopen(void)
{
	profile_close(p);
	p = opened();
}

/* Everything that is kept, but for the journal. */
static char *
all(struct profile *q)
{
	struct buf b = BUF_INIT;

	assert_ok(profile_export(q, &b, &e));
	return buf_take(&b);
}

static void
is_as(const char *expected)
{
	char *now = all(p);

	assert_string_equal(now, expected);
	free(now);
}

static bool
skill(struct profile *q, const char *key, const char *state)
{
	return profile_skill_set(q, &(struct kept_skill){key, key, state, -1}, &e);
}

static bool
item(struct profile *q, const char *key)
{
	return profile_item_put(
	    q, &(struct kept_item){.list = "roles", .key = key, .title = key}, &e);
}

static void
ended(struct profile *q, const char *words)
{
	assert_ok(profile_step_end(q, NULL, "here", &s, &e));
	assert_true(s.id != 0);
	assert_string_equal(s.words, words);
}

static void
say_skill(struct profile *q, const char *key, const char *state)
{
	char words[80];

	snprintf(words, sizeof words, "%s: %s", key, state);
	profile_step_begin(q);
	assert_ok(skill(q, key, state));
	ended(q, words);
}

/* --- back and forth -------------------------------------------------------------------------- */

/* One of each table, written, changed and removed: each way back is exact. */
static void
write_all(int how)
{
	const struct saved f = {"cheap", how == 1 ? "cost<9k" : "cost<20k", "", ""};
	const struct kept_note n = {"roles", "a", "A", how == 2 ? "" : how == 1 ? "x" : "y", NULL};
	const struct kept_item i = {
	    .list = "roles", .key = "a", .title = "A", .headline = how == 1 ? "[1]" : "[]"};

	assert_ok(profile_set(p, "role", how == 2 ? NULL : how == 1 ? "x" : "y", &e));
	assert_ok(profile_mark(p, "roles", "a", how != 2, &e));
	assert_ok(
	    how == 2 ? profile_forget(p, "roles", "cheap", &e) : profile_save(p, "roles", &f, &e));
	assert_ok(skill(p, "sql", how == 2 ? NULL : how == 1 ? "want" : "have"));
	assert_ok(how == 2 ? profile_item_drop(p, "roles", "a", &e) : profile_item_put(p, &i, &e));
	assert_ok(profile_note_set(p, &n, &e));
	assert_ok(profile_tag(p, &(struct kept_tag){"roles", "a", "A", "t"}, how != 2, &e));
	assert_ok(profile_answer_set(p, "r1", how == 2 ? 0 : 3 + how, &e));
}

static void
test_every_table(void **state)
{
	char *at[4];

	(void)state;
	assert_ok(profile_set(p, "other", "stays", &e));
	at[0] = all(p);
	for (int how = 0; how < 3; how++) {
		profile_step_begin(p);
		write_all(how);
		assert_ok(profile_step_end(p, "word", "", &s, &e));
		assert_int_equal(s.rows, how == 1 ? 6 : 8); /* mark and tag stay */
		at[how + 1] = all(p);
	}
	for (int turn = 0; turn < 2; turn++) {
		for (int i = 2; i >= 0; i--) {
			assert_ok(profile_step_back(p, 0, &s, &e));
			assert_int_equal(s.left, 0);
			is_as(at[i]);
			reopen();
		}
		assert_false(profile_step_back(p, 0, &s, &e));
		assert_int_equal(e.code, ERR_NOTFOUND);
		for (int i = 1; i <= 3; i++) {
			assert_ok(profile_step_forth(p, 0, &s, &e));
			assert_int_equal(s.left, 0);
			is_as(at[i]);
		}
		assert_false(profile_step_forth(p, 0, &s, &e));
		assert_int_equal(e.code, ERR_NOTFOUND);
	}
	for (int i = 0; i < 4; i++)
		free(at[i]);
}

static void
test_nothing(void **state)
{
	(void)state;
	assert_false(profile_step_back(p, 0, &s, &e));
	assert_false(profile_step_forth(p, 0, &s, &e));
	profile_step_begin(p);
	assert_ok(skill(p, "r", NULL));
	assert_ok(profile_step_end(p, NULL, "", &s, &e));
	assert_int_equal(s.id, 0);
	assert_int_not_equal(access(temp_path(dir, "own"), F_OK), 0);
	/* Written, and the same as before; and what is no part of a step. */
	assert_ok(skill(p, "r", "have"));
	profile_step_begin(p);
	assert_ok(profile_set(p, "role", "x", &e));
	assert_ok(profile_set(p, "role", NULL, &e));
	assert_ok(profile_set(p, "program", "a/b/c", &e));
	assert_ok(profile_use(p, "sort", &e));
	assert_ok(profile_look(p, "roles", "a", "A", &e));
	assert_ok(profile_history_add(p, "command", "sort", &e));
	assert_ok(profile_step_end(p, NULL, "", &s, &e));
	assert_int_equal(s.id, 0);
	assert_false(profile_step_back(p, 0, &s, &e));
	reopen();
	assert_int_equal(profile_count(p, 9), 1);
	assert_string_equal(profile_tables[9].name, "usage");
}

static void
test_memory(void **state)
{
	(void)state;
	profile_close(p);
	p = profile_open(NULL, &e);
	say_skill(p, "r", "have");
	assert_ok(profile_step_back(p, 0, &s, &e));
	is_as("{\"career_profile\":1}\n");
	assert_ok(profile_step_forth(p, 0, &s, &e));
	assert_ok(profile_step_back(p, s.id, &s, &e));
}

/* What is dropped, or not ended, was never written. */
static void
test_dropped(void **state)
{
	(void)state;
	assert_ok(skill(p, "sql", "have"));
	for (int i = 0; i < 2; i++) {
		profile_step_begin(p);
		assert_ok(skill(p, "r", "have"));
		if (i == 0)
			profile_step_drop(p);
		reopen();
		assert_int_equal(profile_count(p, 3), 1);
	}
	assert_false(profile_step_back(p, 0, &s, &e));
	say_skill(p, "r", "have");
}

/* --- words ----------------------------------------------------------------------------------- */

static void
test_words(void **state)
{
	(void)state;
	say_skill(p, "python", "partly");
	say_skill(p, "python", "have");
	profile_step_begin(p);
	assert_ok(profile_skill_set(p, &(struct kept_skill){"python", "python", "have", 4}, &e));
	ended(p, "python: level 4");
	profile_step_begin(p);
	assert_ok(skill(p, "python", NULL));
	ended(p, "python: nothing said");
	profile_step_begin(p);
	assert_ok(profile_set(p, "from", "data-analyst", &e));
	ended(p, "present job data-analyst");
	profile_step_begin(p);
	assert_ok(profile_set(p, "from", NULL, &e));
	ended(p, "no present job");
	profile_step_begin(p);
	assert_ok(item(p, "a"));
	ended(p, "a on the shortlist");
	assert_ok(item(p, "b"));
	assert_ok(item(p, "c"));
	profile_step_begin(p);
	assert_ok(profile_item_move(p, "roles", "c", -1, &e));
	ended(p, "order of the shortlist");
	profile_step_begin(p);
	assert_ok(profile_item_drop(p, "roles", "b", &e));
	ended(p, "b off the shortlist");
}

static void
test_words_of_texts(void **state)
{
	(void)state;
	profile_step_begin(p);
	assert_ok(profile_note_set(p, &(struct kept_note){"roles", "a", "A", "x", NULL}, &e));
	ended(p, "note on A");
	profile_step_begin(p);
	assert_ok(profile_note_set(p, &(struct kept_note){"roles", "a", "A", "y", NULL}, &e));
	ended(p, "note on A");
	profile_step_begin(p);
	assert_ok(profile_note_set(p, &(struct kept_note){"roles", "a", "A", "", NULL}, &e));
	ended(p, "no note on A");
	profile_step_begin(p);
	assert_ok(profile_tag(p, &(struct kept_tag){"roles", "a", "A", "t"}, true, &e));
	ended(p, "tag t on A");
	profile_step_begin(p);
	assert_ok(profile_answer_set(p, "r1", 4, &e));
	ended(p, "answer r1: 4");
	profile_step_begin(p);
	assert_ok(profile_mark(p, "roles", "m", true, &e));
	ended(p, "mark m");
	profile_step_begin(p);
	assert_ok(skill(p, "r", "have"));
	assert_ok(skill(p, "sql", "want"));
	assert_ok(skill(p, "c", "want"));
	assert_ok(profile_step_end(p, NULL, "", &s, &e));
	assert_contains(s.words, " and 2 more");
}

/* A long one ends on a whole character. */
static void
test_long_words(void **state)
{
	char word[402];

	(void)state;
	for (size_t i = 0; i < 400; i += 2)
		memcpy(word + i, "\xc3\xbc", 3);
	profile_step_begin(p);
	assert_ok(profile_set(p, "role", "x", &e));
	assert_ok(profile_step_end(p, word, word, &s, &e));
	assert_int_equal(strlen(s.words), 198);
	assert_int_equal(strlen(s.place), 62);
}

/* --- which steps there are ------------------------------------------------------------------- */

static void
take_step(void *ctx, const struct profile_step *step, bool undone)
{
	buf_addf(ctx, "%s%s; ", step->words, undone ? " (undone)" : "");
	assert_int_equal(strlen(step->made), 20);
}

static void
steps_are(struct profile *q, const char *expected)
{
	struct buf b = BUF_INIT;

	assert_ok(profile_steps(q, take_step, &b, &e));
	assert_string_equal(b.data, expected);
	buf_free(&b);
}

static void
test_list(void **state)
{
	(void)state;
	steps_are(p, "");
	say_skill(p, "a", "have");
	say_skill(p, "b", "have");
	say_skill(p, "c", "have");
	assert_ok(profile_step_back(p, 0, &s, &e));
	assert_string_equal(s.words, "c: have");
	assert_string_equal(s.place, "here");
	assert_ok(profile_step_back(p, 0, &s, &e));
	steps_are(p, "c: have (undone); b: have (undone); a: have; ");
	assert_ok(profile_step_forth(p, 0, &s, &e));
	assert_string_equal(s.words, "b: have");
	/* A new one drops what was taken back. */
	say_skill(p, "d", "have");
	steps_are(p, "d: have; b: have; a: have; ");
	assert_false(profile_step_forth(p, 0, &s, &e));
}

static void
test_bounded(void **state)
{
	struct buf b = BUF_INIT;
	char *text;
	size_t n = 0;

	(void)state;
	for (int i = 0; i < PROFILE_STEPS + 3; i++)
		say_skill(p, "a", i % 2 == 0 ? "have" : "want");
	assert_ok(profile_steps(p, take_step, &b, &e));
	for (const char *at = b.data; (at = strchr(at, ';')) != NULL; at++)
		n++;
	assert_int_equal(n, PROFILE_STEPS);
	buf_free(&b);
	/* Large ones: as many as fit, and the newest always. */
	text = calloc(1, PROFILE_NOTE_MAX + 1);
	for (int i = 0; i < 70; i++) {
		memset(text, 'a' + i % 26, PROFILE_NOTE_MAX);
		profile_step_begin(p);
		assert_ok(
		    profile_note_set(p, &(struct kept_note){"roles", "a", "A", text, NULL}, &e));
		ended(p, "note on A");
	}
	free(text);
	buf_init(&b);
	assert_ok(profile_steps(p, take_step, &b, &e));
	n = 0;
	for (const char *at = b.data; (at = strchr(at, ';')) != NULL; at++)
		n++;
	/* Of 2 x 64 KiB each 32 make 4 MiB, and the one that passes it stays. */
	assert_in_range(n, 31, 34);
	buf_free(&b);
}

/* --- two programs ---------------------------------------------------------------------------- */

/* What another has changed since stays, the rest of the step goes. */
static void
test_left_alone(void **state)
{
	struct profile *q;
	char *text;

	(void)state;
	profile_step_begin(p);
	assert_ok(skill(p, "r", "have"));
	assert_ok(skill(p, "sql", "have"));
	assert_ok(skill(p, "c", "have"));
	assert_ok(profile_step_end(p, NULL, "", &s, &e));
	q = opened();
	assert_ok(skill(q, "sql", "partly"));
	assert_ok(skill(q, "c", NULL));
	assert_ok(profile_step_back(p, s.id, &s, &e));
	assert_int_equal(s.rows, 3);
	assert_int_equal(s.left, 2);
	text = all(q);
	assert_contains(text, "\"partly\"");
	assert_null(strstr(text, "\"have\""));
	free(text);
	/* Done again, only the one that was taken back comes. */
	assert_ok(profile_step_forth(p, 0, &s, &e));
	assert_int_equal(s.left, 1);
	text = all(q);
	assert_contains(text, "\"partly\"");
	assert_contains(text, "\"r\"");
	free(text);
	profile_close(q);
}

/* Each takes its own back, wherever it stands; one that the other took back is not there any more. */
static void
test_each_its_own(void **state)
{
	struct profile *q = opened();
	int64_t of_p, of_q;

	(void)state;
	say_skill(p, "p", "have");
	of_p = s.id;
	say_skill(q, "q", "have");
	of_q = s.id;
	assert_ok(profile_step_back(p, of_p, &s, &e));
	assert_string_equal(s.words, "p: have");
	steps_are(q, "q: have; p: have (undone); ");
	assert_false(profile_step_back(q, of_p, &s, &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
	assert_ok(profile_step_back(q, of_q, &s, &e));
	/* Last taken back, first done again. */
	assert_ok(profile_step_forth(p, 0, &s, &e));
	assert_string_equal(s.words, "q: have");
	/* The number of one that is dropped is never given again. */
	say_skill(q, "x", "have");
	assert_true(s.id > of_q && s.id > of_p);
	assert_false(profile_step_forth(p, of_p, &s, &e));
	profile_close(q);
}

/* The other waits for a step to end and sees all of it or nothing. */
static void
test_whole_or_not(void **state)
{
	struct profile *q;

	(void)state;
	assert_ok(skill(p, "zero", "have"));
	q = opened();
	profile_step_begin(p);
	assert_ok(skill(p, "one", "have"));
	assert_int_equal(profile_count(q, 3), 1);
	assert_ok(skill(p, "two", "have"));
	assert_int_equal(profile_count(q, 3), 1);
	assert_int_equal(profile_count(p, 3), 3);
	assert_ok(profile_step_end(p, NULL, "", &s, &e));
	assert_int_equal(profile_count(q, 3), 3);
	profile_close(q);
}

/* --- what goes wrong ------------------------------------------------------------------------- */

static void
by_sql(const char *sql)
{
	struct db *db = db_open(temp_path(dir, "own/profile.db"), DB_WRITE, &e);

	assert_ok(db != NULL);
	assert_ok(db_exec(db, sql, &e));
	db_close(db);
}

/* Its change goes on in another profile. */
static void
test_rescued(void **state)
{
	struct profile *q = profile_open(NULL, &e);
	struct err why;

	(void)state;
	assert_ok(skill(p, "sql", "have"));
	by_sql(
	    "CREATE TRIGGER full BEFORE INSERT ON step BEGIN SELECT raise(ABORT, 'no room'); END");
	profile_step_begin(p);
	assert_ok(skill(p, "r", "want"));
	assert_false(profile_step_end(p, NULL, "", &s, &why));
	assert_contains(why.text, "no room");
	assert_int_equal(s.id, 0);
	assert_int_equal(profile_count(p, 3), 1);
	assert_ok(profile_step_rescue(p, q, &e));
	assert_int_equal(profile_count(q, 3), 1);
	profile_close(q);
	/* Nothing stays open behind it. */
	assert_ok(skill(p, "r", "want"));
	assert_int_equal(profile_count(p, 3), 2);
}

/* Bytes that are no changes, and changes of other tables, do no harm. */
static void
test_damaged(void **state)
{
	static const char *const bytes[] = {"x'00'", "x'54'", "x'5403010000'", "randomblob(300)",
	    "x'54020100737465700017'", "substr(change, 1, length(change) - 3)", "zeroblob(0)"};
	char sql[200];

	(void)state;
	for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++) {
		say_skill(p, "r", i % 2 == 0 ? "have" : "want");
		snprintf(sql, sizeof sql,
		    "UPDATE step SET change = %s WHERE id = (SELECT max(id) FROM step)", bytes[i]);
		by_sql(sql);
		if (!profile_step_back(p, 0, &s, &e))
			assert_int_not_equal(e.text[0], '\0');
		assert_int_equal(profile_count(p, 3), 1);
		reopen();
	}
}

/* Bytes of real changes with some of them turned: none keeps the program busy or ends it, and each mistake has words. */
static void
test_mutated(void **state)
{
	struct db *db;
	struct stmt *st;
	unsigned char bytes[2000];
	const void *blob;
	size_t len, taken = 0;

	(void)state;
	profile_step_begin(p);
	write_all(0);
	assert_ok(profile_step_end(p, "word", "", &s, &e));
	profile_step_begin(p);
	write_all(1);
	assert_ok(profile_step_end(p, "word", "", &s, &e));
	db = db_open(temp_path(dir, "own/profile.db"), DB_WRITE, &e);
	st = db_prepare(db, "SELECT change FROM step WHERE id = 2", &e);
	assert_int_equal(stmt_step(st, &e), 1);
	blob = stmt_blob(st, 0, &len);
	assert_in_range(len, 100, sizeof bytes);
	memcpy(bytes, blob, len);
	stmt_finalize(st);
	st = db_prepare(db, "UPDATE step SET change = ?1, undone = 0 WHERE id = 2", &e);
	srand(5);
	for (int i = 0; i < 1500; i++) {
		unsigned char turned[sizeof bytes];
		size_t n = rand() % 10 == 0 ? (size_t)rand() % len : len;

		memcpy(turned, bytes, len);
		for (int k = rand() % 4; k >= 0; k--)
			turned[(size_t)rand() % len] = (unsigned char)rand();
		stmt_bind_blob(st, 1, turned, n);
		assert_ok(stmt_run(st, &e));
		err_clear(&e);
		if (profile_step_back(p, 2, &s, &e))
			taken++;
		else
			assert_true(strlen(e.text) > 10);
		profile_step_forth(p, 2, &s, &e);
	}
	stmt_finalize(st);
	db_close(db);
	assert_in_range(taken, 1, 1499);
}

/* The journal's own table is not among those that a change may touch. */
static void
test_foreign_table(void **state)
{
	(void)state;
	/* A session's bytes: 'T', 2 columns, key flags 1 0, "usage" ... as a hand would forge them. */
	say_skill(p, "r", "have");
	assert_ok(profile_use(p, "sort", &e));
	by_sql(
	    "UPDATE step SET change = x'540301000075736167650012000304736f72740100000000000000010"
	    "10000000000000000'");
	if (profile_step_back(p, 0, &s, &e))
		assert_int_equal(s.left, 0);
	assert_int_equal(profile_count(p, 9), 1);
	assert_int_equal(profile_count(p, 3), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_every_table, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_nothing, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_memory, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_dropped, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_words, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_words_of_texts, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_long_words, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_list, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_bounded, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_left_alone, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_each_its_own, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_whole_or_not, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_rescued, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_mutated, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_foreign_table, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
