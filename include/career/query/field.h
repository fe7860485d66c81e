/*
 * field.h - the field tables: one row per thing that can be filtered, shown, sorted or counted.
 *
 * A list (programs, roles, skills, sources) is a `struct list`: its fields, SQL view and defaults.
 * Columns on screen, --columns, facets, sort keys, completion, help and the man page's table all
 * come from these rows. A field has a frame column of the same name, unless it is `derived`: made when
 * shown (program keys), or linked with the values of another field (roles of programs).
 */
#ifndef CAREER_QUERY_FIELD_H
#define CAREER_QUERY_FIELD_H

#include "career/frame/frame.h"

#include <stdbool.h>
#include <stddef.h>

enum field_unit {
	UNIT_NONE, /* text */
	UNIT_COUNT,
	UNIT_MONEY, /* whole units of the row's currency */
	UNIT_MONTHS,
	UNIT_YEAR,
	UNIT_PERCENT10, /* tenths of a percent */
	UNIT_RANK,
	UNIT_YEARS, /* a span in years, with decimals: of plans, in no column */
};

enum {
	FIELD_FACET = 1 << 0,  /* has a place in the facet column */
	FIELD_SHOWN = 1 << 1,  /* a default column of the table */
	FIELD_KEY = 1 << 2,    /* the row's stable key */
	FIELD_TITLE = 1 << 3,  /* ranked first for words */
	FIELD_ALIAS = 1 << 4,  /* ranked behind the title */
	FIELD_HIDDEN = 1 << 5, /* not in the default CLI columns */
	FIELD_EXPORT = 1 << 6, /* in the default CLI columns, in table order */
	/* Text for a range of a number: facet in dictionary order, and no column unless hidden as well. */
	FIELD_BUCKET = 1 << 7,
};

struct field {
	const char *name;  /* query and --columns */
	const char *title; /* column header */
	const char *aka;   /* other accepted name, or NULL */
	enum col_kind kind;
	enum field_unit unit;
	unsigned flags;
	bool search;  /* query words look into it */
	bool derived; /* no frame column */
	const char
	    *via; /* derived: linked with the values of this field (frame/linked.h), else NULL */
	const char *linked_by; /* via: the named query that links them */
	int facet;         /* FIELD_FACET: place in the facet column, 1 is the topmost; else 0 */
	int width;         /* preferred cells on screen; numbers right-aligned */
	const char *guard; /* RANGE only counts within a currency field: its name, or NULL */
	const char *upto; /* name of the field with the upper end (months -> months_max), or NULL */
	const char *term; /* glossary slug */
	const char *const
	    *words; /* the only values there are, ends with a NULL; NULL: as the data have it */
	const char *absent; /* words behind "3 more state": "no length" */
	const char *help;   /* one line for ?, man page and completion */
};

struct list {
	const char *name; /* "programs" */
	const char *one;  /* "program" */
	const struct field *fields;
	size_t nfields;
	const char *view;  /* SQL view */
	const char *order; /* natural order: ORDER BY text, or */
	bool by_codes;     /* names of text columns (frame.h) */
	const char *note;  /* one line: what the rows are */
};

extern const struct list list_programs, list_roles, list_skills, list_sources, list_guide,
    list_terms;
extern const struct list *const lists[];
extern const size_t nlists;

const struct list *list_find(const char *name);
/* Plans: pairs of a program and a role (model/plans.h). The list has no frame and is not in `lists`: fields of its own
 * stand in front, then those of programs and roles, whose values are in the frames of these. */
const struct list *list_plans(void);
/* The list in whose frame the values of a field stand, under the same name; NULL: of plans alone. */
const struct list *list_of_field(const struct list *l, int field);
/* By name or aka; exact. -1 when unknown. */
int field_find(const struct list *l, const char *name);

/* The frame spec of one of the four lists: made once from the fields without `derived`, kept for
 * the program's life in static storage. NULL for a list that is not in `lists`. */
const struct frame_spec *list_frame_spec(const struct list *l);
/* Frame column of a field, -1 for a derived one. */
int field_col(const struct list *l, int field);
/* Links what hangs on another field's values, if the list has such a field. Both are borrowed. */
void list_link(const struct list *l, struct frame *f, struct db *db);
/* Facet fields in the order of the facet column: writes at most `cap` indices, returns how many. */
size_t list_facets(const struct list *l, int *fields, size_t cap);

#endif
