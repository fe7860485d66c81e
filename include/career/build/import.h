/*
 * import.h - brings publishers' sets into a catalog.
 *
 * A catalog is a function of packs and sets. An import makes it anew in a file beside the old one, as a build
 * does (build.h): everything of the old catalog is copied but the rows of the sets that are imported and what is
 * derived; importers run; codes are linked to roles; lists are stored; the file is checked, fsynced and
 * renamed over the old one. An old catalog of another schema, or a damaged one, is made again from the packs and
 * from the kept inputs of the sets it held. Killed at any moment, the old or the new catalog stands there, and the next
 * import or build removes what was left.
 *
 * What was read is kept, compressed, in the data folder (inputs/KIND), so that a newer schema needs no files of the
 * person.
 */
#ifndef CAREER_BUILD_IMPORT_H
#define CAREER_BUILD_IMPORT_H

#include "career/import/importer.h"

/* The sets' sources have fixed ids: this and the position in the table. Rows of roles that linking makes begin
 * here as well. */
enum { IMPORT_FIRST_ID = 1000000, IMPORT_KINDS = 16 };

/* By position; places without an importer are NULL. */
extern const struct importer *const importers[];
extern const size_t nimporters;

struct import_progress {
	const char *kind;  /* of the set; NULL: what is done is not of one set */
	const char *what;  /* the member's place, or what is done */
	uint64_t rows;     /* read so far, of the set */
	uint64_t at, size; /* bytes of the member; size 0: not known */
};

struct import_want {
	const char *target;
	const char *kind; /* NULL: known by what is in the files */
	const char *const *paths;
	size_t npaths;
	/* What the catalog is made of where there is none that can be copied. */
	const char *const *packs;
	size_t npacks;
	const char *glossary; /* may be NULL */
	const char *rejects;  /* a file to write: place, line, reason, fields; or NULL */
	bool keep, dry;       /* dry: everything but putting it in place */
	/* Called often while it works; false ends it with ERR_INTERRUPTED. May be NULL. */
	bool (*progress)(void *ctx, const struct import_progress *p);
	void *ctx;
	/* Instead of the program's own table (tests); NULL: that one. */
	const struct importer *const *table;
	size_t ntable;
};

/* What came of one set. */
struct import_set {
	const struct importer *importer; /* NULL: not imported */
	struct import_report report;
	char release[64], period[128];
	struct buf
	    stays; /* parts that the files lack and that stay as they were: names, ", " between */
};

struct import_result {
	struct import_set set[IMPORT_KINDS]; /* by position */
	struct buf lines;                    /* what else is to be said, one a line */
};

/* ERR_USAGE: no such kind. `r` is filled in any case; free it in any case. */
bool build_import(const struct import_want *w, struct import_result *r, struct err *e);
void import_result_free(struct import_result *r);

/* As build_catalog (build.h), with what `w` says of target, packs, progress and table of importers. */
struct build_counts;
bool build_again(
    const struct import_want *w, struct buf *lines, struct build_counts *counts, struct err *e);

/* Makes role_code and the occupations that no pack brings, from what the catalog holds. Within the caller's
 * transaction; what an earlier run has made must be gone. */
bool build_link(struct db *db, struct err *e);
/* Its part for skills: skill_code, and the skills that no pack brings. */
bool build_link_skills(struct db *db, struct err *e);

#endif
