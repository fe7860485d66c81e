/* Another catalog in the open one's place: what is kept when it is opened, and what when it cannot be. */
#include "apptest.h"
#include "career/cmd/commands.h"
#include "career/model/figure.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char *dir;
static char path[300];
static const char *made; /* the catalog that all tests share */

/* Another file with the same catalog stands there from now on, whole or cut. */
static void
put_there(bool whole)
{
	size_t len;
	char *bytes = temp_read(made, &len), fresh[310];

	snprintf(fresh, sizeof fresh, "%s.new", path);
	temp_write(fresh, bytes, whole ? len : len / 2);
	free(bytes);
	assert_int_equal(rename(fresh, path), 0);
}

static int
setup(void **state)
{
	(void)state;
	made = appscreen_catalog();
	dir = temp_dir();
	snprintf(path, sizeof path, "%s/catalog.db", dir);
	put_there(true);
	appscreen_use(path);
	appscreen_state(&app, NULL);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	app_close(&app);
	temp_remove(dir);
	return 0;
}

static bool
offered(void)
{
	app.message[0] = '\0';
	app_offer_reload(&app);
	return app.message[0] != '\0';
}

static void
test_offered_once(void **state)
{
	(void)state;
	assert_false(offered());
	assert_false(app_replaced(&app));
	put_there(true);
	app_say(&app, "something else");
	app_offer_reload(&app);
	assert_string_equal(app.message, "something else");
	assert_true(offered());
	assert_string_equal(app.message, "the catalog was replaced: R reloads");
	assert_false(offered());
	assert_true(app_replaced(&app));
	put_there(true);
	assert_true(offered());
	unlink(path);
	assert_false(offered());
	assert_false(app_replaced(&app));
}

static void
test_nothing_to_reload(void **state)
{
	const struct db *db = app.db;

	(void)state;
	app_press(&app, "R");
	assert_contains(app.message, "was not replaced");
	unlink(path);
	app_press(&app, "R");
	assert_contains(app.message, "was not replaced");
	assert_ptr_equal(app.db, db);
}

/* Of every screen that was open: query, chips that are off, row, focus; the person's marks and role. */
static void
test_kept(void **state)
{
	char program[300], role[300];
	size_t marks;

	(void)state;
	app_press(&app, "o G Space");
	marks = pane()->nmarks;
	app_run(&app, "role-is data-scientist");
	app_press(&app, "G");
	snprintf(role, sizeof role, "%s", selected());
	app_press(&app, "2");
	app_run(&app, "filter award:master sort:-cost");
	app_press(&app, "Down Down Enter Down");
	snprintf(program, sizeof program, "%s", selected());
	put_there(true);
	app_press(&app, "R");
	assert_contains(app.message, "reloaded: ");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	assert_string_equal(pane()->query.data, "award:master sort:-cost");
	assert_string_equal(selected(), program);
	assert_int_equal(pane()->focus, FOCUS_DETAIL);
	app_press(&app, "1");
	assert_true(pane()->everything);
	assert_string_equal(selected(), role);
	assert_int_equal(pane()->nmarks, marks);
	assert_string_equal(app.role, "data-scientist");
	/* Of this run nothing can be undone any more; what is kept can, through the journal. */
	assert_int_equal(app.undo.n, 0);
	app_run(&app, "undo");
	assert_contains(app.message, "undone: role data-scientist");
	assert_string_equal(app.role, "");
	assert_false(offered());
	assert_false(app_replaced(&app));
}

static void
test_sources_stay_off(void **state)
{
	char key[128], line[160];

	(void)state;
	snprintf(key, sizeof key, "%s", app.reader.sources.s[1].key);
	snprintf(line, sizeof line, "source %s off", key);
	app_run(&app, line);
	assert_int_equal(app_sources_off(&app), 1);
	put_there(true);
	app_press(&app, "R");
	assert_int_equal(app_sources_off(&app), 1);
	for (size_t i = 0; i < app.reader.sources.n; i++)
		assert_int_equal(
		    app.reader.sources.s[i].on, strcmp(app.reader.sources.s[i].key, key) != 0);
}

/* The person's own catalog is made while the installed one is open. */
static void
test_elsewhere(void **state)
{
	static char own[320];
	size_t len;
	char *bytes = temp_read(made, &len);

	(void)state;
	snprintf(own, sizeof own, "%s.own", path);
	temp_write(own, bytes, len);
	free(bytes);
	app.opts.catalog = own;
	assert_true(offered());
	app_press(&app, "R");
	assert_string_equal(app.catalog_path, own);
	assert_false(offered());
}

/* Every screen that there is, open with a popup above it. */
static void
test_all_screens(void **state)
{
	static const char *const lines[] = {"compare data-scientist data-analyst", "coverage",
	    "screen start", "screen skills", "screen guide", "screen data", "screen programs",
	    "help"};

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		app_run(&app, lines[i]);
		app_settle(&app);
	}
	put_there(true);
	app_run(&app, "reload");
	assert_false(app.popup.open);
	for (int s = 0; s < SCREEN_COUNT; s++) {
		struct err e;

		assert_ok(app_go(&app, (enum screen)s, &e));
		app_settle(&app);
	}
	assert_int_equal(app.compare.n, 2);
}

static void
test_not_usable(void **state)
{
	const struct db *db = app.db;

	(void)state;
	app_press(&app, "Down");
	put_there(false);
	assert_true(offered());
	app_press(&app, "R");
	assert_contains(app.message, "not reloaded, the old catalog stays open: ");
	assert_ptr_equal(app.db, db);
	app_press(&app, "Enter Right Right");
	app_settle(&app);
	put_there(true);
	assert_true(offered());
	app_press(&app, "R");
	assert_contains(app.message, "reloaded: ");
	assert_ptr_not_equal(app.db, db);
}

#define reload_test(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    reload_test(test_offered_once),
	    reload_test(test_nothing_to_reload),
	    reload_test(test_kept),
	    reload_test(test_sources_stay_off),
	    reload_test(test_elsewhere),
	    reload_test(test_all_screens),
	    reload_test(test_not_usable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
