/*
 * The list above the command line: what fits, in which order, what Enter, Tab and the arrows do, and what is
 * remembered of it.
 */
#include "apptest.h"
#include "career/cmd/commands.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const struct palette *
palette(void)
{
	app_settle(&app);
	return &app.palette;
}

static const char *
typed(void)
{
	return app.prompt.edit.text.data;
}

/* The name or argument of an item, "" when there are not so many. */
static const char *
item(size_t i)
{
	const struct palette *u = palette();

	return i >= u->n              ? ""
	    : u->item[i].text != NULL ? u->item[i].text
				      : u->item[i].command->name;
}

static bool
offers(const char *name)
{
	for (size_t i = 0; i < palette()->n; i++)
		if (strcmp(item(i), name) == 0)
			return true;
	return false;
}

static struct palette_line
line_of(const char *name)
{
	struct palette_line l = {0};

	for (size_t i = 0; i < palette()->n; i++)
		if (strcmp(item(i), name) == 0)
			palette_line(&app, i, &l);
	if (l.name == NULL)
		fail_msg("%s is not offered", name);
	return l;
}

/* --- what is offered --------------------------------------------------------------------------------- */

static void
test_all(void **state)
{
	size_t moves = 0;

	(void)state;
	app_press(&app, ":");
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	assert_true(palette()->n > 40);
	assert_string_equal(item(0), "search");
	for (size_t i = 0; i < palette()->n; i++) {
		const struct palette_item *it = &palette()->item[i];
		bool move = (it->command->flags & CMD_GROUPS) == CMD_MOVE;

		assert_true(move || moves == 0 || !it->here); /* moves come last of those here */
		assert_true(i == 0 || it->here <= palette()->item[i - 1].here);
		moves += move;
	}
	assert_true(moves > 5);
	assert_true(offers("quit"));
	assert_false(offers("q")); /* the same */
	assert_false(offers("command-line"));
	app_press(&app, "Esc ^P");
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	app_press(&app, "Esc");
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
}

static void
test_order(void **state)
{
	(void)state;
	app_press(&app, ": 'zo");
	assert_string_equal(item(0), "zoom");
	app_press(&app, "^U 'sort");
	assert_string_equal(item(0), "sort"); /* all of the name */
	assert_string_equal(item(1), "sort-column");
	assert_string_equal(item(2), "sort-add");
	app_press(&app, "^U 'srtc");
	assert_string_equal(item(0), "sort-column");
	app_press(&app, "^U 'column~wid");
	assert_string_equal(item(0), "column-wider"); /* words */
	app_press(&app, "^U 'clipboard");
	assert_string_equal(item(0), "copy"); /* found by its help */
	app_press(&app, "^U 'ZOOM");
	assert_string_equal(item(0), "zoom");
	app_press(&app, "^U 'zzzz");
	assert_int_equal(palette()->n, 0);
}

/* Names before help, whatever fits the help. */
static void
test_names_first(void **state)
{
	bool by_help = false;

	(void)state;
	app_press(&app, ": 'page");
	for (size_t i = 0; i < palette()->n; i++) {
		bool here = strstr(item(i), "page") == NULL;

		assert_true(here || !by_help);
		by_help = here;
	}
	assert_true(by_help);
}

static void
test_keys(void **state)
{
	(void)state;
	app_press(&app, ":");
	assert_string_equal(line_of("zoom").keys, "z");
	assert_string_equal(line_of("next-item").keys, "J");
	assert_string_equal(line_of("clear").keys, "");
	assert_true(line_of("clear").here);
	assert_string_equal(line_of("absent").keys, "not here"); /* no row is left out */
	assert_false(line_of("absent").here);
	assert_string_equal(line_of("everything").keys, "o");
	assert_true(line_of("screen").here); /* the one that is open is not all */
	assert_string_equal(line_of("sort-column").keys, "s");
	assert_string_equal(line_of("sort").arg, "[KEYS]");
	app_press(&app, "Esc Enter :"); /* on the page s is no key, but sorting is possible */
	assert_string_equal(line_of("sort-column").keys, "");
	assert_true(line_of("sort-column").here);
	app_press(&app, "Esc 2 :");
	assert_string_equal(line_of("everything").keys, "not here");
	assert_string_equal(line_of("section").keys, "not here");
	assert_string_equal(line_of("mark").keys, "Space");
	app_press(&app, "Esc 3 :"); /* a page alone */
	assert_string_equal(line_of("mark").keys, "not here");
	assert_string_equal(line_of("filter").keys, "not here");
	app_press(&app, "Esc");
}

