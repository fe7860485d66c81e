/* The blocked scan against a reading of its contract row by row. */
#include "career/base/mem.h"
#include "career/frame/plan.h"
#include "career/frame/scan.h"
#include "check.h"
#include "frames.h"

#include <stdlib.h>

enum verdict { PASSES, FAILS, UNKNOWN, GUARDED };

/* --- the oracle ------------------------------------------------------------------------------ */

static bool
row_has_code(const struct frame *f, int col, uint32_t row, const struct bitset *set)
{
	uint32_t i, n;

	if (f->cols[col].spec->kind == COL_CODE)
		return bitset_has(set, column_code(&f->cols[col], row));
	n = frame_list_len(f, col, row);
	if (n == 0)
		return bitset_has(set, 0);
	for (i = 0; i < n; i++)
		if (bitset_has(set, frame_list_code(f, col, row, i)))
			return true;
	return false;
}

static bool
row_has_value(const struct frame *f, int col, uint32_t row)
{
	switch (f->cols[col].spec->kind) {
	case COL_NUM:
		return !frame_is_missing(frame_num(f, col, row));
	case COL_LIST:
		return frame_list_len(f, col, row) > 0;
	default:
		return column_code(&f->cols[col], row) != 0;
	}
}

static bool
row_has_word(const struct frame *f, const struct scan_test *t, uint32_t row)
{
	int col;

	for (col = 0; col < R_COLS; col++)
		if (t->sets[col].bits > 0 && row_has_code(f, col, row, &t->sets[col]))
			return true;
	return false;
}

static bool
row_in_range(const struct frame *f, const struct scan_test *t, uint32_t row)
{
	int64_t low = frame_num(f, t->col, row), high = low;

	if (t->kind == SCAN_OVERLAP && row_has_value(f, t->col2, row))
		high = frame_num(f, t->col2, row);
	if (t->kind == SCAN_OVERLAP)
		return low <= t->hi && high >= t->lo;
	return low >= t->lo && low <= t->hi;
}

static enum verdict
judge(const struct frame *f, const struct scan_test *t, uint32_t row)
{
	bool holds = false;

	switch (t->kind) {
	case SCAN_WORD:
		holds = row_has_word(f, t, row);
		break;
	case SCAN_SET:
		holds = row_has_code(f, t->col, row, &t->set);
		break;
	case SCAN_PRESENT:
		holds = row_has_value(f, t->col, row);
		break;
	case SCAN_RANGE:
	case SCAN_OVERLAP:
		if (!row_has_value(f, t->col, row))
			return UNKNOWN;
		holds = row_in_range(f, t, row);
		break;
	}
	if (holds == t->negate)
		return FAILS;
	if (t->kind == SCAN_RANGE && t->guard_col >= 0
	    && !bitset_has(&t->guard, column_code(&f->cols[t->guard_col], row)))
		return GUARDED;
	return PASSES;
}

/* Bits of the verdicts that some test outside `group` (-1: none) gives a row. */
static unsigned
judge_all(const struct scan *s, const struct frame *f, uint32_t row, int group)
{
	unsigned seen = 0;
	size_t i;

	for (i = 0; i < s->ntests; i++)
		if ((int)s->tests[i].group != group)
			seen |= 1u << judge(f, &s->tests[i], row);
	return seen & ~(1u << PASSES);
}

static bool
is_in(const struct scan *s, unsigned seen)
{
	return (seen & ~(s->with_unknown ? 1u << UNKNOWN : 0u)) == 0;
}

static bool
is_apart(const struct scan *s, unsigned seen)
{
	return (seen & 1u << GUARDED) && is_in(s, seen & ~(1u << GUARDED));
}

/* --- random scans ---------------------------------------------------------------------------- */

static void
random_set(struct bitset *set, struct rng *r, uint32_t n)
{
	uint32_t i, percent = rng_chance(r, 30) ? 0 : rng_chance(r, 50) ? 40 : 4;

	bitset_init(set, n);
	for (i = 0; i < n; i++)
		if (rng_chance(r, percent))
			bitset_set(set, i);
	if (rng_chance(r, 80))
		bitset_set(set, rng_below(r, n));
}

