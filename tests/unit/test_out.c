#include "career/out/out.h"
#include "career/base/mem.h"
#include "career/base/text.h"
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static const struct out_column cols[] = {
    {"name", "Name", false, 20}, {"cost", "Cost", true, 10}, {"tags", "Tags", false, 20}};

/* A sink that keeps everything: tests read its buffer. */
static struct sink sink;
static struct out out;

static int
setup(void **state)
{
	(void)state;
	sink_init(&sink, SINK_MEMORY);
	out = (struct out){.sink = &sink, .cols = cols, .ncols = COUNT(cols), .width = 80};
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	buf_free(&sink.buf);
	return 0;
}

static const struct out_format *
format(const char *name)
{
	for (size_t i = 0; i < nout_formats; i++)
		if (strcmp(out_formats[i].name, name) == 0)
			return &out_formats[i];
	fail_msg("no format %s", name);
	return NULL;
}

struct row {
	const char *name, *cost, *shown;
	const char *tags[2];
	size_t ntags;
};

static void
print_row(const struct row *r)
{
	const struct cell cells[] = {
	    {.kind = r->name ? CELL_TEXT : CELL_ABSENT, .text = r->name},
	    {.kind = r->cost ? CELL_NUMBER : CELL_ABSENT, .text = r->cost, .shown = r->shown},
	    {.kind = r->ntags ? CELL_LIST : CELL_ABSENT, .items = r->tags, .nitems = r->ntags},
	};

	out_row(&out, cells);
}

/* The rows in a format, as one text. */
static const char *
print(const char *name, const struct row *rows, size_t n)
{
	buf_clear(&sink.buf);
	out.format = format(name);
	out_begin(&out);
	for (size_t i = 0; i < n; i++)
		print_row(&rows[i]);
	out_end(&out);
	return sink.buf.data;
}

static const struct row two[] = {
    {"Computer Science", "7000", "7,000 USD", {"a", "b;c"}, 2},
    {NULL, NULL, NULL, {NULL, NULL}, 0},
};

/* Quotes, separators, line ends, a control, a C1 control, a bidi override, an invalid byte. */
static const struct row nasty[] = {
    {"a,\"b\"\r\nc\td|e\033[31m\xc2\x9b\xe2\x80\xae\xff", "-1.5", NULL, {"=1+1", NULL}, 1}};

static void
test_csv(void **state)
{
	(void)state;
	assert_string_equal(
	    print("csv", two, 2), "name,cost,tags\r\nComputer Science,7000,a;b;c\r\n,,\r\n");
	assert_string_equal(print("csv", nasty, 1),
	    "name,cost,tags\r\n"
	    "\"a,\"\"b\"\"\r\nc\td|e\033[31m\xc2\x9b\xe2\x80\xae\xff\",-1.5,=1+1\r\n");
}

static void
test_csv_blank_line(void **state)
{
	(void)state;
	out.ncols = 1;
	assert_string_equal(print("csv", two + 1, 1), "name\r\n\"\"\r\n");
}

static void
test_csv_spaces(void **state)
{
	static const struct row row[] = {{" in front", "1", NULL, {"behind ", NULL}, 1}};

	(void)state;
	assert_string_equal(
	    print("csv", row, 1), "name,cost,tags\r\n\" in front\",1,\"behind \"\r\n");
}

static void
test_tsv(void **state)
{
	(void)state;
	assert_string_equal(
	    print("tsv", two, 2), "name\tcost\ttags\nComputer Science\t7000\ta;b;c\n\t\t\n");
	assert_string_equal(print("tsv", nasty, 1),
	    "name\tcost\ttags\na,\"b\"  c d|e\033[31m\xc2\x9b\xe2\x80\xae\xff\t-1.5\t=1+1\n");
}

static void
test_json(void **state)
{
	(void)state;
	assert_string_equal(print("json", two, 0), "[]\n");
	assert_string_equal(print("json", two, 2),
	    "[\n{\"name\": \"Computer Science\", \"cost\": 7000, \"tags\": [\"a\", \"b;c\"]},\n"
	    "{\"name\": null, \"cost\": null, \"tags\": null}\n]\n");
	assert_string_equal(print("json", nasty, 1),
	    "[\n{\"name\": \"a,\\\"b\\\"\\r\\nc\\td|e\\u001b[31m\\u009b\\u202e\\ufffd\", "
	    "\"cost\": -1.5, \"tags\": [\"=1+1\"]}\n]\n");
}

/* Text that is harmless stays readable, also beyond the first plane. */
static void
test_json_unicode(void **state)
{
	static const struct row row[] = {
	    {"Universit\xc3\xa9 \xe6\x9d\xb1\xe4\xba\xac \xf0\x9f\x8e\x93\\ \xf3\xa0\x81\x81", "1",
		NULL, {NULL, NULL}, 0}};

	(void)state;
	assert_contains(print("jsonl", row, 1),
	    "\"Universit\xc3\xa9 \xe6\x9d\xb1\xe4\xba\xac \xf0\x9f\x8e\x93\\\\ \\udb40\\udc41\"");
	out.tty = out.ascii = true;
	assert_contains(print("jsonl", row, 1), "\"Universit\\u00e9 \\u6771\\u4eac \\ud83c\\udf93");
}

