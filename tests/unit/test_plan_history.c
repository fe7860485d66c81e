/* Plan's section History, and the handout that the screen writes. */
#include "../../src/cmd/plan_state.h"
#include "apptest.h"
#include "career/model/headline.h"
#include "check.h"
#include "temp.h"

#include <stdlib.h>

static struct err e;

static const char *
text(void)
{
	static struct buf b = BUF_INIT;

	app_settle(&app);
	buf_clear(&b);
	page_text(&pane()->detail.page, &b);
	return b.data;
}

/* A program at a price that it no longer has. */
static void
put(void)
{
	const struct kept_item i = {.list = "programs",
	    .key = "georgia-institute-of-technology/online-ms-in-computer-science-omscs/master",
	    .title = "OMSCS",
	    .headline =
		"[{\"measure\":\"price per credit\",\"says\":\"$225\",\"low\":225,\"high\":225,\"unit\":\"USD\"}]",
	    .added = "2026-09-01T10:00:00Z"};

	assert_ok(profile_item_put(app.profile, &i, &e));
	plan_changed(&app);
}

static void
test_nothing(void **state)
{
	(void)state;
	app_press(&app, ":plan~history");
	assert_contains(text(), "Nothing is on the shortlist yet");
	assert_contains(text(), "a on any role, program or skill");
	app_press(&app, "Y");
	assert_contains(app.message, "nothing has changed");
}

static void
test_changes(void **state)
{
	(void)state;
	put();
	app_press(&app, ":plan~history");
	assert_contains(text(), "1 of 1 changed");
	assert_contains(text(), "! price per credit: $225 -> $227");
	assert_contains(text(), "Y takes today's figures for known");
	app_press(&app, "Y");
	assert_contains(app.message, "1 thing with today's figures");
	assert_contains(text(), "None of 1 changed");
	assert_int_equal(plan_changes(&app, &e)->changed, 0);
	app_press(&app, "u");
	assert_contains(text(), "price per credit: $225 -> $227");
	app_press(&app, "^R");
	assert_contains(text(), "None of 1 changed");
	/* It works in this section alone, and says so. */
	app_press(&app, ":plan~gap");
	assert_false(plan_useful(&app, "changes-accept"));
}

/* Each line of a change leads to its thing, and names who says so. */
static void
test_anchors(void **state)
{
	size_t things = 0, sources = 0;

	(void)state;
	put();
	app_press(&app, ":plan~history");
	text();
	for (size_t i = 0; i < pane()->detail.page.nlines; i++) {
		things += find_anchor(&pane()->detail.page.lines[i], ANCHOR_PROGRAM) != NULL;
		sources += find_anchor(&pane()->detail.page.lines[i], ANCHOR_SOURCE) != NULL;
	}
	assert_true(things >= 2);
	assert_true(sources >= 1);
}

/* Asked for a name; what is there is written over only when one says so; another ending is refused. */
static void
test_handout(void **state)
{
	char *dir = temp_dir(), *had;
	struct buf line = BUF_INIT;
	size_t len;

	(void)state;
	put();
	app_press(&app, "5 w");
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	assert_string_equal(app.prompt.edit.text.data, "handout plan.html");
	app_press(&app, "Esc");
	buf_addf(&line, "handout %s/plan.html", dir);
	assert_true(app_command(&app, line.data));
	had = temp_read(temp_path(dir, "plan.html"), &len);
	assert_contains(had, "<h1>My plan: ");
	assert_contains(had, "OMSCS");
	free(had);
	assert_contains(app.message, "the handout is in ");
	temp_write(temp_path(dir, "plan.html"), "mine", 4);
	assert_true(app_command(&app, line.data));
	assert_int_equal(app.prompt.kind, PROMPT_CONFIRM);
	app_press(&app, "n");
	had = temp_read(temp_path(dir, "plan.html"), &len);
	assert_string_equal(had, "mine");
	free(had);
	assert_true(app_command(&app, line.data));
	app_press(&app, "y");
	had = temp_read(temp_path(dir, "plan.html"), &len);
	assert_contains(had, "</html>");
	free(had);
	buf_clear(&line);
	buf_addf(&line, "handout %s/plan.pdf", dir);
	assert_false(app_command(&app, line.data));
	assert_contains(app.message, ".html");
	buf_clear(&line);
	buf_addf(&line, "handout-full %s/all.md", dir);
	assert_true(app_command(&app, line.data));
	had = temp_read(temp_path(dir, "all.md"), &len);
	assert_contains(had, "## Every figure: ");
	free(had);
	buf_free(&line);
	temp_remove(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_nothing),
	    WITH_APP(test_changes),
	    WITH_APP(test_anchors),
	    WITH_APP(test_handout),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
