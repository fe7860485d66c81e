#include "career/base/buf.h"
#include "career/cli/cli.h"
#include "career/cli/cmdline.h"
#include "career/cli/list.h"
#include "career/out/out.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

static struct cmdline line;
static struct err e;

static int
teardown(void **state)
{
	(void)state;
	cmdline_free(&line);
	err_clear(&e);
	return 0;
}

/* Reads words as a command line; "career" is put in front. */
#define PARSE(...) parse((const char *const[]){"career", __VA_ARGS__, NULL})
static bool
parse(const char *const *words)
{
	char *argv[32];
	int argc = 0;

	cmdline_free(&line);
	for (; words[argc]; argc++)
		memcpy(&argv[argc], &words[argc], sizeof *words);
	err_clear(&e);
	return cmdline_parse(&line, argc, argv, &e);
}

static void
test_screen(void **state)
{
	(void)state;
	assert_ok(parse((const char *const[]){"career", NULL}));
	assert_string_equal(line.verb->name, "");
	assert_null(line.verb->run);
	assert_ok(PARSE("--catalog", "a.db", "--profile=p.db", "--guest", "--script", "f",
	    "--ascii", "--no-mouse", "--color=never"));
	assert_string_equal(line.options.catalog, "a.db");
	assert_string_equal(line.options.profile, "p.db");
	assert_string_equal(line.options.script, "f");
	assert_true(line.options.guest && line.options.ascii && line.options.no_mouse);
	assert_int_equal(line.options.color, OPTION_COLOR_NEVER);
	assert_true(line.options.color_said);
	assert_false(line.options.plain);
}

static void
test_list(void **state)
{
	(void)state;
	assert_ok(PARSE("--format", "json", "programs", "state:CA", "--limit=5", "cost<20k",
	    "--sort", "cost,-months", "--columns=key,cost"));
	assert_string_equal(line.verb->name, "programs");
	assert_int_equal(line.nargs, 2);
	assert_string_equal(line.args[0], "state:CA");
	assert_string_equal(line.args[1], "cost<20k");
	assert_int_equal(line.limit, 5);
	assert_string_equal(line.sort, "cost,-months");
	assert_string_equal(line.columns, "key,cost");
	assert_string_equal(out_formats[line.format].name, "json");
	assert_true(cmdline_said(&line, OPT_FORMAT));
	assert_false(cmdline_said(&line, OPT_PLAIN));
}

static void
test_defaults(void **state)
{
	(void)state;
	assert_ok(PARSE("roles"));
	assert_int_equal(line.format, OUT_TABLE);
	assert_int_equal(line.limit, -1);
	assert_int_equal(line.options.color, OPTION_COLOR_AUTO);
	assert_false(line.options.color_said);
	assert_int_equal(line.nargs, 0);
}

/* A single dash is query text where there is a query, an option elsewhere. */
static void
test_dashes(void **state)
{
	(void)state;
	assert_ok(PARSE("programs", "-doctor", "-o", "-h", "-"));
	assert_int_equal(line.nargs, 4);
	assert_string_equal(line.args[1], "-o");
	assert_ok(PARSE("build", "-o", "x.db", "a", "b"));
	assert_string_equal(line.output, "x.db");
	assert_int_equal(line.nargs, 2);
	assert_ok(PARSE("build", "-ox.db"));
	assert_string_equal(line.output, "x.db");
	assert_ok(PARSE("programs", "--", "--format", "-x"));
	assert_int_equal(line.nargs, 2);
	assert_string_equal(line.args[0], "--format");
	assert_ok(PARSE("-h"));
	assert_true(line.help);
}

