/* Frames built from SQL, stored, loaded, and refused when the file was tampered with. */
#include "career/base/mem.h"
#include "career/frame/check.h"
#include "career/frame/frame.h"
#include "career/frame/jsonlist.h"
#include "career/frame/parts.h"
#include "career/store/catalog.h"
#include "check.h"
#include "frames.h"

#include <stdio.h>
#include <stdlib.h>

enum { C_NAME, C_STATE, C_COST, C_ROLE, C_COLS };
static const struct col_spec columns[C_COLS] = {
    [C_NAME] = {"name", COL_CODE, true},
    [C_STATE] = {"state", COL_CODE, false},
    [C_COST] = {"cost", COL_NUM, false},
    [C_ROLE] = {"role", COL_LIST, true},
};
static const struct frame_spec spec = {"things", "v_things", "place, id", columns, C_COLS, false};

static struct err e;
static struct db *db;

static int
setup(void **state)
{
	(void)state;
	err_clear(&e);
	db = db_open(NULL, DB_MEMORY, &e);
	if (!db || !catalog_create(db, &e))
		return -1;
	return db_exec(db,
		   "CREATE TABLE thing (id INTEGER PRIMARY KEY, place, name, state, cost, role);"
		   "CREATE VIEW v_things AS SELECT * FROM thing",
		   &e)
	    ? 0
	    : -1;
}

static int
teardown(void **state)
{
	(void)state;
	db_close(db);
	db = NULL;
	return 0;
}

static void
sql(const char *text)
{
	assert_ok(db_exec(db, text, &e));
}

static void
put_things(void)
{
	sql("INSERT INTO thing VALUES"
	    " (7, 1, 'zebra', 'NY', 100, '[\"b\",\"a\",\"b\"]'),"
	    " (3, 2, 'Apple', NULL, NULL, '[]'),"
	    " (9, 3, 'apple', 'CA', 'm1', NULL),"
	    " (2, 4, '\303\211clair', 'CA', 'm4', '[\"a\"]'),"
	    " (5, 5, '', 'NY', -12.5, '[\"caf\\u00e9\", null, \"q\\\"\\\\\"]'),"
	    " (4, 6, 'edge', 'ny', 12.5, '[\"\"]')");
}

static void
build(struct frame *f)
{
	assert_ok(frame_build(f, &spec, db, &e));
}

static void
expect_list(const struct frame *f, uint32_t row, const char *joined)
{
	char text[200] = "";
	uint32_t i;

	for (i = 0; i < frame_list_len(f, C_ROLE, row); i++) {
		uint32_t code = frame_list_code(f, C_ROLE, row, i);

		snprintf(text + strlen(text), sizeof text - strlen(text), "%s|",
		    dict_text(&f->cols[C_ROLE].dict, code));
	}
	assert_string_equal(text, joined);
}

/* --- building -------------------------------------------------------------------------------- */

static void
test_texts(void **state)
{
	static const char *const names[] = {"zebra", "Apple", "apple", "\303\211clair", "", "edge"};
	static const uint32_t codes[] = {5, 1, 2, 3, 0, 4};
	struct frame f;
	uint32_t i;

	(void)state;
	put_things();
	build(&f);
	assert_int_equal(f.rows, 6);
	assert_int_equal(f.cols[C_NAME].dict.n, 6);
	for (i = 0; i < COUNT(names); i++) {
		assert_string_equal(frame_text(&f, C_NAME, i), names[i]);
		assert_int_equal(column_code(&f.cols[C_NAME], i), codes[i]);
	}
	assert_string_equal(dict_fold(&f.cols[C_NAME].dict, 1), "apple");
	assert_string_equal(dict_fold(&f.cols[C_NAME].dict, 2), "apple");
	assert_string_equal(dict_fold(&f.cols[C_NAME].dict, 3), "eclair");
	assert_string_equal(dict_fold(&f.cols[C_NAME].dict, 0), "");
	assert_string_equal(frame_text(&f, C_STATE, 1), "");
	assert_int_equal(f.cols[C_STATE].dict.n, 4);
	frame_free(&f);
}

static void
test_ids(void **state)
{
	static const int32_t ids[] = {7, 3, 9, 2, 5, 4};
	struct frame f;

	(void)state;
	put_things();
	build(&f);
	assert_memory_equal(f.id, ids, sizeof ids);
	assert_int_equal(frame_find(&f, 2), 3);
	assert_int_equal(frame_find(&f, 8), UINT32_MAX);
	assert_int_equal(frame_col(&spec, "cost"), C_COST);
	assert_int_equal(frame_col(&spec, "costs"), -1);
	frame_free(&f);
}

