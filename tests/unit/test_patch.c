/* Cells that say something else for a while, and rows that are gone meanwhile. */
#include "career/base/mem.h"
#include "career/frame/patch.h"
#include "career/frame/scan.h"
#include "check.h"
#include "frames.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 5000, TEXT = 24 };

/* Every cell of a column as text, in memory of its own. */
struct cells {
	char **text;
};

static void
cell(const struct frame *f, int col, uint32_t row, struct buf *out)
{
	const struct column *c = &f->cols[col];

	buf_clear(out);
	if (c->spec->kind == COL_NUM)
		buf_addf(out, "%d", frame_num(f, col, row));
	else if (c->spec->kind == COL_CODE)
		buf_adds(out, frame_text(f, col, row));
	else
		for (uint32_t i = 0; i < frame_list_len(f, col, row); i++)
			buf_addf(out, "%s;", dict_text(&c->dict, frame_list_code(f, col, row, i)));
}

static struct cells
cells_of(const struct frame *f, int col)
{
	struct cells c = {mem_zero(f->rows, sizeof *c.text)};
	struct buf b = BUF_INIT;

	for (uint32_t i = 0; i < f->rows; i++) {
		cell(f, col, i, &b);
		c.text[i] = mem_dup(b.data);
	}
	buf_free(&b);
	return c;
}

static void
cells_free(struct cells *c, uint32_t rows)
{
	for (uint32_t i = 0; i < rows; i++)
		free(c->text[i]);
	free(c->text);
}

static void
check_cells(const struct frame *f, int col, const struct cells *expected)
{
	struct buf b = BUF_INIT;

	for (uint32_t i = 0; i < f->rows; i++) {
		cell(f, col, i, &b);
		assert_string_equal(b.data, expected->text[i]);
	}
	buf_free(&b);
}

/* What the rest of the program relies on: texts in collation order, each once; lists rising. */
static void
check_sound(const struct frame *f, int col)
{
	const struct column *c = &f->cols[col];

	if (c->spec->kind == COL_NUM)
		return;
	assert_string_equal(dict_text(&c->dict, 0), "");
	for (uint32_t i = 2; i < c->dict.n; i++) {
		int order = strcmp(dict_fold(&c->dict, i - 1), dict_fold(&c->dict, i));

		assert_true(order < 0
		    || (order == 0
			&& strcmp(dict_text(&c->dict, i - 1), dict_text(&c->dict, i)) < 0));
	}
	for (uint32_t row = 0; c->spec->kind == COL_LIST && row < f->rows; row++)
		for (uint32_t i = 1; i < frame_list_len(f, col, row); i++)
			assert_true(
			    frame_list_code(f, col, row, i - 1) < frame_list_code(f, col, row, i));
}

/* --- patches ---------------------------------------------------------------------------------- */

/* A text that may be in the dictionary, may be new, may be absent. */
static void
some_text(struct rng *r, const struct frame *f, int col, bool fresh, char *out)
{
	const struct dict *d = &f->cols[col].dict;

	if (rng_chance(r, 10))
		out[0] = '\0';
	else if (fresh && rng_chance(r, 50))
		snprintf(
		    out, TEXT, "%c\xc3\xa9w %u", 'a' + (int)rng_below(r, 26), rng_below(r, 40));
	else
		snprintf(out, TEXT, "%.20s", dict_text(d, rng_below(r, d->n)));
}

static size_t
some_rows(struct rng *r, uint32_t percent, uint32_t *rows)
{
	size_t n = 0;

	for (uint32_t i = 0; i < ROWS; i++)
		if (rng_chance(r, percent))
			rows[n++] = i;
	return n;
}

static void
expect(struct cells *c, uint32_t row, const char *text)
{
	free(c->text[row]);
	c->text[row] = mem_dup(text);
}

