/*
 * test_gap.c - gaps and likeness. The numbers are worked by hand in the comments, with the weights must 3,
 * important 2, nice 1, named 1, skip 0 and having partly = one half.
 */
#include "career/model/gap.h"
#include "check.h"

#include <math.h>
#include <stdlib.h>

#define NEAR(a, b) assert_true(fabs((a) - (b)) < 0.0001)

static struct source one = {.id = 1, .short_name = "one", .publisher = "P"};
static struct source same = {.id = 2, .short_name = "same", .publisher = "P"};
static struct source other = {.id = 3, .short_name = "other", .publisher = "Q"};
static struct arena a;

static int
setup(void **state)
{
	(void)state;
	arena_init(&a);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct wanted_by by_one[] = {
    {&one, RANK_MUST, "", false, 1}, {&same, RANK_MUST, "", false, 2}};
static struct wanted_by by_two[] = {
    {&one, RANK_MUST, "", false, 1}, {&other, RANK_MUST, "", false, 3}};

#define WANTED(id, text, r, w)                                                                     \
	{                                                                                          \
		.skill = (id), .slug = (text), .name = (text), .rank = (r), .weight = (w),         \
		.importance = NAN, .level = NAN, .bar = "", .by = by_one, .nby = 2                 \
	}

/* Wants 3 + 3 + 2 + 1 + 1 = 10; of the field 3 and skip 0 are beside it. */
static struct skillset *
role(void)
{
	static struct wanted w[7];
	static struct skillset s;
	const struct wanted all[7] = {WANTED(1, "a", RANK_MUST, 3), WANTED(2, "b", RANK_MUST, 3),
	    WANTED(3, "c", RANK_IMPORTANT, 2), WANTED(4, "d", RANK_NICE, 1),
	    WANTED(5, "e", RANK_NAMED, 1), WANTED(6, "f", RANK_MUST, 3),
	    WANTED(7, "g", RANK_SKIP, 0)};

	memcpy(w, all, sizeof w);
	w[5].field = true;
	s = (struct skillset){.slug = "r", .title = "R", .w = w, .n = 7, .own = 5};
	return &s;
}

static void
says(const struct gap *g, const char *expected)
{
	struct buf b = BUF_INIT;

	gap_says(g, &b);
	assert_string_equal(b.data, expected);
	buf_free(&b);
}

/* Nothing: 10 of 10 missing. a wholly, c partly: 3 + 2/2 = 4 of 10 there, 6 missing. */
static void
test_size(void **state)
{
	struct have some[] = {
	    {1, HAVE_YES, -1}, {3, HAVE_PARTLY, -1}, {4, HAVE_LEARNING, -1}, {9, HAVE_YES, -1}};
	struct gap g;

	(void)state;
	gap_make(&g, role(), &(struct haves){NULL, 0}, &a);
	NEAR(g.size, 10);
	NEAR(g.covered, 0);
	assert_int_equal(g.missing, 5);
	says(&g, "0 of 2 musts, 0 of 1 important, 0 of 1 nice to have, 0 of 1 only named");

	gap_make(&g, role(), &(struct haves){some, 4}, &a);
	NEAR(g.size, 6);
	NEAR(g.covered, 0.4);
	assert_int_equal(g.missing, 4);
	says(
	    &g, "1 of 2 musts, 0 of 1 important, 0 of 1 nice to have, 0 of 1 only named; 1 partly");
}

/* A must of importance 5 and level 4 weighs 3: rated 3 of 4, three quarters are there; 6 of 4 is all. Where the
 * source has no level one's own says nothing. */
static void
test_level(void **state)
{
	struct have h[] = {{1, HAVE_YES, 3}, {2, HAVE_YES, 3}};
	struct skillset *s = role();
	struct gap g;

	(void)state;
	s->w[0].level = 4;
	gap_make(&g, s, &(struct haves){h, 2}, &a);
	NEAR(g.size, 10 - 3 * 0.75 - 3);
	assert_int_equal(g.tier[RANK_MUST].have, 1);
	assert_int_equal(g.tier[RANK_MUST].partly, 1);
	h[0].level = 6;
	gap_make(&g, s, &(struct haves){h, 2}, &a);
	NEAR(g.size, 4);
}

/* Skip and what is of the field are neither missing nor covered, also when one has them. */
static void
test_never_counted(void **state)
{
	struct have all[] = {{6, HAVE_YES, -1}, {7, HAVE_YES, -1}};
	struct gap g;

	(void)state;
	gap_make(&g, role(), &(struct haves){all, 2}, &a);
	NEAR(g.size, 10);
	NEAR(g.covered, 0);
	assert_string_equal(g.row[5].w->name, "f");
	assert_false(g.row[5].counts);
	assert_string_equal(g.row[6].w->name, "g");
	assert_false(g.row[6].counts);
}

static void
in_order(const struct gap *g, const char *expected)
{
	char got[8] = "";

	for (size_t i = 0; i < g->n; i++)
		got[i] = g->row[i].w->name[0];
	assert_string_equal(got, expected);
}

/* Musts first; of a tier what is begun, then what more publishers name, disputed last; what is there behind. */
static void
test_order(void **state)
{
	struct have b[] = {{2, HAVE_LEARNING, -1}}, yes[] = {{1, HAVE_YES, -1}};
	struct skillset *s = role();
	struct gap g;

	(void)state;
	gap_make(&g, s, &(struct haves){NULL, 0}, &a);
	in_order(&g, "abcdefg");
	gap_make(&g, s, &(struct haves){b, 1}, &a);
	in_order(&g, "bacdefg");
	gap_make(&g, s, &(struct haves){yes, 1}, &a);
	in_order(&g, "bcdeafg");
	s->w[1].by = by_two; /* two publishers; "one" and "same" are one */
	gap_make(&g, s, &(struct haves){NULL, 0}, &a);
	in_order(&g, "bacdefg");
	s->w[1].disputed = true;
	gap_make(&g, s, &(struct haves){NULL, 0}, &a);
	in_order(&g, "abcdefg");
}

static void
test_thin(void **state)
{
	struct skillset *s = role();
	struct gap g;

	(void)state;
	s->own = 4;
	s->thin = true;
	gap_make(&g, s, &(struct haves){NULL, 0}, &a);
	assert_true(isnan(g.covered));
	says(&g, "too little known to judge: 4 skills are listed");
	s->own = 1;
	gap_make(&g, s, &(struct haves){NULL, 0}, &a);
	says(&g, "too little known to judge: 1 skill is listed");
}

/* R wants a3 b3 c2 d1 e1; S wants a3 c1 h2 i1 j1: smaller 3 + 1 = 4, larger 3 + 3 + 2 + 1 + 1 + 2 + 1 + 1 = 14. */
static void
test_alike(void **state)
{
	struct wanted w[] = {WANTED(1, "a", RANK_MUST, 3), WANTED(3, "c", RANK_NICE, 1),
	    WANTED(8, "h", RANK_IMPORTANT, 2), WANTED(9, "i", RANK_NICE, 1),
	    WANTED(10, "j", RANK_NAMED, 1)};
	struct skillset *r = role(), s = {.w = w, .n = 5, .own = 5};

	(void)state;
	NEAR(skillset_alike(r, &s), 4.0 / 14);
	NEAR(skillset_alike(&s, r), 4.0 / 14);
	NEAR(skillset_alike(r, r), 1);
	s.thin = true;
	assert_true(isnan(skillset_alike(r, &s)));
	s.thin = false;
	s.rated = true;
	assert_true(isnan(skillset_alike(r, &s)));
}

static void
test_from_role(void **state)
{
	struct haves have;
	struct gap g;

	(void)state;
	haves_of_role(&have, role(), &a);
	assert_int_equal(have.n, 5);
	gap_make(&g, role(), &have, &a);
	NEAR(g.covered, 1);
	assert_int_equal(g.missing, 0);
	assert_null(haves_of(&have, 6));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_size, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_level, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_never_counted, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_order, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_thin, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_alike, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_from_role, setup, teardown),
	};

	return cmocka_run_group_tests_name("gap", tests, NULL, NULL);
}
