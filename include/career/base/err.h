/*
 * err.h - one error, made once where it happens.
 *
 * A function that can fail returns bool and takes `struct err *` last (never NULL). On failure it
 * fills the error with words a person can act on: what, where (file:line or row), what to do.
 * Callers may put context in front with err_prefix(). The text may hold bytes that came from
 * data: every sink passes it through text_safe().
 */
#ifndef CAREER_BASE_ERR_H
#define CAREER_BASE_ERR_H

#include <stdbool.h>
#include <stddef.h>

/* The values are the program's exit codes (man/career.1). */
enum err_code {
	ERR_NONE = 0,
	ERR_NOTFOUND = 1,
	ERR_USAGE = 2,
	ERR_DATA = 3,
	ERR_INTERRUPTED = 130,
};

struct err {
	enum err_code code;
	char text[1024]; /* NUL-terminated, one line, no trailing newline */
};

/* Fills `e` and returns false, so that `return err_set(...)` reads well. */
bool err_set(struct err *e, enum err_code code, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts "context: " in front of the text. Returns false. */
bool err_prefix(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

void err_clear(struct err *e);

#endif