static void
test_numbers(void **state)
{
	static const int32_t cost[] = {100, FRAME_MISSING + MISSING_NOT_STATED,
	    FRAME_MISSING + MISSING_SUPPRESSED, FRAME_MISSING + MISSING_OTHER_UNIT, -13, 13};
	struct frame f;
	uint32_t i;

	(void)state;
	put_things();
	build(&f);
	for (i = 0; i < COUNT(cost); i++)
		assert_int_equal(frame_num(&f, C_COST, i), cost[i]);
	frame_free(&f);
	sql("UPDATE thing SET cost = CASE id WHEN 7 THEN 2147483647 WHEN 3 THEN -2147483632"
	    " WHEN 9 THEN 0 WHEN 2 THEN 0.4 WHEN 5 THEN '17' ELSE '0' END");
	build(&f);
	assert_int_equal(frame_num(&f, C_COST, 0), INT32_MAX);
	assert_int_equal(frame_num(&f, C_COST, 1), FRAME_MISSING_LAST + 1);
	assert_false(frame_is_missing(frame_num(&f, C_COST, 1)));
	assert_int_equal(frame_num(&f, C_COST, 2), 0);
	assert_int_equal(frame_num(&f, C_COST, 3), 0);
	assert_int_equal(frame_num(&f, C_COST, 4), 17);
	assert_int_equal(frame_num(&f, C_COST, 5), 0);
	frame_free(&f);
}

static void
test_lists(void **state)
{
	struct frame f;

	(void)state;
	put_things();
	build(&f);
	expect_list(&f, 0, "a|b|");
	expect_list(&f, 1, "");
	expect_list(&f, 2, "");
	expect_list(&f, 3, "a|");
	expect_list(&f, 4, "caf\303\251|q\"\\|");
	expect_list(&f, 5, "");
	assert_int_equal(column_first(&f.cols[C_ROLE], 0), 1);
	assert_int_equal(column_first(&f.cols[C_ROLE], 1), 0);
	assert_int_equal(column_first(&f.cols[C_NAME], 0), 5);
	frame_free(&f);
}

/* A dictionary holds only valid UTF-8, so that what was built can be loaded. */
static void
test_bad_utf8(void **state)
{
	struct frame f, loaded;

	(void)state;
	sql("INSERT INTO thing (id, name, role) VALUES (1, CAST(X'61FF62' AS TEXT),"
	    " CAST(X'5B2261FE225D' AS TEXT)), (2, CAST(X'61FF62' AS TEXT), '[]'),"
	    " (3, 'a\357\277\275b', '[]')");
	build(&f);
	assert_string_equal(frame_text(&f, C_NAME, 0), "a\357\277\275b");
	assert_int_equal(f.cols[C_NAME].dict.n, 2);
	expect_list(&f, 0, "a\357\277\275|");
	assert_ok(frame_store(&f, db, &e));
	assert_ok(frame_load(&loaded, &spec, db, &e));
	frame_free(&loaded);
	frame_free(&f);
}

static void
test_empty(void **state)
{
	struct frame f, loaded;

	(void)state;
	build(&f);
	assert_int_equal(f.rows, 0);
	assert_int_equal(f.cols[C_NAME].dict.n, 1);
	assert_int_equal(f.cols[C_ROLE].start[0], 0);
	assert_ok(frame_store(&f, db, &e));
	assert_ok(frame_load(&loaded, &spec, db, &e));
	assert_int_equal(loaded.rows, 0);
	assert_string_equal(dict_text(&loaded.cols[C_NAME].dict, 0), "");
	frame_free(&loaded);
	frame_free(&f);
}

/* Codes take one byte up to 256 texts with the absent one, two up to 65,536, then four. */
static void
test_widths(void **state)
{
	static const struct {
		uint32_t texts;
		unsigned width;
	} cases[] = {{255, 1}, {256, 2}, {65535, 2}, {65536, 4}};
	char text[200];
	struct frame f;
	size_t i;
	uint32_t row;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		snprintf(text, sizeof text,
		    "DELETE FROM thing; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
		    " WHERE i < %u) INSERT INTO thing (id, name) SELECT i, 'x' || i FROM n",
		    cases[i].texts);
		sql(text);
		build(&f);
		assert_int_equal(f.cols[C_NAME].dict.n, cases[i].texts + 1);
		assert_int_equal(f.cols[C_NAME].width, cases[i].width);
		for (row = 0; row < f.rows; row++) {
			snprintf(text, sizeof text, "x%d", f.id[row]);
			assert_string_equal(frame_text(&f, C_NAME, row), text);
		}
		frame_free(&f);
	}
}

