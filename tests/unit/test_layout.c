#include "career/cmd/layout.h"
#include "check.h"

#include <string.h>

enum { ROWS = 80, COLS = 200 };

/* How often each cell of the screen is used. */
struct cover {
	unsigned char n[ROWS][COLS];
	int rows, cols;
};

static void
cover_area(struct cover *c, const struct area *a)
{
	if (a->h <= 0 || a->w <= 0)
		return;
	assert_true(a->y >= 0 && a->x >= 0 && a->y + a->h <= c->rows && a->x + a->w <= c->cols);
	for (int y = a->y; y < a->y + a->h; y++)
		for (int x = a->x; x < a->x + a->w; x++)
			c->n[y][x]++;
}

static void
cover_layout(struct cover *c, const struct layout *l)
{
	const struct area *areas[] = {&l->title, &l->chips, &l->facets, &l->list, &l->detail,
	    &l->status, &l->say, &l->bottom};

	for (size_t i = 0; i < COUNT(areas); i++)
		cover_area(c, areas[i]);
	if (l->facet_rule)
		cover_area(
		    c, &(struct area){l->facets.y, l->facets.x + l->facets.w, l->facets.h, 1});
	if (l->detail_rule) /* with the gap in front of it */
		cover_area(c, &(struct area){l->detail.y, l->detail.x - 2, l->detail.h, 2});
	if (l->stack_rule)
		cover_area(c, &(struct area){l->detail.y - 1, l->detail.x, 1, l->detail.w});
}

/* Each cell belongs to one area or rule. */
static void
check_cover(const struct layout *l, const struct layout_want *w)
{
	static struct cover c;

	memset(&c, 0, sizeof c);
	c.rows = w->rows;
	c.cols = w->cols;
	cover_layout(&c, l);
	for (int y = 0; y < w->rows; y++)
		for (int x = 0; x < w->cols; x++)
			if (c.n[y][x] != 1)
				fail_msg("%dx%d focus %d: cell %d,%d is used %d times", w->cols,
				    w->rows, (int)w->focus, y, x, c.n[y][x]);
}

static bool
shown(const struct area *a)
{
	return a->h > 0 && a->w > 0;
}

/* What has the focus can be seen, and is large enough to be of use. */
static void
check_focus(const struct layout *l, const struct layout_want *w)
{
	const struct area *a = w->page ? &l->detail
	    : w->focus == FOCUS_FACETS ? &l->facets
	    : w->focus == FOCUS_DETAIL ? &l->detail
				       : &l->list;

	assert_true(a->h >= 2 && a->w >= 20);
	if (shown(&l->list))
		assert_true(l->list.h >= 4 && l->list.w >= 37);
	if (shown(&l->detail))
		assert_true(l->detail.w >= 37);
}

/* How many of list, page and facets stand beside or above one another. */
static int
panes(const struct layout *l)
{
	return shown(&l->list) + shown(&l->detail) + shown(&l->facets);
}

static int
expected_panes(const struct layout_want *w)
{
	if (w->page || w->zoom)
		return 1;
	if (w->large && w->rows >= 20 && w->cols >= 72)
		return w->cols >= 120 || (w->rows >= 40 && w->focus != FOCUS_FACETS && !w->picture)
		    ? 2
		    : 1;
	if (w->cols < 60 || (w->rows - w->say < 12 && w->cols < (w->facets ? 130 : 100)))
		return 1;
	if (w->picture && w->cols < (w->facets ? 130 : 100))
		return w->facets && w->cols >= 80 ? 2 : 1;
	return w->facets ? 3 : 2;
}

static void
check_one(const struct layout_want *w)
{
	struct layout l;

	layout_make(&l, w);
	assert_int_equal(l.small, w->rows < 10 || w->cols < 40);
	if (l.small) {
		assert_true(l.title.h <= 1 && l.title.w == w->cols);
		assert_false(
		    shown(&l.list) || shown(&l.detail) || shown(&l.facets) || shown(&l.bottom));
		return;
	}
	check_cover(&l, w);
	check_focus(&l, w);
	assert_int_equal(shown(&l.status), w->status);
	assert_int_equal(l.bottom.y, w->rows - 1);
	assert_int_equal(l.say.h, w->say);
	if (w->say > 0)
		assert_int_equal(l.say.y + l.say.h, l.bottom.y);
	assert_int_equal(l.row_h, l.large ? 2 : 1);
	assert_int_equal(panes(&l), expected_panes(w));
}

/* bit 0: facets, 1: tabs, 2: status, 3: zoom, 4: large, 5: a page alone, 6 and 7: rows of narration, as many as are
 * asked for on such a screen, 8: a picture */
