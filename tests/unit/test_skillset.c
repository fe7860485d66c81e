/* What roles of the bundled packs want, and of a made-up occupation of O*NET. */
#include "career/model/skillset.h"

#include "career/page/pages.h"
#include "check.h"
#include "national.h"
#include "pagecat.h"

#include <math.h>

static struct pagecat c;
static struct arena a;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, national_bundled());
	arena_init(&a);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&a);
	pagecat_free(&c);
	return 0;
}

static struct skillset
load(const char *slug)
{
	struct skillset s;
	struct err e;

	assert_ok(skillset_load(&s, c.db, &c.r.sources, pagecat_id(&c, slug), &a, &e));
	return s;
}

static const struct wanted *
wanted(const struct skillset *s, const char *slug)
{
	const struct wanted *w = skillset_find(s, pagecat_id(&c, slug));

	assert_non_null(w);
	return w;
}

/* The firmest tier of the role itself, the field's behind; both sides of a dispute stay. */
static void
test_tiers(void **state)
{
	struct skillset s = load("machine-learning-engineer");
	const struct wanted *w = wanted(&s, "python");

	(void)state;
	assert_string_equal(s.title, "Machine Learning Engineer");
	assert_false(s.thin);
	assert_false(s.rated);
	assert_int_equal(w->rank, RANK_MUST);
	assert_false(w->field);
	assert_true(w->nby >= 2);
	w = wanted(&s, "kaggle");
	assert_int_equal(w->rank, RANK_SKIP);
	assert_true(w->disputed);
	assert_true(w->weight <= 0);
	w = wanted(&s, "sql");
	assert_int_equal(w->rank, RANK_IMPORTANT);
	w = wanted(&s, "statistics");
	assert_true(w->field);
	assert_int_equal(w->rank, RANK_MUST);
	for (size_t i = 1; i < s.n; i++) {
		assert_true(s.w[i - 1].field <= s.w[i].field);
		assert_true(s.w[i - 1].field != s.w[i].field || s.w[i - 1].rank <= s.w[i].rank);
	}
}

static void
test_thin(void **state)
{
	struct skillset s = load("mlops-engineer"), full = load("data-scientist");

	(void)state;
	assert_int_equal(s.own, 4);
	assert_true(s.thin);
	assert_true(isnan(skillset_alike(&s, &full)));
	s = load("chief-data-officer");
	assert_true(s.thin);
}

/* The nurses' occupation has ratings of 4, 3.12 and 4.5: musts of weight 2 and 2.5, and 1.12. */
static void
test_ratings(void **state)
{
	struct skillset s = load("registered-nurses");
	struct stmt *st = db_prepare(c.db,
	    "SELECT k.skill_id, q.importance, q.level FROM onet_rating q JOIN skill_code k ON k.scheme = 'onet'"
	    " AND k.code = q.element WHERE q.code = '29-1141.00' AND q.importance >= 3",
	    &c.e);
	size_t n = 0;

	(void)state;
	assert_non_null(st);
	while (stmt_step(st, &c.e) == 1) {
		const struct wanted *w = skillset_find(&s, stmt_int(st, 0));

		n++;
		assert_non_null(w);
		assert_true(fabs(w->importance - stmt_num(st, 1)) < 1e-9);
		assert_true(fabs(w->weight - (stmt_num(st, 1) - 2)) < 1e-9);
		assert_int_equal(w->rank,
		    w->importance >= 4         ? RANK_MUST
			: w->importance >= 3.5 ? RANK_IMPORTANT
					       : RANK_NICE);
	}
	stmt_finalize(st);
	assert_int_equal(n, 3);
	assert_int_equal(s.n, n);
	assert_true(s.rated);
	assert_true(s.thin);
	assert_int_equal(s.w[0].rank, RANK_MUST);
	assert_int_equal(s.w[2].rank, RANK_NICE);
	assert_true(fabs(s.w[2].weight - 1.12) < 1e-9);
}

static void
test_unknown(void **state)
{
	struct skillset s;
	struct err e;

	(void)state;
	assert_false(skillset_load(&s, c.db, &c.r.sources, 99999999, &a, &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
}

/* A source that is off says nothing. */
static void
test_sources_off(void **state)
{
	struct skillset all = load("machine-learning-engineer"), rest;
	int64_t off = pagecat_id(&c, "ml/aigraduate-mle");
	struct err e;

	(void)state;
	assert_ok(db_set_sources_off(c.db, &off, 1, &e));
	rest = load("machine-learning-engineer");
	assert_true(rest.own < all.own);
	for (size_t i = 0; i < rest.n; i++)
		for (size_t k = 0; k < rest.w[i].nby; k++)
			assert_true(rest.w[i].by[k].source->id != off);
	assert_ok(db_set_sources_off(c.db, NULL, 0, &e));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_tiers),
	    cmocka_unit_test(test_thin),
	    cmocka_unit_test(test_ratings),
	    cmocka_unit_test(test_unknown),
	    cmocka_unit_test(test_sources_off),
	};

	return cmocka_run_group_tests_name("skillset", tests, setup, teardown);
}
