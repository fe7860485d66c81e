#include "career/base/text.h"
#include "career/page/glyph.h"
#include "career/page/page.h"
#include "check.h"

#include <stdio.h>

static struct page_opts
wide(int width)
{
	return (struct page_opts){.width = width};
}

static struct page
new_page(int width, bool ascii)
{
	struct page_opts opts = wide(width);
	struct page p;

	opts.ascii = ascii;
	page_init(&p, &opts);
	return p;
}

/* The page as text, and every line within the width and true to its spans. */
static void
assert_page(struct page *p, const char *expected)
{
	struct buf b = BUF_INIT;
	size_t i, k;

	for (i = 0; i < p->nlines; i++) {
		int width = 0;

		for (k = 0; k < p->lines[i].nspans; k++) {
			assert_int_equal(
			    text_width(p->lines[i].spans[k].text), p->lines[i].spans[k].width);
			width += p->lines[i].spans[k].width;
		}
		assert_int_equal(width, p->lines[i].width);
		assert_true(width <= p->opts.width);
	}
	page_text(p, &b);
	if (expected)
		assert_string_equal(b.data, expected);
	buf_free(&b);
}

static void
test_empty(void **state)
{
	struct page p = new_page(40, false);

	(void)state;
	assert_page(&p, "");
	assert_int_equal(page_find_heading(&p, "Pay"), -1);
	page_wrap(&p, 0, STYLE_TEXT, "");
	page_wrap(&p, 4, STYLE_TEXT, " \n\n \t");
	assert_int_equal(p.nlines, 0);
	page_add(&p, STYLE_TEXT, "begins a line");
	assert_page(&p, "begins a line\n");
	page_free(&p);
}

static void
test_spans(void **state)
{
	struct page p = new_page(80, false);
	int i;

	(void)state;
	page_line(&p);
	for (i = 0; i < 40; i++)
		page_addf(&p, i % 2 ? STYLE_VALUE : STYLE_WARN, "%d", i % 10);
	assert_int_equal(p.lines[0].nspans, 40);
	for (i = 0; i < 40; i++) {
		assert_int_equal(p.lines[0].spans[i].text[0], '0' + i % 10);
		assert_int_equal(p.lines[0].spans[i].style, i % 2 ? STYLE_VALUE : STYLE_WARN);
	}
	assert_page(&p, "0123456789012345678901234567890123456789\n");
	page_free(&p);
}

static void
test_cut(void **state)
{
	struct page p = new_page(20, false);

	(void)state;
	page_line(&p);
	page_add(&p, STYLE_TEXT, "twelve cells ");
	page_add(&p, STYLE_VALUE, "and many more");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "exactly twenty cells");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "exactly twenty cells");
	page_add(&p, STYLE_TEXT, "   ");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "exactly twenty cells");
	page_add(&p, STYLE_TEXT, "!");
	page_add(&p, STYLE_TEXT, "!");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "exactly twenty cell");
	page_add(&p, STYLE_TEXT, "s");
	page_add(&p, STYLE_TEXT, "!");
	assert_page(&p,
	    "twelve cells and ma\u2026\n"
	    "exactly twenty cells\n"
	    "exactly twenty cells\n"
	    "exactly twenty cell\u2026\n"
	    "exactly twenty cell\u2026\n");
	page_free(&p);
}

/* A wide character that would be halved leaves a blank: the mark is always the last cell. */
static void
test_cut_wide(void **state)
{
	struct page p = new_page(20, false);

	(void)state;
	page_line(&p);
	page_add(&p, STYLE_TEXT, "\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57x");
	page_add(&p, STYLE_TEXT, "more");
	assert_page(&p,
	    "\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\n"
	    "\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22 \u2026\n");
	assert_int_equal(p.lines[1].width, 20);
	page_free(&p);
}

