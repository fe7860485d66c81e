/* The shortlist, notes, tags, what was looked at, and answers, in memory and in a file. */
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
static struct err e;

static int
setup(void **state)
{
	(void)state;
	dir = temp_dir();
	err_clear(&e);
	p = profile_open(temp_path(dir, "own/profile.db"), &e);
	return p == NULL;
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
	p = profile_open(temp_path(dir, "own/profile.db"), &e);
	assert_ok(p != NULL);
}

/* --- shortlist ------------------------------------------------------------------------------- */

static void
put(const char *list, const char *key)
{
	assert_ok(profile_item_put(
	    p, &(struct kept_item){.list = list, .key = key, .title = key, .headline = "[1]"}, &e));
}

static void
move(const char *list, const char *key, int by)
{
	assert_ok(profile_item_move(p, list, key, by, &e));
}

static void
take_item(void *ctx, const struct kept_item *i)
{
	buf_addf(ctx, "%.1s/%s ", i->list, i->key);
}

static void
stand(const char *expected)
{
	struct buf b = BUF_INIT;

	assert_ok(profile_items(p, take_item, &b, &e));
	assert_string_equal(b.data, expected);
	buf_free(&b);
}

static void
test_shortlist(void **state)
{
	(void)state;
	stand("");
	assert_ok(profile_item_drop(p, "roles", "x", &e));
	assert_ok(profile_item_move(p, "roles", "x", 1, &e));
	assert_int_not_equal(access(temp_path(dir, "own"), F_OK), 0);
	put("roles", "b");
	put("programs", "c");
	put("skills", "a");
	put("roles", "b");
	stand("r/b p/c s/a ");
	move("skills", "a", -1);
	stand("r/b s/a p/c ");
	move("roles", "b", -1);
	stand("r/b s/a p/c ");
	move("programs", "c", 1);
	stand("r/b s/a p/c ");
	move("roles", "b", 1);
	stand("s/a r/b p/c ");
	move("roles", "never", 1);
	/* Behind a gap the next one is still the next one. */
	assert_ok(profile_item_drop(p, "roles", "b", &e));
	put("roles", "d");
	move("skills", "a", 1);
	stand("p/c s/a r/d ");
	move("skills", "a", 1);
	stand("p/c r/d s/a ");
	reopen();
	stand("p/c r/d s/a ");
	assert_false(profile_item_put(
	    p, &(struct kept_item){.list = "places", .key = "x", .title = "x"}, &e));
}

/* Every order of five can be reached and left again by moves; numbers that meet do no harm. */
static void
test_any_order(void **state)
{
	static const char key[5][2] = {"a", "b", "c", "d", "e"};
	int order[5] = {0, 1, 2, 3, 4};
	unsigned seed = 7;

	(void)state;
	for (int i = 0; i < 5; i++)
		put("roles", key[i]);
	for (int n = 0; n < 200; n++) {
		struct buf b = BUF_INIT;
		int at, by, swap;

		seed = seed * 1103515245u + 12345u;
		at = (int)(seed >> 16) % 5;
		by = seed >> 30 & 1 ? 1 : -1;
		move("roles", key[order[at]], by);
		if (at + by >= 0 && at + by < 5) {
			swap = order[at];
			order[at] = order[at + by];
			order[at + by] = swap;
		}
		for (int i = 0; i < 5; i++)
			buf_addf(&b, "r/%s ", key[order[i]]);
		stand(b.data);
		buf_free(&b);
	}
}

