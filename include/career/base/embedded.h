/*
 * embedded.h - files that the program carries with it (src/base/embed.awk, EMBED in the Makefile).
 *
 * The table ends in a row with NULLs. A text is the file's, line by line: a place in it is a place in
 * the file. A string literal longer than 4095 bytes is beyond what C11 promises, yet every compiler
 * that builds the program takes it.
 */
#ifndef CAREER_BASE_EMBEDDED_H
#define CAREER_BASE_EMBEDDED_H

#include <stddef.h>

struct embedded {
	const char *name; /* path in the source: "data/keymap.yaml" */
	const char *text;
};

extern const struct embedded embedded_file[];
extern const size_t embedded_file_count;

/* The text of a file by its path in the source; NULL when it is not carried. */
const char *embedded_text(const char *name);

#endif