static void
random_word(struct scan_test *t, struct rng *r, const struct frame *f)
{
	static const int search[] = {R_SMALL, R_MIDDLE, R_LARGE, R_LIST, R_MANY};
	size_t i;

	for (i = 0; i < COUNT(search); i++)
		if (rng_chance(r, 50))
			random_set(&t->sets[search[i]], r, f->cols[search[i]].dict.n);
}

static void
random_bounds(struct scan_test *t, struct rng *r)
{
	static const int nums[] = {R_NUM, R_END, R_WIDE, R_EVEN};

	t->col = t->kind == SCAN_OVERLAP ? R_NUM : nums[rng_below(r, 4)];
	t->col2 = R_END;
	if (t->col == R_WIDE) {
		t->lo = rng_chance(r, 50) ? INT32_MIN : (int32_t)rng_next(r);
		t->hi = rng_chance(r, 50) ? INT32_MAX : (int32_t)rng_next(r);
		return;
	}
	t->lo = (t->col == R_EVEN ? 1000 : 0) + (int32_t)rng_below(r, t->col == R_EVEN ? 5 : 50);
	t->hi = t->lo + (int32_t)rng_below(r, t->col == R_EVEN ? 3 : 20);
	if (rng_chance(r, 30))
		t->lo = INT32_MIN;
	else if (rng_chance(r, 30))
		t->hi = INT32_MAX;
}

static void
random_test(struct scan_test *t, struct rng *r, const struct frame *f)
{
	static const int coded[] = {R_SMALL, R_MIDDLE, R_LARGE, R_UNIT, R_LIST, R_MANY};

	t->kind = (enum scan_kind)rng_below(r, 5);
	t->negate = rng_chance(r, 25);
	switch (t->kind) {
	case SCAN_WORD:
		random_word(t, r, f);
		break;
	case SCAN_SET:
		t->col = coded[rng_below(r, COUNT(coded))];
		random_set(&t->set, r, f->cols[t->col].dict.n);
		break;
	case SCAN_PRESENT:
		t->col = (int)rng_below(r, R_COLS);
		break;
	default:
		random_bounds(t, r);
		if (t->kind == SCAN_RANGE && rng_chance(r, 60)) {
			t->guard_col = R_UNIT;
			random_set(&t->guard, r, f->cols[R_UNIT].dict.n);
		}
	}
}

static void
random_scan(struct scan *s, struct rng *r, const struct frame *f, size_t ntests)
{
	static const int facets[] = {R_SMALL, R_MIDDLE, R_LARGE, R_UNIT, R_LIST, R_MANY};
	size_t i;

	scan_init(s);
	s->ntests = ntests;
	s->with_unknown = rng_chance(r, 40);
	s->nfacets = rng_below(r, SCAN_MAX_FACETS + 1);
	for (i = 0; i < s->nfacets; i++)
		s->facets[i] = facets[i < COUNT(facets) ? i : rng_below(r, COUNT(facets))];
	for (i = 0; i < ntests; i++) {
		random_test(&s->tests[i], r, f);
		s->tests[i].tag = (int)rng_below(r, 20) - 1;
		if (s->nfacets > 0 && rng_chance(r, 50))
			s->tests[i].group = 1 + rng_below(r, (uint32_t)s->nfacets);
	}
}

/* --- comparing ------------------------------------------------------------------------------- */

static void
compare_rows(const struct scan *s, const struct frame *f, const struct scan_result *r)
{
	uint32_t row, matched = 0, unknown = 0, apart = 0;

	assert_int_equal(r->pass.bits, f->rows);
	assert_true(r->unknown_rows.bits == 0 || r->unknown_rows.bits == f->rows);
	for (row = 0; row < f->rows; row++) {
		unsigned seen = judge_all(s, f, row, -1);
		bool in = is_in(s, seen);

		matched += in;
		unknown += seen == 1u << UNKNOWN;
		apart += is_apart(s, seen);
		if (bitset_has(&r->pass, row) != in)
			fail_msg("row %u: pass is %d", row, !in);
		if (bitset_has(&r->unknown_rows, row) != (seen == 1u << UNKNOWN))
			fail_msg("row %u: unknown is %d", row, seen != 1u << UNKNOWN);
	}
	assert_int_equal(r->rows, f->rows);
	assert_int_equal(r->matched, matched);
	assert_int_equal(bitset_count(&r->pass), matched);
	assert_int_equal(r->unknown, unknown);
	assert_int_equal(bitset_count(&r->unknown_rows), unknown);
	assert_int_equal(r->apart, apart);
}

