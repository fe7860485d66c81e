/* Numbers of keys: by first sight, whatever bytes they hold, through many growths. */
#include "../../src/import/map.h"
#include "check.h"

#include <stdio.h>

static void
test_numbers(void **state)
{
	struct map m;
	bool fresh;

	(void)state;
	map_init(&m);
	assert_int_equal(map_find(&m, "a", 1), MAP_NONE);
	assert_int_equal(map_put(&m, "a", 1, &fresh), 0);
	assert_true(fresh);
	assert_int_equal(map_put(&m, "b", 1, &fresh), 1);
	assert_int_equal(map_put(&m, "a", 1, &fresh), 0);
	assert_false(fresh);
	assert_int_equal(map_put(&m, "", 0, &fresh), 2);
	assert_int_equal(map_put(&m, "a\0b", 3, &fresh), 3);
	assert_int_equal(map_find(&m, "a\0b", 3), 3);
	assert_int_equal(map_find(&m, "a\0c", 3), MAP_NONE);
	assert_string_equal(m.key[1].s, "b");
	assert_int_equal(m.n, 4);
	map_free(&m);
}

static void
test_many(void **state)
{
	enum { MANY = 20000 };
	struct map m;
	bool fresh;

	(void)state;
	map_init(&m);
	for (int turn = 0; turn < 2; turn++)
		for (int64_t i = 0; i < MANY; i++) {
			int64_t key = i << 20;

			assert_int_equal(map_put(&m, &key, sizeof key, &fresh), i);
			assert_int_equal(fresh, turn == 0);
		}
	assert_int_equal(m.n, MANY);
	map_free(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
