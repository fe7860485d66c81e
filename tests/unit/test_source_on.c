/* Sources switched off: what they state is out of sight of every query, list and page, as if it had never
 * been there. */
#include "career/build/build.h"
#include "career/frame/patch.h"
#include "career/model/listview.h"
#include "career/model/switch.h"
#include "career/page/compare.h"
#include "career/page/start.h"
#include "check.h"
#include "packdir.h"
#include "pagecat.h"

#include <stdio.h>
#include <stdlib.h>

static struct err e;

/* --- the set ---------------------------------------------------------------------------------- */

static int64_t
ask(struct db *db, const char *sql)
{
	int64_t n = -1;

	assert_ok(db_int(db, sql, &n, &e));
	return n;
}

static void
test_set(void **state)
{
	static const int64_t ids[] = {7, 3, 7, 20};
	struct db *db = pagecat_small();
	unsigned turn = db_sources_turn(db);
	const int64_t *off;
	size_t n;

	(void)state;
	db_sources_off(db, &n);
	assert_int_equal(n, 0);
	assert_true(db_source_on(db, 3));
	assert_ok(db_set_sources_off(db, ids, COUNT(ids), &e));
	assert_true(db_sources_turn(db) != turn);
	off = db_sources_off(db, &n);
	assert_int_equal(n, 3);
	assert_int_equal(off[0], 3);
	assert_int_equal(off[1], 7);
	assert_int_equal(off[2], 20);
	assert_false(db_source_on(db, 7));
	assert_true(db_source_on(db, 8));
	assert_int_equal(ask(db, "SELECT source_on(3)"), 0);
	assert_int_equal(ask(db, "SELECT source_on(4)"), 1);
	assert_int_equal(ask(db, "SELECT source_on(NULL)"), 1);
	turn = db_sources_turn(db);
	assert_ok(db_set_sources_off(db, NULL, 0, &e));
	assert_true(db_sources_turn(db) != turn);
	assert_int_equal(ask(db, "SELECT source_on(3)"), 1);
	db_close(db);
}

/* Every table that names a source has a view in front of it, as long as one is off and no longer. */
static void
test_shadows(void **state)
{
	static const char
	    tables[] =
		"SELECT count(DISTINCT m.name) FROM main.sqlite_schema m JOIN pragma_table_info(m.name) c"
		" WHERE m.type = 'table' AND c.name IN ('source_id', 'source')",
	    missing[] = "SELECT count(*) FROM main.sqlite_schema m JOIN pragma_table_info(m.name) c"
			" WHERE m.type = 'table' AND c.name = 'source_id' AND m.name NOT IN"
			" (SELECT name FROM temp.sqlite_schema WHERE type = 'view')",
	    views[] = "SELECT count(*) FROM main.sqlite_schema m WHERE m.type = 'view' AND"
		      " m.name NOT IN (SELECT name FROM temp.sqlite_schema)",
	    made[] = "SELECT count(*) FROM temp.sqlite_schema WHERE type = 'view'";
	static const int64_t off = 2;
	struct db *db = pagecat_small();
	int64_t before = ask(db, "SELECT count(*) FROM role_skill");

	(void)state;
	assert_true(ask(db, tables) > 15);
	assert_int_equal(ask(db, made), 0);
	assert_ok(db_set_sources_off(db, &off, 1, &e));
	assert_int_equal(ask(db, missing), 0);
	assert_int_equal(ask(db, views), 0);
	assert_int_equal(
	    ask(db, "SELECT count(*) FROM temp.sqlite_schema WHERE name = 'source_level'"), 1);
	assert_int_equal(ask(db, "SELECT count(*) FROM role_skill WHERE source_id = 2"), 0);
	assert_true(ask(db, "SELECT count(*) FROM role_skill") < before);
	assert_int_equal(ask(db, "SELECT count(*) FROM main.role_skill"), before);
	assert_ok(db_set_sources_off(db, NULL, 0, &e));
	assert_int_equal(ask(db, made), 0);
	assert_int_equal(ask(db, "SELECT count(*) FROM role_skill"), before);
	db_close(db);
}