static void
compare_apart(const struct scan *s, const struct frame *f, const struct scan_result *r)
{
	uint32_t row, *codes, n;

	if (r->apart_col < 0) {
		assert_null(r->apart_codes);
		return;
	}
	n = f->cols[r->apart_col].dict.n;
	codes = mem_zero(n, sizeof *codes);
	for (row = 0; row < f->rows; row++)
		if (is_apart(s, judge_all(s, f, row, -1)))
			codes[column_code(&f->cols[r->apart_col], row)]++;
	assert_memory_equal(codes, r->apart_codes, n * sizeof *codes);
	free(codes);
}

static void
compare_facet(const struct scan *s, const struct frame *f, const struct scan_result *r, size_t i)
{
	const struct column *c = &f->cols[s->facets[i]];
	uint32_t *counts = mem_zero(c->dict.n, sizeof *counts), row, k, n;

	for (row = 0; row < f->rows; row++) {
		if (!is_in(s, judge_all(s, f, row, (int)i + 1)))
			continue;
		if (c->spec->kind == COL_CODE) {
			counts[column_code(c, row)]++;
			continue;
		}
		n = frame_list_len(f, s->facets[i], row);
		counts[0] += n == 0;
		for (k = 0; k < n; k++)
			counts[frame_list_code(f, s->facets[i], row, k)]++;
	}
	for (k = 0; k < c->dict.n; k++)
		if (counts[k] != r->counts[i][k])
			fail_msg("facet %zu (%s) code %u: %u, expected %u", i, c->spec->name, k,
			    r->counts[i][k], counts[k]);
	free(counts);
}

static void
compare(const struct scan *s, const struct frame *f, struct scan_result *r)
{
	size_t i;

	scan_run(s, f, r);
	compare_rows(s, f, r);
	compare_apart(s, f, r);
	assert_int_equal(r->nfacets, s->nfacets);
	for (i = 0; i < s->nfacets; i++)
		compare_facet(s, f, r, i);
}

/* --- tests ----------------------------------------------------------------------------------- */

static void
random_scans(uint32_t rows, uint64_t seed, int scans)
{
	struct rng rng = {seed + 77};
	struct scan_result r;
	struct scan s;
	struct frame f;

	frame_random(&f, seed, rows);
	scan_result_init(&r);
	for (; scans > 0; scans--) {
		size_t ntests = rng_below(&rng, 4) == 0 ? rng_below(&rng, 20) : rng_below(&rng, 5);

		random_scan(&s, &rng, &f, ntests);
		compare(&s, &f, &r);
		scan_free(&s);
	}
	scan_result_free(&r);
	frame_free(&f);
}

static void
test_random_small(void **state)
{
	static const uint32_t rows[] = {0, 1, 2, 63, 64, 65, 100, 127, 128, 129, 700};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		random_scans(rows[i], 1000 + i, 60);
}

static void
test_random_blocks(void **state)
{
	static const uint32_t rows[] = {
	    PLAN_BLOCK - 1, PLAN_BLOCK, PLAN_BLOCK + 1, 2 * PLAN_BLOCK - 64, 3 * PLAN_BLOCK + 17};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		random_scans(rows[i], 2000 + i, 25);
}

static void
test_random_large(void **state)
{
	struct frame f;

	(void)state;
	frame_random(&f, 3000, 80000);
	assert_int_equal(f.cols[R_SMALL].width, 1);
	assert_int_equal(f.cols[R_MIDDLE].width, 2);
	assert_int_equal(f.cols[R_LARGE].width, 4);
	assert_int_equal(f.cols[R_LIST].width, 2);
	assert_int_equal(f.cols[R_MANY].width, 2);
	frame_free(&f);
	random_scans(80000, 3000, 12);
}