/* --- Enter ------------------------------------------------------------------------------------------- */

static void
test_enter(void **state)
{
	(void)state;
	app_press(&app, ": 'zo Enter");
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	assert_true(app.zoom);
	app_press(&app, ": 'zoom Enter"); /* as typed */
	assert_false(app.zoom);
	app_press(&app, ": 'sort~title Enter");
	assert_string_equal(pane()->query.data, "sort:title");
	app_press(&app, ": 'sort Enter"); /* exactly a name: runs, without its argument */
	assert_string_equal(pane()->query.data, "");
	app_press(&app, ": 'so Enter"); /* wants an argument: goes on */
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	assert_string_equal(typed(), "sort ");
	app_press(&app, "'title Enter");
	assert_string_equal(pane()->query.data, "sort:title");
	app_press(&app, ": 'leve Enter"); /* what a key runs bare runs bare */
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	assert_int_equal(app.level, LEVEL_MID);
	app_press(&app, ": Enter"); /* nothing typed: the first line, what was used most */
	assert_string_equal(typed(), "sort ");
	app_press(&app, "Esc");
}

static void
test_as_before(void **state)
{
	(void)state;
	app_press(&app, ": '5 Enter");
	assert_int_equal(pane()->pos, 4);
	app_press(&app, ": 'sectoin Enter");
	assert_true(app.message_is_error);
	assert_contains(app.message, "no command 'sectoin'; nearest: section");
	app_press(&app, ": 'section Enter");
	assert_contains(app.message, "section wants NAME");
	app_press(&app, ": '~~zoom~~ Enter");
	assert_true(app.zoom);
	app_press(&app, ": Backspace");
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	app_press(&app, ": 'q Enter");
	assert_int_equal(app.run & RUN_QUIT, RUN_QUIT);
}

/* Where no command fits all words, the first one may shorten a name. */
static void
test_shortened(void **state)
{
	(void)state;
	app_press(&app, ": 'sec~pay");
	assert_string_equal(item(0), "section");
	app_press(&app, "Enter");
	assert_string_equal(pane()->def->section(pane()->detail.section), "Pay");
	app_press(&app, ": 'scr~programs Enter");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	app_press(&app, ": 'zo~x~y"); /* takes no two words */
	app_press(&app, "Esc");
}

static void
test_moving(void **state)
{
	(void)state;
	app_press(&app, ": 'sort Down");
	assert_int_equal(palette()->cursor, 1);
	app_press(&app, "Enter"); /* the line that was gone to, not the typed one */
	assert_string_equal(pane()->query.data, "sort:title");
	app_press(&app, ": 'sort Down Up Up");
	assert_int_equal(palette()->cursor, 0);
	app_press(&app, "PgDn PgDn PgDn PgDn");
	assert_int_equal(palette()->cursor, palette()->n - 1);
	app_press(&app, "Down");
	assert_int_equal(palette()->cursor, palette()->n - 1);
	app_press(&app, "PgUp PgUp PgUp PgUp");
	assert_int_equal(palette()->cursor, 0);
	app_press(&app, "Down Down 'x"); /* typing goes back to the best */
	assert_int_equal(palette()->cursor, 0);
	app_press(&app, "Esc : End Home Left"); /* in the line */
	assert_int_equal(palette()->cursor, 0);
	app_press(&app, "PgDn");
	assert_true(palette()->cursor > 4);
	assert_in_range(palette()->cursor, palette()->top, palette()->top + palette_rows(&app) - 1);
	app_press(&app, "Esc");
}

