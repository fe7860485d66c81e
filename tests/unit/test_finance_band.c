/* One formula over several pay figures, and which input moves an answer most. */
#include "career/model/finance_band.h"
#include "career/model/finance_move.h"
#include "check.h"

#include <math.h>

static struct arena arena;

static int
begin(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void
check_near(double got, double want, double within)
{
	if (!(fabs(got - want) <= within))
		fail_msg("%.9g, not %.9g", got, want);
}

static struct finance_input
wharton(void)
{
	struct finance_input in;

	finance_init(&in);
	in.currency = "USD";
	in.cost = 190000;
	in.months = 20;
	in.pay = 140000;
	in.baseline = 80000;
	in.rate = 7.54;
	in.loan_years = 10;
	in.discount = 2;
	in.horizon = 10;
	return in;
}

static const struct finance_pay six[] = {
    {"aigraduate a", 180000, 200000, 220000},
    {"aigraduate b", 160000, 180000, 200000},
    {"ai-jobs", 106000, 140000, 163000},
    {"aigraduate a", 120000, 140000, 160000},
    {"aigraduate b", 120000, 120000, 120000},
    {"guide 2025", 70000, 82500, 95000},
};

static struct finance_band
band_of(
    enum finance_measure m, const struct finance_input *in, const struct finance_pay *p, size_t n)
{
	struct finance_band b;

	finance_band(&b, m, in, &(struct finance_pays){p, n}, &arena);
	assert_int_equal(b.n, n);
	return b;
}

static void
check_says(const struct finance_band *b, const struct finance_input *in, const char *want)
{
	struct buf text = BUF_INIT;

	finance_band_says(&text, b, in);
	assert_string_equal(text.data, want);
	buf_free(&text);
}

/* --- band ------------------------------------------------------------------------------------ */

static void
test_six(void **state)
{
	struct finance_input in = wharton();
	struct finance_band b = band_of(FM_PAYBACK, &in, six, 6);

	(void)state;
	assert_int_equal(b.told, 6);
	assert_int_equal(b.never, 0);
	assert_int_equal(b.best, 0);
	assert_int_equal(b.worst, 5);
	assert_int_equal(b.lead, 5);
	assert_false(b.row[5].lead);
	check_near(b.lead_lo, 2.6944, 0.0001);
	check_near(b.lead_hi, 8.0833, 0.0001);
	check_near(b.lo, b.lead_lo, 0);
	check_near(b.hi, 129.3333, 0.0001);
	assert_int_equal(b.row[5].low.told, FIN_NEVER);
	check_near(b.row[5].high.value, 323333.3333 / 15000, 0.0001);
	assert_int_equal(finance_band_count(&b, 2.5, 5.5), 4);
	assert_int_equal(finance_band_count(&b, 3, 8), 3);
	check_says(
	    &b, &in, "5 of 6 pay figures: 3-8 years; guide 2025: 129 years, never at its low end");
}

static void
test_some_never(void **state)
{
	struct finance_input in = wharton();
	struct finance_band b;

	(void)state;
	in.baseline = 130000;
	b = band_of(FM_PAYBACK, &in, six, 6);
	assert_int_equal(b.told, 4);
	assert_int_equal(b.never, 2);
	assert_int_equal(b.best, 0);
	/* The lowest pay of those that never pay back. */
	assert_int_equal(b.worst, 5);
	assert_int_equal(b.told + b.never, b.n);
	in.baseline = 300000;
	b = band_of(FM_PAYBACK, &in, six, 6);
	assert_int_equal(b.best, b.n);
	assert_int_equal(b.lead, 0);
	check_says(&b, &in,
	    "6 of 6 pay figures: never on these figures: the pay is not higher than without it");
	in.baseline = 90000;
	b = band_of(FM_PAYBACK, &in, &six[4], 2);
	check_says(&b, &in,
	    "1 of 2 pay figures: 11 years; guide 2025: never, but at its high end 68 years");
}

/* One that is far better does not lead either. */
static void
test_far_better(void **state)
{
	const struct finance_pay pays[] = {
	    {"star", 900000, 900000, 900000},
	    {"b", 140000, 140000, 140000},
	    {"c", 130000, 130000, 130000},
	};
	struct finance_input in = wharton();
	struct finance_band b = band_of(FM_PAYBACK, &in, pays, 3);

	(void)state;
	assert_false(b.row[0].lead);
	assert_int_equal(b.lead, 2);
	check_says(&b, &in, "2 of 3 pay figures: 5-6 years; star: 5 months");
}

static void
test_few(void **state)
{
	struct finance_input in = wharton();
	struct finance_pay none = {"nobody", NAN, NAN, NAN};
	struct finance_band b = band_of(FM_PAYBACK, &in, six, 0);

	(void)state;
	assert_int_equal(b.best, 0);
	assert_int_equal(b.worst, 0);
	check_says(&b, &in, "no pay figure");
	b = band_of(FM_PAYBACK, &in, &six[2], 1);
	check_says(&b, &in, "1 pay figure: 5.4 years");
	b = band_of(FM_PAYBACK, &in, &none, 1);
	assert_int_equal(b.cannot, 1);
	check_says(&b, &in, "cannot be told: the pay is not stated");
	/* Two that are far from one another: neither is the answer. */
	in.cost = 50000;
	in.job_kept = true;
	b = band_of(FM_PAYBACK, &in, (const struct finance_pay[]){six[0], six[5]}, 2);
	assert_int_equal(b.lead, 2);
	check_says(&b, &in, "2 of 2 pay figures: under 1 to 20 years");
	in.cost = NAN;
	b = band_of(FM_PAYBACK, &in, six, 6);
	assert_int_equal(b.cannot, 6);
	check_says(&b, &in, "cannot be told: the price is not stated");
}

static void
test_verdicts(void **state)
{
	struct finance_input in = wharton();
	struct finance_band b;

	(void)state;
	in.ge_years = 15;
	in.ge_annual = 8;
	in.ge_discretionary = 20;
	in.poverty = 14580;
	in.poverty_share = 150;
	b = band_of(FM_GE, &in, six, 6);
	assert_int_equal(b.passes, 4);
	assert_int_equal(b.fails, 2);
	check_says(&b, &in, "4 of 6 pay figures: passes; 2: fails");
	in.cost = 1000;
	b = band_of(FM_GE, &in, six, 6);
	check_says(&b, &in, "6 of 6 pay figures: passes");
	/* More is better here. */
	b = band_of(FM_LEFT, &in, six, 6);
	assert_int_equal(b.best, 0);
	assert_int_equal(b.worst, 5);
}

/* --- moves ----------------------------------------------------------------------------------- */

static const struct finance_move *
find(const struct finance_moves *m, enum finance_field f)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->m[i].field == f)
			return &m->m[i];
	return NULL;
}

