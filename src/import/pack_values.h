/* pack_values.h - the parts of the pack reader that its files share. */
#ifndef CAREER_IMPORT_PACK_VALUES_H
#define CAREER_IMPORT_PACK_VALUES_H

#include "career/import/pack.h"

/* --- pack_error.c ---------------------------------------------------------------------------- */

/* Messages kept; the rest are counted. Text of a pack is cut in them: %.80s. */
enum { PACK_ERRORS = 200 };

/* An error where there is no row. */
void pack_file_error(struct pack_set *set, const char *file, const struct ynode *at,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* An error of form: the message has its place already. */
void pack_form_error(struct pack_set *set, const struct err *e);

/* text_nearest while messages are kept: what names many keys wrong costs no more than that. */
const char *pack_nearest(
    const struct pack_set *set, const char *s, const char *const *names, size_t n);

/* --- pack_values.c, pack_list.c -------------------------------------------------------------- */

/* Types the scalar or list of one field; errors are reported. */
void pack_value_read(
    struct pack_set *set, struct pack_row *row, size_t field, const struct ynode *n);
void pack_list_read(
    struct pack_set *set, struct pack_row *row, const struct pack_field *f, struct pack_value *v);

/* Text that says something, without a NUL. */
bool pack_is_text(const struct ynode *n);

/* Adds what another list holds besides; both values are lists. */
void pack_list_join(struct pack_set *set, struct pack_value *v, const struct pack_value *more);

/* Field value of a row by name; the field must exist in the section. */
struct pack_value *pack_get(const struct pack_row *row, const char *field);
/* The key stands in the entry, whatever its value. */
bool pack_has(const struct pack_row *row, const char *field);
bool pack_is(const struct pack_row *row, const char *field, const char *value);
/* The number, NAN when there is none: comparisons with it are false. */
double pack_num(const struct pack_row *row, const char *field);
/* First entry of a list of texts; NULL when the field is absent or holds anything else. */
const struct ynode *pack_first(const struct pack_row *row, const char *field);

/* school/name/award in kebab case. */
void pack_program_key(const struct pack_row *row, struct buf *out);

/* --- pack_resolve.c -------------------------------------------------------------------------- */

/* Keys unique, merges, ids, references, rules: the second step of reading. */
void pack_resolve(struct pack_set *set);
void pack_index_free(struct pack_set *set);

/* "no entry KEY", with the nearest one. */
void pack_no_such(struct pack_set *set, const struct pack_row *row, const struct ynode *at,
    enum pack_section_id sec, const char *key);

#endif
