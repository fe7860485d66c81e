/*
 * chart.c - pictures in character cells.
 */
#include "career/page/chart.h"

#include "career/page/glyph.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { CELLS = 240 };

void
axis_make(struct axis *ax, double lo, double hi, int w)
{
	static const double nice[] = {1, 2, 2.5, 5, 10};
	double raw, mag;

	ax->w = w < 8 ? 8 : w > CELLS ? CELLS : w;
	if (!(hi > lo))
		hi = lo + 1;
	raw = (hi - lo) / (ax->w / 8.0 < 2 ? 2 : ax->w / 8.0);
	mag = pow(10, floor(log10(raw)));
	ax->step = mag * 10;
	for (size_t i = 0; i < sizeof nice / sizeof *nice; i++)
		if (nice[i] * mag >= raw) {
			ax->step = nice[i] * mag;
			break;
		}
	ax->lo = floor(lo / ax->step) * ax->step;
	ax->hi = ceil(hi / ax->step) * ax->step;
	if (ax->hi - hi < ax->step * 0.05)
		ax->hi += ax->step / 2;
}

int
axis_cell(const struct axis *ax, double v)
{
	double at = floor((v - ax->lo) / (ax->hi - ax->lo) * ax->w);

	return at < 0 ? 0 : at >= ax->w ? ax->w - 1 : (int)at;
}

/* One line of cells before it becomes spans. */
struct cells {
	enum glyph g[CELLS];
	enum style st[CELLS];
	int w;
};

static void
cells_init(struct cells *c, int w)
{
	c->w = w;
	for (int i = 0; i < w; i++) {
		c->g[i] = GLYPH_COUNT;
		c->st[i] = STYLE_TEXT;
	}
}

static void
cells_fill(struct cells *c, int from, int to, enum glyph g, enum style st)
{
	for (int i = from < 0 ? 0 : from; i <= to && i < c->w; i++) {
		c->g[i] = g;
		c->st[i] = st;
	}
}

static void
cells_add(struct page *p, const struct cells *c)
{
	char text[CELLS * 4 + 1];
	int i = 0;

	while (i < c->w) {
		enum style st = c->st[i];
		size_t len = 0;

		for (; i < c->w && c->st[i] == st; i++) {
			const char *s =
			    c->g[i] == GLYPH_COUNT ? " " : glyph(c->g[i], p->opts.ascii);
			size_t n = strlen(s);

			memcpy(text + len, s, n);
			len += n;
		}
		text[len] = '\0';
		page_add(p, st, text);
	}
}

void
chart_ticks(struct page *p, const struct axis *ax, double unit)
{
	char line[CELLS + 16];
	int end = -1;

	memset(line, ' ', sizeof line);
	for (double v = ax->lo; v <= ax->hi; v += ax->step) {
		char tick[16];
		int at = axis_cell(ax, v);
		int n = snprintf(tick, sizeof tick, "%g", v / unit);

		if (at <= end || at + n > ax->w)
			continue;
		memcpy(line + at, tick, (size_t)n);
		end = at + n;
	}
	line[ax->w] = '\0';
	page_add(p, STYLE_LABEL, line);
}

static void
cells_mark(struct cells *c, const struct axis *ax, const struct mark *m)
{
	int lo = axis_cell(ax, m->lo), hi = axis_cell(ax, m->hi);

	if (!isnan(m->whisk_lo))
		cells_fill(c, axis_cell(ax, m->whisk_lo), lo, GLYPH_WHISK, STYLE_BAR);
	if (!isnan(m->whisk_hi))
		cells_fill(c, hi, axis_cell(ax, m->whisk_hi), GLYPH_WHISK, STYLE_BAR);
	if (m->lo < m->hi) {
		cells_fill(c, lo, hi, GLYPH_BAR, STYLE_BAR);
		cells_fill(c, lo, lo, GLYPH_BAR_L, STYLE_BAR);
		cells_fill(c, hi, hi, GLYPH_BAR_R, STYLE_BAR);
	} else {
		cells_fill(c, lo, lo, GLYPH_POINT, STYLE_BAR_MARK);
	}
	if (!isnan(m->mid))
		cells_fill(
		    c, axis_cell(ax, m->mid), axis_cell(ax, m->mid), GLYPH_MID, STYLE_BAR_MARK);
	if (m->open_hi && hi < ax->w - 1) {
		cells_fill(c, hi + 1, ax->w - 2, GLYPH_WHISK, STYLE_BAR);
		cells_fill(c, ax->w - 1, ax->w - 1, GLYPH_OPEN, STYLE_BAR);
	}
	if (m->open_lo && lo > 0) {
		cells_fill(c, 1, lo - 1, GLYPH_WHISK, STYLE_BAR);
		cells_fill(c, 0, 0, GLYPH_OPEN_L, STYLE_BAR);
	}
}

void
chart_marks(struct page *p, const struct axis *ax, const struct mark *m, size_t n)
{
	struct cells c;

	cells_init(&c, ax->w);
	for (size_t i = 0; i < n; i++)
		cells_mark(&c, ax, &m[i]);
	cells_add(p, &c);
}

void
chart_mark(struct page *p, const struct axis *ax, const struct mark *m)
{
	chart_marks(p, ax, m, 1);
}

void
chart_common(struct page *p, const struct axis *ax, double lo, double hi)
{
	struct cells c;

	cells_init(&c, ax->w);
	cells_fill(&c, axis_cell(ax, lo), axis_cell(ax, hi), GLYPH_COMMON, STYLE_BAR_MARK);
	cells_add(p, &c);
}

void
chart_bar(struct page *p, const struct axis *ax, double v)
{
	struct cells c;

	cells_init(&c, ax->w);
	cells_fill(&c, 0, axis_cell(ax, v), GLYPH_FULL, STYLE_BAR);
	cells_add(p, &c);
}
