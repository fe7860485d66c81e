/* layout.c - the three layouts. */
#include "career/cmd/layout.h"

#include <string.h>

enum {
	MIN_ROWS = 10,
	MIN_COLS = 40,
	NARROW = 60,       /* less: one pane at a time */
	LOW = 12,          /* rows; less: the same, where one would stand above the other */
	TALL_FACETS = 80,  /* facets stand beside list and detail */
	WIDE = 100,        /* list and detail side by side */
	WIDE_FACETS = 130, /* the same beside facets */
	VERY_WIDE = 150,
	FACETS = 22,
	FACETS_WIDE = 28,
	LARGE_WIDE = 120, /* a large layout has room for two panes side by side */
	LARGE_HIGH = 40,  /* ... or one above the other */
};

static void
one_pane(struct layout *l, const struct layout_want *w, struct area body)
{
	switch (w->focus) {
	case FOCUS_FACETS:
		l->facets = body;
		break;
	case FOCUS_DETAIL:
		l->detail = body;
		break;
	case FOCUS_LIST:
	case FOCUS_CHIPS:
		l->list = body;
		break;
	}
}

/* Cuts a column with a rule off the left of `a`. */
static struct area
take_left(struct area *a, int width)
{
	struct area left = {a->y, a->x, a->h, width};

	a->x += width + 1;
	a->w -= width + 1;
	return left;
}

static void
take_facets(struct layout *l, const struct layout_want *w, struct area *a)
{
	l->facets = take_left(a, w->cols >= VERY_WIDE ? FACETS_WIDE : FACETS);
	l->facet_rule = true;
}

static void
side_by_side(struct layout *l, const struct layout_want *w, struct area body)
{
	if (w->facets)
		take_facets(l, w, &body);
	l->list = take_left(&body, body.w - body.w * (w->facets ? 40 : 50) / 100 - 1);
	l->list.w--; /* a gap in front of the rule */
	l->detail = body;
	l->detail_rule = true;
}

static void
stacked(struct layout *l, const struct layout_want *w, struct area body)
{
	bool tall = w->facets && w->cols >= TALL_FACETS;
	struct area top;

	if (tall)
		take_facets(l, w, &body);
	if (w->picture) {
		if (!tall || w->focus != FOCUS_FACETS)
			one_pane(l, w, body);
		else
			l->list = body;
		return;
	}
	top = body;
	top.h = body.h * 45 / 100;
	if (top.h < 4)
		top.h = 4;
	l->stack_rule = !w->tabs;
	l->detail = body;
	l->detail.y += top.h + (l->stack_rule ? 1 : 0);
	l->detail.h -= top.h + (l->stack_rule ? 1 : 0);
	if (w->facets && !tall)
		take_facets(l, w, &top);
	l->list = top;
}

static void
large(struct layout *l, const struct layout_want *w, struct area body)
{
	struct layout_want plain = *w;

	plain.facets = false;
	if (w->zoom
	    || (w->cols < LARGE_WIDE && (w->rows < LARGE_HIGH || w->focus == FOCUS_FACETS))) {
		one_pane(l, w, body);
	} else if (w->cols < LARGE_WIDE) {
		stacked(l, &plain, body);
	} else if (w->focus == FOCUS_FACETS) {
		take_facets(l, w, &body);
		l->list = body;
	} else {
		side_by_side(l, &plain, body);
	}
}

void
layout_make(struct layout *l, const struct layout_want *w)
{
	int below = 1 + (w->status ? 1 : 0) + w->say, above = w->page ? 1 : 2;
	struct area body = {above, 0, w->rows - above - below, w->cols};

	memset(l, 0, sizeof *l);
	l->large = w->large && w->rows >= LARGE_ROWS && w->cols >= LARGE_COLS;
	l->row_h = l->large ? 2 : 1;
	if (w->rows < MIN_ROWS || w->cols < MIN_COLS) {
		l->small = true;
		l->title = (struct area){0, 0, w->rows > 0 ? 1 : 0, w->cols};
		return;
	}
	l->title = (struct area){0, 0, 1, w->cols};
	l->chips = (struct area){1, 0, w->page ? 0 : 1, w->cols};
	if (w->say > 0)
		l->say = (struct area){w->rows - 1 - w->say, 0, w->say, w->cols};
	if (w->status)
		l->status = (struct area){w->rows - 2 - w->say, 0, 1, w->cols};
	l->bottom = (struct area){w->rows - 1, 0, 1, w->cols};
	if (w->page)
		l->detail = body;
	else if (l->large)
		large(l, w, body);
	else if (w->zoom || w->cols < NARROW)
		one_pane(l, w, body);
	else if (w->cols >= (w->facets ? WIDE_FACETS : WIDE))
		side_by_side(l, w, body);
	else if (w->rows - w->say < LOW)
		one_pane(l, w, body);
	else
		stacked(l, w, body);
}
