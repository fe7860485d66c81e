/*
 * screen_list.c - the list and the facet column.
 */
#include "screen.h"

#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "career/cmd/picture.h"
#include "career/page/glyph.h"

#include <stdio.h>
#include <string.h>

enum { LEAD = COLVIEW_LEAD }; /* cursor and mark in front of a row */

/* "1^": place and direction of a column among the sort keys, "" when it is none. */
static void
sort_mark(
    const struct app *a, const struct pane *p, const struct column_def *c, char *out, size_t size)
{
	int field = field_find(p->def->list, c->field);

	out[0] = '\0';
	for (size_t i = 0; i < p->view.query.nsort; i++)
		if (p->view.query.sort[i].field == field)
			snprintf(out, size, "%s%zu",
			    glyph(p->view.query.sort[i].descending ? GLYPH_DOWN : GLYPH_UP,
				a->opts.ascii),
			    i + 1);
}

/* The title gives way to the mark of the sort. */
static void
draw_title(struct draw *d, const struct area *l, int x, const struct column_def *c,
    const char *mark, int w, unsigned flags)
{
	struct buf text = BUF_INIT;

	text_clip(&text, c->title, w - text_width(mark), glyph(GLYPH_CUT, d->term->ascii));
	buf_adds(&text, mark);
	draw_text(d, l, 0, x, text.data, w, STYLE_HEADING, flags | (c->right ? DRAW_RIGHT : 0u));
	buf_free(&text);
}

/* Where columns are out of sight; else where those begin that scroll. */
static void
draw_out_of_sight(struct draw *d, const struct area *l, const struct column_places *c)
{
	if (!c->scrolls)
		return;
	draw_text(d, l, 0, c->left_x, c->left ? "<" : glyph(GLYPH_VLINE, d->term->ascii), 1,
	    STYLE_HEADING, c->left ? DRAW_BOLD : 0u);
	if (c->right)
		draw_text(d, l, 0, c->right_x, ">", 1, STYLE_HEADING, DRAW_BOLD);
}

static void
draw_header(struct draw *d, struct app *a, const struct area *l, const struct column_places *places)
{
	struct pane *p = app_pane(a);

	for (size_t i = 0; i < places->n; i++) {
		const struct column_place *c = &places->at[i];
		char mark[16];
		unsigned flags = DRAW_BOLD;

		sort_mark(a, p, c->def, mark, sizeof mark);
		if (p->column == c->column && p->focus == FOCUS_LIST)
			flags |= DRAW_UNDERLINE;
		draw_title(d, l, c->x, c->def, mark, c->w, flags);
	}
	draw_out_of_sight(d, l, places);
}

static unsigned
row_flags(const struct pane *p, bool here)
{
	return !here ? 0 : p->focus == FOCUS_LIST ? DRAW_SELECTED : DRAW_WEAK;
}

/* A row of the list on its line of the screen. */
struct row_at {
	int y;
	uint32_t row;
	unsigned flags;
};

static void
draw_cells(
    struct draw *d, struct app *a, const struct column_places *places, const struct row_at *at)
{
	struct buf raw = BUF_INIT, cell = BUF_INIT;

	for (size_t i = 0; i < places->n; i++) {
		const struct column_place *c = &places->at[i];

		buf_clear(&raw);
		buf_clear(&cell);
		pane_cell(app_pane(a), c->def, at->row, c->w, &raw);
		text_safe(&cell, raw.data, raw.len, a->opts.ascii);
		draw_text(d, &a->layout.list, at->y, c->x, cell.data, c->w, STYLE_TEXT,
		    at->flags | (c->def->right ? DRAW_RIGHT : 0u));
	}
	buf_free(&raw);
	buf_free(&cell);
}

/* Marked, on the shortlist, both; matched only for an absent value. */
static const char *
lead_mark(const struct pane *p, uint32_t row)
{
	bool marked = bitset_has(&p->marks, row);

	return pane_is_short(p, row)         ? marked ? "#" : "+"
	    : marked                         ? "*"
	    : view_row_marked(&p->view, row) ? "?"
					     : " ";
}

static void
draw_row(struct draw *d, struct app *a, int y, uint32_t pos, const struct column_places *places)
{
	const struct area *l = &a->layout.list;
	struct pane *p = app_pane(a);
	uint32_t row = p->view.rows[pos];
	unsigned flags = row_flags(p, pos == p->pos);

	if (flags == DRAW_SELECTED)
		draw_fill(d, l, y, 0, l->w, " ", STYLE_TEXT, flags);
	draw_text(d, l, y, 0, pos == p->pos ? ">" : " ", 1, STYLE_TEXT, flags);
	draw_text(d, l, y, 1, lead_mark(p, row), 1, STYLE_HEADING, flags);
	draw_cells(d, a, places, &(struct row_at){y, row, flags});
}