static void
test_same_numbers(void **state)
{
	static const char lines[] =
	    "{\"career_profile\":1}\n"
	    "{\"table\":\"item\",\"list\":\"roles\",\"key\":\"b\",\"title\":\"B\",\"position\":3,"
	    "\"headline\":\"[]\",\"added\":\"2026-11-22T12:00:00Z\"}\n"
	    "{\"table\":\"item\",\"list\":\"roles\",\"key\":\"a\",\"title\":\"A\",\"position\":3,"
	    "\"headline\":\"[]\",\"added\":\"2026-11-22T12:00:00Z\"}\n"
	    "{\"table\":\"item\",\"list\":\"roles\",\"key\":\"c\",\"title\":\"C\",\"position\":3,"
	    "\"headline\":\"[]\",\"added\":\"2026-11-22T12:00:00Z\"}\n";
	struct profile_imported n;

	(void)state;
	assert_ok(profile_import(p, "x", lines, sizeof lines - 1, &n, &e));
	stand("r/a r/b r/c ");
	move("roles", "a", 1);
	stand("r/b r/a r/c ");
	move("roles", "a", 1);
	stand("r/b r/c r/a ");
}

static void
take_all(void *ctx, const struct kept_item *i)
{
	buf_addf(ctx, "%s %s %s %lld %s %s;", i->list, i->key, i->title, (long long)i->position,
	    i->headline, i->added);
}

/* What is put again gets its title and headline, and keeps its place and day. */
static void
test_put_again(void **state)
{
	struct kept_item i = {"roles", "a", "Old", 99, NULL, "2020-01-02T03:04:05Z"};
	struct buf b = BUF_INIT;

	(void)state;
	assert_ok(profile_item_put(p, &i, &e));
	i = (struct kept_item){"roles", "a", "New", 7, "[2]", "2021-01-01T00:00:00Z"};
	assert_ok(profile_item_put(p, &i, &e));
	assert_ok(profile_items(p, take_all, &b, &e));
	assert_string_equal(b.data, "roles a New 1 [2] 2020-01-02T03:04:05Z;");
	buf_free(&b);
}

/* --- notes and tags -------------------------------------------------------------------------- */

static bool
note(const char *key, const char *text)
{
	return profile_note_set(
	    p, &(struct kept_note){.list = "roles", .key = key, .title = "T", .text = text}, &e);
}

static void
take_note(void *ctx, const struct kept_note *n)
{
	buf_addf(ctx, "%s/%s/%s/%s/%zu ", n->list, n->key, n->title, n->text, strlen(n->changed));
}

static void
test_notes(void **state)
{
	char *text = calloc(1, PROFILE_NOTE_MAX + 2);
	struct buf b = BUF_INIT;

	(void)state;
	assert_null(profile_note(p, "roles", "a"));
	assert_ok(note("a", ""));
	assert_int_not_equal(access(temp_path(dir, "own"), F_OK), 0);
	assert_ok(note("b", "second"));
	assert_ok(note("a", "one\nM\xc3\xbcller"));
	assert_ok(note("b", "2"));
	assert_ok(note("c", "x"));
	assert_ok(note("c", ""));
	assert_ok(profile_notes(p, take_note, &b, &e));
	assert_string_equal(b.data, "roles/a/T/one\nM\xc3\xbcller/20 roles/b/T/2/20 ");
	buf_free(&b);
	memset(text, 'x', PROFILE_NOTE_MAX);
	assert_ok(note("d", text));
	text[PROFILE_NOTE_MAX] = 'x';
	assert_false(note("d", text));
	assert_contains(e.text, "64 KiB");
	free(text);
	assert_false(note("d", "\xff"));
	assert_contains(e.text, "UTF-8");
	text = profile_note(p, "roles", "d");
	assert_int_equal(strlen(text), PROFILE_NOTE_MAX);
	free(text);
}

static bool
tag(const char *key, const char *word, bool on)
{
	return profile_tag(p, &(struct kept_tag){"roles", key, "T", word}, on, &e);
}

static void
take_tag(void *ctx, const struct kept_tag *t)
{
	buf_addf(ctx, "%s:%s/%s ", t->tag, t->list, t->key);
}

