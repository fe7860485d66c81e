/*
 * What is compared: the set by itself, and the commands that choose it and work on its columns.
 */
#include "career/cmd/compare_set.h"

#include "apptest.h"
#include "check.h"
#include "temp.h"

#include "career/base/file.h"

#include <stdlib.h>
#include <unistd.h>

/* --- the set --------------------------------------------------------------------------------- */

static struct compare_set set;

static int
set_open(void **state)
{
	(void)state;
	compare_set_init(&set);
	return 0;
}

static int
set_close(void **state)
{
	(void)state;
	compare_set_free(&set);
	return 0;
}

/* The keys with blanks between, then the baseline. */
static void
holds(const struct compare_set *s, const char *want)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < s->n; i++)
		buf_addf(&b, "%s%s", s->key[i], s->baseline == (int)i ? "* " : " ");
	if (strcmp(b.data, want) != 0)
		fail_msg("'%s' instead of '%s'", b.data, want);
	buf_free(&b);
}

static void
add(enum compare_kind kind, const char *key)
{
	struct err e;

	assert_ok(compare_set_add(&set, kind, key, &e));
}

static void
test_add(void **state)
{
	struct err e;

	(void)state;
	add(COMPARE_ROLES, "a");
	add(COMPARE_ROLES, "b");
	add(COMPARE_ROLES, "a");
	holds(&set, "a b ");
	assert_int_equal(compare_set_find(&set, "b"), 1);
	assert_int_equal(compare_set_find(&set, "c"), -1);
	for (char key[] = "c"; key[0] < 'g'; key[0]++)
		add(COMPARE_ROLES, key);
	holds(&set, "a b c d e f ");
	assert_false(compare_set_add(&set, COMPARE_ROLES, "g", &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_contains(e.text, "6 roles are compared already");
	assert_contains(e.text, "x there drops one");
	assert_true(compare_set_add(&set, COMPARE_ROLES, "f", &e)); /* it is there */
	compare_set_clear(&set);
	add(COMPARE_PROGRAMS, "p");
	for (char key[] = "q"; key[0] < 'z'; key[0]++)
		add(COMPARE_PROGRAMS, key);
	assert_int_equal(set.n, 10);
	assert_false(compare_set_add(&set, COMPARE_PROGRAMS, "z", &e));
	assert_contains(e.text, "10 programs are compared already");
}

/* A role beside programs makes plans, and so does a program beside roles. */
static void
test_mix(void **state)
{
	struct err e;

	(void)state;
	add(COMPARE_PROGRAMS, "p");
	add(COMPARE_PROGRAMS, "q");
	compare_set_baseline(&set, 1);
	assert_false(compare_set_ready(&(struct compare_set){.n = 1, .kind = COMPARE_ROLES}));
	add(COMPARE_ROLES, "a");
	assert_int_equal(set.kind, COMPARE_PLANS);
	holds(&set, "p+a q+a ");
	add(COMPARE_ROLES, "a"); /* they are there */
	holds(&set, "p+a q+a ");
	compare_set_drop(&set, 0);
	assert_true(compare_set_ready(&set)); /* one plan alone is a table */
	add(COMPARE_ROLES, "b");
	holds(&set, "q+a q+b ");
	add(COMPARE_PROGRAMS, "p");
	holds(&set, "q+a q+b p+a p+b ");
	compare_set_baseline(&set, 3);
	compare_set_move(&set, 3, -1);
	holds(&set, "q+a q+b p+b* p+a ");
	for (char key[] = "c"; key[0] < 'f'; key[0]++)
		add(COMPARE_ROLES, key);
	assert_int_equal(set.n, 10);
	assert_false(compare_set_add(&set, COMPARE_ROLES, "f", &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_contains(e.text, "more than 10 plans");
	assert_int_equal(set.n, 10); /* as it was */
	add(COMPARE_PLANS, "p+a");
	assert_int_equal(set.n, 10);
	assert_false(compare_set_add(&set, COMPARE_PLANS, "x+y", &e));
	assert_contains(e.text, "10 plans are compared already");
	compare_set_clear(&set);
	for (char key[] = "a"; key[0] < 'g'; key[0]++)
		add(COMPARE_ROLES, key);
	add(COMPARE_PROGRAMS, "p");
	assert_int_equal(set.n, 6);
	assert_false(compare_set_add(&set, COMPARE_PROGRAMS, "q", &e)); /* 12 */
	assert_int_equal(set.n, 6);
	compare_set_clear(&set);
	add(COMPARE_ROLES, "a");
	add(COMPARE_PLANS, "p+b"); /* a plan is not made of what is there */
	holds(&set, "p+b ");
}

static void
test_drop_and_move(void **state)
{
	(void)state;
	for (char key[] = "a"; key[0] < 'e'; key[0]++)
		add(COMPARE_ROLES, key);
	compare_set_baseline(&set, 2);
	holds(&set, "a b c* d ");
	assert_true(compare_set_move(&set, 2, -1));
	holds(&set, "a c* b d ");
	assert_true(compare_set_move(&set, 0, 1)); /* past the baseline */
	holds(&set, "c* a b d ");
	assert_false(compare_set_move(&set, 0, -1));
	assert_false(compare_set_move(&set, 3, 1));
	assert_false(compare_set_move(&set, 9, -1));
	compare_set_baseline(&set, 2);
	compare_set_drop(&set, 0); /* in front of the baseline */
	holds(&set, "a b* d ");
	compare_set_drop(&set, 2);
	compare_set_drop(&set, 7);
	holds(&set, "a b* ");
	compare_set_drop(&set, 1); /* the baseline itself */
	holds(&set, "a ");
	assert_int_equal(set.baseline, -1);
	compare_set_baseline(&set, 0);
	compare_set_baseline(&set, 0);
	assert_int_equal(set.baseline, -1);
	compare_set_baseline(&set, 1); /* there is none */
	assert_int_equal(set.baseline, -1);
}

static void
test_text(void **state)
{
	static const char *const bad[] = {"", "roles", "roles 0", "roles 0 0", "roles -2 0\na",
	    "roles 1 0\na", "roles -1 0\n", "roles -1 0\na\n\nb", "roles -1 0x",
	    "roles -1 0\na\nb\nc\nd\ne\nf\ng", "plan -1 0\na+b"};
	struct compare_set other;
	struct buf text = BUF_INIT;

	(void)state;
	compare_set_init(&other);
	for (int n = 0; n < 4; n++) {
		buf_clear(&text);
		compare_set_text(&set, &text);
		assert_true(compare_set_read(&other, text.data));
		assert_int_equal(other.n, set.n);
		assert_int_equal(other.baseline, set.baseline);
		assert_int_equal(other.all, set.all);
		for (size_t i = 0; i < set.n; i++)
			assert_string_equal(other.key[i], set.key[i]);
		if (set.n > 0)
			assert_int_equal(other.kind, COMPARE_PROGRAMS);
		add(COMPARE_PROGRAMS, (char[]){(char)('a' + n), '/', 'b', '\0'});
		compare_set_baseline(&set, (size_t)n);
		set.all = n == 1;
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (compare_set_read(&other, bad[i]))
			fail_msg("'%s' is taken", bad[i]);
		assert_int_equal(other.n, 0);
		assert_int_equal(other.baseline, -1);
	}
	buf_free(&text);
	compare_set_free(&other);
}

/* --- choosing -------------------------------------------------------------------------------- */

#define MLE "machine-learning-engineer"
#define DS "data-scientist"
#define RS "research-scientist"

static void
says(const char *part)
{
	assert_contains(app.message, part);
}

static void
test_one_by_one(void **state)
{
	(void)state;
	app_press(&app, ":select~" MLE " c");
	says("1 chosen; c on another one compares");
	assert_false(app.message_is_error);
	assert_int_equal(app.screen, SCREEN_ROLES);
	app_press(&app, "c");
	says("1 chosen; c on another one compares");
	app_press(&app, ":select~" DS " Enter c"); /* from its page */
	assert_int_equal(app.screen, SCREEN_COMPARE);
	holds(&app.compare, MLE " " DS " ");
	assert_int_equal(pane()->detail.column, 1);
	app_press(&app, "q");
	assert_int_equal(app.screen, SCREEN_ROLES);
	app_press(&app, ":select~" RS " c");
	holds(&app.compare, MLE " " DS " " RS " ");
	assert_int_equal(pane()->detail.column, 2);
	app_press(&app, "1 :select~" MLE " c"); /* it is there: the cursor goes to it */
	holds(&app.compare, MLE " " DS " " RS " ");
	assert_int_equal(pane()->detail.column, 0);
}

static void
test_marked(void **state)
{
	(void)state;
	/* In the list's order, not in that of the marks; what a filter hides comes last. */
	app_press(&app, ":select~" RS " Space :select~" MLE " Space :select~" DS " Space c");
	assert_int_equal(app.screen, SCREEN_COMPARE);
	holds(&app.compare, MLE " " DS " " RS " ");
	app_press(&app, "1 :filter~scientist :sort~-title c");
	holds(&app.compare, RS " " DS " " MLE " ");
}

static void
test_one_marked(void **state)
{
	(void)state;
	app_press(&app, ":select~" RS " Space :select~" MLE " c");
	holds(&app.compare, RS " " MLE " ");
	app_press(
	    &app, "x 1 :select~" DS " c"); /* what was chosen before is not made anew of the mark */
	holds(&app.compare, RS " " DS " ");
	app_press(&app, "Left x Left x 1 :select~" RS " c");
	says("1 chosen");
}

static void
test_too_many_marked(void **state)
{
	(void)state;
	app_press(&app, ":compare~" MLE "~" DS " 1 Space Space Space Space Space Space Space c");
	says("7 roles are marked, at most 6 stand side by side: Space takes a mark off");
	assert_true(app.message_is_error);
	assert_int_equal(app.screen, SCREEN_ROLES);
	holds(&app.compare, MLE " " DS " ");
	app_press(&app, "Up Space c");
	assert_int_equal(app.screen, SCREEN_COMPARE);
	assert_int_equal(app.compare.n, 6);
}

static void
test_keys(void **state)
{
	(void)state;
	app_press(&app, ":compare~" DS "~" MLE);
	holds(&app.compare, DS " " MLE " ");
	assert_int_equal(app.screen, SCREEN_COMPARE);
	assert_false(app_command(&app, "compare data-scientist python"));
	says("\"python\" is a skill");
	assert_false(app_command(&app, "compare data-scientist data-scientst"));
	says("nearest: data-scientist");
	assert_false(app_command(&app, "compare data-scientist"));
	says("needs 2 to 6 roles");
	assert_false(app_command(&app, "compare a b c d e f g h i j k l m n"));
	holds(&app.compare, DS " " MLE " "); /* as it was */
	app_press(&app, "1 4");
	app_run(&app, "compare");
	assert_int_equal(app.screen, SCREEN_COMPARE);
	holds(&app.compare, DS " " MLE " ");
}

/* A program beside roles makes plans; two marked ones begin anew. */
static void
test_programs_after_roles(void **state)
{
	(void)state;
	app_press(&app, ":compare~" DS "~" MLE " B 2 c");
	says("2 plans: each program for each role");
	assert_int_equal(app.screen, SCREEN_COMPARE);
	assert_int_equal(app.compare.n, 2);
	assert_int_equal(app.compare.kind, COMPARE_PLANS);
	assert_int_equal(app.compare.baseline, -1);
	assert_contains(app.compare.key[0], "/");
	assert_contains(app.compare.key[0], "+" DS);
	assert_contains(app.compare.key[1], "+" MLE);
	app_press(&app, "2 Down c");
	assert_int_equal(app.compare.n, 4);
	assert_int_equal(pane()->detail.column, 3);
	app_press(&app, "x x x");
	assert_int_equal(app.compare.n, 1);
	assert_true(compare_set_ready(&app.compare));
	app_press(&app, "u u u u");
	assert_int_equal(app.compare.n, 2);
	app_press(&app, "u");
	holds(&app.compare, DS "* " MLE " ");
	app_press(&app, "2 Space Down Space c");
	assert_int_equal(app.compare.kind, COMPARE_PROGRAMS);
	assert_int_equal(app.compare.n, 2);
}

/* Chosen one by one on both lists: one plan is a table. */
static void
test_one_plan(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	app_press(&app, "2 c 1 :select~" DS " c");
	assert_int_equal(app.compare.kind, COMPARE_PLANS);
	assert_int_equal(app.compare.n, 1);
	assert_int_equal(app.screen, SCREEN_COMPARE);
	page_text(&pane()->detail.page, &text);
	assert_contains(text.data, "Is it worth its price?");
	app_press(&app, "B");
	says("one alone is not compared");
	app_press(&app, ":compare~" DS "~" MLE "~python");
	says("\"python\" is a skill");
	buf_free(&text);
}

/* --- columns --------------------------------------------------------------------------------- */

static void
test_columns(void **state)
{
	(void)state;
	app_press(&app, ":compare~" MLE "~" DS "~" RS " Right");
	assert_int_equal(pane()->detail.column, 1);
	app_press(&app, "B");
	holds(&app.compare, MLE " " DS "* " RS " ");
	says("differences are to Data Scientist");
	app_press(&app, "}");
	holds(&app.compare, MLE " " RS " " DS "* ");
	assert_int_equal(pane()->detail.column, 2);
	app_press(&app, "}"); /* at the edge */
	holds(&app.compare, MLE " " RS " " DS "* ");
	app_press(&app, "{ {");
	holds(&app.compare, DS "* " MLE " " RS " ");
	assert_int_equal(pane()->detail.column, 0);
	app_press(&app, "B");
	says("no baseline");
	app_press(&app, "l l l x"); /* the last one: the cursor goes to the one before */
	holds(&app.compare, DS " " MLE " ");
	assert_int_equal(pane()->detail.column, 1);
	app_press(&app, "=");
	assert_true(app.compare.all);
	app_press(&app, "= 1 3");
	assert_false(app.compare.all);
	holds(&app.compare, DS " " MLE " "); /* it outlives the screen */
	app_press(&app, "x x");
	assert_int_equal(app.compare.n, 0);
	app_press(&app, "x");
	says("nothing is compared yet");
	assert_true(app.message_is_error);
}

static void
test_alone(void **state)
{
	(void)state;
	app_press(&app, ":select~" MLE " c 3 B");
	says("one alone is not compared");
	app_press(&app, "Enter"); /* the example */
	assert_int_equal(app.compare.n, 2);
	assert_string_equal(app.compare.key[0], MLE);
	app_press(&app, "x x Enter");
	assert_int_equal(app.compare.n, 3);
}

static void
test_who_says_so(void **state)
{
	(void)state;
	app_press(&app, ":compare~" MLE "~" DS "~" RS);
	for (size_t column = 0; column < 3; column++) {
		static const char *const what[] = {"Machine Learning Engineer: Pay",
		    "Data Scientist: Pay", "Research Scientist: Pay"};
		struct page *page = &pane()->detail.page;
		struct buf text = BUF_INIT;

		pane()->detail.cursor = 0;
		while (pane()->detail.cursor < page->nlines
		    && strncmp(page->lines[pane()->detail.cursor].spans[0].text, "ai-jobs", 7) != 0)
			pane()->detail.cursor++;
		app_press(&app, column == 1 ? "Enter" : "i");
		assert_true(app.popup.open);
		page_text(&app.popup.page, &text);
		assert_contains(text.data, what[column]);
		buf_free(&text);
		app_press(&app, "q Right");
	}
	app_press(&app, "g i");
	says("Enter opens it; i on a value says whose it is");
	app_press(&app, "Enter");
	assert_int_equal(app.screen, SCREEN_ROLES);
	assert_string_equal(selected(), "Research Scientist");
	app_press(&app, "q");
	assert_int_equal(app.screen, SCREEN_COMPARE);
	app_press(&app, "Left Left :line~websites Right i");
	says("no source stands behind this line for Data Scientist");
	app_press(&app, "m");
	assert_true(app.popup.open);
}

static void
test_level(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	app_press(&app, ":compare~" MLE "~" DS " E");
	page_text(&pane()->detail.page, &text);
	assert_contains(text.data, "salary, mid level");
	buf_free(&text);
}

/* Names stand above whatever is scrolled; the page keys leave no line out. */
static void
test_pinned(void **state)
{
	struct detail *d = &app.pane[SCREEN_COMPARE].detail;

	(void)state;
	app_resize(&app, 24, 80);
	app_press(&app, ":compare~" MLE "~" DS "~" RS);
	assert_int_equal(d->pinned, 3);
	app_press(&app, "Down");
	assert_int_equal(d->cursor, 3); /* the names are one step */
	app_press(&app, "Up");
	assert_int_equal(d->cursor, 0);
	app_press(&app, "PgDn PgDn");
	for (size_t top = d->top; d->cursor + 1 < d->page.nlines; top = d->top) {
		app_press(&app, "PgDn");
		assert_true(d->top <= top + (22 - 3));
		assert_int_equal(d->pinned, 3);
	}
	assert_int_equal(d->top, d->page.nlines - 22);
	app_press(&app, "g");
	assert_int_equal(d->cursor, 0);
	assert_int_equal(d->top, 0);
}

/* --- writing --------------------------------------------------------------------------------- */

static void
test_write(void **state)
{
	char *folder = temp_dir();
	char *md = path_join(folder, "c.md"), *bad = path_join(folder, "c.xlsx");
	struct buf line = BUF_INIT, text = BUF_INIT;
	struct err e;

	(void)state;
	app_press(&app, ":compare~" MLE "~" DS " Right B w");
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	assert_string_equal(app.prompt.edit.text.data, "write compare.md");
	app_press(&app, "Esc Esc");
	buf_addf(&line, "write %s", md);
	app_run(&app, line.data);
	says("the comparison is in ");
	assert_ok(file_read(md, 1 << 20, &text, &e));
	assert_contains(
	    text.data, "|  | Machine Learning Engineer | Data Scientist (baseline) |\n");
	assert_contains(text.data, "$140K ^ (+$32K) | $108K v |\n");
	assert_false(app_command(&app, line.data));
	says("exists: choose another name, or `write ! ");
	buf_clear(&line);
	buf_addf(&line, "write ! %s", md);
	app_run(&app, line.data);
	buf_clear(&line);
	buf_addf(&line, "write %s", bad);
	assert_false(app_command(&app, line.data));
	says(".md, .csv, .json or .txt");
	assert_int_equal(access(bad, F_OK), -1);
	buf_free(&line);
	buf_free(&text);
	free(md);
	free(bad);
	temp_remove(folder);
}

int
main(void)
{
#define WITH_SET(test) cmocka_unit_test_setup_teardown(test, set_open, set_close)
	const struct CMUnitTest tests[] = {
	    WITH_SET(test_add),
	    WITH_SET(test_mix),
	    WITH_SET(test_drop_and_move),
	    WITH_SET(test_text),
	    WITH_APP(test_one_by_one),
	    WITH_APP(test_marked),
	    WITH_APP(test_one_marked),
	    WITH_APP(test_too_many_marked),
	    WITH_APP(test_keys),
	    WITH_APP(test_programs_after_roles),
	    WITH_APP(test_one_plan),
	    WITH_APP(test_columns),
	    WITH_APP(test_alone),
	    WITH_APP(test_who_says_so),
	    WITH_APP(test_level),
	    WITH_APP(test_pinned),
	    WITH_APP(test_write),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
