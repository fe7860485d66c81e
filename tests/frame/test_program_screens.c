/*
 * Screens of the College Scorecard's programs over a small made-up national catalog. UPDATE=1 writes them anew,
 * and the difference is to be read.
 */
#include "appscreen.h"
#include "check.h"
#include "national.h"
#include "shot.h"

#define ONLY "2 / 'source:scorecard* Enter "

static const struct shot shots[] = {
    {"scorecard-80", 80, 24, ONLY, false},
    {"scorecard-132", 132, 50, ONLY, false},
    {"scorecard-40", 40, 12, ONLY, false},
    {"scorecard-facets", 132, 60, ONLY "o S-Tab", false},
    {"scorecard-page", 80, 60, "2 / 'source:scorecard*~award:master~state:CA Enter Enter z", false},
    {"scorecard-page-40", 40, 24, "2 / 'source:scorecard*~award:master~state:CA Enter Enter z",
	false},
    {"scorecard-ascii", 80, 40, "2 / 'source:scorecard*~award:certificate Enter Enter z", true},
    {"scorecard-role", 80, 24, "2 / 'role:registered-nurses Enter", false},
};

/* With an argument only the shots whose names it fits. */
int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots)] = {0};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i].name = shots[i].name;
		tests[i].test_func = shot_test;
		tests[i].initial_state = (void *)&shots[i];
	}
	return _cmocka_run_group_tests("programs", tests, COUNT(tests), NULL, NULL);
}
