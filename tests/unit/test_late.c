/* Large lists, whose cells are read when they are first looked at: damaged ones are noticed then. */
#include "appscreen.h"
#include "career/base/file.h"
#include "career/build/build.h"
#include "career/frame/frame.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>

static char *dir;
static char path[512];

static void
change(const char *sql)
{
	struct err e = {0};
	struct db *db = db_open(path, DB_WRITE, &e);

	assert_ok(db != NULL);
	assert_ok(db_exec(db, sql, &e));
	db_close(db);
}

static void
copy_catalog(void)
{
	size_t len;
	char *bytes = temp_read(appscreen_catalog(), &len);

	dir = temp_dir();
	snprintf(path, sizeof path, "%s/catalog.db", dir);
	temp_write(path, bytes, len);
	free(bytes);
}

/* The bundled packs, with every program a hundred times more. */
static int
setup(void **state)
{
	struct err e = {0};
	struct db *db;

	(void)state;
	copy_catalog();
	db = db_open(path, DB_WRITE, &e);
	assert_ok(db != NULL);
	db_trust_schema(db);
	assert_ok(db_begin(db, &e)
	    && db_exec(db,
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
		" INSERT INTO program (pack, key, school_id, name, field, award, cost_count)"
		" SELECT pack, key || '-' || i, school_id, name || ' ' || i, field, award, 0"
		" FROM program, n",
		&e)
	    && build_finish(db, &e) && db_commit(db, &e));
	db_close(db);
	appscreen_use(path);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	appscreen_use(NULL);
	temp_remove(dir);
	return 0;
}

static void
damage(const char *column)
{
	char sql[400];

	snprintf(sql, sizeof sql,
	    "UPDATE frame_column SET codes = randomblob(length(codes))"
	    " WHERE frame_id = (SELECT id FROM frame WHERE name = 'programs') AND pos = %d",
	    frame_col(list_frame_spec(&list_programs), column));
	change(sql);
}

/* What the list says of a program, by its key. */
static void
row_text(const struct pane *p, const char *key, const char *field, struct buf *out)
{
	for (uint32_t row = 0; row < p->frame.rows; row++) {
		buf_clear(out);
		view_key(&p->view, row, out);
		if (strcmp(out->data, key) != 0)
			continue;
		buf_clear(out);
		view_cell(&p->view, field_find(p->def->list, field), row, out);
		return;
	}
	fail_msg("no program %s", key);
}

static void
test_read_late(void **state)
{
	struct app a;
	struct pane *p = &a.pane[SCREEN_PROGRAMS];
	const struct frame_spec *spec = list_frame_spec(&list_programs);

	(void)state;
	appscreen_state(&a, NULL);
	app_press(&a, "2");
	assert_true(p->frame.rows > 20000);
	assert_null(p->frame.cols[frame_col(spec, "award")].late); /* its facet is counted */
	assert_non_null(p->frame.cols[frame_col(spec, "debt")].late);
	app_press(&a, ":sort~debt");
	assert_null(p->frame.cols[frame_col(spec, "debt")].late);
	assert_string_equal(a.message, "");
	app_close(&a);
}

static void
test_damaged_when_filtered(void **state)
{
	struct buf was = BUF_INIT, is = BUF_INIT, key = BUF_INIT;
	struct app a;
	struct pane *p = &a.pane[SCREEN_PROGRAMS];
	uint32_t matched;

	(void)state;
	appscreen_state(&a, NULL);
	app_press(&a, "2 :filter~status:open");
	matched = p->view.nrows;
	view_key(&p->view, p->view.rows[0], &key);
	row_text(p, key.data, "status", &was);
	assert_string_equal(was.data, "open");
	app_close(&a);

	damage("status");
	appscreen_state(&a, NULL);
	app_press(&a, "2");
	assert_null(frame_damage(&p->frame));
	app_press(&a, ":filter~status:open");
	assert_contains(a.message, "stored columns not usable, made anew");
	assert_contains(a.message, "column status");
	assert_int_equal(p->view.nrows, matched);
	row_text(p, key.data, "status", &is);
	assert_string_equal(is.data, was.data);
	app_close(&a);
	buf_free(&was);
	buf_free(&is);
	buf_free(&key);
}

static void
test_damaged_when_opened(void **state)
{
	struct app a;

	(void)state;
	damage("award");
	appscreen_state(&a, NULL);
	app_press(&a, "2");
	assert_contains(a.message, "column award");
	assert_true(a.pane[SCREEN_PROGRAMS].view.nrows > 20000);
	assert_null(frame_damage(&a.pane[SCREEN_PROGRAMS].frame));
	app_close(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_read_late, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_damaged_when_filtered, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_damaged_when_opened, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
