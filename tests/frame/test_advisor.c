/*
 * For an advisor: tours, narration and the large layout, as *.screen files and by what holds on every screen.
 */
#include "appscreen.h"
#include "check.h"
#include "look.h"

#include "career/cmd/tour.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct shot {
	const char *name;
	int cols, rows;
	bool ascii, attrs;
	const char *script; /* NULL: none */
	const char *keys;
};

static const char pausing[] = "screen programs\n"
			      "filter cost<20k sort:cost\n"
			      "say Narration of an advisor: a line that stays until the next one.\n"
			      "pause\n"
			      "sort months\n"
			      "say Now by length.\n"
			      "pause\n"
			      "fly\n"
			      "say Something went wrong.\n"
			      "pause\n";

static const struct shot shots[] = {
    {"tour-1", 80, 24, false, true, NULL, ":tour~role-in-five-minutes"},
    {"tour-who", 80, 24, false, false, NULL, ":tour~role-in-five-minutes Space Space Space Space"},
    {"tour-compare", 80, 24, false, false, NULL, ":tour~choosing-a-program~8"},
    {"tour-resumed", 80, 24, false, false, NULL,
	":tour~choosing-a-program Space Space Esc 1 :tour~choosing-a-program"},
    {"tour-left", 80, 24, false, false, NULL, ":tour~choosing-a-program Space Space Esc"},
    {"tour-say-40", 40, 12, false, false, NULL, ":tour~choosing-a-program Space"},
    {"tour-40x10", 40, 10, false, false, NULL, ":tour~choosing-a-program Space"},
    {"tour-ascii", 80, 24, true, false, NULL, ":tour~choosing-a-program Space"},
    {"tour-list", 80, 24, false, false, NULL, ":tour~role-in-five-minutes Space Esc :tour"},
    {"tour-132", 132, 50, false, false, NULL, ":tour~role-in-five-minutes~3"},
    {"script-pause", 80, 24, false, true, pausing, ""},
    {"script-pause-looked", 80, 24, false, false, pausing, "Space Down Down Tab"},
    {"script-pause-error", 80, 24, false, false, pausing, "Space Space"},
    {"large-roles", 80, 24, false, true, NULL, ":large Down"},
    {"large-programs", 80, 24, false, false, NULL, ":large 2 Space Down"},
    {"large-facets", 80, 24, false, false, NULL, ":large 2 S-Tab"},
    {"large-page", 80, 24, false, false, NULL, ":large Enter"},
    {"large-pay", 80, 24, false, false, NULL, ":large :section~pay"},
    {"large-who", 80, 24, false, false, NULL, ":large Right i"},
    {"large-132", 132, 50, false, false, NULL, ":large :section~pay"},
    {"large-132-programs", 132, 50, false, false, NULL, ":large 2"},
    {"large-132-facets", 132, 50, false, false, NULL, ":large 2 S-Tab"},
    {"large-100x45", 100, 45, false, false, NULL, ":large 2"},
    {"large-40", 40, 12, false, false, NULL, ":large 2"},
    {"large-tour", 80, 24, false, false, NULL, ":large :tour~role-in-five-minutes~4"},
    {"popup-zoom", 132, 30, false, false, NULL, "Right i z"},
    {"reset-asks", 80, 24, false, false, NULL, "2 Space Space :reset"},
    {"reset-done", 80, 24, false, false, NULL, "2 Space Space r Down Enter :reset y"},
};

static void
run_script(struct app *a, const char *text)
{
	script_start(a, "", text, strlen(text));
	while (script_step(a))
		app_settle(a);
}

static void
test_shot(void **state)
{
	const struct shot *shot = *state;
	struct appscreen s;
	struct buf text = BUF_INIT;
	bool same;

	screen_open(&s.screen, shot->rows, shot->cols, shot->ascii, true);
	appscreen_state(&s.app, NULL);
	s.app.opts.ascii = shot->ascii;
	app_resize(&s.app, shot->rows, shot->cols);
	app_settle(&s.app);
	if (shot->script != NULL)
		run_script(&s.app, shot->script);
	app_press(&s.app, shot->keys);
	buf_adds(&text, appscreen_draw(&s, shot->attrs));
	buf_addf(&text, "cursor %d,%d\n", s.screen.draw.cursor_y, s.screen.draw.cursor_x);
	same = screen_same(shot->name, text.data);
	buf_free(&text);
	appscreen_close(&s);
	assert_true(same);
}

/* --- on every screen ---------------------------------------------------------------------------- */

struct size {
	int cols, rows;
};

static const struct size sizes[] = {{132, 50}, {120, 40}, {100, 45}, {100, 30}, {80, 24}, {72, 20},
    {60, 20}, {40, 12}, {40, 10}, {39, 9}, {1, 1}};

/* Each step of each tour, in UTF-8 and ASCII; a screen without room is drawn as well. */
static void
test_tours(void **state)
{
	struct tour t;

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++)
		for (size_t k = 0; tour_at(k, &t); k++) {
			struct appscreen s;
			char command[64];

			appscreen_open(&s, sizes[i].rows, sizes[i].cols, i % 2 == 1, true);
			s.app.opts.large = k % 2 == 1;
			snprintf(command, sizeof command, ":tour~%s~1", t.name);
			for (app_press(&s.app, command); s.app.script.running;
			     app_press(&s.app, "Space"))
				look_drawn(&s, t.name, i % 2 == 1);
			appscreen_close(&s);
		}
}