static void
expect_build_error(const char *change, const char *part)
{
	struct frame f;

	sql("DELETE FROM thing");
	put_things();
	sql(change);
	assert_false(frame_build(&f, &spec, db, &e));
	assert_null(f.cols);
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, "list things");
	assert_contains(e.text, part);
}

static void
test_build_errors(void **state)
{
	(void)state;
	expect_build_error("UPDATE thing SET cost = 2147483648 WHERE id = 9", "id 9: column cost");
	expect_build_error("UPDATE thing SET cost = -2147483633 WHERE id = 9", "id 9: column cost");
	expect_build_error("UPDATE thing SET cost = 'm5' WHERE id = 9", "'m5'");
	expect_build_error("UPDATE thing SET cost = 'cheap' WHERE id = 3", "'cheap'");
	expect_build_error("UPDATE thing SET role = '[1]' WHERE id = 3", "id 3: column role");
	expect_build_error("UPDATE thing SET role = 'a' WHERE id = 3", "JSON array");
	expect_build_error("UPDATE thing SET id = 2147483648 WHERE id = 3", "out of range");
	expect_build_error(
	    "DROP VIEW v_things; CREATE VIEW v_things AS SELECT 1 AS id, place, name,"
	    " state, cost, role FROM thing",
	    "twice");
	expect_build_error(
	    "DROP VIEW v_things; CREATE VIEW v_things AS SELECT id FROM thing", "name");
	expect_build_error("DROP VIEW v_things", "v_things");
}

static void
append(void *ctx, const char *text, size_t len)
{
	buf_add(ctx, text, len);
	buf_addc(ctx, '|');
}

static void
test_jsonlist(void **state)
{
	static const struct {
		const char *json, *joined; /* NULL: refused */
	} cases[] = {{"[]", ""}, {" [ ] ", ""}, {"[\"a\"]", "a|"}, {"[\"a\" , \"b c\"]", "a|b c|"},
	    {"[null,\"a\",null]", "a|"}, {"[\"\"]", "|"},
	    {"[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "\"\\/\b\f\n\r\t|"},
	    {"[\"\\u0041\\u00e9\\u20AC\"]", "A\303\251\342\202\254|"},
	    {"[\"\\ud83d\\ude00\"]", "\360\237\230\200|"}, {"[\"\\ud83dx\"]", "\357\277\275x|"},
	    {"[\"\\ud83d\\u0041\"]", "\357\277\275A|"}, {"[\"\\u0000\"]", "\357\277\275|"},
	    {"", NULL}, {"[", NULL}, {"[\"a\"", NULL}, {"[\"a", NULL}, {"[\"a\\", NULL},
	    {"[\"\\x\"]", NULL}, {"[\"\\u12\"]", NULL}, {"[\"\\u12g4\"]", NULL},
	    {"[\"a\" \"b\"]", NULL}, {"[\"a\",]", NULL}, {"[,]", NULL}, {"[\"a\"] x", NULL},
	    {"{\"a\":1}", NULL}, {"[[\"a\"]]", NULL}, {"[12]", NULL}, {"null", NULL},
	    {"[nul]", NULL}};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct buf tmp, out;
		bool ok;

		buf_init(&tmp);
		buf_init(&out);
		ok = jsonlist_each(cases[i].json, &tmp, append, &out);
		if (ok != (cases[i].joined != NULL))
			fail_msg("%s", cases[i].json);
		if (ok)
			assert_string_equal(out.data, cases[i].joined);
		buf_free(&tmp);
		buf_free(&out);
	}
}

static void
test_missing_words(void **state)
{
	int m;

	(void)state;
	assert_string_equal(missing_words(MISSING_SUPPRESSED), "suppressed for privacy");
	for (m = 0; m < MISSING_KINDS; m++)
		assert_true(strlen(missing_words((enum missing)m)) > 5);
	assert_string_equal(missing_words((enum missing)MISSING_KINDS), "not stated");
	assert_true(frame_is_missing(FRAME_MISSING) && frame_is_missing(FRAME_MISSING_LAST));
	assert_false(frame_is_missing(FRAME_MISSING_LAST + 1) || frame_is_missing(0));
}

/* --- storing and loading --------------------------------------------------------------------- */

