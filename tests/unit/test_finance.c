/* The money formulas: published worked examples, cards of the bundled packs, what is absent or absurd. */
#include "career/base/embedded.h"
#include "career/model/finance.h"
#include "career/model/rules.h"
#include "check.h"

#include <math.h>

#define NEAR 0.0001

static struct arena arena;
static struct rules rules;

static int
load(void **state)
{
	const char *text = embedded_text("data/rules.yaml");
	struct err e;

	(void)state;
	arena_init(&arena);
	return rules_read(&rules, "data/rules.yaml", text, strlen(text), &e) ? 0 : -1;
}

static int
unload(void **state)
{
	(void)state;
	rules_free(&rules);
	arena_free(&arena);
	return 0;
}

static struct finance_input
inputs(double cost, double months, double pay)
{
	struct finance_input in;

	finance_init(&in);
	in.currency = "USD";
	in.cost = cost;
	in.months = months;
	in.pay = pay;
	in.baseline = 80000;
	in.rate = 7.54;
	in.loan_years = 10;
	return in;
}

/* Not cmocka's, which compares as float: seven digits. */
static void
check_near(double got, double want, double within)
{
	if (!(fabs(got - want) <= within))
		fail_msg("%.9g, not %.9g", got, want);
}

static void
check_told(enum finance_measure m, const struct finance_input *in, double want, double within)
{
	struct finance_value v = finance_value(m, in);

	if (v.told != FIN_TOLD || !(fabs(v.value - want) <= within))
		fail_msg("%s: told %d, %.6f, not %.6f", finance_formulas[m].key, (int)v.told,
		    v.value, want);
	assert_int_equal(v.why, FW_NONE);
}

static void
check_reason(enum finance_measure m, const struct finance_input *in, enum finance_told told,
    const char *says)
{
	struct finance_result r = finance_explain(m, in, &arena);

	assert_int_equal(r.v.told, told);
	assert_true(isnan(r.v.value));
	assert_contains(r.says, says);
}

/* --- loans ----------------------------------------------------------------------------------- */

static void
test_monthly(void **state)
{
	struct finance_input in = inputs(190000, 20, 140000);

	(void)state;
	check_told(FM_MONTHLY, &in, 2259.3022, NEAR);
	check_told(FM_LOAN_TOTAL, &in, 2259.302211 * 120, 0.01);
	in.loan_years = 15;
	check_told(FM_MONTHLY, &in, 1765.6450, NEAR);
	in.borrowed = 10000;
	in.rate = 4.99;
	in.loan_years = 10;
	check_told(FM_MONTHLY, &in, 106.0166, NEAR);
	in.rate = 0;
	check_told(FM_MONTHLY, &in, 10000 / 120.0, NEAR);
	in.rate = 1e-13;
	check_told(FM_MONTHLY, &in, 10000 / 120.0, NEAR);
	in.borrowed = 0;
	check_told(FM_MONTHLY, &in, 0, 0);
}

/* Equal to the sum of A x r x x over whole years; half a year borrows half. */
static void
test_study_interest(void **state)
{
	struct finance_input in = inputs(40000, 48, 60000);

	(void)state;
	in.rate = 5;
	check_told(FM_STUDY_INTEREST, &in, 10000 * 0.05 * (1 + 2 + 3 + 4), NEAR);
	check_told(FM_DEBT, &in, 40000, 0);
	in.accrue = true;
	check_told(FM_DEBT, &in, 45000, NEAR);
	in.months = 6;
	check_told(FM_STUDY_INTEREST, &in, 40000 * 0.05 / 2, NEAR);
	in.months = 18;
	check_told(FM_STUDY_INTEREST, &in, 40000 / 1.5 * 0.05 * (1.5 + 0.5 * 0.5), NEAR);
	in.months = 0;
	check_told(FM_STUDY_INTEREST, &in, 0, 0);
	in.borrowed = 24000;
	in.months = 24;
	check_told(FM_STUDY_INTEREST, &in, 12000 * 0.05 * 3, NEAR);
}

static void
test_net_price(void **state)
{
	struct finance_input in = inputs(30000, 24, 60000);

	(void)state;
	check_told(FM_NET_PRICE, &in, 30000, 0);
	in.aid = 12000;
	in.living = 1500;
	check_told(FM_NET_PRICE, &in, 30000 - 12000 + 36000, 0);
	in.living = NAN;
	in.aid = 35000;
	/* It may be negative; then nothing is borrowed. */
	check_told(FM_NET_PRICE, &in, -5000, 0);
	check_told(FM_DEBT, &in, 0, 0);
	in.pay = 90000;
	check_told(FM_DIRECT, &in, 0, 0);
}

