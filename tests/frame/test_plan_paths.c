/*
 * Plan's sections Near and Path over a small made-up national catalog: some as text (UPDATE=1 writes them anew, and the
 * difference is to be read), and what holds of them at every size.
 */
#include "appscreen.h"
#include "apptest.h"
#include "check.h"
#include "look.h"
#include "national.h"
#include "shot.h"

#include <stdio.h>
#include <stdlib.h>

#define SAY                                                                                        \
	":have~yes~python :have~partly~sql :have~yes~programming :have~yes~core-machine-learning " \
	":have~yes~model-building-and-validation "
#define MLE ":role-is~machine-learning-engineer "
#define NURSE ":role-is~registered-nurses "
#define NEAR "5 :plan~near"
#define PATH "5 :plan~path"

static const struct shot shots[] = {
    {"plan-near", 80, 24, MLE NEAR, false},
    {"plan-near-132", 132, 50, MLE SAY NEAR " v", false},
    {"plan-near-40", 40, 12, MLE NEAR, false},
    {"plan-near-occupations", 80, 50, MLE NEAR " O", false},
    {"plan-near-occupation", 80, 24, NURSE NEAR, false},
    {"plan-near-opens", 80, 24, MLE SAY NEAR " ] ]", true},
    {"plan-path", 80, 24, MLE SAY PATH, false},
    {"plan-path-132", 132, 50, MLE SAY PATH " b v", false},
    {"plan-path-40", 40, 12, MLE PATH, false},
    {"plan-path-from", 80, 30, MLE ":from-role~registered-nurses q " PATH " b b", false},
    {"plan-path-there", 80, 24, MLE ":from-role~machine-learning-engineer q " PATH, false},
};

static struct appscreen screen;

static bool
says(const char *keys, const char *words)
{
	const char *drawn;

	app_press(&screen.app, keys);
	drawn = appscreen_draw(&screen, false);
	if (strstr(drawn, words) == NULL)
		print_error("no '%s' on\n%s\n", words, drawn);
	return strstr(drawn, words) != NULL;
}

static void
start(void)
{
	appscreen_use(national_path());
	appscreen_open(&screen, 50, 100, false, true);
}

/* What one says of a skill counts at once. */
static void
test_live(void **state)
{
	(void)state;
	start();
	assert_true(says(MLE ":have~yes~python " NEAR, "Core machine learning brings most"));
	assert_true(says(":have~yes~core-machine-learning :have~yes~software-engineering",
	    "One deep learning framework opens most: 1 role."));
	assert_true(says(":have~yes~deep-learning-framework", "you have all musts: 1 of 3 roles"));
	assert_true(says("u", "opens most"));
	appscreen_close(&screen);
}

/* b goes through the measures; elsewhere it says where it works. */
static void
test_measures(void **state)
{
	(void)state;
	start();
	assert_true(says(MLE SAY PATH, "the way with the least to learn"));
	assert_true(says("b", "by the lowest price of each step"));
	assert_true(says("b", "by the shortest time of each step"));
	assert_true(says("b", "the way with the least to learn"));
	assert_true(says(":path-by~cost", "by the lowest price of each step"));
	assert_true(says(":plan~gap b", "in the section Path"));
	assert_true(says("O", "works on Plan"));
	assert_true(says(NURSE NEAR " O", "is an occupation"));
	app_press(&screen.app, PATH);
	assert_false(app_command(&screen.app, "path-by luck"));
	assert_non_null(strstr(screen.app.message, "gap, cost or months"));
	appscreen_close(&screen);
}

/* The line under the cursor. */
static const char *
line_here(void)
{
	static struct buf b;
	const struct detail *d = &screen.app.pane[SCREEN_PLAN].detail;

	buf_clear(&b);
	for (size_t i = 0; i < d->page.lines[d->cursor].nspans; i++)
		buf_adds(&b, d->page.lines[d->cursor].spans[i].text);
	return b.data != NULL ? b.data : "";
}

/* From a number to who says so; from a role and a skill to their pages. */
static void
test_leads(void **state)
{
	(void)state;
	start();
	assert_true(says(MLE SAY PATH " ] Enter", "[1 Roles]"));
	assert_true(says("q q " PATH, "Cheapest"));
	for (int i = 0; i < 40 && strstr(line_here(), "Cheapest") == NULL; i++)
		app_press(&screen.app, "Down");
	assert_non_null(strstr(line_here(), "Cheapest"));
	assert_true(says("i", "IBM"));
	appscreen_close(&screen);
}

/* Everything at every size, in plain words and in ASCII. */
static void
test_states(void **state)
{
	static const char *const states[] = {MLE NEAR, MLE SAY NEAR " End", MLE NEAR " O End",
	    NURSE NEAR " v", MLE PATH, MLE SAY PATH " End", NURSE PATH " b",
	    MLE ":from-role~registered-nurses q " PATH " End"};
	static const struct {
		int cols, rows;
	} sizes[] = {{132, 50}, {100, 30}, {80, 24}, {60, 20}, {40, 12}};

	(void)state;
	appscreen_use(national_path());
	for (size_t i = 0; i < COUNT(states); i++)
		for (size_t k = 0; k < COUNT(sizes); k++) {
			struct appscreen s;

			appscreen_open(&s, sizes[k].rows, sizes[k].cols, false, true);
			app_press(&s.app, states[i]);
			look_drawn(&s, states[i], false);
			look_to_ascii(&s.app);
			look_drawn(&s, states[i], true);
			appscreen_close(&s);
		}
}

/* With an argument only the shots whose names it fits. */
int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots) + 4] = {cmocka_unit_test(test_live),
	    cmocka_unit_test(test_measures), cmocka_unit_test(test_leads),
	    cmocka_unit_test(test_states)};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i + 4].name = shots[i].name;
		tests[i + 4].test_func = shot_test;
		tests[i + 4].initial_state = (void *)&shots[i];
	}
	return _cmocka_run_group_tests("plan paths", tests, COUNT(tests), NULL, NULL);
}
