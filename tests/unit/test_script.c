/* Lines that run one by one; pauses, forth and back, away. */
#include "apptest.h"
#include "appscreen.h"
#include "check.h"

#include "career/cmd/narration.h"
#include "career/cmd/tour.h"

#include <stdio.h>
#include <string.h>

static void
start(const char *name, const char *text)
{
	script_start(&app, name, text, strlen(text));
	app_press(&app, ""); /* nothing is pressed */
	while (script_step(&app))
		app_settle(&app);
}

static void
test_steps_are_counted(void **state)
{
	(void)state;
	assert_int_equal(script_steps(""), 0);
	assert_int_equal(script_steps("pause"), 1);
	assert_int_equal(
	    script_steps("# pause\npauses\nsay pause\n  pause  \n\tpause\r\npause # x\n"), 3);
}

static void
test_header(void **state)
{
	static const char text[] = "# title:  Two words \r\n#about: more: of it\nup\n# late: x\n";
	struct buf out = BUF_INIT;

	(void)state;
	script_header(text, "title", &out);
	assert_string_equal(out.data, "Two words ");
	buf_clear(&out);
	script_header(text, "about", &out);
	assert_string_equal(out.data, "more: of it");
	buf_clear(&out);
	script_header(text, "late", &out);
	script_header(text, "tit", &out);
	script_header("", "title", &out);
	assert_string_equal(out.data, "");
	buf_free(&out);
}

/* A file runs to its end; what fails is told with the number of its line, and the next one runs. */
static void
test_runs_and_names_lines(void **state)
{
	(void)state;
	start("", "# one\n\nscreen programs\r\n  go 3");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	assert_int_equal(pane()->pos, 2);
	assert_false(app.script.running);
	start("", "go 2\nfly\n\ngo 5\nsort-column\n");
	assert_int_equal(pane()->pos, 4);
	assert_non_null(strstr(app.message, "line 2: no command 'fly'"));
	start("", "go 2\nfly\n\ngo 5\nlevel 9\n");
	assert_true(app.message_is_error);
	assert_non_null(strstr(app.message, "line 5: no level '9'"));
}

static void
test_role_stands_for_a_slug(void **state)
{
	(void)state;
	start("", "screen programs\nfilter role:{role} {rol}");
	assert_string_equal(pane()->query.data, "role:machine-learning-engineer {rol}");
	app_run(&app, "role-is data-scientist");
	start("", "screen programs\nfilter role:{role}{role}");
	assert_string_equal(pane()->query.data, "role:data-scientistdata-scientist");
}

static void
test_pause_waits(void **state)
{
	(void)state;
	start("", "screen programs\nsay look\npause\ngo 4\npause\ngo 6\n");
	assert_true(script_waits(&app));
	assert_int_equal(app.script.step, 1);
	assert_int_equal(app.script.steps, 2);
	assert_string_equal(app.say.data, "look");
	assert_int_equal(app.layout.say.h, 1);
	app_press(&app, "Space");
	assert_int_equal(pane()->pos, 3);
	app_press(&app, "Enter");
	assert_int_equal(pane()->pos, 5);
	assert_false(app.script.running);
	assert_string_equal(app.say.data, "look"); /* until the next one */
	app_run(&app, "say");
	assert_int_equal(app.layout.say.h, 0);
}

/* Other keys work as ever, and so do prompts and popups of one's own. */
static void
test_looking_around(void **state)
{
	(void)state;
	start("", "screen programs\ngo 1\npause\ngo 9\npause\n");
	app_press(&app, "Down j");
	assert_int_equal(pane()->pos, 2);
	app_press(&app, "/ 'data~science Enter");
	assert_string_equal(pane()->query.data, "data science");
	app_press(&app, "? 'sort~by Esc");
	assert_false(app.popup.open);
	assert_true(script_waits(&app));
	app_press(&app, "l l l l l m");
	assert_true(app.script.step == 1 && app.popup.open);
	assert_false(script_waits(&app));
	app_press(&app, "PgDn q");
	assert_true(script_waits(&app) && !app.popup.open);
}

/* Help names the keys of a pause first, and none of those in front of which they stand. */
static void
test_help_at_a_pause(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	start("", "screen programs\ngo 1\npause\n");
	app_press(&app, "?");
	page_text(&app.popup.page, &text);
	assert_int_equal(strncmp(text.data, "The tour\n Space Enter", 20), 0);
	assert_null(strstr(text.data, "mark the row"));
	assert_null(strstr(text.data, "PgDn ^F"));
	buf_free(&text);
}

/* A popup of the script's own does not take its keys. */
static void
test_popup_of_the_script(void **state)
{
	(void)state;
	start("", "screen roles\nsection pay\nnext-figure\nexplain\npause\ncancel\npause\n");
	assert_true(app.popup.open && script_waits(&app));
	app_press(&app, "Space");
	assert_false(app.popup.open);
	assert_int_equal(app.script.step, 2);
	app_press(&app, "Backspace");
	assert_true(app.popup.open);
	app_press(&app, "q");
	assert_false(app.script.running);
	assert_true(app.popup.open);
}

