/* "What if" on a role's page: pay under factors beside the answers, never in them; the command, and undo. */
#include "apptest.h"
#include "career/cmd/commands.h"
#include "career/page/what_if.h"
#include "check.h"
#include "pagecat.h"

#include <stdlib.h>

static struct pagecat c;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	return 0;
}

/* The Pay section of the engineer, its lines joined, under these factors. */
static const char *
pay(const char *keys, enum level level, bool plain)
{
	c.r.what_if = keys;
	c.r.what_if_role = "machine-learning-engineer";
	pagecat_page(&c, 100, plain);
	if (!page_role(
		&c.p, &c.r, pagecat_id(&c, "machine-learning-engineer"), ROLE_PAY, level, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, true);
}

#define assert_lacks(text, part)                                                                   \
	do {                                                                                       \
		if (strstr((text), (part)))                                                        \
			fail_msg("\"%s\" in \"%s\"", (part), (text));                              \
	} while (0)

/* --- pages --------------------------------------------------------------------------------------- */

static void
test_answer(void **state)
{
	const char *text;

	(void)state;
	assert_lacks(pay(NULL, LEVEL_ENTRY, false), "what if");
	text = pay("industry", LEVEL_ENTRY, false);
	assert_contains(text, "about $120K-160K salary"); /* as it is stated */
	assert_contains(
	    text, "what if a technology company (x 1.15-1.25, Bouchrika 2026): $138K-200K");
	assert_contains(text, "*industry");
	text = pay("industry,experience", LEVEL_ENTRY, false);
	assert_contains(text, "more than five years in the job (x 2, Bouchrika 2026): $276K-400K");
	assert_true(pagecat_has_anchor(&c, "what if", ANCHOR_TERM, "what-if"));
}

/* A figure's own line, an answer, a common range: nothing of them changes. */
static void
test_nothing_else(void **state)
{
	char *before = mem_dup(pay(NULL, LEVEL_ENTRY, true));
	const char *after = pay("experience", LEVEL_ENTRY, true);

	(void)state;
	for (const char *s = before; (s = strchr(s, '$')) != NULL; s++) {
		char amount[32];
		size_t n = strcspn(s, " ,;.");

		if (n >= sizeof amount)
			continue;
		memcpy(amount, s, n);
		amount[n] = '\0';
		assert_contains(after, amount);
	}
	free(before);
}

/* Against a first job: not on a senior's pay, which is said. */
static void
test_unfit(void **state)
{
	const char *text = pay("experience", LEVEL_SENIOR, false);

	(void)state;
	assert_contains(text, "what if: more than five years in the job holds against a first job");
	text = pay("industry", LEVEL_ENTRY, false);
	assert_contains(
	    text, "what if: a technology company is not put on pay of one kind of employer");
	assert_contains(text, "speaks of major tech companies already");
}

static void
test_of_its_role(void **state)
{
	(void)state;
	c.r.what_if = "industry";
	c.r.what_if_role = "data-scientist";
	pagecat_page(&c, 100, false);
	if (!page_role(&c.p, &c.r, pagecat_id(&c, "machine-learning-engineer"), ROLE_PAY,
		LEVEL_ENTRY, &c.e))
		fail_msg("%s", c.e.text);
	assert_lacks(pagecat_text(&c, true), "what if");
}

/* A key of a source that is off, or of nothing, leaves the page as it is. */
static void
test_gone(void **state)
{
	char *before = mem_dup(pay(NULL, LEVEL_ENTRY, false));

	(void)state;
	assert_string_equal(pay("nothing", LEVEL_ENTRY, false), before);
	free(before);
}

static void
test_choices(void **state)
{
	int64_t role = pagecat_id(&c, "machine-learning-engineer");
	const char *text;

	(void)state;
	c.r.what_if = "industry";
	c.r.what_if_role = "machine-learning-engineer";
	for (int width = 34; width <= 100; width += 11) {
		pagecat_page(&c, width, false);
		if (!page_what_if_choices(&c.p, &c.r, role, LEVEL_ENTRY, &c.e))
			fail_msg("%s", c.e.text);
		text = pagecat_text(&c, true);
		assert_contains(text, "* x 1.15-1.25 a technology company");
		assert_contains(text, "$138K-200K");
	}
	assert_true(pagecat_has_anchor(&c, "a technology", ANCHOR_COMMAND, "what-if none"));
	assert_true(pagecat_has_anchor(
	    &c, "more than five", ANCHOR_COMMAND, "what-if industry,experience"));
}

/* --- the command --------------------------------------------------------------------------------- */

static void
test_command(void **state)
{
	(void)state;
	app_run(&app, "select roles machine-learning-engineer");
	app_run(&app, "what-if industry");
	assert_string_equal(app.what_if, "industry");
	assert_string_equal(app.what_if_role, "machine-learning-engineer");
	app_run(&app, "what-if none");
	assert_string_equal(app.what_if, "");
	assert_false(app_command(&app, "what-if wealth"));
	assert_contains(app.message, "wealth");
	assert_string_equal(app.what_if, "");
}

static void
test_undo(void **state)
{
	(void)state;
	app_run(&app, "select roles machine-learning-engineer");
	app_run(&app, "what-if industry");
	app_run(&app, "what-if experience");
	app_run(&app, "undo");
	assert_string_equal(app.what_if, "industry");
	assert_contains(app.message, "what if experience");
	app_run(&app, "undo");
	assert_string_equal(app.what_if, "");
	assert_string_equal(app.what_if_role, "");
	app_run(&app, "redo");
	assert_string_equal(app.what_if, "industry");
	assert_string_equal(app.what_if_role, "machine-learning-engineer");
}

/* In the choice Enter switches a factor and stays; the cursor too. */
static void
test_popup(void **state)
{
	(void)state;
	app_run(&app, "select roles machine-learning-engineer");
	app_press(&app, "W");
	assert_true(app.popup.open);
	app_press(&app, "Enter");
	assert_true(app.popup.open);
	assert_string_equal(app.what_if, "industry");
	app_press(&app, "Down Enter");
	assert_string_equal(app.what_if, "industry,specialization");
	app_press(&app, "Up Enter");
	assert_string_equal(app.what_if, "specialization");
	app_press(&app, "Esc");
	assert_false(app.popup.open);
}

/* Enter on a factor of the page does the same. */
static void
test_on_the_page(void **state)
{
	(void)state;
	app_run(&app, "role-section machine-learning-engineer pay");
	app_settle(&app);
	app_run(&app, "line Past five");
	app_press(&app, "Enter");
	assert_string_equal(app.what_if, "experience");
}

static void
test_nothing_to_choose(void **state)
{
	(void)state;
	app_run(&app, "select roles data-analyst");
	if (strcmp(selected(), "Data Analyst") != 0)
		fail_msg("on %s", selected());
	if (app_command(&app, "what-if"))
		assert_true(app.popup.open); /* of the field it serves */
	else
		assert_contains(app.message, "no source states a number");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_answer, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_nothing_else, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_unfit, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_of_its_role, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_gone, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_choices, setup, teardown),
	    WITH_APP(test_command),
	    WITH_APP(test_undo),
	    WITH_APP(test_popup),
	    WITH_APP(test_on_the_page),
	    WITH_APP(test_nothing_to_choose),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