/* --- cards ----------------------------------------------------------------------------------- */

static const struct {
	const char *name;
	double cost, months;
	bool online;
	double direct_140, direct_180, direct_82, forgone_140, payment_15;
} cards[] = {
    {"Maryland", 107500, 24, false, 1.791667, 1.075, 43, 4.458333, 8.5627},
    {"UNC", 127500, 24, false, 2.125, 1.275, 51, 4.791667, 10.1557},
    {"Wisconsin", 130000, 24, false, 2.166667, 1.3, 52, 4.833333, 10.3549},
    {"Cornell", 200000, 24, false, 3.333333, 2, 80, 6, 15.9306},
    {"Walden", 45260, 72, true, 0.754333, 0.4526, 18.104, 0.754333, 3.6051},
    {"Idaho", 16620, 21, true, 0.277, 0.1662, 6.648, 0.277, 1.3238},
    {"Sydney", 115000, 22, false, 1.916667, 1.15, 46, 4.361111, 9.1601},
    {"HKU", 85000, 12, false, 1.416667, 0.85, 34, 2.75, 6.7705},
    {"Wharton", 190000, 20, false, 3.166667, 1.9, 76, 5.388889, 15.1341},
};

static void
test_cards(void **state)
{
	static const double printed[][5] = {
	    {1.79, 1.08, 43.0, 4.46, 8.56},
	    {2.13, 1.28, 51.0, 4.79, 10.16},
	    {2.17, 1.30, 52.0, 4.83, 10.35},
	    {3.33, 2.00, 80.0, 6.00, 15.93},
	    {0.75, 0.45, 18.1, 0.75, 3.61},
	    {0.28, 0.17, 6.65, 0.28, 1.32},
	    {1.92, 1.15, 46.0, 4.36, 9.16},
	    {1.42, 0.85, 34.0, 2.75, 6.77},
	    {3.17, 1.90, 76.0, 5.39, 15.13},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cards); i++) {
		struct finance_input in = inputs(cards[i].cost, cards[i].months, 140000);

		in.job_kept = cards[i].online;
		in.ge_years = 15;
		in.ge_annual = 8;
		check_told(FM_DIRECT, &in, cards[i].direct_140, NEAR);
		check_told(FM_PAYBACK, &in, cards[i].forgone_140, NEAR);
		check_told(FM_ANNUAL, &in, cards[i].payment_15, NEAR);
		check_near(cards[i].direct_140, printed[i][0], 0.0051);
		check_near(cards[i].forgone_140, printed[i][3], 0.0051);
		check_near(cards[i].payment_15, printed[i][4], 0.0051);
		in.pay = 180000;
		check_told(FM_DIRECT, &in, cards[i].direct_180, NEAR);
		check_near(cards[i].direct_180, printed[i][1], 0.0051);
		in.pay = 82500;
		check_told(FM_DIRECT, &in, cards[i].direct_82, NEAR);
		check_near(cards[i].direct_82, printed[i][2], 0.051);
	}
}

static void
test_never(void **state)
{
	struct finance_input in = inputs(190000, 20, 80000);

	(void)state;
	check_reason(FM_DIRECT, &in, FIN_NEVER, "never on these figures: the pay is not higher");
	in.pay = 79999;
	check_reason(FM_PAYBACK, &in, FIN_NEVER, "never on these figures");
	/* A gain of nothing is not a payback of a million years. */
	in.pay = 80000.000001;
	check_reason(FM_PAYBACK, &in, FIN_NEVER, "never on these figures");
	/* Nor is it paid back when nothing is paid and nothing gained. */
	in.pay = 80000;
	in.cost = 0;
	in.job_kept = true;
	check_reason(FM_PAYBACK, &in, FIN_NEVER, "never on these figures");
	in.earnings = 30000;
	in.high_school = 30000;
	check_reason(FM_PREMIUM, &in, FIN_NEVER, "do not earn more than people with a high school");
	assert_contains(finance_explain(FM_PAYBACK, &in, &arena).worked, " = never");
}

