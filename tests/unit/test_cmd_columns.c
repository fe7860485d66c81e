/* Columns chosen, moved, resized and frozen by keys and commands; what is remembered of it. */
#include "apptest.h"
#include "career/base/mem.h"
#include "career/cmd/commands.h"
#include "check.h"
#include "temp.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static const char *
text_of(void)
{
	static struct buf text = BUF_INIT;

	buf_clear(&text);
	colview_text(&pane()->cols, &text);
	return text.data;
}

static void
fails(const char *line, const char *why)
{
	assert_false(app_command(&app, line));
	assert_contains(app.message, why);
}

static void
on_column(const char *field)
{
	int column = colview_find(&pane()->cols, field);

	assert_true(column >= 0);
	pane()->column = (size_t)column;
	app_settle(&app);
}

static void
is_on(const char *field)
{
	assert_string_equal(pane_column(pane())->field, field);
}

static void
test_columns(void **state)
{
	(void)state;
	app_run(&app, "screen programs");
	app_run(&app, "columns school,program:30,cost,-award");
	assert_string_equal(text_of(), "school,program:30,cost");
	app_run(&app, "columns +state");
	assert_string_equal(text_of(), "school,program:30,cost,state");
	fails("columns school,stat", "no column 'stat'; nearest: state");
	assert_string_equal(text_of(), "school,program:30,cost,state");
	app_run(&app, "columns");
	assert_string_equal(text_of(), "");
	assert_string_equal(app.message, "the list's own columns");
	app_press(&app, "3");
	fails("columns school", "works on a list");
}

/* The cursor stays on its column while others come and go; where it is hidden it goes to the next one. */
static void
test_cursor(void **state)
{
	(void)state;
	app_run(&app, "screen programs");
	on_column("months");
	app_run(&app, "columns cost,months,school");
	is_on("months");
	app_press(&app, "}");
	assert_string_equal(text_of(), "cost,school,months");
	is_on("months");
	app_press(&app, "{ {");
	assert_string_equal(text_of(), "months,cost,school");
	is_on("months");
	app_press(&app, "{");
	assert_contains(app.message, "Months is the first column");
	app_run(&app, "column-hide");
	assert_contains(app.message, "Months is hidden");
	is_on("cost");
	app_press(&app, "l");
	is_on("school");
	app_run(&app, "column-hide");
	is_on("cost");
	fails("column-hide", "Cost is the only column");
	assert_string_equal(text_of(), "-months,cost"); /* it would come back to its place */
}

static void
test_width(void **state)
{
	struct column_places c;

	(void)state;
	app_run(&app, "screen programs");
	app_run(&app, "columns school,award,cost");
	app_press(&app, "l >");
	assert_string_equal(text_of(), "school,award:12,cost");
	assert_string_equal(app.message, "Award: 12 cells");
	app_press(&app, "< < < < <");
	assert_contains(app.message, "Award is as narrow as may be");
	assert_string_equal(text_of(), "school,award:4,cost");
	for (int i = 0; i < 60; i++)
		app_press(&app, ">");
	assert_contains(app.message, "no room for a wider Award");
	pane_visible_columns(pane(), app.layout.list.w, &c);
	assert_true(c.n == 2 && c.at[1].x + c.at[1].w <= app.layout.list.w);
	/* A column that shares what is left starts from what it has. */
	app_run(&app, "columns");
	app_press(&app, "h h h h");
	pane_visible_columns(pane(), app.layout.list.w, &c);
	app_press(&app, ">");
	assert_int_equal(colview_item(&pane()->cols, 0)->width, c.at[0].w + 2);
}

/* Widths are what the person gave them, whatever the screen is in between. */
static void
test_resize(void **state)
{
	static const int sizes[][2] = {{50, 132}, {12, 40}, {9, 39}, {1, 1}, {24, 80}};

	(void)state;
	app_run(&app, "screen programs");
	app_run(&app, "columns school:40|program:30,cost,state,city,mode,key");
	on_column("city");
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct column_places c;

		app_resize(&app, sizes[i][0], sizes[i][1]);
		app_settle(&app);
		assert_string_equal(text_of(), "school:40,program:30,cost,state,city,mode,key");
		is_on("city");
		if (sizes[i][1] < 40)
			continue;
		pane_visible_columns(pane(), app.layout.list.w, &c);
		assert_string_equal(c.at[0].def->field, "school");
		assert_non_null(places_find(&c, pane()->column));
	}
}

