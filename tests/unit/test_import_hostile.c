/* Files made to break readers, given to every importer under its own file's name: a clean end, soon and in little memory. */
#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/build/import.h"
#include "career/store/catalog.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define HOSTILE "../shared/hostile"

/* The aims; a sanitizer's own memory and time are not the importers'. */
#if defined(__SANITIZE_ADDRESS__)
enum { SECONDS = 20, MIB = 2048 };
#else
enum { SECONDS = 2, MIB = 256 };
#endif
enum { DEPTH = 4, ANY_SIZE = 64 << 20 };

/* What each importer takes a member for. */
static const char *const names[] = {"Occupation Data.txt", "national_M2024_dl.xlsx",
    "projections.csv", "FieldOfStudyData1617_1718_PP.csv", "CIP2020_SOC2018_Crosswalk.csv",
    "salaries-2025-01-19.csv", "occupations_en.csv"};

static struct db *catalog;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Whether the run ends as it should: 0, else what is wrong. */
static int
run_one(const struct importer *imp, struct input *in)
{
	struct import_run r = {.db = catalog, .in = in, .source = IMPORT_FIRST_ID};
	struct err e = {0};
	double begun = now();
	bool ok;

	buf_init(&r.report.absent);
	arena_init(&r.arena);
	(void)imp->sniff(in);
	if (!db_begin(catalog, &e))
		return 10;
	ok = imp->run(&r, &e);
	import_end(&r, imp);
	db_rollback(catalog);
	buf_free(&r.report.absent);
	arena_free(&r.arena);
	if (now() - begun > SECONDS)
		return 11;
	if (r.report.read != r.report.kept + r.report.rejected)
		return 12;
	if (ok && r.report.kept > 0)
		return 13; /* none of these files is a set */
	if (!ok && (e.text[0] == '\0' || !text_valid(e.text, strlen(e.text))))
		return 14;
	return 0;
}

/* In a child: the file as it is, and its bytes under the importer's own name. */
static int
run_all(const char *path)
{
	struct buf bytes = BUF_INIT;
	struct err e;
	int wrong = 0;

	if (!file_read(path, ANY_SIZE, &bytes, &e))
		return 20;
	for (size_t i = 0; wrong == 0 && i < nimporters; i++) {
		struct input *as_is = input_new(&input_limits_data),
			     *named = input_new(&input_limits_data);

		if (input_add(as_is, path, &e))
			wrong = run_one(importers[i], as_is);
		if (wrong == 0 && input_add_member(named, names[i], bytes.data, bytes.len, &e))
			wrong = run_one(importers[i], named);
		input_free(as_is);
		input_free(named);
	}
	buf_free(&bytes);
	return wrong;
}

static void
check_file(const char *path)
{
	struct rusage use;
	int status = -1;
	pid_t pid = fork();

	if (pid == 0)
		_exit(run_all(path));
	assert_true(pid > 0);
	assert_int_equal(wait4(pid, &status, 0, &use), pid);
	if (!WIFEXITED(status))
		fail_msg("%s: ended by signal %d", path, WTERMSIG(status));
	if (WEXITSTATUS(status) != 0)
		fail_msg("%s: ended with %d", path, WEXITSTATUS(status));
	if (use.ru_maxrss / 1024 > MIB)
		fail_msg("%s: %ld MiB", path, use.ru_maxrss / 1024);
}

static size_t
check_folder(const char *dir, int depth)
{
	char **leaves;
	size_t n, checked = 0;
	struct err e;

	assert_true(depth < DEPTH);
	assert_ok(file_list(dir, NULL, &leaves, &n, &e));
	for (size_t i = 0; i < n; i++) {
		char *path = path_join(dir, leaves[i]);

		if (file_is_dir(path)) {
			checked += check_folder(path, depth + 1);
		} else {
			check_file(path);
			checked++;
		}
		free(path);
	}
	file_list_free(leaves, n);
	return checked;
}

static void
check(const char *leaf, size_t least)
{
	struct err e;
	char *dir = path_join(HOSTILE, leaf);

	if (!file_is_dir(dir)) {
		free(dir);
		skip();
		return;
	}
	assert_int_equal(nimporters, COUNT(names));
	catalog = db_open(NULL, DB_MEMORY, &e);
	assert_ok(catalog != NULL && catalog_create(catalog, &e));
	assert_true(check_folder(dir, 0) >= least);
	db_close(catalog);
	free(dir);
}

static void
test_bombs(void **state)
{
	(void)state;
	check("generated-bombs", 30);
}

static void
test_csv(void **state)
{
	(void)state;
	check("csv-spectrum", 10);
}

static void
test_text(void **state)
{
	(void)state;
	check("generated-hostile-text", 1);
	check("big-list-of-naughty-strings", 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_bombs),
	    cmocka_unit_test(test_csv),
	    cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
