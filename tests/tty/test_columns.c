/* Columns and saved filters in the real program: chosen, remembered at the next start; clicks on headers. */
#include "apptty.h"

#include <stdio.h>

static char profile[1000];
static const char *const own_profile[] = {"--profile", profile, NULL};

static struct tty *
start(const char *file)
{
	snprintf(profile, sizeof profile, "%s", apptty_path(file));
	return apptty_start(&(struct apptty){.catalog = apptty_small(), .args = own_profile});
}

/* The line of column titles, with facets beside it or without. */
static int
header_row(struct tty *t)
{
	int y;

	if (!tty_find(t, "School", &y, NULL))
		fail_msg("no titles of columns on the screen:\n%s", tty_screen(t));
	return y;
}

static void
test_remembered(void **state)
{
	struct tty *t = start("remembered.db");
	char header[500];

	(void)state;
	tty_keys(t, "2 C");
	assert_on_screen(t, "[x] Months");
	tty_type(t, "city");
	tty_keys(t, "Enter");
	assert_on_screen(t, "[x] City");
	tty_keys(t, "^C { { < <");
	snprintf(header, sizeof header, "%s", tty_row(t, header_row(t)));
	assert_contains(header, "City");
	assert_true(strstr(header, "City") < strstr(header, "Months"));
	apptty_quit(t);

	t = start("remembered.db");
	tty_keys(t, "2");
	assert_string_equal(tty_row(t, header_row(t)), header);
	tty_resize(t, 12, 40);
	tty_resize(t, 50, 132);
	tty_resize(t, 24, 80);
	assert_string_equal(tty_row(t, header_row(t)), header);
	apptty_command(t, "columns");
	apptty_quit(t);

	t = start("remembered.db");
	tty_keys(t, "2");
	assert_null(strstr(tty_row(t, header_row(t)), "City"));
	apptty_quit(t);
}

static void
test_saved(void **state)
{
	struct tty *t = start("saved.db");

	(void)state;
	tty_keys(t, "2 /");
	tty_type(t, "cost:any sort:-cost");
	tty_keys(t, "Enter");
	apptty_command(t, "save with a price");
	assert_on_screen(t, "saved as 'with a price'");
	apptty_quit(t);

	t = start("saved.db");
	tty_keys(t, "2 L");
	assert_on_screen(t, "with a price");
	assert_on_screen(t, "cost:any sort:-cost");
	tty_keys(t, "Enter");
	assert_contains(tty_row(t, 1), "[cost:any] [sort:-cost]");
	apptty_on_selection(t);
	apptty_command(t, "clear");
	tty_keys(t, ":");
	tty_type(t, "load wi");
	tty_keys(t, "Tab Enter");
	assert_contains(tty_row(t, 1), "[cost:any] [sort:-cost]");
	tty_keys(t, "L x");
	assert_on_screen(t, "is forgotten");
	tty_keys(t, "q u L");
	assert_on_screen(t, "with a price");
	tty_keys(t, "q");
	apptty_quit(t);
}

/* Where a title stands in that line, -1 nowhere. Facets have titles of their own, in front of it. */
static int
title_at(struct tty *t, const char *title)
{
	enum { FACETS = 22 };
	int y = header_row(t);

	for (int x = 79; x > FACETS; x--) {
		size_t i = 0;

		while (title[i] != '\0' && tty_cell(t, y, x + (int)i).text[0] == title[i])
			i++;
		if (title[i] == '\0')
			return x;
	}
	return -1;
}

static void
click(struct tty *t, const char *title)
{
	int x = title_at(t, title);

	if (x < 0)
		fail_msg("no title \"%s\":\n%s", title, tty_screen(t));
	tty_mouse(t, 1, header_row(t), x);
}

/* A click sorts by the column that stands there, also where some are scrolled away; one on a mark brings columns in. */
static void
test_click(void **state)
{
	struct tty *t = start("click.db");

	(void)state;
	tty_keys(t, "2");
	apptty_command(t, "columns cost,school:30|city,award,mode,months,state,country,audience");
	click(t, "Cost");
	assert_contains(tty_row(t, 1), "[sort:cost]");
	click(t, "School");
	assert_contains(tty_row(t, 1), "[sort:school]");
	for (int i = 0; i < 12 && title_at(t, "Audience") < 0; i++)
		click(t, ">");
	assert_true(title_at(t, "<") > 0);
	assert_contains(tty_row(t, 1), "[sort:school]"); /* a mark is no title */
	click(t, "Audience");
	assert_contains(tty_row(t, 1), "[sort:audience]");
	for (int i = 0; i < 12 && title_at(t, "<") > 0; i++)
		click(t, "<");
	assert_true(title_at(t, "City") > 0);
	apptty_on_selection(t);
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_remembered),
	    cmocka_unit_test(test_saved),
	    cmocka_unit_test(test_click),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
