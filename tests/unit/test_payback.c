/*
 * Payback over the bundled packs: the worked examples of the program cards to the cent, where each input comes from,
 * what is flipped, and what must hold whatever is said.
 */
#include "career/model/payback.h"
#include "career/model/switch.h"
#include "career/page/pages.h"
#include "check.h"
#include "national.h"
#include "pagecat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define assert_near(x, y, by) assert_true(fabs((x) - (y)) <= (by))
#define WHARTON "university-of-pennsylvania/wharton-mba/mba"
#define ENGINEER "machine-learning-engineer"
#define TUITION_SCHOOL "scorecard/001001-100001/5138/3"

static struct err e;
static struct pagecat c, n; /* packs; packs with made-up national sets */
static struct rules rules;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	pagecat_init(&n, national_bundled());
	return rules_load(&rules, &e) ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	rules_free(&rules);
	pagecat_free(&c);
	pagecat_free(&n);
	return 0;
}

static void
open_pair(struct payback *p, struct pagecat *in, const char *program, const char *role)
{
	assert_ok(payback_open(
	    p, in->db, &in->r.sources, &rules, pagecat_id(in, program), pagecat_id(in, role), &e));
	assert_ok(payback_beside(p, &e));
}

static void
work(struct payback *p, const char *asks)
{
	struct payback_asks q;

	payback_asks_read(&q, asks);
	assert_ok(payback_work(p, &q, &e));
}

static double
value(const struct payback *p, enum finance_measure m)
{
	return p->result[m].v.value;
}

/* --- worked examples ------------------------------------------------------------------------- */

static const struct card {
	const char *key;
	double price, months;
	bool kept;
	/* as printed: price alone at 140K, 180K, 82.5K; with lost pay at 140K; a year's payments as % of 140K */
	double at_140, at_180, at_82, lost, share;
} cards[] = {
    {"university-of-maryland/smith-school-of-business-mba/mba", 107500, 24, false, 1.79, 1.08, 43.0,
	4.46, 8.56},
    {"university-of-north-carolina/kenan-flagler-mba/mba", 127500, 24, false, 2.13, 1.28, 51.0,
	4.79, 10.16},
    {"university-of-wisconsin/school-of-business-full-time-mba/mba", 130000, 24, false, 2.17, 1.30,
	52.0, 4.83, 10.35},
    {"cornell-university/johnson-school-of-management-mba/mba", 200000, 24, false, 3.33, 2.00, 80.0,
	6.00, 15.93},
    {"walden-university/psyd-in-behavioral-health-leadership/doctorate", 45260, 72, true, 0.75,
	0.45, 18.1, 0.75, 3.61},
    {"university-of-idaho/ms-in-psychology-human-factors/master", 16620, 21, true, 0.28, 0.17, 6.65,
	0.28, 1.32},
    {"university-of-sydney/business-school-mba/mba", 115000, 22, false, 1.92, 1.15, 46.0, 4.36,
	9.16},
    {"university-of-hong-kong/business-school-mba/mba", 85000, 12, false, 1.42, 0.85, 34.0, 2.75,
	6.77},
    {WHARTON, 190000, 20, false, 3.17, 1.90, 76.0, 5.39, 15.13},
};

static void
test_cards(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cards); i++) {
		const struct card *k = &cards[i];
		double lost = k->kept ? 0 : 80000 * k->months / 12;
		struct payback p;

		open_pair(&p, &c, k->key, ENGINEER);
		work(&p, "baseline=80000 pay=140000 ge-years=15");
		assert_int_equal(p.npays, 1);
		assert_near(p.in.cost, k->price, 0);
		assert_near(value(&p, FM_FORGONE), lost, 0.0001);
		assert_near(value(&p, FM_DIRECT), k->price / 60000, 0.0001);
		assert_near(value(&p, FM_DIRECT), k->at_140, 0.0051);
		assert_near(value(&p, FM_PAYBACK), (k->price + lost) / 60000, 0.0001);
		assert_near(value(&p, FM_PAYBACK), k->lost, 0.0051);
		assert_near(value(&p, FM_ANNUAL), k->share, 0.0051);
		work(&p, "baseline=80000 pay=180000");
		assert_near(value(&p, FM_DIRECT), k->at_180, 0.0051);
		work(&p, "baseline=80000 pay=82500");
		assert_near(value(&p, FM_DIRECT), k->price / 2500, 0.0001);
		assert_near(value(&p, FM_DIRECT), k->at_82, 0.051);
		payback_close(&p);
	}
}

