/*
 * Letters in names and sentences: what fits, what fits better, and that the best fit is found.
 */
#include "career/base/fuzzy.h"
#include "check.h"

#include <stdlib.h>

static unsigned
name(const char *want, const char *text)
{
	return fuzzy_word(want, strlen(want), text, FUZZY_NAME);
}

static unsigned
sentence(const char *want, const char *text)
{
	return fuzzy_word(want, strlen(want), text, FUZZY_SENTENCE);
}

static void
test_names(void **state)
{
	(void)state;
	assert_true(name("zo", "zoom"));
	assert_true(name("srtc", "sort-column"));
	assert_true(name("sc", "sort-column"));
	assert_true(name("column", "sort-column"));
	assert_true(name("zoom", "ZOOM"));
	assert_false(name("oz", "zoom"));
	assert_false(name("zooms", "zoom"));
	assert_false(name("x", ""));
	assert_int_equal(name("", "zoom"), 1);
	assert_int_equal(name("", ""), 1);
}

static void
test_sentences(void **state)
{
	static const char text[] = "who says so: source, year; unmark it";

	(void)state;
	assert_true(sentence("wss", text));
	assert_true(sentence("whosa", text));
	assert_true(sentence("year", text));
	assert_true(sentence("mark", text)); /* a part of a word */
	assert_true(sentence("ource", text));
	assert_false(sentence("sxo", text));
	assert_false(sentence("hys", text)); /* letters here and there */
	assert_true(name("hys", text));
	assert_true(sentence("syeu", text));
	assert_false(sentence("wsy", text)); /* words are left out */
	assert_true(sentence("uit", text));
	assert_true(sentence("year", text) > sentence("mark", text));
	assert_true(sentence("who", text) > sentence("year", text) - 20);
}

/* Each fits better than the next. */
static void
test_order(void **state)
{
	static const struct {
		const char *want, *better, *worse;
	} pairs[] = {
	    {"sort", "sort", "sort-column"},         /* all of it */
	    {"col", "column", "sort-column"},        /* its beginning */
	    {"co", "sort-column", "absecond"},       /* the beginning of a word */
	    {"sc", "sort-column", "rescue"},         /* two beginnings, not a run inside */
	    {"so", "sort", "screen-only"},           /* a run at the beginning, not two words */
	    {"so", "screen-only", "scrollo"},        /* words, not letters inside */
	    {"ree", "screen", "previous-heading-e"}, /* in a run */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		unsigned better = name(pairs[i].want, pairs[i].better),
			 worse = name(pairs[i].want, pairs[i].worse);

		if (worse == 0 || better <= worse)
			fail_msg("'%s': %s has %u, %s %u", pairs[i].want, pairs[i].better, better,
			    pairs[i].worse, worse);
	}
	/* What is left behind the letters does not count: use and the table's order decide. */
	assert_int_equal(name("so", "sort"), name("so", "sort-column"));
}

static void
test_words(void **state)
{
	(void)state;
	assert_true(fuzzy_score("sort column", "sort-column", "sort by this column"));
	assert_true(fuzzy_score("column sort", "sort-column", NULL));
	assert_true(fuzzy_score("sort quickly", "sort-column", "quickly sorted"));
	assert_false(fuzzy_score("sort slowly", "sort-column", "quickly sorted"));
	assert_int_equal(fuzzy_score("", "sort", "x"), fuzzy_score("   ", "mark", NULL));
	assert_true(fuzzy_score("", NULL, NULL));
	assert_false(fuzzy_score("a", NULL, NULL));
	/* Any fit of a name before any of a sentence. */
	assert_true(fuzzy_score("ot", "sort", NULL) > fuzzy_score("other", "x", "other"));
	assert_true(fuzzy_score("  sort  ", "sort", NULL) == fuzzy_score("sort", "sort", NULL));
}

/* Bytes behind what is looked at are as if they were not there. */
static void
test_long(void **state)
{
	char text[FUZZY_TEXT_MAX + 9], want[FUZZY_WORD_MAX + 2];

	(void)state;
	memset(text, 'a', sizeof text);
	text[sizeof text - 1] = '\0';
	text[FUZZY_TEXT_MAX] = 'z';
	assert_false(name("z", text));
	assert_false(sentence("z", text));
	text[FUZZY_TEXT_MAX - 1] = 'y';
	assert_true(name("y", text));
	assert_true(sentence("ay", text));
	memset(want, 'a', sizeof want);
	want[FUZZY_WORD_MAX + 1] = '\0';
	assert_false(name(want, text));
	want[FUZZY_WORD_MAX] = '\0';
	assert_true(name(want, text));
}

static void
test_bytes(void **state)
{
	(void)state;
	assert_true(name("\xe6\xbc\xa2", "a \xe6\xbc\xa2\xe5\xad\x97"));
	assert_true(sentence("\xe5\xad\x97", "a \xe6\xbc\xa2\xe5\xad\x97")); /* as a part */
	assert_false(name("\xe6\xbc\xa3", "a \xe6\xbc\xa2\xe5\xad\x97"));
	assert_true(sentence("42", "answer 42"));
}

/* --- against a search of all ways --------------------------------------------------------------- */

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The best score of want[0..) from text byte `from` on, -1000 when it does not fit; `run`: the letter before
 * stands right in front of `from`. */
static int
best_way(const char *want, const char *text, size_t from, bool first)
{
	int best = -1000;

	if (*want == '\0')
		return 0;
	for (size_t at = from; text[at] != '\0'; at++) {
		int here = at == 0 ? 28 : !is_letter(text[at - 1]) ? 24 : 10;
		int rest;

		if (text[at] != *want)
			continue;
		if (!first)
			here = at == from ? (here > 22 ? here : 22) : here - 4;
		rest = best_way(want + 1, text, at + 1, false);
		if (rest >= 0 && here + rest > best)
			best = here + rest;
	}
	return best;
}

static void
test_all_ways(void **state)
{
	unsigned fits = 0;

	(void)state;
	srand(7);
	for (int i = 0; i < 20000; i++) {
		char want[6], text[12];
		size_t n = (size_t)rand() % 4 + 1, m = (size_t)rand() % 11;
		int expected;

		for (size_t k = 0; k < n; k++)
			want[k] = "abc"[rand() % 3];
		for (size_t k = 0; k < m; k++)
			text[k] = "abcab- "[rand() % 7];
		want[n] = text[m] = '\0';
		expected = best_way(want, text, 0, true);
		expected = expected < 0 ? 0 : expected + (n == m ? 20 : 0);
		fits += expected > 0;
		if (name(want, text) != (unsigned)expected)
			fail_msg(
			    "'%s' in '%s': %u, not %d", want, text, name(want, text), expected);
		if (sentence(want, text) > name(want, text))
			fail_msg("'%s' in '%s': better as a sentence", want, text);
	}
	assert_in_range(fits, 4000, 16000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_sentences),
	    cmocka_unit_test(test_order),
	    cmocka_unit_test(test_words),
	    cmocka_unit_test(test_long),
	    cmocka_unit_test(test_bytes),
	    cmocka_unit_test(test_all_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
