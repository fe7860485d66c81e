/*
 * mistakes.h - what is wrong in a file of the person's, for those who read one: all of it, or the first.
 */
#ifndef CAREER_CMD_MISTAKES_H
#define CAREER_CMD_MISTAKES_H

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/base/yaml.h"
#include "career/base/yaml_check.h"

#include <stddef.h>

struct mistakes {
	const char *file;  /* as messages call it */
	struct buf *lines; /* a line for each, or NULL */
	struct err *e;     /* the first one */
	size_t n;
};

struct yaml_place place_of_key(const struct mistakes *m, const struct ynode *n);
struct yaml_place place_of_value(const struct mistakes *m, const struct ynode *n);
/* Both return false. */
bool mistake(struct mistakes *m, struct yaml_place at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* "no WHAT 'word'; nearest: X; they are A, B, C"; names end in NULL. */
bool mistake_unknown(struct mistakes *m, struct yaml_place at, const char *what, const char *word,
    const char *const *names);
/* Index of a word among names that end in NULL; -1: none of them. */
int word_index(const char *word, const char *const *names);

#endif
