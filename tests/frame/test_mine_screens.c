/*
 * What one says of skills, on the screen: Plan's sections Skills and Gap, marks on pages and in the list, the job that
 * proposes. Kept as text like the screens of test_screens.c: UPDATE=1 writes them anew, and the difference is to be
 * read.
 */
#include "appscreen.h"
#include "check.h"
#include "look.h"
#include "national.h"
#include "shot.h"

#include <stdio.h>

#define SAY ":have~yes~python :have~partly~sql :have~learning~docker :have~want~kubernetes "
#define MLE ":role-is~machine-learning-engineer "

static const struct shot shots[] = {
    {"mine-empty", 80, 24, "5 :plan~skills", false},
    {"mine-said", 80, 24, SAY MLE "5 :plan~skills", false},
    {"mine-said-40", 40, 12, SAY MLE "5 :plan~skills Down Down", false},
    {"mine-job", 80, 24, SAY MLE ":from-role~data-analyst q 5 :plan~skills End", false},
    {"mine-proposals", 80, 24, ":from-role~machine-learning-engineer Enter Down Down Enter Enter",
	false},
    {"mine-proposals-40", 40, 12, ":from-role~data-analyst", true},
    {"gap-empty", 80, 24, MLE "5 :plan~gap", false},
    {"gap-said", 80, 30, SAY MLE "5 :plan~gap", false},
    {"gap-said-132", 132, 50, SAY MLE "5 :plan~gap End", false},
    {"gap-said-40", 40, 12, SAY MLE "5 :plan~gap PgDn", false},
    {"gap-held", 80, 24, MLE "5 :plan~gap Down Down Down Down Down Down H", false},
    {"gap-job", 80, 24, ":from-role~data-scientist q " MLE "5 :plan~gap f", false},
    {"gap-thin", 80, 24, SAY ":gap~data-analyst", false},
    {"mine-role", 80, 24, SAY ":select~machine-learning-engineer :section~skills z", false},
    {"mine-list", 80, 24, SAY "4", false},
    {"mine-skill", 80, 24, SAY "4 :select~skills~sql Enter z", false},
    {"mine-start", 80, 24, SAY "0 Down Down Down Down Down Down", false},
    {"mine-start-40", 40, 12, "0 Down Down Down Down Down Down", false},
    {"mine-start-example", 80, 24, "0 Down Down Down Down Down Down", false},
};

static const struct shot nationals[] = {
    {"gap-rated", 80, 24,
	":have~yes~reading-comprehension :gap~registered-nurses Down Down Down Down", false},
    {"mine-levels", 80, 24,
	":have~yes~reading-comprehension :role-is~registered-nurses 5 :plan~skills Down Down Down Down Down Down "
	":have-level~3",
	false},
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

static const char *const looks[] = {"5 :plan~skills", "5 :plan~gap End",
    SAY "5 :plan~skills Down Down Down", SAY "5 :plan~gap Down Down Down Down Down Down",
    SAY ":from-role~data-scientist", ":from-role~machine-learning-engineer End",
    SAY ":from-role~data-scientist q 5 :plan~gap f", SAY "4", SAY "0 End",
    SAY ":select~data-scientist :section~skills z End"};

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
	return _cmocka_run_group_tests("mine screens", tests, COUNT(tests), NULL, NULL);
}
