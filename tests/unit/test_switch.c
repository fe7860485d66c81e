/* Sources switched off and on by the person: keys, commands, what every screen shows of it. */
#include "apptest.h"
#include "career/cmd/commands.h"
#include "career/frame/patch.h"
#include "check.h"

#include <stdio.h>

static size_t
off(void)
{
	return app_sources_off(&app);
}

/* A cell of the row with a key, on the screen that is open. */
static const char *
cell_of(const char *key, const char *field, struct buf *out)
{
	struct pane *p = pane();

	buf_clear(out);
	for (uint32_t row = 0; row < p->frame.rows; row++) {
		view_key(&p->view, row, out);
		if (strcmp(out->data, key) == 0) {
			buf_clear(out);
			view_cell(&p->view, field_find(p->def->list, field), row, out);
			return out->data;
		}
		buf_clear(out);
	}
	fail_msg("no %s", key);
	return "";
}

static void
page_text_of(const struct page *p, struct buf *out)
{
	buf_clear(out);
	page_text(p, out);
}

/* --- keys and commands -------------------------------------------------------------------------- */

static void
test_keys(void **state)
{
	(void)state;
	app_press(&app, "7 Down");
	app_press(&app, "o");
	assert_int_equal(off(), 1);
	assert_contains(app.message, "switched off: 1 of 22 sources is off");
	/* The row stays where it is and says so. */
	assert_int_equal(pane()->pos, 1);
	assert_memory_equal(selected(), "OFF ", 4);
	app_press(&app, "o");
	assert_int_equal(off(), 0);
	assert_contains(app.message, "all sources are on");
	assert_true(strncmp(selected(), "OFF ", 4) != 0);
	/* The kind of the second row is official. */
	app_press(&app, "O");
	assert_int_equal(off(), 3);
	assert_contains(app.message, "3 official sources switched off");
	app_press(&app, "Down Down Down O");
	assert_true(off() > 3);
	app_run(&app, "sources all on");
	assert_int_equal(off(), 0);
}

static void
test_commands(void **state)
{
	(void)state;
	app_run(&app, "source ml/bouchrika-2026 off");
	assert_int_equal(off(), 1);
	app_run(&app, "source ml/bouchrika-2026 off"); /* is already */
	assert_int_equal(off(), 1);
	app_run(&app, "source ml/bouchrika-2026 on");
	assert_int_equal(off(), 0);
	app_run(&app, "source ml/bouchrika-2026");
	assert_int_equal(off(), 1);
	app_run(&app, "kind postings off");
	assert_int_equal(off(), 2);
	app_run(&app, "kind editorial");
	assert_int_equal(off(), 19);
	app_run(&app, "kind editorial on");
	assert_int_equal(off(), 1);
	app_run(&app, "sources all off");
	assert_int_equal(off(), 22);
	app_run(&app, "sources all on");
	assert_int_equal(off(), 0);
	assert_false(app_command(&app, "source zzzz off"));
	assert_contains(app.message, "zzzz");
	assert_false(app_command(&app, "source python off"));
	assert_contains(app.message, "no source");
	assert_false(app_command(&app, "source"));
	assert_contains(app.message, "no source here");
	assert_false(app_command(&app, "kind guesses off"));
	assert_contains(app.message, "official, survey, postings, editorial");
	assert_false(app_command(&app, "kind"));
	assert_false(app_command(&app, "sources some on"));
	assert_int_equal(off(), 0);
}

static void
test_undo(void **state)
{
	(void)state;
	app_press(&app, "7 o Down o u");
	assert_int_equal(off(), 1);
	app_press(&app, "u");
	assert_int_equal(off(), 0);
	app_press(&app, "^R ^R");
	assert_int_equal(off(), 2);
}

/* --- lists --------------------------------------------------------------------------------------- */

#define ENGINEER "machine-learning-engineer"