static void
test_safe_text(void **state)
{
	struct page p = new_page(60, false), a = new_page(60, true);

	(void)state;
	page_line(&p);
	page_add(&p, STYLE_TEXT, "a\033[31mb\u202ec\x80\td\ne");
	assert_page(&p, "a\ufffd[31mb\ufffdc\ufffd d e\n");
	page_line(&a);
	page_add(&a, STYLE_TEXT, "Se\u00f1or \u2013 \u201cq\u201d \u6f22 \033");
	page_line(&a);
	page_add(
	    &a, STYLE_TEXT, "a text that is too long for the width of this page, sadly enough");
	assert_page(&a,
	    "Senor - \"q\" ? ?\n"
	    "a text that is too long for the width of this page, sadly e~\n");
	page_free(&p);
	page_free(&a);
}

static void
test_columns(void **state)
{
	struct page p = new_page(30, false);

	(void)state;
	page_line(&p);
	page_to(&p, 0);
	page_add(&p, STYLE_LABEL, "Pay");
	page_to(&p, 8);
	page_add(&p, STYLE_VALUE, "120K");
	page_line(&p);
	page_add(&p, STYLE_LABEL, "A long label");
	page_to(&p, 8);
	page_add(&p, STYLE_VALUE, "120K");
	page_line(&p);
	page_add(&p, STYLE_LABEL, "8 cells.");
	page_to(&p, 8);
	page_add(&p, STYLE_VALUE, "120K");
	page_line(&p);
	page_add(&p, STYLE_LABEL, "8 cells ");
	page_to(&p, 8);
	page_add(&p, STYLE_VALUE, "120K");
	page_line(&p);
	page_to(&p, 99);
	page_add(&p, STYLE_VALUE, "x");
	assert_page(&p,
	    "Pay     120K\n"
	    "A long label 120K\n"
	    "8 cells. 120K\n"
	    "8 cells 120K\n"
	    "                             \u2026\n");
	page_free(&p);
}

static void
test_right(void **state)
{
	struct page p = new_page(20, false);

	(void)state;
	page_line(&p);
	page_add(&p, STYLE_TEXT, "left");
	page_right(&p, STYLE_NOTE, "right");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "fourteen cells");
	page_right(&p, STYLE_NOTE, "right");
	page_line(&p);
	page_anchor(&p, ANCHOR_SOURCE, "guide");
	page_add(&p, STYLE_TEXT, "fifteen cells. ");
	page_right(&p, STYLE_NOTE, "right");
	assert_int_equal(p.nlines, 4);
	assert_int_equal(p.lines[3].nanchors, 1);
	assert_string_equal(p.lines[3].anchors[0].key, "guide");
	page_line(&p);
	page_right(&p, STYLE_NOTE, "more than twenty cells");
	assert_page(&p,
	    "left           right\n"
	    "fourteen cells right\n"
	    "fifteen cells.\n"
	    "               right\n"
	    "more than twenty ce\u2026\n");
	page_free(&p);
}

static void
test_wrap(void **state)
{
	struct page p = new_page(24, false);

	(void)state;
	page_wrap(&p, 2, STYLE_TEXT,
	    "One sentence that is longer than a line.\nGoes on.\n\n  \n\nA second paragraph.\n");
	assert_page(&p,
	    "  One sentence that is\n"
	    "  longer than a line.\n"
	    "  Goes on.\n"
	    "\n"
	    "  A second paragraph.\n");
	page_wrapf(&p, 0, STYLE_NOTE, "%d of %d publishers", 3, 4);
	assert_int_equal(p.nlines, 6);
	assert_page(&p, NULL);
	page_free(&p);
}

static void
test_wrap_long_word(void **state)
{
	struct page p = new_page(20, false);

	(void)state;
	page_wrap(&p, 4, STYLE_TEXT, "abcdefghijklmnopqrstuvwxyz");
	page_wrap(&p, 99, STYLE_TEXT, "half of the width is kept");
	assert_page(&p,
	    "    abcdefghijklmnop\n"
	    "    qrstuvwxyz\n"
	    "          half of\n"
	    "          the width\n"
	    "          is kept\n");
	page_free(&p);
}