static const struct finance_move *
find_title(const struct finance_moves *m, const char *title)
{
	for (size_t i = 0; i < m->n; i++)
		if (strcmp(m->m[i].title, title) == 0)
			return &m->m[i];
	return NULL;
}

static void
test_moves(void **state)
{
	struct finance_input in = wharton();
	const struct finance_move *move;
	struct finance_moves m;

	(void)state;
	finance_moves(&m, FM_PAYBACK, &in, NULL, &arena);
	check_near(m.v.value, 5.388889, 0.0001);
	assert_true(m.n >= 5);
	/* 60,000 -> 3.6 and 100,000 -> 8.9; 105,000 -> 12.9 and 175,000 -> 3.4 moves more. */
	assert_int_equal(m.m[0].field, FI_PAY);
	assert_int_equal(m.m[1].field, FI_BASELINE);
	assert_string_equal(
	    m.m[1].says, "the pay without it: $60,000 -> 3.6 years, $100,000 -> 8.9 years");
	check_near(m.m[1].of[TRY_MORE].input, 88000, 0.001);
	check_near(m.m[1].effect, 8.916667 - 5.388889, 0.0001);
	for (size_t i = 1; i < m.n; i++)
		assert_true(m.m[i - 1].effect >= m.m[i].effect);
	/* Nothing that the answer does not depend on. */
	assert_null(find(&m, FI_RATE));
	assert_null(find(&m, FI_HORIZON));
	move = find_title(&m, "the job is kept while studying");
	assert_non_null(move);
	assert_string_equal(move->says, "the job is kept while studying: 3.2 years");
	move = find(&m, FI_AID);
	assert_non_null(move);
	assert_string_equal(move->says, "aid (grants, scholarships): $47,500 -> 4.6 years");
}