/* $190,000 at 7.54%: over ten years and over fifteen. */
static void
test_loan(void **state)
{
	struct payback p;

	(void)state;
	open_pair(&p, &c, WHARTON, ENGINEER);
	work(&p, "");
	assert_near(p.in.rate, 7.54, 0);
	assert_near(value(&p, FM_MONTHLY), 2259.3022, 0.0001);
	work(&p, "years=15");
	assert_near(value(&p, FM_MONTHLY), 1765.6450, 0.0001);
	work(&p, "cost=10000 rate=4.99");
	assert_near(value(&p, FM_MONTHLY), 106.0166, 0.0001);
	payback_close(&p);
}

/* -21,500, then nine times 5,000: 18.0 % a year, whenever amounts are paid; what they are worth now depends on it. */
static void
test_years(void **state)
{
	struct payback p;
	const char *flows = "cost=21500 months=12 pay=85000 baseline=80000 horizon=9 discount=4";

	(void)state;
	open_pair(&p, &c, "university-of-idaho/ms-in-psychology-human-factors/master", ENGINEER);
	work(&p, flows);
	assert_true(p.in.job_kept);
	assert_near(value(&p, FM_IRR), 18.0, 0.05);
	assert_near(value(&p, FM_NPV), 15073.71, 0.01);
	assert_near(value(&p, FM_PAYBACK), 4.3, 0.0001);
	assert_contains(p.result[FM_NPV].worked, "at the end of its year");
	work(&p, "cost=21500 months=12 pay=85000 baseline=80000 horizon=9 discount=4 flips=timing");
	assert_near(value(&p, FM_IRR), 18.0, 0.05);
	assert_near(value(&p, FM_NPV), 15676.66, 0.01);
	assert_contains(p.result[FM_NPV].worked, "at the start of its year");
	payback_close(&p);
}

/* A program passes the rule when one of the two rates is low enough, and fails only with both. */
static void
test_rule(void **state)
{
	struct payback p;

	(void)state;
	open_pair(&p, &c, WHARTON, ENGINEER);
	work(&p, "pay=140000");
	assert_int_equal(p.result[FM_ANNUAL].v.verdict, FIN_FAILS);
	assert_int_equal(p.result[FM_DISCRETIONARY].v.verdict, FIN_PASSES);
	assert_int_equal(p.result[FM_GE].v.verdict, FIN_PASSES);
	assert_contains(p.result[FM_GE].rule, "2023");
	work(&p, "pay=60000");
	assert_int_equal(p.result[FM_GE].v.verdict, FIN_FAILS);
	work(&p, "pay=190000");
	assert_int_equal(p.result[FM_DEBT_SALARY].v.verdict, FIN_PASSES);
	work(&p, "pay=189999");
	assert_int_equal(p.result[FM_DEBT_SALARY].v.verdict, FIN_FAILS);
	payback_close(&p);
}

/* --- inputs ---------------------------------------------------------------------------------- */

