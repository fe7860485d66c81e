/* The page of a skill: what contradicts what, who wants it, and that nothing of the packs is left out. */
#include "career/page/pages.h"
#include "check.h"
#include "packdir.h"
#include "pagecat.h"

#include <stdio.h>

static struct pagecat c;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_small());
	return 0;
}

static int
setup_bundled(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	return 0;
}

static const char *
skill(int64_t id, bool plain)
{
	pagecat_page(&c, 100, plain);
	if (!page_skill(&c.p, &c.r, id, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, true);
}

static void
run(const char *sql)
{
	if (!db_exec(c.db, sql, &c.e))
		fail_msg("%s", c.e.text);
}

static void
test_tiers(void **state)
{
	const char *text = skill(1, false);

	(void)state;
	assert_contains(text,
	    "Python Must for 1 role, nice to have for 1 role. Category programming What "
	    "it is A language. Tools NumPy, Pandas Also Python 3");
	assert_contains(text,
	    "Must Machine Learning Engineer: directory good enough: tested code; with "
	    "pytest. It is the base. \"you need it\"");
	assert_contains(text, "Nice to have Data Scientist: stat 2024");
	assert_null(strstr(text, "!"));
	assert_true(pagecat_has_anchor(&c, "  Data Scientist", ANCHOR_FACT, "role_skill:2"));
	assert_true(pagecat_has_anchor(&c, "  Data Scientist", ANCHOR_ROLE, "data-scientist"));
	assert_contains(skill(3, false), "SQL No source names it for a role.");
}

/* The specialization serves the role: what is said of one contradicts what is said of the other. */
static void
test_skip_beside_nice(void **state)
{
	const char *text = skill(2, false);

	(void)state;
	assert_contains(text,
	    "Kaggle ! Disputed for Machine Learning Engineer: stat 2024 calls it nice to have; "
	    "directory says to skip it.");
	assert_contains(text, "! Machine Learning (the whole field): stat 2024; sources disagree");
	assert_contains(
	    text, "! Machine Learning Engineer: directory; sources disagree Not production.");
}

#define WANTS(id, role, tier, bar, source)                                                         \
	"INSERT INTO role_skill (id, pack, role_id, skill_id, tier, bar, source_id, locator)"      \
	" VALUES (" #id ", 't', " #role ", 3, " tier ", " bar ", " #source ", 'x');"

static void
test_must_beside_less(void **state)
{
	(void)state;
	run(WANTS(10, 3, "'must'", "NULL", 1) WANTS(11, 3, "'important'", "NULL", 2));
	assert_null(strstr(skill(3, false), "!"));
	run(WANTS(12, 3, "NULL", "'familiarity'", 3));
	assert_contains(skill(3, false),
	    "! Disputed for Data Scientist: own page calls it a must; stat 2024 asks only to be "
	    "familiar with it.");
	assert_contains(skill(3, false), "Important Data Scientist: directory Named");
	run(WANTS(13, 3, "'nice'", "NULL", 2) "DELETE FROM role_skill WHERE id = 12");
	assert_contains(skill(3, false),
	    "! Disputed for Data Scientist: own page calls it a must; directory calls it nice to "
	    "have.");
	assert_contains(skill(3, true), "! Disputed for Data Scientist: own page");
}

/* Roles about which the same is said share a sentence; one with another side has its own. */
static void
test_one_sentence(void **state)
{
	(void)state;
	run(WANTS(10, 2, "'must'", "NULL", 1) WANTS(11, 2, "'nice'", "NULL", 2));
	assert_contains(skill(3, false),
	    "SQL ! Disputed for Machine Learning and Machine Learning Engineer: own page calls it a "
	    "must; directory calls it nice to have. Must");
	run(WANTS(12, 1, "'skip'", "NULL", 3));
	assert_contains(skill(3, false),
	    "! Disputed for Machine Learning: own page calls it a must; directory calls it nice to "
	    "have. ! Disputed for Machine Learning Engineer: own page calls it a must; directory "
	    "calls it nice to have; stat 2024 says to skip it.");
}

static void
test_tools_and_sides(void **state)
{
	(void)state;
	run("INSERT INTO skill (id, pack, slug, name, category, tools) VALUES"
	    " (4, 't', 'numpy', 'NumPy', 'data', NULL), (5, 't', 'math', 'Math', 'x', '[\"NumPy\"]');"
	    "INSERT INTO claim (id, pack, topic, about_kind, about_key, about_id, stance, source_id,"
	    " locator) VALUES (1, 't', 'kaggle', 'skill', 'numpy', 4, 'Learn it.', 1, 'x');"
	    "INSERT INTO factor (id, pack, factor, about_kind, about_key, about_id, text, source_id,"
	    " locator) VALUES (1, 't', 'skill', 'skill', 'numpy', 4, 'Pays more.', 2, 'x');"
	    "INSERT INTO figure_row (id, pack, about_kind, about_key, about_id, measure, statistic,"
	    " value, unit, per, note, source_id, locator, words) VALUES (50, 't', 'skill', 'numpy', 4,"
	    " 'cost', 'point', 900, 'USD', 'month', 'An example.', 2, 'x', 'so much');");
	assert_contains(skill(4, false), "A tool of Math Python");
	assert_true(pagecat_has_anchor(&c, "A tool of", ANCHOR_SKILL, "math"));
	assert_contains(skill(4, false), "Where sources take sides own page: Learn it.");
	assert_contains(skill(4, false), "What it does to pay Pays more. (directory)");
	assert_contains(skill(4, false),
	    "Figures Cost $900 a month; \"so much\" (directory, undated) An example.");
	assert_contains(skill(4, true), "A tool of: Math, Python.");
	assert_contains(skill(4, true), "Cost: 900 dollars a month; \"so much\"");
}

/* --- the bundled packs ------------------------------------------------------------------------ */

/* Each statement on a skill stands on its page, in every width. */
static void
test_complete(void **state)
{
	struct stmt *st;
	int64_t n = 0;

	(void)state;
	assert_true(db_int(c.db, "SELECT count(*) FROM skill", &n, &c.e));
	assert_true(n > 50);
	for (int64_t id = 1; id <= n; id++) {
		pagecat_page(&c, id % 2 ? 40 : 120, id % 3 == 0);
		assert_true(page_skill(&c.p, &c.r, id, &c.e));
		assert_null(strstr(pagecat_text(&c, false), "(null)"));
	}
	st = db_prepare(c.db,
	    "SELECT 'role_skill:' || id, skill_id, locator FROM role_skill"
	    " UNION ALL SELECT 'claim:' || id, about_id, stance FROM claim WHERE about_kind = 'skill'"
	    " UNION ALL SELECT 'factor:' || id, about_id, text FROM factor WHERE about_kind = 'skill'",
	    &c.e);
	assert_non_null(st);
	for (n = 0; stmt_step(st, &c.e) == 1; n++) {
		bool found = false;

		pagecat_page(&c, 200, false);
		assert_true(page_skill(&c.p, &c.r, stmt_int(st, 1), &c.e));
		for (size_t i = 0; i < c.p.nlines && !found; i++)
			for (size_t k = 0; k < c.p.lines[i].nanchors; k++)
				found = found
				    || strcmp(c.p.lines[i].anchors[k].key, stmt_str(st, 0)) == 0;
		if (!found)
			fail_msg("%s (%s) is not on the page of skill %lld", stmt_str(st, 0),
			    stmt_str(st, 2), (long long)stmt_int(st, 1));
	}
	stmt_finalize(st);
	assert_true(n > 150);
}

/* The list, the page of a role and the page of the skill go by one rule. */
static void
test_one_rule(void **state)
{
	struct stmt *roles = db_prepare(c.db, "SELECT id FROM role", &c.e);
	struct buf pages = BUF_INIT;

	(void)state;
	while (stmt_step(roles, &c.e) == 1) {
		struct stmt *st = db_query(c.db, "role_skills", &c.e);
		int64_t last = 0;

		stmt_bind_int(st, 1, stmt_int(roles, 0));
		while (stmt_step(st, &c.e) == 1) {
			if (stmt_int(st, 11) != 0 && stmt_int(st, 12) != last)
				buf_addf(&pages, "%lld:%lld,", (long long)stmt_int(roles, 0),
				    (long long)stmt_int(st, 12));
			last = stmt_int(st, 12);
		}
		stmt_reset(st);
	}
	stmt_finalize(roles);
	assert_string_equal(
	    packdir_ask(c.db, "SELECT count(*) FROM skill_dispute")[0] > '2' ? "some" : "none",
	    "some");
	roles = db_prepare(c.db, "SELECT role_id, skill_id FROM skill_dispute", &c.e);
	while (stmt_step(roles, &c.e) == 1) {
		char key[64];

		snprintf(key, sizeof key, "%lld:%lld,", (long long)stmt_int(roles, 0),
		    (long long)stmt_int(roles, 1));
		assert_contains(pages.data, key);
	}
	stmt_finalize(roles);
	buf_free(&pages);
	assert_string_equal(packdir_ask(c.db,
				"SELECT group_concat(slug) FROM (SELECT slug FROM v_skills"
				" WHERE conflict = 'yes' ORDER BY slug)"),
	    "kaggle,mathematics-in-depth,sql");
	assert_contains(skill(pagecat_id(&c, "sql"), false),
	    "! Disputed for Machine Learning and Machine Learning Engineer: guide 2025 calls it a "
	    "must; aigraduate ML asks only to be familiar with it.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_tiers, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_skip_beside_nice, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_must_beside_less, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_one_sentence, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_tools_and_sides, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_complete, setup_bundled, teardown),
	    cmocka_unit_test_setup_teardown(test_one_rule, setup_bundled, teardown),
	};

	return cmocka_run_group_tests_name("skill_page", tests, NULL, NULL);
}
