#include "career/query/query.h"

#include "querytext.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static int
field(const char *name)
{
	int i = field_find(&list_programs, name);

	assert_true(i >= 0);
	return i;
}

static void
without(void **state)
{
	static const struct {
		const char *text;
		size_t term;
		const char *want;
	} cases[] = {
	    {"a b c", 0, "b c"},
	    {"a b c", 1, "a c"},
	    {"a b c", 2, "a b"},
	    {"a   b   c", 1, "a   c"},
	    {" a  ", 0, ""},
	    {"a", 0, ""},
	    {"a b ", 1, "a"},
	    {"a\tb", 5, "a\tb"},
	    {"state:CA cost<5k \"x y\"", 1, "state:CA \"x y\""},
	    {"\"a\"b\"c", 0, "b\"c"},
	    {"\"a\"\"b\" c", 0, "c"},
	    {"\"a\"-\"b\"*c", 1, "\"a\" c"},
	    {"s:\"v\"-\"w\",x", 1, "s:\"v\" ,x"},
	    {"a \"b c", 0, "\"b c"},
	    {"a \"b c", 1, "a"},
	};
	struct buf out = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct query q;

		query_parse(&q, &list_programs, cases[i].text, false);
		buf_clear(&out);
		buf_adds(&out, "> ");
		query_without(&q, cases[i].term, &out);
		assert_string_equal(out.data + 2, cases[i].want);
		query_free(&q);
	}
	buf_free(&out);
}

static void
set_values(void **state)
{
	static const struct {
		const char *text, *field;
		bool negate;
		const char *values[3];
		const char *want;
	} cases[] = {
	    {"", "state", false, {"CA"}, "state:CA"},
	    {"a", "state", false, {"CA", "NY"}, "a state:CA,NY"},
	    {"a  ", "state", false, {"CA"}, "a state:CA"},
	    {"a", "state", false, {NULL}, "a"},
	    {"a state:CA b", "state", false, {NULL}, "a b"},
	    {"a state:CA  b", "state", false, {"NY"}, "a state:NY b"},
	    {"state:CA b State=TX", "state", false, {"NY"}, "state:NY b"},
	    {"-state:CA b", "state", false, {"NY"}, "-state:CA b state:NY"},
	    {"-state:CA b", "state", true, {"NY"}, "-state:NY b"},
	    {"state:CA", "state", true, {"NY"}, "state:CA -state:NY"},
	    {"state:any", "state", false, {"New York"}, "state:\"New York\""},
	    {"state:none", "state", false, {"", "CA"}, "state:none,CA"},
	    {"", "state", false, {""}, "state:none"},
	    {"", "state", false, {"none", "a,b", "x\"y"}, "state:\"none\",\"a,b\",\"x\"\"y\""},
	    {"b state:", "state", false, {"CA"}, "b state:CA"},
	    {"a \"b c", "state", false, {"CA"}, "a state:CA \"b c"},
	    {"\"b c", "state", false, {"CA"}, "state:CA \"b c"},
	    {"state:\"b c", "state", false, {"CA"}, "state:CA"},
	    {"foo:1 cost<x -", "state", false, {"CA"}, "foo:1 cost<x - state:CA"},
	    {"\"a\"state:CA\"b\"", "state", false, {"X"}, "\"a\" state:X"},
	    {"\"a\"state:\"CA\"b", "state", false, {"X"}, "\"a\" state:X b"},
	};
	struct buf out = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct query q;
		size_t n = 0;

		while (n < 3 && cases[i].values[n])
			n++;
		query_parse(&q, &list_programs, cases[i].text, false);
		buf_clear(&out);
		query_set_values(
		    &q, field(cases[i].field), cases[i].negate, cases[i].values, n, &out);
		assert_string_equal(out.data, cases[i].want);
		query_free(&q);
	}
	buf_free(&out);
}

static void
set_sort(void **state)
{
	static const struct {
		const char *text, *want;
		size_t n;
	} cases[] = {
	    {"", "sort:-cost,school", 2},
	    {"a", "a sort:-cost", 1},
	    {"a sort:x b sort:cost", "a sort:-cost b", 1},
	    {"a sort:x b sort:cost", "a b", 0},
	    {"sort:cost \"x", "sort:-cost \"x", 1},
	    {"b \"x", "b sort:-cost \"x", 1},
	};
	struct query_sort sort[] = {{field("cost"), true}, {field("school"), false}};
	struct buf out = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct query q;

		query_parse(&q, &list_programs, cases[i].text, false);
		buf_clear(&out);
		query_set_sort(&q, sort, cases[i].n, &out);
		assert_string_equal(out.data, cases[i].want);
		query_free(&q);
	}
	buf_free(&out);
}

