/* What is kept of a thing: found by its key, placed, read with its tags and note; also what no catalog has. */
#include "career/model/shortlist.h"

#include "appscreen.h"
#include "career/store/catalog.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>

#define OMSCS "georgia-institute-of-technology/online-ms-in-computer-science-omscs/master"

static struct db *db;
static struct sources sources;
static struct arena a;
static struct profile *p;
static struct err e;

static int
group_setup(void **state)
{
	(void)state;
	arena_init(&a);
	db = catalog_open(appscreen_catalog(), &e);
	return db != NULL && sources_load(&sources, db, &a, &e) ? 0 : -1;
}

static int
group_teardown(void **state)
{
	(void)state;
	db_close(db);
	arena_free(&a);
	return 0;
}

static int
setup(void **state)
{
	(void)state;
	p = profile_open(NULL, &e);
	return p != NULL ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	profile_close(p);
	return 0;
}

static void
test_find(void **state)
{
	static const struct {
		const char *list, *key, *title;
	} there[] = {
	    {"roles", "data-scientist", "Data Scientist"},
	    {"skills", "python", "Python"},
	    {"programs", OMSCS,
		"Online MS in Computer Science (OMSCS), Georgia Institute of Technology"},
	};
	struct kept_thing t, same;
	char key[KEPT_KEY + 10];

	(void)state;
	for (size_t i = 0; i < COUNT(there); i++) {
		assert_ok(kept_find(&t, db, there[i].list, there[i].key, &e));
		assert_string_equal(t.title, there[i].title);
		assert_true(t.id != 0);
		assert_ok(kept_by_id(&same, db, there[i].list, t.id, &e));
		assert_string_equal(same.key, there[i].key);
	}
	assert_ok(kept_find(&t, db, "roles", "telegraph-operator", &e));
	assert_int_equal(t.id, 0);
	assert_false(kept_find(&t, db, "sources", "ml/bouchrika-2026", &e));
	assert_int_equal(e.code, ERR_USAGE);
	memset(key, 'k', sizeof key - 1);
	key[sizeof key - 1] = '\0';
	assert_false(kept_find(&t, db, "roles", key, &e));
	assert_false(kept_find(&t, db, "roles", "", &e));
}

static void
put_on(const char *list, const char *key)
{
	struct kept_thing t;

	assert_ok(kept_find(&t, db, list, key, &e));
	assert_ok(shortlist_add(p, db, &sources, &t, &e));
}

static const char *
order(void)
{
	static struct buf b = BUF_INIT;
	struct shortlist s;

	buf_clear(&b);
	assert_ok(shortlist_read(&s, db, &sources, p, &a, &e));
	for (size_t i = 0; i < s.n; i++) {
		assert_int_equal(s.item[i].words.place, (int)i + 1);
		buf_addf(&b, "%s%s", i > 0 ? " " : "", s.item[i].thing.key);
	}
	return b.data;
}

static void
test_order(void **state)
{
	bool has;

	(void)state;
	put_on("roles", "data-scientist");
	put_on("skills", "python");
	put_on("skills", "sql");
	put_on("skills", "python"); /* stays where it is */
	assert_string_equal(order(), "data-scientist python sql");
	assert_ok(shortlist_place(p, "skills", "sql", 1, &e));
	assert_string_equal(order(), "sql data-scientist python");
	assert_ok(shortlist_place(p, "skills", "sql", 99, &e));
	assert_string_equal(order(), "data-scientist python sql");
	assert_ok(shortlist_place(p, "roles", "data-scientist", 2, &e));
	assert_string_equal(order(), "python data-scientist sql");
	assert_false(shortlist_place(p, "roles", "data-analyst", 1, &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
	/* A role and a skill of one key are two things. */
	assert_ok(shortlist_has(p, "roles", "python", &has, &e));
	assert_false(has);
	assert_ok(shortlist_has(p, "skills", "python", &has, &e));
	assert_true(has);
}

static void
test_read(void **state)
{
	struct shortlist s;
	struct kept_words w;

	(void)state;
	put_on("skills", "python");
	assert_ok(profile_item_put(p,
	    &(struct kept_item){.list = "roles",
		.key = "telegraph-operator",
		.title = "Telegraph Operator",
		.headline = "[]",
		.added = "2026-11-02T10:00:00Z"},
	    &e));
	assert_ok(
	    profile_tag(p, &(struct kept_tag){"skills", "python", "Python", "late"}, true, &e));
	assert_ok(
	    profile_tag(p, &(struct kept_tag){"skills", "python", "Python", "cheap"}, true, &e));
	assert_ok(profile_note_set(p,
	    &(struct kept_note){
		.list = "roles", .key = "telegraph-operator", .title = "T", .text = "\n## a\nb"},
	    &e));
	assert_ok(shortlist_read(&s, db, &sources, p, &a, &e));
	assert_int_equal(s.n, 2);
	assert_int_equal(s.roles, 1);
	assert_int_equal(s.skills, 1);
	assert_int_equal(s.gone, 1);
	assert_string_equal(s.item[0].words.tags, "#cheap #late");
	assert_null(s.item[0].words.note);
	assert_int_equal(s.item[1].thing.id, 0);
	assert_string_equal(s.item[1].thing.title, "Telegraph Operator");
	assert_string_equal(s.item[1].words.added, "2026-11-02");
	assert_string_equal(kept_first_line(s.item[1].words.note, &a), "a");
	assert_ok(kept_words(&w, p, "roles", "telegraph-operator", &a, &e));
	assert_int_equal(w.place, 2);
	assert_int_equal(w.of, 2);
	assert_ok(kept_words(&w, p, "roles", "data-scientist", &a, &e));
	assert_int_equal(w.place, 0);
	assert_string_equal(w.tags, "");
	assert_null(w.note);
	assert_ok(shortlist_read(&s, db, &sources, NULL, &a, &e)); /* no profile: nothing */
	assert_int_equal(s.n, 0);
}

static void
test_first_line(void **state)
{
	static const char *const lines[][2] = {{"", ""}, {"\n\n", ""}, {"# Title\nx", "Title"},
	    {"> \n\n- item", "item"}, {"plain", "plain"}, {"a\r\nb", "a"}};

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++)
		assert_string_equal(kept_first_line(lines[i][0], &a), lines[i][1]);
	assert_string_equal(kept_first_line(NULL, &a), "");
}

static void
test_tag_words(void **state)
{
	static const char *const wrong[] = {"", "#", "two words", "a,b", "a#b", "a\tb", "a\nb",
	    "\xff", "0123456789012345678901234567890123456789012345678901234567890123456789"};
	struct buf b = BUF_INIT;

	(void)state;
	assert_ok(kept_tag_word("online", &b, &e));
	assert_ok(kept_tag_word("#\u00e9t\u00e9", &b, &e));
	assert_string_equal(b.data, "online\u00e9t\u00e9");
	for (size_t i = 0; i < COUNT(wrong); i++) {
		buf_clear(&b);
		if (kept_tag_word(wrong[i], &b, &e))
			fail_msg("'%s' was taken", wrong[i]);
		assert_int_equal(e.code, ERR_USAGE);
	}
	buf_free(&b);
}

#define WITH_PROFILE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_PROFILE(test_find),
	    WITH_PROFILE(test_order),
	    WITH_PROFILE(test_read),
	    cmocka_unit_test(test_first_line),
	    cmocka_unit_test(test_tag_words),
	};

	return cmocka_run_group_tests_name("shortlist", tests, group_setup, group_teardown);
}
