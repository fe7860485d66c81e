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

#define assert_lacks(text, part)                                                                   \
	do {                                                                                       \
		if (strstr((text), (part)))                                                        \
			fail_msg("\"%s\" in \"%s\"", (part), (text));                              \
	} while (0)

static void
test_answer_first(void **state)
{
	const char *text = pagecat_program(&c, "u/ms-a/master");

	(void)state;
	assert_contains(text, "MS in A University of U, Utown, CA, US (public)");
	assert_contains(text, "A master's degree in data science, online, 12-60 months.");
	assert_contains(text,
	    "Price $8,190 for the whole program, for all students, derived: 30 credits x 273 "
	    "(own page, 2026)");
	assert_true(strstr(text, "Price") < strstr(text, "Why relevant"));
	assert_true(strstr(text, "Why relevant") < strstr(text, "What each page states"));
}

static void
test_conflicts_are_named(void **state)
{
	const char *text = pagecat_program(&c, "u/ms-a/master");

	(void)state;
	assert_contains(text,
	    "! pages disagree: $8,190 (own page, 2026, derived) and $9,900 "
	    "(directory, 2024)");
	assert_contains(text,
	    "Mode ! pages disagree: online (own page, 2026) and on campus "
	    "(directory, 2024)");
	assert_contains(text,
	    "Length ! pages disagree: 12-60 months (own page, 2026) and 72 months "
	    "(directory, 2024)");
	assert_true(pagecat_has_anchor(&c, "pages disagree", ANCHOR_TERM, "contradiction"));
}

static void
test_facts_with_who_says_so(void **state)
{
	const char *text = pagecat_program(&c, "u/ms-a/master");

	(void)state;
	assert_contains(text,
	    "own page, 2026, high confidence online; 12-60 months; $273 per credit, for "
	    "all students; derived: 30 credits x 273 = $8,190; 30 credits starts: any "
	    "term asks for: a bachelor's degree https://u.example/a");
	assert_contains(text,
	    "directory, 2024, low confidence on campus; 72 months; $9,900 for the whole "
	    "program, for all students by way of: a student note: May be another degree. "
	    "https://dir.example/a");
	assert_true(pagecat_has_anchor(&c, "https://u.example/a", ANCHOR_FACT, "program_fact:1"));
	assert_true(pagecat_has_anchor(&c, "https://u.example/a", ANCHOR_SOURCE, "t/own"));
	assert_true(pagecat_has_anchor(&c, "Price", ANCHOR_FACT, "program_fact:1"));
	assert_false(pagecat_has_anchor(&c, "https://u.example/a", ANCHOR_FACT, "program_fact:2"));
	assert_contains(text, "Other figures Length 14 weeks (directory, undated)");
	assert_true(pagecat_has_anchor(&c, "14 weeks", ANCHOR_FIGURE, "4"));
}

static void
test_withdrawn_and_silent(void **state)
{
	const char *text = pagecat_program(&c, "u/exam-b/professional-certificate");

	(void)state;
	assert_contains(text, "Exam B ! Withdrawn: Retired on 31 March 2026. University of U");
	assert_contains(text, "A professional certificate in data science.");
	assert_contains(text, "Price ! no page states it");
	assert_contains(text, "Length ! no page states it");
	assert_contains(text, "Mode ! no page states it");
	assert_contains(text,
	    "Not stated when it starts, what it asks for, what graduates earn and what "
	    "they owe");
	assert_contains(text,
	    "What the one page states directory, undated, low confidence no figure; it "
	    "names the program");
	assert_true(pagecat_has_anchor(&c, "Withdrawn", ANCHOR_TERM, "withdrawn"));
	assert_contains(text, "Withdrawn: it is not weighed for any role.");
	assert_lacks(text, "Why relevant");
}

static void
test_unstated_currency_and_basis(void **state)
{
	const char *text = pagecat_program(&c, "u/mba-c/mba");

	(void)state;
	assert_contains(text,
	    "Price ! 190,000; currency and per what not stated; read as US dollars for the whole "
	    "program (directory, undated)");
	assert_lacks(text, "$190,000");
	assert_contains(text, "! Nothing here ties business administration to a role.");
	assert_contains(text,
	    "dir.example lists it under \"ML Engineer Programs (378)\", which claims 378 "
	    "programs; we hold the 1 that it shows.");
	assert_true(pagecat_has_anchor(&c, "dir.example lists it", ANCHOR_FACT, "listing:1"));
}

