/* Prints figures about a large list; see bench.h. */
#include "bench.h"

#include "career/base/file.h"
#include "career/frame/scan.h"
#include "career/query/view.h"
#include "career/store/catalog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROWS = 1000000, RUNS = 9, LABEL = 68 };

double
bench_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

void
times_add(struct times *t, double ms)
{
	if (t->n < (int)(sizeof t->ms / sizeof *t->ms))
		t->ms[t->n++] = ms;
}

static int
compare_ms(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double
times_median(struct times *t)
{
	qsort(t->ms, (size_t)t->n, sizeof *t->ms, compare_ms);
	return t->n > 0 ? t->ms[t->n / 2] : 0;
}

double
times_worst(struct times *t)
{
	qsort(t->ms, (size_t)t->n, sizeof *t->ms, compare_ms);
	return t->n > 0 ? t->ms[t->n - 1] : 0;
}

void
times_print(struct times *t, const char *what)
{
	double median = times_median(t);

	printf("  %-*s %9.2f %9.2f\n", LABEL, what, t->ms[0], median);
	fflush(stdout);
}

void
bench_heading(const char *text)
{
	printf("\n%-*s     least    median ms\n", LABEL, text);
}

static bool
open_frame(const char *path, struct db **db, struct frame *f, struct err *e)
{
	*db = catalog_open(path, e);
	if (!*db)
		return false;
	if (frame_load(f, list_frame_spec(&list_programs), *db, e))
		return true;
	db_close(*db);
	return false;
}

void
bench_open(const char *path)
{
	struct times open = {.n = 0}, load = {.n = 0};
	struct frame f;
	struct err e;
	int i;

	bench_heading("open");
	for (i = 0; i < RUNS; i++) {
		double start = bench_now(), opened;
		struct db *db = catalog_open(path, &e);

		opened = bench_now();
		if (!db || !frame_load(&f, list_frame_spec(&list_programs), db, &e)) {
			printf("  %s\n", e.text);
			db_close(db);
			return;
		}
		times_add(&open, opened - start);
		times_add(&load, bench_now() - opened);
		frame_free(&f);
		db_close(db);
	}
	times_print(&open, "catalog opened and checked");
	times_print(&load, "frame of the programs loaded and checked");
}

double
bench_mib(pid_t pid, const char *name)
{
	char path[64], line[200];
	double kib = 0;
	FILE *in;

	snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
	in = fopen(path, "r");
	while (in && fgets(line, sizeof line, in))
		if (strncmp(line, name, strlen(name)) == 0)
			kib = strtod(line + strlen(name), NULL);
	if (in)
		fclose(in);
	return kib / 1024;
}

static void
memory_print(const char *what)
{
	printf("  %-*s %9.1f\n", LABEL, what, bench_mib(getpid(), "VmHWM:"));
	fflush(stdout);
}

/* What a session does that needs the most: everything matches, and all kept orders are in use. */
static int
run_memory(const char *path)
{
	static const char *const texts[] = {"", "sort:cost,-earnings,school", "sort:-cost",
	    "sort:months", "sort:-earnings", "sort:school,program", "sort:city,-cost,program"};
	struct frame f;
	struct view v;
	struct err e;
	struct db *db;
	size_t i;

	memory_print("program started");
	if (!open_frame(path, &db, &f, &e)) {
		printf("  %s\n", e.text);
		return 3;
	}
	memory_print("frame loaded");
	view_init(&v, &list_programs, &f);
	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		view_set(&v, texts[i], false);
		if (i == 0)
			memory_print("first pass, all rows match");
		if (i == 1)
			memory_print("first sort by three keys");
	}
	memory_print("six sort orders kept");
	view_free(&v);
	frame_free(&f);
	db_close(db);
	return 0;
}

/* A part in a fresh process: this one may have written a catalog before, and its memory would count as that of
 * what it starts. */
static void
run_apart(const char *program, const char *part, const char *path)
{
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		execl(program, program, part, path, (char *)NULL);
		_exit(127);
	}
	if (child > 0)
		waitpid(child, NULL, 0);
}

