/*
 * Plan's section Interests on the screen: empty, half answered, all answered, one item in its popup. Kept as text like
 * the screens of test_screens.c: UPDATE=1 writes them anew, and the difference is to be read.
 */
#include "appscreen.h"
#include "check.h"
#include "look.h"
#include "national.h"
#include "shot.h"

#define HALF ":answer~r1~1 :answer~i1~5 :answer~a1~2 :answer~s1~3 :answer~e1~2 :answer~c1~4 "
#define REST                                                                                       \
	":answer~r2~2 :answer~r3~2 :answer~r4~1 :answer~i2~4 :answer~i3~5 :answer~i4~5 "           \
	":answer~a2~3 :answer~a3~1 :answer~a4~2 :answer~s2~3 :answer~s3~4 :answer~s4~2 "           \
	":answer~e2~1 :answer~e3~3 :answer~e4~2 :answer~c2~3 :answer~c3~5 :answer~c4~4 "
#define OPEN "5 :plan~interests "

static const struct shot shots[] = {
    {"interests-empty", 80, 24, OPEN, false},
    {"interests-item", 80, 24, OPEN "Enter", false},
    {"interests-item-40", 40, 12, OPEN "Enter", false},
    {"interests-next", 80, 24, OPEN "Enter Up Up Enter", false},
    {"interests-step", 80, 24, OPEN "+ + Down -", false},
    {"interests-half", 80, 50, HALF OPEN, false},
    {"interests-all", 80, 40, HALF REST OPEN "Home", false},
    {"interests-last", 80, 24, HALF OPEN REST, false},
    {"interests-all-132", 132, 50, HALF REST OPEN "Home v", false},
    {"interests-all-40", 40, 12, HALF REST OPEN "Home PgDn", false},
    {"interests-ascii", 80, 24, HALF REST OPEN "Home", true},
    {"interests-who", 80, 24, HALF REST OPEN "Home ] ] i", false},
};

static const char *const looks[] = {OPEN, OPEN "Enter", OPEN "Enter Up Enter", HALF OPEN "End",
    HALF REST OPEN "Home", HALF REST OPEN "End", HALF REST OPEN "v"};

static void
national_shot(void **state)
{
	shot_on(national_path(), state);
}

static void
test_look(void **state)
{
	static const int sizes[][2] = {{50, 132}, {30, 100}, {24, 80}, {20, 60}, {12, 40}};

	(void)state;
	appscreen_use(national_path());
	for (size_t i = 0; i < COUNT(sizes); i++)
		for (size_t k = 0; k < COUNT(looks); k++) {
			struct appscreen s;

			appscreen_open(&s, sizes[i][0], sizes[i][1], false, true);
			app_press(&s.app, looks[k]);
			look_drawn(&s, looks[k], false);
			look_to_ascii(&s.app);
			look_drawn(&s, looks[k], true);
			appscreen_close(&s);
		}
	appscreen_use(NULL);
}

/* Undone and done again, step by step; forgotten at once and brought back at once. */
static void
test_undo(void **state)
{
	struct appscreen s;

	(void)state;
	appscreen_use(national_path());
	appscreen_open(&s, 24, 80, false, true);
	app_press(&s.app, OPEN "+ Down +");
	assert_contains(appscreen_draw(&s, false), "2 of 24 answered");
	app_press(&s.app, "u");
	assert_contains(s.app.message, ": 4 rather like"); /* the item's words, not its key */
	assert_contains(appscreen_draw(&s, false), "1 of 24 answered");
	app_press(&s.app, "^R");
	assert_contains(appscreen_draw(&s, false), "2 of 24 answered");
	app_press(&s.app, ":answers-forget");
	assert_contains(appscreen_draw(&s, false), "0 of 24 answered");
	assert_contains(s.app.message, "2 answers forgotten");
	app_press(&s.app, "u");
	assert_contains(appscreen_draw(&s, false), "2 of 24 answered");
	appscreen_close(&s);
	appscreen_use(NULL);
}

/* Without the set there is no such section, and what is asked of it says why. */
static void
test_none(void **state)
{
	struct appscreen s;

	(void)state;
	appscreen_open(&s, 24, 80, false, true);
	app_press(&s.app, "5 :plan~interests");
	assert_contains(s.app.message, "no occupational interests");
	app_press(&s.app, ":answer~r1~4");
	assert_contains(s.app.message, "no occupational interests");
	appscreen_close(&s);
}

static void
test_refused(void **state)
{
	static const struct {
		const char *keys, *says;
	} cases[] = {
	    {OPEN ":answer~q1~4", "no item"},
	    {OPEN ":answer~r1~6", "1 (dislike) to 5 (like)"},
	    {OPEN ":answer~r1~4~soon", "1 (dislike) to 5 (like)"},
	    {OPEN "Home +", "no item on this line"},
	};

	(void)state;
	appscreen_use(national_path());
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct appscreen s;

		appscreen_open(&s, 24, 80, false, true);
		app_press(&s.app, cases[i].keys);
		assert_contains(s.app.message, cases[i].says);
		appscreen_close(&s);
	}
	appscreen_use(NULL);
}

int
main(int argc, char **argv)
{
	enum { ALL = COUNT(shots) };
	struct CMUnitTest tests[ALL + 4] = {0};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < ALL; i++) {
		tests[i].name = shots[i].name;
		tests[i].test_func = national_shot;
		tests[i].initial_state = (void *)(uintptr_t)&shots[i];
	}
	tests[ALL] = (struct CMUnitTest)cmocka_unit_test(test_look);
	tests[ALL + 1] = (struct CMUnitTest)cmocka_unit_test(test_undo);
	tests[ALL + 2] = (struct CMUnitTest)cmocka_unit_test(test_none);
	tests[ALL + 3] = (struct CMUnitTest)cmocka_unit_test(test_refused);
	return _cmocka_run_group_tests("interests screens", tests, COUNT(tests), NULL, NULL);
}
