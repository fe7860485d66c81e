/* What moves pay: factors as they are read, named, chosen, put on pay. */
#include "career/model/factor.h"
#include "check.h"
#include "packcat.h"

#include <math.h>

static struct db *db;
static struct arena arena;
static struct sources sources;
static struct factors fs;

static int
setup(void **state)
{
	struct err e = {0};

	(void)state;
	db = packcat_open();
	arena_init(&arena);
	assert_ok(sources_load(&sources, db, &arena, &e));
	assert_ok(factors_load(
	    &fs, db, &sources, packcat_role(db, "machine-learning-engineer"), &arena, &e));
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	db_close(db);
	return 0;
}

static const struct factor *
factor(const char *key)
{
	int at = factor_find(&fs, key);

	if (at < 0)
		fail_msg("no factor '%s'", key);
	return &fs.f[at];
}

static struct factor_choice
choice(const char *keys)
{
	struct factor_choice c;
	struct err e = {0};

	assert_ok(factor_choose(&c, &fs, keys, &e));
	return c;
}

static void
check_refused(const char *keys, const char *words)
{
	struct factor_choice c;
	struct err e = {0};

	assert_false(factor_choose(&c, &fs, keys, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_contains(e.text, words);
}

/* --- reading ------------------------------------------------------------------------------------- */

static void
test_known(void **state)
{
	(void)state;
	assert_float_equal(factor("industry")->low, 1.15, 1e-9);
	assert_float_equal(factor("industry")->high, 1.25, 1e-9);
	assert_true(factor("industry")->borrowed);
	assert_string_equal(factor("industry")->source->short_name, "Bouchrika 2026");
	assert_float_equal(factor("experience")->low, 2, 1e-9);
	assert_float_equal(factor("place@aigraduate-ml")->high, 1.36, 1e-9);
	assert_false(factor("place@aigraduate-ml")->borrowed);
	assert_contains(factor("place@aigraduate-ml")->derived, "= 1.36");
	assert_string_equal(factor("industry")->derived, "");
	assert_true(factor("industry")->locator[0] != '\0');
}

/* Each key is there once; the short one is that of a factor with a number. */
static void
test_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < fs.n; i++) {
		assert_int_equal(factor_find(&fs, fs.f[i].key), i);
		if (strcmp(fs.f[i].key, fs.f[i].kind) == 0)
			assert_true(factor_counts(&fs.f[i]));
	}
	assert_true(factor_counts(factor("place@aigraduate-mle")));
	assert_false(factor_counts(factor("industry@bouchrika-2026-2")));
	assert_ptr_equal(factor("industry@bouchrika-2026"), factor("industry"));
	assert_int_equal(factor_find(&fs, "place"), -1);
	assert_int_equal(factor_find(&fs, "nothing"), -1);
}

/* With a source off its factors are gone; what was chosen of another source still means that one. */
static void
test_source_off(void **state)
{
	const struct factor *ml = factor("place@aigraduate-ml"),
			    *mle = factor("place@aigraduate-mle");
	struct factor_choice c;
	struct factors less;
	struct err e = {0};

	(void)state;
	assert_true(ml->source != mle->source);
	assert_ok(db_set_sources_off(db, &ml->source->id, 1, &e));
	assert_ok(factors_load(
	    &less, db, &sources, packcat_role(db, "machine-learning-engineer"), &arena, &e));
	assert_true(less.n < fs.n);
	assert_int_equal(factor_find(&less, "place@aigraduate-ml"), -1);
	assert_int_equal(factor_keep(&c, &less, "place@aigraduate-ml"), 1);
	assert_int_equal(c.n, 0);
	assert_int_equal(factor_keep(&c, &less, "place@aigraduate-mle"), 0);
	assert_int_equal(c.f[0]->id, mle->id);
	assert_string_equal(c.f[0]->key, "place");
	assert_ok(db_set_sources_off(db, NULL, 0, &e));
}

