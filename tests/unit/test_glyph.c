#include "career/base/text.h"
#include "career/page/glyph.h"
#include "check.h"

/* Each is there in both forms and takes one cell; the ASCII form is ASCII. */
static void
test_one_cell(void **state)
{
	int g;

	(void)state;
	for (g = 0; g < GLYPH_COUNT; g++) {
		const char *rich = glyph((enum glyph)g, false), *plain = glyph((enum glyph)g, true);

		assert_non_null(rich);
		assert_non_null(plain);
		assert_int_equal(text_width(rich), 1);
		assert_int_equal(strlen(plain), 1);
		assert_in_range(plain[0], 0x21, 0x7e);
	}
}

static void
test_safe(void **state)
{
	struct buf b = BUF_INIT;
	int g;

	(void)state;
	for (g = 0; g < GLYPH_COUNT; g++) {
		buf_clear(&b);
		text_safes(&b, glyph((enum glyph)g, false), false);
		assert_string_equal(b.data, glyph((enum glyph)g, false));
	}
	buf_free(&b);
}

static void
test_known(void **state)
{
	(void)state;
	assert_string_equal(glyph(GLYPH_CUT, true), "~");
	assert_string_equal(glyph(GLYPH_CUT, false), "\u2026");
	assert_string_equal(glyph(GLYPH_UP, true), "^");
	assert_string_equal(glyph(GLYPH_DOWN, true), "v");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_one_cell),
	    cmocka_unit_test(test_safe),
	    cmocka_unit_test(test_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
