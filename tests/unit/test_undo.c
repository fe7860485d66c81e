/*
 * Undo and redo: every kind of change, steps that nest, other screens, the bound, and random walks.
 */
#include "apptest.h"
#include "career/cmd/commands.h"
#include "check.h"
#include "temp.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

/* --- what undo is about, as one text ----------------------------------------------------------------- */

static void
add_pane(struct pane *p, struct buf *out)
{
	buf_addf(out, "%s: query '%s' off '%s' flags %d%d rows %u columns ", p->def->title,
	    p->query.data, p->off.data, p->everything, p->view.with_unknown, p->view.nrows);
	colview_text(&p->cols, out);
	buf_adds(out, " marks");
	for (size_t i = 0; i < p->marks.bits; i++)
		if (bitset_has(&p->marks, i))
			buf_addf(out, " %zu", i);
	for (uint32_t i = 0; i < p->view.nrows; i += 7)
		buf_addf(out, ".%u", p->view.rows[i]);
	buf_adds(out, "\n");
}

static void
add_key(void *ctx, const char *key)
{
	buf_addf(ctx, "%s ", key);
}

static char *
state_of(struct app *a)
{
	struct buf out = BUF_INIT;
	struct err e;
	char *role = profile_get(a->profile, "role");
	const int64_t *off;
	size_t noff;

	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		if (pane_defs[i].list == NULL)
			continue;
		assert_ok(pane_open(a, (enum screen)i, &e));
		add_pane(&a->pane[i], &out);
		profile_marks(a->profile, pane_defs[i].list->name, add_key, &out, &e);
	}
	off = db_sources_off(a->db, &noff);
	for (size_t i = 0; i < noff; i++)
		buf_addf(&out, "off %d ", (int)off[i]);
	buf_addf(&out, "role '%s' kept '%s' level %d ", a->role, role != NULL ? role : "",
	    (int)a->level);
	compare_set_text(&a->compare, &out);
	free(role);
	return buf_take(&out);
}

static char *before;

static void
remember(void)
{
	free(before);
	before = state_of(&app);
}

static void
is_as_before(const char *what)
{
	char *now = state_of(&app);

	if (strcmp(now, before) != 0)
		fail_msg("%s:\n%s\ninstead of\n%s", what, now, before);
	free(now);
}

/* Runs, undoes and redoes; the words of the message. */
static void
comes_back(const char *keys, const char *words)
{
	size_t done = app.undo.done;
	char *after;

	remember();
	app_press(&app, keys);
	assert_int_equal(app.undo.done, done + 1);
	after = state_of(&app);
	if (strcmp(after, before) == 0)
		fail_msg("%s changes nothing", keys);
	app_run(&app, "undo");
	assert_contains(app.message, "undone");
	assert_contains(app.message, words);
	is_as_before(keys);
	app_run(&app, "redo");
	assert_contains(app.message, "redone");
	assert_contains(app.message, words);
	free(before);
	before = after;
	is_as_before(keys);
}

/* --- each kind of change ----------------------------------------------------------------------------- */

static void
test_filters(void **state)
{
	(void)state;
	comes_back("/ 'data Enter", ": filter data");
	comes_back(":filter~data~kind:role", ": filter data kind:role");
	comes_back("S-Tab Right Enter", "switch off kind:role"); /* the chip */
	comes_back("Enter", "switch on kind:role");
	comes_back("x", "filter data");
	comes_back(":clear", "clear the filter");
	comes_back("Tab o", "show the whole list");
	comes_back("o", "fold the list");
	comes_back(":filter~stat:CA", "stat:CA"); /* a mistake is a change as well */
}

static void
test_facets(void **state)
{
	(void)state;
	app_press(&app, "2 S-Tab");
	comes_back("Enter", "filter award:");
	comes_back("Down x", "-award:");
	comes_back(":filter~cost<20k~mode:online", "filter cost<20k mode:online");
	comes_back("+", "add rows that do not state it");
}