/* The columns of a table or view, "a b c". */
static const char *
columns(struct db *db, const char *of, struct buf *out)
{
	struct stmt *st;

	buf_clear(out);
	buf_addf(out, "SELECT name FROM pragma_table_info('program', '%s') ORDER BY cid", of);
	st = db_prepare(db, out->data, &e);
	assert_ok(st != NULL);
	buf_clear(out);
	while (stmt_step(st, &e) == 1)
		buf_addf(out, "%s ", stmt_str(st, 0));
	stmt_finalize(st);
	return out->data;
}

static void
test_program_columns(void **state)
{
	static const int64_t off = 2;
	struct db *db = pagecat_small();
	struct buf a = BUF_INIT, b = BUF_INIT;

	(void)state;
	assert_ok(switch_sources(db, &off, 1, &e));
	assert_string_equal(columns(db, "main", &a), columns(db, "temp", &b));
	assert_true(a.len > 100);
	buf_free(&a);
	buf_free(&b);
	db_close(db);
}

/* A file that is only read is switched as well, and stays as it is. */
static void
test_read_only(void **state)
{
	static const char sql[] = "SELECT count(*) FROM program_fact WHERE source_id = 2";
	const char *path = getenv("CAREER_TEST_CATALOG");
	static const int64_t off = 2;
	struct db *db;

	(void)state;
	if (path == NULL || (db = db_open(path, DB_READ, &e)) == NULL) {
		print_message("skipped: no catalog\n");
		return;
	}
	db_trust_schema(db);
	assert_ok(switch_sources(db, &off, 1, &e));
	assert_int_equal(ask(db, sql), 0);
	assert_false(db_exec(db, "DELETE FROM main.source", &e));
	assert_false(db_exec(db, "DELETE FROM program_anew", &e)); /* closed again */
	assert_ok(switch_sources(db, NULL, 0, &e));
	db_close(db);
}

/* --- programs --------------------------------------------------------------------------------- */

static const char headline[] =
    "SELECT printf('%s|%s|%s|%s|%s|%s|%s|%s|%s|%s', mode, months, cost, cost_basis, cost_why, currency,"
    " audience, cost_fact, cost_count, confidence) FROM program WHERE id = ";

static void
expect_program(struct db *db, int64_t id, const char *expected)
{
	char sql[400];

	snprintf(sql, sizeof sql, "%s%lld", headline, (long long)id);
	assert_string_equal(packdir_ask(db, sql), expected);
}

/* Program 1: the school (1) says 30 credits of 273, a directory (2) says 9,900 in all. */
static void
test_program_chosen_anew(void **state)
{
	static const int64_t school = 1, directory = 2, both[] = {1, 2};
	struct db *db = pagecat_small();

	(void)state;
	expect_program(db, 1, "online|12|8190|derived||USD|all|1|2|high");
	assert_ok(switch_sources(db, &school, 1, &e));
	expect_program(db, 1, "on-campus|72|9900|total||USD|all|2|1|low");
	assert_ok(switch_sources(db, &directory, 1, &e));
	expect_program(db, 1, "online|12|8190|derived||USD|all|1|1|high");
	/* Program 3 is a directory's alone; program 7's too. */
	assert_int_equal(ask(db, "SELECT count(*) FROM program WHERE id IN (3, 7)"), 0);
	assert_int_equal(ask(db, "SELECT count(*) FROM main.program WHERE id IN (3, 7)"), 2);
	assert_ok(switch_sources(db, both, 2, &e));
	/* Program 6 has no facts at all: nobody's word is gone. */
	assert_int_equal(ask(db, "SELECT count(*) FROM program"), 1);
	assert_ok(switch_sources(db, NULL, 0, &e));
	expect_program(db, 1, "online|12|8190|derived||USD|all|1|2|high");
	assert_int_equal(ask(db, "SELECT count(*) FROM program"), 7);
	db_close(db);
}

