/* Tables from csv, tab-separated text and workbooks: rows, lines, repairs, and what is refused. */
#include "career/import/table.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DATA "../shared/data/"
#define BOMBS "../shared/hostile/generated-bombs/"

/* A table of text in memory, with the input that it borrows from. */
struct opened {
	struct input *in;
	struct table *t;
	struct err e;
};

static struct opened
open_text(const char *name, const char *text, size_t len)
{
	struct opened o = {.in = input_new(&input_limits_data)};

	if (input_add_member(o.in, name, text, len, &o.e))
		o.t = table_open(o.in, 0, NULL, &o.e);
	return o;
}

static struct opened
open_path(const char *path, const char *member, const char *sheet)
{
	struct opened o = {.in = input_new(&input_limits_data)};
	int i;

	if (!input_add(o.in, path, &o.e))
		return o;
	i = member != NULL ? input_find(o.in, member) : 0;
	if (i >= 0)
		o.t = table_open(o.in, (size_t)i, sheet, &o.e);
	return o;
}

static void
done(struct opened *o)
{
	table_close(o->t);
	input_free(o->in);
}

/* All rows as "line:a|b|c\n"; at the end "!message" when it failed. */
static char *
dump(struct opened *o)
{
	struct buf b = BUF_INIT;
	int step = -1;

	while (o->t != NULL && (step = table_next(o->t, &o->e)) == 1) {
		buf_addf(&b, "%llu:", (unsigned long long)o->t->line);
		for (size_t i = 0; i < o->t->n; i++)
			buf_addf(&b, "%s%s", i > 0 ? "|" : "", o->t->field[i].s);
		buf_addc(&b, '\n');
	}
	if (step < 0)
		buf_addf(&b, "!%s", o->e.text);
	return buf_take(&b);
}

static void
check(const char *name, const char *text, const char *want)
{
	struct opened o = open_text(name, text, strlen(text));
	char *got = dump(&o);

	assert_string_equal(got, want);
	free(got);
	done(&o);
}

static void
test_csv(void **state)
{
	(void)state;
	check("a.csv", "h,i\n1,2\n", "2:1|2\n");
	check("a.csv", "h,i\r\n1,2\r\n\r\n3,4\r\n", "2:1|2\n4:3|4\n");
	check("a.csv", "h,i\r1,2\r3,4\r", "2:1|2\n3:3|4\n");
	check("a.csv", "h,i\n\"a\nb\",2\nx,y\n", "2:a\nb|2\n4:x|y\n");
	check("a.csv", "h,i\n\"a \"\"b\"\"\",2\n", "2:a \"b\"|2\n");
	check("a.csv", "h,i\n5\" disk,2\n", "2:5\" disk|2\n");
	check("a.csv", "h,i\n 1 , 2 \n,\n", "2:1|2\n");
	check("a.csv", "h,i\n1,2", "2:1|2\n"); /* whole, but for its line end */
	check("a.csv", "h,i\n1\n1,2,3\n", "2:1\n3:1|2|3\n");
}

static void
test_tsv(void **state)
{
	(void)state;
	check("a.txt", "h\ti\n1\t2\n", "2:1|2\n");
	check("a.txt", "h\ti\r\n\"1\t\"2\"\r\n3\t4\r\n", "2:\"1|\"2\"\n3:3|4\n");
	check("a.txt", "h\ti\r1\t2\r", "2:1|2\n");
	check("a.txt", "h\ti\n1,5\t\n", "2:1,5|\n");
	check("a.txt", "h\ti\n1\t2", "2:1|2\n");
}

static void
test_repairs(void **state)
{
	struct opened o;
	char *got;

	(void)state;
	check("a.csv", "\xef\xbb\xbfh,i\n1,2\n", "2:1|2\n");
	check("a.csv", "h,i\nBachelor\xc2\x92s,x\n", "2:Bachelor\u2019s|x\n");
	check("a.csv", "h,i\nBachelor\x92s,caf\xe9\n", "2:Bachelor\u2019s|caf\u00e9\n");
	check("a.csv", "h,i\nna\xc3\xafve,\x80\n", "2:na\u00efve|\u20ac\n");
	o = open_text("a.csv", "c,d\n=\"01.0000\",\x96\n", 17);
	got = dump(&o);
	assert_string_equal(got, "2:01.0000|\u2013\n");
	assert_int_equal(o.t->repairs.formulas, 1);
	assert_int_equal(o.t->repairs.bytes, 1);
	free(got);
	done(&o);
}

static void
check_refused(const char *text, size_t len, const char *part)
{
	struct opened o = open_text("a.csv", text, len);
	char *got = dump(&o);

	assert_contains(got, part);
	free(got);
	done(&o);
}