static void
test_sorts(void **state)
{
	(void)state;
	comes_back("Right s", "sort ");
	comes_back("s", "sort -");
	comes_back("s", "clear the sort");
	comes_back(":sort~title", "sort title");
	comes_back("Right Right S", "sort title,");
	app_run(&app, "filter data sort:-title");
	app_run(&app, "undo");
	assert_contains(app.message, "filter data");
}

static void
test_marks(void **state)
{
	const char *first = selected();
	char name[64];

	(void)state;
	snprintf(name, sizeof name, "%s", first);
	comes_back("Space", ": mark Machine Learning Engineer");
	comes_back("Space Up", ": mark ");
	app_run(&app, "undo");
	app_run(&app, "undo");
	assert_int_equal(pane()->nmarks, 0);
	assert_string_equal(selected(), name); /* the cursor is where it was */
	app_run(&app, "redo");
	assert_int_equal(pane()->pos, 1);
	app_press(&app, "Up");
	comes_back("Space", ": unmark ");
}

static void
test_columns(void **state)
{
	(void)state;
	comes_back("Right >", "columns ");
	comes_back("}", "columns ");
	comes_back(":column-hide", "columns ");
	comes_back(":columns", "the list's own columns");
}

static void
test_role_and_level(void **state)
{
	(void)state;
	comes_back("E", ": level mid");
	comes_back(":level~senior", ": level senior");
	comes_back(":role-is~data-scientist", ": role data-scientist");
	comes_back("r 'nlp Enter", "role nlp-specialist");
	app_press(&app, "2");
	comes_back(":role-is~data-analyst", "role data-analyst, filter role:data-analyst");
}

static void
test_compare(void **state)
{
	(void)state;
	comes_back(":compare~data-scientist~machine-learning-engineer", "compare 2 roles");
	comes_back("B", "compare 2");
	comes_back("x", "compare 1 role");
	app_press(&app, "1 Down Down Down");
	comes_back("c", "compare 2 roles");
	assert_int_equal(app.screen, SCREEN_COMPARE);
	app_press(&app, "u");
	assert_string_equal(app.message, "undone on Roles: compare 2 roles");
}

static void
test_sources(void **state)
{
	(void)state;
	app_press(&app, "7");
	comes_back(":source", "switch 1 source off");
	comes_back(":kind~editorial~off", "off");
	comes_back(":sources~all~on", "switch all sources on");
	app_press(&app, "1 u");
	assert_int_equal(app.screen, SCREEN_DATA);
}

static void
test_saved(void **state)
{
	(void)state;
	app_press(&app, "2 :filter~cost<20k");
	app_run(&app, "save cheap");
	app_run(&app, "clear");
	app_run(&app, "forget cheap");
	app_run(&app, "undo");
	assert_contains(app.message, "undone: forget cheap");
	app_run(&app, "load cheap");
	assert_string_equal(pane()->query.data, "cost<20k");
}

/* --- steps ------------------------------------------------------------------------------------------- */

static void
test_no_step(void **state)
{
	static const char *const nothing[] = {"Down", "Right", "/ Enter", "/ 'abc Esc", "Tab",
	    ":clear", ":filter", ":level~entry", "?", "Esc", ":sort", "2", ":select~data-scientist",
	    ":zzz", "u", "^R", "+", ":everything~x"};

	(void)state;
	app_run(&app, "filter data");
	app_run(&app, "undo");
	assert_int_equal(app.undo.n, 1);
	for (size_t i = 0; i < COUNT(nothing); i++) {
		if (strcmp(nothing[i], "^R") == 0 || strcmp(nothing[i], ":everything~x") == 0)
			continue;
		app_press(&app, nothing[i]);
		if (app.undo.n != 1 || app.undo.done != 0)
			fail_msg("%s is a step", nothing[i]);
	}
	app_press(&app, "1 u");
	assert_string_equal(app.message, "nothing to undo");
	assert_true(app.message_is_error);
	app_press(&app, "^R");
	assert_contains(app.message, "redone: filter data");
	app_press(&app, "^R");
	assert_string_equal(app.message, "nothing to redo");
}