static void
test_from(void **state)
{
	struct payback p;

	(void)state;
	open_pair(&p, &c, WHARTON, ENGINEER);
	work(&p, "");
	assert_int_equal(p.link, PAYBACK_NO_LINK);
	assert_string_equal(p.link_says, "No source links this MBA to this job.");
	assert_int_equal(p.assumed, PRICE_PER | PRICE_CURRENCY);
	assert_int_equal(p.line[FI_BASELINE].from, FROM_ASSUMED);
	assert_near(p.in.baseline, 49500, 0);
	assert_int_equal(p.line[FI_COST].from, FROM_ASSUMED);
	assert_string_equal(p.line[FI_COST].table, "program_fact");
	assert_int_equal(p.line[FI_MONTHS].from, FROM_SOURCE);
	assert_int_equal(p.line[FI_RATE].from, FROM_RULE);
	assert_int_equal(p.line[FI_AID].from, FROM_NOBODY);
	assert_false(p.in.job_kept);
	assert_true(p.in.timing == FIN_YEAR_END);
	work(&p, "baseline=80000 aid=20000 months=24");
	assert_int_equal(p.line[FI_BASELINE].from, FROM_PERSON);
	assert_contains(p.line[FI_BASELINE].says, "yours (median of all US jobs");
	assert_int_equal(p.line[FI_AID].from, FROM_PERSON);
	assert_string_equal(p.line[FI_MONTHS].says, "yours (20 months)");
	assert_string_equal(p.mode_says, "on campus");
	assert_near(value(&p, FM_NET_PRICE), 170000, 0);
	payback_close(&p);
}

/* Six or more figures, each with its own answer; totals in front, never mixed with salaries. */
static void
test_figures(void **state)
{
	struct payback p;
	bool salary = false;

	(void)state;
	open_pair(&p, &c, WHARTON, ENGINEER);
	work(&p, "baseline=80000");
	assert_true(p.npays > 5);
	assert_int_equal(p.pay_level, LEVEL_ENTRY);
	assert_false(p.near);
	for (size_t i = 0; i < p.npays; i++) {
		const struct payback_pay *pay = &p.pay[i];
		double want = (190000 + 80000 * 20 / 12.0) / (pay->pay.middle - 80000);

		assert_true(pay->ruler == RULER_SALARY || !salary);
		salary = salary || pay->ruler == RULER_SALARY;
		assert_int_equal(pay->ruler == RULER_TOTAL, pay->f->basis == BASIS_TOTAL);
		assert_near(p.band.row[i].middle.value, want, 0.0001);
		assert_false(pay->f->card);
	}
	/* Where most publishers meet: 120K-160K, of the salaries. */
	assert_near(p.in.pay, 140000, 0);
	assert_contains(p.line[FI_PAY].says, "where 3 of 4 publishers meet");
	assert_true(p.pay_answer[0] != '\0');
	payback_close(&p);
}

static void
test_levels(void **state)
{
	struct payback p;
	size_t entry;

	(void)state;
	open_pair(&p, &c, WHARTON, ENGINEER);
	work(&p, "");
	entry = p.npays;
	work(&p, "level=senior");
	assert_int_equal(p.level, LEVEL_SENIOR);
	assert_true(p.npays > 0 && p.npays != entry);
	assert_true(p.elsewhere > 0); /* San Francisco, Austin */
	for (size_t i = 0; i < p.npays; i++)
		assert_true(
		    p.pay[i].f->level == LEVEL_SENIOR || p.pay[i].f->level == LEVEL_UNSTATED);
	payback_close(&p);
}

/* A role without pay of its own: official figures of the nearest occupations, and they say so. */
static void
test_nearest(void **state)
{
	struct payback p;

	(void)state;
	open_pair(&p, &c, WHARTON, "mlops-engineer");
	work(&p, "");
	assert_true(p.npays > 0);
	assert_true(p.near);
	assert_int_equal(p.pay_level, LEVEL_ALL);
	for (size_t i = 0; i < p.npays; i++) {
		assert_true(p.pay[i].f->near);
		assert_true(p.pay[i].f->stat != STAT_MEAN);
	}
	payback_close(&p);
}

