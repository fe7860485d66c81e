/*
 * colplace.c - where the columns of a list stand in so many cells.
 *
 * Where all have room, what is left goes to those that have a share and no width of their own. Else the frozen ones
 * stand first, then a gap with a mark, then as many whole columns as there is room for, then another mark.
 */
#include "career/cmd/colview.h"

#include <string.h>

enum {
	SPARSE_LEAST = 40, /* what a large layout takes a list for at least, if it is that wide */
	SHARE_LEAST =
	    10,   /* of a column that takes its share of what is left: with less, columns scroll */
	MARK = 2, /* a gap's second cell, and what stands in it */
	REST = 8, /* cells that frozen columns leave to the others */
};

/* A column that is shown in this width. */
struct lane {
	size_t column;
	int w, share;
	bool frozen;
};

struct lanes {
	struct lane at[COLVIEW_MAX];
	size_t n;
	int need; /* cells of all of them, with a gap behind each */
};

static int
base_width(const struct colview *v, const struct colview_item *it)
{
	const struct column_def *c = colview_def(v, it->column);

	return it->width > 0 ? it->width : c->width > 0 ? c->width : SHARE_LEAST;
}

/* Columns that want room come as the pane's own arrangement says, whatever else is shown: others scroll then. There is
 * never no column at all. */
static void
choose(const struct colview *v, int width, bool *shown)
{
	int least = width < SPARSE_LEAST ? width : SPARSE_LEAST;
	int room = !v->sparse ? width : width * 60 / 100 > least ? width * 60 / 100 : least;
	size_t n = 0;

	for (size_t i = 0; i < v->ncolumns; i++) {
		const struct colview_item *it = &v->item[i];

		shown[i] = it->state == COLUMN_SHOWN
		    || (it->state == COLUMN_ROOM && colview_def(v, it->column)->from <= room);
		n += shown[i];
	}
	for (size_t i = 0; n == 0 && i < v->ncolumns; i++)
		n = shown[i] = v->item[i].state == COLUMN_ROOM;
}

static void
lanes_make(const struct colview *v, int width, struct lanes *l)
{
	bool shown[COLVIEW_MAX];
	size_t rank = 0;

	l->n = 0;
	l->need = 0;
	choose(v, width, shown);
	for (size_t i = 0; i < v->ncolumns; i++) {
		const struct colview_item *it = &v->item[i];
		const struct column_def *c = colview_def(v, it->column);

		if (shown[i]) {
			l->at[l->n++] = (struct lane){it->column, base_width(v, it),
			    it->width > 0 ? 0 : c->share, rank < v->frozen};
			l->need += base_width(v, it) + 1;
		}
		rank += it->state != COLUMN_HIDDEN;
	}
	if (l->n > 0)
		l->at[0].frozen = true; /* whatever is out of room in front of it */
}

/* Cells that are left to columns with a share, without their gaps; < 0 when the others have no room. */
static int
left_to_share(const struct lanes *l, int width, int *shares)
{
	int left = width - COLVIEW_LEAD + 1;

	*shares = 0;
	for (size_t i = 0; i < l->n; i++) {
		left -= (l->at[i].share > 0 ? 0 : l->at[i].w) + 1;
		*shares += l->at[i].share;
	}
	return left;
}

/* The pane's own arrangement shows a name in as little as there is; one that was changed scrolls before that. */
static bool
fits(const struct colview *v, const struct lanes *l, int width, int left, int shares)
{
	return colview_is_default(v) ? left > shares || (shares == 0 && left >= 0)
				     : l->need <= width - COLVIEW_LEAD + 1;
}

/* A share of `left` cells, at least `least`, which `columns` that share can have. */
static int
share_of(int left, int share, int shares, int columns, int least)
{
	int w = left * share / shares, rest = left - (columns - 1) * least;

	return w < least ? least : w > rest ? rest : w;
}

static bool
share_out(const struct colview *v, struct lanes *l, int width)
{
	int least = colview_is_default(v) ? 1 : SHARE_LEAST;
	int shares, columns = 0, left = left_to_share(l, width, &shares);

	if (!fits(v, l, width, left, shares))
		return false;
	for (size_t i = 0; i < l->n; i++)
		columns += l->at[i].share > 0;
	for (size_t i = 0; i < l->n; i++) {
		int share = l->at[i].share;

		if (share == 0)
			continue;
		l->at[i].w = share_of(left, share, shares, columns--, least);
		left -= l->at[i].w;
		shares -= share;
	}
	return true;
}

/* Where columns scroll, one with a share takes what its field prefers, up to a quarter of the list. */
static void
fix_shares(const struct colview *v, struct lanes *l, int width)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct column_def *c = colview_def(v, l->at[i].column);
		int wish = v->list->fields[field_find(v->list, c->field)].width;

		if (l->at[i].share == 0)
			continue;
		wish = wish > width / 4 ? width / 4 : wish;
		l->at[i].w = wish > SHARE_LEAST ? wish : SHARE_LEAST;
	}
}

