/* The page of a payback: what it says first, where its lines lead, at any width, in ASCII and aloud. */
#include "career/base/text.h"
#include "career/page/payback.h"
#include "check.h"
#include "national.h"
#include "pagecat.h"

#include <stdio.h>

#define WHARTON "university-of-pennsylvania/wharton-mba/mba"
#define ENGINEER "machine-learning-engineer"
#define SYDNEY "university-of-sydney/master-of-data-science/master"
#define NURSING "scorecard/001001-100001/5138/3"

static struct err e;
static struct pagecat packs, sets;
static struct rules rules;
static struct payback b;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&packs, pagecat_bundled());
	pagecat_init(&sets, national_bundled());
	return rules_load(&rules, &e) ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	payback_close(&b);
	rules_free(&rules);
	pagecat_free(&packs);
	pagecat_free(&sets);
	return 0;
}

/* b is the payback of the last call. */
static void
put(struct pagecat *c, const char *program, const char *role, const char *asks)
{
	struct payback_asks q;

	payback_close(&b);
	payback_asks_read(&q, asks);
	assert_ok(payback_open(
	    &b, c->db, &c->r.sources, &rules, pagecat_id(c, program), pagecat_id(c, role), &e));
	assert_ok(payback_beside(&b, &e));
	assert_ok(payback_work(&b, &q, &e));
	assert_ok(page_payback(&c->p, &c->r, &b, &e));
}

/* The whole page as one line of text. */
static const char *
says(struct pagecat *c, const char *program, const char *role, const char *asks)
{
	pagecat_page(c, 100, false);
	put(c, program, role, asks);
	return pagecat_text(c, true);
}

static void
test_answer(void **state)
{
	static const char *const parts[] = {
	    "Worth it? Wharton MBA -> Machine Learning Engineer, first job",
	    "! No source links this MBA to this job. If you got the job anyway:",
	    "9 of 10 pay figures (4 publishers) cover the price and the lost pay in 3-8 years; guide "
	    "2025: 129 years, never at its low end.",
	    "Shortest: aigraduate ML ($200,000 with bonus and shares) 2.7 years.",
	    "Without it I would earn $80,000 yours (median of all US jobs",
	    "Price 190,000 currency and \"per what\" not stated: read as US$, all of it",
	    "Lost pay $133,333 20 months without pay: on campus",
	    "Loan $2,259/month if all is borrowed, 7.54%, 10 years",
	    "or: the price is of one year (--flip yearly)",
	    "! unsaid guide 2025 82.5K 129",
	    "the pay without it: $60,000 -> 3.6 years, $100,000 -> 8.9 years",
	    "Same job, other way ",
	    "At $140,000 a year: middle of $120,000 to $160,000",
	    "US debt rule of 2024 passes: a year's payments over 15 years are 15.13%",
	};
	const char *text = says(&packs, WHARTON, ENGINEER, "baseline=80000");

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++)
		assert_contains(text, parts[i]);
}

/* A school abroad that does not say its currency: read as dollars, or with one key as its own, and then nothing is
 * converted. In the US there is nothing to turn. */
static void
test_currency(void **state)
{
	static const char mba[] = "university-of-sydney/business-school-mba/mba";
	const char *text = says(&packs, mba, ENGINEER, "");

	(void)state;
	assert_contains(text, "currency and \"per what\" not stated: read as US$, all of it");
	assert_contains(text, "or: the price is in the school's own currency (--flip currency)");
	text = says(&packs, mba, ENGINEER, "flips=currency");
	assert_contains(text, "cannot be told: the price is in AUD, the pay figures are not");
	assert_contains(text, "read as AUD, all of it");
	assert_contains(text, "or: the price is in US dollars (--flip currency)");
	text = says(&packs, WHARTON, ENGINEER, "baseline=80000 flips=currency");
	assert_contains(text, "9 of 10 pay figures");
	assert_null(strstr(text, "own currency"));
}

/* Several that never get there are counted, one is named. */
static void
test_never(void **state)
{
	const char *text = says(&packs, WHARTON, ENGINEER, "baseline=150000");

	(void)state;
	assert_contains(text,
	    "3 of 10 pay figures (4 publishers) cover the price and the lost pay in 9-44 years; 7 "
	    "never: they are not higher than the pay without it.");
	text = says(&packs, WHARTON, ENGINEER, "baseline=86000");
	assert_contains(text, "; guide 2025: never, but 37 years at its high end.");
}

