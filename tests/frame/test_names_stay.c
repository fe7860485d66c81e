/*
 * The Compare screen in every size: names stay in sight while all else scrolls, the column under the cursor is
 * shown and marked, and what is cut ends in a mark.
 */
#include "appscreen.h"
#include "check.h"

#include "career/base/text.h"
#include "career/page/compare.h"
#include "career/page/glyph.h"

#include <stdlib.h>

static const struct size {
	int cols, rows;
} sizes[] = {{132, 50}, {100, 30}, {80, 24}, {60, 20}, {40, 12}};

#define TWO ":compare~data-scientist~machine-learning-engineer"
#define THREE TWO "~research-scientist"
#define SIX THREE "~data-analyst~mlops-engineer~ai-engineer"
#define MARK_5 " Space Space Space Space Space"
#define TEN "2 :filter~award:master~cost:any~mode:any" MARK_5 MARK_5 " c"

static const struct {
	const char *keys;
	size_t n;
} sets[] = {{TWO, 2}, {THREE, 3}, {SIX, 6}, {TEN, 10}};

/* Rows of the screen from 1 on that hold the names and the rule below them, without the page's first cells, which
 * the cursor's mark is in. */
static char *
names_of(struct appscreen *s)
{
	const char *at = strchr(appscreen_draw(s, false), '\n') + 1;
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < s->app.pane[SCREEN_COMPARE].detail.pinned; i++) {
		size_t len = strcspn(at, "\n");

		buf_add(&out, at + (len < 2 ? len : 2), len < 2 ? 0 : len - 2);
		buf_addc(&out, '\n');
		at += len + 1;
	}
	return buf_take(&out);
}

/* '[' and the name's first word stand among the names. */
static void
check_marked(const struct app *a, const char *names)
{
	const struct compare *c = &a->compare.made;
	size_t column = a->pane[SCREEN_COMPARE].detail.column;
	struct buf mark = BUF_INIT;

	buf_addf(&mark, "[%.*s", (int)strcspn(c->name[column], " "), c->name[column]);
	assert_contains(names, mark.data);
	buf_free(&mark);
}

/* A name that is not there as a whole ends in the mark of a cut. */
static void
check_cuts(const struct app *a, const char *names)
{
	const struct detail *d = &a->pane[SCREEN_COMPARE].detail;
	size_t whole = 0, cuts = 0;

	for (size_t i = d->first; i < d->first + d->shown; i++) {
		const char *last = strrchr(a->compare.made.name[i], ' ');

		whole += strstr(names, last != NULL ? last + 1 : a->compare.made.name[i]) != NULL;
	}
	for (const char *at = names; (at = strstr(at, glyph(GLYPH_CUT, false))) != NULL; at++)
		cuts++;
	if (whole + cuts < d->shown)
		fail_msg("%zu names, %zu whole, %zu cut in\n%s", d->shown, whole, cuts, names);
}

static void
check_set(struct appscreen *s, const char *keys, size_t n)
{
	struct detail *d = &s->app.pane[SCREEN_COMPARE].detail;

	app_press(&s->app, keys);
	for (size_t column = 0; column < n; column++) {
		char *names = names_of(s), *again;

		assert_int_equal(d->column, column);
		assert_int_equal(d->ncolumns, n);
		assert_true(d->first <= column && column < d->first + d->shown);
		assert_int_equal(d->shown,
		    compare_fits(d->page.opts.width) < n ? compare_fits(d->page.opts.width) : n);
		check_marked(&s->app, names);
		check_cuts(&s->app, names);
		app_press(&s->app, column % 2 == 0 ? "PgDn PgDn" : "End");
		assert_int_equal(d->top > 0, d->page.nlines > (size_t)s->app.layout.detail.h);
		again = names_of(s);
		assert_string_equal(names, again);
		app_press(&s->app, "g Right");
		assert_int_equal(d->top, 0);
		free(names);
		free(again);
	}
}

static void
test_size(void **state)
{
	const struct size *size = *state;

	for (size_t i = 0; i < COUNT(sets); i++) {
		struct appscreen s;

		appscreen_open(&s, size->rows, size->cols, false, true);
		check_set(&s, sets[i].keys, sets[i].n);
		appscreen_close(&s);
	}
}

#define SIZE(i) cmocka_unit_test_prestate(test_size, (void *)&sizes[i])

int
main(void)
{
	const struct CMUnitTest tests[] = {SIZE(0), SIZE(1), SIZE(2), SIZE(3), SIZE(4)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