/* Greenfield: 11,800 a year for two years, about 5,000 a year more. */
static void
test_premium(void **state)
{
	struct finance_input in = inputs(23600, 24, NAN);

	(void)state;
	in.earnings = 35000;
	in.high_school = 30000;
	check_told(FM_PREMIUM, &in, 4.72, NEAR);
}

static void
test_pay_needed(void **state)
{
	struct finance_input in = inputs(190000, 20, 0);

	(void)state;
	for (double years = 0.5; years < 30; years += 0.5) {
		in.pay = finance_pay_needed(&in, years);
		check_told(FM_PAYBACK, &in, years, NEAR);
	}
	assert_true(isnan(finance_pay_needed(&in, 0)));
	assert_true(isnan(finance_pay_needed(&in, NAN)));
	in.cost = NAN;
	assert_true(isnan(finance_pay_needed(&in, 5)));
}

/* --- years ----------------------------------------------------------------------------------- */

static const struct finance_flows lightcast = {
    {-21500, 5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000}, 10};

static void
test_lightcast(void **state)
{
	struct finance_value v = finance_irr(&lightcast);
	struct finance_input in = inputs(21500, 12, 5000);

	(void)state;
	assert_int_equal(v.told, FIN_TOLD);
	check_near(v.value, 18.0, 0.05);
	check_near(finance_npv(&lightcast, v.value, FIN_YEAR_START), 0, NEAR);
	check_near(finance_npv(&lightcast, v.value, FIN_YEAR_END), 0, NEAR);
	check_near(finance_npv(&lightcast, 4, FIN_YEAR_START), 15676.66, 0.005);
	check_near(finance_npv(&lightcast, 4, FIN_YEAR_END), 15073.71, 0.005);
	v = finance_bcr(&lightcast, 4, FIN_YEAR_START);
	check_near(v.value, 1.7, 0.05);
	check_near(finance_bcr(&lightcast, 4, FIN_YEAR_END).value, v.value, NEAR);
	/* The same as a program: one year, no pay lost, nine years after it. */
	in.baseline = 0;
	in.horizon = 9;
	in.discount = 4;
	check_told(FM_NPV, &in, 15676.66, 0.005);
	check_told(FM_BCR, &in, v.value, NEAR);
	check_told(FM_IRR, &in, finance_irr(&lightcast).value, NEAR);
	check_told(FM_DIRECT, &in, 4.3, NEAR);
	in.timing = FIN_YEAR_END;
	check_told(FM_NPV, &in, 15073.71, 0.005);
}

static void
test_irr_exact(void **state)
{
	static const struct {
		struct finance_flows f;
		double rate;
	} cases[] = {
	    {{{-100, 110}, 2}, 10},
	    {{{-100, 0, 121}, 3}, 10},
	    {{{-100, 50}, 2}, -50},
	    {{{-100, 100}, 2}, 0},
	    {{{0, -100, 0, 400}, 4}, 100},
	    {{{-100, -100, 210, 0}, 4}, 3.2971},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct finance_value v = finance_irr(&cases[i].f);

		assert_int_equal(v.told, FIN_TOLD);
		check_near(v.value, cases[i].rate, 0.0005);
	}
}

/* No rate is better than a false one. */
static void
test_no_irr(void **state)
{
	static const struct {
		struct finance_flows f;
		enum finance_why why;
	} cases[] = {
	    {{{0}, 0}, FW_NO_PRICE},
	    {{{0, 0, 0}, 3}, FW_NO_PRICE},
	    {{{5, 5}, 2}, FW_NO_PRICE},
	    {{{5, -5}, 2}, FW_NO_PRICE},
	    {{{-5, -5}, 2}, FW_NO_RETURN},
	    {{{-100, 0, 0}, 3}, FW_NO_RETURN},
	    /* 10% and 20% both balance it. */
	    {{{-100, 230, -132}, 3}, FW_TWO_TURNS},
	    {{{-1, 1e9}, 2}, FW_FAR_RATE},
	    {{{-1e9, 1}, 2}, FW_FAR_RATE},
	};
	struct finance_input in = inputs(0, 12, 100000);

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct finance_value v = finance_irr(&cases[i].f);

		assert_int_equal(v.told, FIN_CANNOT);
		assert_int_equal(v.why, cases[i].why);
		assert_true(isnan(v.value));
	}
	in.job_kept = true;
	in.horizon = 10;
	in.discount = 2;
	check_reason(FM_IRR, &in, FIN_CANNOT, "no cost comes first");
	check_reason(FM_BCR, &in, FIN_CANNOT, "no cost comes first");
	assert_true(isnan(finance_npv(&lightcast, -100, FIN_YEAR_START)));
	assert_true(isnan(finance_npv(&lightcast, NAN, FIN_YEAR_START)));
	assert_true(isnan(finance_npv(&(struct finance_flows){{-5}, 1}, -100, FIN_YEAR_END)));
}

