/*
 * Interests: the items, scores, when they are doubted, correlation by hand and by an independent computation, what moved
 * it, and roles through their nearest occupations.
 */
#include "career/model/interest.h"

#include "career/base/embedded.h"
#include "career/store/catalog.h"
#include "check.h"
#include "national.h"
#include "pagecat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static struct err e;
static struct arena arena;
static struct interest_items items;

static int
setup(void **state)
{
	(void)state;
	arena_init(&arena);
	return interest_items(&items, &arena, &e) ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void
assert_near(double a, double b)
{
	if (!(fabs(a - b) < 1e-9))
		fail_msg("%.12f is not %.12f", a, b);
}

/* --- items ----------------------------------------------------------------------------------- */

static void
test_items(void **state)
{
	int count[INTEREST_KINDS] = {0};

	(void)state;
	assert_int_equal(items.n, INTEREST_ITEMS);
	for (size_t i = 0; i < items.n; i++) {
		count[items.item[i].kind]++;
		assert_int_equal(interest_item(&items, items.item[i].key), i);
		assert_true(strlen(items.item[i].text) <= 76); /* one line of a terminal */
	}
	for (int k = 0; k < INTEREST_KINDS; k++) {
		assert_int_equal(count[k], 4);
		assert_true(items.kind[k][0] == interest_letters[k]);
		assert_int_equal(items.item[k].kind, k); /* after six answers each kind has one */
	}
	assert_int_equal(interest_item(&items, "C4"), 23);
	assert_int_equal(interest_item(&items, "x1"), items.n);
}

/* The bundled file with one part changed. */
static void
check_refused(const char *from, const char *to, const char *why)
{
	const char *text = embedded_text("data/interests.yaml"), *at = strstr(text, from);
	struct interest_items out;
	struct buf b = BUF_INIT;

	assert_non_null(at);
	buf_add(&b, text, (size_t)(at - text));
	buf_adds(&b, to);
	buf_adds(&b, at + strlen(from));
	assert_false(interest_items_read(&out, "x.yaml", b.data, &arena, &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, "x.yaml:");
	assert_contains(e.text, why);
	buf_free(&b);
}

static void
test_items_refused(void **state)
{
	struct interest_items out;

	(void)state;
	check_refused("  r1: ", "  r2: ", "r2");
	check_refused("  r1: ", "  q1: ", "r1 .. c4");
	check_refused("  r1: ", "  r5: ", "r1 .. c4");
	check_refused("  r1: ", "  extra: x\n  r1: ", "24 items");
	check_refused("  I: {", "  J: {", "R, I, A, S, E, C");
	check_refused("{name: Social, ", "{nome: Social, ", "R, I, A, S, E, C");
	check_refused("items:", "item:", "24 items");
	check_refused("Start a business and answer for its success", "[a, b]", "a text");
	assert_false(interest_items_read(&out, "x.yaml", "", &arena, &e));
	assert_int_equal(e.code, ERR_DATA);
}

/* --- scores ---------------------------------------------------------------------------------- */

/* Six strings of four digits, R I A S E C; 0 not answered. */
static struct interests
answers(const char *const kinds[INTEREST_KINDS])
{
	struct interests of = {.answered = 0};
	int seen[INTEREST_KINDS] = {0};

	for (size_t i = 0; i < items.n; i++) {
		int k = items.item[i].kind;

		of.answer[i] = kinds[k][seen[k]++] - '0';
	}
	interests_settle(&of, &items);
	return of;
}

#define ANSWERS(...) answers((const char *const[INTEREST_KINDS]){__VA_ARGS__})

static void
test_scores(void **state)
{
	struct interests of = ANSWERS("1221", "5455", "2312", "3342", "2132", "4354");
	static const double want[] = {1.5, 4.75, 2.0, 3.0, 2.0, 4.0};

	(void)state;
	assert_int_equal(of.answered, 24);
	assert_true(of.whole);
	assert_false(of.low);
	assert_string_equal(of.why_low, "");
	for (int k = 0; k < INTEREST_KINDS; k++)
		assert_near(of.score[k], want[k]);

	of = ANSWERS("0000", "5005", "0000", "0000", "0000", "0000");
	assert_near(of.score[1], 5);
	assert_true(isnan(of.score[0]));
	assert_false(of.whole);
}

static void
test_low(void **state)
{
	struct interests of = ANSWERS("5555", "1111", "1111", "1111", "1110", "0000");

	(void)state;
	assert_string_equal(of.why_low, "19 of 24 answered, fewer than 20");
	of = ANSWERS("5555", "1111", "1111", "1111", "1111", "0011");
	assert_string_equal(of.why_low, "2 of 4 answered of the kind Conventional");
	assert_true(of.low);
	of = ANSWERS("5555", "1110", "1110", "1110", "1110", "1111");
	assert_false(of.low);
	/* 3.75 - 3 is below a fifth of the scale of 4; 4 - 3.2 is it, though not in floating point. */
	of = ANSWERS("4443", "3333", "3333", "3333", "3333", "3333");
	assert_contains(of.why_low, "within 0.75");
	of = ANSWERS("4444", "4333", "4333", "4333", "4333", "4333");
	assert_true(of.low);
	of = ANSWERS("4444", "3333", "3333", "3333", "3333", "3333");
	assert_false(of.low);
}

static void
test_profile(void **state)
{
	struct profile *p = profile_open(NULL, &e);
	struct interests of;

	(void)state;
	assert_ok(profile_answer_set(p, "r1", 4, &e));
	assert_ok(profile_answer_set(p, "c4", 1, &e));
	assert_ok(profile_answer_set(p, "z9", 5, &e)); /* of an item that is no more */
	assert_ok(interests_read(&of, &items, p, &e));
	assert_int_equal(of.answered, 2);
	assert_int_equal(of.answer[0], 4);
	assert_int_equal(of.answer[23], 1);
	assert_ok(interests_read(&of, &items, NULL, &e));
	assert_int_equal(of.answered, 0);
	profile_close(p);
}

/* --- correlation ----------------------------------------------------------------------------- */

/*
 * By hand: x = 1 5 2 3 2 5, mean 3, differences -2 2 -1 0 -1 2, squares 4+4+1+0+1+4 = 14;
 * y = 2 6 3 3 4 6, mean 4, differences -2 2 -1 -1 0 2, squares 4+4+1+1+0+4 = 14;
 * products 4+4+1+0+0+4 = 13; r = 13 / sqrt(14 * 14) = 13/14.
 */
static void
test_pearson(void **state)
{
	static const double x[] = {1, 5, 2, 3, 2, 5}, y[] = {2, 6, 3, 3, 4, 6};
	static const double flat[] = {3, 3, 3, 3, 3, 3}, hole[] = {1, 5, 2, NAN, 2, 5};
	double minus[6], twice[6];

	(void)state;
	assert_near(interest_pearson(x, y, 6), 13.0 / 14);
	assert_near(interest_pearson(y, x, 6), 13.0 / 14);
	assert_near(interest_pearson(x, x, 6), 1);
	for (int i = 0; i < 6; i++) {
		minus[i] = -x[i];
		twice[i] = 7 + 2 * y[i];
	}
	assert_near(interest_pearson(x, minus, 6), -1);
	assert_near(interest_pearson(x, twice, 6), 13.0 / 14); /* neither place nor scale counts */
	assert_true(isnan(interest_pearson(x, flat, 6)));
	assert_true(isnan(interest_pearson(flat, x, 6)));
	assert_true(isnan(interest_pearson(x, hole, 6)));
}

/* --- roles ----------------------------------------------------------------------------------- */

struct case_of {
	struct db *db;
	struct sources src;
};

static struct case_of
start(struct db *db)
{
	struct case_of c = {.db = db};

	assert_ok(db != NULL && sources_load(&c.src, db, &arena, &e));
	return c;
}

static int64_t
role_of(struct db *db, const char *slug)
{
	struct stmt *st = db_query(db, "thing_role", &e);
	int64_t id;

	assert_non_null(st);
	stmt_bind_text(st, 1, slug);
	assert_int_equal(stmt_step(st, &e), 1);
	id = stmt_int(st, 0);
	stmt_reset(st);
	return id;
}

static struct interest_fit
fit_of(struct case_of *c, const struct interests *of, const char *slug)
{
	struct interest_fit f;

	assert_ok(interest_fit_of(&f, c->db, &c->src, of, role_of(c->db, slug), &arena, &e));
	return f;
}

/* Small made-up catalog: data-scientists R 3.1 I 6.5 A 2.6 S 1.7 E 1.9 C 5.0; the role data-scientist stands near it. */
static void
test_small(void **state)
{
	static const double y[] = {3.1, 6.5, 2.6, 1.7, 1.9, 5.0};
	struct case_of c = start(national_small());
	struct interests of = ANSWERS("1221", "5455", "2312", "3342", "2132", "4354");
	struct interest_fits all;
	struct interest_fit own = fit_of(&c, &of, "data-scientists"),
			    through = fit_of(&c, &of, "data-scientist"),
			    none = fit_of(&c, &of, "registered-nurses");

	(void)state;
	assert_near(own.r, interest_pearson(of.score, y, 6));
	assert_string_equal(own.through, "");
	assert_string_equal(own.code, "15-2051.00");
	assert_int_equal(own.nthrough, 0);
	assert_non_null(own.source);
	assert_near(through.r, own.r);
	assert_string_equal(through.title, "Data Scientist");
	assert_string_equal(through.through, "Data Scientists");
	assert_int_equal(through.nthrough, 1);
	assert_near(through.low, own.r);
	assert_near(through.high, own.r);
	assert_string_equal(through.code, "15-2051.00");
	assert_true(isnan(none.r)); /* three of six values: not known */
	assert_false(interest_fit_of(&own, c.db, &c.src, &of, 424242, &arena, &e));
	assert_int_equal(e.code, ERR_NOTFOUND);

	assert_ok(interest_fits(&all, c.db, &c.src, &of, true, &arena, &e));
	assert_string_equal(all.f[0].slug, "data-scientists");
	assert_true(isnan(all.f[all.n - 1].r));
	assert_ok(interest_fits(&all, c.db, &c.src, &of, false, &arena, &e));
	assert_string_equal(all.f[0].slug, "data-scientist");

	of = ANSWERS("1221", "5455", "0000", "3342", "2132", "4354");
	assert_true(isnan(fit_of(&c, &of, "data-scientists").r));
	of = ANSWERS("3333", "3333", "3333", "3333", "3333", "3333");
	assert_true(isnan(fit_of(&c, &of, "data-scientists").r));
	db_close(c.db);
}

static void
test_none(void **state)
{
	struct case_of c = start(pagecat_small());
	struct interests of = ANSWERS("1221", "5455", "2312", "3342", "2132", "4354");
	struct interest_fits all;

	(void)state;
	assert_false(interest_fits(&all, c.db, &c.src, &of, false, &arena, &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
	assert_contains(e.text, "career get onet");
	assert_true(isnan(fit_of(&c, &of, "data-scientist").r));
	db_close(c.db);
}

/* sum xy - sum x sum y / n over its like: another way to the same number, in long double. */
static double
slow_pearson(const double *x, const double *y)
{
	long double sx = 0, sy = 0, sxy = 0, sxx = 0, syy = 0;

	for (int i = 0; i < 6; i++) {
		sx += x[i];
		sy += y[i];
		sxy += (long double)x[i] * y[i];
		sxx += (long double)x[i] * x[i];
		syy += (long double)y[i] * y[i];
	}
	return (double)((6 * sxy - sx * sy) / sqrtl((6 * sxx - sx * sx) * (6 * syy - sy * sy)));
}

/* Computed from O*NET 29.0's own file with another program (Python's statistics.correlation). */
static void
test_national(void **state)
{
	static const struct {
		const char *slug;
		double r;
	} want[] = {{"data-scientists", 0.8835875076}, {"registered-nurses", 0.6391658131},
	    {"actors", -0.5068994090}, {"chief-executives", 0.1939179004},
	    {"software-developers", 0.7189226928}};
	const char *path = getenv("CAREER_TEST_NATIONAL");
	struct interests of;
	struct interest_fits all;
	struct interest_fit f;
	struct case_of c;

	(void)state;
	if (path == NULL || *path == '\0') {
		print_message("skipped: CAREER_TEST_NATIONAL is not set\n");
		skip();
	}
	c = start(catalog_open(path, &e));
	of = ANSWERS("1221", "5455", "2312", "3342", "2132", "4354");
	for (size_t i = 0; i < COUNT(want); i++) {
		f = fit_of(&c, &of, want[i].slug);
		if (!(fabs(f.r - want[i].r) < 1e-9))
			fail_msg("%s: %.10f", want[i].slug, f.r);
	}
	assert_ok(interest_fits(&all, c.db, &c.src, &of, true, &arena, &e));
	assert_int_equal(all.n, 923);
	assert_string_equal(all.f[0].code, "19-4061.00");
	assert_string_equal(all.f[922].code, "27-1026.00");
	for (size_t i = 0; i < all.n; i++) {
		assert_near(all.f[i].r, slow_pearson(of.score, all.f[i].value));
		assert_true(i == 0 || all.f[i].r <= all.f[i - 1].r);
	}

	/* The one that moved it most: of that program too. i1, i3 and i4 pull up alike. */
	f = fit_of(&c, &of, "data-scientists");
	assert_int_equal(f.nmoved, INTEREST_MOVED);
	assert_string_equal(items.item[f.moved[0]].key, "i1");
	assert_string_equal(items.item[f.moved[1]].key, "i3");
	assert_string_equal(items.item[f.moved[2]].key, "i4");
	assert_true(f.up[0] && f.up[1] && f.up[2]);

	/* The first nearest occupation that has values lends them; the band is that of all. */
	f = fit_of(&c, &of, "machine-learning-engineer");
	assert_string_equal(f.through, "Computer and Information Research Scientists");
	assert_int_equal(f.nthrough, 2);
	assert_near(f.r, f.low);
	assert_near(f.high, fit_of(&c, &of, "data-scientists").r);
	db_close(c.db);
}

/* Each answer put at the mean, one by one, as the header says. */
static void
test_moved(void **state)
{
	struct case_of c = start(national_small());
	struct interests of = ANSWERS("1221", "5455", "2312", "3342", "2132", "4354"), other;
	struct interest_fit f = fit_of(&c, &of, "data-scientists");
	double most = 0, mean = 0;
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < INTEREST_ITEMS; i++)
		mean += of.answer[i] / 24.0;
	for (size_t i = 0; i < INTEREST_ITEMS; i++) {
		double move;

		other = of;
		other.score[of.kind[i]] += (mean - of.answer[i]) / 4;
		move = f.r - interest_pearson(other.score, f.value, INTEREST_KINDS);
		if (fabs(move) > fabs(most) + 1e-9) {
			most = move;
			at = i;
		}
	}
	assert_int_equal(f.moved[0], at);
	assert_true(f.up[0] == (most > 0));
	db_close(c.db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_items),
	    cmocka_unit_test(test_items_refused),
	    cmocka_unit_test(test_scores),
	    cmocka_unit_test(test_low),
	    cmocka_unit_test(test_profile),
	    cmocka_unit_test(test_pearson),
	    cmocka_unit_test(test_small),
	    cmocka_unit_test(test_none),
	    cmocka_unit_test(test_national),
	    cmocka_unit_test(test_moved),
	};

	return cmocka_run_group_tests_name("interest", tests, setup, teardown);
}