static void
expect_same(const struct frame *a, const struct frame *b)
{
	size_t i;
	int p;

	assert_int_equal(a->rows, b->rows);
	assert_memory_equal(a->id, b->id, a->rows * sizeof *a->id);
	for (i = 0; i < a->spec->ncols; i++) {
		assert_int_equal(a->cols[i].width, b->cols[i].width);
		assert_int_equal(a->cols[i].dict.n, b->cols[i].dict.n);
		for (p = 0; p < PARTS; p++) {
			uint64_t size = column_part_size(&a->cols[i], (enum part)p, a->rows);

			assert_int_equal(
			    size, column_part_size(&b->cols[i], (enum part)p, b->rows));
			if (size > 0)
				assert_memory_equal(column_part(&a->cols[i], (enum part)p),
				    column_part(&b->cols[i], (enum part)p), size);
		}
	}
}

static void
test_round_trip(void **state)
{
	struct frame f, loaded;

	(void)state;
	put_things();
	build(&f);
	assert_ok(frame_store(&f, db, &e));
	assert_ok(frame_load(&loaded, &spec, db, &e));
	expect_same(&f, &loaded);
	frame_free(&loaded);
	frame_free(&f);
}

/* Every kind and width, more rows than a block of memory pages. */
static void
test_round_trip_random(void **state)
{
	static const uint32_t rows[] = {1, 64, 3000, 70000};
	struct frame f, loaded;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		frame_random(&f, 11 + i, rows[i]);
		assert_ok(frame_store(&f, db, &e));
		assert_ok(frame_load(&loaded, &random_spec, db, &e));
		expect_same(&f, &loaded);
		frame_free(&loaded);
		frame_free(&f);
	}
}

static void
test_store_again(void **state)
{
	struct frame f, loaded;
	int64_t n;

	(void)state;
	put_things();
	build(&f);
	assert_ok(frame_store(&f, db, &e));
	frame_free(&f);
	sql("DELETE FROM thing WHERE id = 7");
	build(&f);
	assert_ok(frame_store(&f, db, &e));
	assert_ok(frame_load(&loaded, &spec, db, &e));
	assert_int_equal(loaded.rows, 5);
	expect_same(&f, &loaded);
	assert_ok(db_int(db, "SELECT count(*) FROM frame_column", &n, &e));
	assert_int_equal(n, C_COLS);
	frame_free(&loaded);
	frame_free(&f);
}

/* The texts of one column are as in the whole frame, and checked as there; cells do not matter. */
static void
test_load_texts(void **state)
{
	static const int cols[] = {C_NAME, C_STATE, C_ROLE};
	struct frame f, part;

	(void)state;
	put_things();
	build(&f);
	assert_ok(frame_store(&f, db, &e));
	sql("UPDATE frame_column SET codes = randomblob(length(codes))");
	for (size_t i = 0; i < COUNT(cols); i++) {
		const struct dict *all = &f.cols[cols[i]].dict, *d;

		assert_ok(frame_load_texts(&part, &spec, cols[i], db, &e));
		d = &part.cols[cols[i]].dict;
		assert_int_equal(part.rows, 0);
		assert_int_equal(d->n, all->n);
		for (uint32_t code = 0; code < d->n; code++) {
			assert_string_equal(dict_text(d, code), dict_text(all, code));
			assert_string_equal(dict_fold(d, code), dict_fold(all, code));
		}
		frame_free(&part);
	}
	frame_free(&f);
	sql("UPDATE frame_column SET dict_text = zeroblob(length(dict_text)) WHERE pos = 1");
	assert_false(frame_load_texts(&part, &spec, C_STATE, db, &e));
	assert_contains(e.text, "stored list things: column state: ");
	assert_null(part.mem);
	assert_ok(frame_load_texts(&part, &spec, C_NAME, db, &e));
	frame_free(&part);
	sql("UPDATE frame SET spec_hash = spec_hash + 1");
	assert_false(frame_load_texts(&part, &spec, C_NAME, db, &e));
}

