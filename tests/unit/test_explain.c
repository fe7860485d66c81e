#include "career/page/pages.h"
#include "check.h"
#include "pagecat.h"

#include <inttypes.h>
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
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	return 0;
}

static const char *
explain(enum anchor_kind kind, const char *key)
{
	const struct anchor a = {kind, key};

	pagecat_page(&c, 120, false);
	if (!page_explain(&c.p, &c.r, &a, &c.e))
		fail_msg("%s: %s", key, c.e.text);
	return pagecat_text(&c, true);
}

static void
test_figure_in_full(void **state)
{
	const char *text = explain(ANCHOR_FIGURE, "1");

	(void)state;
	assert_contains(text, "Machine Learning Engineer: Pay $120,000-160,000 a year Source");
	assert_contains(text, "Source stat 2024: Wage survey, May 2024");
	assert_contains(text, "Publisher Bureau of Counting");
	assert_contains(text, "Kind official");
	assert_contains(text, "Published 2025");
	assert_contains(text, "Found at Money");
	assert_contains(text, "Own words \"from 120K\"");
	assert_true(pagecat_has_anchor(&c, "stat 2024", ANCHOR_SOURCE, "t/stat"));
}

static void
test_figure_context(void **state)
{
	const char *text = explain(ANCHOR_FIGURE, "1");

	(void)state;
	assert_contains(text, "Statistic a range");
	assert_contains(text, "Counts base salary (implied by the context, not said)");
	assert_contains(text, "Leaves out equity");
	assert_contains(text,
	    "Level mid level; this source means 3-5 years of experience (\"three to five "
	    "years\")");
	assert_contains(text, "Place US");
	assert_contains(text, "Employer big-tech; the source says \"FAANG\"");
	assert_contains(text, "As of 2024");
	assert_contains(text, "Sample size 276");
	assert_contains(text, "Credited to A Report: named by the source, not checked by us");
	assert_contains(text, "Note A note.");
}

static void
test_figure_terms(void **state)
{
	const char *text = explain(ANCHOR_FIGURE, "1");

	(void)state;
	assert_contains(text, "What the words mean");
	assert_contains(text, "official: From a government office.");
	assert_contains(text, "basis: What a figure counts.");
	assert_contains(text, "base: The fixed yearly salary.");
	assert_contains(text, "mid: People who work on their own.");
	assert_true(pagecat_has_anchor(&c, "From a government", ANCHOR_TERM, "official"));
}

static void
test_figure_silent(void **state)
{
	const char *text = explain(ANCHOR_FIGURE, "3");

	(void)state;
	assert_contains(text, "$99,000 a year");
	assert_contains(text, "Counts ! not stated: salary alone, or with bonus and shares");
	assert_contains(text, "Not stated level, place, employer, year and sample size");
	assert_null(strstr(text, "Place "));
}

static void
test_figure_growth(void **state)
{
	const char *text = explain(ANCHOR_FIGURE, "2");

	(void)state;
	assert_contains(text, "Machine Learning Engineer: Growth 220%");
	assert_contains(text, "Over 5 years");
	assert_contains(text, "As a rate 26.19% a year, compounded");
	assert_null(strstr(text, "Counts"));
}

static void
test_facts(void **state)
{
	const char *text = explain(ANCHOR_FACT, "role_skill:1");

	(void)state;
	assert_contains(text,
	    "Skill Machine Learning Engineer: Python Tier must Good enough tested code "
	    "Tools pytest Why It is the base. Source directory: A directory");
	assert_contains(text, "Found at Skills Own words \"you need it\"");
	assert_contains(text, "must: Without it no job.");
	text = explain(ANCHOR_FACT, "program_fact:2");
	assert_contains(text, "MS in A University of U directory, 2024, low confidence on campus");
	assert_contains(text, "Source directory: A directory");
	text = explain(ANCHOR_FACT, "relevance:1");
	assert_contains(text, "data science for Machine Learning Engineer");
	assert_contains(text, "Source our own rule; no source states it");
	text = explain(ANCHOR_FACT, "source_level:2");
	assert_contains(text, "Level senior Experience 8 years or more");
	text = explain(ANCHOR_FACT, "listing:1");
	assert_contains(text, "Claims 378 programs We hold 1 of them");
}