/* One result serves frames and scans of different sizes one after the other. */
static void
test_reuse(void **state)
{
	static const uint32_t rows[] = {5000, 10, 0, 4097, 1};
	struct rng rng = {5};
	struct scan_result r;
	size_t i;

	(void)state;
	scan_result_init(&r);
	for (i = 0; i < 3 * COUNT(rows); i++) {
		struct frame f;
		struct scan s;

		frame_random(&f, 40 + i, rows[i % COUNT(rows)]);
		random_scan(&s, &rng, &f, i % 6);
		compare(&s, &f, &r);
		scan_free(&s);
		frame_free(&f);
	}
	scan_result_free(&r);
}

/* Eleven words, some of them negated: more than one step takes. */
static void
test_many_words(void **state)
{
	struct rng rng = {99};
	struct scan_result r;
	struct frame f;
	struct scan s;
	size_t i;

	(void)state;
	frame_random(&f, 50, 3000);
	scan_result_init(&r);
	scan_init(&s);
	s.nfacets = 1;
	s.facets[0] = R_SMALL;
	s.ntests = 11;
	for (i = 0; i < s.ntests; i++) {
		s.tests[i].kind = SCAN_WORD;
		s.tests[i].negate = i % 4 == 3;
		bitset_init(&s.tests[i].sets[R_SMALL], f.cols[R_SMALL].dict.n);
		bitset_fill(&s.tests[i].sets[R_SMALL], i % 4 != 3);
		random_set(&s.tests[i].sets[R_LIST], &rng, f.cols[R_LIST].dict.n);
		if (i % 4 == 3)
			bitset_fill(&s.tests[i].sets[R_LIST], false);
	}
	compare(&s, &f, &r);
	assert_int_equal(r.matched, f.rows);
	bitset_unset(&s.tests[10].sets[R_SMALL], 1);
	compare(&s, &f, &r);
	assert_in_range(r.matched, 1, f.rows - 1);
	scan_free(&s);
	scan_result_free(&r);
	frame_free(&f);
}

/* A word that stands in no dictionary: nothing matches; excluded, everything does. */
static void
test_word_nowhere(void **state)
{
	struct scan_result r;
	struct frame f;
	struct scan s;

	(void)state;
	frame_random(&f, 51, 3000);
	scan_result_init(&r);
	scan_init(&s);
	s.ntests = 1;
	s.tests[0].kind = SCAN_WORD;
	bitset_init(&s.tests[0].sets[R_SMALL], f.cols[R_SMALL].dict.n);
	compare(&s, &f, &r);
	assert_int_equal(r.matched, 0);
	s.tests[0].negate = true;
	compare(&s, &f, &r);
	assert_int_equal(r.matched, f.rows);
	scan_free(&s);
	scan_result_free(&r);
	frame_free(&f);
}

/* A set made for a smaller dictionary than the column's: the codes beyond are not in it. */
static void
test_short_set(void **state)
{
	struct scan_result r;
	struct frame f;
	struct scan s;

	(void)state;
	frame_random(&f, 52, 2500);
	scan_result_init(&r);
	scan_init(&s);
	s.ntests = 2;
	s.tests[0].kind = SCAN_SET;
	s.tests[0].col = R_MIDDLE;
	bitset_init(&s.tests[0].set, 3);
	bitset_fill(&s.tests[0].set, true);
	s.tests[1].kind = SCAN_SET;
	s.tests[1].col = R_MANY;
	bitset_init(&s.tests[1].set, 70);
	bitset_fill(&s.tests[1].set, true);
	compare(&s, &f, &r);
	assert_in_range(r.matched, 1, f.rows - 1);
	scan_free(&s);
	scan_result_free(&r);
	frame_free(&f);
}

