#include "appscreen.h"
#include "check.h"

#include <stdlib.h>

static struct app app;

static int
set_up(void **state)
{
	(void)state;
	appscreen_state(&app, NULL);
	app_run(&app, "screen programs");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	app_close(&app);
	return 0;
}

/* All chips in one text: "[on] (off) [!wrong]". */
static const char *
chips(void)
{
	static struct buf text = BUF_INIT;
	struct chip c[64];
	size_t n = pane_chips(app_pane(&app), c, 64);

	buf_clear(&text);
	for (size_t i = 0; i < n; i++)
		buf_addf(&text, "%s%s%s%s%s", i > 0 ? " " : "", c[i].on ? "[" : "(",
		    c[i].error ? "!" : "", c[i].text, c[i].on ? "]" : ")");
	return text.data;
}

static const char *
query(void)
{
	return app_pane(&app)->query.data;
}

static void
test_terms(void **state)
{
	(void)state;
	assert_string_equal(chips(), "");
	app_press(&app, ":filter~data~cost<20k~-award:master~\"two~words\"~sort:-cost");
	assert_string_equal(
	    chips(), "[data] [cost<20k] [-award:master] [\"two words\"] [sort:-cost]");
	app_press(&app, ":filter~stat:CA~data");
	assert_string_equal(chips(), "[!stat:CA] [data]");
	app_run(&app, "filter role:nlp-specialist");
	assert_string_equal(chips(), "[relevant role:nlp-specialist]");
}

/* What the short list of roles adds to the query is not the person's own. */
static void
test_own_terms_only(void **state)
{
	(void)state;
	app_run(&app, "screen roles");
	assert_string_equal(chips(), "");
	app_press(&app, "/ 'data");
	assert_string_equal(chips(), "[data]");
	app_press(&app, "'~figures>"); /* what is not finished is no term yet */
	assert_string_equal(chips(), "[data]");
	app_press(&app, "'1");
	assert_string_equal(chips(), "[data] [figures>1]");
	app_press(&app, "Enter s");
	assert_string_equal(chips(), "[data] [figures>1] [sort:title]");
}

static void
test_off_and_on(void **state)
{
	uint32_t all, data;

	(void)state;
	all = app_pane(&app)->view.nrows;
	app_run(&app, "filter data award:master");
	data = app_pane(&app)->view.nrows;
	pane_chip_toggle(&app, app_pane(&app), 1);
	assert_string_equal(chips(), "[data] (award:master)");
	assert_string_equal(query(), "data");
	assert_true(app_pane(&app)->view.nrows > data && app_pane(&app)->view.nrows < all);
	pane_chip_toggle(&app, app_pane(&app), 0);
	assert_string_equal(chips(), "(award:master) (data)");
	assert_int_equal(app_pane(&app)->view.nrows, all);
	pane_chip_toggle(&app, app_pane(&app), 1);
	pane_chip_toggle(&app, app_pane(&app), 1);
	assert_string_equal(chips(), "[data] [award:master]");
	assert_int_equal(app_pane(&app)->view.nrows, data);
	pane_chip_toggle(&app, app_pane(&app), 7); /* none there: nothing happens */
	assert_string_equal(chips(), "[data] [award:master]");
}

static void
test_drop(void **state)
{
	(void)state;
	app_run(&app, "filter data award:master mode:online");
	pane_chip_toggle(&app, app_pane(&app), 0);
	assert_string_equal(chips(), "[award:master] [mode:online] (data)");
	pane_chip_drop(&app, app_pane(&app), 0);
	assert_string_equal(chips(), "[mode:online] (data)");
	pane_chip_drop(&app, app_pane(&app), 1);
	assert_string_equal(chips(), "[mode:online]");
	pane_chip_drop(&app, app_pane(&app), 5);
	pane_chip_drop(&app, app_pane(&app), 0);
	assert_string_equal(chips(), "");
	assert_string_equal(query(), "");
}

/* A term that runs to the end because its quote is open can be switched off and on like others. */
static void
test_open_quote(void **state)
{
	(void)state;
	app_run(&app, "filter award:master \"data sci");
	assert_string_equal(chips(), "[award:master] [\"data sci\"]");
	pane_chip_toggle(&app, app_pane(&app), 1);
	pane_chip_toggle(&app, app_pane(&app), 0);
	assert_string_equal(chips(), "(\"data sci\") (award:master)");
	pane_chip_toggle(&app, app_pane(&app), 0);
	pane_chip_toggle(&app, app_pane(&app), 1);
	assert_string_equal(chips(), "[\"data sci\"] [award:master]");
}

static void
test_keys(void **state)
{
	struct pane *p = app_pane(&app);

	(void)state;
	app_press(&app, "/ 'data~award:master~mode:online Enter S-Tab S-Tab");
	assert_int_equal(p->focus, FOCUS_CHIPS);
	assert_int_equal(p->chip_cursor, 0);
	app_press(&app, "Right Right Right");
	assert_int_equal(p->chip_cursor, 2);
	app_press(&app, "Enter");
	assert_string_equal(chips(), "[data] [award:master] (mode:online)");
	app_press(&app, "Left x");
	assert_string_equal(chips(), "[data] (mode:online)");
	app_press(&app, "x x");
	assert_string_equal(chips(), "");
	assert_int_equal(p->focus, FOCUS_LIST);
	app_press(&app, "Tab Tab Tab S-Tab S-Tab"); /* without chips they are passed over */
	assert_true(p->focus != FOCUS_CHIPS);
}

/* Dropping the whole filter drops what was switched off as well. */
static void
test_clear(void **state)
{
	(void)state;
	app_run(&app, "filter data award:master");
	pane_chip_toggle(&app, app_pane(&app), 0);
	app_press(&app, "Esc");
	assert_string_equal(chips(), "");
	assert_string_equal(query(), "");
}

static void
test_hostile(void **state)
{
	(void)state;
	app_command(&app, "filter a\033[31mb \"\xe2\x80\xae\" c\xff");
	for (const char *s = chips(); *s != '\0'; s++)
		assert_true((unsigned char)*s >= 0x20);
	assert_null(strstr(chips(), "\xe2\x80\xae"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_terms, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_own_terms_only, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_off_and_on, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_drop, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_open_quote, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_keys, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_clear, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_hostile, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
