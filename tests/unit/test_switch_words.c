/* Sources as a person names them on the command line: keys, short names, publishers, kinds. */
#include "career/model/switch.h"
#include "check.h"
#include "pagecat.h"

#include <stdio.h>

static struct pagecat c;
static struct err e;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	return 0;
}

static bool
choose(const char *source, const char *kind, const char *without)
{
	bool ok =
	    switch_by_words(c.db, &c.r.sources, &(struct switch_words){source, kind, without}, &e);

	sources_follow(&c.r.sources, c.db);
	return ok;
}

/* Keys of those that are on, a blank behind each. */
static const char *
on(void)
{
	static char text[4000];
	size_t at = 0;

	text[0] = '\0';
	for (size_t i = 0; i < c.r.sources.n; i++)
		if (c.r.sources.s[i].on)
			at += (size_t)snprintf(
			    text + at, sizeof text - at, "%s ", c.r.sources.s[i].key);
	return text;
}

static size_t
count_on(void)
{
	size_t n = 0;

	for (size_t i = 0; i < c.r.sources.n; i++)
		n += c.r.sources.s[i].on;
	return n;
}

static bool
is_on(const char *key)
{
	for (size_t i = 0; i < c.r.sources.n; i++)
		if (strcmp(c.r.sources.s[i].key, key) == 0)
			return c.r.sources.s[i].on;
	fail_msg("no source %s", key);
	return false;
}

/* --- names ---------------------------------------------------------------------------------------- */

static void
test_a_key_names_one(void **state)
{
	(void)state;
	assert_ok(choose("ml/bouchrika-2026", NULL, NULL));
	assert_string_equal(on(), "ml/bouchrika-2026 ");
	assert_ok(choose("bouchrika-2026", NULL, NULL));
	assert_string_equal(on(), "ml/bouchrika-2026 ");
	assert_ok(choose("Bouchrika 2026", NULL, NULL));
	assert_string_equal(on(), "ml/bouchrika-2026 ");
	assert_ok(choose("  GUIDE 2025 ,, ai-jobs 2024", NULL, NULL));
	assert_string_equal(on(), "ml/career-guide-2025 pay-us/ai-jobs-2024 ");
}

static void
test_a_publisher_names_all_of_its_own(void **state)
{
	(void)state;
	assert_ok(choose("aigraduate.org", NULL, NULL));
	assert_string_equal(on(), "ml/aigraduate-ml ml/aigraduate-mle ");
	assert_ok(choose(NULL, NULL, "AIGraduate.org"));
	assert_false(is_on("ml/aigraduate-ml") || is_on("ml/aigraduate-mle"));
	assert_int_equal(count_on(), c.r.sources.n - 2);
}

static void
test_kinds(void **state)
{
	size_t official;

	(void)state;
	assert_ok(choose(NULL, "official", NULL));
	official = count_on();
	assert_true(official >= 3);
	for (size_t i = 0; i < c.r.sources.n; i++)
		assert_int_equal(c.r.sources.s[i].on, c.r.sources.s[i].kind == SOURCE_OFFICIAL);
	assert_ok(choose("official", NULL, NULL));
	assert_int_equal(count_on(), official);
	assert_ok(choose(NULL, NULL, "official"));
	assert_int_equal(count_on(), c.r.sources.n - official);
	/* Both: those that are named as well. */
	assert_ok(choose("guide 2025", "official", NULL));
	assert_int_equal(count_on(), official + 1);
	assert_ok(choose("guide 2025", "official", "guide 2025,oews-2024"));
	assert_int_equal(count_on(), official - 1);
	assert_false(is_on("pay-us/oews-2024"));
	/* A kind that no source is of leaves nothing out. */
	assert_ok(choose(NULL, NULL, "survey"));
	assert_int_equal(count_on(), c.r.sources.n);
}

static void
test_nothing_said_is_everything(void **state)
{
	(void)state;
	assert_ok(choose("official", NULL, NULL));
	assert_ok(choose(NULL, NULL, NULL));
	assert_int_equal(count_on(), c.r.sources.n);
}

/* --- mistakes ------------------------------------------------------------------------------------- */

static void
test_mistakes(void **state)
{
	static const struct {
		const char *source, *kind, *without;
		int code;
		const char *says;
	} cases[] = {
	    {"gide-2025", NULL, NULL, ERR_USAGE,
		"--source: no source 'gide-2025'; nearest: guide 2025"},
	    {NULL, NULL, "ml/bouchrika-2025", ERR_USAGE, "nearest: ml/bouchrika-2026"},
	    {NULL, NULL, "xyzzyx", ERR_USAGE, "`career sources` lists them"},
	    {NULL, "offical", NULL, ERR_USAGE,
		"--kind: no kind of source 'offical'; nearest: official"},
	    {NULL, "guide 2025", NULL, ERR_USAGE, "only official, survey, postings, editorial"},
	    {",", NULL, NULL, ERR_USAGE, "--source: no source is named"},
	    {NULL, "survey", NULL, ERR_NOTFOUND, "leave none of the"},
	    {NULL, "official", "official", ERR_NOTFOUND, "leave none of the"},
	};

	(void)state;
	assert_ok(choose("official", NULL, NULL));
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t before = count_on();

		assert_false(choose(cases[i].source, cases[i].kind, cases[i].without));
		assert_int_equal(e.code, cases[i].code);
		assert_contains(e.text, cases[i].says);
		assert_int_equal(count_on(), before);
	}
	assert_ok(choose(NULL, NULL, NULL));
}

/* Each source's key turns exactly that one off, and alone it is exactly what is left. */
static void
test_every_key(void **state)
{
	(void)state;
	for (size_t i = 0; i < c.r.sources.n; i++) {
		const char *key = c.r.sources.s[i].key;

		assert_ok(choose(NULL, NULL, key));
		assert_int_equal(count_on(), c.r.sources.n - 1);
		assert_false(is_on(key));
		assert_ok(choose(key, NULL, NULL));
		assert_int_equal(count_on(), 1);
		assert_true(is_on(key));
	}
	assert_ok(choose(NULL, NULL, NULL));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_a_key_names_one),
	    cmocka_unit_test(test_a_publisher_names_all_of_its_own),
	    cmocka_unit_test(test_kinds),
	    cmocka_unit_test(test_nothing_said_is_everything),
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_every_key),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
