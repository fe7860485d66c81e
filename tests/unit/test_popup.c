#include "apptest.h"
#include "career/cmd/commands.h"
#include "check.h"

/* --- who says so, what it means ------------------------------------------------------------------ */

/* From each column of both lists: a popup, or the section with the figures, or a message; never nothing. */
static void
test_explain_from_the_list(void **state)
{
	(void)state;
	app_resize(&app, 50, 132);
	for (int s = 0; s < SCREEN_COUNT; s++)
		for (size_t i = 0; i < pane_defs[s].ncolumns; i++) {
			app_run(&app, s == SCREEN_ROLES ? "screen roles" : "screen programs");
			pane()->focus = FOCUS_LIST;
			pane()->column = i;
			app_press(&app, "i");
			if (!app.popup.open && !app.message_is_error)
				assert_int_equal(pane()->focus, FOCUS_DETAIL);
			if (s == SCREEN_ROLES
			    && strcmp(pane_defs[s].columns[i].about, "Growth") == 0)
				assert_string_equal(
				    pane()->def->section(pane()->detail.section), "Growth");
			app_press(&app, "Esc Esc");
		}
}

static void
test_explain(void **state)
{
	(void)state;
	app_press(&app, "Right i"); /* what the answer in the column rests on */
	assert_true(app.popup.open);
	assert_string_equal(app.popup.title, "Who says so");
	assert_true(app.popup.page.nlines > 5);
	assert_int_equal(pane()->focus, FOCUS_LIST);
	assert_string_equal(pane()->def->section(pane()->detail.section), "Pay");
	app_press(&app, "q");
	assert_false(app.popup.open);
	app_press(&app,
	    "Right Right Right i"); /* where there is no one answer: the lines of the sources */
	if (!app.popup.open)
		assert_int_equal(pane()->focus, FOCUS_DETAIL);
	app_press(&app, "Esc Esc");
	app_run(&app, "select prompt-engineer");
	pane()->focus = FOCUS_LIST;
	pane()->column = 5;
	app_press(&app, "i"); /* no growth is stated */
	assert_true(app.message_is_error || app.popup.open || pane()->focus == FOCUS_DETAIL);
}

static void
test_meaning(void **state)
{
	(void)state;
	app_press(&app, "m");
	assert_true(app.popup.open);
	assert_int_equal(app.popup.page.nlines > 0, 1);
	app_press(&app, "Esc");
	app_run(&app, "meaning median");
	assert_contains(app.popup.page.lines[0].spans[0].text, "median");
	assert_false(app_command(&app, "meaning no-such-word"));
	assert_true(app.popup.open); /* what was open stays */
	app_press(&app, "Esc");
}

/* --- popups ------------------------------------------------------------------------------------- */

static void
test_help_names_all(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	app_resize(&app, 50, 132);
	app_press(&app, "?");
	page_text(&app.popup.page, &text);
	for (size_t i = 0; i < ncommands; i++)
		if (commands[i].arg != NULL && commands[i].arg[0] != '['
		    && strcmp(commands[i].name, "screen") != 0) {
			char name[64];

			snprintf(name, sizeof name, ":%s %s", commands[i].name, commands[i].arg);
			assert_contains(text.data, name);
		}
	for (size_t i = 0; i < app.keys.n; i++)
		if (keymap_works(&app.keys, &app.keys.all[i], IN_LIST | IN_ON(SCREEN_ROLES)))
			assert_contains(text.data, app.keys.all[i].key);
	buf_free(&text);
}