static void
test_jsonl(void **state)
{
	(void)state;
	assert_string_equal(print("jsonl", two, 0), "");
	assert_string_equal(
	    print("jsonl", two + 1, 1), "{\"name\": null, \"cost\": null, \"tags\": null}\n");
}

static void
test_md(void **state)
{
	(void)state;
	assert_string_equal(print("md", two, 2),
	    "| Name | Cost | Tags |\n| --- | ---: | --- |\n"
	    "| Computer Science | 7,000 USD | a; b;c |\n| - | - | - |\n");
	assert_contains(print("md", nasty, 1), "d\\|e");
	assert_contains(sink.buf.data, "\\[31m");
}

/* What Markdown would read as markup, in a cell and at the start of a paragraph. */
static void
test_md_escapes(void **state)
{
	static const struct row row[] = {
	    {"~$5 _a_ AT&T &copy; &#9; & ; -x", "1", NULL, {NULL, NULL}, 0}};
	static const struct {
		const char *text, *escaped;
	} blocks[] = {{"# a # b", "\\# a # b"}, {"- a-b", "\\- a-b"}, {"1. a", "1\\. a"},
	    {"12) a 3) b", "12\\) a 3) b"}, {"> a", "\\> a"}, {"+1", "\\+1"}, {"=", "\\="},
	    {"2024 a", "2024 a"}, {"", ""}, {"a*b", "a\\*b"}};

	(void)state;
	assert_contains(
	    print("md", row, 1), "| \\~$5 \\_a\\_ AT&T \\&copy; \\&#9; & ; -x | 1 | - |\n");
	for (size_t i = 0; i < COUNT(blocks); i++) {
		struct buf b = BUF_INIT;

		out_md_text(&b, blocks[i].text);
		assert_string_equal(b.data, blocks[i].escaped);
		buf_free(&b);
	}
}

/* Names of columns may be anything that a key may be. */
static void
test_names(void **state)
{
	static const struct out_column odd[] = {
	    {"a,\"b\"", "A", false, 0}, {"c\td\033", "C", false, 0}};
	static const struct cell none[2] = {{.kind = CELL_ABSENT}};

	(void)state;
	for (size_t i = 0; i < nout_formats; i++) {
		buf_clear(&sink.buf);
		out.cols = odd;
		out.ncols = COUNT(odd);
		out.format = &out_formats[i];
		out_begin(&out);
		out_row(&out, none);
		out_end(&out);
		if (strcmp(out_formats[i].name, "csv") == 0)
			assert_contains(sink.buf.data, "\"a,\"\"b\"\"\",c\td\033\r\n,\r\n");
		else if (strcmp(out_formats[i].name, "tsv") == 0)
			assert_contains(sink.buf.data, "a,\"b\"\tc d\033\n\t\n");
		else if (strcmp(out_formats[i].name, "table") == 0)
			assert_contains(sink.buf.data, "a,\"b\"\tc d\xef\xbf\xbd\n-\t-\n");
	}
}

static void
test_table_in_pipe(void **state)
{
	(void)state;
	assert_string_equal(
	    print("table", two, 2), "name\tcost\ttags\nComputer Science\t7000\ta; b;c\n-\t-\t-\n");
}

static void
test_table_on_terminal(void **state)
{
	(void)state;
	out.tty = true;
	assert_string_equal(print("table", two, 2),
	    "Name                   Cost  Tags\n"
	    "Computer Science  7,000 USD  a; b;c\n"
	    "-                         -  -\n");
	out.color = true;
	assert_contains(
	    print("table", two, 1), "\033[1mName                   Cost  Tags\033[0m\n");
}

/* Every line fits, what is cut ends in the mark, numbers are whole. */
static void
check_fit(const char *text, int width, const char *number)
{
	const char *line = text, *end;

	for (; (end = strchr(line, '\n')); line = end + 1) {
		if (text_nwidth(line, (size_t)(end - line)) > width)
			fail_msg("wider than %d: '%.*s'", width, (int)(end - line), line);
	}
	if (number)
		assert_contains(text, number);
}

static void
test_table_fits(void **state)
{
	static const struct row row[] = {{"Online Master of Science in Computer Science (OMSCS)",
	    "7000", "7,000 USD", {"a rather long tag", "and another one"}, 2}};

	(void)state;
	out.tty = true;
	for (out.width = 24; out.width < 100; out.width++)
		check_fit(print("table", row, 1), out.width, "7,000 USD");
	out.width = 40;
	assert_contains(print("table", row, 1), "\xe2\x80\xa6");
	out.ascii = true;
	assert_contains(print("table", row, 1), "~");
	assert_null(strstr(sink.buf.data, "\xe2"));
}

