/* packcat.h - the bundled packs that hold roles and figures, as a catalog in memory. */
#ifndef CAREER_TESTS_PACKCAT_H
#define CAREER_TESTS_PACKCAT_H

#include "career/store/db.h"

/* The packs ml and pay-us; fails the test when they do not load. */
struct db *packcat_open(void);
/* Row id of a role; fails the test when there is none. */
int64_t packcat_role(struct db *db, const char *slug);

#endif
