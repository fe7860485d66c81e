/*
 * titles.h - titles of roles by their slugs, for values of facets: keys of the query language are slugs, a
 * person reads titles.
 */
#ifndef CAREER_CMD_TITLES_H
#define CAREER_CMD_TITLES_H

#include "career/base/err.h"
#include "career/base/mem.h"
#include "career/query/field.h"
#include "career/store/db.h"

struct titles {
	struct arena arena;
	struct title {
		const char *slug, *title;
		const char *brief; /* a name that takes less room, or NULL */
	} * t;                     /* by slug */
	size_t n;
};

/* Reads them when the list has a facet of roles, else there are none. titles_free is harmless in any case. */
bool titles_load(struct titles *t, const struct list *l, struct db *db, struct err *e);
void titles_free(struct titles *t);
/* The title, or the brief name where only that fits into so many cells; NULL when the slug is not that of a
 * role. */
const char *titles_find(const struct titles *t, const char *slug, int cells);

#endif
