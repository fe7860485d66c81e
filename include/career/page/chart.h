/*
 * chart.h - pictures in character cells: intervals on one axis, filled bars.
 *
 * An axis maps values to cells 0..w-1; every chart of a section shares one, so that lines can be
 * compared by eye. Each function adds exactly `w` cells to the page's last line. Every picture has the figures beside
 * it as text, and a plain page gets sentences instead (the caller's).
 */
#ifndef CAREER_PAGE_CHART_H
#define CAREER_PAGE_CHART_H

#include "career/page/page.h"

struct axis {
	double lo, hi; /* values of the first and behind the last cell; lo < hi */
	double step;   /* distance of ticks, a round number */
	int w;         /* cells, >= 8 */
};

/* An axis over lo..hi widened to round ticks. */
void axis_make(struct axis *ax, double lo, double hi, int w);
int axis_cell(const struct axis *ax, double v); /* clamped to 0..w-1 */

/* What is drawn of one figure. NAN: absent. */
struct mark {
	double lo, hi;             /* the interval; equal: a point */
	double whisk_lo, whisk_hi; /* p10, p90 */
	double mid;                /* median */
	bool open_lo, open_hi;
};

/* Tick values in thousands (or plain when `unit` is 1), each starting at its cell. */
void chart_ticks(struct page *p, const struct axis *ax, double unit);
void chart_mark(struct page *p, const struct axis *ax, const struct mark *m);
/* Several on one line, the later over the earlier ones. */
void chart_marks(struct page *p, const struct axis *ax, const struct mark *m, size_t n);
/* Cells of lo..hi filled with the glyph of the common range. */
void chart_common(struct page *p, const struct axis *ax, double lo, double hi);
/* A bar from the axis' start to the value. */
void chart_bar(struct page *p, const struct axis *ax, double v);

#endif
