/* The screen of contradictions over the bundled packs: kept screens, whose they are, and where it leads. */
#include "appscreen.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct shot {
	const char *name;
	int cols, rows;
	bool ascii;
	const char *keys; /* see app_press */
};

static const struct shot shots[] = {
    {"conflicts-80", 80, 24, false, "1 !"},
    {"conflicts-100", 100, 45, false, "1 !"},
    {"conflicts-40", 40, 12, false, "1 !"},
    {"conflicts-ascii", 80, 24, true, "1 ! ] ] ]"},
    {"conflicts-stances", 80, 24, false, "1 ! G PgUp"},
    {"conflicts-all", 80, 24, false, "1 ! v"},
    {"conflicts-who", 80, 24, false, "1 ! ] Down Down i"},
    {"conflicts-off", 80, 24, false, "1 ! ] Down Down o"},
    {"conflicts-none", 80, 24, false, ":conflicts~product-manager"},
    {"conflicts-no-source", 80, 24, false, "1 ! :kind~editorial~off"},
};

static void
test_shot(void **state)
{
	const struct shot *shot = *state;
	struct appscreen s;
	struct buf text = BUF_INIT;
	bool same;

	appscreen_open(&s, shot->rows, shot->cols, shot->ascii, true);
	app_press(&s.app, shot->keys);
	buf_adds(&text, appscreen_draw(&s, false));
	buf_addf(&text, "cursor %d,%d\n", s.screen.draw.cursor_y, s.screen.draw.cursor_x);
	same = screen_same(shot->name, text.data);
	buf_free(&text);
	appscreen_close(&s);
	assert_true(same);
}

/* --- whose they are ---------------------------------------------------------------------------------- */

static struct app app;

/* What the first line of the page says, whatever screen is open. */
static const char *
first_line(void)
{
	static char text[400];
	const struct page *p = &app_pane(&app)->detail.page;

	text[0] = '\0';
	for (size_t i = 0; p->nlines > 0 && i < p->lines[0].nspans; i++)
		strncat(text, p->lines[0].spans[i].text, sizeof text - strlen(text) - 1);
	return text;
}

static int
open_app(void **state)
{
	(void)state;
	appscreen_state(&app, NULL);
	return 0;
}

static int
close_app(void **state)
{
	(void)state;
	app_close(&app);
	return 0;
}

static void
test_of_the_row(void **state)
{
	(void)state;
	app_press(&app, "1 :select~research-scientist !");
	assert_int_equal(app.screen, SCREEN_CONFLICTS);
	assert_contains(first_line(), "Research Scientist: ");
	app_press(&app, "q");
	assert_int_equal(app.screen, SCREEN_ROLES);
	app_press(&app, ":select~data-scientist Enter !");
	assert_contains(first_line(), "Data Scientist: ");
}

static void
test_of_the_current_role(void **state)
{
	(void)state;
	app_press(&app, "2 :role-is~data-scientist !");
	assert_contains(first_line(), "Data Scientist: ");
	/* Another one is followed. */
	app_press(&app, ":role-is~research-scientist");
	assert_contains(first_line(), "Research Scientist: ");
	app_press(&app, "v :role-is~data-scientist");
	assert_contains(first_line(), "Data Scientist: ");
}

static void
test_of_the_first_screen(void **state)
{
	(void)state;
	app_press(&app, "0 !");
	assert_contains(first_line(), "Machine Learning Engineer: ");
}

static void
test_of_a_named_role(void **state)
{
	(void)state;
	app_press(&app, "2 :conflicts~Data~Scientist");
	assert_contains(first_line(), "Data Scientist: ");
	app_press(&app, ":conflicts~research-scientist");
	assert_contains(first_line(), "Research Scientist: ");
	assert_false(app_command(&app, "conflicts python"));
	assert_contains(app.message, "'python' is no role");
	assert_false(app_command(&app, "conflicts resaerch-scientist"));
	assert_contains(app.message, "nearest: research-scientist");
	app_settle(&app);
	assert_contains(first_line(), "Research Scientist: ");
}

