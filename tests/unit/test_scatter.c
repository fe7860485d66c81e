#include "career/page/scatter.h"

#include "viewtest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "career/base/text.h"

enum { MANY = 400, TEXT = 240 };

static uint32_t seed;

static uint32_t
next_random(uint32_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

/* `n` made-up programs: every seventh states no earnings, every eleventh no cost, some are in pounds. */
static void
make_many(struct viewtest *x, size_t n)
{
	const char **rows = mem_zero(n, sizeof *rows);
	char *text = mem_zero(n, TEXT);

	for (size_t i = 0; i < n; i++) {
		char *row = text + i * TEXT, cost[32], earnings[32];

		snprintf(cost, sizeof cost, "%u", 1000 + next_random(60000));
		snprintf(earnings, sizeof earnings, "%u",
		    next_random(50) == 0 ? 400000 + next_random(9) : 15000 + next_random(80000));
		snprintf(row, TEXT,
		    "school=School %03zu|program=Program %03zu|award=%s|cost=%s|currency=%s|earnings=%s|"
		    "earnings_horizon=1 year after|cost_basis=total|audience=all",
		    i, i, i % 2 == 0 ? "master" : "bachelor", i % 11 == 0 ? "m0" : cost,
		    i % 13 == 0 ? "GBP" : "USD", i % 7 == 0 ? "m1" : earnings);
		rows[i] = row;
	}
	viewtest_make(x, &list_programs, rows, n);
	view_set(&x->view, "", false);
	free(text);
	free(rows);
}

static struct scatter_axes
axes_of(const char *words)
{
	struct scatter_axes axes;
	struct err e;

	assert_true(scatter_parse(&list_programs, words, &axes, &e));
	return axes;
}

static int32_t
number_of(const struct viewtest *x, const char *field, uint32_t row)
{
	return frame_num(
	    &x->lf.frame, field_col(&list_programs, field_find(&list_programs, field)), row);
}

static bool
in_dollars(const struct viewtest *x, uint32_t row)
{
	int col = field_col(&list_programs, field_find(&list_programs, "currency"));

	return strcmp(frame_text(&x->lf.frame, col, row), "GBP") != 0;
}

static void
axes_by_name(void **state)
{
	static const struct {
		const char *words, *error;
	} wrong[] = {
	    {"school", "school is no number: a picture is of numbers"},
	    {"earning", "programs have no number 'earning'; nearest: earnings"},
	    {"cost earnings debt", "a picture is of one number, or of two"},
	};
	struct scatter_axes axes = axes_of("cost, earnings");
	struct err e;

	(void)state;
	assert_string_equal(list_programs.fields[axes.x].name, "cost");
	assert_string_equal(list_programs.fields[axes.y].name, "earnings");
	assert_int_equal(axes_of("debt").y, SCATTER_NONE);
	assert_int_equal(axes_of("debt debt").y, SCATTER_NONE);
	assert_int_equal(axes_of("").x, SCATTER_NONE);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(scatter_parse(&list_programs, wrong[i].words, &axes, &e));
		assert_string_equal(e.text, wrong[i].error);
	}
}

/* The counts of all pictures are what each of them draws. */
static void
check_counts(const struct view *v, struct scatter *s)
{
	struct scatter_axes axes[SCATTER_MOST];
	uint32_t count[SCATTER_MOST];
	size_t n = 0;

	while (scatter_offer(&list_programs, n, &axes[n]))
		n++;
	scatter_counts(v, axes, n, count);
	for (size_t i = 0; i < n; i++) {
		scatter_read(s, v, axes[i]);
		assert_int_equal(s->n, count[i]);
	}
}

/* Who is drawn, and who is not for which reason, as one counts by hand. */
static void
rows_and_reasons(void **state)
{
	struct viewtest x;
	struct scatter s;
	size_t drawn = 0, foreign = 0, missing = 0;

	(void)state;
	seed = 1;
	make_many(&x, MANY);
	scatter_init(&s);
	scatter_read(&s, &x.view, axes_of("cost earnings"));
	for (uint32_t i = 0; i < MANY; i++) {
		bool both = !frame_is_missing(number_of(&x, "cost", i))
		    && !frame_is_missing(number_of(&x, "earnings", i));

		drawn += both && in_dollars(&x, i);
		foreign += both && !in_dollars(&x, i);
		missing += !both;
	}
	assert_int_equal(s.n, drawn);
	assert_int_equal(s.foreign, foreign);
	for (size_t i = 0; i < s.nleft; i++)
		missing -= s.left[i].n;
	assert_int_equal(missing, 0);
	check_counts(&x.view, &s);
	scatter_read(&s, &x.view, axes_of("earnings"));
	assert_int_equal(s.foreign, 0); /* earnings are in dollars, whatever the cost is in */
	scatter_free(&s);
	viewtest_free(&x);
}

