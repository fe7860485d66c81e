#include "career/query/query.h"

#include "career/frame/scan.h"
#include "querytext.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

struct parsed {
	const char *text, *want;
};

static void
compare(const struct parsed *cases, size_t n, bool typing)
{
	struct buf got = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		struct query q;

		query_parse(&q, &list_programs, cases[i].text, typing);
		buf_clear(&got);
		querytext_dump(&q, &got);
		assert_string_equal(got.data, cases[i].want);
		query_free(&q);
	}
	buf_free(&got);
}
#define COMPARE(cases, typing) compare(cases, sizeof(cases) / sizeof *(cases), typing)

static void
terms(void **state)
{
	static const struct parsed cases[] = {
	    {"", ""},
	    {"Nursing", "word<nursing>"},
	    {"\xc3\x89"
	     "cole nurs* C*",
		"word<ecole> word<nurs> word<c>"},
	    {"*", "word<*>"},
	    {"-Doctor", "-word<doctor>"},
	    {"\"Data  Science\" -\"x y\"", "phrase<data science> -phrase<x y>"},
	    {"\" a \"", "phrase<a>"},
	    {"http://x C++ R&D 3:1 a-b", "word<http://x> word<c++> word<r&d> word<3:1> word<a-b>"},
	    {"\"ratio:\" \"state:CA\"", "phrase<ratio:> phrase<state:ca>"},
	    {"state:CA,ny", "values<state:ca|ny>"},
	    {"STATE:ca", "values<state:ca>"},
	    {"state=CA", "values<state:ca>"},
	    {"-state:CA", "-values<state:ca>"},
	    {"school:Univ*,\"New York*\"", "values<school:univ*|new york*>"},
	    {"school:\"New \"\"York\"\"\"*", "values<school:new \"york\"*>"},
	    {"university:x degree:y", "values<school:x> values<award:y>"},
	    {"state:CA,", "values<state:ca>"},
	    {"state:*", "values<state:*>"},
	    {"state:any -state:None cost:ANY", "any<state> -none<state> any<cost>"},
	    {"state:CA,none", "values<state:ca|>"},
	    {"state:\"none\",\"any\"", "values<state:none|any>"},
	    {"state:any*", "values<state:any*>"},
	    {"cost<20k", "range<cost ..20000)>"},
	    {"cost<=1.5m cost>1,000 cost>=5",
		"range<cost ..1500000]> range<cost (1000..> "
		"range<cost [5..>"},
	    {"cost:5 cost=5k cost:12..24",
		"range<cost [5..5]> range<cost [5000..5000]> "
		"range<cost [12..24]>"},
	    {"months:12.. months:..24", "range<months [12..> range<months ..24]>"},
	    {"cost:<20k cost:>=5 cost<$20k cost:$1k..$2k",
		"range<cost ..20000)> range<cost [5..> range<cost ..20000)> "
		"range<cost [1000..2000]>"},
	    {"-cost<20k", "-range<cost ..20000)>"},
	    {"sort:-earnings,school nursing", "sort word<nursing> by -earnings,school"},
	    {"sort:cost sort:+months,-cost", "sort sort by cost,months"},
	};

	(void)state;
	COMPARE(cases, false);
}

static void
while_typing(void **state)
{
	static const struct parsed cases[] = {
	    {"state:C", "values<state:c*>"},
	    {"state:C ", "values<state:c>"},
	    {"state:CA,N", "values<state:ca|n*>"},
	    {"state:CA,", "values<state:ca>"},
	    {"state:\"New Y", "values<state:new y*>"},
	    {"state:\"New York\"", "values<state:new york>"},
	    {"state:", "values<state:>?"},
	    {"a state:,", "word<a> values<state:>?"},
	    {"state:\"", "values<state:>"},
	    {"cost<", "values<cost:>?"},
	    {"cost<-", "range<cost>?"},
	    {"cost:12.", "range<cost>?"},
	    {"months:12..2", "range<months>?"},
	    {"months:12..", "range<months [12..>"},
	    {"cost:<", "range<cost>?"},
	    {"cost:an", "range<cost>?"},
	    {"cost:any", "any<cost>"},
	    {"-", "word<>?"},
	    {"\"", "phrase<>?"},
	    {"\"data sci", "phrase<data sci>"},
	    {"sort:", "sort?"},
	    {"sort:-", "sort?"},
	    {"sort:-earn", "sort?"},
	    {"sort:school,ear", "sort by school"},
	    {"nurs", "word<nurs>"},
	};

	(void)state;
	COMPARE(cases, true);
}