static void
test_source(void **state)
{
	struct payback_asks q;
	struct payback p;

	(void)state;
	open_pair(&p, &c, WHARTON, ENGINEER);
	work(&p, "source=ml/bouchrika-2026");
	assert_int_equal(p.npays, 1);
	assert_string_equal(p.pay[0].f->source->key, "ml/bouchrika-2026");
	assert_near(p.in.pay, 135000, 0);
	work(&p, "source=bouchrika-2026,survey,postings");
	assert_true(p.npays > 1);
	payback_asks_read(&q, "source=bouchrika-2062");
	assert_false(payback_work(&p, &q, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_contains(e.text, "bouchrika-2062");
	assert_true(p.npays > 5); /* as if nothing was said */
	payback_close(&p);
}

static int64_t
source_id(const struct sources *all, const char *key)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->s[i].key, key) == 0)
			return all->s[i].id;
	fail_msg("no source %s", key);
	return 0;
}

/* What is switched off is in no answer; what the others answer stays. */
static void
test_switched_off(void **state)
{
	int64_t off = source_id(&c.r.sources, "ml/bouchrika-2026");
	struct payback all, rest;

	(void)state;
	open_pair(&all, &c, WHARTON, ENGINEER);
	work(&all, "baseline=80000");
	assert_ok(switch_sources(c.db, &off, 1, &e));
	sources_follow(&c.r.sources, c.db);
	open_pair(&rest, &c, WHARTON, ENGINEER);
	work(&rest, "baseline=80000");
	assert_true(rest.npays > 0 && rest.npays < all.npays);
	for (size_t i = 0; i < rest.npays; i++)
		assert_int_not_equal(rest.pay[i].f->source->id, off);
	assert_true(rest.band.lo >= all.band.lo && rest.band.hi <= all.band.hi);
	payback_close(&all);
	payback_close(&rest);
	/* Who alone speaks of the program. */
	off = source_id(&c.r.sources, "ml/aigraduate-mle");
	assert_ok(switch_sources(c.db, &off, 1, &e));
	assert_false(payback_open(&rest, c.db, &c.r.sources, &rules, pagecat_id(&n, WHARTON),
	    pagecat_id(&n, ENGINEER), &e));
	assert_contains(e.text, "no source that is on speaks of " WHARTON);
	assert_ok(switch_sources(c.db, NULL, 0, &e));
	sources_follow(&c.r.sources, c.db);
}

/* --- flips ----------------------------------------------------------------------------------- */

static void
test_flips(void **state)
{
	struct payback p;

	(void)state;
	open_pair(&p, &c, WHARTON, ENGINEER);
	work(&p, "");
	assert_int_equal(p.flippable,
	    1u << FLIP_YEARLY | 1u << FLIP_JOB | 1u << FLIP_TIMING | 1u << FLIP_ACCRUE);
	assert_string_equal(payback_flip_says(&p, FLIP_JOB), "the job is kept while studying");
	work(&p, "flips=yearly");
	assert_near(p.in.cost, 190000 * 20 / 12.0, 0.0001);
	assert_string_equal(
	    payback_flip_says(&p, FLIP_YEARLY), "the price is of the whole program");
	work(&p, "flips=job");
	assert_near(value(&p, FM_FORGONE), 0, 0);
	assert_string_equal(payback_flip_says(&p, FLIP_JOB), "the job is left to study");
	work(&p, "flips=timing,interest");
	assert_true(p.in.timing == FIN_YEAR_START);
	assert_true(p.in.accrue);
	work(&p, "cost=100000 flips=yearly");
	assert_near(p.in.cost, 100000, 0); /* what the person says is not turned */
	assert_int_equal(p.flippable & 1u << FLIP_YEARLY, 0);
	payback_close(&p);
}