static void
test_no_total(void **state)
{
	const char *text = pagecat_program(&c, "u/cert-d/certificate");

	(void)state;
	assert_contains(text,
	    "Price stated per credit only: $1,467, for all students; no total can be "
	    "made because credits are not stated (own page, 2026)");
	assert_contains(text, "partly online, partly on campus (hybrid)");
}

static void
test_audiences_and_years(void **state)
{
	const char *text = pagecat_program(&c, "v/msc-e/master");

	(void)state;
	assert_contains(
	    text, "GBP 9,000 for the whole program, for home students (directory, 2024)");
	assert_contains(text, "GBP 20,000 for the whole program, for international students");
	/* 20,000 and 20,100 are the same price; 18,000 is an older one of the same site. */
	assert_contains(text,
	    "not the same every year: GBP 20,000 (directory, 2024) and GBP 18,000 "
	    "(directory, 2022, ! 4 years old)");
	assert_contains(text,
	    "! pages disagree: GBP 20,100 (own page, 2024) and GBP 18,000 (directory, 2022, ! 4 "
	    "years old)");
	assert_lacks(text, "GBP 20,000 (directory, 2024) and GBP 20,100");
	assert_lacks(text, "GBP 9,000 (home");
	assert_contains(text, "Length 12 months (directory, 2024");
}

/* A price that is years newer stands first, whatever it is per; the old one says its age. */
static void
test_newest_price_first(void **state)
{
	const char *text;

	(void)state;
	assert_true(db_exec(c.db,
	    "UPDATE program_fact SET as_of = '2018-19', as_of_year = 2018 WHERE id = 1;"
	    "UPDATE program_fact SET per = 'year', cost = 9000, total = NULL, total_basis = NULL,"
	    " as_of = '2026-27', as_of_year = 2026 WHERE id = 2",
	    &c.e));
	text = pagecat_program(&c, "u/ms-a/master");
	assert_contains(text, "Price stated a year only: $9,000, for all students;");
	assert_contains(text, "(directory, 2026-27) $8,190 for the whole program");
	assert_contains(text, "derived: 30 credits x 273 (own page, 2018-19, ! 8 years old)");
	assert_contains(text, "own page, 2018-19, ! 8 years old, high confidence");
	assert_true(db_exec(c.db,
	    "UPDATE program_fact SET total = 9000, total_basis = 'total' WHERE id = 2", &c.e));
	text = pagecat_program(&c, "u/ms-a/master");
	assert_contains(text, "Price $9,000 for the whole program, for all students (directory");
	assert_contains(text,
	    "not the same every year: $9,000 (directory, 2026-27) and $8,190 (own page, 2018-19, ! 8 "
	    "years old, derived)");
	assert_lacks(text, "pages disagree: $");
}

/* In-state and out-of-state are two prices; one for all is compared with either, loosely. */
static void
test_audiences_apart(void **state)
{
	const char *text;

	(void)state;
	assert_true(db_exec(c.db,
	    "UPDATE program_fact SET audience = 'in-state' WHERE id = 1;"
	    "UPDATE program_fact SET audience = 'out-of-state' WHERE id = 2",
	    &c.e));
	text = pagecat_program(&c, "u/ms-a/master");
	assert_contains(text, "$8,190 for the whole program, for in-state students");
	assert_contains(text, "$9,900 for the whole program, for out-of-state students");
	assert_lacks(text, "pages disagree: $");
	assert_true(db_exec(c.db, "UPDATE program_fact SET audience = 'all' WHERE id = 2", &c.e));
	text = pagecat_program(&c, "u/ms-a/master");
	assert_contains(text,
	    "! pages disagree: $8,190 (in-state, own page, 2026, derived) and $9,900 (all, directory, "
	    "2024); ~ loosely");
	assert_true(pagecat_has_anchor(&c, "pages disagree: $", ANCHOR_TERM, "loosely-comparable"));
}

static void
test_yearly_price(void **state)
{
	const char *text = pagecat_program(&c, "v/phd-f/doctorate");

	(void)state;
	assert_contains(text,
	    "EUR 10,000 for the whole program, for students from the EU, derived: 2 "
	    "years x 5,000 (directory, 2024)");
	assert_lacks(text, "that is about");
	assert_lacks(text, "disagree");
}

static void
test_why_relevant(void **state)
{
	const char *text = pagecat_program(&c, "u/ms-a/master");

	(void)state;
	assert_contains(
	    text, "Machine Learning Engineer: Data is what models are made of. (our own rule)");
	assert_contains(text, "Data Scientist: The field itself. (directory)");
	assert_true(pagecat_has_anchor(
	    &c, "Machine Learning Engineer:", ANCHOR_ROLE, "machine-learning-engineer"));
	assert_true(pagecat_has_anchor(&c, "Data Scientist:", ANCHOR_FACT, "relevance:2"));
}