static void
test_table_drops_last(void **state)
{
	static const struct row row[] = {
	    {"Online Master of Science", "7000", "7,000 USD", {"a rather long tag", NULL}, 1}};

	(void)state;
	out.tty = out.drop = true;
	out.width = 30;
	check_fit(print("table", row, 1), 30, "7,000 USD");
	assert_null(strstr(sink.buf.data, "Tags"));
	out.width = 12;
	check_fit(print("table", row, 1), 12, NULL);
	assert_null(strstr(sink.buf.data, "Cost"));
}

/* More rows than the table looks ahead: a wider one that comes late is cut. */
static void
test_table_streams(void **state)
{
	static const struct row late[] = {
	    {"a name that is much wider than all before", "7000", NULL, {NULL, NULL}, 0}};
	size_t lines = 0;

	(void)state;
	out.tty = true;
	out.format = format("table");
	out_begin(&out);
	for (int i = 0; i < 1000; i++)
		print_row(&two[1]);
	print_row(late);
	out_end(&out);
	for (const char *s = sink.buf.data; (s = strchr(s, '\n')); s++)
		lines++;
	assert_int_equal(lines, 1002);
	assert_contains(sink.buf.data, "\na n\xe2\x80\xa6  7000  -\n");
}

/* No format puts on a terminal what could act on it. */
static void
test_terminal_is_safe(void **state)
{
	(void)state;
	for (int ascii = 0; ascii < 2; ascii++) {
		for (size_t i = 0; i < nout_formats; i++) {
			const char *text;

			out.tty = true;
			out.ascii = ascii;
			text = print(out_formats[i].name, nasty, 1);
			assert_null(strchr(text, '\033'));
			assert_null(strstr(text, "\xc2\x9b"));
			assert_null(strstr(text, "\xe2\x80\xae"));
			assert_null(memchr(text, 0xff, sink.buf.len));
			assert_true(text_valid(text, sink.buf.len));
			for (const char *s = text; ascii && *s; s++)
				assert_true((unsigned char)*s < 0x80);
		}
	}
}

/* --- sink ------------------------------------------------------------------------------------ */

static void
test_sink_full(void **state)
{
	struct sink full;
	struct err e;
	int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);

	(void)state;
	if (fd < 0)
		skip();
	sink_init(&full, fd);
	buf_adds(&full.buf, "x");
	sink_flush(&full);
	assert_int_equal(full.error, ENOSPC);
	assert_int_equal(full.buf.len, 0);
	assert_false(sink_close(&full, &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, "standard output");
	close(fd);
}

/* In memory all of it stays, however much. */
static void
test_sink_memory(void **state)
{
	struct sink s;

	(void)state;
	sink_init(&s, SINK_MEMORY);
	for (int i = 0; i < 100000; i++) {
		buf_adds(&s.buf, "line\n");
		sink_spill(&s);
	}
	sink_flush(&s);
	assert_int_equal(s.buf.len, 500000);
	assert_int_equal(s.error, 0);
	buf_free(&s.buf);
}

static void
test_sink_closed_pipe(void **state)
{
	struct sink closed;
	struct err e;
	int ends[2];

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	sink_init(&closed, ends[1]);
	buf_adds(&closed.buf, "x");
	assert_true(sink_close(&closed, &e));
	assert_int_equal(closed.error, EPIPE);
	close(ends[1]);
}

static void
test_sink_blocks(void **state)
{
	struct sink s;
	struct err e;
	int ends[2];
	char byte;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
	sink_init(&s, ends[1]);
	buf_adds(&s.buf, "x");
	sink_spill(&s);
	assert_int_equal(read(ends[0], &byte, 1), -1);
	sink_flush(&s);
	assert_int_equal(read(ends[0], &byte, 1), 1);
	assert_int_equal(byte, 'x');
	assert_ok(sink_close(&s, &e));
	close(ends[0]);
	close(ends[1]);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(test_csv),
	    TEST(test_csv_blank_line),
	    TEST(test_csv_spaces),
	    TEST(test_tsv),
	    TEST(test_json),
	    TEST(test_json_unicode),
	    TEST(test_jsonl),
	    TEST(test_md),
	    TEST(test_md_escapes),
	    TEST(test_names),
	    TEST(test_table_in_pipe),
	    TEST(test_table_on_terminal),
	    TEST(test_table_fits),
	    TEST(test_table_drops_last),
	    TEST(test_table_streams),
	    TEST(test_terminal_is_safe),
	    cmocka_unit_test(test_sink_full),
	    cmocka_unit_test(test_sink_memory),
	    cmocka_unit_test(test_sink_closed_pipe),
	    cmocka_unit_test(test_sink_blocks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
