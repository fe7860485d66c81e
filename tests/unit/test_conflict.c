/* Contradictions of the bundled packs: those that a person found are found, no figures that meet are said to have
 * no common range, and what is off is not heard. */
#include "career/model/conflict.h"
#include "career/model/switch.h"
#include "check.h"
#include "pagecat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define ENGINEER "machine-learning-engineer"
#define ML "ml/aigraduate-ml"
#define MLE "ml/aigraduate-mle"
#define DEGREE "ml/bouchrika-2026"
#define GUIDE "ml/career-guide-2025"
#define POSTINGS "pay-us/ai-jobs-2024"

static struct err e;
static struct pagecat c;
static struct conflicts all;

static void
reload(int64_t role)
{
	conflicts_free(&all);
	assert_ok(conflicts_load(&all, c.db, &c.r.sources, role, &e));
}

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	return conflicts_load(&all, c.db, &c.r.sources, 0, &e) ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	conflicts_free(&all);
	pagecat_free(&c);
	return 0;
}

/* Switches sources off by a condition; "0": none. */
static void
switch_off(const char *where)
{
	struct buf sql = BUF_INIT;
	int64_t ids[64];
	size_t n = 0;
	struct stmt *st;

	buf_addf(&sql, "SELECT id FROM source WHERE %s", where);
	st = db_prepare(c.db, sql.data, &e);
	assert_ok(st != NULL);
	while (stmt_step(st, &e) == 1 && n < COUNT(ids))
		ids[n++] = stmt_int(st, 0);
	stmt_finalize(st);
	buf_free(&sql);
	assert_ok(switch_sources(c.db, ids, n, &e));
	sources_follow(&c.r.sources, c.db);
	reload(0);
}

/* --- what a person found ------------------------------------------------------------------------- */

/* Sources of the sides, by their keys: `first` of side 0, `others` of any other side. */
static const struct known {
	const char *subject;
	enum conflict_kind kind;
	const char *about, *what;
	const char *first[4], *others[4];
} known[] = {
    {"an engineer's pay in the first job", CONFLICT_PAY, ENGINEER, "first job: $70K-95K", {GUIDE},
	{ML, MLE, POSTINGS}},
    {"an engineer's pay at mid level", CONFLICT_PAY, ENGINEER, "meet only at $200K", {GUIDE},
	{MLE}},
    {"one guide's two ranges for mid level", CONFLICT_PAY_TWICE, ENGINEER,
	"$120K-200K and $120K-180K", {GUIDE}, {GUIDE}},
    {"the field's card of pay against its text", CONFLICT_CARD, "machine-learning",
	"starts $20K higher", {ML}, {ML}},
    {"the engineer's card of pay against its text", CONFLICT_CARD, ENGINEER,
	"starts $32K lower than its own text ($160K)", {MLE}, {MLE}},
    {"a research scientist's pay", CONFLICT_PAY, "research-scientist",
	"no common range, $20K apart", {DEGREE}, {GUIDE}},
    {"years of mid level", CONFLICT_LEVEL, "mid", "in common only 3-4 years", {ML}, {MLE, GUIDE}},
    {"years of senior level", CONFLICT_LEVEL, "senior", "no year in common", {ML}, {GUIDE}},
    {"growth on one axis", CONFLICT_GROWTH, ENGINEER, "448 (aigraduate ML), 320 (aigraduate MLE)",
	{ML}, {MLE, DEGREE}},
    {"35% a year beside 36% in ten years", CONFLICT_ALIKE, ENGINEER, "3.1% a year", {ML}, {DEGREE}},
    {"three figures of growth on one page", CONFLICT_GROWTH, "machine-learning",
	"36% in 10 years to 2031, 22% in 2020-2030 and 15%", {DEGREE}, {DEGREE}},
    {"whether a degree is needed", CONFLICT_REQUIREMENT, ENGINEER, "a master's degree",
	{MLE, DEGREE}, {GUIDE, DEGREE}},
    {"one page's lists on data scientists", CONFLICT_REQUIREMENT, "data-scientist",
	"typical (Bouchrika 2026) against not needed", {DEGREE}, {DEGREE}},
    {"one page's lists on engineers", CONFLICT_REQUIREMENT, ENGINEER, "a certification", {DEGREE},
	{DEGREE}},
    {"Kaggle", CONFLICT_TIER, ENGINEER, "Kaggle", {DEGREE, GUIDE}, {MLE}},
    {"mathematics", CONFLICT_TIER, ENGINEER, "Mathematics in depth", {ML}, {MLE}},
    {"SQL", CONFLICT_TIER, ENGINEER, "SQL", {GUIDE}, {ML, MLE}},
    {"the price of an online master's degree", CONFLICT_PRICE, "online-masters", "16,620", {MLE},
	{MLE}},
    {"what the field's listing promises", CONFLICT_LISTING, "machine-learning",
	"none of them in a field that counts", {ML}, {NULL}},
    {"what the engineer's listing promises", CONFLICT_LISTING, ENGINEER,
	"none of them in a field that counts", {MLE}, {NULL}},
    {"whether the place matters", CONFLICT_STANCE, ENGINEER, "geography", {ML, GUIDE}, {MLE}},
    {"whether certificates count", CONFLICT_STANCE, ENGINEER, "certifications", {GUIDE}, {ML}},
    {"what an engineer is", CONFLICT_STANCE, ENGINEER, "definition", {ML, DEGREE}, {MLE}},
    {"more programs in the part than in the whole", CONFLICT_LISTING, ENGINEER,
	"378 for the role (aigraduate MLE), 306", {ML}, {MLE}},
};

