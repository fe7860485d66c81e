/*
 * screen.c - title, chips and bottom line, and the order in which the parts are drawn.
 */
#include "screen.h"

#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "career/cmd/note.h"
#include "career/frame/patch.h"
#include "career/page/glyph.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { LARGE_HINTS = 4, NARROW_NOTE = 60, NARROW_TABS = 76, WIDE_TABS = 110 };

/* The screens' names, or where there is no room their keys alone but for the one that is open. Start has a
 * key only, and a screen without one is named while it is open. */
static void
tab_text(const struct app *a, size_t screen, struct buf *out)
{
	const struct pane_def *def = &pane_defs[screen];
	bool on = screen == (size_t)a->screen;

	if (on && def->digit == 0)
		buf_addf(out, "[%s] ", def->title);
	else if (on)
		buf_addf(out, "[%c %s] ", def->digit, def->title);
	else if (def->digit == 0 || screen == SCREEN_START)
		return;
	else if (a->cols < NARROW_TABS)
		buf_addf(out, "%c ", def->digit);
	else
		buf_addf(out, a->cols < WIDE_TABS ? "%c %s " : " %c %s  ", def->digit, def->title);
}

int
screen_tab_width(const struct app *a, size_t screen)
{
	struct buf text = BUF_INIT;
	int w;

	tab_text(a, screen, &text);
	w = text_width(text.data);
	buf_free(&text);
	return w;
}

/* Help at the right edge, in front of it the age of the data where there is room. That sources are off is said on
 * every screen, in as many words as there is room for. */
static void
draw_title_right(struct draw *d, const struct app *a, int x)
{
	const struct area *t = &a->layout.title;
	size_t off = app_sources_off(a);
	const char *help = app_key_of(a, IN_DETAIL, "help");
	char warn[48] = "", right[128];

	if (off > 0)
		snprintf(warn, sizeof warn, "! %zu source%s off", off, off == 1 ? "" : "s");
	snprintf(right, sizeof right, "%s%s%s  %s help", warn, off > 0 ? "  " : "", a->years, help);
	if (x + 2 + text_width(right) > t->w)
		snprintf(right, sizeof right, "%s%s%s help", warn, off > 0 ? "  " : "", help);
	if (x + 1 + text_width(right) > t->w && off > 0)
		snprintf(right, sizeof right, "%s", warn);
	if (x + 1 + text_width(right) > t->w && off > 0)
		snprintf(right, sizeof right, "!%zu off", off);
	if (x + 1 + text_width(right) <= t->w)
		draw_text(d, t, 0, t->w - text_width(right), right, 0,
		    off > 0 ? STYLE_WARN : STYLE_NOTE, 0);
}

/* How many rows there are and how many are marked, in three lengths. */
static void
title_counts(const struct pane *p, int length, char *out, size_t size)
{
	struct buf b = BUF_INIT;

	if (p->def->list != NULL)
		buf_addf(&b, "%u%s%u", p->view.nrows, length < 2 ? " of " : "/", pane_rows(p));
	if (p->nmarks > 0)
		buf_addf(
		    &b, "%s%zu%s*", b.len > 0 ? ", " : "", p->nmarks, length < 1 ? " marked" : "");
	snprintf(out, size, "%s", b.data);
	buf_free(&b);
}

/* That sources are off keeps its place at the right edge: the counts get shorter for it. */
static void
draw_title(struct draw *d, struct app *a)
{
	const struct area *t = &a->layout.title;
	size_t off = app_sources_off(a);
	char counts[80], warn[32] = "";
	int x = 0, length = 0;

	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		struct buf tab = BUF_INIT;

		tab_text(a, i, &tab);
		x += draw_text(
		    d, t, 0, x, tab.data, 0, i == (size_t)a->screen ? STYLE_TAB_ON : STYLE_TAB, 0);
		buf_free(&tab);
	}
	if (off > 0)
		snprintf(warn, sizeof warn, " !%zu off", off);
	do
		title_counts(app_pane(a), length, counts, sizeof counts);
	while (x + text_width(counts) + text_width(warn) > t->w && ++length < 3);
	x += draw_text(d, t, 0, x, counts, 0, STYLE_TEXT, 0);
	draw_title_right(d, a, x);
}

