/*
 * bench.h - figures about a large list of programs: made up, but distributed like the national data.
 *
 *   bench                       everything below on 1,000,000 programs
 *   bench --rows N              on N programs
 *   bench --gen FILE ROWS       only writes such a catalog
 *   bench --memory FILE         only the memory that a session over it needs
 *   bench --engine FILE         only the frame engine and queries, over it
 *   bench --tty FILE            only the program on a pseudo-terminal, over it
 *   bench --screens FILE        only every screen on a pseudo-terminal, over it
 *   bench --national FILE       only a session over a catalog of the publishers' sets
 *   bench --import -            only what importing publishers' sets takes
 *
 * Figures are printed beside their aims and what else does the same work; no time is a failure.
 */
#ifndef CAREER_BENCH_H
#define CAREER_BENCH_H

#include "career/base/err.h"
#include "career/frame/frame.h"
#include "career/store/db.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* Writes a catalog with `rows` programs to a new file: the same rows give the same programs. */
bool gen_catalog(const char *path, uint32_t rows, struct err *e);
/* Whether a catalog is one of this generator. */
bool gen_is_current(struct db *db);

/* Milliseconds of a clock that only goes forward. */
double bench_now(void);

struct times {
	double ms[256];
	int n;
};
void times_add(struct times *t, double ms);
double times_median(struct times *t); /* 0 without any */
double times_worst(struct times *t);
/* "what    least   median ms" with a blank-padded label, and how many runs. */
void times_print(struct times *t, const char *what);
void bench_heading(const char *text);
/* A line of /proc/PID/status in MiB ("VmHWM:"), 0 where there is none. */
double bench_mib(pid_t pid, const char *name);

/* The parts, each over an opened catalog. */
void bench_open(const char *path);
void bench_engine(const struct frame *f);
void bench_queries(const struct frame *f);

/* The same questions in SQL, in ms; -1 when they could not be asked. */
struct sql_figures {
	double query; /* BENCH_QUERY: the first 50 rows in order, and all facets */
	double sort;  /* the first 50 of all rows in that order */
};
#define BENCH_SORT "cost,-earnings,school"
#define BENCH_QUERY "nursing cost<=60000 months:6..48 award:bachelor,master state:CA,NY,TX"
struct sql_figures bench_sql(const char *path);

/* The program on a pseudo-terminal: medians and worst times in ms, from key to settled screen. */
struct tty_figures {
	double open;             /* from its start to the settled list of programs */
	double words, words_max; /* BENCH_WORDS typed letter by letter */
	double query;            /* BENCH_QUERY */
	double sort;             /* an order used for the first time */
	double mib;              /* the most memory that it had */
};
#define BENCH_WORDS "data lake"
bool bench_tty(const char *path, struct tty_figures *out);

/* Importing publishers' sets, beside the sqlite3 shell. */
void bench_import(void);

/* The catalog of the publishers' sets, beside fzf and the sqlite3 shell; path NULL: said to be skipped. */
void bench_national(const char *path);

/* Every screen: its first frame and a typical key on it, over a catalog, beside the aim for both. */
void bench_screens(const char *catalog, const char *what, double aim);

/* The program beside other ways to the same: SQL, and fzf where it is installed. */
void bench_rivals(const char *path, const struct tty_figures *ours, const struct sql_figures *sql);
/* Runs a program to its end: milliseconds, or -1 when it cannot be run or fails. NULL: from and to nowhere. */
double bench_run(const char *const *argv, const char *in, const char *out);

#endif