/* Computed columns take the place of those that were read, in built and in loaded frames. */
static void
test_put(void **state)
{
	static const int32_t num[] = {5, 4, FRAME_MISSING, 2, 1, 0};
	static const char *const texts[] = {"q", NULL, "p", "", "Q", "r"};
	struct frame f, loaded;
	int way;

	(void)state;
	put_things();
	build(&f);
	assert_ok(frame_store(&f, db, &e));
	assert_ok(frame_load(&loaded, &spec, db, &e));
	for (way = 0; way < 2; way++) {
		struct frame *it = way ? &loaded : &f;

		frame_put_num(it, C_COST, num);
		frame_put_text(it, C_STATE, texts);
		assert_int_equal(frame_num(it, C_COST, 1), 4);
		assert_true(frame_is_missing(frame_num(it, C_COST, 2)));
		assert_int_equal(it->cols[C_STATE].dict.n, 5);
		assert_string_equal(frame_text(it, C_STATE, 0), "q");
		assert_string_equal(frame_text(it, C_STATE, 1), "");
		assert_int_equal(column_code(&it->cols[C_STATE], 2), 1);
		assert_string_equal(frame_text(it, C_NAME, 0), "zebra");
	}
	frame_free(&loaded);
	frame_free(&f);
}

/* --- tampering ------------------------------------------------------------------------------- */

static void
store_things(void)
{
	struct frame f;

	sql("DELETE FROM thing; DELETE FROM frame; DELETE FROM frame_column");
	put_things();
	build(&f);
	assert_ok(frame_store(&f, db, &e));
	frame_free(&f);
}

static void
expect_refused(enum err_code code, const char *part)
{
	struct frame f;

	assert_false(frame_load(&f, &spec, db, &e));
	assert_null(f.cols);
	assert_null(f.mem);
	assert_int_equal(e.code, code);
	assert_contains(e.text, "stored list things");
	assert_contains(e.text, part);
}

static void
tamper(const char *change, const char *part)
{
	store_things();
	sql(change);
	expect_refused(ERR_DATA, part);
}

static void
test_head_refused(void **state)
{
	struct col_spec other[C_COLS];
	struct frame_spec changed = spec;
	struct frame f;

	(void)state;
	expect_refused(ERR_NOTFOUND, "no such frame");
	tamper("UPDATE frame SET format = 1", "format is 1");
	tamper(
	    "UPDATE frame SET byte_order = CASE byte_order WHEN 'big' THEN 'little' ELSE 'big' END",
	    "byte order");
	tamper("UPDATE frame SET spec_hash = spec_hash + 1", "other columns");
	tamper("UPDATE frame SET rows = 5", "ids");
	tamper("UPDATE frame SET rows = -1", "ids");
	tamper("UPDATE frame SET rows = 9223372036854775807", "ids");
	tamper("UPDATE frame SET rows = rows + 4294967296", "ids");
	tamper("UPDATE frame SET ids = zeroblob(23)", "ids");
	tamper("UPDATE frame SET ids = zeroblob(24)", "id occurs twice");
	memcpy(other, columns, sizeof other);
	other[C_STATE].kind = COL_LIST;
	changed.cols = other;
	store_things();
	assert_false(frame_load(&f, &changed, db, &e));
	assert_contains(e.text, "other columns");
	other[C_STATE] = columns[C_STATE];
	other[C_STATE].name = "status";
	assert_false(frame_load(&f, &changed, db, &e));
	other[C_STATE] = columns[C_STATE];
	changed.order = "id";
	assert_false(frame_load(&f, &changed, db, &e));
	changed.order = spec.order;
	other[C_STATE].search = true;
	assert_ok(frame_load(&f, &changed, db, &e));
	frame_free(&f);
}

static void
test_columns_refused(void **state)
{
	(void)state;
	tamper("DELETE FROM frame_column WHERE pos = 3", "one row for each");
	tamper("DELETE FROM frame_column WHERE pos = 0", "one row for each");
	tamper("UPDATE frame_column SET pos = 4 WHERE pos = 3", "one row for each");
	tamper("INSERT INTO frame_column (frame_id, pos, width) SELECT id, 4, 1 FROM frame",
	    "one row for each");
	tamper("UPDATE frame_column SET width = 2 WHERE pos = 0", "column name: codes of 2 bytes");
	tamper("UPDATE frame_column SET width = 0 WHERE pos = 2", "column cost");
	tamper("UPDATE frame_column SET dict_off = X'00' WHERE pos = 2", "unexpected dict_off");
	tamper("UPDATE frame_column SET start = zeroblob(28) WHERE pos = 0", "unexpected start");
}

