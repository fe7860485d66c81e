/*
 * pay_spread.c - how the pay of all people in a job is spread: the percentiles that a set gives, one a line.
 */
#include "pay_view.h"

#include "career/page/glyph.h"

#include <math.h>

enum { SPREAD_LABEL = 20, SPREAD_VALUE = 20, SPREAD_BAR = 8 };

struct share {
	const char *words, *plain, *name; /* `name` where the number is only a floor */
	double v;
};

/* The publisher stops at a highest value: percentiles that reach it are at least that. */
static bool
at_top(const struct figure *f, double v)
{
	return f->top_coded && v == fmax(fmax(fmax(f->p10, f->p25), fmax(f->p50, f->p75)), f->p90);
}

static void
share_line(struct pay_view *v, const struct figure *f, const struct axis *ax, const struct share *s)
{
	struct page *p = v->c->p;
	struct buf b = BUF_INIT;

	if (at_top(f, s->v))
		buf_adds(&b, "at least ");
	money_full(&b, s->v, f->unit);
	page_line(p);
	page_anchor_id(p, ANCHOR_FIGURE, f->id);
	page_anchor(p, ANCHOR_TERM, at_top(f, s->v) ? "top-coded" : "percentile");
	if (p->opts.plain) {
		page_addf(p, STYLE_TEXT, "%s %s a year.",
		    at_top(f, s->v) ? arena_printf(v->c->a, "The %s is", s->name) : s->plain,
		    b.data);
	} else {
		page_addf(p, STYLE_LABEL, " %s", at_top(f, s->v) ? s->name : s->words);
		page_to(p, SPREAD_LABEL);
		page_add(p, STYLE_VALUE, b.data);
		if (ax->w >= SPREAD_BAR) {
			page_to(p, SPREAD_LABEL + SPREAD_VALUE);
			chart_bar(p, ax, s->v);
		}
	}
	buf_free(&b);
}

void
pay_spread(struct pay_view *v, const struct figure *f)
{
	const struct share shares[] = {
	    {"10% earn less than", "Ten percent earn less than", "10th percentile", f->p10},
	    {"25% earn less than", "A quarter earns less than", "25th percentile", f->p25},
	    {"half earn less than", "Half earn less than", "median", f->p50},
	    {"75% earn less than", "Three quarters earn less than", "75th percentile", f->p75},
	    {"90% earn less than", "Ninety percent earn less than", "90th percentile", f->p90},
	};
	struct page *p = v->c->p;
	struct axis ax = {.w = 0};
	int room = p->opts.width - SPREAD_LABEL - SPREAD_VALUE - 1;
	double hi = 0;

	for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
		hi = fmax(hi, shares[i].v);
	if (hi > 0 && room >= SPREAD_BAR)
		axis_make(&ax, 0, hi, room);
	page_blank(p);
	page_heading(p, arena_printf(v->c->a, "How pay is spread (%s)", f->source->short_name),
	    "percentile");
	for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
		if (!isnan(shares[i].v))
			share_line(v, f, &ax, &shares[i]);
	if (f->top_coded && !p->opts.plain)
		page_wrap(p, 1, STYLE_NOTE,
		    "\"at least\": the publisher states no higher wage than that");
}