/* clang-format off */
static const char *const states[] = {
	"", "Down Down Down", "End", "PgDn PgDn", "o End", "Space Down Space", "Right s s", "Enter",
	"Enter End", "Enter PgDn", ":section~pay", ":section~pay End", ":section~growth PgDn",
	":section~skills Down", ":section~day z", ":section~path", "S-Tab", "z", "i", "Right i", "m",
	"? 'sort", "r 'data", "/ 'data", "/ 'zzzz", "/ 'zzzz Enter", "/ 'data~family:an Enter S-Tab",
	"q", ":nonsense", "Right i z", "Enter i z",
	"2", "2 Down Down Right", "2 End", "2 PgDn", "2 S-Tab", "2 S-Tab Enter Down x", "2 S-Tab End",
	"2 Enter", "2 Enter End", "2 / 'cost<20k", "2 / 'cost<20k Enter +", "2 / 'state:ZZ Enter",
	"2 / 'data~cost<20k Enter Tab Tab Tab", "2 i", "2 z", "2 S-Tab z", "4", "4 Enter", "6 Enter", "7",
};
/* clang-format on */

/* One word over a row at the narrowest; and more than three rows, which is cut. */
static const char *const said[] = {NULL, "short",
    "a sentence that is as long as a sentence of a tour may be: seventy-six cells",
    "a sentence that is much longer than a sentence of a tour may be, so that it is cut on a narrow "
    "screen after three rows, and a mark says so; on a wide one it stands in two rows or in three"};

static void
check_state(const char *keys, const struct size *size, const char *say, bool large)
{
	struct appscreen s;

	appscreen_open(&s, size->rows, size->cols, false, true);
	s.app.opts.large = large;
	if (say != NULL)
		buf_adds(&s.app.say, say);
	app_settle(&s.app);
	app_press(&s.app, keys);
	look_drawn(&s, keys, false);
	look_to_ascii(&s.app);
	look_drawn(&s, keys, true);
	appscreen_close(&s);
}

/* Narration of each length and the large layout, in turns. */
static void
test_states(void **state)
{
	const struct size *size = *state;

	for (size_t i = 0; i < COUNT(states); i++) {
		check_state(states[i], size, said[i % COUNT(said)], true);
		check_state(states[i], size, said[1 + i % (COUNT(said) - 1)], false);
	}
}

/* --- the next person ---------------------------------------------------------------------------- */

/* What one may have done. */
static const char *const deeds[] = {
    "1 Space Down Space / 'data Enter s s E E Enter Right Right ] v",
    "1 o / 'zzz Enter :save~mine Esc",
    "2 / 'cost<20k Enter + S-Tab Down Down Enter x S-Tab",
    "2 :columns~program,cost,state > l < f Space Space c",
    "1 :role-is~data-scientist c Down c = B",
    "4 / 'python Enter Enter r 'nlp Enter",
    "7 Down o Down o",
    "0 Down Down Enter F 'learn Down Enter",
    "2 / 'half~typed",
    ":level~senior",
    ":zoom~on :say~spoken 1 Right i m",
    ":tour~choosing-a-program Space Space",
    "? 'words",
    "y u u ^R : 'sort",
};

/* Where it would be seen. */
static const char *const views[] = {"", "0", "1", "1 Enter", "1 Enter Right", "1 /", "1 / ^P", "2",
    "2 Tab", "2 S-Tab", "2 / ^P", ":", ": ^P", "3", "4", "4 Enter", "6", "7", "7 Enter", "7 M",
    "2 L", "1 L", "r", "u", "F", "C", "2 C", ":tour"};

static char *
seen(struct appscreen *s, const char *keys)
{
	app_press(&s->app, "^G Esc Esc Esc 1 Esc Esc Esc");
	app_press(&s->app, keys);
	s->app.message[0] = '\0';
	return mem_dup(appscreen_draw(s, true));
}

/* Behind a reset every screen is what it is in a program that was just started. */
static void
test_reset_leaves_nothing(void **state)
{
	char *fresh[COUNT(views)];
	struct appscreen s;

	(void)state;
	appscreen_open(&s, 30, 100, false, true);
	for (size_t i = 0; i < COUNT(views); i++)
		fresh[i] = seen(&s, views[i]);
	appscreen_close(&s);
	appscreen_open(&s, 30, 100, false, true);
	for (size_t i = 0; i < COUNT(deeds); i++) {
		app_press(&s.app, deeds[i]);
		app_press(&s.app, ":reset!");
		for (size_t k = 0; k < COUNT(views); k++) {
			char *now = seen(&s, views[k]);

			if (strcmp(now, fresh[k]) != 0)
				fail_msg("after \"%s\" and a reset, \"%s\" shows\n%s\nand not\n%s",
				    deeds[i], views[k], now, fresh[k]);
			free(now);
		}
	}
	appscreen_close(&s);
	for (size_t i = 0; i < COUNT(views); i++)
		free(fresh[i]);
}

int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots) + COUNT(sizes) + 2] = {0};
	size_t n = 0;

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (; n < COUNT(shots); n++) {
		tests[n].name = shots[n].name;
		tests[n].test_func = test_shot;
		tests[n].initial_state = (void *)&shots[n];
	}
	for (size_t i = 0; i < COUNT(sizes); i++)
		tests[n++] =
		    (struct CMUnitTest)cmocka_unit_test_prestate(test_states, (void *)&sizes[i]);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_tours);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_reset_leaves_nothing);
	return _cmocka_run_group_tests("advisor", tests, n, NULL, NULL);
}