/* Chips are known apart without colour: [on], (off this), [!wrong]. */
static void
chip_text(const struct chip *c, bool ascii, struct buf *out)
{
	buf_adds(out, c->on ? "[" : "(off ");
	buf_adds(out, c->error ? "!" : "");
	text_safes(out, c->text, ascii);
	buf_adds(out, c->on ? "]" : ")");
}

int
screen_chip_width(const struct chip *c, bool ascii)
{
	struct buf text = BUF_INIT;
	int w;

	chip_text(c, ascii, &text);
	w = text_width(text.data);
	buf_free(&text);
	return w;
}

size_t
screen_first_chip(const struct app *a, const struct chip *c, size_t n)
{
	const struct pane *p = &a->pane[a->screen];
	size_t first = 0, last = p->focus == FOCUS_CHIPS && p->chip_cursor < n ? p->chip_cursor : 0;

	for (;;) {
		int used = first > 0 ? 2 : 0;

		for (size_t i = first; i <= last && i < n; i++)
			used += screen_chip_width(&c[i], a->opts.ascii) + 1;
		if (used + 1 <= a->layout.chips.w || first >= last)
			return first;
		first++;
	}
}

static int
draw_chip(struct draw *d, const struct area *c, int x, const struct chip *chip, bool here)
{
	enum style st = chip->error ? STYLE_WARN : chip->on ? STYLE_VALUE : STYLE_NOTE;
	struct buf text = BUF_INIT;
	int used;

	chip_text(chip, d->term->ascii, &text);
	if (here)
		draw_cursor(d, c, 0, x);
	used = draw_text(d, c, 0, x, text.data, 0, st, here ? DRAW_SELECTED : 0);
	buf_free(&text);
	return used + 1;
}

/* '<' and '>' stand where chips are out of sight. */
static int
draw_chip_row(struct draw *d, struct app *a, const struct chip *chip, size_t n)
{
	const struct pane *p = app_pane(a);
	struct area c = a->layout.chips;
	size_t first = screen_first_chip(a, chip, n);
	int x = 0;

	if (first > 0)
		x += draw_text(d, &c, 0, 0, "<", 1, STYLE_TAB, 0) + 1;
	for (size_t i = first; i < n; i++) {
		if (i > first
		    && x + screen_chip_width(&chip[i], a->opts.ascii) + (i + 1 < n ? 2 : 0) > c.w) {
			draw_text(d, &c, 0, c.w - 1, ">", 1, STYLE_TAB, 0);
			break;
		}
		x += draw_chip(d, &c, x, &chip[i], p->focus == FOCUS_CHIPS && p->chip_cursor == i);
	}
	return x;
}

/* What the list shows without a filter, behind `x` cells. */
static void
draw_no_chips(struct draw *d, struct app *a, int x)
{
	const struct area row = a->layout.chips, behind = {row.y, row.x + x, row.h, row.w - x};
	const struct area *c = &behind;
	const struct pane *p = app_pane(a);
	const char *search = app_key_of(a, IN_LIST, "search");
	const char *all = app_key_of(a, IN_LIST, "everything");
	bool room = c->w >= NARROW_NOTE;

	if (p->def->list != &list_roles)
		draw_textf(d, c, 0, 0, STYLE_NOTE, 0, "no filter; %s filters as you type", search);
	else if (p->everything)
		draw_textf(d, c, 0, 0, STYLE_NOTE, 0,
		    room ? "all roles and occupations; %s filters, %s folds them again"
			 : "all roles; %s filters, %s folds",
		    search, all);
	else
		draw_textf(d, c, 0, 0, STYLE_NOTE, 0,
		    room && p->occupations ? "those with figures; %s filters, %s shows all %u"
			: room ? "the best documented roles; %s filters, %s shows all %u"
			       : "%s filters, %s shows all %u roles",
		    search, all, p->view.nrows + p->hidden);
}

