/*
 * An import that is killed, or that the disk fails, at one moment after the other: the catalog is the old or the new
 * one, exit code and message say which, and the next import leaves nothing of it behind.
 */
#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/build/build.h"
#include "check.h"
#include "dump.h"
#include "temp.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOMENTS = 40, WORDS = 24 };

static struct {
	char *dir, *out, *home, *old, *new; /* the last two: catalogs in words */
	char program[PATH_MAX], target[512], set[512], errors[512], trace[512];
	char *bytes; /* of the old catalog */
	size_t len;
	char *args[WORDS];
	bool traces; /* strace is there and may trace */
} g;

/* --- one import ------------------------------------------------------------------------------ */

static void
redirect(int fd, const char *path)
{
	int to = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (to < 0 || dup2(to, fd) < 0)
		_exit(126);
}

/* `front`: words in front of the import's, NULL-terminated. */
static pid_t
start(const char *const *front)
{
	const char *const own[] = {g.program, "import", "-o", g.target, g.set, NULL};
	size_t n = 0;
	pid_t pid;

	for (; front != NULL && *front != NULL; front++)
		g.args[n++] = mem_dup(*front);
	for (const char *const *w = own; *w != NULL; w++)
		g.args[n++] = mem_dup(*w);
	g.args[n] = NULL;
	pid = fork();
	if (pid == 0) {
		redirect(STDOUT_FILENO, "/dev/null");
		redirect(STDERR_FILENO, g.errors);
		execvp(g.args[0], g.args);
		_exit(127);
	}
	assert_true(pid > 0);
	while (n > 0)
		free(g.args[--n]);
	return pid;
}

static int
end_of(pid_t pid)
{
	int status = -1;

	while (waitpid(pid, &status, 0) < 0)
		assert_int_equal(errno, EINTR);
	return status;
}

static int
import(const char *const *front)
{
	return end_of(start(front));
}

static void
put_old(void)
{
	temp_write(g.target, g.bytes, g.len);
}

static bool
is_old(void)
{
	size_t len;
	char *now = temp_read(g.target, &len);
	bool same = len == g.len && memcmp(now, g.bytes, len) == 0;

	free(now);
	return same;
}

static size_t
files_in(const char *dir)
{
	char **names;
	struct err e;
	size_t n;

	if (!file_is_dir(dir))
		return 0;
	assert_ok(file_list(dir, NULL, &names, &n, &e));
	file_list_free(names, n);
	return n;
}

/* The next import: the new catalog, and nothing else. */
static void
check_next(void)
{
	char inputs[600];

	snprintf(inputs, sizeof inputs, "%s/career/inputs", g.home);
	assert_int_equal(import(NULL), 0);
	dump_must_be(g.target, g.new);
	assert_int_equal(files_in(g.out), 1);
	assert_int_equal(files_in(inputs), 1);
	assert_int_equal(files_in(temp_path(inputs, "crosswalk")), 1);
	put_old();
}

/* The old catalog or the new one; true: the old one. */
static bool
check_one(void)
{
	if (is_old())
		return true;
	dump_must_be(g.target, g.new);
	put_old();
	return false;
}

/* --- the set and the catalogs ---------------------------------------------------------------- */

static void
write_set(void)
{
	struct buf text = BUF_INIT;

	buf_adds(&text, "CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\n");
	for (int i = 0; i < 400; i++)
		buf_addf(&text, "%02d.%04d,Field %d,11-%04d,Job %d\n", 1 + i % 50, i, i, i, i);
	temp_write(g.set, text.data, text.len);
	buf_free(&text);
}

