/* For an advisor: a tour from its first step to its last, left and taken up again; the next person; a projector. */
#include "apptty.h"

#include "career/base/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *
script(const char *text)
{
	const char *path = apptty_path("script");

	temp_write(path, text, strlen(text));
	return path;
}

static struct tty *
with_script(const char *text)
{
	const char *const args[] = {"--guest", "--script", script(text), NULL};

	return apptty_start(&(struct apptty){.catalog = apptty_small(), .args = args});
}

/* "3 of 13" at the end of the bottom line; fails the test when it is not there. */
static void
step_is(struct tty *t, int *step, int *steps)
{
	const char *row = tty_row(t, 23), *of = strstr(row, " of "), *number = of;

	*step = *steps = 0;
	if (strncmp(row, "Space: ", 7) != 0 || of == NULL) {
		fail_msg("the tour does not wait:\n%s", tty_screen(t));
		return;
	}
	while (number > row && number[-1] != ' ')
		number--;
	*step = (int)strtol(number, NULL, 10);
	*steps = (int)strtol(of + strlen(" of "), NULL, 10);
	assert_true(*step >= 1 && *step <= *steps);
}

/* Each step shows its sentence and how to go on, and no message of a mistake. */
static void
walk(const char *name)
{
	const char *const args[] = {"--guest", "tour", name, NULL};
	struct tty *t = apptty_start(&(struct apptty){.args = args});
	int step = 0, steps = 1;

	for (int want = 1; want <= steps; want++) {
		step_is(t, &step, &steps);
		assert_int_equal(step, want);
		assert_int_equal(strncmp(tty_row(t, 22), "\u00bb ", 3), 0);
		apptty_on_selection(t);
		tty_keys(t, "Space");
	}
	assert_on_screen(t, "the tour is over");
	assert_false(tty_has(t, "\u00bb "));
	apptty_quit(t);
}

static void
test_from_first_to_last(void **state)
{
	(void)state;
	walk("role-in-five-minutes");
	walk("choosing-a-program");
}

/* Keys that come faster than the steps are drawn are steps, and nothing else: Space marks no row. */
static void
test_many_keys_at_once(void **state)
{
	const char *const args[] = {"--guest", "tour", "choosing-a-program", NULL};
	struct tty *t = apptty_start(&(struct apptty){.args = args});
	int step, steps;

	(void)state;
	tty_type(t, "    ");
	step_is(t, &step, &steps);
	assert_int_equal(step, 5);
	assert_false(tty_has(t, "marked*"));
	tty_keys(t, "Left Left");
	step_is(t, &step, &steps);
	assert_int_equal(step, 3);
	apptty_quit(t);
}

static void
test_left_and_resumed(void **state)
{
	const char *profile = apptty_path("left.db");
	const char *const args[] = {"--profile", profile, "tour", "role-in-five-minutes", NULL};
	const char *const again[] = {
	    "--profile", profile, "tour", "role-in-five-minutes", "1", NULL};
	struct tty *t = apptty_start(&(struct apptty){.args = args});
	int step, steps;

	(void)state;
	tty_keys(t, "Space Space Space Esc");
	assert_on_screen(t, "left at step 4 of ");
	assert_false(tty_has(t, "\u00bb "));
	apptty_quit(t);
	t = apptty_start(&(struct apptty){.args = args});
	assert_on_screen(t, "goes on at step 4 of ");
	assert_on_screen(t, "1 starts again");
	tty_keys(t, "Space Space");
	step_is(t, &step, &steps);
	assert_int_equal(step, 6);
	apptty_quit(t); /* is leaving as well */
	t = apptty_start(&(struct apptty){.args = args});
	assert_on_screen(t, "goes on at step 6 of ");
	apptty_quit(t);
	t = apptty_start(&(struct apptty){.args = again});
	step_is(t, &step, &steps);
	assert_int_equal(step, 1);
	apptty_quit(t);
}

/* What is wrong is told before the terminal is touched. */
static void
test_no_such_tour(void **state)
{
	static const struct {
		const char *name, *step, *says;
	} cases[] = {
	    {"role-in-five-minute", NULL, "nearest: role-in-five-minutes"},
	    {"zzz", NULL, "`career tour` lists them"},
	    {"choosing-a-program", "0", "is no step"},
	    {"choosing-a-program", "99", "is no step"},
	    {"choosing-a-program", "x", "is no step"},
	};
	char text[2000];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *const args[] = {"tour", cases[i].name, cases[i].step, NULL};

		assert_int_equal(
		    apptty_run(&(struct apptty){.args = args}, text, sizeof text), ERR_USAGE);
		assert_contains(text, cases[i].says);
		assert_null(strchr(text, '\033'));
	}
}

