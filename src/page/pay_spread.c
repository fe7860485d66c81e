/*
 * pay_spread.c - how pay is spread: percentiles, one a line; a set's of all people in a job, in detail postings' of
 * one level.
 */
#include "pay_view.h"

#include "career/page/glyph.h"

#include <math.h>
#include <string.h>

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

bool
pay_has_spread(const struct role_ctx *c, const struct figure *f)
{
	const double p[] = {f->p10, f->p25, f->p50, f->p75, f->p90};
	bool all = f->stat == STAT_PERCENTILES && f->missing[0] == '\0';

	if (all && figure_of_set(f) && f->level == LEVEL_ALL)
		return true;
	for (size_t i = 0; i < sizeof p / sizeof *p; i++)
		all = all && !isnan(p[i]);
	return all && c->p->opts.details && f->level == c->level && !f->borrowed
	    && (f->place[0] == '\0' || strcmp(f->place, "US") == 0);
}

/* "OEWS May 2024"; where it is not of all people in the job: "ai-jobs 2024, first job, 276 rows". */
static const char *
of_whom(struct arena *a, const struct figure *f)
{
	if (f->level == LEVEL_ALL)
		return f->source->short_name;
	if (f->n > 0)
		return arena_printf(a, "%s, %s, %lld rows", f->source->short_name,
		    level_says(f->level), (long long)f->n);
	return arena_printf(a, "%s, %s", f->source->short_name, level_says(f->level));
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
	page_heading(
	    p, arena_printf(v->c->a, "How pay is spread (%s)", of_whom(v->c->a, f)), "percentile");
	for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
		if (!isnan(shares[i].v))
			share_line(v, f, &ax, &shares[i]);
	if (f->top_coded && !p->opts.plain)
		page_wrap(p, 1, STYLE_NOTE,
		    "\"at least\": the publisher states no higher wage than that");
}
