/* The interval of greatest depth, against counting at sampled points. */
#include "career/model/depth.h"
#include "check.h"
#include "frames.h"

#include <math.h>

enum { GRID = 24, PARTIES = 5, SPANS = 14, CAP = 64, ROUNDS = 4000 };

static struct arena arena;

static int
setup(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static struct depth_span
range(size_t who, double lo, double hi)
{
	return (struct depth_span){lo, hi, who, true};
}

static struct depth_span
point(size_t who, double at)
{
	return (struct depth_span){at, at, who, false};
}

static void
check_peak(const struct depth_peak *p, double lo, double hi, size_t depth)
{
	assert_float_equal(p->lo, lo, 0);
	assert_float_equal(p->hi, hi, 0);
	assert_int_equal(p->depth, depth);
}

/* --- examples -------------------------------------------------------------------------------- */

static void
test_most_meet(void **state)
{
	const struct depth_span s[] = {
	    range(0, 120, 160), range(1, 110, 160), range(2, 70, 95), range(3, 115, 180)};
	struct depth_peak p[CAP];

	(void)state;
	assert_int_equal(depth_peaks(p, CAP, s, COUNT(s), &arena), 1);
	check_peak(&p[0], 120, 160, 3);
	assert_int_equal(p[0].covers, 3);
}

static void
test_touching_is_a_point(void **state)
{
	const struct depth_span s[] = {range(0, 120, 160), range(1, 160, 200)};
	struct depth_peak p[CAP];

	(void)state;
	assert_int_equal(depth_peaks(p, CAP, s, COUNT(s), &arena), 1);
	check_peak(&p[0], 160, 160, 2);
}

static void
test_nobody_meets(void **state)
{
	const struct depth_span apart[] = {range(0, 120, 180), range(1, 200, 400)};
	const struct depth_span alone[] = {range(0, 120, 180), range(0, 100, 200), point(0, 150)};
	const struct depth_span points[] = {point(0, 120), point(1, 120)};
	struct depth_peak p[CAP];

	(void)state;
	assert_int_equal(depth_peaks(p, CAP, apart, COUNT(apart), &arena), 0);
	assert_int_equal(depth_peaks(p, CAP, alone, COUNT(alone), &arena), 0);
	assert_int_equal(depth_peaks(p, CAP, points, COUNT(points), &arena), 0);
	assert_int_equal(depth_peaks(p, CAP, points, 0, &arena), 0);
}

static void
test_ties_are_all_kept(void **state)
{
	const struct depth_span s[] = {range(0, 0, 10), range(1, 8, 20), range(2, 15, 30)};
	struct depth_peak p[CAP];

	(void)state;
	assert_int_equal(depth_peaks(p, CAP, s, COUNT(s), &arena), 2);
	check_peak(&p[0], 8, 10, 2);
	check_peak(&p[1], 15, 20, 2);
	assert_int_equal(depth_peaks(p, 1, s, COUNT(s), &arena), 1);
	check_peak(&p[0], 8, 10, 2);
}

/* Points support the range they touch and set no edge; more ranges win over more points. */
static void
test_points_support(void **state)
{
	const struct depth_span one[] = {
	    range(0, 100, 200), point(1, 150), point(2, 200), point(3, 201)};
	const struct depth_span two[] = {range(0, 100, 120), range(1, 110, 130), point(2, 105)};
	const struct depth_span most[] = {range(0, 100, 120), range(1, 110, 130),
	    range(2, 200, 220), point(3, 210), point(4, 215)};
	struct depth_peak p[CAP];

	(void)state;
	assert_int_equal(depth_peaks(p, CAP, one, COUNT(one), &arena), 1);
	check_peak(&p[0], 100, 200, 3);
	assert_int_equal(p[0].covers, 1);
	assert_int_equal(depth_peaks(p, CAP, two, COUNT(two), &arena), 1);
	check_peak(&p[0], 110, 120, 2);
	assert_int_equal(depth_peaks(p, CAP, most, COUNT(most), &arena), 1);
	check_peak(&p[0], 200, 220, 3);
}

static void
test_open_ends(void **state)
{
	const struct depth_span floor[] = {range(0, 100, 200), {140, INFINITY, 1, false}};
	const struct depth_span half[] = {range(0, 250, INFINITY), range(1, 380, 450)};
	const struct depth_span both[] = {range(0, 250, INFINITY), range(1, 300, INFINITY)};
	struct depth_peak p[CAP];

	(void)state;
	assert_int_equal(depth_peaks(p, CAP, floor, COUNT(floor), &arena), 1);
	check_peak(&p[0], 100, 200, 2);
	assert_int_equal(depth_peaks(p, CAP, half, COUNT(half), &arena), 1);
	check_peak(&p[0], 380, 450, 2);
	assert_int_equal(depth_peaks(p, CAP, both, COUNT(both), &arena), 1);
	assert_float_equal(p[0].lo, 300, 0);
	assert_true(isinf(p[0].hi) && p[0].hi > 0);
}

/* --- random spans ---------------------------------------------------------------------------- */

static size_t
random_spans(struct depth_span *s, struct rng *r, bool ranges_only)
{
	size_t n = rng_below(r, SPANS + 1);

	for (size_t i = 0; i < n; i++) {
		double a = rng_below(r, GRID), b = a + rng_below(r, GRID / 3);

		s[i] = range(rng_below(r, PARTIES), a, b);
		if (ranges_only)
			continue;
		if (rng_chance(r, 40))
			s[i] = point(s[i].who, a);
		if (rng_chance(r, 15))
			s[i].hi = INFINITY;
		if (rng_chance(r, 5))
			s[i].lo = -INFINITY;
	}
	return n;
}

/* Parties with a range at x. */
static size_t
covers_at(const struct depth_span *s, size_t n, double x)
{
	size_t count = 0;

	for (size_t who = 0; who < PARTIES; who++) {
		bool in = false;

		for (size_t i = 0; i < n; i++)
			in |= s[i].who == who && s[i].range && s[i].lo <= x && x <= s[i].hi;
		count += in;
	}
	return count;
}

static bool
in_peaks(const struct depth_peak *p, size_t n, double x)
{
	for (size_t i = 0; i < n; i++)
		if (p[i].lo <= x && x <= p[i].hi)
			return true;
	return false;
}

/* Ranges begin and end at whole numbers, so that halves and wholes are all the places there are. */
static void
test_ranges_against_samples(void **state)
{
	struct rng r = {1};

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct depth_span s[SPANS];
		struct depth_peak p[CAP];
		size_t n = random_spans(s, &r, true), most = 0, found;

		arena_reset(&arena);
		for (double x = -1; x <= 2 * GRID; x += 0.5)
			most = covers_at(s, n, x) > most ? covers_at(s, n, x) : most;
		found = depth_peaks(p, CAP, s, n, &arena);
		assert_true((found > 0) == (most >= 2));
		for (double x = -1; found > 0 && x <= 2 * GRID; x += 0.5)
			assert_int_equal(in_peaks(p, found, x), covers_at(s, n, x) == most);
		for (size_t i = 0; i < found; i++)
			assert_int_equal(p[i].depth, most);
	}
}