/* A total that took its credits from another source goes with it, on the program's page as well. */
static void
test_total_brought_anew(void **state)
{
	static const int64_t directory = 2;
	struct pagecat c;

	(void)state;
	pagecat_init(&c, pagecat_small());
	assert_ok(db_exec(c.db,
	    "INSERT INTO program_fact (id, pack, parent_id, source_id, page, confidence, credits)"
	    " VALUES (20, 't', 4, 2, 'https://dir.example/d', 'low', '10')",
	    &e));
	assert_ok(build_finish(c.db, &e));
	expect_program(c.db, 4, "hybrid||14670|derived||USD|all|5|1|high");
	assert_contains(pagecat_program(&c, "u/cert-d/certificate"), "10 credits x 1,467");
	assert_ok(switch_sources(c.db, &directory, 1, &e));
	sources_follow(&c.r.sources, c.db);
	expect_program(c.db, 4, "hybrid||||m4||||0|high");
	if (strstr(pagecat_program(&c, "u/cert-d/certificate"), "10 credits"))
		fail_msg("%s", c.text.data);
	pagecat_free(&c);
}

/* --- as if they had never been there ------------------------------------------------------------- */

/* Takes what the sources say out of a catalog for good. */
static void
delete_sources(struct db *db, const char *off)
{
	static const char tables[] =
	    "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type ="
	    " 'table' AND (c.name = 'source_id' OR (m.name = 'source_level' AND c.name = 'parent_id'))";
	struct buf sql = BUF_INIT;
	struct stmt *st = db_prepare(db, tables, &e);

	assert_ok(st != NULL);
	buf_addf(&sql,
	    "CREATE TEMP TABLE gone AS SELECT id FROM program p WHERE EXISTS (SELECT 1 FROM"
	    " program_fact WHERE parent_id = p.id AND source_id IN (%s))"
	    " AND NOT EXISTS (SELECT 1 FROM"
	    " program_fact WHERE parent_id = p.id AND source_id NOT IN (%s));",
	    off, off);
	buf_adds(
	    &sql, "UPDATE program_fact SET total = NULL, total_basis = NULL, total_sum = NULL;");
	while (stmt_step(st, &e) == 1)
		buf_addf(&sql, "DELETE FROM %s WHERE %s IN (%s);", stmt_str(st, 0), stmt_str(st, 1),
		    off);
	stmt_finalize(st);
	buf_adds(&sql, "DELETE FROM program WHERE id IN (SELECT id FROM gone); DROP TABLE gone;");
	assert_ok(db_exec(db, sql.data, &e));
	assert_ok(build_finish(db, &e));
	buf_free(&sql);
}

static void
cell(const struct frame *f, int col, uint32_t row, struct buf *out)
{
	buf_clear(out);
	switch (f->cols[col].spec->kind) {
	case COL_NUM:
		buf_addf(out, "%d", frame_num(f, col, row));
		break;
	case COL_CODE:
		buf_adds(out, frame_text(f, col, row));
		break;
	case COL_LIST:
		for (uint32_t i = 0; i < frame_list_len(f, col, row); i++)
			buf_addf(out, "%s;",
			    dict_text(&f->cols[col].dict, frame_list_code(f, col, row, i)));
	}
}

static uint32_t
same_row(const struct frame *off, uint32_t row, const struct frame *without)
{
	uint32_t other = frame_find(without, off->id[row]), differ = 0;
	struct buf a = BUF_INIT, b = BUF_INIT;

	for (int col = 0; other != UINT32_MAX && col < (int)off->spec->ncols; col++) {
		cell(off, col, row, &a);
		cell(without, col, other, &b);
		if (strcmp(a.data, b.data) == 0)
			continue;
		print_error("%s %d, %s: '%s' while off, '%s' without\n", off->spec->name,
		    off->id[row], off->cols[col].spec->name, a.data, b.data);
		differ++;
	}
	buf_free(&a);
	buf_free(&b);
	return differ;
}

/* A list of the switched catalog against that of the one that never had the sources. */
static void
same_list(const struct list *l, struct db *switched, struct db *without)
{
	struct frame a, b;
	struct view va, vb;
	uint32_t differ = 0;
	struct err why;

	assert_ok(listview_open(&a, &va, l, switched, &why, &e));
	assert_ok(listview_open(&b, &vb, l, without, &why, &e));
	view_set(&va, "", false);
	view_set(&vb, "", false);
	assert_int_equal(frame_here(&a), b.rows);
	assert_int_equal(va.nrows, vb.nrows);
	for (uint32_t row = 0; row < a.rows; row++) {
		bool there = frame_find(&b, a.id[row]) != UINT32_MAX;

		assert_int_equal(frame_is_gone(&a, row), !there);
		assert_int_equal(view_find(&va, row) != UINT32_MAX, there);
		differ += same_row(&a, row, &b);
	}
	assert_int_equal(differ, 0);
	view_free(&va);
	view_free(&vb);
	frame_free(&a);
	frame_free(&b);
}