static void
test_all_and_back(void **state)
{
	(void)state;
	app_press(&app, "1 :select~data-scientist ! v");
	assert_contains(first_line(), "30 contradictions");
	app_press(&app, "v");
	assert_contains(first_line(), "Data Scientist: ");
	app_press(&app, "v q :select~research-scientist !");
	assert_contains(first_line(), "Research Scientist: ");
	assert_false(app_command(&app, "screen roles") && app_command(&app, "conflicts-all"));
	assert_contains(app.message, "`conflicts` opens it");
}

/* Without any role it is about all of them, and says how to get one. */
static void
test_no_role(void **state)
{
	(void)state;
	app_press(&app, "2 !");
	assert_contains(first_line(), "30 contradictions");
	assert_false(app_command(&app, "conflicts-all"));
	assert_contains(app.message, "r chooses one");
	app_press(&app, ":role-is~data-scientist");
	assert_contains(first_line(), "Data Scientist: ");
}

/* --- what it leads to -------------------------------------------------------------------------------- */

static void
test_headline_leads_to_the_section(void **state)
{
	(void)state;
	app_press(&app, "1 ! :line~no~common Enter");
	assert_int_equal(app.screen, SCREEN_ROLES);
	assert_int_equal(app_pane(&app)->detail.section, ROLE_PAY);
	assert_string_equal(
	    role_section_name((enum role_section)app_pane(&app)->detail.section), "Pay");
}

static void
test_stance_leads_to_the_guide(void **state)
{
	(void)state;
	app_press(&app, "1 ! :line~Age~of~role Enter");
	assert_int_equal(app.screen, SCREEN_GUIDE);
	assert_int_equal(app_pane(&app)->view.nrows, 2);
	app_press(&app, "q");
	assert_int_equal(app.screen, SCREEN_CONFLICTS);
}

static void
test_statement_is_explained(void **state)
{
	(void)state;
	app_press(&app, "1 ! :line~$70K-95K Enter");
	assert_true(app.popup.open);
	assert_string_equal(app.popup.title, "Who says so");
}

static size_t
count(void)
{
	const char *at = strstr(first_line(), ": ");
	char *end;
	size_t n;

	assert_non_null(at);
	n = strtoul(at + 2, &end, 10);
	assert_true(end > at + 2);
	return n;
}

/* A source that is switched off there is heard no more, and undo brings it back. */
static void
test_switching_sources(void **state)
{
	size_t before;

	(void)state;
	app_press(&app, "1 !");
	before = count();
	app_press(&app, ":line~$70K-95K o");
	assert_int_equal(app_sources_off(&app), 1);
	assert_true(count() < before);
	app_press(&app, "u");
	assert_int_equal(app_sources_off(&app), 0);
	assert_int_equal(count(), before);
}

/* What the command line leaves out is off from the start. */
static void
test_from_the_command_line(void **state)
{
	struct options o = {.catalog = appscreen_catalog(),
	    .guest = true,
	    .screen = SCREEN_START,
	    .without = "guide 2025"};
	struct app other;
	struct err e;

	(void)state;
	assert_ok(app_open(&other, &o, &e));
	assert_int_equal(app_sources_off(&other), 1);
	app_close(&other);
	o.without = "gide 2025";
	assert_false(app_open(&other, &o, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_contains(e.text, "nearest: guide 2025");
}

#define APP_TEST(f) cmocka_unit_test_setup_teardown(f, open_app, close_app)

int
main(void)
{
	static const struct CMUnitTest plain[] = {
	    APP_TEST(test_of_the_row),
	    APP_TEST(test_of_the_current_role),
	    APP_TEST(test_of_the_first_screen),
	    APP_TEST(test_of_a_named_role),
	    APP_TEST(test_all_and_back),
	    APP_TEST(test_no_role),
	    APP_TEST(test_headline_leads_to_the_section),
	    APP_TEST(test_stance_leads_to_the_guide),
	    APP_TEST(test_statement_is_explained),
	    APP_TEST(test_switching_sources),
	    cmocka_unit_test(test_from_the_command_line),
	};
	struct CMUnitTest kept[COUNT(shots)] = {0};
	int failed;

	for (size_t i = 0; i < COUNT(shots); i++) {
		kept[i].name = shots[i].name;
		kept[i].test_func = test_shot;
		kept[i].initial_state = (void *)(uintptr_t)&shots[i];
	}
	failed = _cmocka_run_group_tests("conflicts", kept, COUNT(kept), NULL, NULL);
	return failed + cmocka_run_group_tests(plain, NULL, NULL);
}
