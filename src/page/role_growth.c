/*
 * role_growth.c - growth in people out of 100, over five years, on one axis.
 *
 * The answer is the official span. A publisher that stays near it agrees; what lies far off is a warning
 * of its own, with who is credited for it.
 */
#include "career/page/chart.h"
#include "career/page/money.h"
#include "role.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { YEARS = 5, LABEL = 20 };

/* People by which a figure may miss the official span and still agree with it. */
static const double near_people = 3;

struct growth {
	struct figures own, near;
};

/* What 100 jobs become. */
struct people {
	double lo, hi;
	size_t n; /* figures; of the official ones: occupations */
};

static bool
load(struct role_ctx *c, struct growth *g, struct err *e)
{
	return figures_of_role(&g->own, c->r->db, &c->r->sources, c->id, "growth", c->a, e)
	    && figures_nearest(&g->near, c->r->db, &c->r->sources, c->id, "growth", c->a, e);
}

static void
people_add(struct people *s, double v)
{
	s->lo = s->n == 0 ? v : fmin(s->lo, v);
	s->hi = s->n == 0 ? v : fmax(s->hi, v);
	s->n++;
}

/* Whether an earlier official figure is about the same occupation. */
static bool
spoke_before(const struct figures *figs, size_t at)
{
	double v;

	for (size_t i = 0; i < at; i++)
		if (figs->f[i].about_id == figs->f[at].about_id
		    && figs->f[i].source->kind == SOURCE_OFFICIAL
		    && growth_people(&figs->f[i], YEARS, &v))
			return true;
	return false;
}

static struct people
people_official(const struct figures *figs)
{
	struct people s = {0};
	double v;

	for (size_t i = 0; i < figs->n; i++)
		if (figs->f[i].source->kind == SOURCE_OFFICIAL
		    && growth_people(&figs->f[i], YEARS, &v)) {
			people_add(&s, v);
			s.n -= spoke_before(figs, i);
		}
	return s;
}

static void
people_words(struct buf *b, const struct people *s)
{
	buf_addf(b, "%.0f", s->lo);
	if (round(s->lo) != round(s->hi))
		buf_addf(b, "-%.0f", s->hi);
}

/* --- the answer ------------------------------------------------------------------------------- */

static void
answer_line(struct role_ctx *c, const char *label, bool warn, const char *text, const char *who)
{
	bool wide = c->p->opts.width >= 70 || c->p->opts.plain;

	role_value(c, label, warn, wide ? text : arena_printf(c->a, "%s; %s", text, who));
	if (wide)
		page_right(c->p, STYLE_NOTE, who);
	page_anchor(c->p, ANCHOR_SECTION, "Growth");
	page_anchor(c->p, ANCHOR_TERM, "growth-in-people");
}

/* The figures of a publisher that agree with the official ones, or those that do not. */
struct site {
	const char *publisher, *credited; /* "" when one of its figures credits nobody */
	enum source_kind kind;
	struct people people;
	bool far;
};

static struct site *
site_of(struct site *sites, size_t *n, const struct figure *f, bool far)
{
	for (size_t i = 0; i < *n; i++)
		if (strcmp(sites[i].publisher, f->source->publisher) == 0 && sites[i].far == far)
			return &sites[i];
	sites[*n] = (struct site){.publisher = f->source->publisher,
	    .credited = f->attributed,
	    .kind = f->source->kind,
	    .far = far};
	return &sites[(*n)++];
}

/* Who is not official, publisher by publisher; room for all own figures. */
static size_t
collect_sites(struct site *sites, const struct figures *own, const struct people *official)
{
	size_t n = 0;
	double v;

	for (size_t i = 0; i < own->n; i++) {
		const struct figure *f = &own->f[i];
		struct site *s;

		if (f->source->kind == SOURCE_OFFICIAL || !growth_people(f, YEARS, &v))
			continue;
		s = site_of(sites, &n, f,
		    official->n == 0 || v < official->lo - near_people
			|| v > official->hi + near_people);
		if (f->attributed[0] == '\0')
			s->credited = "";
		people_add(&s->people, v);
	}
	return n;
}

static const char *
site_kind(const struct site *s)
{
	return s->kind == SOURCE_EDITORIAL ? "website" : source_kind_word(s->kind);
}

static void
say_agreeing(struct role_ctx *c, const struct site *sites, size_t n)
{
	struct people all = {0};
	struct buf b = BUF_INIT, who = BUF_INIT;
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		if (sites[i].far)
			continue;
		people_add(&all, sites[i].people.lo);
		people_add(&all, sites[i].people.hi);
		buf_addf(&who, "%s%s", count++ > 0 ? ", " : "", sites[i].publisher);
	}
	if (count == 1)
		buf_adds(&b, "one website agrees: ");
	else
		buf_addf(&b, "%zu websites agree: ", count);
	people_words(&b, &all);
	if (count > 0)
		answer_line(c, "", false, b.data, who.data);
	buf_free(&b);
	buf_free(&who);
}

static void
say_far(struct role_ctx *c, const struct site *s, bool alone)
{
	struct buf b = BUF_INIT, who = BUF_INIT;

	if (alone)
		buf_adds(&b, "100 jobs become ");
	else
		buf_addf(&b, "one %s: ", site_kind(s));
	people_words(&b, &s->people);
	if (alone)
		buf_addf(&b, " in %d years", YEARS);
	if (s->credited[0] != '\0')
		buf_addf(&who, "credits %s", s->credited);
	else
		buf_addf(&who, "%s, names no source", s->publisher);
	answer_line(c, alone ? "Growth" : "", true, b.data, who.data);
	buf_free(&b);
	buf_free(&who);
}

