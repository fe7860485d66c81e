/*
 * test_plans.c - pairs of a program and a role: against a slow and plain search over the bundled packs with rows of
 * every publishers' set.
 */
#include "career/model/plans.h"

#include "career/base/mem.h"
#include "career/base/num.h"
#include "career/model/finance.h"
#include "career/model/listview.h"
#include "career/model/price.h"
#include "career/model/switch.h"

#include "check.h"
#include "national.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#define BASELINE 49500

static struct {
	struct db *db;
	struct arena arena;
	struct sources sources;
	struct frame programs, roles;
	struct view program_view, role_view;
	struct plans plans;
} all;

static int
set_up(void **state)
{
	struct err why, e;

	(void)state;
	all.db = national_bundled();
	arena_init(&all.arena);
	assert_ok(sources_load(&all.sources, all.db, &all.arena, &e));
	assert_ok(
	    listview_open(&all.programs, &all.program_view, &list_programs, all.db, &why, &e));
	assert_ok(listview_open(&all.roles, &all.role_view, &list_roles, all.db, &why, &e));
	plans_init(&all.plans, all.db, &all.sources, &all.programs, &all.roles);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	plans_free(&all.plans);
	view_free(&all.program_view);
	view_free(&all.role_view);
	frame_free(&all.programs);
	frame_free(&all.roles);
	arena_free(&all.arena);
	db_close(all.db);
	return 0;
}

/* --- the plain search ---------------------------------------------------------------------------- */

/* A pair with what the slow search knows of it. */
struct pair {
	uint32_t program, role;
	double cost, months, pay, payback;
	bool foreign, withdrawn, later, set;
	bool told;     /* what the program takes of a person */
	int education; /* 1 met, 2 below, 0 unknown */
	bool official, rule;
};

static const char *
text(const struct frame *f, const char *name, uint32_t row)
{
	return frame_text(f, frame_col(f->spec, name), row);
}

static double
number(const struct frame *f, const char *name, uint32_t row)
{
	int32_t n = frame_num(f, frame_col(f->spec, name), row);

	return frame_is_missing(n) ? (double)NAN : (double)n;
}

/* Whether the tables link the two, asked of the tables. */
static bool
linked(struct pair *x)
{
	struct err e;
	struct stmt *st = db_prepare(all.db,
	    "SELECT max(rule_id IS NULL), max(rule_id IS NOT NULL) FROM role_field"
	    " WHERE field = ?1 AND role_id = ?2",
	    &e);
	bool found;

	assert_non_null(st);
	stmt_bind_text(st, 1, text(&all.programs, "field", x->program));
	stmt_bind_int(st, 2, all.roles.id[x->role]);
	assert_int_equal(stmt_step(st, &e), 1);
	found = !stmt_null(st, 0);
	x->official = stmt_int(st, 0) == 1;
	x->rule = stmt_int(st, 1) == 1;
	stmt_finalize(st);
	return found;
}

static int
rank_of(const char *word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strstr(words[i], word) != NULL && word[0] != '\0')
			return (int)i;
	return -1;
}

/* The least degree that a source asks for, asked of the table; -1: none does. */
static int
asked_of(const struct pair *x)
{
	static const char *const degrees[] = {"associate", "bachelor", "master", "doctorate"};
	struct err e;
	int found = -1;

	for (int i = 3; i >= 0; i--) {
		struct stmt *st = db_prepare(all.db,
		    "SELECT count(*) FROM requirement WHERE role_id = ?1 AND credential = ?2"
		    " AND strength IN ('required', 'typical')",
		    &e);

		assert_non_null(st);
		stmt_bind_int(st, 1, all.roles.id[x->role]);
		stmt_bind_text(st, 2, degrees[i]);
		assert_int_equal(stmt_step(st, &e), 1);
		found = stmt_int(st, 0) > 0 ? 4 + i : found;
		stmt_finalize(st);
	}
	return found;
}

