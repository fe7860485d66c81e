/*
 * Programs that are asked what they are worth, alone for the current role and as plans: every answer is
 * that of payback, and nobody is called first by a guess.
 */
#include "career/page/compare.h"

#include "career/model/payback.h"
#include "check.h"
#include "pagecat.h"

#include <math.h>
#include <stdlib.h>

#define OMSCS "georgia-institute-of-technology/online-ms-in-computer-science-omscs/master"
#define HARVARD "harvard-extension-school/graduate-certificate-in-data-science/certificate"
#define IDAHO "university-of-idaho/ms-in-psychology-human-factors/master"
#define WHARTON "university-of-pennsylvania/wharton-mba/mba"
#define MLE "machine-learning-engineer"
#define DS "data-scientist"
#define RS "research-scientist"

static struct pagecat cat;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&cat, pagecat_bundled());
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&cat);
	return 0;
}

/* --- helpers --------------------------------------------------------------------------------- */

/* Keys with blanks between. */
static void
make(struct compare *c, const char *keys)
{
	const char *key[2 * COMPARE_MAX];
	char *words = mem_dup(keys), *rest = NULL;
	size_t n = 0;

	for (char *w = strtok_r(words, " ", &rest); w != NULL; w = strtok_r(NULL, " ", &rest))
		key[n++] = w;
	err_clear(&cat.e);
	if (!compare_make(c, &cat.r, key, n, LEVEL_ENTRY, &cat.e))
		fail_msg("%s", cat.e.text);
	free(words);
}

static const struct compare_row *
find(const struct compare *c, const char *block, const char *label)
{
	for (size_t i = 0; i < c->nrows; i++)
		if (strcmp(c->row[i].block, block) == 0 && strcmp(c->row[i].label, label) == 0)
			return &c->row[i];
	return NULL;
}

static const struct compare_row *
row(const struct compare *c, const char *block, const char *label)
{
	const struct compare_row *r = find(c, block, label);

	if (r == NULL)
		fail_msg("no row %s in %s", label, block);
	return r;
}

/* --- columns --------------------------------------------------------------------------------- */

static void
test_columns(void **state)
{
	struct compare c;

	(void)state;
	make(&c, DS " " OMSCS " " MLE " " WHARTON);
	assert_int_equal(c.kind, COMPARE_PLANS);
	assert_int_equal(c.n, 4);
	assert_string_equal(c.key[0], OMSCS "+" DS);
	assert_string_equal(c.key[1], OMSCS "+" MLE);
	assert_string_equal(c.key[3], WHARTON "+" MLE);
	assert_string_equal(c.program[3], WHARTON);
	assert_string_equal(c.aim[3].slug, MLE);
	assert_string_equal(c.shared, "");
	assert_string_equal(c.brief[3], "Wharton MBA for Machine Learning Engineer");
	assert_string_equal(
	    c.head[3], "Machine Learning Engineer: Wharton MBA, University of Pennsylvania");
	compare_free(&c);
	make(&c, OMSCS " " WHARTON " " DS);
	assert_string_equal(c.shared, "for Data Scientist");
	assert_string_equal(c.head[1], "Wharton MBA, University of Pennsylvania");
	assert_string_equal(c.brief[1], "Wharton MBA");
	assert_string_equal(
	    c.name[1], "Wharton MBA, University of Pennsylvania, for Data Scientist");
	compare_free(&c);
	make(&c, WHARTON " " DS " " MLE);
	assert_string_equal(c.shared, "Wharton MBA, University of Pennsylvania");
	assert_string_equal(c.head[1], "Machine Learning Engineer");
	compare_free(&c);
}

/* The keys that a comparison gives make the same comparison. */
static void
test_keys_lead_back(void **state)
{
	struct buf keys = BUF_INIT;
	struct compare c, d;

	(void)state;
	make(&c, OMSCS " " WHARTON " " DS " " RS);
	for (size_t i = 0; i < c.n; i++)
		buf_addf(&keys, "%s%s", i > 0 ? " " : "", c.key[i]);
	make(&d, keys.data);
	assert_int_equal(d.kind, COMPARE_PLANS);
	assert_int_equal(d.n, c.n);
	assert_string_equal(d.answer, c.answer);
	for (size_t i = 0; i < c.n; i++)
		assert_string_equal(d.name[i], c.name[i]);
	compare_free(&d);
	make(&d, WHARTON "+" MLE " " OMSCS " " DS); /* a plan, and what makes one */
	assert_int_equal(d.n, 2);
	assert_string_equal(d.key[1], OMSCS "+" DS);
	compare_free(&d);
	make(&d, WHARTON "+" MLE " " WHARTON " " MLE " " DS); /* one is there already */
	assert_int_equal(d.n, 2);
	assert_string_equal(d.key[0], WHARTON "+" MLE);
	buf_free(&keys);
	compare_free(&c);
	compare_free(&d);
}

