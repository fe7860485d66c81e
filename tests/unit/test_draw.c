#include "career/base/text.h"
#include "career/page/glyph.h"
#include "career/ui/draw.h"
#include "career/ui/theme.h"
#include "check.h"
#include "screen.h"

#include <curses.h>
#include <stdlib.h>

static const struct area middle = {1, 2, 2, 6};

static void
assert_rows(const struct canvas *s, const char *expected)
{
	assert_string_equal(screen_text(s, false), expected);
}

static void
test_text(void **state)
{
	struct canvas s;

	(void)state;
	screen_open(&s, 4, 12, false, false);
	assert_int_equal(draw_text(&s.draw, &middle, 0, 0, "abc", 0, STYLE_TEXT, 0), 3);
	assert_int_equal(draw_text(&s.draw, &middle, 1, 3, "de", 0, STYLE_TEXT, 0), 2);
	assert_rows(&s, "\n  abc\n     de\n\n");
	screen_close(&s);
}

static void
test_clip(void **state)
{
	struct canvas s;

	(void)state;
	screen_open(&s, 4, 12, false, false);
	assert_int_equal(draw_text(&s.draw, &middle, 0, 0, "abcdef", 0, STYLE_TEXT, 0), 6);
	assert_int_equal(draw_text(&s.draw, &middle, 1, 0, "abcdefg", 0, STYLE_TEXT, 0), 6);
	assert_rows(&s, "\n  abcdef\n  abcde\u2026\n\n");
	draw_begin(&s.draw, &s.term);
	assert_int_equal(draw_text(&s.draw, &middle, 0, 1, "abcdef", 3, STYLE_TEXT, 0), 3);
	assert_int_equal(draw_text(&s.draw, &middle, 1, 4, "abcdef", 30, STYLE_TEXT, 0), 2);
	assert_rows(&s, "\n   ab\u2026\n      a\u2026\n\n");
	screen_close(&s);
}

static void
test_right(void **state)
{
	struct canvas s;

	(void)state;
	screen_open(&s, 4, 12, true, false);
	draw_text(&s.draw, &middle, 0, 0, "abc", 0, STYLE_TEXT, DRAW_RIGHT);
	draw_text(&s.draw, &middle, 1, 1, "x", 4, STYLE_TEXT, DRAW_RIGHT);
	assert_rows(&s, "\n     abc\n      x\n\n");
	draw_text(&s.draw, &middle, 0, 0, "abcdefgh", 0, STYLE_TEXT, DRAW_RIGHT);
	assert_rows(&s, "\n  abcde~\n      x\n\n");
	screen_close(&s);
}

/* Nothing is drawn outside of the area or the screen, whatever is asked. */
static void
test_outside(void **state)
{
	static const struct area areas[] = {{0, 0, 0, 5}, {0, 0, 5, 0}, {0, 0, -3, -3},
	    {-5, 0, 3, 9}, {9, 0, 3, 9}, {0, 99, 3, 9}, {0, -20, 3, 9}};
	struct canvas s;
	struct line l = {0};
	struct span span = {"a line", STYLE_TEXT, 6};
	size_t i;
	int y, x;

	(void)state;
	l.spans = &span;
	l.nspans = 1;
	l.width = 6;
	screen_open(&s, 4, 12, false, false);
	for (i = 0; i < COUNT(areas); i++)
		for (y = -2; y < 5; y++)
			for (x = -3; x < 15; x++) {
				draw_text(&s.draw, &areas[i], y, x, "text", 0, STYLE_TEXT, 0);
				draw_fill(&s.draw, &areas[i], y, x, 20, "#", STYLE_TEXT, 0);
				draw_line(&s.draw, &areas[i], y, &l, x, 0);
				draw_vline(&s.draw, &areas[i], x);
			}
	assert_rows(&s, "\n\n\n\n");
	draw_text(&s.draw, &middle, -1, 0, "text", 0, STYLE_TEXT, 0);
	draw_text(&s.draw, &middle, 2, 0, "text", 0, STYLE_TEXT, 0);
	draw_text(&s.draw, &middle, 0, 6, "text", 0, STYLE_TEXT, 0);
	assert_rows(&s, "\n\n\n\n");
	draw_text(&s.draw, &middle, 0, -2, "text", 0, STYLE_TEXT, 0);
	assert_rows(&s, "\n  xt\n\n\n");
	screen_close(&s);
}

