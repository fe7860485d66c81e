/* patch.c - other cells for a while, and rows that are gone meanwhile. */
#include "career/frame/patch.h"

#include "career/base/mem.h"
#include "career/frame/colmake.h"
#include "career/frame/parts.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

/* Puts a finished column in place; the first time the old one is kept aside. */
static void
column_swap(struct frame *f, int col, struct column *fresh)
{
	if (!f->aside)
		f->aside = mem_zero(f->spec->ncols, sizeof *f->aside);
	fresh->turn = ++f->turn;
	if (!f->aside[col].spec)
		f->aside[col] = f->cols[col];
	else
		free(f->cols[col].mem);
	f->cols[col] = *fresh;
}

void
frame_restore(struct frame *f)
{
	size_t i;

	for (i = 0; f->aside && i < f->spec->ncols; i++) {
		if (!f->aside[i].spec)
			continue;
		free(f->cols[i].mem);
		f->cols[i] = f->aside[i];
	}
	free(f->aside);
	f->aside = NULL;
	bitset_free(&f->gone);
	memset(&f->gone, 0, sizeof f->gone);
	f->ngone = 0;
}

void
patch_gone(struct frame *f, const uint32_t *rows, size_t n)
{
	size_t i;

	if (n > 0 && f->gone.bits == 0)
		bitset_init(&f->gone, f->rows);
	for (i = 0; i < n; i++) {
		f->ngone += !bitset_has(&f->gone, rows[i]);
		bitset_set(&f->gone, rows[i]);
	}
}

uint32_t
frame_here(const struct frame *f)
{
	return f->rows - f->ngone;
}

bool
frame_is_gone(const struct frame *f, uint32_t row)
{
	return bitset_has(&f->gone, row);
}

/* --- numbers --------------------------------------------------------------------------------- */

void
patch_nums(struct frame *f, int col, const uint32_t *rows, size_t n, const int32_t *values)
{
	const struct column *old = &f->cols[col];
	struct column fresh = {.spec = old->spec, .width = old->width};
	struct part_sizes size = {{0}};
	int32_t *num;
	size_t i = 0;

	while (i < n && old->num[rows[i]] == values[i])
		i++;
	if (i == n)
		return;
	size.bytes[PART_CODES] = (uint64_t)f->rows * sizeof *num;
	column_alloc(&fresh, &size);
	num = column_part(&fresh, PART_CODES);
	memcpy(num, old->num, f->rows * sizeof *num);
	for (; i < n; i++)
		num[rows[i]] = values[i];
	column_swap(f, col, &fresh);
}

/* --- codes ----------------------------------------------------------------------------------- */

static uint32_t
code_get(const struct column *c, size_t i)
{
	return c->width == 1 ? ((const uint8_t *)c->codes)[i]
	    : c->width == 2  ? ((const uint16_t *)c->codes)[i]
			     : ((const uint32_t *)c->codes)[i];
}

static void
code_put(struct column *c, size_t i, uint32_t code)
{
	void *codes = column_part(c, PART_CODES);

	if (c->width == 1)
		((uint8_t *)codes)[i] = (uint8_t)code;
	else if (c->width == 2)
		((uint16_t *)codes)[i] = (uint16_t)code;
	else
		((uint32_t *)codes)[i] = code;
}

/* A column being made in place of another. */
struct patching {
	struct column fresh;
	const struct column *old;
	struct words words;
	const struct colmake *made; /* cells of the patched rows, in their order */
};

/* Memory for `count` codes of `rows` rows; the dictionary is filled. */
static void
patching_start(struct patching *p, uint32_t rows, uint64_t count)
{
	const struct words *w = &p->words;
	const struct dict *d = &p->old->dict;
	struct part_sizes size = {{0}};
	uint32_t i;

	p->fresh.spec = p->old->spec;
	p->fresh.width = code_width(w->n);
	size.bytes[PART_DICT_OFF] = size.bytes[PART_FOLD_OFF] =
	    ((uint64_t)w->n + 1) * sizeof(uint32_t);
	size.bytes[PART_DICT_TEXT] = d->off[d->n];
	size.bytes[PART_FOLD_TEXT] = d->fold_off[d->n];
	for (i = 1; i < w->made->n; i++)
		if (w->fresh[i]) {
			size.bytes[PART_DICT_TEXT] += w->made->off[i + 1] - w->made->off[i];
			size.bytes[PART_FOLD_TEXT] += w->fold_off[i + 1] - w->fold_off[i];
		}
	if (p->old->spec->kind == COL_LIST)
		size.bytes[PART_START] = ((uint64_t)rows + 1) * sizeof(uint32_t);
	size.bytes[PART_CODES] = count * p->fresh.width;
	column_alloc(&p->fresh, &size);
	words_fill(&p->fresh, w, d);
}