static void
test_join(void **state)
{
	struct page p = new_page(24, false);

	(void)state;
	page_line(&p);
	page_add(&p, STYLE_WARN, "! ");
	page_join(&p, 2, STYLE_WARN, "one guide stands apart from the others");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "a line with no room xx");
	page_join(&p, 2, STYLE_TEXT, "for it");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "twenty-three cells wide");
	page_join(&p, 0, STYLE_TEXT, "\u6f22\u5b57");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "twenty-four cells. Wide!");
	page_join(&p, 0, STYLE_TEXT, "Next");
	assert_page(&p,
	    "! one guide stands apart\n"
	    "  from the others\n"
	    "a line with no room xx\n"
	    "  for it\n"
	    "twenty-three cells wide\n"
	    "\u6f22\u5b57\n"
	    "twenty-four cells. Wide!\n"
	    "Next\n");
	page_free(&p);
}

/* Blanks at the ends of joined texts part words; none stands at the start of a wrapped line. */
static void
test_join_blanks(void **state)
{
	struct page p = new_page(24, false);

	(void)state;
	page_line(&p);
	page_join(&p, 0, STYLE_NEAR, "All Other: ");
	page_join(&p, 0, STYLE_NOTE, "8.2%");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "a line with no room xx");
	page_join(&p, 4, STYLE_NOTE, " (the source)");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "twenty-four cells. Wide!");
	page_join(&p, 2, STYLE_TEXT, " ");
	page_join(&p, 2, STYLE_TEXT, "Next");
	assert_page(&p,
	    "All Other: 8.2%\n"
	    "a line with no room xx\n"
	    "    (the source)\n"
	    "twenty-four cells. Wide!\n"
	    "  Next\n");
	page_free(&p);
}

/* The word in front of a comma goes along to the next line, with its styles. */
static void
test_join_punctuation(void **state)
{
	struct page p = new_page(24, false);

	(void)state;
	page_line(&p);
	page_add(&p, STYLE_TEXT, "twenty-three cells wi");
	page_add(&p, STYLE_VALUE, "de!");
	page_join(&p, 2, STYLE_NOTE, ", it is said");
	assert_int_equal(p.lines[1].spans[2].style, STYLE_VALUE);
	page_line(&p);
	page_to(&p, 4);
	page_add(&p, STYLE_TEXT, "onewordthatfillsall!");
	page_join(&p, 4, STYLE_NOTE, "; no way out");
	page_line(&p);
	page_add(&p, STYLE_TEXT, "room for the comma only");
	page_join(&p, 0, STYLE_NOTE, ", then more");
	assert_page(&p,
	    "twenty-three cells\n"
	    "  wide!, it is said\n"
	    "    onewordthatfillsall!\n"
	    "    ; no way out\n"
	    "room for the comma only,\n"
	    "then more\n");
	page_free(&p);
}

/* A plain page has sentences: no rules, no columns, nothing cut. */
static void
test_plain(void **state)
{
	struct page_opts opts = {.width = 40, .plain = true};
	struct page p;

	(void)state;
	page_init(&p, &opts);
	page_heading(&p, "Pay", NULL);
	page_rule(&p);
	page_line(&p);
	page_add(&p, STYLE_LABEL, "Pay, first job");
	page_to(&p, 16);
	page_add(&p, STYLE_VALUE, "$120K-160K ");
	page_right(&p, STYLE_NOTE, "3 of 4 publishers meet");
	page_pair(&p, "Degree", 16, STYLE_VALUE, "portfolio first");
	page_pair(&p, "", 16, STYLE_VALUE, "or is it?");
	page_line(&p);
	page_to(&p, 4);
	page_add(&p, STYLE_TEXT, "- a  line that is longer than the page is wide");
	page_line(&p);
	page_add(&p, STYLE_LINK, "https://u.example/a-long-address/of-two-lines");
	page_blank(&p);
	page_wrap(&p, 4, STYLE_TEXT, "He said \"no.\"");
	page_wrap(&p, 4, STYLE_TEXT, "forty cells are just what this has, yes!");
	page_wrap(&p, 4, STYLE_TEXT, "forty cells are just what this line has:");
	page_wrap(&p, 4, STYLE_TEXT, "forty cells are just what this line has ");
	page_wrap(&p, 4, STYLE_TEXT, "the end");
	page_close(&p);
	assert_page(&p,
	    "Pay\n"
	    "Pay, first job: 120 to 160 thousand\n"
	    "dollars; 3 of 4 publishers meet.\n"
	    "Degree: portfolio first.\n"
	    "or is it?\n"
	    "- a line that is longer than the page\n"
	    "is wide.\n"
	    "https://u.example/a-long-address/of-two-\n"
	    "lines\n"
	    "\n"
	    "He said \"no.\"\n"
	    "forty cells are just what this has, yes!\n"
	    "forty cells are just what this line has:\n"
	    "forty cells are just what this line has.\n"
	    "the end.\n");
	page_free(&p);
}