static void
test_one(void **state)
{
	struct compare c;

	(void)state;
	make(&c, WHARTON " " DS);
	assert_int_equal(c.n, 1);
	for (size_t i = 0; i < c.nrows; i++)
		assert_false(c.row[i].equal);
	assert_contains(c.answer, "No source links Wharton MBA to Data Scientist.");
	assert_null(strstr(c.answer, "first"));
	compare_free(&c);
}

/* --- what they are worth --------------------------------------------------------------------- */

/* The answer of payback for one column. */
static void
payback_of(struct payback *p, struct rules *rules, const struct compare *c, size_t i)
{
	struct payback_asks q;

	payback_asks_read(&q, cat.r.asks);
	if (!payback_open(p, cat.db, &cat.r.sources, rules, c->id[i], c->aim[i].role, &cat.e)
	    || !payback_work(p, &q, &cat.e))
		fail_msg("%s", cat.e.text);
}

static void
check_worth(const struct compare *c)
{
	const struct compare_row *band = row(c, "Worth", "payback, all figures");
	const struct compare_row *direct = row(c, "Worth", "payback, price only");
	struct rules rules;

	assert_true(rules_load(&rules, &cat.e));
	for (size_t i = 0; i < c->n; i++) {
		struct buf says = BUF_INIT;
		struct payback p;

		payback_of(&p, &rules, c, i);
		finance_band_says(&says, &p.band, &p.in);
		assert_string_equal(
		    band->cell[i].text + (band->cell[i].warn ? strlen("! ") : 0), says.data);
		buf_clear(&says);
		if (p.result[FM_DIRECT].v.told == FIN_TOLD) {
			finance_number(&says, p.result[FM_DIRECT].v.value, FU_YEARS, "USD");
			assert_string_equal(direct->cell[i].text, says.data);
		}
		buf_free(&says);
		payback_close(&p);
	}
	rules_free(&rules);
}

static void
test_worth(void **state)
{
	struct compare c;

	(void)state;
	make(&c, OMSCS " " HARVARD " " IDAHO " " WHARTON " " MLE " " RS);
	check_worth(&c);
	compare_free(&c);
	cat.r.role = DS;
	make(&c, OMSCS " " HARVARD " " IDAHO " " WHARTON);
	check_worth(&c);
	assert_string_equal(c.aim[2].slug, DS);
	compare_free(&c);
	cat.r.asks = "baseline=60000 rate=5";
	make(&c, OMSCS " " WHARTON);
	check_worth(&c);
	assert_contains(row(&c, "Worth", "payback, all figures")->note, "$60,000 a year");
	compare_free(&c);
	cat.r.asks = "baseline=900000";
	make(&c, OMSCS " " WHARTON);
	assert_contains(
	    row(&c, "Worth", "payback, all figures")->cell[0].text, "! 3 of 3 pay figures: never");
	assert_contains(c.answer, "Never paid back on these figures: ");
	compare_free(&c);
	cat.r.role = cat.r.asks = NULL;
}

/* Without a role nothing is asked, and the screen says how one asks. */
static void
test_no_role(void **state)
{
	static const struct compare_opts how = {.baseline = -1};
	struct page_opts po = {.width = 80, .screen = true};
	struct compare c;

	(void)state;
	for (int i = 0; i < 3; i++) {
		cat.r.role = i == 0 ? NULL : i == 1 ? "" : "no-such-role";
		make(&c, OMSCS " " WHARTON);
		assert_null(find(&c, "Worth", "payback, all figures"));
		assert_int_equal(c.aim[0].role, 0);
		page_reset(&cat.p, &po);
		assert_true(page_compare_all(&cat.p, &cat.r, &c, &how, &cat.e));
		assert_contains(pagecat_text(&cat, true), "r chooses a role: then it stands here");
		compare_free(&c);
	}
	cat.r.role = DS;
	make(&c, OMSCS " " WHARTON);
	page_reset(&cat.p, &po);
	assert_true(page_compare_all(&cat.p, &cat.r, &c, &how, &cat.e));
	assert_null(strstr(pagecat_text(&cat, true), "r chooses a role"));
	cat.r.role = NULL;
	compare_free(&c);
}

/* --- the same ruler -------------------------------------------------------------------------- */

static void
test_guesses_name_nobody(void **state)
{
	const struct compare_row *r;
	struct compare c;

	(void)state;
	make(&c, OMSCS " " HARVARD " " WHARTON " " MLE);
	r = row(&c, "Same ruler", "payback, middle pay");
	assert_int_equal(r->cell[0].mark, COMPARE_BEST);
	assert_int_equal(r->cell[1].mark, COMPARE_WORST);
	assert_int_equal(r->cell[2].mark, COMPARE_PLAIN);
	assert_true(isnan(r->cell[2].num));
	assert_contains(r->cell[2].text, "(guessed: price)");
	assert_contains(c.answer, "Paid back for Machine Learning Engineer at $");
	assert_contains(c.answer, "first Online MS in Computer Science (OMSCS), ");
	compare_free(&c);
	make(&c, OMSCS " " WHARTON " " MLE); /* one alone is no ruler */
	assert_null(find(&c, "Same ruler", "payback, middle pay"));
	assert_contains(c.answer, "(OMSCS), 1 month; Wharton MBA, 3 years (guessed: price).");
	compare_free(&c);
}

