/* The publishers' own files imported once more into the catalog that has them, by the program itself: nothing changes. */
#include "career/base/buf.h"
#include "career/base/mem.h"
#include "career/store/catalog.h"
#include "check.h"
#include "dump.h"
#include "temp.h"

#include <fcntl.h>
#include <limits.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define DATA "../shared/data/"

static struct {
	char *dir;
	char program[PATH_MAX], target[512], out[512];
} g;

/* Runs the program with its output in g.out: its exit code. */
static int
run(const char *const *words)
{
	char *args[16] = {g.program};
	int status = -1;
	size_t n = 1;
	pid_t pid;

	for (; *words != NULL; words++)
		args[n++] = mem_dup(*words);
	pid = fork();
	if (pid == 0) {
		int to = open(g.out, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

		if (to < 0 || dup2(to, STDOUT_FILENO) < 0 || dup2(to, STDERR_FILENO) < 0)
			_exit(126);
		execv(g.program, args);
		_exit(127);
	}
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	while (n > 1)
		free(args[--n]);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static char *
said(const char *const *words)
{
	size_t len;
	char *text;

	assert_int_equal(run(words), 0);
	text = temp_read(g.out, &len);
	text = mem_grow(text, len + 1, 1);
	text[len] = '\0';
	return text;
}

static char *
sums(void)
{
	struct err e;
	struct db *db = catalog_open(g.target, &e);
	char *text;

	assert_ok(db != NULL);
	text = dump_sums(db);
	db_close(db);
	return text;
}

static int
setup(void **state)
{
	const char *bin = getenv("CAREER_BIN"), *national = getenv("CAREER_TEST_NATIONAL");
	size_t len;
	char *bytes;

	(void)state;
	assert_non_null(realpath(bin != NULL ? bin : "build/career", g.program));
	g.dir = temp_dir();
	snprintf(g.target, sizeof g.target, "%s/national.db", g.dir);
	snprintf(g.out, sizeof g.out, "%s/out", g.dir);
	if (national == NULL || access(national, R_OK) != 0 || access(DATA, R_OK) != 0)
		return 0;
	bytes = temp_read(national, &len);
	temp_write(g.target, bytes, len);
	free(bytes);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	temp_remove(g.dir);
	return 0;
}

/* Sets whole, and parts of sets: the others stay. */
static void
test_again(void **state)
{
	static const char *const words[] = {"import", "--no-keep", "-o", g.target,
	    DATA "oews-national-2024/national_M2024_dl.xlsx", DATA "onet-29.3-skills-text",
	    DATA "scorecard-institution", DATA "cip-soc-crosswalk", DATA "ai-jobs-salaries",
	    DATA "employment-projections-2024-34/Employment Projections.csv", NULL};
	const char *const sources[] = {"sources", "--catalog", g.target, "--format", "tsv", NULL};
	const char *const roles[] = {"roles", "--catalog", g.target, "--format", "tsv", NULL};
	char *before[3], *text;

	(void)state;
	if (access(g.target, R_OK) != 0)
		skip();
	before[0] = sums();
	before[1] = said(sources);
	before[2] = said(roles);
	text = said(words);
	assert_contains(text, "imported onet");
	assert_contains(text, "  as imported before: sectors\n");
	assert_contains(text, "  as imported before: fields of study\n");
	free(text);
	text = sums();
	dump_same(text, before[0]);
	free(text);
	text = said(sources);
	assert_string_equal(text, before[1]);
	assert_contains(text, "29.0, Skills 29.3, Knowledge 29.3");
	free(text);
	text = said(roles);
	assert_string_equal(text, before[2]);
	free(text);
	for (int i = 0; i < 3; i++)
		free(before[i]);
}

/* All that an import writes to a terminal. Owned. */
static char *
seen_on_terminal(const char *const *words)
{
	char *args[16] = {g.program}, chunk[4096];
	struct buf out = BUF_INIT;
	int terminal, status;
	size_t n = 1;
	ssize_t got;
	pid_t pid;

	for (; *words != NULL; words++)
		args[n++] = mem_dup(*words);
	pid = forkpty(&terminal, NULL, NULL, NULL);
	if (pid == 0) {
		execv(g.program, args);
		_exit(127);
	}
	assert_true(pid > 0);
	while ((got = read(terminal, chunk, sizeof chunk)) > 0)
		buf_add(&out, chunk, (size_t)got);
	close(terminal);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	while (n > 1)
		free(args[--n]);
	return buf_take(&out);
}

/* Lines written over one another: share, rows, member; nothing of them is left in front of what came of it. */
static void
test_progress(void **state)
{
	static const char *const words[] = {"import", "--dry-run", "-o", g.target,
	    DATA "oews-national-2024", DATA "scorecard-field-of-study-2020", NULL};
	char *text, *s;
	int share = 0;

	(void)state;
	if (access(g.target, R_OK) != 0)
		skip();
	text = seen_on_terminal(words);
	for (s = text; (s = strstr(s, "oews: ")) != NULL; s++) {
		int now = (int)strtol(s + strlen("oews: "), NULL, 10);

		assert_true(now <= 100);
		if (strstr(s, "natsector") != NULL && strstr(s, "natsector") < strchr(s, '\r'))
			share = now > share ? now : share;
	}
	assert_true(share > 0);
	assert_contains(text, " rows Most-Recent-Field-Data-Elements.csv");
	assert_contains(text, "making lists");
	s = strstr(text, "would import");
	assert_non_null(s);
	assert_true(s > text && s[-1] == '\r');
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_again), cmocka_unit_test(test_progress)};

	return cmocka_run_group_tests(tests, setup, teardown);
}
