/*
 * onet.h - the O*NET importer's parts: one per table of the publisher's database.
 *
 * A part is a table of the text edition (or of the Excel edition, whose tables have the same
 * columns and more): its file, its columns, what one row does. Occupation Data is read first:
 * rows of occupations that are not in it are rejected. What is worked out over many rows
 * (interests in order) is kept in memory per occupation.
 */
#ifndef CAREER_IMPORT_ONET_H
#define CAREER_IMPORT_ONET_H

#include "sets.h"

enum { ONET_COLUMNS = 9, ONET_CODE = 11, ONET_LETTERS = 6, ONET_EDUCATION = 12 };

struct onet_occupation {
	char code[ONET_CODE];
	double interest[ONET_LETTERS]; /* R I A S E C; NAN not stated */
	int high[3]; /* the interests that the publisher calls highest, best first: 1 = R; 0 none */
};

struct onet {
	struct import_run *r;
	struct onet_occupation *occupation; /* rising by code */
	size_t n, cap;
	struct onet_occupation *last;              /* the one found last, or NULL */
	struct stmt *put, *second;                 /* of the part that is being read */
	const char *education[ONET_EDUCATION + 1]; /* titles of the categories, from 1 */
	const char *element[128];                  /* those written */
	size_t nelements;
	int64_t *commodity; /* those written */
	size_t ncommodities, commodity_cap;
	int first, latest; /* when it was collected: 200606; 0 not known */
};

struct onet_row {
	const struct table *t;
	const struct import_column *c;
	struct onet_occupation *at; /* of a coded part: the row's occupation */
};

struct onet_part {
	const char *file;         /* without its ending */
	bool coded;               /* the first column is the code of an occupation */
	int date;                 /* column of "08/2023", -1 none */
	const char *put, *second; /* SQL, or NULL */
	/* Keeps the row or rejects it; false on an error of the catalog. */
	bool (*row)(struct onet *o, const struct onet_row *row, struct err *e);
	struct import_column column[ONET_COLUMNS];
};

extern const struct onet_part onet_parts[];
extern const size_t onet_nparts;
/* The same for the one who imports. */
extern const struct import_part onet_import_parts[];

/* Rows of onet_scales.c. */
bool onet_put_rating(struct onet *o, const struct onet_row *row, struct err *e);
bool onet_put_interest(struct onet *o, const struct onet_row *row, struct err *e);
bool onet_take_category(struct onet *o, const struct onet_row *row, struct err *e);
bool onet_put_education(struct onet *o, const struct onet_row *row, struct err *e);

/* What all rows need: the text of a part's column; */
const char *onet_text(const struct onet_row *row, int column);
/* the row is rejected (true, so that `return onet_reject(...)` reads well); */
bool onet_reject(struct onet *o, const struct onet_row *row, const char *reason);
/* the part's statement is stepped, and the row kept, or rejected as said twice; */
bool onet_keep(struct onet *o, const struct onet_row *row, struct err *e);
/* a whole number within bounds; a count, NULL where there is none. */
bool onet_whole(const char *s, int64_t lo, int64_t hi, int64_t *out);
void onet_bind_count(struct stmt *st, int pos, const char *s);

/* 1 found, 0 missing, -1 error: there twice. */
int onet_find_part(struct input *in, const struct onet_part *p, size_t *member, struct err *e);
/* Releases of the parts that were read. */
void onet_put_release(struct onet *o);

/* One more occupation. */
void onet_add(struct onet *o, const char *code);
/* NULL: not in Occupation Data. */
struct onet_occupation *onet_find(struct onet *o, const char *code);

#endif
