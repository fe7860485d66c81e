/* gen.h - what the parts of the generator share. */
#ifndef CAREER_BENCH_GEN_H
#define CAREER_BENCH_GEN_H

#include "career/base/err.h"
#include "career/store/db.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Name of a field of study by its number; the lower the more frequent. */
void gen_field_name(char *out, size_t size, uint32_t field);
/* A thousand roles with all that is said of them, and six sources of it. */
bool gen_roles(struct db *db, struct err *e);

#endif