static void
test_plain_is_sentences(void **state)
{
	(void)state;
	pagecat_page(&c, 200, true);
	assert_true(
	    page_program(&c.p, &c.r, pagecat_id(&c, "u/exam-b/professional-certificate"), &c.e));
	assert_contains(pagecat_text(&c, false), "\n! Price: no page states it.\n");
	pagecat_page(&c, 200, true);
	assert_true(page_program(&c.p, &c.r, pagecat_id(&c, "u/ms-a/master"), &c.e));
	assert_contains(pagecat_text(&c, false), "\nStarts: any term (own page, 2026).\n");
}

static void
test_unknown_row(void **state)
{
	(void)state;
	pagecat_page(&c, 80, false);
	assert_false(page_program(&c.p, &c.r, 999, &c.e));
	assert_int_equal(c.e.code, ERR_NOTFOUND);
}

/* --- the bundled packs ------------------------------------------------------------------------ */

/* Every anchor leads somewhere. */
static void
check_anchor(const struct anchor *a)
{
	static const struct page_opts opts = {.width = 80};
	struct page p;
	bool ok = true;

	page_init(&p, &opts);
	if (a->kind == ANCHOR_TERM)
		ok = page_term(&p, &c.r, a->key, &c.e);
	else if (a->kind == ANCHOR_FIGURE || a->kind == ANCHOR_SOURCE || a->kind == ANCHOR_FACT)
		ok = page_explain(&p, &c.r, a, &c.e);
	if (!ok)
		fail_msg("anchor %d %s: %s", a->kind, a->key, c.e.text);
	page_free(&p);
}

static void
check_anchors(void)
{
	size_t i, k;

	for (i = 0; i < c.p.nlines; i++)
		for (k = 0; k < c.p.lines[i].nanchors; k++)
			check_anchor(&c.p.lines[i].anchors[k]);
}

static void
check_program(int64_t id)
{
	static const int widths[] = {40, 80, 200};
	const char *text;
	size_t i;

	for (i = 0; i < COUNT(widths); i++) {
		pagecat_page(&c, widths[i], i == 2);
		if (!page_program(&c.p, &c.r, id, &c.e))
			fail_msg("program %d: %s", (int)id, c.e.text);
		text = pagecat_text(&c, false);
		assert_true(strstr(text, "Why relevant") || strstr(text, "Withdrawn: "));
		assert_lacks(text, " nan");
		assert_lacks(text, "(null)");
	}
	if (id % 16 == 1)
		check_anchors();
}

static void
test_bundled(void **state)
{
	int64_t n = 0, id;
	const char *text;

	(void)state;
	pagecat_free(&c);
	pagecat_init(&c, pagecat_bundled());
	assert_true(db_int(c.db, "SELECT count(*) FROM program", &n, &c.e));
	assert_true(n > 200);
	for (id = 1; id <= n; id++)
		check_program(id);
	text = pagecat_program(&c, "university-of-pennsylvania/wharton-mba/mba");
	assert_contains(text, "190,000; currency and per what not stated; read as US dollars");
	assert_contains(text, "aigraduate.org lists it under \"ML Engineer Programs (378)\"");
	text = pagecat_program(&c, "university-of-hong-kong/msc-in-computer-science/master");
	assert_contains(text, "Price HKD 320,000 for the whole program");
	text = pagecat_program(&c, "brown-university/sc-m-in-data-science/master");
	assert_contains(text, "Price stated a year only: $40,784");
	text = pagecat_program(&c,
	    "university-of-illinois-urbana-champaign/"
	    "online-master-of-computer-science-mcs/master");
	assert_contains(text, "! 8 years old");
	assert_lacks(text, "disagree");
	text = pagecat_program(&c, "university-of-oxford/msc-in-advanced-computer-science/master");
	assert_contains(
	    text, "pages disagree: GBP 57,850 (youapply.com, 2026, derived) and GBP 41,250");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_answer_first, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_conflicts_are_named, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_facts_with_who_says_so, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_withdrawn_and_silent, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_unstated_currency_and_basis, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_no_total, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_audiences_and_years, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_newest_price_first, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_audiences_apart, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_yearly_price, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_why_relevant, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_plain_is_sentences, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_unknown_row, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_bundled, setup, teardown),
	};

	return cmocka_run_group_tests_name("program_page", tests, NULL, NULL);
}
