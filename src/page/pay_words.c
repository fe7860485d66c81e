/*
 * pay_words.c - what groups, cells and lines of pay figures say, in words.
 */
#include "pay_view.h"
#include "say.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char *
pay_ruler(const struct agree_group *g)
{
	return g->ruler == RULER_TOTAL ? "With bonus and shares" : "Salary";
}

struct money_span
pay_span(const struct agree_group *g, double lo, double hi)
{
	return (struct money_span){.lo = lo, .hi = hi, .currency = g->currency};
}

/* Whether only lines that state no level touch the interval. */
static bool
level_unsaid(const struct agree_group *g, double lo, double hi)
{
	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];
		bool touches = (l->f->open_high || l->hi >= lo) && (l->f->open_low || l->lo <= hi);

		if (touches && (l->loosely & LOOSE_LEVEL) == 0)
			return false;
	}
	return g->level != LEVEL_UNSTATED;
}

static void
range_words(const struct agree_group *g, const struct agree_range *r, struct buf *b)
{
	struct money_span s = pay_span(g, r->lo, r->hi);

	s.open_lo = r->open_low;
	s.open_hi = r->open_high;
	money_span(b, &s, MONEY_SHORT);
	if (r->employer != NULL && r->employer[0] != '\0')
		buf_addf(b, " (%s)", employer_says(r->employer));
}

/* What each publisher says, side by side: "$70K-95K (guide 2025), $140K+ (aigraduate ML)". */
static void
each_publisher(const struct agree_group *g, struct buf *b)
{
	for (size_t who = 0; who < g->publishers; who++) {
		struct money_span s = {.lo = INFINITY, .hi = -INFINITY, .currency = g->currency};
		const char *name = "";

		for (size_t i = 0; i < g->nlines; i++) {
			const struct agree_line *l = &g->lines[i];

			if (l->who != who)
				continue;
			s.lo = fmin(s.lo, l->lo);
			s.hi = fmax(s.hi, l->hi);
			s.open_hi = s.open_hi || l->f->open_high;
			s.open_lo = s.open_lo || l->f->open_low;
			name = l->f->source->short_name;
		}
		buf_adds(b, who > 0 ? ", " : "");
		money_span(b, &s, MONEY_SHORT);
		buf_addf(b, " (%s)", name);
	}
}

/* One publisher: percentiles are named as such, else where its pages meet, else all that it says. */
static void
one_publisher(const struct agree_group *g, struct buf *b)
{
	struct money_span s = pay_span(g, g->envelope_lo, g->envelope_hi);

	for (size_t i = 0; i < g->nlines; i++)
		if (g->lines[i].f->stat == STAT_PERCENTILES) {
			const struct agree_line *l = &g->lines[i];

			s.lo = l->lo;
			s.hi = l->hi;
			s.open_hi = l->f->open_high;
			money_span(b, &s, MONEY_SHORT);
			buf_adds(b, ", the middle half");
			if (!isnan(l->f->p50)) {
				buf_adds(b,
				    l->f->open_high && l->f->p50 >= l->hi ? "; median at least "
									  : "; median ");
				money_short(b, l->f->p50, g->currency);
			}
			return;
		}
	if (g->single.publishers > 0) {
		range_words(g, &g->single, b);
		return;
	}
	s.open_hi = g->open_high;
	money_span(b, &s, MONEY_SHORT);
}

void
pay_range_words(const struct agree_group *g, struct buf *b)
{
	if (g->nlines == 0)
		return;
	for (size_t i = 0; i < g->nbest; i++) {
		buf_adds(b, i > 0 ? " or " : g->best[i].point ? "only at " : "about ");
		range_words(g, &g->best[i], b);
	}
	if (g->nbest == 0 && g->publishers > 1) {
		buf_adds(b, "no two publishers meet: ");
		each_publisher(g, b);
	} else if (g->nbest == 0) {
		one_publisher(g, b);
	}
}

void
pay_unsaid_words(const struct agree_group *g, struct buf *b)
{
	if (g->nbest > 0 ? level_unsaid(g, g->best[0].lo, g->best[0].hi)
			 : g->publishers == 1 && level_unsaid(g, g->envelope_lo, g->envelope_hi))
		buf_adds(b, ", level not said");
}