/* Prices in another currency are never set against dollars. */
static void
test_foreign(void **state)
{
	struct payback p;

	(void)state;
	open_pair(&p, &c, "university-of-sydney/master-of-data-science/master", ENGINEER);
	work(&p, "");
	assert_true(p.assumed & PRICE_FOREIGN);
	assert_string_equal(p.in.currency, "AUD");
	assert_int_equal(p.npays, 0);
	assert_true(p.apart > 5);
	assert_int_equal(p.link, PAYBACK_RULE);
	assert_true(isnan(p.in.baseline));
	assert_int_equal(p.result[FM_PAYBACK].v.told, FIN_CANNOT);
	assert_int_equal(p.result[FM_GE].v.told, FIN_CANNOT);
	assert_true(p.other.id != 0);
	/* 5 x (140,000 - 49,500) less 18 months at 49,500 */
	assert_near(p.highest, 378250, 0.0001);
	work(&p, "cost=54000");
	assert_true(isnan(p.highest));
	assert_string_equal(p.in.currency, "USD");
	assert_int_equal(p.assumed & PRICE_FOREIGN, 0);
	assert_true(p.npays > 5);
	assert_contains(p.line[FI_COST].says, "AUD 82,650");
	assert_int_equal(p.result[FM_PAYBACK].v.told, FIN_TOLD);
	payback_close(&p);
}

/* A program of the College Scorecard: tuition x usual years, visibly; debt and earnings of its graduates. */
static void
test_scorecard(void **state)
{
	struct payback p;

	(void)state;
	open_pair(&p, &n, TUITION_SCHOOL, "registered-nurses");
	work(&p, "");
	assert_near(p.in.cost, 36000, 0);
	assert_near(p.in.months, 48, 0);
	assert_int_equal(p.assumed, PRICE_TUITION | PRICE_LENGTH | PRICE_MODE);
	assert_contains(p.line[FI_COST].says, "$9,000 a year x 4");
	assert_string_equal(p.line[FI_COST].table, "sc_program");
	assert_string_equal(p.line[FI_COST].column, "tuition_in");
	assert_near(p.in.earnings, 68000, 0);
	assert_int_equal(p.link, PAYBACK_CROSSWALK);
	assert_true(p.link_row != 0);
	assert_int_equal(p.pay_level, LEVEL_ALL);
	assert_true(p.flippable & 1u << FLIP_OUT);
	assert_true(p.flippable & 1u << FLIP_DEBT);
	assert_near(p.in.rate, 4.99, 0);
	work(&p, "flips=out-of-state,debt");
	assert_near(p.in.cost, 96000, 0);
	assert_near(p.in.borrowed, 19500, 0);
	assert_near(value(&p, FM_DEBT), 19500, 0);
	/* The price-to-earnings premium: 36,000 / (68,000 - 44,000). */
	work(&p, "high-school=44000");
	assert_near(value(&p, FM_PREMIUM), 1.5, 0.0001);
	payback_close(&p);
}

/* --- beside ---------------------------------------------------------------------------------- */

static void
test_offers(void **state)
{
	struct payback p;

	(void)state;
	open_pair(&p, &c, WHARTON, ENGINEER);
	work(&p, "");
	assert_true(p.noffers > 2);
	assert_string_equal(p.offer[0].slug, "");
	assert_near(p.offer[0].pay, 49500, 0);
	for (size_t i = 0; i < p.noffers; i++) {
		assert_true(p.offer[i].pay > 0);
		assert_true(strcmp(p.offer[i].slug, ENGINEER) != 0);
	}
	work(&p, "baseline=86000 baseline-role=data-analyst");
	assert_contains(p.line[FI_BASELINE].says, "Data Analyst, first job");
	assert_int_equal(p.line[FI_BASELINE].from, FROM_SOURCE);
	payback_close(&p);
}

/* The other way is the shortest of those of the same kind of award, as far as one can compute it by hand. */
static void
test_other(void **state)
{
	struct payback p, q;

	(void)state;
	open_pair(&p, &c, WHARTON, ENGINEER);
	work(&p, "baseline=80000");
	assert_true(p.other.id != 0);
	assert_false(p.other.worse);
	assert_true(p.other.v.value < value(&p, FM_PAYBACK));
	open_pair(&q, &c, p.other.key, ENGINEER);
	work(&q, "baseline=80000");
	assert_near(value(&q, FM_PAYBACK), p.other.v.value, 1e-9);
	assert_true(q.other.worse); /* none is shorter */
	payback_close(&p);
	payback_close(&q);
}

