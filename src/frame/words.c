/* words.c - the dictionary of a column with the texts of a patch in it. */
#include "words.h"

#include "career/base/mem.h"
#include "career/frame/parts.h"

#include <stdlib.h>
#include <string.h>

static const char *
word_fold(const struct words *w, uint32_t i)
{
	return w->fold.data + w->fold_off[i];
}

/* The i-th text of the patch against a code of the dictionary. */
static int
compare_to(const struct dict *d, uint32_t code, const struct words *w, uint32_t i)
{
	int order = strcmp(dict_fold(d, code), word_fold(w, i));

	return order != 0 ? order : strcmp(dict_text(d, code), dictmake_text(w->made, i));
}

/* First code that is not before the text. */
static uint32_t
lower_bound(const struct dict *d, const struct words *w, uint32_t i)
{
	uint32_t lo = 1, hi = d->n > 1 ? d->n : 1;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (compare_to(d, mid, w, i) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Walks the texts of the patch and the dictionary side by side in collation order. */
static void
number_words(struct words *w, const struct dict *d)
{
	uint32_t added = 0, from = 1, i, k;

	for (i = 1; i < w->made->n; i++) {
		uint32_t mine = w->order[i], at = lower_bound(d, w, mine);

		for (k = from; k < at; k++)
			w->renumber[k] = k + added;
		from = at;
		w->code[mine] = at + added;
		w->fresh[mine] = at >= d->n || compare_to(d, at, w, mine) != 0;
		added += w->fresh[mine];
	}
	for (k = from; k < d->n; k++)
		w->renumber[k] = k + added;
	w->n = d->n + added;
}

void
words_init(struct words *w, const struct dictmake *made, const struct dict *d)
{
	w->made = made;
	w->code = mem_zero(made->n, sizeof *w->code);
	w->fresh = mem_zero(made->n, sizeof *w->fresh);
	w->order = mem_zero(made->n, sizeof *w->order);
	w->fold_off = mem_zero((size_t)made->n + 1, sizeof *w->fold_off);
	w->renumber = mem_zero(d->n, sizeof *w->renumber);
	buf_init(&w->fold);
	dictmake_order(made, w->order, &w->fold, w->fold_off);
	number_words(w, d);
	if (w->n == d->n) {
		free(w->renumber);
		w->renumber = NULL;
	}
}

void
words_free(struct words *w)
{
	free(w->code);
	free(w->fresh);
	free(w->order);
	free(w->fold_off);
	free(w->renumber);
	buf_free(&w->fold);
}

/* One entry behind those that are there. */
static void
dict_append(struct column *c, const char *text, const char *fold)
{
	uint32_t *off = column_part(c, PART_DICT_OFF), *foff = column_part(c, PART_FOLD_OFF),
		 at = c->dict.n++;
	size_t len = strlen(text) + 1, flen = strlen(fold) + 1;

	memcpy((char *)column_part(c, PART_DICT_TEXT) + off[at], text, len);
	memcpy((char *)column_part(c, PART_FOLD_TEXT) + foff[at], fold, flen);
	off[at + 1] = off[at] + (uint32_t)len;
	foff[at + 1] = foff[at] + (uint32_t)flen;
}

void
words_fill(struct column *c, const struct words *w, const struct dict *old)
{
	uint32_t i = 1, k = 0;

	c->dict.n = 0;
	((uint32_t *)column_part(c, PART_DICT_OFF))[0] = 0;
	((uint32_t *)column_part(c, PART_FOLD_OFF))[0] = 0;
	while (c->dict.n < w->n) {
		while (i < w->made->n && !w->fresh[w->order[i]])
			i++;
		if (i < w->made->n && w->code[w->order[i]] == c->dict.n) {
			dict_append(
			    c, dictmake_text(w->made, w->order[i]), word_fold(w, w->order[i]));
			i++;
		} else {
			dict_append(c, dict_text(old, k), dict_fold(old, k));
			k++;
		}
	}
}
