/* What there is to read: its pages, and that their links lead somewhere. */
#include "appscreen.h"
#include "career/build/build.h"
#include "check.h"
#include "pagecat.h"

#include <stdio.h>

static struct pagecat c;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_small());
	if (!db_exec(c.db,
		"INSERT INTO guide (id, pack, slug, topic, heading, text, about_kind, about_key, about_id,"
		" opinion, source_id, locator) VALUES"
		" (1, 't', 'build', 'break-in', 'Build it', 'Do build.', 'role',"
		"  'machine-learning-engineer', 1, 1, 2, 'Advice'),"
		" (2, 't', 'ask', 'faq', 'Why?', 'Because.', 'field', 'machine-learning', NULL, NULL, 1, 'Q');"
		"INSERT INTO prediction (id, pack, text, year, topic, role_id, source_id, locator) VALUES"
		" (1, 't', 'It grows.', 2024, 'job growth', 1, 2, 'Later'),"
		" (2, 't', 'It pays.', 2028, 'pay', NULL, 2, 'Later'),"
		" (3, 't', 'It comes.', NULL, 'edge AI', 3, 2, 'Later'),"
		" (4, 't', 'Skills come.', 2027, 'emerging skills', 1, 2, 'Later');"
		"INSERT INTO claim (id, pack, topic, about_kind, about_key, about_id, stance, source_id,"
		" locator, words) VALUES"
		" (1, 't', 'kaggle', 'skill', 'kaggle', 2, 'Useful.', 1, 'x', 'so useful'),"
		" (2, 't', 'kaggle', 'skill', 'kaggle', 2, 'A waste.', 2, 'x', NULL),"
		" (3, 't', 'odd-thing', NULL, NULL, NULL, 'Odd.', 1, 'x', NULL);",
		&c.e)
	    || !db_exec(c.db, "DELETE FROM frame_column; DELETE FROM frame;", &c.e)
	    || !build_finish(c.db, &c.e))
		fail_msg("%s", c.e.text);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	return 0;
}

enum { TOPIC, PREDICTION, CLAIM };