/* Above a page: what is not for it closes it. */
static void
test_above_popup(void **state)
{
	(void)state;
	app_press(&app, "Right i");
	assert_true(app.popup.open);
	app_press(&app, ": 'down");
	assert_string_equal(line_of("down").keys, "Down j");
	app_press(&app, "Enter");
	assert_true(app.popup.open);
	assert_int_equal(app.popup.cursor, 1);
	app_press(&app, "^P 'undo Enter"); /* of the program */
	assert_true(app.popup.open);
	app_press(&app, ": Esc");
	assert_true(app.popup.open);
	app_press(&app, ": 'filter~data Enter");
	assert_false(app.popup.open);
	assert_string_equal(pane()->query.data, "data");
}

/* --- arguments --------------------------------------------------------------------------------------- */

static void
test_arguments(void **state)
{
	(void)state;
	app_press(&app, ": 'screen~");
	assert_true(palette()->arguments);
	assert_true(offers("start") && offers("coverage"));
	assert_false(palette_points(palette())); /* Enter runs what is typed */
	app_press(&app, "'pro");
	assert_string_equal(item(0), "programs");
	app_press(&app, "Down");
	assert_int_equal(palette()->cursor, 0);
	assert_true(palette_points(palette()));
	app_press(&app, "Enter");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	app_press(&app, ": 'filter~award:ma");
	assert_true(offers("master"));
	app_press(&app, "Down Enter"); /* a term may go on */
	assert_string_equal(typed(), "filter award:master");
	app_press(&app, "Enter");
	assert_string_equal(pane()->query.data, "award:master");
	app_press(&app, ": 'sort~-co");
	assert_true(offers("cost"));
	app_press(&app, "Esc : 'level~se");
	assert_string_equal(item(0), "senior");
	app_press(&app, "Esc : 'role-is~nlp");
	assert_string_equal(item(0), "nlp-specialist");
	app_press(&app, "Down Enter");
	assert_string_equal(app.role, "nlp-specialist");
	app_press(&app, ": 'select~data-s");
	assert_true(offers("data-scientist"));
	app_press(&app, "Esc : 'mark~");
	assert_true(offers("on") && offers("off"));
	app_press(&app, "Esc : 'compare~data-scientist~machine-l");
	assert_true(offers("machine-learning-engineer"));
	assert_false(offers("data-scientist"));
	app_press(&app, "Esc : 'write~x"); /* nothing known: as typed */
	assert_int_equal(palette()->n, 0);
	assert_true(palette()->arguments);
	app_press(&app, "Esc 1 : 'section~br");
	assert_string_equal(item(0), "break in");
	app_press(&app, "Tab");
	assert_string_equal(typed(), "section break in");
	app_press(&app, "Enter");
	assert_string_equal(pane()->def->section(pane()->detail.section), "Break in");
	app_press(&app, "2 :save~cheap 1 : 'load~");
	assert_false(offers("cheap")); /* of another list */
	app_press(&app, "Esc 2 : 'load~");
	assert_true(offers("cheap"));
	app_press(&app, "Esc");
}

static void
test_tab(void **state)
{
	(void)state;
	app_press(&app, ": 'sor Tab");
	assert_string_equal(typed(), "sort"); /* what all share */
	app_press(&app, "Tab");
	assert_string_equal(typed(), "sort");
	app_press(&app, "'- Tab");
	assert_string_equal(typed(), "sort-");
	app_press(&app, "'c Tab");
	assert_string_equal(typed(), "sort-column");
	app_press(&app, "^U 'srtc Tab"); /* not how it begins: the best */
	assert_string_equal(typed(), "sort-column");
	app_press(&app, "^U 'sec Tab");
	assert_string_equal(typed(), "section ");
	app_press(&app, "'p Tab");
	assert_string_equal(typed(), "section p"); /* path, pay, programs */
	app_press(&app, "'at Tab");
	assert_string_equal(typed(), "section path");
	app_press(&app, "^U 'sort Down Tab"); /* the line that was gone to */
	assert_string_equal(typed(), "sort-column");
	app_press(&app, "^U 'zzz Tab");
	assert_string_equal(app.message, "nothing completes this");
	app_press(&app, "^U 'zoXY Left Left Tab"); /* in the middle */
	assert_contains(typed(), "zo");
	app_press(&app, "Esc");
}