static void
test_roles_follow(void **state)
{
	struct buf b = BUF_INIT;
	uint32_t shown;

	(void)state;
	app_press(&app, "1");
	shown = pane()->view.nrows;
	assert_string_equal(cell_of(ENGINEER, "pay_publishers", &b), "3");
	assert_string_equal(cell_of(ENGINEER, "pay_high", &b), "160000");
	app_run(&app, "kind editorial off");
	app_settle(&app);
	assert_string_equal(cell_of(ENGINEER, "pay_publishers", &b), "1");
	assert_string_equal(cell_of(ENGINEER, "pay_low", &b), "115200");
	assert_string_equal(cell_of(ENGINEER, "pay_high", &b), "180000");
	assert_string_equal(cell_of(ENGINEER, "programs", &b), "0");
	/* Roles that nobody gives a figure for any more are folded. */
	assert_true(pane()->view.nrows < shown);
	app_run(&app, "sources all on");
	app_settle(&app);
	assert_string_equal(cell_of(ENGINEER, "pay_publishers", &b), "3");
	assert_int_equal(pane()->view.nrows, shown);
	buf_free(&b);
}

/* A list is looked at again when it is next shown, whatever way leads there; its filter and its row stay. */
static void
test_programs_follow(void **state)
{
	uint32_t all, some;
	int64_t id;

	(void)state;
	app_press(&app, "2");
	app_run(&app, "filter data");
	all = pane()->view.nrows;
	app_press(&app, "Down Down Down");
	id = pane_id(pane());
	app_press(&app, "7");
	app_run(&app, "source programs/findamasters off");
	assert_int_equal(app.pane[SCREEN_PROGRAMS].view.nrows, all); /* not yet */
	app_press(&app, "2");
	some = pane()->view.nrows;
	assert_true(some < all);
	assert_string_equal(pane()->query.data, "data");
	assert_int_equal(frame_here(&pane()->frame), pane()->frame.rows - pane()->frame.ngone);
	assert_true(pane_id(pane()) == id || pane()->pos == 0);
	app_run(&app, "sources all on");
	app_settle(&app);
	assert_int_equal(pane()->view.nrows, all);
}

static void
test_gone_program(void **state)
{
	static const char key[] = "aalto-university/data-science-eit-digital-master-school/master";
	char command[200];
	struct buf text = BUF_INIT;

	(void)state;
	snprintf(command, sizeof command, "select %s", key);
	app_run(&app, command);
	app_run(&app, "mark on");
	app_run(&app, "source programs/findamasters off");
	app_press(&app, "1");
	assert_false(app_command(&app, command));
	assert_contains(app.message, "no source that is on speaks of aalto");
	assert_int_equal(app.screen, SCREEN_ROLES);
	/* Compared with another: the page says why there is none. */
	snprintf(command, sizeof command,
	    "compare %s georgia-institute-of-technology/online-ms-in-computer-science-omscs/master",
	    key);
	if (app_command(&app, command)) {
		app_run(&app, "screen compare");
		app_settle(&app);
		page_text_of(&pane()->detail.page, &text);
		assert_contains(text.data, "! no source that is on speaks of aalto");
	}
	/* The mark is there when the source is on again. */
	app_run(&app, "sources all on");
	app_press(&app, "2");
	assert_int_equal(pane()->nmarks, 1);
	buf_free(&text);
}

/* --- what is said of it --------------------------------------------------------------------------- */

static void
test_pages_say_so(void **state)
{
	static const char *const screens[] = {
	    "start", "roles", "programs", "skills", "guide", "coverage"};
	struct buf text = BUF_INIT;

	(void)state;
	app_run(&app, "source programs/studynext off");
	for (size_t i = 0; i < COUNT(screens); i++) {
		char command[40];

		snprintf(command, sizeof command, "screen %s", screens[i]);
		app_run(&app, command);
		app_settle(&app);
		page_text_of(&pane()->detail.page, &text);
		assert_contains(text.data, "! 1 source is switched off");
	}
	app_run(&app, "sources all on");
	app_settle(&app);
	page_text_of(&pane()->detail.page, &text);
	assert_true(strstr(text.data, "switched off") == NULL);
	buf_free(&text);
}

