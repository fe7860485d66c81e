/*
 * screen_picture.c - the list as a picture, with the cursor on the point of the selected row.
 */
#include "screen.h"

#include "career/cmd/picture.h"
#include "career/page/glyph.h"

void
screen_picture(struct draw *d, struct app *a)
{
	const struct area *l = &a->layout.list;
	const struct pane *p = app_pane(a);
	const struct picture *pic = p->picture;
	uint32_t place = scatter_place(&pic->plot, p->selected);
	unsigned flags = p->focus == FOCUS_LIST ? DRAW_SELECTED : DRAW_WEAK;
	int x = 0, y = pic->plot.here_y;

	for (int i = 0; i < l->h && (size_t)i < pic->page.nlines; i++)
		draw_line(d, l, i, &pic->page.lines[i], 0, 0);
	if (place != SCATTER_NOWHERE) {
		scatter_cell(&pic->plot, place, &x, &y);
		x += pic->plot.plot_x;
		y += pic->plot.plot_y;
		draw_text(d, l, y, x, a->opts.ascii ? "@" : glyph(GLYPH_POINT, false), 1,
		    STYLE_HEADING, flags);
	}
	if (p->focus == FOCUS_LIST)
		draw_cursor(d, l, y, x);
}