/* One page of both. */
static bool
same_page(struct pagecat *a, struct pagecat *b, enum thing kind, int64_t id, int section)
{
	bool ok[2], same;

	for (int i = 0; i < 2; i++) {
		struct pagecat *c = i == 0 ? a : b;

		pagecat_page(c, 80, false);
		ok[i] = section >= 0
		    ? page_role(&c->p, &c->r, id, (enum role_section)section, LEVEL_ENTRY, &c->e)
		    : page_thing(&c->p, &c->r, kind, id, &c->e);
	}
	if (ok[0] != ok[1]) {
		print_error("thing %d, id %lld: %s | %s\n", (int)kind, (long long)id,
		    ok[0] ? "there" : a->e.text, ok[1] ? "there" : b->e.text);
		return false;
	}
	same = !ok[0] || strcmp(pagecat_text(a, false), pagecat_text(b, false)) == 0;
	if (!same)
		print_error("thing %d, id %lld, section %d while off:\n%s\n--- without:\n%s\n",
		    (int)kind, (long long)id, section, a->text.data, b->text.data);
	return same;
}

static size_t
same_pages(struct pagecat *a, struct pagecat *b, enum thing kind, const char *ids)
{
	struct stmt *st = db_prepare(a->db, ids, &e);
	size_t differ = 0;
	int sections = kind == THING_ROLE ? ROLE_SECTIONS : 1;

	assert_ok(st != NULL);
	while (stmt_step(st, &e) == 1 && differ < 3)
		for (int s = 0; s < sections; s++)
			differ +=
			    !same_page(a, b, kind, stmt_int(st, 0), kind == THING_ROLE ? s : -1);
	stmt_finalize(st);
	return differ;
}

static void
compare_page(struct pagecat *c)
{
	static const char *const keys[] = {
	    "machine-learning-engineer", "data-scientist", "research-scientist"};
	struct compare_opts o = {.baseline = -1, .all = true};
	struct compare made;

	pagecat_page(c, 100, false);
	assert_ok(compare_make(&made, &c->r, keys, COUNT(keys), LEVEL_ENTRY, &e));
	assert_ok(page_compare_all(&c->p, &c->r, &made, &o, &e));
	compare_free(&made);
	pagecat_text(c, false);
}

static void
start_page(struct pagecat *c, size_t at)
{
	struct start s;
	struct start_opts o = {.start = &s, .at = at};

	pagecat_page(c, 80, false);
	start_init(&s);
	assert_ok(start_set(&s, &c->r, LEVEL_ENTRY, &e));
	assert_ok(page_start(&c->p, &c->r, &o, &e));
	start_free(&s);
	pagecat_text(c, false);
}

/* The comparison of three roles, and every answer of the first screen. */
static size_t
same_others(struct pagecat *a, struct pagecat *b)
{
	size_t differ = 0;

	for (size_t i = 0; i <= START_QUESTIONS; i++) {
		if (i == START_QUESTIONS) {
			compare_page(a);
			compare_page(b);
		} else {
			start_page(a, i);
			start_page(b, i);
		}
		if (strcmp(a->text.data, b->text.data) == 0)
			continue;
		print_error(
		    "%zu while off:\n%s\n--- without:\n%s\n", i, a->text.data, b->text.data);
		differ++;
	}
	return differ;
}

static const struct {
	enum thing kind;
	const char *ids;
} things[] = {
    {THING_ROLE, "SELECT id FROM role"},
    {THING_PROGRAM, "SELECT id FROM main.program"},
    {THING_SKILL, "SELECT id FROM skill"},
    {THING_GUIDE, "SELECT id FROM main.guide_entry"},
};