/* --- what is remembered ------------------------------------------------------------------------------ */

static void
test_use(void **state)
{
	(void)state;
	app_press(&app, ": 's");
	assert_string_not_equal(item(0), "sort-add");
	app_press(&app, "Esc : 'sort-add Enter : 's");
	assert_string_equal(item(0), "sort-add"); /* of equals the used one */
	app_press(&app, "Esc :");
	assert_string_equal(item(0), "sort-add");
	app_press(&app, "Esc : 'zoom Enter : 'zoom Enter :");
	assert_string_equal(item(0), "zoom"); /* the more often */
	assert_string_equal(item(1), "sort-add");
	app_press(&app, "Esc : 'clear Enter :");
	assert_string_equal(item(1), "clear"); /* as often, later */
	app_press(&app,
	    "Esc z z : 'next-match Enter : 'q Enter :"); /* keys, what fails and the end do not count */
	assert_string_equal(item(0), "zoom");
	assert_false(palette()->item[2].command == command_find("next-match"));
	assert_string_not_equal(item(3), "quit");
	app_press(&app, "^U 'sor");
	assert_string_equal(item(0), "sort-add"); /* sort and sort-column fit as well */
	app_press(&app, "'t");
	assert_string_equal(item(0), "sort"); /* but this is all of its name */
	app_press(&app, "Esc");
}

static void
test_kept(void **state)
{
	char *dir = temp_dir(), *path = mem_dup(temp_path(dir, "p/profile.db"));
	struct app a;

	(void)state;
	appscreen_state(&a, path);
	app_press(
	    &a, ": 'zoom Enter : 'zoom Enter : 'sort-add Enter / 'data Enter / ^U 'engineer Enter");
	app_press(&a, "2 / 'online Enter");
	app_close(&a);
	appscreen_state(&a, path);
	app_press(&a, ":");
	assert_string_equal(a.palette.item[0].command->name, "zoom");
	assert_string_equal(a.palette.item[1].command->name, "sort-add");
	app_press(&a, "^P");
	assert_string_equal(a.prompt.edit.text.data, "sort-add");
	app_press(&a, "^P");
	assert_string_equal(a.prompt.edit.text.data, "zoom"); /* typed twice, there once */
	app_press(&a, "^P");
	assert_string_equal(a.prompt.edit.text.data, "zoom");
	app_press(&a, "^N ^N");
	assert_string_equal(a.prompt.edit.text.data, "");
	app_press(&a, "Esc / ^P ^P");
	assert_string_equal(a.prompt.edit.text.data, "sort:title data"); /* of this list */
	app_press(&a, "Esc 2 / ^P");
	assert_string_equal(a.prompt.edit.text.data, "online");
	app_close(&a);
	free(path);
	temp_remove(dir);
}

/* A guest's profile is gone with the program. */
static void
test_guest(void **state)
{
	(void)state;
	app_press(&app, ": 'zoom Enter / 'data Enter");
	apptest_close(NULL);
	apptest_open(NULL);
	app_press(&app, ":");
	assert_string_equal(item(0), "search");
	app_press(&app, "^P");
	assert_string_equal(typed(), "");
	app_press(&app, "Esc / ^P");
	assert_string_equal(typed(), "");
	app_press(&app, "Esc");
}

static void
test_history(void **state)
{
	char line[32];

	(void)state;
	for (int i = 0; i < 120; i++) {
		snprintf(line, sizeof line, ": 'go~%d Enter", i + 1);
		app_press(&app, line);
	}
	app_press(&app, ": 'go~50 Enter : ^P");
	assert_string_equal(typed(), "go 50"); /* again: the newest */
	app_press(&app, "^P");
	assert_string_equal(typed(), "go 120");
	for (int i = 0; i < 110; i++)
		app_press(&app, "^P");
	assert_string_equal(typed(), "go 21"); /* the last 100 */
	app_press(&app, "Esc");
}

