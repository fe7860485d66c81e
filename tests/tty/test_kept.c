/* Notes in the person's editor, and what is kept though the program ends at once. */
#include "appfiles.h"
#include "career/base/file.h"
#include "career/store/profile.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char profile[1000], editor[1000], tmp[1000];
static const char *const own_profile[] = {"--profile", profile, NULL};

/* A file as editors do: `script` finds its name in $1. */
static struct tty *
with_editor(const char *script)
{
	static const char *const env[] = {editor, tmp, "VISUAL=", NULL};

	snprintf(profile, sizeof profile, "%s", apptty_path("kept.db"));
	snprintf(tmp, sizeof tmp, "XDG_RUNTIME_DIR=%s", apptty_path("run"));
	mkdir(apptty_path("run"), 0700);
	temp_write(apptty_path("editor"), script, strlen(script));
	chmod(apptty_path("editor"), 0755);
	snprintf(editor, sizeof editor, "EDITOR=%s -x", apptty_path("editor"));
	return apptty_start(&(struct apptty){
	    .catalog = apptty_small(), .args = own_profile, .env = env, .cols = 100});
}

/* Names in the folder for such files. */
static size_t
left_over(void)
{
	char **names;
	size_t n = 0;
	struct err e;

	assert_ok(file_list(apptty_path("run"), NULL, &names, &n, &e));
	file_list_free(names, n);
	return n;
}

#define SH "#!/bin/sh\nshift\n" /* its first argument is -x */

static void
test_editor(void **state)
{
	struct tty *t =
	    with_editor(SH "ls -l \"$1\" | cut -c1-10 >>\"$1\"\nprintf 'zwei\\n' >>\"$1\"\n");

	(void)state;
	tty_keys(t, "1 e o n e M-e");
	assert_on_screen(t, "is kept");
	tty_keys(t, "e");
	assert_on_screen(t, "one");
	assert_on_screen(t, "-rw-------");
	assert_on_screen(t, "zwei");
	tty_keys(t, "^C");
	assert_int_equal(left_over(), 0);
	apptty_quit(t);
}

static void
test_editor_fails(void **state)
{
	struct tty *t = with_editor(SH "exit 3\n");

	(void)state;
	tty_keys(t, "1 Down e x M-e");
	assert_on_screen(t, "did not end well");
	assert_on_screen(t, "Note:"); /* what was typed is still there */
	tty_keys(t, "^C n");
	assert_int_equal(left_over(), 0);
	apptty_quit(t);
	t = with_editor(SH "rm \"$1\"; ln -s /dev/zero \"$1\"\n");
	tty_keys(t, "1 Down e x M-e");
	assert_on_screen(t, "! ");
	tty_keys(t, "^C n");
	apptty_quit(t);
	t = with_editor(SH "printf 'a\\000b' >\"$1\"\n");
	tty_keys(t, "1 Down e x M-e");
	assert_on_screen(t, "not valid UTF-8");
	tty_keys(t, "^C n");
	assert_true(left_over() > 0); /* nobody's work is thrown away */
	apptty_quit(t);
}

struct finding {
	const char *key;
	int64_t n;
};

static void
find_look(void *ctx, const struct kept_look *l)
{
	struct finding *f = ctx;

	f->n += strcmp(l->key, f->key) == 0 ? l->n : 0;
}

/* How often the profile says that a thing was looked at. */
static int
looks_at(const char *key)
{
	struct finding f = {key, 0};
	struct err e;
	struct profile *p = profile_open(profile, &e);

	assert_ok(p != NULL);
	assert_ok(profile_looked(p, find_look, &f, &e));
	profile_close(p);
	return (int)f.n;
}

/* The terminal goes away while somebody writes: the note is kept, and that the page was looked at. */
static void
test_hang_up(void **state)
{
	struct tty *t = with_editor(SH);

	(void)state;
	tty_keys(t, "1 Down Enter e h a n g");
	tty_hang_up(t);
	tty_wait(t);
	tty_end(t);
	assert_int_equal(looks_at("baker"), 1);
	t = with_editor(SH);
	tty_keys(t, "1 Down Enter");
	assert_on_screen(t, "Your note: hang");
	tty_keys(t, "u");
	assert_false(tty_has(t, "Your note: hang"));
	apptty_quit(t);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_editor),
	    cmocka_unit_test(test_editor_fails),
	    cmocka_unit_test(test_hang_up),
	};

	if (!appfiles_main(argc, argv))
		return 1;
	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
