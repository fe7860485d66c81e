/*
 * words.h - the dictionary of a column with the texts of a patch in it.
 */
#ifndef FRAME_WORDS_H
#define FRAME_WORDS_H

#include "career/frame/dictmake.h"
#include "career/frame/frame.h"

/* The texts of a patch, numbered by themselves, and their places in the column's dictionary once those
 * of them that it does not have are in it. */
struct words {
	const struct dictmake *made; /* the maker's */
	uint32_t *code;              /* per text of `made`: its code in the new dictionary */
	bool *fresh;                 /* per text of `made`: the old dictionary does not have it */
	uint32_t *order;             /* collation order of `made` */
	struct buf fold;
	size_t *fold_off;
	uint32_t *renumber; /* old code -> new code; NULL when no text is new */
	uint32_t n;         /* of the new dictionary */
};

/* Both are borrowed and must live as long. */
void words_init(struct words *w, const struct dictmake *made, const struct dict *d);
void words_free(struct words *w);
/* Writes the new dictionary: the old entries with the new ones at their places. The column has room. */
void words_fill(struct column *c, const struct words *w, const struct dict *old);

#endif
