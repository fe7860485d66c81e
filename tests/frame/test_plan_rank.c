/*
 * Roles by one's own weights on the screen: some screens as text (UPDATE=1 writes them anew, and the difference is to be
 * read), and what the keys do to the weights and to what is ranked.
 */
#include "../../src/cmd/state.h"
#include "appscreen.h"
#include "check.h"
#include "look.h"
#include "national.h"
#include "shot.h"

#include <stdlib.h>
#include <string.h>

#define RANK ":have~have~python :have~partly~sql :plan~rank"
#define CHOSEN                                                                                     \
	":shortlist~machine-learning-engineer :shortlist~data-scientist "                          \
	":shortlist~research-scientist "

static const struct shot shots[] = {
    {"rank-80", 80, 24, ":plan~rank", false},
    {"rank-132", 132, 50, RANK, false},
    {"rank-40", 40, 24, RANK " Down Down Down Down Down Down Down Down Down Down Down", false},
    {"rank-40-weights", 40, 12, RANK " + + +", false},
    {"rank-ascii", 80, 24, RANK " PgDn", true},
    {"rank-changed", 80, 24, RANK " + + + Down - - -", false},
    {"rank-back", 80, 24, RANK " + + + Down - - - u u u u u u", false},
    {"rank-who", 80, 24, RANK " Down Down Down Down Down Down Down Down Down Down i", false},
    {"rank-level", 80, 24, RANK " L", false},
    {"rank-details", 80, 50, RANK " v", false},
};

static const struct shot chosen[] = {
    {"rank-chosen", 80, 24, CHOSEN RANK, false},
    {"rank-chosen-all", 80, 24, CHOSEN RANK " V", false},
    {"rank-occupations", 80, 50, RANK " O", false},
};

static void
test_chosen(void **state)
{
	shot_test(state);
}

static void
bundled(void **state)
{
	shot_on(NULL, state);
}

/* --- what the keys do ------------------------------------------------------------------------- */

static struct appscreen s;

static const char *
press(const char *keys)
{
	app_press(&s.app, keys);
	return appscreen_draw(&s, false);
}

static char *
weights(void)
{
	char *w = profile_get(s.app.profile, "weights");

	return w != NULL ? w : mem_dup("none");
}

#define WEIGHTS(text)                                                                              \
	do {                                                                                       \
		char *w_ = weights();                                                              \
		assert_string_equal(w_, (text));                                                   \
		free(w_);                                                                          \
	} while (0)

/* The cursor stays on the weight, whatever the answer above it says; the ends are ends; all can be taken back. */
static void
test_steps(void **state)
{
	(void)state;
	appscreen_use(NULL);
	appscreen_open(&s, 24, 80, false, true);
	press(":plan~rank");
	WEIGHTS("none");
	press("+");
	WEIGHTS("pay=6,growth=5,cost=5,time=5,fit=5,interest=5");
	press("+ + + +");
	WEIGHTS("pay=10,growth=5,cost=5,time=5,fit=5,interest=5");
	press("+");
	assert_true(s.app.message_is_error);
	assert_contains(s.app.message, "0 to 10");
	press("Down - -");
	WEIGHTS("pay=10,growth=3,cost=5,time=5,fit=5,interest=5");
	press("u u");
	WEIGHTS("pay=10,growth=5,cost=5,time=5,fit=5,interest=5");
	press("^R");
	WEIGHTS("pay=10,growth=4,cost=5,time=5,fit=5,interest=5");
	press("End +");
	assert_true(s.app.message_is_error);
	assert_contains(s.app.message, "Weights");
	press(":rank-weights~time=0,fit=9");
	WEIGHTS("pay=10,growth=4,cost=5,time=0,fit=9,interest=5");
	press(":rank-weights~time=99");
	assert_true(s.app.message_is_error);
	press(":rank-weights");
	WEIGHTS("pay=5,growth=5,cost=5,time=5,fit=5,interest=5");
	appscreen_close(&s);
}

/* All roles or the shortlist; without one there is nothing to turn to, which is said. */
static void
test_turns(void **state)
{
	(void)state;
	appscreen_use(NULL);
	appscreen_open(&s, 24, 80, false, true);
	press(":plan~rank V");
	assert_true(s.app.message_is_error);
	press("O");
	assert_true(s.app.message_is_error);
	assert_contains(s.app.message, "get onet");
	assert_contains(press(CHOSEN ":plan~rank"), "Your shortlist by your own weights");
	assert_contains(press("V"), "Roles by your own weights");
	assert_contains(press("V"), "Your shortlist by your own weights");
	assert_contains(press("L"), "mid level");
	assert_contains(press(":rank-level~all"), "all levels");
	assert_contains(press("L"), "first job");
	press(":rank-level~boss");
	assert_true(s.app.message_is_error);
	press("1 :rank-level");
	assert_true(s.app.message_is_error);
	appscreen_close(&s);
}

static bool
is_part(const struct line *l, const char *word)
{
	return l != NULL && l->nspans > 1 && strcmp(l->spans[1].text, word) == 0;
}

/* Enter on a part leads to what says more. */
static void
test_leads(void **state)
{
	(void)state;
	appscreen_use(NULL);
	appscreen_open(&s, 50, 80, false, true);
	press(":plan~rank");
	for (size_t i = 0; i < 40 && !is_part(current_line(&s.app), "pay"); i++)
		press("Down");
	assert_true(is_part(current_line(&s.app), "pay"));
	press("i");
	assert_true(s.app.popup.open);
	press("Esc Enter");
	assert_int_equal(s.app.screen, SCREEN_ROLES);
	assert_contains(appscreen_draw(&s, false), "[Pay]");
	appscreen_close(&s);
}

#define SHOT(list, test, i) cmocka_unit_test_prestate(test, (void *)&(list)[i])

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    SHOT(shots, bundled, 0),
	    SHOT(shots, bundled, 1),
	    SHOT(shots, bundled, 2),
	    SHOT(shots, bundled, 3),
	    SHOT(shots, bundled, 4),
	    SHOT(shots, bundled, 5),
	    SHOT(shots, bundled, 6),
	    SHOT(shots, bundled, 7),
	    SHOT(shots, bundled, 8),
	    SHOT(shots, bundled, 9),
	    SHOT(chosen, bundled, 0),
	    SHOT(chosen, bundled, 1),
	    SHOT(chosen, test_chosen, 2),
	    cmocka_unit_test(test_steps),
	    cmocka_unit_test(test_turns),
	    cmocka_unit_test(test_leads),
	};

	return cmocka_run_group_tests_name("plan rank", tests, NULL, NULL);
}
