/*
 * build.h - makes a catalog from data packs.
 *
 * Steps: packs are read and checked (import/pack); a new file is made beside the target; in one
 * transaction the rows, those of the sets that the old catalog holds (import.h), the derived columns (derive.c) and the
 * lists' frames go in; integrity and foreign keys are checked; the file is fsynced and renamed over the target. On any
 * failure the target is untouched and the new file is gone. A leftover of a killed build ("TARGET.new-PID" of a dead
 * process) is removed by the next. "TARGET.lock" keeps two from working at once.
 */
#ifndef CAREER_BUILD_BUILD_H
#define CAREER_BUILD_BUILD_H

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/store/db.h"

#include <stdbool.h>
#include <stddef.h>

struct build_counts {
	size_t packs, sources, roles, figures, skills, programs, guide, terms;
};

/* `packs`: folders. `glossary` may be NULL. On pack errors *lines holds them, one per line. */
bool build_catalog(const char *target, const char *const *packs, size_t npacks,
    const char *glossary, struct buf *lines, struct build_counts *counts, struct err *e);

/* Reads and checks only. */
bool build_check(const char *const *packs, size_t npacks, const char *glossary, struct buf *lines,
    struct build_counts *counts, struct err *e);

/* Fills derived columns and stores the frames of all lists; also used by the benchmark's generator. Within the
 * caller's transaction. */
bool build_finish(struct db *db, struct err *e);

/* The data folder: $CAREER_DATA, ./data when it holds packs, PREFIX/share/career. Owned string. */
char *build_data_dir(void);

#endif
