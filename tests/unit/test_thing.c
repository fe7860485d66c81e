#include "career/page/pages.h"
#include "check.h"
#include "pagecat.h"

static struct pagecat c;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_small());
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	return 0;
}

static void
finds(const char *key, enum thing kind, int64_t id)
{
	enum thing k;
	int64_t got = 0;

	err_clear(&c.e);
	if (!thing_find(c.db, key, &k, &got, &c.e))
		fail_msg("%s", c.e.text);
	assert_int_equal(k, kind);
	assert_int_equal(got, id);
}

static void
misses(const char *key, const char *says)
{
	enum thing k;
	int64_t id;

	err_clear(&c.e);
	assert_false(thing_find(c.db, key, &k, &id, &c.e));
	assert_int_equal(c.e.code, ERR_NOTFOUND);
	assert_contains(c.e.text, says);
}

static void
test_keys(void **state)
{
	(void)state;
	finds("machine-learning-engineer", THING_ROLE, 1);
	finds("u/ms-a/master", THING_PROGRAM, 1);
	finds("python", THING_SKILL, 1);
	finds("t/stat", THING_SOURCE, 3);
	finds("base", THING_TERM, 1);
}

static void
test_names(void **state)
{
	(void)state;
	finds("Machine Learning Engineer", THING_ROLE, 1);
	finds("mle", THING_ROLE, 1);
	finds("MACHINE  learning", THING_ROLE, 2);
	finds("ms in a", THING_PROGRAM, 1);
	finds("V Institute PhD F", THING_PROGRAM, 7);
	finds("Python 3", THING_SKILL, 1);
	finds("stat 2024", THING_SOURCE, 3);
	finds("stat", THING_SOURCE, 3);
	finds("a directory", THING_SOURCE, 2);
	finds("Base Salary", THING_TERM, 1);
	finds("CAF\303\211", THING_TERM, 9);
}

static void
test_misses(void **state)
{
	(void)state;
	misses("pyton", "nearest: python");
	misses("machine-lerning-engineer", "nearest: machine-learning-engineer");
	misses("u/ms-b/master", "nearest: u/ms-a/master");
	misses("phd", "nearest: v/phd-f/doctorate");
	misses("nothing like it", "\"nothing like it\"");
	misses("", "\"\"");
	misses("MSc E", "more than one program: v/msc-e/master, v/msc-e-2/master");
}

static void
test_pages_of_things(void **state)
{
	static const struct {
		enum thing kind;
		int64_t id;
		const char *says;
	} want[] = {
	    {THING_PROGRAM, 1, "MS in A"},
	    {THING_SKILL, 1, "Python"},
	    {THING_SOURCE, 3, "Wage survey, May 2024"},
	    {THING_TERM, 1, "The fixed yearly salary."},
	    {THING_ROLE, 1, "Machine Learning Engineer"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(want); i++) {
		pagecat_page(&c, 80, false);
		if (!page_thing(&c.p, &c.r, want[i].kind, want[i].id, &c.e))
			fail_msg("%s", c.e.text);
		assert_contains(pagecat_text(&c, true), want[i].says);
		pagecat_page(&c, 80, false);
		assert_false(page_thing(&c.p, &c.r, want[i].kind, 999, &c.e));
		assert_int_equal(c.e.code, ERR_NOTFOUND);
	}
}

static void
test_bundled(void **state)
{
	(void)state;
	pagecat_free(&c);
	pagecat_init(&c, pagecat_bundled());
	misses("omscs", "online-ms-in-computer-science-omscs");
	assert_int_equal(pagecat_id(&c, "guide 2025"), pagecat_id(&c, "ml/career-guide-2025"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_keys, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_names, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_misses, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_pages_of_things, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_bundled, setup, teardown),
	};

	return cmocka_run_group_tests_name("thing", tests, NULL, NULL);
}