/* A script with pauses: forth, looking around, back, away. */
static void
test_script_with_pauses(void **state)
{
	struct tty *t =
	    with_script("screen programs\ngo 1\nsay first\npause\ngo 3\nsay second\npause\n"
			"fly\nsay third\npause\nsay end\n");

	(void)state;
	assert_string_equal(tty_row(t, 22), "\u00bb first");
	assert_string_equal(tty_row(t, 23), "Space: next  Esc: leave  1 of 3");
	tty_keys(t, "j j 1");
	assert_on_screen(t, "[1 Roles]");
	assert_string_equal(tty_row(t, 22), "\u00bb first");
	assert_string_equal(tty_row(t, 23), "Space: next  Esc: leave  1 of 3");
	tty_keys(t, "Right");
	assert_string_equal(tty_row(t, 22), "\u00bb second");
	assert_string_equal(tty_row(t, 23), "Space: next  Esc: leave  Left: back  2 of 3");
	tty_keys(t, "PgUp");
	assert_string_equal(tty_row(t, 22), "\u00bb first");
	tty_keys(t, "PgDn Enter");
	assert_on_screen(t, "! line 8: no command 'fly'");
	assert_string_equal(tty_row(t, 22), "\u00bb third");
	tty_keys(t, "Space");
	assert_string_equal(tty_row(t, 22), "\u00bb end");
	assert_on_screen(t, "help");
	apptty_command(t, "say");
	assert_false(tty_has(t, "\u00bb"));
	apptty_quit(t);
	t = with_script("say one\npause\nsay two\n");
	tty_keys(t, "q");
	assert_on_screen(t, "left the script");
	assert_false(tty_has(t, "\u00bb"));
	apptty_quit(t);
}

/* On a screen that shrinks and grows while it waits. */
static void
test_pause_and_sizes(void **state)
{
	static const int sizes[][2] = {{12, 40}, {1, 1}, {24, 60}, {50, 132}, {24, 80}};
	struct tty *t =
	    with_script("screen programs\nsay a sentence that is longer than forty cells\npause\n");

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		tty_resize(t, sizes[i][0], sizes[i][1]);
		if (sizes[i][0] < 10)
			continue;
		assert_on_screen(t, "\u00bb a sentence that is longer");
		assert_on_screen(t, "cells");
		assert_on_screen(t, "1 of 1");
		apptty_on_selection(t);
	}
	apptty_quit(t);
}

/* The next person finds nothing of the last one: no mark, no filter, no role, no line typed before. */
static void
test_reset_of_a_guest(void **state)
{
	struct tty *t = apptty_start(&(struct apptty){.catalog = apptty_small()});

	(void)state;
	tty_keys(t, "1 / b a k Enter");
	apptty_command(t, "role-is tester");
	tty_keys(t, "2 Space Space / t e s t Enter Enter");
	apptty_command(t, "say spoken");
	apptty_command(t, "compare");
	apptty_command(t, "reset");
	assert_on_screen(t, "y: yes");
	tty_keys(t, "n");
	assert_on_screen(t, "spoken"); /* nothing has happened */
	apptty_command(t, "reset");
	tty_keys(t, "y");
	assert_on_screen(t, "forgotten: marks, role, filters");
	assert_on_screen(t, "[1 Roles]"); /* the first one of apptty's settings */
	assert_false(tty_has(t, "spoken"));
	tty_keys(t, "2");
	assert_false(tty_has(t, "marked"));
	assert_false(tty_has(t, "[test]"));
	tty_keys(t, "/ ^P");
	assert_string_equal(tty_row(t, 23), "/");
	tty_keys(t, "^G : ^P");
	assert_string_equal(tty_row(t, 23), ":");
	tty_keys(t, "^G u");
	assert_false(tty_has(t, "[test]"));
	tty_keys(t, "1");
	assert_false(tty_has(t, "[bak]"));
	tty_keys(t, "r");
	assert_false(tty_has(t, "* "));
	tty_keys(t, "^C 3");
	assert_false(tty_has(t, "Testing"));
	apptty_quit(t);
}