/* Back is as if the steps behind had never been, whatever was looked at meanwhile. */
static void
test_back(void **state)
{
	(void)state;
	start("",
	    "screen programs\nfilter cost<20k\ngo 2\nsay one\npause\n"
	    "screen roles\nsay two\npause\nzoom\nscreen skills\nsay three\npause\n");
	app_press(&app, "Space Space");
	assert_int_equal(app.screen, SCREEN_SKILLS);
	app_press(&app, "Left");
	assert_int_equal(app.script.step, 2);
	assert_int_equal(app.screen, SCREEN_ROLES);
	assert_false(app.zoom);
	assert_string_equal(app.say.data, "two");
	app_press(&app, "2 / 'zzz Enter PgUp");
	assert_int_equal(app.script.step, 1);
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	assert_string_equal(pane()->query.data, "cost<20k");
	assert_int_equal(pane()->pos, 1);
	app_press(&app, "Left");
	assert_int_equal(app.script.step, 1);
	assert_non_null(strstr(app.message, "first step"));
	assert_true(script_waits(&app));
}

/* What acts outside of the screen is not done a second time. */
static void
test_back_does_nothing_twice(void **state)
{
	(void)state;
	start("", "screen programs\ngo 1\nmark\nmark\npause\nmark\npause\n");
	app_press(&app, "Space");
	assert_int_equal(pane()->nmarks, 3);
	app_press(&app, "Left");
	assert_int_equal(app.script.step, 1);
	assert_int_equal(pane()->nmarks, 3);
}

static void
test_leave(void **state)
{
	(void)state;
	start("", "screen programs\nsay look\npause\ngo 4\n");
	app_press(&app, "Esc");
	assert_false(app.script.running);
	assert_string_equal(app.say.data, "");
	assert_int_equal(pane()->pos, 0);
	assert_false(app.popup.open);
	app_press(&app, "Space");
	assert_int_equal(pane()->nmarks, 1);
}

static void
test_none_waits(void **state)
{
	static const char *const commands[] = {"pause", "tour-next", "tour-back", "tour-leave"};

	(void)state;
	for (size_t i = 0; i < COUNT(commands); i++) {
		assert_false(app_command(&app, commands[i]));
		assert_true(app.message_is_error);
	}
}

/* Messages of the lines give way to how to go on; mistakes stay. */
static void
test_messages_at_a_pause(void **state)
{
	(void)state;
	start("", "screen programs\nsort-column\npause\nfly\npause\n");
	assert_string_equal(app.message, "");
	app_press(&app, "Space");
	assert_non_null(strstr(app.message, "line 4: no command 'fly'"));
	app_press(&app, "Left");
	assert_string_equal(app.message, "");
}

/* Narration takes up to three rows, keeps words whole and says where it is cut. */
static void
test_narration_rows(void **state)
{
	static const struct {
		int rows, cols;
		const char *say;
		int want;
	} cases[] = {
	    {24, 80, "short", 1},
	    {24, 40, "this is a line of words that is wider than forty cells", 2},
	    {24, 40,
		"w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w "
		"w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w",
		3},
	    {12, 40,
		"w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w "
		"w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w",
		3},
	    {10, 40, "this is a line of words that is wider than forty cells", 1},
	    {24, 80, "", 0},
	};
	struct buf row = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		buf_clear(&app.say);
		buf_adds(&app.say, cases[i].say);
		app_resize(&app, cases[i].rows, cases[i].cols);
		app_settle(&app);
		assert_int_equal(app.layout.say.h, cases[i].want);
	}
	buf_clear(&app.say);
	buf_adds(&app.say, "bad \033[31m \xff bytes");
	app_settle(&app);
	assert_true(narration_row(&app, 0, &row));
	assert_null(strchr(row.data, '\033'));
	assert_false(narration_row(&app, 1, &row));
	buf_free(&row);
}

/* A script may start a tour, and a new one takes over from the old. */
static void
test_takes_over(void **state)
{
	(void)state;
	start("", "screen data\ntour choosing-a-program\nscreen skills\n");
	assert_string_equal(app.script.name, "choosing-a-program");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	assert_true(script_waits(&app));
	app_press(&app, "Space");
	start("", "say mine\npause\n");
	assert_string_equal(app.say.data, "mine");
	assert_int_equal(tour_left_at(&app, "choosing-a-program"), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_steps_are_counted),
	    cmocka_unit_test(test_header),
	    WITH_APP(test_runs_and_names_lines),
	    WITH_APP(test_role_stands_for_a_slug),
	    WITH_APP(test_pause_waits),
	    WITH_APP(test_looking_around),
	    WITH_APP(test_help_at_a_pause),
	    WITH_APP(test_popup_of_the_script),
	    WITH_APP(test_back),
	    WITH_APP(test_back_does_nothing_twice),
	    WITH_APP(test_leave),
	    WITH_APP(test_none_waits),
	    WITH_APP(test_messages_at_a_pause),
	    WITH_APP(test_narration_rows),
	    WITH_APP(test_takes_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
