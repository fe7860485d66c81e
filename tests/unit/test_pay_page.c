/* What a role's Pay says: by level, in cells, of some of the figures, and who says so. */
#include "career/page/pay.h"

#include "check.h"
#include "pagecat.h"

#include <stdio.h>

static struct pagecat c;

static int
setup(void **state)
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

#define assert_lacks(text, part)                                                                   \
	do {                                                                                       \
		if (strstr((text), (part)))                                                        \
			fail_msg("\"%s\" in \"%s\"", (part), (text));                              \
	} while (0)

/* How a page is to be read. */
struct how {
	bool plain, details, cells, screen;
	int width; /* 0: 80 */
};

static void
begin(struct how how)
{
	struct page_opts opts = {.width = how.width != 0 ? how.width : 80,
	    .plain = how.plain,
	    .details = how.details,
	    .cells = how.cells,
	    .screen = how.screen,
	    .year_now = 2026};

	page_reset(&c.p, &opts);
}

static const char *
section(const char *role, enum level level, struct how how)
{
	begin(how);
	if (!page_role(&c.p, &c.r, pagecat_id(&c, role), ROLE_PAY, level, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, true);
}

static const char *
asked(const char *role, const struct pay_ask *ask, struct how how)
{
	begin(how);
	if (!page_pay(&c.p, &c.r, pagecat_id(&c, role), ask, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, true);
}

/* The key of an answer of the engineer's. */
static const char *
answer(const char *rest)
{
	static char key[64];

	snprintf(key, sizeof key, "%lld:%s", (long long)pagecat_id(&c, "machine-learning-engineer"),
	    rest);
	return key;
}

/* Whether the line that has this text has an anchor of this kind. */
static bool
leads(const char *text, enum anchor_kind kind)
{
	for (size_t i = 0; i < c.p.nlines; i++) {
		const struct line *l = &c.p.lines[i];
		struct buf b = BUF_INIT;
		bool here, found = false;

		for (size_t k = 0; k < l->nspans; k++)
			buf_adds(&b, l->spans[k].text);
		here = strstr(b.data, text) != NULL;
		buf_free(&b);
		for (size_t k = 0; here && k < l->nanchors; k++)
			found = found || l->anchors[k].kind == kind;
		if (found)
			return true;
	}
	return false;
}

#define MLE "machine-learning-engineer"

/* --- by level ------------------------------------------------------------------------------------ */

static void
test_answer_first(void **state)
{
	const char *text = section(MLE, LEVEL_ENTRY, (struct how){.screen = true});

	(void)state;
	assert_contains(
	    text, "Pay, first job about $120K-160K salary a year 3 of 4 publishers meet");
	assert_contains(text, "! guide 2025 stands apart: $70K-95K");
	assert_contains(
	    text, "Salary, first job (base pay, or not said which) 8 figures of 4 publishers");
	assert_contains(
	    text, "no common range, a gap of $65K: one ends at $95K, another starts at $160K");
	assert_contains(text, "Why they differ: guide 2025 speaks of the whole field");
	assert_contains(text, "more (v).");
	assert_contains(text, "(never held against salary) 2 figures of 1 publisher");
	assert_contains(text, "All 2: common range $180K-200K");
	assert_lacks(text, "Envelope");
	/* Every number has somebody behind it. */
	assert_true(pagecat_has_anchor(&c, "3 of 4 publishers meet", ANCHOR_ANSWER, answer("1:0")));
	assert_true(pagecat_has_anchor(&c, "where most meet", ANCHOR_ANSWER, answer("1:0")));
	assert_true(pagecat_has_anchor(&c, "no common range", ANCHOR_ANSWER, answer("1:0")));
	assert_true(leads("guide 2025 stands apart", ANCHOR_FIGURE));
	assert_true(leads("~ nearest 3 jobs, median", ANCHOR_SOURCE));
}

/* The other levels stand in short; details show each figure, how wide it is, and who is behind it. */
static void
test_details(void **state)
{
	const char *text = section(MLE, LEVEL_ENTRY, (struct how){.screen = true});

	(void)state;
	assert_contains(
	    text, "Salary, mid level: about $138K-160K or $165K-200K 3 of 4 publishers meet");
	assert_lacks(text, "$250K-400K+");
	assert_contains(text, "v: each of these figures on its own line");
	assert_true(
	    pagecat_has_anchor(&c, "Austin, senior, salary", ANCHOR_ANSWER, answer("3:0:Austin")));
	text = section(MLE, LEVEL_ENTRY, (struct how){.screen = true, .details = true});
	assert_contains(text, "$250K-400K+");
	assert_contains(text,
	    "Envelope $70K-180K+, overlap / union 0%; 5 sources of 4 publishers: 1 postings, 4 editorial.");
	assert_contains(text, "Envelope $160K-220K, overlap / union 33%; 2 sources of 1 publisher");
	assert_lacks(text, "more (v)");
	assert_lacks(text, "v: each of these");
	assert_contains(text, "guide 2025 leaves out stock options and other benefits");
}

/* A level that no source states answers with the first that one does, and says so. */
static void
test_level(void **state)
{
	const char *text = section(MLE, LEVEL_SENIOR, (struct how){.screen = true});

	(void)state;
	assert_contains(text, "Pay, senior about $200K-259K salary a year 2 of 4 publishers meet");
	assert_contains(text, "Salary, senior (basis not said)");
	assert_contains(text, "Salary, first job: about $120K-160K");
	text = section(MLE, LEVEL_STAFF, (struct how){.screen = true});
	assert_contains(text, "staff: no source states it");
}

static void
test_narrow_and_wide(void **state)
{
	static const int widths[] = {20, 38, 59, 60, 79, 111, 112, 130, 200};

	(void)state;
	for (size_t i = 0; i < COUNT(widths); i++)
		for (int k = 0; k < 4; k++) {
			struct how how = {.screen = true,
			    .width = widths[i],
			    .details = (k & 1) != 0,
			    .cells = (k & 2) != 0};

			assert_contains(section(MLE, LEVEL_ENTRY, how), "guide 2025");
		}
}

/* --- in cells ------------------------------------------------------------------------------------ */

static void
test_cells(void **state)
{
	const char *text = section(MLE, LEVEL_ENTRY, (struct how){.screen = true, .cells = true});

	(void)state;
	assert_contains(text, "figures in ");
	assert_contains(
	    text, "what says the same of level, place, basis and employer stands together.");
	assert_contains(text, "Base salary, big tech; place not said 2 figures of 1 publisher");
	assert_contains(text, "All 2: common range $120K");
	assert_contains(text, "~ 4 more say less, and may belong here too (v)");
	assert_contains(text, "Place, basis and employer not said 2 publishers");
	assert_contains(text, "San Francisco, base salary; employer not said");
	/* What the title says no line says again. */
	assert_lacks(text, "basis not said, of the field");
	assert_true(pagecat_has_anchor(&c, "Base salary, big tech", ANCHOR_TERM, "pay-cell"));
	assert_true(leads("All 2: common range $120K", ANCHOR_FIGURE));
	text =
	    section(MLE, LEVEL_ENTRY, (struct how){.screen = true, .cells = true, .details = true});
	assert_contains(text, "~ 4 more say less, and may belong here too: ~aigraduate ML");
	assert_contains(text, "~ All 6 with these: no common range, a gap of $65K");
}

static void
test_plain(void **state)
{
	const char *text = section(MLE, LEVEL_ENTRY, (struct how){.plain = true, .details = true});

	(void)state;
	assert_contains(text,
	    "first job, guide 2025: 70 to 95 thousand dollars, basis not said, of the field, without stock "
	    "options and other benefits that are often added; stands apart.");
	assert_contains(text,
	    "All 8: no common range, a gap of 65 thousand dollars: one ends at 95 "
	    "thousand dollars, another starts at 160 thousand dollars.");
	text =
	    section(MLE, LEVEL_ENTRY, (struct how){.plain = true, .details = true, .cells = true});
	assert_contains(
	    text, "First job, base salary, big tech; place not said; 2 figures of 1 publisher.");
}

/* --- what is asked for --------------------------------------------------------------------------- */

static void
test_asked(void **state)
{
	struct pay_ask ask = {.level = LEVEL_ENTRY, .some = true, .only = {.employer = "big"}};
	const char *text = asked(MLE, &ask, (struct how){.details = true});

	(void)state;
	assert_contains(text, "4 of 34 figures are what was asked for.");
	assert_contains(text, "Pay, first job $120K-160K salary a year 2 figures of 1 publisher");
	assert_lacks(text, "guide 2025");
	assert_lacks(text, "nearest");
	assert_lacks(text, "What moves pay");
	/* One level: those without one that may stand in for it stay, marked; no other level. */
	ask = (struct pay_ask){.level = LEVEL_SENIOR, .level_only = true, .some = true};
	text = asked(MLE, &ask, (struct how){.details = true});
	assert_contains(text, "~Bouchrika 2026");
	assert_contains(text, "level not said");
	assert_lacks(text, "mid level");
	assert_contains(text, "Austin, senior, salary: $180K");
	ask.only.place = "san";
	text = asked(MLE, &ask, (struct how){.details = true});
	assert_contains(text, "San Francisco, senior, salary: $220K");
	assert_lacks(text, "Austin");
	assert_lacks(text, "no source states this");
	/* All of it is the page's section. */
	ask = (struct pay_ask){.level = LEVEL_ENTRY};
	assert_contains(asked(MLE, &ask, (struct how){.details = true}), "What moves pay");
}

/* Who asks for what nobody states is told what there is. */
static void
test_nothing_passes(void **state)
{
	struct pay_ask ask = {.level = LEVEL_ENTRY, .some = true, .only = {.place = "paris"}};

	(void)state;
	begin((struct how){0});
	assert_false(page_pay(&c.p, &c.r, pagecat_id(&c, MLE), &ask, &c.e));
	assert_int_equal(c.e.code, ERR_NOTFOUND);
	assert_contains(
	    c.e.text, "Machine Learning Engineer: no figure on pay passes; it has places: ");
	assert_contains(c.e.text, "Seattle");
}

static void
test_explain(void **state)
{
	struct pay_ask ask = {.level = LEVEL_ENTRY,
	    .level_only = true,
	    .some = true,
	    .explain = true,
	    .only = {.employer = "faang"}};
	const char *text = asked(MLE, &ask, (struct how){.details = true});

	(void)state;
	assert_contains(text, "$160,000-200,000 a year Source aigraduate MLE");
	assert_contains(text, "Own words \"start around $160K-$200K total comp\"");
	assert_contains(text, "Found at Money Talk");
	assert_contains(text, "Kind editorial");
	assert_contains(text, "Counts base salary");
	assert_contains(text, "Not stated place, year and sample size");
	/* Each term is said once, below all of them. */
	assert_lacks(strstr(text, "What the words mean") != NULL
		? strstr(text, "What the words mean")
		: text,
	    "Own words");
}

/* `i` on an answer over one place shows that one alone. */
static void
test_behind_an_answer(void **state)
{
	(void)state;
	begin((struct how){.screen = true});
	assert_true(page_answer(&c.p, &c.r, answer("3:0:Austin"), &c.e));
	assert_contains(pagecat_text(&c, true), "Austin, senior, salary: $180K");
	assert_lacks(pagecat_text(&c, true), "San Francisco");
	begin((struct how){.screen = true});
	assert_true(page_answer(&c.p, &c.r, answer("1:0"), &c.e));
	assert_contains(pagecat_text(&c, true), "Envelope $70K-180K+");
	assert_lacks(pagecat_text(&c, true), "(v)");
	begin((struct how){.screen = true});
	assert_true(page_answer(&c.p, &c.r, answer("0:0"), &c.e));
	assert_lacks(pagecat_text(&c, true), "first job");
	assert_false(page_answer(&c.p, &c.r, answer("99:0"), &c.e));
	assert_false(page_answer(&c.p, &c.r, answer("1"), &c.e));
	assert_false(page_answer(&c.p, &c.r, answer("1:0x"), &c.e));
	assert_false(page_answer(&c.p, &c.r, "", &c.e));
}

/* Nothing of pay is held against what it cannot be: two rulers have two groups, however the page is made. */
static void
test_rulers_apart(void **state)
{
	const char *text = section(MLE, LEVEL_ENTRY, (struct how){.details = true});
	const char *total = strstr(text, "With bonus and shares, first job (never");
	const char *salary = strstr(text, "Salary, first job (base pay");

	(void)state;
	assert_non_null(total);
	assert_non_null(salary);
	assert_true(salary < strstr(text, "$70K-95K basis") || salary < total);
	assert_true(strstr(salary, "$180K-220K") > total);
	assert_true(strstr(salary, "$160K-200K") > total);
}

int
main(void)
{
#define EACH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
	const struct CMUnitTest tests[] = {
	    EACH(test_answer_first),
	    EACH(test_details),
	    EACH(test_level),
	    EACH(test_narrow_and_wide),
	    EACH(test_cells),
	    EACH(test_plain),
	    EACH(test_asked),
	    EACH(test_nothing_passes),
	    EACH(test_explain),
	    EACH(test_behind_an_answer),
	    EACH(test_rulers_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
