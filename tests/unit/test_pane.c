#include "apptest.h"
#include "career/cmd/commands.h"
#include "check.h"

/* --- the list ------------------------------------------------------------------------------------ */

static void
test_start(void **state)
{
	(void)state;
	assert_int_equal(app.screen, SCREEN_ROLES);
	assert_int_equal(pane()->focus, FOCUS_LIST);
	assert_string_equal(selected(), "Machine Learning Engineer");
	assert_true(pane()->view.nrows > 20 && pane()->hidden > 20);
	assert_string_equal(app.message, "");
}

static void
test_selection_follows_the_item(void **state)
{
	(void)state;
	app_run(&app, "select data-engineer");
	assert_string_equal(selected(), "Data Engineer");
	app_run(&app, "filter data");
	assert_string_equal(selected(), "Data Engineer");
	assert_int_equal(pane()->view.rows[pane()->pos], pane()->selected);
	app_run(&app, "sort -title");
	assert_string_equal(selected(), "Data Engineer");
	app_run(&app, "clear");
	assert_string_equal(selected(), "Data Engineer");
	app_run(&app, "everything");
	assert_string_equal(selected(), "Data Engineer");
	app_run(&app, "filter scientist");
	assert_int_equal(pane()->pos, 0);
	assert_int_equal(pane()->view.rows[0], pane()->selected);
	app_run(&app, "filter zzzz");
	assert_int_equal(pane()->selected, UINT32_MAX);
	assert_string_equal(selected(), "");
	app_run(&app, "clear");
	assert_int_equal(pane()->pos, 0);
	assert_int_equal(pane()->view.rows[0], pane()->selected);
}

static void
test_moving(void **state)
{
	uint32_t last = pane()->view.nrows - 1;

	(void)state;
	app_press(&app, "Down j Down");
	assert_int_equal(pane()->pos, 3);
	app_press(&app, "Up k k k k");
	assert_int_equal(pane()->pos, 0);
	app_press(&app, "PgDn");
	assert_int_equal(pane()->pos, pane_list_rows(&app) - 1);
	app_press(&app, "^U");
	assert_true(pane()->pos < pane_list_rows(&app) - 1);
	app_press(&app, "G");
	assert_int_equal(pane()->pos, last + 1); /* the line that says what is hidden */
	app_press(&app, "Up");
	assert_int_equal(pane()->pos, last);
	app_press(&app, "g");
	assert_int_equal(pane()->pos, 0);
	app_run(&app, "7");
	assert_int_equal(pane()->pos, 6);
	app_run(&app, "go 99999");
	assert_int_equal(pane()->pos, last);
	assert_false(app_command(&app, "go nowhere"));
	assert_int_equal(pane()->pos, last);
	app_press(&app, "g J J K");
	assert_int_equal(pane()->pos, 1);
}

/* The row of what is hidden opens it; the same command folds it again. */
static void
test_hidden(void **state)
{
	uint32_t shown = pane()->view.nrows, hidden = pane()->hidden;

	(void)state;
	app_press(&app, "End Enter");
	assert_true(pane()->everything);
	assert_int_equal(pane()->view.nrows, shown + hidden);
	assert_int_equal(pane()->hidden, 0);
	app_press(&app, "o");
	assert_int_equal(pane()->view.nrows, shown);
	assert_int_equal(pane()->hidden, hidden);
	app_run(&app, "sort title"); /* an order hides and brings nothing */
	assert_int_equal(pane()->view.nrows, shown);
	app_run(&app, "filter zzzz");
	assert_int_equal(pane()->hidden, 0); /* only what matches counts */
	app_run(&app, "filter kind:occupation");
	assert_true(pane()->view.nrows > 10); /* who asks for them gets them */
	assert_int_equal(pane()->hidden, 0);
	app_run(&app, "filter \"data sci");
	assert_true(
	    pane()->view.nrows > 0); /* the open quote ends before what the short list adds */
}

static void
test_select_brings_in(void **state)
{
	(void)state;
	app_run(&app, "filter zzzz");
	app_run(&app, "select data-scientist");
	assert_string_equal(selected(), "Data Scientist");
	assert_false(pane()->everything);
	app_run(&app, "select nlp-specialist"); /* one that is only named */
	assert_string_equal(selected(), "NLP Specialist");
	assert_true(pane()->everything);
	assert_false(app_command(&app, "select no-such-thing"));
	assert_true(app.message_is_error);
	app_run(&app, "select python"); /* on the screen that has it */
	assert_int_equal(app.screen, SCREEN_SKILLS);
	assert_string_equal(selected(), "Python");
	assert_false(app_command(&app, "select percentile"));
	assert_contains(app.message, "is a term");
}

static void
test_sort_cycle(void **state)
{
	(void)state;
	app_press(&app, "s");
	assert_string_equal(pane()->query.data, "sort:title");
	app_press(&app, "s");
	assert_string_equal(pane()->query.data, "sort:-title");
	app_press(&app, "s");
	assert_string_equal(pane()->query.data, "");
	app_press(&app, "s Right S");
	assert_int_equal(pane()->view.query.nsort, 2);
	app_press(&app, "S");
	assert_true(pane()->view.query.sort[1].descending);
	app_press(&app, "S");
	assert_string_equal(pane()->query.data, "sort:title");
	app_press(&app, "s"); /* by this column alone */
	assert_int_equal(pane()->view.query.nsort, 1);
	assert_false(app_command(&app, "sort nothing"));
	assert_contains(app.message, "nothing");
	app_run(&app, "filter data");
	app_run(&app, "sort -title");
	assert_string_equal(pane()->query.data, "data sort:-title");
	app_run(&app, "sort");
	assert_string_equal(pane()->query.data, "data");
}

