/* --script: one command a line, each when the program is idle. */
#include "apptty.h"
#include "ttyclean.h"

#include "career/base/buf.h"
#include "career/base/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *
script(const char *text)
{
	const char *path = apptty_path("script");

	temp_write(path, text, strlen(text));
	return path;
}

static struct tty *
start(const char *text)
{
	const char *const args[] = {"--guest", "--script", script(text), NULL};

	return apptty_start(
	    &(struct apptty){.catalog = apptty_small(), .args = args, .rows = 30, .cols = 120});
}

static int
run(const char *path, char *text, size_t size)
{
	const char *const args[] = {"--guest", "--script", path, NULL};

	return apptty_run(
	    &(struct apptty){.catalog = apptty_small(), .args = args, .cols = 250}, text, size);
}

/* The script is done when the first keys are answered; then the person goes on. */
static void
test_runs_and_leaves_the_rest_to_the_person(void **state)
{
	struct tty *t = start("# to the programs\n\nscreen programs\r\nfilter testing\n  go 3\n");

	(void)state;
	assert_on_screen(t, "[2 Programs]");
	assert_contains(tty_row(t, 1), "[testing]");
	assert_contains(apptty_selected(t), "Testing");
	tty_keys(t, "1");
	assert_on_screen(t, "[1 Roles]");
	apptty_quit(t);
}

static void
test_quit(void **state)
{
	char text[40000];

	(void)state;
	assert_int_equal(
	    run(script("screen programs\nquit\nscreen roles\n"), text, sizeof text), 0);
	assert_contains(text, "[2 Programs]");
}

static void
test_unknown_command_goes_on(void **state)
{
	struct tty *t = start("screen programs\nfly to the moon\n");

	(void)state;
	assert_on_screen(t, "no command 'fly'");
	apptty_quit(t);
	t = start("fly\nscreen nowhere\nscreen programs\nlevel 9\nselect nothing/at/all\ngo 2");
	assert_on_screen(t, "[2 Programs]");
	assert_contains(apptty_selected(t), "Baking");
	apptty_quit(t);
}

/* Every key that can be named can be pressed. */
static void
test_key(void **state)
{
	struct tty *t =
	    start("key 2\nkey Down\nkey Down\nkey Tab\nkey S-Tab\nkey ^D\nkey ^U\nkey g\n");

	(void)state;
	assert_on_screen(t, "[2 Programs]");
	assert_contains(apptty_selected(t), "Advanced");
	apptty_quit(t);
}

/* The written screen is the one that the terminal shows. */
static void
test_write(void **state)
{
	static const int sizes[][2] = {{30, 120}, {24, 80}, {12, 40}};
	struct tty *t = start("screen programs\n");

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		tty_resize(t, sizes[i][0], sizes[i][1]);
		tty_keys(t, "2");
		apptty_written(t, "programs");
		tty_keys(t, "1 Enter");
		apptty_written(t, "a role");
		tty_keys(t, "q");
	}
	apptty_quit(t);
}

static void
test_write_keeps_what_is_there(void **state)
{
	const char *path = apptty_path("taken");
	char command[600], *kept;
	struct tty *t = start("");
	size_t len;

	(void)state;
	temp_write(path, "mine\n", 5);
	snprintf(command, sizeof command, "write %s", path);
	apptty_command(t, command);
	assert_on_screen(t, "exists");
	kept = temp_read(path, &len);
	assert_string_equal(kept, "mine\n");
	free(kept);
	snprintf(command, sizeof command, "write %s", apptty_path("no/such/folder/file"));
	apptty_command(t, command);
	assert_on_screen(t, "! ");
	snprintf(command, sizeof command, "write ! %s", path);
	apptty_command(t, command);
	assert_on_screen(t, "the screen is in");
	kept = temp_read(path, &len);
	assert_contains(kept, "[1 Roles]");
	free(kept);
	apptty_quit(t);
}

/* What the script writes stands there when it ends, drawn for the size of the terminal. */
static void
test_write_in_a_script(void **state)
{
	char text[400], out[60000], *written;
	size_t len;

	(void)state;
	unlink(apptty_path("written"));
	snprintf(text, sizeof text, "screen programs\nfilter bakers\nwrite %s\nquit\n",
	    apptty_path("written"));
	assert_int_equal(run(script(text), out, sizeof out), 0);
	written = temp_read(apptty_path("written"), &len);
	assert_contains(written, "[2 Programs]");
	assert_contains(written, "1 of 6");
	assert_contains(written, "Testing for Bakers");
	free(written);
}

/* One line, no control sequence. */
static void
test_unreadable(void **state)
{
	const char *const paths[] = {apptty_path("no-such-script"), apptty_dir()};
	char text[2000];

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		assert_int_equal(run(paths[i], text, sizeof text), ERR_DATA);
		assert_contains(text, "career: --script: ");
		assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
		assert_null(strchr(text, '\033'));
	}
}

/* Long lines, bytes that are no text, no line end. */
static void
test_odd_scripts(void **state)
{
	struct buf text = BUF_INIT;
	const char *out, *wrong;
	struct tty *t;
	size_t len;

	(void)state;
	buf_adds(&text, "filter ");
	buf_pad(&text, 'x', 100000);
	buf_adds(&text,
	    "\n\033[2J\033]0;title\a\xff\xfe\xc2\x9b"
	    "31m\nfilter \xff\033[31m\nclear\nscreen programs\n\t\n  \nlast");
	t = start(text.data);
	buf_free(&text);
	out = tty_output(t, &len);
	wrong = ttyclean_check(out, len);
	if (wrong)
		fail_msg("%s", wrong);
	assert_on_screen(t, "[2 Programs]");
	assert_contains(apptty_selected(t), "Testing for Bakers");
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_runs_and_leaves_the_rest_to_the_person),
	    cmocka_unit_test(test_quit),
	    cmocka_unit_test(test_unknown_command_goes_on),
	    cmocka_unit_test(test_key),
	    cmocka_unit_test(test_write),
	    cmocka_unit_test(test_write_keeps_what_is_there),
	    cmocka_unit_test(test_write_in_a_script),
	    cmocka_unit_test(test_unreadable),
	    cmocka_unit_test(test_odd_scripts),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