struct wrong {
	const char *text, *error;
	bool typing;
};

static void
errors(void **state)
{
	static const struct wrong cases[] = {
	    {"abc   stat:CA", "column 7: no field 'stat'; nearest: state", true},
	    {"\xc3\xa9\xc3\xa9 stat:CA", "column 4: no field 'stat'; nearest: state", false},
	    {"qqqqqqqqq:x", "column 1: no field 'qqqqqqqqq'; in quotes it is searched as text",
		false},
	    {"a sort:ernings", "column 3: no field 'ernings' to sort by; nearest: earnings", false},
	    {"-sort:cost", "column 1: write sort:FIELD, or sort:-FIELD for descending", false},
	    {"sort:key", "column 1: 'key' is made of other columns: it has no order", false},
	    {"key:x", "column 1: 'key' is made of other columns: filter by those", false},
	    {"state<CA", "column 1: 'state' is text: write state:VALUE", false},
	    {"state!=CA", "column 1: there is no !=; write -state:VALUE", false},
	    {"state:CA,any", "column 1: 'any' stands alone: state:any", false},
	    {"cost<abc", "column 1: 'abc' is not a number or a range from low to high, as 10k..20k",
		true},
	    {"months:24..12",
		"column 1: '24..12' is not a number or a range from low to high, as 12..24", false},
	    {"months<12m", "column 1: '12m' is not a number or a range from low to high, as 12..24",
		false},
	    {"cost:\"20k\"", "column 1: 'cost' takes a number without quotes", false},
	    {"cost < 20k", "column 6: no field in front of '<'; write it without blanks: cost<20k",
		false},
	    {"state: x",
		"column 1: nothing stands behind 'state:'; in quotes it is searched as text", true},
	    {"cost<", "column 1: nothing stands behind 'cost<'; in quotes it is searched as text",
		false},
	    {"a - b", "column 3: nothing stands behind '-'; in quotes it is searched as text",
		false},
	    {"\"\"", "column 1: no text to search for", false},
	    {"\xcc\x81", "column 1: no text to search for", false},
	    {"sort:cost,months,debt,school,state", "column 1: more than 4 sort keys", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct query q;

		query_parse(&q, &list_programs, cases[i].text, cases[i].typing);
		assert_string_equal(q.error, cases[i].error);
		query_free(&q);
	}
}

/* A wrong term leaves the others alone. */
static void
error_of_one_term(void **state)
{
	struct query q;

	(void)state;
	query_parse(&q, &list_programs, "nursing cost<x state:CA foo:1", false);
	assert_int_equal(q.nterms, 4);
	assert_string_equal(q.terms[0].error, "");
	assert_string_equal(q.terms[2].error, "");
	assert_non_null(strstr(q.terms[3].error, "no field 'foo'"));
	assert_non_null(strstr(q.error, "column 9: 'x' is not a number"));
	query_fail(&q, 0, "mended %d", 7);
	assert_string_equal(q.error, "column 1: mended 7");
	query_fail(&q, 0, "again");
	assert_string_equal(q.terms[0].error, "mended 7");
	query_free(&q);
}

static void
spans(void **state)
{
	static const char text[] = "  ab  -state:\"New York\",CA cost<1";
	struct query q;

	(void)state;
	query_parse(&q, &list_programs, text, false);
	assert_string_equal(q.text, text);
	assert_ptr_not_equal(q.text, text);
	assert_int_equal(q.nterms, 3);
	assert_int_equal(q.terms[0].from, 2);
	assert_int_equal(q.terms[0].to, 4);
	assert_int_equal(q.terms[1].from, 6);
	assert_int_equal(q.terms[1].to, 26);
	assert_int_equal(q.terms[2].to, strlen(text));
	assert_string_equal(q.terms[1].values[0].text, "New York");
	assert_false(q.typing);
	query_free(&q);
}

static void
limits(void **state)
{
	struct buf text = BUF_INIT;
	struct query q;

	(void)state;
	for (int i = 0; i < SCAN_MAX_TESTS; i++)
		buf_adds(&text, "w ");
	buf_adds(&text, "sort:cost");
	query_parse(&q, &list_programs, text.data, false);
	assert_string_equal(q.error, "");
	query_free(&q);
	buf_adds(&text, " x");
	query_parse(&q, &list_programs, text.data, false);
	assert_string_equal(q.error, "column 75: more than 32 terms: this one is left out");
	assert_string_equal(
	    q.terms[q.nterms - 1].error, "more than 32 terms: this one is left out");
	query_free(&q);

	buf_clear(&text);
	buf_pad(&text, 'x', QUERY_MAX_BYTES);
	query_parse(&q, &list_programs, text.data, false);
	assert_string_equal(q.error, "");
	assert_int_equal(q.nterms, 1);
	query_free(&q);
	buf_addc(&text, 'x');
	query_parse(&q, &list_programs, text.data, false);
	assert_string_equal(q.error, "the query has 4097 bytes, more than 4096: it is not applied");
	assert_int_equal(q.nterms, 0);
	query_free(&q);
	buf_free(&text);
}

/* Every error fits its field, also with long hostile names, and is valid text. */
static void
long_names(void **state)
{
	struct buf text = BUF_INIT;
	struct query q;

	(void)state;
	for (int i = 0; i < 100; i++)
		buf_adds(&text, "\xc3\xa9");
	buf_insert(&text, 0, "cost<", 5);
	query_parse(&q, &list_programs, text.data, false);
	assert_non_null(
	    strstr(q.error, "...' is not a number or a range from low to high, as 10k..20k"));
	query_free(&q);
	buf_clear(&text);
	buf_pad(&text, 'a', 300);
	buf_adds(&text, ":x");
	query_parse(&q, &list_programs, text.data, false);
	assert_non_null(strstr(q.error, "...'; in quotes it is searched as text"));
	query_free(&q);
	buf_free(&text);
}

/* The chips' texts of a query, one behind the other, are the same query. */
static void
round_trip(void **state)
{
	struct buf text = BUF_INIT, again = BUF_INIT, a = BUF_INIT, b = BUF_INIT;
	uint32_t seed = 1;

	(void)state;
	for (int i = 0; i < 4000; i++) {
		struct query q;

		buf_clear(&text);
		buf_clear(&again);
		buf_clear(&a);
		buf_clear(&b);
		querytext_random(&text, &seed);
		query_parse(&q, &list_programs, text.data, false);
		querytext_dump(&q, &a);
		for (size_t t = 0; t < q.nterms; t++) {
			buf_adds(&again, t ? " " : "");
			query_term_text(&q, t, &again);
		}
		query_free(&q);
		query_parse(&q, &list_programs, again.data, false);
		querytext_dump(&q, &b);
		query_free(&q);
		if (strcmp(a.data, b.data) != 0)
			print_message("text: %s\nagain: %s\n", text.data, again.data);
		assert_string_equal(a.data, b.data);
	}
	buf_free(&text);
	buf_free(&again);
	buf_free(&a);
	buf_free(&b);
}

/* Typing a query key by key never says anything that is not so at its end. */
static void
key_by_key(void **state)
{
	static const char text[] =
	    "nursing state:CA,NY award:master cost<20k months:12..24 -\"doctor\" "
	    "earnings:any sort:-earnings";
	struct query q;

	(void)state;
	for (size_t n = 0; n <= strlen(text); n++) {
		char *typed = mem_ndup(text, n);

		query_parse(&q, &list_programs, typed, true);
		assert_string_equal(q.error, "");
		query_free(&q);
		free(typed);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(terms),
	    cmocka_unit_test(while_typing),
	    cmocka_unit_test(errors),
	    cmocka_unit_test(error_of_one_term),
	    cmocka_unit_test(spans),
	    cmocka_unit_test(limits),
	    cmocka_unit_test(long_names),
	    cmocka_unit_test(round_trip),
	    cmocka_unit_test(key_by_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