static void
check_size(int rows, int cols, unsigned bits)
{
	static const enum focus focus[] = {FOCUS_FACETS, FOCUS_LIST, FOCUS_DETAIL, FOCUS_CHIPS};
	struct layout_want w = {.rows = rows,
	    .cols = cols,
	    .facets = bits & 1,
	    .tabs = bits & 2,
	    .status = bits & 4,
	    .zoom = bits & 8,
	    .large = bits & 16,
	    .page = bits & 32,
	    .picture = (bits & 256) != 0 && (bits & 32) == 0,
	    .say = (int)(bits >> 6 & 3)};

	if (w.say > rows - 9)
		w.say = rows > 10 ? rows - 9 : rows == 10;
	if (w.page)
		w.facets = w.tabs = false;
	for (size_t i = w.facets ? 0 : w.page ? 2 : 1; i < (w.page ? 3 : COUNT(focus)); i++) {
		w.focus = focus[i];
		check_one(&w);
	}
}

static void
test_every_size(void **state)
{
	(void)state;
	for (int rows = 0; rows <= ROWS; rows++)
		for (int cols = 0; cols <= COLS; cols++)
			check_size(rows, cols, (unsigned)(rows * 7 + cols * 3) % 512);
}

static void
test_every_want(void **state)
{
	static const int rows[] = {9, 10, 11, 12, 13, 15, 19, 20, 24, 39, 40, 50, ROWS},
			 cols[] = {39, 40, 59, 60, 71, 72, 79, 80, 99, 100, 119, 120, 129, 130, 132,
			     149, 150, COLS};

	(void)state;
	for (size_t y = 0; y < COUNT(rows); y++)
		for (size_t x = 0; x < COUNT(cols); x++)
			for (unsigned bits = 0; bits < 512; bits++)
				check_size(rows[y], cols[x], bits);
}

/* A list does not become narrower, nor the page shorter, when the screen grows within one kind of layout. */
static void
test_grows(void **state)
{
	struct layout a, b;
	struct layout_want w = {.rows = 24, .tabs = true, .focus = FOCUS_LIST};

	(void)state;
	for (w.cols = 100; w.cols < COLS; w.cols++) {
		layout_make(&a, &w);
		w.cols++;
		layout_make(&b, &w);
		w.cols--;
		assert_true(b.list.w >= a.list.w && b.detail.w >= a.detail.w);
	}
	w.cols = 80;
	for (w.rows = 12; w.rows < ROWS; w.rows++) {
		layout_make(&a, &w);
		w.rows++;
		layout_make(&b, &w);
		w.rows--;
		assert_true(b.list.h >= a.list.h && b.detail.h >= a.detail.h);
	}
}

/* The line about the result takes its row from below: nothing above it moves. */
static void
test_status_moves_nothing(void **state)
{
	struct layout a, b;
	struct layout_want w = {.rows = 24, .cols = 80, .facets = true, .focus = FOCUS_LIST};

	(void)state;
	layout_make(&a, &w);
	w.status = true;
	layout_make(&b, &w);
	assert_int_equal(a.list.y, b.list.y);
	assert_int_equal(a.list.w, b.list.w);
	assert_int_equal(a.facets.y, b.facets.y);
	assert_int_equal(b.status.y, 22);
	assert_true(a.list.h - b.list.h <= 1 && a.detail.h - b.detail.h <= 1);
}

/* Narration takes its rows from below as well, and a screen without room is laid out as if it were not large. */
static void
test_say_and_large(void **state)
{
	struct layout a, b;
	struct layout_want w = {.rows = 12, .cols = 40, .tabs = true, .focus = FOCUS_LIST};

	(void)state;
	layout_make(&a, &w);
	w.say = 2;
	layout_make(&b, &w);
	assert_int_equal(b.say.y, 9);
	assert_int_equal(a.list.y, b.list.y);
	assert_int_equal(a.list.h - b.list.h, 2);
	w.large = true;
	layout_make(&a, &w);
	assert_false(a.large);
	a.large = b.large;
	assert_memory_equal(&a, &b, sizeof a);
	w = (struct layout_want){
	    .rows = 24, .cols = 80, .facets = true, .large = true, .focus = FOCUS_LIST};
	layout_make(&a, &w);
	assert_true(a.large && a.list.w == 80 && a.facets.h <= 0);
	w.cols = 132;
	w.rows = 50;
	layout_make(&a, &w);
	assert_true(a.list.w > 60 && a.detail.w > 60 && a.facets.h <= 0);
	w.focus = FOCUS_FACETS;
	layout_make(&a, &w);
	assert_true(a.facets.w >= 22 && a.list.w > 60 && a.detail.h <= 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_size),
	    cmocka_unit_test(test_every_want),
	    cmocka_unit_test(test_grows),
	    cmocka_unit_test(test_status_moves_nothing),
	    cmocka_unit_test(test_say_and_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
