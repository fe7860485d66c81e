/* The tours that the program brings, over the bundled packs. */
#include "apptest.h"
#include "check.h"
#include "temp.h"

#include "career/base/text.h"
#include "career/cmd/tour.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SAY_CELLS = 76 /* one row at 80 columns */ };

static void
begin(const char *name, const char *step)
{
	char line[80];

	snprintf(line, sizeof line, ":tour~%s%s%s", name, *step != '\0' ? "~" : "", step);
	app_press(&app, line);
}

static void
test_names(void **state)
{
	struct tour t;
	struct err e = {0};

	(void)state;
	assert_true(tour_find("role-in-five-minutes", &t, &e));
	assert_true(tour_find("choosing-a-program", &t, &e));
	assert_false(tour_find("role-in-five-minute", &t, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_contains(e.text, "nearest: role-in-five-minutes");
	for (size_t i = 0; tour_at(i, &t); i++) {
		struct tour same;

		assert_true(tour_find(t.name, &same, &e));
		assert_ptr_equal(same.text, t.text);
	}
}

static void
test_steps_by_number(void **state)
{
	static const struct tour t = {"x", "pause\npause\npause\n"};
	static const char *const wrong[] = {
	    "0", "4", "-1", "two", "2x", "", "99999999999999999999"};
	struct err e = {0};
	size_t step;

	(void)state;
	assert_true(tour_step(&t, "3", &step, &e));
	assert_int_equal(step, 3);
	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_false(tour_step(&t, wrong[i], &step, &e));
		assert_contains(e.text, "1 to 3");
	}
}

static void
check_line(const struct tour *t, const char *line, size_t len)
{
	char text[256];

	assert_true(len < sizeof text);
	snprintf(text, sizeof text, "%.*s", (int)len, line);
	if (strncmp(text, "say ", 4) != 0)
		return;
	for (const char *s = text; *s != '\0'; s++)
		assert_true((unsigned char)*s < 0x80);
	if (text_width(text + 4) > SAY_CELLS)
		fail_msg("%s: %d cells: %s", t->name, text_width(text + 4), text);
}

/* Each has a title and says what it is about; each of its sentences fits one row at 80 columns. */
static void
test_texts(void **state)
{
	struct tour t;
	size_t n = 0;

	(void)state;
	for (; tour_at(n, &t); n++) {
		struct buf title = BUF_INIT, about = BUF_INIT;

		script_header(t.text, "title", &title);
		script_header(t.text, "about", &about);
		assert_true(title.len > 0 && title.len <= 40);
		assert_true(about.len > 0 && about.len <= 73 /* one row of the popup */);
		buf_free(&title);
		buf_free(&about);
		assert_true(script_steps(t.text) >= 5);
		for (const char *s = t.text; *s != '\0'; s += strcspn(s, "\n") + 1)
			check_line(&t, s, strcspn(s, "\n"));
	}
	assert_true(n >= 2);
}

/* From step to step without a mistake; the narration leaves room for what it speaks of. */
static void
walk(const struct tour *t, int rows, int cols)
{
	size_t steps = script_steps(t->text);

	app_resize(&app, rows, cols);
	begin(t->name, "1");
	for (size_t step = 1; step <= steps; step++) {
		if (app.message_is_error || app.script.step != step || !script_waits(&app))
			fail_msg("%s, %dx%d, step %zu (at %zu): %s", t->name, cols, rows, step,
			    app.script.step, app.message);
		assert_true(app.say.len > 0);
		assert_true(app.layout.say.h >= 1 && app.layout.say.h <= 3);
		app_press(&app, "Space");
	}
	assert_false(app.script.running || app.message_is_error);
	assert_contains(app.message, "the tour is over");
	assert_string_equal(app.say.data, "");
}

static void
test_no_line_fails(void **state)
{
	static const int sizes[][2] = {{24, 80}, {50, 132}, {12, 40}};
	struct tour t;

	(void)state;
	for (size_t i = 0; tour_at(i, &t); i++)
		for (size_t k = 0; k < COUNT(sizes); k++)
			walk(&t, sizes[k][0], sizes[k][1]);
}

/* The same for the role that a person chose, and after a walk through the program. */
static void
test_for_another_role(void **state)
{
	struct tour t;

	(void)state;
	app_run(&app, "role-is data-scientist");
	app_press(&app, "2 / 'zzz Enter o 4 / 'python Enter 1 o / 'a Enter E v z");
	for (size_t i = 0; tour_at(i, &t); i++) {
		walk(&t, 24, 80);
		app_run(&app, "screen roles");
	}
	begin("role-in-five-minutes", "1");
	assert_string_equal(selected(), "Data Scientist");
}

/* What a tour marks and compares is gone when it is; what the person marked and compared stays. */
static void
test_marks_are_not_kept(void **state)
{
	size_t most = 0;

	(void)state;
	app_run(&app, "compare machine-learning-engineer data-analyst");
	app_press(&app, "2 End Space");
	begin("choosing-a-program", "1");
	while (app.script.running) {
		most = app.pane[SCREEN_PROGRAMS].nmarks > most ? app.pane[SCREEN_PROGRAMS].nmarks
							       : most;
		app_press(&app, "Space");
	}
	assert_int_equal(most, 3);
	assert_int_equal(app.compare.n, 2);
	assert_int_equal(compare_set_find(&app.compare, "data-analyst"), 1);
	assert_int_equal(app.pane[SCREEN_PROGRAMS].nmarks, 1);
}

/* Left in the middle it goes on there; at its end it begins anew. */
static void
test_resume(void **state)
{
	(void)state;
	begin("role-in-five-minutes", "");
	app_press(&app, "Space Space Space Esc");
	assert_contains(app.message, "left at step 4 of");
	assert_int_equal(tour_left_at(&app, "role-in-five-minutes"), 4);
	app_press(&app, "2 Down");
	begin("role-in-five-minutes", "");
	assert_int_equal(app.script.step, 4);
	assert_contains(app.message, "goes on at step 4 of");
	assert_contains(app.message, "tour role-in-five-minutes 1 starts again");
	app_press(&app, "Left");
	assert_int_equal(app.script.step, 3);
	begin("role-in-five-minutes", "1");
	assert_int_equal(app.script.step, 1);
	while (app.script.running)
		app_press(&app, "Space");
	assert_int_equal(tour_left_at(&app, "role-in-five-minutes"), 0);
	begin("role-in-five-minutes", "");
	assert_int_equal(app.script.step, 1);
	app_press(&app, "Esc");
	assert_int_equal(tour_left_at(&app, "role-in-five-minutes"), 0);
	begin("role-in-five-minutes", "1");
	while (app.script.step < app.script.steps)
		app_press(&app, "Space");
	app_press(&app, "Esc"); /* there is nothing left to go on with */
	assert_int_equal(tour_left_at(&app, "role-in-five-minutes"), 0);
}

/* The step is in the profile, also when the program just ends. */
static void
test_resume_later(void **state)
{
	char *dir = temp_dir();
	struct app first, second;

	(void)state;
	appscreen_state(&first, temp_path(dir, "profile.db"));
	app_press(&first, "2 Space :tour~choosing-a-program Space");
	app_close(&first);
	appscreen_state(&second, temp_path(dir, "profile.db"));
	app_press(&second, ":tour~choosing-a-program");
	assert_int_equal(second.script.step, 2);
	assert_int_equal(second.pane[SCREEN_PROGRAMS].nmarks, 0); /* those of the tour alone */
	app_press(&second, "Esc");
	assert_int_equal(second.pane[SCREEN_PROGRAMS].nmarks, 1);
	app_close(&second);
	temp_remove(dir);
}

/* A step that an older version of the tour had. */
static void
test_step_that_is_no_more(void **state)
{
	struct err e = {0};

	(void)state;
	assert_ok(profile_set(app.profile, "tour.choosing-a-program", "999", &e));
	begin("choosing-a-program", "");
	assert_int_equal(app.script.step, 1);
	app_press(&app, "Esc");
	assert_ok(profile_set(app.profile, "tour.choosing-a-program", "-3 x", &e));
	begin("choosing-a-program", "");
	assert_int_equal(app.script.step, 1);
}

static void
test_list_of_tours(void **state)
{
	(void)state;
	app_press(&app, ":tour");
	assert_true(app.popup.open);
	assert_true(app.popup.page.nlines >= 4);
	app_press(&app, "Enter");
	assert_false(app.popup.open);
	assert_true(script_waits(&app));
	assert_string_equal(app.script.name, "choosing-a-program");
	app_press(&app, "Space Esc :tour");
	assert_contains(app.popup.page.lines[0].spans[1].text, "goes on at step 2 of");
	assert_false(app_command(&app, "tour nowhere"));
	assert_false(app_command(&app, "tour choosing-a-program 99"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_steps_by_number),
	    cmocka_unit_test(test_texts),
	    WITH_APP(test_no_line_fails),
	    WITH_APP(test_for_another_role),
	    WITH_APP(test_marks_are_not_kept),
	    WITH_APP(test_resume),
	    WITH_APP(test_resume_later),
	    WITH_APP(test_step_that_is_no_more),
	    WITH_APP(test_list_of_tours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