static int
education_of(const struct pair *x)
{
	static const char *const awards[] = {"", "", "",
	    "certificate professional-certificate bootcamp mooc", "associate",
	    "bachelor post-baccalaureate-certificate graduate-certificate", "master mba",
	    "doctorate first-professional"};
	static const char *const needs[] = {"", "No formal educational credential",
	    "High school diploma or equivalent Some college, no degree",
	    "Postsecondary nondegree award", "Associate's degree", "Bachelor's degree",
	    "Master's degree", "Doctoral or professional degree"};
	const char *award = text(&all.programs, "award", x->program);
	int need = rank_of(text(&all.roles, "education", x->role), needs, 8), has = -1;

	if (need < 0)
		need = asked_of(x);

	for (int i = 3; i < 8; i++) {
		char word[64], list[200];

		snprintf(word, sizeof word, " %s ", award);
		snprintf(list, sizeof list, " %s ", awards[i]);
		if (award[0] != '\0' && strstr(list, word) != NULL)
			has = i;
	}
	return need < 0 || has < 0 ? 0 : has >= need ? 1 : 2;
}

static void
read_pair(struct pair *x)
{
	const struct frame *p = &all.programs, *r = &all.roles;
	struct price_said said = {.award = text(p, "award", x->program),
	    .mode = text(p, "mode", x->program),
	    .basis = text(p, "cost_basis", x->program),
	    .currency = text(p, "currency", x->program),
	    .cost = number(p, "cost", x->program),
	    .months = number(p, "months", x->program),
	    .tuition_in = number(p, "tuition_in", x->program),
	    .tuition_out = number(p, "tuition_out", x->program)};
	double low = number(r, "pay_low", x->role), high = number(r, "pay_high", x->role);
	const char *level = text(r, "pay_level", x->role);
	struct finance_input in;
	struct finance_value v;
	struct price price;

	price_read(&price, &said, NULL);
	finance_init(&in);
	in.cost = x->cost = price.total;
	in.months = x->months = price.months;
	in.job_kept = price.job_kept;
	in.baseline = BASELINE;
	in.pay = x->pay = isnan(high) ? low : (low + high) / 2;
	v = finance_value(FM_PAYBACK, &in);
	x->payback = v.told == FIN_TOLD ? v.value
	    : v.told == FIN_NEVER       ? (double)INFINITY
					: (double)NAN;
	x->told = finance_value(FM_NET_PRICE, &in).told == FIN_TOLD
	    && finance_value(FM_FORGONE, &in).told == FIN_TOLD;
	x->foreign = price.assumed & PRICE_FOREIGN;
	x->withdrawn = strcmp(text(p, "status", x->program), "withdrawn") == 0;
	x->later = strcmp(level, "mid") == 0 || strcmp(level, "senior") == 0
	    || strcmp(level, "staff") == 0 || strcmp(level, "lead") == 0
	    || strcmp(level, "executive") == 0;
	x->set = strcmp(text(r, "pack", x->role), "import") == 0;
	x->education = education_of(x);
}

/* A question, and what it asks in plain words. */
struct question {
	const char *query;
	const char *programs,
	    *roles;       /* what it asks of each alone, as their own lists understand it */
	const char *word; /* in the program or in the role; NULL: none */
	bool later, sets; /* that are left out else */
	bool (*holds)(const struct pair *x);
};

static bool
cheap_and_quick(const struct pair *x)
{
	return x->cost < 20000 && x->months <= 24 && x->pay >= 100000 && x->payback < 5;
}

static bool
not_cheap(const struct pair *x)
{
	return x->cost >= 20000 && x->payback >= 0.5;
}

/* Programs that cost just as much are on the edge. */
static bool
below_ten(const struct pair *x)
{
	return x->cost < 10000;
}

static bool
ten_or_less(const struct pair *x)
{
	return x->cost <= 10000 && !(x->cost <= 7000);
}

static bool
officially(const struct pair *x)
{
	return x->official && x->education == 2;
}

static bool
not_below(const struct pair *x)
{
	return !x->official && x->education != 2;
}

static const struct question questions[] = {
    {"", "", "", NULL, false, false, NULL},
    {"cost<20k months<=24 mode:online pay>=100k payback<5", "mode:online", "", NULL, false, false,
	cheap_and_quick},
    {"-cost<20k payback>=0.5", "", "", NULL, false, false, not_cheap},
    {"role:data-scientist,machine-learning-engineer award:master", "award:master",
	"slug:data-scientist,machine-learning-engineer", NULL, false, true, NULL},
    {"-role:data-scientist kind:role pay_level:any", "",
	"-slug:data-scientist kind:role pay_level:any", NULL, true, true, NULL},
    {"data country:US", "country:US", "", "data", false, false, NULL},
    {"nurs kind:occupation", "", "kind:occupation", "nurs", false, true, NULL},
    {"-data", "-data", "-data", NULL, false, false, NULL},
    {"cost<10k", "", "", NULL, false, false, below_ten},
    {"cost<=10k cost>7000", "", "", NULL, false, false, ten_or_less},
    {"link:official entry:below kind:any", "", "kind:any", NULL, false, true, officially},
    {"link:rule -link:official -entry:below kind:any", "", "kind:any", NULL, false, true,
	not_below},
};

