/* Starting and leaving: the first frame, kinds of terminals, colours, locales, settings. */
#include "apptty.h"

#include "career/base/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void
test_first_frame(void **state)
{
	struct tty *t = apptty_start(NULL);

	(void)state;
	assert_int_equal(strncmp(tty_row(t, 0), "[1 Roles] 2 Programs 3 ", 23), 0);
	assert_contains(tty_row(t, 0), "? help");
	assert_contains(tty_row(t, 1), "/ filters");
	assert_contains(tty_row(t, 2), "Role");
	assert_contains(tty_row(t, 3), "> Machine Learning");
	assert_contains(tty_row(t, 23), "Enter open");
	assert_on_screen(t, "[Summary] Pay");
	assert_contains(apptty_selected(t), "Machine Learning");
	apptty_quit(t);
}

/* The shell's screen comes back as it was, and what follows is written below it. */
static void
test_screen_comes_back(void **state)
{
	char command[1500];
	const char *const argv[] = {"sh", "-c", command, NULL};
	struct tty_opts o = {.argv = argv, .rows = 20, .cols = 90};
	struct tty *t;

	(void)state;
	snprintf(command, sizeof command, "echo BEFORE; '%s' --catalog '%s' --guest && echo AFTER",
	    apptty_program(), apptty_bundled());
	t = tty_start(&o);
	tty_sync(t);
	assert_on_screen(t, "[0 Start]");
	assert_false(tty_has(t, "BEFORE"));
	tty_send(t, "Q", 1);
	assert_int_equal(tty_wait(t), 0);
	assert_string_equal(tty_row(t, 0), "BEFORE");
	assert_string_equal(tty_row(t, 1), "AFTER");
	assert_string_equal(tty_row(t, 2), "");
	apptty_unharmed(t);
	tty_end(t);
}

static void
test_terminal_types(void **state)
{
	static const char *const terms[] = {"TERM=vt100", "TERM=linux", "TERM=screen",
	    "TERM=tmux-256color", "TERM=xterm-256color", "TERM=xterm-mono"};

	(void)state;
	for (size_t i = 0; i < COUNT(terms); i++) {
		const char *const env[] = {terms[i], NULL};
		struct tty *t = apptty_start(&(struct apptty){.env = env});

		tty_keys(t, "2 Down / a Enter Tab");
		assert_on_screen(t, "[2 Programs]");
		assert_on_screen(t, "School");
		apptty_on_selection(t);
		apptty_quit(t);
	}
}

/* One line, exit code 2, and no control sequence. */
static void
test_unusable_types(void **state)
{
	static const char *const terms[] = {"TERM", "TERM=", "TERM=dumb", "TERM=nonsense"};
	char text[4000];

	(void)state;
	for (size_t i = 0; i < COUNT(terms); i++) {
		const char *const env[] = {terms[i], NULL};

		assert_int_equal(
		    apptty_run(&(struct apptty){.env = env}, text, sizeof text), ERR_USAGE);
		assert_int_equal(strncmp(text, "career: ", 8), 0);
		assert_contains(text, "TERM");
		assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
		assert_null(strchr(text, '\033'));
	}
}

static void
check_redirected(const char *how)
{
	char command[1500], *written;
	const char *const argv[] = {"sh", "-c", command, NULL};
	struct tty_opts o = {.argv = argv, .cols = 200};
	struct tty *t;
	size_t len;

	snprintf(command, sizeof command, "cd '%s' && : >out && '%s' --catalog '%s' --guest %s",
	    apptty_dir(), apptty_program(), apptty_bundled(), how);
	t = tty_start(&o);
	assert_int_equal(tty_wait(t), ERR_USAGE);
	assert_contains(tty_row(t, 0), "career: the screens need a terminal");
	assert_string_equal(tty_row(t, 1), "");
	apptty_unharmed(t);
	tty_end(t);
	written = temp_read(apptty_path("out"), &len);
	assert_int_equal(len, 0);
	free(written);
}

static void
test_no_terminal(void **state)
{
	(void)state;
	check_redirected("</dev/null");
	check_redirected(">out");
	check_redirected("</dev/null >out");
	check_redirected("<&-");
}

static bool
is_coloured(struct tty *t)
{
	int rows, cols;

	tty_size(t, &rows, &cols);
	for (int y = 0; y < rows; y++)
		for (int x = 0; x < cols; x++) {
			struct tty_cell c = tty_cell(t, y, x);

			if (c.fg != -1 || c.bg != -1)
				return true;
		}
	return false;
}

static void
check_colour(const char *env, const char *arg, bool want)
{
	const char *const envs[] = {env, NULL};
	const char *const args[] = {"--guest", arg, NULL};
	struct tty *t = apptty_start(&(struct apptty){.env = envs, .args = args});
	int y, x;

	assert_int_equal(is_coloured(t), want);
	/* What is selected shows without colours as well. */
	apptty_on_selection(t);
	tty_cursor(t, &y, &x);
	assert_true(tty_cell(t, y, x).reverse);
	apptty_quit(t);
}

static void
test_colours(void **state)
{
	(void)state;
	check_colour(NULL, NULL, true);
	check_colour("NO_COLOR=1", NULL, false);
	check_colour("NO_COLOR=", NULL, true);
	check_colour("NO_COLOR=1", "--color=always", true);
	check_colour(NULL, "--color=never", false);
	check_colour("TERM=xterm-mono", "--color=always", false);
}

