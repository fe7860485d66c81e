/* A text of several lines: rows, moving, changing, and what holds after any keys. */
#include "career/cmd/textpad.h"

#include "career/base/text.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LIMIT = 200 };

/* "abc|def": text with the cursor. */
static void
put(struct textpad *t, const char *marked)
{
	size_t at = strcspn(marked, "|");

	textpad_set(t, marked);
	buf_remove(&t->text, at, 1);
	t->cursor = at;
	textpad_lay_out(t, 6, 3);
}

static const char *
get(const struct textpad *t)
{
	static char text[512];

	snprintf(
	    text, sizeof text, "%.*s|%s", (int)t->cursor, t->text.data, t->text.data + t->cursor);
	return text;
}

/* Rows are 6 cells wide. */
static void
test_keys(void **state)
{
	static const struct {
		const char *before, *key, *after;
	} cases[] = {
	    {"a|b", "Enter", "a\n|b"},
	    {"ab\n|cd", "Left", "ab|\ncd"},
	    {"ab|\ncd", "Right", "ab\n|cd"},
	    {"ab\n|cd", "Backspace", "ab|cd"},
	    {"ab|\ncd", "Delete", "ab|cd"},
	    {"ab|\ncd", "^K", "ab|cd"},
	    {"a|b\ncd", "^K", "a|\ncd"},
	    {"ab\nc|d", "^U", "ab\n|d"},
	    {"ab\nc|d", "Home", "ab\n|cd"},
	    {"ab\n|cd\ne", "End", "ab\ncd|\ne"},
	    {"abc\nd|\nefg", "Up", "a|bc\nd\nefg"},
	    {"abc|\nd\nefg", "Down", "abc\nd|\nefg"},
	    {"ab|c", "Up", "|abc"},
	    {"ab|c", "Down", "abc|"},
	    {"a|\n\nb", "Down", "a\n|\nb"},
	    /* broken behind a blank: "one " and "two"; End stays on its row */
	    {"|one two", "Down", "one |two"},
	    {"o|ne two six", "End", "one| two six"},
	    {"one tw|o", "Home", "one |two"},
	    {"one tw|o", "Up", "on|e two"},
	    /* a long word is broken anywhere */
	    {"|abcdefgh", "Down", "abcdef|gh"},
	    {"ab\none |two", "^W", "ab\n|two"},
	    {"ab|\none", "M-f", "ab\none|"},
	    {"ab\n|one", "M-b", "|ab\none"},
	    {"a|b", "Tab", "a  |b"},
	    {"a\nb|", "M-<", "|a\nb"},
	    {"|a\nb", "M->", "a\nb|"},
	    {"a\nb\nc\nd|", "PgUp", "a\nb|\nc\nd"},
	    /* clusters stay whole; wide ones take two cells: three of them are a row */
	    {"e\u0301|", "Left", "|e\u0301"},
	    {"\u6f22\u5b57\u6f22|\u5b57", "Home", "\u6f22\u5b57\u6f22|\u5b57"},
	    {"x\u6f22|", "Backspace", "x|"},
	};
	struct textpad t;

	(void)state;
	textpad_init(&t, LIMIT);
	for (size_t i = 0; i < COUNT(cases); i++) {
		put(&t, cases[i].before);
		assert_true(textpad_key(&t, cases[i].key));
		if (strcmp(get(&t), cases[i].after) != 0)
			fail_msg("%s: %s gives %s, not %s", cases[i].before, cases[i].key, get(&t),
			    cases[i].after);
	}
	assert_false(textpad_key(&t, "F5"));
	textpad_free(&t);
}

static void
test_goal(void **state)
{
	struct textpad t;

	(void)state;
	textpad_init(&t, LIMIT);
	put(&t, "abcd|e\nx\nabcde");
	textpad_key(&t, "Down");
	assert_string_equal(get(&t), "abcde\nx|\nabcde");
	textpad_key(&t, "Down"); /* back to the cell where it began */
	assert_string_equal(get(&t), "abcde\nx\nabcd|e");
	textpad_key(&t, "Left");
	textpad_key(&t, "Up");
	textpad_key(&t, "Down");
	assert_string_equal(get(&t), "abcde\nx\nabc|de");
	textpad_free(&t);
}

static void
test_kill(void **state)
{
	struct textpad t;

	(void)state;
	textpad_init(&t, LIMIT);
	put(&t, "one|\ntwo");
	textpad_key(&t, "^U");
	textpad_key(&t, "M->");
	textpad_key(&t, "^Y");
	assert_string_equal(get(&t), "\ntwoone|");
	/* What is only deleted is not cut. */
	textpad_key(&t, "Backspace");
	textpad_key(&t, "^Y");
	assert_string_equal(get(&t), "\ntwoonone|");
	textpad_free(&t);
}

