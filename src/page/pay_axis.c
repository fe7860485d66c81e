/*
 * pay_axis.c - the axis that the figures of a block of pay share.
 */
#include "pay_view.h"

#include <math.h>

void
pay_axis_begin(struct pay_view *v)
{
	v->lo = INFINITY;
	v->hi = -INFINITY;
}

static void
stretch(struct pay_view *v, const struct agree_line *l)
{
	const struct figure *f = l->f;
	bool pct = f->stat == STAT_PERCENTILES;

	v->lo = fmin(v->lo, pct && !isnan(f->p10) ? f->p10 : l->lo);
	v->hi = fmax(v->hi, pct && !isnan(f->p90) ? f->p90 : l->hi);
}

void
pay_axis_group(struct pay_view *v, const struct agree_group *g)
{
	for (size_t i = 0; i < g->nlines; i++)
		stretch(v, &g->lines[i]);
}

void
pay_axis_figure(struct pay_view *v, const struct figure *f)
{
	struct agree_line l = {.f = f};

	if (!f->card && figure_interval(f, &l.lo, &l.hi))
		stretch(v, &l);
}

static void
axis_ready(struct pay_view *v)
{
	static const int margin[] = {
	    [FIT_WIDE] = LABEL + VALUE + NOTE, [FIT_MIDDLE] = LABEL + VALUE, [FIT_NARROW] = 4};
	int width = v->c->p->opts.width;

	if (!(v->lo <= v->hi)) {
		v->lo = 0;
		v->hi = 100000;
	}
	if (!(v->lo < v->hi)) { /* one amount: in the middle of what is near it */
		v->hi = 1.25 * v->lo;
		v->lo = 0.75 * v->lo;
	}
	v->fit = width >= 112 ? FIT_WIDE : width >= 60 ? FIT_MIDDLE : FIT_NARROW;
	axis_make(&v->axis, v->lo, v->hi, width - margin[v->fit]);
}

void
pay_axis_draw(struct pay_view *v)
{
	struct page *p = v->c->p;

	axis_ready(v);
	if (p->opts.plain)
		return;
	page_line(p);
	page_add(p, STYLE_LABEL,
	    v->fit == FIT_NARROW ? " "
		: v->hourly      ? "$ an hour"
				 : "thousand $ a year");
	page_to(p, v->fit != FIT_NARROW ? LABEL : 2);
	chart_ticks(p, &v->axis, v->hourly ? 1 : 1000);
}
