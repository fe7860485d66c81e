/* pack_values.h - the parts of the pack reader that its files share. */
#ifndef CAREER_IMPORT_PACK_VALUES_H
#define CAREER_IMPORT_PACK_VALUES_H

#include "career/import/pack.h"

#include <stdarg.h>

/* Messages kept; the rest are counted. Text of a pack is cut in them: %.80s. */
enum { PACK_ERRORS = 200 };

/* Types the scalar or list of one field; errors are reported. */
void pack_value_read(
    struct pack_set *set, struct pack_row *row, size_t field, const struct ynode *n);

/* school/name/award in kebab case. */
void pack_program_key(const struct pack_row *row, struct buf *out);

/* Keys unique, merges, ids, references, rules: the second step of reading. */
void pack_resolve(struct pack_set *set);
void pack_index_free(struct pack_set *set);

/* Field value of a row by name; the field must exist in the section. */
struct pack_value *pack_get(const struct pack_row *row, const char *field);

#endif
