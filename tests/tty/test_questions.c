/* The first screen on a terminal: the program opens on it, questions lead away and back. */
#include "apptty.h"

#include <stdio.h>
#include <sys/stat.h>

static char no_settings[600];
static const char *const first_env[] = {no_settings, NULL};

/* As for somebody without settings. */
static struct tty *
start(int rows, int cols)
{
	snprintf(no_settings, sizeof no_settings, "XDG_CONFIG_HOME=%s", apptty_path("nothing"));
	return apptty_start(&(struct apptty){.env = first_env, .rows = rows, .cols = cols});
}

static void
test_first_screen(void **state)
{
	struct tty *t = start(0, 0);

	(void)state;
	assert_on_screen(t, "[0 Start]");
	assert_on_screen(t, "What would you like to know?");
	assert_on_screen(t, "publishers meet");
	apptty_on_selection(t);
	assert_contains(apptty_selected(t), "What does it pay, and why do sites disagree?");
	apptty_written(t, "start");
	apptty_quit(t);
}

static void
test_enter_and_back(void **state)
{
	struct tty *t = start(0, 0);

	(void)state;
	tty_keys(t, "Enter");
	assert_on_screen(t, "[1 Roles]");
	assert_on_screen(t, "[Pay]");
	tty_keys(t, "q");
	assert_on_screen(t, "[0 Start]");
	assert_contains(apptty_selected(t), "What does it pay, and why do sites disagree?");
	tty_keys(t, "Down Down Down Enter");
	assert_on_screen(t, "[Skills]");
	tty_keys(t, "q");
	assert_contains(apptty_selected(t), "What should I learn first, and what can I skip?");
	assert_on_screen(t, "learn first: ");
	tty_keys(t, "q");
	assert_on_screen(t, "Quit?");
	tty_keys(t, "y");
	assert_int_equal(tty_wait(t), 0);
	apptty_unharmed(t);
	tty_end(t);
}

static void
test_digits(void **state)
{
	struct tty *t = start(0, 0);

	(void)state;
	tty_keys(t, "4");
	assert_on_screen(t, "[4 Skills]");
	tty_keys(t, "q");
	assert_on_screen(t, "[0 Start]");
	tty_keys(t, "2 0");
	assert_on_screen(t, "[0 Start]");
	apptty_quit(t);
}

static void
test_find(void **state)
{
	struct tty *t = start(0, 0);

	(void)state;
	tty_keys(t, "/");
	tty_type(t, "nlp spec");
	assert_on_screen(t, "find: nlp spec");
	assert_on_screen(t, "NLP Specialist");
	tty_keys(t, "Enter");
	assert_on_screen(t, "[1 Roles]");
	apptty_on_selection(t);
	assert_contains(apptty_selected(t), "NLP Specialist");
	tty_keys(t, "q /");
	tty_paste(t, "median");
	assert_on_screen(t, "Glossary (");
	tty_keys(t, "Esc");
	assert_on_screen(t, "What would you like to know?");
	apptty_quit(t);
}

static void
test_role(void **state)
{
	struct tty *t = start(0, 0);

	(void)state;
	tty_keys(t, "r");
	tty_type(t, "data scientist");
	tty_keys(t, "Enter");
	assert_on_screen(t, "Role: Data Scientist");
	assert_on_screen(t, "Data Scientist, first job, a year before tax");
	apptty_quit(t);
}

static void
test_small(void **state)
{
	struct tty *t = start(12, 40);

	(void)state;
	assert_on_screen(t, "> What it pays, why sites disagree");
	assert_on_screen(t, "In short: Machine Learning Engineer,");
	tty_resize(t, 24, 80);
	assert_on_screen(t, "> What does it pay, and why do sites disagree?");
	tty_resize(t, 12, 40);
	assert_on_screen(t, "> What it pays, why sites disagree");
	apptty_quit(t);
}

/* The settings may skip it; then it is at its key. */
static void
test_skipped(void **state)
{
	struct tty *t = apptty_start(NULL);

	(void)state;
	assert_on_screen(t, "[1 Roles]");
	tty_keys(t, "0");
	assert_on_screen(t, "What would you like to know?");
	tty_keys(t, "q");
	assert_on_screen(t, "Quit?");
	tty_keys(t, "n");
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_first_screen),
	    cmocka_unit_test(test_enter_and_back),
	    cmocka_unit_test(test_digits),
	    cmocka_unit_test(test_find),
	    cmocka_unit_test(test_role),
	    cmocka_unit_test(test_small),
	    cmocka_unit_test(test_skipped),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