static void
test_freeze(void **state)
{
	(void)state;
	app_run(&app, "screen programs");
	app_run(&app, "columns school,program,award,cost");
	app_press(&app, "l f");
	assert_string_equal(text_of(), "school,program|award,cost");
	assert_contains(app.message, "up to Program stay");
	app_press(&app, "f");
	assert_string_equal(text_of(), "school,program,award,cost");
	assert_contains(app.message, "first column stays");
}

/* What the chooser says of a column: "[x]", "[ ]". */
static const char *
box(const char *title)
{
	for (size_t i = 0; i < app.popup.page.nlines; i++) {
		const struct line *l = &app.popup.page.lines[i];

		if (l->nspans > 1 && strcmp(l->spans[1].text + 1, title) == 0)
			return l->spans[0].text;
	}
	return "";
}

static void
test_chooser(void **state)
{
	(void)state;
	app_run(&app, "screen programs");
	app_press(&app, "C");
	assert_true(app.popup.open);
	assert_string_equal(box("School"), "[x]");
	assert_string_equal(box("Mode"), "[ ]"); /* it has no room here */
	assert_string_equal(box("City"), "[ ]");
	app_press(&app, "'city Enter");
	assert_true(app.popup.open);
	assert_string_equal(box("City"), "[x]");
	is_on("city");
	assert_string_equal(app.popup.words.text.data, "city");
	app_press(&app, "Enter");
	assert_string_equal(box("City"), "[ ]");
	assert_string_equal(text_of(), "");
	app_press(&app, "Backspace Backspace Backspace Backspace 'mode Enter Esc");
	assert_false(app.popup.open);
	assert_string_equal(text_of(), "school,program?,field?,award?,mode,months?,cost");
	app_run(&app, "columns cost");
	app_press(&app, "C 'total~for Enter");
	assert_contains(app.message, "at least one column");
	assert_string_equal(box("Cost"), "[x]");
	app_press(&app, "Esc C 'zzzz Enter");
	assert_string_equal(text_of(), "cost");
	app_press(&app, "Esc");
	fails("column-toggle stat", "nearest: state");
}

static void
test_sort(void **state)
{
	(void)state;
	app_run(&app, "screen programs");
	app_run(&app, "columns school,city,source,role,key");
	on_column("city");
	app_press(&app, "s");
	assert_string_equal(pane()->query.data, "sort:city");
	assert_contains(app.message, "sorted by City");
	app_press(&app, "s");
	assert_string_equal(pane()->query.data, "sort:-city");
	on_column("source"); /* several values in a row: by the first */
	app_press(&app, "S");
	assert_string_equal(pane()->query.data, "sort:-city,source");
	on_column("role");
	app_press(&app, "S");
	assert_contains(app.message, "Role is made of other columns");
	on_column("key");
	app_press(&app, "s");
	assert_contains(app.message, "Key is made of other columns");
	assert_string_equal(pane()->query.data, "sort:-city,source");
}

/* From each column that there is: a popup, the page, or words that say how; never nothing. */
static void
test_who_says_so(void **state)
{
	(void)state;
	app_resize(&app, 50, 132);
	for (int s = 0; s < SCREEN_COUNT; s++) {
		char line[40];

		if (pane_defs[s].list == NULL)
			continue;
		snprintf(line, sizeof line, "screen %s", pane_defs[s].title);
		app_run(&app, line);
		for (size_t i = 0; i < pane()->cols.ncolumns; i++) {
			app_run(&app, "columns");
			pane()->focus = FOCUS_LIST;
			colview_show(&pane()->cols, i, true);
			pane()->column = i;
			app_press(&app, "i");
			if (!app.popup.open && !app.message_is_error)
				assert_int_equal(pane()->focus, FOCUS_DETAIL);
			if (app.message_is_error)
				assert_true(strlen(app.message) > 10);
			app_press(&app, "Esc Esc");
		}
	}
	app_run(&app, "screen programs");
	app_run(&app, "columns school,country");
	on_column("country");
	app_press(&app, "i");
	assert_contains(app.message, "no line of the page is about Country alone");
	app_run(&app, "columns school,cost_as_of");
	app_run(&app, "filter cost:any");
	on_column("cost_as_of");
	app_press(&app, "i");
	assert_true(app.popup.open || pane()->focus == FOCUS_DETAIL);
}

/* What an added column says. */
static void
says(const char *query, const char *field, const char *expected)
{
	const struct column_def *c =
	    colview_def(&pane()->cols, (size_t)colview_find(&pane()->cols, field));
	struct buf cell = BUF_INIT;
	char line[200];

	snprintf(line, sizeof line, "filter %s", query);
	app_run(&app, line);
	assert_true(pane()->view.nrows > 0);
	pane_cell(pane(), c, pane()->view.rows[0], INT_MAX, &cell);
	assert_string_equal(cell.data, expected);
	buf_free(&cell);
}