static void
test_lengths_refused(void **state)
{
	(void)state;
	tamper("UPDATE frame_column SET codes = zeroblob(5) WHERE pos = 0", "name: codes");
	tamper("UPDATE frame_column SET codes = zeroblob(7) WHERE pos = 0", "name: codes");
	tamper("UPDATE frame_column SET codes = NULL WHERE pos = 0", "name: codes");
	/* Text counts as characters in SQL: the bytes that are read must be as many. */
	tamper(
	    "UPDATE frame_column SET codes = 'abcdef' WHERE pos = 0", "name: a code is not below");
	tamper("UPDATE frame_column SET codes = '\303\251bcdef' WHERE pos = 0", "name:");
	tamper("UPDATE frame_column SET codes = zeroblob(20) WHERE pos = 2", "cost: codes");
	tamper("UPDATE frame_column SET item = zeroblob(24) WHERE pos = 3", "role: list offsets");
	tamper("UPDATE frame_column SET item = zeroblob(21) WHERE pos = 3", "role: half an item");
	tamper("UPDATE frame_column SET item = zeroblob(4) WHERE pos = 0", "unexpected item");
	tamper("UPDATE frame_column SET start = zeroblob(24) WHERE pos = 3", "role: list offsets");
	tamper("UPDATE frame_column SET start = zeroblob(27) WHERE pos = 3", "role: start");
	tamper("UPDATE frame_column SET start = zeroblob(4) WHERE pos = 3", "role: start");
	tamper("UPDATE frame_column SET start = zeroblob(1200) WHERE pos = 3", "role: codes of 1");
	tamper("UPDATE frame_column SET start = NULL WHERE pos = 3", "role: start");
	tamper("UPDATE frame_column SET dict_off = NULL WHERE pos = 0", "name: dict_off");
	tamper(
	    "UPDATE frame_column SET dict_off = zeroblob(4), fold_off = zeroblob(4) WHERE pos = 0",
	    "name: dict_off");
	tamper("UPDATE frame_column SET dict_off = zeroblob(27), fold_off = zeroblob(27)"
	       " WHERE pos = 0",
	    "name: dict_off");
	tamper("UPDATE frame_column SET fold_off = zeroblob(24) WHERE pos = 0", "name: dict_off");
	tamper("UPDATE frame_column SET dict_text = NULL WHERE pos = 0", "name: damaged dict_text");
	tamper(
	    "UPDATE frame_column SET fold_text = X'00' WHERE pos = 0", "name: damaged fold_text");
	tamper("UPDATE frame_column SET dict_text = dict_text || X'00' WHERE pos = 0",
	    "name: damaged dict_text");
}

/* Overwrites bytes of one stored BLOB. */
static void
patch(const char *column, int pos, size_t at, const void *bytes, size_t len)
{
	char text[160];
	struct stmt *st;
	const void *blob;
	char *copy;
	size_t size;

	snprintf(text, sizeof text, "SELECT %s FROM frame_column WHERE pos = %d", column, pos);
	st = db_prepare(db, text, &e);
	assert_non_null(st);
	assert_int_equal(stmt_step(st, &e), 1);
	blob = stmt_blob(st, 0, &size);
	assert_true(at + len <= size);
	copy = mem_ndup(blob, size);
	memcpy(copy + at, bytes, len);
	stmt_finalize(st);
	snprintf(text, sizeof text, "UPDATE frame_column SET %s = ?1 WHERE pos = %d", column, pos);
	st = db_prepare(db, text, &e);
	assert_non_null(st);
	stmt_bind_blob(st, 1, copy, size);
	assert_ok(stmt_run(st, &e));
	stmt_finalize(st);
	free(copy);
}

static void
tamper_u32(const char *column, int pos, size_t index, uint32_t value, const char *part)
{
	store_things();
	patch(column, pos, index * sizeof value, &value, sizeof value);
	expect_refused(ERR_DATA, part);
}

static void
tamper_bytes(const char *column, int pos, size_t at, const char *bytes, const char *part)
{
	store_things();
	patch(column, pos, at, bytes, strlen(bytes));
	expect_refused(ERR_DATA, part);
}

static void
test_offsets_refused(void **state)
{
	(void)state;
	tamper_u32("dict_off", C_NAME, 0, 1, "damaged dict_text");
	tamper_u32("dict_off", C_NAME, 1, 2, "damaged dict_text");
	tamper_u32("dict_off", C_NAME, 2, 1, "damaged dict_text");
	tamper_u32("dict_off", C_NAME, 2, 0xffffffff, "damaged dict_text");
	tamper_u32("dict_off", C_NAME, 3, 12, "damaged dict_text");
	tamper_u32("dict_off", C_NAME, 6, 1000, "damaged dict_text");
	tamper_u32("fold_off", C_NAME, 2, 0x80000000, "damaged fold_text");
	tamper_u32("fold_off", C_NAME, 6, 0, "damaged fold_text");
	tamper_u32("fold_off", C_ROLE, 1, 0, "role: damaged fold_text");
	tamper_u32("start", C_ROLE, 0, 1, "role: list offsets");
	tamper_u32("start", C_ROLE, 3, 1, "role: list offsets");
	tamper_u32("start", C_ROLE, 3, 0xfffffff0, "role: list offsets");
	tamper_u32("start", C_ROLE, 6, 4, "role: list offsets");
}

