/* The first screen and the search over everything as a person walks through them: commands and keys. */
#include "appscreen.h"
#include "career/base/text.h"
#include "career/model/find.h"
#include "career/page/start.h"
#include "check.h"

#include <stdio.h>

static struct app a;

static int
setup(void **state)
{
	struct options o = {.catalog = appscreen_catalog(), .guest = true, .screen = SCREEN_START};
	struct err e = {0};

	(void)state;
	assert_ok(app_open(&a, &o, &e));
	a.year_now = APPSCREEN_YEAR;
	app_resize(&a, 24, 80);
	app_settle(&a);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	app_close(&a);
	return 0;
}

static const char *
text_of(const struct page *p)
{
	static struct buf b = BUF_INIT;

	buf_clear(&b);
	page_text(p, &b);
	return b.data;
}

static const char *
page(void)
{
	return text_of(&app_pane(&a)->detail.page);
}

static const char *
line_text(const struct page *p, size_t i)
{
	static struct buf b = BUF_INIT;

	buf_clear(&b);
	for (size_t k = 0; i < p->nlines && k < p->lines[i].nspans; k++)
		buf_adds(&b, p->lines[i].spans[k].text);
	return b.data;
}

static const char *
under_cursor(void)
{
	return line_text(&app_pane(&a)->detail.page, app_pane(&a)->detail.cursor);
}

/* --- Start ------------------------------------------------------------------------------------ */

static void
test_opens_on_a_question(void **state)
{
	(void)state;
	assert_int_equal(a.screen, SCREEN_START);
	assert_contains(under_cursor(), "What does it pay");
	assert_contains(page(), "publishers meet");
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		assert_int_equal(a.pane[i].loaded, i == SCREEN_START);
}

/* Each question's answer is under it; nothing but the cursor's line is asked. */
static void
test_preview_follows(void **state)
{
	static const char *const says[] = {"publishers meet", "the week: ", "Pay a year before tax",
	    "learn first", "open degrees", "10 pay figures", "An example"};

	(void)state;
	for (size_t i = 0; i < COUNT(says); i++) {
		assert_contains(page(), says[i]);
		for (size_t k = i + 1; k < COUNT(says); k++)
			assert_false(a.start->answer[k].made);
		app_press(&a, "Down");
	}
	/* Below the questions the answer stays, and its lines can be reached. */
	assert_contains(page(), says[COUNT(says) - 1]);
	assert_contains(under_cursor(), "In short");
	app_press(&a, "End");
	assert_contains(under_cursor(), "r: another role");
	app_press(&a, "Home Up");
	assert_contains(under_cursor(), "What does it pay");
	assert_contains(page(), says[0]);
	assert_int_equal(app_pane(&a)->detail.top, 0);
}

/* Where a question leads, and one step back to it. */
static void
test_there_and_back(void **state)
{
	static const struct {
		enum screen screen;
		const char *section, *filter;
	} to[] = {{SCREEN_ROLES, "Pay", NULL}, {SCREEN_ROLES, "Day", NULL},
	    {SCREEN_COMPARE, NULL, NULL}, {SCREEN_ROLES, "Skills", NULL},
	    {SCREEN_PROGRAMS, NULL, "role:machine-learning-engineer"}, {SCREEN_PAYBACK, NULL, NULL},
	    {SCREEN_PLAN, "Gap", NULL}};

	(void)state;
	for (size_t i = 0; i < COUNT(to); i++) {
		char question[200];

		snprintf(question, sizeof question, "%s", under_cursor());
		app_press(&a, "Enter");
		assert_int_equal(a.screen, to[i].screen);
		if (to[i].section != NULL) {
			const struct pane *p = app_pane(&a);

			assert_int_equal(p->focus, FOCUS_DETAIL);
			assert_string_equal(p->def->section(p->detail.section), to[i].section);
		}
		if (to[i].filter != NULL)
			assert_string_equal(app_pane(&a)->query.data, to[i].filter);
		app_press(&a, "q");
		assert_int_equal(a.screen, SCREEN_START);
		assert_string_equal(under_cursor(), question);
		app_press(&a, "Down");
	}
}

/* A link leads straight to the page; from a page that was opened by hand q goes to the list first. */
static void
test_back_after_looking_round(void **state)
{
	(void)state;
	app_press(&a, "Enter Tab q");
	assert_int_equal(a.screen, SCREEN_START);
	app_press(&a, "1 Enter q");
	assert_int_equal(a.screen, SCREEN_ROLES);
	assert_int_equal(app_pane(&a)->focus, FOCUS_LIST);
	app_press(&a, "q");
	assert_int_equal(a.screen, SCREEN_START);
	app_press(&a, "q");
	assert_int_equal(a.prompt.kind, PROMPT_CONFIRM);
}

