#include "career/model/agree.h"
#include "check.h"
#include "frames.h"
#include "packcat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SOURCES = 6, FIGS = 16, ROUNDS = 1500 };

static struct err e;
static struct arena arena;

static int
setup(void **state)
{
	(void)state;
	arena_init(&arena);
	err_clear(&e);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* Six pages of four publishers: a1, a2 and b1, b2 share one each. */
static const struct source sources[SOURCES] = {
    {.id = 1, .short_name = "a1", .publisher = "A", .kind = SOURCE_EDITORIAL, .on = true},
    {.id = 2, .short_name = "a2", .publisher = "A", .kind = SOURCE_EDITORIAL, .on = true},
    {.id = 3, .short_name = "b1", .publisher = "B", .kind = SOURCE_EDITORIAL, .on = true},
    {.id = 4, .short_name = "b2", .publisher = "B", .kind = SOURCE_EDITORIAL, .on = true},
    {.id = 5, .short_name = "c", .publisher = "C", .kind = SOURCE_POSTINGS, .on = true},
    {.id = 6, .short_name = "d", .publisher = "D", .kind = SOURCE_EDITORIAL, .on = true},
};

enum { A1, A2, B1, B2, C, D };

/* An entry-level base salary in dollars; a range when lo < hi, else a point. */
static struct figure
pay(int source, double lo, double hi)
{
	struct figure f = {.source = &sources[source], .measure = "pay", .about_kind = "role",
	    .about_key = "x", .unit = "USD", .per = "", .basis = BASIS_BASE, .level = LEVEL_ENTRY,
	    .text = "", .missing = "", .place = "", .employer = "", .employer_words = "", .as_of = "",
	    .confidence = "", .attributed = "", .excludes = "", .note = "", .locator = "", .words = ""};

	f.low = f.high = f.value = f.p10 = f.p25 = f.p50 = f.p75 = f.p90 = NAN;
	f.years_lo = f.years_hi = f.horizon_lo = f.horizon_hi = f.horizon_years = NAN;
	f.stat = lo < hi ? STAT_RANGE : STAT_POINT;
	if (lo < hi) {
		f.low = lo;
		f.high = hi;
	} else {
		f.value = lo;
	}
	return f;
}

static struct agree
make(struct figure *f, size_t n, enum level level)
{
	struct figures figs = {f, n};
	struct agree ag;

	agree_make(&ag, &figs, level, &arena);
	return ag;
}

static const struct agree_group *
salary(const struct agree *ag, enum level level)
{
	const struct agree_group *g = agree_main(ag, level, RULER_SALARY);

	assert_non_null(g);
	return g;
}

static void
check_range(const struct agree_range *r, double lo, double hi, size_t publishers)
{
	assert_float_equal(r->lo, lo, 0);
	assert_float_equal(r->hi, hi, 0);
	assert_int_equal(r->publishers, publishers);
	assert_int_equal(r->point, !(lo < hi));
}

/* --- the rules ------------------------------------------------------------------------------- */

static void
test_publishers_count_once(void **state)
{
	struct figure f[] = {pay(A1, 100, 120), pay(A2, 110, 140), pay(B1, 115, 130),
	    pay(D, 200, 300)};
	struct agree ag = make(f, COUNT(f), LEVEL_ENTRY);
	const struct agree_group *g = salary(&ag, LEVEL_ENTRY);

	(void)state;
	assert_int_equal(ag.n, 1);
	assert_int_equal(g->nlines, 4);
	assert_int_equal(g->publishers, 3);
	assert_int_equal(g->pages, 4);
	assert_int_equal(g->nbest, 1);
	check_range(&g->best[0], 115, 130, 2);
	assert_int_equal(g->single.publishers, 0);
	assert_int_equal(g->napart, 1);
	assert_string_equal(g->apart[0], "d");
	assert_true(g->lines[0].meets && g->lines[1].meets && g->lines[2].meets);
	assert_true(!g->lines[3].meets && g->lines[3].apart && !g->lines[0].apart);
	assert_false(g->has_common);
	assert_float_equal(g->gap, 80, 0);
	assert_float_equal(g->envelope_lo, 100, 0);
	assert_float_equal(g->envelope_hi, 300, 0);
	assert_float_equal(g->overlap, 0, 0);
}

static void
test_touching_at_one_point(void **state)
{
	struct figure f[] = {pay(A1, 100, 160), pay(B1, 160, 200)};
	struct agree ag = make(f, COUNT(f), LEVEL_ENTRY);
	const struct agree_group *g = salary(&ag, LEVEL_ENTRY);

	(void)state;
	assert_int_equal(g->nbest, 1);
	check_range(&g->best[0], 160, 160, 2);
	assert_true(g->has_common);
	assert_float_equal(g->common_lo, 160, 0);
	assert_float_equal(g->common_hi, 160, 0);
	assert_float_equal(g->overlap, 0, 0);
	assert_int_equal(g->napart, 0);
}

static void
test_nobody_meets(void **state)
{
	struct figure f[] = {pay(A1, 100, 160), pay(B1, 180, 200)};
	struct agree ag = make(f, COUNT(f), LEVEL_ENTRY);
	const struct agree_group *g = salary(&ag, LEVEL_ENTRY);

	(void)state;
	assert_int_equal(g->nbest, 0);
	assert_int_equal(g->napart, 0);
	assert_false(g->lines[0].apart || g->lines[0].meets);
	assert_float_equal(g->gap, 20, 0);
}

static void
test_pages_of_one_publisher(void **state)
{
	struct figure f[] = {pay(A1, 180, 220), pay(A2, 160, 200), pay(A1, 0, 300)};
	struct agree ag = make(f, 2, LEVEL_ENTRY);
	const struct agree_group *g = salary(&ag, LEVEL_ENTRY);

	(void)state;
	assert_int_equal(g->publishers, 1);
	assert_int_equal(g->nbest, 0);
	check_range(&g->single, 180, 200, 2);
	assert_float_equal(g->overlap, 1.0 / 3, 0.0001);
	/* Two ranges of one page are no two pages. */
	f[1] = f[2];
	ag = make(f, 2, LEVEL_ENTRY);
	assert_int_equal(salary(&ag, LEVEL_ENTRY)->single.publishers, 0);
}

static void
test_percentiles_and_points(void **state)
{
	struct figure f[] = {pay(A1, 120, 160), pay(C, 0, 1), pay(D, 130, 130), pay(B1, 90, 90)};
	struct agree ag;
	const struct agree_group *g;

	(void)state;
	f[1].stat = STAT_PERCENTILES;
	f[1].p10 = 50;
	f[1].p25 = 115;
	f[1].p75 = 180;
	f[1].p90 = 300;
	ag = make(f, COUNT(f), LEVEL_ENTRY);
	g = salary(&ag, LEVEL_ENTRY);
	assert_float_equal(g->lines[1].lo, 115, 0);
	assert_float_equal(g->lines[1].hi, 180, 0);
	check_range(&g->best[0], 120, 160, 3);
	assert_int_equal(g->publishers, 4);
	assert_int_equal(g->napart, 1);
	assert_string_equal(g->apart[0], "b1");
}

static void
test_open_ends(void **state)
{
	struct figure f[] = {pay(A1, 140, 140), pay(B1, 120, 200), pay(C, 150, 400), pay(D, 100, 130)};
	struct agree ag;
	const struct agree_group *g;

	(void)state;
	f[0].open_high = f[2].open_high = true;
	ag = make(f, 3, LEVEL_ENTRY);
	g = salary(&ag, LEVEL_ENTRY);
	check_range(&g->best[0], 150, 200, 3);
	assert_true(g->has_common && g->open_high);
	assert_float_equal(g->common_lo, 150, 0);
	assert_float_equal(g->common_hi, 200, 0);
	assert_float_equal(g->envelope_lo, 120, 0);
	assert_float_equal(g->envelope_hi, 200, 0);
	assert_float_equal(g->overlap, 50.0 / 80, 0.0001);
	f[1] = f[3];
	ag = make(f, 3, LEVEL_ENTRY);
	g = salary(&ag, LEVEL_ENTRY);
	assert_false(g->has_common);
	assert_float_equal(g->gap, 20, 0);
	assert_float_equal(g->envelope_hi, 130, 0);
}

static void
test_only_open_ends_meet(void **state)
{
	struct figure f[] = {pay(A1, 250, 400), pay(B1, 300, 500)};
	struct agree ag;
	const struct agree_group *g;

	(void)state;
	f[0].open_high = f[1].open_high = true;
	ag = make(f, 2, LEVEL_ENTRY);
	g = salary(&ag, LEVEL_ENTRY);
	check_range(&g->best[0], 300, 400, 2);
	assert_true(g->best[0].open_high && !g->best[0].open_low);
	assert_float_equal(g->common_lo, 300, 0);
	assert_float_equal(g->common_hi, 400, 0);
	f[0] = pay(A1, 500, 500);
	f[0].open_high = true;
	ag = make(f, 1, LEVEL_ENTRY);
	g = salary(&ag, LEVEL_ENTRY);
	assert_float_equal(g->envelope_lo, 500, 0);
	assert_float_equal(g->envelope_hi, 500, 0);
	assert_true(g->open_high && g->has_common);
}

static void
test_what_makes_no_line(void **state)
{
	struct figure f[] = {pay(A1, 1, 2), pay(A1, 1, 2), pay(A1, 1, 1), pay(A1, 1, 1)};
	struct agree ag;
	struct figures figs = {f, COUNT(f)};

	(void)state;
	f[0].card = true;
	f[1].missing = "suppressed";
	f[2].stat = STAT_RANK;
	f[3].stat = STAT_CATEGORY;
	ag = make(f, COUNT(f), LEVEL_ENTRY);
	assert_int_equal(ag.n, 0);
	assert_int_equal(agree_levels(&figs), 0);
	assert_null(agree_main(&ag, LEVEL_ENTRY, RULER_SALARY));
	ag = make(f, 0, LEVEL_UNSTATED);
	assert_int_equal(ag.n, 0);
}

/* Base against total, two currencies, two periods and two places never share an answer. */
static void
test_groups(void **state)
{
	struct figure f[] = {pay(A1, 1, 9), pay(B1, 1, 9), pay(C, 1, 9), pay(D, 1, 9), pay(B2, 1, 9),
	    pay(A2, 1, 9), pay(D, 2, 8), pay(C, 2, 8)};
	struct agree ag;

	(void)state;
	f[1].basis = BASIS_TOTAL;
	f[2].unit = "EUR";
	f[3].per = "hour";
	f[4].place = "Seattle";
	f[5].place = "US";
	f[5].basis = BASIS_UNSTATED;
	f[5].per = "year";
	f[6].unit = "unstated-currency";
	f[7].place = "GB";
	ag = make(f, COUNT(f), LEVEL_ENTRY);
	assert_int_equal(ag.n, 6);
	assert_int_equal(ag.g[0].nlines, 3);
	assert_int_equal(ag.g[0].lines[1].loosely, LOOSE_BASIS);
	assert_int_equal(ag.g[0].lines[2].loosely, LOOSE_CURRENCY | LOOSE_PLACE);
	assert_int_equal(ag.g[0].lines[0].loosely, LOOSE_PLACE);
	assert_int_equal(ag.g[0].differs, LOOSE_BASIS | LOOSE_CURRENCY | LOOSE_PLACE);
	assert_ptr_equal(agree_main(&ag, LEVEL_ENTRY, RULER_SALARY), &ag.g[0]);
	assert_string_equal(ag.g[1].per, "hour");
	assert_string_equal(ag.g[2].currency, "EUR");
	assert_int_equal(ag.g[3].ruler, RULER_TOTAL);
	assert_string_equal(ag.g[4].place, "GB");
	assert_string_equal(ag.g[5].place, "Seattle");
	ag = make(&f[6], 1, LEVEL_ENTRY);
	assert_string_equal(ag.g[0].currency, "unstated-currency");
}

static void
test_unstated_level_stands_in(void **state)
{
	struct figure f[] = {pay(A1, 1, 9), pay(A1, 2, 8), pay(B1, 3, 7), pay(D, 1, 3)};
	struct figures figs = {f, COUNT(f)};
	struct agree ag;
	const struct agree_group *g;

	(void)state;
	f[0].level = f[2].level = LEVEL_UNSTATED;
	f[3].level = LEVEL_STAFF;
	assert_int_equal(
	    agree_levels(&figs), 1u << LEVEL_ENTRY | 1u << LEVEL_STAFF | 1u << LEVEL_UNSTATED);
	ag = make(f, COUNT(f), LEVEL_ENTRY);
	g = salary(&ag, LEVEL_ENTRY);
	assert_int_equal(g->nlines, 2);
	assert_ptr_equal(g->lines[0].f, &f[1]);
	assert_ptr_equal(g->lines[1].f, &f[2]);
	assert_int_equal(g->lines[0].loosely, 0);
	assert_int_equal(g->lines[1].loosely, LOOSE_LEVEL);
	ag = make(f, COUNT(f), LEVEL_SENIOR);
	assert_int_equal(salary(&ag, LEVEL_SENIOR)->nlines, 2);
	ag = make(f, COUNT(f), LEVEL_STAFF);
	assert_int_equal(salary(&ag, LEVEL_STAFF)->nlines, 1);
	ag = make(f, COUNT(f), LEVEL_EXECUTIVE);
	assert_int_equal(ag.n, 0);
	/* A borrowed figure, too, says that the source knows the level. */
	f[1].borrowed = true;
	ag = make(f, COUNT(f), LEVEL_ENTRY);
	assert_int_equal(salary(&ag, LEVEL_ENTRY)->lines[0].loosely, LOOSE_BORROWED);
	/* Every level that occurs, those without one last. */
	ag = make(f, COUNT(f), LEVEL_UNSTATED);
	assert_int_equal(ag.n, 3);
	assert_int_equal(ag.g[0].level, LEVEL_ENTRY);
	assert_int_equal(ag.g[1].level, LEVEL_STAFF);
	assert_int_equal(ag.g[2].level, LEVEL_UNSTATED);
	assert_int_equal(ag.g[2].nlines, 2);
	assert_int_equal(ag.g[2].lines[0].loosely, 0);
}

static void
test_employers(void **state)
{
	struct figure f[] = {pay(A1, 1, 9), pay(B1, 1, 9), pay(C, 1, 9), pay(D, 1, 9), pay(A2, 1, 9)};
	struct agree ag;
	const struct agree_line *l;

	(void)state;
	f[0].employer = f[4].employer = "big-tech";
	f[1].employer = "startup";
	f[2].employer = "mixed";
	ag = make(f, COUNT(f), LEVEL_ENTRY);
	l = ag.g[0].lines;
	assert_int_equal(l[0].loosely, 0);
	assert_int_equal(l[1].loosely, LOOSE_EMPLOYER);
	assert_int_equal(l[2].loosely, LOOSE_EMPLOYER);
	assert_int_equal(l[3].loosely, LOOSE_EMPLOYER);
	assert_false(agree_comparable(&l[0], &l[1]));
	assert_true(agree_comparable(&l[0], &l[2]));
	assert_true(agree_comparable(&l[1], &l[3]));
	assert_true(agree_comparable(&l[0], &l[4]));
	f[0].employer = f[4].employer = f[1].employer = "";
	ag = make(f, COUNT(f), LEVEL_ENTRY);
	assert_int_equal(ag.g[0].lines[2].loosely, 0);
	assert_int_equal(ag.g[0].differs, 0);
}

/* --- the answer of a list -------------------------------------------------------------------- */

static void
check_answer(struct figure *f, size_t n, const char *want)
{
	struct figures figs = {f, n};
	struct pay_answer ans;
	char got[200];

	if (!agree_answer(&figs, &ans, &arena))
		snprintf(got, sizeof got, "none");
	else
		snprintf(got, sizeof got, "%g-%g%s %s %s %s %zu of %zu", ans.low, ans.high,
		    ans.open_high ? "+" : "", ans.currency, basis_word(ans.basis),
		    level_word(ans.level), ans.publishers, ans.of);
	assert_string_equal(got, want);
}

static void
test_answer(void **state)
{
	struct figure f[] = {pay(D, 50, 60), pay(A1, 120, 160), pay(B1, 110, 150), pay(C, 500, 500)};

	(void)state;
	check_answer(f, 0, "none");
	check_answer(f, 3, "120-150 USD base entry 2 of 3");
	f[2].basis = BASIS_UNSTATED;
	check_answer(f, 3, "120-150 USD unstated entry 2 of 3");
	/* Nothing at entry: the first group where publishers meet. */
	f[1].level = f[2].level = LEVEL_SENIOR;
	check_answer(f, 3, "120-150 USD unstated senior 2 of 2");
	f[1].level = f[2].level = LEVEL_UNSTATED;
	f[0].level = LEVEL_EXECUTIVE;
	check_answer(f, 3, "120-150 USD unstated unstated 2 of 2");
	/* Nobody meets: one line, a range before a point. */
	f[0] = pay(C, 90, 90);
	f[1] = pay(A1, 120, 160);
	check_answer(f, 2, "120-160 USD base entry 1 of 2");
	f[2] = pay(D, 300, 310);
	f[2].n = 40;
	check_answer(f, 3, "300-310 USD base entry 1 of 3");
	/* Pages of one publisher are no agreement, yet an answer. */
	f[0] = pay(A1, 180, 220);
	f[1] = pay(A2, 160, 200);
	f[0].basis = f[1].basis = BASIS_TOTAL;
	check_answer(f, 2, "180-200 USD total entry 1 of 1");
	f[3].open_high = true;
	f[3].level = LEVEL_EXECUTIVE;
	check_answer(&f[3], 1, "500-500+ USD base executive 1 of 1");
	f[3].unit = "EUR";
	check_answer(&f[3], 1, "500-500+ EUR base executive 1 of 1");
}

/* --- why ------------------------------------------------------------------------------------- */

static void
check_why(struct figure *f, size_t n, const char *want)
{
	struct agree ag = make(f, n, LEVEL_ENTRY);
	struct buf why = BUF_INIT;

	agree_why(&ag.g[0], &why);
	assert_string_equal(why.data, want);
	buf_free(&why);
}

static void
test_why(void **state)
{
	struct figure f[] = {pay(A1, 120, 160), pay(B1, 110, 150), pay(D, 70, 95), pay(A2, 120, 130)};

	(void)state;
	check_why(f, 1, "");
	check_why(f, 4, "");
	f[0].basis = f[3].basis = BASIS_UNSTATED;
	check_why(f, 4, "a1 and a2 do not say the basis");
	f[1].employer = "big-tech";
	check_why(f, 4, "b1 speaks of big tech; a1 and a2 do not say the basis");
	f[2].borrowed = true;
	f[2].excludes = "shares";
	check_why(f, 4,
	    "d speaks of the whole field; d leaves out shares; b1 speaks of big tech; a1 and a2 do not"
	    " say the basis");
	/* The same of all of them explains nothing. */
	f[0] = pay(A1, 1, 2);
	f[1] = pay(B1, 3, 4);
	f[0].employer = f[1].employer = "startup";
	f[0].basis = f[1].basis = BASIS_UNSTATED;
	check_why(f, 2, "");
	f[0].years_lo = 3;
	f[0].years_hi = 5;
	f[1].years_lo = 8;
	f[1].attributed = "a report";
	f[0].level = LEVEL_UNSTATED;
	check_why(f, 2, "a1 states no level; a1 means 3-5 years; b1 means 8+ years; b1 credits a report");
	/* Where nobody's numbers differ there is nothing to explain. */
	f[0].low = 3;
	f[0].high = 4;
	check_why(f, 2, "");
}

static void
test_why_counts(void **state)
{
	struct figure f[] = {pay(A1, 120, 160), pay(C, 110, 150), pay(C, 100, 140), pay(B1, 1, 2),
	    pay(B2, 1, 2), pay(D, 1, 3)};

	(void)state;
	f[1].n = 2968;
	check_why(f, 2, "c rests on 2,968 postings");
	check_why(f, 3, "c rests on postings");
	f[0].place = f[1].place = "US";
	f[2] = pay(A2, 3, 4);
	check_why(f, 6, "c rests on 2,968 postings; 4 sources name no place");
}

static void
test_why_is_short(void **state)
{
	struct figure f[] = {pay(A1, 120, 160), pay(B1, 110, 150), pay(C, 100, 140), pay(D, 1, 2)};
	struct buf why = BUF_INIT;
	struct agree ag;

	(void)state;
	for (size_t i = 0; i < COUNT(f); i++) {
		f[i].attributed = arena_printf(&arena, "a report number %zu with a rather long name", i);
		f[i].excludes = arena_printf(&arena,
		    "everything that was not asked for in the questions of part %zu of the survey", i);
	}
	ag = make(f, COUNT(f), LEVEL_ENTRY);
	buf_adds(&why, "Why? ");
	agree_why(&ag.g[0], &why);
	assert_in_range(why.len, 100, 5 + 200);
	assert_contains(why.data, "Why? d credits a report number 3");
	buf_free(&why);
}

/* --- random figures -------------------------------------------------------------------------- */

static size_t
random_figures(struct figure *f, struct rng *r)
{
	static const char *const employers[] = {"", "", "", "big-tech", "startup", "mixed"};
	static const char *const places[] = {"", "", "US", "US", "Seattle", "Remote"};
	size_t n = 1 + rng_below(r, FIGS - 1);

	for (size_t i = 0; i < n; i++) {
		double lo = rng_below(r, 30), hi = lo + rng_below(r, 12);

		f[i] = pay((int)rng_below(r, SOURCES), lo, hi);
		f[i].id = (int64_t)i + 1;
		f[i].open_high = rng_chance(r, 8);
		f[i].basis = (enum basis)rng_below(r, 3);
		f[i].level = (enum level)rng_below(r, LEVEL_SENIOR + 1);
		f[i].employer = employers[rng_below(r, COUNT(employers))];
		f[i].place = places[rng_below(r, COUNT(places))];
		f[i].card = rng_chance(r, 5);
		f[i].borrowed = rng_chance(r, 10);
	}
	return n;
}

static bool
line_touches(const struct agree_line *l, const struct agree_range *r)
{
	return l->lo <= r->hi && (l->f->open_high || l->hi >= r->lo);
}

static void
check_group(const struct agree_group *g)
{
	assert_true(g->nlines > 0);
	assert_in_range(g->publishers, 1, g->nlines);
	assert_in_range(g->pages, g->publishers, g->nlines);
	assert_true(g->nbest <= AGREE_MAX_RANGES);
	assert_true(g->overlap >= 0 && g->overlap <= 1);
	assert_true(g->has_common ? g->gap <= 0 : g->gap > 0);
	assert_true(g->publishers > 1 || g->nbest == 0);
	assert_true(g->napart < g->publishers);
	for (size_t i = 0; i < g->nbest; i++) {
		const struct agree_range *r = &g->best[i];

		assert_in_range(r->publishers, 2, g->publishers);
		assert_int_equal(r->publishers, g->best[0].publishers);
		assert_true(r->lo <= r->hi && r->lo >= g->envelope_lo);
		assert_true(r->hi <= g->envelope_hi || r->open_high);
	}
	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];
		bool near = g->nbest == 0;

		assert_int_equal(l->meets, g->nbest > 0 && line_touches(l, &g->best[0]));
		for (size_t k = 0; k < g->nlines; k++)
			for (size_t b = 0; b < g->nbest; b++)
				near |= g->lines[k].who == l->who
				    && line_touches(&g->lines[k], &g->best[b]);
		assert_int_equal(l->apart, !near);
	}
}

