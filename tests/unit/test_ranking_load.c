/*
 * What roles are ranked by: that all roles at once say the same as each by itself (gaps, official figures), and price
 * and length the same as one slow statement; on the bundled packs, made-up sets and, where it is, the national catalog.
 */
#include "career/model/rank.h"

#include "career/model/rolefigs.h"
#include "career/store/catalog.h"
#include "check.h"
#include "national.h"
#include "pagecat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static struct err e;

struct case_of {
	struct db *db;
	struct sources src;
	struct profile *p;
	struct arena a;
	struct ranking k;
};

static void
start(struct case_of *c, struct db *db)
{
	c->db = db;
	arena_init(&c->a);
	assert_ok(db != NULL && sources_load(&c->src, db, &c->a, &e));
	c->p = profile_open(NULL, &e);
	assert_non_null(c->p);
}

static void
end(struct case_of *c)
{
	profile_close(c->p);
	arena_free(&c->a);
	db_close(c->db);
}

static void
say(struct case_of *c, const char *slug, const char *state, int level)
{
	struct kept_skill k = {slug, slug, state, level};

	assert_ok(profile_skill_set(c->p, &k, &e));
}

static void
load(struct case_of *c, bool occupations, enum level level)
{
	struct rank_ask ask = {.occupations = occupations, .level = level};

	rank_weights_default(&ask.weights);
	assert_ok(rank_load(&c->k, c->db, &c->src, c->p, &ask, &c->a, &e));
}

static const struct ranked *
find(const struct case_of *c, const char *slug)
{
	for (size_t i = 0; i < c->k.n; i++)
		if (strcmp(c->k.r[i].slug, slug) == 0)
			return &c->k.r[i];
	fail_msg("no %s", slug);
	return NULL;
}

static void
same(const struct ranked *r, const char *what, double a, double b)
{
	if (isnan(a) != isnan(b) || fabs(a - b) > 1e-9)
		fail_msg("%s: %s %g and not %g", r->slug, what, a, b);
}

/* --- fit -------------------------------------------------------------------------------------- */

/* That of model/gap.h; not known of roles whose skills one names none of. */
static size_t
check_fits(struct case_of *c)
{
	struct mine mine;
	size_t known = 0;

	assert_ok(mine_read(&mine, c->db, c->p, &c->a, &e));
	for (size_t i = 0; i < c->k.n; i++) {
		const struct ranked *r = &c->k.r[i];
		struct skillset s;
		struct gap g;

		assert_ok(skillset_load(&s, c->db, &c->src, r->role, &c->a, &e));
		gap_make(&g, &s, &mine.have, &c->a);
		if (r->thin != s.thin)
			fail_msg("%s: %zu skills of its own", r->slug, s.own);
		if (isnan(r->of[PART_FIT].v) && !s.thin) {
			assert_true(r->of[PART_FIT].why_not[0] != '\0');
			continue;
		}
		known += !s.thin;
		same(r, "fit", r->of[PART_FIT].v, g.covered);
	}
	return known;
}

/* --- official figures ------------------------------------------------------------------------- */

static void
check_official(struct case_of *c)
{
	struct rolefigs f, official;
	struct role_official all, one;

	assert_ok(rolefigs_load(&f, c->db, &c->src, &c->a, &e));
	assert_ok(rolefigs_load_official(&official, c->db, &c->src, &c->a, &e));
	for (size_t i = 0; i < c->k.n; i++) {
		const struct ranked *r = &c->k.r[i];
		struct figures of_all, of_one;

		all = (struct role_official){NAN, 0, 0};
		rolefigs_growth(&f, r->role, &all);
		assert_ok(rolefigs_one_growth(&one, c->db, &c->src, r->role, &c->a, &e));
		same(r, "growth", one.value, all.value);
		assert_int_equal(one.figure, all.figure);
		assert_int_equal(one.near, all.near);
		same(r, "growth that is ranked", r->of[PART_GROWTH].v, all.value);
		all = (struct role_official){NAN, 0, 0};
		rolefigs_wage(&f, r->role, &all);
		assert_ok(rolefigs_one_wage(&one, c->db, &c->src, r->role, &c->a, &e));
		same(r, "wage", one.value, all.value);
		assert_int_equal(one.figure, all.figure);
		all = (struct role_official){NAN, 0, 0};
		rolefigs_wage(&official, r->role, &all);
		same(r, "official wage", one.value, all.value);
		assert_int_equal(one.figure, all.figure);
		of_all = rolefigs_pay(&f, r->role, &c->a);
		assert_ok(rolefigs_one_pay(&of_one, c->db, &c->src, r->role, &c->a, &e));
		assert_int_equal(of_all.n, of_one.n);
	}
	rolefigs_free(&f);
	rolefigs_free(&official);
}