static bool
has_side(const struct conflict *x, const char *key, bool first)
{
	for (size_t i = 0; i < x->nsides; i++)
		if (strcmp(x->side[i].source->key, key) == 0
		    && (x->side[i].side == x->side[0].side) == first)
			return true;
	return false;
}

static const struct conflict *
find(const struct known *k)
{
	for (size_t i = 0; i < all.n; i++)
		if (all.c[i].kind == k->kind && strcmp(all.c[i].about, k->about) == 0
		    && strstr(all.c[i].what, k->what))
			return &all.c[i];
	return NULL;
}

static void
test_known_are_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(known); i++) {
		const struct conflict *x = find(&known[i]);

		if (x == NULL)
			fail_msg("%s is not found", known[i].subject);
		for (size_t k = 0; k < 4 && known[i].first[k]; k++)
			if (!has_side(x, known[i].first[k], true))
				fail_msg("%s: %s is not on the first side", known[i].subject,
				    known[i].first[k]);
		for (size_t k = 0; k < 4 && known[i].others[k]; k++)
			if (!has_side(x, known[i].others[k], false))
				fail_msg("%s: %s is on no other side", known[i].subject,
				    known[i].others[k]);
	}
}

/* Every side of them has a table and a row that `i` explains. */
static void
test_sides_are_explained(void **state)
{
	(void)state;
	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0; k < all.c[i].nsides; k++) {
			const struct conflict_side *s = &all.c[i].side[k];
			char key[80];
			struct anchor at = {ANCHOR_FACT, key};

			snprintf(key, sizeof key, "%s:%lld", s->table, (long long)s->id);
			if (strcmp(s->table, "figure") == 0) {
				at.kind = ANCHOR_FIGURE;
				snprintf(key, sizeof key, "%lld", (long long)s->id);
			}
			pagecat_page(&c, 100, false);
			if (!page_explain(&c.p, &c.r, &at, &e))
				fail_msg("%s: %s", key, e.text);
			assert_contains(pagecat_text(&c, true), s->source->short_name);
		}
}

static bool
speaks(const struct conflict *x, const char *key)
{
	return has_side(x, key, true) || has_side(x, key, false);
}

static struct figure
figure_of(const struct conflict_side *s)
{
	struct figure f;

	assert_string_equal(s->table, "figure");
	assert_ok(figure_by_id(&f, c.db, &c.r.sources, s->id, &c.r.arena, &e));
	return f;
}

