#include "career/page/compare.h"

#include "check.h"
#include "pagecat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static struct pagecat small, bundled;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&small, pagecat_small());
	pagecat_init(&bundled, pagecat_bundled());
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&small);
	pagecat_free(&bundled);
	return 0;
}

static const char *const three[] = {
    "machine-learning-engineer", "data-scientist", "research-scientist"};

#define WHARTON "university-of-pennsylvania/wharton-mba/mba"

static const struct compare_opts plain_opts = {.baseline = -1};

/* --- helpers --------------------------------------------------------------------------------- */

static void
make(struct compare *c, struct pagecat *k, const char *const *keys, size_t n)
{
	err_clear(&k->e);
	if (!compare_make(c, &k->r, keys, n, LEVEL_ENTRY, &k->e))
		fail_msg("%s", k->e.text);
	assert_int_equal(c->n, n);
}

/* A program for two roles. */
static void
make_plans(struct compare *c, struct pagecat *k, const char *program, const char *a, const char *b)
{
	const char *const keys[] = {program, a, b};

	err_clear(&k->e);
	if (!compare_make(c, &k->r, keys, 3, LEVEL_ENTRY, &k->e))
		fail_msg("%s", k->e.text);
	assert_int_equal(c->n, 2);
}

static void
refuses(const char *const *keys, size_t n, enum err_code code, const char *part)
{
	struct compare c;
	struct err e = {0};

	if (compare_make(&c, &bundled.r, keys, n, LEVEL_ENTRY, &e))
		fail_msg("%s is compared", keys[0]);
	assert_int_equal(e.code, code);
	assert_contains(e.text, part);
	compare_free(&c);
}

/* The row of a block by its label; NULL when there is none. */
static const struct compare_row *
find(const struct compare *c, const char *block, const char *label)
{
	for (size_t i = 0; i < c->nrows; i++)
		if (strcmp(c->row[i].block, block) == 0 && strcmp(c->row[i].label, label) == 0)
			return &c->row[i];
	return NULL;
}

static size_t
count(const struct compare *c, const char *block)
{
	size_t n = 0;

	for (size_t i = 0; i < c->nrows; i++)
		n += strcmp(c->row[i].block, block) == 0;
	return n;
}

/* The texts of a row, "|" between them. */
static void
says(const struct compare *c, const char *block, const char *label, const char *want)
{
	const struct compare_row *row = find(c, block, label);
	struct buf b = BUF_INIT;

	if (row == NULL) {
		fail_msg("no row \"%s\" in %s", label, block);
		return;
	}
	for (size_t i = 0; i < c->n; i++)
		buf_addf(&b, "%s%s", i > 0 ? "|" : "", row->cell[i].text);
	assert_string_equal(b.data, want);
	buf_free(&b);
}

static const char *
draw(struct pagecat *k, const struct compare *c, const struct page_opts *po,
    const struct compare_opts *o)
{
	size_t pinned, shown;

	page_reset(&k->p, po);
	err_clear(&k->e);
	if (!page_compare(&k->p, &k->r, c, o, &pinned, &shown, &k->e))
		fail_msg("%s", k->e.text);
	assert_true(shown >= 1 && shown <= c->n);
	if (!po->plain)
		assert_true(pinned >= 2 && pinned <= 5);
	return pagecat_text(k, false);
}

static const char *
draw_at(struct pagecat *k, const struct compare *c, int width)
{
	const struct page_opts po = {.width = width, .year_now = 2026};

	return draw(k, c, &po, &plain_opts);
}

/* --- what holds for every table -------------------------------------------------------------- */

static void
check_marks(const struct compare *c, const struct compare_row *row)
{
	double lo = INFINITY, hi = -INFINITY;
	size_t best = 0, worst = 0;

	for (size_t i = 0; i < c->n; i++) {
		const struct compare_cell *cell = &row->cell[i];
		size_t len = strlen(cell->text);

		best += cell->mark == COMPARE_BEST;
		worst += cell->mark == COMPARE_WORST;
		if (cell->mark != COMPARE_PLAIN) {
			assert_true(!isnan(cell->num));
			assert_true(len > 2 && cell->text[len - 2] == ' ');
			assert_int_equal(
			    cell->text[len - 1], cell->mark == COMPARE_BEST ? '^' : 'v');
		}
		if (!isnan(cell->num)) {
			lo = fmin(lo, cell->num);
			hi = fmax(hi, cell->num);
		}
	}
	assert_int_equal(best > 0, worst > 0);
	if (best == 0)
		return;
	assert_string_equal(row->block, "Same ruler");
	for (size_t i = 0; i < c->n; i++)
		if (row->cell[i].mark != COMPARE_PLAIN)
			assert_true(row->cell[i].num == lo || row->cell[i].num == hi);
		else
			assert_true(isnan(row->cell[i].num)
			    || (row->cell[i].num > lo && row->cell[i].num < hi));
}

static void
check_row(const struct compare *c, const struct compare_row *row)
{
	bool any = false, equal = true;

	assert_true(row->label[0] != '\0');
	for (size_t i = 0; i < c->n; i++) {
		const struct compare_cell *cell = &row->cell[i];

		any = any || cell->text[0] != '\0';
		equal = equal && strcmp(cell->text, row->cell[0].text) == 0 && !cell->warn;
		if (cell->warn)
			assert_non_null(strchr(cell->text, '!'));
		if (!isnan(cell->num))
			assert_true(cell->unit[0] != '\0');
		assert_true(cell->nspans <= COMPARE_SPANS);
		for (size_t k = 0; k < cell->nspans; k++)
			assert_true(isfinite(cell->span[k].lo) && isfinite(cell->span[k].hi)
			    && cell->span[k].lo <= cell->span[k].hi);
	}
	assert_true(any);
	assert_int_equal(row->equal, equal);
	check_marks(c, row);
}

/* Each block in one piece, the same ruler first, differences before what is equal. */
static void
check_order(const struct compare *c)
{
	for (size_t i = 1; i < c->nrows; i++) {
		const struct compare_row *a = &c->row[i - 1], *b = &c->row[i];

		if (strcmp(a->block, b->block) == 0) {
			assert_true(b->equal || !a->equal);
			continue;
		}
		assert_string_not_equal(b->block, "Same ruler");
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(c->row[k].block, b->block);
	}
}

