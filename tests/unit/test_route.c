/*
 * Ways to a role and to a skill: spans worked out by hand from made-up figures, programs against plain SQL over the
 * bundled packs, names that occur and that only seem to.
 */
#include "career/model/route.h"

#include "career/store/catalog.h"
#include "check.h"
#include "pagecat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static struct err e;

struct case_of {
	struct db *db;
	struct sources src;
	struct arena a;
	struct routes r;
};

static void
start(struct case_of *c, struct db *db)
{
	c->db = db;
	arena_init(&c->a);
	assert_ok(db != NULL && sources_load(&c->src, db, &c->a, &e));
}

static void
end(struct case_of *c)
{
	arena_free(&c->a);
	db_close(c->db);
}

static int64_t
number(struct case_of *c, const char *sql)
{
	int64_t v;

	assert_ok(db_int(c->db, sql, &v, &e));
	return v;
}

static int64_t
id_of(struct case_of *c, const char *table, const char *slug)
{
	char sql[200];

	snprintf(sql, sizeof sql, "SELECT id FROM %s WHERE slug = '%s'", table, slug);
	return number(c, sql);
}

static void
load(struct case_of *c, const char *role)
{
	assert_ok(routes_of_role(&c->r, c->db, &c->src, id_of(c, "role", role), &c->a, &e));
}

static void
load_skill(struct case_of *c, const char *skill, const char *role)
{
	assert_ok(routes_of_skill(&c->r, c->db, &c->src, id_of(c, "skill", skill),
	    role != NULL ? id_of(c, "role", role) : 0, &c->a, &e));
}

static const struct route *
find(const struct case_of *c, const char *slug, int64_t source)
{
	for (size_t i = 0; i < c->r.n; i++)
		if (strcmp(c->r.r[i].slug, slug) == 0 && c->r.r[i].source->id == source)
			return &c->r.r[i];
	return NULL;
}

#define near_to(a, b) assert_true(fabs((a) - (b)) < 1e-9)

/* --- order ----------------------------------------------------------------------------------- */

static bool
not_above(double a, double b)
{
	return isnan(b) || a <= b;
}

static void
test_order(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	load(&c, "machine-learning-engineer");
	assert_true(c.r.n > 20);
	for (size_t i = 1; i < c.r.n; i++) {
		const struct route *a = &c.r.r[i - 1], *b = &c.r.r[i];

		assert_true(a->kind <= b->kind);
		if (a->kind == b->kind)
			assert_true((a->row == 0) <= (b->row == 0));
		if (a->kind == b->kind && (a->row == 0) == (b->row == 0))
			assert_true(not_above(a->cost.low, b->cost.low));
		assert_true((b->row == 0) == (b->program[0] != '\0'));
	}
	end(&c);
}

/* Every number that a pack states of a way stands in exactly one of its entries. */
static void
test_figures(void **state)
{
	struct case_of c;
	size_t n = 0;

	(void)state;
	start(&c, pagecat_bundled());
	load(&c, "machine-learning-engineer");
	for (size_t i = 0; i < c.r.n; i++)
		n += c.r.r[i].nfigures;
	assert_int_equal(
	    n, number(&c, "SELECT count(*) FROM figure_row WHERE about_kind = 'route'"));
	for (size_t i = 0; i < c.r.n; i++) {
		const struct route *r = &c.r.r[i];

		if (r->row != 0 && !isnan(r->cost.low))
			assert_true(r->cost.figure != 0 && r->cost.source == r->source);
	}
	end(&c);
}

/* --- spans, by hand -------------------------------------------------------------------------- */