/* Lists: "", b a b, none, a, cafe and q, none; their items 1 2 1 3 4. */
static void
test_items_refused(void **state)
{
	(void)state;
	tamper_u32("item", C_ROLE, 0, 3, "role: the items of a list");
	tamper_u32("item", C_ROLE, 1, 1, "role: the items of a list");
	tamper_u32("item", C_ROLE, 2, 0, "role: the items of a list");
	tamper_u32("item", C_ROLE, 4, 5, "role: the items of a list");
	tamper_u32("start", C_ROLE, 1, 1, "role: the items of a list");
}

static void
test_codes_refused(void **state)
{
	(void)state;
	tamper_bytes("codes", C_NAME, 5, "\006", "name: a code is not below 6");
	tamper_bytes("codes", C_STATE, 0, "\377", "state: a code is not below 4");
	tamper_bytes("codes", C_ROLE, 4, "\006", "role: a code is not below 6");
	tamper_u32("codes", C_COST, 2, (uint32_t)(FRAME_MISSING + MISSING_KINDS), "missing reason");
	tamper_u32("codes", C_COST, 2, (uint32_t)FRAME_MISSING_LAST, "missing reason");
}

static void
test_texts_refused(void **state)
{
	static const char zero[] = {0};

	(void)state;
	/* "" Apple apple Eclair edge zebra, each with its NUL */
	tamper_bytes("dict_text", C_NAME, 0, "x", "damaged dict_text");
	tamper_bytes("dict_text", C_NAME, 6, "x", "damaged dict_text");
	tamper_bytes("dict_text", C_NAME, 2, "\377", "damaged dict_text");
	tamper_bytes("dict_text", C_NAME, 14, "z", "damaged dict_text");
	tamper_bytes("fold_text", C_NAME, 3, "\300\200", "damaged fold_text");
	tamper_bytes("fold_text", C_NAME, 3, "\355\240\200", "damaged fold_text");
	store_things();
	patch("dict_text", C_NAME, 3, zero, 1);
	expect_refused(ERR_DATA, "damaged dict_text");
	tamper_bytes("fold_text", C_NAME, 1, "z", "collation order");
	tamper_bytes("dict_text", C_NAME, 1, "a", "collation order");
	tamper_bytes("dict_text", C_NAME, 1, "b", "collation order");
}

static void
test_size_refused(void **state)
{
	(void)state;
	store_things();
	sql("UPDATE frame_column SET codes = zeroblob(100000000) WHERE pos = 0");
	expect_refused(ERR_DATA, "codes");
	sql("DELETE FROM frame; DELETE FROM frame_column");
	expect_refused(ERR_NOTFOUND, "no such frame");
}

/* --- the checks by themselves ---------------------------------------------------------------- */

static void
test_check_codes(void **state)
{
	uint8_t narrow[100] = {0};
	uint16_t middle[100] = {0};
	uint32_t wide[100] = {0};
	size_t i;

	(void)state;
	for (i = 0; i < 100; i++) {
		narrow[i] = 200;
		middle[i] = 60000;
		wide[i] = 4000000000u;
		assert_true(check_codes(narrow, 1, 100, 201));
		assert_false(check_codes(narrow, 1, 100, 200));
		assert_true(check_codes(middle, 2, 100, 60001));
		assert_false(check_codes(middle, 2, 100, 60000));
		assert_true(check_codes(wide, 4, 100, 4000000001u));
		assert_false(check_codes(wide, 4, 100, 4000000000u));
		narrow[i] = 0;
		middle[i] = 0;
		wide[i] = 0;
	}
	assert_true(check_codes(narrow, 1, 0, 0));
	assert_false(check_codes(narrow, 1, 1, 0));
}

