/*
 * screen_list.c - the list and the facet column.
 */
#include "screen.h"

#include "career/base/text.h"
#include "career/page/glyph.h"

#include <stdio.h>
#include <string.h>

enum { LEAD = 2 }; /* cursor and mark in front of a row */

/* "1^": place and direction of a column among the sort keys, "" when it is none. */
static void
sort_mark(const struct app *a, const struct pane *p, const struct column_def *c, char *out, size_t size)
{
	int field = field_find(p->def->list, c->field);

	out[0] = '\0';
	for (size_t i = 0; i < p->view.query.nsort; i++)
		if (p->view.query.sort[i].field == field)
			snprintf(out, size, "%s%zu",
			    glyph(p->view.query.sort[i].descending ? GLYPH_DOWN : GLYPH_UP, a->opts.ascii),
			    i + 1);
}

static void
draw_header(struct draw *d, struct app *a, const struct area *l, const int *widths)
{
	struct pane *p = app_pane(a);
	int x = LEAD;

	for (size_t i = 0; i < p->def->ncolumns; i++) {
		const struct column_def *c = &p->def->columns[i];
		char mark[16], text[64];
		unsigned flags = DRAW_BOLD;

		if (widths[i] == 0)
			continue;
		sort_mark(a, p, c, mark, sizeof mark);
		snprintf(text, sizeof text, "%s%s", c->title, mark);
		if (p->column == i && p->focus == FOCUS_LIST)
			flags |= DRAW_UNDERLINE;
		draw_text(d, l, 0, x, text, widths[i], STYLE_HEADING, flags | (c->right ? DRAW_RIGHT : 0u));
		x += widths[i] + 1;
	}
}

static unsigned
row_flags(const struct pane *p, bool here)
{
	return !here ? 0 : p->focus == FOCUS_LIST ? DRAW_SELECTED : DRAW_WEAK;
}

static void
draw_row(struct draw *d, struct app *a, const struct area *l, int y, uint32_t pos, const int *widths)
{
	struct pane *p = app_pane(a);
	uint32_t row = p->view.rows[pos];
	unsigned flags = row_flags(p, pos == p->pos);
	struct buf raw = BUF_INIT, cell = BUF_INIT;
	int x = LEAD;

	if (flags == DRAW_SELECTED)
		draw_fill(d, l, y, 0, l->w, " ", STYLE_TEXT, flags);
	draw_text(d, l, y, 0, pos == p->pos ? ">" : " ", 1, STYLE_TEXT, flags);
	draw_text(d, l, y, 1,
	    bitset_has(&p->marks, row)		? "*"
		: view_row_marked(&p->view, row) ? "?"
						 : " ",
	    1, STYLE_HEADING, flags);
	for (size_t i = 0; i < p->def->ncolumns; i++) {
		const struct column_def *c = &p->def->columns[i];

		if (widths[i] == 0)
			continue;
		buf_clear(&raw);
		buf_clear(&cell);
		c->cell(p, row, &raw);
		text_safe(&cell, raw.data, raw.len, a->opts.ascii);
		draw_text(d, l, y, x, cell.data, widths[i], STYLE_TEXT, flags | (c->right ? DRAW_RIGHT : 0u));
		x += widths[i] + 1;
	}
	buf_free(&raw);
	buf_free(&cell);
}

/* The line that says what the short list leaves out. */
static void
draw_hidden(struct draw *d, struct app *a, const struct area *l, int y)
{
	struct pane *p = app_pane(a);
	bool here = p->pos >= p->view.nrows;

	draw_textf(d, l, y, 0, STYLE_NOTE, row_flags(p, here), "%s %s %u more: only named, or occupations; Enter",
	    here ? ">" : " ", "+", p->hidden);
}

