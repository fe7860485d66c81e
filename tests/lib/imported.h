/*
 * imported.h - one run of an importer into a catalog in memory.
 *
 * What is read is named as paths (imported_path) or given as text (imported_text). The run's
 * error stands in `e`; imported_int asks the catalog for one number, imported_str for one text.
 */
#ifndef CAREER_TESTS_IMPORTED_H
#define CAREER_TESTS_IMPORTED_H

#include "career/import/importer.h"

#include <stdbool.h>

struct imported {
	struct db *db;
	struct input *in;
	struct import_run run;
	size_t sniffed; /* members that the importer takes for its own */
	bool ok;
	struct err e;
	struct buf rejects; /* "line: reason" of each, a line each */
	char text[4096];    /* of imported_str */
};

/* NULL-terminated paths. Never NULL: where the first one is absent the test ends as skipped.
 * imported_free ends it. */
struct imported *imported_paths(const struct importer *imp, const char *const *paths);
/* Members in memory: name, text, name, text, ..., NULL. */
struct imported *imported_text(const struct importer *imp, const char *const *members);
void imported_free(struct imported *x);

int64_t imported_int(struct imported *x, const char *sql);
const char *imported_str(struct imported *x, const char *sql); /* "NULL" for NULL */
/* Rows rejected for the reason. */
uint64_t imported_rejected(const struct imported *x, const char *reason);
/* A file, or a member of a path, as text; free it. Skips as well. */
char *imported_file(const char *path, const char *member, size_t *len);

#endif
