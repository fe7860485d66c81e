/*
 * config.h - the person's settings of the screen: $XDG_CONFIG_HOME/career/config.yaml.
 *
 * A map of keys and words, all optional; one table row each. What the command line said wins. A file
 * that is not there is no error; one that cannot be understood is, with its place.
 */
#ifndef CAREER_CMD_CONFIG_H
#define CAREER_CMD_CONFIG_H

#include "career/base/err.h"
#include "career/cmd/options.h"

#include <stdbool.h>
#include <stddef.h>

struct config_key {
	const char *name;
	const char *const *words;                    /* what it may be, NULL-terminated */
	void (*set)(struct options *o, size_t word); /* index of the word */
	const char *help;
	/* Takes a word that is none of these, such as the name of a theme of one's own; NULL: there are none. */
	bool (*other)(struct options *o, const char *word);
};

extern const struct config_key config_keys[];
extern const size_t nconfig_keys;

/* Reads one file into options that the command line has filled. The first mistake is ERR_USAGE,
 * "file:line:column: what, and what was expected"; what cannot be read is ERR_DATA. */
bool config_read(struct options *o, const char *path, struct err *e);
/* The same for the file in its place, if there is one. */
bool config_load(struct options *o, struct err *e);

#endif