static void
draw_empty(struct draw *d, struct app *a, const struct area *l)
{
	struct pane *p = app_pane(a);
	const char *advice = pane_advice(p);
	size_t at = 0, next, len = strlen(advice);
	int y = 2;

	draw_text(d, l, 1, LEAD, "Nothing matches.", 0, STYLE_HEADING, 0);
	while (at < len && y < l->h) {
		size_t n = text_wrap(advice + at, len - at, l->w - LEAD > 1 ? l->w - LEAD : 1, &next);
		struct buf b = BUF_INIT;

		buf_add(&b, advice + at, n);
		draw_text(d, l, y++, LEAD, b.data, 0, STYLE_WARN, 0);
		buf_free(&b);
		at += next;
	}
	draw_text(d, l, y < l->h ? y : l->h - 1, LEAD, "Esc drops the whole filter.", 0, STYLE_NOTE, 0);
}

void
screen_list(struct draw *d, struct app *a)
{
	const struct area *l = &a->layout.list;
	struct pane *p = app_pane(a);
	int widths[16];

	if (l->h <= 0)
		return;
	pane_visible_columns(p, l->w, widths);
	draw_header(d, a, l, widths);
	if (p->view.nrows == 0)
		draw_empty(d, a, l);
	for (int y = 1; y < l->h; y++) {
		uint32_t pos = p->top + (uint32_t)y - 1;

		if (pos < p->view.nrows)
			draw_row(d, a, l, y, pos, widths);
		else if (pos == p->view.nrows && p->hidden > 0)
			draw_hidden(d, a, l, y);
	}
	if (p->focus == FOCUS_LIST)
		draw_cursor(d, l, p->view.nrows == 0 ? 1 : (int)(p->pos - p->top) + 1, 0);
}

static void
facet_text(const struct app *a, const struct pane *p, const struct facet_line *f, struct buf *out)
{
	const struct column *col = &p->frame.cols[field_col(p->def->list, f->field)];
	const char *value = f->code == 0 ? "not stated" : dict_text(&col->dict, f->code);

	buf_adds(out, f->selected ? "x " : f->excluded ? "- " : "  ");
	text_safes(out, value, a->opts.ascii);
}

static void
draw_facet(struct draw *d, struct app *a, const struct area *c, int y, size_t i)
{
	struct pane *p = app_pane(a);
	const struct facet_line *f = &p->facet[i];
	bool here = p->focus == FOCUS_FACETS && i == p->facet_cursor;
	unsigned flags = here ? DRAW_SELECTED : 0;
	struct buf text = BUF_INIT;
	char count[16];

	if (f->heading) {
		draw_text(d, c, y, 0, here ? ">" : " ", 1, STYLE_TEXT, flags);
		draw_text(d, c, y, 1, p->def->list->fields[f->field].title, c->w - 1, STYLE_HEADING,
		    flags);
	} else {
		int w;

		facet_text(a, p, f, &text);
		snprintf(count, sizeof count, "%u", f->count);
		w = text_width(count);
		if (here)
			draw_fill(d, c, y, 0, c->w, " ", STYLE_TEXT, flags);
		draw_text(d, c, y, 0, here ? ">" : " ", 1, STYLE_TEXT, flags);
		draw_text(d, c, y, 1, text.data, c->w - w - 3,
		    f->selected ? STYLE_VALUE : f->excluded ? STYLE_WARN : STYLE_TEXT, flags);
		draw_text(d, c, y, c->w - w - 1, count, w, STYLE_NOTE, flags);
	}
	if (here)
		draw_cursor(d, c, y, 0);
	buf_free(&text);
}

void
screen_facets(struct draw *d, struct app *a)
{
	const struct area *c = &a->layout.facets;
	struct pane *p = app_pane(a);

	if (c->h <= 0)
		return;
	for (int y = 0; y < c->h && p->facet_top + (size_t)y < p->nfacet; y++)
		draw_facet(d, a, c, y, p->facet_top + (size_t)y);
	if (a->layout.facet_rule) {
		struct area rule = { c->y, c->x + c->w, c->h, 1 };

		draw_vline(d, &rule, 0);
	}
}
