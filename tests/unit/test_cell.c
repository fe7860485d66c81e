/* Pay in cells, and what of the figures is asked for. */
#include "career/model/cell.h"
#include "check.h"
#include "frames.h"
#include "packcat.h"
#include "payfig.h"

#include <math.h>

static struct pay_cells
cells(const struct figure *f, size_t n)
{
	struct figures figs = {(struct figure *)(uintptr_t)f, n};
	struct pay_cells c;

	pay_cells_make(&c, &figs, NULL, &payfig_arena);
	return c;
}

static struct figure
said(struct figure f, const char *place, enum basis basis, const char *employer)
{
	f.place = place;
	f.basis = basis;
	f.employer = employer;
	return f;
}

/* Only what says the same shares a cell; the country's names are one. */
static void
test_keys(void **state)
{
	struct figure f[] = {
	    said(pay(A1, 100, 120), "US", BASIS_BASE, "big-tech"),
	    said(pay(B1, 110, 130), "United States", BASIS_BASE, "big-tech"),
	    said(pay(C, 100, 120), "", BASIS_BASE, "big-tech"),
	    said(pay(D, 100, 120), "US", BASIS_UNSTATED, "big-tech"),
	    said(pay(A2, 100, 120), "US", BASIS_TOTAL, "big-tech"),
	    said(pay(B2, 100, 120), "US", BASIS_BASE, "mixed"),
	    said(pay(B2, 100, 120), "Seattle", BASIS_BASE, "startup"),
	};
	struct pay_cells c = cells(f, COUNT(f));

	(void)state;
	assert_int_equal(c.n, 6);
	assert_int_equal(c.lines, 7);
	assert_int_equal(c.shared, 1);
	assert_int_equal(c.common, 1);
	assert_int_equal(c.c[0].g.nlines, 2);
	assert_string_equal(c.c[0].place, "US");
	assert_float_equal(c.c[0].g.common_lo, 110, 0);
	assert_float_equal(c.c[0].g.common_hi, 120, 0);
	assert_int_equal(c.c[0].unsaid, 0);
	/* Order: the country, then no place, then others; base, unsaid, total; without an employer last. */
	assert_string_equal(c.c[1].employer, "");
	assert_int_equal(c.c[1].unsaid, LOOSE_EMPLOYER);
	assert_int_equal(c.c[2].basis, BASIS_UNSTATED);
	assert_int_equal(c.c[3].basis, BASIS_TOTAL);
	assert_int_equal(c.c[4].unsaid, LOOSE_PLACE);
	assert_string_equal(c.c[5].place, "Seattle");
}

/* What says less may belong to a cell, marked with what it leaves unsaid; total pay takes no unsaid basis. */
static void
test_loose(void **state)
{
	struct figure f[] = {
	    said(pay(A1, 100, 120), "US", BASIS_BASE, "big-tech"),
	    said(pay(B1, 150, 180), "", BASIS_UNSTATED, ""),
	    said(pay(C, 110, 130), "US", BASIS_BASE, "startup"),
	    said(pay(D, 200, 220), "US", BASIS_TOTAL, "big-tech"),
	    said(pay(A2, 90, 95), "", BASIS_BASE, "big-tech"),
	};
	struct pay_cells c = cells(f, COUNT(f));
	const struct pay_cell *base = &c.c[0];

	(void)state;
	assert_int_equal(c.n, 5);
	assert_int_equal(base->nloose, 2);
	assert_ptr_equal(base->loose[0].f->source, f[1].source);
	assert_int_equal(base->loose[0].loosely, LOOSE_PLACE | LOOSE_BASIS | LOOSE_EMPLOYER);
	assert_int_equal(base->loose[1].loosely, LOOSE_PLACE);
	assert_true(base->g.has_common);
	assert_int_equal(base->wide.nlines, 3);
	assert_false(base->wide.has_common);
	assert_float_equal(base->wide.gap, 55, 0);
	for (size_t i = 0; i < c.n; i++) {
		assert_true(c.c[i].basis != BASIS_TOTAL || c.c[i].nloose == 0);
		assert_true((c.c[i].nloose > 0) == (c.c[i].wide.nlines > 0));
	}
	/* The one that says least has none, and says so of nobody. */
	assert_int_equal(c.c[c.n - 1].unsaid, LOOSE_PLACE | LOOSE_BASIS | LOOSE_EMPLOYER);
	assert_int_equal(c.c[c.n - 1].nloose, 0);
}