/* Each figure that makes a line stands in a group of its own level, and in no other but as a stand-in. */
static void
check_places(const struct agree *ag, const struct figure *f)
{
	size_t own = 0, others = 0;

	for (size_t i = 0; i < ag->n; i++)
		for (size_t k = 0; k < ag->g[i].nlines; k++)
			if (ag->g[i].lines[k].f == f) {
				own += ag->g[i].level == f->level;
				others += ag->g[i].level != f->level;
			}
	assert_int_equal(own, !f->card);
	assert_true(others == 0 || f->level == LEVEL_UNSTATED);
}

static void
test_invariants(void **state)
{
	struct rng r = {11};

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct figure f[FIGS];
		size_t n = random_figures(f, &r);
		struct agree ag;

		arena_reset(&arena);
		ag = make(f, n, LEVEL_UNSTATED);
		for (size_t i = 0; i < ag.n; i++)
			check_group(&ag.g[i]);
		for (size_t i = 0; i < n; i++)
			check_places(&ag, &f[i]);
	}
}

static bool
near_enough(double a, double b)
{
	return !(fabs(a - b) > 1e-9);
}

static void
check_same_group(const struct agree_group *x, const struct agree_group *y)
{
	assert_true(x->level == y->level && x->ruler == y->ruler);
	assert_string_equal(x->place, y->place);
	assert_string_equal(x->currency, y->currency);
	assert_int_equal(x->nlines, y->nlines);
	assert_int_equal(x->publishers, y->publishers);
	assert_int_equal(x->nbest, y->nbest);
	for (size_t i = 0; i < x->nbest; i++)
		check_range(&x->best[i], y->best[i].lo, y->best[i].hi, y->best[i].publishers);
	check_range(&x->single, y->single.lo, y->single.hi, y->single.publishers);
	assert_true(x->has_common == y->has_common && near_enough(x->gap, y->gap));
	assert_true(near_enough(x->common_lo, y->common_lo) && near_enough(x->common_hi, y->common_hi));
	assert_true(near_enough(x->overlap, y->overlap));
	assert_int_equal(x->napart, y->napart);
	assert_int_equal(x->differs, y->differs);
	for (size_t i = 0; i < x->nlines; i++)
		for (size_t k = 0; k < y->nlines; k++)
			if (x->lines[i].f->id == y->lines[k].f->id) {
				assert_int_equal(x->lines[i].apart, y->lines[k].apart);
				assert_int_equal(x->lines[i].loosely, y->lines[k].loosely);
			}
}