static void
test_insert(void **state)
{
	struct textpad t;

	(void)state;
	textpad_init(&t, 4);
	assert_true(textpad_insert(&t, "a"));
	assert_true(textpad_insert(&t, "\n"));
	assert_true(textpad_insert(&t, "\x1b")); /* harmless: left out */
	assert_true(textpad_insert(&t, "\xc2\x9b"));
	assert_true(textpad_insert(&t, "\xff"));
	assert_string_equal(t.text.data, "a\n");
	assert_true(textpad_insert(&t, "\u00e9"));
	assert_false(textpad_insert(&t, "b"));
	assert_string_equal(t.text.data, "a\n\u00e9");
	textpad_free(&t);
}

static int
first_cells(const char *text, size_t len)
{
	struct buf safe = BUF_INIT;
	int w;

	text_safe(&safe, text, text_cluster(text, len, &w), false);
	w = text_width(safe.data);
	buf_free(&safe);
	return w;
}

/* The rows hold every byte once and none is wider than it may be; the cursor's row is in sight. */
static void
check_rows(struct textpad *t, int width, int shown)
{
	size_t at = 0, row;
	int cell;

	textpad_lay_out(t, width, shown);
	assert_true(t->nrows > 0 && t->row[0] == 0);
	for (size_t i = 0; i < t->nrows; i++) {
		struct buf safe = BUF_INIT;
		const char *text;
		size_t len = textpad_row(t, i, &text);

		assert_int_equal(text - t->text.data, (int)at);
		assert_true(text_valid(text, len));
		assert_null(memchr(text, '\n', len));
		text_safe(&safe, text, len, false);
		while (safe.len > 0 && safe.data[safe.len - 1] == ' ')
			buf_remove(&safe, safe.len - 1, 1);
		/* A character that alone is wider has a row of its own. */
		if (text_width(safe.data) > width && first_cells(text, len) <= width)
			fail_msg(
			    "'%s' has %d cells, not %d", safe.data, text_width(safe.data), width);
		buf_free(&safe);
		at = i + 1 < t->nrows ? t->row[i + 1] : t->text.len;
	}
	assert_int_equal(at, t->text.len);
	row = textpad_at(t, &cell);
	assert_true(row >= t->top && row < t->top + (size_t)shown);
	assert_true(t->cursor <= t->text.len && text_valid(t->text.data, t->text.len));
	assert_true(text_valid(t->text.data, t->cursor)); /* between characters */
}

static void
test_random(void **state)
{
	static const char *const chars[] = {"a", "b", " ", " ", "\n", "\u6f22", "e\u0301", "\u0301",
	    "\U0001f1eb", "\u200b", "word", "\t"};
	struct textpad t;
	unsigned seed = 7;

	(void)state;
	textpad_init(&t, LIMIT);
	for (int i = 0; i < 20000; i++) {
		const char *help, *keys;
		size_t n = 0;

		seed = seed * 1103515245u + 12345u;
		while (textpad_help(n, &help) != NULL)
			n++;
		if ((seed >> 16) % 3 > 0) {
			textpad_insert(&t, chars[(seed >> 18) % COUNT(chars)]);
		} else {
			char key[16];

			keys = textpad_help(n > 0 ? (seed >> 18) % n : 0, &help);
			snprintf(key, sizeof key, "%.*s", (int)strcspn(keys, " "), keys);
			assert_true(textpad_key(&t, key));
		}
		assert_true(t.text.len <= LIMIT);
		check_rows(&t, 2 + (int)((seed >> 24) % 12), 1 + (int)((seed >> 20) % 4));
	}
	textpad_free(&t);
}

static void
test_point(void **state)
{
	struct textpad t;

	(void)state;
	textpad_init(&t, LIMIT);
	put(&t, "|abc\nde\nf");
	textpad_point(&t, 1, 1);
	assert_string_equal(get(&t), "abc\nd|e\nf");
	textpad_point(&t, 0, 99);
	assert_string_equal(get(&t), "abc|\nde\nf");
	textpad_point(&t, 99, 0);
	assert_string_equal(get(&t), "abc\nde\nf|");
	textpad_free(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_keys),
	    cmocka_unit_test(test_goal),
	    cmocka_unit_test(test_kill),
	    cmocka_unit_test(test_insert),
	    cmocka_unit_test(test_random),
	    cmocka_unit_test(test_point),
	};

	return cmocka_run_group_tests_name("textpad", tests, NULL, NULL);
}
