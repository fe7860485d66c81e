/* The growth section and the ladders: on one axis, in people, in words; pictures and sentences say the same. */
#include "check.h"
#include "national.h"
#include "pagecat.h"

#include <stdlib.h>

static struct pagecat c;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	return 0;
}

static int
national(void **state)
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

static const char *
section(const char *role, enum role_section s, int width, bool plain, bool flat)
{
	pagecat_page(&c, width, plain);
	if (!page_role(&c.p, &c.r, pagecat_id(&c, role), s, LEVEL_ENTRY, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, flat);
}

#define assert_lacks(text, part)                                                                   \
	do {                                                                                       \
		if (strstr((text), (part)))                                                        \
			fail_msg("\"%s\" in \"%s\"", (part), (text));                              \
	} while (0)

/* --- growth -------------------------------------------------------------------------------------- */

/* Worked out by hand: (1 + 2.2)^(1/5) - 1 = 26.2%; 1.335^(1/10) - 1 = 2.9%, 1.029^5 = 1.155. */
static void
test_one_axis(void **state)
{
	const char *text = section("machine-learning-engineer", ROLE_GROWTH, 100, false, true);

	(void)state;
	assert_contains(text, "% a year, compound 0");
	assert_contains(text, "26.2% 100 -> 320 220%, in 5 years; \"5-Year Job Growth\"");
	assert_contains(text, "2.9% 100 -> 116 Data Scientists: 33.5%, 2024-2034;");
	assert_contains(text, "35.0% 100 -> 448 35% a year, since 2020;");
	assert_contains(text, "0.8-2.9% 100 -> 104-116"); /* all official ones */
	assert_contains(text, "credits U.S. Bureau of Labor Statistics");
}

/* The official ones stand together, in front of what guides say. */
static void
test_order(void **state)
{
	const char *text = section("machine-learning-engineer", ROLE_GROWTH, 100, false, true);
	const char *last = strstr(text, "official, in all"),
		   *axis = strstr(text, "All on one axis");

	(void)state;
	assert_non_null(last);
	assert_non_null(axis);
	for (const char *s = axis; (s = strstr(s, "Projections 24-34")) != NULL; s++)
		assert_true(s < last);
	assert_contains(last, "Bouchrika 2026");
	assert_null(strstr(axis, "Bouchrika 2026") < last ? axis : NULL);
}

static void
test_why(void **state)
{
	const char *text = section("machine-learning-engineer", ROLE_GROWTH, 100, false, true);

	(void)state;
	assert_contains(text, "Why they differ: the official projections are of nearest jobs; ");
	assert_contains(text, "aigraduate ML and aigraduate MLE name no source");
	assert_contains(text, "Bouchrika 2026 speaks of the whole field");
	/* Of one that is alone there is nothing to explain. */
	assert_lacks(section("data-scientist", ROLE_GROWTH, 100, false, true), "Why they differ");
}

/* A rank is no number on the axis, and is there. */
static void
test_without_number(void **state)
{
	const char *text = section("machine-learning-engineer", ROLE_GROWTH, 100, false, true);

	(void)state;
	assert_contains(text, "no. 1, which years is not stated; \"highest growth trajectory");
}

static void
test_plain(void **state)
{
	const char *text = section("machine-learning-engineer", ROLE_GROWTH, 100, true, true);

	(void)state;
	assert_contains(text,
	    "Projections 24-34, nearest job Data Scientists: 100 jobs become 116 in 5 years, 2.9% a year "
	    "compound; in its own words 33.5%, 2024-2034");
	assert_lacks(text, "100 ->");
}

/* Every figure's line leads to who says so, at every width. */
static void
test_anchors(void **state)
{
	static const int widths[] = {34, 60, 71, 72, 100, 132};

	(void)state;
	for (size_t i = 0; i < COUNT(widths); i++) {
		size_t n = 0;

		section("machine-learning-engineer", ROLE_GROWTH, widths[i], false, true);
		for (size_t k = 0; k < c.p.nlines; k++)
			for (size_t m = 0; m < c.p.lines[k].nanchors; m++)
				n += c.p.lines[k].anchors[m].kind == ANCHOR_FIGURE
				    && !c.p.lines[k].goes_on;
		assert_true(n >= 11);
		*strstr(c.text.data, "What else is counted") = '\0';
		assert_lacks(c.text.data, "\u2026");
	}
}

/* Of the made-up projections: 4,111,300 jobs become 4,364,300 in ten years, 6.15%; 0.6% a year. Four of six grow
 * by less than 5%. */
static void
test_all_jobs(void **state)
{
	const char *text = section("registered-nurses", ROLE_GROWTH, 80, false, true);

	(void)state;
	assert_contains(
	    text, "0.6% 100 -> 103 our sum over 6 occupations; 67% of them grow more slowly");
	assert_true(pagecat_has_anchor(&c, "our sum", ANCHOR_SOURCE, "projections"));
	assert_contains(section("registered-nurses", ROLE_GROWTH, 80, true, true),
	    "All occupations: 100 jobs become 103 in 5 years, 0.6% a year compound; our sum over 6 "
	    "occupations");
	/* The slowest. */
	text = section("actors", ROLE_GROWTH, 80, false, true);
	assert_contains(text, "-0.5% 100 -> 97");
	assert_lacks(text, "grow more slowly");
}

/* --- ladders ------------------------------------------------------------------------------------- */

static void
test_levels(void **state)
{
	const char *text = section("machine-learning-engineer", ROLE_PATH, 100, false, true);
	static const char *const levels[] = {" first job ", " mid level ", " senior "};
	const char *at = strstr(text, "Pay, level by level");

	(void)state;
	assert_non_null(at);
	for (size_t i = 0; i < COUNT(levels); i++) {
		at = strstr(at, levels[i]);
		assert_non_null(at);
	}
	assert_contains(text, "$120K-160K 3 of 4 publishers meet");
	assert_contains(text, "With bonus and shares, a year (never held against salary)");
	/* Pay at one level only is no ladder. */
	assert_lacks(section("chief-data-officer", ROLE_PATH, 100, false, true), "level by level");
}

/* What the picture of a level says is what Pay answers for it. */
static void
test_same_answer(void **state)
{
	static const enum level levels[] = {LEVEL_ENTRY, LEVEL_MID, LEVEL_SENIOR};
	char *path = mem_dup(section("machine-learning-engineer", ROLE_PATH, 120, true, true));
	int64_t id = pagecat_id(&c, "machine-learning-engineer");

	(void)state;
	for (size_t i = 0; i < COUNT(levels); i++) {
		const char *text, *at;
		char says[160];
		size_t n;

		pagecat_page(&c, 120, true);
		if (!page_role(&c.p, &c.r, id, ROLE_PAY, levels[i], &c.e))
			fail_msg("%s", c.e.text);
		text = pagecat_text(&c, true);
		at = strstr(text, "about ");
		assert_non_null(at);
		n = strcspn(at, ",;.");
		assert_true(n < sizeof says);
		memcpy(says, at, n);
		says[n] = '\0';
		assert_contains(path, says);
	}
	free(path);
}

static void
test_steps(void **state)
{
	const char *text = section("machine-learning-engineer", ROLE_PATH, 100, false, true);

	(void)state;
	assert_contains(text, "thousand $");
	assert_contains(text, " base, major tech companies");
	assert_lacks(text, "pays $120K");
	/* A narrow page and a plain one have sentences. */
	assert_contains(section("machine-learning-engineer", ROLE_PATH, 60, false, true),
	    "pays $120K-160K a year, base, major tech companies");
	assert_contains(section("machine-learning-engineer", ROLE_PATH, 100, true, true),
	    "pays 120 to 160 thousand dollars a year, base, major tech companies");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_one_axis, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_order, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_why, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_without_number, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_plain, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_anchors, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_all_jobs, national, teardown),
	    cmocka_unit_test_setup_teardown(test_levels, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_same_answer, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_steps, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
