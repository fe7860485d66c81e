/*
 * One skill more. Roles made up in tests/unit/test_path.c's manner, worked by hand; on the bundled packs and the national
 * catalog each skill is really added and every gap made anew.
 *
 * Weights: must 3, important 2, nice 1.
 *   alpha  s1 3  s2 3  s3 2  s4 1  s5 1     10, musts s1 s2
 *   beta   s1 3  s2 2  s3 2  s6 3  s7 1     11, musts s1 s6
 *   gamma  s1 1  s3 2  s6 3  s7 3  s8 3     12, musts s6 s7 s8
 *   omega  s3 2  s4 2  s5 1  s7 1  s8 1      7, none
 * With s1: s2 opens alpha (and covers 3 + 2 = 5), s6 opens beta (3 + 3 = 6; a must in two roles), s3 opens nothing and covers
 * 2 + 2 + 2 + 2 = 8, s7 and s8 are a must of gamma: 1 + 3 + 1 and 3 + 1. So s6 (2 musts) before s2 (1), then s7 (5) before s8
 * (4), then s3 (8), s4 (3), s5 (2). Only half of s2 changes no must: it opens alpha still, and covers half.
 */
#include "career/model/opens.h"

#include "career/store/catalog.h"
#include "check.h"
#include "packdir.h"
#include "pagecat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define NEAR(a, b) assert_true(fabs((a) - (b)) < 1e-9)

static struct err e;

static const char roles[] = "roles:\n"
			    "  - {slug: alpha, title: Alpha, kind: role, family: F}\n"
			    "  - {slug: beta, title: Beta, kind: role, family: F}\n"
			    "  - {slug: gamma, title: Gamma, kind: role, family: F}\n"
			    "  - {slug: omega, title: Omega, kind: role, family: F}\n"
			    "  - {slug: thin, title: Thin, kind: role, family: F}\n";

static const char *const wants[][6] = {
    {"alpha", "s1 must", "s2 must", "s3 important", "s4 nice", "s5 nice"},
    {"beta", "s1 must", "s2 important", "s3 important", "s6 must", "s7 nice"},
    {"gamma", "s1 nice", "s3 important", "s6 must", "s7 must", "s8 must"},
    {"omega", "s3 important", "s4 important", "s5 nice", "s7 nice", "s8 nice"},
    {"thin", "s9 must", NULL, NULL, NULL, NULL},
};

struct case_of {
	struct db *db;
	struct sources src;
	struct arena a;
	struct have have[8];
	struct haves haves;
	struct opens_list list;
};

static void
start(struct case_of *c, struct db *db)
{
	*c = (struct case_of){.db = db};
	c->haves.h = c->have;
	arena_init(&c->a);
	assert_ok(db != NULL && sources_load(&c->src, db, &c->a, &e));
}

static void
end(struct case_of *c)
{
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
	for (int i = 1; i <= 9; i++)
		buf_addf(&b, "  - {slug: s%d, name: Skill %d, category: programming}\n", i, i);
	buf_adds(&b, "role_skills:\n");
	for (size_t i = 0; i < sizeof wants / sizeof *wants; i++)
		for (size_t k = 1; k < 6 && wants[i][k] != NULL; k++)
			buf_addf(&b,
			    "  - {role: %s, skill: %.2s, tier: %s, source: s, locator: X}\n",
			    wants[i][0], wants[i][k], wants[i][k] + 3);
	packdir_file(&d, "a", "wants.yaml", b.data);
	db = packdir_catalog(&d);
	packdir_free(&d);
	buf_free(&b);
	return db;
}

static void
say(struct case_of *c, const char *slug, enum having how, double level)
{
	char sql[200];
	int64_t id;

	snprintf(sql, sizeof sql, "SELECT id FROM skill WHERE slug = '%s'", slug);
	assert_ok(db_int(c->db, sql, &id, &e));
	c->have[c->haves.n++] = (struct have){id, how, level};
}

static void
load(struct case_of *c, bool occupations, size_t most)
{
	assert_ok(opens_load(&c->list, c->db, &c->haves, occupations, most, &c->a, &e));
}

static void
test_by_hand(void **state)
{
	static const struct {
		const char *slug;
		size_t opens, musts, wanting;
		double weight;
	} want[] = {{"s6", 1, 2, 2, 6}, {"s2", 1, 1, 2, 5}, {"s7", 0, 1, 3, 5}, {"s8", 0, 1, 2, 4},
	    {"s3", 0, 0, 4, 8}, {"s4", 0, 0, 2, 3}, {"s5", 0, 0, 2, 2}};
	struct case_of c;

	(void)state;
	start(&c, made_up());
	say(&c, "s1", HAVE_YES, -1);
	load(&c, false, 100);
	assert_int_equal(c.list.roles, 4);
	assert_int_equal(c.list.thin, 1);
	assert_int_equal(c.list.open, 0);
	assert_int_equal(c.list.no_musts, 1);
	assert_int_equal(c.list.n, 7);
	for (size_t i = 0; i < 7; i++) {
		assert_string_equal(c.list.skill[i].slug, want[i].slug);
		assert_int_equal(c.list.skill[i].opens, want[i].opens);
		assert_int_equal(c.list.skill[i].musts, want[i].musts);
		assert_int_equal(c.list.skill[i].wanting, want[i].wanting);
		NEAR(c.list.skill[i].weight, want[i].weight);
	}
	assert_string_equal(c.list.skill[0].role[0].title, "Beta");
	assert_true(c.list.skill[0].role[0].opens);
	NEAR(c.list.skill[0].role[0].was, 3.0 / 11);
	NEAR(c.list.skill[0].role[0].is, 6.0 / 11);
	assert_string_equal(c.list.skill[0].role[1].title, "Gamma");
	assert_false(c.list.skill[0].role[1].opens);
	assert_int_equal(c.list.skill[0].role[1].musts, 3);
	assert_int_equal(c.list.skill[0].role[1].had, 0);
	load(&c, false, 2);
	assert_int_equal(c.list.n, 2);
	assert_int_equal(c.list.wanted, 7);
	end(&c);
}

