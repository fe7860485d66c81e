#include "career/base/buf.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>

static void
test_empty(void **state)
{
	struct buf b = BUF_INIT, c;
	char *taken;

	(void)state;
	buf_init(&c);
	assert_string_equal(b.data, "");
	assert_string_equal(c.data, "");
	buf_clear(&b);
	buf_add(&b, "", 0);
	buf_adds(&b, "");
	buf_pad(&b, 'x', 0);
	buf_insert(&b, 3, "", 0);
	buf_remove(&b, 0, 5);
	assert_int_equal(b.cap, 0);
	assert_ptr_equal(b.data, buf_empty);
	taken = buf_take(&b);
	assert_string_equal(taken, "");
	free(taken);
	buf_free(&b);
	buf_free(&c);
}

static void
test_add(void **state)
{
	struct buf b = BUF_INIT;
	int i;

	(void)state;
	buf_adds(&b, "one");
	buf_addc(&b, ' ');
	buf_add(&b, "t\0wo", 4);
	assert_int_equal(b.len, 8);
	assert_memory_equal(b.data, "one t\0wo", 9);
	buf_clear(&b);
	assert_string_equal(b.data, "");
	buf_addf(&b, "%d-%s", 42, "x");
	buf_pad(&b, '.', 3);
	assert_string_equal(b.data, "42-x...");
	for (i = 0; i < 5000; i++)
		buf_addf(&b, "%d", i % 10);
	assert_int_equal(b.len, 5007);
	assert_int_equal(b.data[b.len], 0);
	assert_int_equal(b.data[5006], '9');
	buf_free(&b);
	assert_ptr_equal(b.data, buf_empty);
}

static void
test_take(void **state)
{
	struct buf b = BUF_INIT;
	char *taken;

	(void)state;
	buf_adds(&b, "mine");
	taken = buf_take(&b);
	assert_string_equal(taken, "mine");
	assert_int_equal(b.len, 0);
	assert_string_equal(b.data, "");
	buf_adds(&b, "next");
	assert_string_equal(taken, "mine");
	free(taken);
	buf_free(&b);
}

static void
test_edit(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	buf_insert(&b, 0, "ad", 2);
	buf_insert(&b, 1, "bc", 2);
	assert_string_equal(b.data, "abcd");
	buf_insert(&b, 99, "e", 1);
	assert_string_equal(b.data, "abcde");
	buf_remove(&b, 1, 2);
	assert_string_equal(b.data, "ade");
	buf_remove(&b, 1, SIZE_MAX);
	assert_string_equal(b.data, "a");
	buf_remove(&b, 1, 1);
	assert_string_equal(b.data, "a");
	assert_int_equal(b.len, 1);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_add),
	    cmocka_unit_test(test_take),
	    cmocka_unit_test(test_edit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