/* What nobody links, converts or states is said, and nothing is made up. */
static void
test_cannot(void **state)
{
	const char *text = says(&packs, SYDNEY, ENGINEER, "");

	(void)state;
	assert_contains(text,
	    "Whether it pays back cannot be told: the price is in AUD, the pay figures "
	    "are not, and nothing is converted here. Say the price in dollars. At $140,000 a "
	    "year any price up to $378,000 would be back in 5 years.");
	assert_contains(text, "Price AUD 82,650 in all, derived");
	assert_contains(text, "Not counted: 10 in another currency.");
	text = says(
	    &packs, "aalto-university/data-science-eit-digital-master-school/master", ENGINEER, "");
	assert_contains(text,
	    "cannot be told: the price is not stated. At $140,000 a year any price up to "
	    "$353,000 would be back in 5 years.");
	assert_contains(text, "Highest price that is back in 5 years");
	text = says(&packs, WHARTON, ENGINEER, "baseline=300000");
	assert_contains(text, "never on these figures: the pay is not higher than without it");
	assert_contains(text, "never");
}

static void
test_kinds(void **state)
{
	const char *text = says(&packs, WHARTON, "mlops-engineer", "");

	(void)state;
	assert_contains(
	    text, "official figures of the nearest occupations, all levels, never its own");
	text = says(&sets, NURSING, "registered-nurses", "");
	assert_contains(text, "Officially linked field: ");
	assert_contains(text, "Price $36,000 tuition of the state, $9,000 a year x 4");
	assert_contains(
	    text, "or: the tuition is for students of another state (--flip out-of-state)");
	assert_contains(text, "or: the median debt of its graduates is borrowed (--flip debt)");
	assert_contains(text, "these figures are of all levels, so a beginner may earn less");
	assert_contains(text, "Its graduates earn $68,000 median");
	text = says(&packs, WHARTON, ENGINEER, "what-if=industry");
	assert_contains(text, "~ What if: x 1.15-1.25");
	text = says(&packs, WHARTON, ENGINEER, "pay=120000");
	assert_contains(text, "1 pay figure covers the price and the lost pay in ");
	assert_contains(text, "own yours 120K");
}

/* Each number leads to who says so, each input to where it is set. */
static void
test_anchors(void **state)
{
	char key[64];

	(void)state;
	pagecat_page(&packs, 80, false);
	put(&packs, WHARTON, ENGINEER, "");
	assert_true(pagecat_has_anchor(&packs, "Worth it?", ANCHOR_PROGRAM, WHARTON));
	assert_true(pagecat_has_anchor(&packs, "Worth it?", ANCHOR_ROLE, ENGINEER));
	assert_true(pagecat_has_anchor(
	    &packs, "Without it I would", ANCHOR_COMMAND, "payback-set baseline"));
	assert_true(
	    pagecat_has_anchor(&packs, "Without it I would", ANCHOR_FACT, "rule:all-jobs-median"));
	assert_true(pagecat_has_anchor(&packs, "Price  ", ANCHOR_COMMAND, "payback-set cost"));
	snprintf(key, sizeof key, "program_fact:%lld", (long long)b.line[FI_COST].row);
	assert_true(pagecat_has_anchor(&packs, "Price  ", ANCHOR_FACT, key));
	assert_true(
	    pagecat_has_anchor(&packs, "of one year", ANCHOR_COMMAND, "payback-flip yearly"));
	assert_true(pagecat_has_anchor(&packs, "Lost pay", ANCHOR_COMMAND, "payback-set months"));
	assert_true(pagecat_has_anchor(&packs, "Loan  ", ANCHOR_COMMAND, "payback-set rate"));
	assert_true(
	    pagecat_has_anchor(&packs, "Loan rate", ANCHOR_FACT, "rule:loan-rate-graduate"));
	assert_true(
	    pagecat_has_anchor(&packs, "guide 2025  ", ANCHOR_SOURCE, "ml/career-guide-2025"));
	for (size_t i = 0; i < b.npays; i++) {
		snprintf(key, sizeof key, "%lld", (long long)b.pay[i].f->id);
		assert_true(pagecat_has_anchor(&packs, b.pay[i].pay.who, ANCHOR_FIGURE, key));
	}
	assert_true(pagecat_has_anchor(&packs, "At $140,000", ANCHOR_ANSWER, b.pay_answer));
	snprintf(key, sizeof key, "payback-flip %s", payback_flip_word(FLIP_JOB));
	assert_true(pagecat_has_anchor(&packs, "if the job is kept", ANCHOR_COMMAND, key));
	assert_true(pagecat_has_anchor(&packs, "Same job", ANCHOR_PROGRAM, b.other.key));
}