static void
same_as_deleted(const char *where)
{
	struct pagecat a, b;
	struct buf sql = BUF_INIT, list = BUF_INIT;
	int64_t off[64];
	size_t n = 0, differ = 0;
	struct stmt *st;

	pagecat_init(&a, pagecat_bundled());
	buf_addf(&sql, "SELECT id FROM source WHERE %s", where);
	st = db_prepare(a.db, sql.data, &e);
	assert_ok(st != NULL);
	while (stmt_step(st, &e) == 1 && n < COUNT(off)) {
		buf_addf(&list, "%s%lld", n > 0 ? ", " : "", (long long)stmt_int(st, 0));
		off[n++] = stmt_int(st, 0);
	}
	stmt_finalize(st);
	assert_true(n > 0);
	pagecat_init(&b, pagecat_bundled());
	delete_sources(b.db, list.data);
	assert_ok(switch_sources(a.db, off, n, &e));
	sources_follow(&a.r.sources, a.db);
	same_list(&list_roles, a.db, b.db);
	same_list(&list_programs, a.db, b.db);
	same_list(&list_skills, a.db, b.db);
	same_list(&list_guide, a.db, b.db);
	for (size_t i = 0; i < COUNT(things); i++)
		differ += same_pages(&a, &b, things[i].kind, things[i].ids);
	differ += same_others(&a, &b);
	assert_int_equal(differ, 0);
	buf_free(&sql);
	buf_free(&list);
	pagecat_free(&a);
	pagecat_free(&b);
}

static void
test_editorial(void **state)
{
	(void)state;
	same_as_deleted("kind = 'editorial'");
}

static void
test_not_editorial(void **state)
{
	(void)state;
	same_as_deleted("kind <> 'editorial'");
}

/* Each source alone. */
static void
test_each(void **state)
{
	struct db *db = pagecat_bundled();
	int64_t n = ask(db, "SELECT count(*) FROM source");
	char where[40];

	(void)state;
	db_close(db);
	for (int64_t id = 1; id <= n; id++) {
		snprintf(where, sizeof where, "id = %lld", (long long)id);
		same_as_deleted(where);
	}
}

/* --- there and back --------------------------------------------------------------------------- */

struct answer {
	int low, high, publishers;
};

static struct answer
pay_of(const struct frame *f, struct db *db, const char *slug)
{
	char sql[120];
	uint32_t row;

	snprintf(sql, sizeof sql, "SELECT id FROM role WHERE slug = '%s'", slug);
	row = frame_find(f, (int32_t)ask(db, sql));
	assert_true(row < f->rows);
	return (struct answer){frame_num(f, frame_col(f->spec, "pay_low"), row),
	    frame_num(f, frame_col(f->spec, "pay_high"), row),
	    frame_num(f, frame_col(f->spec, "pay_publishers"), row)};
}

static void
refresh(struct frame *f, struct view *v, struct db *db, const char *off)
{
	struct buf sql = BUF_INIT;
	int64_t ids[64];
	size_t n = 0;
	struct stmt *st;
	bool changed;

	buf_addf(&sql, "SELECT id FROM source WHERE %s", off);
	st = db_prepare(db, sql.data, &e);
	assert_ok(st != NULL);
	while (stmt_step(st, &e) == 1 && n < COUNT(ids))
		ids[n++] = stmt_int(st, 0);
	stmt_finalize(st);
	buf_free(&sql);
	assert_ok(switch_sources(db, ids, n, &e));
	assert_ok(listview_refresh(f, v, db, &changed, &e));
	assert_true(changed);
	assert_ok(listview_refresh(f, v, db, &changed, &e));
	assert_false(changed);
}

#define ENGINEER "machine-learning-engineer"

/* Known from the bundled packs: three publishers meet at 120-160K; without the editorial ones the
 * postings' quartiles of the first job are left. */
