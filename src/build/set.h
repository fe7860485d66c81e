/* set.h - one set into the new catalog. */
#ifndef BUILD_SET_H
#define BUILD_SET_H

#include "make.h"

/* Runs the importer of the set at a position of the table: its source, its rows, and what is said of them. Parts that its
 * files do not bring stay as the old catalog has them. */
bool set_run(struct make *m, struct db *db, size_t i, struct err *e);

#endif