/* --- whatever is said ------------------------------------------------------------------------ */

static const char *const pairs[][2] = {
    {WHARTON, ENGINEER},
    {"university-of-idaho/ms-in-psychology-human-factors/master", "data-analyst"},
    {"georgia-institute-of-technology/online-ms-in-computer-science-omscs/master",
	"data-scientist"},
    {"university-of-hong-kong/business-school-mba/mba", "research-scientist"},
};

/* Years, or more than any. */
static double
years(const struct finance_value *v)
{
	return v->told == FIN_TOLD ? v->value : INFINITY;
}

static void
random_asks(struct payback_asks *q)
{
	payback_asks_init(q);
	q->said[FI_BASELINE] = 20000 + rand() % 150000;
	if (rand() % 2)
		q->said[FI_COST] = rand() % 300000;
	if (rand() % 3 == 0)
		q->said[FI_AID] = rand() % 50000;
	if (rand() % 3 == 0)
		q->said[FI_MONTHS] = 1 + rand() % 80;
	if (rand() % 3 == 0)
		q->said[FI_LIVING] = rand() % 4000;
	q->level = (enum level)(LEVEL_ENTRY + rand() % 3);
	q->flips = (unsigned)rand() % (1u << FLIP_COUNT);
}

/* A higher price never shortens a payback, of any figure. */
static void
test_more_cost(void **state)
{
	(void)state;
	srand(7);
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct payback p;

		open_pair(&p, &c, pairs[i][0], pairs[i][1]);
		for (int k = 0; k < 200; k++) {
			struct payback_asks q;
			double before[64] = {0};

			random_asks(&q);
			q.said[FI_COST] = rand() % 200000;
			assert_ok(payback_work(&p, &q, &e));
			assert_true(p.npays <= COUNT(before));
			for (size_t j = 0; j < p.npays; j++)
				before[j] = years(&p.band.row[j].middle);
			q.said[FI_COST] += 1 + rand() % 50000;
			assert_ok(payback_work(&p, &q, &e));
			for (size_t j = 0; j < p.npays; j++)
				assert_true(years(&p.band.row[j].middle) >= before[j]);
		}
		payback_close(&p);
	}
}

/* Each source alone gives answers that are among those of all, inside the band. */
static void
test_each_source(void **state)
{
	(void)state;
	srand(11);
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct payback all, one;

		open_pair(&all, &c, pairs[i][0], pairs[i][1]);
		open_pair(&one, &c, pairs[i][0], pairs[i][1]);
		for (int k = 0; k < 40; k++) {
			struct payback_asks q;

			random_asks(&q);
			q.source[0] = '\0';
			assert_ok(payback_work(&all, &q, &e));
			for (size_t j = 0; j < all.npays && !all.near; j++) {
				snprintf(
				    q.source, sizeof q.source, "%s", all.pay[j].f->source->key);
				assert_ok(payback_work(&one, &q, &e));
				assert_true(one.npays > 0 && one.npays <= all.npays);
				if (one.band.told == 0)
					continue;
				assert_true(
				    one.band.lo >= all.band.lo && one.band.hi <= all.band.hi);
			}
		}
		payback_close(&all);
		payback_close(&one);
	}
}

/* Each measure that depends on the pay: its band holds the answer at every figure, and nothing else. */
static void
test_bands(void **state)
{
	(void)state;
	srand(19);
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct payback p;

		open_pair(&p, &c, pairs[i][0], pairs[i][1]);
		for (int k = 0; k < 60; k++) {
			struct payback_asks q;

			random_asks(&q);
			assert_ok(payback_work(&p, &q, &e));
			for (int m = 0; m < FM_COUNT; m++)
				for (size_t j = 0; j < p.bands[m].n; j++) {
					struct finance_input at = p.in;
					struct finance_value v;

					at.pay = p.pay[j].pay.middle;
					v = finance_value((enum finance_measure)m, &at);
					assert_int_equal(v.told, p.bands[m].row[j].middle.told);
					if (v.told == FIN_TOLD)
						assert_true(v.value >= p.bands[m].lo
						    && v.value <= p.bands[m].hi);
				}
			assert_int_equal(p.bands[FM_NPV].n, p.npays);
			assert_int_equal(p.bands[FM_NET_PRICE].n, 0);
		}
		payback_close(&p);
	}
}