static void
check_table(const struct compare *c)
{
	assert_true(c->nrows > 0);
	for (size_t i = 0; i < c->nrows; i++)
		check_row(c, &c->row[i]);
	check_order(c);
	assert_true(strlen(c->answer) > 20);
	assert_int_equal(c->answer[strlen(c->answer) - 1], '.');
}

/* --- roles ----------------------------------------------------------------------------------- */

static void
test_same_ruler(void **state)
{
	struct compare c;

	(void)state;
	make(&c, &bundled, three, 3);
	check_table(&c);
	says(&c, "Same ruler", "ai-jobs 2024, first job", "$140K|$108K v|$173K ^");
	says(&c, "Same ruler", "ai-jobs 2024, mid level", "$172K|$139K v|$177K ^");
	says(&c, "Same ruler", "ai-jobs 2024, senior", "$202K ^|$165K v|$200K, 1 of 2 figures");
	says(&c, "Same ruler", "Bouchrika 2026, level not said",
	    "$110K-160K|$95K-150K v|$120K-180K ^");
	assert_int_equal(count(&c, "Same ruler"), 4);
	assert_string_equal(c.row[0].label, "ai-jobs 2024, first job");
	assert_string_equal(c.row[0].note, "median, a year before tax");
	assert_string_equal(
	    c.row[3].note, "range, a year before tax; set against one another by their middles");
	assert_true(c.row[0].cell[0].num == 139875 && c.row[0].cell[1].num == 108000);
	assert_true(c.row[3].cell[1].num == 122500);
	assert_int_equal(c.row[0].cell[1].anchor.kind, ANCHOR_FIGURE);
	compare_free(&c);
}

static void
test_answer(void **state)
{
	struct compare c;

	(void)state;
	make(&c, &bundled, three, 3);
	assert_string_equal(c.answer,
	    "Both sources that cover all three put Data Scientist lowest. From mid level the "
	    "other two are within 3% (ai-jobs 2024). For Research Scientist a doctorate is asked "
	    "for (3 of 3 say).");
	compare_free(&c);
}

/* Another employer, another level, another occupation: said, and never ranked. */
static void
test_other_rulers(void **state)
{
	struct compare c;

	(void)state;
	make(&c, &bundled, three, 3);
	says(&c, "Other rulers", "guide 2025",
	    "$135K-215K level not said|$95K-180K level not said|"
	    "$200K-400K level not said, major companies");
	says(&c, "Other rulers", "official median",
	    "~$109K-141K, 3 nearest|~$113K, 1 nearest|~$141K, 1 nearest");
	for (size_t i = 0; i < c.nrows; i++)
		for (size_t k = 0; k < c.n; k++)
			if (strcmp(c.row[i].block, "Other rulers") == 0)
				assert_true(isnan(c.row[i].cell[k].num));
	compare_free(&c);
}

static void
test_axis(void **state)
{
	struct compare c;
	const struct compare_row *row;

	(void)state;
	make(&c, &bundled, three, 3);
	row = find(&c, "Pay", "salary, first job");
	assert_non_null(row);
	assert_int_equal(row->look, COMPARE_AXIS);
	assert_int_equal(row->cell[0].nspans, 1);
	assert_true(row->cell[0].span[0].lo == 120000 && row->cell[0].span[0].hi == 160000);
	assert_string_equal(row->cell[0].text, "about $120K-160K (3 of 4 publishers meet)");
	assert_int_equal(row->cell[2].nspans, 2); /* a tie */
	row = find(&c, "Pay", "with bonus and shares, first job");
	assert_non_null(row);
	assert_int_equal(row->cell[0].nspans, 1);
	assert_int_equal(row->cell[1].nspans, 0);
	compare_free(&c);
}

static void
test_growth_and_degree(void **state)
{
	struct compare c;
	const struct compare_row *row;

	(void)state;
	make(&c, &bundled, three, 3);
	says(&c, "Growth", "official", "~104-116, 3 nearest|~116, 1 nearest|~109, 1 nearest");
	says(&c, "Growth", "websites", "! 320-448, 1 site||");
	says(&c, "Degree", "degree",
	    "! disputed: master / bachelor / portfolio|! disputed: doctorate / master / bachelor|"
	    "doctorate: 3 of 3 say");
	row = find(&c, "Degree", "doctorate");
	assert_non_null(row);
	assert_contains(row->cell[2].text, "required (aigraduate MLE)");
	assert_contains(row->cell[2].text, "typical (Bouchrika 2026, guide 2025)");
	assert_int_equal(row->cell[2].anchor.kind, ANCHOR_FACT);
	row = find(&c, "Degree", "master");
	assert_non_null(row);
	assert_true(row->cell[0].warn);
	compare_free(&c);
}

static void
test_skills(void **state)
{
	struct compare c;

	(void)state;
	make(&c, &bundled, three, 3);
	says(&c, "Skills", "Python", "M|+|.");
	says(&c, "Skills", "Kaggle", "!S|.|.");
	says(&c, "Skills", "Statistics", "~M|+|+");
	says(&c, "Skills", "Docker", "I|.|.");
	says(&c, "Skills", "must, for the role itself", "4|3|1");
	assert_contains(
	    find(&c, "Skills", "listed")->cell[2].text, "! 4: too little known to judge");
	assert_null(find(&c, "Skills", "NumPy")); /* said of the field only */
	compare_free(&c);
}

static void
test_two_roles(void **state)
{
	struct compare c;

	(void)state;
	make(&c, &bundled, three, 2);
	check_table(&c);
	assert_contains(
	    c.answer, "sources that cover both put Data Scientist lower. The other lies ");
	compare_free(&c);
}

static void
test_no_common_source(void **state)
{
	static const char *const keys[] = {"data-scientist", "data-engineer", "ai-ethicist"};
	struct compare c;

	(void)state;
	make(&c, &bundled, keys, 3);
	check_table(&c);
	assert_int_equal(count(&c, "Same ruler"), 0);
	assert_contains(c.answer,
	    "No source covers all three at one level and basis, so no winner is named; the widest, "
	    "ai-jobs 2024, leaves out AI Ethicist.");
	assert_contains(c.answer, "Too little known to judge: AI Ethicist.");
	compare_free(&c);
}

