/*
 * A comparison in files: every format as text, with texts that mean harm, and against what is seen.
 */
#include "career/cmd/compare_export.h"

#include "career/base/text.h"
#include "check.h"
#include "pagecat.h"

#include <math.h>
#include <stdlib.h>

/* --- a small table, made by hand ------------------------------------------------------------- */

/* Separators, quotes, line ends, a control, a C1 control, a bidi override, an invalid byte, markup. */
#define NASTY "a,\"b\"\r\nc|d\t*e*\033[31m\xc2\x9b\xe2\x80\xae\xff"

static struct compare_cell
cell(const char *text, double num)
{
	return (struct compare_cell){
	    .text = text, .num = num, .unit = isnan(num) ? "" : "USD", .ruler = ""};
}

static struct compare_row rows[4];
static struct compare table;

static int
setup(void **state)
{
	(void)state;
	table = (struct compare){
	    .kind = COMPARE_PROGRAMS,
	    .n = 2,
	    .key = {"u/a/master", "u/b,c/mba"},
	    .name = {"Program A", NASTY},
	    .head = {"Program A", NASTY},
	    .brief = {"Program A", NASTY},
	    .shared = "",
	    .row = rows,
	    .nrows = COUNT(rows),
	    .answer = "# Program A costs least, \"half\"; 1. of 2.",
	};
	rows[0] =
	    (struct compare_row){.block = "Same ruler", .label = "total, USD", .note = "of all"};
	rows[0].cell[0] = cell("$5,000 ^", 5000);
	rows[0].cell[1] = cell("$9,000 v", 9000);
	rows[1] = (struct compare_row){.block = "Same ruler", .label = "a month", .note = "of all"};
	rows[1].cell[0] = cell("~$400", NAN);
	rows[1].cell[1] = cell("", NAN);
	rows[2] = (struct compare_row){.block = "Time", .label = NASTY, .note = ""};
	rows[2].cell[0] = cell("=1+1", NAN);
	rows[2].cell[1] = cell(NASTY, NAN);
	rows[3] = (struct compare_row){.block = "Time", .label = "mode", .note = "", .equal = true};
	rows[3].cell[0] = rows[3].cell[1] = cell("online", NAN);
	return 0;
}

static struct buf written = BUF_INIT;

static const char *
file(const char *path, const struct compare_opts *how)
{
	struct compare_seen seen = {.compare = &table, .how = *how, .page = {.width = 60}};
	struct err e;

	buf_clear(&written);
	assert_ok(compare_file(&written, &seen, path, &e));
	return written.data;
}

/* --- formats --------------------------------------------------------------------------------- */

#define QUOTED "\"a,\"\"b\"\"\r\nc|d\t*e*\033[31m\xc2\x9b\xe2\x80\xae\xff\""

static void
test_csv(void **state)
{
	(void)state;
	assert_string_equal(file("x.csv", &(struct compare_opts){.baseline = -1}),
	    "block,aspect,note,u/a/master,\"u/b,c/mba\"\r\n"
	    "Compare,in short,\"# Program A costs least, \"\"half\"\"; 1. of 2.\",,\r\n"
	    "Compare,name,,Program A," QUOTED "\r\n"
	    "Same ruler,\"total, USD\",of all,\"$5,000 ^\",\"$9,000 v\"\r\n"
	    "Same ruler,a month,of all,~$400,\r\n"
	    "Time," QUOTED ",,=1+1," QUOTED "\r\n"
	    "Time,= 1 equal row folded,mode,,\r\n");
}

static void
test_csv_baseline(void **state)
{
	(void)state;
	assert_string_equal(file("x.CSV", &(struct compare_opts){.baseline = 0, .all = true}),
	    "block,aspect,note,u/a/master,\"u/b,c/mba\",\"u/b,c/mba delta\"\r\n"
	    "Compare,in short,\"# Program A costs least, \"\"half\"\"; 1. of 2.\",,,\r\n"
	    "Compare,name,baseline: Program A,Program A," QUOTED ",\r\n"
	    "Same ruler,\"total, USD\",of all,\"$5,000 ^\",\"$9,000 v\",\"+$4,000\"\r\n"
	    "Same ruler,a month,of all,~$400,,\r\n"
	    "Time," QUOTED ",,=1+1," QUOTED ",\r\n"
	    "Time,mode,,online,online,\r\n");
	assert_contains(file("x.csv", &(struct compare_opts){.baseline = 1}),
	    "block,aspect,note,u/a/master,u/a/master delta,\"u/b,c/mba\"\r\n");
	assert_contains(written.data, "\"$5,000 ^\",\"-$4,000\",\"$9,000 v\"\r\n");
}

