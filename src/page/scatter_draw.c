/*
 * scatter_draw.c - the plot of a picture and its axes.
 */
#include "scatter_parts.h"

#include "career/base/text.h"
#include "career/page/glyph.h"

#include <string.h>

enum { RUN = 512 }; /* bytes of glyphs of one style */

/* How full a place is, by its glyph: UTF-8, ASCII. */
static const char *const fills[][2] = {
    {"\u2022", "."}, {"\u2591", ":"}, {"\u2592", "+"}, {"\u2593", "%"}, {"\u2588", "#"}};
enum { FILLS = sizeof fills / sizeof *fills };

/* From how many points on a place has which glyph. */
static const uint32_t *
fill_steps(const struct scatter *s)
{
	static const uint32_t steps[][FILLS] = {
	    {1, 2, 5, 20, 100}, {1, 5, 20, 100, 500}, {1, 10, 50, 250, 1000}};

	return steps[s->fullest < 400 ? 0 : s->fullest < 2000 ? 1 : 2];
}

static const char *
fill_of(const struct scatter *s, uint32_t n, bool ascii)
{
	const uint32_t *from = fill_steps(s);
	size_t i = FILLS - 1;

	while (i > 0 && n < from[i])
		i--;
	return fills[i][ascii];
}

void
scatter_legend(const struct scatter *s, bool ascii, struct buf *out)
{
	const uint32_t *from = fill_steps(s);

	for (size_t i = 0; i < FILLS && (i == 0 || s->fullest >= from[i]); i++) {
		buf_addf(out, "%s%s %u", i > 0 ? "  " : "", fills[i][ascii], from[i]);
		if (i + 1 == FILLS)
			buf_adds(out, " or more");
		else if (from[i + 1] > from[i] + 1)
			buf_addf(out, "-%u", from[i + 1] - 1);
	}
	buf_addf(out, " %s at a place", s->view->list->name);
}

/* --- one line of the plot ----------------------------------------------------------------------- */

/* Glyphs of one style on their way to a span. */
struct run {
	struct page *page;
	char text[RUN];
	size_t len;
	enum style style;
};

static void
run_end(struct run *r)
{
	r->text[r->len] = '\0';
	if (r->len > 0)
		page_add(r->page, r->style, r->text);
	r->len = 0;
}

static void
run_add(struct run *r, enum style style, const char *g)
{
	size_t n = strlen(g);

	if (style != r->style || r->len + n >= sizeof r->text)
		run_end(r);
	r->style = style;
	memcpy(r->text + r->len, g, n);
	r->len += n;
}

static void
braille(uint8_t dots, char *out)
{
	out[0] = (char)0xe2;
	out[1] = (char)(0xa0 | dots >> 6);
	out[2] = (char)(0x80 | (dots & 0x3f));
	out[3] = '\0';
}

static void
draw_point(const struct drawing *d, struct run *r, uint32_t place)
{
	uint32_t n = scatter_at(d->s, place);
	bool ascii = d->page->opts.ascii;
	char dots[4];

	if (n == 0) {
		run_add(r, STYLE_TEXT, " ");
	} else if (d->marked != NULL && d->marked[place]) {
		run_add(r, STYLE_BAR_MARK, "*");
	} else if (d->look->fine && !ascii) {
		braille(d->s->dots[place], dots);
		run_add(r, STYLE_BAR, dots);
	} else {
		run_add(r, STYLE_BAR, fill_of(d->s, n, ascii));
	}
}

/* Eighths of the cell that a bar fills, row `y` from the top; 8: all of it. */
static int
eighths(const struct scatter *s, uint32_t bar, int y)
{
	double high = scatter_at(s, bar) / s->sy.hi * s->h * 8;
	int left = (int)(high + 0.5) - (s->h - 1 - y) * 8;

	if (scatter_at(s, bar) > 0 && y == s->h - 1 && left < 1)
		left = 1;
	return left < 0 ? 0 : left > 8 ? 8 : left;
}

