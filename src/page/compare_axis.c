/*
 * compare_axis.c - a row of a comparison as a picture: each column's intervals on one axis.
 *
 * All columns are drawn, whichever are shown above: the picture is what they have in common.
 */
#include "career/page/chart.h"
#include "compare_draw.h"

#include <math.h>

/* --- one axis -------------------------------------------------------------------------------- */

static bool
row_axis(const struct compare_view *v, const struct compare_row *row, struct axis *ax, int width)
{
	double lo = INFINITY, hi = -INFINITY;

	for (size_t i = 0; i < v->c->n; i++)
		for (size_t k = 0; k < row->cell[i].nspans; k++) {
			lo = fmin(lo, row->cell[i].span[k].lo);
			hi = fmax(hi, row->cell[i].span[k].hi);
		}
	if (lo > hi)
		return false;
	axis_make(ax, lo, hi, width);
	return true;
}

static void
axis_picture(struct page *p, const struct axis *ax, const struct compare_span *s)
{
	struct mark mark = {.lo = s->lo,
	    .hi = s->hi,
	    .whisk_lo = NAN,
	    .whisk_hi = NAN,
	    .mid = NAN,
	    .open_hi = s->open_hi};

	chart_mark(p, ax, &mark);
}

/* Where pictures and texts of an axis row stand: beside one another, or the picture below. */
struct axis_place {
	int picture, text, width; /* columns; cells of the picture */
	bool below;
};

static struct axis_place
axis_place(const struct compare_view *v)
{
	int width = v->p->opts.width;

	if (width >= 100)
		return (struct axis_place){v->label, width - 40, width - 42 - v->label, false};
	if (width >= 60)
		return (struct axis_place){v->label, v->label, width - v->label, true};
	return (struct axis_place){2, 2, width - 2, true};
}

/* One line of a column: a part of its name, of its text, a picture; any of them may be absent. */
static void
axis_line(const struct compare_view *v, const char *name, const struct compare_span *span,
    const struct axis *ax)
{
	page_add(v->p, STYLE_LABEL, name ? name : "");
	if (span) {
		page_to(v->p, axis_place(v).picture);
		axis_picture(v->p, ax, span);
	}
}

/* One column on the axis. */
static void
axis_column(
    const struct compare_view *v, const struct compare_row *row, size_t i, const struct axis *ax)
{
	struct axis_place at = axis_place(v);
	const struct compare_cell *cell = &row->cell[i];
	size_t shift = at.text == 2 ? 1 : 0, pictures, n;
	struct cell_lines name, text;

	compare_wrap(
	    v->p, &name, v->c->name[i], shift ? v->p->opts.width : v->label - 1, shift ? 1 : 2);
	compare_wrap(v->p, &text, cell->text, v->p->opts.width - at.text,
	    v->p->opts.details ? CELL_LINES_ALL : CELL_LINES);
	pictures = at.below ? shift + text.n : 0;
	n = pictures + cell->nspans > name.n ? pictures + cell->nspans : name.n;
	n = shift + text.n > n ? shift + text.n : n;
	for (size_t k = 0; k < n; k++) {
		bool drawn = k >= pictures && k - pictures < cell->nspans;

		if (k == 0)
			page_line(v->p);
		else
			page_next(v->p);
		axis_line(v, k < name.n ? name.line[k] : NULL,
		    drawn ? &cell->span[k - pictures] : NULL, ax);
		if (k >= shift && k - shift < text.n) {
			page_to(v->p, at.text);
			page_add(v->p, compare_style(cell), text.line[k - shift]);
		}
	}
	if (cell->anchor.kind != ANCHOR_NONE)
		page_anchor(v->p, cell->anchor.kind, cell->anchor.key);
	if (row->term)
		page_anchor(v->p, ANCHOR_TERM, row->term);
}

/* Columns without a statement stand in one line. */
static void
axis_silent(const struct compare_view *v, const struct compare_row *row)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < v->c->n; i++)
		if (row->cell[i].text[0] == '\0')
			buf_addf(&b, "%s%s", b.len > 0 ? ", " : "no source states it for ",
			    v->c->brief[i]);
	page_wrap(v->p, 2, STYLE_NOTE, b.data);
	buf_free(&b);
}

void
compare_axis(const struct compare_view *v, const struct compare_row *row)
{
	struct axis_place at = axis_place(v);
	struct axis ax;
	bool any = row_axis(v, row, &ax, at.width);

	page_line(v->p);
	page_add(v->p, STYLE_LABEL, row->label);
	if (any) {
		page_add(v->p, STYLE_LABEL, ", in thousands");
		page_next(v->p);
		page_to(v->p, at.picture);
		chart_ticks(v->p, &ax, 1000);
	}
	if (row->term)
		page_anchor(v->p, ANCHOR_TERM, row->term);
	for (size_t i = 0; i < v->c->n; i++)
		if (row->cell[i].text[0] != '\0')
			axis_column(v, row, i, &ax);
	axis_silent(v, row);
}
