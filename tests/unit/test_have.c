/* What the person says of skills on the screens: keys, levels, a job that proposes its skills. */
#include "../../src/cmd/plan_state.h"
#include "apptest.h"
#include "check.h"
#include "national.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct err e;

/* What is kept of a skill, as "have@3"; "" nothing. */
static const char *
kept(const char *slug)
{
	static char text[40];
	const struct mine *m = plan_mine(&app, &e);
	const struct mine_skill *s = m != NULL ? mine_skill(m, slug) : NULL;

	text[0] = '\0';
	if (s != NULL)
		snprintf(text, sizeof text, "%s@%g", having_word(s->how), s->level);
	return text;
}

/* The skill of the line under the cursor. */
static const char *
here(void)
{
	const struct anchor *on = find_anchor(current_line(&app), ANCHOR_SKILL);

	return on != NULL ? on->key : "";
}

static void
go_to(const char *skill)
{
	struct detail *d = &pane()->detail;

	for (d->cursor = 0; d->cursor < d->page.nlines && strcmp(here(), skill) != 0;)
		d->cursor++;
	assert_string_equal(here(), skill);
}

/* --- the key ---------------------------------------------------------------------------------- */

/* nothing, have, partly, learning, want, nothing: on a row of the list of skills. */
static void
test_cycle(void **state)
{
	static const char *const says[] = {
	    "have@-1", "partly@-1", "learning@-1", "want@-1", "", "have@-1"};

	(void)state;
	app_press(&app, "4 :select~skills~python");
	for (size_t i = 0; i < COUNT(says); i++) {
		app_press(&app, "H");
		assert_string_equal(kept("python"), says[i]);
	}
	assert_contains(app.message, "Python: you have it; H: partly. The bar: ");
	assert_string_equal(selected(), "Python (have)");
}

static void
test_everywhere(void **state)
{
	(void)state;
	app_press(&app, "4 :select~skills~python Enter H"); /* the page of a skill: the skill */
	assert_string_equal(kept("python"), "have@-1");
	app_press(&app, "1 :select~machine-learning-engineer :section~skills");
	go_to("core-machine-learning");
	app_press(&app, "H");
	assert_string_equal(kept("core-machine-learning"), "have@-1");
	assert_string_equal(here(), "core-machine-learning");
	app_press(&app, "5 Right Right Right");
	assert_int_equal(app.screen, SCREEN_PLAN);
	app_press(&app, ":plan~gap");
	go_to("docker");
	app_press(&app, "H H H");
	assert_string_equal(kept("docker"), "learning@-1");
	assert_string_equal(here(), "docker"); /* it keeps its place while one answers */
}

static void
test_named(void **state)
{
	(void)state;
	app_run(&app, "have partly sql");
	assert_string_equal(kept("sql"), "partly@-1");
	app_run(&app, "have yes sql");
	assert_string_equal(kept("sql"), "have@-1");
	app_run(&app, "have no sql");
	assert_string_equal(kept("sql"), "");
	assert_false(app_command(&app, "have well"));
	assert_contains(app.message, "yes, partly, learning, want or no");
	assert_false(app_command(&app, "have yes pyton"));
	assert_contains(app.message, "no skill 'pyton'");
}

static void
test_no_skill(void **state)
{
	(void)state;
	app_press(&app, "1 H");
	assert_contains(app.message, "no skill on this line");
	app_press(&app, "4 / 'zzzz Enter H");
	assert_contains(app.message, "no skill on this line");
}

/* What the catalog no longer has can be taken back, not said anew. */
static void
test_gone(void **state)
{
	(void)state;
	assert_ok(profile_skill_set(
	    app.profile, &(struct kept_skill){"abacus", "Abacus", "partly", -1}, &e));
	plan_changed(&app);
	app_press(&app, "5 :plan~skills");
	go_to("abacus");
	app_press(&app, "H");
	assert_string_equal(kept("abacus"), "");
}

