/*
 * dictmake.h - texts to codes while a frame is built.
 *
 * Codes are given in order of first appearance; code 0 is the empty text. dictmake_order renumbers
 * them into collation order (folded text, then bytes) at the end. A text that is not valid UTF-8 is
 * kept with U+FFFD for each bad byte, so that a dictionary is always valid.
 */
#ifndef CAREER_FRAME_DICTMAKE_H
#define CAREER_FRAME_DICTMAKE_H

#include "career/base/buf.h"

#include <stddef.h>
#include <stdint.h>

struct dictmake {
	struct buf text;         /* every entry with its NUL, in order of codes */
	size_t *off;             /* n + 1 offsets into text */
	uint32_t n;              /* entries */
	size_t cap;              /* of off */
	struct dict_slot *slots; /* open addressing; code 0 = free, since "" is never looked up */
	size_t nslots;           /* a power of two */
};

void dictmake_init(struct dictmake *d);
void dictmake_free(struct dictmake *d);

/* Code of a text, made when it is new. An inner NUL cannot occur. */
uint32_t dictmake_put(struct dictmake *d, const char *s, size_t len);
const char *dictmake_text(const struct dictmake *d, uint32_t code);

/* order[i] = code of the i-th entry in collation order, order[0] = 0. The folded texts go to
 * `fold` in order of codes, each with its NUL; fold_off[i] are their n + 1 offsets. */
void dictmake_order(const struct dictmake *d, uint32_t *order, struct buf *fold, size_t *fold_off);

#endif