/* An occupation has official figures of its own. */
static void
test_occupations(void **state)
{
	static const char *const keys[] = {"data-scientists", "statisticians", "data-scientist"};
	struct compare c;

	(void)state;
	make(&c, &bundled, keys, 2);
	check_table(&c);
	says(&c, "Same ruler", "OEWS May 2024, all levels, base", "$113K ^|$103K v");
	says(&c, "Growth", "official", "116|104");
	assert_null(find(&c, "Other rulers", "official median"));
	compare_free(&c);
	make(&c, &bundled, keys, 3);
	check_table(&c);
	assert_int_equal(count(&c, "Same ruler"), 0);
	says(&c, "Other rulers", "official median", "$113K|$103K|~$113K, 1 nearest");
	compare_free(&c);
}

/* Figures that differ in one thing each from a ruler that covers both columns. */
static void
test_what_makes_no_ruler(void **state)
{
	static const char *const columns[] = {"level = 'mid'", "basis = 'total'",
	    "basis = 'unstated'", "unit = 'GBP'", "employer = 'big-tech'", "place = 'Seattle'",
	    "per = 'hour'", "source_id = 2", "statistic = 'mean'", "open = 'high'", "card = 1"};
	static const char *const keys[] = {"machine-learning-engineer", "data-scientist"};
	struct pagecat k;

	(void)state;
	pagecat_init(&k, pagecat_small());
	for (size_t i = 0; i <= COUNT(columns); i++) {
		bool open = i < COUNT(columns) && strncmp(columns[i], "open", 4) == 0;
		bool one = i == COUNT(columns);
		struct compare c;
		struct buf sql = BUF_INIT;

		buf_adds(&sql,
		    "DELETE FROM figure_row; INSERT INTO figure_row (id, pack, about_kind,"
		    " about_key, about_id, measure, statistic, value, unit, per, basis, level,"
		    " place, source_id, locator) VALUES"
		    " (1, 't', 'role', 'machine-learning-engineer', 1, 'pay', 'point', 90000, 'USD',"
		    " 'year', 'base', 'entry', 'US', 3, 'x'),"
		    " (2, 't', 'role', 'data-scientist', 3, 'pay', 'point', 80000, 'USD', 'year',"
		    " 'base', 'entry', 'US', 3, 'x');");
		if (!one)
			buf_addf(&sql, "UPDATE figure_row SET %s WHERE id = 2;", columns[i]);
		if (!db_exec(k.db, sql.data, &k.e))
			fail_msg("%s", k.e.text);
		make(&c, &k, keys, 2);
		assert_int_equal(count(&c, "Same ruler"), one || open);
		for (size_t n = 0; n < c.nrows; n++)
			assert_int_equal(c.row[n].cell[0].mark,
			    one && strcmp(c.row[n].block, "Same ruler") == 0 ? COMPARE_BEST
									     : COMPARE_PLAIN);
		compare_free(&c);
		buf_free(&sql);
	}
	pagecat_free(&k);
}

/* A source that says two things of a role at one level ranks nobody, unless one counts more. */
static void
test_two_figures_of_one_source(void **state)
{
	static const char *const keys[] = {"machine-learning-engineer", "data-scientist"};
	static const char sql[] =
	    "DELETE FROM figure_row; INSERT INTO figure_row (id, pack, about_kind, about_key,"
	    " about_id, measure, statistic, value, unit, level, source_id, locator) VALUES"
	    " (1, 't', 'role', 'machine-learning-engineer', 1, 'pay', 'point', 90000, 'USD', 'mid', 3,"
	    "  'x'),"
	    " (2, 't', 'role', 'data-scientist', 3, 'pay', 'point', 80000, 'USD', 'mid', 3, 'x'),"
	    " (3, 't', 'role', 'data-scientist', 3, 'pay', 'point', 95000, 'USD', 'mid', 3, 'y')";
	struct pagecat k;
	struct compare c;

	(void)state;
	pagecat_init(&k, pagecat_small());
	if (!db_exec(k.db, sql, &k.e))
		fail_msg("%s", k.e.text);
	make(&c, &k, keys, 2);
	says(&c, "Same ruler", "stat 2024, mid level", "$90K|$80K, 1 of 2 figures");
	assert_contains(c.row[0].note, "none is marked");
	assert_true(isnan(c.row[0].cell[0].num));
	assert_contains(c.answer, "too vague to name a first or a last.");
	compare_free(&c);
	if (!db_exec(k.db, "UPDATE figure_row SET n = 20 WHERE id = 3", &k.e))
		fail_msg("%s", k.e.text);
	make(&c, &k, keys, 2);
	says(&c, "Same ruler", "stat 2024, mid level", "$90K v|$95K, 1 of 2 figures ^");
	compare_free(&c);
	if (!db_exec(k.db, "UPDATE figure_row SET value = 90000", &k.e))
		fail_msg("%s", k.e.text);
	make(&c, &k, keys, 2);
	says(&c, "Same ruler", "stat 2024, mid level", "$90K|$90K, 1 of 2 figures");
	assert_contains(c.answer, "By the same ruler they do not differ.");
	compare_free(&c);
	pagecat_free(&k);
}

/* What one source requires and another thinks too much; what all ask for is no dispute. */
static void
test_degree_disputed(void **state)
{
	static const char *const keys[] = {"machine-learning-engineer", "data-scientist"};
	static const char sql[] =
	    "INSERT INTO requirement (id, pack, role_id, credential, strength, source_id, locator)"
	    " VALUES (1, 't', 1, 'master', 'required', 2, 'x'), (2, 't', 1, 'bachelor', 'typical', 3,"
	    " 'x'), (3, 't', 3, 'master', 'required', 2, 'x'), (4, 't', 3, 'master', 'typical', 3, 'x')";
	struct pagecat k;
	struct compare c;

	(void)state;
	pagecat_init(&k, pagecat_small());
	if (!db_exec(k.db, sql, &k.e))
		fail_msg("%s", k.e.text);
	make(&c, &k, keys, 2);
	says(&c, "Degree", "degree", "! disputed: master / bachelor|master: 2 of 2 say");
	says(&c, "Degree", "master",
	    "required (directory)|required (directory), typical (stat 2024)");
	assert_contains(
	    c.answer, "For Data Scientist a master's degree is asked for (2 of 2 say).");
	compare_free(&c);
	pagecat_free(&k);
}