/* `n` codes of the old column, from `from` on, to `at` in the new one. */
static void
codes_copy(struct patching *p, size_t at, size_t from, size_t n)
{
	const struct column *old = p->old;
	size_t i;

	if (n > 0 && !p->words.renumber)
		memcpy((char *)column_part(&p->fresh, PART_CODES) + at * old->width,
		    (const char *)old->codes + from * old->width, n * old->width);
	for (i = 0; p->words.renumber && i < n; i++)
		code_put(&p->fresh, at + i, p->words.renumber[code_get(old, from + i)]);
}

/* --- texts ----------------------------------------------------------------------------------- */

static bool
texts_differ(const struct patching *p, const uint32_t *rows, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (code_get(p->old, rows[i]) != p->words.code[p->made->row[i]])
			return true;
	return false;
}

static bool
texts_make(struct patching *p, uint32_t nrows, const uint32_t *rows, size_t n)
{
	size_t i;

	if (!p->words.renumber && !texts_differ(p, rows, n))
		return false;
	patching_start(p, nrows, nrows);
	codes_copy(p, 0, 0, nrows);
	for (i = 0; i < n; i++)
		code_put(&p->fresh, rows[i], p->words.code[p->made->row[i]]);
	return true;
}

/* --- lists ----------------------------------------------------------------------------------- */

/* Rows from..to as they were; the place behind their codes. */
static uint32_t
lists_keep(struct patching *p, uint32_t at, uint32_t from, uint32_t to)
{
	const uint32_t *was = p->old->start;
	uint32_t *start = column_part(&p->fresh, PART_START), i;

	codes_copy(p, at, was[from], was[to] - was[from]);
	for (i = from; i < to; i++)
		start[i] = at + (was[i] - was[from]);
	return at + (was[to] - was[from]);
}

/* The i-th patched row, number `row` of the frame. */
static uint32_t
lists_put(struct patching *p, uint32_t at, uint32_t row, size_t i)
{
	const struct colmake *m = p->made;
	uint32_t list = m->row[i];
	size_t k;

	((uint32_t *)column_part(&p->fresh, PART_START))[row] = at;
	for (k = list ? m->list_end[list - 1] : 0; list && k < m->list_end[list]; k++)
		code_put(&p->fresh, at++, m->pool[k]);
	return at;
}

static void
lists_fill(struct patching *p, uint32_t nrows, const uint32_t *rows, size_t n)
{
	uint32_t at = 0, from = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		at = lists_keep(p, at, from, rows[i]);
		at = lists_put(p, at, rows[i], i);
		from = rows[i] + 1;
	}
	at = lists_keep(p, at, from, nrows);
	((uint32_t *)column_part(&p->fresh, PART_START))[nrows] = at;
}

static bool
lists_differ(const struct patching *p, const uint32_t *rows, size_t n)
{
	const struct colmake *m = p->made;
	size_t i, k;

	for (i = 0; i < n; i++) {
		uint32_t list = m->row[i], from = p->old->start[rows[i]];
		size_t begin = list ? m->list_end[list - 1] : 0, end = list ? m->list_end[list] : 0;

		if (end - begin != p->old->start[rows[i] + 1] - from)
			return true;
		for (k = begin; k < end; k++)
			if (code_get(p->old, from + (k - begin)) != m->pool[k])
				return true;
	}
	return false;
}

static bool
lists_make(struct patching *p, uint32_t nrows, const uint32_t *rows, size_t n, uint64_t count)
{
	const uint32_t *start = p->old->start;
	size_t i;

	if (!p->words.renumber && !lists_differ(p, rows, n))
		return false;
	count += start[nrows];
	for (i = 0; i < n; i++)
		count -= start[rows[i] + 1] - start[rows[i]];
	patching_start(p, nrows, count);
	lists_fill(p, nrows, rows, n);
	return true;
}

/* --- one column ------------------------------------------------------------------------------ */

void
patch_column(struct frame *f, int col, const uint32_t *rows, size_t n, struct colmake *made)
{
	struct patching p = {.old = &f->cols[col], .made = made};
	uint64_t count;
	bool differs;

	if (n == 0)
		return;
	if (p.old->spec->kind == COL_NUM) {
		patch_nums(f, col, rows, n, (const int32_t *)(const void *)made->row);
		return;
	}
	words_init(&p.words, &made->dict, &p.old->dict);
	if (p.old->spec->kind == COL_LIST) {
		count = colmake_lists(made, p.words.code);
		differs = lists_make(&p, f->rows, rows, n, count);
	} else {
		differs = texts_make(&p, f->rows, rows, n);
	}
	if (differs)
		column_swap(f, col, &p.fresh);
	words_free(&p.words);
}

void
patch_texts(struct frame *f, int col, const uint32_t *rows, size_t n, const char *const *values)
{
	struct colmake made;
	size_t i;

	colmake_init(&made, f->cols[col].spec);
	for (i = 0; i < n; i++)
		colmake_text(&made, values[i] ? values[i] : "");
	patch_column(f, col, rows, n, &made);
	colmake_free(&made);
}
