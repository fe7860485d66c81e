/* look_picture.c - what holds of a list that is drawn as a picture. */
#include "look_parts.h"

#include "career/cmd/picture.h"

#include <string.h>

bool
look_has_picture(const struct look *l)
{
	const struct pane *p = app_pane(l->a);

	return p->def->list != NULL && picture_on(p) && p->view.nrows > 0;
}

/* Where the cursor belongs: on the point of the selected row, else on the line that says why it has none. */
void
look_picture_cursor(const struct look *l, int *y, int *x)
{
	const struct pane *p = app_pane(l->a);
	const struct scatter *s = &p->picture->plot;
	uint32_t place = scatter_place(s, p->selected);

	*y = place == SCATTER_NOWHERE ? s->here_y : 0;
	*x = 0;
	if (place != SCATTER_NOWHERE) {
		scatter_cell(s, place, x, y);
		*x += s->plot_x;
		*y += s->plot_y;
	}
	*y += l->a->layout.list.y;
	*x += l->a->layout.list.x;
}

/* The lines stand as they were made, but for the point under the cursor; a '>' on the axis tells its row, and the
 * signs of the point are none that the plot has. */
void
look_picture(const struct look *l)
{
	const struct pane *p = app_pane(l->a);
	const struct area *at = &l->a->layout.list;
	const struct page *page = &p->picture->page;
	bool drawn = scatter_place(&p->picture->plot, p->selected) != SCATTER_NOWHERE;
	int cy, cx;

	if (at->h <= 0)
		return;
	look_picture_cursor(l, &cy, &cx);
	CHECK(l, page->nlines <= (size_t)at->h, "%zu lines in %d rows", page->nlines, at->h);
	for (int y = 0; y < at->h && (size_t)y < page->nlines; y++) {
		struct buf want = BUF_INIT;

		for (size_t i = 0; i < page->lines[y].nspans; i++)
			buf_adds(&want, page->lines[y].spans[i].text);
		if (at->y + y != cy || !drawn)
			look_text(l, at->y + y, at->x, at->w, want.data, false);
		buf_free(&want);
	}
	if (!drawn)
		return;
	CHECK(l, grid_is(&l->g, cy, at->x + p->picture->plot.plot_x - 1, ">"),
	    "no '>' at the row of the point");
	CHECK(l, grid_is(&l->g, cy, cx, l->ascii ? "@" : "\u25c6"), "no point under the cursor");
	CHECK(l, l->g.attr[cy][cx] != ' ', "the point looks as the others do");
}