/* Headlines of an engineer's pay, a data scientist's pay and remote pay overlap. */
static void
test_what_overlaps_is_not_reported(void **state)
{
	(void)state;
	for (size_t i = 0; i < all.n; i++) {
		const struct conflict *x = &all.c[i];

		if (x->kind != CONFLICT_PAY)
			continue;
		assert_string_not_equal(x->about, "data-scientist");
		for (size_t k = 0; k < x->nsides; k++) {
			const struct figure f = figure_of(&x->side[k]);

			assert_string_not_equal(f.place, "Remote");
			assert_false(f.card);
			assert_true(strcmp(x->about, "research-scientist") == 0
			    || f.level != LEVEL_UNSTATED);
		}
	}
}

/* --- what must hold of any ------------------------------------------------------------------------ */

static bool
meet(const struct figure *a, const struct figure *b)
{
	double alo = 0, ahi = 0, blo = 0, bhi = 0;

	assert_true(figure_interval(a, &alo, &ahi) && figure_interval(b, &blo, &bhi));
	return (a->open_high || ahi >= blo) && (b->open_high || bhi >= alo)
	    && (a->open_low || alo <= bhi || b->open_high)
	    && (b->open_low || blo <= ahi || a->open_high);
}

static void
check_apart(const struct conflict *x)
{
	for (size_t i = 0; i < x->nsides; i++)
		for (size_t k = i + 1; k < x->nsides; k++) {
			const struct figure a = figure_of(&x->side[i]), b = figure_of(&x->side[k]);

			if (x->side[i].side != x->side[k].side && meet(&a, &b))
				fail_msg("%s: %s and %s meet", x->what, x->side[i].text,
				    x->side[k].text);
			assert_false(x->side[i].side != x->side[k].side
			    && ((a.basis == BASIS_TOTAL && b.basis == BASIS_BASE)
				|| (a.basis == BASIS_BASE && b.basis == BASIS_TOTAL)
				|| strcmp(a.unit, b.unit) != 0 || a.level != b.level));
		}
}

static void
check_touch(const struct conflict *x)
{
	struct figure a, b;

	assert_int_equal(x->nsides, 2);
	a = figure_of(&x->side[0]);
	b = figure_of(&x->side[1]);
	assert_true(figure_is_range(&a) || a.open_low || a.open_high);
	assert_true(figure_is_range(&b) || b.open_low || b.open_high);
	assert_true(meet(&a, &b));
	assert_float_equal(fmin(isnan(a.high) ? a.value : a.high, isnan(b.high) ? b.value : b.high),
	    fmax(isnan(a.low) ? a.value : a.low, isnan(b.low) ? b.value : b.low), 0);
}

static void
check_all(void)
{
	size_t count[CONFLICT_KINDS] = {0};

	for (size_t i = 0; i < all.n; i++) {
		const struct conflict *x = &all.c[i];
		bool within = true;

		count[x->kind]++;
		assert_true(x->nsides > 0 && x->what[0] != '\0' && x->title[0] != '\0');
		assert_true(x->topic[0] != '\0' && x->differs[0] != ' ');
		assert_true(x->strength > 0 && x->strength <= 1);
		if (i > 0)
			assert_true(all.c[i - 1].strength >= x->strength);
		for (size_t k = 0; k < x->nsides; k++) {
			assert_true(x->side[k].source->on);
			within = within && x->side[k].source == x->side[0].source;
		}
		assert_int_equal(x->within, within);
		assert_int_equal(strstr(x->what, "loosely comparable") != NULL, x->loosely != 0);
		if (x->kind == CONFLICT_PAY && x->apart)
			check_apart(x);
		else if (x->kind == CONFLICT_PAY)
			check_touch(x);
		if (x->kind == CONFLICT_PAY)
			assert_int_equal(strstr(x->what, "no common range") != NULL, x->apart);
	}
	for (int k = 0; k < CONFLICT_KINDS; k++)
		assert_int_equal(all.count[k], count[k]);
}

