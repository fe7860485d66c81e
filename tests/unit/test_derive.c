/* Prices brought to a total, and the headline values of a program. */
#include "check.h"
#include "packdir.h"
#include "pagecat.h"

#include <stdio.h>
#include <stdlib.h>

/* A catalog with one program that has these facts, "{...}, {...}". */
static struct db *
catalog_of(const char *facts)
{
	struct packdir d;
	struct buf yaml = BUF_INIT;
	struct db *db;

	packdir_init(&d);
	packdir_pack(&d, "a");
	buf_addf(&yaml,
	    "sources: [{key: s, title: T, short: t, publisher: P, kind: survey}]\n"
	    "schools: [{name: U}]\n"
	    "programs: [{school: u, name: X, field: f, award: mba, facts: [%s]}]\n",
	    facts);
	packdir_file(&d, "a", "x.yaml", yaml.data);
	db = packdir_catalog(&d);
	buf_free(&yaml);
	packdir_free(&d);
	return db;
}

static void
expect(const char *facts, const char *sql, const char *expected)
{
	struct db *db = catalog_of(facts);
	const char *found = packdir_ask(db, sql);

	if (strcmp(found, expected) != 0)
		fail_msg("%s\n gives    %s\n expected %s", facts, found, expected);
	db_close(db);
}

#define FACT(rest) "{source: s, page: p, confidence: medium, " rest "}"
#define PRICE(cost, per, rest) FACT("cost: " cost ", currency: USD, per: " per ", " rest)

/* Of the first fact: total, basis, sum. */
static const char first_total[] =
    "SELECT coalesce(printf('%g ', total) || total_basis || coalesce(' = ' || total_sum, ''), 'none')"
    " FROM program_fact WHERE id = 1";

