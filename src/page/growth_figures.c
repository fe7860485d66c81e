/*
 * growth_figures.c - every growth figure on one axis, compound % a year, beside its source's own words.
 */
#include "growth_view.h"

#include "say.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LABEL = 20, AMOUNTS = 27, WIDE = 72 };

struct view {
	struct role_ctx *c;
	struct axis axis;
	bool wide; /* the picture stands in the figure's line */
};

void
growth_rate_words(struct buf *b, double lo, double hi)
{
	char from[24], to[24];

	snprintf(from, sizeof from, "%.1f", lo);
	snprintf(to, sizeof to, "%.1f", hi);
	buf_adds(b, from);
	if (strcmp(from, to) != 0)
		buf_addf(b, "-%s", to);
	buf_addc(b, '%');
}

/* "2024-2034", "to 2031", "5 years", "a year". */
void
growth_horizon_words(struct buf *b, const struct figure *f)
{
	if (!isnan(f->horizon_lo) && !isnan(f->horizon_hi))
		buf_addf(b, ", %.0f-%.0f", f->horizon_lo, f->horizon_hi);
	else if (!isnan(f->horizon_hi))
		buf_addf(b, ", to %.0f", f->horizon_hi);
	else if (!isnan(f->horizon_lo))
		buf_addf(b, ", since %.0f", f->horizon_lo);
	else if (!isnan(f->horizon_years))
		buf_addf(b, ", in %g years", f->horizon_years);
	else
		buf_adds(b, ", which years is not stated");
}

/* --- a figure ------------------------------------------------------------------------------------ */

/* "35% a year, to 2029; "own words", credits X; of the field". */
static void
own_words(struct role_ctx *c, struct buf *b, const struct figure *f)
{
	figure_says(b, f, MONEY_SHORT);
	if (strcmp(f->per, "year") == 0)
		buf_adds(b, " a year");
	growth_horizon_words(b, f);
	if (f->words[0] != '\0')
		buf_addf(b, "; \"%s\"", f->words);
	if (f->attributed[0] != '\0')
		buf_addf(b, ", credits %s", f->attributed);
	if (f->borrowed)
		buf_adds(b, "; of the whole field");
	if (c->p->opts.details && f->note[0] != '\0')
		buf_addf(b, ". %s", f->note);
}

/* "2.9%  100 -> 116", in columns where there is room for them. */
static void
amounts(struct view *v, const struct growth_range *rate, const struct growth_range *people)
{
	struct buf b = BUF_INIT, both = BUF_INIT;

	growth_rate_words(&b, rate->lo, rate->hi);
	buf_addf(&both, v->wide ? " %9s  100 -> " : "%s  100 -> ", b.data);
	growth_people_words(&both, people->lo, people->hi);
	if (v->wide)
		page_add(v->c->p, STYLE_VALUE, both.data);
	else
		page_right(v->c->p, STYLE_VALUE, both.data);
	buf_free(&b);
	buf_free(&both);
}

/* The line's picture and amounts, behind its name. */
static void
draw(struct view *v, const struct growth_range *rate, const struct mark *m)
{
	struct page *p = v->c->p;
	struct growth_range people = {.lo = 100 + growth_total(rate->lo, GROWTH_YEARS),
	    .hi = 100 + growth_total(rate->hi, GROWTH_YEARS)};

	if (v->wide) {
		page_to(p, LABEL);
	} else {
		amounts(v, rate, &people);
		page_next(p);
		page_to(p, 2);
	}
	if (m != NULL)
		chart_mark(p, &v->axis, m);
	else
		chart_common(p, &v->axis, rate->lo, rate->hi);
	if (v->wide)
		amounts(v, rate, &people);
}