/* What is said of the field counts for the roles it serves, not for others. */
static void
test_other_roles(void **state)
{
	struct factors other;
	struct err e = {0};

	(void)state;
	assert_ok(
	    factors_load(&other, db, &sources, packcat_role(db, "mlops-engineer"), &arena, &e));
	for (size_t i = 0; i < other.n; i++)
		assert_true(other.f[i].borrowed);
	assert_ok(factors_load(&other, db, &sources, -1, &arena, &e));
	assert_int_equal(other.n, 0);
}

/* --- choosing ------------------------------------------------------------------------------------ */

static void
test_choose(void **state)
{
	struct factor_choice c = choice("experience, industry");

	(void)state;
	assert_int_equal(c.n, 2);
	assert_string_equal(c.f[0]->key, "industry"); /* in the order of the table */
	assert_string_equal(c.f[1]->key, "experience");
	assert_int_equal(choice(NULL).n, 0);
	assert_int_equal(choice("").n, 0);
	assert_int_equal(choice(" ,, ").n, 0);
	assert_int_equal(choice("industry,industry@bouchrika-2026").n, 1);
}

static void
test_refused(void **state)
{
	(void)state;
	check_refused("industri", "is it 'industry'?");
	check_refused("zzzzzzzzzzzz", "there are industry, ");
	check_refused("industry@bouchrika-2026-2", "has no number");
	check_refused("place@aigraduate-ml,industry,place@aigraduate-mle",
	    "'place@aigraduate-ml' and 'place@aigraduate-mle' are of one kind");
	check_refused("place",
	    "several sources state 'place': say which: place@aigraduate-ml, place@aigraduate-mle");
}

static void
test_kept(void **state)
{
	struct factor_choice c;

	(void)state;
	assert_int_equal(
	    factor_keep(&c, &fs,
		"gone,place@aigraduate-ml,industry,industry@bouchrika-2026-2,place@aigraduate-mle"),
	    2);
	assert_int_equal(c.n, 2);
	assert_string_equal(c.f[0]->key, "industry");
	assert_string_equal(c.f[1]->key, "place@aigraduate-mle");
	assert_int_equal(factor_keep(&c, &fs, NULL), 0);
	assert_int_equal(c.n, 0);
}

static void
check_toggle(const char *before, const char *key, const char *after)
{
	struct factor_choice c = choice(before);
	struct buf b = BUF_INIT;

	factor_toggle(&c, &fs, factor(key), &b);
	assert_string_equal(b.data, after);
	buf_free(&b);
}

static void
test_toggle(void **state)
{
	(void)state;
	check_toggle("", "industry", "industry");
	check_toggle("industry", "industry", "");
	check_toggle("industry", "place@aigraduate-ml", "industry,place@aigraduate-ml");
	check_toggle("place@aigraduate-ml,industry", "place@aigraduate-mle",
	    "industry,place@aigraduate-mle");
}

/* --- putting on ---------------------------------------------------------------------------------- */

static void
test_apply(void **state)
{
	struct factor_choice c = choice("industry,experience"), none = choice("");
	double lo = 120000, hi = 160000, low, high;

	(void)state;
	factor_product(&c, &low, &high);
	assert_float_equal(low, 2.3, 1e-9);
	assert_float_equal(high, 2.5, 1e-9);
	factor_apply(&c, &lo, &hi);
	assert_float_equal(lo, 276000, 1e-6);
	assert_float_equal(hi, 400000, 1e-6);
	factor_apply(&none, &lo, &hi);
	assert_float_equal(lo, 276000, 1e-6);
	lo = NAN;
	factor_apply(&c, &lo, &hi);
	assert_true(isnan(lo));
}