static size_t
not_above(const struct scatter *s, const struct scatter_band *b, int32_t y)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += s->point[i].x >= b->from && s->point[i].x <= b->to && s->point[i].y <= y;
	return n;
}

/* Quartiles are what their name says, and every point is in one share. */
static void
shares(void **state)
{
	struct viewtest x;
	struct scatter s;
	size_t n = 0;

	(void)state;
	seed = 2;
	make_many(&x, MANY);
	scatter_init(&s);
	scatter_read(&s, &x.view, axes_of("cost earnings"));
	assert_int_equal(s.nbands, 5);
	for (size_t i = 0; i < s.nbands; i++) {
		const struct scatter_band *b = &s.band[i];

		assert_true(i == 0 || b->from > s.band[i - 1].to);
		assert_int_equal(not_above(&s, b, b->most), b->n);
		assert_int_equal(not_above(&s, b, b->least - 1), 0);
		assert_true(not_above(&s, b, b->low) * 4 >= b->n);
		assert_true(not_above(&s, b, b->low - 1) * 4 < b->n);
		assert_true(not_above(&s, b, b->mid) * 2 >= b->n);
		assert_true(not_above(&s, b, b->mid - 1) * 2 < b->n);
		assert_true(not_above(&s, b, b->high) * 4 >= b->n * 3u);
		assert_true(not_above(&s, b, b->high - 1) * 4 < b->n * 3u);
		n += b->n;
	}
	assert_int_equal(n, s.n);
	scatter_free(&s);
	viewtest_free(&x);
}

/* Every point is in exactly one place, and the place is told by the cell that it is drawn in. */
static void
check_places(const struct scatter *s)
{
	uint32_t all = 0;

	for (uint32_t i = 0; i < scatter_places(s); i++) {
		int px, py;

		all += scatter_at(s, i);
		if (scatter_at(s, i) == 0)
			continue;
		scatter_cell(s, i, &px, &py);
		assert_in_range(px, 0, s->w - 1);
		assert_in_range(py, 0, s->h - 1);
		assert_int_equal(scatter_of_cell(s, px, py), i);
		for (uint32_t k = 0; k < scatter_at(s, i); k++) {
			uint32_t row = scatter_row(s, i, k);

			assert_int_equal(scatter_place(s, row), i);
			assert_int_equal(scatter_index(s, i, row), k);
		}
	}
	assert_int_equal(all, s->n);
}

/* The cursor gets from the middle to every place. */
static void
check_reach(const struct scatter *s)
{
	static const int way[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
	uint32_t n = scatter_places(s), *queue = mem_zero(n + 1, sizeof *queue);
	uint8_t *seen = mem_zero(n + 1, 1);
	size_t head = 0, tail = 0;

	queue[tail++] = scatter_middle(s);
	seen[queue[0]] = 1;
	while (head < tail) {
		uint32_t from = queue[head++];

		for (size_t i = 0; i < (s->axes.y < 0 ? 2 : 4); i++) {
			uint32_t to = scatter_step(s, from, way[i][0], way[i][1]);

			assert_true(scatter_at(s, to) > 0);
			if (!seen[to])
				queue[tail++] = to;
			seen[to] = 1;
		}
	}
	for (uint32_t i = 0; i < n; i++)
		assert_int_equal(seen[i], scatter_at(s, i) > 0);
	free(queue);
	free(seen);
}

static void
places(void **state)
{
	static const char *const axes[] = {"cost earnings", "earnings cost", "cost", "earnings"};
	static const int sizes[][2] = {{1, 1}, {12, 3}, {50, 12}, {124, 40}, {7, 90}};
	struct viewtest x;
	struct scatter s;

	(void)state;
	seed = 3;
	make_many(&x, MANY);
	scatter_init(&s);
	for (size_t i = 0; i < sizeof axes / sizeof *axes; i++) {
		scatter_read(&s, &x.view, axes_of(axes[i]));
		for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
			scatter_fit(&s, sizes[k][0], sizes[k][1], k % 2 == 0);
			assert_in_range(s.w, 1, sizes[k][0]);
			check_places(&s);
			check_reach(&s);
		}
	}
	scatter_free(&s);
	viewtest_free(&x);
}

