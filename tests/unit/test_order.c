/* Sort orders and walks against comparison sorting and plain loops. */
#include "career/base/mem.h"
#include "career/frame/scan.h"
#include "check.h"
#include "frames.h"

#include <stdlib.h>

/* The comparison has no context argument: the frame and keys of the running test. */
static const struct frame *frame;
static const struct sort_key *keys;
static size_t nkeys;

/* Absent values compare as greater in both directions. */
static int
compare_key(const struct sort_key *k, uint32_t a, uint32_t b)
{
	const struct column *c = &frame->cols[k->col];
	bool no_a, no_b;
	int64_t x, y;

	if (c->spec->kind == COL_NUM) {
		x = c->num[a];
		y = c->num[b];
		no_a = frame_is_missing(c->num[a]);
		no_b = frame_is_missing(c->num[b]);
	} else {
		x = column_first(c, a);
		y = column_first(c, b);
		no_a = x == 0;
		no_b = y == 0;
	}
	if (no_a || no_b)
		return (int)no_a - (int)no_b;
	return (k->descending ? -1 : 1) * ((x > y) - (x < y));
}

static int
compare_rows(const void *pa, const void *pb)
{
	uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
	size_t i;

	for (i = 0; i < nkeys; i++) {
		int c = compare_key(&keys[i], a, b);

		if (c)
			return c;
	}
	return (a > b) - (a < b);
}

static void
check_order(const uint32_t *perm, const struct frame *f, const struct sort_key *k, size_t n)
{
	uint32_t *expected = mem_alloc(f->rows * sizeof *expected), i;

	frame = f;
	keys = k;
	nkeys = n;
	for (i = 0; i < f->rows; i++)
		expected[i] = i;
	qsort(expected, f->rows, sizeof *expected, compare_rows);
	assert_memory_equal(perm, expected, f->rows * sizeof *expected);
	free(expected);
}

static void
test_random_orders(void **state)
{
	static const uint32_t rows[] = {0, 1, 2, 65, 1000, 2048, 5000, 70000};
	struct rng rng = {9};
	size_t i, k, n;
	int again;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		struct frame f;
		struct orders o;

		frame_random(&f, 500 + i, rows[i]);
		orders_init(&o);
		for (again = 0; again < 20; again++) {
			struct sort_key key[SORT_MAX_KEYS];

			n = 1 + rng_below(&rng, SORT_MAX_KEYS);
			for (k = 0; k < n; k++)
				key[k] = (struct sort_key){
				    (int)rng_below(&rng, R_COLS), rng_chance(&rng, 50)};
			check_order(orders_get(&o, &f, key, n), &f, key, n);
		}
		orders_free(&o);
		frame_free(&f);
	}
}

/* Keys that together do not fit one word: sorted in rounds. */
static void
test_wide_keys(void **state)
{
	static const struct sort_key key[] = {
	    {R_EVEN, false}, {R_WIDE, true}, {R_WIDE, false}, {R_LARGE, true}};
	static const struct sort_key other[] = {{R_WIDE, false}, {R_LARGE, false}, {R_WIDE, true}};
	struct orders o;
	struct frame f;

	(void)state;
	frame_random(&f, 600, 20000);
	orders_init(&o);
	check_order(orders_get(&o, &f, key, COUNT(key)), &f, key, COUNT(key));
	check_order(orders_get(&o, &f, other, COUNT(other)), &f, other, COUNT(other));
	orders_free(&o);
	frame_free(&f);
}

static void
test_absent_last(void **state)
{
	struct sort_key key = {R_NUM, false};
	struct orders o;
	struct frame f;
	uint32_t i, present = 0;
	int way;

	(void)state;
	frame_random(&f, 700, 900);
	for (i = 0; i < f.rows; i++)
		present += !frame_is_missing(frame_num(&f, R_NUM, i));
	assert_in_range(present, 1, f.rows - 1);
	orders_init(&o);
	for (way = 0; way < 2; way++) {
		const uint32_t *perm;

		key.descending = way == 1;
		perm = orders_get(&o, &f, &key, 1);
		for (i = 0; i < f.rows; i++)
			assert_int_equal(
			    frame_is_missing(frame_num(&f, R_NUM, perm[i])), i >= present);
		for (i = present + 1; i < f.rows; i++)
			assert_true(perm[i - 1] < perm[i]);
	}
	orders_free(&o);
	frame_free(&f);
}