/* An area that is larger than the screen is cut, and marked, at the screen's edge. */
static void
test_larger_than_screen(void **state)
{
	const struct area big = {0, 3, 50, 100};
	struct canvas s;

	(void)state;
	screen_open(&s, 2, 8, false, false);
	draw_text(&s.draw, &big, 0, 0, "abcdefgh", 0, STYLE_TEXT, 0);
	draw_text(&s.draw, &big, 1, 0, "abcde", 0, STYLE_TEXT, 0);
	assert_rows(&s, "   abcd\u2026\n   abcde\n");
	screen_close(&s);
}

static void
test_wide_and_marks(void **state)
{
	struct canvas s;

	(void)state;
	screen_open(&s, 3, 10, false, false);
	assert_int_equal(draw_text(&s.draw, &s.all, 0, 0, "\u6f22\u5b57|", 0, STYLE_TEXT, 0), 5);
	assert_int_equal(draw_text(&s.draw, &s.all, 1, 0, "e\u0301\u0323|", 0, STYLE_TEXT, 0), 2);
	assert_int_equal(
	    draw_text(&s.draw, &s.all, 2, 0, "\u0928\u0940\u0915\u094d|", 0, STYLE_TEXT, 0), 4);
	assert_rows(&s, "\u6f22\u5b57|\ne\u0301\u0323|\n\u0928\u0940\u0915\u094d|\n");
	draw_begin(&s.draw, &s.term);
	draw_text(&s.draw, &s.all, 0, 0, "\u6f22\u5b57\u6f22", 4, STYLE_TEXT, 0);
	draw_text(&s.draw, &s.all, 1, 0, "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301|", 0,
	    STYLE_TEXT, 0);
	draw_text(&s.draw, &s.all, 2, 8, "\u6f22", 1, STYLE_TEXT, 0);
	assert_rows(&s, "\u6f22\u2026\na\u0301\u0301\u0301\u0301|\n        \u2026\n");
	screen_close(&s);
}

/* What ncurses would place otherwise than we count keeps its cells as question marks. */
static void
test_unknown_width(void **state)
{
	struct canvas s;
	const char *odd =
	    "a\U000e0001\u0300z"; /* a tag character: not safe text, yet nothing moves */

	(void)state;
	screen_open(&s, 2, 20, true, false);
	assert_int_equal(draw_text(&s.draw, &s.all, 0, 0, "\u6f22\u00e9|", 0, STYLE_TEXT, 0), 4);
	assert_rows(&s, "???|\n\n");
	screen_close(&s);
	screen_open(&s, 1, 20, false, false);
	draw_text(&s.draw, &s.all, 0, 0, odd, 0, STYLE_TEXT, 0);
	draw_text(&s.draw, &s.all, 0, 10, "|", 0, STYLE_TEXT, 0);
	assert_int_equal(strcspn(screen_text(&s, false), "|") > 0, 1);
	screen_close(&s);
}

static struct line
three_spans(struct span *spans)
{
	spans[0] = (struct span){"0123", STYLE_TEXT, 4};
	spans[1] = (struct span){"\u6f22\u5b57", STYLE_WARN, 4};
	spans[2] = (struct span){"89", STYLE_TEXT, 2};
	return (struct line){.spans = spans, .nspans = 3, .width = 10};
}

static void
test_line(void **state)
{
	struct span spans[3];
	struct line l = three_spans(spans);
	struct area a = {0, 1, 1, 10};
	struct canvas s;
	static const char *const shifted[] = {" 0123\u6f22\u5b5789\n", " \u202623\u6f22\u5b5789\n",
	    " \u20263\u6f22\u5b5789\n", " \u2026\u6f22\u5b5789\n", " \u2026 \u5b5789\n",
	    " \u2026\u5b5789\n"};
	size_t i;

	(void)state;
	screen_open(&s, 1, 14, false, false);
	for (i = 0; i < COUNT(shifted); i++) {
		draw_begin(&s.draw, &s.term);
		draw_line(&s.draw, &a, 0, &l, (int)i, 0);
		assert_rows(&s, shifted[i]);
	}
	a.w = 7;
	draw_begin(&s.draw, &s.term);
	draw_line(&s.draw, &a, 0, &l, 0, 0);
	assert_rows(&s, " 0123\u6f22\u2026\n");
	draw_begin(&s.draw, &s.term);
	draw_line(&s.draw, &a, 0, &l, 1, 0);
	assert_rows(&s, " \u202623\u6f22 \u2026\n");
	screen_close(&s);
}

