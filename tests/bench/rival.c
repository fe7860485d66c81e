/* Other ways to the same result, in the same run: plain SQL, and fzf where it is installed. */
#include "bench.h"

#include "career/base/buf.h"
#include "career/base/file.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RUNS = 3, LABEL = 58 };

/* Tells a terminal program's times from outside; it waits for silence, for lack of a sync. */
#define KEYLAG "../shared/tools/keylag.py"
#define KEYLAG_KEYS "d a t a <SPACE> l a k e"
_Static_assert(sizeof BENCH_WORDS == sizeof "data lake", "the keys are the words");

#define COLUMNS "school,program,field,award,city"

extern char **environ;

static void
print_row(const char *what, double ours, double other)
{
	if (other > 0)
		printf("  %-*s %9.1f %9.1f %8.1f\n", LABEL, what, ours, other, other / ours);
	else
		printf("  %-*s %9.1f   skipped\n", LABEL, what, ours);
	fflush(stdout);
}

double
bench_run(const char *const *argv, const char *in, const char *out)
{
	static const char nowhere[] = "/dev/null";
	posix_spawn_file_actions_t files;
	double from = bench_now();
	int status = -1, failed;
	pid_t pid;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, in ? in : nowhere, O_RDONLY, 0);
	posix_spawn_file_actions_addopen(
	    &files, 1, out ? out : nowhere, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	posix_spawn_file_actions_addopen(&files, 2, nowhere, O_WRONLY, 0);
	failed = posix_spawnp(&pid, argv[0], &files, NULL, (char *const *)(uintptr_t)argv, environ);
	posix_spawn_file_actions_destroy(&files);
	if (failed || waitpid(pid, &status, 0) != pid)
		return -1;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? bench_now() - from : -1;
}

static double
run_some(const char *const *argv, const char *in)
{
	struct times t = {.n = 0};
	int i;

	for (i = 0; i < RUNS; i++) {
		double ms = bench_run(argv, in, NULL);

		if (ms < 0)
			return -1;
		times_add(&t, ms);
	}
	return times_median(&t);
}

/* The number behind a text, -1 without it. */
static double
figure(const char *text, const char *name)
{
	const char *at = strstr(text, name);

	return at ? strtod(at + strlen(name), NULL) : -1;
}

static void
bench_fzf_typing(const char *rows, const struct tty_figures *ours)
{
	static const char fzf[] = "exec fzf --exact <\"$1\"";
	const char *const argv[] = {"python3", KEYLAG, "--size", "50x132", "--settle", "1",
	    "--ready", "3", "--keys", KEYLAG_KEYS, "--", "sh", "-c", fzf, "fzf", rows, NULL};
	struct buf out = BUF_INIT, said = BUF_INIT;
	struct err e;
	bool ran;

	buf_addf(&out, "%s.fzf", rows);
	ran = access(KEYLAG, R_OK) == 0 && bench_run(argv, NULL, out.data) >= 0
	    && file_read(out.data, 1 << 20, &said, &e);
	print_row("start to the settled list, as fzf --exact", ours->open,
	    ran ? figure(said.data, "settled ") : -1);
	print_row("'" BENCH_WORDS "' typed there, median", ours->words,
	    ran ? figure(said.data, "median ") : -1);
	print_row("'" BENCH_WORDS "' typed there, worst", ours->words_max,
	    ran ? figure(said.data, "max ") : -1);
	print_row("memory at most, MiB", ours->mib, ran ? figure(said.data, "peak memory ") : -1);
	unlink(out.data);
	buf_free(&out);
	buf_free(&said);
}

/* Both print the matches of words; fzf reads its rows from a file that was made before. */
static void
bench_fzf_filter(const char *program, const char *path, const char *rows)
{
	const char *const query[] = {program, "programs", BENCH_WORDS, "--catalog", path,
	    "--format", "tsv", "--columns", COLUMNS, NULL};
	const char *const exact[] = {"fzf", "--exact", "--filter", BENCH_WORDS, NULL};
	const char *const fuzzy[] = {"fzf", "--filter", BENCH_WORDS, NULL};
	double ours = run_some(query, NULL);

	print_row("'career programs " BENCH_WORDS "', as fzf --exact --filter", ours,
	    run_some(exact, rows));
	print_row("the same as fzf --filter, which is fuzzy", ours, run_some(fuzzy, rows));
}

static void
bench_fzf(const char *path, const struct tty_figures *ours)
{
	static const char *const version[] = {"fzf", "--version", NULL};
	const char *program = getenv("CAREER_BIN");
	const char *const export[] = {program ? program : "build/career", "programs", "--catalog",
	    path, "--format", "tsv", "--columns", COLUMNS, NULL};
	struct buf rows = BUF_INIT;
	double ms;

	if (bench_run(version, NULL, NULL) < 0) {
		printf("  fzf: skipped, not installed\n");
		return;
	}
	buf_addf(&rows, "%s.tsv", path);
	ms = bench_run(export, NULL, rows.data);
	if (ms >= 0) {
		bench_fzf_filter(export[0], path, rows.data);
		bench_fzf_typing(rows.data, ours);
		printf("  %-*s %9.1f\n", LABEL, "all rows written as tsv", ms);
	} else {
		printf("  fzf: skipped, the rows could not be written\n");
	}
	unlink(rows.data);
	buf_free(&rows);
}

void
bench_rivals(const char *path, const struct tty_figures *ours, const struct sql_figures *sql)
{
	printf("\n%-*s    career     other    ratio\n", LABEL, "side by side, ms");
	print_row("whole query to settled screen, as SQL", ours->query, sql->query);
	print_row("first use of a sort, median, as SQL", ours->sort, sql->sort);
	bench_fzf(path, ours);
}
