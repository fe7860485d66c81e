#include "career/frame/colmake.h"

#include "career/base/mem.h"
#include "career/frame/jsonlist.h"
#include "career/frame/parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
colmake_init(struct colmake *m, const struct col_spec *spec)
{
	memset(m, 0, sizeof *m);
	m->spec = spec;
	buf_init(&m->tmp);
	if (spec->kind != COL_NUM)
		dictmake_init(&m->dict);
	if (spec->kind == COL_LIST) {
		dictmake_init(&m->lists);
		m->list_end = mem_reserve(NULL, &m->list_cap, 1, sizeof *m->list_end);
		m->list_end[0] = 0;
	}
}

void
colmake_free(struct colmake *m)
{
	if (m->spec->kind != COL_NUM)
		dictmake_free(&m->dict);
	if (m->spec->kind == COL_LIST)
		dictmake_free(&m->lists);
	free(m->list_end);
	free(m->pool);
	free(m->row);
	buf_free(&m->tmp);
}

static void
row_put(struct colmake *m, uint32_t v)
{
	m->row = mem_reserve(m->row, &m->cap, m->rows + 1, sizeof *m->row);
	m->row[m->rows++] = v;
}

/* Whether the last row has the same text: neighbours often do, and this is quicker than to look it up. */
static bool
same_again(const struct colmake *m, const struct dictmake *d, const char *s)
{
	uint32_t last = m->rows > 0 ? m->row[m->rows - 1] : 0;

	return last != 0 && strcmp(dictmake_text(d, last), s) == 0;
}

void
colmake_text(struct colmake *m, const char *s)
{
	if (same_again(m, &m->dict, s))
		row_put(m, m->row[m->rows - 1]);
	else
		row_put(m, dictmake_put(&m->dict, s, strlen(s)));
}

void
colmake_num(struct colmake *m, int32_t v)
{
	row_put(m, (uint32_t)v);
}

static void
list_item(void *ctx, const char *text, size_t len)
{
	struct colmake *m = ctx;
	uint32_t code = dictmake_put(&m->dict, text, len);

	if (code == 0)
		return;
	m->pool = mem_reserve(m->pool, &m->pool_cap, m->npool + 1, sizeof *m->pool);
	m->pool[m->npool++] = code;
}

bool
colmake_json(struct colmake *m, const char *json)
{
	uint32_t before = m->lists.n,
		 list = same_again(m, &m->lists, json)
	    ? m->row[m->rows - 1]
	    : dictmake_put(&m->lists, json, strlen(json));

	row_put(m, list);
	if (m->lists.n == before)
		return true;
	m->list_end = mem_reserve(m->list_end, &m->list_cap, m->lists.n, sizeof *m->list_end);
	if (!jsonlist_each(dictmake_text(&m->lists, list), &m->tmp, list_item, m))
		return false;
	m->list_end[list] = m->npool;
	return true;
}