static void
patch_text_column(struct frame *f, int col, struct rng *r, bool fresh)
{
	static uint32_t rows[ROWS];
	static char text[ROWS][TEXT];
	static const char *values[ROWS];
	size_t n = some_rows(r, 1 + rng_below(r, 30), rows);
	struct cells cells = cells_of(f, col);

	for (size_t i = 0; i < n; i++) {
		some_text(r, f, col, fresh, text[i]);
		values[i] = text[i];
		expect(&cells, rows[i], text[i]);
	}
	patch_texts(f, col, rows, n, values);
	check_cells(f, col, &cells);
	check_sound(f, col);
	cells_free(&cells, ROWS);
}

static void
test_texts(void **state)
{
	static const int cols[] = {R_SMALL, R_MIDDLE, R_LARGE, R_UNIT};
	struct rng r = {7};
	struct frame f;

	(void)state;
	frame_random(&f, 1, ROWS);
	for (size_t i = 0; i < COUNT(cols); i++) {
		struct cells before = cells_of(&f, cols[i]);
		unsigned turn = f.cols[cols[i]].turn;

		patch_text_column(&f, cols[i], &r, false);
		assert_true(f.cols[cols[i]].turn != turn);
		patch_text_column(&f, cols[i], &r, true); /* on top of it */
		frame_restore(&f);
		assert_int_equal(f.cols[cols[i]].turn, turn);
		check_cells(&f, cols[i], &before);
		cells_free(&before, ROWS);
	}
	frame_free(&f);
}

/* More texts than fit a byte per row: the codes become wider. */
static void
test_wider(void **state)
{
	static uint32_t rows[600];
	static char text[600][TEXT];
	static const char *values[600];
	struct frame f;
	struct cells cells;

	(void)state;
	frame_random(&f, 2, ROWS);
	cells = cells_of(&f, R_SMALL);
	assert_int_equal(f.cols[R_SMALL].width, 1);
	for (uint32_t i = 0; i < 600; i++) {
		rows[i] = i * 8;
		snprintf(text[i], TEXT, "wide %u", i);
		values[i] = text[i];
		expect(&cells, rows[i], text[i]);
	}
	patch_texts(&f, R_SMALL, rows, 600, values);
	assert_int_equal(f.cols[R_SMALL].width, 2);
	check_cells(&f, R_SMALL, &cells);
	check_sound(&f, R_SMALL);
	cells_free(&cells, ROWS);
	frame_free(&f);
}

static void
test_nums(void **state)
{
	static const uint32_t rows[] = {0, 17, ROWS - 1};
	static const int32_t values[] = {-4, FRAME_MISSING + MISSING_OTHER_UNIT, 1000000};
	struct frame f;
	struct cells before;
	char number[16];

	(void)state;
	frame_random(&f, 3, ROWS);
	before = cells_of(&f, R_NUM);
	patch_nums(&f, R_NUM, rows, COUNT(rows), values);
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(frame_num(&f, R_NUM, rows[i]), values[i]);
	snprintf(number, sizeof number, "%d", frame_num(&f, R_NUM, 18));
	assert_string_equal(number, before.text[18]);
	frame_restore(&f);
	check_cells(&f, R_NUM, &before);
	cells_free(&before, ROWS);
	frame_free(&f);
}

static void
some_list(struct rng *r, const struct frame *f, int col, struct buf *json)
{
	uint32_t n = rng_below(r, 5);

	buf_clear(json);
	buf_adds(json, "[");
	for (uint32_t i = 0; i < n; i++) {
		char text[TEXT];

		some_text(r, f, col, true, text);
		buf_addf(json, "%s\"%s\"", i > 0 ? "," : "", text);
	}
	buf_adds(json, "]");
}

