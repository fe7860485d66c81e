/*
 * The keys that work here: what stands under which heading, what typing leaves, what Enter runs.
 */
#include "apptest.h"
#include "career/cmd/commands.h"
#include "check.h"

#include <stdlib.h>

static const struct page *
help(void)
{
	app_settle(&app);
	return &app.popup.page;
}

static const char *
text_of(const struct line *l)
{
	static struct buf text = BUF_INIT;

	buf_clear(&text);
	for (size_t i = 0; i < l->nspans; i++)
		buf_adds(&text, l->spans[i].text);
	return text.data;
}

/* The heading above a line, "" when there is none. */
static const char *
heading_of(size_t i)
{
	const struct page *p = help();

	while (i > 0 && !p->lines[i].heading)
		i--;
	return p->lines[i].heading ? text_of(&p->lines[i]) : "";
}

/* The line that runs a command line, SIZE_MAX when there is none. */
static size_t
line_of(const char *command)
{
	const struct page *p = help();

	for (size_t i = 0; i < p->nlines; i++)
		if (p->lines[i].nanchors > 0 && strcmp(p->lines[i].anchors[0].key, command) == 0)
			return i;
	return SIZE_MAX;
}

static void
stands_under(const char *command, const char *heading)
{
	size_t i = line_of(command);

	if (i == SIZE_MAX)
		fail_msg("%s is not there", command);
	assert_string_equal(heading_of(i), heading);
}

static void
test_headings(void **state)
{
	(void)state;
	app_resize(&app, 50, 132);
	app_press(&app, "?");
	assert_true(help()->lines[0].heading);
	assert_string_equal(text_of(&help()->lines[0]), "On this screen: Roles");
	stands_under("everything", "On this screen: Roles");
	stands_under("down", "Move");
	stands_under("search", "Filter and sort");
	stands_under("sort-column", "Filter and sort");
	stands_under("explain", "Look");
	stands_under("mark", "Mark and compare");
	stands_under("screen programs", "Screens");
	stands_under("undo", "The program");
	stands_under("command-line filter ", "By name");
	app_press(&app, "Esc 2 ?");
	assert_int_equal(line_of("everything"), SIZE_MAX);
	stands_under("mark", "Mark and compare");
	app_press(&app, "Esc 3 ?");
	stands_under("compare-baseline", "On this screen: Compare");
}

/* Sections stand in their order, each once; within one the keys of the bottom line come first. */
static void
test_order(void **state)
{
	static const char *const order[] = {"On this screen: Roles", "Filter and sort", "Look",
	    "Mark and compare", "Move", "Screens", "The program", "By name"};
	size_t next = 0;

	(void)state;
	app_resize(&app, 50, 132);
	app_press(&app, "?");
	for (size_t i = 0; i < help()->nlines; i++)
		if (help()->lines[i].heading) {
			assert_true(next < COUNT(order));
			assert_string_equal(text_of(&help()->lines[i]), order[next]);
			next++;
		}
	assert_int_equal(next, COUNT(order));
	assert_true(line_of("explain") < line_of("zoom"));
	assert_true(line_of("search") < line_of("sort-add"));
	assert_true(line_of("next-focus") < line_of("up"));
}

/* Every key that works is there, once. */
static void
test_complete(void **state)
{
	static const char *const contexts[] = {
	    "", "Enter", "2 S-Tab", "/ 'data Enter S-Tab", "3", "0", "7"};

	(void)state;
	app_resize(&app, 50, 132);
	for (size_t i = 0; i < COUNT(contexts); i++) {
		unsigned where;

		app_press(&app, "Esc Esc 1");
		app_press(&app, contexts[i]);
		where = app_where(&app);
		app_press(&app, "?");
		for (size_t k = 0; k < app.keys.n; k++) {
			const struct binding *b = &app.keys.all[k];
			size_t at;

			if (!keymap_works(&app.keys, b, where) || !binding_useful(&app, b))
				continue;
			at = line_of(b->command);
			if (at == SIZE_MAX)
				fail_msg("'%s': %s is not there", contexts[i], b->command);
			assert_contains(text_of(&help()->lines[at]), b->key);
		}
	}
}

/* What remains keeps its heading, and no heading stands alone. */
static void
test_narrowing(void **state)
{
	static const char *const words[] = {
	    "sort", "page", "z", "the", "filter", "who says", "wss", "^", "ro"};

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		size_t n;

		app_press(&app, "?");
		for (const char *s = words[i]; *s != '\0'; s++) {
			const char key[2] = {*s, '\0'};

			app_press(&app, *s == ' ' ? "Space" : key);
		}
		n = help()->nlines;
		assert_true(n > 0);
		for (size_t k = 0; k < n; k++) {
			const struct line *l = &help()->lines[k];

			assert_true(l->heading || l->nanchors > 0);
			if (k == 0)
				assert_true(l->heading);
			if (l->heading)
				assert_true(k + 1 < n && !help()->lines[k + 1].heading);
		}
		app_press(&app, "Esc");
	}
	app_press(&app, "? 'wss");
	assert_true(line_of("explain") != SIZE_MAX);
	assert_int_equal(line_of("zoom"), SIZE_MAX);
	app_press(&app, "^U 'everything"); /* by its name, which does not stand there */
	assert_true(line_of("everything") != SIZE_MAX);
	app_press(&app, "Esc");
}

/* The cursor stands on what Enter runs, never on a heading. */
static void
test_cursor(void **state)
{
	const struct popup *u = &app.popup;

	(void)state;
	app_press(&app, "?");
	for (int i = 0; i < 200; i++) {
		assert_true(help()->lines[u->cursor].nanchors > 0);
		app_press(&app, i < 60 ? "Down" : i < 120 ? "Up" : i % 3 == 0 ? "PgDn" : "Up");
	}
	app_press(&app, "Home");
	assert_int_equal(u->top, 0); /* with its heading */
	assert_true(help()->lines[u->cursor].nanchors > 0);
	app_press(&app, "End");
	assert_true(help()->lines[u->cursor].nanchors > 0);
	app_press(&app, "Esc");
}

/* Enter runs it where one was before help was asked for. */
static void
test_runs(void **state)
{
	(void)state;
	app_press(&app, "? 'zoom Enter");
	assert_true(app.zoom);
	assert_false(app.popup.open);
	app_press(&app, "z Enter ? 'next~item Enter"); /* on the page */
	assert_int_equal(pane()->focus, FOCUS_DETAIL);
	assert_int_equal(pane()->pos, 1);
	app_press(&app, "Esc 2 S-Tab ? 'leave~out Enter");
	assert_contains(pane()->query.data, "-award:");
	assert_int_equal(pane()->focus, FOCUS_FACETS);
	app_press(&app, "? 'load~name Enter");
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	assert_string_equal(app.prompt.edit.text.data, "load ");
	app_press(&app, "Esc ? 'command~its~name Enter");
	assert_int_equal(app.prompt.kind, PROMPT_COMMAND);
	app_press(&app, "Esc");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_headings),
	    WITH_APP(test_order),
	    WITH_APP(test_complete),
	    WITH_APP(test_narrowing),
	    WITH_APP(test_cursor),
	    WITH_APP(test_runs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