static void
test_order_does_not_matter(void **state)
{
	struct rng r = {12};

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct figure f[FIGS], s[FIGS];
		size_t n = random_figures(f, &r);
		struct agree x, y;

		arena_reset(&arena);
		memcpy(s, f, sizeof s);
		for (size_t i = n; i > 1; i--) {
			size_t k = rng_below(&r, (uint32_t)i);
			struct figure swap = s[i - 1];

			s[i - 1] = s[k];
			s[k] = swap;
		}
		x = make(f, n, LEVEL_UNSTATED);
		y = make(s, n, LEVEL_UNSTATED);
		assert_int_equal(x.n, y.n);
		for (size_t i = 0; i < x.n; i++)
			check_same_group(&x.g[i], &y.g[i]);
	}
}

/* One more figure of a publisher inside what it said already changes neither depth nor place. */
static void
test_inside_own_union(void **state)
{
	struct rng r = {13};

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct figure f[FIGS + 1];
		size_t n = random_figures(f, &r), k = rng_below(&r, (uint32_t)n);
		double at = f[k].low + (f[k].high - f[k].low) * rng_below(&r, 5) / 4;
		struct agree x, y;

		arena_reset(&arena);
		if (f[k].card || f[k].stat != STAT_RANGE)
			continue;
		f[n] = f[k];
		f[n].open_high = false;
		if (rng_chance(&r, 50)) {
			f[n].stat = STAT_POINT;
			f[n].value = at;
		} else {
			f[n].low = at;
		}
		x = make(f, n, f[k].level);
		y = make(f, n + 1, f[k].level);
		assert_int_equal(x.n, y.n);
		for (size_t i = 0; i < x.n; i++) {
			assert_int_equal(x.g[i].nbest, y.g[i].nbest);
			for (size_t b = 0; b < x.g[i].nbest && !x.g[i].best[b].open_high; b++)
				check_range(&x.g[i].best[b], y.g[i].best[b].lo, y.g[i].best[b].hi,
				    y.g[i].best[b].publishers);
		}
	}
}

