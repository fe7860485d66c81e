#include "appscreen.h"
#include "career/base/file.h"
#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>

static struct app app;

static int
set_up(void **state)
{
	(void)state;
	appscreen_state(&app, NULL);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	app_close(&app);
	return 0;
}

static struct pane *
pane(void)
{
	return app_pane(&app);
}

/* The first column of the selected row. */
static const char *
selected(void)
{
	static struct buf cell = BUF_INIT;

	buf_clear(&cell);
	if (pane()->selected == UINT32_MAX)
		return "";
	pane()->def->columns[0].cell(pane(), pane()->selected, &cell);
	return cell.data;
}

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
	assert_true(pane()->view.nrows > 0); /* the open quote ends before what the short list adds */
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
	assert_false(app_command(&app, "select python"));
	assert_contains(app.message, "neither a role nor a program");
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
		int widths[16];

		app_press(&app, i < 10 ? "Right" : "Left");
		pane_visible_columns(pane(), app.layout.list.w, widths);
		assert_true(widths[pane()->column] > 0);
	}
	assert_int_equal(pane()->column, 0);
	app_press(&app, "l l l l h");
	assert_true(pane()->column > 0);
}

/* --- filtering while one types --------------------------------------------------------------- */

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
	app_press(&app, "'data_sci");
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
	static const char *const ways[] = { "Esc", "^C", "^G" };

	(void)state;
	app_run(&app, "filter family:analysis");
	app_press(&app, "Down Down");
	for (size_t i = 0; i < COUNT(ways); i++) {
		uint32_t row = pane()->selected, n = pane()->view.nrows;

		app_press(&app, "/ '_zzzz");
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
	app_press(&app, "^U 'pay_low");
	app_press(&app, "'>");
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
	app_press(&app, ": 'zoom Enter : Up");
	assert_string_equal(app.prompt.edit.text.data, "zoom");
	app_press(&app, "Down Esc");
}

static void
test_completion(void **state)
{
	(void)state;
	app_press(&app, ": 'secti Tab");
	assert_string_equal(app.prompt.edit.text.data, "section");
	app_press(&app, "^U 'zzz Tab");
	assert_string_equal(app.message, "nothing completes this");
	app_press(&app, "^U 's Tab");
	assert_contains(app.message, "section");
	app_press(&app, "Esc / 'fam Tab");
	assert_contains(app.prompt.edit.text.data, "family");
	app_press(&app, "Esc");
	assert_string_equal(pane()->query.data, "");
}

/* --- facets -------------------------------------------------------------------------------------- */

