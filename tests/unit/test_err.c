#include "career/base/err.h"
#include "check.h"

#include <string.h>

static void
test_set(void **state)
{
	struct err e;

	(void)state;
	err_clear(&e);
	assert_int_equal(e.code, ERR_NONE);
	assert_string_equal(e.text, "");
	assert_false(err_set(&e, ERR_DATA, "%s:%d: bad %s", "roles.yaml", 7, "slug"));
	assert_int_equal(e.code, ERR_DATA);
	assert_string_equal(e.text, "roles.yaml:7: bad slug");
	err_clear(&e);
	assert_int_equal(e.code, ERR_NONE);
}

static void
test_prefix(void **state)
{
	struct err e;

	(void)state;
	err_set(&e, ERR_USAGE, "no such column");
	assert_false(err_prefix(&e, "--columns %s", "tilte"));
	assert_string_equal(e.text, "--columns tilte: no such column");
	assert_int_equal(e.code, ERR_USAGE);
}

static void
test_one_line(void **state)
{
	struct err e;

	(void)state;
	err_set(&e, ERR_DATA, "a\nb\r\n");
	assert_string_equal(e.text, "a b");
}

/* Too long a message is cut inside the array. */
static void
test_long(void **state)
{
	struct err e;
	char big[4096];

	(void)state;
	memset(big, 'x', sizeof big - 1);
	big[sizeof big - 1] = '\0';
	err_set(&e, ERR_DATA, "%s", big);
	assert_int_equal(strlen(e.text), sizeof e.text - 1);
	err_set(&e, ERR_DATA, "short");
	err_prefix(&e, "%s", big);
	assert_int_equal(strlen(e.text), sizeof e.text - 1);
	err_set(&e, ERR_DATA, "%.*s", (int)sizeof e.text - 4, big);
	err_prefix(&e, "ctx");
	assert_int_equal(strlen(e.text), sizeof e.text - 1);
	assert_memory_equal(e.text, "ctx: xxx", 8);
}

/* What is cut off ends with a whole character. */
static void
test_long_characters(void **state)
{
	char text[1200];
	struct err e;

	(void)state;
	for (size_t front = 0; front < 4; front++) {
		memset(text, 'a', front);
		for (size_t i = front; i + 3 < sizeof text; i += 3)
			memcpy(text + i, "\xe2\x82\xac", 4);
		err_set(&e, ERR_DATA, "%s", text);
		assert_int_equal((strlen(e.text) - front) % 3, 0);
		assert_true(strlen(e.text) > sizeof e.text - 5);
		err_set(&e, ERR_DATA, "b");
		err_prefix(&e, "%s", text);
		assert_int_equal((strlen(e.text) - front) % 3, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_set),
	    cmocka_unit_test(test_prefix),
	    cmocka_unit_test(test_one_line),
	    cmocka_unit_test(test_long),
	    cmocka_unit_test(test_long_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