/* The same asks give the same answers, whatever was asked in between. */
static void
test_repeat(void **state)
{
	struct payback p;
	double once;

	(void)state;
	srand(13);
	open_pair(&p, &c, WHARTON, ENGINEER);
	work(&p, "baseline=80000");
	once = value(&p, FM_NPV);
	for (int k = 0; k < 100; k++) {
		struct payback_asks q;

		random_asks(&q);
		assert_ok(payback_work(&p, &q, &e));
	}
	work(&p, "baseline=80000");
	assert_near(value(&p, FM_NPV), once, 0);
	payback_close(&p);
}

/* --- as text --------------------------------------------------------------------------------- */

static void
test_text(void **state)
{
	struct payback_asks q, back;
	struct buf text = BUF_INIT;

	(void)state;
	payback_asks_init(&q);
	payback_asks_text(&q, &text);
	assert_string_equal(text.data, "");
	srand(17);
	for (int k = 0; k < 300; k++) {
		buf_clear(&text);
		random_asks(&q);
		snprintf(q.factors, sizeof q.factors, "%s", k % 2 ? "industry,place-2" : "");
		snprintf(q.source, sizeof q.source, "%s",
		    k % 3 ? "ml/bouchrika-2026" : "guide 2025,ai-jobs 2024");
		payback_asks_text(&q, &text);
		payback_asks_read(&back, text.data);
		for (int f = 0; f < FI_COUNT; f++)
			assert_true(
			    isnan(q.said[f]) ? isnan(back.said[f]) : q.said[f] == back.said[f]);
		assert_int_equal(q.level, back.level);
		assert_int_equal(q.flips, back.flips);
		assert_string_equal(q.factors, back.factors);
		assert_string_equal(q.source, back.source);
	}
	buf_free(&text);
}

/* What is not known or absurd is passed over: an older or newer program wrote it. */
static void
test_text_foreign(void **state)
{
	struct payback_asks q;

	(void)state;
	payback_asks_read(&q,
	    "  rate=900 rates=3 baseline=80000 level=lord flips=job,magic,= =  x= "
	    "cost=1e99 aid=nan tax=-3 months=");
	assert_near(q.said[FI_BASELINE], 80000, 0);
	assert_true(isnan(q.said[FI_RATE]));
	assert_true(isnan(q.said[FI_COST]));
	assert_true(isnan(q.said[FI_AID]));
	assert_true(isnan(q.said[FI_TAX]));
	assert_true(isnan(q.said[FI_MONTHS]));
	assert_int_equal(q.level, LEVEL_ENTRY);
	assert_int_equal(q.flips, 1u << FLIP_JOB);
	payback_asks_read(&q, NULL);
	assert_true(isnan(q.said[FI_BASELINE]));
}

/* What is said of a program stands on top of what is said of all. */
static void
test_text_add(void **state)
{
	struct payback_asks q;

	(void)state;
	payback_asks_read(&q, "baseline=80000 rate=5 flips=timing level=mid");
	payback_asks_add(&q, "cost=1000 rate=6 flips=job");
	payback_asks_add(&q, NULL);
	assert_near(q.said[FI_BASELINE], 80000, 0);
	assert_near(q.said[FI_COST], 1000, 0);
	assert_near(q.said[FI_RATE], 6, 0);
	assert_int_equal(q.flips, 1u << FLIP_TIMING | 1u << FLIP_JOB);
	assert_int_equal(q.level, LEVEL_MID);
}

