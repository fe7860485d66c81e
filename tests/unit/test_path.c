/*
 * Ways from role to role. A small made-up catalog is worked by hand below; the bundled packs, the made-up national
 * catalog and, where it is there, the whole national one are held against a slow plain reference (Bellman-Ford).
 *
 * Weights: must 3, important 2, nice 1.
 *   alpha  s1 3  s2 3  s3 2  s4 1  s5 1                10
 *   beta   s1 3  s2 2  s3 2  s6 3  s7 1                11
 *   gamma  s1 1  s3 2  s6 3  s7 3  s8 3                12
 *   delta  s1 3  s2 3                  two skills: too little is known
 * Likeness, smaller weights over larger ones:
 *   alpha beta   (3+2+2) / (3+3+2+1+1+3+1) = 7/14 = 0.50      an edge
 *   beta gamma   (1+2+3+1) / (3+2+2+3+3+3) = 7/16 = 0.4375    an edge
 *   alpha gamma  (1+2) / (3+3+2+1+1+3+3+3) = 3/19 = 0.16      none
 * Gaps, by how much the end wants more: alpha to beta s6 3 + s7 1 = 4; beta to gamma s7 2 + s8 3 = 5; alpha to gamma
 * s6 3 + s7 3 + s8 3 = 9. One page states alpha to gamma, after 2 to 4 years: by gap 9 = 4 + 5, so the way of one step.
 * Routes: to beta $100 in 3 months, to gamma $1,000 in 6. By cost 1,000 straight, 1,100 over beta. By months 24 straight,
 * 3 + 6 = 9 over beta. Delta is stated after beta and before gamma: it is an end, never between.
 * Of someone with s1 and s3 wholly and s2 half: alpha is covered by 3 + 1.5 + 2 = 6.5 of 10, beta by 3 + 1 + 2 = 6 of 11,
 * gamma by 1 + 2 = 3 of 12, less than 0.30. To gamma: beta 1 + 3 + 1 = 5, then gamma 2 + 3 = 5: 10 over beta; over alpha
 * 1.5 + 1 + 1 = 3.5 and then 9: 12.5.
 */
#include "../../src/model/path_parts.h"

#include "career/store/catalog.h"
#include "check.h"
#include "national.h"
#include "packdir.h"
#include "pagecat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static struct err e;

static const char roles[] =
    "sources:\n"
    "  - {key: t, title: Another page, short: other, publisher: Q, kind: editorial}\n"
    "roles:\n"
    "  - {slug: alpha, title: Alpha, kind: role, family: F}\n"
    "  - {slug: beta, title: Beta, kind: role, family: F}\n"
    "  - {slug: gamma, title: Gamma, kind: role, family: F}\n"
    "  - {slug: delta, title: Delta, kind: role, family: F}\n"
    "  - {slug: lonely, title: Lonely, kind: role, family: F}\n"
    "transitions:\n"
    "  - {from: alpha, to: gamma, kind: advance, years: 2..4, note: Up., source: t, locator: X}\n"
    "  - {from: beta, to: delta, kind: lateral, source: t, locator: X}\n"
    "  - {from: delta, to: gamma, kind: lateral, source: t, locator: X}\n"
    "routes:\n"
    "  - {slug: rb, name: To beta, kind: bootcamp, summary: S., leads_to: [beta], source: t, locator: X}\n"
    "  - {slug: rg, name: To gamma, kind: bootcamp, summary: S., leads_to: [gamma], source: t, locator: X}\n"
    "figures:\n"
    "  - {about: route:rb, measure: cost, statistic: point, value: 100, unit: USD, per: once, source: t, locator: X}\n"
    "  - {about: route:rb, measure: duration, statistic: point, value: 3, unit: months, source: t, locator: X}\n"
    "  - {about: route:rg, measure: cost, statistic: point, value: 1000, unit: USD, per: once, source: t, locator: X}\n"
    "  - {about: route:rg, measure: duration, statistic: point, value: 6, unit: months, source: t, locator: X}\n";

