/*
 * screen_detail.c - the page beside or below the list, and the page above everything.
 */
#include "screen.h"

#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "career/page/glyph.h"

#include <stdio.h>
#include <string.h>

static int
tab_width(const struct pane *p, size_t i)
{
	return text_width(p->def->section(i)) + (i == p->detail.section ? 3 : 1);
}

size_t
screen_first_tab(const struct pane *p, int w)
{
	size_t first = 0;

	for (;;) {
		int used = first > 0 ? 2 : 0;

		for (size_t i = first; i <= p->detail.section; i++)
			used += tab_width(p, i);
		if (used + 2 <= w || first == p->detail.section)
			return first;
		first++;
	}
}

static void
draw_tabs(struct draw *d, struct app *a, const struct area *t)
{
	struct pane *p = app_pane(a);
	size_t first = screen_first_tab(p, t->w);
	int x = 0;

	if (first > 0)
		x += draw_text(d, t, 0, 0, "<", 1, STYLE_TAB, 0) + 1;
	for (size_t i = first; i < pane_sections(a, p); i++) {
		char text[32];

		if (x + tab_width(p, i) + 1 > t->w) {
			draw_text(d, t, 0, t->w - 1, ">", 1, STYLE_TAB, 0);
			break;
		}
		snprintf(
		    text, sizeof text, i == p->detail.section ? "[%s]" : "%s", p->def->section(i));
		x += draw_text(
			 d, t, 0, x, text, 0, i == p->detail.section ? STYLE_TAB_ON : STYLE_TAB, 0)
		    + 1;
	}
}

/* What of a page is in sight. */
struct sight {
	size_t pinned; /* first lines, always in sight */
	size_t top;    /* lines out of sight below them */
	size_t cursor; /* SIZE_MAX: elsewhere */
};

/* The lines of a page with their cursor; '^' and 'v' where there is more. */
static void
draw_page(struct draw *d, const struct area *b, const struct page *page, struct sight s)
{
	struct area text = {b->y, b->x + 2, b->h, b->w - 2};

	for (int y = 0; y < b->h; y++) {
		size_t i = (size_t)y < s.pinned ? (size_t)y : s.top + (size_t)y;
		bool here = i == s.cursor;

		if (i >= page->nlines)
			return;

		draw_line(d, &text, y, &page->lines[i], 0, here ? DRAW_SELECTED : 0);
		if (here) {
			draw_text(d, b, y, 0, ">", 1, STYLE_TEXT, DRAW_BOLD);
			draw_cursor(d, b, y, 0);
		} else if ((size_t)y == s.pinned && s.top > 0) {
			draw_text(d, b, y, 0, "^", 1, STYLE_NOTE, 0);
		} else if (y == b->h - 1 && s.top + (size_t)b->h < page->nlines) {
			draw_text(d, b, y, 0, "v", 1, STYLE_NOTE, 0);
		}
	}
}

void
screen_detail(struct draw *d, struct app *a)
{
	struct area b = a->layout.detail;
	struct pane *p = app_pane(a);
	size_t rows;

	if (b.h <= 0 || (p->def->list != NULL && p->selected == UINT32_MAX))
		return;
	if (a->layout.detail_rule) {
		struct area rule = {b.y, b.x - 1, b.h, 1};

		draw_vline(d, &rule, 0);
	}
	if (a->layout.stack_rule) {
		struct area rule = {b.y - 1, b.x, 1, b.w};

		draw_fill(d, &rule, 0, 0, b.w, glyph(GLYPH_HLINE, a->opts.ascii), STYLE_TEXT, 0);
	}
	if (pane_sections(a, p) > 0) {
		struct area tabs = {b.y, b.x, 1, b.w};

		draw_tabs(d, a, &tabs);
		b.y++;
		b.h--;
	}
	rows = b.h > 0 ? (size_t)b.h : 1;
	draw_page(d, &b, &p->detail.page,
	    (struct sight){p->detail.pinned < rows ? p->detail.pinned : rows - 1, p->detail.top,
		p->focus == FOCUS_DETAIL ? p->detail.cursor : SIZE_MAX});
}

struct area
screen_popup_area(const struct app *a)
{
	size_t lines = a->popup.page.nlines;
	int say = a->layout.say.h, w = a->cols >= 84 ? 80 : a->cols;
	int h = a->rows - 3 - (say > 1 ? say : 1),
	    want = (int)(lines < 200 ? lines : 200) + 2 + (a->popup.filter ? 1 : 0);

	if (a->popup.zoom)
		return (struct area){1, 0, a->rows - 2 - say, a->cols};
	if (!a->popup.filter && want < h)
		h = want;
	return (struct area){2, (a->cols - w) / 2, h, w};
}

void
screen_popup(struct draw *d, struct app *a)
{
	struct area at = screen_popup_area(a);
	struct area in;

	for (int y = 0; y < at.h; y++)
		draw_fill(d, &at, y, 0, at.w, " ", STYLE_TEXT, 0);
	in = draw_frame(d, &at, a->popup.title);
	if (a->popup.filter) {
		struct buf safe = BUF_INIT;

		text_safe(&safe, a->popup.words.text.data, a->popup.words.text.len, a->opts.ascii);
		draw_textf(d, &in, in.h - 1, 0, STYLE_LABEL, 0, "%s: %s", a->popup.lead, safe.data);
		buf_free(&safe);
		in.h--;
	}
	draw_page(d, &in, &a->popup.page, (struct sight){0, a->popup.top, a->popup.cursor});
	if (a->popup.page.nlines == 0) {
		draw_text(d, &in, 0, 2, "nothing fits these words", 0, STYLE_NOTE, 0);
		draw_cursor(d, &in, 0, 0);
	}
}
