/*
 * Screens of occupations over a small made-up national catalog: some as text (UPDATE=1 writes them anew, and the
 * difference is to be read), and what holds on every screen.
 */
#include "appscreen.h"
#include "check.h"
#include "look.h"
#include "national.h"
#include "shot.h"

#define PAY(role) ":select~" role " :section~pay z"

static const struct shot shots[] = {
    {"occupations-off", 80, 24, "", false},
    {"occupations-match", 80, 24, "/ 'nurse Enter", false},
    {"occupations-80", 80, 24, "O", false},
    {"occupations-132", 132, 50, "O o", false},
    {"occupations-40", 40, 12, "O", false},
    {"occupations-ascii", 80, 24, "O / 'zone:3* Enter S-Tab Down Down Down", true},
    {"occupations-columns", 132, 24,
	"z :columns~title,kind,zone,education,riasec,employment,openings O / 'pack:import Enter",
	false},
    {"occupation-spread", 80, 30, PAY("registered-nurses"), false},
    {"occupation-top-coded", 80, 30, PAY("anesthesiologists"), false},
    {"occupation-hourly", 80, 24, PAY("actors"), false},
    {"occupation-not-reported", 80, 24, PAY("marine-biologists"), false},
    {"occupation-part", 80, 24, PAY("business-intelligence-analysts"), false},
    {"occupation-spread-40", 40, 24, PAY("registered-nurses"), false},
    {"occupation-growth", 80, 30, ":select~registered-nurses :section~growth z", false},
    {"occupation-who", 80, 40, PAY("registered-nurses") " :line~p25-75 i", false},
    {"occupation-near", 80, 50, PAY("data-scientist") " End", false},
    {"occupation-found", 80, 24, "F 'nurse", false},
};

/* States of the list and pages of occupations; in each size what look.h says must hold. */
static const char *const states[] = {
    "",
    "O",
    "O o",
    "O End",
    "O o End Enter",
    "/ 'nurse",
    "/ 'nurse Enter",
    "O / 'nurse Enter Enter",
    "S-Tab",
    "S-Tab Enter",
    "O S-Tab Down Down Enter",
    "O S-Tab Down Down Enter x",
    "O S-Tab End",
    "O / 'zone:5* Enter Tab Tab Tab",
    "O z",
    "O ?",
    "O C",
    "O r 'nurse",
    "O Tab :section~pay End",
    ":select~beekeeper",
    ":select~anesthesiologists :section~pay z",
    ":select~anesthesiologists :section~pay Down Down i",
    ":select~actors :section~pay z Down i",
    ":select~marine-biologists :section~pay Down Down Down i m",
    ":select~registered-nurses :section~growth Down Down Down m",
    ":select~registered-nurses c c",
    "O / 'pack:import Enter Space Down Space Down Space c",
    "O :columns~title,zone,riasec,employment,openings,top_coded l l l s",
    ":source~oews~off O",
    ":source~esco~off O o End",
    ":sources~all~off O",
    "F 'nurse",
    "F 'nurse Down Enter",
    "7 M",
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

/* With an argument only the shots whose names it fits. */
int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots) + 1] = {cmocka_unit_test(test_states)};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i + 1].name = shots[i].name;
		tests[i + 1].test_func = shot_test;
		tests[i + 1].initial_state = (void *)&shots[i];
	}
	return _cmocka_run_group_tests("occupations", tests, COUNT(tests), NULL, NULL);
}
