/*
 * yaml_check.h - what is refused before libyaml sees a file.
 *
 * Size, encoding (UTF-8 only, control characters and NUL refused with their place) and the number
 * of directive lines, in whose count libyaml is quadratic.
 */
#ifndef CAREER_BASE_YAML_CHECK_H
#define CAREER_BASE_YAML_CHECK_H

#include "career/base/err.h"
#include "career/base/yaml.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* A place in a named file; line and column from 1. */
struct yaml_place {
	const char *name;
	size_t line, column;
};

bool yaml_check_bytes(
    const char *name, const char *bytes, size_t len, const struct yaml_limits *lim, struct err *e);

/* "name:line:column: what". Returns false. */
bool yaml_fail(struct err *e, struct yaml_place at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
bool yaml_vfail(struct err *e, struct yaml_place at, const char *fmt, va_list ap)
    __attribute__((format(printf, 3, 0)));

#endif
