#include "apptest.h"
#include "career/cmd/commands.h"
#include "check.h"

static void
test_live_filter(void **state)
{
	uint32_t all = pane()->view.nrows;

	(void)state;
	app_press(&app, "Down / 'data");
	assert_int_equal(app.prompt.kind, PROMPT_FILTER);
	assert_true(pane()->view.nrows < all);
	assert_string_equal(pane()->query.data, "data");
	app_press(&app, "Backspace Backspace Backspace Backspace");
	assert_int_equal(pane()->view.nrows, all);
	assert_int_equal(pane()->pos, 1); /* what was chosen is chosen again */
	app_press(&app, "'data~sci");
	assert_int_equal(pane()->pos, 0);
	assert_string_equal(selected(), "Data Scientist");
	app_press(&app, "Down Down");
	assert_int_equal(app.prompt.kind, PROMPT_FILTER);
	assert_int_equal(pane()->pos, 2);
	app_press(&app, "Backspace");
	assert_true(strcmp(selected(), "Data Scientist") != 0); /* the row that one went to stays */
	app_press(&app, "Enter");
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	assert_string_equal(pane()->query.data, "data sc");
}

static void
test_cancel_restores(void **state)
{
	static const char *const ways[] = {"Esc", "^C", "^G"};

	(void)state;
	app_run(&app, "filter family:analysis");
	app_press(&app, "Down Down");
	for (size_t i = 0; i < COUNT(ways); i++) {
		uint32_t row = pane()->selected, n = pane()->view.nrows;

		app_press(&app, "/ '~zzzz");
		assert_int_equal(pane()->view.nrows, 0);
		app_press(&app, ways[i]);
		assert_int_equal(app.prompt.kind, PROMPT_NONE);
		assert_string_equal(pane()->query.data, "family:analysis");
		assert_int_equal(pane()->selected, row);
		assert_int_equal(pane()->view.nrows, n);
	}
	app_press(&app, "/ ^U Backspace"); /* out of an empty prompt */
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	assert_string_equal(pane()->query.data, "family:analysis");
}

/* In the short list of roles as in the long one, the word being typed is the start of a value. */
static void
test_typed_values(void **state)
{
	uint32_t n;

	(void)state;
	app_press(&app, "/ 'family:an");
	n = pane()->view.nrows;
	assert_true(n > 0);
	assert_string_equal(pane_advice(pane()), "");
	app_press(&app, "'alysis");
	assert_int_equal(pane()->view.nrows, n);
	app_press(&app, "^U 'figures>");
	assert_string_equal(pane()->view.query.error, ""); /* not finished is no mistake */
	app_press(&app, "^U 'family:none-such Enter");
	assert_true(pane()->view.query.error[0] != '\0');
	assert_string_equal(pane_advice(pane()), pane()->view.query.error);
}

static void
test_prompt_history(void **state)
{
	(void)state;
	app_press(&app, "/ 'first Enter / ^U 'second Enter / ^U ^P");
	assert_string_equal(app.prompt.edit.text.data, "second");
	app_press(&app, "^P");
	assert_string_equal(pane()->query.data, "first"); /* shown as if typed */
	app_press(&app, "^N Enter");
	assert_string_equal(pane()->query.data, "second");
	app_press(&app, ": 'zoom Enter : ^P");
	assert_string_equal(app.prompt.edit.text.data, "zoom");
	app_press(&app, "^N Esc");
}

static void
test_completion(void **state)
{
	(void)state;
	app_press(&app, ": 'secti Tab");
	assert_string_equal(app.prompt.edit.text.data, "section ");
	app_press(&app, "^U 'zzz Tab");
	assert_string_equal(app.message, "nothing completes this");
	app_press(&app, "Esc / 'fam Tab");
	assert_contains(app.prompt.edit.text.data, "family");
	app_press(&app, "Esc");
	assert_string_equal(pane()->query.data, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_live_filter),
	    WITH_APP(test_cancel_restores),
	    WITH_APP(test_typed_values),
	    WITH_APP(test_prompt_history),
	    WITH_APP(test_completion),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
