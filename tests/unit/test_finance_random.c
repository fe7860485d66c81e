/* Properties that the money formulas must have, over random inputs: sensible ones and hostile ones. */
#include "career/model/finance_band.h"
#include "career/model/finance_move.h"
#include "check.h"
#include "frames.h"

#include <math.h>

enum { ROUNDS = 20000, BANDS = 2000, FIGURES = 7 };

static double
between(struct rng *r, double lo, double hi)
{
	return lo + (hi - lo) * (rng_next(r) / 4294967295.0);
}

static double
maybe(struct rng *r, uint32_t percent, double v)
{
	return rng_chance(r, percent) ? v : NAN;
}

static struct finance_input
sensible(struct rng *r)
{
	struct finance_input in;

	finance_init(&in);
	in.currency = "USD";
	in.pay = between(r, 0, 300000);
	in.baseline = between(r, 0, 200000);
	in.cost = between(r, 0, 300000);
	in.aid = maybe(r, 30, between(r, 0, 50000));
	in.living = maybe(r, 30, between(r, 0, 4000));
	in.months = between(r, 0, 72);
	in.study_pay = maybe(r, 30, between(r, 0, 90000));
	in.borrowed = maybe(r, 30, between(r, 0, 200000));
	in.rate = rng_chance(r, 10) ? 0 : between(r, 0, 20);
	in.loan_years = between(r, 1, 30);
	in.discount = between(r, 0, 15);
	in.horizon = between(r, 1, 40);
	in.tax = maybe(r, 50, between(r, 0, 60));
	in.earnings = between(r, 0, 150000);
	in.high_school = between(r, 0, 60000);
	in.law_median = between(r, 0, 60000);
	in.ge_years = between(r, 5, 20);
	in.ge_annual = 8;
	in.ge_discretionary = 20;
	in.poverty = 15650;
	in.poverty_share = 150;
	in.job_kept = rng_chance(r, 40);
	in.accrue = rng_chance(r, 40);
	in.timing = rng_chance(r, 50) ? FIN_YEAR_END : FIN_YEAR_START;
	return in;
}

/* "Never" is longer than any number of years. */
static double
length(const struct finance_value *v)
{
	assert_true(v->told == FIN_TOLD || v->told == FIN_NEVER);
	return v->told == FIN_NEVER ? HUGE_VAL : v->value;
}

static void
check_not_shorter(enum finance_measure m, const struct finance_input *was,
    const struct finance_input *now, const char *why)
{
	struct finance_value a = finance_value(m, was), b = finance_value(m, now);

	if (length(&b) < length(&a))
		fail_msg("%s: %s: %g became %g", finance_formulas[m].key, why, a.value, b.value);
}

static void
test_order(void **state)
{
	static const enum finance_measure paybacks[] = {FM_DIRECT, FM_PAYBACK};
	struct rng r = {11};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct finance_input in = sensible(&r), dearer = in, poorer = in, longer = in;
		struct finance_value whole, price;

		dearer.cost += between(&r, 0, 100000);
		poorer.pay -= between(&r, 0, poorer.pay);
		longer.months += between(&r, 0, 60);
		for (size_t k = 0; k < COUNT(paybacks); k++) {
			check_not_shorter(paybacks[k], &in, &dearer, "more cost");
			check_not_shorter(paybacks[k], &in, &poorer, "less pay");
			check_not_shorter(paybacks[k], &in, &longer, "longer study");
		}
		assert_true(finance_value(FM_NPV, &dearer).value
		    <= finance_value(FM_NPV, &in).value + 1e-6);
		whole = finance_value(FM_PAYBACK, &in);
		price = finance_value(FM_DIRECT, &in);
		if (length(&whole) < length(&price))
			fail_msg("lost pay made it shorter");
	}
}

static void
test_loan(void **state)
{
	struct rng r = {12};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct finance_input in = sensible(&r), dearer = in, slower = in;
		double debt = finance_value(FM_DEBT, &in).value;
		double total = finance_value(FM_LOAN_TOTAL, &in).value;

		assert_true(total >= debt * (1 - 1e-12));
		assert_true(debt >= 0);
		dearer.rate = fmin(100, in.rate + between(&r, 0, 5));
		slower.loan_years += between(&r, 0, 20);
		assert_true(finance_value(FM_MONTHLY, &dearer).value
		    >= finance_value(FM_MONTHLY, &in).value * (1 - 1e-12));
		assert_true(finance_value(FM_MONTHLY, &slower).value
		    <= finance_value(FM_MONTHLY, &in).value * (1 + 1e-12));
		assert_true(finance_value(FM_LOAN_TOTAL, &slower).value >= total * (1 - 1e-12));
	}
}