/* Puts the cursor on a value of the facet column. */
static const struct facet_line *
on_value(const char *field, const char *value)
{
	struct pane *p = pane();

	p->focus = FOCUS_FACETS;
	for (size_t i = 0; i < p->nfacet; i++)
		if (!p->facet[i].heading && strcmp(p->def->list->fields[p->facet[i].field].name, field) == 0 &&
		    strcmp(pane_facet_text(p, &p->facet[i], 100), value) == 0) {
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
	assert_true(pane()->facet[pane()->facet_cursor].selected); /* the cursor stays on its value */
	assert_true(on_value("award", "bachelor")->count > 0);     /* its own counts are not narrowed */
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
	assert_false(pane()->facet[pane()->facet_cursor].heading); /* the first value, not its name */
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
	assert_true(binding_useful(&app, binding_find(IN_LIST | IN_PROGRAMS, "+")));
	app_press(&app, "+");
	assert_int_equal(pane()->view.nrows, n + unknown);
	app_press(&app, "+");
	assert_int_equal(pane()->view.nrows, n);
	app_press(&app, "+ Esc");
	assert_false(pane()->view.with_unknown);
	assert_false(binding_useful(&app, binding_find(IN_LIST | IN_PROGRAMS, "+")));
}

/* --- pages and places ------------------------------------------------------------------------- */

static void
test_focus(void **state)
{
	static const enum focus ring[] = { FOCUS_DETAIL, FOCUS_CHIPS, FOCUS_FACETS, FOCUS_LIST };

	(void)state;
	app_press(&app, "2");
	app_run(&app, "filter data");
	for (size_t i = 0; i < COUNT(ring); i++) {
		app_press(&app, "Tab");
		assert_int_equal(pane()->focus, ring[i]);
	}
	for (size_t i = COUNT(ring) - 1; i-- > 0;) {
		app_press(&app, "S-Tab");
		assert_int_equal(pane()->focus, ring[i]);
	}
	app_press(&app, "q");
	assert_int_equal(pane()->focus, FOCUS_LIST);
	app_press(&app, "Enter Esc");
	assert_int_equal(pane()->focus, FOCUS_LIST);
	assert_string_equal(pane()->query.data, "data"); /* one press, the innermost thing */
	app_press(&app, "Esc");
	assert_string_equal(pane()->query.data, "");
}

static void
test_sections(void **state)
{
	(void)state;
	app_press(&app, "Enter");
	for (size_t i = 1; i <= pane()->def->nsections; i++) {
		app_press(&app, "Right");
		assert_int_equal(pane()->detail.section, i % pane()->def->nsections);
		assert_true(pane()->detail.page.nlines > 0);
		assert_int_equal(pane()->detail.cursor, 0);
	}
	app_press(&app, "Left");
	assert_int_equal(pane()->detail.section, pane()->def->nsections - 1);
	app_run(&app, "section break in");
	assert_string_equal(pane()->def->section(pane()->detail.section), "Break in");
	app_press(&app, "J"); /* the next role, the same section */
	assert_string_equal(pane()->def->section(pane()->detail.section), "Break in");
	assert_int_equal(pane()->pos, 1);
	assert_false(app_command(&app, "section nonsense"));
	assert_contains(app.message, "nonsense");
}

static void
test_level(void **state)
{
	(void)state;
	app_press(&app, "E");
	assert_int_equal(app.level, LEVEL_MID);
	app_run(&app, "level staff");
	assert_int_equal(app.level, LEVEL_STAFF);
	assert_false(app_command(&app, "level boss"));
	assert_int_equal(app.level, LEVEL_STAFF);
	app_press(&app, "E E E");
	assert_int_equal(app.level, LEVEL_ENTRY);
}

/* Narrow: the pane with the focus is the one that is seen; wider again, nothing is lost. */
static void
test_narrow(void **state)
{
	(void)state;
	app_press(&app, "Down Down");
	app_resize(&app, 12, 40);
	app_settle(&app);
	assert_true(app.layout.list.h > 0 && app.layout.detail.h <= 0);
	app_press(&app, "Enter PgDn");
	assert_true(app.layout.list.h <= 0 && app.layout.detail.h > 0);
	assert_true(pane()->detail.cursor >= pane()->detail.top);
	app_press(&app, "q");
	assert_true(app.layout.list.h > 0);
	app_resize(&app, 1, 1);
	app_settle(&app);
	assert_true(app.layout.small);
	app_press(&app, "Down Enter Tab i Esc Esc Esc Esc");
	app_resize(&app, 50, 132);
	app_settle(&app);
	assert_true(app.layout.list.h > 0 && app.layout.detail.h > 0);
	assert_int_equal(pane()->pos, 3);
}

/* What is selected stays in sight in every size. */
static void
test_resize_keeps_selection(void **state)
{
	static const int sizes[][2] = { { 50, 132 }, { 10, 40 }, { 24, 80 }, { 12, 60 }, { 5, 5 }, { 30, 100 } };
	uint32_t row;

	(void)state;
	app_press(&app, "o 40");
	app_run(&app, "go 40");
	row = pane()->selected;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		app_resize(&app, sizes[i][0], sizes[i][1]);
		app_settle(&app);
		assert_int_equal(pane()->selected, row);
		assert_true(pane()->pos >= pane()->top && pane()->pos < pane()->top + pane_list_rows(&app));
	}
}

