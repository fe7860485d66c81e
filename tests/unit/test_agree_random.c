/* Properties that any figures must have, over random ones. */
#include "check.h"
#include "frames.h"
#include "payfig.h"

#include <math.h>

enum { FIGS = 16, ROUNDS = 1500 };

static size_t
random_figures(struct figure *f, struct rng *r)
{
	static const char *const employers[] = {"", "", "", "big-tech", "startup", "mixed"};
	static const char *const places[] = {"", "", "US", "US", "Seattle", "Remote"};
	size_t n = 1 + rng_below(r, FIGS - 1);

	for (size_t i = 0; i < n; i++) {
		double lo = rng_below(r, 30), hi = lo + rng_below(r, 12);

		f[i] = pay((int)rng_below(r, PAYFIG_SOURCES), lo, hi);
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

/* The types that both state, if they do, are one. */
static bool
same_employer(const char *a, const char *b)
{
	return a[0] == '\0' || b[0] == '\0' || strcmp(a, b) == 0;
}

static const char *
employer(const struct figure *f)
{
	return strcmp(f->employer, "mixed") == 0 ? "" : f->employer;
}

static bool
line_touches(const struct agree_line *l, const struct agree_range *r)
{
	return same_employer(employer(l->f), r->employer) && l->lo <= r->hi
	    && (l->f->open_high || l->hi >= r->lo);
}

/* So many publishers have a line that meets there, and no two of these lines state two types. */
static void
check_range(const struct agree_group *g, const struct agree_range *r)
{
	size_t met = 0;

	for (size_t who = 0; who < g->publishers; who++) {
		bool meets = false;

		for (size_t i = 0; i < g->nlines; i++) {
			const struct agree_line *l = &g->lines[i];

			meets = meets || (l->who == who && line_touches(l, r));
			for (size_t k = 0; r->employer[0] != '\0' && k < i; k++)
				if (line_touches(l, r) && line_touches(&g->lines[k], r))
					assert_true(agree_comparable(l, &g->lines[k]));
		}
		met += meets;
	}
	/* Of what goes on only the nearest end is shown. */
	assert_true(met >= r->publishers || r->open_high);
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
		assert_true(g->employers > 1 || r->employer[0] == '\0');
		check_range(g, r);
	}
	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];
		bool near = g->nbest == 0, rival = false;

		assert_int_equal(l->meets, g->nbest > 0 && line_touches(l, &g->best[0]));
		for (size_t k = 0; k < g->nlines; k++) {
			const struct agree_line *own = &g->lines[k];

			for (size_t b = 0; own->who == l->who && b < g->nbest; b++) {
				near |= line_touches(own, &g->best[b]);
				rival |= (own->loosely & LOOSE_LEVEL) == 0
				    && same_employer(employer(own->f), g->best[b].employer);
			}
		}
		assert_int_equal(l->apart, !near && rival);
	}
}

/* Each figure that makes a line stands in a group of its own level, and in no other but as a
 * stand-in. */
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

		arena_reset(&payfig_arena);
		ag = payfig_groups(f, n, LEVEL_UNSTATED);
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
		payfig_range(&x->best[i], y->best[i].lo, y->best[i].hi, y->best[i].publishers);
	assert_int_equal(x->single.publishers, y->single.publishers);
	assert_true(
	    near_enough(x->single.lo, y->single.lo) && near_enough(x->single.hi, y->single.hi));
	assert_true(x->has_common == y->has_common && near_enough(x->gap, y->gap));
	assert_true(
	    near_enough(x->common_lo, y->common_lo) && near_enough(x->common_hi, y->common_hi));
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

		arena_reset(&payfig_arena);
		memcpy(s, f, sizeof s);
		for (size_t i = n; i > 1; i--) {
			size_t k = rng_below(&r, (uint32_t)i);
			struct figure swap = s[i - 1];

			s[i - 1] = s[k];
			s[k] = swap;
		}
		x = payfig_groups(f, n, LEVEL_UNSTATED);
		y = payfig_groups(s, n, LEVEL_UNSTATED);
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

		arena_reset(&payfig_arena);
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
		x = payfig_groups(f, n, f[k].level);
		y = payfig_groups(f, n + 1, f[k].level);
		assert_int_equal(x.n, y.n);
		for (size_t i = 0; i < x.n; i++) {
			assert_int_equal(x.g[i].nbest, y.g[i].nbest);
			for (size_t b = 0; b < x.g[i].nbest && !x.g[i].best[b].open_high; b++)
				payfig_range(&x.g[i].best[b], y.g[i].best[b].lo, y.g[i].best[b].hi,
				    y.g[i].best[b].publishers);
		}
	}
}

static const struct agree_group *
same_group(const struct agree *ag, const struct agree_group *g)
{
	for (size_t i = 0; i < ag->n; i++)
		if (ag->g[i].level == g->level && ag->g[i].ruler == g->ruler
		    && strcmp(ag->g[i].place, g->place) == 0)
			return &ag->g[i];
	return NULL;
}

/* What all of them share lies in what fewer of them share; open ends go on. */
static void
check_narrower(const struct agree_group *all, const struct agree_group *rest)
{
	if (!all->has_common)
		return;
	assert_true(rest->has_common);
	assert_true(rest->common_open_low || rest->common_lo <= all->common_lo);
	assert_true(rest->common_open_high || rest->common_hi >= all->common_hi);
	assert_true(!all->common_open_high || rest->common_open_high);
	assert_true(!all->common_open_low || rest->common_open_low);
}

/* A source that is switched off widens nothing that went into an intersection: what the others share holds all
 * that was shared with it, a gap does not grow, and who is left was there before. */
static void
test_fewer_sources_share_more(void **state)
{
	struct rng r = {14};

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct figure f[FIGS], left[FIGS];
		size_t n = random_figures(f, &r), nleft = 0;
		const struct source *off = f[rng_below(&r, (uint32_t)n)].source;
		struct agree all, rest;

		arena_reset(&payfig_arena);
		for (size_t i = 0; i < n; i++)
			if (f[i].source != off)
				left[nleft++] = f[i];
		all = payfig_groups(f, n, LEVEL_UNSTATED);
		rest = payfig_groups(left, nleft, LEVEL_UNSTATED);
		for (size_t i = 0; i < rest.n; i++) {
			const struct agree_group *was = same_group(&all, &rest.g[i]);

			assert_non_null(was);
			assert_true(rest.g[i].nlines <= was->nlines);
			assert_true(rest.g[i].gap <= was->gap);
			assert_true(rest.g[i].nbest == 0
			    || rest.g[i].best[0].publishers <= was->best[0].publishers);
			check_narrower(was, &rest.g[i]);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_invariants, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(
		test_order_does_not_matter, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_inside_own_union, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(
		test_fewer_sources_share_more, payfig_setup, payfig_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