static uint32_t
naive_without(struct scan *s, const struct frame *f, int tag)
{
	struct scan rest = *s;
	uint32_t row, n = 0;
	size_t i;

	rest.ntests = 0;
	for (i = 0; i < s->ntests; i++)
		if (s->tests[i].tag != tag)
			rest.tests[rest.ntests++] = s->tests[i];
	for (row = 0; row < f->rows; row++)
		n += is_in(&rest, judge_all(&rest, f, row, -1));
	return n;
}

static void
test_without(void **state)
{
	static const uint32_t rows[] = {0, 1, 500, PLAN_BLOCK + 5};
	enum { NTAGS = 19 };
	struct rng rng = {123};
	uint32_t got[NTAGS];
	size_t i;
	int k, tag;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		struct frame f;

		frame_random(&f, 60 + i, rows[i]);
		for (k = 0; k < 20; k++) {
			struct scan s;

			random_scan(&s, &rng, &f, 1 + rng_below(&rng, k == 0 ? 30 : 5));
			scan_without(&s, &f, got, NTAGS);
			for (tag = 0; tag < NTAGS; tag++)
				assert_int_equal(got[tag], naive_without(&s, &f, tag));
			scan_free(&s);
		}
		frame_free(&f);
	}
}

static bool
naive_nearest(
    const struct scan *s, const struct frame *f, size_t test, int32_t *value, uint32_t *rows)
{
	const struct scan_test *t = &s->tests[test];
	int64_t best = INT64_MAX;
	uint32_t row;
	size_t i;

	*rows = 0;
	for (row = 0; row < f->rows; row++) {
		bool others = true;
		int32_t v;
		int64_t d;

		for (i = 0; i < s->ntests; i++)
			if (i != test)
				others &= is_in(s, 1u << judge(f, &s->tests[i], row) & ~1u);
		if (!others || judge(f, t, row) != FAILS)
			continue;
		if (t->kind == SCAN_RANGE && t->guard_col >= 0
		    && !bitset_has(&t->guard, column_code(&f->cols[t->guard_col], row)))
			continue;
		v = frame_num(f, t->col, row);
		d = (int64_t)v - t->hi;
		if (v <= t->hi) {
			if (t->kind == SCAN_OVERLAP && row_has_value(f, t->col2, row))
				v = frame_num(f, t->col2, row);
			d = (int64_t)t->lo - v;
		}
		if (d < best || (d == best && v < *value)) {
			best = d;
			*value = v;
			*rows = 0;
		}
		*rows += d == best && v == *value;
	}
	return *rows > 0;
}

static void
test_nearest(void **state)
{
	struct rng rng = {321};
	int k, found = 0;

	(void)state;
	for (k = 0; k < 150; k++) {
		uint32_t rows = 0, expected = 0;
		int32_t value = 0, nearest = 0;
		struct frame f;
		struct scan s;

		frame_random(&f, (uint64_t)k, k % 3 == 0 ? 2500 : 300);
		random_scan(&s, &rng, &f, 1 + rng_below(&rng, 3));
		s.tests[0].kind = rng_chance(&rng, 50) ? SCAN_RANGE : SCAN_OVERLAP;
		s.tests[0].negate = false;
		random_bounds(&s.tests[0], &rng);
		assert_int_equal(scan_nearest(&s, &f, 0, &value, &rows),
		    naive_nearest(&s, &f, 0, &nearest, &expected));
		assert_int_equal(rows, expected);
		if (expected > 0)
			assert_int_equal(value, nearest);
		found += expected > 0;
		s.tests[0].negate = true;
		assert_false(scan_nearest(&s, &f, 0, &value, &rows));
		scan_free(&s);
		frame_free(&f);
	}
	assert_in_range(found, 20, 150);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_random_small),
	    cmocka_unit_test(test_random_blocks),
	    cmocka_unit_test(test_random_large),
	    cmocka_unit_test(test_reuse),
	    cmocka_unit_test(test_many_words),
	    cmocka_unit_test(test_word_nowhere),
	    cmocka_unit_test(test_short_set),
	    cmocka_unit_test(test_without),
	    cmocka_unit_test(test_nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