static void
test_refused(void **state)
{
	static const char nul[] = "h,i\n1,\0002\n";
	char *wide = malloc(10000);

	(void)state;
	check_refused("", 0, "!a.csv is empty");
	check_refused("h,i\n1,2\n3", 9, "!a.csv:3: the last line is cut off");
	check_refused("h\ti\n1\t2\n3", 9, "!a.csv:3: the last line is cut off");
	check_refused("h,i\n1,\"2\n3,4\n", 13, "!a.csv:2: the file ends within a quoted field");
	check_refused("\xff\xfeh\0,\0", 6, "UTF-16");
	check_refused(nul, sizeof nul - 1, "NUL");
	memset(wide, ',', 10000);
	check_refused(wide, 10000, "!a.csv:1: more than 4,096 columns");
	free(wide);
}

static void
test_long_field(void **state)
{
	static const char *const heads[] = {"h,i\n1,", "h\ti\n1\t"};

	(void)state;
	for (size_t i = 0; i < COUNT(heads); i++) {
		struct buf text = BUF_INIT;

		buf_adds(&text, heads[i]);
		buf_pad(&text, 'x', 3 << 20);
		check_refused(text.data, text.len, "a.csv:2: a field of more than a megabyte");
		buf_free(&text);
	}
}

/* Rows that lie across the chunks in which a file is read come out whole. */
static void
test_chunks(void **state)
{
	struct buf b = BUF_INIT, want = BUF_INIT;
	struct opened o;
	char *got;

	(void)state;
	buf_adds(&b, "a,b,c\n");
	for (int i = 0; i < 20000; i++) {
		buf_addf(&b, "%d,\"x, %d\",%d\r\n", i, i * 7, i * i);
		buf_addf(&want, "%d:%d|x, %d|%d\n", i + 2, i, i * 7, i * i);
	}
	o = open_text("a.csv", b.data, b.len);
	got = dump(&o);
	assert_string_equal(got, want.data);
	free(got);
	done(&o);
	buf_free(&b);
	buf_free(&want);
}

static void
test_columns(void **state)
{
	static const char text[] = "O*NET-SOC Code\tData_Value\n11-1011.00\t4.12\n";
	static const char *const value[] = {"value", "DATA VALUE", NULL},
				 *const code[] = {"o*net-soc code", NULL},
				 *const other[] = {"nothing", NULL};
	struct opened o = open_text("a.txt", text, sizeof text - 1);

	(void)state;
	assert_int_equal(table_column(o.t, value), 1);
	assert_int_equal(table_column(o.t, code), 0);
	assert_int_equal(table_column(o.t, other), -1);
	assert_int_equal(table_next(o.t, &o.e), 1);
	assert_string_equal(table_text(o.t, 1), "4.12");
	assert_string_equal(table_text(o.t, -1), "");
	assert_string_equal(table_text(o.t, 7), "");
	done(&o);
}

/* --- the publishers' own files ---------------------------------------------------------------- */

static const struct {
	const char *path, *member, *sheet;
	size_t columns;
	uint64_t rows;
	const char *first; /* field of the first row */
} real[] = {
    {DATA "scorecard-field-of-study-2020/Most-Recent-Field-Data-Elements.zip", NULL, NULL, 18,
	216638, "100654"},
    {DATA "oews-national-2024/national_M2024_dl.xlsx", NULL, NULL, 32, 854, "99"},
    {DATA "oews-national-2024/natsector_M2024_dl.xlsx", NULL, NULL, 32, 16434, "99"},
    {DATA "oews-national-2024/national_M2024_dl.xlsx", NULL, "Field Descriptions", 2, 0, NULL},
    {DATA "cip-soc-crosswalk/CIP2020_SOC2018_Crosswalk.csv", NULL, NULL, 4, 6097, "01.0000"},
    {DATA "employment-projections-2024-34/Employment Projections.csv", NULL, NULL, 14, 832, NULL},
    {DATA "ai-jobs-salaries/salaries-2025-01-19.csv", NULL, NULL, 11, 74301, NULL},
    {DATA "onet-29.0-text", "Occupation Data.txt", NULL, 3, 1016, "11-1011.00"},
    {DATA "onet-29.0-text", "alternate titles.txt", NULL, 4, 55120, "11-1011.00"},
    {DATA "onet-29.3-skills-text", "Skills.txt", NULL, 13, 61530, "11-1011.00"},
    {DATA "esco-1.1.1/ESCO dataset - v1.1.1 - classification - en - csv.zip", "occupations_en.csv",
	NULL, 14, 3007, "Occupation"},
    {DATA "esco-1.1.1/ESCO dataset - v1.1.1 - relations - csv.zip", "occupationSkillRelations.csv",
	NULL, 4, 123855, NULL},
};

