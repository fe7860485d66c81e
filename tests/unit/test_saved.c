/* Filters kept under a name: saved, applied, counted, forgotten; the questions and mistakes. */
#include "apptest.h"
#include "career/base/mem.h"
#include "career/cmd/commands.h"
#include "career/cmd/saved.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>

static void
fails(const char *line, const char *why)
{
	assert_false(app_command(&app, line));
	assert_true(app.message_is_error);
	assert_contains(app.message, why);
}

static void
test_save_and_load(void **state)
{
	uint32_t rows;

	(void)state;
	app_run(&app, "screen programs");
	app_run(&app, "filter data cost<20k");
	app_run(&app, "sort -cost");
	rows = pane()->view.nrows;
	app_run(&app, "save  cheap data  ");
	assert_string_equal(app.message, "saved as 'cheap data'; L lists what is saved");
	app_run(&app, "clear");
	assert_true(pane()->view.nrows != rows);
	app_run(&app, "load cheap data");
	assert_int_equal(pane()->view.nrows, rows);
	assert_string_equal(pane()->query.data, "data cost<20k sort:-cost");
	assert_contains(app.message, "cheap data: ");
}

/* What is kept is what the list shows: terms switched off, rows added. */
static void
test_all_of_it(void **state)
{
	uint32_t rows;

	(void)state;
	app_run(&app, "screen programs");
	app_run(&app, "filter months<13 award:master");
	app_press(&app, "S-Tab S-Tab Right Enter Esc +"); /* award:master off */
	assert_string_equal(pane()->off.data, "award:master\n");
	rows = pane()->view.nrows;
	app_run(&app, "save x");
	app_run(&app, "clear");
	app_run(&app, "load x");
	assert_string_equal(pane()->query.data, "months<13");
	assert_string_equal(pane()->off.data, "award:master\n");
	assert_true(pane()->view.with_unknown);
	assert_int_equal(pane()->view.nrows, rows);
	app_run(&app, "screen roles");
	app_press(&app, "o");
	rows = pane()->view.nrows;
	app_run(&app, "save all");
	app_press(&app, "o");
	assert_true(pane()->view.nrows < rows);
	app_run(&app, "load all");
	assert_int_equal(pane()->view.nrows, rows);
	/* Each list has its own names. */
	fails("load x", "no filter of roles is saved as 'x'");
}

/* Another filter is not lost without a question; the same once more is no other. */
static void
test_asks(void **state)
{
	(void)state;
	app_run(&app, "filter data");
	app_run(&app, "save mine");
	app_run(&app, "save mine");
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	app_run(&app, "filter analyst");
	app_run(&app, "save mine");
	assert_int_equal(app.prompt.kind, PROMPT_CONFIRM);
	assert_contains(app.prompt.question, "Replace 'mine' (data)?");
	app_press(&app, "n");
	app_run(&app, "load mine");
	assert_string_equal(pane()->query.data, "data");
	app_run(&app, "filter analyst");
	app_run(&app, "save mine");
	app_press(&app, "y");
	app_run(&app, "clear");
	app_run(&app, "load mine");
	assert_string_equal(pane()->query.data, "analyst");
	app_run(&app, "filter engineer");
	app_run(&app, "save! mine");
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	app_run(&app, "clear");
	app_run(&app, "load mine");
	assert_string_equal(pane()->query.data, "engineer");
}

static void
test_names(void **state)
{
	static const char sixty[] =
	    "save 123456789 123456789 123456789 123456789 123456789 123456789x";

	(void)state;
	fails("save", "save wants NAME");
	fails("save \033[31m", "characters that can be seen");
	fails("save a\xe2\x80\xae"
	      "b",
	    "characters that can be seen"); /* turns the direction of writing */
	fails("save \xff", "characters that can be seen");
	app_run(&app, "filter data");
	app_run(&app, sixty);
	assert_contains(app.message, "saved as");
	app_run(&app, "save Ü ñ \"so\" 漢字");
	app_run(&app, "load Ü ñ \"so\" 漢字");
	fails("save 123456789 123456789 123456789 123456789 123456789 1234567890x",
	    "at most 60 characters");
	fails("load 12345678 123456789 123456789 123456789 123456789 123456789", "nearest: 123");
	fails("load zzz", "there are");
	fails("forget zzz", "no filter of roles is saved as 'zzz'");
}

static void
test_none(void **state)
{
	(void)state;
	fails("load cheap", "no filter of roles is saved yet: the command `save NAME` keeps one");
	fails("forget", "which filter?");
	app_press(&app, "L");
	assert_true(app.popup.open);
	app_press(&app, "x");
	assert_true(app.message_is_error); /* nothing there to forget */
	app_press(&app, "Enter");
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	assert_string_equal(app.prompt.edit.text.data, "save ");
	app_press(&app, "Esc Esc 3");
	fails("filters", "works on a list");
}

static const char *
popup_line(size_t i)
{
	static struct buf b = BUF_INIT;

	buf_clear(&b);
	assert_true(i < app.popup.page.nlines);
	for (size_t k = 0; k < app.popup.page.lines[i].nspans; k++)
		buf_adds(&b, app.popup.page.lines[i].spans[k].text);
	return b.data;
}