/* "Projections 24-34, Data Scientists: 100 jobs become 116 in 5 years, 2.9% a year compound; ". */
static void
say_plain(struct view *v, const struct figure *f, const struct growth_range *rate)
{
	struct page *p = v->c->p;
	struct buf b = BUF_INIT;

	page_line(p);
	page_addf(p, STYLE_TEXT, "%s", f->source->short_name);
	if (f->near)
		page_addf(p, STYLE_TEXT, ", nearest job %s", role_title_of(v->c, f->about_key));
	page_add(p, STYLE_TEXT, ": ");
	if (rate != NULL) {
		buf_adds(&b, "100 jobs become ");
		growth_people_words(&b, 100 + growth_total(rate->lo, GROWTH_YEARS),
		    100 + growth_total(rate->hi, GROWTH_YEARS));
		buf_addf(&b, " in %d years, ", GROWTH_YEARS);
		growth_rate_words(&b, rate->lo, rate->hi);
		buf_adds(&b, " a year compound; in its own words ");
	}
	own_words(v->c, &b, f);
	page_join(p, 0, STYLE_TEXT, b.data);
	page_anchor_id(p, ANCHOR_FIGURE, f->id);
	buf_free(&b);
}

static void
figure_line(struct view *v, const struct figure *f, const struct growth_range *rate)
{
	struct page *p = v->c->p;
	struct buf b = BUF_INIT;

	if (p->opts.plain) {
		say_plain(v, f, rate);
		return;
	}
	page_line(p);
	page_addf(p, f->near ? STYLE_NEAR : STYLE_TEXT, "%s%s", f->near || f->borrowed ? "~" : " ",
	    f->source->short_name);
	if (rate != NULL)
		draw(v, rate,
		    &(struct mark){.lo = rate->lo,
			.hi = rate->hi,
			.whisk_lo = NAN,
			.whisk_hi = NAN,
			.mid = NAN,
			.open_lo = f->open_low,
			.open_hi = f->open_high});
	page_next(p);
	page_to(p, 2);
	if (f->near)
		page_joinf(p, 2, STYLE_TEXT, "%s: ", role_title_of(v->c, f->about_key));
	own_words(v->c, &b, f);
	page_join(p, 2, STYLE_NOTE, b.data);
	page_anchor_id(p, ANCHOR_FIGURE, f->id);
	page_anchor(p, ANCHOR_TERM, "compound-rate-per-year");
	buf_free(&b);
}

/* --- all of them --------------------------------------------------------------------------------- */

static bool
is_official(const struct figure *f)
{
	return f->source->kind == SOURCE_OFFICIAL;
}

void
growth_add_rates(struct growth_range *out, const struct figures *figs, bool official)
{
	double lo, hi;

	for (size_t i = 0; i < figs->n; i++)
		if (is_official(&figs->f[i]) == official && growth_span(&figs->f[i], &lo, &hi)) {
			out->lo = out->n == 0 ? lo : fmin(out->lo, lo);
			out->hi = out->n == 0 ? hi : fmax(out->hi, hi);
			out->n++;
		}
}

/* Lines of those figures; with a number on the axis, or without one. How many there are. */
static size_t
lines(struct view *v, const struct figures *figs, bool official, bool number)
{
	size_t n = 0;

	for (size_t i = 0; i < figs->n; i++) {
		const struct figure *f = &figs->f[i];
		struct growth_range rate;

		if (is_official(f) != official || growth_span(f, &rate.lo, &rate.hi) != number)
			continue;
		figure_line(v, f, number ? &rate : NULL);
		n++;
	}
	return n;
}

static void
official_span(struct view *v, const struct growth_range *official)
{
	if (official->n < 2 || v->c->p->opts.plain)
		return;
	page_line(v->c->p);
	page_add(v->c->p, STYLE_LABEL, " official, in all");
	draw(v, official, NULL);
	page_anchor(v->c->p, ANCHOR_TERM, "projection");
}

/* All projected occupations together: what growth is to be held against. */
struct all_jobs {
	size_t n, slower; /* occupations; of these grow less than the job */
	struct growth_range rate;
	const char *source;
};

/* `official` in % a year. False on an error; n is 0 where no such set is imported. */
static bool
read_all_jobs(
    struct role_ctx *c, const struct growth_range *official, struct all_jobs *out, struct err *e)
{
	struct stmt *st = db_query(c->r->db, "growth_all_jobs", e);
	enum { USUAL = 10 };             /* years that projections span */
	static const double same = 1e-6; /* percent by which a rate there and back may differ */
	bool ok = st != NULL;