static void
test_new_change_drops_redo(void **state)
{
	(void)state;
	app_run(&app, "filter one");
	app_run(&app, "filter two");
	app_press(&app, "u u");
	assert_string_equal(pane()->query.data, "");
	app_run(&app, "filter three");
	assert_false(app_command(&app, "redo"));
	app_press(&app, "u");
	assert_string_equal(pane()->query.data, "");
	assert_false(app_command(&app, "undo"));
}

/* Commands that run commands, keys that run them, prompts in them: one step each. */
static void
test_nesting(void **state)
{
	(void)state;
	app_run(&app, "key s");
	assert_int_equal(app.undo.done, 1);
	app_press(&app, "? 'everyth Enter"); /* help runs it */
	assert_true(pane()->everything);
	assert_int_equal(app.undo.done, 2);
	app_press(&app, ": 'filter~data Enter");
	assert_int_equal(app.undo.done, 3);
	app_run(&app, "search"); /* a script types */
	app_run(&app, "key x");
	app_run(&app, "key Enter");
	assert_int_equal(app.undo.done, 4);
	assert_string_equal(pane()->query.data, "data x");
	app_press(&app, "u");
	assert_string_equal(pane()->query.data, "data");
	app_press(&app, "u u u");
	assert_int_equal(app.undo.done, 0);
	assert_false(pane()->everything);
}

/* What is typed into a filter and given up is no step, and what was filtered before stays. */
static void
test_prompt(void **state)
{
	(void)state;
	app_run(&app, "filter data");
	app_press(&app, "/ 'abc Backspace Backspace Esc");
	assert_int_equal(app.undo.done, 1);
	app_press(&app, "/ ^U 'engineer Enter");
	assert_int_equal(app.undo.done, 2);
	app_press(&app, "/ ^U 'more u"); /* letters are text there */
	assert_string_equal(pane()->query.data, "moreu");
	app_press(&app, "Esc u");
	assert_string_equal(pane()->query.data, "data");
	app_press(&app, "u");
	assert_string_equal(pane()->query.data, "");
}

static void
test_bound(void **state)
{
	char line[32];

	(void)state;
	for (int i = 0; i < UNDO_STEPS + 20; i++) {
		snprintf(line, sizeof line, "filter n%d", i);
		app_run(&app, line);
	}
	assert_int_equal(app.undo.n, UNDO_STEPS);
	for (int i = 0; i < UNDO_STEPS; i++)
		app_run(&app, "undo");
	assert_false(app_command(&app, "undo"));
	assert_string_equal(pane()->query.data, "n19");
	for (int i = 0; i < UNDO_STEPS; i++)
		app_run(&app, "redo");
	assert_string_equal(pane()->query.data, "n119");
}

/* --- other screens ----------------------------------------------------------------------------------- */

static void
test_other_screen(void **state)
{
	(void)state;
	app_press(&app, "2 / 'data Enter 1 s z");
	app_press(&app, "u");
	assert_int_equal(app.screen, SCREEN_ROLES);
	app_press(&app, "? u Esc"); /* typed into the popup */
	assert_int_equal(app.undo.done, 1);
	app_press(&app, "u");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	assert_string_equal(app.message, "undone on Programs: filter data");
	assert_string_equal(pane()->query.data, "");
	app_press(&app, "1 ^R");
	assert_string_equal(app.message, "redone on Programs: filter data");
	app_press(&app, "^R");
	assert_int_equal(app.screen, SCREEN_ROLES);
}

