#include "career/base/text.h"
#include "check.h"

#define LAST_CP 0x10ffff

struct pair {
	const char *text, *expected;
};

static const struct pair fold_cases[] = {
    {"", ""},
    {"Data Scientist", "data scientist"},
    {"  a \t\r\n b\u00a0\u3000 c ", " a b c "},
    {"Café", "cafe"},
    {"Cafe\u0301", "cafe"},
    {"Straße", "strasse"},
    {"København Łódź Ærø Œuvre İstanbul", "kobenhavn lodz aero oeuvre istanbul"},
    {"Master’s “degree” – online", "master's \"degree\" - online"},
    {"ﬁne ½ ², Ⅳ", "fine 1/2 2, iv"},
    {"ΣΊΣΥΦΟΣ", "σισυφοσ"},
    {"ＦＵＬＬ", "full"},
    {"soft\u00adhy\u200bphen", "softhyphen"},
    {"bad\xff!", "bad\ufffd!"},
    {"Русский", "русскии"},
};

static void
test_fold(void **state)
{
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(fold_cases); i++) {
		buf_clear(&b);
		text_fold(&b, fold_cases[i].text, strlen(fold_cases[i].text));
		assert_string_equal(b.data, fold_cases[i].expected);
	}
	/* It appends, and white space in front of it is not its own. */
	buf_clear(&b);
	buf_adds(&b, "x ");
	text_fold(&b, " Y\0Z", 4);
	assert_int_equal(b.len, 6);
	assert_memory_equal(b.data, "x  y\0z", 6);
	buf_free(&b);
}

/* Folding what is folded changes nothing, for every character. */
static void
test_fold_twice(void **state)
{
	struct buf raw = BUF_INIT, once = BUF_INIT, twice = BUF_INIT;
	int32_t cp;

	(void)state;
	for (cp = 0; cp <= LAST_CP; cp++) {
		buf_clear(&raw);
		buf_clear(&once);
		buf_clear(&twice);
		text_encode(&raw, cp);
		text_fold(&once, raw.data, raw.len);
		text_fold(&twice, once.data, once.len);
		if (once.len != twice.len || memcmp(once.data, twice.data, once.len) != 0)
			fail_msg("U+%04X folds to '%s', then to '%s'", (unsigned)cp, once.data,
			    twice.data);
		assert_true(text_valid(once.data, once.len));
	}
	buf_free(&raw);
	buf_free(&once);
	buf_free(&twice);
}

static const struct pair slug_cases[] = {
    {"Data Scientist", "data-scientist"},
    {"C++", "c-plus-plus"},
    {"C#", "c-sharp"},
    {"R&D", "r-and-d"},
    {"Research & Development", "research-and-development"},
    {"M.S. in Data Science (Online)", "m-s-in-data-science-online"},
    {"Master’s", "masters"},
    {"Bachelor's", "bachelors"},
    {"  --Léger--  ", "leger"},
    {"scikit-learn / PyTorch 2.0", "scikit-learn-pytorch-2-0"},
    {"日本 data", "data"},
    {"日本", "x"},
    {"", "x"},
    {"'", "x"},
    {"---", "x"},
    {"../../etc/passwd", "etc-passwd"},
    {"a\x1b[31mb", "a-31mb"},
};

static void
test_slug(void **state)
{
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(slug_cases); i++) {
		buf_clear(&b);
		text_slug(&b, slug_cases[i].text);
		assert_string_equal(b.data, slug_cases[i].expected);
	}
	buf_clear(&b);
	buf_adds(&b, "pre-");
	text_slug(&b, "-x-");
	assert_string_equal(b.data, "pre-x");
	buf_free(&b);
}

static void
test_distance(void **state)
{
	char big[200];

	(void)state;
	assert_int_equal(text_distance("", "", 3), 0);
	assert_int_equal(text_distance("state", "state", 0), 0);
	assert_int_equal(text_distance("State", "sTATE", 0), 0);
	assert_int_equal(text_distance("kitten", "sitting", 5), 3);
	assert_int_equal(text_distance("sitting", "kitten", 5), 3);
	assert_int_equal(text_distance("kitten", "sitting", 2), 3);
	assert_int_equal(text_distance("", "abc", 5), 3);
	assert_int_equal(text_distance("abc", "", 1), 2);
	assert_int_equal(text_distance("abcdef", "uvwxyz", 2), 3);
	memset(big, 'x', sizeof big - 1);
	big[sizeof big - 1] = '\0';
	assert_int_equal(text_distance(big, "x", 4), 5);
	assert_int_equal(text_distance(big, big, 4), 0);
}

static void
test_nearest(void **state)
{
	static const char *const names[] = {
	    "state", "status", "salary", "sort", "award", "earnings"};
	const size_t n = COUNT(names);

	(void)state;
	assert_string_equal(text_nearest("stat", names, n), "state");
	assert_string_equal(text_nearest("statu", names, n), "status");
	assert_string_equal(text_nearest("slary", names, n), "salary");
	assert_string_equal(text_nearest("EARN", names, n), "earnings");
	assert_string_equal(text_nearest("aw", names, n), "award");
	assert_string_equal(text_nearest("sort", names, n), "sort");
	assert_string_equal(text_nearest("earings", names, n), "earnings");
	assert_null(text_nearest("xyzzy", names, n));
	assert_null(text_nearest("", names, n));
	assert_null(text_nearest("zz", names, n));
	assert_null(text_nearest("state", NULL, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_fold),
	    cmocka_unit_test(test_fold_twice),
	    cmocka_unit_test(test_slug),
	    cmocka_unit_test(test_distance),
	    cmocka_unit_test(test_nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