/* Same keys give the same array; the seventh order replaces the one not used for longest. */
static void
test_cache(void **state)
{
	struct sort_key key[SORT_CACHE + 1];
	const uint32_t *perm[SORT_CACHE + 1];
	struct orders o;
	struct frame f;
	size_t i;

	(void)state;
	frame_random(&f, 800, 500);
	orders_init(&o);
	assert_null(orders_get(&o, &f, NULL, 0));
	for (i = 0; i <= SORT_CACHE; i++)
		key[i] = (struct sort_key){(int)i, false};
	for (i = 0; i < SORT_CACHE; i++)
		perm[i] = orders_get(&o, &f, &key[i], 1);
	assert_ptr_equal(orders_get(&o, &f, &key[0], 1), perm[0]);
	perm[SORT_CACHE] = orders_get(&o, &f, &key[SORT_CACHE], 1);
	assert_ptr_equal(perm[SORT_CACHE], perm[1]);
	assert_ptr_equal(orders_get(&o, &f, &key[0], 1), perm[0]);
	for (i = 0; i <= SORT_CACHE; i++)
		check_order(orders_get(&o, &f, &key[i], 1), &f, &key[i], 1);
	key[0].descending = true;
	check_order(orders_get(&o, &f, &key[0], 1), &f, &key[0], 1);
	orders_free(&o);
	frame_free(&f);
}

/* --- walks ----------------------------------------------------------------------------------- */

/* A result with about `percent` of the rows, as scan_run would leave it. */
static void
random_result(struct scan_result *r, struct rng *rng, const struct frame *f, uint32_t percent)
{
	uint32_t i;

	memset(r, 0, sizeof *r);
	r->rows = f->rows;
	bitset_init(&r->pass, f->rows);
	for (i = 0; i < f->rows; i++)
		if (rng_chance(rng, percent)) {
			bitset_set(&r->pass, i);
			r->matched++;
		}
}

/* The walk may write no more than r->matched elements: the fence behind them stays. */
static void
check_walk(const struct scan_result *r, const uint32_t *perm)
{
	enum { FENCE = 0x5eed };
	uint32_t *rows = mem_alloc((r->matched + 1) * sizeof *rows), i, n = 0;

	rows[r->matched] = FENCE;
	scan_walk(r, perm, rows);
	for (i = 0; i < r->rows; i++) {
		uint32_t row = perm ? perm[i] : i;

		if (bitset_has(&r->pass, row))
			assert_int_equal(rows[n++], row);
	}
	assert_int_equal(n, r->matched);
	assert_int_equal(rows[r->matched], FENCE);
	free(rows);
}

static void
check_ranked(
    const struct scan_result *r, const struct frame *f, struct rng *rng, const uint32_t *perm)
{
	enum { FENCE = 0x5eed };
	static const int cols[] = {R_SMALL, R_MIDDLE, R_LARGE, R_LIST};
	int col = cols[rng_below(rng, COUNT(cols))];
	uint32_t *rows = mem_alloc((r->matched + 1) * sizeof *rows), i, n = 0;
	uint8_t *rank = mem_alloc(f->cols[col].dict.n), wanted;

	for (i = 0; i < f->cols[col].dict.n; i++)
		rank[i] = (uint8_t)rng_below(rng, rng_chance(rng, 50) ? 16 : 2);
	rows[r->matched] = FENCE;
	scan_walk_ranked(r, f, col, rank, perm, rows);
	for (wanted = 0; wanted < 16; wanted++)
		for (i = 0; i < f->rows; i++) {
			uint32_t row = perm ? perm[i] : i;

			if (bitset_has(&r->pass, row)
			    && rank[column_first(&f->cols[col], row)] == wanted)
				assert_int_equal(rows[n++], row);
		}
	assert_int_equal(n, r->matched);
	assert_int_equal(rows[r->matched], FENCE);
	free(rank);
	free(rows);
}

static void
test_walks(void **state)
{
	static const uint32_t rows[] = {0, 1, 63, 64, 65, 2100};
	static const uint32_t percent[] = {0, 3, 50, 100};
	static const struct sort_key key[] = {{R_NUM, true}, {R_SMALL, false}};
	struct rng rng = {44};
	size_t i, k;

	(void)state;
	for (i = 0; i < COUNT(rows) * COUNT(percent); i++) {
		struct scan_result r;
		struct orders o;
		struct frame f;

		frame_random(&f, 900 + i, rows[i / COUNT(percent)]);
		random_result(&r, &rng, &f, percent[i % COUNT(percent)]);
		orders_init(&o);
		for (k = 0; k < 3; k++) {
			const uint32_t *perm = orders_get(&o, &f, key, k);

			check_walk(&r, perm);
			check_ranked(&r, &f, &rng, perm);
		}
		orders_free(&o);
		bitset_free(&r.pass);
		frame_free(&f);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_random_orders),
	    cmocka_unit_test(test_wide_keys),
	    cmocka_unit_test(test_absent_last),
	    cmocka_unit_test(test_cache),
	    cmocka_unit_test(test_walks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