static void
test_lists(void **state)
{
	static const int cols[] = {R_LIST, R_MANY};
	static uint32_t rows[ROWS];
	struct rng r = {11};
	struct buf json = BUF_INIT;
	struct frame f;

	(void)state;
	frame_random(&f, 4, ROWS);
	for (size_t k = 0; k < COUNT(cols); k++) {
		struct cells before = cells_of(&f, cols[k]), after;
		size_t n = some_rows(&r, 20, rows);
		struct colmake one, m;
		struct column alone = {0};

		/* The maker alone says what each list holds; both read the same texts. */
		colmake_init(&m, f.cols[cols[k]].spec);
		colmake_init(&one, f.cols[cols[k]].spec);
		for (size_t i = 0; i < n; i++) {
			some_list(&r, &f, cols[k], &json);
			assert_true(colmake_json(&m, json.data) && colmake_json(&one, json.data));
		}
		patch_column(&f, cols[k], rows, n, &m);
		{
			struct err e;
			struct frame small = {.spec = f.spec, .rows = (uint32_t)n};

			assert_ok(colmake_finish(&one, &alone, &e));
			small.cols = mem_zero(f.spec->ncols, sizeof *small.cols);
			small.cols[cols[k]] = alone;
			after = cells_of(&small, cols[k]);
			free(small.cols);
		}
		for (uint32_t i = 0, at = 0; i < ROWS; i++) {
			bool patched = at < n && rows[at] == i;

			cell(&f, cols[k], i, &json);
			assert_string_equal(json.data, patched ? after.text[at] : before.text[i]);
			at += patched;
		}
		check_sound(&f, cols[k]);
		frame_restore(&f);
		check_cells(&f, cols[k], &before);
		cells_free(&before, ROWS);
		cells_free(&after, (uint32_t)n);
		free(alone.mem);
		colmake_free(&m);
		colmake_free(&one);
	}
	buf_free(&json);
	frame_free(&f);
}

/* What says the same as before costs nothing and unsettles nobody. */
static void
test_nothing_new(void **state)
{
	static const uint32_t rows[] = {3, 4};
	struct frame f;
	const char *texts[2];
	int32_t nums[2];

	(void)state;
	frame_random(&f, 5, ROWS);
	for (size_t i = 0; i < 2; i++) {
		texts[i] = frame_text(&f, R_MIDDLE, rows[i]);
		nums[i] = frame_num(&f, R_NUM, rows[i]);
	}
	patch_texts(&f, R_MIDDLE, rows, 2, texts);
	patch_nums(&f, R_NUM, rows, 2, nums);
	assert_null(f.aside);
	assert_int_equal(f.turn, 0);
	frame_free(&f);
}

/* --- rows that are gone ------------------------------------------------------------------------ */

static void
check_counts(const struct frame *f, const struct scan *s, const struct scan_result *r)
{
	for (size_t k = 0; k < s->nfacets; k++) {
		const struct column *c = &f->cols[s->facets[k]];
		uint32_t *expected = mem_zero(c->dict.n, sizeof *expected);

		for (uint32_t i = 0; i < f->rows; i++) {
			uint32_t n =
			    c->spec->kind == COL_LIST ? frame_list_len(f, s->facets[k], i) : 1;

			if (frame_is_gone(f, i))
				continue;
			if (n == 0)
				expected[0]++;
			for (uint32_t j = 0; j < n; j++)
				expected[c->spec->kind == COL_LIST
					? frame_list_code(f, s->facets[k], i, j)
					: column_code(c, i)]++;
		}
		for (uint32_t code = 0; code < c->dict.n; code++)
			assert_int_equal(r->counts[k][code], expected[code]);
		free(expected);
	}
}

static void
scan_and_check(const struct frame *f, struct scan *s, struct scan_result *r)
{
	scan_run(s, f, r);
	assert_int_equal(r->matched, frame_here(f));
	for (uint32_t i = 0; i < f->rows; i++)
		assert_int_equal(bitset_has(&r->pass, i), !frame_is_gone(f, i));
	check_counts(f, s, r);
}

