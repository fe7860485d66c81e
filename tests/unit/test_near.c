/*
 * Roles that want nearly the same: the fast way over all of them against skillset_alike() pair by pair, on the
 * bundled packs and, where it is there, on the national catalog.
 */
#include "career/model/near.h"

#include "career/store/catalog.h"
#include "check.h"
#include "national.h"
#include "pagecat.h"

#include <math.h>
#include <stdlib.h>

static struct err e;

struct case_of {
	struct db *db;
	struct sources src;
	struct arena a;
	struct skillset of;
	struct nears near;
};

static void
start(struct case_of *c, struct db *db)
{
	c->db = db;
	arena_init(&c->a);
	assert_ok(db != NULL && sources_load(&c->src, db, &c->a, &e));
}

static int64_t
role_of(struct case_of *c, const char *slug)
{
	struct stmt *st = db_query(c->db, "thing_role", &e);
	int64_t id;

	assert_non_null(st);
	stmt_bind_text(st, 1, slug);
	assert_int_equal(stmt_step(st, &e), 1);
	id = stmt_int(st, 0);
	stmt_reset(st);
	return id;
}

static void
load(struct case_of *c, const char *slug, bool occupations, size_t most)
{
	int64_t id = role_of(c, slug);

	assert_ok(skillset_load(&c->of, c->db, &c->src, id, &c->a, &e));
	assert_ok(near_load(&c->near, c->db, id, occupations, most, &c->a, &e));
}

static void
end(struct case_of *c)
{
	arena_free(&c->a);
	db_close(c->db);
}

/* Rising unlikeness, never the role itself, never a thin one, and as alike as the plain way says. */
static void
check_list(struct case_of *c, const struct near_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct near *n = &l->near[i];
		struct skillset other;

		assert_int_not_equal(n->role, c->of.role);
		assert_true(i == 0 || n->alike <= l->near[i - 1].alike);
		assert_ok(skillset_load(&other, c->db, &c->src, n->role, &c->a, &e));
		assert_false(other.thin);
		assert_string_equal(n->title, other.title);
		assert_int_equal(n->own, other.own);
		if (n->through[0] == '\0')
			assert_true(fabs(n->alike - skillset_alike(&c->of, &other)) < 1e-9);
	}
}

static void
test_packs(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	load(&c, "machine-learning-engineer", true, 100);
	assert_true(c.near.by_tiers);
	assert_false(c.near.is_thin);
	assert_false(c.near.has_sets);
	assert_true(c.near.roles.n >= 2);
	assert_int_equal(c.near.occupations.n, 0);
	assert_string_equal(c.near.roles.near[0].slug, "data-scientist");
	assert_true(c.near.thin > 5);
	check_list(&c, &c.near.roles);
	for (size_t i = 0; i < c.near.roles.n; i++) /* a field is no role to go to */
		assert_string_not_equal(c.near.roles.near[i].slug, "machine-learning");
	end(&c);
}

static void
test_thin(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	load(&c, "mlops-engineer", false, 100);
	assert_true(c.near.is_thin);
	assert_int_equal(c.near.roles.n, 0);
	end(&c);
}

/* Required and typical degrees count, optional and needless ones do not: of the engineer a master's is required and
 * typical, a bachelor's typical, a doctorate not needed. */
static void
test_degrees(void **state)
{
	struct degree_span d;
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	assert_ok(degree_load(&d, c.db, role_of(&c, "machine-learning-engineer"), &c.a, &e));
	assert_int_equal(d.low, DEGREE_BACHELOR);
	assert_int_equal(d.high, DEGREE_MASTER);
	assert_memory_equal(d.fact, "requirement:", 12);
	assert_ok(degree_load(&d, c.db, role_of(&c, "research-scientist"), &c.a, &e));
	assert_int_equal(d.low, DEGREE_DOCTOR);
	assert_ok(
	    degree_load(&d, c.db, role_of(&c, "technical-lead"), &c.a, &e)); /* optional only */
	assert_int_equal(d.high, DEGREE_UNSAID);
	assert_string_equal(d.fact, "");
	load(&c, "machine-learning-engineer", false, 1);
	assert_int_equal(c.near.degree.high, DEGREE_MASTER);
	assert_int_equal(c.near.roles.near[0].degree.high, DEGREE_DOCTOR);
	end(&c);
}

static void
test_limit(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	load(&c, "machine-learning-engineer", false, 1);
	assert_int_equal(c.near.roles.n, 1);
	load(&c, "machine-learning-engineer", false, 0);
	assert_int_equal(c.near.roles.n, 0);
	end(&c);
}

/* An occupation by its own ratings; a role of packs through the nearest ones, each role once. */
static void
test_national(void **state)
{
	const char *path = getenv("CAREER_TEST_NATIONAL");
	struct case_of c;

	(void)state;
	if (path == NULL || *path == '\0')
		skip();
	start(&c, catalog_open(path, &e));
	load(&c, "registered-nurses", true, 40);
	assert_true(c.near.has_sets);
	assert_false(c.near.by_tiers);
	assert_int_equal(c.near.occupations.n, 40);
	check_list(&c, &c.near.occupations);
	assert_int_equal(c.near.occupations.near[0].through[0], '\0');

	load(&c, "machine-learning-engineer", true, 40);
	assert_int_equal(c.near.occupations.n, 40);
	check_list(&c, &c.near.occupations);
	for (size_t i = 0; i < c.near.occupations.n; i++) {
		assert_true(c.near.occupations.near[i].through[0] != '\0');
		for (size_t k = 0; k < i; k++)
			assert_int_not_equal(
			    c.near.occupations.near[i].role, c.near.occupations.near[k].role);
	}
	end(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_packs),
	    cmocka_unit_test(test_thin),
	    cmocka_unit_test(test_degrees),
	    cmocka_unit_test(test_limit),
	    cmocka_unit_test(test_national),
	};

	return cmocka_run_group_tests_name("near", tests, NULL, NULL);
}