/* Currencies and what is paid an hour part cells; an unsaid currency may be dollars. */
static void
test_currency(void **state)
{
	struct figure f[] = {
	    pay(A1, 100, 120), pay(B1, 100, 120), pay(C, 100, 120), pay(D, 10, 12)};
	struct pay_cells c;

	(void)state;
	f[1].unit = "EUR";
	f[2].unit = "unstated-currency";
	f[3].per = "hour";
	c = cells(f, COUNT(f));
	assert_int_equal(c.n, 4);
	assert_int_equal(c.shared, 0);
	for (size_t i = 0; i < c.n; i++) {
		bool dollars =
		    strcmp(c.c[i].g.currency, "USD") == 0 && strcmp(c.c[i].g.per, "year") == 0;

		assert_int_equal(c.c[i].nloose, dollars ? 1 : 0);
	}
}

/* A figure without a level may belong to a cell of one only where its source states none for it. */
static void
test_level(void **state)
{
	struct figure f[] = {pay(A1, 100, 120), pay(B1, 100, 150), pay(A1, 90, 200)};
	struct pay_cells c;

	(void)state;
	f[1].level = f[2].level = LEVEL_UNSTATED;
	c = cells(f, COUNT(f));
	assert_int_equal(c.n, 2);
	assert_int_equal(c.c[0].g.level, LEVEL_ENTRY);
	assert_int_equal(c.c[0].nloose, 1);
	assert_ptr_equal(c.c[0].loose[0].f->source, f[1].source);
	assert_int_equal(c.c[0].loose[0].loosely, LOOSE_LEVEL);
	assert_int_equal(c.c[1].g.nlines, 2);
}

static void
test_what_makes_no_line(void **state)
{
	struct figure f[] = {pay(A1, 100, 120), pay(B1, 100, 120), pay(C, 100, 120)};

	(void)state;
	f[0].card = true;
	f[1].stat = STAT_RANK;
	f[2].low = f[2].high = NAN;
	assert_int_equal(cells(f, COUNT(f)).n, 0);
	assert_int_equal(cells(f, 0).n, 0);
}

/* --- random ones ----------------------------------------------------------------------------- */

enum { FIGS = 14, ROUNDS = 800 };

static size_t
random_figures(struct figure *f, struct rng *r)
{
	static const char *const employers[] = {"", "", "big-tech", "startup", "mixed"};
	static const char *const places[] = {"", "", "US", "USA", "Seattle"};
	static const char *const units[] = {"USD", "USD", "USD", "EUR", "unstated-currency"};
	size_t n = 1 + rng_below(r, FIGS - 1);

	for (size_t i = 0; i < n; i++) {
		double lo = rng_below(r, 30);

		f[i] = pay((int)rng_below(r, PAYFIG_SOURCES), lo, lo + rng_below(r, 12));
		f[i].id = (int64_t)i + 1;
		f[i].open_high = rng_chance(r, 8);
		f[i].basis = (enum basis)rng_below(r, 3);
		f[i].level = (enum level)rng_below(r, LEVEL_SENIOR + 1);
		f[i].employer = employers[rng_below(r, COUNT(employers))];
		f[i].place = places[rng_below(r, COUNT(places))];
		f[i].unit = units[rng_below(r, COUNT(units))];
		f[i].card = rng_chance(r, 5);
	}
	return n;
}

static void
check_cell(const struct pay_cell *c)
{
	for (size_t i = 0; i < c->g.nlines; i++) {
		const struct figure *f = c->g.lines[i].f;

		assert_int_equal(f->level, c->g.level);
		assert_int_equal(f->basis, c->basis);
		assert_int_equal(f->place[0] == '\0', c->place[0] == '\0');
		assert_false(c->g.lines[i].loosely & LOOSE_EMPLOYER);
		for (size_t k = 0; k < c->nloose; k++)
			assert_ptr_not_equal(c->loose[k].f, f);
	}
	for (size_t i = 0; i < c->nloose; i++) {
		const struct figure *f = c->loose[i].f;

		assert_true(c->loose[i].loosely != 0);
		assert_true((f->basis == BASIS_TOTAL) == (c->basis == BASIS_TOTAL));
		for (size_t k = 0; k < c->g.nlines; k++)
			assert_true(agree_comparable(&c->loose[i], &c->g.lines[k]));
	}
	if (c->wide.nlines > 0 && c->wide.has_common) {
		assert_true(c->g.has_common);
		assert_true(c->g.common_open_low || c->g.common_lo <= c->wide.common_lo);
		assert_true(c->g.common_open_high || c->g.common_hi >= c->wide.common_hi);
	}
}

static void
test_random(void **state)
{
	struct rng r = {21};

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct figure f[FIGS];
		size_t n = random_figures(f, &r), lines = 0, made = 0;
		struct pay_cells c;

		arena_reset(&payfig_arena);
		c = cells(f, n);
		for (size_t i = 0; i < n; i++)
			made += !f[i].card;
		for (size_t i = 0; i < c.n; i++) {
			lines += c.c[i].g.nlines;
			check_cell(&c.c[i]);
		}
		assert_int_equal(lines, made);
		assert_int_equal(c.lines, made);
	}
}

/* --- what is asked for ----------------------------------------------------------------------- */

