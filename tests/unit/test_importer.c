/* What all importers share: columns by name, rows, numbers and codes as publishers damage them. */
#include "career/import/importer.h"

#include "career/store/catalog.h"
#include "career/base/text.h"
#include "check.h"

#include <locale.h>
#include <math.h>

static struct {
	struct import_run run;
	struct table *table;
	struct err e;
	unsigned told, stop_at; /* calls of progress; the one that ends the run, 0: none */
	uint64_t at, size;
	struct buf rejects;
} g;

static bool
on_progress(void *ctx, const char *member, uint64_t at, uint64_t size)
{
	(void)ctx;
	assert_string_equal(member, "a.csv");
	g.at = at;
	g.size = size;
	return ++g.told != g.stop_at;
}

static void
on_reject(void *ctx, const struct table *t, const char *reason)
{
	(void)ctx;
	buf_addf(&g.rejects, "%s:%llu %s [%s]\n", t->place, (unsigned long long)t->line, reason,
	    t->field[0].s);
}

static int
setup(void **state)
{
	(void)state;
	memset(&g, 0, sizeof g);
	buf_init(&g.run.report.absent);
	buf_init(&g.rejects);
	g.run.progress = on_progress;
	g.run.reject = on_reject;
	g.run.in = input_new(&input_limits_data);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	table_close(g.table);
	input_free(g.run.in);
	buf_free(&g.run.report.absent);
	buf_free(&g.rejects);
	return 0;
}

static void
open_text(const char *text)
{
	struct err e;

	assert_ok(input_add_member(g.run.in, "a.csv", text, strlen(text), &e));
	g.table = table_open(g.run.in, 0, NULL, &e);
	assert_ok(g.table != NULL);
}

/* --- columns --------------------------------------------------------------------------------- */

static const char *const code_names[] = {"OCC_CODE", "Code", NULL},
			 *const pay_names[] = {"A_MEAN", NULL},
			 *const old_names[] = {"NEW_NAME", "OLD_NAME", NULL};

static void
test_columns(void **state)
{
	struct import_column c[] = {
	    {code_names, true, 0}, {pay_names, false, 0}, {old_names, false, 0}};
	struct err e;

	(void)state;
	open_text("x,code,old name\n1,2,3\n");
	assert_ok(import_columns(&g.run, g.table, c, COUNT(c), &e));
	assert_int_equal(c[0].at, 1);
	assert_int_equal(c[1].at, -1);
	assert_int_equal(c[2].at, 2);
	assert_string_equal(g.run.report.absent.data, "A_MEAN\n");
	/* The next file lacks it as well: said once. */
	assert_ok(import_columns(&g.run, g.table, c, COUNT(c), &e));
	assert_string_equal(g.run.report.absent.data, "A_MEAN\n");
}