static const char *
entry(int64_t row, int table, bool plain)
{
	pagecat_page(&c, 100, plain);
	c.p.opts.screen = !plain;
	if (!page_guide(&c.p, &c.r, row * 4 + table, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, true);
}

static void
test_topic(void **state)
{
	(void)state;
	assert_contains(entry(1, TOPIC, false),
	    "Build it break-in, an opinion Do build. Said by A directory, under \"Advice\" About: "
	    "Machine Learning Engineer Enter on this line: all on the topic break-in");
	assert_true(pagecat_has_anchor(&c, "About: ", ANCHOR_ROLE, "machine-learning-engineer"));
	assert_contains(entry(2, TOPIC, false),
	    "Why? a question that is often asked Because. Said by Pages of schools, under \"Q\" About: "
	    "the field machine learning");
	assert_null(strstr(entry(1, TOPIC, true), "Enter"));
}

/* The clock of the pages stands at 2026. */
static void
test_prediction(void **state)
{
	(void)state;
	assert_contains(entry(1, PREDICTION, false),
	    "A prediction by 2024; job growth It grows. ! 2024 has come: this can be checked now. Look "
	    "at Growth of Machine Learning Engineer: what official counts and projections say by now");
	assert_true(pagecat_has_anchor(
	    &c, "Look at ", ANCHOR_COMMAND, "role-section machine-learning-engineer Growth"));
	assert_contains(entry(2, PREDICTION, false),
	    "Can be checked in 2028, 2 years from now. Look at Pay of");
	assert_contains(entry(3, PREDICTION, false),
	    "A prediction without a year edge AI It comes. It names no year: nobody can ever say that it "
	    "was wrong. Look at Industries of Data Scientist: ");
	assert_contains(entry(4, PREDICTION, false),
	    "Can be checked in 2027, 1 year from now. Look at the emerging skills: ");
	assert_true(pagecat_has_anchor(&c, "Look at ", ANCHOR_QUERY, "skills category:emerging"));
}

static void
test_claim(void **state)
{
	(void)state;
	assert_contains(entry(1, CLAIM, false),
	    "Kaggle: useful or a waste of time? where sources take sides; one side: Useful. \"so useful\" "
	    "Said by Pages of schools, under \"x\" About: the skill Kaggle All sides own page: Useful. "
	    "directory: A waste.");
	assert_true(pagecat_has_anchor(&c, "About: ", ANCHOR_SKILL, "kaggle"));
	assert_contains(entry(3, CLAIM, false), "odd thing where sources");
}

static void
test_nobody(void **state)
{
	(void)state;
	pagecat_page(&c, 80, false);
	assert_false(page_guide(&c.p, &c.r, 99 * 4, &c.e));
	assert_int_equal(c.e.code, ERR_NOTFOUND);
	assert_false(page_guide(&c.p, &c.r, 7, &c.e));
	assert_false(page_guide(&c.p, &c.r, -4, &c.e));
}

/* --- in the program -------------------------------------------------------------------------------- */

/* The line of the page that starts with these words; its cursor goes there. */
static bool
line_at(struct app *a, const char *words)
{
	struct detail *d = &app_pane(a)->detail;

	for (size_t i = 0; i < d->page.nlines; i++) {
		struct buf b = BUF_INIT;
		bool found;

		for (size_t k = 0; k < d->page.lines[i].nspans; k++)
			buf_adds(&b, d->page.lines[i].spans[k].text);
		found = strncmp(b.data + strspn(b.data, " "), words, strlen(words)) == 0;
		buf_free(&b);
		if (found) {
			d->cursor = i;
			return true;
		}
	}
	return false;
}

/* Enter on what a prediction tells to look at opens something that is not empty; q returns. */
static void
test_predictions_lead(void **state)
{
	struct app a;
	char key[64];

	(void)state;
	appscreen_state(&a, NULL);
	for (int i = 1; i <= 30; i++) {
		snprintf(key, sizeof key, "select guide prediction-%d", i);
		app_run(&a, key);
		app_run(&a, "focus page");
		if (!line_at(&a, "Look at "))
			fail_msg("%s: nothing to look at", key);
		app_press(&a, "Enter");
		if (a.message_is_error)
			fail_msg("%s: %s", key, a.message);
		if (app_pane(&a)->view.nrows == 0)
			fail_msg("%s: opens an empty list", key);
		if (a.screen == SCREEN_ROLES)
			assert_true(app_pane(&a)->detail.page.nlines > 3);
		app_run(&a, "screen guide");
	}
	app_close(&a);
}

static void
test_topics(void **state)
{
	struct app a;

	(void)state;
	appscreen_state(&a, NULL);
	app_press(&a, "1 t");
	assert_int_equal(a.screen, SCREEN_GUIDE);
	assert_string_equal(app_pane(&a)->query.data, "role:machine-learning-engineer");
	assert_true(app_pane(&a)->view.nrows > 100);
	app_press(&a, "q");
	assert_int_equal(a.screen, SCREEN_ROLES);
	/* Nothing speaks of it: its family does. */
	app_run(&a, "select nlp-specialist");
	app_press(&a, "Enter t");
	assert_string_equal(app_pane(&a)->query.data, "family:\"Engineering\"");
	assert_contains(a.message, "nothing speaks of NLP Specialist");
	/* Nor of the family. */
	app_run(&a, "select product-manager");
	app_press(&a, "t");
	assert_true(a.message_is_error);
	assert_contains(a.message, "nothing to read about Product Manager or its family Business");
	assert_int_equal(a.screen, SCREEN_ROLES);
	/* Elsewhere of the current role. */
	app_press(&a, "2 :topics");
	assert_contains(a.message, "no role: r chooses the current one");
	app_run(&a, "role-is data-scientist");
	app_press(&a, "2 :topics");
	assert_string_equal(app_pane(&a)->query.data, "role:data-scientist");
	app_close(&a);
}

/* From a role to a skill and back, from the guide to the role. */
static void
test_links(void **state)
{
	struct app a;

	(void)state;
	appscreen_state(&a, NULL);
	app_run(&a, "role-section machine-learning-engineer skills");
	assert_true(line_at(&a, "Python"));
	app_press(&a, "Enter");
	assert_int_equal(a.screen, SCREEN_SKILLS);
	assert_true(line_at(&a, "Python"));
	assert_true(line_at(&a, "Data Analyst"));
	app_press(&a, "Enter");
	assert_int_equal(a.screen, SCREEN_ROLES);
	app_press(&a, "q q");
	app_run(&a, "role-section data-scientist path");
	assert_true(line_at(&a, "Guide"));
	app_press(&a, "Enter");
	assert_int_equal(a.screen, SCREEN_GUIDE);
	assert_string_equal(app_pane(&a)->query.data, "role:data-scientist");
	app_press(&a, "Enter");
	assert_true(line_at(&a, "About: "));
	app_press(&a, "Enter");
	assert_int_equal(a.screen, SCREEN_ROLES);
	assert_false(app_command(&a, "role-section data-scientist"));
	assert_false(app_command(&a, "role-section data-scientist nowhere"));
	assert_false(app_command(&a, "role-section nobody pay"));
	app_close(&a);
}

/* What is asked in the facets is a slug, what is read a title. */
static void
test_facet_titles(void **state)
{
	struct app a;
	bool found = false;

	(void)state;
	appscreen_state(&a, NULL);
	app_press(&a, "4");
	for (size_t i = 0; i < app_pane(&a)->nfacet; i++) {
		const struct facet_line *f = &app_pane(&a)->facet[i];

		if (f->heading || strcmp(list_skills.fields[f->field].name, "role") != 0)
			continue;
		assert_null(strchr(pane_facet_text(app_pane(&a), f, 100), '-'));
		if (strcmp(pane_facet_text(app_pane(&a), f, 100), "Machine Learning Engineer")
		    == 0) {
			assert_string_equal(pane_facet_text(app_pane(&a), f, 15), "ML Engineer");
			app_pane(&a)->facet_cursor = i;
			app_pane(&a)->focus = FOCUS_FACETS;
			found = true;
			break;
		}
	}
	assert_true(found);
	app_press(&a, "Enter");
	assert_string_equal(app_pane(&a)->query.data, "role:machine-learning-engineer");
	app_press(&a, ":filter~conflict:yes");
	assert_int_equal(app_pane(&a)->view.nrows, 3);
	app_press(&a, ":filter~tier:skip");
	assert_int_equal(app_pane(&a)->view.nrows, 4);
	app_close(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_topic, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_prediction, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_claim, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_nobody, setup, teardown),
	    cmocka_unit_test(test_predictions_lead),
	    cmocka_unit_test(test_topics),
	    cmocka_unit_test(test_links),
	    cmocka_unit_test(test_facet_titles),
	};

	return cmocka_run_group_tests_name("guide_page", tests, NULL, NULL);
}
