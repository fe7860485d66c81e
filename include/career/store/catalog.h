/*
 * catalog.h - the public data file.
 *
 * A catalog is built new (build/) and only read afterwards. application_id says that it is ours,
 * user_version its schema, meta('content_hash') what it was made from. catalog_open refuses with one
 * line that says what is wrong and how to mend it ("make run" / "career build"): absent, empty, not
 * SQLite, damaged, newer or older schema, no read right. The file is never written.
 * Its tables, indexes and views must be exactly the texts of schema/catalog: a build adds none.
 */
#ifndef CAREER_STORE_CATALOG_H
#define CAREER_STORE_CATALOG_H

#include "career/store/db.h"

enum { CATALOG_APPLICATION_ID = 0x63617265 /* "care" */, CATALOG_VERSION = 3 };

/* Opens and checks. The caller closes with db_close. */
struct db *catalog_open(const char *path, struct err *e);

/* What stands at a path, for who replaces it. `e` says why it is not good. */
enum catalog_state {
	CATALOG_ABSENT,
	CATALOG_GOOD,
	CATALOG_STALE,   /* one of this program's, of another schema or damaged: made again */
	CATALOG_FOREIGN, /* not a catalog */
};
enum catalog_state catalog_look(const char *path, struct err *e);

/* Makes the schema in an empty, writable db: schema/catalog in order, ids set. */
bool catalog_create(struct db *db, struct err *e);

/* First existing of: `option` (--catalog), $CAREER_CATALOG, the person's data folder,
 * PREFIX/share/career; the first two are taken even when nothing stands there. Owned string;
 * never NULL. */
char *catalog_find(const char *option);
/* Where `career build` writes when no -o is given. Owned string; NULL when there is no home. */
char *catalog_default_path(void);

/* meta value by key into a fixed buffer; false when absent. */
bool catalog_meta(struct db *db, const char *key, char *out, size_t size);

#endif
