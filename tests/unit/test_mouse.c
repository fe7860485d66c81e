#include "appscreen.h"
#include "career/base/text.h"
#include "check.h"
#include "../../src/ui/screen.h"

#include <stdlib.h>

static struct appscreen s;

static int
set_up(void **state)
{
	(void)state;
	appscreen_open(&s, 24, 80, false, false);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	appscreen_close(&s);
	return 0;
}

static void
at(enum mouse_kind mouse, int y, int x)
{
	struct key k = {.kind = KEYK_MOUSE, .mouse = mouse, .y = y, .x = x};

	mouse_event(&s.app, &k);
	appscreen_draw(&s, false);
}

static void
click(int y, int x)
{
	at(MOUSE_CLICK, y, x);
}

static struct pane *
pane(void)
{
	return app_pane(&s.app);
}

/* Where a text stands on the screen. */
static void
click_on(const char *text, int row)
{
	const char *line = appscreen_draw(&s, false), *found;
	char *cut;

	for (int y = 0; y < row; y++)
		line = strchr(line, '\n') + 1;
	cut = mem_ndup(line, strcspn(line, "\n"));
	found = strstr(cut, text);
	if (found == NULL)
		fail_msg("no '%s' in '%s'", text, cut);
	else
		click(row, text_nwidth(cut, (size_t)(found - cut)));
	free(cut);
}

static void
test_list(void **state)
{
	(void)state;
	click(6, 10);
	assert_int_equal(pane()->pos, 3);
	at(MOUSE_DOUBLE, 4, 10);
	assert_int_equal(pane()->pos, 1);
	assert_int_equal(pane()->focus, FOCUS_DETAIL);
	click(3, 0);
	assert_int_equal(pane()->focus, FOCUS_LIST);
	assert_int_equal(pane()->pos, 0);
}

static void
test_below_the_list(void **state)
{
	uint32_t n;

	(void)state;
	app_press(&s.app, "/ 'data~sci Enter");
	appscreen_draw(&s, false);
	n = pane()->view.nrows;
	click(10, 10); /* an empty row */
	assert_int_equal(pane()->view.nrows, n);
	click(3 + (int)n, 10); /* the row of what is hidden */
	assert_true(pane()->everything);
}

static void
test_header(void **state)
{
	(void)state;
	click_on("Level", 2);
	assert_string_equal(pane()->query.data, "sort:pay_level");
	click_on("Role", 2);
	assert_string_equal(pane()->query.data, "sort:title");
	click_on("Role", 2);
	assert_string_equal(pane()->query.data, "sort:-title");
}

static void
test_tabs(void **state)
{
	static const char *const tabs[] = {"Pay", "Growth", "Sources", "Break in", "Summary"};

	(void)state;
	for (size_t i = 0; i < COUNT(tabs); i++) {
		click_on(tabs[i], s.app.layout.detail.y);
		assert_string_equal(pane()->def->section(pane()->detail.section), tabs[i]);
		assert_int_equal(pane()->focus, FOCUS_DETAIL);
	}
}

static void
test_page(void **state)
{
	(void)state;
	click(s.app.layout.detail.y + 3, 20);
	assert_int_equal(pane()->detail.cursor, pane()->detail.top + 2);
	at(MOUSE_WHEEL_DOWN, s.app.layout.detail.y + 3, 20);
	assert_int_equal(pane()->detail.cursor, pane()->detail.top + 5);
}

static void
test_wheel(void **state)
{
	(void)state;
	at(MOUSE_WHEEL_DOWN, 5, 10);
	assert_int_equal(pane()->pos, 3);
	at(MOUSE_WHEEL_UP, 5, 10);
	at(MOUSE_WHEEL_UP, 5, 10);
	assert_int_equal(pane()->pos, 0);
}

static void
test_screens(void **state)
{
	(void)state;
	click_on("Programs", 0);
	assert_int_equal(s.app.screen, SCREEN_PROGRAMS);
	click_on("1", 0);
	assert_int_equal(s.app.screen, SCREEN_ROLES);
	click(0, 66); /* nothing there */
	assert_int_equal(s.app.screen, SCREEN_ROLES);
}

static void
test_facets(void **state)
{
	(void)state;
	app_press(&s.app, "2");
	click_on("master", 3);
	assert_string_equal(pane()->query.data, "award:master");
	at(MOUSE_DOUBLE, 3, 5); /* the second half of a double click takes nothing back */
	assert_string_equal(pane()->query.data, "award:master");
	click(3, 5);
	assert_string_equal(pane()->query.data, "");
	click(2, 3); /* the name of the facet */
	assert_string_equal(pane()->query.data, "");
	assert_int_equal(pane()->focus, FOCUS_FACETS);
	at(MOUSE_WHEEL_DOWN, 5, 3);
	assert_int_equal(pane()->facet_cursor, 3);
}