static void
test_pair(void **state)
{
	struct page p = new_page(30, false);

	(void)state;
	page_pair(&p, "Degree", 10, STYLE_VALUE, "portfolio first, master's or bachelor's");
	page_anchor_id(&p, ANCHOR_FIGURE, 42);
	page_pair(&p, "A label of some length", 10, STYLE_VALUE, "value, and more of it");
	page_pair(&p, "Empty", 10, STYLE_VALUE, "");
	assert_page(&p,
	    "Degree    portfolio first,\n"
	    "          master's or\n"
	    "          bachelor's\n"
	    "A label of some length value,\n"
	    "          and more of it\n"
	    "Empty\n");
	assert_int_equal(p.lines[0].spans[0].style, STYLE_LABEL);
	page_free(&p);
}

/* Anchors go to all lines of an item, whichever comes first. */
static void
test_anchors(void **state)
{
	struct page p = new_page(30, false);
	size_t i;

	(void)state;
	page_line(&p);
	page_anchor(&p, ANCHOR_ROLE, "before");
	page_join(&p, 2, STYLE_TEXT,
	    "text that is long enough for three lines of this narrow page, at least");
	page_anchor_id(&p, ANCHOR_FIGURE, -7);
	page_anchor_id(&p, ANCHOR_FIGURE, -7);
	assert_true(p.nlines >= 3);
	for (i = 0; i < p.nlines; i++) {
		assert_int_equal(p.lines[i].nanchors, 2);
		assert_int_equal(p.lines[i].anchors[0].kind, ANCHOR_ROLE);
		assert_string_equal(p.lines[i].anchors[0].key, "before");
		assert_string_equal(p.lines[i].anchors[1].key, "-7");
	}
	page_wrap(&p, 0, STYLE_TEXT, "next item");
	assert_int_equal(p.lines[p.nlines - 1].nanchors, 0);
	for (i = 0; i < 9; i++)
		page_anchor_id(&p, ANCHOR_SOURCE, (int64_t)i);
	assert_int_equal(p.lines[p.nlines - 1].nanchors, LINE_ANCHORS);
	assert_int_equal(p.lines[0].nanchors, 2);
	page_free(&p);
}

static void
test_headings(void **state)
{
	struct page p = new_page(20, true);

	(void)state;
	page_heading(&p, "Pay", "base");
	page_wrap(&p, 0, STYLE_TEXT, "Growth");
	page_rule(&p);
	page_wrap(&p, 0, STYLE_TEXT, "below");
	page_blank(&p);
	page_blank(&p); /* two in a row are one */
	page_wrap(&p, 0, STYLE_TEXT, "text");
	page_heading(&p, "Growth", NULL);
	page_heading(&p, "R\u00e9sum\u00e9", NULL);
	assert_page(&p, "Pay\nGrowth\n--------------------\nbelow\n\ntext\nGrowth\nResume\n");
	assert_int_equal(page_find_heading(&p, "Pay"), 0);
	assert_int_equal(page_find_heading(&p, "Growth"), 6);
	assert_int_equal(page_find_heading(&p, "R\u00e9sum\u00e9"), 7);
	assert_int_equal(page_find_heading(&p, "Path"), -1);
	assert_int_equal(p.lines[0].anchors[0].kind, ANCHOR_TERM);
	assert_string_equal(p.lines[0].anchors[0].key, "base");
	assert_int_equal(p.lines[1].nanchors, 0);
	assert_true(p.lines[0].heading);
	assert_false(p.lines[1].heading);
	page_free(&p);
}

