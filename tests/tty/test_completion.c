/* The completion scripts in the shells they are for. A shell that is not installed is skipped. */
#include "apptty.h"

#include "career/base/buf.h"
#include "career/base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* Keys behind a fresh prompt, and what then stands on the screen. "\t" is Tab. */
struct step {
	const char *keys, *want;
};

/* --- a shell -------------------------------------------------------------------------------- */

static bool
is_installed(const char *shell)
{
	char command[80];

	snprintf(command, sizeof command, "command -v %s >/dev/null 2>&1", shell);
	return system(command) == 0;
}

/* A catalog of the fixtures, and files to complete. */
static int
setup(void **state)
{
	static const char *const packs[] = {
	    "tests/fixtures/packs/guides", "tests/fixtures/packs/courses"};

	apptty_setup(state);
	apptty_build(apptty_path("tiny.db"), packs, COUNT(packs));
	mkdir(apptty_path("packs"), 0755);
	mkdir(apptty_path("packs/one"), 0755);
	temp_write(apptty_path("packs/other"), "", 0);
	return 0;
}

/* Writes what the shell reads first: the catalog, the program in PATH, the script, and a
 * function in the program's place that shows its arguments. */
static const char *
write_setup(const char *shell, const char *before)
{
	static char path[600];
	struct buf text = BUF_INIT;
	char *dir = mem_dup(apptty_program());

	*strrchr(dir, '/') = '\0';
	buf_addf(&text, "PS1='$ '\nPATH='%s':$PATH\nHISTFILE=\ncd '%s'\n", dir, apptty_dir());
	buf_addf(&text, "export CAREER_CATALOG='%s'\n", apptty_path("tiny.db"));
	buf_addf(&text, "%s\nsource <(career completion %s)\n", before, shell);
	buf_adds(&text, "career() { printf '<%s>' \"$@\"; echo; }\necho re''ady\n");
	snprintf(path, sizeof path, "%s", apptty_path("setup"));
	temp_write(path, text.data, text.len);
	buf_free(&text);
	free(dir);
	return path;
}

static struct tty *
start(const char *const *argv)
{
	static const char *const env[] = {"INPUTRC=/dev/null", "CAREER_PROFILE", "BASH_ENV", "ENV",
	    "ZDOTDIR", "PROMPT_COMMAND", "EDITOR", "VISUAL", NULL};
	struct tty_opts o = {.argv = argv, .env = env, .rows = 60, .cols = 100};

	return tty_start(&o);
}

/* Each step begins on an empty screen with its number; ^E ^U empties the line. */
static void
begin_step(struct tty *t)
{
	static int steps;
	char line[80], mark[20];

	steps++;
	snprintf(line, sizeof line, "\005\025printf '\\033[H\\033[2Jstep%%s\\n' -%d-\r", steps);
	snprintf(mark, sizeof mark, "step-%d-", steps);
	tty_send(t, line, strlen(line));
	tty_until(t, mark);
}

static void
walk(struct tty *t, const struct step *steps, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		begin_step(t);
		tty_send(t, steps[i].keys, strlen(steps[i].keys));
		tty_until(t, steps[i].want);
		if (!tty_has(t, steps[i].want))
			fail_msg("the shell ended:\n%s", tty_screen(t));
	}
}

static void
leave(struct tty *t)
{
	static const char end[] = "\005\025exit\r";

	tty_send(t, end, sizeof end - 1);
	tty_wait(t);
	tty_end(t);
}

/* --- what all shells do ----------------------------------------------------------------------- */