/* Covers the whole of lo..hi by its ranges, or touches it with something else that its ranges do
 * not hold already. */
static bool
party_meets(const struct depth_span *s, size_t n, size_t who, struct depth_peak p)
{
	double from = isinf(p.lo) ? -1 : p.lo, to = isinf(p.hi) ? 3 * GRID : p.hi;
	bool covers = true;

	for (double x = from; x <= to; x += 0.5) {
		bool in = false;

		for (size_t i = 0; i < n; i++)
			in |= s[i].who == who && s[i].range && s[i].lo <= x && x <= s[i].hi;
		covers &= in;
	}
	for (size_t i = 0; i < n && !covers; i++) {
		bool own = false;

		if (s[i].who != who || s[i].range || s[i].lo > p.hi || s[i].hi < p.lo)
			continue;
		for (size_t k = 0; k < n; k++)
			own |= s[k].who == who && s[k].range && s[k].lo <= s[i].lo
			    && s[i].hi <= s[k].hi;
		if (!own)
			return true;
	}
	return covers;
}

static void
test_depth_is_what_it_says(void **state)
{
	struct rng r = {2};
	size_t seen = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct depth_span s[SPANS];
		struct depth_peak p[CAP];
		size_t n = random_spans(s, &r, false), found;

		arena_reset(&arena);
		found = depth_peaks(p, CAP, s, n, &arena);
		for (size_t i = 0; i < found; i++) {
			size_t depth = 0;

			for (size_t who = 0; who < PARTIES; who++)
				depth += party_meets(s, n, who, p[i]);
			assert_int_equal(p[i].depth, depth);
			assert_in_range(p[i].depth, 2, PARTIES);
			assert_in_range(p[i].covers, 1, p[i].depth);
			assert_true(p[i].lo <= p[i].hi);
			assert_true(i == 0 || p[i - 1].hi <= p[i].lo);
		}
		seen += found;
	}
	assert_true(seen > ROUNDS / 2);
}