static void
test_reset(void **state)
{
	struct page p = new_page(20, false);
	struct page_opts opts = wide(3);

	(void)state;
	page_heading(&p, "Pay", "base");
	page_pair(&p, "a", 4, STYLE_TEXT, "b");
	page_reset(&p, &opts);
	assert_int_equal(p.nlines, 0);
	assert_int_equal(p.opts.width, 20);
	page_add(&p, STYLE_TEXT, "new");
	assert_int_equal(p.lines[0].nanchors, 0);
	assert_page(&p, "new\n");
	page_free(&p);
}

/* Whatever the text, lines keep within the width and the words stay. */
static void
test_hostile(void **state)
{
	static const char *const texts[] = {"a", ", comma", ").", ";abcdefghijklmnopqrstuvwxyz0123",
	    " leading", "\n\n\nx\n\n", "--a--b//c", "\u0301\u0301mark",
	    "\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57",
	    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
	    "\x80\x81\xff\xfe bytes",
	    "\u0928\u092e\u0938\u094d\u0924\u0947 \u0928\u092e\u0938\u094d\u0924\u0947",
	    "                                        far", "\r\n\r\nx\r\n", "\u202e\u200b\u200d"};
	size_t i;
	int width, indent, used;

	(void)state;
	for (width = 20; width < 30; width++) {
		struct page p = new_page(width, width % 2);

		p.opts.plain = width % 3 == 0;
		for (i = 0; i < COUNT(texts); i++)
			for (indent = -1; indent < 40; indent += 7) {
				for (used = 0; used <= width; used += 3) {
					page_line(&p);
					page_addf(&p, STYLE_TEXT, "%.*s", used,
					    "##############################");
					page_join(&p, indent, STYLE_TEXT, texts[i]);
					page_right(&p, STYLE_TEXT, texts[i]);
				}
				page_wrap(&p, indent, STYLE_TEXT, texts[i]);
				page_pair(&p, texts[i], indent, STYLE_TEXT, texts[i]);
			}
		assert_page(&p, NULL);
		page_free(&p);
	}
}

/* Joining two texts keeps every letter. */
static void
test_nothing_lost(void **state)
{
	const char *text =
	    "The quick (brown) fox/jumps over-the lazy dog, again and again; antidisestablishment.";
	int width;

	(void)state;
	for (width = 20; width < 60; width++) {
		struct page p = new_page(width, false);
		struct buf b = BUF_INIT;
		const char *s, *t;

		page_line(&p);
		page_add(&p, STYLE_TEXT, "01234567890123456789" + width % 20);
		page_join(&p, width % 7, STYLE_TEXT, text);
		page_text(&p, &b);
		for (s = text, t = b.data + 20 - width % 20; *s; s++) {
			if (*s == ' ')
				continue;
			t += strspn(t, " \n");
			assert_int_equal(*t, *s);
			t++;
		}
		assert_string_equal(t, "\n");
		buf_free(&b);
		page_free(&p);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_spans),
	    cmocka_unit_test(test_cut),
	    cmocka_unit_test(test_cut_wide),
	    cmocka_unit_test(test_safe_text),
	    cmocka_unit_test(test_columns),
	    cmocka_unit_test(test_right),
	    cmocka_unit_test(test_wrap),
	    cmocka_unit_test(test_wrap_long_word),
	    cmocka_unit_test(test_join),
	    cmocka_unit_test(test_join_blanks),
	    cmocka_unit_test(test_join_punctuation),
	    cmocka_unit_test(test_plain),
	    cmocka_unit_test(test_pair),
	    cmocka_unit_test(test_anchors),
	    cmocka_unit_test(test_headings),
	    cmocka_unit_test(test_reset),
	    cmocka_unit_test(test_hostile),
	    cmocka_unit_test(test_nothing_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
