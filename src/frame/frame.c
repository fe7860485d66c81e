#include "career/frame/frame.h"

#include "career/frame/linked.h"
#include "career/base/text.h"
#include "career/frame/parts.h"
#include "career/frame/patch.h"

#include <stdlib.h>
#include <string.h>

const char *
missing_words(enum missing m)
{
	static const char *const words[MISSING_KINDS] = {
	    [MISSING_NOT_STATED] = "not stated",
	    [MISSING_SUPPRESSED] = "suppressed for privacy",
	    [MISSING_NOT_REPORTED] = "not reported",
	    [MISSING_NOT_APPLICABLE] = "not applicable",
	    [MISSING_OTHER_UNIT] = "stated in another unit",
	};

	return (unsigned)m < MISSING_KINDS ? words[m] : words[MISSING_NOT_STATED];
}

void
frame_free(struct frame *f)
{
	size_t i;

	frame_restore(f);
	if (f->cols) {
		for (i = 0; i < f->spec->ncols; i++)
			free(f->cols[i].mem);
		free(f->cols);
	}
	free(f->mem);
	free(f->late);
	linked_del(f->linked);
	memset(f, 0, sizeof *f);
}

int
frame_col(const struct frame_spec *spec, const char *name)
{
	size_t i;

	for (i = 0; i < spec->ncols; i++)
		if (strcmp(spec->cols[i].name, name) == 0)
			return (int)i;
	return -1;
}

static uint32_t
code_at(const struct column *c, size_t i)
{
	column_ready(c);
	switch (c->width) {
	case 1:
		return ((const uint8_t *)c->codes)[i];
	case 2:
		return ((const uint16_t *)c->codes)[i];
	default:
		return ((const uint32_t *)c->codes)[i];
	}
}

uint32_t
column_code(const struct column *c, uint32_t row)
{
	return code_at(c, row);
}

uint32_t
column_first(const struct column *c, uint32_t row)
{
	uint32_t code = code_at(c, row);

	return c->spec->kind == COL_LIST ? list_first(c, code) : code;
}

const char *
dict_text(const struct dict *d, uint32_t code)
{
	return d->text + d->off[code];
}

const char *
dict_fold(const struct dict *d, uint32_t code)
{
	return d->fold + d->fold_off[code];
}

uint32_t
frame_code(const struct frame *f, int col, const char *text)
{
	const struct dict *d = &f->cols[col].dict;
	uint32_t lo = 1, hi = d->n;
	struct buf fold = BUF_INIT;

	text_fold(&fold, text, strlen(text));
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;
		int order = strcmp(dict_fold(d, mid), fold.data);

		if (order < 0 || (order == 0 && strcmp(dict_text(d, mid), text) < 0))
			lo = mid + 1;
		else
			hi = mid;
	}
	buf_free(&fold);
	return lo < d->n && strcmp(dict_text(d, lo), text) == 0 ? lo : 0;
}

const char *
frame_text(const struct frame *f, int col, uint32_t row)
{
	const struct column *c = &f->cols[col];

	return dict_text(&c->dict, code_at(c, row));
}

int32_t
frame_num(const struct frame *f, int col, uint32_t row)
{
	return column_ready(&f->cols[col])->num[row];
}

uint32_t
frame_list_len(const struct frame *f, int col, uint32_t row)
{
	const struct column *c = &f->cols[col];
	uint32_t list = code_at(c, row);

	return c->start[list + 1] - c->start[list];
}

uint32_t
frame_list_code(const struct frame *f, int col, uint32_t row, uint32_t i)
{
	const struct column *c = &f->cols[col];

	return c->item[c->start[code_at(c, row)] + i];
}

uint32_t
frame_find(const struct frame *f, int32_t id)
{
	uint32_t i;

	for (i = 0; i < f->rows; i++)
		if (f->id[i] == id)
			return i;
	return UINT32_MAX;
}