/* A point further right stands no further left, one higher up no lower. */
static void
order_of_cells(void **state)
{
	struct viewtest x;
	struct scatter s;

	(void)state;
	seed = 4;
	make_many(&x, 80);
	scatter_init(&s);
	scatter_read(&s, &x.view, axes_of("cost earnings"));
	scatter_fit(&s, 40, 10, false);
	for (size_t i = 0; i < s.n; i++)
		for (size_t k = 0; k < s.n; k++) {
			int xi, yi, xk, yk;

			scatter_cell(&s, scatter_place(&s, s.point[i].row), &xi, &yi);
			scatter_cell(&s, scatter_place(&s, s.point[k].row), &xk, &yk);
			assert_true(s.point[i].x > s.point[k].x || xi <= xk);
			assert_true(s.point[i].y > s.point[k].y || yi >= yk);
		}
	scatter_free(&s);
	viewtest_free(&x);
}

/* A few far above the others stand at the edge and are counted; the scale is that of the others. */
static void
edges(void **state)
{
	static const char *rows[1000];
	static char text[1000][64];
	struct viewtest x;
	struct scatter s;

	(void)state;
	for (size_t i = 0; i < 1000; i++) {
		snprintf(text[i], sizeof text[i], "school=S|program=P %zu|cost=%zu|currency=USD", i,
		    i < 3 ? 900000 : 1000 + i * 10);
		rows[i] = text[i];
	}
	viewtest_make(&x, &list_programs, rows, 1000);
	view_set(&x.view, "", false);
	scatter_init(&s);
	scatter_read(&s, &x.view, axes_of("cost"));
	scatter_fit(&s, 60, 10, false);
	assert_true(s.sx.hi < 20000);
	assert_int_equal(s.sx.beyond, 3);
	assert_true(scatter_at(&s, scatter_places(&s) - 1) >= 3);
	scatter_free(&s);
	viewtest_free(&x);
}

/* By itself: what enough rows state, else what most do. */
static void
chosen(void **state)
{
	struct viewtest x;
	struct scatter s;
	const struct scatter_axes none = {SCATTER_NONE, SCATTER_NONE};

	(void)state;
	seed = 5;
	make_many(&x, MANY);
	scatter_init(&s);
	scatter_read(&s, &x.view, none);
	assert_int_equal(s.axes.x, axes_of("cost earnings").x);
	assert_int_equal(s.axes.y, axes_of("cost earnings").y);
	viewtest_free(&x);
	viewtest_programs(&x);
	view_set(&x.view, "", false);
	scatter_read(&s, &x.view, none);
	assert_int_equal(s.axes.x, axes_of("months cost").x);
	assert_int_equal(s.axes.y, axes_of("months cost").y);
	view_set(&x.view, "cost:none months:none", false);
	scatter_read(&s, &x.view, none);
	assert_int_equal(s.n, 1); /* the spread of its earnings */
	assert_int_equal(s.axes.x, axes_of("earnings").x);
	scatter_free(&s);
	viewtest_free(&x);
}

static const char *
page_words(const struct scatter *s, struct buf *out)
{
	struct page_opts opts = {.width = 1000, .plain = true};
	struct page p;

	page_init(&p, &opts);
	page_scatter_words(&p, s);
	page_close(&p);
	buf_clear(out);
	page_text(&p, out);
	page_free(&p);
	return out->data;
}