static void
test_popup_filter(void **state)
{
	size_t all;

	(void)state;
	app_press(&app, "?");
	all = app.popup.page.nlines;
	app_press(&app, "'sort");
	assert_true(app.popup.page.nlines > 0 && app.popup.page.nlines < all);
	app_press(&app, "'zzz");
	assert_int_equal(app.popup.page.nlines, 0);
	app_press(&app, "Down Enter Up PgDn"); /* nothing there: nothing happens */
	app_press(&app, "Backspace Backspace Backspace Backspace Backspace Backspace Backspace");
	assert_int_equal(app.popup.page.nlines, all);
	app_press(&app, "Backspace"); /* of nothing: the popup stays */
	assert_true(app.popup.open);
	app_press(&app, "'q j x"); /* letters narrow */
	assert_string_equal(app.popup.words.text.data, "qjx");
	app_press(&app, "Esc");
	assert_false(app.popup.open);
}

/* Items that take several lines on a narrow screen stay together. */
static void
test_popup_items(void **state)
{
	(void)state;
	app_resize(&app, 12, 40);
	app_press(&app, "? 'taking");
	app_press(&app, "^U 'other");
	for (size_t i = 0; i < app.popup.page.nlines; i++)
		assert_true(
		    app.popup.page.lines[i].heading || app.popup.page.lines[i].nanchors > 0);
	assert_true(app.popup.page.nlines
	    >= 2); /* "sort by the column under the cursor, again: other way" */
}

static void
test_popup_runs(void **state)
{
	(void)state;
	app_press(&app, "? 'zoom Enter");
	assert_true(app.zoom);
	assert_false(app.popup.open);
	app_press(
	    &app, "z ? 'filter~[QUERY] Enter"); /* one with something to say begins its line */
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	assert_string_equal(app.prompt.edit.text.data, "filter ");
	app_press(&app, "'data Enter");
	assert_string_equal(pane()->query.data, "data");
}

static void
test_popup_resize(void **state)
{
	(void)state;
	app_press(&app, "r Down Down Down");
	app_resize(&app, 12, 40);
	app_settle(&app);
	assert_int_equal(app.popup.cursor, 3);
	app_press(&app, "'data");
	app_resize(&app, 50, 132);
	app_settle(&app);
	assert_string_equal(app.popup.words.text.data, "data");
}

/* The whole screen for a popup, with what it shows still on its page; what cannot be explained changes nothing. */
static void
test_popup_zoom(void **state)
{
	size_t lines;

	(void)state;
	app_resize(&app, 30, 132);
	app_settle(&app);
	app_press(&app, "1 Right i Down Down");
	lines = app.popup.page.nlines;
	app_press(&app, "z");
	assert_true(app.popup.open && app.popup.zoom && !app.zoom);
	assert_int_equal(app.popup.page.opts.width, 127);
	assert_int_equal(app.popup.cursor, 2);
	app_press(&app, "g m"); /* no term on the first line */
	assert_true(app.message_is_error);
	app_press(&app, "z");
	assert_true(app.popup.open && !app.popup.zoom);
	assert_int_equal(app.popup.page.opts.width, 75);
	assert_int_equal(app.popup.page.nlines, lines);
	app_press(&app, "z q Right i");
	assert_false(app.popup.zoom);
}

static void
test_role(void **state)
{
	(void)state;
	app_press(&app, "r 'nlp Enter");
	assert_string_equal(app.role, "nlp-specialist");
	assert_string_equal(selected(), "NLP Specialist");
	app_press(&app, "2 / 'award:master Enter r 'data~scientist Enter");
	assert_string_equal(pane()->query.data,
	    "award:master role:data-scientist"); /* the rest of the filter stays */
	app_press(&app, "r 'nlp Enter");
	assert_string_equal(pane()->query.data, "award:master role:nlp-specialist");
	assert_false(app_command(&app, "role-is nobody"));
	assert_string_equal(app.role, "nlp-specialist");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_explain_from_the_list),
	    WITH_APP(test_explain),
	    WITH_APP(test_meaning),
	    WITH_APP(test_help_names_all),
	    WITH_APP(test_popup_filter),
	    WITH_APP(test_popup_items),
	    WITH_APP(test_popup_runs),
	    WITH_APP(test_popup_resize),
	    WITH_APP(test_popup_zoom),
	    WITH_APP(test_role),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
