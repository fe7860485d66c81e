/* A person's own keys and colours: in files, in the settings, on the command line. */
#include "apptty.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char home[600];
static const char *const with_home[] = {home, NULL};

/* Files of the person's in a folder of settings of their own, which is emptied before. */
static void
begin(void)
{
	static const char *const names[] = {"config.yaml", "keymap.yaml", "themes.yaml"};
	char path[64];

	snprintf(home, sizeof home, "XDG_CONFIG_HOME=%s", apptty_path("own"));
	mkdir(apptty_path("own"), 0755);
	mkdir(apptty_path("own/career"), 0755);
	for (size_t i = 0; i < COUNT(names); i++) {
		snprintf(path, sizeof path, "own/career/%s", names[i]);
		unlink(apptty_path(path));
	}
}

static void
write_own(const char *name, const char *text)
{
	char path[64];

	snprintf(path, sizeof path, "own/career/%s", name);
	temp_write(apptty_path(path), text, strlen(text));
}

static struct tty *
start(const char *const *args)
{
	struct tty *t = apptty_start(&(struct apptty){.env = with_home, .args = args, .cols = 120});

	return t;
}

/* Colour of the first cell of a text; -1: the terminal's own. */
static int
colour_of(struct tty *t, const char *text)
{
	int y, x;

	if (!tty_find(t, text, &y, &x))
		fail_msg("no \"%s\" on the screen:\n%s", text, tty_screen(t));
	return tty_cell(t, y, x).fg;
}

/* --- keys --------------------------------------------------------------------------------------- */

static void
test_own_keys(void **state)
{
	struct tty *t;

	(void)state;
	begin();
	write_own("keymap.yaml",
	    "keys:\n  panes:\n    F5: screen programs\n    z: none\n  list:\n    s: none\n"
	    "    F6: sort-column\n    M-c: {run: copy, hint: 1, label: take it}\n");
	t = start(NULL);
	tty_keys(t, "1");
	assert_on_screen(t, "M-c take it  ? help");
	assert_on_screen(t, "F6 sort");
	tty_keys(t, "z");
	assert_on_screen(t, "z does nothing here");
	tty_keys(t, "F5");
	assert_on_screen(t, "[2 Programs]");
	tty_keys(t, "1 j j");
	apptty_on_selection(t);
	tty_keys(t, "? c l i p");
	assert_on_screen(t, "y M-c");
	tty_keys(t, "Esc");
	apptty_quit(t);
}

/* The program starts with the keys it has, and says where the mistake is. */
static void
test_bad_keys(void **state)
{
	struct tty *t;

	(void)state;
	begin();
	write_own("keymap.yaml", "keys:\n  lst:\n    F5: screen programs\n");
	t = start(NULL);
	assert_on_screen(t, "! the built-in keys: keymap.yaml:2:3: ");
	assert_on_screen(t, "no context 'lst'; nearest: list");
	tty_keys(t, "F5");
	assert_on_screen(t, "F5 does nothing here");
	tty_keys(t, "2");
	assert_on_screen(t, "[2 Programs]");
	apptty_quit(t);
}

static void
test_emacs(void **state)
{
	static const char *const args[] = {"--guest", "--keys", "emacs", NULL};
	char before[200];
	struct tty *t;

	(void)state;
	begin();
	t = start(args);
	tty_keys(t, "1");
	snprintf(before, sizeof before, "%s", apptty_selected(t));
	tty_keys(t, "^N ^N");
	assert_string_not_equal(apptty_selected(t), before);
	tty_keys(t, "^P ^P");
	assert_string_equal(apptty_selected(t), before);
	tty_keys(t, "M->");
	assert_string_not_equal(apptty_selected(t), before);
	tty_keys(t, "M-<");
	assert_string_equal(apptty_selected(t), before);
	assert_on_screen(t, "^S filter");
	tty_keys(t, "^S d a t a");
	assert_on_screen(t, "/data");
	tty_keys(t, "^G");
	assert_string_equal(apptty_selected(t), before);
	assert_false(tty_has(t, "/data"));
	apptty_quit(t);
}