/* Low stays below high, whatever is chosen, and one factor more never lowers either end when all are above 1. */
static void
test_rises(void **state)
{
	(void)state;
	for (size_t i = 0; i < fs.n; i++)
		for (size_t k = 0; k < fs.n; k++) {
			struct factor_choice one = {.f = {&fs.f[i]}, .n = 1}, two = one;
			double a = 100, b = 100, c = 100, d = 100;

			if (!factor_counts(&fs.f[i]) || !factor_counts(&fs.f[k]))
				continue;
			two.f[two.n++] = &fs.f[k];
			factor_apply(&one, &a, &b);
			factor_apply(&two, &c, &d);
			assert_true(a <= b && c <= d && a <= c && b <= d);
		}
}

/* What would count twice is not put on. */
static void
test_unfit(void **state)
{
	static const struct {
		const char *key;
		enum level level;
		const char *place, *employer;
		bool fits;
	} cases[] = {
	    {"experience", LEVEL_ENTRY, "", "", true},
	    {"experience", LEVEL_SENIOR, "", "", false},
	    {"experience", LEVEL_ALL, "", "", false},
	    {"first-job", LEVEL_MID, "", "", false},
	    {"place@aigraduate-ml", LEVEL_SENIOR, "", "", true},
	    {"place@aigraduate-ml", LEVEL_ENTRY, "San Francisco", "", false},
	    {"industry", LEVEL_ENTRY, "San Francisco", "", true},
	    {"industry", LEVEL_ENTRY, "", "big-tech", false},
	    {"employer", LEVEL_MID, "", "startup", false},
	    {"specialization", LEVEL_LEAD, "Austin", "big-tech", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *why = factor_unfit(
		    factor(cases[i].key), cases[i].level, cases[i].place, cases[i].employer);

		if ((why == NULL) != cases[i].fits)
			fail_msg("%s, case %zu: %s", cases[i].key, i, why != NULL ? why : "fits");
	}
}

static void
test_fitting(void **state)
{
	struct factor_choice c = choice("industry,experience,place@aigraduate-ml"), fit;
	struct figure f = {.place = "US", .employer = "mixed"};

	(void)state;
	factor_fitting(&fit, &c, &f, LEVEL_ENTRY);
	assert_int_equal(fit.n, 3);
	f.employer = "big-tech";
	factor_fitting(&fit, &c, &f, LEVEL_MID);
	assert_int_equal(fit.n, 1);
	assert_string_equal(fit.f[0]->kind, "place");
	f.place = "Austin";
	factor_fitting(&fit, &c, &f, LEVEL_MID);
	assert_int_equal(fit.n, 0);
}

static void
test_says(void **state)
{
	struct factor_choice c = choice("industry,experience,place@aigraduate-ml");
	struct buf b = BUF_INIT;

	(void)state;
	factor_says(&c, &b);
	assert_string_equal(b.data,
	    "x 1.15-1.25, a technology company (Bouchrika 2026); x 2, more than five years in the job "
	    "(Bouchrika 2026); x 1.36, the Bay Area, not remote (aigraduate ML, our sum)");
	buf_clear(&b);
	factor_times(factor("industry@bouchrika-2026-2"), &b);
	assert_string_equal(b.data, "");
	buf_free(&b);
}

/* Each factor that can be chosen has a name of its own that fits into the choice. */
static void
test_names(void **state)
{
	enum { ROOM = 36 };

	(void)state;
	for (size_t i = 0; i < fs.n; i++)
		if (factor_counts(&fs.f[i])) {
			assert_true(fs.f[i].label[0] != '\0');
			assert_true(strlen(factor_name(&fs.f[i])) <= ROOM);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_known),
	    cmocka_unit_test(test_keys),
	    cmocka_unit_test(test_source_off),
	    cmocka_unit_test(test_other_roles),
	    cmocka_unit_test(test_choose),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_kept),
	    cmocka_unit_test(test_toggle),
	    cmocka_unit_test(test_apply),
	    cmocka_unit_test(test_rises),
	    cmocka_unit_test(test_unfit),
	    cmocka_unit_test(test_fitting),
	    cmocka_unit_test(test_says),
	    cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
