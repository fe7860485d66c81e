/*
 * parts.h - a set that comes in parts (importer.h): which of them the files bring, and what stays of the others.
 */
#ifndef BUILD_PARTS_H
#define BUILD_PARTS_H

#include "career/build/import.h"

struct parts {
	const struct importer *imp;
	int64_t source;
	int *of; /* by member: its part, -1 none */
	size_t n, first;
	bool brought[IMPORT_PARTS], stays[IMPORT_PARTS];
};

/* Looks at the members. Nothing stays yet. */
void parts_init(struct parts *p, const struct importer *imp, int64_t source, struct input *in);
void parts_free(struct parts *p);

/* Which parts of the catalog attached as `old` stay. What cannot is named in `lines`. */
bool parts_find(struct parts *p, struct db *db, struct buf *lines, struct err *e);
/* Copies what stays, around the importer's run. */
bool parts_before(const struct parts *p, struct db *db, struct err *e);
bool parts_after(const struct parts *p, struct db *db, struct err *e);
/* Names of those that stay: "Skills.txt, Knowledge.txt". */
void parts_name_stays(const struct parts *p, struct buf *out);

#endif
