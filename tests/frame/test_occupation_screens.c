/*
 * Pages of occupations on the screen, over made-up sets (tests/lib/national.h). Kept as text like the
 * screens of test_screens.c: UPDATE=1 writes them anew, and the difference is to be read.
 */
#include "appscreen.h"
#include "check.h"
#include "look.h"
#include "national.h"
#include "shot.h"

#include <stdio.h>
#include <stdlib.h>

#define SECTION(role, section) ":select~" role " :section~" section " z"

static const struct shot shots[] = {
    {"onet-summary", 80, 24, SECTION("registered-nurses", "summary"), false},
    {"onet-skills", 80, 24, SECTION("registered-nurses", "skills"), false},
    {"onet-skills-132", 132, 50, SECTION("registered-nurses", "skills"), false},
    {"onet-skills-40", 40, 12, SECTION("registered-nurses", "skills"), false},
    {"onet-break-in", 80, 24, SECTION("registered-nurses", "break~in"), false},
    {"onet-path", 80, 24, SECTION("data-scientists", "path"), false},
    {"onet-programs", 80, 24, SECTION("registered-nurses", "programs"), false},
    {"onet-industries", 80, 24, SECTION("registered-nurses", "industries"), false},
    {"onet-industries-ascii", 80, 24, SECTION("registered-nurses", "industries"), true},
    {"onet-industries-40", 40, 12, SECTION("registered-nurses", "industries"), false},
    {"onet-who", 80, 24, SECTION("registered-nurses", "skills") " Down Down i", false},
    {"esco-summary", 80, 24, SECTION("beekeeper", "summary"), false},
    {"esco-sources", 80, 24, SECTION("beekeeper", "sources"), false},
    {"skills-sets", 80, 24, "4 O / 'pack:import Enter", false},
    {"skills-sets-off", 80, 24, "4 / 'bees Enter", false},
    {"skills-sets-page", 80, 24, "4 :select~tally-sheets Enter z", false},
    {"skills-sets-page-40", 40, 12, "4 :select~reading-comprehension Enter z", false},
};

/* --- what holds on every screen (look.h) --------------------------------------------------------- */

static const char *const states[] = {":section~summary z", ":section~skills z v End",
    ":section~day z", ":section~break~in z End", ":section~path z Down",
    ":section~programs z Down Down", ":section~industries z Down Down", ":section~sources z PgDn",
    ":section~industries", ":section~skills Down Down i", ":section~industries Down Down Down i",
    ":section~programs Down Down Down Down m"};
static const char *const occupations[] = {"registered-nurses", "actors", "marine-biologists",
    "business-intelligence-analysts", "beekeeper"};
static const char *const skills[] = {
    "4 O", "4 O S-Tab Down", "4 / 'bees", "4 O / 'bees Enter z", "4 O :select~tally-sheets z i"};

static void
check_look(const char *keys, int rows, int cols)
{
	struct appscreen s;

	appscreen_open(&s, rows, cols, false, true);
	app_press(&s.app, keys);
	look_drawn(&s, keys, false);
	look_to_ascii(&s.app);
	look_drawn(&s, keys, true);
	appscreen_close(&s);
}

static void
test_look(void **state)
{
	static const int sizes[][2] = {{50, 132}, {24, 80}, {12, 40}};
	char keys[200];

	(void)state;
	appscreen_use(national_path());
	for (size_t i = 0; i < COUNT(sizes); i++) {
		for (size_t o = 0; o < COUNT(occupations); o++)
			for (size_t k = 0; k < COUNT(states); k++) {
				snprintf(
				    keys, sizeof keys, ":select~%s %s", occupations[o], states[k]);
				check_look(keys, sizes[i][0], sizes[i][1]);
			}
		for (size_t k = 0; k < COUNT(skills); k++)
			check_look(skills[k], sizes[i][0], sizes[i][1]);
	}
}

int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots) + 1] = {0};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i].name = shots[i].name;
		tests[i].test_func = shot_test;
		tests[i].initial_state = (void *)&shots[i];
	}
	tests[COUNT(shots)] = (struct CMUnitTest)cmocka_unit_test(test_look);
	return _cmocka_run_group_tests("occupation screens", tests, COUNT(tests), NULL, NULL);
}