static void
test_invariants(void **state)
{
	(void)state;
	check_all();
}

/* Nothing is listed twice: no two of one kind have the same statements. */
static void
test_each_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < all.n; i++)
		for (size_t k = i + 1; k < all.n; k++)
			assert_false(all.c[i].kind == all.c[k].kind
			    && strcmp(all.c[i].what, all.c[k].what) == 0);
}

static void
test_off_is_not_heard(void **state)
{
	static const char *const keys[] = {ML, MLE, DEGREE, GUIDE, POSTINGS};
	size_t before = all.n;

	(void)state;
	for (size_t i = 0; i < COUNT(keys); i++) {
		char where[80];
		size_t with = 0;

		for (size_t k = 0; k < all.n; k++)
			with += speaks(&all.c[k], keys[i]);
		assert_true(with > 0);
		snprintf(where, sizeof where, "key = '%s'", keys[i]);
		switch_off(where);
		for (size_t k = 0; k < all.n; k++)
			assert_false(speaks(&all.c[k], keys[i]));
		assert_true(all.n < before || strcmp(keys[i], POSTINGS) == 0);
		check_all();
		switch_off("0");
	}
	switch_off("kind = 'editorial'");
	assert_int_equal(all.n, 0);
	switch_off("0");
	assert_int_equal(all.n, before);
}

/* Any subset of the sources: a small generator with a fixed seed. */
static void
test_random_sources_off(void **state)
{
	unsigned seed = 20260501;

	(void)state;
	for (int round = 0; round < 40; round++) {
		char where[80];

		seed = seed * 1103515245u + 12345u;
		snprintf(where, sizeof where, "(%u >> (id %% 16)) & 1", seed >> 12 & 0xffff);
		switch_off(where);
		check_all();
	}
	switch_off("0");
}

/* --- of one role ------------------------------------------------------------------------------------ */

static void
test_of_one_role(void **state)
{
	static const char *const other[] = {"product-manager", "data-analyst", "mlops-engineer"};
	size_t n;

	(void)state;
	reload(pagecat_id(&c, ENGINEER));
	n = all.n;
	check_all();
	for (size_t i = 0; i < all.n; i++)
		assert_string_not_equal(all.c[i].about, "data-scientist");
	/* What is said of the field counts for the role. */
	assert_int_equal(all.count[CONFLICT_CARD], 2);
	assert_int_equal(all.count[CONFLICT_LISTING], 3);
	assert_int_equal(all.count[CONFLICT_LEVEL], 2);
	reload(pagecat_id(&c, "data-scientist"));
	assert_int_equal(all.n, 1);
	assert_int_equal(all.c[0].kind, CONFLICT_REQUIREMENT);
	for (size_t i = 0; i < COUNT(other); i++) {
		reload(pagecat_id(&c, other[i]));
		assert_int_equal(all.n, 0);
	}
	reload(0);
	assert_true(all.n > n);
}

/* --- made-up figures -------------------------------------------------------------------------------- */

static unsigned state_of = 7;

static unsigned
roll(unsigned below)
{
	state_of = state_of * 1664525u + 1013904223u;
	return (state_of >> 8) % below;
}

/* Pay of a role that the packs give none for: entry level, dollars, ranges and points, some open above. */
static size_t
put_random(int64_t role)
{
	static const char *const basis[] = {"NULL", "'base'", "'total'"};
	static const char *const employer[] = {"NULL", "'big-tech'", "'startup'"};
	size_t n = 2 + roll(6);

	for (size_t i = 0; i < n; i++) {
		char sql[600];
		unsigned lo = 50 + 10 * roll(20), hi = lo + 10 * roll(6);
		bool point = roll(4) == 0, open = roll(5) == 0;

		snprintf(sql, sizeof sql,
		    "INSERT INTO figure_row (id, pack, about_kind, about_key, about_id, measure, statistic,"
		    " low, high, value, open, unit, basis, level, employer, source_id, locator) VALUES"
		    " (%zu, 't', 'role', 'x', %lld, 'pay', '%s', %s, %s, %s, %s, 'USD', %s, 'entry', %s,"
		    " %u, 'Here')",
		    900000 + i, (long long)role, point ? "point" : "range", point ? "NULL" : "1000",
		    point ? "NULL" : "1000", point ? "1000" : "NULL", open ? "'high'" : "NULL",
		    basis[roll(3)], employer[roll(3)], 1 + roll(4));
		assert_ok(db_exec(c.db, sql, &e));
		snprintf(sql, sizeof sql,
		    "UPDATE figure_row SET low = low * %u, high = high * %u, value = value * %u"
		    " WHERE id = %zu",
		    lo, hi, lo, 900000 + i);
		assert_ok(db_exec(c.db, sql, &e));
	}
	return n;
}