static const struct want {
	const char *role;
	int skill;
	const char *tier;
} wants[] = {{"alpha", 1, "must"}, {"alpha", 2, "must"}, {"alpha", 3, "important"},
    {"alpha", 4, "nice"}, {"alpha", 5, "nice"}, {"beta", 1, "must"}, {"beta", 2, "important"},
    {"beta", 3, "important"}, {"beta", 6, "must"}, {"beta", 7, "nice"}, {"gamma", 1, "nice"},
    {"gamma", 3, "important"}, {"gamma", 6, "must"}, {"gamma", 7, "must"}, {"gamma", 8, "must"},
    {"delta", 1, "must"}, {"delta", 2, "must"}};

struct case_of {
	struct db *db;
	struct sources src;
	struct arena a;
	struct path_ask ask;
	struct path p;
	struct spaces spaces;
};

static void
start(struct case_of *c, struct db *db)
{
	*c = (struct case_of){.db = db};
	arena_init(&c->a);
	c->ask.spaces = &c->spaces;
	c->ask.ways = ways_new();
	assert_ok(db != NULL && sources_load(&c->src, db, &c->a, &e));
}

static void
end(struct case_of *c)
{
	spaces_free(&c->spaces);
	ways_del(c->ask.ways);
	arena_free(&c->a);
	db_close(c->db);
}

static struct db *
made_up(void)
{
	struct packdir d;
	struct buf b = BUF_INIT;
	struct db *db;

	packdir_init(&d);
	packdir_base(&d);
	packdir_file(&d, "a", "roles.yaml", roles);
	buf_adds(&b, "skills:\n");
	for (int i = 1; i <= 8; i++)
		buf_addf(&b, "  - {slug: s%d, name: Skill %d, category: programming}\n", i, i);
	buf_adds(&b, "role_skills:\n");
	for (size_t i = 0; i < sizeof wants / sizeof *wants; i++)
		buf_addf(&b, "  - {role: %s, skill: s%d, tier: %s, source: s, locator: X}\n",
		    wants[i].role, wants[i].skill, wants[i].tier);
	packdir_file(&d, "a", "wants.yaml", b.data);
	db = packdir_catalog(&d);
	packdir_free(&d);
	buf_free(&b);
	return db;
}

static int64_t
id_of(struct case_of *c, const char *table, const char *slug)
{
	char sql[200];
	int64_t v;

	snprintf(sql, sizeof sql, "SELECT id FROM %s WHERE slug = '%s'", table, slug);
	assert_ok(db_int(c->db, sql, &v, &e));
	return v;
}

static void
find(struct case_of *c, const char *from, const char *to, enum path_by by)
{
	c->ask.from = from != NULL ? id_of(c, "role", from) : 0;
	c->ask.to = id_of(c, "role", to);
	c->ask.by = by;
	assert_ok(path_find(&c->p, c->db, &c->src, &c->ask, &c->a, &e));
}

/* "beta gamma" */
static void
leads_over(const struct case_of *c, const char *expected)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < c->p.n; i++)
		buf_addf(&b, "%s%s", i > 0 ? " " : "", c->p.step[i].to_slug);
	assert_string_equal(b.data, expected);
	buf_free(&b);
}

#define NEAR(a, b) assert_true(fabs((a) - (b)) < 1e-9)