static void
test_cells(void **state)
{
	struct buf cell = BUF_INIT;

	(void)state;
	app_run(&app, "screen programs");
	says("city:none", "city", "-");
	says("earnings:none", "earnings", "-");
	says("role:none", "role", "-");
	says("\"Online MS in Computer Science (OMSCS)\"", "cost_per_year", "$3,500");
	says("\"Online MS in Computer Science (OMSCS)\"", "months_max", "48");
	says("\"Online MS in Computer Science (OMSCS)\"", "country", "US");
	says("\"Online MS in Computer Science (OMSCS)\"", "key",
	    "georgia-institute-of-technology/online-ms-in-computer-science-omscs/master");
	/* A number that has no room is rounded before it is cut. */
	pane_cell(pane(),
	    colview_def(&pane()->cols, (size_t)colview_find(&pane()->cols, "cost_per_year")),
	    pane()->view.rows[0], 5, &cell);
	assert_string_equal(cell.data, "$3.5K");
	buf_clear(&cell);
	pane_cell(pane(), &pane_defs[SCREEN_PROGRAMS].columns[6], pane()->view.rows[0], 5, &cell);
	assert_int_equal(cell.data[0], '$');
	assert_contains(cell.data, "K");
	buf_free(&cell);
	app_run(&app, "screen roles");
	says("\"machine learning engineer\"", "pay_high", "$160,000");
	says("\"data scientist\"", "aliases", "data science; DS");
}

/* --- remembered ---------------------------------------------------------------------------------- */

static char *dir;

static int
file_open(void **state)
{
	(void)state;
	dir = temp_dir();
	appscreen_state(&app, temp_path(dir, "p.db"));
	return 0;
}

static int
file_close(void **state)
{
	(void)state;
	app_close(&app);
	temp_remove(dir);
	return 0;
}

static void
again(void)
{
	app_close(&app);
	appscreen_state(&app, temp_path(dir, "p.db"));
}

static void
setting_is(const char *name, const char *expected)
{
	char *value = profile_get(app.profile, name);

	if (expected == NULL)
		assert_null(value);
	else
		assert_string_equal(value, expected);
	free(value);
}

static void
test_remembered(void **state)
{
	(void)state;
	app_run(&app, "screen programs");
	app_run(&app, "columns cost,school|city");
	app_run(&app, "screen skills");
	app_press(&app, ">");
	again();
	app_run(&app, "screen programs");
	assert_string_equal(text_of(), "cost,school|city");
	is_on("cost"); /* the first one */
	app_run(&app, "screen roles");
	assert_string_equal(text_of(), "");
	app_run(&app, "screen skills");
	assert_contains(text_of(), "name:");
	setting_is("columns.programs", "cost,school|city");
	setting_is("columns.roles", NULL);
	app_run(&app, "screen programs");
	app_run(&app, "columns");
	setting_is("columns.programs", NULL);
}

/* A column that this program does not know is left out, and kept as long as nothing is changed. */
static void
test_unknown(void **state)
{
	struct err e;

	(void)state;
	assert_ok(profile_set(app.profile, "columns.programs", "school,tuition:12,cost", &e));
	app_run(&app, "screen programs");
	assert_string_equal(text_of(), "school,cost");
	app_press(&app, "l s");
	setting_is("columns.programs", "school,tuition:12,cost");
	app_press(&app, "<");
	setting_is("columns.programs", "school,cost:9");
}

static void
test_undo(void **state)
{
	(void)state;
	app_run(&app, "screen programs");
	app_run(&app, "columns school,cost");
	app_press(&app, "l > f");
	assert_string_equal(text_of(), "school,cost:13|");
	app_run(&app, "undo");
	assert_string_equal(text_of(), "school,cost:13");
	app_run(&app, "undo");
	assert_string_equal(text_of(), "school,cost");
	app_run(&app, "undo");
	assert_string_equal(text_of(), "");
	setting_is("columns.programs", NULL);
	app_run(&app, "redo");
	app_run(&app, "redo");
	assert_string_equal(text_of(), "school,cost:13");
	setting_is("columns.programs", "school,cost:13");
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, file_open, file_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_columns),
	    WITH_APP(test_cursor),
	    WITH_APP(test_width),
	    WITH_APP(test_resize),
	    WITH_APP(test_freeze),
	    WITH_APP(test_chooser),
	    WITH_APP(test_sort),
	    WITH_APP(test_who_says_so),
	    WITH_APP(test_cells),
	    WITH_FILE(test_remembered),
	    WITH_FILE(test_unknown),
	    WITH_FILE(test_undo),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
