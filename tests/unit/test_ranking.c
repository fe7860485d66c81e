/*
 * test_ranking.c - weights, scores, places and how firm the first place is: numbers worked by hand, then against slow plain
 * references over random rankings.
 */
#include "career/model/rank.h"

#include "check.h"

#include <math.h>
#include <stdlib.h>

#define NEAR(a, b) assert_true(fabs((a) - (b)) < 0.0001)

static struct err e;

/* --- weights ---------------------------------------------------------------------------------- */

static void
test_weights(void **state)
{
	struct rank_weights w, same;
	struct buf text = BUF_INIT;

	(void)state;
	rank_weights_default(&w);
	for (size_t i = 0; i < RANK_PARTS; i++)
		assert_int_equal(w.w[i], 5);
	assert_ok(rank_weights_read(&w, "pay=10, fit=0", &e));
	assert_int_equal(w.w[PART_PAY], 10);
	assert_int_equal(w.w[PART_FIT], 0);
	assert_int_equal(w.w[PART_COST], 5);
	rank_weights_text(&w, &text);
	assert_string_equal(text.data, "pay=10,growth=5,cost=5,time=5,fit=0,interest=5");
	rank_weights_default(&same);
	assert_ok(rank_weights_read(&same, text.data, &e));
	assert_memory_equal(&same, &w, sizeof w);
	assert_ok(rank_weights_read(&w, "", &e));
	assert_memory_equal(&same, &w, sizeof w);
	buf_free(&text);
}

/* What is wrong with one changes none. */
static void
test_wrong_weights(void **state)
{
	static const char *const wrong[] = {"pay", "pay=", "pay=11", "pay=-1", "pay=5x", "pay=0x5",
	    "pay= 5", "cheese=5", "growth=3,pay=99", "=5", "pay=999999999999999999999"};
	struct rank_weights w, was;

	(void)state;
	rank_weights_default(&w);
	was = w;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_false(rank_weights_read(&w, wrong[i], &e));
		assert_int_equal(e.code, ERR_USAGE);
		assert_memory_equal(&w, &was, sizeof w);
	}
	rank_weights_kept(&w, NULL);
	assert_memory_equal(&w, &was, sizeof w);
}

/* --- by hand ---------------------------------------------------------------------------------- */

static void
clear(struct ranked *r, const char *title)
{
	*r = (struct ranked){.slug = title, .title = title};
	for (size_t p = 0; p < RANK_PARTS; p++) {
		r->of[p] = (struct rank_value){
		    .v = NAN, .why_not = "", .source = "", .fact = "", .program = ""};
		r->part[p] = NAN;
	}
}

static const struct ranked *
find(const struct ranking *k, const char *title)
{
	for (size_t i = 0; i < k->n; i++)
		if (strcmp(k->r[i].title, title) == 0)
			return &k->r[i];
	fail_msg("no %s", title);
	return NULL;
}

static struct rank_weights
weights(int pay, int growth, int cost, int time)
{
	return (struct rank_weights){{pay, growth, cost, time, 0, 0}};
}

/*
 *      pay  growth  cost        parts: pay (v - 80) / 40, growth (v - 2) / 2, cost (40 - v) / 30
 *   X  120  2       40          1    0    0
 *   Y  100  4       10          1/2  1    1
 *   Z  80   3       40          0    1/2  0
 *   T  200  9       1           thin: others are not measured by it; cut to 1 1 1
 *   U  -    5       -           knows one part of three: apart
 */
static void
three(struct ranking *k, struct ranked r[5])
{
	static const double v[5][3] = {
	    {120, 2, 40}, {100, 4, 10}, {80, 3, 40}, {200, 9, 1}, {NAN, 5, NAN}};
	static const char *const titles[] = {"X", "Y", "Z", "T", "U"};

	for (size_t i = 0; i < 5; i++) {
		clear(&r[i], titles[i]);
		for (size_t p = 0; p < 3; p++)
			r[i].of[p].v = v[i][p];
	}
	r[3].thin = true;
	*k = (struct ranking){.r = r, .n = 5};
	rank_parts(k);
}

