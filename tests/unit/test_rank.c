#include "career/query/bind.h"

#include "viewtest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void
ranking(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
	    {"data", "2 1 5 0 6 3 4"},
	    {"data engineer", "5 0 6 3"},
	    {"\"data engineer\"", "5 3"},
	    {"mle", "3"},
	    {"data sort:slug", "0 1 2 3 4 5 6"},
	    {"-engineer data", "2 1 4"},
	    {"-engineer", "1 2 4"},
	    {"data kind:role", "0 6"},
	};
	struct viewtest x;
	struct buf got = BUF_INIT;

	(void)state;
	viewtest_roles(&x);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		viewtest_rows(&x.view, cases[i].text, false, &got);
		assert_string_equal(got.data, cases[i].want);
	}
	buf_free(&got);
	viewtest_free(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ranking),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