static void
test_json(void **state)
{
	(void)state;
	assert_string_equal(file("x.json", &(struct compare_opts){.baseline = 1}),
	    "[\n"
	    "{\"block\": \"Compare\", \"aspect\": \"in short\", \"note\": \"# Program A costs least, "
	    "\\\"half\\\"; 1. of 2.\", \"u/a/master\": null, \"u/a/master delta\": null, "
	    "\"u/b,c/mba\": null},\n"
	    "{\"block\": \"Compare\", \"aspect\": \"name\", \"note\": \"baseline: "
	    "a,\\\"b\\\"\\r\\nc|d\\t*e*\\u001b[31m\\u009b\\u202e\\ufffd\", \"u/a/master\": "
	    "\"Program A\", \"u/a/master delta\": null, \"u/b,c/mba\": "
	    "\"a,\\\"b\\\"\\r\\nc|d\\t*e*\\u001b[31m\\u009b\\u202e\\ufffd\"},\n"
	    "{\"block\": \"Same ruler\", \"aspect\": \"total, USD\", \"note\": \"of all\", "
	    "\"u/a/master\": \"$5,000 ^\", \"u/a/master delta\": \"-$4,000\", \"u/b,c/mba\": "
	    "\"$9,000 v\"},\n"
	    "{\"block\": \"Same ruler\", \"aspect\": \"a month\", \"note\": \"of all\", "
	    "\"u/a/master\": \"~$400\", \"u/a/master delta\": null, \"u/b,c/mba\": null},\n"
	    "{\"block\": \"Time\", \"aspect\": "
	    "\"a,\\\"b\\\"\\r\\nc|d\\t*e*\\u001b[31m\\u009b\\u202e\\ufffd\", \"note\": null, "
	    "\"u/a/master\": \"=1+1\", \"u/a/master delta\": null, \"u/b,c/mba\": "
	    "\"a,\\\"b\\\"\\r\\nc|d\\t*e*\\u001b[31m\\u009b\\u202e\\ufffd\"},\n"
	    "{\"block\": \"Time\", \"aspect\": \"= 1 equal row folded\", \"note\": \"mode\", "
	    "\"u/a/master\": null, \"u/a/master delta\": null, \"u/b,c/mba\": null}\n"
	    "]\n");
}

/* What is no text becomes a mark, what would be markup is escaped; line ends are blanks. */
#define MARKED "a,\"b\" c\\|d \\*e\\*\xef\xbf\xbd\\[31m\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"

static void
test_md(void **state)
{
	(void)state;
	assert_string_equal(file("/tmp/x.md", &(struct compare_opts){.baseline = 0}),
	    "# Compare\n\n"
	    "\\# Program A costs least, \"half\"; 1. of 2.\n\n"
	    "## Same ruler: one currency, the same students\n\n"
	    "^ best, v worst of the line\n\n"
	    "|  | Program A (baseline) | " MARKED " |\n"
	    "| --- | --- | --- |\n"
	    "| of all |   |   |\n"
	    "| total, USD | $5,000 ^ | $9,000 v (+$4,000) |\n"
	    "| a month | \\~$400 | - |\n\n"
	    "## Length and mode\n\n"
	    "|  | Program A (baseline) | " MARKED " |\n"
	    "| --- | --- | --- |\n"
	    "| " MARKED " | =1+1 | " MARKED " |\n\n"
	    "\\= 1 equal row folded: mode\n");
	assert_contains(file("x.md", &(struct compare_opts){.baseline = -1, .all = true}),
	    "| = mode | online | online |\n");
	assert_null(strstr(written.data, "folded"));
}

#define MARK "\xef\xbf\xbd"
#define RULE10 "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500"

static void
test_txt(void **state)
{
	const struct compare_opts how = {.baseline = 0};

	(void)state;
	assert_string_equal(file("x.txt", &how),
	    "Compare           Program A (baseline) a,\"b\" c|d\n"
	    "                                       *e*" MARK "[31m" MARK MARK MARK
	    "\n" RULE10 RULE10 RULE10 RULE10 RULE10 RULE10 "\n"
	    "# Program A costs least, \"half\"; 1. of 2.\n"
	    "\n"
	    "Same ruler: one currency, the same students\n"
	    "  ^ best, v worst of the line\n"
	    "  of all\n"
	    "total, USD        $5,000 ^             $9,000 v (+$4,000)\n"
	    "a month           ~$400                -\n"
	    "\n"
	    "Length and mode\n"
	    "a,\"b\" c|d         =1+1                 a,\"b\" c|d\n"
	    "*e*" MARK "[31m" MARK MARK MARK "                            *e*" MARK
	    "[31m" MARK MARK MARK "\n"
	    "  = 1 equal row folded: mode\n");
}