static void
test_real(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(real); i++) {
		struct opened o = open_path(real[i].path, real[i].member, real[i].sheet);
		uint64_t n = 0;
		int step = -1;

		if (o.t == NULL && strstr(o.e.text, "No such file") != NULL) {
			done(&o);
			skip();
		}
		if (o.t == NULL)
			fail_msg("%s: %s", real[i].path, o.e.text);
		assert_true(real[i].columns == o.t->ncolumns || real[i].rows == 0);
		while ((step = table_next(o.t, &o.e)) == 1)
			if (n++ == 0 && real[i].first != NULL)
				assert_string_equal(o.t->field[0].s, real[i].first);
		assert_int_equal(step, 0);
		if (real[i].rows > 0)
			assert_int_equal(n, real[i].rows);
		else
			assert_true(n > 10);
		done(&o);
	}
}

/* --- made to do harm ------------------------------------------------------------------------- */

static const struct {
	const char *file, *says;
} bombs[] = {
    {"cell-ref-huge.xlsx", "absurd"},
    {"cell-ref-neg.xlsx", "absurd"},
    {"depth-100k.xlsx", "64 elements"},
    {"entity-lol.xlsx", "DOCTYPE"},
    {"xxe-file.xlsx", "DOCTYPE"},
    {"entries-70000.xlsx", "70000 entries"},
    {"inflate-512m.xlsx", "more than the limit"},
    {"no-workbook.xlsx", "not a workbook"},
    {"not-zip.xlsx", "not a zip"},
    {"trunc-0.xlsx", "not a"},
    {"trunc-1.xlsx", "not a zip"},
    {"trunc-10.xlsx", "not a zip"},
    {"trunc-717.xlsx", "not a zip"},
    {"trunc-1434.xlsx", "not a zip"},
    {"cols-100000.csv", "4,096 columns"},
    {"nul.csv", "NUL"},
    {"open-quote.csv", "quoted field"},
    {"utf16.tsv", "UTF-16"},
    {"empty.csv", "empty"},
};

static void
test_bombs(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bombs); i++) {
		char path[256];
		struct opened o;
		bool absent;
		char *got;

		snprintf(path, sizeof path, BOMBS "%s", bombs[i].file);
		o = open_path(path, NULL, NULL);
		got = dump(&o);
		absent = strstr(got, "No such file") != NULL;
		if (!absent) {
			assert_int_equal(got[0], '!');
			assert_contains(got, bombs[i].says);
			assert_contains(got, bombs[i].file);
		}
		free(got);
		done(&o);
		if (absent)
			skip();
	}
}

/* --- folders and what is no file -------------------------------------------------------------- */

static void
test_places(void **state)
{
	char *dir = temp_dir();
	struct input *in = input_new(&input_limits_data);
	struct err e = {0};

	(void)state;
	temp_write(temp_path(dir, "b.csv"), "a,b\n", 4);
	temp_write(temp_path(dir, "a.csv"), "a,b\n", 4);
	assert_ok(input_add(in, dir, &e));
	assert_int_equal(input_count(in), 2);
	assert_string_equal(input_name(in, 0), "a.csv");
	assert_int_equal(input_size(in, 1), 4);
	assert_int_equal(input_find(in, "B.CSV"), 1);
	assert_int_equal(input_find(in, "c.csv"), -1);
	assert_false(input_add(in, "/dev/null", &e));
	assert_contains(e.text, "neither a file nor a folder");
	assert_false(input_add(in, temp_path(dir, "none"), &e));
	assert_contains(e.text, "No such file");
	input_free(in);
	temp_remove(dir);
}

static void
test_limits(void **state)
{
	static const struct input_limits tight = {.members = 1, .member = 10, .total = 12};
	struct input *in = input_new(&tight);
	struct buf b = BUF_INIT;
	struct err e = {0};

	(void)state;
	assert_false(input_add_member(in, "large.csv", "0123456789a", 11, &e));
	assert_contains(e.text, "more than the limit");
	assert_ok(input_add_member(in, "a.csv", "0123456789", 10, &e));
	assert_false(input_add_member(in, "b.csv", "0", 1, &e));
	assert_contains(e.text, "more than 1 files");
	assert_ok(input_read(in, 0, 10, &b, &e));
	assert_int_equal(b.len, 10);
	assert_false(input_read(in, 0, 10, &b, &e)); /* 12 in all */
	assert_contains(e.text, "refused");
	input_free(in);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_csv),
	    cmocka_unit_test(test_tsv),
	    cmocka_unit_test(test_repairs),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_long_field),
	    cmocka_unit_test(test_chunks),
	    cmocka_unit_test(test_columns),
	    cmocka_unit_test(test_real),
	    cmocka_unit_test(test_bombs),
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