static void
test_by_hand(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, made_up());
	find(&c, "alpha", "gamma", PATH_GAP);
	leads_over(&c, "gamma");
	assert_int_equal(c.p.step[0].edge, EDGE_STATED);
	assert_string_equal(c.p.step[0].words, "after 2-4 years");
	assert_string_equal(c.p.step[0].note, "Up.");
	assert_string_equal(c.p.step[0].source->short_name, "other");
	NEAR(c.p.gap, 9);
	NEAR(c.p.cost, 1000);
	NEAR(c.p.months, 24);
	NEAR(c.p.step[0].alike, 3.0 / 19);
	assert_int_equal(c.p.step[0].nmissing, 3);
	assert_string_equal(c.p.step[0].missing[0].w->slug, "s6");
	assert_string_equal(c.p.step[0].route->slug, "rg");

	find(&c, "alpha", "gamma", PATH_COST);
	leads_over(&c, "gamma");
	find(&c, "alpha", "gamma", PATH_MONTHS);
	leads_over(&c, "beta gamma");
	NEAR(c.p.months, 9);
	NEAR(c.p.cost, 1100);
	NEAR(c.p.step[0].gap, 4);
	NEAR(c.p.step[1].gap, 5);
	assert_int_equal(c.p.step[0].edge, EDGE_ALIKE);
	NEAR(c.p.step[0].alike, 0.5);
	NEAR(c.p.step[1].alike, 0.4375);
	assert_int_equal(c.p.step[1].nmissing, 2);
	assert_string_equal(c.p.step[1].missing[1].w->slug, "s7");
	assert_true(c.p.step[1].missing[1].some);
	assert_false(c.p.step[1].missing[0].some);
	end(&c);
}

static void
test_own(void **state)
{
	struct case_of c;
	struct have have[3];

	(void)state;
	start(&c, made_up());
	have[0] = (struct have){id_of(&c, "skill", "s1"), HAVE_YES, -1};
	have[1] = (struct have){id_of(&c, "skill", "s2"), HAVE_PARTLY, -1};
	have[2] = (struct have){id_of(&c, "skill", "s3"), HAVE_YES, -1};
	c.ask.have = (struct haves){have, 3};
	find(&c, NULL, "gamma", PATH_GAP);
	leads_over(&c, "beta gamma");
	NEAR(c.p.gap, 10);
	assert_int_equal(c.p.step[0].edge, EDGE_OWN);
	NEAR(c.p.step[0].alike, 6.0 / 11);
	assert_int_equal(c.p.step[0].from, 0);
	assert_false(c.p.far);

	/* With nothing no role is near enough: all of it at once. */
	c.ask.have.n = 0;
	find(&c, NULL, "gamma", PATH_GAP);
	leads_over(&c, "gamma");
	assert_true(c.p.far);
	NEAR(c.p.gap, 12);
	end(&c);
}

/* Too little is known of delta: nobody says what is missing there, and no way leads over it. */
static void
test_thin(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, made_up());
	find(&c, "alpha", "delta", PATH_GAP);
	leads_over(&c, "beta delta");
	assert_true(c.p.step[1].thin);
	assert_true(isnan(c.p.step[1].gap));
	assert_int_equal(c.p.step[1].nmissing, 0);
	assert_int_equal(c.p.no_gap, 1);
	NEAR(c.p.gap, 4);
	find(&c, "delta", "beta", PATH_GAP); /* from it one can go, and it is said */
	leads_over(&c, "gamma beta");
	assert_true(c.p.from_thin);
	find(&c, "beta", "gamma", PATH_COST);
	leads_over(&c, "gamma");
	find(&c, "alpha", "lonely", PATH_GAP);
	assert_true(c.p.far);
	find(&c, "alpha", "alpha", PATH_GAP);
	assert_int_equal(c.p.n, 0);
	end(&c);
}

/* --- the reference ---------------------------------------------------------------------------- */

struct dist {
	unsigned unsaid, steps;
	double cost;
	bool reached;
};

static bool
less(const struct dist *a, const struct dist *b)
{
	if (!b->reached || a->unsaid != b->unsaid)
		return !b->reached || a->unsaid < b->unsaid;
	if (fabs(a->cost - b->cost) > 1e-9)
		return a->cost < b->cost;
	return a->steps < b->steps;
}