static void
test_random_figures(void **state)
{
	int64_t role = pagecat_id(&c, "ai-ethicist");
	size_t apart = 0, touch = 0;

	(void)state;
	for (int round = 0; round < 300; round++) {
		put_random(role);
		reload(role);
		check_all();
		for (size_t i = 0; i < all.n; i++) {
			apart += all.c[i].kind == CONFLICT_PAY && all.c[i].apart;
			touch += all.c[i].kind == CONFLICT_PAY && !all.c[i].apart;
		}
		assert_ok(db_exec(c.db, "DELETE FROM figure_row WHERE id >= 900000", &e));
	}
	/* They were put to the test. */
	assert_true(apart > 30 && touch > 3);
	reload(0);
}

/* Two plain ranges of two sources: reported if, and only if, they do not meet. */
static void
test_two_ranges(void **state)
{
	static const struct {
		int lo[2], hi[2];
		bool apart, touch;
	} cases[] = {
	    {{100, 150}, {120, 160}, true, false},
	    {{100, 120}, {120, 160}, false, true},
	    {{100, 119}, {120, 160}, false, false},
	    {{150, 100}, {160, 149}, true, false},
	    {{100, 120}, {200, 120}, false, false},
	};
	int64_t role = pagecat_id(&c, "ai-ethicist");

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		for (int k = 0; k < 2; k++) {
			char sql[400];

			snprintf(sql, sizeof sql,
			    "INSERT INTO figure_row (id, pack, about_kind, about_key, about_id, measure,"
			    " statistic, low, high, unit, level, source_id, locator) VALUES (%d, 't', 'role',"
			    " 'x', %lld, 'pay', 'range', %d000, %d000, 'USD', 'mid', %d, 'Here')",
			    900000 + k, (long long)role, cases[i].lo[k], cases[i].hi[k], 1 + 2 * k);
			assert_ok(db_exec(c.db, sql, &e));
		}
		reload(role);
		assert_int_equal(all.n, cases[i].apart || cases[i].touch);
		if (all.n > 0)
			assert_int_equal(all.c[0].apart, cases[i].apart);
		assert_ok(db_exec(c.db, "DELETE FROM figure_row WHERE id >= 900000", &e));
	}
	reload(0);
}

static void
test_words(void **state)
{
	(void)state;
	for (int k = 0; k < CONFLICT_KINDS; k++) {
		assert_true(conflict_word((enum conflict_kind)k)[0] != '\0');
		assert_true(conflict_says((enum conflict_kind)k)[0] != '\0');
		for (int other = 0; other < k; other++)
			assert_string_not_equal(conflict_word((enum conflict_kind)k),
			    conflict_word((enum conflict_kind)other));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_known_are_found),
	    cmocka_unit_test(test_sides_are_explained),
	    cmocka_unit_test(test_what_overlaps_is_not_reported),
	    cmocka_unit_test(test_invariants),
	    cmocka_unit_test(test_each_once),
	    cmocka_unit_test(test_off_is_not_heard),
	    cmocka_unit_test(test_random_sources_off),
	    cmocka_unit_test(test_of_one_role),
	    cmocka_unit_test(test_random_figures),
	    cmocka_unit_test(test_two_ranges),
	    cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
