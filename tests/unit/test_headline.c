/*
 * The few figures that stand for a thing, and what has changed since they were stored. Over the small made-up catalog
 * (pagecat.c): the role machine-learning-engineer has one range at mid level, $120K-160K of t/stat, and a point without
 * a level, $99,000 of t/dir; Python is a must for it and nice for data-scientist; u/ms-a/master costs 30 credits x $273.
 */
#include "career/model/headline.h"

#include "check.h"
#include "pagecat.h"

#include <math.h>
#include <stdlib.h>

static struct err e;
static struct arena a;
static struct sources src;
static struct db *db;
static struct profile *p;

static int
setup(void **state)
{
	(void)state;
	db = pagecat_small();
	arena_init(&a);
	assert_ok(sources_load(&src, db, &a, &e));
	p = profile_open(NULL, &e);
	assert_non_null(p);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	profile_close(p);
	db_close(db);
	arena_free(&a);
	return 0;
}

static const struct headline_figure *
find(const struct headline *h, const char *measure)
{
	for (size_t i = 0; i < h->n; i++)
		if (strcmp(h->f[i].measure, measure) == 0)
			return &h->f[i];
	fail_msg("no figure \"%s\"", measure);
	return NULL;
}

static void
read_thing(struct headline *h, const char *list, const char *key)
{
	assert_ok(headline_of(h, db, &src, list, key, &a, &e));
}

static void
test_program(void **state)
{
	struct headline h;
	const struct headline_figure *f;

	(void)state;
	read_thing(&h, "programs", "u/ms-a/master");
	assert_string_equal(h.title, "MS in A, University of U");
	f = find(&h, "price in all");
	assert_string_equal(f->says, "$8,190"); /* 30 x 273 */
	assert_true(f->low == 8190 && f->high == 8190);
	assert_string_equal(f->unit, "USD");
	assert_string_equal(f->source, "t/own");
	assert_string_equal(find(&h, "price per credit")->says, "$273");
	assert_string_equal(find(&h, "length")->says, "12-60 months");
	read_thing(&h, "programs", "u/exam-b/professional-certificate");
	assert_string_equal(find(&h, "status")->says, "withdrawn");
	read_thing(&h, "programs", "v/msc-e/master");
	assert_string_equal(find(&h, "price in all, home")->says, "GBP 9,000");
	assert_string_equal(find(&h, "price in all, home")->unit, "GBP");
	assert_true(
	    find(&h, "price in all, international")->low == 20000); /* not the one of 2022 */
}

static void
test_role_and_skill(void **state)
{
	struct headline h;

	(void)state;
	read_thing(&h, "roles", "machine-learning-engineer");
	assert_string_equal(h.title, "Machine Learning Engineer");
	assert_string_equal(
	    find(&h, "pay")->says, "$99,000"); /* states no level: stands in for the first job */
	assert_string_equal(find(&h, "pay")->source, "t/dir");
	assert_string_equal(find(&h, "musts")->says, "1: Python");
	read_thing(&h, "skills", "python");
	assert_true(find(&h, "roles that want it")->low == 2);
	assert_true(find(&h, "roles for which it is a must")->low == 1);
}

static void
test_gone(void **state)
{
	static const char *const lists[] = {"roles", "programs", "skills"};
	struct headline h;

	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++) {
		read_thing(&h, lists[i], "was-there-once");
		assert_true(h.gone);
		assert_int_equal(h.n, 0);
	}
	assert_false(headline_of(&h, db, &src, "sources", "t/dir", &a, &e));
	assert_int_equal(e.code, ERR_USAGE);
}

/* What is written is read back alike, whatever the texts hold. */
static void
test_json(void **state)
{
	struct headline_figure f[] = {
	    {"a \"b\" \\ c", "line\nend \x01", 1.5, NAN, "USD", "t/x"},
	    {"musts", "4: Python", NAN, NAN, "", ""},
	    {"\xff bad", "-3", -3, 1e15, "people", ""},
	};
	const struct headline h = {.f = f, .n = COUNT(f)};
	struct headline back;
	struct buf once = BUF_INIT, twice = BUF_INIT;

	(void)state;
	headline_json(&h, &once);
	assert_ok(headline_read(&back, db, once.data, &a, &e));
	assert_int_equal(back.n, COUNT(f));
	assert_string_equal(back.f[0].measure, "a \"b\" \\ c");
	assert_true(back.f[0].low == 1.5 && isnan(back.f[0].high));
	assert_true(back.f[2].high == 1e15);
	headline_json(&back, &twice);
	assert_string_equal(once.data, twice.data);
	buf_free(&once);
	buf_free(&twice);
}

