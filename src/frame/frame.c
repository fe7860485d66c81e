#include "career/frame/frame.h"

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
	if (c->spec->kind == COL_LIST)
		return c->start[row] < c->start[row + 1] ? code_at(c, c->start[row]) : 0;
	return code_at(c, row);
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

const char *
frame_text(const struct frame *f, int col, uint32_t row)
{
	const struct column *c = &f->cols[col];

	return dict_text(&c->dict, code_at(c, row));
}

int32_t
frame_num(const struct frame *f, int col, uint32_t row)
{
	return f->cols[col].num[row];
}

uint32_t
frame_list_len(const struct frame *f, int col, uint32_t row)
{
	const uint32_t *start = f->cols[col].start;

	return start[row + 1] - start[row];
}

uint32_t
frame_list_code(const struct frame *f, int col, uint32_t row, uint32_t i)
{
	const struct column *c = &f->cols[col];

	return code_at(c, (size_t)c->start[row] + i);
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
