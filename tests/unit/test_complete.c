#include "career/query/query.h"

#include "listframe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static const char *const rows[] = {
    "state=CA|school=Cal Tech|mode=online",
    "state=NY|school=New \"York\" U|mode=on-campus",
    "state=NC|school=North, Inc|source=[\"guide\",\"gazette\"]",
};

/* "text@from-to" of each candidate. */
static void
add(void *ctx, const char *text, const char *help, size_t from, size_t to)
{
	struct buf *out = ctx;

	assert_non_null(help);
	buf_addf(out, "%s%s@%zu-%zu", out->len ? " " : "", text, from, to);
}

static void
candidates(void **state)
{
	static const struct {
		const char *text; /* '^' is the cursor */
		const char *want;
	} cases[] = {
	    {"stat^", "state:@0-4 status:@0-4"},
	    {"-stat^", "state:@1-5 status:@1-5"},
	    {"a aud^", "audience:@2-5"},
	    {"STAT^", "state:@0-4 status:@0-4"},
	    {"so^", "source:@0-2 sort:@0-2"},
	    {"ke^", ""},
	    {"state:^", "CA@6-6 NC@6-6 NY@6-6 any@6-6 none@6-6"},
	    {"state:n^", "NC@6-7 NY@6-7 none@6-7"},
	    {"state:CA,n^", "NC@9-10 NY@9-10 none@9-10"},
	    {"state:CA,^", "CA@9-9 NC@9-9 NY@9-9 none@9-9"},
	    {"state:\"N^", "NC@6-8 NY@6-8"},
	    {"-state:ny^ b", "NY@7-9"},
	    {"state:n^c", "NC@6-8 NY@6-8 none@6-8"},
	    {"school:n^", "\"New \"\"York\"\" U\"@7-8 \"North, Inc\"@7-8 none@7-8"},
	    {"school:\"new \"\"y^", "\"New \"\"York\"\" U\"@7-15"},
	    {"source:g^", "gazette@7-8 guide@7-8"},
	    {"cost:^", "any@5-5 none@5-5"},
	    {"cost<^", ""},
	    {"cost:1^", ""},
	    {"sort:deb^", "debt@5-8"},
	    {"sort:-deb^", "debt@6-9"},
	    {"sort:cost,-deb^", "debt@11-14"},
	    {"sort:^-debt", ""},
	    {"nosuch:a^", ""},
	    {"key:a^", ""},
	    {"\"sta^", ""},
	    {"^state:CA", ""},
	    {"sta^te:CA", ""},
	    {"state:CA^", "CA@6-8"},
	};
	struct buf out = BUF_INIT, text = BUF_INIT;
	struct listframe lf;
	struct err e;

	(void)state;
	assert_true(listframe_make(&lf, &list_programs, rows, 3, &e));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		size_t at = (size_t)(strchr(cases[i].text, '^') - cases[i].text);

		buf_clear(&out);
		buf_clear(&text);
		buf_adds(&text, cases[i].text);
		buf_remove(&text, at, 1);
		query_complete(&list_programs, &lf.frame, text.data, at, add, &out);
		assert_string_equal(out.data, cases[i].want);
	}
	listframe_free(&lf);
	buf_free(&out);
	buf_free(&text);
}

static void
count(void *ctx, const char *text, const char *help, size_t from, size_t to)
{
	size_t *n = ctx;

	assert_true(*text && help && from <= to);
	++*n;
}

static void
everything(void **state)
{
	size_t n = 0, fields = 0;

	(void)state;
	query_complete(&list_programs, NULL, "", 0, count, &n);
	for (size_t i = 0; i < list_programs.nfields; i++)
		fields += !list_programs.fields[i].derived || list_programs.fields[i].via;
	assert_int_equal(n, fields + 1);
	n = 0;
	query_complete(&list_programs, NULL, "state:", 6, count, &n);
	assert_int_equal(n, 2);
	n = 0;
	query_complete(&list_programs, NULL, "state:", 7, count, &n);
	assert_int_equal(n, 0);
}

/* What was given first, last, and how many. */
struct ends {
	char first[40], last[40], help[80];
	size_t n;
};

static void
keep(void *ctx, const char *text, const char *help, size_t from, size_t to)
{
	struct ends *e = ctx;

	(void)from;
	(void)to;
	snprintf(e->n ? e->last : e->first, sizeof e->last, "%s", text);
	snprintf(e->help, sizeof e->help, "%s", help);
	e->n++;
}

/* Of too many values the first ones and the last one are given: they have no more in common than
 * all have. */
static void
too_many(void **state)
{
	enum { ROWS = 250 };
	char text[ROWS][24];
	const char *many[ROWS];
	struct listframe lf;
	struct ends ends = {.n = 0};
	struct err e;

	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		snprintf(text[i], sizeof text[i], "school=%c%03zu", i == ROWS - 1 ? 'b' : 'a', i);
		many[i] = text[i];
	}
	assert_true(listframe_make(&lf, &list_programs, many, ROWS, &e));
	query_complete(&list_programs, &lf.frame, "school:", 7, keep, &ends);
	assert_int_equal(ends.n, QUERY_MAX_CANDIDATES);
	assert_string_equal(ends.first, "a000");
	assert_string_equal(ends.last, "b249");
	assert_string_equal(ends.help, "and 150 more before it");
	memset(&ends, 0, sizeof ends);
	query_complete(&list_programs, &lf.frame, "school:a0", 9, keep, &ends);
	assert_int_equal(ends.n, QUERY_MAX_CANDIDATES);
	assert_string_equal(ends.last, "a099");
	assert_string_equal(ends.help, "");
	listframe_free(&lf);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(candidates),
	    cmocka_unit_test(everything),
	    cmocka_unit_test(too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
