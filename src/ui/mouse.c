/*
 * mouse.c - clicks and the wheel: each does what a key does.
 */
#include "career/cmd/note.h"
#include "screen.h"

#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "career/cmd/picture.h"

#include <stdio.h>
#include <string.h>

static bool
inside(const struct area *r, const struct key *k)
{
	return k->y >= r->y && k->y < r->y + r->h && k->x >= r->x && k->x < r->x + r->w;
}

/* A click on a column's header sorts by it; one on the mark of columns out of sight brings the next one in. */
static void
click_header(struct app *a, const struct key *k)
{
	struct pane *p = app_pane(a);
	int x = k->x - a->layout.list.x;
	struct column_places c;

	pane_visible_columns(p, a->layout.list.w, &c);
	if (c.left && x == c.left_x && c.n > c.frozen)
		p->column = colview_step(&p->cols, c.at[c.frozen].column, -1, a->layout.list.w);
	else if (c.right && x == c.right_x && c.n > 0)
		p->column = colview_step(&p->cols, c.at[c.n - 1].column, 1, a->layout.list.w);
	for (size_t i = 0; i < c.n; i++)
		if (x <= c.at[i].x + c.at[i].w && (i == 0 || x >= c.at[i].x)) {
			p->column = c.at[i].column;
			app_command(a, "sort-column");
			return;
		}
}

/* The second click of two has the point of the first. */
static void
click_picture(struct app *a, const struct key *k)
{
	if (k->mouse == MOUSE_DOUBLE)
		app_command(a, "open");
	else
		picture_click(a, k->y - a->layout.list.y, k->x - a->layout.list.x);
}

static void
click_list(struct app *a, const struct key *k)
{
	struct pane *p = app_pane(a);
	/* The blank row below an item is a part of it. */
	uint32_t pos = p->top + (uint32_t)((k->y - a->layout.list.y - 1) / a->layout.row_h);

	p->focus = FOCUS_LIST;
	if (picture_on(p)) {
		click_picture(a, k);
		return;
	}
	if (k->y == a->layout.list.y)
		click_header(a, k);
	else if (pos < p->view.nrows)
		pane_select(p, pos);
	else if (pos == p->view.nrows && p->hidden > 0)
		app_command(a, "everything");
	if (k->mouse == MOUSE_DOUBLE && k->y > a->layout.list.y)
		app_command(a, "open");
}

static void
click_facet(struct app *a, const struct key *k)
{
	struct pane *p = app_pane(a);
	size_t i = p->facet_top + (size_t)(k->y - a->layout.facets.y);

	if (i >= p->nfacet)
		return;
	p->focus = FOCUS_FACETS;
	p->facet_cursor = i;
	if (!p->facet[i].heading && k->mouse != MOUSE_DOUBLE)
		app_command(a, "choose");
}

static void
click_detail(struct app *a, const struct key *k)
{
	struct pane *p = app_pane(a);
	bool tabs = pane_sections(a, p) > 0;
	int y = k->y - a->layout.detail.y - (tabs ? 1 : 0), x = a->layout.detail.x;

	p->focus = FOCUS_DETAIL;
	if (y >= 0) {
		if ((size_t)y >= p->detail.pinned)
			y += (int)p->detail.top;
		if ((size_t)y < p->detail.page.nlines)
			p->detail.cursor = (size_t)y;
		if (k->mouse == MOUSE_DOUBLE)
			app_command(a, "open");
		return;
	}
	x += screen_first_tab(p, a->layout.detail.w) > 0 ? 2 : 0;
	for (size_t i = screen_first_tab(p, a->layout.detail.w); i < pane_sections(a, p); i++) {
		x += text_width(p->def->section(i)) + (i == p->detail.section ? 3 : 1);
		if (k->x < x) {
			char cmd[64];

			snprintf(cmd, sizeof cmd, "section %s", p->def->section(i));
			app_command(a, cmd);
			return;
		}
	}
}

static void
click_chip(struct app *a, const struct key *k)
{
	struct pane *p = app_pane(a);
	struct chip c[64];
	size_t n = pane_chips(p, c, 64), first = screen_first_chip(a, c, n);
	int x = first > 0 ? 2 : 0;

	if (a->layout.list.h <= 0 || k->mouse == MOUSE_DOUBLE)
		return;
	for (size_t i = first; i < n; i++) {
		x += screen_chip_width(&c[i], a->opts.ascii) + 1;
		if (k->x < x) {
			p->chip_cursor = i;
			app_command(a, "chip-toggle");
			return;
		}
	}
}