/* The settings choose a preset; the file's own wins over it, the command line's over both. */
static void
test_presets(void **state)
{
	static const char *const args[] = {"--guest", "--keys", "default", NULL};
	struct tty *t;

	(void)state;
	begin();
	write_own("config.yaml", "keys: vi\n");
	t = start(NULL);
	tty_keys(t, "2 ^E ^G");
	assert_on_screen(t, "^G does nothing here");
	apptty_quit(t);
	write_own("keymap.yaml", "preset: emacs\n");
	t = start(NULL);
	tty_keys(t, "2 ^G ^E");
	assert_on_screen(t, "^E does nothing here");
	apptty_quit(t);
	t = start(args);
	tty_keys(t, "2 ^E");
	assert_on_screen(t, "^E does nothing here");
	tty_keys(t, "^G");
	assert_on_screen(t, "^G does nothing here");
	apptty_quit(t);
}

/* --- colours ------------------------------------------------------------------------------------ */

static void
test_themes(void **state)
{
	static const struct {
		const char *name;
		int heading; /* colour of the list's titles */
	} themes[] = {{"auto", -1}, {"dark", 6}, {"light", 4}, {"plain", -1}};

	(void)state;
	begin();
	for (size_t i = 0; i < COUNT(themes); i++) {
		const char *const args[] = {"--guest", "--theme", themes[i].name, NULL};
		struct tty *t = start(args);

		tty_keys(t, "2");
		assert_int_equal(colour_of(t, "School"), themes[i].heading);
		apptty_on_selection(t);
		apptty_quit(t);
	}
}

static void
test_own_theme(void **state)
{
	static const char *const none[] = {home, "NO_COLOR=1", NULL};
	struct tty *t;

	(void)state;
	begin();
	write_own("themes.yaml",
	    "themes:\n  mine:\n    background: dark\n    like: dark\n    roles:\n"
	    "      heading: {color: green, look: bold, mono: bold underline}\n");
	write_own("config.yaml", "theme: mine\n");
	t = start(NULL);
	tty_keys(t, "2");
	assert_int_equal(colour_of(t, "School"), 2);
	apptty_quit(t);
	t = apptty_start(&(struct apptty){.env = none, .cols = 120});
	tty_keys(t, "2");
	assert_int_equal(colour_of(t, "School"), -1);
	apptty_quit(t);
}

/* What the terminal says of its background counts as long as nobody names a theme. */
static void
test_guess(void **state)
{
	static const char *const light[] = {home, "COLORFGBG=0;15", NULL};
	static const char *const plain[] = {"--guest", "--theme", "plain", NULL};
	struct tty *t;

	(void)state;
	begin();
	t = apptty_start(&(struct apptty){.env = light, .cols = 120});
	tty_keys(t, "2");
	assert_int_equal(colour_of(t, "School"), 4);
	apptty_quit(t);
	t = apptty_start(&(struct apptty){.env = light, .cols = 120, .args = plain});
	tty_keys(t, "2");
	assert_int_equal(colour_of(t, "School"), -1);
	apptty_quit(t);
}

static void
test_bad_theme(void **state)
{
	static const char *const args[] = {"--guest", "--theme", "lght", NULL};
	char text[4000];
	struct tty *t;

	(void)state;
	begin();
	assert_int_equal(apptty_run(&(struct apptty){.env = with_home, .args = args, .cols = 200},
			     text, sizeof text),
	    2);
	assert_contains(text, "no theme 'lght'; nearest: light; they are auto, dark, light, plain");
	write_own("themes.yaml", "themes:\n  mine: red\n");
	t = start(NULL);
	assert_on_screen(t, "! the built-in colours: themes.yaml:2:9: ");
	tty_keys(t, "2");
	assert_on_screen(t, "[2 Programs]");
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_own_keys),
	    cmocka_unit_test(test_bad_keys),
	    cmocka_unit_test(test_emacs),
	    cmocka_unit_test(test_presets),
	    cmocka_unit_test(test_themes),
	    cmocka_unit_test(test_own_theme),
	    cmocka_unit_test(test_guess),
	    cmocka_unit_test(test_bad_theme),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