static void
test_question_command(void **state)
{
	(void)state;
	app_run(&a, "question skills");
	assert_int_equal(a.screen, SCREEN_ROLES);
	assert_false(app_command(&a, "question payback"));
	assert_contains(a.message, "no question 'payback'");
	assert_false(app_command(&a, "question"));
}

/* Another role answers at once, on the same screen with the same question. */
static void
test_another_role(void **state)
{
	(void)state;
	app_press(&a, "Down r 'data~scientist Enter");
	assert_int_equal(a.screen, SCREEN_START);
	assert_contains(page(), "Role: Data Scientist ");
	assert_contains(page(), "Data Scientist, what you do: ");
	assert_contains(under_cursor(), "What would I do all day");
	app_press(&a, "Enter");
	assert_int_equal(a.screen, SCREEN_ROLES);
	assert_contains(page(), "The day: no source states this.");
}

static void
test_another_level(void **state)
{
	(void)state;
	app_press(&a, "E");
	assert_contains(page(), "Machine Learning Engineer, mid level, a year before tax");
}

static void
test_who_says_so(void **state)
{
	(void)state;
	app_press(&a, "i");
	assert_true(a.popup.open);
	assert_contains(text_of(&a.popup.page), "These figures stand behind the answer");
}

/* On a narrow screen the questions stand higher; the cursor stays on its own. */
static void
test_another_size(void **state)
{
	(void)state;
	app_press(&a, "Down");
	app_resize(&a, 12, 40);
	app_settle(&a);
	assert_contains(under_cursor(), "The day: would I like it?");
	app_resize(&a, 50, 132);
	app_settle(&a);
	assert_contains(under_cursor(), "What would I do all day");
}

static void
test_digits(void **state)
{
	(void)state;
	app_press(&a, "2");
	assert_int_equal(a.screen, SCREEN_PROGRAMS);
	app_press(&a, "0");
	assert_int_equal(a.screen, SCREEN_START);
	assert_int_equal(a.nback, 0);
}

/* --- find ------------------------------------------------------------------------------------- */

static const char *
found(void)
{
	return text_of(&a.popup.page);
}

static const char *
found_line(void)
{
	return line_text(&a.popup.page, a.popup.cursor);
}

static void
test_find_types(void **state)
{
	(void)state;
	app_press(&a, "/");
	assert_true(a.popup.open);
	assert_contains(found(), "Type words");
	app_press(&a, "'data~sci");
	assert_contains(found(), "Roles (");
	assert_contains(found(), "Programs (");
	assert_contains(found_line(), "Data Scientist");
	for (size_t i = 0; i < FIND_GROUPS; i++)
		if (app_screen_of(a.find->group[i].list) >= 0)
			assert_ptr_equal(a.find->group[i].frame,
			    &a.pane[app_screen_of(a.find->group[i].list)].frame);
	app_press(&a, "Enter");
	assert_false(a.popup.open);
	assert_int_equal(a.screen, SCREEN_ROLES);
	assert_contains(page(), "Finds answers in data");
	app_press(&a, "q");
	assert_int_equal(a.screen, SCREEN_START);
}

/* Up and Down stand on rows only, and the heading above the first one stays in sight. */
static void
test_find_moves(void **state)
{
	(void)state;
	app_press(&a, "/ 'data");
	for (int i = 0; i < 40; i++) {
		const struct line *l = &a.popup.page.lines[a.popup.cursor];

		assert_true(l->nanchors > 0);
		app_press(&a, "Down");
	}
	app_press(&a, "PgUp PgUp PgUp PgUp Home");
	assert_contains(found_line(), "Data Scientist");
	assert_int_equal(a.popup.top, 0);
	app_press(&a, "End");
	assert_true(a.popup.page.lines[a.popup.cursor].nanchors > 0);
}

static void
test_find_more(void **state)
{
	(void)state;
	app_run(&a, "find data");
	while (strstr(found_line(), " more: Enter") == NULL)
		app_press(&a, "Down");
	app_press(&a, "Enter");
	assert_int_equal(a.screen, SCREEN_ROLES);
	assert_string_equal(app_pane(&a)->query.data, "data");
	app_run(&a, "find cost<20k");
	while (strstr(found_line(), " more: Enter") == NULL)
		app_press(&a, "Down");
	app_press(&a, "Enter");
	assert_int_equal(a.screen, SCREEN_PROGRAMS);
	assert_string_equal(app_pane(&a)->query.data, "cost<20k");
}