static const char add[] =
    "INSERT INTO route (id, pack, slug, name, kind, summary, leads_to, source_id, locator) VALUES"
    " (9001, 't', 'boot', 'Boot', 'bootcamp', 'Quick.', '[\"data-scientist\"]', 1, 'x'),"
    " (9002, 't', 'boot', 'Boot', 'bootcamp', 'Slow.', '[\"data-scientist\"]', 2, 'x'),"
    " (9003, 't', 'far', 'Far', 'self-study', 'Elsewhere.', '[\"nobody\"]', 1, 'x');"
    "INSERT INTO figure_row (id, pack, about_kind, about_key, measure, statistic, low, high, value, unit, per, open,"
    " text, source_id, locator) VALUES"
    " (9001, 't', 'route', 'boot', 'duration', 'range', 12, 24, NULL, 'weeks', NULL, NULL, NULL, 1, 'x'),"
    " (9002, 't', 'route', 'boot', 'duration', 'point', NULL, NULL, 1, 'years', NULL, NULL, NULL, 2, 'x'),"
    " (9003, 't', 'route', 'boot', 'cost', 'range', 8000, 9000, NULL, 'USD', 'once', NULL, NULL, 1, 'x'),"
    " (9004, 't', 'route', 'boot', 'cost', 'point', NULL, NULL, 7000, 'USD', 'total', NULL, NULL, 1, 'x'),"
    " (9005, 't', 'route', 'boot', 'cost', 'point', NULL, NULL, 20000, 'USD', NULL, 'high', NULL, 2, 'x'),"
    " (9006, 't', 'route', 'boot', 'cost', 'point', NULL, NULL, 10, 'GBP', 'once', NULL, NULL, 1, 'x'),"
    " (9007, 't', 'route', 'boot', 'cost', 'point', NULL, NULL, 5, 'USD', 'month', NULL, NULL, 1, 'x'),"
    " (9008, 't', 'route', 'boot', 'cost', 'category', NULL, NULL, NULL, 'word', NULL, NULL, 'cheap', 2, 'x');";

/*
 * Source 1: 12-24 weeks are 12 * 7 * 12 / 365.25 = 2.7598 to 5.5195 months; $8,000-9,000 and $7,000 span 7,000-9,000
 * (the pounds and the rate a month are stated, and no price in dollars in all). Source 2: one year is 12 months; $20,000
 * or more has no end. Neither knows of the other.
 */
static void
test_spans(void **state)
{
	struct case_of c;
	const struct route *one, *two;

	(void)state;
	start(&c, pagecat_bundled());
	assert_ok(db_exec(c.db, add, &e));
	load(&c, "data-scientist");
	one = find(&c, "boot", 1);
	two = find(&c, "boot", 2);
	assert_non_null(one);
	assert_non_null(two);
	assert_null(find(&c, "far", 1));
	near_to(one->months.low, 12 * 84 / 365.25);
	near_to(one->months.high, 24 * 84 / 365.25);
	near_to(one->cost.low, 7000);
	near_to(one->cost.high, 9000);
	assert_int_equal(one->cost.figure, 9004);
	assert_int_equal(one->nfigures, 5);
	near_to(two->months.low, 12);
	near_to(two->months.high, 12);
	near_to(two->cost.low, 20000);
	assert_true(isnan(two->cost.high));
	assert_int_equal(two->nfigures, 3);
	end(&c);
}

static void
test_source_off(void **state)
{
	const int64_t off[] = {1};
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	assert_ok(db_exec(c.db, add, &e));
	assert_ok(db_set_sources_off(c.db, off, 1, &e));
	load(&c, "data-scientist");
	assert_null(find(&c, "boot", 1));
	assert_non_null(find(&c, "boot", 2));
	for (size_t i = 0; i < c.r.n; i++)
		assert_true(c.r.r[i].source == NULL || c.r.r[i].source->id != 1);
	end(&c);
}

/* --- programs -------------------------------------------------------------------------------- */

#define FITS                                                                                       \
	"FROM program WHERE status = 'open' AND field IN (SELECT field FROM relevance WHERE "      \
	"role_id = (SELECT id FROM role WHERE slug = 'data-scientist')) "