static void
bench_memory(const char *program, const char *path)
{
	printf("\n%-*s       MiB\n", LABEL, "memory, at most so far (VmHWM)");
	run_apart(program, "--memory", path);
}

/* The catalog of earlier runs is used when this program can read it. */
static bool
have_catalog(const char *path, uint32_t rows, struct err *e)
{
	struct frame f;
	struct db *db;

	if (file_exists(path) && open_frame(path, &db, &f, e)) {
		bool same = f.rows == rows && gen_is_current(db);

		frame_free(&f);
		db_close(db);
		if (same)
			return true;
	}
	printf("writing %u programs to %s\n", rows, path);
	fflush(stdout);
	return gen_catalog(path, rows, e);
}

static int
failed(const struct err *e)
{
	fprintf(stderr, "bench: %s\n", e->text);
	return 3;
}

static int
run_engine(const char *path)
{
	struct frame f;
	struct err e;
	struct db *db;

	if (!open_frame(path, &db, &f, &e))
		return failed(&e);
	bench_engine(&f);
	bench_queries(&f);
	frame_free(&f);
	db_close(db);
	return 0;
}

static int
run_tty(const char *path)
{
	struct tty_figures figures;

	return bench_tty(path, &figures) ? 0 : 3;
}

static int
run_screens(const char *path)
{
	bench_screens(path, "screens", 33);
	return 0;
}

static int
run_import(const char *path)
{
	(void)path;
	bench_import();
	return 0;
}

static int
run_national(const char *path)
{
	bench_national(path);
	return 0;
}

/* The catalog of the bundled packs, as the build made it. */
static const char *
bundled(void)
{
	const char *path = getenv("CAREER_TEST_CATALOG");

	return path ? path : "build/catalog.db";
}

static int
run_all(const char *program, uint32_t rows)
{
	const char *build = getenv("CAREER_BUILD"), *national = getenv("CAREER_TEST_NATIONAL");
	char path[512];
	struct sql_figures sql;
	struct tty_figures tty;
	struct err e;

	snprintf(path, sizeof path, "%s/bench-%u.db", build ? build : "build", rows);
	if (!have_catalog(path, rows, &e))
		return failed(&e);
	printf("%u programs\n", rows);
	bench_memory(program, path);
	bench_open(path);
	if (run_engine(path) != 0)
		return 3;
	sql = bench_sql(path);
	if (!bench_tty(path, &tty))
		return 3;
	bench_screens(bundled(), "screens over the bundled catalog", 16);
	bench_screens(path, "screens over 1,000 roles and the made-up programs", 33);
	bench_rivals(path, &tty, &sql);
	run_apart(program, "--import", "-");
	if (national != NULL && *national != '\0')
		bench_screens(national, "screens over the national catalog", 16);
	bench_national(national);
	return 0;
}

/* Parts that are run alone, over a catalog that is there. */
static const struct {
	const char *option;
	int (*run)(const char *path);
} parts[] = {{"--memory", run_memory}, {"--engine", run_engine}, {"--tty", run_tty},
    {"--screens", run_screens}, {"--import", run_import}, {"--national", run_national}};

int
main(int argc, char **argv)
{
	uint32_t rows = argc == 1 ? ROWS : 0;
	struct err e;
	size_t i;

	if (argc == 4 && strcmp(argv[1], "--gen") == 0)
		return gen_catalog(argv[2], (uint32_t)strtoul(argv[3], NULL, 10), &e) ? 0
										      : failed(&e);
	for (i = 0; argc == 3 && i < sizeof parts / sizeof *parts; i++)
		if (strcmp(argv[1], parts[i].option) == 0)
			return parts[i].run(argv[2]);
	if (argc == 3 && strcmp(argv[1], "--rows") == 0)
		rows = (uint32_t)strtoul(argv[2], NULL, 10);
	if (rows == 0) {
		fprintf(stderr,
		    "usage: bench [--rows N | --gen FILE ROWS | --memory FILE | --engine FILE"
		    " | --tty FILE | --screens FILE | --import - | --national FILE]\n");
		return 2;
	}
	return run_all(argv[0], rows);
}
