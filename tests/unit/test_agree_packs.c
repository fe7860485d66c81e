/* What the bundled packs answer. */
#include "check.h"
#include "packcat.h"
#include "payfig.h"

static struct err e;

struct bundled {
	struct db *db;
	struct sources src;
	struct figures figs;
	struct agree ag;
};

static void
load(struct bundled *b, const char *role, enum level level)
{
	b->db = packcat_open();
	assert_ok(sources_load(&b->src, b->db, &payfig_arena, &e));
	assert_ok(figures_of_role(
	    &b->figs, b->db, &b->src, packcat_role(b->db, role), "pay", &payfig_arena, &e));
	agree_make(&b->ag, &b->figs, level, &payfig_arena);
}

static void
test_engineer_entry(void **state)
{
	struct bundled b;
	const struct agree_group *g;
	struct buf why = BUF_INIT;

	(void)state;
	load(&b, "machine-learning-engineer", LEVEL_ENTRY);
	g = payfig_salary(&b.ag, LEVEL_ENTRY);
	assert_int_equal(g->publishers, 4);
	assert_int_equal(g->nbest, 1);
	payfig_range(&g->best[0], 120000, 160000, 3);
	assert_int_equal(g->napart, 1);
	assert_string_equal(g->apart[0], "guide 2025");
	assert_false(g->has_common);
	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		assert_true(l->lo > 135000 || l->hi < 215000);
		assert_false(l->f->card);
		if (l->apart)
			assert_true(
			    l->lo <= 70000 && l->hi >= 95000 && (l->loosely & LOOSE_BORROWED));
		if (strcmp(l->f->source->short_name, "Bouchrika 2026") == 0)
			assert_true((l->loosely & LOOSE_LEVEL) && l->lo <= 110000);
	}
	agree_why(g, &why);
	assert_contains(why.data, "guide 2025 speaks of the whole field");
	assert_contains(why.data, "aigraduate ML and aigraduate MLE speak of big tech");
	assert_contains(why.data, "Bouchrika 2026 states no level");
	assert_true(why.len <= 200);
	buf_free(&why);
	g = agree_main(&b.ag, LEVEL_ENTRY, RULER_TOTAL);
	assert_non_null(g);
	assert_int_equal(g->publishers, 1);
	assert_int_equal(g->nbest, 0);
	payfig_range(&g->single, 180000, 200000, 2);
	db_close(b.db);
}

static void
test_engineer_other_levels(void **state)
{
	struct bundled b;
	const struct agree_group *g;

	(void)state;
	load(&b, "machine-learning-engineer", LEVEL_UNSTATED);
	g = payfig_salary(&b.ag, LEVEL_MID);
	assert_int_equal(g->nbest, 2);
	payfig_range(&g->best[0], 137750, 160000, 3);
	payfig_range(&g->best[1], 165000, 200000, 3);
	assert_int_equal(g->publishers, 4);
	g = payfig_salary(&b.ag, LEVEL_SENIOR);
	payfig_range(&g->best[0], 200000, 259000, 2);
	/* Places of their own: a city's figure stands in no national answer. */
	for (size_t i = 0; i < b.ag.n; i++)
		for (size_t k = 0; k < b.ag.g[i].nlines; k++) {
			const char *place = b.ag.g[i].lines[k].f->place;
			bool local = strcmp(place, "") != 0 && strcmp(place, "US") != 0;

			assert_int_equal(local, b.ag.g[i].place[0] != '\0');
		}
	/* Pay of remote work overlaps. */
	for (size_t i = 0; i < b.ag.n; i++)
		if (strcmp(b.ag.g[i].place, "Remote") == 0) {
			assert_true(b.ag.g[i].has_common);
			payfig_range(&b.ag.g[i].single, 180000, 200000, 2);
			assert_float_equal(b.ag.g[i].overlap, 20.0 / 105, 0.0001);
		}
	db_close(b.db);
}

/* The four headline ranges overlap where they may be held against each other. */
static void
test_headlines_overlap(void **state)
{
	struct bundled b;
	struct figure head[8];
	size_t n = 0;
	struct agree ag;

	(void)state;
	load(&b, "machine-learning-engineer", LEVEL_ENTRY);
	for (size_t i = 0; i < b.figs.n; i++) {
		const struct figure *f = &b.figs.f[i];

		if (f->level != LEVEL_UNSTATED || f->stat != STAT_RANGE)
			continue;
		if (!f->card && strcmp(f->place, "US") != 0)
			continue;
		head[n] = *f;
		head[n++].card = false;
	}
	assert_int_equal(n, 4);
	ag = payfig_groups(head, n, LEVEL_UNSTATED);
	for (size_t i = 0; i < ag.n; i++)
		assert_true(ag.g[i].has_common);
	assert_float_equal(payfig_salary(&ag, LEVEL_UNSTATED)->common_lo, 140000, 0);
	assert_float_equal(payfig_salary(&ag, LEVEL_UNSTATED)->common_hi, 160000, 0);
	db_close(b.db);
}

