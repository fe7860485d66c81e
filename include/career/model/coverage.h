/*
 * coverage.h - which sources state what about which role.
 *
 * A grid of roles and measures ("pay entry", "growth", "skills" ...: the words of the view role_statement),
 * read once for a catalog; each cell holds the sources that state it and how many statements each makes.
 * coverage_follow counts anew for the sources that are on: no query. What is said of a specialization
 * counts for the roles that it serves; a cell that has nothing else is borrowed.
 */
#ifndef CAREER_MODEL_COVERAGE_H
#define CAREER_MODEL_COVERAGE_H

#include "career/model/figure.h"

struct coverage_role {
	int64_t id;
	const char *slug, *title, *kind, *family;
	size_t
	    filled; /* measures that a source that is on states, borrowed or not; `named` does not count */
	size_t sources; /* that are on and state any of them */
	bool folded;    /* an occupation, or nothing but its name is stated */
};

struct coverage_measure {
	const char *key;     /* as role_statement has it: "pay entry" */
	const char *says;    /* "pay, first job" */
	const char *head[2]; /* two short lines of a column's title: "Pay", "first" */
	const char *term;    /* glossary slug, or NULL */
	size_t roles;        /* for how many roles it is stated, by itself or borrowed */
};

struct coverage_count {
	uint32_t source; /* index into the sources */
	uint32_t n;      /* statements */
};

struct coverage {
	struct arena arena;
	struct coverage_role *role; /* by id */
	size_t nroles;
	struct coverage_measure *measure; /* those that the catalog has */
	size_t nmeasures;
	size_t nsources;
	uint32_t *start;                 /* per cell, and one more: where its counts begin */
	struct coverage_count *count;    /* by cell; a source once in a cell */
	uint32_t *served_start, *served; /* per role: roles (specializations) that serve it */
	/* For the sources that are on: */
	uint16_t *sources; /* per cell: how many state it, borrowed ones included */
	uint16_t *own;     /* per cell: how many state it of the role itself */
	uint32_t *order;   /* roles, the best documented first; the folded ones behind */
	size_t nshown;     /* of these, those that are not folded */
	bool *on;          /* per source, as counted */
};

bool coverage_load(struct coverage *c, struct db *db, const struct sources *src, struct err *e);
void coverage_free(struct coverage *c); /* zeroed is fine */
/* Counts for the sources that are on. */
void coverage_follow(struct coverage *c, const struct sources *src);

static inline size_t
coverage_cell(const struct coverage *c, size_t role, size_t measure)
{
	return role * c->nmeasures + measure;
}
/* The sources that are on of a cell, own and borrowed together, by their place among the sources: writes at
 * most `cap`, returns how many there are. */
size_t coverage_sources(
    const struct coverage *c, size_t role, size_t measure, struct coverage_count *out, size_t cap);
/* Statements of one source in a cell, own and borrowed; 0 when it is off. `own`, unless NULL, gets how many of
 * these are of the role itself. */
uint32_t coverage_statements(
    const struct coverage *c, size_t role, size_t measure, size_t source, uint32_t *own);
/* Index by slug or key; SIZE_MAX when there is none. */
size_t coverage_role_find(const struct coverage *c, const char *slug);
size_t coverage_measure_find(const struct coverage *c, const char *key);

#endif
