#include "apptest.h"
#include "career/base/file.h"
#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>

/* --- pages and places ------------------------------------------------------------------------- */

static void
test_focus(void **state)
{
	static const enum focus ring[] = {FOCUS_DETAIL, FOCUS_CHIPS, FOCUS_FACETS, FOCUS_LIST};

	(void)state;
	app_press(&app, "2");
	app_run(&app, "filter data");
	for (size_t i = 0; i < COUNT(ring); i++) {
		app_press(&app, "Tab");
		assert_int_equal(pane()->focus, ring[i]);
	}
	for (size_t i = COUNT(ring) - 1; i-- > 0;) {
		app_press(&app, "S-Tab");
		assert_int_equal(pane()->focus, ring[i]);
	}
	app_press(&app, "q");
	assert_int_equal(pane()->focus, FOCUS_LIST);
	app_press(&app, "Enter Esc");
	assert_int_equal(pane()->focus, FOCUS_LIST);
	assert_string_equal(pane()->query.data, "data"); /* one press, the innermost thing */
	app_press(&app, "Esc");
	assert_string_equal(pane()->query.data, "");
}

/* Arrows lead out of the facets and down from the chips; without a row there is no page to be on. */
static void
test_ways_out(void **state)
{
	(void)state;
	app_press(&app, "2 S-Tab Right");
	assert_int_equal(pane()->focus, FOCUS_LIST);
	app_press(&app, "/ 'data Enter Tab Tab");
	assert_int_equal(pane()->focus, FOCUS_CHIPS);
	app_press(&app, "Up");
	assert_int_equal(pane()->focus, FOCUS_CHIPS);
	app_press(&app, "Down");
	assert_int_equal(pane()->focus, FOCUS_LIST);
	app_press(&app, "Enter");
	app_run(&app, "filter zzzz");
	assert_int_equal(pane()->focus, FOCUS_LIST);
	assert_false(app_command(&app, "open"));
}

static void
test_sections(void **state)
{
	(void)state;
	app_press(&app, "Enter");
	for (size_t i = 1; i <= pane()->def->nsections; i++) {
		app_press(&app, "Right");
		assert_int_equal(pane()->detail.section, i % pane()->def->nsections);
		assert_true(pane()->detail.page.nlines > 0);
		assert_int_equal(pane()->detail.cursor, 0);
	}
	app_press(&app, "Left");
	assert_int_equal(pane()->detail.section, pane()->def->nsections - 1);
	app_run(&app, "section break in");
	assert_string_equal(pane()->def->section(pane()->detail.section), "Break in");
	app_press(&app, "J"); /* the next role, the same section */
	assert_string_equal(pane()->def->section(pane()->detail.section), "Break in");
	assert_int_equal(pane()->pos, 1);
	assert_false(app_command(&app, "section nonsense"));
	assert_contains(app.message, "nonsense");
}

static void
test_level(void **state)
{
	(void)state;
	app_press(&app, "E");
	assert_int_equal(app.level, LEVEL_MID);
	app_run(&app, "level staff");
	assert_int_equal(app.level, LEVEL_STAFF);
	assert_false(app_command(&app, "level boss"));
	assert_int_equal(app.level, LEVEL_STAFF);
	app_press(&app, "E E E");
	assert_int_equal(app.level, LEVEL_ENTRY);
}

/* Narrow: the pane with the focus is the one that is seen; wider again, nothing is lost. */
static void
test_narrow(void **state)
{
	(void)state;
	app_press(&app, "Down Down");
	app_resize(&app, 12, 40);
	app_settle(&app);
	assert_true(app.layout.list.h > 0 && app.layout.detail.h <= 0);
	app_press(&app, "Enter PgDn");
	assert_true(app.layout.list.h <= 0 && app.layout.detail.h > 0);
	assert_true(pane()->detail.cursor >= pane()->detail.top);
	app_press(&app, "q");
	assert_true(app.layout.list.h > 0);
	app_resize(&app, 1, 1);
	app_settle(&app);
	assert_true(app.layout.small);
	app_press(&app, "Down Enter Tab i Esc Esc Esc Esc");
	app_resize(&app, 50, 132);
	app_settle(&app);
	assert_true(app.layout.list.h > 0 && app.layout.detail.h > 0);
	assert_int_equal(pane()->pos, 3);
}

/* What is selected stays in sight in every size. */
static void
test_resize_keeps_selection(void **state)
{
	static const int sizes[][2] = {{50, 132}, {10, 40}, {24, 80}, {12, 60}, {5, 5}, {30, 100}};
	uint32_t row;

	(void)state;
	app_press(&app, "o 40");
	app_run(&app, "go 40");
	row = pane()->selected;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		app_resize(&app, sizes[i][0], sizes[i][1]);
		app_settle(&app);
		assert_int_equal(pane()->selected, row);
		assert_true(
		    pane()->pos >= pane()->top && pane()->pos < pane()->top + pane_list_rows(&app));
	}
}