/* At 0% the value is what comes in less what goes out, however the years are cut. */
static void
test_flows(void **state)
{
	struct finance_input in = inputs(190000, 20, 140000);
	struct finance_flows f;
	double sum = 0;

	(void)state;
	in.horizon = 10;
	in.discount = 0;
	assert_true(finance_flows(&f, &in));
	assert_int_equal(f.n, 12);
	for (size_t i = 0; i < f.n; i++)
		sum += f.of[i];
	check_near(sum, 600000 - 190000 - 80000 * 20 / 12.0, NEAR);
	check_told(FM_NPV, &in, sum, NEAR);
	check_told(FM_BCR, &in, 600000 / (190000 + 80000 * 20 / 12.0), NEAR);
	check_near(f.of[0], -(190000 + 80000 * 20 / 12.0) * 12 / 20, NEAR);
	in.months = 0;
	assert_true(finance_flows(&f, &in));
	assert_int_equal(f.n, 10);
	check_near(f.of[0], 60000 - 190000, NEAR);
	in.horizon = 90;
	in.months = 240;
	assert_true(finance_flows(&f, &in));
	assert_int_equal(f.n, 110);
	/* A loss counts as a cost. */
	in = inputs(10000, 12, 70000);
	in.horizon = 10;
	in.discount = 0;
	check_told(FM_BCR, &in, 0, 0);
	in.pay = NAN;
	assert_false(finance_flows(&f, &in));
}

/* --- rules of law ---------------------------------------------------------------------------- */

static struct finance_input
lawful(double debt, double pay)
{
	struct finance_input in = inputs(debt, 24, pay);

	finance_assume(&in, &rules, "master");
	in.poverty = 14580;
	in.poverty_year = 2023;
	return in;
}

static void
check_verdict(enum finance_measure m, const struct finance_input *in, enum finance_verdict want)
{
	struct finance_value v = finance_value(m, in);

	if (v.verdict != want)
		fail_msg("%s: %d", finance_formulas[m].key, (int)v.verdict);
}

static void
test_gainful(void **state)
{
	struct finance_input in = lawful(190000, 140000);
	double year = 12 * 1765.6450;

	(void)state;
	check_near(in.ge_years, 15, 0);
	check_near(in.poverty_share / 100 * in.poverty, 21870, 0);
	check_told(FM_ANNUAL, &in, 100 * year / 140000, NEAR);
	check_told(FM_DISCRETIONARY, &in, 100 * year / (140000 - 21870), NEAR);
	/* 15.1% and 17.9%: the second is enough. */
	check_verdict(FM_ANNUAL, &in, FIN_FAILS);
	check_verdict(FM_DISCRETIONARY, &in, FIN_PASSES);
	check_verdict(FM_GE, &in, FIN_PASSES);
	assert_contains(finance_explain(FM_GE, &in, &arena).rule, "2023");
	assert_contains(finance_explain(FM_GE, &in, &arena).worked,
	    "15.13% of the pay, at most 8%, or 17.94% of the discretionary pay, at most 20%: passes");
	assert_string_equal(finance_explain(FM_DISCRETIONARY, &in, &arena).worked,
	    "$21,188 a year over 15 years / ($140,000 - 150% x $14,580 of 2023) = 17.94%, at most 20%");
	in.pay = 100000;
	check_verdict(FM_GE, &in, FIN_FAILS);
	/* Low pay and small debt: the first is enough. */
	in = lawful(10000, 22000);
	check_verdict(FM_ANNUAL, &in, FIN_PASSES);
	check_verdict(FM_DISCRETIONARY, &in, FIN_FAILS);
	check_verdict(FM_GE, &in, FIN_PASSES);
	/* Exactly at the threshold passes. */
	in = lawful(10000, 100000);
	in.rate = 0;
	in.ge_years = 1;
	in.ge_annual = 10;
	check_verdict(FM_ANNUAL, &in, FIN_PASSES);
}