static void
test_number(void **state)
{
	static const struct {
		enum finance_field field;
		const char *text;
		double v; /* NAN: not said any more */
	} good[] = {
	    {FI_BASELINE, "80k", 80000},
	    {FI_BASELINE, " $80,000 ", 80000},
	    {FI_BASELINE, "80000 a year", 80000},
	    {FI_COST, "0", 0},
	    {FI_MONTHS, "2 years", 24},
	    {FI_MONTHS, "18 months", 18},
	    {FI_MONTHS, "18", 18},
	    {FI_RATE, "7.54%", 7.54},
	    {FI_RATE, "7.54", 7.54},
	    {FI_LOAN_YEARS, "15 years", 15},
	    {FI_LOAN_YEARS, "18 months", 1.5},
	    {FI_LIVING, "1.2k", 1200},
	    {FI_AID, "", NAN},
	    {FI_AID, "-", NAN},
	    {FI_AID, "   ", NAN},
	};
	static const struct {
		enum finance_field field;
		const char *text, *says;
	} bad[] = {
	    {FI_BASELINE, "much", "is no number"},
	    {FI_BASELINE, "-5", "is at least 0 a year"},
	    {FI_RATE, "101", "is at most 100% a year"},
	    {FI_MONTHS, "21 years", "is at most 240 months"},
	    {FI_LOAN_YEARS, "0", "is at least 1 month"},
	    {FI_COST, "99999999999999999999999999999999999999999999999999999999999999999999999999",
		"is no number"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		double v = -1;

		assert_ok(payback_number(good[i].field, good[i].text, &v, &e));
		assert_true(isnan(good[i].v) ? isnan(v) : fabs(v - good[i].v) < 1e-9);
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		double v = -1;

		err_clear(&e);
		assert_false(payback_number(bad[i].field, bad[i].text, &v, &e));
		assert_int_equal(e.code, ERR_USAGE);
		assert_contains(e.text, bad[i].says);
		assert_near(v, -1, 0);
	}
}

static void
test_flip_words(void **state)
{
	enum payback_flip f;

	(void)state;
	for (int i = 0; i < FLIP_COUNT; i++) {
		assert_ok(payback_flip_find(&f, payback_flip_word((enum payback_flip)i), &e));
		assert_int_equal(f, i);
	}
	assert_false(payback_flip_find(&f, "jobs", &e));
	assert_contains(e.text, "nearest is 'job'");
}

static void
test_unknown(void **state)
{
	struct payback p;

	(void)state;
	assert_false(
	    payback_open(&p, c.db, &c.r.sources, &rules, 999999, pagecat_id(&c, ENGINEER), &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
	assert_false(
	    payback_open(&p, c.db, &c.r.sources, &rules, pagecat_id(&c, WHARTON), 999999, &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
	assert_false(payback_open(
	    &p, n.db, &n.r.sources, &rules, (1 << 24) + 999999, pagecat_id(&n, ENGINEER), &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
	payback_close(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cards),
	    cmocka_unit_test(test_loan),
	    cmocka_unit_test(test_years),
	    cmocka_unit_test(test_rule),
	    cmocka_unit_test(test_from),
	    cmocka_unit_test(test_figures),
	    cmocka_unit_test(test_levels),
	    cmocka_unit_test(test_nearest),
	    cmocka_unit_test(test_source),
	    cmocka_unit_test(test_switched_off),
	    cmocka_unit_test(test_flips),
	    cmocka_unit_test(test_foreign),
	    cmocka_unit_test(test_scorecard),
	    cmocka_unit_test(test_offers),
	    cmocka_unit_test(test_other),
	    cmocka_unit_test(test_more_cost),
	    cmocka_unit_test(test_each_source),
	    cmocka_unit_test(test_bands),
	    cmocka_unit_test(test_repeat),
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_text_foreign),
	    cmocka_unit_test(test_text_add),
	    cmocka_unit_test(test_number),
	    cmocka_unit_test(test_flip_words),
	    cmocka_unit_test(test_unknown),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
