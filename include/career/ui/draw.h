/*
 * draw.h - clipped drawing on the screen.
 *
 * Everything is drawn through an `area`: nothing crosses its border. Text must be safe already
 * (text_safe; a page's spans are); a character whose width ncurses sees differently is shown as
 * '?'. What does not fit is cut with GLYPH_CUT as the last cell. An area with h or w <= 0 draws
 * nothing. The frame is made visible once per settled state by draw_flush, with the hardware cursor
 * at the place of draw_cursor.
 */
#ifndef CAREER_UI_DRAW_H
#define CAREER_UI_DRAW_H

#include "career/base/buf.h"
#include "career/cmd/layout.h"
#include "career/page/page.h"
#include "career/ui/term.h"

enum {
	DRAW_BOLD = 1 << 0,
	DRAW_SELECTED = 1 << 1, /* the row under the cursor: reverse; beside it stands a '>' too */
	DRAW_UNDERLINE = 1 << 2,
	DRAW_RIGHT = 1 << 3, /* text ends at the right edge of the given width */
	DRAW_WEAK = 1 << 4, /* selected, but the focus is elsewhere: bold + underline, no reverse */
};

struct draw {
	struct term *term;
	int rows, cols;
	int cursor_y, cursor_x;
};

void draw_begin(struct draw *d, struct term *t); /* reads the size, erases */
void draw_flush(struct draw *d);                 /* one doupdate */

/* A place in an area and how it looks. */
struct draw_at {
	int y, x, w; /* w cells; for text <= 0: up to the area's edge */
	enum style style;
	unsigned flags;
};

/* Text at (y, x) relative to the area, at most `w` cells. Returns cells used. */
int draw_text_at(struct draw *d, const struct area *a, struct draw_at at, const char *text);
#define draw_text(d, a, row, column, text, cells, look, marks)                                     \
	draw_text_at((d), (a), (struct draw_at){(row), (column), (cells), (look), (marks)}, (text))
int draw_textf(struct draw *d, const struct area *a, int y, int x, enum style st, unsigned flags,
    const char *fmt, ...) __attribute__((format(printf, 7, 8)));
/* One line of a page, shifted left by `skip` cells; what is hidden on either side is marked. */
void draw_line(
    struct draw *d, const struct area *a, int y, const struct line *l, int skip, unsigned flags);
/* Fills cells (y, x .. x + w) with one glyph text. */
void draw_fill_at(struct draw *d, const struct area *a, struct draw_at at, const char *glyph_text);
#define draw_fill(d, a, row, column, cells, text, look, marks)                                     \
	draw_fill_at((d), (a), (struct draw_at){(row), (column), (cells), (look), (marks)}, (text))
void draw_vline(struct draw *d, const struct area *a, int x);
/* A frame around the area with a title in its top line; returns the inside. Without room (h or w
 * < 2) the area itself is returned and nothing is drawn. */
struct area draw_frame(struct draw *d, const struct area *a, const char *title);
void draw_cursor(struct draw *d, const struct area *a, int y, int x);

/* The whole screen as text, trailing blanks trimmed, one line per row (":write", tests). With
 * `attrs` each row is followed by a row of attribute letters, one per cell (tests): ' ' plain,
 * 'r' reverse, 'b' bold, 'u' underline, 'R' bold reverse, 'U' bold underline. */
void draw_dump(const struct draw *d, bool attrs, struct buf *out);

#endif