static void
check_same(const struct depth_span *s, size_t n, const struct depth_span *t, size_t m)
{
	struct depth_peak p[CAP], q[CAP];
	size_t found = depth_peaks(p, CAP, s, n, &arena);

	assert_int_equal(depth_peaks(q, CAP, t, m, &arena), found);
	for (size_t i = 0; i < found; i++) {
		assert_true(p[i].lo <= q[i].lo && q[i].lo <= p[i].lo);
		assert_true(p[i].hi <= q[i].hi && q[i].hi <= p[i].hi);
		assert_int_equal(p[i].depth, q[i].depth);
		assert_int_equal(p[i].covers, q[i].covers);
	}
}

static void
test_order_does_not_matter(void **state)
{
	struct rng r = {3};

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct depth_span s[SPANS], t[SPANS];
		size_t n = random_spans(s, &r, false);

		arena_reset(&arena);
		memcpy(t, s, sizeof t);
		for (size_t i = n; i > 1; i--) {
			size_t k = rng_below(&r, (uint32_t)i);
			struct depth_span swap = t[i - 1];

			t[i - 1] = t[k];
			t[k] = swap;
		}
		check_same(s, n, t, n);
	}
}

/* What a party says inside the ranges it already gave changes nothing. */
static void
test_inside_own_union(void **state)
{
	struct rng r = {4};

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct depth_span s[SPANS + 1];
		size_t n = random_spans(s, &r, false), k = n > 0 ? rng_below(&r, (uint32_t)n) : 0;
		double lo, hi;

		arena_reset(&arena);
		if (n == 0 || !s[k].range)
			continue;
		lo = isinf(s[k].lo) ? 0 : s[k].lo;
		hi = isinf(s[k].hi) ? lo + GRID : s[k].hi;
		s[n] = s[k];
		s[n].range = rng_chance(&r, 50);
		s[n].lo = lo + (hi - lo) * rng_below(&r, 5) / 8;
		s[n].hi = s[n].range ? hi - (hi - s[n].lo) * rng_below(&r, 5) / 4 : s[n].lo;
		check_same(s, n, s, n + 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_most_meet),
	    cmocka_unit_test(test_touching_is_a_point),
	    cmocka_unit_test(test_nobody_meets),
	    cmocka_unit_test(test_ties_are_all_kept),
	    cmocka_unit_test(test_points_support),
	    cmocka_unit_test(test_open_ends),
	    cmocka_unit_test(test_ranges_against_samples),
	    cmocka_unit_test(test_depth_is_what_it_says),
	    cmocka_unit_test(test_order_does_not_matter),
	    cmocka_unit_test(test_inside_own_union),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