/* An x behind a Tab shows whether a blank was put. */
static const struct step common[] = {
    {"career role\tx", "$ career roles x"},
    {"career help prog\tx", "$ career help programs x"},
    {"career \t\t", "lists programs of study with length and cost"},
    {"career programs --form\tx", "$ career programs --format x"},
    {"career programs --format md\tx", "$ career programs --format md x"},
    {"career programs --format=ts\tx", "$ career programs --format=tsv x"},
    {"career programs --format json\t\t", "one object a line"},
    {"career programs --columns key,sch\t,ci\tx", "$ career programs --columns key,school,cityx"},
    {"career programs --sort -earnings_h\tx", "$ career programs --sort -earnings_horizonx"},
    {"career programs aw\tx", "$ career programs award:x"},
    {"career programs stat\t\t", "state of the school, as US schools write it: CA"},
    {"career programs award:boo\tx", "$ career programs award:bootcampx"},
    {"career programs award:master,boo\tx", "$ career programs award:master,bootcampx"},
    {"career programs -award:boo\tx", "$ career programs -award:bootcampx"},
    {"career programs state:i\tx", "$ career programs state:IDx"},
    {"career programs role:mach\tx", "$ career programs role:machine-learning-engineerx"},
    {"career programs field:da\t\r", "<programs><field:\"data science\">"},
    {"career programs field:\\\"da\t\r", "<programs><field:\"data science\">"},
    {"career programs field:data\\ sc\t\r", "<programs><field:\"data science\">"},
    {"career programs field:psychology,\\\"da\t\r",
	"<programs><field:psychology,\"data science\">"},
    {"career show mach\tx", "$ career show machine-learning-engineer x"},
    {"career show geo\tx", "$ career show georgia-institute-of-technology/x"},
    {"career show geo\tp\tx",
	"$ career show georgia-institute-of-technology/phd-in-machine-learning/doctorate x"},
    {"career completion fi\tx", "$ career completion fish x"},
    {"career --catalog tin\tx", "$ career --catalog tiny.db x"},
    {"career roles --catalog=tin\tx", "$ career roles --catalog=tiny.db x"},
    {"career check packs/o\tx", "$ career check packs/one/x"},
    {"career zebra x\t\t; echo no'thing'\r", "nothing"},
};

static void
test_bash(void **state)
{
	const char *argv[] = {"bash", "--noprofile", "--rcfile", NULL, "-i", NULL};
	/* What is quoted stays in its quotes; the help is not shown where it does not fit. */
	static const struct step more[] = {
	    {"career programs field:\"data sc\t\r", "<programs><field:\"data science\">"},
	    {"career programs 'field:da\t\r", "<programs><field:\"data science\">"},
	    {"career programs 'field:\"data sc\t\r", "<programs><field:\"data science\">"},
	    {"career programs 'state:GA field:\"data sc\t\r",
		"<programs><state:GA field:\"data science\">"},
	    {"career programs \"field:da\t\r", "<programs><field:\"data science\">"},
	    {"career programs school:\"har\tuni\t\r",
		"<programs><school:\"Harvard University (HarvardX, edX)\">"},
	    {"career roles >tin\tx", "$ career roles >tiny.db x"},
	    {"true; career programs 2>log aw\tx", "$ true; career programs 2>log award:x"},
	    {"career role x\002\002\t\005y", "$ career roles xy"},
	    {"./career role\tx", "$ ./career roles x"},
	    {"career programs field:\t\t", "\"computer science\""},
	};
	struct tty *t;

	(void)state;
	if (!is_installed("bash"))
		skip();
	argv[3] = write_setup("bash", "");
	t = start(argv);
	tty_until(t, "ready");
	walk(t, common, COUNT(common));
	walk(t, more, COUNT(more));
	leave(t);
}

static void
test_zsh(void **state)
{
	static const char *const argv[] = {"zsh", "-f", "-i", NULL};
	struct buf line = BUF_INIT;
	struct tty *t;

	(void)state;
	if (!is_installed("zsh"))
		skip();
	buf_addf(&line, "source %s\r",
	    write_setup("zsh", "unsetopt prompt_sp\nautoload -Uz compinit && compinit -u -D"));
	t = start(argv);
	tty_send(t, line.data, line.len);
	tty_until(t, "ready");
	walk(t, common, COUNT(common));
	leave(t);
	buf_free(&line);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_bash),
	    cmocka_unit_test(test_zsh),
	};

	return cmocka_run_group_tests(tests, setup, apptty_teardown);
}
