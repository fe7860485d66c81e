/* copy.h - rows of the catalog attached as `old` into the new one. */
#ifndef BUILD_COPY_H
#define BUILD_COPY_H

#include "career/build/import.h"

/* All that packs have brought. `table`: whose rows are sets'. */
bool copy_packs(struct db *db, const struct importer *const *table, size_t ntable, struct err *e);
/* One set: its source, what it says of itself and its tables. Nothing when the old catalog does not hold it. */
bool copy_set(struct db *db, const struct importer *imp, int64_t source, struct err *e);
/* Of one part of a set: the rows of a table that `where` is true of (NULL: all of them, with their ids), */
bool copy_some(struct db *db, const char *table, const char *where, int64_t source, struct err *e);
/* what its columns state, where that is not said otherwise already, or instead of it, */
bool copy_series(struct db *db, const char *table, int64_t source, bool instead, struct err *e);
/* and what is said of the part. */
bool copy_part(struct db *db, int64_t source, size_t part, struct err *e);

#endif
