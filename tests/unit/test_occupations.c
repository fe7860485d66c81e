/* The occupations of imported sets in the list of roles: left out until their chip is on. */
#include "apptest.h"
#include "career/cmd/commands.h"
#include "check.h"
#include "national.h"
#include "../../src/ui/screen.h"

#include <string.h>

/* Rows of the list that are of imported sets. */
static uint32_t
of_sets(void)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < pane()->view.nrows; i++)
		n += pane_is_of_set(pane(), pane()->view.rows[i]);
	return n;
}

static const char *
last_chip(bool *on)
{
	static struct chip chip[64];
	size_t n = pane_chips(pane(), chip, 64);

	assert_true(n > 0);
	assert_true(chip[n - 1].sets);
	*on = chip[n - 1].on;
	return chip[n - 1].text;
}

static void
test_off_at_first(void **state)
{
	bool on;

	(void)state;
	assert_int_equal(of_sets(), 0);
	assert_string_equal(last_chip(&on), "occupations");
	assert_false(on);
	assert_false(pane_has_facets(pane()));
	assert_string_equal(pane_advice(pane()), ""); /* nothing is asked for yet */
	app_press(&app, "o");
	assert_int_equal(of_sets(), 0);
	assert_int_equal(pane()->hidden, 0);
}

static void
test_key(void **state)
{
	uint32_t without = pane()->view.nrows;
	bool on;

	(void)state;
	app_press(&app, "O");
	assert_true(of_sets() > 0);
	last_chip(&on);
	assert_true(on);
	assert_string_equal(selected(), "Machine Learning Engineer");
	/* Those without figures are folded, as roles that are only named. */
	assert_true(pane()->hidden > 0);
	app_press(&app, "o");
	assert_int_equal(of_sets(), 9);
	app_press(&app, "o O");
	assert_int_equal(pane()->view.nrows, without);
	assert_int_equal(of_sets(), 0);
	app_run(&app, "occupations on");
	app_run(&app, "occupations on");
	assert_true(of_sets() > 0);
	app_run(&app, "occupations off");
	assert_int_equal(of_sets(), 0);
	assert_false(app_command(&app, "occupations maybe"));
	app_run(&app, "screen programs");
	assert_false(app_command(&app, "occupations"));
}

static void
test_hidden_matches(void **state)
{
	(void)state;
	app_run(&app, "filter nurse");
	assert_int_equal(pane()->view.nrows, 0);
	assert_int_equal(pane()->unseen, 1);
	assert_string_equal(pane_advice(pane()), "+ 1 occupation matches: O shows it");
	app_press(&app, "O");
	assert_int_equal(pane()->view.nrows, 1);
	assert_string_equal(selected(), "Registered Nurses");
	assert_string_equal(pane_advice(pane()), "");
	app_press(&app, "O");
	app_run(&app, "filter data");
	assert_true(pane()->view.nrows > 0);
	assert_contains(pane_advice(pane()), "+ 1 occupation matches: O shows it");
	app_run(&app, "filter e");
	assert_contains(pane_advice(pane()), "+ 9 occupations match: O shows them");
	/* Who asks for them gets them. */
	app_run(&app, "filter pack:import");
	assert_int_equal(pane()->unseen, 0);
	assert_true(of_sets() > 0);
}

static void
test_chip(void **state)
{
	struct chip chip[64];
	size_t n;

	(void)state;
	app_run(&app, "filter data");
	app_press(&app, "S-Tab");
	n = pane_chips(pane(), chip, 64);
	assert_int_equal(n, 2);
	app_run(&app, "focus chips");
	app_press(&app, "Right Enter");
	assert_true(pane()->occupations);
	assert_string_equal(pane()->query.data, "data");
	app_press(&app, "x");
	assert_false(pane()->occupations);
	app_press(&app, "Left Enter");
	assert_string_equal(pane()->query.data, "");
	assert_string_equal(pane()->off.data, "data\n");
	app_press(&app, "Right Enter");
	assert_true(pane()->occupations);
	assert_string_equal(pane()->off.data, "data\n");
}

static void
test_undo_and_saved(void **state)
{
	(void)state;
	app_press(&app, "O");
	app_press(&app, "u");
	assert_false(pane()->occupations);
	assert_contains(app.message, "show occupations");
	app_press(&app, "^R");
	assert_true(pane()->occupations);
	app_run(&app, "filter zone:3*");
	app_run(&app, "save middle");
	app_run(&app, "clear");
	app_press(&app, "O");
	assert_false(pane()->occupations);
	app_run(&app, "load middle");
	assert_true(pane()->occupations);
	assert_int_equal(pane()->view.nrows, 2);
}

/* By key, from a search or a link: what the list leaves out comes in. */
static void
test_select(void **state)
{
	(void)state;
	app_run(&app, "select registered-nurses");
	assert_string_equal(selected(), "Registered Nurses");
	assert_true(pane()->occupations);
	assert_false(pane()->everything);
	app_run(&app, "select beekeeper");
	assert_string_equal(selected(), "beekeeper");
	assert_true(pane()->everything);
	app_run(&app, "role-is registered-nurses");
	assert_string_equal(app.role, "registered-nurses");
}

static void
test_facets(void **state)
{
	bool zone = false, empty = false;

	(void)state;
	app_press(&app, "O o");
	assert_true(pane_has_facets(pane()));
	for (size_t i = 0; i < pane()->nfacet; i++) {
		const char *name = list_roles.fields[pane()->facet[i].field].name;

		zone = zone || strcmp(name, "zone") == 0;
		empty = empty || (pane()->facet[i].heading && i + 1 == pane()->nfacet);
	}
	assert_true(zone);
	assert_false(empty);
	app_run(&app, "focus facets");
	app_press(&app, "O");
	assert_int_equal(pane()->focus, FOCUS_LIST);
	assert_int_equal(pane()->nfacet, 0);
}

/* A click on the chip, which stands in the second row. */
static void
test_mouse(void **state)
{
	static struct appscreen s;
	struct key k = {.kind = KEYK_MOUSE, .mouse = MOUSE_CLICK, .y = 1, .x = 3};

	(void)state;
	appscreen_open(&s, 24, 80, false, false);
	assert_contains(appscreen_draw(&s, false), "\n(off occupations) ");
	mouse_event(&s.app, &k);
	assert_contains(appscreen_draw(&s, false), "\n[occupations] ");
	assert_true(app_pane(&s.app)->occupations);
	k.x = 60; /* on the words behind it */
	mouse_event(&s.app, &k);
	assert_true(app_pane(&s.app)->occupations);
	k.x = 3;
	mouse_event(&s.app, &k);
	assert_false(app_pane(&s.app)->occupations);
	appscreen_close(&s);
}

/* A catalog without sets has no chip, no key and no facets. */
static void
test_without_sets(void **state)
{
	struct chip chip[4];

	(void)state;
	app_close(&app);
	appscreen_use(NULL);
	appscreen_state(&app, NULL);
	assert_false(pane_has_sets(pane()));
	assert_int_equal(pane_chips(pane(), chip, 4), 0);
	assert_false(app_command(&app, "occupations"));
	assert_contains(app.message, "career get us");
	assert_false(pane_has_facets(pane()));
}

static int
open_national(void **state)
{
	appscreen_use(national_path());
	return apptest_open(state);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_national, apptest_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_off_at_first),
	    TEST(test_key),
	    TEST(test_hidden_matches),
	    TEST(test_chip),
	    TEST(test_undo_and_saved),
	    TEST(test_select),
	    TEST(test_facets),
	    TEST(test_mouse),
	    TEST(test_without_sets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
