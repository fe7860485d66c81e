/*
 * The page of routes and the readiness board: who says what on which line, widths, and texts of a hostile pack.
 */
#include "career/page/routes.h"

#include "career/base/text.h"
#include "career/page/board.h"
#include "career/store/catalog.h"
#include "check.h"
#include "pagecat.h"

#include <stdio.h>
#include <stdlib.h>

static struct err e;

struct made {
	struct pagecat c;
	struct arena a;
	struct skillset to;
	struct gap gap;
	struct haves have;
	struct routes_shown shown;
};

static void
start(struct made *m, struct db *db)
{
	memset(m, 0, sizeof *m);
	pagecat_init(&m->c, db);
	arena_init(&m->a);
}

static void
end(struct made *m)
{
	arena_free(&m->a);
	pagecat_free(&m->c);
}

static void
load(struct made *m, const char *role)
{
	assert_ok(
	    skillset_load(&m->to, m->c.db, &m->c.r.sources, pagecat_id(&m->c, role), &m->a, &e));
	gap_make(&m->gap, &m->to, &m->have, &m->a);
	assert_ok(routes_load(&m->shown, &m->c.r, &m->to, &m->gap, &m->a, &e));
}

static const char *
page(struct made *m, int width, bool plain)
{
	pagecat_page(&m->c, width, plain);
	assert_ok(page_routes(&m->c.p, &m->c.r, &m->shown, &e));
	return pagecat_text(&m->c, true);
}

/* pagecat_text fails where a line is too wide. */
static void
test_widths(void **state)
{
	struct made m;

	(void)state;
	start(&m, pagecat_bundled());
	load(&m, "machine-learning-engineer");
	for (int width = 20; width <= 140; width += 3) {
		page(&m, width, false);
		page(&m, width, true);
		m.c.p.opts.details = true;
	}
	end(&m);
}

static void
test_says(void **state)
{
	struct made m;
	const char *text;

	(void)state;
	start(&m, pagecat_bundled());
	load(&m, "machine-learning-engineer");
	text = page(&m, 120, false);
	assert_contains(text, "6 kinds of ways lead to it");
	assert_contains(text, "Master's, aigraduate MLE");
	assert_contains(text, "$50K+");
	assert_contains(text, "of 158 master's degrees");
	assert_contains(text, "disputed: portfolio first");
	assert_contains(text, "\"You need a relevant master's\"");
	assert_true(pagecat_has_anchor(&m.c, "of 158 master's degrees", ANCHOR_QUERY,
	    "programs role:machine-learning-engineer award:master sort:cost"));
	assert_true(pagecat_has_anchor(&m.c, "MLOps", ANCHOR_SKILL, "mlops"));
	end(&m);
}

/* Every line with an amount leads to who states it. */
static void
test_amounts(void **state)
{
	struct made m;
	const struct page *p;

	(void)state;
	start(&m, pagecat_bundled());
	load(&m, "machine-learning-engineer");
	page(&m, 200, false);
	p = &m.c.p;
	for (size_t i = 0; i < p->nlines; i++) {
		bool amount = false, stated = false;

		for (size_t k = 0; k < p->lines[i].nspans; k++)
			amount = amount
			    || (strchr(p->lines[i].spans[k].text, '$') != NULL
				&& strstr(p->lines[i].spans[k].text, "thousand $") == NULL);
		for (size_t k = 0; k < p->lines[i].nanchors; k++)
			stated = stated || p->lines[i].anchors[k].kind == ANCHOR_FIGURE
			    || p->lines[i].anchors[k].kind == ANCHOR_FACT;
		if (amount && !stated)
			fail_msg(
			    "line %zu: \"%s\" leads to no source", i, p->lines[i].spans[0].text);
	}
	end(&m);
}

static void
test_nothing(void **state)
{
	struct made m;

	(void)state;
	start(&m, pagecat_bundled());
	load(&m, "actuaries");
	assert_contains(page(&m, 80, false), "No source here names a way to Actuaries.");
	end(&m);
}

#define EVIL "'x' || char(27) || '[31mred' || char(8238) || char(7)"