/* --- the bundled packs ----------------------------------------------------------------------- */

struct bundled {
	struct db *db;
	struct sources src;
	struct figures figs;
	struct agree ag;
};

static void
load(struct bundled *b, const char *role, enum level level)
{
	b->db = packcat_open();
	assert_ok(sources_load(&b->src, b->db, &arena, &e));
	assert_ok(figures_of_role(
	    &b->figs, b->db, &b->src, packcat_role(b->db, role), "pay", &arena, &e));
	agree_make(&b->ag, &b->figs, level, &arena);
}

static void
test_engineer_entry(void **state)
{
	struct bundled b;
	const struct agree_group *g;
	struct buf why = BUF_INIT;

	(void)state;
	load(&b, "machine-learning-engineer", LEVEL_ENTRY);
	g = salary(&b.ag, LEVEL_ENTRY);
	assert_int_equal(g->publishers, 4);
	assert_int_equal(g->nbest, 1);
	check_range(&g->best[0], 120000, 160000, 3);
	assert_int_equal(g->napart, 1);
	assert_string_equal(g->apart[0], "guide 2025");
	assert_false(g->has_common);
	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		assert_true(l->lo > 135000 || l->hi < 215000);
		assert_false(l->f->card);
		if (l->apart)
			assert_true(l->lo <= 70000 && l->hi >= 95000 && (l->loosely & LOOSE_BORROWED));
		if (strcmp(l->f->source->short_name, "Bouchrika 2026") == 0)
			assert_true((l->loosely & LOOSE_LEVEL) && l->lo <= 110000);
	}
	agree_why(g, &why);
	assert_contains(why.data, "guide 2025 speaks of the whole field");
	assert_contains(why.data, "aigraduate ML and aigraduate MLE speak of big tech");
	assert_contains(why.data, "Bouchrika 2026 states no level");
	assert_true(why.len <= 200);
	buf_free(&why);
	g = agree_main(&b.ag, LEVEL_ENTRY, RULER_TOTAL);
	assert_non_null(g);
	assert_int_equal(g->publishers, 1);
	assert_int_equal(g->nbest, 0);
	check_range(&g->single, 180000, 200000, 2);
	db_close(b.db);
}