static void
test_zoom(void **state)
{
	(void)state;
	app_press(&app, "z");
	assert_true(app.zoom && app.layout.detail.h <= 0);
	app_press(&app, "Tab");
	assert_true(app.layout.detail.h > 15 && app.layout.list.h <= 0);
	app_press(&app, "Esc");
	assert_false(app.zoom);
	assert_int_equal(pane()->focus, FOCUS_DETAIL);
}

static void
test_links(void **state)
{
	size_t query = 0;

	(void)state;
	app_run(&app, "section programs");
	while (query < pane()->detail.page.nlines
	    && (pane()->detail.page.lines[query].nanchors == 0
		|| pane()->detail.page.lines[query].anchors[0].kind != ANCHOR_QUERY))
		query++;
	assert_true(query < pane()->detail.page.nlines);
	pane()->detail.cursor = query;
	app_press(&app, "Enter");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	assert_contains(pane()->query.data, "role:machine-learning-engineer");
	app_press(&app, "q"); /* back where the link was */
	assert_int_equal(app.screen, SCREEN_ROLES);
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
}

static void
test_match(void **state)
{
	(void)state;
	app_press(&app, "Enter n");
	assert_true(app.message_is_error);
	app_press(&app, "/ 'machine Enter Enter n");
	assert_false(app.message_is_error);
	app_press(&app, "N");
	assert_false(app.message_is_error);
}

/* --- what is kept ------------------------------------------------------------------------------- */

static void
test_marks(void **state)
{
	(void)state;
	app_press(&app, "Space Space");
	assert_int_equal(pane()->nmarks, 2);
	assert_int_equal(pane()->pos, 2);
	app_press(&app, "g Space");
	assert_int_equal(pane()->nmarks, 1);
	app_run(&app, "filter zzzz");
	assert_false(app_command(&app, "mark"));
	app_run(&app, "clear");
	assert_int_equal(pane()->nmarks, 1);
	app_press(&app, "End Space"); /* the line of what is hidden is no row */
	assert_true(app.message_is_error);
	assert_int_equal(pane()->nmarks, 1);
}

static void
test_profile(void **state)
{
	char *dir = temp_dir();
	char path[256];
	uint32_t row;

	(void)state;
	snprintf(path, sizeof path, "%s/profile.db", dir);
	app_close(&app);
	appscreen_state(&app, path);
	app_press(&app, "2 Down Space r 'nlp Enter");
	app_run(&app, "clear");
	app_run(&app, "go 2");
	row = pane()->selected;
	app_close(&app);
	appscreen_state(&app, path);
	assert_string_equal(app.role, "nlp-specialist");
	app_press(&app, "2");
	assert_int_equal(pane()->nmarks, 1);
	assert_true(bitset_has(&pane()->marks, row));
	app_close(&app);
	appscreen_state(&app, NULL);
	assert_string_equal(app.role, "");
	temp_remove(dir);
}

/* A profile that is none is left as it is; marks work until the end. */
static void
test_bad_profile(void **state)
{
	char *dir = temp_dir(), *bytes;
	char path[256];
	size_t len;

	(void)state;
	snprintf(path, sizeof path, "%s/profile.db", dir);
	temp_write(
	    path, "not a database, but long enough to be looked at as one, says its author", 71);
	app_close(&app);
	appscreen_state(&app, path);
	assert_true(app.message_is_error);
	assert_contains(app.message, "until you quit");
	app_press(&app, "Space");
	assert_int_equal(pane()->nmarks, 1);
	bytes = temp_read(path, &len);
	assert_int_equal(len, 71);
	free(bytes);
	temp_remove(dir);
}

/* --- messages ----------------------------------------------------------------------------------- */

static void
test_messages(void **state)
{
	(void)state;
	assert_false(app_command(&app, "nonsense"));
	assert_contains(app.message, "no command 'nonsense'");
	assert_false(app_command(&app, "sectoin pay"));
	assert_contains(app.message, "nearest: section");
	assert_false(app_command(&app, "section"));
	assert_contains(app.message, "NAME");
	assert_true(app_command(&app, "  # a comment"));
	assert_true(app_command(&app, ""));
	app_press(&app, "F9");
	assert_contains(app.message, "F9 does nothing here");
	app_press(&app, "Down");
	assert_string_equal(app.message, ""); /* until the next key */
	assert_false(app_command(&app, "\033[31m\xe2\x80\xae"));
	for (const char *s = app.message; *s != '\0'; s++)
		assert_true((unsigned char)*s >= 0x20);
	assert_false(app_command(&app, "write /tmp/x")); /* no screen to write */
	assert_false(app_command(&app, "copy"));
	assert_false(app_command(&app, "screen nowhere"));
	assert_contains(app.message, "roles, programs");
}

