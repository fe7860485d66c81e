/*
 * bench.h - figures about a large list of programs: made up, but distributed like the national data.
 *
 *   bench                       everything below on 1,000,000 programs
 *   bench --rows N              on N programs
 *   bench --gen FILE ROWS       only writes such a catalog
 *   bench --memory FILE         only the memory that a session over it needs
 *
 * Figures are printed, never judged. Each time is the least and the median of several runs.
 */
#ifndef CAREER_BENCH_H
#define CAREER_BENCH_H

#include "career/base/err.h"
#include "career/frame/frame.h"
#include "career/store/db.h"

#include <stdbool.h>
#include <stdint.h>

/* Writes a catalog with `rows` programs to a new file: the same rows give the same programs. */
bool gen_catalog(const char *path, uint32_t rows, struct err *e);
/* Whether a catalog is one of this generator. */
bool gen_is_current(struct db *db);

/* Milliseconds of a clock that only goes forward. */
double bench_now(void);

struct times {
	double ms[64];
	int n;
};
void times_add(struct times *t, double ms);
/* "what    least   median ms" with a blank-padded label, and how many runs. */
void times_print(struct times *t, const char *what);
void bench_heading(const char *text);

/* The parts, each over an opened catalog. */
void bench_open(const char *path);
void bench_engine(const struct frame *f);
void bench_queries(const struct frame *f);
void bench_sql(const char *path);
#endif
