/* What the program carries is what stands in the source, byte for byte. */
#include "career/base/embedded.h"
#include "career/base/file.h"
#include "check.h"

static void
test_same(void **state)
{
	(void)state;
	assert_true(embedded_file_count >= 2);
	for (size_t i = 0; i < embedded_file_count; i++) {
		struct buf bytes = BUF_INIT;
		struct err e;

		assert_ok(file_read(embedded_file[i].name, 1 << 20, &bytes, &e));
		assert_string_equal(embedded_file[i].text, bytes.data);
		assert_ptr_equal(embedded_text(embedded_file[i].name), embedded_file[i].text);
		buf_free(&bytes);
	}
	assert_null(embedded_file[embedded_file_count].name);
}

static void
test_unknown(void **state)
{
	(void)state;
	assert_null(embedded_text("keymap.yaml"));
	assert_null(embedded_text(""));
	assert_non_null(embedded_text("data/keymap.yaml"));
	assert_non_null(embedded_text("data/themes.yaml"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_same),
	    cmocka_unit_test(test_unknown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