static void
test_parts(void **state)
{
	struct ranked r[5];
	struct ranking k;

	(void)state;
	three(&k, r);
	NEAR(r[0].part[PART_PAY], 1);
	NEAR(r[0].part[PART_GROWTH], 0);
	NEAR(r[0].part[PART_COST], 0);
	NEAR(r[1].part[PART_PAY], 0.5);
	NEAR(r[1].part[PART_GROWTH], 1);
	NEAR(r[1].part[PART_COST], 1);
	NEAR(r[2].part[PART_GROWTH], 0.5);
	assert_true(isnan(r[0].part[PART_TIME]));
	assert_true(r[3].apart && r[4].apart && !r[0].apart && !r[1].apart && !r[2].apart);
	NEAR(r[3].part[PART_PAY], 1);
	assert_int_equal(r[4].known, 1);
	assert_int_equal(k.known[PART_PAY], 3);
	assert_int_equal(k.known[PART_TIME], 0);
}

/*
 * Weights 8, 2, 1: X 8 / 11, Y (4 + 2 + 1) / 11 = 7 / 11, Z 1 / 11.
 * pay w:    X w / (w + 3), Y (w / 2 + 3) / (w + 3): X is first from w = 6 on
 * growth w: X 8 / (9 + w), Y (5 + w) / (9 + w): up to w = 3
 * cost w:   X 8 / (10 + w), Y (6 + w) / (10 + w): up to w = 2
 */
static void
test_places(void **state)
{
	struct rank_weights w = weights(8, 2, 1, 5);
	struct ranked r[5];
	struct ranking k;
	int lo, hi;

	(void)state;
	three(&k, r);
	rank_weigh(&k, &w);
	assert_int_equal(k.placed, 3);
	assert_string_equal(k.r[0].title, "X");
	assert_string_equal(k.r[1].title, "Y");
	assert_string_equal(k.r[2].title, "Z");
	NEAR(k.r[0].score, 8.0 / 11);
	NEAR(k.r[1].score, 7.0 / 11);
	NEAR(k.r[2].score, 1.0 / 11);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(k.r[i].place, i + 1);
	/* Behind, by what is known of them, without a place. */
	assert_string_equal(k.r[3].title, "T");
	assert_int_equal(k.r[3].place + k.r[4].place, 0);
	NEAR(k.hold[PART_PAY].below, 6);
	assert_ptr_equal(k.hold[PART_PAY].below_by, find(&k, "Y"));
	assert_true(isnan(k.hold[PART_PAY].above));
	assert_null(k.hold[PART_PAY].above_by);
	NEAR(k.hold[PART_GROWTH].above, 3);
	assert_true(isnan(k.hold[PART_GROWTH].below));
	NEAR(k.hold[PART_COST].above, 2);
	assert_true(isnan(k.hold[PART_TIME].below) && isnan(k.hold[PART_TIME].above));
	assert_true(rank_hold_span(&k.hold[PART_PAY], &lo, &hi));
	assert_int_equal(lo, 6);
	assert_int_equal(hi, 10);
	assert_true(rank_hold_span(&k.hold[PART_GROWTH], &lo, &hi));
	assert_int_equal(lo, 0);
	assert_int_equal(hi, 3);
	assert_false(rank_hold_span(&k.hold[PART_TIME], &lo, &hi));
}

/* Weights 8, 3, 1: X 8 / 12, Y (4 + 3 + 1) / 12: both are first, and any growth more leaves Y alone. */
static void
test_shared(void **state)
{
	struct rank_weights w = weights(8, 3, 1, 0);
	struct ranked r[5];
	struct ranking k;

	(void)state;
	three(&k, r);
	rank_weigh(&k, &w);
	assert_int_equal(k.r[0].place, 1);
	assert_int_equal(k.r[1].place, 1);
	assert_int_equal(k.r[2].place, 3);
	assert_string_equal(k.r[0].title, "X");
	NEAR(k.hold[PART_GROWTH].above, 3);
	NEAR(k.hold[PART_PAY].below, 8);
}

