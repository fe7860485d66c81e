/*
 * colview.c - the columns of a list as the person arranged them: what there is, and changes.
 */
#include "career/cmd/colview.h"

#include "columns.h"

#include <string.h>

/* A field that rows have; steps of a number for the facet column are none. */
static bool
is_column(const struct colview *v, const struct field *f)
{
	if ((f->flags & FIELD_BUCKET) != 0 && (f->flags & FIELD_HIDDEN) == 0)
		return false;
	for (size_t i = 0; i < v->nown; i++)
		if (strcmp(v->own[i].field, f->name) == 0)
			return false;
	return true;
}

void
colview_init(struct colview *v, const struct list *l, const struct column_def *own, size_t n)
{
	memset(v, 0, sizeof *v);
	v->list = l;
	v->own = own;
	v->nown = v->ncolumns = n;
	for (size_t i = 0; l != NULL && i < l->nfields && v->ncolumns < COLVIEW_MAX; i++)
		if (is_column(v, &l->fields[i]))
			column_of_field(l, i, &v->added[v->ncolumns++ - n]);
	colview_reset(v);
}

static struct colview_item
own_item(const struct colview *v, size_t column)
{
	const struct column_def *c = colview_def(v, column);

	return (struct colview_item){column,
	    column >= v->nown ? COLUMN_HIDDEN
		: c->from > 0 ? COLUMN_ROOM
			      : COLUMN_SHOWN,
	    0};
}

void
colview_reset(struct colview *v)
{
	for (size_t i = 0; i < v->ncolumns; i++)
		v->item[i] = own_item(v, i);
	v->frozen = 1;
	v->first = 0;
}

bool
colview_is_default(const struct colview *v)
{
	for (size_t i = 0; i < v->ncolumns; i++) {
		struct colview_item own = own_item(v, i);

		if (v->item[i].column != i || v->item[i].state != own.state
		    || v->item[i].width != 0)
			return false;
	}
	return v->frozen == 1;
}

const struct column_def *
colview_def(const struct colview *v, size_t column)
{
	return column < v->nown ? &v->own[column] : &v->added[column - v->nown];
}

int
colview_find(const struct colview *v, const char *name)
{
	int field = v->list != NULL ? field_find(v->list, name) : -1;

	for (size_t i = 0; field >= 0 && i < v->ncolumns; i++)
		if (strcmp(colview_def(v, i)->field, v->list->fields[field].name) == 0)
			return (int)i;
	return -1;
}

struct colview_item *
colview_item(struct colview *v, size_t column)
{
	size_t i = 0;

	while (i + 1 < v->ncolumns && v->item[i].column != column)
		i++;
	return &v->item[i];
}

size_t
colview_end(const struct colview *v)
{
	size_t end = v->ncolumns;

	while (end > 0 && v->item[end - 1].state == COLUMN_HIDDEN)
		end--;
	return end;
}

/* Behind the last column that is not hidden the others stand as the list has them: the text need not name them. */
void
colview_tidy(struct colview *v)
{
	size_t end = colview_end(v), shown = 0;

	for (size_t i = end + 1; i < v->ncolumns; i++) {
		struct colview_item it = v->item[i];
		size_t at = i;

		for (; at > end && v->item[at - 1].column > it.column; at--)
			v->item[at] = v->item[at - 1];
		v->item[at] = it;
	}
	for (size_t i = 0; i < end; i++)
		shown += v->item[i].state != COLUMN_HIDDEN;
	if (v->frozen > shown)
		v->frozen = shown;
	if (v->frozen < 1)
		v->frozen = 1;
}

/* The place of an item among those that are not hidden. */
static size_t
rank_of(const struct colview *v, const struct colview_item *it)
{
	size_t n = 0;

	for (const struct colview_item *i = v->item; i < it; i++)
		n += i->state != COLUMN_HIDDEN;
	return n;
}

static void
move_item(struct colview *v, size_t from, size_t to)
{
	struct colview_item it = v->item[from];

	if (from < to)
		memmove(&v->item[from], &v->item[from + 1], (to - from) * sizeof it);
	else
		memmove(&v->item[to + 1], &v->item[to], (from - to) * sizeof it);
	v->item[to] = it;
}

bool
colview_show(struct colview *v, size_t column, bool shown)
{
	struct colview_item *it = colview_item(v, column);
	size_t at = (size_t)(it - v->item), end = colview_end(v);

	if (!shown && rank_of(v, v->item + v->ncolumns) <= 1 && it->state != COLUMN_HIDDEN)
		return false;
	if (!shown && it->state != COLUMN_HIDDEN && rank_of(v, it) < v->frozen && v->frozen > 1)
		v->frozen--;
	it->state = shown ? COLUMN_SHOWN : COLUMN_HIDDEN;
	if (shown && at > end && column >= v->nown)
		move_item(v, at, end);
	colview_tidy(v);
	return true;
}

void
colview_resize(struct colview *v, size_t column, int cells)
{
	colview_item(v, column)->width = cells < COLVIEW_NARROWEST ? COLVIEW_NARROWEST
	    : cells > COLVIEW_WIDEST                               ? COLVIEW_WIDEST
								   : cells;
}

bool
colview_move(struct colview *v, size_t column, int by, int width)
{
	size_t other = colview_step(v, column, by, width);
	struct colview_item *a = colview_item(v, column), *b = colview_item(v, other);

	if (other == column)
		return false;
	move_item(v, (size_t)(a - v->item), (size_t)(b - v->item));
	colview_tidy(v);
	return true;
}

void
colview_freeze(struct colview *v, size_t column)
{
	size_t n = rank_of(v, colview_item(v, column)) + 1;

	v->frozen = v->frozen == n ? 1 : n;
	v->first = 0;
}