static void
click_popup(struct app *a, const struct key *k)
{
	struct area at = screen_popup_area(a);
	struct area lines = {at.y + 1, at.x + 1, at.h - 2 - (a->popup.filter ? 1 : 0), at.w - 2};
	size_t i = a->popup.top + (size_t)(k->y - lines.y);

	if (!inside(&at, k))
		app_command(a, "cancel");
	else if (inside(&lines, k) && i < a->popup.page.nlines
	    && (!a->popup.filter || a->popup.page.lines[i].nanchors > 0)) {
		a->popup.cursor = i;
		if (k->mouse == MOUSE_DOUBLE || a->popup.filter)
			app_command(a, "open");
	}
}

static void
click_title(struct app *a, const struct key *k)
{
	int x = 0;

	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		x += screen_tab_width(a, i);
		if (k->x < x) {
			char cmd[64];

			snprintf(cmd, sizeof cmd, "screen %s", pane_defs[i].title);
			app_command(a, cmd);
			return;
		}
	}
}

static void
wheel(struct app *a, const struct key *k)
{
	struct pane *p = app_pane(a);

	if (!a->popup.open && inside(&a->layout.detail, k))
		p->focus = FOCUS_DETAIL;
	else if (!a->popup.open && inside(&a->layout.facets, k))
		p->focus = FOCUS_FACETS;
	else if (!a->popup.open && inside(&a->layout.list, k))
		p->focus = FOCUS_LIST;
	for (int i = 0; i < 3; i++)
		app_command(a, k->mouse == MOUSE_WHEEL_UP ? "up" : "down");
}

/* In the list above the command line a click is Enter, outside of it Esc. */
static void
palette_event(struct app *a, const struct key *k)
{
	struct area at = screen_palette_area(a);
	struct area lines = {at.y + 1, at.x + 1, (int)palette_rows(a), at.w - 2};

	if (k->mouse == MOUSE_WHEEL_UP || k->mouse == MOUSE_WHEEL_DOWN)
		app_key(a, k->mouse == MOUSE_WHEEL_UP ? "Up" : "Down");
	else if (inside(&lines, k) && k->mouse == MOUSE_CLICK
	    && palette_point(a, a->palette.top + (size_t)(k->y - lines.y)))
		app_key(a, "Enter");
	else if (!inside(&at, k) && k->y < a->layout.bottom.y)
		app_key(a, "Esc");
}

/* The wheel moves in the note, a click sets the cursor. */
static void
note_event(struct app *a, const struct key *k)
{
	struct area at = screen_note_area(a);
	struct area in = {at.y + 1, at.x + 1, at.h - 2, at.w - 2};

	for (int i = 0; i < 3 && k->mouse != MOUSE_CLICK && k->mouse != MOUSE_DOUBLE; i++)
		note_key(a, k->mouse == MOUSE_WHEEL_UP ? "Up" : "Down");
	if (k->mouse == MOUSE_CLICK && inside(&in, k))
		textpad_point(&note_open(a)->pad, k->y - in.y, k->x - in.x - 1);
}

void
mouse_event(struct app *a, const struct key *k)
{
	if (a->prompt.kind == PROMPT_COMMAND) {
		palette_event(a, k);
		return;
	}
	if (a->prompt.kind != PROMPT_NONE)
		return;
	a->message[0] = '\0';
	if (note_open(a) != NULL && !a->popup.open) {
		note_event(a, k);
		return;
	}
	if (k->mouse == MOUSE_WHEEL_UP || k->mouse == MOUSE_WHEEL_DOWN)
		wheel(a, k);
	else if (a->popup.open)
		click_popup(a, k);
	else if (inside(&a->layout.list, k))
		click_list(a, k);
	else if (inside(&a->layout.facets, k))
		click_facet(a, k);
	else if (inside(&a->layout.detail, k))
		click_detail(a, k);
	else if (inside(&a->layout.chips, k))
		click_chip(a, k);
	else if (inside(&a->layout.title, k))
		click_title(a, k);
}
