#include "career/query/view.h"

#include "viewtest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static void
unknown_rows(void **state)
{
	struct viewtest x;
	struct buf got = BUF_INIT;

	(void)state;
	viewtest_programs(&x);
	viewtest_rows(&x.view, "country:US months<30", false, &got);
	assert_string_equal(got.data, "0 1");
	assert_int_equal(x.view.result.unknown, 2);
	assert_false(view_row_marked(&x.view, 2));
	x.view.with_unknown = true;
	viewtest_rows(&x.view, "country:US months<30", false, &got);
	assert_string_equal(got.data, "0 1 2 5");
	assert_false(view_row_marked(&x.view, 0));
	assert_true(view_row_marked(&x.view, 2));
	assert_int_equal(view_find(&x.view, 5), 3);
	assert_int_equal(view_find(&x.view, 6), UINT32_MAX);
	assert_int_equal(view_find(&x.view, 7), UINT32_MAX);
	buf_free(&got);
	viewtest_free(&x);
}

static size_t
facet_named(const struct view *v, const char *name)
{
	for (size_t i = 0; i < v->nfacets; i++)
		if (strcmp(v->list->fields[v->facets[i]].name, name) == 0)
			return i;
	fail();
	return 0;
}

/* "US:5 FR:1+" with + selected, - excluded; absent is "". */
static void
facet_text(const struct view *v, const char *name, size_t cap, struct buf *out)
{
	struct facet_value values[16];
	size_t facet = facet_named(v, name), n = view_facet(v, facet, values, cap);
	int col = v->scan.facets[facet];

	buf_clear(out);
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "%s%s:%u%s%s", i ? " " : "",
		    dict_text(&v->frame->cols[col].dict, values[i].code), values[i].count,
		    values[i].selected ? "+" : "", values[i].excluded ? "-" : "");
}

static void
facet_values(void **state)
{
	static const struct {
		const char *text, *facet;
		size_t cap;
		const char *want;
	} cases[] = {
	    {"", "country", 16, "US:5 FR:1 GB:1"},
	    {"", "state", 16, "CA:2 NY:2 GA:1 :2"},
	    {"", "state", 2, "CA:2 NY:2"},
	    {"", "state", 0, ""},
	    {"", "source", 16, "guide:2 site:2 :4"},
	    {"", "price", 16, "0-10K:1 20-40K:1 80K+:1 :4"},
	    {"state:GA", "state", 16, "GA:1+ CA:2 NY:2 :2"},
	    {"state:GA", "country", 16, "US:1"},
	    {"-state:GA", "state", 16, "GA:1- CA:2 NY:2 :2"},
	    {"state:none", "state", 16, ":2+ CA:2 NY:2 GA:1"},
	    {"state:any", "state", 16, ":2- CA:2 NY:2 GA:1"},
	    {"country:FR state:GA", "state", 16, "GA:0+ :1"},
	    {"country:FR state:GA", "country", 16, "FR:0+ US:1"},
	    {"price:80K+", "price", 16, "0-10K:1 20-40K:1 80K+:1+ :4"},
	    {"months<30", "award", 16, "master:4"},
	    {"nursing", "state", 16, "NY:1"},
	};
	struct viewtest x;
	struct buf got = BUF_INIT;

	(void)state;
	viewtest_programs(&x);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		view_set(&x.view, cases[i].text, false);
		facet_text(&x.view, cases[i].facet, cases[i].cap, &got);
		assert_string_equal(got.data, cases[i].want);
	}
	buf_free(&got);
	viewtest_free(&x);
}

static void
cell(const struct view *v, const char *name, uint32_t row, const char *want)
{
	struct buf out = BUF_INIT;

	view_cell(v, field_find(v->list, name), row, &out);
	assert_string_equal(out.data, want);
	buf_free(&out);
}

static void
key_of_id(void *ctx, int32_t id, struct buf *out)
{
	buf_addf(out, "%s%d", (const char *)ctx, (int)id);
}

static void
cells(void **state)
{
	static char prefix[] = "id ";
	struct viewtest x;

	(void)state;
	viewtest_programs(&x);
	view_set(&x.view, "", false);
	cell(&x.view, "key", 0, "georgia-tech/computer-science/master");
	cell(&x.view, "school", 3,
	    "\xc3\x89"
	    "cole Polytechnique");
	cell(&x.view, "state", 3, "");
	cell(&x.view, "cost", 1, "80000");
	cell(&x.view, "cost", 5, "");
	cell(&x.view, "months", 2, "");
	cell(&x.view, "source", 0, "guide; site");
	cell(&x.view, "source", 4, "");
	x.view.key = key_of_id;
	x.view.key_ctx = prefix;
	cell(&x.view, "key", 4, "id 5");
	viewtest_free(&x);

	viewtest_roles(&x);
	cell(&x.view, "growth", 0, "3.1");
	cell(&x.view, "growth", 1, "-0.5");
	cell(&x.view, "growth", 2, "0");
	cell(&x.view, "growth", 4, "3");
	cell(&x.view, "growth", 6, "");
	cell(&x.view, "slug", 6, "g");
	viewtest_free(&x);
}

/* The same view through many queries: nothing of the query before stays. */
static void
one_after_the_other(void **state)
{
	static const char *const texts[] = {
	    "data state:CA cost<20k",
	    "state:NY,CA -nursing months:any",
	    "",
	    "cost<1 currency:GBP",
	    "school:s* sort:-cost,school",
	    "a b c d e f g",
	    "state:CA",
	    "-data",
	    "source:none",
	};
	struct buf a = BUF_INIT, b = BUF_INIT;
	struct viewtest x, fresh;

	(void)state;
	viewtest_programs(&x);
	for (size_t round = 0; round < 3; round++)
		for (size_t i = 0; i < 9; i++) {
			viewtest_programs(&fresh);
			viewtest_rows(&x.view, texts[(i * (round + 1)) % 9], false, &a);
			viewtest_rows(&fresh.view, texts[(i * (round + 1)) % 9], false, &b);
			assert_string_equal(a.data, b.data);
			facet_text(&x.view, "state", 16, &a);
			facet_text(&fresh.view, "state", 16, &b);
			assert_string_equal(a.data, b.data);
			viewtest_free(&fresh);
		}
	view_set(&x.view, x.view.query.text, false);
	buf_free(&a);
	buf_free(&b);
	viewtest_free(&x);
}

static void
empty_frame(void **state)
{
	struct buf out = BUF_INIT;
	struct viewtest x;

	(void)state;
	viewtest_make(&x, &list_programs, NULL, 0);
	viewtest_rows(&x.view, "data state:CA cost<5 sort:cost", true, &out);
	assert_string_equal(out.data, "");
	assert_string_equal(x.view.query.error, "column 6: no state is 'CA'");
	view_advice(&x.view, &out);
	viewtest_free(&x);
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(unknown_rows),
	    cmocka_unit_test(facet_values),
	    cmocka_unit_test(cells),
	    cmocka_unit_test(one_after_the_other),
	    cmocka_unit_test(empty_frame),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