static void
draw_bar(const struct drawing *d, struct run *r, uint32_t bar, int y)
{
	static const char *const parts[] = {
	    " ", "\u2581", "\u2582", "\u2583", "\u2584", "\u2585", "\u2586", "\u2587", "\u2588"};
	static const char *const ascii[] = {" ", ".", ".", ".", ":", ":", ":", ":", "#"};
	int e = eighths(d->s, bar, y);
	bool mark = d->marked != NULL && d->marked[bar];
	enum style st = mark ? STYLE_BAR_MARK : STYLE_BAR;

	for (int i = 0; i < d->s->bar; i++) {
		if (mark && y == d->s->h - 1 && i == d->s->bar / 2)
			run_add(r, st, "*");
		else if (d->s->bar > 3 && i == d->s->bar - 1)
			run_add(r, st, " "); /* between the bars */
		else
			run_add(r, st, d->page->opts.ascii ? ascii[e] : parts[e]);
	}
}

/* The text of the tick on a row of the plot, "" where there is none. */
static void
tick_text(const struct scatter *s, int y, struct buf *out)
{
	const struct scale *a = &s->sy;
	double cell = (a->hi - a->lo) / s->h, from = a->lo + cell * (s->h - 1 - y);
	double tick = (double)(int64_t)(from / a->step) * a->step;

	buf_clear(out);
	if (tick < from - cell * 1e-9)
		tick += a->step;
	if (tick < from + cell * (1 - 1e-9) && (s->axes.y >= 0 || tick <= a->hi))
		scatter_tick(s, s->axes.y, tick, out);
}

static void
draw_row(const struct drawing *d, int y)
{
	const struct scatter *s = d->s;
	struct page *p = d->page;
	struct run r = {.page = p, .len = 0};
	struct buf tick = BUF_INIT;

	tick_text(s, y, &tick);
	page_line(p);
	page_addf(p, STYLE_LABEL, "%*s", LABELS, text_width(tick.data) <= LABELS ? tick.data : "");
	if (y == d->y)
		page_add(p, STYLE_HEADING, ">");
	else
		page_add(p, STYLE_LABEL,
		    glyph(tick.len > 0 ? GLYPH_TICK_L : GLYPH_VLINE, p->opts.ascii));
	for (int x = 0; s->axes.y >= 0 && x < s->w; x++)
		draw_point(d, &r, (uint32_t)(y * s->w + x));
	for (int i = 0; s->axes.y < 0 && i < s->bars; i++)
		draw_bar(d, &r, (uint32_t)i, y);
	run_end(&r);
	buf_free(&tick);
}

/* --- the lower axis ----------------------------------------------------------------------------- */

static int
tick_cell(const struct scatter *s, double v)
{
	return (int)((v - s->sx.lo) / (s->sx.hi - s->sx.lo) * s->w + 1e-9);
}

static double
first_tick(const struct scatter *s)
{
	double n = (double)(int64_t)(s->sx.lo / s->sx.step);

	return n * s->sx.step < s->sx.lo ? (n + 1) * s->sx.step : n * s->sx.step;
}

static void
draw_axis(const struct drawing *d)
{
	const struct scatter *s = d->s;
	struct page *p = d->page;
	struct run r = {.page = p, .len = 0};
	double tick = first_tick(s);

	page_line(p);
	page_addf(p, STYLE_LABEL, "%*s%s", LABELS, "", glyph(GLYPH_BL, p->opts.ascii));
	for (int x = 0; x < s->w; x++) {
		bool at = tick <= s->sx.hi && tick_cell(s, tick) == x;

		if (at)
			tick += s->sx.step;
		if (x == d->x)
			run_add(&r, STYLE_HEADING, glyph(GLYPH_UP, p->opts.ascii));
		else
			run_add(
			    &r, STYLE_LABEL, glyph(at ? GLYPH_TICK : GLYPH_HLINE, p->opts.ascii));
	}
	run_end(&r);
}

/* Texts of the ticks, each beginning at its cell, where there is room. */
static void
draw_ticks(const struct drawing *d)
{
	const struct scatter *s = d->s;
	struct page *p = d->page;
	int end = -1;

	page_line(p);
	for (double v = first_tick(s); v <= s->sx.hi; v += s->sx.step) {
		struct buf text = BUF_INIT;
		int at = tick_cell(s, v), w;

		scatter_tick(s, s->axes.x, v, &text);
		w = text_width(text.data);
		if (at > end && at + w <= s->w) {
			page_to(p, LABELS + 1 + at);
			page_add(p, STYLE_LABEL, text.data);
			end = at + w;
		}
		buf_free(&text);
	}
}

void
scatter_draw(const struct drawing *d, bool axis)
{
	for (int y = 0; y < d->s->h; y++)
		draw_row(d, y);
	if (axis)
		draw_axis(d);
	draw_ticks(d);
}
