/* The settings file: each key, each mistake, and the command line before it. */
#include "career/cmd/config.h"

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "check.h"
#include "temp.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char *dir;

static int
setup(void **state)
{
	(void)state;
	dir = temp_dir();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	temp_remove(dir);
	return 0;
}

static bool
read_text(struct options *o, const char *text, struct err *e)
{
	const char *path = temp_path(dir, "config.yaml");

	temp_write(path, text, strlen(text));
	return config_read(o, path, e);
}

static void
test_all_keys(void **state)
{
	struct options o = {0};
	struct err e;

	(void)state;
	assert_ok(read_text(&o,
	    "# settings\nascii: yes\nmouse: no\nguest: true\ncolor: never\nstart: programs\n"
	    "braille: yes\n",
	    &e));
	assert_true(o.ascii && o.braille);
	assert_true(o.no_mouse);
	assert_true(o.guest);
	assert_int_equal(o.color, OPTION_COLOR_NEVER);
	assert_int_equal(o.screen, SCREEN_PROGRAMS);
	o = (struct options){0};
	assert_ok(read_text(
	    &o, "ascii: no\nmouse: yes\nguest: false\ncolor: \"auto\"\nstart: roles\n", &e));
	assert_false(o.ascii);
	assert_false(o.no_mouse);
	assert_false(o.guest);
	assert_int_equal(o.color, OPTION_COLOR_AUTO);
	assert_int_equal(o.screen, SCREEN_ROLES);
}

static void
test_nothing(void **state)
{
	static const char *const texts[] = {
	    "", "\n", "# only a comment\n", "---\n", "{}\n", "null\n"};
	struct options o = {0};
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_ok(read_text(&o, texts[i], &e));
	assert_false(o.ascii || o.no_mouse || o.guest);
}

static void
test_command_line_wins(void **state)
{
	struct options o = {.ascii = true,
	    .no_mouse = true,
	    .guest = true,
	    .color = OPTION_COLOR_AUTO,
	    .color_said = true};
	struct err e;

	(void)state;
	assert_ok(read_text(&o, "ascii: no\nmouse: yes\nguest: no\ncolor: never\n", &e));
	assert_true(o.ascii);
	assert_true(o.no_mouse);
	assert_true(o.guest);
	assert_int_equal(o.color, OPTION_COLOR_AUTO);
	o = (struct options){.profile = "mine.db"};
	assert_ok(read_text(&o, "guest: yes\n", &e));
	assert_false(o.guest);
}

static void
check_refused(const char *text, const char *place, const char *why)
{
	struct options o = {0};
	struct err e;

	if (read_text(&o, text, &e))
		fail_msg("accepted: %s", text);
	assert_int_equal(e.code, ERR_USAGE);
	assert_contains(e.text, place);
	assert_contains(e.text, why);
}

static void
test_mistakes(void **state)
{
	(void)state;
	check_refused(
	    "ascii: yes\nmose: no\n", "config.yaml:2:1: ", "unknown key 'mose'; nearest: mouse;");
	check_refused("keymap: vi\n", "config.yaml:1:1: ", "the keys are ascii, mouse, ");
	check_refused("keymap: vi\n", "config.yaml:1:1: ", ", keys, theme");
	check_refused(
	    "keys: nano\n", "config.yaml:1:7: ", "keys takes no 'nano', only default, vi, emacs");
	check_refused("theme: solar\n",
	    "config.yaml:1:8: ", "theme takes no 'solar', only auto, dark, light, plain");
	check_refused("colour: never\n", "config.yaml:1:1: ", "nearest: color");
	check_refused(
	    "ascii: maybe\n", "config.yaml:1:8: ", "ascii takes no 'maybe', only no, yes");
	check_refused("ascii:\n", "config.yaml:1:", "ascii takes no '', only no, yes");
	check_refused("\n\nstart: plan\n", "config.yaml:3:8: ",
	    "start takes no 'plan', only start, roles, programs, skills, guide, data");
	check_refused("screen: roles\n", "config.yaml:1:1: ", "unknown key 'screen'");
	check_refused(
	    "color: [auto]\n", "config.yaml:1:8: ", "color takes one word: auto, always, never");
	check_refused("- ascii\n", "config.yaml:1:1: ", "one `key: word` a line");
	check_refused("yes\n", "config.yaml:1:1: ", "one `key: word` a line");
	check_refused("ascii: yes\nascii: no\n", "config.yaml:2:1: ", "ascii");
	check_refused("ascii: [\n", "config.yaml:2:1: ", "");
	check_refused("ascii: \x01\n", "config.yaml:1:8: ", "U+0001");
}

static void
test_keys_and_theme(void **state)
{
	struct options o = {0};
	struct err e;

	(void)state;
	assert_ok(read_text(&o, "keys: vi\ntheme: light\n", &e));
	assert_string_equal(o.keys_set, "vi");
	assert_string_equal(o.theme_set, "light");
	assert_null(o.keys);
	assert_null(o.theme);
}

/* A theme may be one of the person's own; what is wrong in their file is said when it is used. */
static void
test_own_theme(void **state)
{
	static const char own[] = "themes: {blues: {background: light, like: light}}\n";
	char *path = mem_dup(temp_path(dir, "career/themes.yaml"));
	struct options o = {0};
	struct err e;

	(void)state;
	setenv("XDG_CONFIG_HOME", dir, 1);
	mkdir(temp_path(dir, "career"), 0700);
	check_refused("theme: blues\n", "config.yaml:1:8: ", "theme takes no 'blues'");
	temp_write(path, own, strlen(own));
	assert_ok(read_text(&o, "theme: blues\n", &e));
	assert_string_equal(o.theme_set, "blues");
	check_refused("theme: blus\n", "config.yaml:1:8: ", "theme takes no 'blus'");
	temp_write(path, "themes: [\n", 10);
	assert_ok(read_text(&o, "theme: other\n", &e));
	assert_string_equal(o.theme_set, "other");
	unlink(path);
	free(path);
	rmdir(temp_path(dir, "career"));
	unsetenv("XDG_CONFIG_HOME");
}

static void
test_place(void **state)
{
	struct options o = {0};
	struct err e;
	const char *path = temp_path(dir, "career/config.yaml");

	(void)state;
	setenv("XDG_CONFIG_HOME", dir, 1);
	assert_ok(config_load(&o, &e)); /* there is none */
	assert_int_equal(mkdir(temp_path(dir, "career"), 0700), 0);
	temp_write(path, "ascii: yes\n", 11);
	assert_ok(config_load(&o, &e));
	assert_true(o.ascii);
	unlink(path);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_false(config_load(&o, &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, "config.yaml");
	unsetenv("XDG_CONFIG_HOME");
}

static int
load_unreadable(const char *path)
{
	struct options o = {0};
	struct err e;

	return config_read(&o, path, &e) ? 0 : (int)e.code;
}

static void
test_no_right(void **state)
{
	const char *path = temp_path(dir, "unreadable.yaml");

	(void)state;
	temp_write(path, "ascii: yes\n", 11);
	chmod(dir, 0755);
	chmod(path, 0);
	assert_int_equal(run_unprivileged(load_unreadable, path), ERR_DATA);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_all_keys),
	    cmocka_unit_test(test_nothing),
	    cmocka_unit_test(test_command_line_wins),
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_keys_and_theme),
	    cmocka_unit_test(test_own_theme),
	    cmocka_unit_test(test_place),
	    cmocka_unit_test(test_no_right),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
