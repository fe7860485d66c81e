/* The list above the command line, undo and redo, as a person at a terminal has them. */
#include "apptty.h"

#include <stdio.h>
#include <unistd.h>

static char profile[1000];
static const char *const own_profile[] = {"--profile", profile, NULL};

static struct tty *
start(const char *leaf)
{
	snprintf(profile, sizeof profile, "%s", apptty_path(leaf));
	return apptty_start(&(struct apptty){.args = own_profile});
}

static void
test_runs(void **state)
{
	struct tty *t = start("runs.db");

	(void)state;
	tty_keys(t, ":");
	assert_on_screen(t, "Commands: type to find");
	assert_on_screen(t, "> search");
	tty_type(t, "zo");
	assert_on_screen(t, "> zoom");
	assert_on_screen(t, ":zo");
	tty_keys(t, "Enter");
	assert_false(tty_has(t, "Commands"));
	assert_false(tty_has(t, "[Summary]")); /* the list has the whole screen */
	tty_keys(t, "^P");
	assert_on_screen(t, "Commands: type to find");
	tty_keys(t, "^G");
	apptty_on_selection(t);
	apptty_quit(t);
}

/* What was used stands first, in the next run as well; what was typed comes back. */
static void
test_remembers(void **state)
{
	struct tty *t = start("remembers.db");

	(void)state;
	tty_keys(t, ":");
	tty_type(t, "zo");
	tty_keys(t, "Enter : ^G");
	tty_keys(t, "/");
	tty_type(t, "analyst");
	tty_keys(t, "Enter");
	apptty_quit(t);
	assert_int_equal(access(profile, F_OK), 0);
	t = start("remembers.db");
	tty_keys(t, ":");
	assert_on_screen(t, "> zoom");
	tty_keys(t, "^P");
	assert_on_screen(t, ":zoom");
	tty_keys(t, "^G / ^P");
	assert_on_screen(t, "/analyst");
	tty_keys(t, "^G");
	apptty_quit(t);
}

/* A guest leaves nothing, and who only quits by name neither. */
static void
test_leaves_nothing(void **state)
{
	struct tty *t = apptty_start(NULL);

	(void)state;
	tty_keys(t, ":");
	tty_type(t, "zo");
	tty_keys(t, "Enter");
	apptty_quit(t);
	t = apptty_start(NULL);
	tty_keys(t, ":");
	assert_on_screen(t, "> search");
	tty_keys(t, "^G");
	apptty_quit(t);
	t = start("quits.db");
	tty_keys(t, ":");
	tty_type(t, "q");
	tty_keys(t, "Enter");
	assert_int_equal(tty_wait(t), 0);
	tty_end(t);
	assert_int_not_equal(access(profile, F_OK), 0);
}

static void
test_undo(void **state)
{
	struct tty *t = start("undo.db");

	(void)state;
	tty_keys(t, "/");
	tty_type(t, "analyst");
	tty_keys(t, "Enter");
	assert_on_screen(t, "[analyst]");
	tty_keys(t, "u");
	assert_on_screen(t, "undone: filter analyst");
	assert_false(tty_has(t, "[analyst]"));
	tty_keys(t, "^R");
	assert_on_screen(t, "redone: filter analyst");
	assert_on_screen(t, "[analyst]");
	tty_keys(t, "Space u 2 u");
	assert_on_screen(t, "undone on Roles: filter analyst");
	tty_keys(t, "u");
	assert_on_screen(t, "nothing to undo");
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_runs),
	    cmocka_unit_test(test_remembers),
	    cmocka_unit_test(test_leaves_nothing),
	    cmocka_unit_test(test_undo),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
