/* copy.h - rows of the catalog attached as `old` into the new one. */
#ifndef BUILD_COPY_H
#define BUILD_COPY_H

#include "career/build/import.h"

/* All that packs have brought. `table`: whose rows are sets'. */
bool copy_packs(struct db *db, const struct importer *const *table, size_t ntable, struct err *e);
/* One set: its source, what it says of itself and its tables. Nothing when the old catalog does not hold it. */
bool copy_set(struct db *db, const struct importer *imp, int64_t source, struct err *e);
/* Of a set that is imported in part: the tables that `in` does not bring, and what is said of them. */
bool copy_others(
    struct db *db, const struct importer *imp, int64_t source, struct input *in, struct err *e);

#endif