static void
test_refused(void **state)
{
	static const struct {
		const char *says;
		const char *words[6];
	} bad[] = {
	    {"no option --colour; nearest: --color", {"career", "--colour"}},
	    {"no option --zzzz; `career --help`", {"career", "roles", "--zzzz=1"}},
	    {"no option -x", {"career", "show", "-x"}},
	    {"no verb 'progams'; nearest: programs", {"career", "progams"}},
	    {"no verb 'qqqq'; `career --help`", {"career", "qqqq"}},
	    {"--format takes no 'jsn'; nearest: json", {"career", "roles", "--format", "jsn"}},
	    {"--format takes no '42', only table", {"career", "roles", "--format", "42"}},
	    {"--level takes no 'senor'; nearest: senior",
		{"career", "show", "x", "--level", "senor"}},
	    {"--limit takes a whole number, not '-1'", {"career", "roles", "--limit", "-1"}},
	    {"--limit takes a whole number, not '3x'", {"career", "roles", "--limit=3x"}},
	    {"whole number", {"career", "roles", "--limit=99999999999999999999"}},
	    {"--limit needs a value: N", {"career", "roles", "--limit"}},
	    {"--columns needs a value", {"career", "roles", "--columns="}},
	    {"--keys takes no 'emcs'; nearest: emacs (of default, vi, emacs)",
		{"career", "--keys", "emcs"}},
	    {"--theme needs a value: NAME", {"career", "--theme="}},
	    {"a FILE is for --check: career keys --check k.yaml", {"career", "keys", "k.yaml"}},
	    {"--ascii takes no value", {"career", "--ascii=yes"}},
	    {"--level is not for roles, only for start, compare, ",
		{"career", "roles", "--level=mid"}},
	    {"--plain is not for the screen", {"career", "--plain"}},
	    {"too few arguments: career show KEY", {"career", "show"}},
	    {"too many arguments: career show KEY", {"career", "show", "a", "b"}},
	    {"--plain prints sentences", {"career", "roles", "--plain", "--format", "csv"}},
	    {"without --columns", {"career", "roles", "--plain", "--columns", "slug"}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		assert_false(parse(bad[i].words));
		assert_int_equal(e.code, ERR_USAGE);
		assert_contains(e.text, bad[i].says);
	}
}

static void
test_keys_and_theme(void **state)
{
	(void)state;
	assert_ok(PARSE("--keys", "emacs", "--theme", "mine"));
	assert_string_equal(line.options.keys, "emacs");
	assert_string_equal(line.options.theme, "mine"); /* looked for when the screen opens */
	assert_ok(PARSE("--guest"));
	assert_null(line.options.keys);
	assert_null(line.options.theme);
	assert_ok(PARSE("keys", "--check", "k.yaml", "--preset=vi"));
	assert_true(line.check);
	assert_string_equal(line.args[0], "k.yaml");
}

static void
test_levels(void **state)
{
	(void)state;
	assert_ok(PARSE("show", "x", "--level", "entry"));
	assert_int_equal(line.level, 0);
	assert_ok(PARSE("show", "x", "--level", "executive"));
	assert_int_equal(line.level, 5);
	assert_false(PARSE("show", "x", "--level", "all"));
}

/* --- tables ---------------------------------------------------------------------------------- */

static void
test_tables(void **state)
{
	option_bits taken = 0;

	(void)state;
	for (size_t i = 0; i < nverbs; i++) {
		taken |= verbs[i].options;
		assert_int_equal(verbs[i].run == NULL, i == 0);
		assert_true((verbs[i].options & OPT_BIT(OPT_HELP)) != 0);
		assert_true(i == 0 || verb_find(verbs[i].name) == &verbs[i]);
		/* One that takes options of one letter cannot take a query. */
		assert_false(
		    verbs[i].takes == TAKES_QUERY && (verbs[i].options & OPT_BIT(OPT_OUTPUT)));
	}
	for (size_t i = 0; i < OPT_COUNT; i++) {
		assert_true((taken & OPT_BIT(i)) != 0);
		assert_int_equal(cli_options[i].value == NULL, cli_options[i].kind == OPTION_FLAG);
		assert_int_equal(cli_options[i].word != NULL,
		    cli_options[i].kind == OPTION_WORD || cli_options[i].kind == OPTION_THEME);
	}
	for (size_t i = 0; i < nlists; i++)
		assert_non_null(verb_find(lists[i]->name));
}

/* Names of fields with "," between. */
static const char *
names(const struct list *l, const int *fields, size_t n)
{
	static char text[1024];
	size_t at = 0;

	text[0] = '\0';
	for (size_t i = 0; i < n; i++)
		at += (size_t)snprintf(
		    text + at, sizeof text - at, "%s%s", i ? "," : "", l->fields[fields[i]].name);
	return text;
}

/* Programs read these names and this order. */
static void
test_default_columns(void **state)
{
	static const struct {
		const struct list *list;
		const char *columns;
	} stable[] = {
	    {&list_roles,
		"slug,title,family,kind,codes,pay_low,pay_high,pay_currency,pay_basis,"
		"pay_level,pay_publishers,growth,demand,programs"},
	    {&list_programs,
		"key,school,program,field,award,mode,city,state,country,months,"
		"months_max,cost,cost_basis,currency,audience,cost_per_year,cost_as_of,"
		"earnings,earnings_horizon,debt,dte,tuition_in,tuition_out,control,status,"
		"source"},
	    {&list_skills, "slug,name,category,must,important,nice,skip"},
	};
	int fields[64];
	size_t n;

	(void)state;
	for (size_t i = 0; i < COUNT(stable); i++) {
		assert_ok(list_columns(stable[i].list, NULL, fields, 64, &n, &e));
		assert_string_equal(names(stable[i].list, fields, n), stable[i].columns);
	}
}

static void
test_columns(void **state)
{
	int fields[4];
	size_t n;

	(void)state;
	assert_ok(list_columns(&list_programs, "cost, key,university", fields, 4, &n, &e));
	assert_string_equal(names(&list_programs, fields, n), "cost,key,school");
	assert_false(list_columns(&list_programs, "cost,scool", fields, 4, &n, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_string_equal(e.text, "--columns: programs have no column 'scool'; nearest: school");
	assert_false(list_columns(&list_programs, "cost,", fields, 4, &n, &e));
	assert_false(list_columns(&list_programs, "cost,cost,cost,cost,cost", fields, 4, &n, &e));
	assert_contains(e.text, "more than 4");
	for (size_t i = 0; i < nlists; i++) {
		int brief[64];

		assert_ok(list_columns(lists[i], list_brief(lists[i]), brief, 64, &n, &e));
		assert_true(n >= 3);
	}
}

static void
test_sort(void **state)
{
	struct query_sort sort[QUERY_MAX_SORT];
	size_t n;

	(void)state;
	assert_ok(list_sort(&list_programs, NULL, sort, &n, &e));
	assert_int_equal(n, 0);
	assert_ok(list_sort(&list_programs, "-cost,school", sort, &n, &e));
	assert_int_equal(n, 2);
	assert_true(sort[0].descending && !sort[1].descending);
	assert_int_equal(sort[0].field, field_find(&list_programs, "cost"));
	assert_false(list_sort(&list_programs, "-cst", sort, &n, &e));
	assert_contains(e.text, "nearest: cost");
	assert_false(list_sort(&list_programs, "key", sort, &n, &e));
	assert_false(list_sort(&list_programs, "cost,school,award,mode,city", sort, &n, &e));
	assert_contains(e.text, "more than 4");
}

/* --- help ------------------------------------------------------------------------------------ */

/* No line of help is wider than a small terminal. */
static void
test_help(void **state)
{
	(void)state;
	for (size_t i = 0; i < nverbs; i++) {
		struct cli c = {.cmd = &line};
		const char *at, *end;

		sink_init(&c.out, -1);
		help_print(&c, &verbs[i]);
		assert_contains(c.out.buf.data, "usage: career");
		assert_contains(c.out.buf.data, "--help");
		for (at = c.out.buf.data; (end = strchr(at, '\n')); at = end + 1)
			if (end - at > 79 || (end > at && end[-1] == ' '))
				fail_msg("'%.*s'", (int)(end - at), at);
		assert_int_equal(*at, '\0');
		buf_free(&c.out.buf);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(test_screen),
	    TEST(test_list),
	    TEST(test_defaults),
	    TEST(test_dashes),
	    TEST(test_refused),
	    TEST(test_keys_and_theme),
	    TEST(test_levels),
	    TEST(test_tables),
	    TEST(test_default_columns),
	    TEST(test_columns),
	    TEST(test_sort),
	    TEST(test_help),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