/* The line that says what the short list leaves out. */
static void
draw_hidden(struct draw *d, struct app *a, const struct area *l, int y)
{
	struct pane *p = app_pane(a);
	bool here = p->pos >= p->view.nrows;

	draw_textf(d, l, y, 0, STYLE_NOTE, row_flags(p, here),
	    p->occupations ? "%s + %u without figures: Enter"
			   : "%s + %u only named, or occupations: Enter",
	    here ? ">" : " ", p->hidden);
}

/* Advice for an empty list says that nothing matches, which stands above it already. */
static const char *
without_nothing(const char *advice)
{
	static const char nothing[] = "nothing matches; ";

	return strncmp(advice, nothing, sizeof nothing - 1) == 0 ? advice + sizeof nothing - 1
								 : advice;
}

static void
draw_empty(struct draw *d, struct app *a, const struct area *l)
{
	struct pane *p = app_pane(a);
	bool wrong = p->view.query.error[0] != '\0';
	const char *advice = without_nothing(pane_advice(p));
	size_t at = 0, next, len = strlen(advice);
	int y = p->hidden > 0 ? 2 : 1;

	if (p->focus == FOCUS_LIST && p->hidden == 0)
		draw_text(d, l, y, 0, ">", 1, STYLE_TEXT, DRAW_BOLD);
	if (p->frame.rows == 0) {
		draw_text(d, l, y, LEAD, "The catalog holds none.", 0, STYLE_HEADING, 0);
		return;
	}
	draw_text(d, l, y++, LEAD, "Nothing matches.", 0, STYLE_HEADING, 0);
	while (at < len && y < l->h) {
		size_t n = text_wrap(advice + at, len - at, l->w - LEAD - 2, &next);
		struct buf raw = BUF_INIT, b = BUF_INIT;

		buf_add(&raw, advice + at, n);
		text_safe(&b, raw.data, raw.len, a->opts.ascii);
		draw_textf(d, l, y++, LEAD, wrong ? STYLE_WARN : STYLE_TEXT, 0, "%s%s",
		    !wrong        ? ""
			: at == 0 ? "! "
				  : "  ",
		    b.data);
		buf_free(&raw);
		buf_free(&b);
		at += next;
	}
	if (y < l->h && a->prompt.kind == PROMPT_FILTER)
		draw_text(d, l, y, LEAD, "Esc brings back what was there.", 0, STYLE_NOTE, 0);
	else if (y < l->h)
		draw_textf(d, l, y, LEAD, STYLE_NOTE, 0,
		    "%s to a chip, %s drops it; Esc drops all.",
		    app_key_of(a, IN_LIST, "next-focus"), app_key_of(a, IN_CHIPS, "chip-drop"));
}

void
screen_list(struct draw *d, struct app *a)
{
	const struct area *l = &a->layout.list;
	struct pane *p = app_pane(a);
	struct column_places places;

	if (l->h <= 0)
		return;
	if (picture_on(p) && p->view.nrows > 0) {
		screen_picture(d, a);
		return;
	}
	pane_visible_columns(p, l->w, &places);
	draw_header(d, a, l, &places);
	if (p->view.nrows == 0)
		draw_empty(d, a, l);
	for (int y = 1; y < l->h; y += a->layout.row_h) {
		uint32_t pos = p->top + (uint32_t)((y - 1) / a->layout.row_h);

		if (pos < p->view.nrows)
			draw_row(d, a, y, pos, &places);
		else if (pos == p->view.nrows && p->hidden > 0)
			draw_hidden(d, a, l, y);
	}
	if (p->focus == FOCUS_LIST)
		draw_cursor(
		    d, l, p->view.nrows == 0 ? 1 : (int)(p->pos - p->top) * a->layout.row_h + 1, 0);
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

		snprintf(count, sizeof count, "%u", f->count);
		w = text_width(count);
		buf_adds(&text, f->selected ? "+ " : f->excluded ? "- " : "  ");
		text_safes(&text, pane_facet_text(p, f, c->w - w - 5), a->opts.ascii);
		if (here)
			draw_fill(d, c, y, 0, c->w, " ", STYLE_TEXT, flags);
		draw_text(d, c, y, 0, here ? ">" : " ", 1, STYLE_TEXT, flags);
		draw_text(d, c, y, 1, text.data, c->w - w - 3,
		    f->selected       ? STYLE_VALUE
			: f->excluded ? STYLE_WARN
				      : STYLE_TEXT,
		    flags);
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
		struct area rule = {c->y, c->x + c->w, c->h, 1};

		draw_vline(d, &rule, 0);
	}
}
