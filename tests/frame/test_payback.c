/*
 * Screens of Payback: what a person sees and does there. UPDATE=1 writes them anew, and the difference is to be
 * read.
 */
#include "appscreen.h"
#include "check.h"
#include "national.h"
#include "shot.h"

#define WHARTON ":payback~university-of-pennsylvania/wharton-mba/mba~machine-learning-engineer "
#define HKU ":payback~university-of-hong-kong/msc-in-computer-science/master~data-scientist "
#define DOWN_5 "Down Down Down Down Down"
#define SCORECARD "2 / 'source:scorecard*~award:bachelor Enter P "

static const struct shot shots[] = {
    {"payback-80", 80, 24, WHARTON, false},
    {"payback-132", 132, 50, WHARTON, false},
    {"payback-40", 40, 12, WHARTON, false},
    {"payback-ascii", 80, 40, WHARTON, true},
    {"payback-by-rule", 80, 24, "P", false},
    {"payback-details", 80, 60, WHARTON "v", false},
    {"payback-below", 80, 24, WHARTON "End", false},
    {"payback-mid", 80, 24, WHARTON "E", false},
    /* a value that is typed, with the answer out of sight as well; kept, and said wrongly */
    {"payback-edit", 80, 24, WHARTON ":payback-set~cost", false},
    {"payback-typed", 80, 24, WHARTON ":payback-set~cost '95k", false},
    {"payback-typed-40", 40, 12, WHARTON ":payback-set~months '9", false},
    {"payback-kept", 80, 24, WHARTON ":payback-set~cost '95k Enter", false},
    {"payback-said", 80, 24, WHARTON ":payback-set~baseline~80k :payback-flip~yearly", false},
    {"payback-wrong", 80, 24, WHARTON ":payback-set~cost 'many", false},
    {"payback-foreign", 80, 24, HKU, false},
    {"payback-never", 80, 24, WHARTON ":payback-set~baseline~400k", false},
    /* what is offered and assumed */
    {"payback-offers", 80, 24, WHARTON "Enter", false},
    {"payback-offers-40", 40, 12, WHARTON "Enter", false},
    {"payback-amount", 80, 24, WHARTON "Enter '80k", false},
    {"payback-offer-words", 80, 24, WHARTON "Enter 'analyst", false},
    {"payback-taken", 80, 24, WHARTON "Enter Down Down Enter", false},
    {"payback-assumed", 80, 24, WHARTON "B Down Enter", false},
    {"payback-who", 80, 24, WHARTON ":payback-set~cost Esc i", false},
    {"payback-start", 80, 24, "0 " DOWN_5, false},
    {"payback-start-40", 40, 12, "0 " DOWN_5, false},
    {"payback-start-looked", 80, 24, WHARTON "0 " DOWN_5, false},
};

/* Over a small national catalog. */
static const struct shot national[] = {
    {"payback-scorecard", 80, 40, SCORECARD, false},
    {"payback-scorecard-out", 80, 24, SCORECARD ":payback-flip~out-of-state", false},
};

static void
of_packs(void **state)
{
	shot_on(NULL, state);
}

static void
of_national(void **state)
{
	shot_on(national_path(), state);
}

/* With an argument only the shots whose names it fits. */
int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots) + COUNT(national)] = {0};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < COUNT(tests); i++) {
		const struct shot *s = i < COUNT(shots) ? &shots[i] : &national[i - COUNT(shots)];

		tests[i].name = s->name;
		tests[i].test_func = i < COUNT(shots) ? of_packs : of_national;
		tests[i].initial_state = (void *)s;
	}
	return _cmocka_run_group_tests("payback", tests, COUNT(tests), NULL, NULL);
}