static void
test_chips(void **state)
{
	(void)state;
	app_press(&s.app, "2 / 'data~award:master Enter");
	click_on("award", 1);
	assert_string_equal(pane()->query.data, "data");
	click_on("award", 1);
	assert_string_equal(pane()->query.data, "data award:master");
	click(1, 79);
	assert_string_equal(pane()->query.data, "data award:master");
}

static void
test_popup(void **state)
{
	struct area in;

	(void)state;
	app_press(&s.app, "?");
	appscreen_draw(&s, false);
	in = screen_popup_area(&s.app);
	click(in.y + in.h - 2, 5); /* the line one types in */
	assert_true(s.app.popup.open);
	assert_int_equal(s.app.popup.cursor, 1);
	click(in.y, 5);     /* the frame */
	click(in.y + 1, 5); /* a heading */
	assert_true(s.app.popup.open);
	at(MOUSE_WHEEL_DOWN, 10, 10);
	assert_in_range(s.app.popup.cursor, 4, 6);
	app_press(&s.app, "'zoom");
	appscreen_draw(&s, false);
	click(in.y + 2, 5);
	assert_true(s.app.zoom);
	assert_false(s.app.popup.open);
	app_press(&s.app, "z ?");
	click(0, 0); /* beside it */
	assert_false(s.app.popup.open);
}

/* The list above the command line: a click is Enter, one beside it Esc, the wheel moves. */
static void
test_palette(void **state)
{
	struct area box;

	(void)state;
	app_press(&s.app, ": 'sort");
	appscreen_draw(&s, false);
	box = screen_palette_area(&s.app);
	at(MOUSE_WHEEL_DOWN, box.y + 1, 5);
	assert_int_equal(s.app.palette.cursor, 1);
	at(MOUSE_WHEEL_UP, box.y + 1, 5);
	assert_int_equal(s.app.palette.cursor, 0);
	click(box.y, 5); /* the frame */
	click(23, 3);    /* the line */
	assert_int_equal(s.app.prompt.kind, PROMPT_COMMAND);
	click(box.y + 2, 5);
	assert_int_equal(s.app.prompt.kind, PROMPT_NONE);
	assert_string_equal(pane()->query.data, "sort:title");
	app_press(&s.app, ": 'sort");
	appscreen_draw(&s, false);
	click(0, 30);
	assert_int_equal(s.app.prompt.kind, PROMPT_NONE);
	assert_int_equal(s.app.screen, SCREEN_ROLES); /* and nothing else */
}

/* What the mouse changed is undone as what keys changed. */
static void
test_undo(void **state)
{
	(void)state;
	app_press(&s.app, "2 / 'data~award:master Enter");
	click_on("award", 1);
	assert_string_equal(pane()->query.data, "data");
	app_press(&s.app, "u");
	assert_string_equal(pane()->query.data, "data award:master");
	assert_string_equal(s.app.message, "undone: switch off award:master");
	click_on("Cost", 2);
	assert_contains(pane()->query.data, "sort:");
	app_press(&s.app, "u");
	assert_string_equal(pane()->query.data, "data award:master");
}

/* A prompt takes keys alone. */
static void
test_prompt(void **state)
{
	(void)state;
	app_press(&s.app, "/ 'data");
	click(5, 5);
	at(MOUSE_WHEEL_DOWN, 5, 5);
	assert_int_equal(s.app.prompt.kind, PROMPT_FILTER);
	assert_int_equal(pane()->pos, 0);
}

/* Every cell of every layout can be clicked; nothing but what is there happens. */
static void
test_everywhere(void **state)
{
	static const int sizes[][2] = {{50, 132}, {24, 80}, {12, 40}, {5, 5}};

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		appscreen_size(&s, sizes[i][0], sizes[i][1]);
		for (int y = 0; y < sizes[i][0]; y += 2)
			for (int x = 0; x < sizes[i][1]; x += 7) {
				at(MOUSE_CLICK, y, x);
				at(MOUSE_DOUBLE, y, x);
				assert_int_equal(s.app.run, 0);
			}
	}
}

#define WITH_APP(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_list),
	    WITH_APP(test_below_the_list),
	    WITH_APP(test_header),
	    WITH_APP(test_tabs),
	    WITH_APP(test_page),
	    WITH_APP(test_wheel),
	    WITH_APP(test_screens),
	    WITH_APP(test_facets),
	    WITH_APP(test_chips),
	    WITH_APP(test_popup),
	    WITH_APP(test_palette),
	    WITH_APP(test_undo),
	    WITH_APP(test_prompt),
	    WITH_APP(test_everywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
