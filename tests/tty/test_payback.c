/* Payback on a real terminal: asked from a program, changed in place, kept for the next time. */
#include "apptty.h"

#include <stdio.h>

static char profile[600];
static const char *const with_profile[] = {"--profile", profile, NULL};

static struct tty *
open_wharton(const struct apptty *o)
{
	struct tty *t = apptty_start(o);

	tty_keys(t, "2 /");
	tty_type(t, "wharton\r");
	tty_keys(t, "P");
	assert_contains(tty_row(t, 0), "[Payback]");
	assert_contains(tty_row(t, 1), "Worth it?  Wharton MBA");
	apptty_on_selection(t);
	return t;
}

/* The page follows the line; the cursor is in it. */
static void
test_typed(void **state)
{
	struct tty *t = open_wharton(NULL);
	int y, x;

	(void)state;
	apptty_command(t, "payback-set cost");
	assert_string_equal(tty_row(t, 23), "price, $: 190000");
	tty_type(t, "9");
	assert_string_equal(tty_row(t, 23), "price, $: 9");
	assert_true(tty_cursor(t, &y, &x) && y == 23 && x == 11);
	assert_on_screen(t, "$9 ");
	tty_paste(t, "5k");
	assert_on_screen(t, "$95,000");
	tty_keys(t, "Up");
	assert_string_equal(tty_row(t, 23), "price, $: 100000");
	assert_on_screen(t, "$100,000");
	tty_keys(t, "Esc");
	assert_on_screen(t, "190,000");
	apptty_on_selection(t);
	tty_keys(t, "Enter");
	tty_type(t, "95k\r");
	assert_on_screen(t, "$95,000");
	assert_contains(tty_row(t, 23), "price $95,000. ");
	apptty_on_selection(t);
	assert_contains(apptty_selected(t), "Price");
	tty_keys(t, "u");
	assert_on_screen(t, "undone: payback");
	assert_on_screen(t, "190,000");
	tty_keys(t, "q");
	assert_contains(tty_row(t, 0), "[2 Programs]");
	apptty_quit(t);
}

/* Any size, while a value is typed. */
static void
test_sizes(void **state)
{
	static const int sizes[][2] = {{50, 132}, {12, 40}, {3, 10}, {24, 80}};
	struct tty *t = open_wharton(NULL);

	(void)state;
	apptty_command(t, "payback-set cost");
	tty_type(t, "77k");
	for (size_t i = 0; i < COUNT(sizes); i++)
		tty_resize(t, sizes[i][0], sizes[i][1]);
	assert_string_equal(tty_row(t, 23), "price, $: 77k");
	assert_on_screen(t, "$77,000");
	tty_keys(t, "Enter");
	apptty_on_selection(t);
	assert_contains(apptty_selected(t), "Price");
	apptty_quit(t);
}

static void
test_kept(void **state)
{
	const struct apptty o = {.args = with_profile};
	struct tty *t;

	(void)state;
	snprintf(profile, sizeof profile, "%s", apptty_path("person.db"));
	t = open_wharton(&o);
	tty_keys(t, "Enter");
	assert_on_screen(t, "Without it I would earn, a year before tax");
	tty_type(t, "80k\r");
	assert_on_screen(t, "129 years, never");
	apptty_quit(t);
	t = apptty_start(&o);
	tty_keys(t, "P"); /* the program of last time, with what was said */
	assert_contains(tty_row(t, 1), "Worth it?  Wharton MBA");
	assert_on_screen(t, "$80,000");
	tty_keys(t, "x");
	assert_on_screen(t, "$49,500");
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_typed),
	    cmocka_unit_test(test_sizes),
	    cmocka_unit_test(test_kept),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