static void
test_pay_answer(void **state)
{
	static const char quartile[] =
	    "SELECT CAST(%s AS INTEGER) FROM main.figure_row f JOIN source c ON c.id = f.source_id"
	    " WHERE f.about_key = '" ENGINEER "' AND f.measure = 'pay' AND f.level = 'entry'"
	    " AND c.kind = 'postings'";
	struct db *db = pagecat_bundled();
	struct frame f;
	struct view v;
	struct answer all, some;
	char sql[300];
	struct err why;

	(void)state;
	assert_ok(listview_open(&f, &v, &list_roles, db, &why, &e));
	all = pay_of(&f, db, ENGINEER);
	assert_int_equal(all.low, 120000);
	assert_int_equal(all.high, 160000);
	assert_int_equal(all.publishers, 3);
	refresh(&f, &v, db, "key = 'ml/bouchrika-2026'");
	some = pay_of(&f, db, ENGINEER);
	assert_int_equal(some.publishers, 2);
	refresh(&f, &v, db, "kind = 'editorial'");
	some = pay_of(&f, db, ENGINEER);
	assert_int_equal(some.publishers, 1);
	snprintf(sql, sizeof sql, quartile, "f.p25");
	assert_int_equal(some.low, ask(db, sql));
	snprintf(sql, sizeof sql, quartile, "f.p75");
	assert_int_equal(some.high, ask(db, sql));
	refresh(&f, &v, db, "0");
	some = pay_of(&f, db, ENGINEER);
	assert_memory_equal(&some, &all, sizeof all);
	view_free(&v);
	frame_free(&f);
	db_close(db);
}

/* A list that is first opened while sources are off is complete when they come back. */
static void
test_opened_while_off(void **state)
{
	static const int64_t guide = 3;
	struct db *db = pagecat_bundled();
	struct frame f;
	struct view v;
	struct answer pay;
	struct err why;

	(void)state;
	assert_ok(switch_sources(db, &guide, 1, &e));
	assert_ok(listview_open(&f, &v, &list_roles, db, &why, &e));
	assert_false(db_source_on(db, guide));
	pay = pay_of(&f, db, ENGINEER);
	assert_int_equal(pay.publishers, 2);
	refresh(&f, &v, db, "0");
	pay = pay_of(&f, db, ENGINEER);
	assert_int_equal(pay.publishers, 3);
	view_free(&v);
	frame_free(&f);
	db_close(db);
}

/* Facet counts, words and orders follow, there and back. */
static void
test_view_follows(void **state)
{
	struct db *db = pagecat_bundled();
	struct frame f;
	struct view v;
	struct err why;
	struct facet_value all[8], some[8];
	uint32_t first, n;
	size_t kinds;

	(void)state;
	assert_ok(listview_open(&f, &v, &list_guide, db, &why, &e));
	view_set(&v, "sort:-source", false);
	n = v.nrows;
	first = v.rows[0];
	kinds = view_facet(&v, 0, all, COUNT(all));
	refresh(&f, &v, db, "key = 'ml/career-guide-2025'");
	view_set(&v, "sort:-source", false);
	assert_int_equal(v.nrows, (uint32_t)ask(db, "SELECT count(*) FROM guide_entry"));
	assert_true(v.nrows < n);
	view_facet(&v, 0, some, COUNT(some));
	assert_true(some[0].count < all[0].count);
	view_set(&v, "source:\"guide 2025\"", false);
	assert_int_equal(v.nrows, 0);
	refresh(&f, &v, db, "0");
	view_set(&v, "sort:-source", false);
	assert_int_equal(v.nrows, n);
	assert_int_equal(v.rows[0], first);
	assert_int_equal(view_facet(&v, 0, some, COUNT(some)), kinds);
	for (size_t i = 0; i < kinds; i++) {
		assert_int_equal(some[i].code, all[i].code);
		assert_int_equal(some[i].count, all[i].count);
	}
	view_free(&v);
	frame_free(&f);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_set),
	    cmocka_unit_test(test_shadows),
	    cmocka_unit_test(test_program_columns),
	    cmocka_unit_test(test_read_only),
	    cmocka_unit_test(test_program_chosen_anew),
	    cmocka_unit_test(test_total_brought_anew),
	    cmocka_unit_test(test_editorial),
	    cmocka_unit_test(test_not_editorial),
	    cmocka_unit_test(test_each),
	    cmocka_unit_test(test_pay_answer),
	    cmocka_unit_test(test_opened_while_off),
	    cmocka_unit_test(test_view_follows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
