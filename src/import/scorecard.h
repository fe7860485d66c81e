/* scorecard.h - what the two kinds of College Scorecard files share. */
#ifndef CAREER_IMPORT_SCORECARD_H
#define CAREER_IMPORT_SCORECARD_H

#include "career/import/importer.h"
#include "map.h"

/* A figure or the reason why there is none. */
struct sc_value {
	int64_t v;
	enum why why;
};

/* False when the text is neither a number nor a known word for an absent one. */
bool sc_value(const char *s, struct sc_value *out);
/* Binds the value at `pos` and its reason at the next. */
void sc_bind(struct stmt *st, int pos, struct sc_value v);
/* The same without a reason: NULL when absent. */
void sc_bind_only(struct stmt *st, int pos, struct sc_value v);

/* "Private, nonprofit" or "2": in the catalog's words; NULL for another. */
const char *sc_control(const char *s);
/* A UNITID: true with *out -1 when the file says that there is none. */
bool sc_unitid(const char *s, int64_t *out);

/* Where a column stands: "file: COLUMN". */
const char *sc_locator(struct import_run *r, size_t member, const struct table *t, int column);

/* The parts of the set: files of one kind. */
enum { SC_FIELDS, SC_INSTITUTIONS };

/* The columns of the field-of-study file that state figures. */
enum { SC_EARNINGS, SC_LATER, SC_DEBT, SC_DEBT_MEAN, SC_PAYMENT, SC_STATED };
/* Their series (`at`: the column of each, -1 absent), the release and the period. */
bool sc_put_field_series(struct import_run *r, size_t member, const struct table *t,
    const int at[SC_STATED], struct err *e);

bool sc_run_fields(struct import_run *r, size_t member, struct err *e);
/* `seen`: UNITIDs of the institution files before this one. */
bool sc_run_institutions(struct import_run *r, size_t member, struct map *seen, struct err *e);

#endif