static void
test_gone(void **state)
{
	static uint32_t rows[ROWS];
	struct rng r = {13};
	struct frame f;
	struct scan s;
	struct scan_result result;

	(void)state;
	frame_random(&f, 6, ROWS);
	scan_init(&s);
	scan_result_init(&result);
	s.facets[s.nfacets++] = R_SMALL;
	s.facets[s.nfacets++] = R_LIST;
	scan_and_check(&f, &s, &result);
	/* What was kept about the column is not used for its other cells. */
	patch_text_column(&f, R_SMALL, &r, true);
	scan_and_check(&f, &s, &result);
	patch_gone(&f, rows, some_rows(&r, 10, rows));
	scan_and_check(&f, &s, &result);
	patch_gone(&f, rows, some_rows(&r, 80, rows));
	scan_and_check(&f, &s, &result);
	patch_text_column(&f, R_SMALL, &r, true);
	scan_and_check(&f, &s, &result);
	for (uint32_t i = 0; i < ROWS; i++)
		rows[i] = i;
	patch_gone(&f, rows, ROWS);
	assert_int_equal(frame_here(&f), 0);
	scan_and_check(&f, &s, &result);
	frame_restore(&f);
	assert_int_equal(frame_here(&f), ROWS);
	scan_and_check(&f, &s, &result);
	scan_result_free(&result);
	scan_free(&s);
	frame_free(&f);
}

/* An order that was kept is not used for other cells, and is used again when they are back. */
static void
test_orders(void **state)
{
	static const struct sort_key key = {R_NUM, true};
	static const uint32_t row = 1234;
	static const int32_t value = 100000;
	struct frame f;
	struct orders o;
	uint32_t before;
	const uint32_t *perm;

	(void)state;
	frame_random(&f, 7, ROWS);
	orders_init(&o);
	perm = orders_get(&o, &f, &key, 1);
	before = perm[0];
	assert_true(before != row);
	patch_nums(&f, R_NUM, &row, 1, &value);
	assert_int_equal(orders_get(&o, &f, &key, 1)[0], row);
	frame_restore(&f);
	assert_ptr_equal(orders_get(&o, &f, &key, 1), perm);
	assert_int_equal(perm[0], before);
	orders_free(&o);
	frame_free(&f);
}

/* Gone is a row all of whose items are among the codes; one without items stays. */
static void
test_gone_lists(void **state)
{
	struct frame f;
	struct bitset codes;
	uint32_t gone = 0;

	(void)state;
	frame_random(&f, 11, ROWS);
	bitset_init(&codes, f.cols[R_LIST].dict.n);
	for (uint32_t code = 1; code < f.cols[R_LIST].dict.n; code += 2)
		bitset_set(&codes, code);
	patch_gone_lists(&f, R_LIST, &codes);
	for (uint32_t row = 0; row < ROWS; row++) {
		uint32_t n = frame_list_len(&f, R_LIST, row);
		bool all = n > 0;

		for (uint32_t i = 0; i < n; i++)
			all = all && frame_list_code(&f, R_LIST, row, i) % 2 == 1;
		assert_int_equal(frame_is_gone(&f, row), all);
		gone += all;
	}
	assert_true(gone > ROWS / 10 && gone < ROWS);
	assert_int_equal(frame_here(&f), ROWS - gone);
	patch_gone_lists(&f, R_LIST, &codes); /* once more: each counts once */
	assert_int_equal(frame_here(&f), ROWS - gone);
	bitset_free(&codes);
	frame_free(&f);
}

/* Every text of a dictionary is found, nothing else is. */
static void
test_codes_of_texts(void **state)
{
	struct frame f;
	const struct dict *d;

	(void)state;
	frame_random(&f, 12, ROWS);
	d = &f.cols[R_MIDDLE].dict;
	for (uint32_t code = 1; code < d->n; code++)
		assert_int_equal(frame_code(&f, R_MIDDLE, dict_text(d, code)), code);
	assert_int_equal(frame_code(&f, R_MIDDLE, "no such text"), 0);
	assert_int_equal(frame_code(&f, R_MIDDLE, ""), 0);
	frame_free(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_texts),
	    cmocka_unit_test(test_wider),
	    cmocka_unit_test(test_nums),
	    cmocka_unit_test(test_lists),
	    cmocka_unit_test(test_nothing_new),
	    cmocka_unit_test(test_gone),
	    cmocka_unit_test(test_gone_lists),
	    cmocka_unit_test(test_codes_of_texts),
	    cmocka_unit_test(test_orders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
