#include "appscreen.h"

#include <stdio.h>
#include "career/base/text.h"
#include "check.h"

#include <stdlib.h>

static struct app app;

static int
set_up(void **state)
{
	(void)state;
	appscreen_state(&app, NULL);
	for (int s = 0; s < SCREEN_COUNT; s++) {
		char line[32];

		snprintf(line, sizeof line, "screen %s", pane_defs[s].title);
		app_run(&app, line);
	}
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	app_close(&app);
	return 0;
}

/* With the cursor's and the mark's cell and a gap between them, the columns take just the list. */
static void
test_widths(void **state)
{
	(void)state;
	for (int s = 0; s < SCREEN_COUNT; s++)
		for (int w = 37; w <= 300 && pane_defs[s].list != NULL; w++) {
			const struct pane_def *def = &pane_defs[s];
			struct column_places places;
			int end = COLVIEW_LEAD;
			size_t shown = 0;

			pane_visible_columns(&app.pane[s], w, &places);
			for (size_t i = 0; i < places.n; i++) {
				const struct column_place *c = &places.at[i];

				assert_ptr_equal(c->def, &def->columns[c->column]);
				assert_int_equal(c->x, end);
				assert_true(c->def->width == 0 || c->w == c->def->width);
				end = c->x + c->w + 1;
			}
			for (size_t i = 0; i < def->ncolumns; i++)
				shown += w >= def->columns[i].from;
			assert_int_equal(shown, places.n);
			if (end - 1 != w)
				fail_msg(
				    "%s: the columns take %d of %d cells", def->title, end - 1, w);
		}
}

/* Names have room before lesser columns come in. */
static void
test_names_have_room(void **state)
{
	struct column_places c;

	(void)state;
	for (int w = 40; w <= 300; w++) {
		pane_visible_columns(&app.pane[SCREEN_ROLES], w, &c);
		assert_true(c.at[0].w >= 24);
		if (w < 57)
			continue;
		pane_visible_columns(&app.pane[SCREEN_PROGRAMS], w, &c);
		assert_true(c.at[0].w >= 13 && c.at[1].w >= 19 && c.at[1].w > c.at[0].w);
	}
}

static void
test_titles_fit(void **state)
{
	(void)state;
	for (int s = 0; s < SCREEN_COUNT; s++)
		for (size_t i = 0; i < pane_defs[s].ncolumns; i++) {
			const struct column_def *c = &pane_defs[s].columns[i];

			assert_true((c->width == 0) == (c->share > 0));
			assert_true(c->width == 0 || (int)strlen(c->title) <= c->width);
			assert_true(field_find(pane_defs[s].list, c->field) >= 0);
			assert_non_null(c->about);
		}
}

/* A number that is cut is another number. */
static void
test_numbers_are_whole(void **state)
{
	struct buf cell = BUF_INIT;

	(void)state;
	for (int s = 0; s < SCREEN_COUNT; s++)
		for (size_t i = 0; i < pane_defs[s].ncolumns; i++) {
			const struct column_def *c = &pane_defs[s].columns[i];

			for (uint32_t row = 0; row < app.pane[s].frame.rows; row++) {
				buf_clear(&cell);
				pane_cell(&app.pane[s], c, row, c->width, &cell);
				if (cell.len == 0 && c->right)
					fail_msg("%s of row %u is empty", c->title, row);
				if (c->right && text_width(cell.data) > c->width)
					fail_msg("%s: '%s' has no room in %d cells", c->title,
					    cell.data, c->width);
			}
		}
	buf_free(&cell);
}

static const struct column_def *
column(enum screen s, const char *field)
{
	for (size_t i = 0; i < pane_defs[s].ncolumns; i++)
		if (strcmp(pane_defs[s].columns[i].field, field) == 0)
			return &pane_defs[s].columns[i];
	fail_msg("no column of %s", field);
	return NULL;
}

/* What the column says of the row that a filter leaves first. */
static const char *
says(enum screen s, const char *query, const char *field)
{
	static struct buf cell = BUF_INIT;
	struct pane *p = &app.pane[s];
	char line[256];

	app.screen = s;
	snprintf(line, sizeof line, "filter %s", query);
	app_run(&app, line);
	assert_true(p->view.nrows > 0);
	buf_clear(&cell);
	pane_cell(p, column(s, field), p->view.rows[0], column(s, field)->width, &cell);
	return cell.data;
}

static void
test_programs_say(void **state)
{
	const char *text;

	(void)state;
	assert_string_equal(
	    says(SCREEN_PROGRAMS, "award:professional-certificate", "award"), "prof.cert.");
	assert_string_equal(says(SCREEN_PROGRAMS, "award:master", "award"), "master");
	assert_string_equal(says(SCREEN_PROGRAMS, "months:none", "months"), "-");
	assert_string_equal(says(SCREEN_PROGRAMS, "cost:none status:open", "cost"), "-");
	assert_string_equal(says(SCREEN_PROGRAMS, "mode:none", "mode"), "-");
	assert_string_equal(says(SCREEN_PROGRAMS, "status:withdrawn", "cost"), "withdrawn");
	assert_int_equal(strncmp(says(SCREEN_PROGRAMS, "status:withdrawn", "program"), "! ", 2), 0);
	assert_int_equal(
	    *says(SCREEN_PROGRAMS, "cost_basis:derived currency:USD costs:1 status:open", "cost"),
	    '~');
	assert_int_equal(
	    *says(SCREEN_PROGRAMS, "cost_basis:total currency:USD costs:1 status:open", "cost"),
	    '$');
	text = says(SCREEN_PROGRAMS, "costs:2.. currency:USD status:open", "cost");
	assert_int_equal(text[strlen(text) - 1], '+');
	text = says(SCREEN_PROGRAMS, "currency:unstated", "cost");
	assert_non_null(strchr(text, '?'));
	text = says(SCREEN_PROGRAMS, "months<24 months_max>24", "months");
	assert_non_null(strchr(text, '-'));
}

static void
test_roles_say(void **state)
{
	(void)state;
	app_run(&app, "screen roles");
	app_run(&app, "everything");
	assert_string_equal(says(SCREEN_ROLES, "programs<1", "programs"), "-");
	assert_string_equal(says(SCREEN_ROLES, "growth:none", "growth"), "-");
	assert_int_equal(*says(SCREEN_ROLES, "growth:any kind:role", "growth"), '~');
	assert_true(*says(SCREEN_ROLES, "growth:any kind:occupation", "growth") != '~');
	assert_string_equal(says(SCREEN_ROLES, "pay_level:executive", "pay_level"), "exec.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_widths, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_names_have_room, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_titles_fit, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_numbers_are_whole, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_programs_say, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_roles_say, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