static void
test_turning_moves(void **state)
{
	struct finance_input in = wharton();
	struct finance_moves m;

	(void)state;
	in.pay = 90000;
	finance_moves(&m, FM_PAYBACK, &in, NULL, &arena);
	/* 10% less pay is 81,000, still above; 25% less is never. */
	assert_true(m.m[0].turns && !m.m[0].turns_small);
	assert_contains(m.m[0].says, "never");
	in.pay = 85000;
	finance_moves(&m, FM_PAYBACK, &in, NULL, &arena);
	assert_true(m.m[0].turns_small && m.m[1].turns_small);
	in.pay = 70000;
	finance_moves(&m, FM_PAYBACK, &in, NULL, &arena);
	assert_int_equal(m.v.told, FIN_NEVER);
	assert_int_equal(m.n, 2);
	assert_contains(m.m[0].says, "never");
	in.cost = NAN;
	finance_moves(&m, FM_PAYBACK, &in, NULL, &arena);
	assert_int_equal(m.n, 0);
	/* What cannot be told then is not a move: without a gain there is no rate. */
	in = wharton();
	in.pay = 90000;
	finance_moves(&m, FM_IRR, &in, NULL, &arena);
	assert_non_null(find(&m, FI_PAY));
	assert_false(find(&m, FI_PAY)->of[TRY_MUCH_LESS].made);
	for (size_t i = 0; i < m.n; i++)
		assert_false(m.m[i].turns);
}

static void
test_flips(void **state)
{
	struct finance_input in = wharton();
	struct finance_flip flip = {"the price is read as per year", in};
	struct finance_flips flips = {&flip, 1};
	struct finance_moves m;

	(void)state;
	flip.in.cost = in.cost * in.months / 12;
	finance_moves(&m, FM_DIRECT, &in, &flips, &arena);
	assert_non_null(find_title(&m, flip.title));
	assert_contains(find_title(&m, flip.title)->says, "per year: 5.3 years");
	assert_null(find_title(&m, "the job is kept while studying"));
	finance_moves(&m, FM_NPV, &in, &flips, &arena);
	assert_non_null(find_title(&m, "each year's amount at the end of its year"));
	assert_non_null(find(&m, FI_DISCOUNT));
	assert_contains(find(&m, FI_DISCOUNT)->says, "the discount rate: 0% -> $");
	in.timing = FIN_YEAR_END;
	finance_moves(&m, FM_NPV, &in, NULL, &arena);
	assert_non_null(find_title(&m, "each year's amount at the start of its year"));
	finance_moves(&m, FM_MONTHLY, &in, NULL, &arena);
	assert_non_null(find_title(&m, "interest while studying is added to the debt"));
	assert_non_null(find(&m, FI_LOAN_YEARS));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_six),
	    cmocka_unit_test(test_some_never),
	    cmocka_unit_test(test_far_better),
	    cmocka_unit_test(test_few),
	    cmocka_unit_test(test_verdicts),
	    cmocka_unit_test(test_moves),
	    cmocka_unit_test(test_turning_moves),
	    cmocka_unit_test(test_flips),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