void
pay_answer_words(const struct agree_group *g, struct buf *b)
{
	pay_range_words(g, b);
	pay_unsaid_words(g, b);
}

void
pay_support_words(const struct agree_group *g, struct buf *b)
{
	if (g->nbest > 0)
		buf_addf(b, "%zu of %zu publishers meet", g->best[0].publishers, g->publishers);
	else if (g->publishers > 1)
		buf_addf(b, "%zu publishers", g->publishers);
	else if (g->nlines > 1)
		buf_addf(b, "%zu figures of 1 publisher", g->nlines);
	else
		buf_addf(
		    b, "1 publisher: %s", g->nlines > 0 ? g->lines[0].f->source->short_name : "-");
}

/* The lines of one publisher, as their span. */
void
pay_apart_words(const struct agree_group *g, const char *who, struct buf *b)
{
	double lo = INFINITY, hi = -INFINITY;
	bool open = false;

	for (size_t i = 0; i < g->nlines; i++)
		if (g->lines[i].apart && strcmp(g->lines[i].f->source->short_name, who) == 0) {
			lo = fmin(lo, g->lines[i].lo);
			hi = fmax(hi, g->lines[i].hi);
			open = open || g->lines[i].f->open_high;
		}
	buf_addf(b, "%s stands apart", who);
	if (lo <= hi) {
		struct money_span s = pay_span(g, lo, hi);

		s.open_hi = open;
		buf_adds(b, ": ");
		money_span(b, &s, MONEY_SHORT);
	}
}

int64_t
pay_apart_figure(const struct agree_group *g, const char *who)
{
	for (size_t i = 0; i < g->nlines; i++)
		if (g->lines[i].apart && strcmp(g->lines[i].f->source->short_name, who) == 0)
			return g->lines[i].f->id;
	return 0;
}

void
pay_amount_per(const struct agree_group *g, const char *per, struct buf *b)
{
	pay_range_words(g, b);
	if (g->ruler == RULER_TOTAL)
		buf_addf(b, "%s with bonus and shares", per);
	else if (g->nbest > 0 || g->publishers == 1)
		buf_addf(b, " salary%s", per);
	else
		buf_addf(b, "%s%s", *per != '\0' ? "," : "", per);
	pay_unsaid_words(g, b);
}

void
pay_amount_words(const struct agree_group *g, struct buf *b)
{
	pay_amount_per(g, "", b);
}

/* A median of a year's pay, out of percentiles. */
static bool
has_median(const struct figure *f)
{
	return f->stat == STAT_PERCENTILES && !isnan(f->p50) && strcmp(f->per, "hour") != 0;
}

/* Whether an earlier one of the figures is about the same occupation. */
static bool
spoke_before(const struct figures *near, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (near->f[i].about_id == near->f[at].about_id && has_median(&near->f[i]))
			return true;
	return false;
}

void
pay_near_ends(const struct figures *near, const struct figure *end[2])
{
	end[0] = end[1] = NULL;
	for (size_t i = 0; i < near->n; i++) {
		const struct figure *f = &near->f[i];

		if (!has_median(f))
			continue;
		if (end[0] == NULL || f->p50 < end[0]->p50)
			end[0] = f;
		if (end[1] == NULL || f->p50 > end[1]->p50)
			end[1] = f;
	}
}

bool
pay_near_words(const struct figures *near, struct buf *b)
{
	struct money_span s = {.lo = INFINITY, .hi = -INFINITY, .currency = "USD"};
	size_t n = 0;

	for (size_t i = 0; i < near->n; i++) {
		const struct figure *f = &near->f[i];

		if (!has_median(f))
			continue;
		s.lo = fmin(s.lo, f->p50);
		s.hi = fmax(s.hi, f->p50);
		n += !spoke_before(near, i);
	}
	if (n == 0)
		return false;
	buf_addf(b, "nearest %zu job%s, median: ", n, n == 1 ? "" : "s");
	money_span(b, &s, MONEY_SHORT);
	return true;
}