/* A rate that is told balances the years; with costs first and gains after it there is one. */
static void
test_irr(void **state)
{
	struct rng r = {13};
	size_t told = 0;

	(void)state;
	for (int i = 0; i < ROUNDS / 4; i++) {
		struct finance_input in = sensible(&r);
		struct finance_value v = finance_value(FM_IRR, &in);
		struct finance_flows f;
		double scale = 0, npv;

		assert_true(finance_flows(&f, &in));
		if (v.told != FIN_TOLD) {
			assert_int_equal(v.told, FIN_CANNOT);
			assert_true(v.why >= FW_NO_PRICE && v.why <= FW_FAR_RATE);
			continue;
		}
		told++;
		for (size_t k = 0; k < f.n; k++)
			scale += fabs(f.of[k]) * pow(1 + v.value / 100, -(double)k);
		npv = finance_npv(&f, v.value, FIN_YEAR_START);
		if (!(fabs(npv) <= 1e-9 * scale))
			fail_msg("at %g%% it is %g of %g", v.value, npv, scale);
		assert_true(finance_npv(&f, v.value + 0.01, FIN_YEAR_START) < 0);
	}
	assert_true(told > ROUNDS / 20);
}

/* The discount turns a value's sign where the ratio is 1. */
static void
test_bcr(void **state)
{
	struct rng r = {14};

	(void)state;
	for (int i = 0; i < ROUNDS / 4; i++) {
		struct finance_input in = sensible(&r);
		struct finance_value b = finance_value(FM_BCR, &in), n = finance_value(FM_NPV, &in);

		if (b.told == FIN_TOLD && fabs(b.value - 1) > 1e-9)
			assert_true((b.value > 1) == (n.value > 0));
	}
}

static void
test_band(void **state)
{
	struct rng r = {15};
	struct arena a;

	(void)state;
	arena_init(&a);
	for (int i = 0; i < BANDS; i++) {
		struct finance_pay pays[FIGURES];
		size_t n = rng_below(&r, FIGURES + 1);
		enum finance_measure m =
		    rng_chance(&r, 70) ? FM_PAYBACK : (enum finance_measure)rng_below(&r, FM_COUNT);
		struct finance_input in = sensible(&r);
		struct finance_band b;
		struct buf text = BUF_INIT;

		for (size_t k = 0; k < n; k++) {
			double lo = between(&r, 0, 200000), hi = lo + between(&r, 0, 80000);

			pays[k] = (struct finance_pay){"x", lo, (lo + hi) / 2, hi};
		}
		finance_band(&b, m, &in, &(struct finance_pays){pays, n}, &a);
		for (size_t k = 0; k < n; k++) {
			struct finance_input own = in;
			struct finance_value v;

			own.pay = pays[k].middle;
			v = finance_value(m, &own);
			assert_int_equal(v.told, b.row[k].middle.told);
			if (v.told != FIN_TOLD)
				continue;
			assert_true(v.value >= b.lo && v.value <= b.hi);
			assert_true(
			    !b.row[k].lead || (v.value >= b.lead_lo && v.value <= b.lead_hi));
		}
		assert_true(b.told == 0 || b.lead > 0);
		assert_true(b.lead <= b.told);
		assert_int_equal(finance_band_count(&b, b.lo, b.hi), b.told);
		finance_band_says(&text, &b, &in);
		assert_true(text.len > 0);
		buf_free(&text);
		arena_reset(&a);
	}
	arena_free(&a);
}

/* --- hostile --------------------------------------------------------------------------------- */

static double
hostile(struct rng *r)
{
	static const double odd[] = {0, -0.0, 1, -1, 1e-300, -1e-300, 5e-324, 1e12, 1e13, 1e300,
	    -1e300, INFINITY, -INFINITY, NAN, 12, 100, 1000, 1e-9, 0.5, 90, 240, 59.999, 1 / 12.0};

	return odd[rng_below(r, COUNT(odd))];
}

static void
check_value(const struct finance_value *v)
{
	assert_true(v->told != FIN_TOLD ? isnan(v->value) : isfinite(v->value));
	assert_true(v->told != FIN_CANNOT || v->why != FW_NONE);
	assert_true(v->told != FIN_TOLD || v->why == FW_NONE);
	assert_true((v->why == FW_MISSING || v->why == FW_BELOW || v->why == FW_ABOVE)
	    == (v->about != FI_COUNT));
}

static void
test_hostile(void **state)
{
	struct rng r = {16};
	struct arena a;

	(void)state;
	arena_init(&a);
	for (int i = 0; i < ROUNDS; i++) {
		struct finance_input in = sensible(&r);
		enum finance_measure m = (enum finance_measure)rng_below(&r, FM_COUNT);
		struct finance_result res;
		struct finance_moves moves;

		for (uint32_t k = rng_below(&r, 8); k > 0; k--)
			finance_set(&in, (enum finance_field)rng_below(&r, FI_COUNT), hostile(&r));
		in.currency = rng_chance(&r, 20) ? NULL : "USD";
		res = finance_explain(m, &in, &a);
		check_value(&res.v);
		assert_true(res.says[0] != '\0');
		assert_null(strstr(res.says, "inf"));
		assert_null(strstr(res.says, "nan"));
		assert_null(strstr(res.worked, " nan"));
		if (rng_chance(&r, 10)) {
			finance_moves(&moves, m, &in, NULL, &a);
			for (size_t k = 0; k < moves.n; k++)
				assert_true(isfinite(moves.m[k].effect));
		}
		arena_reset(&a);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_order),
	    cmocka_unit_test(test_loan),
	    cmocka_unit_test(test_irr),
	    cmocka_unit_test(test_bcr),
	    cmocka_unit_test(test_band),
	    cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