/* --- programs -------------------------------------------------------------------------------- */

static const char *const mixed[] = {
    "u/ms-a/master", "u/mba-c/mba", "v/msc-e/master", "v/phd-f/doctorate", "u/cert-d/certificate"};

static void
test_mixed_currencies(void **state)
{
	struct compare c;

	(void)state;
	make(&c, &small, mixed, 5);
	check_table(&c);
	assert_int_equal(count(&c, "Same ruler"), 0);
	says(&c, "Price", "in total",
	    "$8,190 derived (all students)|! 190,000 (not said: currency, per what, for whom)|"
	    "GBP 9,000 (home students)|EUR 10,000 derived (EU)|"
	    "no total: $1,467 per credit (all students)");
	says(&c, "Price", "a month", "$683 derived|9,500 derived|GBP 750 derived|EUR 417 derived|");
	says(&c, "Price", "a year",
	    "$8,190 derived|114,000 derived|GBP 9,000 derived|EUR 5,000 stated|");
	assert_contains(
	    c.answer, "No two of them state a total in one currency for the same students");
	assert_contains(c.answer,
	    "Prices stand in three currencies (USD, GBP, EUR), never ranked against each other.");
	assert_contains(c.answer, "1 price is without a currency. 1 states no total.");
	assert_true(isnan(find(&c, "Price", "in total")->cell[1].num));
	compare_free(&c);
}

static void
test_program_facts(void **state)
{
	struct compare c;

	(void)state;
	small.r.role = "machine-learning-engineer";
	make(&c, &small, mixed, 5);
	small.r.role = NULL;
	says(&c, "Price", "other totals",
	    "$9,900 (directory, 2024)||GBP 20,000 international (directory, 2024); GBP 18,000 "
	    "international (directory, 2022); GBP 20,100 international (own page, 2024)||");
	says(&c, "Time", "length",
	    "! 12-60 months; 72 months|20 months|12 months; 12-24 months|24 months|");
	assert_true(isnan(find(&c, "Time", "length")->cell[2].num)); /* a span is no length */
	assert_true(find(&c, "Time", "length")->cell[1].num == 20);
	assert_contains(find(&c, "Time", "mode")->cell[0].text, "! online; on campus");
	says(&c, "Study", "award", "master's degree|MBA|master's degree|doctorate|certificate");
	says(&c, "Worth", "link",
	    "Data is what models are made of|! no source links them|Data is what models are made of|"
	    "Data is what models are made of|Data is what models are made of");
	says(&c, "Study", "starts", "any term||||");
	says(
	    &c, "Afterwards", "earnings", "not stated|not stated|not stated|not stated|not stated");
	assert_true(find(&c, "Afterwards", "earnings")->equal);
	assert_contains(
	    find(&c, "Sources", "pages")->cell[0].text, "own page, 2026; directory, 2024");
	compare_free(&c);
}

static void
test_price_ruler(void **state)
{
	static const char *const keys[] = {"u/ms-a/master", "u/cert-d/certificate"};
	static const char sql[] =
	    "UPDATE program_fact SET per = 'total', cost = 6000, total = 6000, total_basis = 'total'"
	    " WHERE id = 5; UPDATE program SET cost_fact = 5 WHERE id = 4";
	static const char *const no_ruler[] = {
	    "UPDATE program_fact SET audience = 'all', currency = 'GBP' WHERE id = 5",
	    "UPDATE program_fact SET currency = 'USD', total_basis = 'unstated' WHERE id = 5",
	    "UPDATE program_fact SET total_basis = 'total', audience = NULL WHERE id = 5"};
	struct compare_opts o = {.baseline = 0};
	struct buf delta = BUF_INIT;
	struct pagecat k;
	struct compare c;

	(void)state;
	pagecat_init(&k, pagecat_small());
	if (!db_exec(k.db, sql, &k.e))
		fail_msg("%s", k.e.text);
	make(&c, &k, keys, 2);
	check_table(&c);
	says(&c, "Same ruler", "total, USD, for all students",
	    "$8,190 derived, 2026 v|$6,000, 2026 ^");
	assert_null(find(&c, "Price", "in total")); /* the ruler says the headlines already */
	assert_string_equal(c.answer,
	    "By total price (USD, for all students): Certificate D costs least, $6,000; MS in A "
	    "most, $8,190.");
	assert_true(compare_delta(&delta, &c, &c.row[0], 1, &o));
	assert_string_equal(delta.data, "-$2,190");
	buf_free(&delta);
	compare_free(&c);
	if (!db_exec(k.db, "UPDATE program_fact SET audience = 'in-state' WHERE id = 5", &k.e))
		fail_msg("%s", k.e.text);
	make(&c, &k, keys, 2);
	assert_int_equal(count(&c, "Same ruler"), 0);
	assert_false(compare_delta(&delta, &c, find(&c, "Price", "in total"), 1, &o));
	compare_free(&c);
	for (size_t i = 0; i < COUNT(no_ruler); i++) {
		if (!db_exec(k.db, no_ruler[i], &k.e))
			fail_msg("%s", k.e.text);
		make(&c, &k, keys, 2);
		assert_int_equal(count(&c, "Same ruler"), 0);
		compare_free(&c);
	}
	pagecat_free(&k);
}

