/*
 * Plan's section Routes and the readiness board below the shortlist. Kept as text like the screens of test_screens.c:
 * UPDATE=1 writes them anew, and the difference is to be read.
 */
#include "appscreen.h"
#include "check.h"
#include "look.h"
#include "national.h"
#include "shot.h"

#define SAY ":have~yes~python :have~partly~sql :have~learning~docker "
#define MLE ":role-is~machine-learning-engineer "
#define ROUTES MLE "5 :plan~routes "

static const struct shot shots[] = {
    {"routes-80", 80, 24, ROUTES, false},
    {"routes-132", 132, 50, SAY ROUTES, false},
    {"routes-40", 40, 12, ROUTES "PgDn PgDn", false},
    {"routes-missing", 80, 24, SAY ROUTES "] ] ]", false},
    {"routes-ways", 80, 24, ROUTES "] ] ] ] ]", false},
    {"routes-details", 80, 24, ROUTES "v ] ] ] ] ]", false},
    {"routes-who", 80, 24, ROUTES "] Down Down i", false},
    {"routes-asked", 80, 24, ROUTES "End", true},
    {"routes-ascii", 80, 24, ROUTES "]", true},
    {"routes-held", 80, 24, ROUTES "] ] ] Down Down H H Down Down Down H", false},
    {"routes-skill", 80, 24, MLE "4 :select~skills~mlops t", false},
    {"routes-skill-plan", 80, 24, MLE ":routes~cloud-platforms", false},
    {"board", 80, 20,
	SAY ":select~machine-learning-engineer a :select~mlops-engineer a 5 :plan~shortlist End",
	false},
    {"board-40", 40, 12, SAY ":select~machine-learning-engineer a 5 :plan~shortlist End", true},
};

static const struct shot nationals[] = {
    {"routes-occupation", 80, 24, ":role-is~registered-nurses 5 :plan~routes", false},
    {"routes-linked", 80, 24, ":role-is~data-scientist 5 :plan~routes ] ] ] ] ] ] ] ] ] ]", false},
};

static void
national_shot(void **state)
{
	shot_on(national_path(), state);
}

static void
bundled_shot(void **state)
{
	shot_on(NULL, state);
}

/* --- what holds on every screen (look.h) ------------------------------------------------------ */

static const char *const looks[] = {ROUTES, ROUTES "]", SAY ROUTES "] ] ] Down Down",
    ROUTES "v End", ":role-is~actuaries 5 :plan~routes",
    SAY ":select~data-scientist a 5 :plan~shortlist End"};

static void
test_look(void **state)
{
	static const int sizes[][2] = {{50, 132}, {30, 100}, {24, 80}, {20, 60}, {12, 40}};

	(void)state;
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
}

int
main(int argc, char **argv)
{
	enum { ALL = COUNT(shots) + COUNT(nationals) };
	struct CMUnitTest tests[ALL + 1] = {0};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < ALL; i++) {
		const struct shot *shot =
		    i < COUNT(shots) ? &shots[i] : &nationals[i - COUNT(shots)];

		tests[i].name = shot->name;
		tests[i].test_func = i < COUNT(shots) ? bundled_shot : national_shot;
		tests[i].initial_state = (void *)(uintptr_t)shot;
	}
	tests[ALL] = (struct CMUnitTest)cmocka_unit_test(test_look);
	return _cmocka_run_group_tests("route screens", tests, COUNT(tests), NULL, NULL);
}