static void
test_engineer_other_levels(void **state)
{
	struct bundled b;
	const struct agree_group *g;

	(void)state;
	load(&b, "machine-learning-engineer", LEVEL_UNSTATED);
	g = salary(&b.ag, LEVEL_MID);
	assert_int_equal(g->nbest, 2);
	check_range(&g->best[0], 137750, 160000, 3);
	check_range(&g->best[1], 165000, 200000, 3);
	assert_int_equal(g->publishers, 4);
	g = salary(&b.ag, LEVEL_SENIOR);
	check_range(&g->best[0], 200000, 259000, 2);
	/* Places of their own: a city's figure stands in no national answer. */
	for (size_t i = 0; i < b.ag.n; i++)
		for (size_t k = 0; k < b.ag.g[i].nlines; k++) {
			const char *place = b.ag.g[i].lines[k].f->place;
			bool local = strcmp(place, "") != 0 && strcmp(place, "US") != 0;

			assert_int_equal(local, b.ag.g[i].place[0] != '\0');
		}
	/* Pay of remote work overlaps. */
	for (size_t i = 0; i < b.ag.n; i++)
		if (strcmp(b.ag.g[i].place, "Remote") == 0) {
			assert_true(b.ag.g[i].has_common);
			check_range(&b.ag.g[i].single, 180000, 200000, 2);
			assert_float_equal(b.ag.g[i].overlap, 20.0 / 105, 0.0001);
		}
	db_close(b.db);
}

