#include "career/query/lex.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* Tokens in brackets; '-' for negated, the operator's number, '~' for an open quote. */
static void
dump(const char *text, struct buf *out)
{
	size_t at = 0;
	struct token t;

	buf_clear(out);
	while (lex_token(text, &at, &t)) {
		buf_addf(out, "[%s", t.negate ? "-" : "");
		if (t.op != OP_NONE)
			buf_addf(out, "%.*s%d ", (int)t.name_len, text + t.body, (int)t.op);
		buf_add(out, text + t.value, t.to - t.value);
		buf_adds(out, t.open ? "~]" : "]");
	}
}

static void
tokens(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
	    {"", ""},
	    {" \t\n ", ""},
	    {"nursing", "[nursing]"},
	    {"  a  b ", "[a][b]"},
	    {"-doctor", "[-doctor]"},
	    {"- a", "[-][a]"},
	    {"-", "[-]"},
	    {"--a", "[--a]"},
	    {"state:CA,NY", "[state1 CA,NY]"},
	    {"-state:CA", "[-state1 CA]"},
	    {"cost<20k", "[cost2 20k]"},
	    {"cost<=20k", "[cost3 20k]"},
	    {"cost>1 cost>=1 cost=1 cost!=1", "[cost4 1][cost5 1][cost6 1][cost7 1]"},
	    {"a:", "[a1 ]"},
	    {"http://x.org/a", "[http://x.org/a]"},
	    {"C++ R&D: 3:1 :) 10:30", "[C++][R&D:][3:1][:)][10:30]"},
	    {"\"two words\"", "[\"two words\"]"},
	    {"-\"two words\" x", "[-\"two words\"][x]"},
	    {"\"a \"\"b\"\" c\"d", "[\"a \"\"b\"\" c\"][d]"},
	    {"\"a\"*b", "[\"a\"*][b]"},
	    {"\"open state:CA", "[\"open state:CA~]"},
	    {"5\" disk", "[5\"][disk]"},
	    {"s:\"New York\",CA,\"a,b\"* x", "[s1 \"New York\",CA,\"a,b\"*][x]"},
	    {"s:\"a\"x", "[s1 \"a\"][x]"},
	    {"s:a,\"b c", "[s1 a,\"b c~]"},
	    {"s:,,a,", "[s1 ,,a,]"},
	    {"months_max:12..24", "[months_max1 12..24]"},
	    {"\xc3\xa9tat:x", "[\xc3\xa9tat:x]"},
	};
	struct buf out = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		dump(cases[i].text, &out);
		assert_string_equal(out.data, cases[i].want);
	}
	buf_free(&out);
}

static void
values(void **state)
{
	static const char text[] = "CA,New*,\"a \"\"b\",\"x\"*,,*,\"op";
	static const struct {
		const char *want;
		bool quoted, open, star;
	} cases[] = {
	    {"CA", false, false, false},
	    {"New", false, false, true},
	    {"a \"b", true, false, false},
	    {"x", true, false, true},
	    {"", false, false, false},
	    {"", false, false, true},
	    {"op", true, true, false},
	};
	struct buf out = BUF_INIT;
	struct lexeme v;
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(lex_value(text, strlen(text), &at, &v));
		buf_clear(&out);
		lex_unquote(text, &v, &out);
		assert_string_equal(out.data, cases[i].want);
		assert_int_equal(v.quoted, cases[i].quoted);
		assert_int_equal(v.open, cases[i].open);
		assert_int_equal(v.star, cases[i].star);
	}
	assert_false(lex_value(text, strlen(text), &at, &v));
	buf_free(&out);
}

/* What is quoted comes back as one value with the same text. */
static void
quoting(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
	    {"CA", "CA"},
	    {"", "\"\""},
	    {"New York", "\"New York\""},
	    {"a,b", "\"a,b\""},
	    {"any", "\"any\""},
	    {"NONE", "\"NONE\""},
	    {"nonesuch", "nonesuch"},
	    {"val*", "\"val*\""},
	    {"*val", "*val"},
	    {"5\" x", "\"5\"\" x\""},
	    {"\"", "\"\"\"\""},
	    {"<5", "\"<5\""},
	    {"//x", "\"//x\""},
	    {"a\nb", "\"a\nb\""},
	    {"C++", "C++"},
	    {"-x", "-x"},
	    {"\xff\xfe", "\xff\xfe"},
	};
	struct buf out = BUF_INIT, back = BUF_INIT;
	struct lexeme v;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct token t;
		size_t at = 0;

		buf_clear(&out);
		lex_quote(&out, cases[i].text);
		assert_string_equal(out.data, cases[i].want);
		buf_insert(&out, 0, "field:", 6);
		assert_true(lex_token(out.data, &at, &t));
		assert_int_equal(t.to, out.len);
		assert_int_equal(t.op, OP_IS);
		at = t.value;
		assert_true(lex_value(out.data, t.to, &at, &v));
		assert_int_equal(at, out.len);
		assert_false(v.star);
		buf_clear(&back);
		lex_unquote(out.data, &v, &back);
		assert_string_equal(back.data, cases[i].text);
	}
	buf_free(&out);
	buf_free(&back);
}

static void
words(void **state)
{
	(void)state;
	assert_true(lex_is("None", "none"));
	assert_false(lex_is("non", "none"));
	assert_false(lex_is("nones", "none"));
	assert_false(lex_is("", "none"));
	assert_true(lex_blank('\n'));
	assert_false(lex_blank('\0'));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tokens),
	    cmocka_unit_test(values),
	    cmocka_unit_test(quoting),
	    cmocka_unit_test(words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