/* What stands in a file stays; what was sent to the clipboard cannot be taken back, and that is said. */
static void
test_reset_with_a_file(void **state)
{
	const char *profile = apptty_path("kept.db");
	const char *const args[] = {"--profile", profile, NULL};
	struct tty *t =
	    apptty_start(&(struct apptty){.catalog = apptty_small(), .args = args, .cols = 120});

	(void)state;
	tty_keys(t, "2 Space Space / t e s t Enter y");
	assert_on_screen(t, "clipboard");
	apptty_command(t, "reset!");
	assert_on_screen(t, "kept; what was sent to the terminal's clipboard stays there");
	tty_keys(t, "2");
	assert_on_screen(t, "2 marked");
	assert_false(tty_has(t, "[test]"));
	apptty_quit(t);
}

/* The catalog is gone meanwhile: nothing is reset, and the program goes on. */
static void
test_reset_without_a_catalog(void **state)
{
	const char *path = apptty_path("vanishes.db");
	static const char *const packs[] = {"tests/fixtures/tty/lists"};
	struct tty *t;

	(void)state;
	apptty_build(path, packs, 1);
	t = apptty_start(&(struct apptty){.catalog = path});
	tty_keys(t, "2 Space");
	unlink(path);
	apptty_command(t, "reset!");
	assert_on_screen(t, "nothing was reset");
	assert_on_screen(t, "1 marked");
	apptty_quit(t);
}

/* The lines behind it run for the next person. */
static void
test_reset_in_a_script(void **state)
{
	struct tty *t =
	    with_script("screen programs\nmark\nreset!\nscreen programs\ngo 2\nsay new\n");

	(void)state;
	assert_on_screen(t, "[2 Programs]");
	assert_false(tty_has(t, "marked"));
	assert_on_screen(t, "\u00bb new");
	apptty_quit(t);
}

/* Two rows for each row of a list; a click below an item is on it. */
static void
test_large(void **state)
{
	const char *const args[] = {"--guest", "--large", NULL};
	struct tty *t = apptty_start(&(struct apptty){.catalog = apptty_small(), .args = args});
	char second[300];

	(void)state;
	tty_keys(t, "2 Down");
	snprintf(second, sizeof second, "%s", tty_row(t, 5));
	assert_int_equal(second[0], '>');
	assert_string_equal(tty_row(t, 4), "");
	assert_string_equal(tty_row(t, 6), "");
	tty_mouse(t, 1, 3, 5);
	assert_int_equal(tty_row(t, 3)[0], '>');
	tty_mouse(t, 1, 6, 5);
	assert_string_equal(tty_row(t, 5), second);
	apptty_command(t, "large");
	assert_string_equal(apptty_selected(t), apptty_selected(t));
	if (tty_row(t, 4)[0] == '\0')
		fail_msg("still large:\n%s", tty_screen(t));
	apptty_quit(t);
}

static void
test_large_by_settings(void **state)
{
	static const char settings[] = "large: yes\n";
	const char *folder = apptty_path("large");
	char home[600];
	const char *const env[] = {home, NULL};
	struct tty *t;

	(void)state;
	mkdir(folder, 0755);
	mkdir(temp_path(folder, "career"), 0755);
	temp_write(temp_path(folder, "career/config.yaml"), settings, strlen(settings));
	snprintf(home, sizeof home, "XDG_CONFIG_HOME=%s", folder);
	t = apptty_start(&(struct apptty){.catalog = apptty_small(), .env = env});
	tty_keys(t, "2");
	assert_string_equal(tty_row(t, 4), "");
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_from_first_to_last),
	    cmocka_unit_test(test_many_keys_at_once),
	    cmocka_unit_test(test_left_and_resumed),
	    cmocka_unit_test(test_no_such_tour),
	    cmocka_unit_test(test_script_with_pauses),
	    cmocka_unit_test(test_pause_and_sizes),
	    cmocka_unit_test(test_reset_of_a_guest),
	    cmocka_unit_test(test_reset_with_a_file),
	    cmocka_unit_test(test_reset_without_a_catalog),
	    cmocka_unit_test(test_reset_in_a_script),
	    cmocka_unit_test(test_large),
	    cmocka_unit_test(test_large_by_settings),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