/* The four headline ranges overlap where they may be held against each other. */
static void
test_headlines_overlap(void **state)
{
	struct bundled b;
	struct figure head[8];
	size_t n = 0;
	struct agree ag;

	(void)state;
	load(&b, "machine-learning-engineer", LEVEL_ENTRY);
	for (size_t i = 0; i < b.figs.n; i++) {
		const struct figure *f = &b.figs.f[i];

		if (f->level != LEVEL_UNSTATED || f->stat != STAT_RANGE)
			continue;
		if (!f->card && strcmp(f->place, "US") != 0)
			continue;
		head[n] = *f;
		head[n++].card = false;
	}
	assert_int_equal(n, 4);
	ag = make(head, n, LEVEL_UNSTATED);
	for (size_t i = 0; i < ag.n; i++)
		assert_true(ag.g[i].has_common);
	assert_float_equal(salary(&ag, LEVEL_UNSTATED)->common_lo, 140000, 0);
	assert_float_equal(salary(&ag, LEVEL_UNSTATED)->common_hi, 160000, 0);
	db_close(b.db);
}

static void
test_scientists(void **state)
{
	struct bundled b;
	const struct agree_group *g;
	struct figures figs;

	(void)state;
	load(&b, "data-scientist", LEVEL_UNSTATED);
	g = salary(&b.ag, LEVEL_ENTRY);
	check_range(&g->best[0], 95000, 149480, 3);
	assert_true(g->has_common);
	assert_true(salary(&b.ag, LEVEL_UNSTATED)->has_common);
	assert_ok(figures_of_role(
	    &figs, b.db, &b.src, packcat_role(b.db, "research-scientist"), "pay", &arena, &e));
	agree_make(&b.ag, &figs, LEVEL_UNSTATED, &arena);
	g = salary(&b.ag, LEVEL_UNSTATED);
	assert_false(g->has_common);
	assert_float_equal(g->gap, 20000, 0);
	assert_int_equal(g->nbest, 0);
	assert_true(agree_comparable(&g->lines[0], &g->lines[1]));
	g = salary(&b.ag, LEVEL_ENTRY);
	assert_int_equal(g->nbest, 2);
	check_range(&g->best[0], 137750, 180000, 2);
	check_range(&g->best[1], 200000, 250000, 2);
	assert_float_equal(g->gap, 20000, 0);
	db_close(b.db);
}