static void
test_programs(void **state)
{
	struct case_of c;
	size_t n = 0;

	(void)state;
	start(&c, pagecat_bundled());
	load(&c, "data-scientist");
	assert_int_equal(c.r.programs, number(&c, "SELECT count(*) " FITS));
	for (size_t i = 0; i < c.r.naward; i++) {
		const struct route_award *w = &c.r.award[i];

		n += w->n;
		assert_true(i == 0 || c.r.award[i - 1].kind <= w->kind);
		if (strcmp(w->award, "master") != 0)
			continue;
		assert_int_equal(w->n, number(&c, "SELECT count(*) " FITS "AND award = 'master'"));
		near_to(w->low,
		    (double)number(
			&c, "SELECT min(cost) " FITS "AND award = 'master' AND currency = 'USD'"));
		near_to(w->high,
		    (double)number(
			&c, "SELECT max(cost) " FITS "AND award = 'master' AND currency = 'USD'"));
		near_to(w->months_low,
		    (double)number(&c, "SELECT min(months) " FITS "AND award = 'master'"));
	}
	assert_int_equal(n, c.r.programs);
	end(&c);
}

/* Of all that is stated, an exam apart. */
static void
test_least(void **state)
{
	struct case_of c;
	const struct route *cheap, *brief;

	(void)state;
	start(&c, pagecat_bundled());
	load(&c, "data-scientist");
	cheap = routes_cheapest(&c.r);
	brief = routes_shortest(&c.r);
	assert_non_null(cheap);
	assert_non_null(brief);
	near_to(cheap->cost.low,
	    (double)number(&c,
		"SELECT min(cost) " FITS
		"AND currency = 'USD' AND NOT (award = 'professional-certificate'"
		" AND months IS NULL)"));
	near_to(brief->months.low, (double)number(&c, "SELECT min(months) " FITS));
	for (size_t i = 0; i < c.r.n; i++)
		if (c.r.r[i].exam)
			assert_true(cheap != &c.r.r[i] && isnan(c.r.r[i].months.low));
	end(&c);
}

static void
test_none(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	load(&c, "actuaries");
	assert_null(routes_cheapest(&c.r));
	assert_null(routes_shortest(&c.r));
	assert_int_equal(c.r.programs, 0);
	end(&c);
}

/* --- names ----------------------------------------------------------------------------------- */

static const char names[] =
    "INSERT INTO skill (id, pack, slug, name, category, aliases, tools) VALUES"
    " (9001, 't', 'zz', 'Z', 'x', NULL, NULL),"
    " (9002, 't', 'zed', 'Zedding', 'x', '[\"zed work\"]', '[\"ZedTool\"]');"
    "INSERT INTO school (id, pack, slug, name) VALUES (9001, 't', 'zs', 'Z School');"
    "INSERT INTO program (id, pack, key, school_id, name, field, award) VALUES"
    " (9001, 't', 'zs/1/mooc', 9001, 'Learn Z, quickly', 'x', 'mooc'),"
    " (9002, 't', 'zs/2/mooc', 9001, 'z/OS for all', 'x', 'mooc'),"
    " (9003, 't', 'zs/3/mooc', 9001, 'Jazz', 'x', 'mooc'),"
    " (9004, 't', 'zs/4/mooc', 9001, 'Zeddings in depth', 'x', 'mooc'),"
    " (9005, 't', 'zs/5/mooc', 9001, 'Zeddingly', 'x', 'mooc'),"
    " (9006, 't', 'zs/6/mooc', 9001, 'ZED WORK', 'x', 'mooc'),"
    " (9007, 't', 'zs/7/mooc', 9001, 'ZedTool (basics)', 'x', 'mooc'),"
    " (9008, 't', 'zs/8/mooc', 9001, 'Other things', 'zedding', 'mooc'),"
    " (9009, 't', 'zs/9/mooc', 9001, 'Zedding', 'x', 'mooc');"
    "UPDATE program SET status = 'withdrawn' WHERE id = 9009;";

