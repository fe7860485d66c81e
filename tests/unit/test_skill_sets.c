/* Skills of the publishers' sets: which rows they become, and the pages of these and of the packs' skills. */
#include "career/page/pages.h"
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
	pagecat_init(&c, national_bundled());
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	c.db = NULL;
	return 0;
}

static int64_t
number(const char *sql)
{
	int64_t n = -1;

	if (!db_int(c.db, sql, &n, &c.e))
		fail_msg("%s", c.e.text);
	return n;
}

static const char *
page_of(const char *slug, int width, bool details)
{
	const struct page_opts opts = {
	    .width = width, .screen = true, .details = details, .year_now = 2026};

	page_free(&c.p);
	page_init(&c.p, &opts);
	if (!page_skill(&c.p, &c.r, pagecat_id(&c, slug), &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, true);
}

/* A skill of the packs of the same name is that one; others are rows of their own. */
static void
test_rows(void **state)
{
	(void)state;
	assert_int_equal(number("SELECT count(*) FROM skill_code"), 4 + 3 + 3);
	assert_int_equal(
	    number("SELECT count(*) FROM skill_code x JOIN skill k ON k.id = x.skill_id"
		   " WHERE x.scheme = 'technology' AND x.code = 'Python'"
		   " AND k.slug = 'python' AND k.pack <> 'import'"),
	    1);
	assert_int_equal(
	    number("SELECT count(*) FROM skill_code x JOIN skill k ON k.id = x.skill_id"
		   " WHERE x.scheme = 'esco' AND x.code = '2' AND k.slug = 'statistics'"
		   " AND k.pack <> 'import'"),
	    1);
	assert_int_equal(number("SELECT count(*) FROM skill WHERE slug = 'handle-bees'"
				" AND pack = 'import' AND category = 'ESCO skill'"),
	    1);
	assert_int_equal(number("SELECT count(*) FROM skill WHERE slug = 'reading-comprehension'"
				" AND category = 'O*NET skill'"),
	    1);
	assert_int_equal(number("SELECT occupations FROM v_skills WHERE slug = 'tally-sheets'"), 2);
	/* Only where it is important. */
	assert_int_equal(number("SELECT occupations FROM v_skills v JOIN skill_code x"
				" ON x.skill_id = v.id WHERE x.code = '2.A.1.e'"),
	    1);
}

static void
test_page(void **state)
{
	const char *text = page_of("reading-comprehension", 100, false);

	(void)state;
	assert_contains(text, "Taken by 1 occupation of the imported sets.");
	assert_contains(text, "Category O*NET skill");
	assert_contains(text,
	    "Occupations in which it is important O*NET 29.0 Registered Nurses importance 4.0 of 5, "
	    "level 4.2 of 7");
	assert_true(pagecat_has_anchor(&c, "Registered", ANCHOR_ROLE, "registered-nurses"));
	assert_true(
	    pagecat_has_anchor(&c, "Registered", ANCHOR_FACT, "onet_rating:29-1141.00/2.A.1.a"));
	text = page_of("tally-sheets", 100, false);
	assert_contains(text, "Occupations whose adverts ask for it O*NET 29.0 Registered Nurses");
	assert_contains(text, "Occupations that use it O*NET 29.0 Data Scientists");
	text = page_of("handle-bees", 100, false);
	assert_contains(text, "What it is Calmly. (ESCO 1.1.1) Reuse level occupation-specific");
	assert_contains(text, "Occupations for which it is essential ESCO 1.1.1 beekeeper");
	assert_true(pagecat_has_anchor(&c, "beekeeper", ANCHOR_FACT, "esco_link:2/3"));
}

/* What packs say comes first. */
static void
test_pack_skill(void **state)
{
	const char *text = page_of("python", 100, false);

	(void)state;
	assert_contains(text, "Must for 3 roles, named without a tier for 2 roles; taken by 1");
	assert_contains(text, "hot: adverts across occupations ask for it");
	assert_true(strstr(text, "Named without a tier") < strstr(text, "Occupations whose"));
}

/* Long lists are cut, with the number of the rest. */
static void
test_long(void **state)
{
	const char *text;

	(void)state;
	assert_true(db_exec(c.db,
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)"
	    " INSERT INTO esco_occupation (id, uri, title, source_id)"
	    " SELECT 100 + i, 'u' || i, 'Trade ' || i, 1000006 FROM n;"
	    " INSERT INTO role (id, pack, slug, title, kind, family)"
	    " SELECT 5000000 + id, 'import', uri, title, 'occupation', 'x' FROM esco_occupation"
	    " WHERE id > 100;"
	    " INSERT INTO role_code (scheme, code, role_id)"
	    " SELECT 'esco', uri, 5000000 + id FROM esco_occupation WHERE id > 100;"
	    " INSERT INTO esco_link (occupation_id, skill_id, essential, source_id)"
	    " SELECT id, 3, 1, 1000006 FROM esco_occupation WHERE id > 100",
	    &c.e));
	text = page_of("handle-bees", 60, false);
	assert_contains(text, "Taken by 41 occupations");
	assert_contains(text, "and 26 more: v shows them");
	text = page_of("handle-bees", 60, true);
	assert_contains(text, "Trade 40");
	assert_null(strstr(text, " more: v"));
}

/* Occupations open the skills that they name. */
static void
test_opened_from_occupations(void **state)
{
	const struct page_opts opts = {.width = 80, .screen = true};

	(void)state;
	page_free(&c.p);
	page_init(&c.p, &opts);
	assert_true(page_role(
	    &c.p, &c.r, pagecat_id(&c, "registered-nurses"), ROLE_SKILLS, LEVEL_ENTRY, &c.e));
	assert_true(pagecat_has_anchor(&c, "Reading", ANCHOR_SKILL, "reading-comprehension"));
	page_free(&c.p);
	page_init(&c.p, &opts);
	assert_true(
	    page_role(&c.p, &c.r, pagecat_id(&c, "beekeeper"), ROLE_SKILLS, LEVEL_ENTRY, &c.e));
	assert_true(pagecat_has_anchor(&c, "handle bees", ANCHOR_SKILL, "handle-bees"));
}

/* Of the real sets: each skill has a page, lines stay within it. */
static void
test_real(void **state)
{
	const char *path = getenv("CAREER_TEST_NATIONAL");
	struct stmt *st;
	struct db *db;
	size_t n = 0;

	(void)state;
	if (path == NULL || *path == '\0') {
		print_message("skipped: CAREER_TEST_NATIONAL is not set\n");
		skip();
	}
	pagecat_free(&c);
	err_clear(&c.e);
	db = catalog_open(path, &c.e);
	if (db == NULL)
		fail_msg("%s", c.e.text);
	pagecat_init(&c, db);
	assert_true(number("SELECT count(*) FROM skill WHERE pack = 'import'") > 20000);
	st = db_prepare(c.db, "SELECT slug FROM skill WHERE id % 149 = 3 ORDER BY id", &c.e);
	assert_non_null(st);
	while (stmt_step(st, &c.e) == 1) {
		char slug[400];

		snprintf(slug, sizeof slug, "%s", stmt_str(st, 0));
		page_of(slug, n % 2 ? 40 : 80, n % 3 == 0);
		n++;
	}
	stmt_finalize(st);
	assert_true(n > 100);
	assert_contains(page_of("active-listening", 80, false), "O*NET skill");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_rows, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_page, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_pack_skill, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_long, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_opened_from_occupations, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_real, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
