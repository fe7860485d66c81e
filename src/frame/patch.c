/* patch.c - other cells for a while, and rows that are gone meanwhile. */
#include "career/frame/patch.h"

#include "career/base/mem.h"
#include "career/frame/colmake.h"
#include "career/frame/parts.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

static uint32_t
code_get(const struct column *c, size_t i)
{
	return c->width == 1 ? ((const uint8_t *)c->codes)[i]
	    : c->width == 2  ? ((const uint16_t *)c->codes)[i]
			     : ((const uint32_t *)c->codes)[i];
}

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

void
patch_gone_lists(struct frame *f, int col, const struct bitset *codes)
{
	const struct column *c = column_ready(&f->cols[col]);
	bool *all = mem_zero(c->lists, sizeof *all), any = false;
	uint32_t i, k;

	for (i = 0; i < c->lists; i++) {
		all[i] = c->start[i] < c->start[i + 1];
		for (k = c->start[i]; k < c->start[i + 1]; k++)
			all[i] = all[i] && bitset_has(codes, c->item[k]);
		any |= all[i];
	}
	if (any && f->gone.bits == 0)
		bitset_init(&f->gone, f->rows);
	for (i = 0; any && i < f->rows; i++)
		if (all[code_get(c, i)] && !bitset_has(&f->gone, i)) {
			bitset_set(&f->gone, i);
			f->ngone++;
		}
	free(all);
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
	const struct column *old = column_ready(&f->cols[col]);
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

/* Memory for all rows, and for `lists` lists with `items`; the dictionary is filled. */
static void
patching_start(struct patching *p, uint32_t rows, uint32_t lists, uint64_t items)
{
	const struct words *w = &p->words;
	const struct dict *d = &p->old->dict;
	struct part_sizes size = {{0}};
	uint32_t i;

	p->fresh.spec = p->old->spec;
	p->fresh.lists = lists;
	p->fresh.width = code_width(lists > 0 ? lists : w->n);
	size.bytes[PART_DICT_OFF] = size.bytes[PART_FOLD_OFF] =
	    ((uint64_t)w->n + 1) * sizeof(uint32_t);
	size.bytes[PART_DICT_TEXT] = d->off[d->n];
	size.bytes[PART_FOLD_TEXT] = d->fold_off[d->n];
	for (i = 1; i < w->made->n; i++)
		if (w->fresh[i]) {
			size.bytes[PART_DICT_TEXT] += w->made->off[i + 1] - w->made->off[i];
			size.bytes[PART_FOLD_TEXT] += w->fold_off[i + 1] - w->fold_off[i];
		}
	if (lists > 0)
		size.bytes[PART_START] = ((uint64_t)lists + 1) * sizeof(uint32_t);
	size.bytes[PART_ITEM] = items * sizeof(uint32_t);
	size.bytes[PART_CODES] = (uint64_t)rows * p->fresh.width;
	column_alloc(&p->fresh, &size);
	words_fill(&p->fresh, w, d);
}

/* The old column's cells; `renumber` NULL: they stay. */
static void
codes_copy(struct patching *p, const uint32_t *renumber, uint32_t rows)
{
	const struct column *old = p->old;
	uint32_t i;

	if (!renumber && p->fresh.width == old->width) {
		memcpy(column_part(&p->fresh, PART_CODES), old->codes, (size_t)rows * old->width);
		return;
	}
	for (i = 0; i < rows; i++) {
		uint32_t code = code_get(old, i);

		code_put(&p->fresh, i, renumber ? renumber[code] : code);
	}
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
	patching_start(p, nrows, 0, 0);
	codes_copy(p, p->words.renumber, nrows);
	for (i = 0; i < n; i++)
		code_put(&p->fresh, rows[i], p->words.code[p->made->row[i]]);
	return true;
}

/* --- lists ----------------------------------------------------------------------------------- */

/* The old lists, then the made ones but for the first, which is empty in both. */
static void
lists_fill(struct patching *p)
{
	const struct column *old = p->old;
	const struct colmake *m = p->made;
	uint32_t *start = column_part(&p->fresh, PART_START), at = old->start[old->lists], i;
	uint32_t *item = column_part(&p->fresh, PART_ITEM);

	memcpy(start, old->start, (old->lists + 1) * sizeof *start);
	for (i = 0; i < at; i++)
		item[i] = p->words.renumber ? p->words.renumber[old->item[i]] : old->item[i];
	for (i = 1; i < m->lists.n; i++)
		start[old->lists + i] = at + (uint32_t)m->list_end[i];
	if (m->list_end[m->lists.n - 1] > 0)
		memcpy(item + at, m->pool, m->list_end[m->lists.n - 1] * sizeof *item);
}

static bool
lists_differ(const struct patching *p, const uint32_t *rows, size_t n)
{
	const struct colmake *m = p->made;
	size_t i, k;

	for (i = 0; i < n; i++) {
		uint32_t list = m->row[i], was = code_get(p->old, rows[i]);
		uint32_t from = p->old->start[was];
		size_t begin = list ? m->list_end[list - 1] : 0, end = list ? m->list_end[list] : 0;

		if (end - begin != p->old->start[was + 1] - from)
			return true;
		for (k = begin; k < end; k++)
			if (p->old->item[from + (k - begin)] != m->pool[k])
				return true;
	}
	return false;
}

static bool
lists_make(struct patching *p, uint32_t nrows, const uint32_t *rows, size_t n, uint64_t items)
{
	const struct column *old = p->old;
	size_t i;

	if (!p->words.renumber && !lists_differ(p, rows, n))
		return false;
	patching_start(p, nrows, old->lists + p->made->lists.n - 1, items + old->start[old->lists]);
	lists_fill(p);
	codes_copy(p, NULL, nrows);
	for (i = 0; i < n; i++) {
		uint32_t list = p->made->row[i];

		code_put(&p->fresh, rows[i], list > 0 ? old->lists + list - 1 : 0);
	}
	return true;
}

/* --- one column ------------------------------------------------------------------------------ */

void
patch_column(struct frame *f, int col, const uint32_t *rows, size_t n, struct colmake *made)
{
	struct patching p = {.old = column_ready(&f->cols[col]), .made = made};
	bool differs;

	if (n == 0)
		return;
	if (p.old->spec->kind == COL_NUM) {
		patch_nums(f, col, rows, n, (const int32_t *)(const void *)made->row);
		return;
	}
	words_init(&p.words, &made->dict, &p.old->dict);
	if (p.old->spec->kind == COL_LIST)
		differs = lists_make(&p, f->rows, rows, n, colmake_lists(made, p.words.code));
	else
		differs = texts_make(&p, f->rows, rows, n);
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
