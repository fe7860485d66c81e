#include "career/query/view.h"

#include "listframe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static const char *const rows[] = {
    "school=A|award=master|state=CA|months=12|cost=10000|currency=USD",
    "school=B|award=master|state=CA|months=18|cost=19000|currency=unstated",
    "school=C|award=master|state=CA|cost=5000|currency=USD",
    "school=D|award=master|state=CA|cost=6000",
    "school=E|award=master|state=CA|cost=7000|currency=USD",
    "school=F|award=master|state=CA|months=24|cost=8000|currency=USD",
    "school=G|award=master|state=CA|months=10|cost=9000|currency=GBP",
    "school=H|award=bachelor|state=NY|months=48|cost=m0|currency=USD",
    "school=I|award=bachelor|state=NY|months=48|earnings=m1",
    "school=J|award=bachelor|state=NY|months=1|cost=9000|currency=EUR",
    "school=K|award=bachelor|state=NY|months=1|cost=9000|currency=EUR",
};

struct said {
	const char *text, *want;
	bool with_unknown;
};

static void
advice(void **state)
{
	static const struct said cases[] = {
	    {"", "", false},
	    {"master", "", false},
	    {"state:CA", "", false},
	    {"state:CA months<20 cost<20k",
		"2 match; 3 more state no length; 1 fits at 24 months; +1 in GBP", false},
	    {"state:CA months<20 cost<20k",
		"5 match; 3 of them state no length; 1 fits at 24 months; +1 in GBP", true},
	    {"state:CA months<12 cost<10k",
		"nothing matches; 3 state no length; 1 fits at 24 months; +1 in GBP; "
		"without `months<12`: 4; "
		"without `cost<10k`: 1",
		false},
	    {"school:A cost<5k", "nothing matches; 1 fits at cost 10,000; without `cost<5k`: 1",
		false},
	    {"cost<5k state:CA", "nothing matches; 1 fits at cost 5,000; without `cost<5k`: 7",
		false},
	    {"state:NY cost<20k",
		"nothing matches; 2 state no cost; +2 in EUR; without `state:NY`: 6; "
		"without `cost<20k`: 4",
		false},
	    {"months>40 cost>1",
		"nothing matches; 5 state no length or no cost; 1 fits at 24 months; "
		"without `months>40`: 6; without `cost>1`: 2",
		false},
	    {"state:TX school:Z", "nothing matches; dropping one term is not enough", false},
	    {"state:TX", "nothing matches; without `state:TX`: 11", false},
	    {"\"A", "", false},
	    {"\"zzz", "nothing matches; without `\"zzz\"`: 11", false},
	    {"state:CA earnings>5 debt>5", "nothing matches; 7 state no earnings or no debt",
		false},
	    {"cost<20k currency:GBP", "", false},
	};
	struct buf out = BUF_INIT;
	struct listframe lf;
	struct view v;
	struct err e;

	(void)state;
	assert_true(listframe_make(&lf, &list_programs, rows, sizeof rows / sizeof *rows, &e));
	view_init(&v, &list_programs, &lf.frame);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		v.with_unknown = cases[i].with_unknown;
		view_set(&v, cases[i].text, false);
		buf_clear(&out);
		view_advice(&v, &out);
		assert_string_equal(out.data, cases[i].want);
	}
	view_free(&v);
	listframe_free(&lf);
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(advice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