/* Where the list cannot be seen, its item is named. */
static void
draw_item(struct draw *d, struct app *a)
{
	const struct area *c = &a->layout.chips;
	const struct pane *p = app_pane(a);
	struct buf raw = BUF_INIT, name = BUF_INIT;
	char right[64] = "", other[64] = "";
	int w;

	pane_cell(p, &p->def->columns[0], p->selected, INT_MAX, &raw);
	text_safe(&name, raw.data, raw.len, a->opts.ascii);
	if (c->w >= NARROW_NOTE)
		snprintf(other, sizeof other, "  %s/%s other",
		    app_key_of(a, IN_DETAIL, "next-item"),
		    app_key_of(a, IN_DETAIL, "previous-item"));
	snprintf(right, sizeof right, "%u of %u%s", p->pos + 1, p->view.nrows, other);
	w = text_width(right);
	draw_text(d, c, 0, 0, name.data, c->w - w - 1, STYLE_HEADING, 0);
	draw_text(d, c, 0, c->w - w, right, w, STYLE_NOTE, 0);
	buf_free(&raw);
	buf_free(&name);
}

static void
draw_chips(struct draw *d, struct app *a)
{
	struct pane *p = app_pane(a);
	struct chip chip[64];
	size_t n = pane_chips(p, chip, 64);

	if (a->layout.list.h <= 0 && a->layout.detail.h > 0 && p->selected != UINT32_MAX)
		draw_item(d, a);
	else if (n > (size_t)pane_has_sets(p))
		draw_chip_row(d, a, chip, n);
	else
		draw_no_chips(d, a, n > 0 ? draw_chip_row(d, a, chip, n) : 0);
}

static void
draw_status(struct draw *d, struct app *a)
{
	struct pane *p = app_pane(a);
	bool message = a->prompt.kind != PROMPT_NONE && a->message[0] != '\0';
	bool wrong = message ? a->message_is_error : p->view.query.error[0] != '\0';
	struct buf safe = BUF_INIT;

	text_safes(&safe, message ? a->message : pane_advice(p), a->opts.ascii);
	draw_textf(d, &a->layout.status, 0, 0, wrong ? STYLE_WARN : STYLE_NOTE, 0, "%s%s",
	    wrong ? "! " : "", safe.data);
	buf_free(&safe);
}

size_t
screen_hints(const struct app *a, unsigned where, const struct binding **out, size_t cap)
{
	size_t n = 0;

	for (size_t i = 0; i < a->keys.n && n < cap; i++) {
		const struct binding *b = &a->keys.all[i];
		size_t k = n;

		if (!keymap_hinted(&a->keys, b, where) || !binding_useful(a, b))
			continue;
		while (k > 0 && out[k - 1]->hint > b->hint) {
			out[k] = out[k - 1];
			k--;
		}
		out[k] = b;
		n++;
	}
	return n;
}

static void
draw_hints(struct draw *d, struct app *a)
{
	const struct area *b = &a->layout.bottom;
	const struct binding *h[32];
	size_t n = screen_hints(a, app_where(a), h, 32);
	int x = 0;

	if (a->layout.large && n > LARGE_HINTS)
		n = LARGE_HINTS;
	for (size_t i = 0; i < n; i++) {
		int w = text_width(h[i]->key) + text_width(h[i]->label) + 3;

		if (x + w > b->w)
			break;
		x += draw_text(d, b, 0, x, h[i]->key, 0, STYLE_HEADING, 0);
		x += draw_textf(d, b, 0, x, STYLE_TEXT, 0, " %s", h[i]->label) + 2;
	}
}