static void
test_hostile(void **state)
{
	struct made m;
	struct skill_routes s;

	(void)state;
	start(&m, pagecat_bundled());
	assert_ok(db_exec(m.c.db,
	    "UPDATE route SET name = " EVIL ", summary = " EVIL ", resources = '{not json';"
	    "UPDATE program SET name = " EVIL " || ' MLOps';"
	    "UPDATE skill SET aliases = '[[[', tools = '\"x' WHERE slug = 'docker';",
	    &e));
	load(&m, "machine-learning-engineer");
	for (int width = 20; width < 120; width += 20) {
		const char *text = page(&m, width, false);

		assert_null(strchr(text, 27));
		assert_null(strchr(text, 7));
	}
	s = (struct skill_routes){.slug = "mlops", .name = "MLOps\x1b[2J", .role = "\x07role"};
	assert_ok(routes_of_skill(
	    &s.routes, m.c.db, &m.c.r.sources, pagecat_id(&m.c, "mlops"), 0, &m.a, &e));
	pagecat_page(&m.c, 60, false);
	page_skill_routes(&m.c.p, &s);
	assert_null(strchr(pagecat_text(&m.c, false), 27));
	end(&m);
}

/* --- the board ------------------------------------------------------------------------------- */

/*
 * Machine Learning Engineer of the bundled packs: Python (must) had, SQL (important) partly, Docker learned, Kaggle had,
 * which is skip and counts for nothing. All others are not started.
 */
static void
test_board(void **state)
{
	struct made m;
	struct board b;
	int64_t role[2];
	struct have h[4];

	(void)state;
	start(&m, pagecat_bundled());
	role[0] = pagecat_id(&m.c, "machine-learning-engineer");
	role[1] = pagecat_id(&m.c, "mlops-engineer");
	h[0] = (struct have){pagecat_id(&m.c, "python"), HAVE_YES, -1};
	h[1] = (struct have){pagecat_id(&m.c, "sql"), HAVE_PARTLY, -1};
	h[2] = (struct have){pagecat_id(&m.c, "docker"), HAVE_LEARNING, -1};
	h[3] = (struct have){pagecat_id(&m.c, "kaggle"), HAVE_YES, -1};
	m.have = (struct haves){h, 4};
	assert_ok(board_load(
	    &b, m.c.db, &m.c.r.sources, &(struct board_ask){role, 2, &m.have}, &m.a, &e));
	assert_int_equal(b.n, 2);
	assert_int_equal(b.thin, 1);
	assert_int_equal(b.role[0].count[BOARD_HAVE], 1);
	assert_int_equal(b.role[0].count[BOARD_PARTLY], 1);
	assert_int_equal(b.role[0].count[BOARD_LEARNING], 1);
	assert_int_equal(b.role[0].count[BOARD_NOT_STARTED], b.role[0].all - 3);
	pagecat_page(&m.c, 100, false);
	page_board(&m.c.p, &b);
	assert_contains(pagecat_text(&m.c, true), "have Python (must)");
	assert_contains(pagecat_text(&m.c, true), "learning Docker (important)");
	assert_contains(
	    pagecat_text(&m.c, true), "! too little known to judge: 4 skills are listed");
	assert_null(strstr(pagecat_text(&m.c, true), "Kaggle"));
	for (int width = 20; width < 120; width += 7) {
		pagecat_page(&m.c, width, width % 2 != 0);
		page_board(&m.c.p, &b);
		pagecat_text(&m.c, false);
	}
	end(&m);
}

static void
test_board_none(void **state)
{
	struct made m;
	struct board b;

	(void)state;
	start(&m, pagecat_bundled());
	assert_ok(board_load(
	    &b, m.c.db, &m.c.r.sources, &(struct board_ask){NULL, 0, &m.have}, &m.a, &e));
	pagecat_page(&m.c, 80, false);
	page_board(&m.c.p, &b);
	assert_int_equal(m.c.p.nlines, 0);
	end(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_widths),
	    cmocka_unit_test(test_says),
	    cmocka_unit_test(test_amounts),
	    cmocka_unit_test(test_nothing),
	    cmocka_unit_test(test_hostile),
	    cmocka_unit_test(test_board),
	    cmocka_unit_test(test_board_none),
	};

	return cmocka_run_group_tests_name("routes page", tests, NULL, NULL);
}