static void
check_ascii(const struct apptty *o)
{
	struct tty *t = apptty_start(o);
	const char *out;
	size_t len, i;

	tty_keys(t, "2 Down");
	assert_on_screen(t, "|> "); /* the rule beside the facets */
	tty_keys(t, "?");
	assert_on_screen(t, "+- Keys");
	tty_keys(t, "Esc");
	tty_keys(t, "1 Enter Right Right");
	out = tty_output(t, &len);
	for (i = 0; i < len; i++)
		if ((unsigned char)out[i] >= 0x80)
			fail_msg(
			    "byte %02x was written:\n%s", (unsigned char)out[i], tty_screen(t));
	assert_on_screen(t, "[1 Roles]");
	assert_on_screen(t, "~"); /* what is cut is marked */
	apptty_on_selection(t);
	apptty_quit(t);
}

static void
test_plain_locales(void **state)
{
	static const char *const locales[] = {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=no_SUCH.locale"};
	static const char *const args[] = {"--guest", "--ascii", NULL};

	(void)state;
	for (size_t i = 0; i < COUNT(locales); i++) {
		const char *const env[] = {locales[i], NULL};

		check_ascii(&(struct apptty){.env = env});
	}
	check_ascii(&(struct apptty){.args = args});
}

/* Those of another terminal, or left over from before a resize. */
static void
test_size_of_the_terminal_counts(void **state)
{
	static const char *const env[] = {"LINES=5", "COLUMNS=20", NULL};
	struct tty *t = apptty_start(&(struct apptty){.env = env, .rows = 30, .cols = 110});

	(void)state;
	assert_contains(tty_row(t, 29), "Enter open");
	assert_contains(tty_row(t, 0), "? help");
	tty_resize(t, 25, 90);
	assert_contains(tty_row(t, 24), "Enter open");
	apptty_quit(t);
}

/* --- settings --------------------------------------------------------------------------------- */

static void
write_settings(const char *text)
{
	mkdir(apptty_path("config"), 0755);
	mkdir(apptty_path("config/career"), 0755);
	temp_write(apptty_path("config/career/config.yaml"), text, strlen(text));
}

static char settings_home[600];
static const char *const settings_env[] = {settings_home, NULL};

static void
test_settings(void **state)
{
	static const char *const over[] = {"--guest", "--color", "always", NULL};
	struct tty *t;

	(void)state;
	snprintf(settings_home, sizeof settings_home, "XDG_CONFIG_HOME=%s", apptty_path("config"));
	write_settings("ascii: yes\nmouse: no\ncolor: never\nstart: programs\n");
	check_ascii(&(struct apptty){.env = settings_env});
	t = apptty_start(&(struct apptty){.env = settings_env});
	assert_on_screen(t, "[2 Programs]");
	assert_false(is_coloured(t));
	assert_false(tty_mode(t, 1000));
	apptty_quit(t);
	t = apptty_start(&(struct apptty){.env = settings_env, .args = over});
	assert_true(is_coloured(t));
	tty_keys(t, "1");
	assert_on_screen(t, "[1 Roles]");
	apptty_quit(t);
}

static void
test_wrong_settings(void **state)
{
	char text[2000];

	(void)state;
	snprintf(settings_home, sizeof settings_home, "XDG_CONFIG_HOME=%s", apptty_path("config"));
	write_settings("mouse: no\nstrt: roles\n");
	assert_int_equal(
	    apptty_run(&(struct apptty){.env = settings_env, .cols = 300}, text, sizeof text),
	    ERR_USAGE);
	assert_contains(text, "config.yaml:2:1: unknown key 'strt'; nearest: start");
	assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
	assert_null(strchr(text, '\033'));
}

/* Nothing is written for a guest, whoever asks for it. */
static void
test_guest(void **state)
{
	static const char *const none[] = {NULL};
	struct tty *t;

	(void)state;
	snprintf(settings_home, sizeof settings_home, "XDG_CONFIG_HOME=%s", apptty_path("config"));
	write_settings("guest: yes\nstart: roles\n");
	t = apptty_start(&(struct apptty){.env = settings_env, .args = none});
	tty_keys(t, "Space");
	assert_on_screen(t, "1*");
	apptty_quit(t);
	assert_int_not_equal(access(apptty_path("home/.local"), F_OK), 0);
	t = apptty_start(NULL);
	tty_keys(t, "Space");
	apptty_quit(t);
	assert_int_not_equal(access(apptty_path("home/.local"), F_OK), 0);
	t = apptty_start(&(struct apptty){.args = none});
	tty_keys(t, "Space");
	apptty_quit(t);
	assert_int_equal(access(apptty_path("home/.local/share/career/profile.db"), F_OK), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_first_frame),
	    cmocka_unit_test(test_screen_comes_back),
	    cmocka_unit_test(test_terminal_types),
	    cmocka_unit_test(test_unusable_types),
	    cmocka_unit_test(test_no_terminal),
	    cmocka_unit_test(test_colours),
	    cmocka_unit_test(test_plain_locales),
	    cmocka_unit_test(test_size_of_the_terminal_counts),
	    cmocka_unit_test(test_settings),
	    cmocka_unit_test(test_wrong_settings),
	    cmocka_unit_test(test_guest),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
