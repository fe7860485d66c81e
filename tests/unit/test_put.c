#include "career/frame/frame.h"
#include "check.h"
#include "listframe.h"

#include <stdio.h>

static struct err e;
static struct listframe lf;
static int pay, currency, title;

static int
setup(void **state)
{
	static const char *const rows[] = {"slug=welder|title=Welder|pay_currency=GBP|pay_low=7",
	    "slug=smith|title=Smith", "slug=cook|title=Cook|pay_low=m1"};

	(void)state;
	err_clear(&e);
	if (!listframe_make(&lf, &list_roles, rows, COUNT(rows), &e))
		return -1;
	pay = frame_col(lf.frame.spec, "pay_low");
	currency = frame_col(lf.frame.spec, "pay_currency");
	title = frame_col(lf.frame.spec, "title");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	listframe_free(&lf);
	return 0;
}

static void
test_numbers(void **state)
{
	int32_t num[] = {120000, FRAME_MISSING + MISSING_SUPPRESSED, -1};

	(void)state;
	assert_int_equal(frame_num(&lf.frame, pay, 0), 7);
	frame_put_num(&lf.frame, pay, num);
	num[0] = 5; /* copied */
	assert_int_equal(frame_num(&lf.frame, pay, 0), 120000);
	assert_int_equal(frame_num(&lf.frame, pay, 1), FRAME_MISSING + MISSING_SUPPRESSED);
	assert_int_equal(frame_num(&lf.frame, pay, 2), -1);
	frame_put_num(&lf.frame, pay, num);
	assert_int_equal(frame_num(&lf.frame, pay, 0), 5);
	assert_string_equal(frame_text(&lf.frame, title, 0), "Welder");
	assert_string_equal(frame_text(&lf.frame, currency, 0), "GBP");
	assert_ptr_equal(lf.frame.cols[pay].spec, &lf.frame.spec->cols[pay]);
}

/* The dictionary is new, in collation order, and holds only what is used. */
static void
test_texts(void **state)
{
	const char *const first[] = {"usd", NULL, "EUR"}, *const second[] = {"", "b", "b"};
	const struct column *c = &lf.frame.cols[currency];

	(void)state;
	frame_put_text(&lf.frame, currency, first);
	assert_string_equal(frame_text(&lf.frame, currency, 0), "usd");
	assert_string_equal(frame_text(&lf.frame, currency, 1), "");
	assert_string_equal(frame_text(&lf.frame, currency, 2), "EUR");
	assert_int_equal(c->dict.n, 3);
	assert_string_equal(dict_text(&c->dict, 0), "");
	assert_string_equal(dict_text(&c->dict, 1), "EUR");
	assert_string_equal(dict_fold(&c->dict, 1), "eur");
	assert_int_equal(column_code(c, 1), 0);
	assert_int_equal(column_code(c, 0), 2);
	frame_put_text(&lf.frame, currency, second);
	assert_int_equal(c->dict.n, 2);
	assert_int_equal(column_code(c, 0), 0);
	assert_int_equal(column_code(c, 1), column_code(c, 2));
	assert_string_equal(frame_text(&lf.frame, currency, 2), "b");
	assert_string_equal(frame_text(&lf.frame, title, 2), "Cook");
}

/* Codes widen with the dictionary. */
static void
test_many_texts(void **state)
{
	enum { ROWS = 700 };
	static char text[ROWS][8];
	static char slug[ROWS][16];
	const char *rows[ROWS], *texts[ROWS];
	struct listframe many;

	(void)state;
	for (int i = 0; i < ROWS; i++) {
		snprintf(slug[i], sizeof slug[i], "slug=r%d", i);
		snprintf(text[i], sizeof text[i], "t%03d", (i * 37) % ROWS);
		rows[i] = slug[i];
		texts[i] = text[i];
	}
	assert_ok(listframe_make(&many, &list_roles, rows, ROWS, &e));
	assert_int_equal(many.frame.cols[currency].width, 1);
	frame_put_text(&many.frame, currency, texts);
	assert_int_equal(many.frame.cols[currency].width, 2);
	for (uint32_t i = 0; i < ROWS; i++) {
		assert_string_equal(frame_text(&many.frame, currency, i), text[i]);
		assert_int_equal(column_code(&many.frame.cols[currency], i), 1 + i * 37 % ROWS);
	}
	listframe_free(&many);
}

static void
test_no_rows(void **state)
{
	struct listframe none;
	const char *text = "x";
	int32_t num = 1;

	(void)state;
	assert_ok(listframe_make(&none, &list_roles, NULL, 0, &e));
	frame_put_num(&none.frame, pay, &num);
	frame_put_text(&none.frame, currency, &text);
	assert_int_equal(none.frame.cols[currency].dict.n, 1);
	assert_string_equal(dict_text(&none.frame.cols[currency].dict, 0), "");
	listframe_free(&none);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_numbers, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_texts, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_many_texts, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_no_rows, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
