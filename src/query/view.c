#include "career/query/view.h"

#include "career/base/text.h"
#include "career/frame/linked.h"
#include "career/query/bind.h"

#include <stdlib.h>
#include <string.h>

void
view_init(struct view *v, const struct list *l, const struct frame *f)
{
	memset(v, 0, sizeof *v);
	v->list = l;
	v->frame = f;
	scan_init(&v->scan);
	scan_result_init(&v->result);
	orders_init(&v->orders);
	v->nfacets = list_facets(l, v->facets, SCAN_MAX_FACETS);
	v->scan.nfacets = v->nfacets;
	for (size_t i = 0; i < v->nfacets; i++)
		v->scan.facets[i] = field_col(l, v->facets[i]);
	query_parse(&v->query, l, "", false);
}

void
view_free(struct view *v)
{
	query_free(&v->query);
	v->scan.ntests = SCAN_MAX_TESTS;
	scan_free(&v->scan);
	scan_result_free(&v->result);
	orders_free(&v->orders);
	free(v->rows);
	free(v->rank);
	memset(v, 0, sizeof *v);
}

static const uint32_t *
view_order(struct view *v)
{
	struct sort_key keys[SORT_MAX_KEYS];
	size_t n = 0;

	for (; n < v->query.nsort && n < SORT_MAX_KEYS; n++) {
		keys[n].col = field_col(v->list, v->query.sort[n].field);
		keys[n].descending = v->query.sort[n].descending;
	}
	return orders_get(&v->orders, v->frame, keys, n);
}

static void
view_walk(struct view *v)
{
	int title = v->query.nsort ? -1 : rank_column(&v->query, &v->scan);
	const uint32_t *order = view_order(v);

	v->nrows = v->result.matched;
	v->rows = mem_reserve(v->rows, &v->cap, (size_t)v->nrows + 1, sizeof *v->rows);
	if (title < 0) {
		scan_walk(&v->result, order, v->rows);
		return;
	}
	v->rank = mem_reserve(v->rank, &v->rank_cap, v->frame->cols[title].dict.n, 1);
	rank_titles(&v->query, v->frame, &v->scan, &v->result, v->rank);
	scan_walk_ranked(&v->result, v->frame, title, v->rank, order, v->rows);
}

void
view_set(struct view *v, const char *text, bool typing)
{
	struct query old = v->query;

	/* `text` may be a part of the old query. */
	query_parse(&v->query, v->list, text, typing);
	query_free(&old);
	bind_query(&v->query, v->frame, &v->scan);
	v->scan.with_unknown = v->with_unknown;
	scan_run(&v->scan, v->frame, &v->result);
	view_walk(v);
}

uint32_t
view_find(const struct view *v, uint32_t row)
{
	if (!bitset_has(&v->result.pass, row))
		return UINT32_MAX;
	for (uint32_t i = 0; i < v->nrows; i++)
		if (v->rows[i] == row)
			return i;
	return UINT32_MAX;
}

bool
view_row_marked(const struct view *v, uint32_t row)
{
	return v->scan.with_unknown && bitset_has(&v->result.unknown_rows, row);
}

/* Where a value stands in the facet: chosen ones in front, absent at the end, many rows first. */
static bool
stands_before(const struct facet_value *a, const struct facet_value *b, bool bucket)
{
	int x = bucket ? 0 : a->selected * 2 + a->excluded,
	    y = bucket ? 0 : b->selected * 2 + b->excluded;

	if ((a->code == 0) != (b->code == 0) && x == y)
		return b->code == 0;
	if (x != y)
		return x > y;
	if (!bucket && a->count != b->count)
		return a->count > b->count;
	return a->code < b->code;
}

size_t
view_facet(const struct view *v, size_t facet, struct facet_value *out, size_t cap)
{
	const struct dict *d = &v->frame->cols[v->scan.facets[facet]].dict;
	bool bucket = v->list->fields[v->facets[facet]].flags & FIELD_BUCKET;
	size_t n = 0;

	for (uint32_t code = 0; code < d->n; code++) {
		struct facet_value value = {code, v->result.counts[facet][code],
		    bind_selects(&v->scan, facet, code, false),
		    bind_selects(&v->scan, facet, code, true)};
		size_t at = n;

		if (!value.count && !value.selected && !value.excluded)
			continue;
		while (at > 0 && stands_before(&value, &out[at - 1], bucket))
			at--;
		if (at == cap)
			continue;
		n += n < cap;
		memmove(&out[at + 1], &out[at], (n - 1 - at) * sizeof *out);
		out[at] = value;
	}
	return n;
}

static void
cell_number(int32_t n, enum field_unit unit, struct buf *out)
{
	int32_t tenths = n % 10;

	if (unit != UNIT_PERCENT10) {
		buf_addf(out, "%ld", (long)n);
		return;
	}
	buf_addf(out, "%s%ld", n < 0 ? "-" : "", labs((long)n / 10));
	if (tenths)
		buf_addf(out, ".%d", abs(tenths));
}

static void
cell_list(const struct frame *f, int col, uint32_t row, struct buf *out)
{
	uint32_t n = frame_list_len(f, col, row);

	for (uint32_t i = 0; i < n; i++) {
		buf_adds(out, i ? "; " : "");
		buf_adds(out, dict_text(&f->cols[col].dict, frame_list_code(f, col, row, i)));
	}
}

/* What the row has through the value of another column. */
static void
cell_linked(const struct view *v, uint32_t row, struct buf *out)
{
	struct err e;
	const struct frame *linked = frame_linked(v->frame, &e);

	if (linked)
		cell_list(linked, 0, frame_linked_row(v->frame, row), out);
}

void
view_cell(const struct view *v, int field, uint32_t row, struct buf *out)
{
	int col = field_col(v->list, field);
	int32_t n;

	if (v->list->fields[field].via) {
		cell_linked(v, row, out);
		return;
	}
	if (col < 0) {
		view_key(v, row, out);
		return;
	}
	switch (v->list->fields[field].kind) {
	case COL_CODE:
		buf_adds(out, frame_text(v->frame, col, row));
		break;
	case COL_LIST:
		cell_list(v->frame, col, row, out);
		break;
	case COL_NUM:
		n = frame_num(v->frame, col, row);
		if (!frame_is_missing(n))
			cell_number(n, v->list->fields[field].unit, out);
		break;
	}
}

/* The parts of a key as their slugs, '/' between. */
static void
made_key(const struct view *v, uint32_t row, struct buf *out)
{
	static const char *const parts[] = {"school", "program", "award"};
	bool first = true;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		int field = field_find(v->list, parts[i]),
		    col = field < 0 ? -1 : field_col(v->list, field);

		if (col < 0 || !frame_text(v->frame, col, row)[0])
			continue;
		buf_adds(out, first ? "" : "/");
		text_slug(out, frame_text(v->frame, col, row));
		first = false;
	}
}

void
view_key(const struct view *v, uint32_t row, struct buf *out)
{
	size_t field = 0;
	int col;

	while (field < v->list->nfields && !(v->list->fields[field].flags & FIELD_KEY))
		field++;
	col = field < v->list->nfields ? field_col(v->list, (int)field) : -1;
	if (col >= 0)
		buf_adds(out, frame_text(v->frame, col, row));
	else if (v->key)
		v->key(v->key_ctx, v->frame->id[row], out);
	else
		made_key(v, row, out);
}