static void
test_withdrawn_and_afterwards(void **state)
{
	static const char *const keys[] = {"u/ms-a/master", "u/exam-b/professional-certificate"};
	static const char sql[] =
	    "UPDATE program SET earnings = 61000, earnings_horizon = '1 year after', debt = 20000"
	    " WHERE id = 1; INSERT INTO figure_row (id, pack, about_kind, about_key, about_id, measure,"
	    " statistic, missing, unit, source_id, locator) VALUES (90, 't', 'program',"
	    " 'u/exam-b/professional-certificate', 2, 'earnings', 'median', 'suppressed', 'USD', 3, 'x')";
	struct pagecat k;
	struct compare c;

	(void)state;
	pagecat_init(&k, pagecat_small());
	if (!db_exec(k.db, sql, &k.e))
		fail_msg("%s", k.e.text);
	make(&c, &k, keys, 2);
	check_table(&c);
	says(&c, "Afterwards", "earnings", "$61,000, 1 year after|suppressed for privacy");
	says(&c, "Afterwards", "debt", "$20,000|not stated");
	says(&c, "Sources", "status", "open|! withdrawn: Retired on 31 March 2026.");
	assert_contains(c.answer, "Exam B is withdrawn.");
	compare_free(&c);
	if (!db_exec(k.db,
		"UPDATE program SET earnings = 50000, earnings_horizon = '1 year after'"
		" WHERE id = 2",
		&k.e))
		fail_msg("%s", k.e.text);
	make(&c, &k, keys, 2);
	check_table(&c);
	says(&c, "Same ruler", "earnings", "$61,000 ^|$50,000 v");
	compare_free(&c);
	pagecat_free(&k);
}

/* Figures about programs: the median with its horizon, ranked when all have the same. */
static void
test_outcomes_of_figures(void **state)
{
	static const char *const keys[] = {"u/ms-a/master", "u/mba-c/mba"};
	static const char sql[] =
	    "INSERT INTO figure_row (id, pack, about_kind, about_key, about_id, measure, statistic,"
	    " value, unit, horizon_years, source_id, locator) VALUES"
	    " (90, 't', 'program', 'u/ms-a/master', 1, 'earnings', 'median', 60000, 'USD', 1, 3, 'x'),"
	    " (91, 't', 'program', 'u/mba-c/mba', 3, 'earnings', 'median', 90000, 'USD', 1, 3, 'x'),"
	    " (92, 't', 'program', 'u/mba-c/mba', 3, 'debt', 'median', 30000, 'EUR', NULL, 3, 'x')";
	struct pagecat k;
	struct compare c;

	(void)state;
	pagecat_init(&k, pagecat_small());
	if (!db_exec(k.db, sql, &k.e))
		fail_msg("%s", k.e.text);
	make(&c, &k, keys, 2);
	check_table(&c);
	says(&c, "Same ruler", "earnings", "$60,000 v|$90,000 ^");
	assert_string_equal(
	    find(&c, "Same ruler", "earnings")->note, "median, a year before tax: 1 year after");
	says(&c, "Afterwards", "debt", "not stated|EUR 30,000");
	assert_string_equal(find(&c, "Same ruler", "earnings")->cell[1].anchor.key, "91");
	compare_free(&c);
	if (!db_exec(k.db, "UPDATE figure_row SET horizon_years = 10 WHERE id = 91", &k.e))
		fail_msg("%s", k.e.text);
	make(&c, &k, keys, 2);
	says(&c, "Afterwards", "earnings", "$60,000, 1 year after|$90,000, 10 years after");
	compare_free(&c);
	pagecat_free(&k);
}

/* --- keys ------------------------------------------------------------------------------------ */

static void
test_refused_keys(void **state)
{
	static const char *const unknown[] = {"machine-lerning-engineer", "data-scientist"};
	static const char *const skill[] = {"data-scientist", "python"};
	static const char *const plan[] = {WHARTON "+python"};
	static const char *const plain[] = {WHARTON "+data-scientist", "data-analyst"};
	static const char *const alone[] = {WHARTON "+data-scientist", WHARTON};
	static const char *const again[] = {WHARTON "+data-scientist", WHARTON "+data-scientist"};
	static const char *const twice[] = {"data-scientist", "Data Scientist"};
	static const char *const many[] = {"data-scientist", "data-analyst", "ai-engineer",
	    "data-engineer", "ai-ethicist", "mlops-engineer", "nlp-specialist"};

	(void)state;
	refuses(unknown, 2, ERR_NOTFOUND, "nearest: machine-learning-engineer");
	refuses(skill, 2, ERR_USAGE, "\"python\" is a skill: only roles and programs are compared");
	refuses(plan, 1, ERR_USAGE, "\"python\" is a skill, where a plan has a role");
	refuses(plain, 2, ERR_USAGE, "roles stand beside plans without a program");
	refuses(alone, 2, ERR_USAGE, "programs stand beside plans without a role");
	refuses(again, 2, ERR_USAGE, "stands twice");
	refuses(twice, 2, ERR_USAGE, "\"Data Scientist\" stands twice");
	refuses(many, 7, ERR_USAGE, "at most 6 roles are compared, not 7: leave 1 out");
	refuses(many, 1, ERR_USAGE, "needs 2 to 6 roles, 2 to 10 programs, or both, not 1");
	refuses(many, 0, ERR_USAGE, "not 0");
}

/* --- drawing --------------------------------------------------------------------------------- */

static void
check_widths(struct pagecat *k, const struct compare *c)
{
	static const struct page_opts kinds[] = {
	    {.ascii = false}, {.ascii = true}, {.plain = true}, {.details = true}};

	for (int width = 20; width <= 200; width += width < 132 ? 1 : 17)
		for (size_t first = 0; first <= c->n; first++)
			for (size_t kind = 0; kind < COUNT(kinds); kind++) {
				struct page_opts po = kinds[kind];
				struct compare_opts o = {.first = first,
				    .baseline = (int)first - 1,
				    .all = first % 2 == 1};
				const char *text;

				po.width = width;
				text = draw(k, c, &po, &o);
				for (; po.ascii && *text; text++)
					assert_true((unsigned char)*text < 0x80);
			}
}

static void
test_every_width(void **state)
{
	static const char *const six[] = {"machine-learning-engineer", "data-scientist",
	    "research-scientist", "ai-ethicist", "data-scientists", "machine-learning"};
	struct compare c;

	(void)state;
	make(&c, &bundled, six, 6);
	check_widths(&bundled, &c);
	compare_free(&c);
	make(&c, &small, mixed, 5);
	check_widths(&small, &c);
	compare_free(&c);
}