static void
say_official(struct role_ctx *c, const struct people *official, bool near)
{
	struct buf b = BUF_INIT, who = BUF_INIT;

	buf_adds(&b, "100 jobs become ");
	people_words(&b, official);
	buf_addf(&b, " in %d years", YEARS);
	buf_adds(&who, "official");
	if (near)
		buf_addf(&who, ", ~ %zu nearest job%s", official->n, official->n == 1 ? "" : "s");
	answer_line(c, "Growth", false, b.data, who.data);
	buf_free(&b);
	buf_free(&who);
}

/* False when no source gives a number. */
static bool
say_answer(struct role_ctx *c, const struct growth *g)
{
	struct people official = people_official(&g->own);
	bool near = official.n == 0, first;
	struct site *sites = mem_zero(g->own.n + 1, sizeof *sites);
	size_t n;

	if (near)
		official = people_official(&g->near);
	n = collect_sites(sites, &g->own, &official);
	first = official.n == 0;
	if (!first) {
		say_official(c, &official, near);
		say_agreeing(c, sites, n);
	}
	for (size_t i = 0; i < n; i++) {
		if (!sites[i].far)
			continue;
		say_far(c, &sites[i], first);
		first = false;
	}
	free(sites);
	return official.n + n > 0;
}

bool
role_growth_answer(struct role_ctx *c, struct err *e)
{
	struct growth g;

	if (!load(c, &g, e))
		return false;
	if (!say_answer(c, &g))
		role_nothing(c, "Growth");
	return true;
}

/* --- every figure ----------------------------------------------------------------------------- */

/* "2024-2034", "to 2031", "5 years", "a year". */
static void
horizon_words(struct buf *b, const struct figure *f)
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
		buf_adds(b, ", horizon not stated");
}

/* "35% a year, to 2029; 35.0% a year, compound; "own words", said to be from X; of the field". */
static void
figure_words(struct buf *b, const struct figure *f)
{
	double yearly;

	figure_says(b, f, MONEY_SHORT);
	if (strcmp(f->per, "year") == 0)
		buf_adds(b, " a year");
	horizon_words(b, f);
	if (growth_yearly(f, &yearly))
		buf_addf(b, "; %.1f%% a year, compound", yearly);
	if (f->words[0] != '\0')
		buf_addf(b, "; \"%s\"", f->words);
	if (f->attributed[0] != '\0')
		buf_addf(b, ", said to be from %s", f->attributed);
	if (f->borrowed)
		buf_adds(b, "; of the field");
}

static void
growth_line(struct role_ctx *c, const struct axis *ax, const struct figure *f)
{
	struct page *p = c->p;
	struct buf b = BUF_INIT;
	double people;
	bool known = growth_people(f, YEARS, &people);

	page_line(p);
	page_addf(p, f->near ? STYLE_NEAR : STYLE_TEXT, "%s%s", f->near || f->borrowed ? "~" : " ",
	    f->source->short_name);
	if (p->opts.plain) {
		page_add(p, STYLE_TEXT, ": ");
		if (known)
			page_addf(
			    p, STYLE_VALUE, "100 jobs become %.0f in %d years; ", people, YEARS);
	} else {
		if (known && p->opts.width >= 72) {
			page_to(p, LABEL);
			chart_bar(p, ax, people);
		}
		if (known)
			page_addf(p, STYLE_VALUE, " 100 -> %.0f", people);
		page_next(p);
		page_to(p, 2);
	}
	figure_words(&b, f);
	if (f->near)
		page_joinf(p, 2, STYLE_NEAR, "%s: ", role_title_of(c, f->about_key));
	page_join(p, 2, STYLE_NOTE, b.data);
	page_anchor_id(p, ANCHOR_FIGURE, f->id);
	buf_free(&b);
}

static void
growth_figures(struct role_ctx *c, const struct growth *g)
{
	const struct figures *sets[] = {&g->near, &g->own};
	double hi = 100, people;
	struct axis ax;

	for (size_t s = 0; s < 2; s++)
		for (size_t i = 0; i < sets[s]->n; i++)
			if (growth_people(&sets[s]->f[i], YEARS, &people))
				hi = fmax(hi, people);
	axis_make(&ax, 0, hi, c->p->opts.width - LABEL - 14);
	page_blank(c->p);
	page_heading(c->p, "What 100 jobs become in 5 years, by who says so", "growth-in-people");
	for (size_t s = 0; s < 2; s++)
		for (size_t i = 0; i < sets[s]->n; i++)
			growth_line(c, &ax, &sets[s]->f[i]);
}

bool
role_growth(struct role_ctx *c, struct err *e)
{
	static const char *const topics[] = {"outlook", NULL};
	struct growth g;

	if (!load(c, &g, e) || !role_growth_answer(c, e))
		return false;
	if (g.own.n + g.near.n > 0)
		growth_figures(c, &g);
	return role_facts(c, e) && role_predictions(c, e) && role_claims(c, ROLE_GROWTH, e)
	    && role_guide(c, topics, e);
}