/* The title says it on every screen, in as many words as there is room for. */
static void
test_title(void **state)
{
	static const struct {
		int rows, cols;
		const char *says;
	} sizes[] = {{50, 132, "! 2 sources off  figures"}, {24, 80, "! 2 sources off"},
	    {12, 40, "! 2 sources off"}};
	static const char *const keys[] = {"0", "1", "2", "3", "4", "6", "7", ":screen~coverage"};
	struct appscreen s;

	(void)state;
	appscreen_open(&s, 24, 80, false, true);
	app_run(&s.app, "source programs/studynext off");
	app_run(&s.app, "source programs/gradpilot off");
	for (size_t i = 0; i < COUNT(sizes); i++)
		for (size_t k = 0; k < COUNT(keys); k++) {
			const char *text;
			char title[600];

			appscreen_size(&s, sizes[i].rows, sizes[i].cols);
			app_press(&s.app, keys[k]);
			text = appscreen_draw(&s, false);
			snprintf(title, sizeof title, "%.*s", (int)strcspn(text, "\n"), text);
			if (!strstr(title, sizes[i].says))
				assert_contains(title, i > 0 ? "!2 off" : sizes[i].says);
		}
	appscreen_close(&s);
}

/* --- the map of coverage -------------------------------------------------------------------------- */

static void
test_coverage_screen(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	app_press(&app, "7 M");
	assert_int_equal(app.screen, SCREEN_COVERAGE);
	assert_int_equal(pane()->detail.cursor, pane()->detail.pinned);
	app_press(&app, "Up");
	assert_int_equal(pane()->detail.cursor, pane()->detail.pinned);
	app_press(&app, "Right Right");
	assert_int_equal(pane()->detail.column, 2);
	app_press(&app, "Enter");
	assert_true(app.popup.open);
	page_text_of(&app.popup.page, &text);
	assert_contains(text.data, "Who states pay, senior");
	app_press(&app, "q i");
	assert_true(app.popup.open);
	app_press(&app, "q V");
	page_text_of(&pane()->detail.page, &text);
	assert_contains(text.data, "pay, senior");
	assert_int_equal(pane()->detail.column, 0);
	app_press(&app, "V");
	assert_int_equal(pane()->detail.column, 2);
	/* All columns can be reached. */
	for (size_t i = 0; i < pane()->detail.ncolumns + 3; i++)
		app_press(&app, "Right");
	assert_int_equal(pane()->detail.column, pane()->detail.ncolumns - 1);
	assert_true(pane()->detail.first > 0);
	app_press(&app, "v End");
	page_text_of(&pane()->detail.page, &text);
	assert_contains(text.data, "v folds");
	app_press(&app, "v q");
	assert_int_equal(app.screen, SCREEN_DATA);
	assert_false(app_command(&app, "coverage-turn"));
	assert_contains(app.message, "map of coverage");
	buf_free(&text);
}

/* A statement in the popup leads to who says so; its source can be switched off there. */
static void
test_coverage_popup(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	app_run(&app, "coverage");
	app_settle(&app);
	app_run(&app, "coverage-cell " ENGINEER);
	app_settle(&app);
	app_press(&app, "Down Down Down o");
	assert_int_equal(off(), 1);
	page_text_of(&app.popup.page, &text);
	assert_true(app.popup.open);
	assert_true(strstr(text.data, "aigraduate ML ") == NULL);
	app_press(&app, "Down i");
	page_text_of(&app.popup.page, &text);
	assert_contains(text.data, "Publisher");
	assert_false(app_command(&app, "coverage-cell zzz"));
	buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_keys),
	    WITH_APP(test_commands),
	    WITH_APP(test_undo),
	    WITH_APP(test_roles_follow),
	    WITH_APP(test_programs_follow),
	    WITH_APP(test_gone_program),
	    WITH_APP(test_pages_say_so),
	    cmocka_unit_test(test_title),
	    WITH_APP(test_coverage_screen),
	    WITH_APP(test_coverage_popup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