void
colmake_copy(struct colmake *m, const struct column *c, uint32_t rows)
{
	const struct dict *d = &c->dict;
	char number[16];
	uint32_t i;

	column_ready(c);
	for (i = 0; c->spec->kind != COL_NUM && i < d->n; i++)
		dictmake_put(&m->dict, dict_text(d, i), d->off[i + 1] - d->off[i] - 1);
	for (i = 1; i < c->lists; i++) { /* any text tells one list from another */
		int len = snprintf(number, sizeof number, "%u", i);

		dictmake_put(&m->lists, number, (size_t)len);
		m->list_end = mem_reserve(m->list_end, &m->list_cap, i + 1, sizeof *m->list_end);
		m->list_end[i] = c->start[i + 1];
	}
	if (c->lists > 0) {
		m->npool = c->start[c->lists];
		m->pool = mem_reserve(m->pool, &m->pool_cap, m->npool + 1, sizeof *m->pool);
		memcpy(m->pool, c->item, m->npool * sizeof *m->pool);
	}
	for (i = 0; i < rows; i++)
		row_put(m, c->spec->kind == COL_NUM ? (uint32_t)c->num[i] : column_code(c, i));
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

static int
code_compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

uint64_t
colmake_lists(struct colmake *m, const uint32_t *renumber)
{
	uint32_t list;
	size_t i, from = 0, out = 0;

	for (list = 1; list < m->lists.n; list++) {
		size_t end = m->list_end[list], begin = out, k;

		for (k = from; k < end; k++)
			m->pool[k] = renumber[m->pool[k]];
		if (end - from > 1)
			qsort(m->pool + from, end - from, sizeof *m->pool, code_compare);
		for (k = from; k < end; k++)
			if (out == begin || m->pool[out - 1] != m->pool[k])
				m->pool[out++] = m->pool[k];
		m->list_end[list] = out;
		from = end;
	}
	for (i = 0; i < m->rows; i++)
		if (m->row[i] != 0 && m->list_end[m->row[i]] == m->list_end[m->row[i] - 1])
			m->row[i] = 0;
	return out;
}

/* The dictionary in its new order. */
struct renumbering {
	uint32_t *order, *renumber; /* new -> old, old -> new */
	size_t *fold_off;           /* by old code */
	struct buf fold;
};

static void
renumbering_init(struct renumbering *r, const struct dictmake *d)
{
	uint32_t i;

	r->order = mem_zero(d->n, sizeof *r->order);
	r->renumber = mem_zero(d->n, sizeof *r->renumber);
	r->fold_off = mem_zero((size_t)d->n + 1, sizeof *r->fold_off);
	buf_init(&r->fold);
	dictmake_order(d, r->order, &r->fold, r->fold_off);
	for (i = 0; i < d->n; i++)
		r->renumber[r->order[i]] = i;
}

static void
renumbering_free(struct renumbering *r)
{
	buf_free(&r->fold);
	free(r->fold_off);
	free(r->renumber);
	free(r->order);
}

static void
fill_dict(struct column *c, const struct dictmake *d, const struct renumbering *r)
{
	uint32_t *off = column_part(c, PART_DICT_OFF), *foff = column_part(c, PART_FOLD_OFF), i;
	char *text = column_part(c, PART_DICT_TEXT), *fold = column_part(c, PART_FOLD_TEXT);

	off[0] = foff[0] = 0;
	for (i = 0; i < d->n; i++) {
		uint32_t k = r->order[i];
		size_t len = d->off[k + 1] - d->off[k], flen = r->fold_off[k + 1] - r->fold_off[k];

		memcpy(text + off[i], d->text.data + d->off[k], len);
		memcpy(fold + foff[i], r->fold.data + r->fold_off[k], flen);
		off[i + 1] = off[i] + (uint32_t)len;
		foff[i + 1] = foff[i] + (uint32_t)flen;
	}
}

/* NULL: the rows have the numbers already. */
static void
fill_codes(struct column *c, const struct colmake *m, const uint32_t *renumber)
{
	size_t i;

	for (i = 0; i < m->rows; i++)
		code_put(c, i, renumber ? renumber[m->row[i]] : m->row[i]);
}

static void
fill_lists(struct column *c, const struct colmake *m)
{
	uint32_t *start = column_part(c, PART_START), *item = column_part(c, PART_ITEM), list;

	start[0] = 0;
	for (list = 0; list < m->lists.n; list++)
		start[list + 1] = (uint32_t)m->list_end[list];
	if (start[m->lists.n] > 0)
		memcpy(item, m->pool, start[m->lists.n] * sizeof *item);
}

static bool
finish_texts(struct colmake *m, struct column *c, struct err *e)
{
	bool list = m->spec->kind == COL_LIST, fits;
	struct part_sizes size = {{0}};
	struct renumbering r;
	uint64_t items;

	renumbering_init(&r, &m->dict);
	items = list ? colmake_lists(m, r.renumber) : 0;
	c->dict.n = m->dict.n;
	c->lists = list ? m->lists.n : 0;
	c->width = code_width(list ? c->lists : c->dict.n);
	size.bytes[PART_DICT_OFF] = size.bytes[PART_FOLD_OFF] =
	    ((uint64_t)m->dict.n + 1) * sizeof(uint32_t);
	size.bytes[PART_DICT_TEXT] = m->dict.text.len;
	size.bytes[PART_FOLD_TEXT] = r.fold.len;
	size.bytes[PART_START] = list ? ((uint64_t)c->lists + 1) * sizeof(uint32_t) : 0;
	size.bytes[PART_ITEM] = items * sizeof(uint32_t);
	size.bytes[PART_CODES] = (uint64_t)m->rows * c->width;
	fits = m->dict.text.len <= UINT32_MAX && r.fold.len <= UINT32_MAX && items <= UINT32_MAX;
	if (fits) {
		column_alloc(c, &size);
		fill_dict(c, &m->dict, &r);
		if (list)
			fill_lists(c, m);
		fill_codes(c, m, list ? NULL : r.renumber);
	}
	renumbering_free(&r);
	return fits || err_set(e, ERR_DATA, "column %s has more text than fits", m->spec->name);
}

static void
finish_nums(struct colmake *m, struct column *c)
{
	struct part_sizes size = {{0}};

	c->width = sizeof *c->num;
	size.bytes[PART_CODES] = (uint64_t)m->rows * c->width;
	column_alloc(c, &size);
	if (m->rows > 0)
		memcpy(column_part(c, PART_CODES), m->row, m->rows * sizeof *m->row);
}

bool
colmake_finish(struct colmake *m, struct column *c, struct err *e)
{
	c->spec = m->spec;
	if (m->spec->kind != COL_NUM)
		return finish_texts(m, c, e);
	finish_nums(m, c);
	return true;
}
