#include "career/ui/draw.h"

#include "career/base/text.h"
#include "career/page/glyph.h"
#include "career/ui/theme.h"

#include <curses.h>

#include <stdarg.h>
#include <string.h>
#include <wchar.h>

enum { CLUSTER_CELLS = 4 };

/* Where a row may be written: cells [from, to) of screen row y. */
struct strip {
	int y, from, to;
	unsigned long attr;
};

/* One place on the screen for ncurses: a character with the marks on it. */
struct cell {
	wchar_t ws[CCHARW_MAX + 1];
	int width;
};

void
draw_begin(struct draw *d, struct term *t)
{
	d->term = t;
	getmaxyx(stdscr, d->rows, d->cols);
	d->cursor_y = d->cursor_x = 0;
	erase();
}

void
draw_flush(struct draw *d)
{
	move(d->cursor_y, d->cursor_x);
	wnoutrefresh(stdscr);
	doupdate();
}

/* --- characters ------------------------------------------------------------------------------- */

static void
put_cell(int y, int x, const wchar_t *ws, unsigned long attr)
{
	attr_t bare = (attr_t)attr & ~(attr_t)A_COLOR;
	cchar_t c;

	if (setcchar(&c, ws, bare, (short)PAIR_NUMBER((int)attr), NULL) == OK)
		mvadd_wch(y, x, &c);
}

/* Splits a cluster into cells as ncurses counts them. Returns their number, 0 when they do not
 * make up `width`: then the rest of the row would be misplaced. */
static int
split_cluster(const char *s, size_t len, int width, struct cell *cells)
{
	size_t i = 0, marks = 0;
	int32_t cp;
	int n = 0, w;

	while (i < len) {
		i += text_decode(s + i, len - i, &cp);
		w = cp < 0 ? -1 : wcwidth((wchar_t)cp);
		if (w < 0 || (w == 0 && n == 0) || (w > 0 && n == CLUSTER_CELLS))
			return 0;
		if (w > 0) {
			cells[n] = (struct cell){.ws = {(wchar_t)cp}, .width = w};
			width -= w;
			marks = 0;
			n++;
		} else if (++marks < CCHARW_MAX) { /* more marks than ncurses holds are left out */
			cells[n - 1].ws[marks] = (wchar_t)cp;
		}
	}
	return width == 0 ? n : 0;
}

static void
put_cluster(const struct draw *d, const struct strip *s, int x, const char *text, size_t len, int w)
{
	static const wchar_t unknown[] = L"?";
	struct cell cells[CLUSTER_CELLS];
	int n = 0, i;

	if (len == 1 || !d->term->ascii)
		n = split_cluster(text, len, w, cells);
	for (i = 0; i < n; i++) {
		put_cell(s->y, x, cells[i].ws, s->attr);
		x += cells[i].width;
	}
	if (n == 0)
		for (i = 0; i < w; i++)
			put_cell(s->y, x + i, unknown, s->attr);
}

/* Writes text from screen column x on, which may lie outside of the strip. Returns the column
 * behind. */
static int
put_text(const struct draw *d, const struct strip *s, int x, const char *text)
{
	size_t len = strlen(text), n;
	int w;

	for (; len > 0 && x < s->to; text += n, len -= n, x += w) {
		n = text_cluster(text, len, &w);
		if (x >= s->from && x + w <= s->to)
			put_cluster(d, s, x, text, n, w);
	}
	return x;
}

/* --- areas ------------------------------------------------------------------------------------ */

/* Row y of the area from column x on, as far as it lies on the screen. False when nothing of it
 * does. */
static bool
strip_of(const struct draw *d, const struct area *a, int y, int x, struct strip *s)
{
	s->y = a->y + y;
	s->from = a->x + (x > 0 ? x : 0);
	s->to = a->x + a->w;
	if (s->from < 0)
		s->from = 0;
	if (s->to > d->cols)
		s->to = d->cols;
	return y >= 0 && y < a->h && s->y >= 0 && s->y < d->rows && s->from < s->to;
}

int
draw_text_at(struct draw *d, const struct area *a, struct draw_at at, const char *text)
{
	struct buf cut = BUF_INIT;
	struct strip s;
	int used = text_width(text), x = a->x + at.x, room;

	if (!strip_of(d, a, at.y, at.x, &s))
		return 0;
	s.attr = theme_attr(d->term, at.style, at.flags);
	if (at.w > 0 && s.to > x + at.w)
		s.to = x + at.w;
	room = s.to - x;
	if (used > room) {
		used = text_clip(&cut, text, room, glyph(GLYPH_CUT, d->term->ascii));
		text = cut.data;
	}
	if (at.flags & DRAW_RIGHT)
		x += room - used;
	put_text(d, &s, x, text);
	buf_free(&cut);
	return used;
}

int
draw_textf(struct draw *d, const struct area *a, int y, int x, enum style st, unsigned flags,
    const char *fmt, ...)
{
	struct buf b = BUF_INIT;
	va_list ap;
	int used;

	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	used = draw_text(d, a, y, x, b.data, 0, st, flags);
	buf_free(&b);
	return used;
}

void
draw_line(
    struct draw *d, const struct area *a, int y, const struct line *l, int skip, unsigned flags)
{
	const char *mark = glyph(GLYPH_CUT, d->term->ascii);
	struct strip s;
	bool left, right;
	size_t i;
	int x = a->x - skip;