/* What is not alike is said: a currency that is not stated, a basis that is another. */
static void
words(void **state)
{
	struct viewtest x;
	struct scatter s;
	struct buf text = BUF_INIT;

	(void)state;
	viewtest_programs(&x);
	view_set(&x.view, "", false);
	scatter_init(&s);
	scatter_read(&s, &x.view, axes_of("months cost"));
	page_words(&s, &text);
	assert_non_null(strstr(text.data, "Cost by months: 3 of 7 programs state both."));
	assert_non_null(strstr(text.data, "2 in another currency"));
	assert_non_null(strstr(text.data, "1 states no cost (1 stated in another unit)"));
	assert_non_null(strstr(text.data, "the currency of 2 is not said"));
	assert_non_null(strstr(text.data, "not said"));
	scatter_read(&s, &x.view, axes_of("earnings"));
	page_words(&s, &text);
	assert_non_null(strstr(text.data, "1 suppressed for privacy"));
	view_set(&x.view, "earnings:none", false);
	scatter_read(&s, &x.view, axes_of("earnings"));
	page_words(&s, &text);
	assert_non_null(strstr(text.data, "0 of 6 programs state it"));
	scatter_free(&s);
	viewtest_free(&x);
	buf_free(&text);
}

/* At every size: within its lines and cells, in ASCII nothing else, and the plot where it says. */
static void
pages(void **state)
{
	static const char *const axes[] = {"cost earnings", "cost", "debt earnings"};
	struct viewtest x;
	struct scatter s;
	struct bitset marks;

	(void)state;
	seed = 6;
	make_many(&x, MANY);
	bitset_init(&marks, MANY);
	bitset_set(&marks, 5);
	scatter_init(&s);
	for (size_t i = 0; i < 3 * 2 * 60; i++) {
		struct page_opts opts = {.width = 24 + (int)(i * 7 % 110), .ascii = i % 2 == 0};
		struct scatter_look look = {.rows = 6 + (int)(i * 5 % 44),
		    .row = i % 5 == 0 ? UINT32_MAX : (uint32_t)(i % MANY),
		    .fine = i % 3 == 0,
		    .marks = i % 4 == 0 ? &marks : NULL,
		    .next = "n"};
		struct buf text = BUF_INIT;
		struct page p;

		scatter_read(&s, &x.view, axes_of(axes[i % 3]));
		page_init(&p, &opts);
		page_scatter(&p, &s, &look);
		assert_in_range(p.nlines, 1, look.rows);
		for (size_t k = 0; k < p.nlines; k++)
			assert_in_range(p.lines[k].width, 0, opts.width);
		page_text(&p, &text);
		for (size_t k = 0; opts.ascii && k < text.len; k++)
			assert_true((unsigned char)text.data[k] < 0x80);
		assert_true(text_valid(text.data, text.len));
		if (s.n > 0) {
			assert_true(s.plot_x + s.w <= opts.width);
			assert_true(s.plot_y + s.h < (int)p.nlines);
		}
		page_free(&p);
		buf_free(&text);
	}
	scatter_free(&s);
	bitset_free(&marks);
	viewtest_free(&x);
}

/* Numbers at the ends of what a column holds. */
static void
extremes(void **state)
{
	static const char *const rows[] = {
	    "school=A|program=A|debt=2147483647|earnings=-2147483632",
	    "school=B|program=B|debt=-2147483632|earnings=2147483647",
	    "school=C|program=C|debt=0|earnings=0",
	};
	struct viewtest x;
	struct scatter s;

	(void)state;
	viewtest_make(&x, &list_programs, rows, 3);
	view_set(&x.view, "", false);
	scatter_init(&s);
	for (size_t i = 0; i < 2; i++) {
		struct page_opts opts = {.width = 70};
		struct scatter_look look = {.rows = 20, .row = 1};
		struct page p;

		scatter_read(&s, &x.view, axes_of(i == 0 ? "debt earnings" : "debt"));
		assert_int_equal(s.n, 3);
		page_init(&p, &opts);
		page_scatter(&p, &s, &look);
		check_places(&s);
		page_free(&p);
	}
	scatter_free(&s);
	viewtest_free(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(axes_by_name),
	    cmocka_unit_test(rows_and_reasons),
	    cmocka_unit_test(shares),
	    cmocka_unit_test(places),
	    cmocka_unit_test(order_of_cells),
	    cmocka_unit_test(edges),
	    cmocka_unit_test(chosen),
	    cmocka_unit_test(words),
	    cmocka_unit_test(pages),
	    cmocka_unit_test(extremes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