/* Over the edges from one knot; whether anything changed. */
static bool
pass(struct graph *g, struct dist *d, size_t k, bool start, enum path_by by)
{
	bool changed = false;
	struct edge x;

	for (size_t i = 0; graph_edge(g, k, i, &x); i++) {
		struct dist next = d[k];
		double cost;

		if (!next.reached || x.to == g->nknot || (!start && g->knot[k].end))
			continue;
		assert_ok(edge_cost(g, &x, by, &cost, &e));
		next.unsaid += (x.kind == EDGE_FAR ? 1000U : 0U) + (isnan(cost) ? 1U : 0U);
		next.cost += isnan(cost) ? 0 : cost;
		next.steps++;
		if (less(&next, &d[x.to])) {
			d[x.to] = next;
			changed = true;
		}
	}
	return changed;
}

/* Every edge again and again until nothing changes. */
static struct dist
bellman_ford(struct graph *g, const struct path_ask *ask)
{
	struct dist *d = mem_zero(g->nknot, sizeof *d), out;
	size_t from = graph_knot(g, ask->from);
	bool changed = true;

	d[from].reached = true;
	while (changed) {
		changed = false;
		for (size_t k = 0; k < g->nknot; k++)
			changed = pass(g, d, k, k == from, ask->by) || changed;
	}
	out = d[graph_knot(g, ask->to)];
	free(d);
	return out;
}

/* What the found way costs, added up step by step. */
static void
check_way(struct case_of *c, bool occupations)
{
	struct graph g = {.db = c->db, .src = &c->src, .a = &c->a};
	struct dist want, is = {.reached = true};

	assert_ok(graph_load(&g, &c->ask, occupations, &e));
	want = bellman_ford(&g, &c->ask);
	for (size_t i = 0; i < c->p.n; i++) {
		const struct path_step *s = &c->p.step[i];
		double cost = c->ask.by == PATH_GAP ? s->gap
		    : c->ask.by == PATH_COST        ? s->cost
						    : s->months;
		double missing = 0;

		is.unsaid += (s->edge == EDGE_FAR ? 1000U : 0U) + (isnan(cost) ? 1U : 0U);
		is.cost += isnan(cost) ? 0 : cost;
		is.steps++;
		assert_int_equal(s->from, i > 0 ? c->p.step[i - 1].to : c->ask.from);
		assert_true(i + 1 == c->p.n || !s->thin);
		for (size_t k = 0; k < s->nmissing; k++)
			missing += s->missing[k].weight;
		if (!isnan(s->gap))
			NEAR(missing, s->gap);
	}
	assert_int_equal(is.unsaid, want.unsaid);
	NEAR(is.cost, want.cost);
	assert_int_equal(is.steps, want.steps);
	graph_free(&g);
}

static void
check_all(struct case_of *c, const char *const *slugs, size_t n, bool occupations)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			for (int by = 0; by < PATH_BYS; by++) {
				if (i == k)
					continue;
				c->ask.occupations = occupations;
				find(c, slugs[i], slugs[k], (enum path_by)by);
				check_way(c, occupations);
			}
}

static void
test_reference_small(void **state)
{
	static const char *const slugs[] = {"alpha", "beta", "gamma", "delta", "lonely"};
	struct case_of c;

	(void)state;
	start(&c, made_up());
	check_all(&c, slugs, 5, false);
	end(&c);
}

static void
test_reference_packs(void **state)
{
	static const char *const slugs[] = {"machine-learning-engineer", "data-scientist",
	    "computer-vision-engineer", "data-analyst", "head-of-machine-learning",
	    "staff-principal-engineer"};
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	check_all(&c, slugs, 6, false);
	end(&c);
}

static void
test_reference_sets(void **state)
{
	static const char *const slugs[] = {
	    "machine-learning-engineer", "registered-nurses", "data-scientists", "plumbers"};
	struct case_of c;

	(void)state;
	start(&c, national_bundled());
	check_all(&c, slugs, 4, true);
	end(&c);
}