/* --- levels ----------------------------------------------------------------------------------- */

static void
test_no_levels(void **state)
{
	(void)state;
	app_run(&app, "have yes python");
	app_press(&app, "5 :plan~skills");
	go_to("python");
	app_press(&app, "+");
	assert_contains(app.message, "no source has levels of Python");
	assert_string_equal(kept("python"), "have@-1");
	app_press(&app, "Right +"); /* Gap has none either */
	assert_contains(app.message, "plan-more works on Plan");
}

static void
test_levels(void **state)
{
	(void)state;
	app_run(&app, "have yes reading-comprehension");
	app_press(&app, "5 :plan~skills");
	go_to("reading-comprehension");
	app_press(&app, "+");
	assert_string_equal(kept("reading-comprehension"), "have@0");
	app_press(&app, "+ + - :have-level~7");
	assert_string_equal(kept("reading-comprehension"), "have@7");
	app_press(&app, "+");
	assert_contains(app.message, "levels are 0 to 7");
	app_press(&app, "H"); /* another state keeps the level */
	assert_string_equal(kept("reading-comprehension"), "partly@7");
	app_run(&app, "have-level none");
	assert_string_equal(kept("reading-comprehension"), "partly@-1");
	assert_false(app_command(&app, "have-level 8"));
	assert_contains(app.message, "0 to 7, or none");
}

/* --- a job that proposes ----------------------------------------------------------------------- */

/* Nothing is taken as had until one says so; Enter says yes, then partly, then no. */
static void
test_from(void **state)
{
	char *from;

	(void)state;
	app_press(&app, "1 :select~data-analyst A");
	from = profile_get(app.profile, "from");
	assert_string_equal(from, "data-analyst");
	free(from);
	assert_true(app.popup.open);
	assert_string_equal(here(), "python");
	assert_int_equal(plan_mine(&app, &e)->n, 0);
	app_press(&app, "Enter");
	assert_string_equal(kept("python"), "have@-1");
	assert_true(app.popup.open);
	app_press(&app, "Enter");
	assert_string_equal(kept("python"), "partly@-1");
	app_press(&app, "Enter");
	assert_string_equal(kept("python"), "");
	app_press(&app, "H");
	assert_string_equal(kept("python"), "have@-1");
}

/* Those of which nothing was said; what was said stays. */
static void
test_have_all(void **state)
{
	(void)state;
	app_run(&app, "have partly python");
	app_press(&app, ":from-role~data-analyst :have-all~data-analyst");
	assert_string_equal(kept("python"), "partly@-1");
	assert_string_equal(kept("r"), "have@-1");
	assert_int_equal(plan_mine(&app, &e)->n, 4);
	assert_contains(app.message, "3 skills of Data Analyst: you have them");
}

static void
test_from_wrong(void **state)
{
	(void)state;
	assert_false(app_command(&app, "from-role data-analist"));
	assert_contains(app.message, "no role 'data-analist'");
	app_press(&app, "4 A");
	assert_false(app.popup.open);
	app_run(&app, "from-role data-analyst");
	app_press(&app, "q");
	app_run(&app, "from-role none");
	assert_null(profile_get(app.profile, "from"));
}

/* Beside the job: all it takes counts as had; again: beside what one has. */
static void
test_gap_from(void **state)
{
	(void)state;
	app_press(&app, "5 :plan~gap f");
	assert_contains(app.message, "your job now is not named: A on a role names it");
	app_press(
	    &app, ":from-role~machine-learning-engineer q :role-is~data-scientist :plan~gap f");
	app_settle(&app);
	assert_contains(app.message, "beside all that your job now takes");
	go_to("data-visualization");
	assert_true(
	    line_has(&pane()->detail.page.lines[2], "machine learning engineer: 2 of 3 musts"));
	app_press(&app, "f");
	assert_true(line_has(&pane()->detail.page.lines[2], "you: 0 of 3 musts"));
	app_press(&app, "Left f");
	assert_contains(app.message, "gap-from works on Plan, in the section Gap");
}