static void
test_scientists(void **state)
{
	struct bundled b;
	const struct agree_group *g;
	struct figures figs;

	(void)state;
	load(&b, "data-scientist", LEVEL_UNSTATED);
	g = payfig_salary(&b.ag, LEVEL_ENTRY);
	payfig_range(&g->best[0], 95000, 149480, 3);
	assert_true(g->has_common);
	assert_true(payfig_salary(&b.ag, LEVEL_UNSTATED)->has_common);
	assert_ok(figures_of_role(&figs, b.db, &b.src, packcat_role(b.db, "research-scientist"),
	    "pay", &payfig_arena, &e));
	agree_make(&b.ag, &figs, LEVEL_UNSTATED, &payfig_arena);
	g = payfig_salary(&b.ag, LEVEL_UNSTATED);
	assert_false(g->has_common);
	assert_float_equal(g->gap, 20000, 0);
	assert_int_equal(g->nbest, 0);
	assert_true(agree_comparable(&g->lines[0], &g->lines[1]));
	g = payfig_salary(&b.ag, LEVEL_ENTRY);
	assert_int_equal(g->nbest, 2);
	payfig_range(&g->best[0], 137750, 180000, 2);
	payfig_range(&g->best[1], 200000, 250000, 2);
	assert_float_equal(g->gap, 20000, 0);
	db_close(b.db);
}

/* Switching a source off changes the answer. */
static void
test_source_off(void **state)
{
	struct bundled b;

	(void)state;
	load(&b, "machine-learning-engineer", LEVEL_ENTRY);
	for (size_t i = 0; i < b.src.n; i++)
		b.src.s[i].on = strcmp(b.src.s[i].short_name, "guide 2025") != 0;
	assert_ok(figures_of_role(&b.figs, b.db, &b.src,
	    packcat_role(b.db, "machine-learning-engineer"), "pay", &payfig_arena, &e));
	agree_make(&b.ag, &b.figs, LEVEL_ENTRY, &payfig_arena);
	payfig_range(&payfig_salary(&b.ag, LEVEL_ENTRY)->best[0], 120000, 160000, 3);
	assert_int_equal(payfig_salary(&b.ag, LEVEL_ENTRY)->publishers, 3);
	assert_int_equal(payfig_salary(&b.ag, LEVEL_ENTRY)->napart, 0);
	db_close(b.db);
}

static const struct agree_group *
same_group(const struct agree *ag, const struct agree_group *g)
{
	for (size_t i = 0; i < ag->n; i++)
		if (ag->g[i].level == g->level && ag->g[i].ruler == g->ruler
		    && strcmp(ag->g[i].place, g->place) == 0
		    && strcmp(ag->g[i].currency, g->currency) == 0
		    && strcmp(ag->g[i].per, g->per) == 0)
			return &ag->g[i];
	return NULL;
}

/* Whichever source is switched off, what the others share holds what was shared with it. */
static void
test_each_source_off(void **state)
{
	static const char *const roles[] = {
	    "machine-learning-engineer", "data-scientist", "research-scientist", "data-analyst"};
	size_t compared = 0;

	(void)state;
	for (size_t r = 0; r < COUNT(roles); r++) {
		struct bundled b;

		load(&b, roles[r], LEVEL_UNSTATED);
		for (size_t s = 0; s < b.src.n; s++) {
			struct figures figs;
			struct agree rest;

			b.src.s[s].on = false;
			assert_ok(figures_of_role(&figs, b.db, &b.src, packcat_role(b.db, roles[r]),
			    "pay", &payfig_arena, &e));
			b.src.s[s].on = true;
			agree_make(&rest, &figs, LEVEL_UNSTATED, &payfig_arena);
			for (size_t i = 0; i < rest.n; i++) {
				const struct agree_group *left = &rest.g[i],
							 *was = same_group(&b.ag, left);

				assert_non_null(was);
				assert_true(left->gap <= was->gap);
				compared++;
				if (!was->has_common)
					continue;
				assert_true(left->has_common);
				assert_true(left->common_lo <= was->common_lo);
				assert_true(
				    left->common_open_high || left->common_hi >= was->common_hi);
			}
		}
		db_close(b.db);
	}
	assert_true(compared > 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_engineer_entry, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(
		test_engineer_other_levels, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_headlines_overlap, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_scientists, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_source_off, payfig_setup, payfig_teardown),
	    cmocka_unit_test_setup_teardown(test_each_source_off, payfig_setup, payfig_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