/* --- interests -------------------------------------------------------------------------------- */

static void
like(struct case_of *c)
{
	static const char *const kinds = "riasec";
	char item[3];

	for (size_t k = 0; kinds[k] != '\0'; k++)
		for (int i = 1; i <= 4; i++) {
			snprintf(item, sizeof item, "%c%d", kinds[k], i);
			assert_ok(profile_answer_set(
			    c->p, item, 1 + (int)(3 * k + 2 * (size_t)i) % 5, &e));
		}
}

/* That of each role by itself. */
static size_t
check_interests(struct case_of *c)
{
	struct interest_items items;
	struct interests mine;
	size_t known = 0;

	assert_ok(interest_items(&items, &c->a, &e) && interests_read(&mine, &items, c->p, &e));
	for (size_t i = 0; i < c->k.n; i++) {
		const struct rank_value *v = &c->k.r[i].of[PART_INTEREST];
		struct interest_fit one;

		assert_ok(interest_fit_of(&one, c->db, &c->src, &mine, c->k.r[i].role, &c->a, &e));
		same(&c->k.r[i], "interest", v->v, one.r);
		assert_true(isnan(one.r) == (v->why_not[0] != '\0'));
		if (!isnan(one.r)) {
			assert_string_equal(v->source, one.source->key);
			assert_int_equal(
			    v->near, one.nthrough > 0); /* the number is that of the first */
			known++;
		}
	}
	return known;
}

/* --- programs --------------------------------------------------------------------------------- */

/* The degree that is asked for, of the role, else of what stands nearest; then the least over what leads there. */
static const char *const slow =
    "WITH said AS (SELECT role_id, CASE credential WHEN 'associate' THEN 4 WHEN 'bachelor' THEN 5 WHEN 'master'"
    "   THEN 6 ELSE 7 END AS degree FROM requirement WHERE strength IN ('required', 'typical')"
    "   AND credential IN ('associate', 'bachelor', 'master', 'doctorate')"
    " UNION ALL SELECT c.role_id, CASE p.education WHEN 'Associate''s degree' THEN 4 WHEN 'Bachelor''s degree'"
    "   THEN 5 WHEN 'Master''s degree' THEN 6 WHEN 'Doctoral or professional degree' THEN 7 ELSE 0 END"
    "   FROM projection p JOIN role_code c ON c.scheme = 'soc' AND c.code = p.soc WHERE p.education IS NOT NULL),"
    " own AS (SELECT min(degree) AS d FROM said WHERE role_id = ?1),"
    " near AS (SELECT min(m) AS d FROM (SELECT min(s.degree) AS m FROM said s JOIN v_nearest n"
    "   ON n.occupation_id = s.role_id WHERE n.role_id = ?1 GROUP BY s.role_id)),"
    " fits AS (SELECT p.cost, p.currency, p.months FROM program p WHERE p.status = 'open'"
    "   AND p.field IN (SELECT field FROM role_field WHERE role_id = ?1)"
    "   AND CASE p.award WHEN 'associate' THEN 4 WHEN 'bachelor' THEN 5 WHEN 'post-baccalaureate-certificate' THEN 5"
    "     WHEN 'graduate-certificate' THEN 5 WHEN 'master' THEN 6 WHEN 'mba' THEN 6 WHEN 'doctorate' THEN 7"
    "     WHEN 'first-professional' THEN 7 ELSE 3 END"
    "   >= coalesce(nullif((SELECT d FROM own), 0), (SELECT d FROM near), 0))"
    " SELECT (SELECT min(cost) FROM fits WHERE coalesce(currency, 'unstated') IN ('USD', 'unstated')),"
    " (SELECT min(months) FROM fits)";

static size_t
check_programs(struct case_of *c)
{
	struct stmt *st = db_prepare(c->db, slow, &e);
	size_t priced = 0;

	assert_ok(st != NULL);
	for (size_t i = 0; i < c->k.n; i++) {
		const struct ranked *r = &c->k.r[i];

		stmt_bind_int(st, 1, r->role);
		assert_int_equal(stmt_step(st, &e), 1);
		same(r, "cost", r->of[PART_COST].v,
		    stmt_null(st, 0) ? (double)NAN : stmt_num(st, 0));
		same(r, "months", r->of[PART_TIME].v,
		    stmt_null(st, 1) ? (double)NAN : stmt_num(st, 1));
		assert_true(isnan(r->of[PART_COST].v) == (r->of[PART_COST].program[0] == '\0'));
		priced += !stmt_null(st, 0);
		stmt_reset(st);
	}
	stmt_finalize(st);
	return priced;
}