/* Columns that the screen does not show are passed over. */
static void
test_column_cursor(void **state)
{
	(void)state;
	for (int i = 0; i < 20; i++) {
		struct column_places places;

		app_press(&app, i < 10 ? "Right" : "Left");
		pane_visible_columns(pane(), app.layout.list.w, &places);
		assert_non_null(places_find(&places, pane()->column));
	}
	assert_int_equal(pane()->column, 0);
	app_press(&app, "l l l l h");
	assert_true(pane()->column > 0);
}

/* --- facets -------------------------------------------------------------------------------------- */

/* Puts the cursor on a value of the facet column. */
static const struct facet_line *
on_value(const char *field, const char *value)
{
	struct pane *p = pane();

	p->focus = FOCUS_FACETS;
	for (size_t i = 0; i < p->nfacet; i++)
		if (!p->facet[i].heading
		    && strcmp(p->def->list->fields[p->facet[i].field].name, field) == 0
		    && strcmp(pane_facet_text(p, &p->facet[i], 100), value) == 0) {
			p->facet_cursor = i;
			return &p->facet[i];
		}
	fail_msg("no value %s of %s", value, field);
	return NULL;
}

static void
test_facets(void **state)
{
	uint32_t masters, all;

	(void)state;
	app_press(&app, "2");
	all = pane()->view.nrows;
	masters = on_value("award", "master")->count;
	app_press(&app, "Enter");
	assert_string_equal(pane()->query.data, "award:master");
	assert_int_equal(pane()->view.nrows, masters);
	assert_true(
	    pane()->facet[pane()->facet_cursor].selected);     /* the cursor stays on its value */
	assert_true(on_value("award", "bachelor")->count > 0); /* its own counts are not narrowed */
	app_press(&app, "Space");
	assert_string_equal(pane()->query.data, "award:master,bachelor");
	on_value("award", "master");
	app_press(&app, "Enter");
	assert_string_equal(pane()->query.data, "award:bachelor");
	on_value("award", "bachelor");
	app_press(&app, "Enter");
	assert_string_equal(pane()->query.data, "");
	on_value("award", "master");
	app_press(&app, "x");
	assert_string_equal(pane()->query.data, "-award:master");
	assert_int_equal(pane()->view.nrows, all - masters);
	app_press(&app, "x");
	assert_int_equal(pane()->view.nrows, all);
}

/* A value that is chosen comes to the top of its facet, and the cursor with it. */
static void
test_facet_cursor(void **state)
{
	size_t was;

	(void)state;
	app_press(&app, "2");
	on_value("mode", "hybrid");
	was = pane()->facet_cursor;
	app_press(&app, "Enter");
	assert_true(pane()->facet_cursor < was);
	assert_true(pane()->facet[pane()->facet_cursor].selected);
	app_run(&app, "filter award:master"); /* above it, a facet got fewer lines or more */
	assert_string_equal(
	    pane_facet_text(pane(), &pane()->facet[pane()->facet_cursor], 100), "hybrid");
	app_run(&app, "filter zzzz");
	assert_true(pane()->facet_cursor < pane()->nfacet);
}

static void
test_absent_value(void **state)
{
	uint32_t all, absent;

	(void)state;
	app_press(&app, "2");
	all = pane()->view.nrows;
	absent = on_value("mode", "not stated")->count;
	app_press(&app, "Enter");
	assert_string_equal(pane()->query.data, "mode:none");
	assert_int_equal(pane()->view.nrows, absent);
	app_press(&app, "Enter");
	assert_string_equal(pane()->query.data, "");
	app_press(&app, "x");
	assert_string_equal(pane()->query.data, "mode:any");
	assert_int_equal(pane()->view.nrows, all - absent);
	app_press(&app, "x");
	assert_int_equal(pane()->view.nrows, all);
}

static void
test_facet_heading(void **state)
{
	(void)state;
	app_press(&app, "2 S-Tab");
	assert_false(
	    pane()->facet[pane()->facet_cursor].heading); /* the first value, not its name */
	app_press(&app, "Home Enter");
	assert_true(app.message_is_error);
	assert_string_equal(pane()->query.data, "");
}

/* `+` adds the rows that only lack the value, marked; again takes them out. */
static void
test_unstated(void **state)
{
	uint32_t n, unknown;

	(void)state;
	app_press(&app, "2");
	assert_false(app_command(&app, "absent"));
	app_run(&app, "filter months<13");
	n = pane()->view.nrows;
	unknown = pane()->view.result.unknown;
	assert_true(n > 0 && unknown > 0);
	assert_true(
	    binding_useful(&app, keymap_find(&app.keys, IN_LIST | IN_ON(SCREEN_PROGRAMS), "+")));
	app_press(&app, "+");
	assert_int_equal(pane()->view.nrows, n + unknown);
	app_press(&app, "+");
	assert_int_equal(pane()->view.nrows, n);
	app_press(&app, "+ Esc");
	assert_false(pane()->view.with_unknown);
	assert_false(
	    binding_useful(&app, keymap_find(&app.keys, IN_LIST | IN_ON(SCREEN_PROGRAMS), "+")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_start),
	    WITH_APP(test_selection_follows_the_item),
	    WITH_APP(test_moving),
	    WITH_APP(test_hidden),
	    WITH_APP(test_select_brings_in),
	    WITH_APP(test_sort_cycle),
	    WITH_APP(test_column_cursor),
	    WITH_APP(test_facets),
	    WITH_APP(test_facet_cursor),
	    WITH_APP(test_absent_value),
	    WITH_APP(test_facet_heading),
	    WITH_APP(test_unstated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
