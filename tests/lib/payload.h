/*
 * payload.h - hostile texts as packs.
 *
 * The payloads are those of ../shared/hostile that can stand in a pack: valid UTF-8 without NUL that
 * is not blank.
 */
#ifndef CAREER_TESTS_PAYLOAD_H
#define CAREER_TESTS_PAYLOAD_H

#include "career/base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct payload {
	const char *bytes;
	size_t len;
	size_t number;      /* from 1 */
	const char *scalar; /* as a YAML scalar */
};

bool payload_there(void); /* false: the files are absent, the test is to be skipped */

/* Calls `each` for every payload; returns how many there are. */
size_t payload_each(void (*each)(void *ctx, const struct payload *p), void *ctx);

/*
 * One entry of each section of a pack, made from the section table: each text, list and date is the
 * payload, keys are "hNUMBER", and the rest is what is right beside packdir_base.
 */
void payload_sections(const struct payload *p, struct buf *out);

#endif
