/*
 * Screens of plans over a small made-up national catalog: some as text (UPDATE=1 writes them anew, and the difference is
 * to be read), and what holds on every screen.
 */
#include "appscreen.h"
#include "apptest.h"
#include "check.h"
#include "look.h"
#include "national.h"
#include "shot.h"

#define ROLE ":plans~role:machine-learning-engineer~award:master"

static const struct shot shots[] = {
    {"plans-80", 80, 24, ROLE, false},
    {"plans-132", 132, 50, ":plans~mode:online~pay>=100k", false},
    {"plans-40", 40, 24, ROLE, false},
    {"plans-ascii", 80, 24, ROLE, true},
    {"plans-nothing-asked", 80, 24, "p", false},
    {"plans-of-role", 80, 24, "1 p", false},
    {"plans-of-programs", 80, 24, "2 / 'award:master Enter p", false},
    {"plans-typed", 80, 24, ROLE " / 'cost<12k", false},
    {"plans-wrong", 80, 24, ROLE " / 'rol:x", false},
    {"plans-none", 80, 24, ":plans~role:data-scientist~cost<1", false},
    {"plans-best", 80, 24, ":plans~mode:online V", false},
    {"plans-occupations", 80, 24, ":plans~nurs O", false},
    {"plans-baseline", 80, 24, ROLE " B '60k Enter", false},
    {"plans-why", 80, 24, ROLE " i", false},
};

static const char *const states[] = {
    "p",
    ROLE,
    ROLE " End",
    ROLE " i",
    ROLE " /",
    ROLE " / 'cost<12k",
    ROLE " / 'x:",
    ROLE " B '60k",
    ":plans~mode:online V",
    ":plans~mode:online V V End",
    ":plans~nurs O",
    ":plans~cost<1",
    ":plans~sort:-pay End",
};

static void
test_states(void **state)
{
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

/* --- the query and its line --------------------------------------------------------------------- */

static struct appscreen screen;

static const char *
asked(const char *keys)
{
	app_press(&screen.app, keys);
	return appscreen_draw(&screen, false);
}

static bool
says(const char *drawn, const char *words)
{
	if (strstr(drawn, words) == NULL)
		print_error("no '%s' on\n%s\n", words, drawn);
	return strstr(drawn, words) != NULL;
}

/* Esc brings back what was there, Enter keeps, u takes it back. */
static void
test_line(void **state)
{
	(void)state;
	appscreen_use(national_path());
	appscreen_open(&screen, 24, 80, false, true);
	assert_true(says(asked(":plans~role:data-scientist"), "role:data-scientist"));
	assert_true(says(asked("/ 'cost<12k"), "cost<12k"));
	assert_null(strstr(asked("Esc"), "cost<12k"));
	assert_true(
	    says(asked("/ 'award:mas Enter"), "! column 21: no award 'mas'; nearest: master"));
	assert_null(strstr(asked("u"), "! column"));
	assert_true(says(asked("^R"), "! column 21"));
	appscreen_close(&screen);
}

/* What one would earn without it is that of payback. */
static void
test_baseline(void **state)
{
	(void)state;
	appscreen_use(national_path());
	appscreen_open(&screen, 24, 80, false, true);
	assert_true(says(asked(":plans~role:data-scientist~award:master"),
	    "$49,500 a year: the median of all US jobs"));
	assert_true(says(asked("B '60k Enter"), "$60,000 a year: as you say"));
	assert_true(says(asked("Enter"), "$60,000"));
	/* What cannot be taken stays to be mended. */
	assert_true(says(asked("q B 'x Enter"), "I would earn, $ a year: 60000x"));
	appscreen_close(&screen);
}

/* Enter opens the payback of the pair, c on two of them compares: of the second one, too, though names wrap. */
static void
test_leads(void **state)
{
	(void)state;
	appscreen_use(national_path());
	appscreen_open(&screen, 24, 80, false, true);
	assert_true(says(asked(ROLE), "Science (OMSCS)"));
	assert_true(says(asked("Enter"), "Worth it?"));
	assert_true(says(asked("q"), "22 plans fit"));
	assert_true(says(asked("Down Down Enter"), "(MSCSO)"));
	assert_true(says(asked("q i"), "(MSCSO)"));
	assert_true(says(asked("q c"), "1 chosen"));
	assert_true(says(asked("Down c"), "[3 Compare]"));
	appscreen_close(&screen);
}

/* With an argument only the shots whose names it fits. */
int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots) + 4] = {cmocka_unit_test(test_states),
	    cmocka_unit_test(test_line), cmocka_unit_test(test_baseline),
	    cmocka_unit_test(test_leads)};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i + 4].name = shots[i].name;
		tests[i + 4].test_func = shot_test;
		tests[i + 4].initial_state = (void *)&shots[i];
	}
	return _cmocka_run_group_tests("plans", tests, COUNT(tests), NULL, NULL);
}