/*
 * A knows pay .9 and growth .1, B pay .5, growth .8 and cost .3; weights 5, 5, 5.
 * A (.9 w + .5) / (w + 5) = 5 / 10, B (.5 w + 5.5) / (w + 10) = 8 / 15. They meet where .4 w^2 + 1.5 w - 22.5 = 0:
 * w = (-1.5 + sqrt(2.25 + 36)) / .8 = 5.85582.
 */
static void
test_quadratic(void **state)
{
	struct rank_weights w = weights(5, 5, 5, 0);
	struct ranked r[2];
	struct ranking k = {.r = r, .n = 2};

	(void)state;
	clear(&r[0], "A");
	clear(&r[1], "B");
	r[0].part[PART_PAY] = 0.9;
	r[0].part[PART_GROWTH] = 0.1;
	r[1].part[PART_PAY] = 0.5;
	r[1].part[PART_GROWTH] = 0.8;
	r[1].part[PART_COST] = 0.3;
	rank_weigh(&k, &w);
	assert_string_equal(k.r[0].title, "B");
	NEAR(k.r[0].score, 8.0 / 15);
	NEAR(k.r[1].score, 0.5);
	NEAR(k.hold[PART_PAY].above, 5.85582);
	assert_string_equal(k.hold[PART_PAY].above_by->title, "A");
	assert_true(isnan(k.hold[PART_PAY].below));
}

/* What is the same for all tells nobody apart; what has no weight counts for nothing; one role alone has no place. */
static void
test_nothing_to_tell(void **state)
{
	struct rank_weights w = weights(5, 5, 5, 5);
	struct ranked r[2];
	struct ranking k = {.r = r, .n = 2};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		clear(&r[i], i == 0 ? "A" : "B");
		r[i].of[PART_PAY].v = 100;
		r[i].of[PART_GROWTH].v = i == 0 ? 1 : 2;
		r[i].of[PART_COST].v = 7;
	}
	rank_parts(&k);
	assert_true(
	    k.same[PART_PAY] && k.same[PART_COST] && !k.same[PART_GROWTH] && !k.same[PART_TIME]);
	assert_true(isnan(r[0].part[PART_PAY]));
	rank_weigh(&k, &w);
	assert_string_equal(k.r[0].title, "B");
	NEAR(k.r[0].score, 1);
	w = weights(5, 0, 5, 5);
	rank_weigh(&k, &w);
	assert_int_equal(k.placed, 0);
	assert_true(isnan(k.r[0].score));
	/* The first one comes with any weight. */
	w = weights(5, 1, 5, 5);
	rank_weigh(&k, &w);
	assert_int_equal(k.placed, 2);
	k.n = 1;
	rank_parts(&k);
	rank_weigh(&k, &w);
	assert_int_equal(k.placed, 0);
	k.n = 0;
	rank_parts(&k);
	rank_weigh(&k, &w);
	assert_int_equal(k.placed, 0);
}

/* --- against slow references ------------------------------------------------------------------ */

static unsigned seed;