/* How many of the frozen columns leave room to the others: at least the first, narrower where it must be. */
static size_t
freeze(struct lanes *l, int width)
{
	int room = width - COLVIEW_LEAD - 2 * MARK - REST, used = 0;
	size_t n = 0;

	while (n < l->n && l->at[n].frozen && used + l->at[n].w <= room) {
		used += l->at[n].w + 1;
		n++;
	}
	if (n == 0) {
		l->at[0].w = room > COLVIEW_NARROWEST ? room : COLVIEW_NARROWEST;
		n = 1;
	}
	return n;
}

/* What is put beside one another, from left to right. */
struct pen {
	const struct colview *v;
	struct column_places *out;
	int x;
};

static void
put(struct pen *pen, const struct lane *l)
{
	pen->out->at[pen->out->n++] =
	    (struct column_place){colview_def(pen->v, l->column), l->column, pen->x, l->w};
	pen->x += l->w + 1;
}

/* Lanes from `first` on, while they fit; the first of them always, narrower where it must be. Returns the
 * one behind the last. */
static size_t
put_scrolled(struct pen *pen, struct lanes *l, size_t first, int end)
{
	size_t i = first;

	for (; i < l->n && (i == first || pen->x + l->at[i].w <= end); i++) {
		if (pen->x + l->at[i].w > end)
			l->at[i].w = end - pen->x;
		if (l->at[i].w <= 0)
			return i;
		put(pen, &l->at[i]);
	}
	return i;
}

static void
scroll(const struct colview *v, struct lanes *l, int width, struct column_places *out)
{
	struct pen pen = {v, out, COLVIEW_LEAD};
	size_t first;

	fix_shares(v, l, width);
	out->scrolls = true;
	out->frozen = freeze(l, width);
	for (size_t i = 0; i < out->frozen; i++)
		put(&pen, &l->at[i]);
	first = v->first > out->frozen ? v->first : out->frozen;
	if (first >= l->n)
		first = l->n > out->frozen ? l->n - 1 : out->frozen;
	out->left = first > out->frozen;
	out->left_x = pen.x++;
	out->right = put_scrolled(&pen, l, first, width - MARK) < l->n;
	out->right_x = width - 1;
}

void
colview_places(const struct colview *v, int width, struct column_places *out)
{
	struct pen pen;
	struct lanes l;

	*out = (struct column_places){.left_x = -1, .right_x = -1};
	pen = (struct pen){v, out, COLVIEW_LEAD};
	lanes_make(v, width, &l);
	if (l.n == 0)
		return;
	if (!share_out(v, &l, width)) {
		scroll(v, &l, width, out);
		return;
	}
	for (size_t i = 0; i < l.n; i++) {
		out->frozen += l.at[i].frozen;
		put(&pen, &l.at[i]);
	}
}

const struct column_place *
places_find(const struct column_places *places, size_t column)
{
	for (size_t i = 0; i < places->n; i++)
		if (places->at[i].column == column)
			return &places->at[i];
	return NULL;
}

static size_t
lane_of(const struct lanes *l, size_t column)
{
	size_t i = 0;

	while (i < l->n && l->at[i].column != column)
		i++;
	return i;
}

bool
colview_shows(const struct colview *v, size_t column, int width)
{
	struct lanes l;

	lanes_make(v, width, &l);
	return lane_of(&l, column) < l.n;
}

/* Nothing is out of sight on the left for which there is room on the right. */
static void
close_up(struct colview *v, int width)
{
	struct column_places p;

	colview_places(v, width, &p);
	while (p.left && !p.right) {
		v->first--;
		colview_places(v, width, &p);
		if (p.right)
			v->first++;
	}
}

void
colview_follow(struct colview *v, size_t column, int width)
{
	struct column_places p;
	struct lanes l;
	size_t at;

	colview_places(v, width, &p);
	if (!p.scrolls) {
		v->first = 0;
		return;
	}
	lanes_make(v, width, &l);
	at = lane_of(&l, column);
	if (v->first >= l.n)
		v->first = l.n - 1;
	if (at >= p.frozen && at < v->first)
		v->first = at;
	close_up(v, width);
	colview_places(v, width, &p);
	while (at < l.n && places_find(&p, column) == NULL && v->first + 1 < l.n) {
		v->first = (v->first > p.frozen ? v->first : p.frozen) + 1;
		colview_places(v, width, &p);
	}
}

size_t
colview_step(const struct colview *v, size_t column, int by, int width)
{
	struct lanes l;
	size_t at, rank = 0;

	lanes_make(v, width, &l);
	at = lane_of(&l, column);
	if (l.n == 0)
		return column;
	if (at < l.n) {
		if (by < 0 ? at > 0 : by > 0 && at + 1 < l.n)
			at += by < 0 ? (size_t)-1 : 1;
		return l.at[at].column;
	}
	/* Not shown: the one that stands where it would. */
	for (size_t i = 0; i < v->ncolumns && v->item[i].column != column; i++)
		rank += lane_of(&l, v->item[i].column) < l.n;
	return l.at[rank < l.n ? rank : l.n - 1].column;
}