/* The suffix decides; nothing is guessed. */
static void
test_suffix(void **state)
{
	static const char *const bad[] = {
	    "x", "x.", "md", ".md", "x.md/", "x.md.gz", "dir.md/x", "x.xlsx", ""};
	struct compare_seen seen = {.compare = &table, .how = {.baseline = -1}};
	struct buf out = BUF_INIT;
	struct err e;

	(void)state;
	assert_string_equal(compare_suffix("a.b/c.MD", &e), "md");
	assert_string_equal(compare_suffix("c.d.Json", &e), "json");
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (compare_file(&out, &seen, bad[i], &e))
			fail_msg("'%s' is written", bad[i]);
		assert_int_equal(e.code, ERR_USAGE);
		assert_contains(e.text, ".md, .csv, .json or .txt");
		assert_int_equal(out.len, 0);
	}
	buf_free(&out);
}

/* On a terminal no format lets through what could act on it; nothing but ASCII where that is asked for. */
static void
test_terminal(void **state)
{
	struct compare_opts how = {.baseline = 0};

	(void)state;
	for (size_t f = 0; f < nout_formats; f++)
		for (int ascii = 0; ascii < 2; ascii++) {
			struct sink sink;
			struct out o = {.sink = &sink,
			    .format = &out_formats[f],
			    .tty = true,
			    .ascii = ascii,
			    .width = 80};

			sink_init(&sink, SINK_MEMORY);
			compare_export(&o, &table, &how);
			assert_true(sink.buf.len > 100);
			assert_null(strchr(sink.buf.data, '\033'));
			assert_null(strstr(sink.buf.data, "\xc2\x9b"));
			assert_null(strstr(sink.buf.data, "\xe2\x80\xae"));
			assert_true(text_valid(sink.buf.data, sink.buf.len));
			for (const char *s = sink.buf.data; ascii && *s; s++)
				assert_true((unsigned char)*s < 0x80);
			buf_free(&sink.buf);
		}
}

/* --- what is seen is what is written --------------------------------------------------------- */

/* Behind the next place of `part`; fails the test when there is none. */
static const char *
behind(const char *at, const char *part)
{
	const char *found = strstr(at, part);

	if (found == NULL) {
		fail_msg("%s is missing, or not in its order", part);
		return at;
	}
	return found + strlen(part);
}

/* A row's texts, column by column; those that JSON writes otherwise only in their place. */
static const char *
check_row(const struct compare *c, const struct compare_row *row, const char *at)
{
	struct buf part = BUF_INIT;

	buf_addf(&part, "\"aspect\": \"%s\"", row->label);
	at = behind(at, part.data);
	for (size_t k = 0; k < c->n; k++) {
		const char *text = row->cell[k].text;

		buf_clear(&part);
		buf_addf(&part, "\"%s\": ", c->key[k]);
		at = behind(at, part.data);
		if (*text != '\0' && strpbrk(text, "\"\\") == NULL)
			assert_memory_equal(at + 1, text, strlen(text));
	}
	buf_free(&part);
	return at;
}

/* Every row is in the file, in its order; columns in the order of the keys. */
static void
check_written(const struct compare *c, const struct compare_opts *how, const char *text)
{
	struct compare_block b = {0, 0, 0};

	while (compare_next(c, how, &b))
		for (size_t i = b.from; i < b.folded; i++)
			text = check_row(c, &c->row[i], text);
}

static void
test_bundled(void **state)
{
	static const char *const keys[] = {
	    "research-scientist", "machine-learning-engineer", "data-scientist"};
	struct compare_opts how = {.baseline = 2};
	struct compare_seen seen = {.how = how, .page = {.width = 80}};
	struct buf out = BUF_INIT;
	struct pagecat k;
	struct compare c;
	struct err e;

	(void)state;
	pagecat_init(&k, pagecat_bundled());
	assert_ok(compare_make(&c, &k.r, keys, 3, LEVEL_ENTRY, &e));
	seen.compare = &c;
	seen.reader = &k.r;
	assert_ok(compare_file(&out, &seen, "x.json", &e));
	check_written(&c, &how, out.data);
	buf_clear(&out);
	assert_ok(compare_file(&out, &seen, "x.txt", &e));
	assert_contains(out.data,
	    "Compare                 Research          Machine Learning  Data Scientist\n");
	assert_contains(out.data, c.row[0].label);
	assert_contains(out.data, "$173K ^ (+$65K)");
	assert_null(strstr(out.data, "\xe2\x80\xa6")); /* nothing is cut */
	compare_free(&c);
	pagecat_free(&k);
	buf_free(&out);
}

static int
teardown(void **state)
{
	(void)state;
	buf_free(&written);
	return 0;
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(test_csv),
	    TEST(test_csv_baseline),
	    TEST(test_json),
	    TEST(test_md),
	    TEST(test_txt),
	    TEST(test_suffix),
	    TEST(test_terminal),
	    TEST(test_bundled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