static void
test_no_denominator(void **state)
{
	struct finance_input in = lawful(1000, 21870);

	(void)state;
	check_reason(FM_DISCRETIONARY, &in, FIN_VERDICT, "fails: nothing is left to pay from");
	check_verdict(FM_DISCRETIONARY, &in, FIN_FAILS);
	check_verdict(FM_GE, &in, FIN_PASSES);
	in.pay = 0;
	check_reason(FM_ANNUAL, &in, FIN_VERDICT, "fails: nothing is left to pay from");
	check_verdict(FM_GE, &in, FIN_FAILS);
	check_reason(FM_DEBT_SALARY, &in, FIN_VERDICT, "fails");
	assert_contains(finance_explain(FM_GE, &in, &arena).worked, "no rate of the pay");
	/* Without payments there is nothing to fail. */
	in.borrowed = 0;
	check_told(FM_ANNUAL, &in, 0, 0);
	check_told(FM_DISCRETIONARY, &in, 0, 0);
	check_verdict(FM_GE, &in, FIN_PASSES);
	check_verdict(FM_DEBT_SALARY, &in, FIN_PASSES);
}

static void
test_debt_salary(void **state)
{
	struct finance_input in = inputs(140000, 24, 140000);

	(void)state;
	check_told(FM_DEBT_SALARY, &in, 1, 1e-12);
	check_verdict(FM_DEBT_SALARY, &in, FIN_PASSES);
	in.cost = 140001;
	check_verdict(FM_DEBT_SALARY, &in, FIN_FAILS);
}

static void
test_law(void **state)
{
	struct finance_input in = lawful(10000, NAN);

	(void)state;
	check_reason(FM_LAW, &in, FIN_CANNOT, "the median pay of its graduates is not stated");
	in.earnings = 40000;
	in.law_median = 40000;
	check_verdict(FM_LAW, &in, FIN_FAILS);
	in.earnings = 40001;
	check_told(FM_LAW, &in, 1, NEAR);
	check_verdict(FM_LAW, &in, FIN_PASSES);
	assert_contains(finance_explain(FM_LAW, &in, &arena).rule, "2025");
}

static void
test_left(void **state)
{
	struct finance_input in = inputs(190000, 20, 140000);

	(void)state;
	check_told(FM_LEFT, &in, 140000 / 12.0 - 2259.3022, NEAR);
	assert_contains(finance_explain(FM_LEFT, &in, &arena).worked, "before tax");
	in.tax = 25;
	check_told(FM_LEFT, &in, 140000 / 12.0 * 0.75 - 2259.3022, NEAR);
	assert_contains(finance_explain(FM_LEFT, &in, &arena).worked, "less 25% tax");
	in.tax = 101;
	check_reason(FM_LEFT, &in, FIN_CANNOT, "the tax is more than 100%");
}

static void
test_assumed(void **state)
{
	struct finance_input in;

	(void)state;
	finance_init(&in);
	finance_assume(&in, &rules, "bachelor");
	check_near(in.rate, 4.99, 0);
	check_near(in.ge_years, 15, 0);
	finance_assume(&in, &rules, "doctorate");
	check_near(in.rate, 7.54, 0);
	check_near(in.ge_years, 20, 0);
	finance_assume(&in, &rules, NULL);
	check_near(in.rate, 4.99, 0);
	assert_true(isnan(in.ge_years));
	check_near(in.discount, 2, 0);
	assert_int_equal(in.poverty_year, 2023);
	check_near(in.horizon, 10, 0);
	assert_true(isnan(in.baseline));
	in.cost = 1000;
	in.pay = 30000;
	check_reason(FM_GE, &in, FIN_CANNOT, "the rule's term of the loan is not stated");
}

/* A guideline of the US says nothing about pounds. */
static void
test_other_currency(void **state)
{
	struct finance_input in = lawful(10000, 60000);

	(void)state;
	in.earnings = 60000;
	in.law_median = 40000;
	in.currency = "GBP";
	check_reason(FM_GE, &in, FIN_CANNOT, "the rule is in US dollars");
	check_reason(FM_LAW, &in, FIN_CANNOT, "the rule is in US dollars");
	check_reason(FM_DISCRETIONARY, &in, FIN_CANNOT, "the rule is in US dollars");
	assert_string_equal(finance_explain(FM_GE, &in, &arena).worked, "");
	check_verdict(FM_ANNUAL, &in, FIN_PASSES);
	in.currency = "unstated-currency";
	check_verdict(FM_GE, &in, FIN_PASSES);
	in.currency = NULL;
	check_verdict(FM_LAW, &in, FIN_PASSES);
}

