/*
 * pay_cells.c - pay in cells: what says the same of level, place, basis and employer, on one axis.
 */
#include "pay_view.h"

#include "career/base/text.h"
#include "say.h"

#include <ctype.h>
#include <string.h>

static void
cell_title(struct pay_view *v, const struct pay_cell *cell)
{
	struct page *p = v->c->p;
	struct buf b = BUF_INIT, right = BUF_INIT;

	if (p->opts.plain)
		buf_addf(&b, "%s, ", level_says(cell->g.level));
	pay_cell_words(cell, &b);
	b.data[0] = (char)toupper((unsigned char)b.data[0]);
	if (cell->g.pages > 1)
		pay_support_words(&cell->g, &right);
	else if (cell->g.nlines > 1)
		buf_addf(&right, "%zu figures of 1 source", cell->g.nlines);
	page_wrap(p, 0, STYLE_LABEL, b.data);
	if (right.len > 0)
		page_right(p, STYLE_NOTE, right.data);
	pay_bound_anchor(v->c, &cell->g);
	page_anchor(p, ANCHOR_TERM, "pay-cell");
	buf_free(&b);
	buf_free(&right);
}

/* Figures that say less, and what all have in common with them. */
static void
draw_loose(struct pay_view *v, const struct pay_cell *cell)
{
	struct page *p = v->c->p;
	struct buf b = BUF_INIT;

	page_line(p);
	page_joinf(p, 2, STYLE_NEAR, "~ %zu more say%s less, and may belong here too%s",
	    cell->nloose, cell->nloose == 1 ? "s" : "",
	    p->opts.details      ? ":"
		: p->opts.screen ? " (v)"
				 : "");
	page_anchor(p, ANCHOR_TERM, "loosely-comparable");
	if (!p->opts.details)
		return;
	v->titled = 0;
	for (size_t i = 0; i < cell->nloose; i++)
		pay_line(v, &cell->g, &cell->loose[i]);
	pay_common_words(&cell->wide, &b);
	if (b.len > 0) {
		page_line(p);
		page_joinf(p, 2, STYLE_NEAR, "~ %.*s with these%s", (int)strcspn(b.data, ":"),
		    b.data, b.data + strcspn(b.data, ":"));
		pay_bound_anchor(v->c, &cell->wide);
		page_anchor(p, ANCHOR_TERM, "loosely-comparable");
	}
	buf_free(&b);
}

static void
pay_cell(struct pay_view *v, const struct pay_cell *cell)
{
	v->titled = cell->unsaid;
	cell_title(v, cell);
	for (size_t i = 0; i < cell->g.nlines; i++)
		pay_line(v, &cell->g, &cell->g.lines[i]);
	pay_group_close(v, &cell->g);
	if (cell->nloose > 0)
		draw_loose(v, cell);
}

static void
say_count_of_cells(struct pay_view *v, const struct pay_cells *cells)
{
	struct buf b = BUF_INIT;

	say_count(&b, (int64_t)cells->lines, "figure");
	buf_addf(&b,
	    " in %zu cell%s: what says the same of level, place, basis and employer stands together. ",
	    cells->n, cells->n == 1 ? "" : "s");
	if (cells->shared == 0)
		buf_adds(&b, "None has two sources.");
	else
		buf_addf(&b, "%zu ha%s several sources, %zu of them a common range.", cells->shared,
		    cells->shared == 1 ? "s" : "ve", cells->common);
	page_wrap(v->c->p, 0, STYLE_TEXT, b.data);
	page_anchor(v->c->p, ANCHOR_TERM, "pay-cell");
	buf_free(&b);
}

/* The cells of the level that answers, or all others, level by level. */
static void
draw_part(struct pay_view *v, const struct pay_cells *cells, enum level level, bool others)
{
	struct page *p = v->c->p;
	const struct pay_cell *last = NULL;

	pay_axis_begin(v);
	for (size_t i = 0; i < cells->n; i++)
		if ((cells->c[i].g.level != level) == others)
			pay_axis_group(v, &cells->c[i].g);
	for (size_t i = 0; i < cells->n; i++) {
		const struct pay_cell *cell = &cells->c[i];

		if ((cell->g.level != level) != others)
			continue;
		if (last == NULL || last->g.level != cell->g.level) {
			struct buf b = BUF_INIT;

			buf_adds(&b, level_says(cell->g.level));
			b.data[0] = (char)toupper((unsigned char)b.data[0]);
			page_blank(p);
			page_heading(p, b.data, "level");
			pay_axis_draw(v);
			buf_free(&b);
		}
		last = cell;
		pay_cell(v, cell);
	}
}

void
pay_cells(struct pay_view *v, const struct pay_cells *cells, enum level level)
{
	const struct pay_ask *ask = v->c->ask;

	if (cells->n == 0)
		return;
	v->cell = true;
	say_count_of_cells(v, cells);
	draw_part(v, cells, level, false);
	if (ask == NULL || !ask->level_only)
		draw_part(v, cells, level, true);
	v->cell = false;
}