static void
test_column_required(void **state)
{
	struct import_column c[] = {{code_names, true, 0}};
	struct err e;

	(void)state;
	open_text("x,y,z\n1,2,3\n");
	assert_false(import_columns(&g.run, g.table, c, COUNT(c), &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_string_equal(
	    e.text, "a.csv:1: there is no column 'OCC_CODE' or 'Code'; it has 'x', 'y', 'z'");
}

/* A long name is clipped between characters. */
static void
test_column_clipped(void **state)
{
	struct import_column c[] = {{code_names, true, 0}};
	struct err e;

	(void)state;
	open_text("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\xc3\xa9\xc3\xa9,y\n1,2\n");
	assert_false(import_columns(&g.run, g.table, c, COUNT(c), &e));
	assert_true(text_valid(e.text, strlen(e.text)));
	assert_contains(e.text, "aaa~', 'y'");
}

static void
test_column_required_of_many(void **state)
{
	struct import_column c[] = {{code_names, true, 0}};
	struct err e;

	(void)state;
	open_text("a,b,c,d,e,f,g,h,i,j\n1,2,3,4,5,6,7,8,9,10\n");
	assert_false(import_columns(&g.run, g.table, c, COUNT(c), &e));
	assert_contains(e.text, "'h' and 2 more");
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
test_rows(void **state)
{
	struct import_report *p = &g.run.report;
	struct err e;
	int step;

	(void)state;
	open_text("code,pay\n1,2\n3\n4,5,6\n7,\x93oh\x94\n=\"8\",9\n");
	while ((step = import_next(&g.run, g.table, &e)) == 1) {
		if (strcmp(table_text(g.table, 0), "1") == 0)
			import_reject(&g.run, g.table, "not wanted");
		else
			import_kept(&g.run);
	}
	assert_int_equal(step, 0);
	assert_int_equal(p->read, 5);
	assert_int_equal(p->kept, 2);
	assert_int_equal(p->rejected, 3);
	assert_int_equal(p->nreasons, 3);
	assert_string_equal(p->reasons[1].reason, "fewer fields than columns");
	assert_int_equal(p->reasons[2].n, 1);
	assert_int_equal(p->repairs.bytes, 2);
	assert_int_equal(p->repairs.formulas, 1);
	/* The end may be asked for again. */
	assert_int_equal(import_next(&g.run, g.table, &e), 0);
	assert_int_equal(p->repairs.bytes, 2);
	assert_string_equal(g.rejects.data,
	    "a.csv:2 not wanted [1]\na.csv:3 fewer fields than columns [3]\n"
	    "a.csv:4 more fields than columns [4]\n");
	assert_true(g.told >= 1);
	assert_true(g.at <= g.size);
	assert_int_equal(g.size, input_size(g.run.in, 0));
}

static void
test_interrupted(void **state)
{
	struct buf text = BUF_INIT;
	struct err e;
	int step;
	unsigned rows = 0;

	(void)state;
	buf_adds(&text, "code,pay\n");
	for (int i = 0; i < 5000; i++)
		buf_addf(&text, "%d,1\n", i);
	open_text(text.data);
	g.stop_at = 3;
	while ((step = import_next(&g.run, g.table, &e)) == 1)
		rows++;
	assert_int_equal(step, -1);
	assert_int_equal(e.code, ERR_INTERRUPTED);
	assert_true(rows > 0 && rows < 5000);
	buf_free(&text);
}

static void
test_many_reasons(void **state)
{
	static const char *const words[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k",
	    "l", "m", "n", "o", "p", "q", "r"};
	uint64_t sum = 0;

	(void)state;
	open_text("code\n1\n");
	for (size_t i = 0; i < COUNT(words); i++)
		import_reject(&g.run, g.table, words[i]);
	assert_int_equal(g.run.report.nreasons, IMPORT_REASONS);
	for (size_t i = 0; i < IMPORT_REASONS; i++)
		sum += g.run.report.reasons[i].n;
	assert_int_equal(sum, COUNT(words));
	assert_string_equal(g.run.report.reasons[IMPORT_REASONS - 1].reason, "other reasons");
}

/* --- numbers and codes ----------------------------------------------------------------------- */

static void
test_numbers(void **state)
{
	static const struct {
		const char *text;
		double value; /* NAN: none */
	} cases[] = {
	    {"12", 12},
	    {" 12 ", 12},
	    {"1,234.5", 1234.5},
	    {"1.5418738E8", 154187380},
	    {"-0.25", -0.25},
	    {"0", 0},
	    {".5", 0.5},
	    {"1e3", 1000},
	    {"", NAN},
	    {" ", NAN},
	    {"*", NAN},
	    {"12 a", NAN},
	    {"1,23", NAN},
	    {"nan", NAN},
	    {"inf", NAN},
	    {"0x10", NAN},
	    {"1.2.3", NAN},
	    {"#", NAN},
	    {"12%", NAN},
	};

	(void)state;
	/* A locale with a decimal comma, where there is one, changes nothing. */
	(void)setlocale(LC_ALL, "de_DE.UTF-8");
	for (size_t i = 0; i < COUNT(cases); i++) {
		double v = NAN;
		bool ok = import_number(cases[i].text, &v);

		if (ok == isnan(cases[i].value) || (ok && v != cases[i].value))
			fail_msg("'%s' gives %s %g", cases[i].text, ok ? "a number" : "none", v);
	}
	(void)setlocale(LC_ALL, "C");
}

static void
test_codes(void **state)
{
	char out[8];

	(void)state;
	assert_true(import_code(&g.run, "001002", 6, out, sizeof out));
	assert_string_equal(out, "001002");
	assert_int_equal(g.run.report.codes_repaired, 0);
	assert_true(import_code(&g.run, "1002", 6, out, sizeof out));
	assert_string_equal(out, "001002");
	assert_int_equal(g.run.report.codes_repaired, 1);
	assert_false(import_code(&g.run, "", 6, out, sizeof out));
	assert_false(import_code(&g.run, "1002.0", 6, out, sizeof out));
	assert_false(import_code(&g.run, "1234567", 6, out, sizeof out));
	assert_false(import_code(&g.run, "12a", 6, out, sizeof out));
	assert_false(import_code(&g.run, "1", 8, out, sizeof out)); /* no room */
	assert_int_equal(g.run.report.codes_repaired, 1);
}

static void
test_soc(void **state)
{
	static const char *const good[] = {"15-2051", "15-2051.00", "152051", "15-2051.01"},
				 *const bad[] = {"", "15", "15-", "15-205", "15-20511", "15-2051.0",
				     "15-2051.001", "1520511", "15 2051", "aa-bbbb", "15-2051x",
				     "-15-2051"};
	char out[8];

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		memset(out, 0, sizeof out);
		if (!import_soc(good[i], out) || strcmp(out, "15-2051") != 0)
			fail_msg("%s gives %s", good[i], out);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		if (import_soc(bad[i], out))
			fail_msg("'%s' is taken for %s", bad[i], out);
}

static void
test_cip(void **state)
{
	static const struct {
		const char *text;
		size_t digits;
		int64_t value; /* -1: none */
		unsigned repaired;
	} cases[] = {
	    {"30.7001", 6, 307001, 0},
	    {"30.70", 4, 3070, 0},
	    {"3070", 4, 3070, 0},
	    {"01.0000", 6, 10000, 0},
	    {"307001", 6, 307001, 0},
	    {"103", 4, 103, 1},
	    {"1.01", 6, 10100, 1},
	    {"1.0101", 6, 10101, 1},
	    {"30.7", 4, 3070, 1},
	    {"30.7001", 4, -1, 0},
	    {"30701", 4, -1, 0},
	    {"", 6, -1, 0},
	    {"30.", 6, -1, 0},
	    {"130.7001", 6, -1, 0},
	    {"30.7x", 6, -1, 0},
	    {"x", 4, -1, 0},
	    {".7001", 6, -1, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t v = -1;
		bool ok;

		g.run.report.codes_repaired = 0;
		ok = import_cip(&g.run, cases[i].text, cases[i].digits, &v);
		if (ok != (cases[i].value >= 0) || v != cases[i].value
		    || g.run.report.codes_repaired != cases[i].repaired)
			fail_msg("'%s' gives %lld", cases[i].text, (long long)v);
	}
}

static void
test_series(void **state)
{
	const struct import_series s = {.relation = "oews",
	    .name = "p50",
	    .measure = "pay",
	    .statistic = "median",
	    .unit = "USD",
	    .per = "year",
	    .locator = "A_MEDIAN",
	    .horizon_lo = 1,
	    .horizon_hi = NAN};
	struct stmt *st;
	struct err e;

	(void)state;
	g.run.db = db_open(NULL, DB_MEMORY, &e);
	assert_ok(g.run.db != NULL);
	assert_ok(catalog_create(g.run.db, &e));
	g.run.source = 1000001;
	assert_ok(import_put_series(&g.run, &s, &e));
	/* A column has one meaning. */
	assert_false(import_put_series(&g.run, &s, &e));
	st = db_prepare(g.run.db,
	    "SELECT source_id, measure, statistic, unit, per, basis IS NULL, locator, horizon_lo,"
	    " horizon_hi IS NULL FROM series WHERE relation = 'oews' AND name = 'p50'",
	    &e);
	assert_ok(st != NULL);
	assert_int_equal(stmt_step(st, &e), 1);
	assert_int_equal(stmt_int(st, 0), 1000001);
	assert_string_equal(stmt_str(st, 1), "pay");
	assert_string_equal(stmt_str(st, 2), "median");
	assert_string_equal(stmt_str(st, 3), "USD");
	assert_string_equal(stmt_str(st, 4), "year");
	assert_int_equal(stmt_int(st, 5), 1);
	assert_string_equal(stmt_str(st, 6), "A_MEDIAN");
	assert_true(stmt_num(st, 7) == 1);
	assert_int_equal(stmt_int(st, 8), 1);
	stmt_finalize(st);
	db_close(g.run.db);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_columns),
	    TEST(test_column_required),
	    TEST(test_column_clipped),
	    TEST(test_column_required_of_many),
	    TEST(test_rows),
	    TEST(test_interrupted),
	    TEST(test_many_reasons),
	    TEST(test_numbers),
	    TEST(test_codes),
	    TEST(test_soc),
	    TEST(test_cip),
	    TEST(test_series),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
