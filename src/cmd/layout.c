/* layout.c - the three layouts. */
#include "career/cmd/layout.h"

#include <string.h>

enum { MIN_ROWS = 10, MIN_COLS = 40, WIDE = 100, NARROW = 60, FACETS_WIDE = 26, FACETS = 22 };

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
	struct area left = { a->y, a->x, a->h, width };

	a->x += width + 1;
	a->w -= width + 1;
	return left;
}

static void
side_by_side(struct layout *l, const struct layout_want *w, struct area body)
{
	int detail;

	if (w->facets) {
		l->facets = take_left(&body, w->cols >= 120 ? FACETS_WIDE : FACETS);
		l->facet_rule = true;
	}
	detail = w->facets ? body.w * 42 / 100 : body.w * 54 / 100;
	l->list = take_left(&body, body.w - detail - 1);
	l->detail = body;
	l->detail_rule = true;
}

static void
stacked(struct layout *l, const struct layout_want *w, struct area body)
{
	struct area top = body;

	top.h = body.h * 45 / 100;
	if (top.h < 4)
		top.h = 4;
	l->detail = (struct area){ body.y + top.h, body.x, body.h - top.h, body.w };
	if (w->facets) {
		l->facets = take_left(&top, FACETS);
		l->facet_rule = true;
	}
	l->list = top;
}

void
layout_make(struct layout *l, const struct layout_want *w)
{
	struct area body = { 2, 0, w->rows - 3, w->cols };

	memset(l, 0, sizeof *l);
	if (w->rows < MIN_ROWS || w->cols < MIN_COLS) {
		l->small = true;
		l->title = (struct area){ 0, 0, w->rows > 0 ? 1 : 0, w->cols };
		return;
	}
	l->title = (struct area){ 0, 0, 1, w->cols };
	l->chips = (struct area){ 1, 0, 1, w->cols };
	l->bottom = (struct area){ w->rows - 1, 0, 1, w->cols };
	if (w->zoom || w->cols < NARROW)
		one_pane(l, w, body);
	else if (w->cols >= WIDE)
		side_by_side(l, w, body);
	else
		stacked(l, w, body);
}
