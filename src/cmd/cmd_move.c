/*
 * cmd_move.c - moving: in lists, facets, chips, pages and popups alike.
 */
#include "career/cmd/picture.h"
#include "state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

/* What the cursor of the current context is: its place, how many there are, how many are shown. */
struct cursor {
	size_t at, n, shown;
};

/* Lines of the page that stay in place; one at least scrolls. */
static size_t
pinned(const struct app *a, const struct pane *p)
{
	size_t rows = detail_rows(a);

	return p->detail.pinned < rows ? p->detail.pinned : rows - 1;
}

static struct cursor
cursor_get(struct app *a)
{
	struct pane *p = app_pane(a);

	if (a->popup.open)
		return (struct cursor){
		    a->popup.cursor, a->popup.page.nlines, (size_t)popup_rows(a)};
	switch (p->focus) {
	case FOCUS_FACETS:
		return (struct cursor){p->facet_cursor, p->nfacet,
		    a->layout.facets.h > 0 ? (size_t)a->layout.facets.h : 1};
	case FOCUS_DETAIL:
		return (struct cursor){
		    p->detail.cursor, p->detail.page.nlines, detail_rows(a) - pinned(a, p)};
	case FOCUS_CHIPS:
		return (struct cursor){p->chip_cursor, p->chip_cursor + 1, 1};
	case FOCUS_LIST:
		break;
	}
	return (struct cursor){
	    p->pos, p->view.nrows + (p->hidden > 0 ? 1u : 0u), pane_list_rows(a)};
}

/* The lines that stay in place are as one, at the top of the page. */
static void
detail_to(struct detail *d, size_t at)
{
	if (at >= d->pinned || d->pinned >= d->page.nlines) {
		d->cursor = at;
		return;
	}
	d->cursor = at > d->cursor ? d->pinned : 0;
	d->top = 0;
}

static void
cursor_set(struct app *a, size_t at)
{
	struct pane *p = app_pane(a);

	if (a->popup.open)
		a->popup.cursor = at;
	else if (p->focus == FOCUS_FACETS)
		p->facet_cursor = at;
	else if (p->focus == FOCUS_DETAIL)
		detail_to(&p->detail, at);
	else if (p->focus == FOCUS_LIST && at < p->view.nrows)
		pane_select(p, (uint32_t)at);
	else if (p->focus == FOCUS_LIST)
		p->pos = (uint32_t)at; /* the line that says what is hidden */
}

/* To the next line that leads somewhere, `step` times; it stays on the last one. */
static void
hop(const struct page *page, size_t *cursor, bool up, size_t step)
{
	size_t at = *cursor;

	while (step > 0 && (up ? at > 0 : at + 1 < page->nlines)) {
		at += up ? (size_t)-1 : 1;
		if (line_leads(&page->lines[at])) {
			*cursor = at;
			step--;
		}
	}
}

static bool
in_picture(struct app *a)
{
	return !a->popup.open && app_pane(a)->focus == FOCUS_LIST && picture_on(app_pane(a));
}

void
move_cursor(struct app *a, int by, bool pages)
{
	struct cursor c = cursor_get(a);
	size_t step = (size_t)abs(by) * (pages ? (c.shown > 1 ? c.shown - 1 : 1) : 1);

	if (c.n == 0)
		return;
	if (in_picture(a) && picture_move(a, 0, by, pages))
		return;
	if (!a->popup.open && app_pane(a)->focus == FOCUS_CHIPS)
		app_pane(a)->focus = by > 0 ? FOCUS_LIST : FOCUS_CHIPS;
	else if (a->popup.open && a->popup.filter)
		hop(&a->popup.page, &a->popup.cursor, by < 0, step);
	else if (!a->popup.open && (app_pane(a)->def->flags & PANE_HOP) != 0)
		hop(&app_pane(a)->detail.page, &app_pane(a)->detail.cursor, by < 0, step);
	else if (by < 0)
		cursor_set(a, c.at > step ? c.at - step : 0);
	else
		cursor_set(a, c.at + step < c.n ? c.at + step : c.n - 1);
}

void
move_end(struct app *a, bool last)
{
	struct cursor c = cursor_get(a);

	if (in_picture(a) && picture_end(a, last))
		return;
	if (c.n > 0)
		cursor_set(a, last ? c.n - 1 : 0);
}

VERB(cmd_up)
{
	(void)arg, (void)e;
	move_cursor(a, -1, false);
	return true;
}

VERB(cmd_down)
{
	(void)arg, (void)e;
	move_cursor(a, 1, false);
	return true;
}

VERB(cmd_page_up)
{
	(void)arg, (void)e;
	move_cursor(a, -1, true);
	return true;
}

VERB(cmd_page_down)
{
	(void)arg, (void)e;
	move_cursor(a, 1, true);
	return true;
}

static void
half(struct app *a, int by)
{
	int n = (int)cursor_get(a).shown / 2;

	move_cursor(a, by * (n > 0 ? n : 1), false);
}

VERB(cmd_half_up)
{
	(void)arg, (void)e;
	half(a, -1);
	return true;
}

