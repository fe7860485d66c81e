/* The sections of a role's page: what each says, and that what is said twice is said once. */
#include "career/page/pages.h"
#include "check.h"
#include "pagecat.h"

#include <stdlib.h>

static struct pagecat c;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_small());
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

/* A section of the small catalog's engineer, its lines joined. */
static const char *
section(enum role_section s, int width, bool plain)
{
	pagecat_page(&c, width, plain);
	if (!page_role(&c.p, &c.r, 1, s, LEVEL_ENTRY, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, true);
}

static const char *
whole(int64_t role, bool plain)
{
	pagecat_page(&c, 100, plain);
	if (!page_role_all(&c.p, &c.r, role, LEVEL_ENTRY, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, !plain);
}

/* --- what is asked for ------------------------------------------------------------------------ */

#define ASKS(id, credential, strength, source)                                                     \
	"INSERT INTO requirement (id, pack, role_id, credential, strength, source_id, locator)"    \
	" VALUES (" #id ", 't', 1, '" credential "', '" strength "', " #source ", 'Degrees');"

static void
test_degree_disputed(void **state)
{
	const char *text;

	(void)state;
	run(ASKS(1, "portfolio", "required", 1) ASKS(2, "portfolio", "typical", 2)
		ASKS(3, "master", "required", 2) ASKS(4, "bachelor", "typical", 3)
		    ASKS(5, "bachelor", "typical", 3) ASKS(6, "doctorate", "not-needed", 1));
	assert_contains(section(ROLE_SUMMARY, 120, false),
	    "Degree ! disputed: portfolio first (2 of 3 publishers), master's required (1), "
	    "bachelor's enough (1)");
	assert_true(pagecat_has_anchor(&c, "disputed", ANCHOR_SECTION, "Break in"));
	text = section(ROLE_BREAK_IN, 120, false);
	assert_contains(text, "Degree ! disputed: portfolio first");
	assert_contains(text, "What sources ask for Portfolio required (own page) typical");
	assert_contains(text, "Doctorate (PhD) not needed (own page)");
}

static void
test_degree_agreed(void **state)
{
	(void)state;
	run(ASKS(1, "doctorate", "required", 1) ASKS(2, "doctorate", "typical", 2)
		ASKS(3, "doctorate", "typical", 3) ASKS(4, "certification", "optional", 3));
	assert_contains(section(ROLE_SUMMARY, 120, false), "Degree PhD, 3 of 3 say so");
	run("DELETE FROM requirement WHERE id > 1");
	assert_contains(section(ROLE_SUMMARY, 120, false), "Degree PhD, says one publisher");
	run("UPDATE requirement SET credential = 'master', strength = 'optional'");
	assert_contains(
	    section(ROLE_SUMMARY, 120, false), "Degree none is asked for; master's optional");
	run(ASKS(5, "bachelor", "typical", 2));
	assert_contains(
	    section(ROLE_SUMMARY, 120, false), "Degree bachelor's usual (1 of 2 publishers)");
	run("DELETE FROM requirement");
	assert_lacks(section(ROLE_SUMMARY, 120, false), "Degree");
}

static void
test_one_publisher_says_both(void **state)
{
	const char *text;

	(void)state;
	run(ASKS(1, "master", "typical", 2) ASKS(2, "master", "not-needed", 2)
		ASKS(3, "bachelor", "typical", 2));
	text = section(ROLE_BREAK_IN, 120, false);
	assert_contains(
	    text, "Degree ! one publisher says both: master's usual, bachelor's enough");
	assert_contains(text, "! Master's degree: one publisher says both");
}

/* The heaviest dispute first, then what most ask for. */
static void
test_requirements_order(void **state)
{
	const char *text, *at[4];

	(void)state;
	run(ASKS(1, "doctorate", "optional", 1) ASKS(2, "certification", "typical", 1)
		ASKS(3, "certification", "not-needed", 2) ASKS(4, "master", "required", 1)
		    ASKS(5, "master", "not-needed", 3) ASKS(6, "portfolio", "typical", 2));
	text = section(ROLE_BREAK_IN, 120, false);
	at[0] = strstr(text, "! Master's degree: sources disagree required (own page)");
	at[1] = strstr(text, "! Certification: sources disagree typical (own page)");
	at[2] = strstr(text, "Portfolio typical");
	at[3] = strstr(text, "Doctorate (PhD) optional");
	for (size_t i = 0; i < COUNT(at); i++)
		assert_non_null(at[i]);
	assert_true(at[0] < at[1] && at[1] < at[2] && at[2] < at[3]);
}

/* --- growth ----------------------------------------------------------------------------------- */

#define GROWS(id, percent, rest, source)                                                           \
	"INSERT INTO figure_row (id, pack, about_kind, about_key, about_id, measure, statistic,"   \
	" value, unit, horizon_years, attributed, source_id, locator) VALUES (" #id                \
	", 't', 'role', 'machine-learning-engineer', 1, 'growth', 'point', " #percent              \
	", 'percent', 5, " rest ", " #source ", 'Growth');"

static void
test_growth_by_publisher(void **state)
{
	const char *text;

	(void)state;
	assert_contains(section(ROLE_SUMMARY, 120, false),
	    "Growth ! 100 jobs become 320 in 5 years dir.example, names no source");
	run(GROWS(10, 4, "NULL", 3) GROWS(11, 16, "NULL", 3) GROWS(12, 18, "NULL", 1)
		GROWS(13, 60, "'A Report'", 1));
	text = section(ROLE_SUMMARY, 120, false);
	assert_contains(text, "Growth 100 jobs become 104-116 in 5 years official");
	assert_contains(text, "one website agrees: 118 the schools themselves");
	assert_contains(text, "! one website: 320 dir.example, names no source");
	assert_contains(text, "! one website: 160 credits A Report");
	assert_contains(
	    section(ROLE_SUMMARY, 60, false), "! one website: 320; dir.example, names no source");
	assert_contains(section(ROLE_GROWTH, 120, true),
	    "directory: 100 jobs become 320 in 5 years, 26.2% a year compound; in its own words 220%, in 5 years");
}

static void
test_facts(void **state)
{
	const char *text;

	(void)state;
	run("INSERT INTO figure_row (id, pack, about_kind, about_key, about_id, measure, statistic, low,"
	    " value, text, unit, per, note, source_id, locator, words) VALUES"
	    " (20, 't', 'role', 'machine-learning-engineer', 1, 'openings', 'mean', NULL, 23400, NULL,"
	    "  'people', 'year', NULL, 3, 'x', NULL),"
	    " (21, 't', 'market', 'ml-hiring', NULL, 'share', 'point', NULL, 50, NULL, 'percent', NULL,"
	    "  'An offhand estimate.', 2, 'x', 'half of hires'),"
	    " (22, 't', 'field', 'generative-ai', NULL, 'demand', 'point', NULL, 100000000, NULL,"
	    "  'people', NULL, 'Users of a product.', 2, 'x', NULL),"
	    " (23, 't', 'skill', 'python', 1, 'cost', 'point', NULL, 50000, NULL, 'USD', 'month', NULL,"
	    "  2, 'x', NULL)");
	text = section(ROLE_GROWTH, 120, false);
	assert_contains(text,
	    "What else is counted Openings 23,400 openings a year, on average (stat 2024) "
	    "Share ML hiring: 50%; \"half of hires\" (directory) An offhand estimate.");
	assert_contains(text, "Around it Cost Python: $50K a month (directory)");
	assert_contains(text, "Demand generative AI: 100M people (directory) Users of a product.");
}

/* --- skills ----------------------------------------------------------------------------------- */

static void
test_skills(void **state)
{
	const char *text;

	(void)state;
	run("INSERT INTO role_skill (id, pack, role_id, skill_id, tier, source_id, locator) VALUES"
	    " (10, 't', 2, 1, 'must', 3, 'x'), (11, 't', 2, 3, 'must', 1, 'x'),"
	    " (12, 't', 1, 3, NULL, 2, 'x')");
	text = section(ROLE_SKILLS, 80, false);
	assert_contains(text,
	    "Must: not without these Python 2 sources: directory, ~stat 2024 "
	    "~ Must in the whole field SQL 2 sources: directory, ~own page");
	assert_contains(text, "! Kaggle sources disagree skip: directory; nice: ~stat 2024");
	assert_contains(text, "~ said of the whole field");
	assert_lacks(text, "tested code");
	c.p.opts.details = true;
	assert_true(page_role(&c.p, &c.r, 1, ROLE_SKILLS, LEVEL_ENTRY, &c.e));
	assert_contains(pagecat_text(&c, true),
	    "directory: must; asks for: tested code; pytest. It is the base. \"you need it\"");
	assert_contains(section(ROLE_SKILLS, 80, true),
	    "Python: 2 sources, directory, ~stat 2024. ~ Must in the whole field");
	assert_contains(section(ROLE_SKILLS, 80, true),
	    "! Kaggle: 2 sources, directory, ~stat 2024; sources disagree, skip: directory; nice: ~stat "
	    "2024.");
}

/* A skill is one line, also where its sources do not fit. */
static void
test_skills_one_line_each(void **state)
{
	(void)state;
	run("INSERT INTO role_skill (id, pack, role_id, skill_id, tier, source_id, locator) VALUES"
	    " (10, 't', 2, 1, 'must', 3, 'x'), (11, 't', 2, 1, 'must', 1, 'x')");
	assert_contains(
	    section(ROLE_SKILLS, 70, false), "3 sources: directory, ~stat 2024, +1 Skip:");
	assert_contains(
	    section(ROLE_SKILLS, 80, false), "3 sources: directory, ~stat 2024, ~own page");
}

static void
test_learn_first(void **state)
{
	(void)state;
	run("INSERT INTO skill (id, pack, slug, name, category) VALUES"
	    " (4, 't', 'a', 'Skill A', 'data'), (5, 't', 'b', 'Skill B', 'data'),"
	    " (6, 't', 'c', 'Skill C', 'data');"
	    "INSERT INTO role_skill (id, pack, role_id, skill_id, tier, source_id, locator) VALUES"
	    " (10, 't', 1, 4, 'must', 2, 'x'), (11, 't', 2, 5, 'must', 2, 'x'),"
	    " (12, 't', 2, 6, 'must', 2, 'x')");
	assert_contains(
	    section(ROLE_SUMMARY, 120, false), "Learn first Python, Skill A, Skill B, Skill C");
	run("INSERT INTO role_skill (id, pack, role_id, skill_id, tier, source_id, locator) VALUES"
	    " (13, 't', 1, 3, 'must', 2, 'x')");
	assert_contains(section(ROLE_SUMMARY, 120, false),
	    "Learn first Python, SQL, Skill A; and 2 more in the whole field");
	assert_contains(section(ROLE_SUMMARY, 120, false), "Skip ! Kaggle (disputed)");
}

/* --- what belongs where ----------------------------------------------------------------------- */

static void
test_advice_in_its_section(void **state)
{
	static const struct {
		enum role_section tab;
		const char *has;
	} cases[] = {
	    {ROLE_SUMMARY, "What the job is directory: A job."},
	    {ROLE_GROWTH,
		"How old the job is directory: New. About outlook (directory) Text of outlook."},
	    {ROLE_SKILLS, "How much SQL directory: Much. About skills (directory) Text of skills."},
	    {ROLE_DAY, "About day (directory) Text of day."},
	    {ROLE_BREAK_IN, "some new ML topic directory: Yes. About break-in"},
	    {ROLE_BREAK_IN, "Text of break-in. About faq (directory) Text of faq."},
	    {ROLE_SOURCES, "Which year the figures are of directory: 2026."},
	};
	const char *text;

	(void)state;
	run("INSERT INTO claim (id, pack, topic, about_kind, about_key, about_id, stance, source_id,"
	    " locator) SELECT value->>0, 't', value->>1, 'role', 'machine-learning-engineer', 1,"
	    " value->>2, 2, 'x' FROM json_each('[[1, \"age-of-role\", \"New.\"],"
	    " [2, \"sql\", \"Much.\"], [3, \"some-new-ml-topic\", \"Yes.\"],"
	    " [4, \"year-of-the-figures\", \"2026.\"], [5, \"definition\", \"A job.\"]]');"
	    "INSERT INTO guide (id, pack, topic, heading, text, about_kind, about_key, about_id, source_id,"
	    " locator) SELECT key + 1, 't', value, 'About ' || value, 'Text of ' || value || '.',"
	    " 'role', 'machine-learning-engineer', 1, 2, 'x' FROM json_each('[\"faq\", \"break-in\","
	    " \"day\", \"skills\", \"outlook\", \"pay\"]')");
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_contains(section(cases[i].tab, 120, false), cases[i].has);
	text = section(ROLE_BREAK_IN, 120, false);
	assert_lacks(text, "Text of day");
	assert_lacks(text, "Text of outlook");
	assert_lacks(text, "How much SQL");
}

/* A way without a goal is for the field: for whom the field serves, or whom its source names. */
static void
test_routes(void **state)
{
	const char *text;

	(void)state;
	run("INSERT INTO route (id, pack, slug, name, kind, summary, leads_to, source_id, locator) VALUES"
	    " (1, 't', 'bootcamp', 'Bootcamp', 'bootcamp', 'Quick.', NULL, 2, 'x'),"
	    " (2, 't', 'masters', 'Master', 'degree', 'Long.', '[\"data-scientist\"]', 2, 'x');"
	    "INSERT INTO role (id, pack, slug, title, kind, family) VALUES"
	    " (4, 't', 'boss', 'Boss', 'leadership', 'Leaders');"
	    "INSERT INTO figure_row (id, pack, about_kind, about_key, measure, statistic, value, unit, per,"
	    " open, note, source_id, locator) VALUES (30, 't', 'route', 'bootcamp', 'cost', 'point', 9000,"
	    " 'USD', 'once', NULL, 'Not said per what.', 2, 'x')");
	text = section(ROLE_BREAK_IN, 120, false);
	assert_contains(text,
	    "Ways there Bootcamp Price: $9K, read as the whole price (directory) Not said per what. "
	    "Quick. (directory)");
	assert_lacks(text, "Long.");
	assert_contains(whole(3, false), "Long. (directory)");
	assert_lacks(whole(3, false), "Quick.");
	run("INSERT INTO mention (id, pack, role_id, source_id, locator) VALUES (1, 't', 3, 2, 'x'),"
	    " (2, 't', 4, 2, 'x')");
	assert_contains(whole(3, false), "Quick. (directory)");
	assert_lacks(whole(4, false), "Quick.");
}

/* --- programs, industries, sources ------------------------------------------------------------ */

static void
test_programs_by_kind(void **state)
{
	const char *text, *at[3];

	(void)state;
	run("UPDATE program SET status = 'open' WHERE id = 2;"
	    "UPDATE program_fact SET as_of_year = 2018 WHERE id = 1;"
	    "UPDATE program SET cost = 99, cost_basis = 'total', currency = 'USD' WHERE id = 2");
	text = section(ROLE_PROGRAMS, 120, false);
	at[0] = strstr(text, "Degrees");
	at[1] = strstr(text, "Certificates, bootcamps and online courses Certificate D");
	at[2] = strstr(text, "Exams: the price is the fee, no course is stated Exam B");
	for (size_t i = 0; i < COUNT(at); i++)
		assert_non_null(at[i]);
	assert_true(at[0] < at[1] && at[1] < at[2]);
	assert_contains(text,
	    "MS in A, University of U master, $8,190 in total, derived, ! 8 years old, 12-60 months, "
	    "online");
	assert_contains(text, "! \"ML Engineer Programs (378)\" (directory)");
	assert_lacks(text, "(378) (378)");
	run("UPDATE listing SET label = 'Programs'");
	assert_contains(section(ROLE_PROGRAMS, 120, false), "! \"Programs\" (378) (directory)");
}

static void
test_industries(void **state)
{
	(void)state;
	run("INSERT INTO industry (id, pack, industry, use_case, companies, technique, role_id, hiring,"
	    " source_id, locator) VALUES"
	    " (1, 't', 'Health', NULL, NULL, NULL, 1, 1, 2, 'x'),"
	    " (2, 't', 'Health', 'finding cancer', '[\"P\",\"Q\"]', 'computer vision', 1, 1, 2, 'x'),"
	    " (3, 't', 'Health', 'sorting', NULL, 'rules', 1, NULL, 2, 'x')");
	assert_contains(section(ROLE_INDUSTRIES, 120, false),
	    "Health named as an employer (directory) finding cancer: P, Q, with computer vision; hires "
	    "(directory) sorting with rules (directory)");
}

static void
test_counts_have_a_singular(void **state)
{
	const char *text;

	(void)state;
	run(ASKS(1, "master", "required", 1));
	text = section(ROLE_SOURCES, 120, false);
	assert_contains(text, "says here: 1 requirement ");
	assert_contains(text, "says here: 2 figures, 2 skills");
}

static void
test_aliases_once(void **state)
{
	(void)state;
	run("UPDATE role SET aliases = '[\"MLE\",\"ML Engineer\",\"ML engineers\",\"Machine Learning "
	    "Engineers\",\"machine learning engineer\",\"MLEs\",\"ML Engineering\"]' WHERE id = 1");
	assert_contains(
	    section(ROLE_SUMMARY, 120, false), "Also called MLE, ML Engineer, ML Engineering");
}

/* --- silence, and plain text ------------------------------------------------------------------ */

static void
test_silence_is_one_line(void **state)
{
	const char *text;

	(void)state;
	run("DELETE FROM relevance WHERE role_id = 3");
	text = whole(3, false);
	assert_contains(text, "No source states what it is, what it pays or how it grows.");
	assert_contains(text,
	    "No source states what it pays, how it grows, what the day is like, what it asks for, where "
	    "it leads or which industries want it.");
	assert_lacks(text, "no source states this");
	assert_contains(section(ROLE_DAY, 80, false), "The day: no source states this.");
}

static void
test_plain(void **state)
{
	const char *text;

	(void)state;
	run(ASKS(1, "doctorate", "required", 1));
	text = whole(1, true);
	assert_lacks(text, "\342\224\200");
	assert_lacks(text, "  ");
	assert_contains(text, "\nDegree: PhD, says one publisher.\n");
	assert_contains(text, "\nAlso called: MLE.\n");
	assert_contains(text, "\ndirectory, editorial, 2024.\n");
	assert_int_equal(text[strlen(text) - 2], '.');
}

/* --- the bundled packs ------------------------------------------------------------------------ */

/* Every anchor that `i` and `m` act upon leads somewhere. */
static void
check_anchors(void)
{
	for (size_t i = 0; i < c.p.nlines; i++)
		for (size_t k = 0; k < c.p.lines[i].nanchors; k++) {
			const struct anchor *a = &c.p.lines[i].anchors[k];
			static const struct page_opts opts = {.width = 80};
			struct page p;
			bool ok = true;

			page_init(&p, &opts);
			if (a->kind == ANCHOR_TERM)
				ok = page_term(&p, &c.r, a->key, &c.e);
			else if (a->kind == ANCHOR_FIGURE || a->kind == ANCHOR_SOURCE
			    || a->kind == ANCHOR_FACT)
				ok = page_explain(&p, &c.r, a, &c.e);
			if (!ok)
				fail_msg("anchor %d %s: %s", a->kind, a->key, c.e.text);
			page_free(&p);
		}
}

/* No line starts with what belongs to the word before it, or with a lone blank too much. */
static void
check_lines(const char *text)
{
	assert_lacks(text, "(null)");
	assert_lacks(text, " nan");
	for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		const char *first = line + strspn(line, " ");

		if (*first != '\0' && strchr(",;)", *first))
			fail_msg("a line starts: %.40s", line);
	}
}

static void
check_role(int64_t id)
{
	static const int widths[] = {40, 80, 132, 80};

	for (size_t i = 0; i < COUNT(widths); i++) {
		pagecat_page(&c, widths[i], i == 3);
		c.p.opts.details = i % 2;
		c.p.opts.screen = true;
		if (!page_role_all(&c.p, &c.r, id, LEVEL_ENTRY, &c.e))
			fail_msg("role %d: %s", (int)id, c.e.text);
		check_lines(pagecat_text(&c, false));
	}
	if (id < 4)
		check_anchors();
}

static void
test_bundled(void **state)
{
	int64_t n = 0;
	const char *text;

	(void)state;
	pagecat_free(&c);
	pagecat_init(&c, pagecat_bundled());
	assert_true(db_int(c.db, "SELECT count(*) FROM role", &n, &c.e));
	assert_true(n > 60);
	for (int64_t id = 1; id <= n; id++)
		check_role(id);
	text = whole(pagecat_id(&c, "machine-learning-engineer"), false);
	assert_contains(text,
	    "disputed: portfolio first (2 of 3 publishers), master's usual or required (2), bachelor's "
	    "enough (1)");
	assert_contains(text, "one website agrees: 107-117");
	assert_contains(text, "! one website: 320-448");
	assert_contains(text, "Computer Occupations, All Other: 8.2%");
	assert_lacks(text, "year-of-the-figures");
	assert_lacks(text, "good enough");
	text = whole(pagecat_id(&c, "research-scientist"), false);
	assert_contains(text, "Degree PhD, 3 of 3 say so");
	assert_lacks(whole(pagecat_id(&c, "chief-data-officer"), false), "Ways there");
	assert_lacks(whole(pagecat_id(&c, "data-scientists"), false), "Ways there");
	assert_contains(whole(pagecat_id(&c, "data-scientists"), false), "23,400 openings a year");
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
	    CASE(test_degree_disputed),
	    CASE(test_degree_agreed),
	    CASE(test_one_publisher_says_both),
	    CASE(test_requirements_order),
	    CASE(test_growth_by_publisher),
	    CASE(test_facts),
	    CASE(test_skills),
	    CASE(test_skills_one_line_each),
	    CASE(test_learn_first),
	    CASE(test_advice_in_its_section),
	    CASE(test_routes),
	    CASE(test_programs_by_kind),
	    CASE(test_industries),
	    CASE(test_counts_have_a_singular),
	    CASE(test_aliases_once),
	    CASE(test_silence_is_one_line),
	    CASE(test_plain),
	    CASE(test_bundled),
	};

	return cmocka_run_group_tests_name("role_page", tests, NULL, NULL);
}
