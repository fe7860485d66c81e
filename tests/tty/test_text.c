/* Text in several scripts on a real terminal, and names of files in messages. */
#include "apptty.h"
#include "ttyclean.h"

#include "career/base/err.h"

#include <stdio.h>
#include <stdlib.h>

static const char *
scripts_catalog(void)
{
	static const char *const packs[] = {"tests/fixtures/tty/scripts"};
	const char *path = apptty_path("scripts.db");

	apptty_build(path, packs, COUNT(packs));
	return path;
}

/* The rule between the panes stands in one column: no row is wider or narrower than was thought. */
static void
check_rule(struct tty *t, int from, int to)
{
	int rows, cols, x;

	tty_size(t, &rows, &cols);
	for (x = 0; x < cols && strcmp(tty_cell(t, from, x).text, "\u2502") != 0; x++)
		;
	assert_in_range(x, 1, cols - 1);
	for (int y = from; y < to; y++)
		if (strcmp(tty_cell(t, y, x).text, "\u2502") != 0)
			fail_msg("row %d crosses the rule at %d:\n%s", y, x, tty_screen(t));
}

static void
test_scripts(void **state)
{
	static const int sizes[][2] = {{24, 132}, {24, 101}, {30, 80}, {12, 40}};
	struct tty *t =
	    apptty_start(&(struct apptty){.catalog = scripts_catalog(), .rows = 24, .cols = 132});
	int y, x;

	(void)state;
	assert_on_screen(t, "\u6a5f\u68b0\u5b66\u7fd2\u30a8\u30f3\u30b8\u30cb\u30a2"); /* wide */
	assert_on_screen(t, "\u0418\u043d\u0436\u0435\u043d\u0435\u0440");
	assert_true(tty_find(t, "Inge\u0301nieur e\u0301nergie a\u0308o\u0308u\u0308", &y, &x));
	assert_string_equal(tty_cell(t, y, x + 3).text, "e\u0301"); /* one cell */
	assert_string_equal(tty_cell(t, y, x + 4).text, "n");
	assert_true(tty_find(t, "\u6a5f", &y, &x));
	assert_int_equal(tty_cell(t, y, x).width, 2);
	check_rule(t, 2, 20);
	for (size_t i = 0; i < COUNT(sizes); i++) {
		tty_resize(t, sizes[i][0], sizes[i][1]);
		tty_keys(t, "1 g");
		for (int k = 0; k < 6; k++) {
			tty_keys(t, "Down");
			apptty_on_selection(t);
			apptty_written(t, "roles in several scripts");
		}
		tty_keys(t, "2 g");
		apptty_written(t, "programs in several scripts");
		tty_keys(t, "Down Enter");
		apptty_written(t, "a program in several scripts");
		tty_keys(t, "q");
	}
	apptty_quit(t);
}

/* Typed, wide characters move the cursor by two cells; an accent goes with its letter. */
static void
test_typing_scripts(void **state)
{
	struct tty *t = apptty_start(&(struct apptty){.catalog = scripts_catalog()});
	int y, x;

	(void)state;
	tty_keys(t, "/");
	tty_type(t, "\u6a5f\u68b0");
	assert_on_screen(t, "/\u6a5f\u68b0");
	assert_true(tty_cursor(t, &y, &x));
	assert_int_equal(x, 5);
	assert_on_screen(t, "1 of 6");
	tty_keys(t, "Backspace");
	tty_cursor(t, &y, &x);
	assert_int_equal(x, 3);
	tty_keys(t, "^U");
	tty_type(t, "Inge\u0301");
	tty_cursor(t, &y, &x);
	assert_int_equal(x, 5);
	assert_on_screen(t, "1 of 6");
	tty_keys(t, "Backspace");
	assert_on_screen(t, "/Ing");
	assert_false(tty_has(t, "/Inge"));
	tty_keys(t, "Esc");
	apptty_quit(t);
}

/* Names of files that come back in messages. */
static void
test_hostile_names(void **state)
{
	static const char *const names[] = {
	    "no\033[31msuch", "no\u202esuch", "no\302\23331msuch", "no\xffsuch", "no\nsuch"};
	char text[3000];

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *const args[] = {"--guest", "--script", names[i], NULL};

		assert_int_equal(
		    apptty_run(&(struct apptty){.catalog = names[i]}, text, sizeof text), ERR_DATA);
		if (ttyclean_check(text, strlen(text)) != NULL)
			fail_msg("%s", ttyclean_check(text, strlen(text)));
		assert_contains(text, "there is no catalog at no");
		assert_int_equal(
		    apptty_run(&(struct apptty){.args = args}, text, sizeof text), ERR_DATA);
		if (ttyclean_check(text, strlen(text)) != NULL)
			fail_msg("%s", ttyclean_check(text, strlen(text)));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_scripts),
	    cmocka_unit_test(test_typing_scripts),
	    cmocka_unit_test(test_hostile_names),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