static void
test_frame(void **state)
{
	struct area a = {0, 1, 4, 12}, in;
	struct canvas s;

	(void)state;
	screen_open(&s, 4, 14, true, false);
	in = draw_frame(&s.draw, &a, "Roles");
	assert_int_equal(in.y, 1);
	assert_int_equal(in.x, 2);
	assert_int_equal(in.h, 2);
	assert_int_equal(in.w, 10);
	assert_rows(&s, " +- Roles --+\n |          |\n |          |\n +----------+\n");
	draw_begin(&s.draw, &s.term);
	draw_frame(&s.draw, &a, "A long title");
	assert_rows(&s, " +- A lon~ -+\n |          |\n |          |\n +----------+\n");
	screen_close(&s);
	screen_open(&s, 2, 5, false, false);
	draw_frame(&s.draw, &s.all, "Roles");
	assert_rows(&s, "\u250c\u2500\u2500\u2500\u2510\n\u2514\u2500\u2500\u2500\u2518\n");
	screen_close(&s);
}

static void
test_frame_without_room(void **state)
{
	static const struct area small[] = {{0, 0, 1, 9}, {0, 0, 9, 1}, {0, 0, 1, 1}, {0, 0, 0, 0}};
	struct canvas s;
	size_t i;

	(void)state;
	screen_open(&s, 9, 9, false, false);
	for (i = 0; i < COUNT(small); i++) {
		struct area in = draw_frame(&s.draw, &small[i], "t");

		assert_memory_equal(&in, &small[i], sizeof in);
	}
	assert_rows(&s, "\n\n\n\n\n\n\n\n\n");
	screen_close(&s);
}

static void
test_cursor(void **state)
{
	struct canvas s;

	(void)state;
	screen_open(&s, 4, 12, false, false);
	draw_cursor(&s.draw, &middle, 1, 3);
	assert_int_equal(s.draw.cursor_y, 2);
	assert_int_equal(s.draw.cursor_x, 5);
	draw_cursor(&s.draw, &middle, 99, 99);
	assert_int_equal(s.draw.cursor_y, 2);
	assert_int_equal(s.draw.cursor_x, 7);
	draw_cursor(&s.draw, &(struct area){90, 90, 0, 0}, -4, -4);
	assert_int_equal(s.draw.cursor_y, 3);
	assert_int_equal(s.draw.cursor_x, 11);
	draw_cursor(&s.draw, &middle, 1, 3);
	draw_flush(&s.draw);
	assert_int_equal(getcury(stdscr), 2);
	assert_int_equal(getcurx(stdscr), 5);
	screen_close(&s);
}

static void
test_dump_attributes(void **state)
{
	struct canvas s;

	(void)state;
	screen_open(&s, 2, 12, false, true);
	draw_text(&s.draw, &s.all, 0, 0, "p", 0, STYLE_TEXT, 0);
	draw_text(&s.draw, &s.all, 0, 1, "b", 0, STYLE_TEXT, DRAW_BOLD);
	draw_text(&s.draw, &s.all, 0, 2, "u", 0, STYLE_TEXT, DRAW_UNDERLINE);
	draw_text(&s.draw, &s.all, 0, 3, "r", 0, STYLE_TEXT, DRAW_SELECTED);
	draw_text(&s.draw, &s.all, 0, 4, "R", 0, STYLE_TEXT, DRAW_SELECTED | DRAW_BOLD);
	draw_text(&s.draw, &s.all, 0, 5, "U", 0, STYLE_TEXT, DRAW_WEAK);
	draw_fill(&s.draw, &s.all, 1, 0, 12, " ", STYLE_TEXT, DRAW_SELECTED);
	draw_text(&s.draw, &s.all, 1, 0, "\u6f22", 0, STYLE_HEADING, 0);
	assert_string_equal(screen_text(&s, true), "pburRU\n burRU\n\u6f22\nbbrrrrrrrrrr\n");
	screen_close(&s);
}

/* Without colour no style looks like the selection; with colour only red and magenta are used,
 * which can be read on white and on black. */
static void
test_theme(void **state)
{
	struct canvas s;
	int st, mono;
	short fg, bg;

	(void)state;
	for (mono = 0; mono < 2; mono++) {
		screen_open(&s, 2, 12, false, mono);
		assert_int_equal(s.term.colors, !mono);
		for (st = 0; st < STYLE_KINDS; st++) {
			unsigned long attr = theme_attr(&s.term, (enum style)st, 0);
			unsigned long on = theme_attr(&s.term, (enum style)st, DRAW_SELECTED);

			assert_int_equal(attr & (A_REVERSE | A_DIM | A_BLINK | A_INVIS), 0);
			assert_true((on & A_REVERSE) != 0);
			assert_int_equal(PAIR_NUMBER((int)on), 0);
			if (PAIR_NUMBER((int)attr) == 0)
				continue;
			assert_false(mono);
			assert_int_equal(pair_content((short)PAIR_NUMBER((int)attr), &fg, &bg), OK);
			assert_true(fg == COLOR_RED || fg == COLOR_MAGENTA);
			assert_int_equal(bg, -1);
		}
		assert_true((theme_attr(&s.term, STYLE_WARN, 0) & A_BOLD) != 0);
		assert_int_equal(theme_attr(&s.term, STYLE_TEXT, DRAW_WEAK), A_BOLD | A_UNDERLINE);
		screen_close(&s);
	}
}

