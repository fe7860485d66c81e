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

static const char *
term(const char *key)
{
	pagecat_page(&c, 60, false);
	if (!page_term(&c.p, &c.r, key, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, false);
}

static void
test_term(void **state)
{
	(void)state;
	assert_string_equal(
	    term("base"), "base\nThe fixed yearly salary.\nAlso            base salary\n");
	assert_string_equal(term("net-price"), "net price\nThe price after grants.\n");
	assert_string_equal(
	    term("Base Salary"), "base\nThe fixed yearly salary.\nAlso            base salary\n");
	assert_contains(term("CAFE\xcc\x81"), "Where one meets.");
	assert_true(pagecat_has_anchor(&c, "Where one meets", ANCHOR_TERM, "cafe"));
	assert_true(c.p.lines[0].heading);
}

static void
test_unknown_term(void **state)
{
	(void)state;
	pagecat_page(&c, 60, false);
	assert_false(page_term(&c.p, &c.r, "net-prise", &c.e));
	assert_int_equal(c.e.code, ERR_NOTFOUND);
	assert_contains(c.e.text, "nearest: net-price");
	assert_false(page_term(&c.p, &c.r, "", &c.e));
	assert_false(page_term(&c.p, &c.r, "quite another thing", &c.e));
	assert_null(strstr(c.e.text, "nearest"));
	assert_int_equal(c.p.nlines, 0);
}

/* Terms found in a text, by the first words of their sentences. */
static const char *
terms_in(const char *text, size_t want)
{
	size_t found = 99;

	pagecat_page(&c, 120, false);
	if (!page_terms_in(&c.p, &c.r, text, &found, &c.e))
		fail_msg("%s", c.e.text);
	assert_int_equal(found, want);
	assert_int_equal(c.p.nlines, want);
	return pagecat_text(&c, false);
}

static void
test_longest_match(void **state)
{
	(void)state;
	assert_string_equal(terms_in("the net price", 1), "net price: The price after grants.\n");
	assert_string_equal(terms_in("a price", 1), "price: What one pays.\n");
	assert_string_equal(terms_in("mid-level", 1), "mid: People who work on their own.\n");
	assert_string_equal(
	    terms_in("an official statistic", 1), "official: From a government office.\n");
}

static void
test_word_edges(void **state)
{
	(void)state;
	terms_in("baseline database", 0);
	terms_in("amid pricey mustard", 0);
	terms_in("(base)", 1);
	terms_in("base,basis", 2);
	terms_in("Prices, PRICE", 1);
	terms_in("pricess", 0);
	terms_in("caf\303\251", 1);
	terms_in("caf\303\251tier", 0);
	terms_in("~ 120K", 1);
	terms_in("~120K", 0);
	terms_in("", 0);
}

static void
test_order_of_the_text(void **state)
{
	(void)state;
	assert_string_equal(terms_in("Must: base salary, base, mid", 3),
	    "must: Without it no job.\nbase: The fixed yearly salary.\nmid: People who work on their own.\n");
	assert_true(pagecat_has_anchor(&c, "must:", ANCHOR_TERM, "must"));
}

static void
test_bundled(void **state)
{
	size_t found;

	(void)state;
	pagecat_free(&c);
	pagecat_init(&c, pagecat_bundled());
	pagecat_page(&c, 40, false);
	assert_true(page_terms_in(&c.p, &c.r,
	    "Salary: 3 of 4 publishers meet, base, p25-75, big tech, first job", &found, &c.e));
	assert_true(found >= 5);
	assert_contains(pagecat_text(&c, true), "p25: The 25th percentile");
	assert_contains(term("FAANG"), "big tech");
}

/* Everyday words are terms where they stand for themselves, as titles and chips do. */
static void
test_everyday_words(void **state)
{
	(void)state;
	pagecat_free(&c);
	pagecat_init(&c, pagecat_bundled());
	assert_contains(terms_in("Share", 1), "share: A part of a whole");
	assert_contains(terms_in("figure:", 1), "figure: One number");
	terms_in("they share a room", 0);
	terms_in("she likes jobs", 0);
	assert_contains(term("share"), "A part of a whole");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_term, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_unknown_term, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_longest_match, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_word_edges, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_order_of_the_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_bundled, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_everyday_words, setup, teardown),
	};

	return cmocka_run_group_tests_name("terms", tests, NULL, NULL);
}