/* Every row leads to itself, also where another list has the same key. */
static void
test_find_every_row(void **state)
{
	static const char *const texts[] = {
	    "machine learning", "python", "pay", "master", "kaggle"};

	(void)state;
	for (size_t t = 0; t < COUNT(texts); t++)
		for (size_t at = 0; at < 100; at++) {
			char title[100], command[100];
			const struct line *l;

			snprintf(command, sizeof command, "find %s", texts[t]);
			app_run(&a, command);
			if (at >= a.popup.page.nlines)
				break;
			l = &a.popup.page.lines[at];
			if (l->nanchors == 0 || l->anchors[0].kind != ANCHOR_COMMAND)
				continue;
			a.popup.cursor = at;
			snprintf(title, sizeof title, "%.12s", l->spans[0].text + 2);
			app_press(&a, "Enter");
			if (a.message_is_error)
				fail_msg("%s: %s", title, a.message);
			if (a.popup.open) { /* a term */
				assert_contains(found(), title);
			} else {
				struct buf cell = BUF_INIT;
				const struct pane *p = app_pane(&a);

				view_cell(&p->view,
				    field_find(p->def->list, "title") >= 0
					? field_find(p->def->list, "title")
					: field_find(p->def->list, "name"),
				    p->selected, &cell);
				assert_contains(cell.data, title);
				buf_free(&cell);
			}
		}
}

/* With a list in front a key is that of a row of this list. */
static void
test_select_in_list(void **state)
{
	(void)state;
	app_run(&a, "select skills python");
	assert_int_equal(a.screen, SCREEN_SKILLS);
	app_run(&a, "select roles data-scientist");
	assert_int_equal(a.screen, SCREEN_ROLES);
	assert_false(app_command(&a, "select roles python"));
	assert_contains(a.message, "no role 'python'");
	assert_int_equal(a.screen, SCREEN_ROLES);
	app_run(&a, "select python");
	assert_int_equal(a.screen, SCREEN_SKILLS);
}

static void
test_find_errors(void **state)
{
	(void)state;
	app_run(&a, "find stat:CA");
	assert_contains(found(), "! Programs: column 1: no field 'stat'; nearest: state");
	app_run(&a, "find country:Germany");
	assert_contains(found(), "! Programs: column ");
	app_run(&a, "find zzzz");
	assert_contains(found(), "Nothing has these words.");
	app_run(&a, "find cost<20k");
	assert_contains(found(), "Left out: Roles, Skills, Guide, Glossary");
}

/* All groups are seen, whatever the size of the screen, and no more than fits. */
static void
test_find_shares(void **state)
{
	static const int rows[] = {24, 30, 40, 50};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		app_resize(&a, rows[i], 100);
		app_run(&a, "find data");
		assert_int_equal(a.popup.page.nlines, rows[i] - 7);
		assert_contains(found(), "Glossary (");
	}
	app_resize(&a, 24, 100);
	app_settle(&a);
	assert_int_equal(a.popup.page.nlines, 24 - 7);
	assert_contains(found(), "Glossary (");
	app_resize(&a, 12, 40);
	app_settle(&a);
	assert_contains(found(), "Glossary (");
}

static void
test_find_anywhere(void **state)
{
	(void)state;
	app_press(&a, "2 F 'nlp");
	assert_true(a.popup.open);
	assert_contains(found_line(), "NLP Specialist");
	app_press(&a, "Esc");
	assert_false(a.popup.open);
	assert_int_equal(a.screen, SCREEN_PROGRAMS);
	app_press(&a, "/");
	assert_int_equal(a.prompt.kind, PROMPT_FILTER);
}

#define APP(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    APP(test_opens_on_a_question),
	    APP(test_preview_follows),
	    APP(test_there_and_back),
	    APP(test_back_after_looking_round),
	    APP(test_question_command),
	    APP(test_another_role),
	    APP(test_another_level),
	    APP(test_who_says_so),
	    APP(test_another_size),
	    APP(test_digits),
	    APP(test_find_types),
	    APP(test_find_moves),
	    APP(test_find_more),
	    APP(test_find_every_row),
	    APP(test_select_in_list),
	    APP(test_find_errors),
	    APP(test_find_shares),
	    APP(test_find_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