static const struct route *
named(const struct case_of *c, const char *program)
{
	for (size_t i = 0; i < c->r.n; i++)
		if (strcmp(c->r.r[i].program, program) == 0)
			return &c->r.r[i];
	return NULL;
}

static void
test_names(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	assert_ok(db_exec(c.db, names, &e));
	load_skill(&c, "zz", NULL);
	assert_int_equal(c.r.programs, 1);
	assert_non_null(named(&c, "zs/1/mooc"));

	load_skill(&c, "zed", NULL);
	assert_int_equal(c.r.programs, 4);
	assert_string_equal(named(&c, "zs/4/mooc")->teaches, "Zedding");
	assert_string_equal(named(&c, "zs/6/mooc")->teaches, "zed work");
	assert_string_equal(named(&c, "zs/7/mooc")->teaches, "ZedTool");
	assert_false(named(&c, "zs/7/mooc")->by_field);
	assert_true(named(&c, "zs/8/mooc")->by_field);
	assert_null(named(&c, "zs/5/mooc"));
	assert_null(named(&c, "zs/9/mooc"));
	end(&c);
}

/* What names it stands in front; behind it the ways of the role, or of all roles that want it. */
static void
test_skill(void **state)
{
	struct case_of c;
	struct routes role;
	size_t n = 0;

	(void)state;
	start(&c, pagecat_bundled());
	load_skill(&c, "mlops", "machine-learning-engineer");
	assert_true(c.r.programs >= 5);
	for (size_t i = 0; i < c.r.n; i++) {
		n += c.r.r[i].teaches[0] != '\0';
		assert_true(
		    i == 0 || c.r.r[i].teaches[0] == '\0' || c.r.r[i - 1].teaches[0] != '\0');
	}
	assert_int_equal(n, c.r.programs);
	assert_ok(routes_of_role(
	    &role, c.db, &c.src, id_of(&c, "role", "machine-learning-engineer"), &c.a, &e));
	for (size_t i = 0; i < role.n; i++) { /* none is lost, none there twice */
		size_t seen = 0;

		for (size_t k = 0; k < c.r.n; k++)
			seen += c.r.r[k].row == role.r[i].row
			    && strcmp(c.r.r[k].program, role.r[i].program) == 0;
		assert_int_equal(seen, 1);
	}
	load_skill(&c, "communication", NULL);
	assert_true(c.r.n > 0);
	assert_int_equal(c.r.programs, 0);
	for (size_t i = 0; i < c.r.n; i++)
		assert_string_equal(c.r.r[i].teaches, "");
	end(&c);
}

/* --- the national catalog -------------------------------------------------------------------- */

static void
test_national(void **state)
{
	const char *path = getenv("CAREER_TEST_NATIONAL");
	struct case_of c;
	size_t colleges = 0;

	(void)state;
	if (path == NULL || *path == '\0')
		skip();
	start(&c, catalog_open(path, &e));
	load(&c, "registered-nurses");
	assert_int_equal(c.r.n, 0);
	for (size_t i = 0; i < c.r.naward; i++)
		colleges += c.r.award[i].colleges;
	assert_true(colleges > 1000);
	assert_int_equal(colleges, c.r.programs);
	assert_ok(routes_studies(&c.r, c.db, id_of(&c, "role", "registered-nurses"), &c.a, &e));
	assert_true(c.r.nstudy > 0 && c.r.study[0].nearest[0] == '\0');
	load_skill(&c, "statistics", NULL);
	assert_true(c.r.nstudy > 0);
	assert_string_equal(c.r.study[0].field, "statistics");
	end(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_order),
	    cmocka_unit_test(test_figures),
	    cmocka_unit_test(test_spans),
	    cmocka_unit_test(test_source_off),
	    cmocka_unit_test(test_programs),
	    cmocka_unit_test(test_least),
	    cmocka_unit_test(test_none),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_skill),
	    cmocka_unit_test(test_national),
	};

	return cmocka_run_group_tests_name("route", tests, NULL, NULL);
}