/* --- words ----------------------------------------------------------------------------------- */

static void
test_worked(void **state)
{
	struct finance_input in = inputs(190000, 20, 140000);
	struct finance_result r = finance_explain(FM_PAYBACK, &in, &arena);

	(void)state;
	assert_string_equal(r.says, "5.4 years");
	assert_string_equal(r.worked, "($190,000 + $133,333) / ($140,000 - $80,000) = 5.4 years");
	assert_contains(r.of->words, "(net price + lost pay) / (pay - pay without it)");
	assert_string_equal(r.rule, "");
	r = finance_explain(FM_MONTHLY, &in, &arena);
	assert_string_equal(r.says, "$2,259.30 a month");
	assert_string_equal(r.worked,
	    "$190,000 x i / (1 - (1 + i)^-120), i = 7.54% a year / 12: $2,259.30 a month");
	in.rate = 0;
	r = finance_explain(FM_MONTHLY, &in, &arena);
	assert_string_equal(r.worked, "$190,000 / 120 = $1,583.33 a month");
	in.horizon = 10;
	in.discount = 4;
	r = finance_explain(FM_NPV, &in, &arena);
	assert_contains(r.worked, "at 4% a year, each year's amount at the start of its year = $");
	in.timing = FIN_YEAR_END;
	in.currency = "GBP";
	r = finance_explain(FM_NPV, &in, &arena);
	assert_contains(r.worked, "at the end of its year = GBP ");
	in.study_pay = 20000;
	r = finance_explain(FM_FORGONE, &in, &arena);
	assert_string_equal(
	    r.worked, "(GBP 80,000 - GBP 20,000, at least 0) x 20 months / 12 = GBP 100,000");
	in.job_kept = true;
	r = finance_explain(FM_FORGONE, &in, &arena);
	assert_string_equal(r.worked, "the job is kept: GBP 0");
}

/* Every name in a template is known: none of them is left out or stays. */
static void
test_templates(void **state)
{
	struct finance_input in = lawful(50000, 90000);

	(void)state;
	in.baseline = 50000;
	in.earnings = 60000;
	in.high_school = 40000;
	in.law_median = 45000;
	for (int m = 0; m < FM_COUNT; m++) {
		struct finance_result r = finance_explain((enum finance_measure)m, &in, &arena);

		assert_true(r.v.told == FIN_TOLD || r.v.told == FIN_VERDICT);
		assert_true(r.worked[0] != '\0' && r.says[0] != '\0');
		assert_null(strpbrk(r.worked, "{}"));
		assert_null(strstr(r.worked, "not stated"));
		assert_null(strstr(r.worked, "  "));
		assert_null(strstr(r.worked, "()"));
		assert_null(strstr(r.worked, "( "));
		assert_true(r.of->key[0] != '\0' && r.of->title[0] != '\0');
		assert_true(r.of->words[0] != '\0' && r.of->source[0] != '\0');
	}
}

static void
check_span(double years, const char *want)
{
	struct buf b = BUF_INIT;

	finance_span(&b, years);
	assert_string_equal(b.data, want);
	buf_free(&b);
}

static void
check_range(double lo, double hi, enum finance_unit u, const char *want)
{
	struct buf b = BUF_INIT;

	finance_range(&b, lo, hi, u, "USD");
	assert_string_equal(b.data, want);
	buf_free(&b);
}

static void
check_amount(double v, const char *currency, const char *want)
{
	struct buf b = BUF_INIT;

	finance_amount(&b, v, currency);
	assert_string_equal(b.data, want);
	buf_free(&b);
}

