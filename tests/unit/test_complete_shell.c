/* Completion's own parts: bash lines as words, words as bash wants them, what may be offered. */
#include "career/cli/complete.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

/* "word|word", with what readline keeps and the quote behind it when there is something. */
static const char *
split(const char *line, const char *tail)
{
	static char text[400];
	struct shell_line l;
	size_t at = 0;

	shell_split(&l, line, tail);
	text[0] = '\0';
	for (size_t i = 0; i < l.n; i++)
		at +=
		    (size_t)snprintf(text + at, sizeof text - at, "%s%s", i ? "|" : "", l.words[i]);
	if (l.kept || l.quote)
		at += (size_t)snprintf(
		    text + at, sizeof text - at, " %zu%c", l.kept, l.quote ? l.quote : ' ');
	if (l.redirect)
		snprintf(text + at, sizeof text - at, " redirect");
	shell_free(&l);
	return text;
}

static void
test_split(void **state)
{
	static const struct {
		const char *line, *tail, *want;
	} cases[] = {
	    {"", "", ""},
	    {"career", "career", "career"},
	    {"career ", "", "career|"},
	    {" career \t a\n", "", "career|a|"},
	    {"career state:C", "C", "career|state:C 6 "},
	    {"career state:C", "", "career|state:C 7 "},
	    {"career state:C", "zebra", "career|state:C 7 "},
	    {"career a\\ b", "a\\ b", "career|a b"},
	    {"career 'a b' c", "c", "career|a b|c"},
	    {"career 'a \\b\"$x", "a \\b\"$x", "career|a \\b\"$x 0'"},
	    {"career \"a \\b \\\" \\$ '", "a \\b \\\" \\$ '", "career|a \\b \" $ ' 0\""},
	    {"career f:\"a b", "a b", "career|f:a b 2\""},
	    {"career f:\"a b\"", "\"a b\"", "career|f:a b 2 "},
	    {"career f:\"a b\",c", "c", "career|f:a b,c 6 "},
	    {"career '' \"\" ", "", "career|||"},
	    {"career a'b'\"c\"\\d", "\\d", "career|abcd 3 "},
	    {"career a\\", "a\\", "career|a"},
	    {"career \"a\\", "a\\", "career|a\\ 0\""},
	    {"career >f", "f", "career redirect"},
	    {"career > f", "f", "career redirect"},
	    {"career >", "", "career redirect"},
	    {"career >f a", "a", "career|a"},
	    {"career 2>f <g a", "a", "career|a"},
	    {"career a2>f b", "b", "career|a2|b"},
	    {"career '2'>f b", "b", "career|2|b"},
	    {"career 2>&1 b", "b", "career|b"},
	    {"career >'a b' c", "c", "career|c"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (strcmp(split(cases[i].line, cases[i].tail), cases[i].want) != 0)
			fail_msg("<%s> gives <%s>, not <%s>", cases[i].line,
			    split(cases[i].line, cases[i].tail), cases[i].want);
}

/* --- quoting --------------------------------------------------------------------------------- */

/* What is quoted and read again is the same, in every quote. */
static void
check_quoted(const char *text, char quote)
{
	const char open[] = {quote, '\0'};
	struct buf line = BUF_INIT;
	struct shell_line l;

	buf_addf(&line, "career %s", open);
	if (shell_quote(&line, text, quote)) {
		buf_addf(&line, "%s end", open);
		shell_split(&l, line.data, "end");
		if (l.n != 3 || strcmp(l.words[1], text) != 0)
			fail_msg("<%s> is quoted as <%s>", text, line.data);
		shell_free(&l);
	} else {
		assert_true(quote == '"' && strchr(text, '!'));
	}
	buf_free(&line);
}

static void
test_quote(void **state)
{
	static const char letters[] = "ab \"'\\$`!*?[]{}()<>|&;#~^=:,./@%+-_\xc3\xa9";
	char text[12];

	(void)state;
	srand(7);
	for (size_t round = 0; round < 20000; round++) {
		size_t n = 1 + (size_t)rand() % (sizeof text - 1);

		for (size_t i = 0; i < n; i++)
			text[i] = letters[(size_t)rand() % (sizeof letters - 1)];
		text[n] = '\0';
		check_quoted(text, '\0');
		check_quoted(text, '\'');
		check_quoted(text, '"');
	}
}

/* Nothing that a shell acts on is left bare. */
static void
test_nothing_is_run(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	assert_true(shell_quote(&out, "$(rm -r x);`y`&z>a|b*?!", '\0'));
	assert_string_equal(out.data, "\\$\\(rm\\ -r\\ x\\)\\;\\`y\\`\\&z\\>a\\|b\\*\\?\\!");
	buf_clear(&out);
	assert_true(shell_quote(&out, "$(x) `y` \"z\" it's", '"'));
	assert_string_equal(out.data, "\\$(x) \\`y\\` \\\"z\\\" it's");
	buf_clear(&out);
	assert_true(shell_quote(&out, "$(x) it's", '\''));
	assert_string_equal(out.data, "$(x) it'\\''s");
	assert_false(shell_quote(&out, "wow!", '"'));
	buf_free(&out);
}

/* --- what is offered ------------------------------------------------------------------------- */

static void
test_unsafe(void **state)
{
	static const char *const unsafe[] = {"a\nb", "a\tb", "\033[31m", "a\x7f", "a\xe2\x80\xae",
	    "a\xc2\x9b", "a\xff", "a\xe2\x80\x8b"};
	struct offers o;

	(void)state;
	offers_init(&o, false);
	for (size_t i = 0; i < COUNT(unsafe); i++)
		offers_add(&o, "x:", unsafe[i], "");
	assert_int_equal(o.n, 0);
	offers_add(&o, "x:", "caf\xc3\xa9", "one\ttwo\nthree\033[31m");
	assert_int_equal(o.n, 1);
	assert_string_equal(o.all[0].text, "x:caf\xc3\xa9");
	assert_null(strpbrk(o.all[0].help, "\t\n\033"));
	offers_free(&o);
	offers_init(&o, true);
	offers_add(&o, "", "caf\xc3\xa9", "");
	offers_add(&o, "", "cafe", "caf\xc3\xa9");
	assert_int_equal(o.n, 1);
	assert_string_equal(o.all[0].help, "cafe");
	offers_free(&o);
}

/* Whatever stands in front, the answer is about the last word. */
static void
test_words(void **state)
{
	static const char *const words[] = {"", "-", "--", "--x", "--format", "--format=", "-o",
	    "-h", "roles", "programs", "show", "build", "help", "completion", "__complete", "zebra",
	    "=", ":", "\"", "state:", "--catalog", "--catalog=/nowhere", "--columns=a,", "--sort",
	    "-cost,"};
	const char *line[5];
	struct offers o;

	(void)state;
	srand(11);
	for (size_t round = 0; round < 3000; round++) {
		size_t n = (size_t)rand() % (COUNT(line) - 1);

		line[0] = "--catalog=/nowhere/at/all";
		for (size_t i = 1; i <= n; i++)
			line[i] = words[(size_t)rand() % COUNT(words)];
		offers_init(&o, false);
		complete_words(&o, line, n + 1);
		for (size_t i = 0; i < o.n; i++)
			if (!o.all[i].text[0] || strpbrk(o.all[i].text, "\t\n"))
				fail_msg("offers <%s>", o.all[i].text);
		offers_free(&o);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_split),
	    cmocka_unit_test(test_quote),
	    cmocka_unit_test(test_nothing_is_run),
	    cmocka_unit_test(test_unsafe),
	    cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