/* A ladder leads from level to level; rungs of one level stand side by side. */
static void
test_ladder(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	find(&c, "machine-learning-engineer", "vp-of-ai", PATH_GAP);
	leads_over(&c, "vp-of-ai");
	assert_int_equal(c.p.step[0].edge, EDGE_STATED);
	assert_string_equal(c.p.step[0].words, "after 8 years or more");
	find(&c, "machine-learning-engineer", "vp-of-ai", PATH_MONTHS);
	assert_int_equal(
	    c.p.step[0].edge, EDGE_STATED); /* its ladder says no years: those of the step hold */
	NEAR(c.p.months, 96);
	find(&c, "head-of-machine-learning", "vp-of-ai", PATH_GAP);
	assert_true(c.p.far);
	end(&c);
}

/* Of the first occupation that is related with one: whether a price is stated. */
static bool
check_price(struct case_of *c, struct graph *g, size_t k)
{
	const struct route *cheap, *brief;
	struct routes r;
	struct edge x;
	double cost, months;
	size_t i = 0;

	while (graph_edge(g, k, i, &x)
	    && (x.kind != EDGE_RELATED || g->knot[x.to].pack || g->knot[x.to].thin
		|| edge_gap(g, &x) <= 0))
		i++;
	if (!graph_edge(g, k, i, &x))
		return false;
	assert_ok(edge_cost(g, &x, PATH_COST, &cost, &e));
	assert_ok(edge_cost(g, &x, PATH_MONTHS, &months, &e));
	assert_ok(routes_of_role(&r, c->db, &c->src, x.to_role, &c->a, &e));
	cheap = routes_cheapest(&r);
	brief = routes_shortest(&r);
	assert_int_equal(cheap == NULL, isnan(cost));
	assert_int_equal(brief == NULL, isnan(months));
	if (cheap != NULL)
		NEAR(cheap->cost.low, cost);
	if (brief != NULL)
		NEAR(brief->months.low, months);
	return cheap != NULL;
}

/* What is read of all occupations at once is what routes_of_role says of each. */
static void
test_prices(void **state)
{
	const char *path = getenv("CAREER_TEST_NATIONAL");
	struct case_of c;
	struct graph g;
	size_t n = 0;

	(void)state;
	if (path == NULL || *path == '\0')
		skip();
	start(&c, catalog_open(path, &e));
	c.ask.from = id_of(&c, "role", "registered-nurses");
	c.ask.to = id_of(&c, "role", "statisticians");
	c.ask.by = PATH_COST;
	g = (struct graph){.db = c.db, .src = &c.src, .a = &c.a};
	assert_ok(graph_load(&g, &c.ask, true, &e));
	for (size_t k = 0; k < g.nknot; k += 3)
		n += check_price(&c, &g, k);
	assert_true(n > 10);
	graph_free(&g);
	end(&c);
}

static void
test_reference_national(void **state)
{
	static const char *const slugs[] = {
	    "registered-nurses", "statisticians", "actuaries", "machine-learning-engineer"};
	const char *path = getenv("CAREER_TEST_NATIONAL");
	struct case_of c;

	(void)state;
	if (path == NULL || *path == '\0')
		skip();
	start(&c, catalog_open(path, &e));
	check_all(&c, slugs, 4, true);
	end(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_by_hand),
	    cmocka_unit_test(test_own),
	    cmocka_unit_test(test_thin),
	    cmocka_unit_test(test_reference_small),
	    cmocka_unit_test(test_reference_packs),
	    cmocka_unit_test(test_reference_sets),
	    cmocka_unit_test(test_ladder),
	    cmocka_unit_test(test_prices),
	    cmocka_unit_test(test_reference_national),
	};

	return cmocka_run_group_tests_name("path", tests, NULL, NULL);
}
