/*
 * What importing takes: the Scorecard's largest file beside the sqlite3 shell's bare .import of the same csv, and all
 * sets of DATA in one catalog. Over the publishers' files beside the project; without them it is skipped.
 */
#include "bench.h"

#include "career/base/buf.h"
#include "career/base/file.h"
#include "career/import/table.h"
#include "career/store/catalog.h"

#include <fcntl.h>
#include <math.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RUNS = 3, LABEL = 58 };

#define DATA "../shared/data"
#define FIELDS DATA "/scorecard-field-of-study-2020/Most-Recent-Field-Data-Elements.zip"

extern char **environ;

/* --- running --------------------------------------------------------------------------------- */

struct run {
	double ms, mib; /* mib: the most that it had at once */
};

/* False when it cannot be run or fails. */
static bool
run(const char *const *argv, struct run *out)
{
	posix_spawn_file_actions_t files;
	struct rusage use;
	double begun = bench_now();
	int status = -1, failed;
	char *args[16];
	size_t n = 0;
	pid_t pid;

	for (; n < sizeof args / sizeof *args - 1 && argv[n] != NULL; n++)
		args[n] = (char *)(uintptr_t)argv[n];
	args[n] = NULL;
	if (n == 0)
		return false;
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	failed = posix_spawnp(&pid, args[0], &files, NULL, args, environ);
	posix_spawn_file_actions_destroy(&files);
	if (failed != 0 || wait4(pid, &status, 0, &use) != pid)
		return false;
	*out = (struct run){bench_now() - begun, (double)use.ru_maxrss / 1024};
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* --- files ----------------------------------------------------------------------------------- */

struct place {
	const char *program, *bundled;
	struct buf dir, catalog, csv, home;
};

static bool
copy(const char *from, const char *to)
{
	struct buf bytes = BUF_INIT;
	struct err e;
	bool ok = file_read(from, 1 << 30, &bytes, &e)
	    && file_write_atomic(to, bytes.data, bytes.len, 0644, &e);

	buf_free(&bytes);
	return ok;
}

/* The zip's member as a file: the sqlite3 shell reads no zips. */
static bool
unpack(const char *zip, const char *to)
{
	struct input *in = input_new(&input_limits_data);
	struct buf bytes = BUF_INIT;
	struct err e;
	bool ok = input_add(in, zip, &e) && input_read(in, 0, 1 << 30, &bytes, &e)
	    && file_write_atomic(to, bytes.data, bytes.len, 0644, &e);

	buf_free(&bytes);
	input_free(in);
	return ok;
}

static double
size_of(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 ? (double)st.st_size : 0;
}

static void
place_init(struct place *p)
{
	const char *build = getenv("CAREER_BUILD"), *program = getenv("CAREER_BIN"),
		   *bundled = getenv("CAREER_TEST_CATALOG");

	p->program = program != NULL ? program : "build/career";
	p->bundled = bundled != NULL ? bundled : "build/catalog.db";
	buf_init(&p->dir);
	buf_init(&p->catalog);
	buf_init(&p->csv);
	buf_init(&p->home);
	buf_addf(&p->dir, "%s/bench-import", build != NULL ? build : "build");
	buf_addf(&p->catalog, "%s/catalog.db", p->dir.data);
	buf_addf(&p->csv, "%s/fields.csv", p->dir.data);
	buf_addf(&p->home, "%s/home", p->dir.data);
	(void)mkdir(p->dir.data, 0755);
}

static void
place_free(struct place *p)
{
	const char *const away[] = {"rm", "-rf", p->dir.data, NULL};
	struct run r;

	(void)run(away, &r);
	buf_free(&p->dir);
	buf_free(&p->catalog);
	buf_free(&p->csv);
	buf_free(&p->home);
}

/* --- figures --------------------------------------------------------------------------------- */

static void
print_aim(const char *what, double value, double aim, const char *unit)
{
	printf(
	    "  %-*s %9.2f %9.2f %s%s\n", LABEL, what, value, aim, unit, value > aim ? "  !" : "");
	fflush(stdout);
}

/* The least of some runs, each into a catalog of the bundled packs. */
static bool
import_one(const struct place *p, struct run *least)
{
	const char *const words[] = {
	    p->program, "import", "-o", p->catalog.data, "scorecard", p->csv.data, NULL};

	*least = (struct run){HUGE_VAL, 0};
	for (int i = 0; i < RUNS; i++) {
		struct run r;

		if (!copy(p->bundled, p->catalog.data) || !run(words, &r))
			return false;
		least->ms = r.ms < least->ms ? r.ms : least->ms;
		least->mib = r.mib > least->mib ? r.mib : least->mib;
	}
	return true;
}

static bool
shell_import(const struct place *p, struct run *least)
{
	struct buf db = BUF_INIT, command = BUF_INIT;
	const char *words[] = {"sqlite3", NULL, NULL, NULL};
	bool ok = true;

	buf_addf(&db, "%s/shell.db", p->dir.data);
	buf_addf(&command, ".import --csv %s fields", p->csv.data);
	words[1] = db.data;
	words[2] = command.data;
	*least = (struct run){HUGE_VAL, 0};
	for (int i = 0; ok && i < RUNS; i++) {
		struct run r;

		(void)unlink(db.data);
		ok = run(words, &r);
		least->ms = ok && r.ms < least->ms ? r.ms : least->ms;
		least->mib = ok && r.mib > least->mib ? r.mib : least->mib;
	}
	buf_free(&db);
	buf_free(&command);
	return ok;
}

static void
bench_one(const struct place *p)
{
	struct run ours, shell;

	if (!unpack(FIELDS, p->csv.data) || !import_one(p, &ours)) {
		printf("  import of the fields of study: failed\n");
		return;
	}
	printf("  %-*s %9.2f s\n", LABEL, "the Scorecard's fields of study, everything included",
	    ours.ms / 1000);
	print_aim("  the most memory", ours.mib, 256, "MiB");
	if (!shell_import(p, &shell)) {
		printf("  sqlite3 .import: skipped, no sqlite3 shell\n");
		return;
	}
	printf("  %-*s %9.2f s, %.0f MiB\n", LABEL, "sqlite3 .import of the same csv, nothing more",
	    shell.ms / 1000, shell.mib);
	print_aim("  times as long", ours.ms / shell.ms, 2, "x");
}

/* Bytes of text in the files that the sets were read from; of a workbook those of its cells. */
static double
text_of(struct input *in, size_t i)
{
	struct table *t;
	struct err e;
	double bytes = 0;
	const char *dot = strrchr(input_name(in, i), '.');

	if (dot == NULL || strcmp(dot, ".xlsx") != 0)
		return (double)input_size(in, i);
	t = table_open(in, i, NULL, &e);
	while (t != NULL && table_next(t, &e) == 1)
		for (size_t k = 0; k < t->n; k++)
			bytes += (double)t->field[k].len + 1;
	table_close(t);
	return bytes;
}

static bool
was_read(struct db *db, const char *name)
{
	static const char sql[] =
	    "SELECT 1 FROM import i, json_each(i.files) j WHERE j.value = ?1 LIMIT 1";
	struct err e;
	struct stmt *st = db_prepare(db, sql, &e);
	bool yes = false;

	if (st != NULL) {
		stmt_bind_text(st, 1, name);
		yes = stmt_step(st, &e) == 1;
	}
	stmt_finalize(st);
	return yes;
}

static double
raw_text(struct db *db)
{
	char **folders;
	size_t n;
	struct err e;
	double bytes = 0;

	if (!file_list(DATA, NULL, &folders, &n, &e))
		return 0;
	for (size_t i = 0; i < n; i++) {
		struct input *in = input_new(&input_limits_data);
		struct buf path = BUF_INIT;

		buf_addf(&path, "%s/%s", DATA, folders[i]);
		if (input_add(in, path.data, &e))
			for (size_t k = 0; k < input_count(in); k++)
				if (was_read(db, input_name(in, k)))
					bytes += text_of(in, k);
		input_free(in);
		buf_free(&path);
	}
	file_list_free(folders, n);
	return bytes;
}

/* The frames of all lists are made anew by every import. */
static void
bench_lists(const struct place *p)
{
	const char *const words[] = {p->program, "build", "-o", p->catalog.data, "data/packs/ml",
	    "data/packs/pay-us", "data/packs/programs", NULL};
	struct run r;

	if (run(words, &r))
		printf("  %-*s %9.2f s\n", LABEL,
		    "career build over it: sets copied, linked, all lists made anew", r.ms / 1000);
}

static void
bench_all(const struct place *p)
{
	const char *const words[] = {p->program, "import", "-o", p->catalog.data, DATA, NULL};
	struct run r;
	struct err e;
	struct db *db;

	if (!copy(p->bundled, p->catalog.data) || !run(words, &r)) {
		printf("  import of all sets: failed\n");
		return;
	}
	print_aim("all sets of " DATA, r.ms / 1000, 15, "s");
	printf("  %-*s %9.0f MiB\n", LABEL, "  the most memory", r.mib);
	db = catalog_open(p->catalog.data, &e);
	if (db != NULL) {
		double text = raw_text(db), size = size_of(p->catalog.data);

		printf("  %-*s %9.1f MiB of %.1f\n", LABEL, "  the catalog, of the raw text",
		    size / (1 << 20), text / (1 << 20));
		print_aim("  times as large", size / text, 1, "x");
	}
	db_close(db);
	bench_lists(p);
}

void
bench_import(void)
{
	struct place p;

	printf("\n%-*s     value       aim\n", LABEL, "importing publishers' sets");
	if (access(FIELDS, R_OK) != 0) {
		printf("  skipped: no " DATA "\n");
		return;
	}
	place_init(&p);
	(void)setenv("XDG_DATA_HOME", p.home.data, 1);
	bench_one(&p);
	bench_all(&p);
	place_free(&p);
}