/* Pasted text is typed text. */
static void
test_paste(void **state)
{
	(void)state;
	app_press(&app, ":");
	app_paste(&app, "z");
	app_paste(&app, "o");
	assert_string_equal(item(0), "zoom");
	app_press(&app, "Enter");
	assert_true(app.zoom);
}

/* Keys that come faster than frames: the items are those of the text, drawn or not. */
static void
test_unsettled(void **state)
{
	(void)state;
	app_key(&app, ":");
	app_key(&app, "z");
	app_key(&app, "o");
	app_key(&app, "Enter");
	assert_true(app.zoom);
	app_key(&app, ":");
	app_key(&app, "s");
	app_key(&app, "Down");
	app_key(&app, "o");
	app_key(&app, "r");
	app_key(&app, "Tab");
	assert_string_equal(typed(), "sort");
	app_key(&app, "Esc");
}

/* An argument that is longer than anything before it: what it is compared with has moved in memory. */
static void
test_long_argument(void **state)
{
	(void)state;
	app_press(&app, ": 'level~");
	assert_true(offers("senior"));
	for (int i = 0; i < 400; i++)
		app_paste(&app, "x");
	assert_int_equal(palette()->n, 0);
	app_press(&app, "Esc : 'level~sen");
	assert_string_equal(item(0), "senior");
	app_press(&app, "Esc");
}

/* Whatever is typed, nothing is run that was not chosen, and the cursor is on an item. */
static void
test_hostile(void **state)
{
	static const char *const keys[] = {"' ", "'~", "'~~~", "'\xc3\xa4\xe6\xbc\xa2", "'-", "'\"",
	    "'a~b~c~d~e", "'filter~\"open", "'select~", "'sort~,", "'columns~,,", "'screen~zz",
	    "'0", "'99999999999999999999", "'compare~x~", "Tab", "Down", "PgDn", "Up", "Left", "^W",
	    "^A", "^K", "'é"};

	(void)state;
	srand(11);
	for (int i = 0; i < 3000; i++) {
		if (app.prompt.kind != PROMPT_COMMAND)
			app_press(&app, ":");
		app_press(&app, keys[(size_t)rand() % COUNT(keys)]);
		if (app.prompt.edit.text.len > 60)
			app_press(&app, "^E ^U");
		if (palette()->n > 0)
			assert_in_range(palette()->cursor, palette()->top,
			    palette()->top + palette_rows(&app) - 1);
		assert_true(palette()->cursor == 0 || palette()->cursor < palette()->n);
	}
}

/* A key in the palette costs far less than a frame: says how much, fails only when it is absurd. */
static void
test_cost(void **state)
{
	struct timespec from, to;
	const int times = 500;
	double us;

	(void)state;
	app_press(&app, ":");
	clock_gettime(CLOCK_MONOTONIC, &from);
	for (int i = 0; i < times; i++) {
		app_key(&app, i % 2 ? "Backspace" : "s");
		palette_settle(&app);
	}
	clock_gettime(CLOCK_MONOTONIC, &to);
	us = ((double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec)) / times
	    / 1e3;
	print_message("a key: %.0f microseconds\n", us);
	assert_true(us < 20000);
	app_press(&app, "Esc");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_all),
	    WITH_APP(test_order),
	    WITH_APP(test_names_first),
	    WITH_APP(test_keys),
	    WITH_APP(test_enter),
	    WITH_APP(test_as_before),
	    WITH_APP(test_shortened),
	    WITH_APP(test_moving),
	    WITH_APP(test_above_popup),
	    WITH_APP(test_arguments),
	    WITH_APP(test_tab),
	    WITH_APP(test_use),
	    WITH_APP(test_kept),
	    WITH_APP(test_guest),
	    WITH_APP(test_history),
	    WITH_APP(test_paste),
	    WITH_APP(test_unsettled),
	    WITH_APP(test_long_argument),
	    WITH_APP(test_hostile),
	    WITH_APP(test_cost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