/* For whom a price is does not make up for what it is of. */
static void
test_unsaid_price_names_nobody(void **state)
{
	struct pagecat k;
	struct compare c;
	const char *const keys[] = {OMSCS, WHARTON, MLE};

	(void)state;
	pagecat_init(&k, pagecat_bundled());
	if (!db_exec(k.db,
		"UPDATE program_fact SET audience = 'all' WHERE parent_id ="
		" (SELECT id FROM program WHERE key = '" WHARTON "')",
		&k.e))
		fail_msg("%s", k.e.text);
	assert_true(compare_make(&c, &k.r, keys, COUNT(keys), LEVEL_ENTRY, &k.e));
	assert_null(find(&c, "Same ruler", "payback, middle pay"));
	assert_true(isnan(row(&c, "Worth", "price")->cell[1].num));
	assert_true(!isnan(row(&c, "Worth", "price")->cell[0].num));
	compare_free(&c);
	pagecat_free(&k);
}

/* The same guess about the same program is the same for every role. */
static void
test_one_source_for_all_roles(void **state)
{
	const struct compare_row *r;
	struct compare c;

	(void)state;
	make(&c, WHARTON " " MLE " " DS " " RS);
	r = row(&c, "Same ruler", "payback, ai-jobs 2024, first job");
	assert_int_equal(r->cell[2].mark, COMPARE_BEST);
	assert_int_equal(r->cell[1].mark, COMPARE_WORST);
	assert_contains(r->cell[1].text, " at $108K");
	assert_contains(c.answer, "Paid back by ai-jobs 2024, first job: first Research Scientist");
	compare_free(&c);
	make(&c, WHARTON " " MLE " " DS " ai-ethicist");
	assert_contains(c.answer, "No source speaks of all these roles at this level");
	compare_free(&c);
}

static void
test_baseline(void **state)
{
	struct compare_opts how = {.baseline = 0};
	struct buf b = BUF_INIT;
	struct compare c;

	(void)state;
	make(&c, OMSCS " " HARVARD " " WHARTON " " MLE);
	assert_true(compare_delta(&b, &c, row(&c, "Same ruler", "payback, middle pay"), 1, &how));
	assert_contains(b.data, "+");
	assert_contains(b.data, " months");
	buf_clear(&b);
	assert_true(compare_delta(&b, &c, row(&c, "Worth", "price"), 1, &how));
	assert_string_equal(b.data, "+$4,500");
	buf_clear(&b);
	assert_false(compare_delta(&b, &c, row(&c, "Worth", "price"), 2, &how)); /* a guess */
	assert_false(
	    compare_delta(&b, &c, row(&c, "Worth", "debt-to-earnings, if borrowed"), 2, &how));
	buf_free(&b);
	compare_free(&c);
}

/* --- what is missing ------------------------------------------------------------------------- */

static void
test_missing(void **state)
{
	const struct compare_row *degree, *unsaid, *skills;
	struct compare c;

	(void)state;
	make(&c, OMSCS " " HARVARD " " MLE " " RS);
	degree = row(&c, "Missing", "degree");
	assert_string_equal(degree->cell[0].text, "met: master's (2 of 2), bachelor's (1 of 2)");
	assert_string_equal(
	    degree->cell[1].text, "! doctorate (3 of 3) is asked for; here: master's degree");
	assert_true(degree->cell[1].warn);
	assert_int_equal(degree->cell[1].anchor.kind, ANCHOR_FACT);
	assert_contains(degree->cell[2].text, "are asked for; here: certificate");
	skills = row(&c, "Missing", "skills");
	assert_contains(skills->cell[0].text, "Python");
	assert_contains(skills->cell[1].text, "Original research");
	unsaid = row(&c, "Missing", "not stated");
	assert_string_equal(unsaid->cell[0].text, "earnings of graduates");
	assert_contains(c.answer, "A higher degree is asked for than is given: ");
	compare_free(&c);
	make(&c, WHARTON " " DS " " MLE);
	assert_contains(row(&c, "Missing", "not stated")->cell[0].text, "currency");
	compare_free(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_columns),
	    cmocka_unit_test(test_keys_lead_back),
	    cmocka_unit_test(test_one),
	    cmocka_unit_test(test_worth),
	    cmocka_unit_test(test_no_role),
	    cmocka_unit_test(test_guesses_name_nobody),
	    cmocka_unit_test(test_unsaid_price_names_nobody),
	    cmocka_unit_test(test_one_source_for_all_roles),
	    cmocka_unit_test(test_baseline),
	    cmocka_unit_test(test_missing),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