static void
test_source(void **state)
{
	const char *text = explain(ANCHOR_SOURCE, "t/stat");

	(void)state;
	assert_contains(text,
	    "Wage survey, May 2024 Shown as stat 2024 (t/stat) Publisher Bureau of "
	    "Counting Author A. Counter Kind official Published 2025 Retrieved 2025-02-03 "
	    "Period May 2024 Page https://stat.example Licence Public domain Attribution "
	    "Name the bureau.");
	assert_contains(text, "Figures 1 figure: 1 pay");
	assert_contains(text, "Also 2 skills of roles");
	assert_contains(text, "mid 3-5 years of experience, \"three to five years\" (Definitions)");
	assert_contains(text, "senior 8+ years of experience (Definitions)");
	text = explain(ANCHOR_SOURCE, "t/own");
	assert_contains(text, "Published not stated");
	assert_contains(text, "Licence not stated");
	assert_contains(text, "Figures 0 figures");
	assert_contains(text, "facts about programs");
}

static void
refused(enum anchor_kind kind, const char *key)
{
	const struct anchor a = {kind, key};

	pagecat_page(&c, 80, false);
	assert_false(page_explain(&c.p, &c.r, &a, &c.e));
	assert_int_equal(c.e.code, ERR_NOTFOUND);
	assert_true(c.e.text[0] != '\0');
}

static void
test_unknown(void **state)
{
	(void)state;
	refused(ANCHOR_FIGURE, "99");
	refused(ANCHOR_FIGURE, "none");
	refused(ANCHOR_FACT, "role_skill:99");
	refused(ANCHOR_FACT, "program_fact:99");
	refused(ANCHOR_FACT, "sqlite_schema:1");
	refused(ANCHOR_FACT, "role_skill");
	refused(ANCHOR_FACT, ":1");
	refused(ANCHOR_SOURCE, "t/none");
	refused(ANCHOR_TERM, "base");
}

/* --- the bundled packs ------------------------------------------------------------------------ */

/* Rows 1..n of a table, at most 40 of them spread over it, at the narrowest width. */
static void
check_table(const char *table, enum anchor_kind kind)
{
	char sql[80], key[80];
	int64_t n = 0, id;

	snprintf(sql, sizeof sql, "SELECT coalesce(max(id), 0) FROM %s", table);
	if (!db_int(c.db, sql, &n, &c.e))
		fail_msg("%s", c.e.text);
	for (id = 1; id <= n; id += 1 + n / 40) {
		snprintf(key, sizeof key, "%s%s%" PRId64, kind == ANCHOR_FACT ? table : "",
		    kind == ANCHOR_FACT ? ":" : "", id);
		pagecat_page(&c, id % 2 ? 40 : 100, id % 3 == 0);
		if (!page_explain(&c.p, &c.r, &(struct anchor){kind, key}, &c.e))
			fail_msg("%s: %s", key, c.e.text);
		assert_contains(pagecat_text(&c, true), "Source");
		assert_null(strstr(c.text.data, "(null)"));
		assert_null(strstr(c.text.data, " nan"));
	}
}

static void
test_bundled(void **state)
{
	static const char *const tables[] = {"role_skill", "requirement", "day_share", "day_part",
	    "transition", "ladder", "ladder_step", "route", "industry", "factor", "prediction",
	    "claim", "guide", "listing", "card", "contrast", "mention", "nearest", "relevance",
	    "source_level", "program_fact"};
	size_t i;

	(void)state;
	pagecat_free(&c);
	pagecat_init(&c, pagecat_bundled());
	for (i = 0; i < COUNT(tables); i++)
		check_table(tables[i], ANCHOR_FACT);
	check_table("figure_row", ANCHOR_FIGURE);
	for (i = 0; i < c.r.sources.n; i++)
		assert_contains(explain(ANCHOR_SOURCE, c.r.sources.s[i].key), "Publisher");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_figure_in_full, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_figure_context, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_figure_terms, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_figure_silent, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_figure_growth, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_facts, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_source, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_unknown, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_bundled, setup, teardown),
	};

	return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}