static bool
can_trace(void)
{
	const char *const words[] = {"strace", "-f", "-o", g.trace, "-e",
	    "trace=pwrite64,write,fsync,fdatasync,rename,unlink,chmod,mkdir,flock", NULL};
	struct buf options = BUF_INIT;
	int status;

	/* The leak sanitizer traces as well. */
	buf_addf(&options, "%s:detect_leaks=0",
	    getenv("ASAN_OPTIONS") != NULL ? getenv("ASAN_OPTIONS") : "");
	assert_int_equal(setenv("ASAN_OPTIONS", options.data, 1), 0);
	buf_free(&options);
	status = import(words);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static int
setup(void **state)
{
	const char *const packs[] = {"tests/fixtures/packs/courses", "tests/fixtures/packs/guides"};
	const char *given = getenv("CAREER_BIN");
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;

	(void)state;
	assert_non_null(realpath(given != NULL ? given : "build/career", g.program));
	g.dir = temp_dir();
	g.out = temp_dir();
	g.home = temp_dir();
	assert_int_equal(setenv("XDG_DATA_HOME", g.home, 1), 0);
	snprintf(g.target, sizeof g.target, "%s/catalog.db", g.out);
	snprintf(g.set, sizeof g.set, "%s/crosswalk.csv", g.dir);
	snprintf(g.errors, sizeof g.errors, "%s/errors", g.dir);
	snprintf(g.trace, sizeof g.trace, "%s/trace", g.dir);
	write_set();
	assert_ok(build_catalog(g.target, packs, COUNT(packs), NULL, &lines, &counts, &e));
	buf_free(&lines);
	g.bytes = temp_read(g.target, &g.len);
	g.old = dump_catalog(g.target);
	assert_int_equal(import(NULL), 0);
	g.new = dump_catalog(g.target);
	assert_string_not_equal(g.old, g.new);
	put_old();
	g.traces = can_trace();
	put_old();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	temp_remove(g.dir);
	temp_remove(g.out);
	temp_remove(g.home);
	free(g.old);
	free(g.new);
	free(g.bytes);
	return 0;
}

/* --- killed at any moment -------------------------------------------------------------------- */

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
wait_for(double s)
{
	struct timespec t = {(time_t)s, (long)((s - (double)(time_t)s) * 1e9)};

	(void)pselect(0, NULL, NULL, NULL, &t, NULL);
}

static void
test_killed_any_time(void **state)
{
	double begun = seconds(), whole;
	size_t killed = 0;

	(void)state;
	assert_int_equal(import(NULL), 0);
	whole = seconds() - begun;
	put_old();
	for (int i = 0; i < MOMENTS; i++) {
		pid_t pid = start(NULL);
		int status;

		wait_for(whole * (i + 0.5) / MOMENTS);
		kill(pid, SIGKILL);
		status = end_of(pid);
		killed += WIFSIGNALED(status);
		/* What had ended is the new one. */
		if (check_one())
			assert_true(WIFSIGNALED(status));
		if (i % 8 == 7)
			check_next();
	}
	assert_true(killed > 0);
}

/* --- system calls ---------------------------------------------------------------------------- */

/* How often one is called, all in all, and before the new catalog takes its place. */
static size_t
calls_of(const char *name, bool before)
{
	char word[32], place[600];
	size_t len, n = 0;
	char *text = temp_read(g.trace, &len), *end;

	snprintf(word, sizeof word, " %s(", name);
	snprintf(place, sizeof place, "\"%s\")", g.target);
	text = mem_grow(text, len + 1, 1);
	text[len] = '\0';
	end = before ? strstr(text, place) : NULL;
	for (char *s = text; (s = strstr(s, word)) != NULL && (end == NULL || s < end); s++)
		n++;
	free(text);
	return n;
}

static int
import_with(const char *call, const char *what, size_t when)
{
	char trace[64], inject[96];
	const char *const words[] = {
	    "strace", "-f", "-qq", "-o", "/dev/null", "-e", trace, "-e", inject, NULL};

	snprintf(trace, sizeof trace, "trace=%s", call);
	snprintf(inject, sizeof inject, "inject=%s:%s:when=%zu", call, what, when);
	return import(words);
}

/* The i-th of `shown` moments spread over n calls, from 1. */
static size_t
spread(size_t i, size_t shown, size_t n)
{
	return shown >= n || shown < 2 ? i + 1 : 1 + i * (n - 1) / (shown - 1);
}

static const struct {
	const char *call;
	size_t most;
} killing[] = {
    {"pwrite64", 14}, {"write", 8}, {"fsync", 8}, {"fdatasync", 10}, {"rename", 8}, {"unlink", 4}};

/* Killed as the call begins, so that it is not made. */
static void
test_killed_at_calls(void **state)
{
	size_t old = 0, moments = 0;

	(void)state;
	if (!g.traces)
		skip();
	for (size_t k = 0; k < COUNT(killing); k++) {
		size_t n = calls_of(killing[k].call, false);

		for (size_t i = 0; i < n && i < killing[k].most; i++, moments++) {
			(void)import_with(
			    killing[k].call, "signal=KILL", spread(i, killing[k].most, n));
			old += check_one();
		}
		check_next();
	}
	assert_true(moments > 30);
	assert_true(old > 20 && old < moments);
}

/* What the person is told. */
static void
check_told(const char *why)
{
	size_t len;
	char *text = temp_read(g.errors, &len);

	text = mem_grow(text, len + 1, 1);
	text[len] = '\0';
	if (strstr(text, "career: ") == NULL)
		fail_msg("%s: said '%s'", why, text);
	free(text);
}

static const struct {
	const char *call, *error;
	size_t most;
} failing[] = {{"pwrite64", "ENOSPC", 10}, {"write", "ENOSPC", 4}, {"fsync", "ENOSPC", 6},
    {"fdatasync", "EIO", 4}, {"rename", "ENOSPC", 6}, {"rename", "EROFS", 6},
    {"chmod", "EACCES", 1}, {"mkdir", "EROFS", 5}, {"flock", "EIO", 1}};

/* An error says that the old catalog stands there; without one the new one does. Nothing is left in either case. */
static void
test_errors_at_calls(void **state)
{
	size_t failed = 0;

	(void)state;
	if (!g.traces)
		skip();
	for (size_t k = 0; k < COUNT(failing); k++) {
		size_t n = calls_of(failing[k].call, true);

		for (size_t i = 0; i < n && i < failing[k].most; i++) {
			char what[64];
			int status;
			bool good;

			snprintf(what, sizeof what, "error=%s", failing[k].error);
			status = import_with(failing[k].call, what, spread(i, failing[k].most, n));
			assert_true(WIFEXITED(status));
			good = WEXITSTATUS(status) == 0;
			failed += !good;
			if (!good)
				check_told(failing[k].call);
			assert_int_equal(files_in(g.out), 1);
			if (check_one() == good)
				fail_msg(
				    "%s %zu fails with %s: exit code %d does not say which catalog "
				    "stands there",
				    failing[k].call, spread(i, failing[k].most, n),
				    failing[k].error, WEXITSTATUS(status));
		}
		check_next();
	}
	assert_true(failed > 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_killed_any_time),
	    cmocka_unit_test(test_killed_at_calls),
	    cmocka_unit_test(test_errors_at_calls),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