/* The role becomes the current one. */
static void
test_gap(void **state)
{
	(void)state;
	app_run(&app, "gap data-scientist");
	assert_int_equal(plan_section_here(&app), PLAN_GAP);
	assert_string_equal(app.role, "data-scientist");
	assert_false(app_command(&app, "gap data-scientits"));
}

/* --- kept ------------------------------------------------------------------------------------- */

static void
test_after_restart(void **state)
{
	struct app again;
	char *dir = temp_dir();
	const char *path = temp_path(dir, "profile.db");

	(void)state;
	appscreen_state(&again, path);
	app_run(&again, "have yes python");
	app_run(&again, "from-role data-analyst");
	app_close(&again);
	appscreen_state(&again, path);
	app_press(&again, "4 :select~skills~python");
	assert_non_null(mine_skill(plan_mine(&again, &e), "python"));
	assert_true(plan_from(&again) != 0);
	app_close(&again);
	temp_remove(dir);
}

/* Each press is a step of its own; a job and all its skills are two. */
static void
test_undo(void **state)
{
	(void)state;
	app_press(&app, "4 :select~skills~python H H");
	assert_string_equal(kept("python"), "partly@-1");
	app_press(&app, "u");
	assert_string_equal(kept("python"), "have@-1");
	assert_string_equal(selected(), "Python (have)");
	app_press(&app, "u");
	assert_string_equal(kept("python"), "");
	assert_string_equal(selected(), "Python");
	app_press(&app, "^R ^R");
	assert_string_equal(kept("python"), "partly@-1");
	app_press(&app, ":from-role~data-analyst :have-all~data-analyst q");
	assert_int_equal(plan_mine(&app, &e)->n, 4);
	app_press(&app, "u");
	assert_int_equal(plan_mine(&app, &e)->n, 1);
	assert_true(plan_from(&app) != 0);
	app_press(&app, "u");
	assert_true(plan_from(&app) == 0);
}

/* What stands in the file of hostile bytes is shown harmlessly, and taken back. */
static void
test_hostile(void **state)
{
	(void)state;
	assert_ok(profile_skill_set(app.profile,
	    &(struct kept_skill){"x\x1b[2J",
		"Ab\x1b[31m\xc2\x9b\xff"
		"c",
		"want", 7},
	    &e));
	plan_changed(&app);
	app_press(&app, "5 :plan~skills");
	for (size_t i = 0; i < pane()->detail.page.nlines; i++)
		for (size_t k = 0; k < pane()->detail.page.lines[i].nspans; k++)
			assert_null(strchr(pane()->detail.page.lines[i].spans[k].text, '\x1b'));
	go_to("x\x1b[2J");
	app_press(&app, "H");
	assert_int_equal(plan_mine(&app, &e)->n, 0);
}

static int
open_national(void **state)
{
	appscreen_use(national_path());
	return apptest_open(state);
}

static int
close_national(void **state)
{
	int rc = apptest_close(state);

	appscreen_use(NULL);
	return rc;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_cycle),
	    WITH_APP(test_everywhere),
	    WITH_APP(test_named),
	    WITH_APP(test_no_skill),
	    WITH_APP(test_gone),
	    WITH_APP(test_no_levels),
	    cmocka_unit_test_setup_teardown(test_levels, open_national, close_national),
	    WITH_APP(test_from),
	    WITH_APP(test_have_all),
	    WITH_APP(test_from_wrong),
	    WITH_APP(test_gap_from),
	    WITH_APP(test_gap),
	    WITH_APP(test_after_restart),
	    WITH_APP(test_undo),
	    WITH_APP(test_hostile),
	};

	return cmocka_run_group_tests_name("have", tests, NULL, NULL);
}