static void
test_partly(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, made_up());
	say(&c, "s1", HAVE_YES, -1);
	say(&c, "s2", HAVE_PARTLY, -1);
	say(&c, "s6", HAVE_WANT, -1);
	load(&c, false, 2);
	assert_string_equal(c.list.skill[0].slug, "s6");
	assert_string_equal(c.list.skill[1].slug, "s2");
	NEAR(c.list.skill[1].weight, 2.5);
	assert_int_equal(c.list.skill[1].opens, 1);
	end(&c);
}

/* --- the plain way ---------------------------------------------------------------------------- */

struct plain {
	bool open;
	double covered;
};

static struct plain
plain_of(const struct skillset *s, const struct haves *have, struct arena *a)
{
	struct gap g;

	gap_make(&g, s, have, a);
	if (s->rated)
		return (struct plain){
		    g.tier[RANK_MUST].have == g.tier[RANK_MUST].of && g.covered >= 0.30 - 1e-12,
		    g.covered};
	return (struct plain){
	    g.tier[RANK_MUST].of > 0 && g.tier[RANK_MUST].have == g.tier[RANK_MUST].of, g.covered};
}

/* Adds the skill, and makes the gap of every role anew. */
static void
check_skill(struct case_of *c, const struct opens *o, const struct skillset *s, size_t n)
{
	struct haves more = {arena_alloc(&c->a, (c->haves.n + 1) * sizeof *more.h), 0};
	size_t opened = 0, wanting = 0;

	for (size_t i = 0; i < c->haves.n; i++)
		if (c->haves.h[i].skill != o->skill)
			more.h[more.n++] = c->haves.h[i];
	more.h[more.n++] = (struct have){o->skill, HAVE_YES, -1};
	for (size_t i = 0; i < n; i++) {
		struct plain was = plain_of(&s[i], &c->haves, &c->a),
			     is = plain_of(&s[i], &more, &c->a);

		opened += !was.open && is.open;
		wanting += is.covered > was.covered + 1e-12;
	}
	assert_int_equal(o->opens, opened);
	assert_int_equal(o->wanting, wanting);
}

static size_t
load_sets(struct case_of *c, const char *sql, struct skillset *out, size_t cap)
{
	struct stmt *st = db_prepare(c->db, sql, &e);
	size_t n = 0;

	assert_non_null(st);
	while (n < cap && stmt_step(st, &e) == 1) {
		assert_ok(skillset_load(&out[n], c->db, &c->src, stmt_int(st, 0), &c->a, &e));
		n += !out[n].thin;
	}
	stmt_finalize(st);
	return n;
}

static void
test_packs(void **state)
{
	static struct skillset s[100];
	struct case_of c;
	size_t n;

	(void)state;
	start(&c, pagecat_bundled());
	say(&c, "python", HAVE_YES, -1);
	say(&c, "sql", HAVE_PARTLY, -1);
	n = load_sets(&c,
	    "SELECT DISTINCT k.role_id FROM role_skill k JOIN role r ON r.id = k.role_id "
	    "WHERE r.kind <> 'specialization'",
	    s, 100);
	load(&c, false, 1000);
	assert_int_equal(c.list.roles, n);
	assert_true(c.list.n > 20);
	assert_int_equal(c.list.n, c.list.wanted);
	for (size_t i = 0; i < c.list.n; i++)
		check_skill(&c, &c.list.skill[i], s, n);
	end(&c);
}

static void
test_national(void **state)
{
	const char *path = getenv("CAREER_TEST_NATIONAL");
	static struct skillset s[1100];
	struct case_of c;
	size_t n;

	(void)state;
	if (path == NULL || *path == '\0')
		skip();
	start(&c, catalog_open(path, &e));
	say(&c, "mathematics-onet", HAVE_YES, 4);
	n = load_sets(&c, "SELECT DISTINCT role_id FROM role_code WHERE scheme = 'onet'", s, 1100);
	load(&c, true, 3);
	assert_int_equal(c.list.roles, n);
	for (size_t i = 0; i < c.list.n; i++)
		check_skill(&c, &c.list.skill[i], s, n);
	end(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_by_hand),
	    cmocka_unit_test(test_partly),
	    cmocka_unit_test(test_packs),
	    cmocka_unit_test(test_national),
	};

	return cmocka_run_group_tests_name("opens", tests, NULL, NULL);
}
