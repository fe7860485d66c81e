/*
 * national.h - small made-up national catalogs: packs and a few rows of every publishers' set.
 *
 * Occupations: data-scientists (soc 15-2051: growth, five percentiles; its part 15-2051.01 is
 * business-intelligence-analysts), registered-nurses (29-1141, two sectors), plumbers (47-2152), actors (27-2011:
 * paid by the hour), anesthesiologists (29-1211: top-coded), marine-biologists (19-1099: wages suppressed, no
 * zone, no interests), riggers-all-other (49-9999: known to OEWS alone), ESCO's data-scientist-esco and beekeeper.
 * Sources have the ids that an import gives (1000000 onet ... 1000006 esco); no number is a publisher's.
 */
#ifndef CAREER_TESTS_NATIONAL_H
#define CAREER_TESTS_NATIONAL_H

#include "career/store/db.h"

/* Over the roles and programs of pagecat_small(), and an occupation data-scientists (soc:15-2051) that is
 * data-scientist's nearest. */
struct db *national_small(void);
/* Over all bundled packs. */
struct db *national_bundled(void);
/* The rows of the sets into any catalog, linked, with derived columns and frames; once. */
void national_add(struct db *db);
/* Writes a catalog to a new file, for programs and screens that open one. */
void national_file(struct db *db, const char *path);
/* Path of national_bundled() as a file, made at the first call and removed at the end; borrowed. With
 * appscreen_use() the screens are over it. */
const char *national_path(void);

#endif