static void
test_filter(void **state)
{
	struct figure f = said(pay(A1, 1, 2), "San Francisco", BASIS_BASE, "big-tech");
	struct figure none = pay(A1, 1, 2), us = said(none, "USA", BASIS_TOTAL, "");

	(void)state;
	f.employer_words = "major tech companies";
	assert_true(pay_filter_passes(&(struct pay_filter){0}, &f));
	assert_true(pay_filter_passes(&(struct pay_filter){.place = "san"}, &f));
	assert_true(pay_filter_passes(&(struct pay_filter){.place = "FRAN"}, &f));
	assert_false(pay_filter_passes(&(struct pay_filter){.place = "cisco"}, &f));
	assert_false(pay_filter_passes(&(struct pay_filter){.place = "none"}, &f));
	assert_true(pay_filter_passes(&(struct pay_filter){.place = "none"}, &none));
	assert_true(pay_filter_passes(&(struct pay_filter){.place = "us"}, &us));
	us.place = "CA";
	assert_true(pay_filter_passes(&(struct pay_filter){.place = "canada"}, &us));
	assert_true(pay_filter_passes(&(struct pay_filter){.place = "ca"}, &us));
	assert_string_equal(place_says("CA"), "Canada");
	assert_string_equal(place_says("Seattle"), "Seattle");
	assert_string_equal(place_says(""), "");
	assert_true(pay_filter_passes(&(struct pay_filter){.employer = "big"}, &f));
	assert_true(pay_filter_passes(&(struct pay_filter){.employer = "tech comp"}, &f));
	assert_false(pay_filter_passes(&(struct pay_filter){.employer = "startup"}, &f));
	assert_false(pay_filter_passes(&(struct pay_filter){.employer = "none"}, &f));
	assert_true(pay_filter_passes(&(struct pay_filter){.employer = "none"}, &us));
	assert_true(
	    pay_filter_passes(&(struct pay_filter){.by_basis = true, .basis = BASIS_TOTAL}, &us));
	assert_false(
	    pay_filter_passes(&(struct pay_filter){.by_basis = true, .basis = BASIS_TOTAL}, &f));
}

/* What does not pass still tells that its source states the level. */
static void
test_filter_keeps_levels(void **state)
{
	struct figure f[] = {pay(A1, 100, 120), said(pay(A1, 90, 200), "US", BASIS_BASE, ""),
	    said(pay(B1, 110, 130), "US", BASIS_BASE, "")};
	struct figures figs = {f, COUNT(f)};
	struct pay_filter us = {.place = "US"};
	struct agree ag;

	(void)state;
	f[1].level = f[2].level = LEVEL_UNSTATED;
	agree_make_of(&ag, &figs, &us, LEVEL_ENTRY, &payfig_arena);
	assert_int_equal(ag.n, 1);
	assert_int_equal(ag.g[0].nlines, 1);
	assert_ptr_equal(ag.g[0].lines[0].f, &f[2]);
	assert_true(agree_stands_in(&figs, &f[2], LEVEL_ENTRY));
	assert_false(agree_stands_in(&figs, &f[1], LEVEL_ENTRY));
}

/* --- the bundled packs ----------------------------------------------------------------------- */

static void
test_engineer(void **state)
{
	struct db *db = packcat_open();
	struct sources src;
	struct figures figs;
	struct pay_cells c;
	struct err e = {0};
	const struct pay_cell *big = NULL;

	(void)state;
	assert_ok(sources_load(&src, db, &payfig_arena, &e));
	assert_ok(figures_of_role(&figs, db, &src, packcat_role(db, "machine-learning-engineer"),
	    "pay", &payfig_arena, &e));
	pay_cells_make(&c, &figs, NULL, &payfig_arena);
	for (size_t i = 0; i < c.n; i++) {
		check_cell(&c.c[i]);
		if (c.c[i].g.level == LEVEL_ENTRY && c.c[i].basis == BASIS_BASE
		    && strcmp(c.c[i].employer, "big-tech") == 0)
			big = &c.c[i];
	}
	assert_non_null(big);
	if (big == NULL)
		return;
	assert_int_equal(big->g.pages, 2);
	assert_int_equal(big->g.publishers, 1);
	assert_float_equal(big->g.common_lo, 120000, 0);
	assert_float_equal(big->g.common_hi, 120000, 0);
	db_close(db);
}

int
main(void)
{
#define EACH(test) cmocka_unit_test_setup_teardown(test, payfig_setup, payfig_teardown)
	const struct CMUnitTest tests[] = {
	    EACH(test_keys),
	    EACH(test_loose),
	    EACH(test_currency),
	    EACH(test_level),
	    EACH(test_what_makes_no_line),
	    EACH(test_random),
	    EACH(test_filter),
	    EACH(test_filter_keeps_levels),
	    EACH(test_engineer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