static unsigned
roll(unsigned below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

enum { MANY = 8 };

/* Parts in steps of a twentieth, some not known, so that ties and like roles happen. */
static void
random_ranking(struct ranking *k, struct ranked r[MANY], struct rank_weights *w)
{
	static const char *const titles[MANY] = {"a", "b", "c", "d", "e", "f", "g", "h"};
	unsigned unknown = roll(3);

	*k = (struct ranking){.r = r, .n = 2 + roll(MANY - 1)};
	for (size_t i = 0; i < k->n; i++) {
		clear(&r[i], titles[i]);
		r[i].apart = roll(12) == 0;
		for (size_t p = 0; p < RANK_PARTS; p++)
			r[i].part[p] = roll(4) < unknown ? (double)NAN : roll(21) / 20.0;
	}
	for (size_t p = 0; p < RANK_PARTS; p++)
		w->w[p] = (int)roll(RANK_WEIGHT_MAX + 1);
	if (roll(3) == 0)
		for (size_t p = 2; p < RANK_PARTS; p++)
			w->w[p] = 0;
}

/* With `at` in place of one weight. */
static double
score_of(const struct ranked *r, const struct rank_weights *w, size_t part, double at)
{
	double above = 0, below = 0;

	if (r->apart)
		return NAN;
	for (size_t p = 0; p < RANK_PARTS; p++)
		if (!isnan(r->part[p])) {
			above += (p == part ? at : w->w[p]) * r->part[p];
			below += p == part ? at : w->w[p];
		}
	return below > 0 ? above / below : (double)NAN;
}

/* How far the best of the others is in front of the first one; above 0 where the first place has changed. */
static double
behind(const struct ranking *k, size_t part, double at)
{
	double first = score_of(&k->r[0], &k->weights, part, at), most = -2;

	for (size_t i = 1; i < k->n; i++)
		most = fmax(most, score_of(&k->r[i], &k->weights, part, at));
	return isnan(first) ? most > -2 ? 1 : -2 : most - first;
}

static void
check_side(const struct ranking *k, size_t part, int way)
{
	const struct rank_hold *h = &k->hold[part];
	double at = k->weights.w[part], end = way > 0 ? RANK_WEIGHT_MAX : 0;
	double change = way > 0 ? h->above : h->below, beyond, step = 0.01 * way;
	const struct ranked *by = way > 0 ? h->above_by : h->below_by;
	bool vanishes = !isnan(change) && change <= 0 && way < 0
	    && isnan(score_of(&k->r[0], &k->weights, part, 0));

	/* Up to there nobody passes the first one, in fine steps. */
	for (int i = 1; fabs(i * step) <= fabs(end - at) + 1e-9; i++) {
		double x = at + i * step;

		if (!isnan(change) && (way > 0 ? x > change : x < change))
			break;
		if (vanishes && x < 1e-9)
			break;
		if (fabs(x) < 1e-9)
			x = 0;
		if (behind(k, part, x) > 1e-9)
			fail_msg("part %zu: passed at %g, said %g", part, x, change);
	}
	if (isnan(change))
		return;
	assert_non_null(by);
	assert_true(way > 0 ? change >= at && change < end : change <= at && change >= end);
	/* Behind it somebody has, and it is who is named. */
	beyond = vanishes ? 0 : change + (end - change) * 1e-4;
	assert_true(behind(k, part, beyond) > 0);
	if (!vanishes)
		assert_true(score_of(by, &k->weights, part, beyond)
		    > score_of(&k->r[0], &k->weights, part, beyond));
}

static void
test_hold_by_steps(void **state)
{
	struct ranked r[MANY];
	struct ranking k;
	struct rank_weights w;
	size_t changes = 0;

	(void)state;
	for (seed = 1; seed < 400; seed++) {
		unsigned kept = seed;

		random_ranking(&k, r, &w);
		rank_weigh(&k, &w);
		for (size_t p = 0; p < RANK_PARTS && k.placed > 0; p++) {
			check_side(&k, p, -1);
			check_side(&k, p, 1);
			changes += isnan(k.hold[p].below) ? 0 : 1;
			changes += isnan(k.hold[p].above) ? 0 : 1;
		}
		seed = kept;
	}
	assert_true(changes > 500);
}

/* Places are how many have more, and those behind have none. */
static void
test_places_plain(void **state)
{
	struct ranked r[MANY];
	struct ranking k;
	struct rank_weights w;

	(void)state;
	for (seed = 1; seed < 2000; seed++) {
		unsigned kept = seed;

		random_ranking(&k, r, &w);
		rank_weigh(&k, &w);
		for (size_t i = 0; i < k.n; i++) {
			double mine = score_of(&k.r[i], &w, RANK_PARTS, 0);
			size_t before = 1;

			for (size_t j = 0; j < k.n; j++)
				before += score_of(&k.r[j], &w, RANK_PARTS, 0) > mine + 1e-12;
			assert_int_equal(k.r[i].place, isnan(mine) ? 0 : before);
			assert_true(i == 0 || k.r[i].place != 0 || k.r[i].apart || isnan(mine));
			assert_true(i >= k.placed ? k.r[i].place == 0 : k.r[i].place > 0);
		}
		seed = kept;
	}
}

static void
random_values(struct ranking *k, struct ranked r[MANY])
{
	struct rank_weights w;

	random_ranking(k, r, &w);
	for (size_t i = 0; i < k->n; i++)
		for (size_t p = 0; p < RANK_PARTS; p++)
			r[i].of[p].v = p > 2 && roll(5) == 0 ? (double)NAN : roll(12);
	rank_parts(k);
}

/* What is better for a role never costs it a place. */
static void
test_better_is_no_worse(void **state)
{
	struct ranked r[MANY], better[MANY];
	struct ranking k, other;
	struct rank_weights w;

	(void)state;
	for (seed = 1; seed < 2000; seed++) {
		unsigned kept = seed;
		size_t i, p;
		bool less;
		const char *title;

		random_values(&k, r);
		for (size_t q = 0; q < RANK_PARTS; q++)
			w.w[q] = (int)roll(RANK_WEIGHT_MAX + 1);
		memcpy(better, r, sizeof r);
		other = k;
		other.r = better;
		i = roll((unsigned)k.n);
		p = roll(3);
		less = p == PART_COST || p == PART_TIME;
		title = r[i].title;
		better[i].of[p].v += (less ? -1 : 1) * (1.0 + roll(9));
		rank_parts(&other);
		rank_weigh(&k, &w);
		rank_weigh(&other, &w);
		if (find(&k, title)->place != 0 && find(&other, title)->place != 0)
			assert_true(find(&other, title)->place <= find(&k, title)->place);
		seed = kept;
	}
}

/* Of two roles that know everything, more weight on a part never puts the one in front that has less of it. */
static void
test_more_weight(void **state)
{
	struct ranked r[MANY];
	struct ranking k;
	struct rank_weights w;

	(void)state;
	for (seed = 1; seed < 1000; seed++) {
		unsigned kept = seed;
		size_t p = roll(RANK_PARTS);

		random_ranking(&k, r, &w);
		for (size_t i = 0; i < k.n; i++)
			for (size_t q = 0; q < RANK_PARTS; q++)
				if (isnan(r[i].part[q]))
					r[i].part[q] = 0.5;
		for (size_t i = 0; i < k.n; i++)
			for (size_t j = 0; j < k.n; j++)
				if (r[i].part[p] >= r[j].part[p]
				    && score_of(&r[i], &w, p, 3) >= score_of(&r[j], &w, p, 3))
					assert_true(score_of(&r[i], &w, p, 7)
					    >= score_of(&r[j], &w, p, 7) - 1e-12);
		seed = kept;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_weights),
	    cmocka_unit_test(test_wrong_weights),
	    cmocka_unit_test(test_parts),
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_shared),
	    cmocka_unit_test(test_quadratic),
	    cmocka_unit_test(test_nothing_to_tell),
	    cmocka_unit_test(test_hold_by_steps),
	    cmocka_unit_test(test_places_plain),
	    cmocka_unit_test(test_better_is_no_worse),
	    cmocka_unit_test(test_more_weight),
	};

	return cmocka_run_group_tests_name("ranking", tests, NULL, NULL);
}