static void
term_text(void **state)
{
	struct buf out = BUF_INIT;
	struct query q;

	(void)state;
	query_parse(&q, &list_programs, " State:CA,  -\"x  y\"  school:\"a", false);
	for (size_t i = 0; i < q.nterms; i++) {
		buf_adds(&out, i ? "|" : "");
		query_term_text(&q, i, &out);
	}
	assert_string_equal(out.data, "State:CA,|-\"x  y\"|school:\"a\"");
	query_free(&q);
	buf_free(&out);
}

/* A term's bytes and what they mean. */
static void
dump_both(const struct query *q, size_t term, struct buf *out)
{
	const struct query_term *t = &q->terms[term];

	buf_addc(out, '{');
	buf_add(out, q->text + t->from, t->to - t->from);
	buf_addc(out, '|');
	querytext_dump_term(q, term, out);
	buf_addc(out, '}');
}

/* Terms that are not in the way of the edit, in order. */
static void
others(const struct query *q, bool (*dropped)(const struct query *, size_t), struct buf *out)
{
	for (size_t i = 0; i < q->nterms; i++)
		if (!dropped(q, i))
			dump_both(q, i, out);
}

static bool
is_state(const struct query *q, size_t i)
{
	const struct query_term *t = &q->terms[i];

	return t->field == field("state") && !t->negate && t->kind != TERM_SORT;
}

static bool
is_sort(const struct query *q, size_t i)
{
	return q->terms[i].kind == TERM_SORT;
}

static void
check_values(const struct query *q, const char *const *values, size_t n)
{
	struct buf text = BUF_INIT, before = BUF_INIT, after = BUF_INIT;
	struct query edited;
	size_t found = 0;

	query_set_values(q, field("state"), false, values, n, &text);
	query_parse(&edited, q->list, text.data, false);
	others(q, is_state, &before);
	others(&edited, is_state, &after);
	assert_string_equal(after.data, before.data);
	for (size_t i = 0; i < edited.nterms; i++) {
		const struct query_term *t = &edited.terms[i];

		if (!is_state(&edited, i))
			continue;
		found++;
		assert_int_equal(t->nvalues, n);
		for (size_t v = 0; v < n; v++)
			assert_string_equal(t->values[v].text, values[v]);
	}
	assert_int_equal(found, n > 0);
	query_free(&edited);
	buf_free(&text);
	buf_free(&before);
	buf_free(&after);
}

static void
check_sort(const struct query *q)
{
	struct query_sort sort[] = {{field("months"), true}, {field("school"), false}};
	struct buf text = BUF_INIT, before = BUF_INIT, after = BUF_INIT;
	struct query edited;

	query_set_sort(q, sort, 2, &text);
	query_parse(&edited, q->list, text.data, false);
	others(q, is_sort, &before);
	others(&edited, is_sort, &after);
	assert_string_equal(after.data, before.data);
	assert_int_equal(edited.nsort, 2);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(edited.sort[i].field, sort[i].field);
		assert_int_equal(edited.sort[i].descending, sort[i].descending);
	}
	query_free(&edited);
	buf_free(&text);
	buf_free(&before);
	buf_free(&after);
}

static void
check_without(const struct query *q, size_t term)
{
	struct buf text = BUF_INIT, before = BUF_INIT, after = BUF_INIT;
	struct query edited;

	query_without(q, term, &text);
	query_parse(&edited, q->list, text.data, false);
	for (size_t i = 0; i < q->nterms; i++)
		if (i != term)
			dump_both(q, i, &before);
	for (size_t i = 0; i < edited.nterms; i++)
		dump_both(&edited, i, &after);
	assert_string_equal(after.data, before.data);
	query_free(&edited);
	buf_free(&text);
	buf_free(&before);
	buf_free(&after);
}

/* Whatever stands in the text: an edit changes its own terms and no byte of the others. */
static void
others_stay(void **state)
{
	static const char *const values[] = {"New York", "a\"b", "CA"};
	struct buf text = BUF_INIT;
	uint32_t seed = 7;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct query q;

		buf_clear(&text);
		querytext_random(&text, &seed);
		query_parse(&q, &list_programs, text.data, false);
		check_values(&q, values, 3);
		check_values(&q, values, 0);
		check_sort(&q);
		for (size_t t = 0; t < q.nterms; t++)
			check_without(&q, t);
		query_free(&q);
	}
	buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(without),
	    cmocka_unit_test(set_values),
	    cmocka_unit_test(set_sort),
	    cmocka_unit_test(term_text),
	    cmocka_unit_test(others_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