static bool
has_word(struct view *v, uint32_t row)
{
	return view_find(v, row) != UINT32_MAX;
}

static bool
qualifies(const struct question *q, const struct pair *x)
{
	bool left = x->foreign || x->withdrawn || isnan(x->payback) || (x->later && !q->later)
	    || (x->set && !q->sets);

	return !left && (q->holds == NULL || q->holds(x));
}

static int
in_order(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if ((x->education == 2) != (y->education == 2))
		return x->education == 2 ? 1 : -1;
	if (x->payback != y->payback)
		return x->payback < y->payback ? -1 : 1;
	if (x->cost != y->cost)
		return x->cost < y->cost ? -1 : 1;
	if (x->role != y->role)
		return x->role < y->role ? -1 : 1;
	return (x->program > y->program) - (x->program < y->program);
}

/* Every pair, one by one; freed by the caller. */
static struct pair *
search(const struct question *q, size_t *n)
{
	struct view *p = &all.program_view, *r = &all.role_view;
	struct pair *found = NULL;
	size_t cap = 0;
	bool *word_p = mem_zero(all.programs.rows, 1), *word_r = mem_zero(all.roles.rows, 1);

	view_set(p, q->word != NULL ? q->word : "", false);
	for (uint32_t i = 0; i < all.programs.rows; i++)
		word_p[i] = has_word(p, i);
	view_set(r, q->word != NULL ? q->word : "", false);
	for (uint32_t i = 0; i < all.roles.rows; i++)
		word_r[i] = has_word(r, i);
	view_set(p, q->programs, false);
	view_set(r, q->roles, false);
	*n = 0;
	for (uint32_t i = 0; i < p->nrows; i++)
		for (uint32_t k = 0; k < r->nrows; k++) {
			struct pair x = {.program = p->rows[i], .role = r->rows[k]};

			if (!(word_p[x.program] || word_r[x.role]) || !linked(&x))
				continue;
			read_pair(&x);
			if (!qualifies(q, &x))
				continue;
			found = mem_reserve(found, &cap, *n + 1, sizeof *found);
			found[(*n)++] = x;
		}
	if (*n > 0)
		qsort(found, *n, sizeof *found, in_order);
	free(word_p);
	free(word_r);
	return found;
}

static void
ask(const char *query, enum plans_fold fold, size_t limit)
{
	struct plans_asks asks = {
	    .query = query, .baseline = BASELINE, .fold = fold, .limit = limit};
	struct err e;

	assert_ok(plans_ask(&all.plans, &asks, &e));
	assert_string_equal(all.plans.query.error, "");
}

static void
test_same_pairs(void **state)
{
	size_t total = 0;

	(void)state;
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
		const struct question *q = &questions[i];
		size_t n;
		struct pair *want = search(q, &n);

		ask(q->query, PLANS_PAIRS, 1000000);
		if (all.plans.pairs != n || all.plans.n != n)
			fail_msg(
			    "'%s': %zu pairs, %zu wanted", q->query, (size_t)all.plans.pairs, n);
		for (size_t k = 0; k < n; k++) {
			const struct plan *x = &all.plans.plan[k];

			assert_int_equal(x->role, want[k].role);
			assert_int_equal(x->program, want[k].program);
			assert_true(x->payback == want[k].payback); /* to the last bit */
			assert_true(x->cost == want[k].cost);
			assert_int_equal(x->entry, want[k].education);
			assert_true(plans_link(&all.plans, x)->official == want[k].official);
			assert_true(plans_link(&all.plans, x)->rule == want[k].rule);
		}
		total += n;
		free(want);
	}
	assert_true(total > 1000); /* the questions find something */
}

/* --- the best ones ------------------------------------------------------------------------------- */