static void
test_damaged(void **state)
{
	static const char *const bad[] = {"", "no json", "{}", "3", "[1]", "[{}]",
	    "[{\"measure\":1,\"says\":\"x\"}]", "[{\"measure\":\"m\"}]",
	    "[{\"measure\":\"m\",\"says\":\"s\",\"low\":\"ten\"}]",
	    "[{\"measure\":\"m\",\"says\":\"s\"}",
	    "[{\"measure\":\"m\",\"says\":\"s\",\"unit\":[]}]"};
	struct headline h;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		err_clear(&e);
		if (headline_read(&h, db, bad[i], &a, &e))
			fail_msg("taken: %s", bad[i]);
		assert_int_equal(e.code, ERR_DATA);
	}
	assert_ok(headline_read(&h, db, "[]", &a, &e));
	assert_ok(headline_read(&h, db, "[{\"measure\":\"m\",\"says\":\"s\"}]", &a, &e));
	assert_true(isnan(h.f[0].low));
}

/* 225 -> 227 is one; the same number in other words is none; another currency is one; a new and a lost one. */
static void
test_compare(void **state)
{
	struct headline_figure was[] = {{"price per credit", "$225", 225, 225, "USD", "t/own"},
	    {"length", "12 months", 12, 12, "months", ""}, {"old", "1", 1, 1, "", ""},
	    {"musts", "1: SQL", NAN, NAN, "", ""}, {"cost", "9,000", 9000, 9000, "USD", ""}};
	struct headline_figure is[] = {{"price per credit", "$227", 227, 227, "USD", "t/own"},
	    {"length", "a year", 12, 12, "months", ""}, {"new", "2", 2, 2, "", ""},
	    {"musts", "1: R", NAN, NAN, "", ""}, {"cost", "9,000", 9000, 9000, "GBP", ""}};
	const struct headline w = {.f = was, .n = COUNT(was)}, i = {.f = is, .n = COUNT(is)};
	static const char *const says[] = {"price per credit: $225 -> $227",
	    "old: 1, no longer stated", "musts: 1: SQL -> 1: R", "cost: 9,000 -> 9,000",
	    "new: 2, not stated before"};
	struct headline_changes c;

	(void)state;
	headline_compare(&c, &w, &i, &a);
	assert_int_equal(c.n, COUNT(says));
	for (size_t k = 0; k < c.n; k++) {
		struct buf b = BUF_INIT;

		change_says(&c.c[k], &b);
		assert_string_equal(b.data, says[k]);
		buf_free(&b);
	}
	headline_compare(&c, &w, &w, &a);
	assert_int_equal(c.n, 0);
}

/* --- the shortlist --------------------------------------------------------------------------- */

static void
put(const char *list, const char *key, const char *headline)
{
	const struct kept_item i = {.list = list, .key = key, .title = key, .headline = headline};

	assert_ok(profile_item_put(p, &i, &e));
}

static void
says(const struct changed_items *c, const char *expected)
{
	struct buf b = BUF_INIT;

	changes_say(c, &b);
	assert_string_equal(b.data, expected);
	buf_free(&b);
}

static void
test_changes(void **state)
{
	struct changed_items c;
	size_t n;

	(void)state;
	assert_ok(changes_read(&c, db, &src, p, &a, &e));
	says(&c, "");
	assert_ok(changes_read(&c, db, &src, NULL, &a, &e));
	assert_int_equal(c.n, 0);
	put("programs", "u/ms-a/master",
	    "[{\"measure\":\"price in all\",\"says\":\"$8,000\",\"low\":8000,\"high\":8000,\"unit\":\"USD\"},"
	    "{\"measure\":\"price per credit\",\"says\":\"$273\",\"low\":273,\"high\":273,\"unit\":\"USD\"},"
	    "{\"measure\":\"length\",\"says\":\"12-60 months\",\"low\":12,\"high\":60,\"unit\":\"months\"}]");
	put("skills", "python", "damaged");
	put("roles", "gone-role", "[]");
	assert_ok(changes_read(&c, db, &src, p, &a, &e));
	assert_int_equal(c.n, 3);
	assert_int_equal(c.changed, 2);
	says(&c, "2 of 3 changed: MS in A, price in all: $8,000 -> $8,190");
	assert_string_equal(c.item[2].title, "gone-role"); /* as it was kept */
	assert_ok(changes_accept(p, &c, &n, &e));
	assert_int_equal(n, 2); /* what is gone keeps what it had */
	assert_ok(changes_read(&c, db, &src, p, &a, &e));
	assert_int_equal(c.changed, 1);
	assert_string_equal(c.item[0].key, "u/ms-a/master"); /* and its place */
	assert_int_equal(c.item[0].changes.n, 0);
	assert_true(c.item[1].stored);
	assert_ok(profile_item_drop(p, "roles", "gone-role", &e));
	assert_ok(changes_read(&c, db, &src, p, &a, &e));
	says(&c, "None of 2 changed");
}

/* Sources that are switched off take their figures along. */
static void
test_off(void **state)
{
	struct headline h;
	size_t before;
	int64_t stat = 3;

	(void)state;
	read_thing(&h, "roles", "machine-learning-engineer");
	before = h.n;
	assert_ok(db_set_sources_off(db, &stat, 1, &e));
	sources_follow(&src, db);
	read_thing(&h, "roles", "machine-learning-engineer");
	for (size_t i = 0; i < h.n; i++)
		assert_string_not_equal(h.f[i].source, "t/stat");
	assert_true(before > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_program, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_role_and_skill, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_gone, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_json, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_compare, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_changes, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_off, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