static void
test_page_80(void **state)
{
	struct compare c;
	const char *text;

	(void)state;
	make(&c, &bundled, three, 3);
	text = draw_at(&bundled, &c, 80);
	assert_memory_equal(text,
	    "Compare                 Machine Learning  Data Scientist    Research\n"
	    "                        Engineer                            Scientist\n",
	    137);
	assert_contains(
	    text, "\nai-jobs 2024, first job $140K             $108K v           $173K ^\n");
	assert_contains(text,
	    "\nBouchrika 2026, level   $110K-160K        $95K-150K v       $120K-180K ^\n"
	    "not said\n");
	assert_contains(text, "\n  ^ best, v worst of the line\n  median, a year before tax\n");
	assert_contains(text, "\nPython                  M                 +                 .\n");
	assert_true(pagecat_has_anchor(&bundled, "first job $140K", ANCHOR_TERM, "same-ruler"));
	assert_true(pagecat_has_anchor(&bundled, "Machine Learning", ANCHOR_ROLE, three[0]));
	assert_true(
	    page_find_heading(&bundled.p, "Same ruler: one source, one level, one basis") > 0);
	compare_free(&c);
}

static void
test_sideways(void **state)
{
	const struct page_opts po = {.width = 60};
	struct compare_opts o = {.baseline = -1};
	size_t pinned, shown;
	struct compare c;

	(void)state;
	make(&c, &bundled, three, 3);
	for (o.first = 0; o.first < 4; o.first++) {
		page_reset(&bundled.p, &po);
		assert_true(
		    page_compare(&bundled.p, &bundled.r, &c, &o, &pinned, &shown, &bundled.e));
		assert_int_equal(shown, o.first < 2 ? 2 : 1);
		assert_contains(pagecat_text(&bundled, false),
		    o.first == 0       ? "1-2 of 3 >"
			: o.first == 1 ? "< 2-3 of 3"
				       : "< 3 of 3");
	}
	compare_free(&c);
}

static void
test_baseline(void **state)
{
	const struct page_opts po = {.width = 120};
	struct compare_opts o = {.baseline = 1};
	struct compare c;
	const char *text;

	(void)state;
	make(&c, &bundled, three, 3);
	text = draw(&bundled, &c, &po, &o);
	assert_contains(text, "Data Scientist (baseline)");
	assert_contains(text, "$140K (+$32K)");
	assert_contains(text, "$173K ^ (+$65K)");
	assert_contains(text, "$110K-160K (+$13K)");
	assert_null(strstr(text, "$108K v ("));
	o.baseline = 0;
	text = draw(&bundled, &c, &po, &o);
	assert_contains(text, "$108K v (-$32K)");
	compare_free(&c);
}

/* A baseline that is out of sight is named where the position stands; a minus sign stays with its number. */
static void
test_baseline_out_of_sight(void **state)
{
	const struct page_opts po = {.width = 60};
	struct compare_opts o = {.baseline = 0, .first = 1};
	struct compare c;
	const char *text;

	(void)state;
	make(&c, &bundled, three, 3);
	text = draw(&bundled, &c, &po, &o);
	assert_contains(text, "\nbaseline: Machine\n");
	assert_null(strstr(text, "(-\n"));
	o.first = 0;
	assert_null(strstr(draw(&bundled, &c, &po, &o), "baseline: "));
	compare_free(&c);
}

/* --- one column under a cursor --------------------------------------------------------------- */

/* Kind and key of the first anchor of the line that has `text` at its start; "" when it has none. */
static const char *
first_anchor(const char *text, enum anchor_kind *kind)
{
	for (size_t i = 0; i < bundled.p.nlines; i++) {
		const struct line *l = &bundled.p.lines[i];

		if (l->nspans == 0 || strncmp(l->spans[0].text, text, strlen(text)) != 0)
			continue;
		*kind = l->nanchors > 0 ? l->anchors[0].kind : ANCHOR_NONE;
		return l->nanchors > 0 ? l->anchors[0].key : "";
	}
	fail_msg("no line %s", text);
	return "";
}

static void
test_cursor(void **state)
{
	const struct page_opts po = {.width = 120};
	struct compare_opts o = {.baseline = 1, .cursor = true};
	enum anchor_kind kind = ANCHOR_NONE;
	struct compare c;

	(void)state;
	make(&c, &bundled, three, 3);
	for (o.column = 0; o.column < 3; o.column++) {
		static const char *const names[] = {"[Machine Learning Engineer]",
		    "[Data Scientist] (baseline)", "[Research Scientist]"};
		const struct compare_row *row = find(&c, "Same ruler", "ai-jobs 2024, mid level");
		const char *text = draw(&bundled, &c, &po, &o);

		assert_contains(text, names[o.column]);
		assert_string_equal(
		    first_anchor("ai-jobs 2024, mid", &kind), row->cell[o.column].anchor.key);
		assert_int_equal(kind, ANCHOR_FIGURE);
		assert_string_equal(first_anchor("Compare", &kind), three[o.column]);
		assert_int_equal(kind, ANCHOR_ROLE);
	}
	o.column = 1; /* who says nothing of it */
	draw(&bundled, &c, &po, &o);
	first_anchor("websites", &kind);
	assert_int_equal(kind, ANCHOR_TERM);
	compare_free(&c);
}

static void
test_fits(void **state)
{
	struct compare c;
	size_t pinned, shown;

	(void)state;
	assert_int_equal(compare_fits(38), 2);
	assert_int_equal(compare_fits(78), 3);
	assert_int_equal(compare_fits(130), 6);
	make(&c, &small, mixed, 5);
	for (int width = 20; width < 200; width += 3) {
		const struct page_opts po = {.width = width};
		size_t fits = compare_fits(width);

		page_reset(&small.p, &po);
		assert_true(
		    page_compare(&small.p, &small.r, &c, &plain_opts, &pinned, &shown, &small.e));
		assert_int_equal(shown, fits < 5 ? fits : 5);
	}
	compare_free(&c);
}