static void
test_zoom(void **state)
{
	(void)state;
	app_press(&app, "z");
	assert_true(app.zoom && app.layout.detail.h <= 0);
	app_press(&app, "Tab");
	assert_true(app.layout.detail.h > 15 && app.layout.list.h <= 0);
	app_press(&app, "Esc");
	assert_false(app.zoom);
	assert_int_equal(pane()->focus, FOCUS_DETAIL);
}

static void
test_links(void **state)
{
	size_t query = 0;

	(void)state;
	app_run(&app, "section programs");
	while (query < pane()->detail.page.nlines && (pane()->detail.page.lines[query].nanchors == 0 ||
		   pane()->detail.page.lines[query].anchors[0].kind != ANCHOR_QUERY))
		query++;
	assert_true(query < pane()->detail.page.nlines);
	pane()->detail.cursor = query;
	app_press(&app, "Enter");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	assert_contains(pane()->query.data, "role:machine-learning-engineer");
	app_press(&app, "q"); /* back where the link was */
	assert_int_equal(app.screen, SCREEN_ROLES);
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
}

static void
test_match(void **state)
{
	(void)state;
	app_press(&app, "Enter n");
	assert_true(app.message_is_error);
	app_press(&app, "/ 'machine Enter Enter n");
	assert_false(app.message_is_error);
	app_press(&app, "N");
	assert_false(app.message_is_error);
}

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
			if (s == SCREEN_ROLES && strcmp(pane_defs[s].columns[i].about, "Growth") == 0)
				assert_string_equal(pane()->def->section(pane()->detail.section), "Growth");
			app_press(&app, "Esc Esc");
		}
}

static void
test_explain(void **state)
{
	(void)state;
	app_run(&app, "section pay");
	app_settle(&app);
	app_press(&app, "Tab S-Tab Esc Right i"); /* from the list: the lines that say what sources say */
	assert_int_equal(pane()->focus, FOCUS_DETAIL);
	app_press(&app, "i");
	assert_true(app.popup.open);
	assert_string_equal(app.popup.title, "Who says so");
	assert_true(app.popup.page.nlines > 5);
	app_press(&app, "q");
	assert_false(app.popup.open);
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
		if (commands[i].arg != NULL && commands[i].arg[0] != '[' && strcmp(commands[i].name, "screen") != 0) {
			char name[64];

			snprintf(name, sizeof name, ":%s %s", commands[i].name, commands[i].arg);
			assert_contains(text.data, name);
		}
	for (size_t i = 0; i < nbindings; i++)
		if (binding_works(&bindings[i], IN_LIST | IN_ROLES))
			assert_contains(text.data, bindings[i].key);
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
		assert_true(app.popup.page.lines[i].nanchors > 0);
	assert_true(app.popup.page.nlines >= 2); /* "sort by the column under the cursor, again: other way" */
}

