/*
 * sets.h - what importers of publishers' tables share: telling whose a file is, and binding
 * values with the reason for which one is absent.
 */
#ifndef CAREER_IMPORT_SETS_H
#define CAREER_IMPORT_SETS_H

#include "career/import/importer.h"

/* The member's name ends so (".csv"), upper and lower case alike. */
bool set_ends(const struct input *in, size_t member, const char *end);
/* Its header (of a workbook: that of `sheet`, or of its first) has at least `need` of the
 * columns. Reads a little; what cannot be read has none. */
bool set_has(
    struct input *in, size_t member, const char *sheet, const char *const *columns, size_t need);

/* The text, or NULL for "" and "n/a". */
const char *set_text(const char *s);
/* A value at `pos` and its reason behind it: NULL unless something stands there (a floor
 * included). */
void set_bind(struct stmt *st, int pos, double value, enum why why);
/* The same without a reason column. */
void set_bind_number(struct stmt *st, int pos, double value, enum why why);
/* Steps `INSERT ... ON CONFLICT DO NOTHING` or an UPDATE: 1 written, 0 not (there already), -1
 * error. */
int set_write(struct db *db, struct stmt *st, struct err *e);
bool set_put_series(
    struct import_run *r, const struct import_series *series, size_t n, struct err *e);

/* "a" as a JSON string. */
void set_json(struct buf *out, const char *s, size_t len);

#endif