/* Every column is in it once, whatever the width. */
static void
test_all_columns(void **state)
{
	struct compare c;

	(void)state;
	make(&c, &bundled, three, 3);
	for (int width = 30; width < 140; width += 10) {
		const struct page_opts po = {.width = width};
		const char *text, *at;
		size_t n = 0;

		page_reset(&bundled.p, &po);
		assert_true(page_compare_all(&bundled.p, &bundled.r, &c, &plain_opts, &bundled.e));
		text = pagecat_text(&bundled, true);
		for (at = text; (at = strstr(at, "$140K ")) != NULL; at++)
			n++;
		assert_int_equal(n, 1);
		assert_contains(text, "$108K v");
		assert_contains(text, "$173K ^");
	}
	compare_free(&c);
}

static void
test_next_block(void **state)
{
	struct compare_opts o = {.baseline = -1};
	struct compare_block b = {0, 0, 0};
	struct buf text = BUF_INIT;
	struct compare c;
	size_t rows = 0;

	(void)state;
	make(&c, &small, mixed, 5);
	while (compare_next(&c, &o, &b)) {
		assert_int_equal(b.from, rows);
		for (size_t i = b.from; i < b.to; i++) {
			assert_string_equal(c.row[i].block, c.row[b.from].block);
			assert_int_equal(c.row[i].equal, i >= b.folded);
		}
		rows = b.to;
		compare_folded(&text, &b);
		compare_folded_labels(&text, &c, &b);
	}
	assert_int_equal(rows, c.nrows);
	assert_contains(text.data, "= 2 equal rows foldedearnings, debt");
	o.all = true;
	for (b = (struct compare_block){0, 0, 0}; compare_next(&c, &o, &b);)
		assert_int_equal(b.folded, b.to);
	buf_free(&text);
	compare_free(&c);
}

static void
test_folded(void **state)
{
	const struct page_opts po = {.width = 100};
	struct compare_opts o = {.baseline = -1};
	struct compare c;
	const char *text;

	(void)state;
	make(&c, &small, mixed, 5);
	text = draw(&small, &c, &po, &o);
	assert_contains(text, "= 2 equal rows folded: earnings, debt");
	assert_null(strstr(text, "= earnings"));
	o.all = true;
	text = draw(&small, &c, &po, &o);
	assert_contains(text, "= earnings");
	assert_null(strstr(text, "folded"));
	compare_free(&c);
}

static void
test_cut(void **state)
{
	struct page_opts po = {.width = 80, .ascii = true};
	struct compare c;
	const char *text;

	(void)state;
	make(&c, &bundled, three, 3);
	text = draw(&bundled, &c, &po, &plain_opts);
	assert_contains(text, "data can solve, ~");
	assert_null(strstr(text, "clean and analyze"));
	po.details = true;
	text = draw(&bundled, &c, &po, &plain_opts);
	assert_contains(text, "clean and analyze");
	compare_free(&c);
}

static void
test_plain(void **state)
{
	const struct page_opts po = {.width = 400, .plain = true};
	struct compare c;
	const char *text;

	(void)state;
	make(&c, &bundled, three, 3);
	text = draw(&bundled, &c, &po, &plain_opts);
	assert_contains(text,
	    "ai-jobs 2024, first job. Machine Learning Engineer: 140 thousand dollars; "
	    "Data Scientist: 108 thousand dollars, worst; "
	    "Research Scientist: 173 thousand dollars, best.\n");
	assert_contains(text,
	    "Kaggle. Machine Learning Engineer: ! disputed, skip; Data Scientist: not named; "
	    "Research Scientist: not named.\n");
	text = draw(&bundled, &c, &po, &(struct compare_opts){.baseline = 1});
	assert_contains(text, "More and less are against Data Scientist.\n");
	assert_contains(text,
	    "Machine Learning Engineer: 140 thousand dollars, 32 thousand dollars more; "
	    "Data Scientist: 108 thousand dollars, worst; "
	    "Research Scientist: 173 thousand dollars, best, 65 thousand dollars more.\n");
	compare_free(&c);
}

/* One alone: what to add, and a comparison with another of its kind. */
static void
test_one(void **state)
{
	static const struct {
		const char *key, *says, *list, *command;
	} ones[] = {
	    {"data-scientist", "Data Scientist is chosen: one more role is needed, or a program.",
		"1 opens the roles", "compare data-scientist machine-learning-engineer"},
	    {"machine-learning-engineer", "Machine Learning Engineer is chosen",
		"1 opens the roles", "compare machine-learning-engineer data-scientist"},
	    {"columbia-university/ms-in-data-science/master",
		"MS in Data Science, Columbia University is chosen: one more program is needed, or a role.",
		"2 opens the programs", "compare columbia-university/ms-in-data-science/master "},
	};
	const struct page_opts po = {.width = 80, .screen = true};

	(void)state;
	for (size_t i = 0; i < COUNT(ones); i++) {
		const struct anchor *a;

		page_reset(&bundled.p, &po);
		if (!page_compare_one(&bundled.p, &bundled.r, ones[i].key, &bundled.e))
			fail_msg("%s", bundled.e.text);
		assert_contains(pagecat_text(&bundled, true), ones[i].says);
		assert_contains(pagecat_text(&bundled, true), ones[i].list);
		a = &bundled.p.lines[0].anchors[0]; /* from any line */
		assert_int_equal(a->kind, ANCHOR_COMMAND);
		assert_memory_equal(a->key, ones[i].command, strlen(ones[i].command));
	}
	assert_false(page_compare_one(&bundled.p, &bundled.r, "no-such-role", &bundled.e));
	assert_int_equal(bundled.e.code, ERR_NOTFOUND);
}