static void
test_limit_takes_the_first(void **state)
{
	struct plan *whole;
	size_t n;

	(void)state;
	ask("", PLANS_PAIRS, 1000000);
	n = all.plans.n;
	whole = mem_alloc(n * sizeof *whole);
	memcpy(whole, all.plans.plan, n * sizeof *whole);
	for (size_t limit = 0; limit < n; limit += limit < 60 ? 1 : 67) {
		ask("", PLANS_PAIRS, limit);
		assert_int_equal(all.plans.n, limit);
		assert_int_equal(all.plans.pairs, n);
		for (size_t i = 0; i < limit; i++) {
			assert_int_equal(all.plans.plan[i].program, whole[i].program);
			assert_int_equal(all.plans.plan[i].role, whole[i].role);
		}
	}
	free(whole);
}

static void
test_sorted(void **state)
{
	(void)state;
	ask("sort:-pay,cost", PLANS_PAIRS, 500);
	for (size_t i = 1; i < all.plans.n; i++) {
		const struct plan *a = &all.plans.plan[i - 1], *b = &all.plans.plan[i];

		assert_true(a->pay > b->pay || (a->pay == b->pay && a->cost <= b->cost));
	}
	ask("sort:-payback", PLANS_PAIRS, 500);
	for (size_t i = 1; i < all.plans.n; i++)
		assert_true(isfinite(all.plans.plan[i - 1].payback)
		    && (!isfinite(all.plans.plan[i].payback)
			|| all.plans.plan[i - 1].payback >= all.plans.plan[i].payback));
	ask("sort:school", PLANS_PAIRS, 500);
	for (size_t i = 1; i < all.plans.n; i++)
		assert_true(strcasecmp(text(&all.programs, "school", all.plans.plan[i - 1].program),
				text(&all.programs, "school", all.plans.plan[i].program))
		    <= 0);
}

/* Of each program the best role stands for the others, which are counted. */
static void
test_folds(void **state)
{
	uint64_t pairs = 0;

	(void)state;
	ask("award:master", PLANS_BY_PROGRAM, 100000);
	assert_int_equal(all.plans.n, all.plans.nprograms);
	for (size_t i = 0; i < all.plans.n; i++) {
		pairs += 1 + all.plans.plan[i].others;
		for (size_t k = 0; k < i; k++)
			assert_int_not_equal(all.plans.plan[i].program, all.plans.plan[k].program);
	}
	assert_int_equal(pairs, all.plans.pairs);
	ask("award:master", PLANS_BY_ROLE, 100000);
	assert_int_equal(all.plans.n, all.plans.nroles);
	pairs = 0;
	for (size_t i = 0; i < all.plans.n; i++)
		pairs += 1 + all.plans.plan[i].others;
	assert_int_equal(pairs, all.plans.pairs);
}

/* --- what is left out ---------------------------------------------------------------------------- */

/* A pair that is linked is ranked, or counted by the one thing that it lacks. */
static void
test_nothing_is_lost(void **state)
{
	uint64_t pairs = 0, left[PLANS_LEFTS] = {0};

	(void)state;
	for (uint32_t i = 0; i < all.programs.rows; i++)
		for (uint32_t k = 0; k < all.roles.rows; k++) {
			struct pair x = {.program = i, .role = k};
			bool role, program;

			if (!linked(&x))
				continue;
			read_pair(&x);
			if (x.withdrawn || x.set)
				continue;
			role = !isnan(x.pay) && !x.later;
			program = x.told && !x.foreign;
			pairs += role && program;
			left[PLANS_NO_PAY] += isnan(x.pay) && program;
			left[PLANS_LATER] += !isnan(x.pay) && x.later && program;
			left[PLANS_NO_PRICE] += role && isnan(x.cost);
			left[PLANS_FOREIGN] += role && !isnan(x.cost) && x.foreign;
			left[PLANS_NO_LENGTH] += role && !isnan(x.cost) && !x.foreign && !x.told;
		}
	ask("", PLANS_PAIRS, 10);
	assert_int_equal(all.plans.pairs, pairs);
	for (size_t i = 0; i < PLANS_LEFTS; i++) {
		assert_true(left[i] > 0);
		assert_int_equal(all.plans.left[i], left[i]);
	}
	assert_true(all.plans.occupations > 0);
}

static void
test_a_term_to_drop(void **state)
{
	(void)state;
	ask("role:data-scientist cost<1", PLANS_PAIRS, 10);
	assert_int_equal(all.plans.pairs, 0);
	assert_int_equal(all.plans.nwithout, 1);
	assert_string_equal(all.plans.without[0].term, "cost<1");
	assert_true(all.plans.without[0].pairs > 10);
	assert_string_equal(all.plans.query.text, "role:data-scientist cost<1");
	ask("role:data-scientist cost<100k", PLANS_PAIRS, 10);
	assert_int_equal(all.plans.nwithout, 0);
}

