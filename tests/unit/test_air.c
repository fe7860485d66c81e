/* Room between items: where it goes, and that nothing else changes. */
#include "career/base/buf.h"
#include "career/page/page.h"
#include "check.h"

static struct page page;

static void
add(const char *text)
{
	page_line(&page);
	page_add(&page, STYLE_TEXT, text);
}

static const char *
aired(void)
{
	static struct buf out = BUF_INIT;

	buf_clear(&out);
	page_air(&page);
	page_text(&page, &out);
	return out.data;
}

static int
setup(void **state)
{
	(void)state;
	page_init(&page, &(struct page_opts){.width = 30});
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	page_free(&page);
	return 0;
}

static void
test_empty(void **state)
{
	(void)state;
	assert_string_equal(aired(), "");
	add("one");
	assert_string_equal(aired(), "one\n");
}

/* Names with and without a sign begin items; what is indented below them belongs to them. */
static void
test_items(void **state)
{
	(void)state;
	add("~guide");
	add("  basis not said");
	add(" survey");
	add("! all disagree");
	add("    in detail");
	assert_string_equal(
	    aired(), "~guide\n  basis not said\n\n survey\n\n! all disagree\n    in detail\n");
}

/* Blank lines stay single, and what follows a heading stands below it. */
static void
test_blocks(void **state)
{
	(void)state;
	add("intro");
	page_heading(&page, "Heading", NULL);
	add("  one");
	add("  two");
	add("      more of it");
	page_blank(&page);
	add("last");
	assert_string_equal(
	    aired(), "intro\n\nHeading\n  one\n\n  two\n      more of it\n\nlast\n");
}

/* Wrapped lines are one item; anchors go along. */
static void
test_wrapped(void **state)
{
	(void)state;
	page_wrap(&page, 0, STYLE_TEXT, "one two three four five six seven eight");
	page_anchor(&page, ANCHOR_TERM, "first");
	page_wrap(&page, 0, STYLE_TEXT, "nine");
	page_anchor(&page, ANCHOR_TERM, "second");
	assert_string_equal(aired(), "one two three four five six\nseven eight\n\nnine\n");
	assert_int_equal(page.nlines, 4);
	assert_string_equal(page.lines[1].anchors[0].key, "first");
	assert_int_equal(page.lines[2].nanchors, 0);
	assert_string_equal(page.lines[3].anchors[0].key, "second");
	page_line(&page); /* the page can go on */
	page_add(&page, STYLE_TEXT, "ten");
	assert_int_equal(page.nlines, 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_items, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_blocks, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_wrapped, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
