#include "career/query/bind.h"

#include "viewtest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void
rows_match(void **state)
{
	static const struct {
		const char *text, *want;
		bool typing;
	} cases[] = {
	    {"", "0 1 2 3 4 5 6", false},
	    {"state:CA", "1 2", false},
	    {"state:ca,NY", "1 2 5 6", false},
	    {"-state:CA", "0 3 4 5 6", false},
	    {"state:none", "3 4", false},
	    {"state:any", "0 1 2 5 6", false},
	    {"state:none,CA", "1 2 3 4", false},
	    {"-state:none,CA", "0 5 6", false},
	    {"state:C", "", false},
	    {"state:C", "1 2", true},
	    {"school:st*", "1 2", false},
	    {"school:\"georgia tech\"", "0", false},
	    {"school:ecole*", "3", false},
	    {"source:guide", "0 2", false},
	    {"source:guide,site", "0 1 2", false},
	    {"source:guide source:site", "0", false},
	    {"source:none", "3 4 5 6", false},
	    {"-source:none", "0 1 2", false},
	    {"source:none,guide", "0 2 3 4 5 6", false},
	    {"role:ml-engineer", "0 4", false}, /* through the field of study */
	    {"-role:ml-engineer award:master", "1 3", false},
	    {"role:any", "0 4", false},
	    {"role:none field:nursing", "5", false},
	    {"role:none,ml-engineer state:GA,NY", "0 5 6", false},
	    {"role:ml-engineer award:master -state:GA", "4", false},
	    {"award:master mode:online", "0", false},
	    {"months:12..24", "0 1 3 4", false},
	    {"months<18", "3 4", false},
	    {"months<=18", "1 3 4", false},
	    {"months>18", "0 6", false},
	    {"months=12.5", "", false},
	    {"months<12.5", "3 4", false},
	    {"-months:12..24", "6", false},
	    {"months:none", "2 5", false},
	    {"cost<20k", "0 6", false},
	    {"cost<=20k", "0 2 6", false},
	    {"cost<20k currency:EUR", "3", false},
	    {"cost<20k currency:any", "0 3", false},
	    {"cost<20k currency:none", "6", false},
	    {"cost<90k -currency:USD", "1 6", false},
	    {"cost>3m", "", false},
	    {"cost>5000m", "", false},
	    {"cost<=5000m", "0 1 2 6", false},
	    {"cost>-5000m", "0 1 2 6", false},
	    {"cost<-5000m", "", false},
	    {"cost:any", "0 1 2 3 4 6", false},
	    {"debt>5000m", "", false},
	    {"debt<=5000m", "3 4", false},
	    {"debt<-5000m", "", false},
	    {"cost_per_year<10k", "5", false},
	    {"earnings>50k", "5", false},
	    {"foo:1 state:CA cost<", "1 2", true},
	    {"sort:cost", "0 3 6 2 4 1 5", false},
	    {"sort:-cost", "1 4 2 6 3 0 5", false},
	    {"sort:state,-months", "1 2 0 6 5 3 4", false},
	    {"nursing state:NY", "5", false},
	    {"computer online", "", false},
	    {"computer tech", "0", false},
	    {"-\"data science\" -nursing", "0 4", false},
	    {"ecole", "3", false},
	};
	struct viewtest x;
	struct buf got = BUF_INIT;

	(void)state;
	viewtest_programs(&x);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		viewtest_rows(&x.view, cases[i].text, cases[i].typing, &got);
		if (strcmp(got.data, cases[i].want) != 0)
			print_message("query: %s\n", cases[i].text);
		assert_string_equal(got.data, cases[i].want);
	}
	buf_free(&got);
	viewtest_free(&x);
}

static void
unknown_values(void **state)
{
	static const struct {
		const char *text, *error, *rows;
		bool typing;
	} cases[] = {
	    {"online state:Californa", "column 8: no state is 'Californa'", "", false},
	    {"state:CAL", "column 1: no state 'CAL'; nearest: CA", "", false},
	    {"state:CY", "column 1: no state 'CY'; nearest: CA", "", false},
	    {"state:CA,CAL", "column 1: no state 'CAL'; nearest: CA", "1 2", false},
	    {"-state:CAL", "column 1: no state 'CAL'; nearest: CA", "0 1 2 3 4 5 6", false},
	    {"state:Q", "column 1: no state starts with 'Q'", "", true},
	    {"school:stanf", "column 1: no school 'stanf'; nearest: Stanford", "", false},
	    {"award:mater foo:1", "column 1: no award 'mater'; nearest: master", "", false},
	    {"foo:1 award:mater", "column 1: no field 'foo'; in quotes it is searched as text", "",
		false},
	    {"source:gide", "column 1: no source 'gide'; nearest: guide", "", false},
	    {"confidence:high", "column 1: no confidence is 'high'", "", false},
	};
	struct viewtest x;
	struct buf got = BUF_INIT;

	(void)state;
	viewtest_programs(&x);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		viewtest_rows(&x.view, cases[i].text, cases[i].typing, &got);
		assert_string_equal(x.view.query.error, cases[i].error);
		assert_string_equal(got.data, cases[i].rows);
	}
	buf_free(&got);
	viewtest_free(&x);
}

/* Percent a year is kept in tenths. */
static void
tenths(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
	    {"growth:3.1", "0"},
	    {"growth>=3.1", "0 3 5"},
	    {"growth>3.1", "3 5"},
	    {"growth<3.1%", "1 2 4"},
	    {"growth<=3.1", "0 1 2 4"},
	    {"growth:-0.5..0", "1 2"},
	    {"growth:3.1..3.2", "0 3"},
	    {"growth=3.15", ""},
	    {"growth>-0.5", "0 2 3 4 5"},
	};
	struct viewtest x;
	struct buf got = BUF_INIT;

	(void)state;
	viewtest_roles(&x);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		viewtest_rows(&x.view, cases[i].text, false, &got);
		if (strcmp(got.data, cases[i].want) != 0)
			print_message("query: %s\n", cases[i].text);
		assert_string_equal(got.data, cases[i].want);
	}
	buf_free(&got);
	viewtest_free(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_match),
	    cmocka_unit_test(unknown_values),
	    cmocka_unit_test(tenths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