/* --- mistakes -------------------------------------------------------------------------------------- */

static void
test_mistakes(void **state)
{
	static const struct {
		const char *query, *error;
	} cases[] = {
	    {"rol:x", "column 1: no field 'rol'; nearest: role"},
	    {"cost<20k role:data-scientits",
		"column 10: no role 'data-scientits'; nearest: data-scientists"},
	    {"award:mastr", "column 1: no award 'mastr'; nearest: master"},
	    {"family:Enginering", "column 1: no family 'Enginering'; nearest: Engineering"},
	    {"link:offical", "column 1: no link 'offical'; there are official and rule"},
	    {"entry:yes", "column 1: no entry 'yes'; there are met and below"},
	    {"pay:none", "column 1: plans without pay are only counted: nothing ranks them"},
	    {"a b c d e f g h i j k l m n o p q",
		"column 33: more than 16 words: this one is left out"},
	    {"payback<x", "column 1: 'x' is not a number or a range from low to high, as 12..24"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct plans_asks asks = {
		    .query = cases[i].query, .baseline = BASELINE, .limit = 5};
		struct err e;

		assert_ok(plans_ask(&all.plans, &asks, &e));
		assert_string_equal(all.plans.query.error, cases[i].error);
	}
}

struct completed {
	struct buf all;
};

static void
take(void *ctx, const char *candidate, const char *help, size_t from, size_t to)
{
	struct completed *c = ctx;

	(void)help, (void)from, (void)to;
	buf_addf(&c->all, "%s ", candidate);
}

static void
test_completion(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
	    {"payb", "payback: "},
	    {"role:machine-learning-e", "machine-learning-engineer "},
	    {"award:mas", "master "},
	    {"kind:spe", "specialization "},
	    {"sort:-payb", "payback "},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct completed c = {BUF_INIT};

		plans_complete(&all.plans, cases[i].text, strlen(cases[i].text), take, &c);
		assert_string_equal(c.all.data, cases[i].want);
		buf_free(&c.all);
	}
}

/* --- sources --------------------------------------------------------------------------------------- */

/* With every source off nothing is linked; on again all is as it was. */
static void
test_sources(void **state)
{
	int64_t *off = mem_alloc(all.sources.n * sizeof *off);
	bool changed;
	struct err e;
	uint64_t before;

	(void)state;
	for (size_t i = 0; i < all.sources.n; i++)
		off[i] = all.sources.s[i].id;
	ask("", PLANS_PAIRS, 5);
	before = all.plans.pairs;
	assert_ok(switch_sources(all.db, off, all.sources.n, &e));
	sources_follow(&all.sources, all.db);
	assert_ok(listview_refresh(&all.programs, &all.program_view, all.db, &changed, &e));
	assert_ok(listview_refresh(&all.roles, &all.role_view, all.db, &changed, &e));
	ask("", PLANS_PAIRS, 5);
	assert_int_equal(all.plans.pairs, 0);
	assert_ok(switch_sources(all.db, NULL, 0, &e));
	sources_follow(&all.sources, all.db);
	assert_ok(listview_refresh(&all.programs, &all.program_view, all.db, &changed, &e));
	assert_ok(listview_refresh(&all.roles, &all.role_view, all.db, &changed, &e));
	ask("", PLANS_PAIRS, 5);
	assert_int_equal(all.plans.pairs, before);
	free(off);
}

/* More pay without it never shortens a payback. */
static void
test_baseline(void **state)
{
	double last = 0;

	(void)state;
	for (int pay = 20000; pay <= 100000; pay += 20000) {
		struct plans_asks asks = {
		    .query = "role:data-scientist award:master", .baseline = pay, .limit = 1};
		struct err e;

		assert_ok(plans_ask(&all.plans, &asks, &e));
		assert_true(all.plans.n == 1 && all.plans.plan[0].payback >= last);
		last = all.plans.plan[0].payback;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_same_pairs),
	    cmocka_unit_test(test_limit_takes_the_first),
	    cmocka_unit_test(test_sorted),
	    cmocka_unit_test(test_folds),
	    cmocka_unit_test(test_nothing_is_lost),
	    cmocka_unit_test(test_a_term_to_drop),
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_completion),
	    cmocka_unit_test(test_sources),
	    cmocka_unit_test(test_baseline),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