static void
test_words(void **state)
{
	(void)state;
	check_span(0, "0 months");
	check_span(0.0833, "1 month");
	check_span(0.754333, "9 months");
	check_span(1.5, "1.5 years");
	check_span(1.98, "2 years");
	check_span(9.96, "10 years");
	check_span(129.3, "129 years");
	check_span(NAN, "not stated");
	check_range(2.69, 8.08, FU_YEARS, "3-8 years");
	check_range(0.3, 8.08, FU_YEARS, "under 1 to 8 years");
	check_range(0.3, 1.2, FU_YEARS, "4-14 months");
	check_range(4.8, 5.2, FU_YEARS, "about 5 years");
	check_range(5.39, 5.39, FU_YEARS, "5.4 years");
	check_range(3.6, 15.13, FU_PERCENT, "3.6% to 15.13%");
	check_range(500, 2259.3, FU_MONEY_MONTH, "$500 to $2,259.30 a month");
	check_amount(2259.302, "USD", "$2,259.30");
	check_amount(9.999, "USD", "$10");
	check_amount(0.05, "USD", "$0.05");
	check_amount(-5000.5, "USD", "-$5,000.50");
	check_amount(-0.001, "USD", "$0");
	check_amount(57850, "GBP", "GBP 57,850");
	check_amount(57850, "", "57,850");
	check_amount(57850, NULL, "57,850");
	check_amount(57850, "unstated-currency", "57,850");
	check_amount(NAN, "USD", "not stated");
}

/* --- what is absent or absurd ---------------------------------------------------------------- */

static void
test_absent(void **state)
{
	struct finance_input in;

	(void)state;
	finance_init(&in);
	for (int m = 0; m < FM_COUNT; m++) {
		struct finance_result r = finance_explain((enum finance_measure)m, &in, &arena);

		assert_int_equal(r.v.told, FIN_CANNOT);
		assert_int_equal(r.v.why, FW_MISSING);
		assert_contains(r.says, "cannot be told: ");
		assert_contains(r.says, " is not stated");
		assert_string_equal(r.worked, "");
	}
	in = inputs(NAN, 24, 140000);
	check_reason(FM_DIRECT, &in, FIN_CANNOT, "the price is not stated");
	in = inputs(1000, NAN, 140000);
	check_reason(FM_PAYBACK, &in, FIN_CANNOT, "the length is not stated");
	/* Whoever keeps the job needs no length. */
	in.job_kept = true;
	check_told(FM_PAYBACK, &in, 1000 / 60000.0, NEAR);
	in.living = 100;
	check_reason(FM_DIRECT, &in, FIN_CANNOT, "the length is not stated");
}

static void
test_absurd(void **state)
{
	struct finance_input in = inputs(-5, 24, 140000);

	(void)state;
	check_reason(FM_DIRECT, &in, FIN_CANNOT, "the price is less than $0");
	in.cost = INFINITY;
	check_reason(FM_DIRECT, &in, FIN_CANNOT, "the price is more than $1,000,000,000,000");
	in = inputs(1000, 241, 140000);
	check_reason(FM_PAYBACK, &in, FIN_CANNOT, "the length is more than 240 months");
	in = inputs(1000, 24, 140000);
	in.rate = -1;
	check_reason(FM_MONTHLY, &in, FIN_CANNOT, "the rate of the loan is less than 0% a year");
	in.rate = 5;
	in.loan_years = 0;
	check_reason(FM_MONTHLY, &in, FIN_CANNOT, "the term of the loan is less than 1 month");
	in.aid = -1;
	check_reason(FM_DIRECT, &in, FIN_CANNOT, "aid (grants, scholarships) is less than $0");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_monthly),
	    cmocka_unit_test(test_study_interest),
	    cmocka_unit_test(test_net_price),
	    cmocka_unit_test(test_cards),
	    cmocka_unit_test(test_never),
	    cmocka_unit_test(test_premium),
	    cmocka_unit_test(test_pay_needed),
	    cmocka_unit_test(test_lightcast),
	    cmocka_unit_test(test_irr_exact),
	    cmocka_unit_test(test_no_irr),
	    cmocka_unit_test(test_flows),
	    cmocka_unit_test(test_gainful),
	    cmocka_unit_test(test_no_denominator),
	    cmocka_unit_test(test_debt_salary),
	    cmocka_unit_test(test_law),
	    cmocka_unit_test(test_left),
	    cmocka_unit_test(test_assumed),
	    cmocka_unit_test(test_other_currency),
	    cmocka_unit_test(test_worked),
	    cmocka_unit_test(test_templates),
	    cmocka_unit_test(test_words),
	    cmocka_unit_test(test_absent),
	    cmocka_unit_test(test_absurd),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