/* All that `i` would be asked of exists. */
static void
test_explained(void **state)
{
	struct pagecat *const all[] = {&packs, &sets};
	const char *const pairs[][2] = {{WHARTON, ENGINEER}, {NURSING, "registered-nurses"}};

	(void)state;
	for (size_t k = 0; k < COUNT(all); k++) {
		struct page_opts opts = {.width = 80, .details = true, .year_now = 2026};
		struct page who, *p = &all[k]->p;

		pagecat_page(all[k], 80, false);
		p->opts.details = true;
		put(all[k], pairs[k][0], pairs[k][1], "flips=debt");
		page_init(&who, &opts);
		for (size_t i = 0; i < p->nlines; i++)
			for (size_t j = 0; j < p->lines[i].nanchors; j++) {
				const struct anchor *a = &p->lines[i].anchors[j];

				page_reset(&who, &opts);
				if (a->kind == ANCHOR_FIGURE || a->kind == ANCHOR_SOURCE
				    || a->kind == ANCHOR_FACT)
					assert_ok(page_explain(&who, &all[k]->r, a, &e));
				else if (a->kind == ANCHOR_TERM)
					assert_ok(page_term(&who, &all[k]->r, a->key, &e));
				else if (a->kind == ANCHOR_ANSWER)
					assert_ok(page_answer(&who, &all[k]->r, a->key, &e));
			}
		page_free(&who);
	}
}

/* Every formula with its numbers, the convention, and both ends of each figure. */
static void
test_details(void **state)
{
	const char *text;

	(void)state;
	pagecat_page(&packs, 100, false);
	packs.p.opts.details = true;
	put(&packs, WHARTON, ENGINEER, "baseline=80000");
	text = pagecat_text(&packs, true);
	for (int m = 0; m < FM_COUNT; m++)
		assert_contains(text, finance_formulas[m].title);
	assert_contains(text, "($190,000 + $133,333) / ($140,000 - $80,000) = 5.4 years");
	assert_contains(text, "Each year's amounts are taken at the end of their year");
	assert_contains(text, "low $70,000: never; high $95,000: 22 years; price alone: 76 years");
	assert_contains(text, "best by aigraduate ML: 2.7 years, worst by guide 2025: 129 years");
	assert_contains(text, "7 of 10 pay figures: passes; 3: fails");
}

/* Widths, ASCII and plain: pagecat_text checks that no line is too wide. */
static void
test_widths(void **state)
{
	static const int widths[] = {20, 30, 40, 59, 60, 80, 99, 100, 132, 200};

	(void)state;
	for (size_t i = 0; i < COUNT(widths); i++)
		for (int k = 0; k < 6; k++) {
			const char *text;

			pagecat_page(&packs, widths[i], k == 2);
			packs.p.opts.ascii = k % 2 == 1;
			packs.p.opts.details = k > 2;
			packs.p.opts.screen = k > 3;
			put(&packs, k == 5 ? SYDNEY : WHARTON, ENGINEER,
			    k == 0 ? "" : "baseline=80000");
			text = pagecat_text(&packs, false);
			assert_true(text[0] != '\0');
			for (const char *s = text; k % 2 == 1 && *s != '\0'; s++)
				assert_true((unsigned char)*s < 0x80);
		}
}

static void
test_plain(void **state)
{
	const char *text;

	(void)state;
	pagecat_page(&packs, 80, true);
	put(&packs, WHARTON, ENGINEER, "baseline=80000");
	text = pagecat_text(&packs, true);
	assert_contains(text, "aigraduate ML, total 200,000 dollars a year: 2.7 years.");
	assert_contains(
	    text, "guide 2025, basis not said, 82,500 dollars a year: 129 years; stands apart.");
	assert_contains(text, "Loan: 2,259 dollars a month, if all is borrowed, 7.54%, 10 years.");
}

static void
test_empty(void **state)
{
	(void)state;
	pagecat_page(&packs, 80, false);
	assert_ok(page_payback_empty(&packs.p, &packs.r, &e));
	assert_contains(pagecat_text(&packs, true), "Is a program worth its price?");
}

/* A dated rule says where it comes from. */
static void
test_rule(void **state)
{
	const struct anchor a = {ANCHOR_FACT, "rule:poverty-guideline"},
			    no = {ANCHOR_FACT, "rule:none"};
	const char *text;

	(void)state;
	pagecat_page(&packs, 80, false);
	assert_ok(page_explain(&packs.p, &packs.r, &a, &e));
	text = pagecat_text(&packs, true);
	assert_contains(text, "14,580 dollars a year (2023)");
	assert_contains(text, "Health and Human Services");
	pagecat_page(&packs, 80, false);
	assert_false(page_explain(&packs.p, &packs.r, &no, &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_answer),
	    cmocka_unit_test(test_currency),
	    cmocka_unit_test(test_never),
	    cmocka_unit_test(test_cannot),
	    cmocka_unit_test(test_kinds),
	    cmocka_unit_test(test_anchors),
	    cmocka_unit_test(test_explained),
	    cmocka_unit_test(test_details),
	    cmocka_unit_test(test_widths),
	    cmocka_unit_test(test_plain),
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_rule),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