VERB(cmd_half_down)
{
	(void)arg, (void)e;
	half(a, 1);
	return true;
}

VERB(cmd_first)
{
	(void)arg, (void)e;
	move_end(a, false);
	return true;
}

VERB(cmd_last)
{
	(void)arg, (void)e;
	move_end(a, true);
	return true;
}

/* The nearest column of the list that is shown on this screen. */
static void
move_column(struct app *a, int by)
{
	struct pane *p = app_pane(a);

	p->column = colview_step(&p->cols, p->column, by, a->layout.list.w);
}

static void
move_section(struct app *a, int by)
{
	struct pane *p = app_pane(a);
	size_t n = pane_sections(a, p);

	if (n == 0)
		return;
	p->detail.section = (p->detail.section + n + (by < 0 ? n - 1 : 1)) % n;
	p->detail.valid = false;
	p->detail.cursor = p->detail.top = 0;
}

/* The column of a page of columns. */
static void
move_grid(struct pane *p, int by)
{
	struct detail *d = &p->detail;

	if (by < 0 && d->column > 0)
		d->column--;
	else if (by > 0 && d->column + 1 < d->ncolumns)
		d->column++;
	d->valid = false;
}

static void
sideways(struct app *a, int by)
{
	struct pane *p = app_pane(a);
	struct chip c[64];
	size_t n;

	if ((p->def->flags & PANE_GRID) != 0) {
		move_grid(p, by);
		return;
	}

	switch (p->focus) {
	case FOCUS_DETAIL:
		move_section(a, by);
		break;
	case FOCUS_CHIPS:
		n = pane_chips(p, c, 64);
		if (by < 0 && p->chip_cursor > 0)
			p->chip_cursor--;
		else if (by > 0 && p->chip_cursor + 1 < n)
			p->chip_cursor++;
		break;
	case FOCUS_LIST:
		if (!picture_move(a, by, 0, false))
			move_column(a, by);
		break;
	case FOCUS_FACETS:
		if (by > 0)
			p->focus = FOCUS_LIST;
		break;
	}
}

VERB(cmd_left)
{
	(void)arg, (void)e;
	sideways(a, -1);
	return true;
}

VERB(cmd_right)
{
	(void)arg, (void)e;
	sideways(a, 1);
	return true;
}

VERB(cmd_next_item)
{
	(void)arg, (void)e;
	pane_select(app_pane(a), app_pane(a)->pos + 1);
	return true;
}

VERB(cmd_previous_item)
{
	struct pane *p = app_pane(a);

	(void)arg, (void)e;
	pane_select(p, p->pos > 0 ? p->pos - 1 : 0);
	return true;
}

/* What stands below the heading is to be in sight as well: half a screen of it. */
static void
go_heading(struct app *a, size_t at)
{
	struct detail *d = &app_pane(a)->detail;

	d->cursor = at;
	if (d->pinned == 0 && (at < d->top || at >= d->top + (detail_rows(a) + 1) / 2))
		d->top = at > 0 ? at - 1 : 0;
}

static void
move_heading(struct app *a, bool forward)
{
	const struct detail *d = &app_pane(a)->detail;

	if (forward) {
		for (size_t i = d->cursor + 1; i < d->page.nlines; i++)
			if (d->page.lines[i].heading) {
				go_heading(a, i);
				return;
			}
	} else {
		for (size_t i = d->cursor; i-- > 0;)
			if (d->page.lines[i].heading) {
				go_heading(a, i);
				return;
			}
	}
}

VERB(cmd_next_heading)
{
	(void)arg, (void)e;
	move_heading(a, true);
	return true;
}

VERB(cmd_previous_heading)
{
	(void)arg, (void)e;
	move_heading(a, false);
	return true;
}

/* Which places of the pane can have the focus now, in Tab's order. */
static size_t
focus_ring(const struct app *a, enum focus *out)
{
	const struct pane *p = &a->pane[a->screen];
	struct chip c[2];
	size_t n = 0;

	if (pane_chips(p, c, 2) > 0)
		out[n++] = FOCUS_CHIPS;
	if (pane_has_facets(p))
		out[n++] = FOCUS_FACETS;
	if (p->def->list != NULL)
		out[n++] = FOCUS_LIST;
	out[n++] = FOCUS_DETAIL;
	return n;
}

static void
move_focus(struct app *a, bool forward)
{
	enum focus ring[4];
	size_t n = focus_ring(a, ring), at = 0;

	for (size_t i = 0; i < n; i++)
		if (ring[i] == app_pane(a)->focus)
			at = i;
	app_pane(a)->focus = ring[(at + (forward ? 1 : n - 1)) % n];
	if (app_pane(a)->focus == FOCUS_CHIPS)
		app_pane(a)->chip_cursor = 0;
}

VERB(cmd_next_focus)
{
	(void)arg, (void)e;
	move_focus(a, true);
	return true;
}

VERB(cmd_previous_focus)
{
	(void)arg, (void)e;
	move_focus(a, false);
	return true;
}
