/* The page of an occupation: what the publishers' sets say, section by section, and who says it. */
#include "career/page/compare.h"
#include "career/page/pages.h"
#include "career/page/start.h"
#include "career/store/catalog.h"
#include "check.h"
#include "national.h"
#include "pagecat.h"

#include <stdio.h>
#include <stdlib.h>

static struct pagecat c;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, national_small());
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	return 0;
}

static void
run(const char *sql)
{
	if (!db_exec(c.db, sql, &c.e))
		fail_msg("%s", c.e.text);
}

#define assert_lacks(text, part)                                                                   \
	do {                                                                                       \
		if (strstr((text), (part)))                                                        \
			fail_msg("\"%s\" in \"%s\"", (part), (text));                              \
	} while (0)

/* Opts are those of a screen, without or with details. */
static const char *
section_of(const char *slug, enum role_section s, int width, bool details)
{
	const struct page_opts opts = {
	    .width = width, .screen = true, .details = details, .year_now = 2026};

	page_free(&c.p);
	page_init(&c.p, &opts);
	if (!page_role(&c.p, &c.r, pagecat_id(&c, slug), s, LEVEL_ENTRY, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, true);
}

static const char *
section(const char *slug, enum role_section s)
{
	return section_of(slug, s, 100, false);
}

static const char *
plain(const char *slug, enum role_section s)
{
	pagecat_page(&c, 90, true);
	if (!page_role(&c.p, &c.r, pagecat_id(&c, slug), s, LEVEL_ENTRY, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, true);
}

/* What `i` shows for a fact. */
static const char *
explained(const char *key)
{
	const struct anchor a = {ANCHOR_FACT, key};

	pagecat_page(&c, 100, false);
	if (!page_explain(&c.p, &c.r, &a, &c.e))
		fail_msg("%s: %s", key, c.e.text);
	return pagecat_text(&c, true);
}

/* --- summary ---------------------------------------------------------------------------------- */

static void
test_summary(void **state)
{
	const char *text = section("registered-nurses", ROLE_SUMMARY);

	(void)state;
	assert_contains(text, "They care for the sick. (O*NET 29.0)");
	assert_contains(text, "$78K-107K, the middle half; median $93K");
	assert_contains(text, "Jobs 3.3M in 2024, 3.47M projected for 2034 BLS proj. 2024-34");
	assert_contains(text, "Openings 190,000 a year on average");
	assert_contains(text, "At entry bachelor's degree typical");
	assert_contains(text, "Preparation zone 3 of 5: medium preparation needed O*NET 29.0");
	assert_contains(text, "Skills Reading Comprehension, Mathematics (O*NET 29.0)");
	assert_contains(text, "Knowledge English Language (O*NET 29.0)");
	assert_contains(text, "In demand Tally sheets (O*NET 29.0)");
	assert_contains(text, "Interests Social 6.9, Investigative 5.2, Conventional 4.1 (of 7)");
	assert_contains(text, "Also called RN, Triage Nurse, Staff Nurse");
	assert_contains(text, "O*NET 29-1141.00, SOC 29-1141");
	assert_true(pagecat_has_anchor(&c, "3.3M", ANCHOR_FACT, "projection:2"));
	assert_true(pagecat_has_anchor(&c, "Social 6.9", ANCHOR_FACT, "onet_interest:29-1141.00"));
	assert_true(pagecat_has_anchor(&c, "Reading", ANCHOR_SECTION, "Skills"));
}

/* A title with its short form in brackets is the one in front again, and so is another spelling. */
static void
test_other_titles(void **state)
{
	const char *text;

	(void)state;
	run("INSERT INTO onet_title (id, code, title, source_id) VALUES"
	    " (90, '29-1141.00', 'Triage Nurse (TN)', 1000000),"
	    " (91, '29-1141.00', 'REGISTERED NURSES', 1000000),"
	    " (92, '29-1141.00', 'Ward Nurse', 1000000)");
	text = section("registered-nurses", ROLE_SUMMARY);
	assert_contains(text, "Also called RN, Triage Nurse, Staff Nurse, Ward Nurse Kind");
	for (int i = 0; i < 30; i++) {
		char sql[200];

		snprintf(sql, sizeof sql,
		    "INSERT INTO onet_title (id, code, title, source_id)"
		    " VALUES (%d, '29-1141.00', 'Nurse %d', 1000000)",
		    100 + i, i);
		run(sql);
	}
	text = section("registered-nurses", ROLE_SUMMARY);
	assert_contains(text, "Ward Nurse, Nurse 0, Nurse 1, Nurse 2, Nurse 3; and 26 more");
}

/* Of a description the first sentence, all of it with details. */
static void
test_description(void **state)
{
	(void)state;
	run("UPDATE onet_occupation SET description = 'They care for the sick, i.e. all day and all night"
	    " long. May also teach.' WHERE code = '29-1141.00'");
	assert_contains(section("registered-nurses", ROLE_SUMMARY),
	    "all day and all night long. \xe2\x80\xa6 (O*NET 29.0)");
	assert_contains(section_of("registered-nurses", ROLE_SUMMARY, 100, true),
	    "night long. May also teach. (O*NET 29.0)");
	assert_contains(explained("onet_occupation:29-1141.00"), "May also teach.");
}

/* What packs say stands beside what the sets say. */
static void
test_pack_occupation(void **state)
{
	const char *text = section("data-scientists", ROLE_SUMMARY);

	(void)state;
	assert_contains(text, "They find out what data say. (O*NET 29.0)");
	assert_contains(text, "In demand Python (O*NET 29.0)");
	text = section("data-scientists", ROLE_PATH);
	assert_contains(text, "Related: the closest");
	assert_contains(text, "Roles whose nearest occupation this is Data Scientist");
}

/* A part of an occupation says what it is a part of; its wages are the whole's. */
static void
test_part(void **state)
{
	const char *text = section("business-intelligence-analysts", ROLE_SUMMARY);

	(void)state;
	assert_contains(text, "Part of ~ Data Scientists (SOC 15-2051): statistics count all its");
	assert_lacks(text, "Jobs ");
	assert_true(pagecat_has_anchor(&c, "Part of", ANCHOR_ROLE, "data-scientists"));
}

/* Of an occupation that only one set knows there is only that. */
static void
test_little_known(void **state)
{
	const char *text = section("riggers-all-other", ROLE_SUMMARY);

	(void)state;
	assert_contains(text, "Jobs 1.3K in 2024, 1.3K projected for 2034");
	assert_contains(text, "At entry no formal educational credential typical; training: Short");
	assert_lacks(text, "Preparation");
	assert_lacks(text, "Interests");
	assert_contains(
	    section("riggers-all-other", ROLE_SKILLS), "Skills: no source states this.");
	assert_contains(section("riggers-all-other", ROLE_DAY), "The day: no source states this.");
	text = section("marine-biologists", ROLE_SUMMARY);
	assert_contains(text, "They watch the sea.");
	assert_lacks(text, "Preparation");
	assert_lacks(text, "Jobs");
	assert_contains(section("marine-biologists", ROLE_DAY), "The day: no source states this.");
}

static void
test_esco(void **state)
{
	const char *text = section("beekeeper", ROLE_SUMMARY);

	(void)state;
	assert_contains(text, "Keeps bees. (ESCO 1.1.1)");
	assert_contains(text, "No source states what it pays or how it grows.");
	assert_contains(text, "Essential handle bees (ESCO 1.1.1)");
	assert_contains(text, "Also called apiarist");
	assert_contains(text, "occupation of ESCO, the European classification, 6123.1");
	text = section("data-scientist-esco", ROLE_SKILLS);
	assert_contains(text, "Essential: in all jobs of this name ESCO 1.1.1 query databases");
	assert_contains(
	    text, "Optional: in some jobs of this name ESCO 1.1.1 statistics (knowledge)");
	assert_contains(section("beekeeper", ROLE_SOURCES), "This uses ESCO.");
	assert_contains(section("beekeeper", ROLE_PROGRAMS), "Nothing here ties a field");
}

/* --- sections --------------------------------------------------------------------------------- */

static void
test_skills(void **state)
{
	const char *text = section("registered-nurses", ROLE_SKILLS);

	(void)state;
	assert_contains(text, "Skills O*NET 29.0 importance 1-5 level 0-7");
	assert_contains(text, "Reading Comprehension 4.0");
	assert_contains(text, "English Language 4.5");
	assert_contains(text, "not relevant");
	assert_contains(text, "3.0?");
	assert_contains(text, "? too few answers: O*NET recommends to leave the value out");
	assert_contains(text, "Spreadsheet software: Tally sheets (in demand)");
	assert_true(pagecat_has_anchor(
	    &c, "English Language", ANCHOR_FACT, "onet_rating:29-1141.00/2.C.7.a"));
	assert_true(
	    pagecat_has_anchor(&c, "Tally", ANCHOR_FACT, "onet_technology:29-1141.00/43232110"));
	text = section("data-scientists", ROLE_SKILLS);
	assert_contains(text, "Development environment software: Python (hot, in demand)");
	assert_contains(text, "Structured query language SQL (hot)");
	assert_lacks(section("plumbers", ROLE_SKILLS), "too few answers");
	assert_contains(plain("registered-nurses", ROLE_SKILLS),
	    "Mathematics: importance 3.1 of 5, level 3.0? of 7.");
	assert_contains(plain("registered-nurses", ROLE_SKILLS),
	    "English Language: importance 4.5 of 5, level not relevant.");
}

/* Of long lists the first few, the rest with details. */
static void
test_long_lists(void **state)
{
	const char *text;

	(void)state;
	run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
	    " INSERT INTO onet_element (element, name, kind, source_id)"
	    " SELECT 'x.' || i, 'Knack ' || i, 'skill', 1000000 FROM n");
	run("INSERT INTO onet_rating (code, element, importance, level, importance_why, level_why, n,"
	    " source_id) SELECT '47-2152.00', element, 1.5, 1, 0, 0, 8, 1000000 FROM onet_element"
	    " WHERE element LIKE 'x.%'");
	text = section("plumbers", ROLE_SKILLS);
	assert_contains(text, "Mathematics 2.9");
	assert_contains(text, "and 11 more that matter less: v shows them");
	text = section_of("plumbers", ROLE_SKILLS, 100, true);
	assert_contains(text, "Knack 20");
	assert_lacks(text, "more that matter less");
	/* Only technologies: said that there are no ratings. */
	run("DELETE FROM onet_rating WHERE code = '15-2051.00'");
	assert_contains(section("data-scientists", ROLE_SKILLS),
	    "Skills and knowledge by importance: no source states them.");
}

static void
test_day(void **state)
{
	const char *text = section("data-scientists", ROLE_DAY);

	(void)state;
	assert_contains(text, "Core tasks: most people here do them O*NET 29.0 - Clean data until");
	assert_contains(text, "Supplemental tasks: fewer do them, or they matter less");
	assert_true(pagecat_has_anchor(&c, "Clean data", ANCHOR_FACT, "onet_task:1"));
	run("UPDATE onet_task SET kind = NULL");
	assert_contains(
	    section("data-scientists", ROLE_DAY), "Tasks; which are core is not stated");
}

static void
test_break_in(void **state)
{
	const char *text = section("registered-nurses", ROLE_BREAK_IN);

	(void)state;
	assert_contains(text, "Typical when one enters BLS proj. 2024-34");
	assert_contains(text, "Education Bachelor's degree Experience None Training None");
	assert_contains(text, "Education the job requires, say 40 people who know it");
	assert_contains(text, "70.0%");
	assert_contains(text, "Job Zone Three: Medium Preparation Needed");
	assert_true(
	    pagecat_has_anchor(&c, "Associate", ANCHOR_FACT, "onet_education:29-1141.00/5"));
	text = section("actors", ROLE_BREAK_IN);
	assert_contains(text, "Less than a High School Diploma");
	assert_contains(text, "not stated");
	assert_contains(section("beekeeper", ROLE_BREAK_IN), "What it asks for: no source states");
}

static void
test_path(void **state)
{
	const char *text = section("data-scientists", ROLE_PATH);

	(void)state;
	assert_contains(
	    text, "Related: the closest O*NET 29.0 Business Intelligence Analysts ~median $113K");
	assert_contains(
	    text, "Related: further away O*NET 29.0 Marine Biologists median not reported");
	assert_contains(text, "all levels (OEWS May 2024); ~ of the larger occupation");
	assert_true(
	    pagecat_has_anchor(&c, "Business", ANCHOR_ROLE, "business-intelligence-analysts"));
	assert_contains(
	    section("registered-nurses", ROLE_PATH), "Anesthesiologists median at least $239K");
}

static void
test_sectors(void **state)
{
	const char *text = section("registered-nurses", ROLE_INDUSTRIES);

	(void)state;
	assert_contains(text, "All industries 3,200,000 jobs");
	assert_contains(text, "Health Care and Social Assistance 2,800,000 jobs, 88%");
	assert_contains(text, "Educational Services 90,000 jobs, 2.8%");
	assert_true(pagecat_has_anchor(&c, "Educational", ANCHOR_FACT, "oews:5"));
	text = section_of("registered-nurses", ROLE_INDUSTRIES, 40, false);
	assert_contains(text,
	    "Educational Services: 90,000 jobs, 2.8%; median $75K, 8 of 10 from $50K to $110K");
	assert_contains(section_of("anesthesiologists", ROLE_INDUSTRIES, 40, false),
	    "median at least $239K, 8 of 10 from $90K to at least $239K a year");
	text = section("marine-biologists", ROLE_INDUSTRIES);
	assert_contains(text, "jobs not reported");
	assert_contains(text, "median not reported");
	assert_contains(section("actors", ROLE_INDUSTRIES), "median not relevant");
	run("UPDATE oews SET industry = 'Government, excluding schools' WHERE id = 5");
	text = section("registered-nurses", ROLE_INDUSTRIES);
	assert_contains(text, "Government 90,000 jobs");
	assert_contains(explained("oews:5"), "Government, excluding schools");
}

static void
test_programs(void **state)
{
	const char *text = section("registered-nurses", ROLE_PROGRAMS);

	(void)state;
	assert_contains(text, "programs held here fit by field of study.");
	assert_true(pagecat_has_anchor(
	    &c, "fit by field", ANCHOR_QUERY, "programs role:registered-nurses"));
	assert_contains(text, "Bachelor's Degree 2 programs");
	assert_true(pagecat_has_anchor(
	    &c, "Bachelor's", ANCHOR_QUERY, "programs role:registered-nurses award:bachelor"));
	assert_contains(text,
	    "Registered Nursing, Nursing Administration 3 programs 51.38: all of its 2 fields are "
	    "officially linked with 29-1141");
	assert_lacks(text, "broader");
	assert_true(pagecat_has_anchor(&c, "3 programs", ANCHOR_FACT, "crosswalk:29-1141/5138"));
	assert_contains(section("plumbers", ROLE_PROGRAMS),
	    "Plumbing 1 program 46.05 is officially linked with 47-2152");
}

/* Four digits stand for all of six below them. */
static void
test_broader_field(void **state)
{
	const char *text;

	(void)state;
	run("DELETE FROM crosswalk WHERE cip = 513802");
	text = section("registered-nurses", ROLE_PROGRAMS);
	assert_contains(text, "51.38 includes 51.3801, officially linked with 29-1141; broader");
	assert_contains(plain("registered-nurses", ROLE_PROGRAMS),
	    "3 programs; 51.38 includes 51.3801, officially linked with 29-1141; broader.");
}

/* A role of the guides has fields through what is nearest, marked. */
static void
test_nearest_fields(void **state)
{
	const char *text = section("data-scientist", ROLE_PROGRAMS);

	(void)state;
	assert_contains(text, "those of College Scorecard through ~ occupations near it; 3 have");
	assert_contains(text, "Fields officially linked with occupations near it");
	assert_contains(text, "~ data science");
	assert_contains(
	    text, "~ linked with an occupation near this role; it has no code of its own");
}

static void
test_sources(void **state)
{
	const char *text = section("registered-nurses", ROLE_SOURCES);

	(void)state;
	assert_contains(text, "O*NET 29.0 official, 2004 to 2024 O*NET Database");
	assert_contains(text, "Licence: CC BY 4.0 O*NET is named here.");
	assert_contains(
	    text, "says here: 1 task, 3 skills and kinds of knowledge, 1 technology, 1 title");
	assert_contains(text, "3 rows of jobs and wages by industry");
	assert_contains(text, "2 linked fields of study");
	assert_true(pagecat_has_anchor(&c, "O*NET 29.0", ANCHOR_SOURCE, "onet"));
	/* Each set once. */
	assert_true(strstr(text, "OEWS May 2024") != NULL);
	assert_null(strstr(strstr(text, "OEWS May 2024") + 1, "OEWS May 2024"));
}

/* The page of a set on the Data screen: what it holds, and the words it asks for. */
static void
test_source_page(void **state)
{
	(void)state;
	pagecat_page(&c, 100, false);
	assert_true(page_source(&c.p, &c.r, 1000000, &c.e));
	assert_contains(pagecat_text(&c, true), "Attribution O*NET is named here.");
	assert_contains(pagecat_text(&c, true), "Release 29.0 Holds 70 rows kept of 70 read");
	assert_lacks(pagecat_text(&c, true), "0 figures");
}

/* --- the first screen ------------------------------------------------------------------------- */

static const char *
started(const char *role)
{
	struct start s;

	c.r.role = role;
	start_init(&s);
	pagecat_page(&c, 100, false);
	if (!start_set(&s, &c.r, LEVEL_ENTRY, &c.e) || !page_start_all(&c.p, &c.r, &s, &c.e))
		fail_msg("%s", c.e.text);
	start_free(&s);
	c.r.role = NULL;
	return pagecat_text(&c, true);
}

static void
test_start(void **state)
{
	const char *text = started("data-scientists");

	(void)state;
	assert_contains(text,
	    "Data Scientists, what they do: clean data until they can be used; draw what was found "
	    "(2 tasks, O*NET 29.0).");
	assert_contains(
	    text, "Interests that suit it most: Investigative, Conventional, Realistic");
	assert_contains(text, "Software that adverts ask for: Python (O*NET 29.0).");
	text = started("registered-nurses");
	assert_contains(text,
	    "Registered Nurses, what matters most: Reading Comprehension, Mathematics (O*NET 29.0).");
	assert_contains(text, "Registered Nurses, Anesthesiologists: side by side");
	assert_contains(text,
	    "3 programs of College Scorecard are in fields officially linked with Registered "
	    "Nurses: Undergraduate Certificate or Diploma (1), Bachelor's Degree (2).");
	assert_contains(started("beekeeper"), "beekeeper, essential: handle bees (ESCO 1.1.1).");
	assert_contains(started("data-scientist"),
	    "~ 4 programs of College Scorecard are in fields officially linked with occupations "
	    "near Data Scientist");
}

/* Side by side what a set lists counts as known. */
static void
test_compare(void **state)
{
	static const char *const keys[] = {"registered-nurses", "beekeeper"};
	const struct compare_row *row = NULL;
	struct compare compare;

	(void)state;
	assert_true(compare_make(&compare, &c.r, keys, COUNT(keys), LEVEL_ENTRY, &c.e));
	for (size_t i = 0; i < compare.nrows && row == NULL; i++)
		if (strcmp(compare.row[i].label, "listed") == 0)
			row = &compare.row[i];
	if (row == NULL) {
		fail_msg("no row of what is listed");
		return;
	}
	assert_string_equal(row->cell[0].text, "! 3: too little known to judge");
	assert_string_equal(row->cell[1].text, "! 1: too little known to judge");
	compare_free(&compare);
}

/* --- who says so ------------------------------------------------------------------------------ */

static void
test_explain(void **state)
{
	(void)state;
	assert_contains(explained("onet_rating:29-1141.00/2.A.1.e"),
	    "Registered Nurses: Mathematics Importance 3.12 of 1-5 Level 3.00 of 0-7, imprecise");
	assert_contains(explained("onet_rating:29-1141.00/2.C.7.a"), "Level not relevant");
	assert_contains(explained("onet_rating:29-1141.00/2.C.7.a"), "Asked 20 people");
	assert_contains(explained("oews:8"), "median at least $239,200");
	assert_contains(explained("oews:9"), "median not stated");
	assert_contains(explained("projection:4"), "-3,000, -5% from 2024 to 2034");
	assert_contains(explained("onet_technology:15-2051.00/43232402"), "In demand Python");
	assert_contains(explained("esco_link:1/2"), "It is optional Kind knowledge");
	assert_contains(explained("crosswalk:15-2051/3070"),
	    "30.7001 Data Science, General; 30.7099 Data Science, Other Of fields 2");
	assert_contains(explained("onet_related:15-2051.00/1"), "Tier Primary-Short");
	assert_contains(explained("onet_zone:15-2051.00"), "Education Graduate school.");
	assert_contains(explained("onet_titles:29-1141.00"), "How many 1 Titles Staff Nurse");
}

static void
test_explain_unknown(void **state)
{
	static const char *const keys[] = {"onet_rating:29-1141.00/9.Z", "onet_rating:29-1141.00",
	    "oews:99999", "crosswalk:99-9999/1", "onet_task:", "esco_link:1/", "oews:1/2/3"};

	(void)state;
	for (size_t i = 0; i < COUNT(keys); i++) {
		const struct anchor a = {ANCHOR_FACT, keys[i]};

		pagecat_page(&c, 80, false);
		err_clear(&c.e);
		assert_false(page_explain(&c.p, &c.r, &a, &c.e));
		assert_true(c.e.text[0] != '\0');
	}
}

/* A set that is switched off says nothing, and nothing of it is left in figures. */
static void
test_switched_off(void **state)
{
	static const int64_t onet = 1000000;
	const char *text;

	(void)state;
	if (!db_set_sources_off(c.db, &onet, 1, &c.e))
		fail_msg("%s", c.e.text);
	text = section("registered-nurses", ROLE_SUMMARY);
	assert_lacks(text, "They care for the sick");
	assert_lacks(text, "Preparation");
	assert_contains(text, "Jobs 3.3M");
	assert_contains(section("registered-nurses", ROLE_DAY), "The day: no source states this.");
	assert_lacks(section("registered-nurses", ROLE_SOURCES), "O*NET");
}

/* --- every occupation ------------------------------------------------------------------------- */

static void
check_facts(const struct page *p)
{
	for (size_t i = 0; i < p->nlines; i++)
		for (size_t k = 0; k < p->lines[i].nanchors; k++) {
			const struct anchor *a = &p->lines[i].anchors[k];
			struct page q;

			if (a->kind != ANCHOR_FACT && a->kind != ANCHOR_FIGURE)
				continue;
			page_init(&q, &p->opts);
			if (!page_explain(&q, &c.r, a, &c.e))
				fail_msg("%s: %s", a->key, c.e.text);
			page_free(&q);
		}
}

/* Lines stay within the page and each fact answers, at any width. */
static void
check_role(int64_t role, size_t turn)
{
	static const int widths[] = {20, 40, 59, 80, 132};

	for (int s = 0; s < ROLE_SECTIONS; s++) {
		const struct page_opts opts = {.width = widths[turn % COUNT(widths)],
		    .ascii = turn % 2 == 0,
		    .plain = turn % 7 == 0,
		    .details = turn % 3 == 0,
		    .screen = true,
		    .year_now = 2026};
		struct page p;

		page_init(&p, &opts);
		if (!page_role(&p, &c.r, role, (enum role_section)s, LEVEL_ENTRY, &c.e))
			fail_msg("role %lld: %s", (long long)role, c.e.text);
		assert_true(p.nlines > 0);
		for (size_t i = 0; i < p.nlines; i++)
			assert_true(p.lines[i].width <= p.opts.width);
		check_facts(&p);
		page_free(&p);
	}
}

static void
check_roles(const char *sql)
{
	struct stmt *st = db_prepare(c.db, sql, &c.e);
	int64_t ids[400];
	size_t n = 0;

	assert_non_null(st);
	while (n < COUNT(ids) && stmt_step(st, &c.e) == 1)
		ids[n++] = stmt_int(st, 0);
	stmt_finalize(st);
	assert_true(n > 5);
	for (size_t i = 0; i < n; i++)
		check_role(ids[i], i);
}

static void
test_all(void **state)
{
	(void)state;
	for (int i = 0; i < 5; i++)
		check_roles("SELECT id FROM role ORDER BY id DESC");
}

/* --- the real sets ---------------------------------------------------------------------------- */

static int
setup_real(void **state)
{
	const char *path = getenv("CAREER_TEST_NATIONAL");
	struct db *db;

	(void)state;
	c.db = NULL;
	if (path == NULL || *path == '\0')
		return 0;
	err_clear(&c.e);
	db = catalog_open(path, &c.e);
	if (db == NULL)
		fail_msg("%s: %s", path, c.e.text);
	pagecat_init(&c, db);
	return 0;
}

static int
teardown_real(void **state)
{
	(void)state;
	if (c.db != NULL)
		pagecat_free(&c);
	c.db = NULL;
	return 0;
}

static void
need_real(void)
{
	if (c.db == NULL) {
		print_message("skipped: CAREER_TEST_NATIONAL is not set\n");
		skip();
	}
}

static void
test_real_nurses(void **state)
{
	const char *text;

	(void)state;
	need_real();
	text = section("registered-nurses", ROLE_SUMMARY);
	assert_contains(text, "Preparation zone 4 of 5: considerable preparation needed");
	assert_contains(text, "Openings 189,100 a year on average");
	assert_contains(text, "Interests Social 5.6, Investigative 4.8");
	assert_contains(section("registered-nurses", ROLE_BREAK_IN), "55.9%?");
	assert_contains(section("registered-nurses", ROLE_INDUSTRIES),
	    "Health Care and Social Assistance 2,790,380 jobs, 85%");
	assert_contains(
	    section("registered-nurses", ROLE_PATH), "Nurse Practitioners median $129K");
	assert_contains(section("registered-nurses", ROLE_PROGRAMS), "; broader");
}

/* No Skills rows, tasks of which no kind is stated, many technologies. */
static void
test_real_data_scientists(void **state)
{
	const char *text;

	(void)state;
	need_real();
	text = section("data-scientists", ROLE_SKILLS);
	assert_contains(text, "Python (hot, in demand)");
	assert_contains(text, "Skills and knowledge by importance: no source states them.");
	assert_contains(
	    section("data-scientists", ROLE_DAY), "Tasks; which are core is not stated");
	assert_contains(section("data-scientists", ROLE_PATH), "Statisticians median $103K");
	assert_contains(section("data-scientists", ROLE_SOURCES), "CC BY 4.0");
}

/* An occupation without tasks, one of ESCO, a sample of all. */
static void
test_real_others(void **state)
{
	(void)state;
	need_real();
	assert_contains(
	    section("data-scientist-2511-4", ROLE_SUMMARY), "European classification, 2511.4");
	assert_contains(section("data-scientist-2511-4", ROLE_SKILLS), "Essential: in all jobs");
	check_roles("SELECT c.role_id FROM onet_occupation o JOIN role_code c ON c.scheme = 'onet'"
		    " AND c.code = o.code WHERE NOT EXISTS (SELECT 1 FROM onet_task t"
		    " WHERE t.code = o.code) ORDER BY o.code LIMIT 6");
	check_roles("SELECT id FROM role WHERE id % 101 = 7 ORDER BY id");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_summary, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_other_titles, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_description, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_pack_occupation, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_part, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_little_known, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_esco, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_skills, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_long_lists, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_day, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_break_in, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_path, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_sectors, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_programs, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_broader_field, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_nearest_fields, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_sources, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_source_page, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_start, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_compare, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_explain, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_explain_unknown, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_switched_off, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_all, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_real_nurses, setup_real, teardown_real),
	    cmocka_unit_test_setup_teardown(test_real_data_scientists, setup_real, teardown_real),
	    cmocka_unit_test_setup_teardown(test_real_others, setup_real, teardown_real),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