/* Styles with a colour are the same text, and the same attributes but the colour. */
static void
test_colour_tells_nothing_alone(void **state)
{
	struct canvas s;
	char *rich;
	int st, mono;

	(void)state;
	rich = NULL;
	for (mono = 0; mono < 2; mono++) {
		screen_open(&s, STYLE_KINDS, 12, false, mono);
		for (st = 0; st < STYLE_KINDS; st++)
			draw_text(&s.draw, &s.all, st, 0, "style", 0, (enum style)st, 0);
		if (mono)
			assert_string_equal(screen_text(&s, true), rich);
		else
			rich = mem_dup(screen_text(&s, true));
		screen_close(&s);
	}
	free(rich);
}

static void
test_sizes(void **state)
{
	static const int sizes[][2] = {{1, 1}, {1, 200}, {200, 1}, {2, 2}, {50, 132}};
	struct canvas s;
	size_t i;

	(void)state;
	screen_open(&s, 24, 80, false, false);
	for (i = 0; i < COUNT(sizes); i++) {
		struct area in;

		screen_resize(&s, sizes[i][0], sizes[i][1]);
		assert_int_equal(s.draw.rows, sizes[i][0]);
		assert_int_equal(s.draw.cols, sizes[i][1]);
		in = draw_frame(&s.draw, &s.all, "\u6f22\u5b57 title");
		draw_text(&s.draw, &in, 0, 0, "\u6f22 text", 0, STYLE_TEXT, DRAW_SELECTED);
		draw_cursor(&s.draw, &in, 0, 0);
		draw_flush(&s.draw);
		assert_true(s.draw.cursor_y < s.draw.rows && s.draw.cursor_x < s.draw.cols);
	}
	screen_close(&s);
}

/* A page drawn on the screen; also pins the look of styles. */
static void
test_page_on_screen(void **state)
{
	struct page_opts opts = {.width = 38, .ascii = true};
	struct page p;
	struct canvas s;
	struct area in;
	size_t i;

	(void)state;
	screen_open(&s, 10, 40, true, true);
	page_init(&p, &opts);
	page_heading(&p, "Pay, first job", "base");
	page_pair(&p, "Salary", 10, STYLE_VALUE, "about $120K-160K, 3 of 4 publishers");
	page_line(&p);
	page_add(&p, STYLE_WARN, "! one guide stands apart: ");
	page_add(&p, STYLE_NEAR, "~70-95");
	page_line(&p);
	page_add(&p, STYLE_TAB_ON, "[Summary]");
	page_add(&p, STYLE_TAB, " Pay  Growth");
	page_right(&p, STYLE_LINK, "Sources");
	page_rule(&p);
	in = draw_frame(&s.draw, &s.all, "ML Engineer");
	for (i = 0; i < p.nlines; i++)
		draw_line(&s.draw, &in, (int)i, &p.lines[i], 0, i == 3 ? DRAW_SELECTED : 0);
	assert_screen("page", screen_text(&s, true));
	page_free(&p);
	screen_close(&s);
}

static void
test_clipboard(void **state)
{
	static char big[80 * 1024];
	struct canvas s;

	(void)state;
	screen_open(&s, 2, 12, false, false);
	assert_true(term_clipboard(&s.term, "text", 4));
	assert_false(term_clipboard(&s.term, big, sizeof big));
	term_sync_reply(&s.term, 1);
	term_suspend(&s.term);
	screen_close(&s);
	screen_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_clip),
	    cmocka_unit_test(test_right),
	    cmocka_unit_test(test_outside),
	    cmocka_unit_test(test_larger_than_screen),
	    cmocka_unit_test(test_wide_and_marks),
	    cmocka_unit_test(test_unknown_width),
	    cmocka_unit_test(test_line),
	    cmocka_unit_test(test_frame),
	    cmocka_unit_test(test_frame_without_room),
	    cmocka_unit_test(test_cursor),
	    cmocka_unit_test(test_dump_attributes),
	    cmocka_unit_test(test_theme),
	    cmocka_unit_test(test_colour_tells_nothing_alone),
	    cmocka_unit_test(test_sizes),
	    cmocka_unit_test(test_page_on_screen),
	    cmocka_unit_test(test_clipboard),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