static void
test_totals(void **state)
{
	static const struct {
		const char *facts, *total;
	} cases[] = {
	    {FACT("mode: online"), "none"},
	    {PRICE("7000", "total", "months: 24"), "7000 total"},
	    {PRICE("7000", "unstated", "months: 24"), "7000 unstated"},
	    {PRICE("0", "total", ""), "0 total"},
	    {PRICE("0", "semester", ""), "0 total"},
	    {PRICE("0", "unstated", ""), "0 unstated"},
	    /* credits x per credit */
	    {PRICE("275", "credit", "credits: 36"), "9900 derived = 36 credits x 275"},
	    {PRICE("1000", "credit", "credits: 120 ECTS"), "120000 derived = 120 credits x 1,000"},
	    {PRICE("100", "credit", "credits: 120 EC"), "12000 derived = 120 credits x 100"},
	    {PRICE("447.6", "credit", "credits: 30"), "13428 derived = 30 credits x 447.6"},
	    {PRICE("10", "credit", "credits: 4.5"), "45 derived = 4.5 credits x 10"},
	    {PRICE("10", "credit", "credits: 1"), "10 derived = 1 credit x 10"},
	    {PRICE("10", "credit", ""), "none"},
	    {PRICE("10", "credit", "credits: 30-36"), "none"},
	    {PRICE("10", "credit", "credits: 60 - 120 ECTS"), "none"},
	    {PRICE("10", "credit", "credits: 48 + dissertation"), "none"},
	    {PRICE("10", "credit", "credits: 10 courses"), "none"},
	    {PRICE("10", "credit", "credits: 12 Modules"), "none"},
	    {PRICE("10", "credit", "credits: 400 hours"), "none"},
	    {PRICE("10", "credit", "credits: 1.5 years"), "none"},
	    {PRICE("10", "credit", "credits: about 30"), "none"},
	    {PRICE("10", "credit", "credits: inf"), "none"},
	    {PRICE("10", "credit", "credits: '0x20'"), "none"},
	    {PRICE("10", "credit", "credits: '1,000'"), "none"},
	    {PRICE("10", "credit", "credits: 0"), "none"},
	    /* courses x per course */
	    {PRICE("49", "course", "credits: 10 courses"), "490 derived = 10 courses x 49"},
	    {PRICE("49", "course", "credits: 4 courses + capstone exam"), "none"},
	    {PRICE("49", "course", "credits: 10"), "none"},
	    {PRICE("49", "course", "credits: 16 units"), "none"},
	    /* months x per month */
	    {PRICE("49", "month", "months: 11"), "539 derived = 11 months x 49"},
	    {PRICE("100", "month", "months: 2.1"), "210 derived = 2.1 months x 100"},
	    {PRICE("49", "month", "credits: 3"), "none"},
	    {PRICE("49", "month", "months: 0"), "none"},
	    /* two semesters a year; only whole ones */
	    {PRICE("155", "semester", "months: 24"), "620 derived = 4 semesters x 155"},
	    {PRICE("6450", "semester", "months: 18, months_max: 24"),
		"19350 derived = 3 semesters x 6,450"},
	    {PRICE("100", "semester", "months: 6"), "100 derived = 1 semester x 100"},
	    {PRICE("100", "semester", "months: 10"), "none"},
	    {PRICE("67020", "year", "months: 48"), "268080 derived = 4 years x 67,020"},
	    {PRICE("55100", "year", "months: 18"), "82650 derived = 1.5 years x 55,100"},
	    {PRICE("8700", "year", "months: 12, months_max: 24"), "8700 derived = 1 year x 8,700"},
	    {PRICE("62200", "year", "months: 16"), "none"},
	    {PRICE("40784", "year", "months: 21"), "none"},
	    {PRICE("40784", "year", ""), "none"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect(cases[i].facts, first_total, cases[i].total);
}

/* What the fact with the price leaves open, another fact of the program may say: the best of them. */
static void
test_said_elsewhere(void **state)
{
	(void)state;
	expect(PRICE("227", "credit", "") ", " FACT("credits: 30"), first_total,
	    "6810 derived = 30 credits x 227");
	expect(PRICE("100", "year", "") ", " FACT("months: 12, as_of: 2020") ", " FACT(
		   "months: 24, as_of: 2024"),
	    first_total, "200 derived = 2 years x 100");
	expect(
	    PRICE("100", "credit", "") ", " FACT(
		"credits: 30, as_of: 2024") ", {source: s, page: p, confidence: high, credits: 36}",
	    first_total, "3600 derived = 36 credits x 100");
	/* Its own word comes first, and what cannot be read is passed over. */
	expect(PRICE("100", "credit", "credits: 30") ", {source: s, page: p, confidence: high,"
						     " credits: 36}",
	    first_total, "3000 derived = 30 credits x 100");
	expect(PRICE("100", "credit", "credits: 12 courses") ", " FACT("credits: 30"), first_total,
	    "3000 derived = 30 credits x 100");
}

static const char headline[] =
    "SELECT printf('%s|%s|%s|%s|%s|%s|%s|%s|%s', cost, cost_basis, cost_why,"
    " currency, audience, cost_as_of, cost_fact, cost_count, confidence)"
    " FROM program";

#define TRUSTED(trust, rest) "{source: s, page: p, confidence: " trust ", " rest "}"

static void
test_choice_of_cost(void **state)
{
	(void)state;
	expect(FACT("mode: online"), headline, "||m0|||||0|medium");
	expect(PRICE("10", "course", ""), headline, "||m4|||||0|medium");
	/* The more trusted wins over the later and the stated. */
	expect(
	    TRUSTED("low", "cost: 1, currency: USD, per: total, as_of: 2026") ", " TRUSTED("high",
		"cost: 2, currency: EUR, per: credit, credits: 30, as_of: 2023, audience: home"),
	    headline, "60|derived||EUR|home|2023|2|2|high");
	/* But not when more than three years lie between; without a date nothing is old. */
	expect(TRUSTED("low", "cost: 1, currency: USD, per: total, as_of: 2026") ", " TRUSTED(
		   "high", "cost: 2, currency: USD, per: total, as_of: 2022"),
	    headline, "1|total||USD||2026|1|2|low");
	expect(TRUSTED("low", "cost: 1, currency: USD, per: total, as_of: 2026") ", " TRUSTED(
		   "high", "cost: 2, currency: USD, per: total"),
	    headline, "2|total||USD|||2|2|high");
	/* Neither the order of the facts nor a price between the two changes that. */
	for (int turn = 0; turn < 3; turn++) {
		static const char *const facts[] = {
		    TRUSTED("high", "cost: 1, currency: USD, per: total, as_of: 2019"),
		    TRUSTED("medium", "cost: 2, currency: USD, per: total, as_of: 2022"),
		    TRUSTED("low", "cost: 3, currency: USD, per: total, as_of: 2023"),
		};
		char all[512];

		snprintf(all, sizeof all, "%s, %s, %s", facts[turn], facts[(turn + 1) % 3],
		    facts[(turn + 2) % 3]);
		expect(all, "SELECT cost || ' ' || cost_as_of FROM program", "2 2022");
	}
	/* Of equal trust the later, undated last. */
	expect(PRICE("1", "total", "as_of: 2023") ", " PRICE(
		   "2", "credit", "credits: 10, as_of: 2025") ", " PRICE("3", "total", ""),
	    headline, "20|derived||USD||2025|2|3|medium");
	/* Of one year the stated before the derived. */
	expect(PRICE("1", "credit", "credits: 10, as_of: 2025") ", " PRICE(
		   "2", "total", "as_of: 2025-09"),
	    headline, "2|total||USD||2025-09|2|2|medium");
	expect(PRICE("1", "credit", "credits: 10") ", " PRICE("2", "unstated", ""), headline,
	    "2|unstated||USD|||2|2|medium");
	/* Then the wider audience. */
	expect(PRICE("1", "total", "audience: out-of-state") ", " PRICE("2", "total",
		   "audience: in-state") ", " PRICE("3", "total", "audience: international"),
	    headline, "2|total||USD|in-state||2|3|medium");
	expect(PRICE("1", "total", "") ", " PRICE("2", "total", "audience: non-eu") ", " PRICE(
		   "3", "total", "audience: eu") ", " PRICE("4", "total",
		   "audience: home") ", " PRICE("5", "total", "audience: all"),
	    headline, "5|total||USD|all||5|5|medium");
	/* Confidence is that of the cost; without one, the highest. */
	expect(
	    TRUSTED("low", "cost: 1, currency: USD, per: total") ", " TRUSTED("high", "months: 12"),
	    headline, "1|total||USD|||1|1|low");
	expect(TRUSTED("low", "cost: 1, currency: USD, per: credit") ", " TRUSTED(
		   "high", "months: 12"),
	    headline, "||m4|||||0|high");
	/* A price that the lists cannot count is none of theirs. */
	expect(PRICE("3000000000", "total", ""), headline, "||m4|||||1|medium");
	expect(PRICE("3000000000", "total", "as_of: 2026") ", " PRICE("5", "total", "as_of: 2020"),
	    headline, "5|total||USD||2020|2|2|medium");
}

static void
test_choice_of_length(void **state)
{
	static const char length[] =
	    "SELECT printf('%s|%s|%s|%s', months, months_max, mode, cost_per_year) FROM program";

	(void)state;
	expect(FACT("as_of: 2026"), length, "|||");
	expect(FACT("months: 24, months_max: 48"), length, "24|48||");
	/* The longest time is of the same fact as the fastest. */
	expect(FACT("months: 12, as_of: 2026, mode: hybrid") ", " FACT(
		   "months: 24, months_max: 48, as_of: 2020, mode: online"),
	    length, "12||hybrid|");
	expect(TRUSTED("high", "months: 24") ", " TRUSTED("low", "months: 12, mode: online"),
	    length, "24||online|");
	expect(FACT("months: 2.1"), length, "2|||");
	expect(FACT("months: 0.3"), length, "1|||");
	expect(PRICE("190000", "total", "months: 20"), length, "20|||114000");
	expect(PRICE("30", "total", "months: 6"), length, "6|||");
	expect(PRICE("30", "total", ""), length, "|||");
}

/* --- golden values of the bundled packs, worked out by hand -------------------------------------- */

struct golden {
	const char *program; /* key */
	const char
	    *values; /* months-months_max, mode; cost currency basis, audience, as of; a year */
};

static const struct golden golden[] = {
    /* 7,000 in all (2026) beside four prices per credit: 6,810, 5,850, 6,750, 5,400 */
    {"georgia-institute-of-technology/online-ms-in-computer-science-omscs/master",
	"24-48 online; 7000 USD total, all, 2026; 3500 a year; medium, 5 totals"},
    /* 36 x 275 = 9,900, undated and low, behind three totals by residency */
    {"georgia-institute-of-technology/online-ms-in-analytics-omsa/master",
	"- online; 11880 USD total, in-state, 2024-25; a year; medium, 4 totals"},
    /* in-state 19,840, out-of-state 25,376; 32 x 600 = 19,200 in 2018 */
    {"university-of-illinois-urbana-champaign/online-master-of-computer-science-mcs/master",
	"12-60 online; 19840 USD total, in-state, 2026; 19840 a year; medium, 3 totals"},
    /* its own page of 2022-23; 40,784 a year for 21 months has no total */
    {"brown-university/sc-m-in-data-science/master",
	"12- ; 82826 USD total, all, 2022-23; 82826 a year; high, 1 totals"},
    /* per semester, without a length */
    {"eth-zurich/master-of-science-in-data-science/master", "- ; m4; a year; medium, 0 totals"},
    {"epfl/master-in-data-science/master", "- ; m4; a year; high, 0 totals"},
    /* 10,000 of 2025-26 without a length, 10,000 of 2020 with one: 10,000 / 18 x 12 */
    {"university-of-texas-at-austin/ms-in-computer-science-online-mscso/master",
	"18-36 online; 10000 USD total, all, 2025-26; 6667 a year; medium, 2 totals"},
    {"university-of-texas-at-austin/ms-in-data-science-online-msdso/master",
	"- online; 10000 USD total, all, ; a year; high, 1 totals"},
    /* 27 x 2,712 = 73,224 (2020-21) before 27 x 2,450 = 66,150 (2018-19) */
    {"university-of-california-berkeley/master-of-information-and-data-science-mids/master",
	"20- online; 73224 USD derived, all, 2020-21; 43934 a year; high, 2 totals"},
    /* 57,850 GBP of 2026 for one year, no audience, before 41,250 of 2025 */
    {"university-of-oxford/msc-in-advanced-computer-science/master",
	"12- on-campus; 57850 GBP derived, , 2026; 57850 a year; medium, 2 totals"},
    /* 320,000 of 2026, medium, before its own 132,000 of 2018-19, high: eight years lie between */
    {"university-of-hong-kong/msc-in-computer-science/master",
	"12-24 ; 320000 HKD total, all, 2026; 320000 a year; medium, 2 totals"},
    /* 4 semesters x 155 for eu, x 1,655 for non-eu: the wider is shown */
    {"albert-ludwig-university-of-freiburg/master-of-science-in-computer-science/master",
	"24- on-campus; 620 EUR derived, eu, 2023; 310 a year; medium, 2 totals"},
    /* 11 x 49 */
    {"ibm-coursera/ibm-data-science-professional-certificate/professional-certificate",
	"11- online; 539 USD derived, all, 2026; a year; medium, 1 totals"},
    /* 16 months at 62,200 a year */
    {"carnegie-mellon-university/ms-in-machine-learning/master",
	"16- on-campus; m4; a year; high, 0 totals"},
    /* a card: 190,000 of no stated currency for 1.67 years, 20 months */
    {"university-of-pennsylvania/wharton-mba/mba",
	"20- on-campus; 190000 unstated unstated, , ; 114000 a year; low, 1 totals"},
};

static void
test_bundled(void **state)
{
	struct db *db = pagecat_bundled();
	struct err e;
	struct stmt *st = db_prepare(db,
	    "SELECT printf('%s-%s %s; %s; %sa year; %s, %d totals', months, months_max, mode,"
	    " coalesce(cost || ' ' || currency || ' ' || cost_basis || ', ' || coalesce(audience, '')"
	    " || ', ' || coalesce(cost_as_of, ''), cost_why), coalesce(cost_per_year || ' ', ''),"
	    " confidence, cost_count) FROM program WHERE key = ?1",
	    &e);

	(void)state;
	assert_ok(st != NULL);
	for (size_t i = 0; i < COUNT(golden); i++) {
		stmt_bind_text(st, 1, golden[i].program);
		if (stmt_step(st, &e) != 1)
			fail_msg("no program %s", golden[i].program);
		if (strcmp(stmt_str(st, 0), golden[i].values) != 0)
			fail_msg("%s\n gives    %s\n expected %s", golden[i].program,
			    stmt_str(st, 0), golden[i].values);
		stmt_reset(st);
	}
	stmt_finalize(st);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_totals),
	    cmocka_unit_test(test_said_elsewhere),
	    cmocka_unit_test(test_choice_of_cost),
	    cmocka_unit_test(test_choice_of_length),
	    cmocka_unit_test(test_bundled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
