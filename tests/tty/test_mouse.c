/* The mouse: each click does what a key does. */
#include "apptty.h"

#include <stdio.h>

static struct tty *
small(void)
{
	return apptty_start(&(struct apptty){.catalog = apptty_small(), .rows = 24, .cols = 132});
}

/* Where a text stands; fails the test when it is not there. */
static void
find(struct tty *t, const char *text, int *y, int *x)
{
	if (!tty_find(t, text, y, x))
		fail_msg("no \"%s\" on the screen:\n%s", text, tty_screen(t));
}

static void
click(struct tty *t, const char *text)
{
	int y, x;

	find(t, text, &y, &x);
	tty_mouse(t, 1, y, x);
}

static void
test_click_selects(void **state)
{
	struct tty *t = small();

	(void)state;
	click(t, "Baker");
	assert_contains(apptty_selected(t), "Baker");
	click(t, "Growth ");
	assert_on_screen(t, "[Growth]");
	click(t, "2 Programs");
	assert_on_screen(t, "[2 Programs]");
	click(t, "1 Roles");
	assert_on_screen(t, "[1 Roles]");
	apptty_quit(t);
}

static void
test_wheel(void **state)
{
	struct tty *t = apptty_start(NULL);
	int y, x;
	char first[400];

	(void)state;
	tty_keys(t, "2");
	snprintf(first, sizeof first, "%s", apptty_selected(t));
	find(t, "School", &y, &x);
	tty_mouse(t, 5, y + 2, x);
	assert_int_not_equal(strcmp(apptty_selected(t), first), 0);
	tty_mouse(t, 5, y + 2, x);
	tty_mouse(t, 4, y + 2, x);
	tty_mouse(t, 4, y + 2, x);
	assert_string_equal(apptty_selected(t), first);
	tty_mouse(t, 4, y + 2, x);
	assert_string_equal(apptty_selected(t), first);
	apptty_quit(t);
}

static void
test_click_sorts(void **state)
{
	struct tty *t = small();
	int y, x;

	(void)state;
	tty_keys(t, "2");
	find(t, "Cost", &y, &x);
	tty_mouse(t, 1, y, x);
	assert_contains(tty_row(t, 1), "[sort:cost]");
	assert_contains(tty_row(t, 2), "1");
	find(t, "Cost", &y, &x);
	tty_mouse(t, 1, y, x);
	assert_contains(tty_row(t, 1), "[sort:-cost]");
	apptty_quit(t);
}

static void
test_click_facet_and_chip(void **state)
{
	struct tty *t = small();

	(void)state;
	tty_keys(t, "2");
	assert_on_screen(t, "6 of 6");
	click(t, "bootcamp");
	assert_contains(tty_row(t, 1), "[award:bootcamp]");
	assert_on_screen(t, "1 of 6");
	click(t, "[award:bootcamp]");
	assert_contains(tty_row(t, 1), "(off award:bootcamp)");
	assert_on_screen(t, "6 of 6");
	click(
	    t, "Office Work"); /* elsewhere first: two clicks in one place may be a double click */
	click(t, "(off award:bootcamp)");
	assert_on_screen(t, "1 of 6");
	apptty_quit(t);
}

static void
test_click_beside_a_popup(void **state)
{
	struct tty *t = small();

	(void)state;
	tty_keys(t, "?");
	assert_on_screen(t, "Keys that work here");
	tty_mouse(t, 1, 0, 0);
	assert_false(tty_has(t, "Keys that work here"));
	apptty_on_selection(t);
	apptty_quit(t);
}

/* Clicks wherever there is a cell, in every state: nothing breaks. */
static void
test_click_everywhere(void **state)
{
	static const char *const states[] = {"Esc", "2", "Enter", "?", "Esc", "/", "Esc", "z"};
	struct tty *t = small();

	(void)state;
	for (size_t i = 0; i < COUNT(states); i++) {
		tty_keys(t, states[i]);
		for (int y = 0; y < 24; y += 2)
			for (int x = 0; x < 132; x += 13)
				tty_mouse(t, 1 + 4 * (x % 2), y, x);
	}
	tty_keys(t, "Esc");
	tty_keys(t, "Esc");
	tty_keys(t, "Esc");
	tty_keys(t, "Esc");
	apptty_on_selection(t);
	apptty_quit(t);
}

static void
test_no_mouse(void **state)
{
	static const char *const args[] = {"--guest", "--no-mouse", NULL};
	struct tty *t = apptty_start(&(struct apptty){.args = args});

	(void)state;
	assert_false(tty_mode(t, 1000));
	assert_false(tty_mode(t, 1002));
	assert_false(tty_mode(t, 1003));
	assert_false(tty_mode(t, 1006));
	assert_true(tty_mode(t, 2004));
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_click_selects),
	    cmocka_unit_test(test_wheel),
	    cmocka_unit_test(test_click_sorts),
	    cmocka_unit_test(test_click_facet_and_chip),
	    cmocka_unit_test(test_click_beside_a_popup),
	    cmocka_unit_test(test_click_everywhere),
	    cmocka_unit_test(test_no_mouse),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