/* What stands in front of the line. A label leaves half of the row to the text. */
static int
draw_lead(struct draw *d, const struct app *a)
{
	const struct area *b = &a->layout.bottom;
	struct buf label = BUF_INIT;
	int w;

	if (a->prompt.kind != PROMPT_TEXT)
		return draw_text(
		    d, b, 0, 0, a->prompt.kind == PROMPT_FILTER ? "/" : ":", 0, STYLE_HEADING, 0);
	text_safes(&label, a->prompt.text.label, a->opts.ascii);
	w = draw_text(d, b, 0, 0, label.data, b->w / 2, STYLE_HEADING, 0);
	buf_free(&label);
	return w;
}

/* The line scrolls so that the cursor stays on it. */
static void
draw_edit(struct draw *d, struct app *a)
{
	const struct area *b = &a->layout.bottom;
	const struct edit *ed = &a->prompt.edit;
	struct buf before = BUF_INIT, all = BUF_INIT;
	int lead_w = draw_lead(d, a);
	int at, room = b->w - lead_w - 1;
	size_t skip = 0;
	bool cut;

	text_safe(&before, ed->text.data, ed->cursor, a->opts.ascii);
	text_safe(&all, ed->text.data, ed->text.len, a->opts.ascii);
	at = text_width(before.data);
	cut = at > room;
	while (cut && at > room - 1 && skip < before.len) {
		int w;

		skip += text_cluster(before.data + skip, before.len - skip, &w);
		at -= w;
	}
	if (cut)
		lead_w +=
		    draw_text(d, b, 0, lead_w, glyph(GLYPH_CUT, a->opts.ascii), 1, STYLE_TEXT, 0);
	draw_text(d, b, 0, lead_w, all.data + skip, 0, STYLE_TEXT,
	    a->prompt.kind == PROMPT_TEXT && a->prompt.untouched ? DRAW_SELECTED : 0);
	draw_cursor(d, b, 0, lead_w + at);
	buf_free(&before);
	buf_free(&all);
}

static void
draw_bottom(struct draw *d, struct app *a)
{
	const struct area *b = &a->layout.bottom;

	if (a->prompt.kind == PROMPT_CONFIRM) {
		int w = draw_text(d, b, 0, 0, a->prompt.question, 0, STYLE_WARN, 0);

		draw_cursor(d, b, 0, w < b->w ? w : b->w - 1);
	} else if (a->message[0] != '\0' && a->prompt.kind == PROMPT_NONE) {
		draw_textf(d, b, 0, 0, a->message_is_error ? STYLE_WARN : STYLE_TEXT, 0, "%s%s",
		    a->message_is_error ? "! " : "", a->message);
	} else if (script_waits(a)) {
		screen_pause(d, a);
	} else if (a->prompt.kind == PROMPT_NONE && note_open(a) != NULL && !a->popup.open) {
		screen_note_hints(d, a);
	} else if (a->prompt.kind == PROMPT_NONE) {
		draw_hints(d, a);
	} else {
		draw_edit(d, a);
	}
}

static void
draw_small(struct draw *d, struct app *a)
{
	draw_textf(d, &a->layout.title, 0, 0, STYLE_TEXT, 0, "career needs 40x10, has %dx%d",
	    a->cols, a->rows);
	draw_cursor(d, &a->layout.title, 0, 0);
}

void
screen_draw(struct draw *d, struct app *a)
{
	if (a->layout.small) {
		draw_small(d, a);
		return;
	}
	draw_title(d, a);
	if (app_pane(a)->def->list != NULL) {
		screen_facets(d, a);
		screen_list(d, a);
		draw_chips(d, a);
	}
	screen_detail(d, a);
	draw_status(d, a);
	screen_narration(d, a);
	if (note_open(a) != NULL)
		screen_note(d, a);
	if (a->popup.open)
		screen_popup(d, a);
	if (a->prompt.kind == PROMPT_COMMAND)
		screen_palette(d, a);
	draw_bottom(d, a);
}
