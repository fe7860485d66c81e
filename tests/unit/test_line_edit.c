#include "career/cmd/edit.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

/* "abc|def": text with the cursor. */
static void
put(struct edit *ed, const char *marked)
{
	size_t at = strcspn(marked, "|");

	edit_set(ed, marked);
	buf_remove(&ed->text, at, 1);
	ed->cursor = at;
}

static const char *
get(const struct edit *ed)
{
	static char text[512];

	snprintf(text, sizeof text, "%.*s|%s", (int)ed->cursor, ed->text.data,
	    ed->text.data + ed->cursor);
	return text;
}

static void
test_keys(void **state)
{
	static const struct {
		const char *before, *key, *after;
	} cases[] = {
	    {"ab|cd", "Left", "a|bcd"},
	    {"|ab", "Left", "|ab"},
	    {"ab|cd", "Right", "abc|d"},
	    {"ab|", "Right", "ab|"},
	    {"ab|cd", "^B", "a|bcd"},
	    {"ab|cd", "^F", "abc|d"},
	    {"ab|cd", "^A", "|abcd"},
	    {"ab|cd", "Home", "|abcd"},
	    {"ab|cd", "^E", "abcd|"},
	    {"ab|cd", "End", "abcd|"},
	    {"ab|cd", "Backspace", "a|cd"},
	    {"ab|cd", "^H", "a|cd"},
	    {"|ab", "Backspace", "|ab"},
	    {"ab|cd", "Delete", "ab|d"},
	    {"ab|cd", "^D", "ab|d"},
	    {"ab|", "Delete", "ab|"},
	    {"ab|cd", "^K", "ab|"},
	    {"ab|cd", "^U", "|cd"},
	    {"one two|x", "^W", "one |x"},
	    {"one two  |x", "^W", "one |x"},
	    {"|x", "^W", "|x"},
	    {"one| two three", "M-d", "one| three"},
	    {"one two|", "M-b", "one |two"},
	    {"one two  |", "M-b", "one |two  "},
	    {"|one two", "M-f", "one| two"},
	    {"one|  two", "M-f", "one  two|"},
	    /* clusters stay whole: a letter with its accent, a wide character, a flag */
	    {"e\u0301|", "Left", "|e\u0301"},
	    {"ae\u0301\u0323|b", "Backspace", "a|b"},
	    {"|e\u0301x", "Right", "e\u0301|x"},
	    {"|\u6f22\u5b57", "Delete", "|\u5b57"},
	    {"\u6f22|\u5b57", "Left", "|\u6f22\u5b57"},
	    {"\U0001f1eb\U0001f1f7|", "Backspace", "|"},
	};
	struct edit ed;

	(void)state;
	edit_init(&ed);
	for (size_t i = 0; i < COUNT(cases); i++) {
		put(&ed, cases[i].before);
		assert_true(edit_key(&ed, cases[i].key));
		if (strcmp(get(&ed), cases[i].after) != 0)
			fail_msg("%s: %s gives %s, not %s", cases[i].before, cases[i].key, get(&ed),
			    cases[i].after);
	}
	edit_free(&ed);
}

static void
test_other_keys(void **state)
{
	static const char *const keys[] = {
	    "x", "Enter", "Tab", "Esc", "Up", "PgDn", "^P", "F1", "M-x", ""};
	struct edit ed;

	(void)state;
	edit_init(&ed);
	put(&ed, "ab|c");
	for (size_t i = 0; i < COUNT(keys); i++)
		assert_false(edit_key(&ed, keys[i]));
	assert_string_equal(get(&ed), "ab|c");
	edit_free(&ed);
}

static void
test_insert(void **state)
{
	struct edit ed;

	(void)state;
	edit_init(&ed);
	put(&ed, "a|c");
	edit_insert(&ed, "b");
	edit_insert(&ed, "\u00e9");
	assert_string_equal(get(&ed), "ab\u00e9|c");
	edit_insert(&ed, "\033");
	edit_insert(&ed, "\n");
	edit_insert(&ed, "\177");
	edit_insert(&ed, "\xc2\x9b"); /* a control of eight bits */
	edit_insert(&ed, "");
	assert_string_equal(get(&ed), "ab\u00e9|c");
	edit_free(&ed);
}

static void
test_longest(void **state)
{
	struct edit ed;

	(void)state;
	edit_init(&ed);
	for (int i = 0; i < EDIT_MAX + 10; i++)
		edit_insert(&ed, "\u00e9");
	assert_int_equal(ed.text.len, EDIT_MAX);
	assert_true(edit_key(&ed, "^U"));
	assert_true(edit_key(&ed, "^Y"));
	assert_int_equal(ed.text.len, EDIT_MAX);
	assert_true(edit_key(&ed, "^Y")); /* no room: nothing happens */
	assert_int_equal(ed.text.len, EDIT_MAX);
	edit_free(&ed);
}

/* What was killed last comes back, also elsewhere; deleted characters do not. */
static void
test_yank(void **state)
{
	struct edit ed;

	(void)state;
	edit_init(&ed);
	put(&ed, "one |two");
	edit_key(&ed, "^K");
	edit_key(&ed, "Backspace");
	edit_key(&ed, "Home");
	edit_key(&ed, "^Y");
	assert_string_equal(get(&ed), "two|one");
	edit_key(&ed, "^W");
	edit_key(&ed, "End");
	edit_key(&ed, "^Y");
	edit_key(&ed, "^Y");
	assert_string_equal(get(&ed), "onetwotwo|");
	edit_free(&ed);
}

static void
test_history(void **state)
{
	struct history h = {0};
	struct edit ed;

	(void)state;
	edit_init(&ed);
	edit_set(&ed, "typed");
	assert_false(history_step(&h, &ed, true));
	history_add(&h, "first");
	history_add(&h, "");
	history_add(&h, "second");
	history_add(&h, "second");
	assert_int_equal(h.n, 2);
	assert_true(history_step(&h, &ed, true));
	assert_string_equal(ed.text.data, "second");
	assert_true(history_step(&h, &ed, true));
	assert_string_equal(get(&ed), "first|");
	assert_false(history_step(&h, &ed, true));
	assert_true(history_step(&h, &ed, false));
	assert_true(history_step(&h, &ed, false));
	assert_string_equal(ed.text.data, "typed");
	assert_false(history_step(&h, &ed, false));
	edit_free(&ed);
	history_free(&h);
}

static void
test_history_forgets_the_oldest(void **state)
{
	struct history h = {0};
	struct edit ed;
	char line[32];

	(void)state;
	edit_init(&ed);
	for (int i = 0; i < EDIT_HISTORY + 5; i++) {
		snprintf(line, sizeof line, "line %d", i);
		history_add(&h, line);
	}
	assert_int_equal(h.n, EDIT_HISTORY);
	while (history_step(&h, &ed, true))
		;
	assert_string_equal(ed.text.data, "line 5");
	edit_free(&ed);
	history_free(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_keys),
	    cmocka_unit_test(test_other_keys),
	    cmocka_unit_test(test_insert),
	    cmocka_unit_test(test_longest),
	    cmocka_unit_test(test_yank),
	    cmocka_unit_test(test_history),
	    cmocka_unit_test(test_history_forgets_the_oldest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