/* --- the catalogs ----------------------------------------------------------------------------- */

static void
test_packs(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, pagecat_bundled());
	load(&c, false, LEVEL_UNSTATED);
	assert_int_equal(c.k.level, LEVEL_ENTRY);
	assert_int_equal(check_fits(&c), 0);
	check_official(&c);
	assert_true(check_programs(&c) > 20);
	for (size_t i = 0; i < c.k.n; i++)
		assert_true(isnan(c.k.r[i].of[PART_INTEREST].v));

	say(&c, "python", "have", -1);
	say(&c, "sql", "partly", -1);
	say(&c, "kubernetes", "learning", -1);
	say(&c, "no-such-skill", "have", -1);
	load(&c, false, LEVEL_UNSTATED);
	assert_int_equal(c.k.said, 2);
	assert_true(check_fits(&c) >= 3);
	assert_true(c.k.placed >= 3);
	/* 3 of 4 publishers meet at 120-160 for a first job. */
	assert_true(fabs(find(&c, "machine-learning-engineer")->of[PART_PAY].v - 120000) < 1);
	load(&c, false, LEVEL_SENIOR);
	assert_true(find(&c, "machine-learning-engineer")->of[PART_PAY].v > 120000);
	end(&c);
}

/* The roles that are named, each once, in whatever order; what is gone is left out. */
static void
test_named(void **state)
{
	struct kept_item items[] = {{"roles", "data-scientist", "DS", 0, "[]", NULL},
	    {"roles", "telegraph-operator", "T", 0, "[]", NULL},
	    {"skills", "python", "P", 0, "[]", NULL},
	    {"roles", "machine-learning-engineer", "MLE", 0, "[]", NULL}};
	int64_t *roles, twice[4];
	struct case_of c;
	size_t n;

	(void)state;
	start(&c, pagecat_bundled());
	for (size_t i = 0; i < COUNT(items); i++)
		assert_ok(profile_item_put(c.p, &items[i], &e));
	assert_ok(rank_shortlisted(&roles, &n, c.db, c.p, &c.a, &e));
	assert_int_equal(n, 2);
	twice[0] = twice[2] = roles[0];
	twice[1] = twice[3] = roles[1];
	assert_ok(rank_load(&c.k, c.db, &c.src, NULL,
	    &(struct rank_ask){.roles = twice, .n = 4, .weights = {{5, 5, 5, 5, 5, 5}}}, &c.a, &e));
	assert_int_equal(c.k.n, 2);
	assert_int_equal(c.k.placed, 2);
	assert_ok(rank_shortlisted(&roles, &n, c.db, NULL, &c.a, &e));
	assert_int_equal(n, 0);
	end(&c);
}

static void
test_sets(void **state)
{
	struct case_of c;

	(void)state;
	start(&c, national_bundled());
	load(&c, true, LEVEL_UNSTATED);
	assert_int_equal(c.k.level, LEVEL_ALL);
	find(&c, "registered-nurses");
	check_fits(&c);
	check_official(&c);
	check_programs(&c);
	/* A skill of the packs tells nothing of occupations. */
	say(&c, "python", "have", -1);
	load(&c, true, LEVEL_UNSTATED);
	assert_true(isnan(find(&c, "registered-nurses")->of[PART_FIT].v));
	end(&c);
}

static void
test_national(void **state)
{
	const char *path = getenv("CAREER_TEST_NATIONAL");
	struct case_of c;

	(void)state;
	if (path == NULL) {
		print_message("skipped: no national catalog\n");
		skip();
	}
	start(&c, catalog_open(path, &e));
	say(&c, "reading-comprehension", "have", 3);
	say(&c, "active-listening", "have", -1);
	say(&c, "mathematics-skill", "partly", -1);
	say(&c, "python", "have", -1);
	load(&c, true, LEVEL_UNSTATED);
	assert_true(c.k.n > 800);
	assert_true(check_fits(&c) > 700);
	check_official(&c);
	assert_true(check_programs(&c) > 60);
	assert_true(isnan(c.k.r[0].of[PART_INTEREST].v));
	like(&c);
	load(&c, true, LEVEL_UNSTATED);
	assert_true(check_interests(&c) > 800);
	load(&c, false, LEVEL_UNSTATED);
	assert_true(check_interests(&c) > 10);
	check_fits(&c);
	check_programs(&c);
	end(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_packs),
	    cmocka_unit_test(test_named),
	    cmocka_unit_test(test_sets),
	    cmocka_unit_test(test_national),
	};

	return cmocka_run_group_tests_name("ranking load", tests, NULL, NULL);
}