static void
test_popup_runs(void **state)
{
	(void)state;
	app_press(&app, "? 'zoom Enter");
	assert_true(app.zoom);
	assert_false(app.popup.open);
	app_press(&app, "z ? 'filter_[QUERY] Enter"); /* one with something to say begins its line */
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

static void
test_role(void **state)
{
	(void)state;
	app_press(&app, "r 'nlp Enter");
	assert_string_equal(app.role, "nlp-specialist");
	assert_string_equal(selected(), "NLP Specialist");
	app_press(&app, "2 / 'award:master Enter r 'data_scientist Enter");
	assert_string_equal(pane()->query.data, "award:master role:data-scientist"); /* the rest of the filter stays */
	app_press(&app, "r 'nlp Enter");
	assert_string_equal(pane()->query.data, "award:master role:nlp-specialist");
	assert_false(app_command(&app, "role-is nobody"));
	assert_string_equal(app.role, "nlp-specialist");
}

/* --- what is kept ------------------------------------------------------------------------------- */

static void
test_marks(void **state)
{
	(void)state;
	app_press(&app, "Space Space");
	assert_int_equal(pane()->nmarks, 2);
	assert_int_equal(pane()->pos, 2);
	app_press(&app, "g Space");
	assert_int_equal(pane()->nmarks, 1);
	app_run(&app, "filter zzzz");
	assert_false(app_command(&app, "mark"));
	app_run(&app, "clear");
	assert_int_equal(pane()->nmarks, 1);
	app_press(&app, "End Space"); /* the line of what is hidden is no row */
	assert_true(app.message_is_error);
	assert_int_equal(pane()->nmarks, 1);
}

static void
test_profile(void **state)
{
	char *dir = temp_dir();
	char path[256];
	uint32_t row;

	(void)state;
	snprintf(path, sizeof path, "%s/profile.db", dir);
	app_close(&app);
	appscreen_state(&app, path);
	app_press(&app, "2 Down Space r 'nlp Enter");
	app_run(&app, "clear");
	app_run(&app, "go 2");
	row = pane()->selected;
	app_close(&app);
	appscreen_state(&app, path);
	assert_string_equal(app.role, "nlp-specialist");
	app_press(&app, "2");
	assert_int_equal(pane()->nmarks, 1);
	assert_true(bitset_has(&pane()->marks, row));
	app_close(&app);
	appscreen_state(&app, NULL);
	assert_string_equal(app.role, "");
	temp_remove(dir);
}

/* A profile that is none is left as it is; marks work until the end. */
static void
test_bad_profile(void **state)
{
	char *dir = temp_dir(), *bytes;
	char path[256];
	size_t len;

	(void)state;
	snprintf(path, sizeof path, "%s/profile.db", dir);
	temp_write(path, "not a database, but long enough to be looked at as one, says its author", 71);
	app_close(&app);
	appscreen_state(&app, path);
	assert_true(app.message_is_error);
	assert_contains(app.message, "until you quit");
	app_press(&app, "Space");
	assert_int_equal(pane()->nmarks, 1);
	bytes = temp_read(path, &len);
	assert_int_equal(len, 71);
	free(bytes);
	temp_remove(dir);
}

/* --- messages ----------------------------------------------------------------------------------- */

static void
test_messages(void **state)
{
	(void)state;
	assert_false(app_command(&app, "nonsense"));
	assert_contains(app.message, "no command 'nonsense'");
	assert_false(app_command(&app, "sectoin pay"));
	assert_contains(app.message, "nearest: section");
	assert_false(app_command(&app, "section"));
	assert_contains(app.message, "NAME");
	assert_true(app_command(&app, "  # a comment"));
	assert_true(app_command(&app, ""));
	app_press(&app, "F9");
	assert_contains(app.message, "F9 does nothing here");
	app_press(&app, "Down");
	assert_string_equal(app.message, ""); /* until the next key */
	assert_false(app_command(&app, "\033[31m\xe2\x80\xae"));
	for (const char *s = app.message; *s != '\0'; s++)
		assert_true((unsigned char)*s >= 0x20);
	assert_false(app_command(&app, "write /tmp/x")); /* no screen to write */
	assert_false(app_command(&app, "copy"));
	assert_false(app_command(&app, "screen nowhere"));
	assert_contains(app.message, "roles, programs");
}

/* A message of any length ends at a whole character. */
static void
test_long_message(void **state)
{
	struct buf line = BUF_INIT;

	(void)state;
	for (int pad = 0; pad < 3; pad++) {
		buf_clear(&line);
		buf_pad(&line, 'x', (size_t)pad);
		for (int i = 0; i < 600; i++)
			buf_adds(&line, "\u6f22");
		app_say(&app, "%s", line.data);
		assert_true(strlen(app.message) > 400);
		assert_true(text_valid(app.message, strlen(app.message)));
	}
	buf_free(&line);
}

static void
test_quit(void **state)
{
	static const char *const stay[] = { "Esc", "n", "Space", "^C", "x" };

	(void)state;
	for (size_t i = 0; i < COUNT(stay); i++) {
		app_press(&app, "q");
		assert_int_equal(app.prompt.kind, PROMPT_CONFIRM);
		app_press(&app, stay[i]);
		assert_int_equal(app.prompt.kind, PROMPT_NONE);
		assert_int_equal(app.run, 0);
	}
	app_press(&app, "^C Esc");
	assert_int_equal(app.run, 0); /* never without a question */
	app_press(&app, "q y");
	assert_int_equal(app.run, RUN_QUIT);
	app.run = 0;
	app_press(&app, "Q");
	assert_int_equal(app.run, RUN_QUIT);
	app.run = 0;
	app_press(&app, ": 'q Enter");
	assert_int_equal(app.run, RUN_QUIT);
	app.run = 0;
	app_press(&app, "^Z");
	assert_int_equal(app.run, RUN_SUSPEND);
	app.run = 0;
	app_press(&app, "^L");
	assert_int_equal(app.run, RUN_REDRAW);
}

static void
paste(const char *text)
{
	char ch[2] = "";

	for (; *text != '\0'; text++) {
		ch[0] = *text;
		app_paste(&app, ch);
	}
}

/* Pasted text goes into prompts and nowhere else. */
static void
test_paste(void **state)
{
	(void)state;
	paste("Q2zq :q ");
	assert_int_equal(app.run, 0);
	assert_int_equal(app.screen, SCREEN_ROLES);
	assert_false(app.zoom);
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	app_press(&app, "/");
	paste("data sci");
	assert_string_equal(pane()->query.data, "data sci");
	app_press(&app, "Enter :");
	paste("quit ");
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	assert_int_equal(app.run, 0);
	app_press(&app, "Esc q");
	paste("y"); /* a question is not answered by it */
	assert_int_equal(app.run, 0);
	app_press(&app, "Esc ?");
	paste("zoom");
	assert_string_equal(app.popup.words.text.data, "zoom");
	assert_false(app.zoom);
}

static void
test_key_command(void **state)
{
	(void)state;
	app_run(&app, "key 2");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	app_run(&app, "key /");
	app_run(&app, "key x");
	assert_string_equal(pane()->query.data, "x");
	app_run(&app, "key Esc");
	assert_string_equal(pane()->query.data, "");
}

#define WITH_APP(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

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
		WITH_APP(test_live_filter),
		WITH_APP(test_cancel_restores),
		WITH_APP(test_typed_values),
		WITH_APP(test_prompt_history),
		WITH_APP(test_completion),
		WITH_APP(test_facets),
		WITH_APP(test_absent_value),
		WITH_APP(test_facet_heading),
		WITH_APP(test_unstated),
		WITH_APP(test_focus),
		WITH_APP(test_sections),
		WITH_APP(test_level),
		WITH_APP(test_narrow),
		WITH_APP(test_resize_keeps_selection),
		WITH_APP(test_zoom),
		WITH_APP(test_links),
		WITH_APP(test_match),
		WITH_APP(test_explain_from_the_list),
		WITH_APP(test_explain),
		WITH_APP(test_meaning),
		WITH_APP(test_help_names_all),
		WITH_APP(test_popup_filter),
		WITH_APP(test_popup_items),
		WITH_APP(test_popup_runs),
		WITH_APP(test_popup_resize),
		WITH_APP(test_role),
		WITH_APP(test_marks),
		WITH_APP(test_profile),
		WITH_APP(test_bad_profile),
		WITH_APP(test_messages),
		WITH_APP(test_long_message),
		WITH_APP(test_quit),
		WITH_APP(test_paste),
		WITH_APP(test_key_command),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