	if (l->width == 0 || !strip_of(d, a, y, 0, &s))
		return;
	left = skip > 0;
	right = x + l->width > s.to;
	s.attr = theme_attr(d->term, STYLE_TEXT, flags);
	if (left) {
		put_text(d, &s, s.from, mark);
		s.from++;
	}
	if (right && s.from < s.to) {
		put_text(d, &s, s.to - 1, mark);
		s.to--;
	}
	for (i = 0; i < l->nspans; i++) {
		s.attr = theme_attr(d->term, l->spans[i].style, flags);
		put_text(d, &s, x, l->spans[i].text);
		x += l->spans[i].width;
	}
}

void
draw_fill_at(struct draw *d, const struct area *a, struct draw_at at, const char *glyph_text)
{
	struct strip s;
	int i;

	if (!strip_of(d, a, at.y, at.x, &s))
		return;
	s.attr = theme_attr(d->term, at.style, at.flags);
	if (s.to > a->x + at.x + at.w)
		s.to = a->x + at.x + at.w;
	for (i = s.from; i < s.to; i++)
		put_text(d, &s, i, glyph_text);
}

void
draw_vline(struct draw *d, const struct area *a, int x)
{
	const char *g = glyph(GLYPH_VLINE, d->term->ascii);
	int y;

	for (y = 0; y < a->h; y++)
		draw_fill(d, a, y, x, 1, g, STYLE_TEXT, 0);
}

static void
frame_row(struct draw *d, const struct area *a, int y, enum glyph left, enum glyph right)
{
	bool ascii = d->term->ascii;

	draw_fill(d, a, y, 0, 1, glyph(left, ascii), STYLE_TEXT, 0);
	draw_fill(d, a, y, 1, a->w - 2, glyph(GLYPH_HLINE, ascii), STYLE_TEXT, 0);
	draw_fill(d, a, y, a->w - 1, 1, glyph(right, ascii), STYLE_TEXT, 0);
}

struct area
draw_frame(struct draw *d, const struct area *a, const char *title)
{
	struct area inside = {a->y + 1, a->x + 1, a->h - 2, a->w - 2};
	int used;

	if (a->h < 2 || a->w < 2)
		return *a;
	frame_row(d, a, 0, GLYPH_TL, GLYPH_TR);
	draw_vline(d, &(struct area){inside.y, a->x, inside.h, 1}, 0);
	draw_vline(d, &(struct area){inside.y, a->x + a->w - 1, inside.h, 1}, 0);
	frame_row(d, a, a->h - 1, GLYPH_BL, GLYPH_BR);
	if (title && *title && a->w >= 8) { /* "+- T -+" and at least a mark */
		draw_fill(d, a, 0, 2, 1, " ", STYLE_TEXT, 0);
		used = draw_text(d, a, 0, 3, title, a->w - 6, STYLE_HEADING, 0);
		draw_fill(d, a, 0, 3 + used, 1, " ", STYLE_TEXT, 0);
	}
	return inside;
}

static int
clamp(int v, int lo, int hi)
{
	return v < lo ? lo : v > hi ? hi : v;
}

void
draw_cursor(struct draw *d, const struct area *a, int y, int x)
{
	d->cursor_y = clamp(a->y + clamp(y, 0, a->h > 0 ? a->h - 1 : 0), 0, d->rows - 1);
	d->cursor_x = clamp(a->x + clamp(x, 0, a->w > 0 ? a->w - 1 : 0), 0, d->cols - 1);
}

/* --- reading back ----------------------------------------------------------------------------- */

static char
attr_letter(attr_t attr)
{
	bool bold = (attr & A_BOLD) != 0;

	if (attr & A_REVERSE)
		return bold ? 'R' : 'r';
	if (attr & A_UNDERLINE)
		return bold ? 'U' : 'u';
	return bold ? 'b' : ' ';
}

static void
end_row(struct buf *out, size_t start)
{
	while (out->len > start && out->data[out->len - 1] == ' ')
		buf_remove(out, out->len - 1, 1);
	buf_addc(out, '\n');
}

static void
dump_row(const struct draw *d, int y, struct buf *text, struct buf *letters)
{
	wchar_t ws[CCHARW_MAX + 1];
	cchar_t c;
	attr_t attr;
	short pair;
	size_t i;
	int x, w;

	for (x = 0; x < d->cols; x += w) {
		w = 1;
		memset(ws, 0, sizeof ws);
		if (mvin_wch(y, x, &c) != OK || getcchar(&c, ws, &attr, &pair, NULL) != OK)
			continue;
		for (i = 0; ws[i]; i++)
			text_encode(text, (int32_t)ws[i]);
		if (wcwidth(ws[0]) > 1)
			w = wcwidth(ws[0]);
		buf_pad(letters, attr_letter(attr), (size_t)w);
	}
}

void
draw_dump(const struct draw *d, bool attrs, struct buf *out)
{
	struct buf letters = BUF_INIT;
	size_t start;
	int y;

	for (y = 0; y < d->rows; y++) {
		start = out->len;
		buf_clear(&letters);
		dump_row(d, y, out, &letters);
		end_row(out, start);
		if (!attrs)
			continue;
		start = out->len;
		buf_add(out, letters.data, letters.len);
		end_row(out, start);
	}
	buf_free(&letters);
}
