/*
 * settle.c - makes what is about to be drawn true: layout, pages, scroll positions.
 */
#include "career/cmd/app.h"

#include "career/cmd/commands.h"
#include "career/cmd/narration.h"
#include "career/cmd/picture.h"
#include "state.h"

#include <string.h>

/* Keeps `cursor` among `n` and on the `shown` lines that start at *top. */
static void
keep_shown(size_t *cursor, size_t *top, size_t n, size_t shown)
{
	if (shown == 0)
		shown = 1;
	if (*cursor >= n)
		*cursor = n > 0 ? n - 1 : 0;
	if (*cursor < *top)
		*top = *cursor;
	if (*cursor >= *top + shown)
		*top = *cursor - shown + 1;
	if (*top + shown > n)
		*top = n > shown ? n - shown : 0;
}

void
detail_make(struct app *a, struct pane *p)
{
	struct detail *d = &p->detail;
	struct page_opts opts = {
	    .width = a->layout.detail.h > 0 ? a->layout.detail.w - 2 : a->cols - 2,
	    .ascii = a->opts.ascii,
	    .details = a->details,
	    .cells = a->pay_cells,
	    .screen = true,
	    .year_now = a->year_now,
	};
	struct err e = {0};
	bool airy;

	if (p->def->list != NULL && p->selected == UINT32_MAX)
		return;
	if ((p->def->flags & PANE_HOP) != 0 && d->made_for != d->cursor)
		d->valid = false;
	airy = a->layout.large && p->def->list != NULL;
	if (!d->valid || d->page.opts.width != opts.width || d->page.opts.details != opts.details
	    || d->page.opts.cells != opts.cells || d->page.opts.ascii != opts.ascii
	    || d->airy != airy) {
		page_reset(&d->page, &opts);
		d->pinned = d->ncolumns = 0;
		if (!p->def->detail(a, p, &d->page, &e)) {
			app_error(a, "%s", e.text);
			page_reset(&d->page, &opts);
			d->pinned = d->ncolumns = 0;
			page_wrapf(&d->page, 0, STYLE_WARN, "! %s", e.text);
		}
		data_say_off(a, &d->page);
		if (airy)
			page_air(&d->page);
		d->airy = airy;
		d->valid = true;
		d->made_for = d->cursor;
	}
}

size_t
detail_rows(const struct app *a)
{
	int rows = a->layout.detail.h - (a->pane[a->screen].def->nsections > 0 ? 1 : 0);

	return rows > 0 ? (size_t)rows : 1;
}

/* An empty list says itself what could be done. Messages stand above an open prompt. */
static void
lay_out(struct app *a)
{
	struct pane *p = app_pane(a);
	struct layout_want want = {
	    .rows = a->rows,
	    .cols = a->cols,
	    .facets = p->def->list != NULL && pane_has_facets(p),
	    .page = p->def->list == NULL,
	    .tabs = p->def->nsections > 0,
	    .zoom = a->zoom,
	    .focus = p->focus,
	    .picture = picture_on(p),
	    .say = narration_rows(a, p->def->list == NULL ? 2 : 4),
	    .large = a->opts.large,
	};

	layout_make(&a->layout, &want);
	want.status = (*pane_advice(p) != '\0' && (p->view.nrows > 0 || a->layout.list.h <= 0))
	    || (a->prompt.kind != PROMPT_NONE && a->message[0] != '\0');
	if (want.status)
		layout_make(&a->layout, &want);
	p->cols.sparse = a->layout.large;
}

/* The column under the cursor comes into sight: the page is made again from another first column. How many fit
 * may differ then, so it is tried until it holds. */
static void
settle_columns(struct app *a, struct pane *p)
{
	struct detail *d = &p->detail;

	for (size_t tries = 0; tries < 16 && d->ncolumns > 0; tries++) {
		size_t first = d->first;

		if (d->column >= d->ncolumns)
			d->column = d->ncolumns - 1;
		if (d->column < first)
			first = d->column;
		else if (d->shown > 0 && d->column >= first + d->shown)
			first = d->column - d->shown + 1;
		if (first == d->first)
			return;
		d->first = first;
		d->valid = false;
		detail_make(a, p);
	}
}

/* The cursor of a page that hops goes to the next line that leads somewhere, else to the last one. */
static void
settle_hop(struct app *a, struct pane *p)
{
	p->detail.cursor = next_leading(&p->detail.page, p->detail.cursor);
	detail_make(a, p);
}

static void
settle_detail(struct app *a, struct pane *p)
{
	struct detail *d = &p->detail;
	size_t rows = detail_rows(a), pinned, cursor, n;

	detail_make(a, p);
	settle_columns(a, p);
	if ((p->def->flags & PANE_HOP) != 0 && d->page.nlines > 0)
		settle_hop(a, p);
	pinned = d->pinned < rows ? d->pinned : rows - 1;
	if (d->cursor < d->pinned && (p->def->flags & PANE_BELOW) != 0)
		d->cursor = d->pinned;
	if (d->cursor >= d->page.nlines)
		d->cursor = d->page.nlines > 0 ? d->page.nlines - 1 : 0;
	if (d->cursor < pinned) {
		if (d->top + rows > d->page.nlines)
			d->top = d->page.nlines > rows ? d->page.nlines - rows : 0;
		return;
	}
	/* What scrolls are the lines below those that are pinned. */
	cursor = d->cursor - pinned;
	n = d->page.nlines - pinned;
	keep_shown(&cursor, &d->top, n, rows - pinned);
	if ((p->def->flags & PANE_HOP) != 0 && next_leading(&d->page, 0) == d->cursor
	    && d->cursor < rows)
		d->top = 0; /* what stands above the first line that leads somewhere */
}

static void
settle_once(struct app *a)
{
	struct pane *p = app_pane(a);
	struct err e;
	size_t pos, top;

	if (!pane_refresh(a, p, &e))
		app_error(a, "%s", e.text);
	prompt_settle(a);
	lay_out(a);
	if (picture_on(p) && a->layout.list.h > 0)
		picture_settle(a, p);
	if (p->def->list != NULL)
		pane_settle_shorts(a, p);
	pos = p->pos;
	top = p->top;
	keep_shown(&pos, &top, p->view.nrows + (p->hidden > 0), pane_list_rows(a));
	p->top = (uint32_t)top;
	if (p->def->list != NULL && a->layout.list.h > 0)
		pane_settle_columns(a, p);
	if (a->screen == SCREEN_SKILLS)
		plan_settle_skills(a, p);
	keep_shown(&p->facet_cursor, &p->facet_top, p->nfacet,
	    a->layout.facets.h > 0 ? (size_t)a->layout.facets.h : 1);
	if (a->layout.detail.h > 0)
		settle_detail(a, p);
	if (a->popup.open)
		popup_settle(a);
	if (a->prompt.kind == PROMPT_COMMAND)
		palette_settle(a);
}

/* Once more where cells that were now looked at for the first time are damaged. */
void
app_settle(struct app *a)
{
	struct pane *p = app_pane(a);

	settle_once(a);
	if (p->loaded && p->def->list != NULL && frame_damage(&p->frame))
		settle_once(a);
	looked_settle(a);
}
