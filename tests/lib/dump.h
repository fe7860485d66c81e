/* dump.h - a catalog in words, to be compared with another. */
#ifndef CAREER_TESTS_DUMP_H
#define CAREER_TESTS_DUMP_H

#include "career/store/db.h"

/* Every row of every table, after an integrity check. Owned. */
char *dump_catalog(const char *path);
/* Of a large one: a line a table, with how many and how much each column holds. Owned. */
char *dump_sums(struct db *db);
/* Fail the test with the first line that differs. */
void dump_same(const char *now, const char *want);
void dump_must_be(const char *path, const char *want);

#endif