/* A link to a list under a query changes the filter of that list. */
static void
test_link(void **state)
{
	(void)state;
	app_run(&app, "screen programs");
	app_run(&app, "filter before");
	app_run(&app, "select machine-learning-engineer");
	app_run(&app, "section programs");
	for (size_t i = 0; i < 60 && app.screen == SCREEN_ROLES; i++) {
		const struct line *l = &pane()->detail.page.lines[pane()->detail.cursor];

		if (l->nanchors > 0 && l->anchors[0].kind == ANCHOR_QUERY)
			app_press(&app, "Enter");
		else
			app_press(&app, "Down");
	}
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	assert_string_not_equal(pane()->query.data, "before");
	app_press(&app, "u");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	assert_string_equal(pane()->query.data, "before");
}

/* The focus does not stay on chips that are gone. */
static void
test_focus(void **state)
{
	(void)state;
	app_run(&app, "filter data");
	app_press(&app, "S-Tab");
	assert_int_equal(pane()->focus, FOCUS_CHIPS);
	app_press(&app, "u");
	assert_int_equal(pane()->focus, FOCUS_LIST);
}

/* --- the profile ------------------------------------------------------------------------------------- */

static void
test_profile(void **state)
{
	char *dir = temp_dir(), *path = mem_dup(temp_path(dir, "p/profile.db"));
	struct app a;

	(void)state;
	appscreen_state(&a, path);
	app_press(&a, "Space :role-is~data-scientist u u");
	app_close(&a);
	appscreen_state(&a, path);
	assert_int_equal(app_pane(&a)->nmarks, 0);
	assert_string_equal(a.role, "");
	assert_int_equal(a.undo.n, 0); /* steps end with the program */
	app_press(&a, "Space u ^R");
	app_close(&a);
	appscreen_state(&a, path);
	assert_int_equal(app_pane(&a)->nmarks, 1);
	app_close(&a);
	free(path);
	temp_remove(dir);
}

/* --- random walks ------------------------------------------------------------------------------------ */

static const char *const walk[] = {"s", "S", "Space", "Down", "Down Down", "Right", "Left", "Tab",
    "S-Tab", "Enter", "x", "o", "+", "E", "1", "2", "4", "6", "7", "/ 'data Enter", "/ 'ma Enter",
    "/ 'x Esc", ":filter~kind:role", ":filter~cost<20k", ":filter~award:master~mode:online",
    ":clear", ":sort~title", ":role-is~data-scientist", ":role-is~nlp-specialist", ":level~senior",
    "q Esc", "z", ": 'sort-add Enter", ":go~5", "J", ">", "<", "}", ":column-hide", "c", "B", "3",
    "Esc"};

static void
walk_and_return(unsigned seed)
{
	char *start, *end;
	struct undo *u = &app.undo;

	srand(seed);
	start = state_of(&app);
	for (int i = 0; i < 60; i++) {
		app_press(&app, walk[(size_t)rand() % COUNT(walk)]);
		if (rand() % 9 == 0)
			app_press(&app, rand() % 2 ? "u" : "^R");
		app_press(&app, "Esc");
	}
	while (u->done < u->n)
		app_run(&app, "redo");
	end = state_of(&app);
	while (u->done > 0)
		app_run(&app, "undo");
	free(before);
	before = start;
	is_as_before("all undone");
	while (u->done < u->n)
		app_run(&app, "redo");
	free(before);
	before = end;
	is_as_before("all redone");
	before = NULL;
	free(end);
}

static void
test_random(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 12; seed++) {
		apptest_close(NULL);
		apptest_open(NULL);
		walk_and_return(seed);
	}
}

static int
close_all(void **state)
{
	free(before);
	before = NULL;
	return apptest_close(state);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, apptest_open, close_all)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH(test_filters),
	    WITH(test_facets),
	    WITH(test_sorts),
	    WITH(test_marks),
	    WITH(test_columns),
	    WITH(test_role_and_level),
	    WITH(test_compare),
	    WITH(test_sources),
	    WITH(test_saved),
	    WITH(test_no_step),
	    WITH(test_new_change_drops_redo),
	    WITH(test_nesting),
	    WITH(test_prompt),
	    WITH(test_bound),
	    WITH(test_other_screen),
	    WITH(test_link),
	    WITH(test_focus),
	    WITH(test_profile),
	    WITH(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