/* Each with the rows that it would show: the short list counts as such, and what is not stated. */
static void
test_counts(void **state)
{
	static const char *const filters[] = {"", "data", "kind:occupation", "sort:-title", "zzzz",
	    "family:none", "\"data sc", "pay_low>100k"};
	uint32_t rows[COUNT(filters)] = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(filters); i++) {
		char line[80];

		snprintf(line, sizeof line, "filter %s", filters[i]);
		app_run(&app, line);
		rows[i] = pane()->view.nrows;
		snprintf(line, sizeof line, "save %c", (int)('a' + i));
		app_run(&app, line);
	}
	app_run(&app, "clear");
	app_press(&app, "L");
	for (size_t i = 0; i < COUNT(filters); i++) {
		char words[40];

		snprintf(words, sizeof words, "%u role%s: ", rows[i], rows[i] == 1 ? "" : "s");
		assert_contains(popup_line(i), words);
	}
	assert_int_equal(pane()->query.len, 0); /* the list is as it was */
	app_press(&app, "Esc");
	app_run(&app, "screen programs");
	app_run(&app, "filter months<13");
	app_press(&app, "+");
	app_run(&app, "save x");
	rows[0] = pane()->view.nrows;
	app_run(&app, "clear");
	app_press(&app, "L");
	assert_int_equal(
	    strtoul(popup_line(0) + strcspn(popup_line(0), "0123456789"), NULL, 10), rows[0]);
	assert_contains(popup_line(0), "with those that do not state");
}

/* x forgets the one under the cursor and stays there; undo brings it back. */
static void
test_forget(void **state)
{
	(void)state;
	app_run(&app, "filter data");
	app_run(&app, "save one");
	app_run(&app, "filter analyst");
	app_run(&app, "save two");
	app_run(&app, "save three");
	app_press(&app, "L Down x");
	assert_string_equal(app.message, "'three' is forgotten; u brings it back");
	assert_true(app.popup.open);
	assert_int_equal(app.popup.cursor, 1);
	assert_contains(popup_line(1), "two");
	app_press(&app, "Esc");
	fails("load three", "no filter of roles is saved as 'three'");
	app_run(&app, "undo");
	app_run(&app, "load three");
	assert_string_equal(pane()->query.data, "analyst");
	app_run(&app, "forget two");
	app_run(&app, "forget three");
	app_press(&app, "L Enter");
	assert_false(app.popup.open);
	assert_string_equal(pane()->query.data, "data");
}

/* Undo of a saving: the name is gone, or has what it had before. */
static void
test_undo(void **state)
{
	(void)state;
	app_run(&app, "filter data");
	app_run(&app, "save x");
	app_run(&app, "filter analyst");
	app_run(&app, "save! x");
	app_run(&app, "undo");
	app_run(&app, "load x");
	assert_string_equal(pane()->query.data, "data");
	app_run(&app, "undo");
	app_run(&app, "undo"); /* the filter */
	app_run(&app, "undo");
	fails("load x", "no filter of roles is saved");
	app_run(&app, "redo");
	app_run(&app, "load x");
	assert_string_equal(pane()->query.data, "data");
}

/* A value that the catalog no longer has: what is left of it is applied, and the list says so. */
static void
test_outdated(void **state)
{
	struct saved s = {"old", "family:gone data", "", ""};
	struct err e;

	(void)state;
	assert_ok(profile_save(app.profile, "roles", &s, &e));
	app_run(&app, "load old");
	assert_string_equal(pane()->query.data, "family:gone data");
	assert_contains(pane_advice(pane()), "gone");
}

static void
test_completion(void **state)
{
	(void)state;
	app_run(&app, "filter data");
	app_run(&app, "save cheap");
	app_press(&app, ": 'load~ch Tab");
	assert_contains(app.prompt.edit.text.data, "load cheap");
	app_press(&app, "Esc Esc 2 : 'columns~school,co Tab");
	assert_contains(app.prompt.edit.text.data, "columns school,co");
	app_press(&app, "Esc Esc : 'columns~school,-earnings_h Tab");
	assert_string_equal(app.prompt.edit.text.data, "columns school,-earnings_horizon");
}

/* On the command line: behind the arguments, and a name that there is not is a mistake of use. */
static void
test_found_by_name(void **state)
{
	struct err e;
	struct saved *s;

	(void)state;
	app_run(&app, "filter data");
	app_run(&app, "save cheap");
	s = saved_find(app.profile, "roles", "cheap", &e);
	assert_ok(s != NULL);
	assert_string_equal(s->query, "data");
	assert_false(saved_adds(s, SAVED_ABSENT));
	free(s);
	assert_null(saved_find(app.profile, "roles", "cheep", &e));
	assert_contains(e.text, "nearest: cheap");
	assert_null(saved_find(app.profile, "roles", "zzz", &e));
	assert_contains(e.text, "there is 'cheap'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_save_and_load),
	    WITH_APP(test_all_of_it),
	    WITH_APP(test_asks),
	    WITH_APP(test_names),
	    WITH_APP(test_none),
	    WITH_APP(test_counts),
	    WITH_APP(test_forget),
	    WITH_APP(test_undo),
	    WITH_APP(test_outdated),
	    WITH_APP(test_completion),
	    WITH_APP(test_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