static void
test_check_lists(void **state)
{
	static const uint32_t good[] = {1, 2, 3, 1, 9, 2, 1}, bad[] = {1, 3, 3, 1, 9, 2, 1};
	static const uint32_t start[] = {0, 0, 3, 3, 5, 6, 7, 7}, one[] = {0, 7}, none[] = {0, 0};
	static const uint32_t zero[] = {0, 1}, two[] = {0, 0, 1}, three[] = {0, 0, 2};

	(void)state;
	assert_true(check_lists(good, start, 7, 10));
	assert_false(check_lists(good, start, 7, 9));
	assert_false(check_lists(bad, start, 7, 10));
	assert_false(check_lists(good, one, 1, 10));
	assert_true(check_lists(good, none, 1, 10));
	assert_false(check_lists(good, none, 0, 10));
	assert_false(check_lists(zero, two, 2, 10));
	assert_false(check_lists(zero, three, 2, 10));
	assert_true(check_lists(zero + 1, two, 2, 10));
}

/* --- cells that are read late ------------------------------------------------------------------ */

static void
test_late(void **state)
{
	struct frame whole, late;
	int i;

	(void)state;
	store_things();
	assert_ok(frame_load(&whole, &spec, db, &e));
	assert_ok(frame_open(&late, &spec, db, 0, &e));
	for (i = 0; i < C_COLS; i++)
		assert_non_null(late.cols[i].late);
	assert_int_equal(frame_num(&late, C_COST, 5), 13);
	assert_null(late.cols[C_COST].late);
	assert_non_null(late.cols[C_ROLE].late);
	assert_string_equal(dict_text(&late.cols[C_NAME].dict, 1), "Apple");
	for (i = 0; i < C_COLS; i++)
		column_ready(&late.cols[i]);
	expect_same(&whole, &late);
	assert_null(frame_damage(&late));
	frame_free(&late);
	assert_ok(frame_open(&late, &spec, db, 7, &e)); /* one row more than there are */
	assert_null(late.cols[C_COST].late);
	frame_free(&late);
	frame_free(&whole);
}

/* What is found out late is as if absent, and said. */
static void
test_late_damage(void **state)
{
	static const uint32_t reason = (uint32_t)FRAME_MISSING_LAST;
	struct frame f;

	(void)state;
	store_things();
	patch("codes", C_NAME, 5, "\006", 1);
	patch("codes", C_COST, 8, &reason, sizeof reason);
	assert_ok(frame_open(&f, &spec, db, 0, &e));
	assert_int_equal(column_code(&f.cols[C_STATE], 2), 1);
	assert_null(frame_damage(&f));
	assert_int_equal(column_code(&f.cols[C_NAME], 0), 0);
	assert_int_equal(frame_num(&f, C_COST, 0), FRAME_MISSING + MISSING_NOT_STATED);
	assert_non_null(frame_damage(&f));
	assert_contains(frame_damage(&f)->text, "column name: a code is not below 6");
	frame_free(&f);
}

/* A row that is gone after the opening. */
static void
test_late_gone(void **state)
{
	struct frame f;

	(void)state;
	store_things();
	assert_ok(frame_open(&f, &spec, db, 0, &e));
	sql("DELETE FROM frame_column");
	assert_int_equal(frame_list_len(&f, C_ROLE, 0), 0);
	assert_contains(frame_damage(&f)->text, "column role");
	frame_free(&f);
}

static void
test_check_ids(void **state)
{
	static const int32_t dense[] = {5, 3, 4, 1, 2}, twice[] = {5, 3, 4, 3, 2};
	static const int32_t sparse[] = {INT32_MAX, 0, INT32_MIN},
			     far[] = {INT32_MAX, 7, INT32_MAX};
	static const int32_t two[] = {7, 1 << 24, 8, (1 << 24) + 1},
			     again[] = {7, 1 << 24, 8, 1 << 24};

	(void)state;
	assert_true(check_ids(two, 4));
	assert_false(check_ids(again, 4));
	assert_true(check_ids(dense, 5));
	assert_false(check_ids(twice, 5));
	assert_true(check_ids(sparse, 3));
	assert_false(check_ids(far, 3));
	assert_true(check_ids(far, 2));
	assert_true(check_ids(NULL, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_texts, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_ids, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_numbers, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_lists, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_bad_utf8, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_widths, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_build_errors, setup, teardown),
	    cmocka_unit_test(test_jsonlist),
	    cmocka_unit_test(test_missing_words),
	    cmocka_unit_test_setup_teardown(test_round_trip, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_round_trip_random, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_store_again, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_load_texts, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_put, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_head_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_columns_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_lengths_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_offsets_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_items_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_codes_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_late, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_late_damage, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_late_gone, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_texts_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_size_refused, setup, teardown),
	    cmocka_unit_test(test_check_codes),
	    cmocka_unit_test(test_check_lists),
	    cmocka_unit_test(test_check_ids),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