/* Switching a source off changes the answer. */
static void
test_source_off(void **state)
{
	struct bundled b;

	(void)state;
	load(&b, "machine-learning-engineer", LEVEL_ENTRY);
	for (size_t i = 0; i < b.src.n; i++)
		b.src.s[i].on = strcmp(b.src.s[i].short_name, "guide 2025") != 0;
	assert_ok(figures_of_role(&b.figs, b.db, &b.src,
	    packcat_role(b.db, "machine-learning-engineer"), "pay", &arena, &e));
	agree_make(&b.ag, &b.figs, LEVEL_ENTRY, &arena);
	check_range(&salary(&b.ag, LEVEL_ENTRY)->best[0], 120000, 160000, 3);
	assert_int_equal(salary(&b.ag, LEVEL_ENTRY)->publishers, 3);
	assert_int_equal(salary(&b.ag, LEVEL_ENTRY)->napart, 0);
	db_close(b.db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_publishers_count_once),
	    cmocka_unit_test(test_touching_at_one_point),
	    cmocka_unit_test(test_nobody_meets),
	    cmocka_unit_test(test_pages_of_one_publisher),
	    cmocka_unit_test(test_percentiles_and_points),
	    cmocka_unit_test(test_open_ends),
	    cmocka_unit_test(test_only_open_ends_meet),
	    cmocka_unit_test(test_what_makes_no_line),
	    cmocka_unit_test(test_groups),
	    cmocka_unit_test(test_unstated_level_stands_in),
	    cmocka_unit_test(test_employers),
	    cmocka_unit_test(test_answer),
	    cmocka_unit_test(test_why),
	    cmocka_unit_test(test_why_counts),
	    cmocka_unit_test(test_why_is_short),
	    cmocka_unit_test(test_invariants),
	    cmocka_unit_test(test_order_does_not_matter),
	    cmocka_unit_test(test_inside_own_union),
	    cmocka_unit_test(test_engineer_entry),
	    cmocka_unit_test(test_engineer_other_levels),
	    cmocka_unit_test(test_headlines_overlap),
	    cmocka_unit_test(test_scientists),
	    cmocka_unit_test(test_source_off),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