static void
test_empty(void **state)
{
	const struct page_opts po = {.width = 80};
	const char *text;

	(void)state;
	for (int i = 0; i < 2; i++) {
		page_reset(&bundled.p, &po);
		bundled.r.role = i == 0 ? NULL : "data-analyst";
		assert_true(page_compare_empty(&bundled.p, &bundled.r, &bundled.e));
		text = pagecat_text(&bundled, true);
		assert_contains(text, "Nothing to compare yet.");
		assert_contains(text, "career compare");
	}
	assert_true(pagecat_has_anchor(&bundled, "career compare", ANCHOR_COMMAND,
	    "compare data-analyst machine-learning-engineer data-scientist"));
	assert_int_equal(bundled.p.lines[0].nanchors, 0);
	page_reset(&bundled.p, &(struct page_opts){.width = 80, .screen = true});
	assert_true(page_compare_empty(&bundled.p, &bundled.r, &bundled.e));
	assert_contains(pagecat_text(&bundled, true), "Enter runs it");
	for (size_t i = 0; i < bundled.p.nlines; i++)
		assert_int_equal(bundled.p.lines[i].anchors[0].kind, ANCHOR_COMMAND);
	bundled.r.role = NULL;
}

/* --- terms ----------------------------------------------------------------------------------- */

static void
check_terms(const struct compare *c)
{
	struct stmt *st = db_query(bundled.db, "thing_term", &bundled.e);

	assert_non_null(st);
	for (size_t i = 0; i < c->nrows; i++) {
		if (c->row[i].term == NULL)
			continue;
		stmt_bind_text(st, 1, c->row[i].term);
		if (stmt_step(st, &bundled.e) != 1)
			fail_msg("%s: no term %s", c->row[i].label, c->row[i].term);
		stmt_reset(st);
	}
}

static void
test_terms_are_in_the_glossary(void **state)
{
	struct compare c;

	(void)state;
	make(&c, &bundled, three, 3);
	check_terms(&c);
	compare_free(&c);
	small.r.role = "data-scientist";
	make(&c, &small, mixed, 5);
	small.r.role = NULL;
	check_terms(&c);
	compare_free(&c);
	make_plans(&c, &bundled, WHARTON, "research-scientist", "data-scientist");
	check_terms(&c);
	compare_free(&c);
}

/* --- all sorts of columns -------------------------------------------------------------------- */

/* Keys of the catalog, some at a time, with the roles (NULL ends; at most three) behind them: what holds for
 * every table holds for each. */
static void
walk_with(const char *sql, size_t at_once, size_t step, const char *const *roles)
{
	char *keys[256];
	size_t n = 0;
	struct stmt *st = db_prepare(bundled.db, sql, &bundled.e);

	if (!st)
		fail_msg("%s", bundled.e.text);
	while (n < COUNT(keys) && stmt_step(st, &bundled.e) == 1)
		keys[n++] = mem_dup(stmt_str(st, 0));
	stmt_finalize(st);
	assert_true(n > at_once);
	for (size_t i = 0; i + at_once <= n; i += step) {
		const char *these[COMPARE_MAX + 3];
		size_t k = 0;
		struct compare c;

		while (k < at_once) {
			these[k] = keys[i + k];
			k++;
		}
		for (size_t r = 0; roles[r] != NULL; r++)
			these[k++] = roles[r];
		err_clear(&bundled.e);
		if (!compare_make(&c, &bundled.r, these, k, LEVEL_ENTRY, &bundled.e))
			fail_msg("%s", bundled.e.text);
		check_table(&c);
		draw_at(&bundled, &c, 80);
		compare_free(&c);
	}
	while (n > 0)
		free(keys[--n]);
}

static void
walk(const char *sql, size_t at_once, size_t step)
{
	walk_with(sql, at_once, step, (const char *const[]){NULL});
}

static void
test_all_roles(void **state)
{
	(void)state;
	walk("SELECT slug FROM role ORDER BY id", 2, 1);
	walk("SELECT slug FROM role ORDER BY kind, slug", 6, 3);
}

static void
test_all_programs(void **state)
{
	(void)state;
	walk("SELECT key FROM program ORDER BY id", 3, 2);
	walk("SELECT key FROM program ORDER BY award, key", 10, 7);
}

/* For a role, and as plans of one, of two and of three. */
static void
test_all_plans(void **state)
{
	static const char *const roles[] = {
	    "data-scientist", "research-scientist", "ai-ethicist", NULL};

	(void)state;
	bundled.r.role = "machine-learning-engineer";
	walk("SELECT key FROM program ORDER BY id", 5, 3);
	bundled.r.role = NULL;
	walk_with("SELECT key FROM program ORDER BY id", 3, 2, roles);
	walk_with("SELECT key FROM program ORDER BY award, key", 5, 4, roles + 1);
	walk_with("SELECT key FROM program ORDER BY award, key", 10, 7, roles + 2);
	walk_with("SELECT key FROM program ORDER BY award DESC, key", 1, 5, roles + 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_same_ruler),
	    cmocka_unit_test(test_answer),
	    cmocka_unit_test(test_other_rulers),
	    cmocka_unit_test(test_axis),
	    cmocka_unit_test(test_growth_and_degree),
	    cmocka_unit_test(test_skills),
	    cmocka_unit_test(test_two_roles),
	    cmocka_unit_test(test_no_common_source),
	    cmocka_unit_test(test_occupations),
	    cmocka_unit_test(test_what_makes_no_ruler),
	    cmocka_unit_test(test_two_figures_of_one_source),
	    cmocka_unit_test(test_degree_disputed),
	    cmocka_unit_test(test_mixed_currencies),
	    cmocka_unit_test(test_program_facts),
	    cmocka_unit_test(test_price_ruler),
	    cmocka_unit_test(test_withdrawn_and_afterwards),
	    cmocka_unit_test(test_outcomes_of_figures),
	    cmocka_unit_test(test_refused_keys),
	    cmocka_unit_test(test_every_width),
	    cmocka_unit_test(test_page_80),
	    cmocka_unit_test(test_sideways),
	    cmocka_unit_test(test_baseline),
	    cmocka_unit_test(test_baseline_out_of_sight),
	    cmocka_unit_test(test_cursor),
	    cmocka_unit_test(test_fits),
	    cmocka_unit_test(test_all_columns),
	    cmocka_unit_test(test_next_block),
	    cmocka_unit_test(test_one),
	    cmocka_unit_test(test_folded),
	    cmocka_unit_test(test_cut),
	    cmocka_unit_test(test_plain),
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_terms_are_in_the_glossary),
	    cmocka_unit_test(test_all_roles),
	    cmocka_unit_test(test_all_programs),
	    cmocka_unit_test(test_all_plans),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
