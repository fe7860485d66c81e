/*
 * doc_svg.c - charts of a document as SVG: intervals on one axis, or bars from zero.
 *
 * Solid bars are black; what stands apart is hollow and dashed with a '!' in front: no meaning is in a colour.
 */
#include "doc_parts.h"

#include "career/base/num.h"
#include "career/base/text.h"

#include <math.h>

enum {
	LABELS = 150,
	AXIS = 340,
	WIDTH = 640,
	ROW = 14,
	BAR = 8,
	TOP = 2,
	LABEL_CELLS = 26,
	SAYS_CELLS = 24
};

bool
doc_axis(struct axis *ax, const struct doc_chart *c, int w)
{
	double lo = INFINITY, hi = -INFINITY;

	for (size_t i = 0; i < c->n; i++) {
		const struct doc_bar *b = &c->bar[i];

		lo = fmin(lo, fmin(b->lo, b->hi));
		hi = fmax(hi, fmax(b->lo, b->hi));
	}
	if (c->band_lo <= c->band_hi) {
		lo = fmin(lo, c->band_lo);
		hi = fmax(hi, c->band_hi);
	}
	if (c->from_zero)
		lo = 0;
	if (!(lo <= hi) || !isfinite(lo) || !isfinite(hi))
		return false;
	axis_make(ax, lo, lo < hi ? hi : hi + 1, w);
	return true;
}

static double
at(const struct axis *ax, double v)
{
	double x = (v - ax->lo) / (ax->hi - ax->lo);

	return LABELS + AXIS * fmin(1, fmax(0, x));
}

static void
put_label(struct buf *out, double x, double y, const char *anchor, const char *text, int cells)
{
	struct buf clip = BUF_INIT;

	text_clip(&clip, text, cells, "\xe2\x80\xa6");
	buf_addf(out, "<text x=\"%.1f\" y=\"%.1f\"%s>", x, y, anchor);
	doc_xml(out, clip.data);
	buf_adds(out, "</text>\n");
	buf_free(&clip);
}

static void
put_bar(struct buf *out, const struct axis *ax, const struct doc_chart *c, const struct doc_bar *b,
    double y)
{
	double x = at(ax, c->from_zero || b->open_lo ? ax->lo : b->lo), end = at(ax, b->hi);

	if (b->open_hi)
		end = fmax(end, x + 6);
	if (isnan(b->lo) || isnan(b->hi))
		return;
	if (end - x < 2 && !c->from_zero)
		buf_addf(out,
		    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\" stroke=\"#000\"/>\n", x,
		    y + BAR / 2.0, b->apart ? "#fff" : "#000");
	else
		buf_addf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" %s/>\n", x,
		    y, fmax(1, end - x), BAR,
		    b->apart ? "fill=\"#fff\" stroke=\"#000\" stroke-dasharray=\"3 2\""
			     : "fill=\"#333\"");
	if (!isnan(b->mid) && b->mid > b->lo && b->mid < b->hi)
		buf_addf(out,
		    "<rect x=\"%.1f\" y=\"%.1f\" width=\"2.4\" height=\"%d\" fill=\"#fff\" "
		    "stroke=\"#000\" stroke-width=\".6\"/>\n",
		    at(ax, b->mid) - 1.2, y - 1, BAR + 2);
	if (b->open_hi)
		buf_addf(out, "<path d=\"M%.1f %.1fl7 %.1fl-7 %.1fz\"/>\n", end, y - 1,
		    BAR / 2.0 + 1, BAR / 2.0 + 1);
}

static void
put_ticks(struct buf *out, const struct axis *ax, const struct doc_chart *c, double height)
{
	for (double v = ax->lo; v <= ax->hi * 1.0001; v += ax->step) {
		struct buf tick = BUF_INIT;

		num_plain(&tick, v / c->scale);
		buf_addf(out,
		    "<path d=\"M%.1f %dV%.1f\" stroke=\"#999\" stroke-width=\".5\" "
		    "fill=\"none\"/>\n",
		    at(ax, v), TOP, height);
		put_label(out, at(ax, v), height + 10, " text-anchor=\"middle\"", tick.data, 8);
		buf_free(&tick);
	}
	put_label(out, 0, height + 10, "", c->unit, LABEL_CELLS);
}

void
doc_svg(const struct doc_chart *c, struct buf *out)
{
	double height = TOP + (double)c->n * ROW,
	       all = height + 14 + (c->band[0] != '\0' ? ROW : 0);
	struct buf band = BUF_INIT;
	struct axis ax;

	if (!doc_axis(&ax, c, AXIS / 5))
		return;
	buf_addf(out,
	    "<svg viewBox=\"0 0 %d %.0f\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\">\n",
	    WIDTH, all);
	buf_adds(out, "<title>");
	doc_xml(out, c->unit);
	buf_adds(out, "</title>\n");
	if (c->band_lo <= c->band_hi)
		buf_addf(out,
		    "<rect x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"%.1f\" fill=\"#ddd\"/>\n",
		    at(&ax, c->band_lo), fmax(2, at(&ax, c->band_hi) - at(&ax, c->band_lo)),
		    height);
	put_ticks(out, &ax, c, height);
	for (size_t i = 0; i < c->n; i++) {
		const struct doc_bar *b = &c->bar[i];
		double y = TOP + (double)i * ROW + (ROW - BAR) / 2.0;
		struct buf label = BUF_INIT;

		buf_addf(&label, "%s%s", b->apart ? "! " : "", b->label);
		put_label(out, 0, y + BAR, "", label.data, LABEL_CELLS);
		put_bar(out, &ax, c, b, y);
		put_label(out, LABELS + AXIS + 12, y + BAR, "", b->says, SAYS_CELLS);
		buf_free(&label);
	}
	buf_addf(&band, "grey: %s", c->band);
	if (c->band[0] != '\0')
		put_label(out, LABELS, height + 10 + ROW, "", band.data, 80);
	buf_adds(out, "</svg>\n");
	buf_free(&band);
}