/* A message of any length ends at a whole character. */
static void
test_long_message(void **state)
{
	struct buf line = BUF_INIT;

	(void)state;
	for (int pad = 0; pad < 3; pad++) {
		buf_clear(&line);
		buf_pad(&line, 'x', (size_t)pad);
		for (int i = 0; i < 600; i++)
			buf_adds(&line, "\u6f22");
		app_say(&app, "%s", line.data);
		assert_true(strlen(app.message) > 400);
		assert_true(text_valid(app.message, strlen(app.message)));
	}
	buf_free(&line);
}

static void
test_quit(void **state)
{
	static const char *const stay[] = {"Esc", "n", "Space", "^C", "x"};

	(void)state;
	for (size_t i = 0; i < COUNT(stay); i++) {
		app_press(&app, "q");
		assert_int_equal(app.prompt.kind, PROMPT_CONFIRM);
		app_press(&app, stay[i]);
		assert_int_equal(app.prompt.kind, PROMPT_NONE);
		assert_int_equal(app.run, 0);
	}
	app_press(&app, "^C Esc");
	assert_int_equal(app.run, 0); /* never without a question */
	app_press(&app, "q y");
	assert_int_equal(app.run, RUN_QUIT);
	app.run = 0;
	app_press(&app, "Q");
	assert_int_equal(app.run, RUN_QUIT);
	app.run = 0;
	app_press(&app, ": 'q Enter");
	assert_int_equal(app.run, RUN_QUIT);
	app.run = 0;
	app_press(&app, "^Z");
	assert_int_equal(app.run, RUN_SUSPEND);
	app.run = 0;
	app_press(&app, "^L");
	assert_int_equal(app.run, RUN_REDRAW);
}

static void
paste(const char *text)
{
	char ch[2] = "";

	for (; *text != '\0'; text++) {
		ch[0] = *text;
		app_paste(&app, ch);
	}
	app_settle(&app);
}

/* Keys that come faster than frames give what they give one by one. */
static void
test_fast_keys(void **state)
{
	static const char *const keys[] = {"/", "d", "a", "t", "a", "Down", "Enter", "s"};
	uint32_t row;

	(void)state;
	for (size_t i = 0; i < COUNT(keys); i++)
		app_key(&app, keys[i]);
	app_settle(&app);
	row = pane()->selected;
	assert_string_equal(pane()->query.data, "data sort:title");
	app_close(&app);
	appscreen_state(&app, NULL);
	for (size_t i = 0; i < COUNT(keys); i++)
		app_press(&app, keys[i]);
	assert_int_equal(pane()->selected, row);
	app_press(&app, "/");
	app_key(&app, "z");
	app_key(&app, "Esc");
	app_settle(&app);
	assert_string_equal(pane()->query.data, "data sort:title");
}

/* Pasted text goes into prompts and nowhere else. */
static void
test_paste(void **state)
{
	(void)state;
	paste("Q2zq :q ");
	assert_int_equal(app.run, 0);
	assert_int_equal(app.screen, SCREEN_ROLES);
	assert_false(app.zoom);
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	app_press(&app, "/");
	paste("data sci");
	assert_string_equal(pane()->query.data, "data sci");
	app_press(&app, "Enter :");
	paste("quit ");
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	assert_int_equal(app.run, 0);
	app_press(&app, "Esc q");
	paste("y"); /* a question is not answered by it */
	assert_int_equal(app.run, 0);
	app_press(&app, "Esc ?");
	paste("zoom");
	assert_string_equal(app.popup.words.text.data, "zoom");
	assert_false(app.zoom);
}

static void
test_key_command(void **state)
{
	(void)state;
	app_run(&app, "key 2");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	app_run(&app, "key /");
	app_run(&app, "key x");
	assert_string_equal(pane()->query.data, "x");
	app_run(&app, "key Esc");
	assert_string_equal(pane()->query.data, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_focus),
	    WITH_APP(test_ways_out),
	    WITH_APP(test_sections),
	    WITH_APP(test_level),
	    WITH_APP(test_narrow),
	    WITH_APP(test_resize_keeps_selection),
	    WITH_APP(test_zoom),
	    WITH_APP(test_links),
	    WITH_APP(test_match),
	    WITH_APP(test_marks),
	    WITH_APP(test_profile),
	    WITH_APP(test_bad_profile),
	    WITH_APP(test_messages),
	    WITH_APP(test_long_message),
	    WITH_APP(test_quit),
	    WITH_APP(test_fast_keys),
	    WITH_APP(test_paste),
	    WITH_APP(test_key_command),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