	*out = (struct all_jobs){0};
	if (!ok)
		return false;
	stmt_bind_num(st, 1, growth_total(official->lo, USUAL) - same);
	while (role_next(st, &ok, e)) {
		double years = stmt_num(st, 3) - stmt_num(st, 2);

		out->rate.lo = out->rate.hi = growth_compound(stmt_num(st, 1), years);
		if (stmt_int(st, 0) < 2 || isnan(out->rate.lo))
			continue;
		out->n = (size_t)stmt_int(st, 0);
		out->slower = years == USUAL && official->n == 1 ? (size_t)stmt_int(st, 4) : 0;
		out->source = arena_dup(c->a, stmt_str(st, 5));
	}
	return ok;
}

static void
say_all_jobs(struct view *v, const struct all_jobs *all)
{
	struct page *p = v->c->p;
	struct buf b = BUF_INIT;

	if (all->n == 0)
		return;
	page_line(p);
	page_add(p, STYLE_LABEL, p->opts.plain ? "All occupations: " : " all occupations");
	if (p->opts.plain) {
		growth_people_words(&b, 100 + growth_total(all->rate.lo, GROWTH_YEARS),
		    100 + growth_total(all->rate.lo, GROWTH_YEARS));
		page_joinf(p, 0, STYLE_TEXT,
		    "100 jobs become %s in %d years, %.1f%% a year compound; ", b.data,
		    GROWTH_YEARS, all->rate.lo);
	} else {
		draw(v, &all->rate,
		    &(struct mark){.lo = all->rate.lo,
			.hi = all->rate.lo,
			.whisk_lo = NAN,
			.whisk_hi = NAN,
			.mid = NAN});
		page_next(p);
		page_to(p, 2);
	}
	page_joinf(p, 2, STYLE_NOTE, "our sum over %zu occupations", all->n);
	if (all->slower > 0)
		page_joinf(p, 2, STYLE_NOTE, "; %.0f%% of them grow more slowly",
		    100 * (double)all->slower / (double)all->n);
	page_anchor(p, ANCHOR_SOURCE, all->source);
	page_anchor(p, ANCHOR_TERM, "projection");
	buf_free(&b);
}

static void
ticks(struct view *v)
{
	struct page *p = v->c->p;

	if (p->opts.plain)
		return;
	page_line(p);
	page_add(p, STYLE_LABEL, v->wide ? "% a year, compound" : " ");
	page_to(p, v->wide ? LABEL : 2);
	chart_ticks(p, &v->axis, 1);
	if (v->wide)
		page_addf(p, STYLE_LABEL, "    a year  in %d years", GROWTH_YEARS);
	page_anchor(p, ANCHOR_TERM, "compound-rate-per-year");
}

bool
growth_figures(struct role_ctx *c, const struct growth *g, struct err *e)
{
	struct view v = {.c = c, .wide = c->p->opts.width >= WIDE};
	struct growth_range official = {0}, all;
	struct all_jobs jobs = {0};

	if (g->own.n + g->near.n == 0)
		return true;
	growth_add_rates(&official, &g->near, true);
	growth_add_rates(&official, &g->own, true);
	all = official;
	growth_add_rates(&all, &g->own, false);
	growth_add_rates(&all, &g->near, false);
	if (official.n > 0 && !read_all_jobs(c, &official, &jobs, e))
		return false;
	if (jobs.n > 0) {
		all.lo = fmin(all.lo, jobs.rate.lo);
		all.hi = fmax(all.hi, jobs.rate.hi);
	}
	axis_make(&v.axis, all.n > 0 ? fmin(0, all.lo) : 0, all.n > 0 ? all.hi : 1,
	    c->p->opts.width - (v.wide ? LABEL + AMOUNTS : 4));
	page_blank(c->p);
	page_heading(c->p, "All on one axis: who says how fast", "growth-in-people");
	if (all.n > 0)
		ticks(&v);
	lines(&v, &g->near, true, true);
	lines(&v, &g->own, true, true);
	official_span(&v, &official);
	say_all_jobs(&v, &jobs);
	lines(&v, &g->own, false, true);
	growth_why(c, g, &official);
	lines(&v, &g->near, true, false);
	lines(&v, &g->own, true, false);
	lines(&v, &g->own, false, false);
	return true;
}
