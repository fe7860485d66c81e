#include "career/base/bitset.h"
#include "check.h"

/* Sizes on both sides of the word borders. */
static const size_t sizes[] = {0, 1, 63, 64, 65, 127, 128, 1000};

static void
test_fill(void **state)
{
	struct bitset s;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(sizes); i++) {
		bitset_init(&s, sizes[i]);
		assert_int_equal(bitset_count(&s), 0);
		bitset_fill(&s, true);
		assert_int_equal(bitset_count(&s), sizes[i]);
		assert_false(bitset_has(&s, sizes[i]));
		bitset_fill(&s, false);
		assert_int_equal(bitset_count(&s), 0);
		bitset_free(&s);
		assert_null(s.w);
	}
}

static void
test_set(void **state)
{
	struct bitset s;
	size_t i;

	(void)state;
	bitset_init(&s, 1000);
	for (i = 0; i < 1000; i += 7)
		bitset_set(&s, i);
	for (i = 0; i < 1000; i++)
		assert_int_equal(bitset_has(&s, i), i % 7 == 0);
	assert_int_equal(bitset_count(&s), 143);
	bitset_set(&s, 994);
	bitset_unset(&s, 0);
	bitset_unset(&s, 1);
	assert_int_equal(bitset_count(&s), 142);
	assert_false(bitset_has(&s, SIZE_MAX));
	bitset_free(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_fill),
	    cmocka_unit_test(test_set),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