static void
test_tags(void **state)
{
	char word[PROFILE_TAG_MAX + 2] = {0};
	struct buf b = BUF_INIT;

	(void)state;
	assert_ok(tag("a", "x", false));
	assert_int_not_equal(access(temp_path(dir, "own"), F_OK), 0);
	assert_ok(tag("b", "first", true));
	assert_ok(tag("a", "first", true));
	assert_ok(tag("a", "first", true));
	assert_ok(tag("a", "far", true));
	assert_ok(tag("c", "far", true));
	assert_ok(tag("c", "far", false));
	assert_ok(profile_tags(p, take_tag, &b, &e));
	assert_string_equal(b.data, "far:roles/a first:roles/a first:roles/b ");
	buf_free(&b);
	assert_false(tag("a", "", true));
	assert_false(tag("a", "two words", true));
	assert_false(tag("a", "tab\t", true));
	assert_false(tag("a", "\x7f", true));
	assert_false(tag("a", "\xc3", true));
	memset(word, 'x', PROFILE_TAG_MAX);
	assert_ok(tag("a", word, true));
	word[PROFILE_TAG_MAX] = 'x';
	assert_false(tag("a", word, true));
	assert_contains(e.text, "one word");
}

/* --- looked at, answers ---------------------------------------------------------------------- */

struct seen {
	size_t n;
	char first[32], last[32];
	int64_t most;
};

static void
take_look(void *ctx, const struct kept_look *l)
{
	struct seen *s = ctx;

	if (s->n++ == 0)
		snprintf(s->first, sizeof s->first, "%s", l->key);
	snprintf(s->last, sizeof s->last, "%s", l->key);
	if (l->n > s->most)
		s->most = l->n;
}

static void
test_looked(void **state)
{
	struct seen s = {0};
	struct db *db;
	char key[16];

	(void)state;
	for (int i = 0; i < 5; i++)
		assert_ok(profile_look(p, "roles", "often", "Often", &e));
	assert_ok(profile_looked(p, take_look, &s, &e));
	assert_int_equal(s.n, 1);
	assert_int_equal(s.most, 5);
	db = db_open(temp_path(dir, "own/profile.db"), DB_WRITE, &e);
	assert_ok(db_exec(db,
	    "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 600)"
	    " INSERT INTO looked SELECT 'roles', i, i, 1,"
	    " strftime('%Y-%m-%dT%H:%M:%fZ', '2020-01-01', i || ' seconds') FROM n",
	    &e));
	db_close(db);
	reopen();
	assert_ok(profile_look(p, "skills", "new", "New", &e));
	s = (struct seen){0};
	assert_ok(profile_looked(p, take_look, &s, &e));
	assert_int_equal(s.n, PROFILE_LOOKED);
	/* The two of today stay, and the newest 498 of the others. */
	snprintf(key, sizeof key, "%d", 600 - (PROFILE_LOOKED - 2) + 1);
	assert_string_equal(s.last, key);
	assert_string_equal(s.first, "new");
}

static void
take_answer(void *ctx, const char *item, int value)
{
	buf_addf(ctx, "%s=%d ", item, value);
}

static void
test_answers(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	assert_ok(profile_answer_set(p, "r1", 0, &e));
	assert_int_not_equal(access(temp_path(dir, "own"), F_OK), 0);
	assert_ok(profile_answer_set(p, "r2", 4, &e));
	assert_ok(profile_answer_set(p, "r1", 5, &e));
	assert_ok(profile_answer_set(p, "r2", 1, &e));
	assert_ok(profile_answer_set(p, "a1", 3, &e));
	assert_ok(profile_answer_set(p, "a1", 0, &e));
	assert_false(profile_answer_set(p, "a1", 6, &e));
	assert_false(profile_answer_set(p, "a1", -1, &e));
	assert_ok(profile_answers(p, take_answer, &b, &e));
	assert_string_equal(b.data, "r1=5 r2=1 ");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_shortlist, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_any_order, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_same_numbers, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_put_again, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_notes, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_tags, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_looked, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_answers, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
