/*
 * role_growth.c - growth in people out of 100 over five years: the answer.
 *
 * It is the official span. A publisher that stays near it agrees; what lies far off is a warning of its own,
 * with who is credited for it. Below it stands every figure (growth_figures.c).
 */
#include "growth_view.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* People by which a figure may miss the official span and still agree with it. */
static const double near_people = 3;

bool
growth_load(struct role_ctx *c, struct growth *g, struct err *e)
{
	return figures_of_role(&g->own, c->r->db, &c->r->sources, c->id, "growth", c->a, e)
	    && figures_nearest(&g->near, c->r->db, &c->r->sources, c->id, "growth", c->a, e);
}

static void
people_add(struct growth_range *s, double lo, double hi)
{
	s->lo = s->n == 0 ? lo : fmin(s->lo, lo);
	s->hi = s->n == 0 ? hi : fmax(s->hi, hi);
	s->n++;
}

/* Whether an earlier official figure is about the same occupation. */
static bool
spoke_before(const struct figures *figs, size_t at)
{
	double lo, hi;

	for (size_t i = 0; i < at; i++)
		if (figs->f[i].about_id == figs->f[at].about_id
		    && figs->f[i].source->kind == SOURCE_OFFICIAL
		    && growth_people_span(&figs->f[i], GROWTH_YEARS, &lo, &hi))
			return true;
	return false;
}

static struct growth_range
people_official(const struct figures *figs)
{
	struct growth_range s = {0};
	double lo, hi;

	for (size_t i = 0; i < figs->n; i++)
		if (figs->f[i].source->kind == SOURCE_OFFICIAL
		    && growth_people_span(&figs->f[i], GROWTH_YEARS, &lo, &hi)) {
			people_add(&s, lo, hi);
			s.n -= spoke_before(figs, i);
		}
	return s;
}

void
growth_people_words(struct buf *b, double lo, double hi)
{
	buf_addf(b, "%.0f", lo);
	if (round(lo) != round(hi))
		buf_addf(b, "-%.0f", hi);
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
	bool credits;                     /* another one of them does */
	enum source_kind kind;
	struct growth_range people;
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
collect_sites(struct site *sites, const struct figures *own, const struct growth_range *official)
{
	size_t n = 0;
	double lo, hi;

	for (size_t i = 0; i < own->n; i++) {
		const struct figure *f = &own->f[i];
		struct site *s;

		if (f->source->kind == SOURCE_OFFICIAL
		    || !growth_people_span(f, GROWTH_YEARS, &lo, &hi))
			continue;
		s = site_of(sites, &n, f,
		    official->n == 0 || hi < official->lo - near_people
			|| lo > official->hi + near_people);
		s->credits = s->credits || f->attributed[0] != '\0';
		if (f->attributed[0] == '\0')
			s->credited = "";
		people_add(&s->people, lo, hi);
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
	struct growth_range all = {0};
	struct buf b = BUF_INIT, who = BUF_INIT;
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		if (sites[i].far)
			continue;
		people_add(&all, sites[i].people.lo, sites[i].people.hi);
		buf_addf(&who, "%s%s", count++ > 0 ? ", " : "", sites[i].publisher);
	}
	if (count == 1)
		buf_adds(&b, "one website agrees: ");
	else
		buf_addf(&b, "%zu websites agree: ", count);
	growth_people_words(&b, all.lo, all.hi);
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
	growth_people_words(&b, s->people.lo, s->people.hi);
	if (alone)
		buf_addf(&b, " in %d years", GROWTH_YEARS);
	if (s->credited[0] != '\0')
		buf_addf(&who, "credits %s", s->credited);
	else
		buf_addf(&who, "%s%s", s->publisher, s->credits ? "" : ", names no source");
	answer_line(c, alone ? "Growth" : "", true, b.data, who.data);
	buf_free(&b);
	buf_free(&who);
}

static void
say_official(struct role_ctx *c, const struct growth_range *official, bool near)
{
	struct buf b = BUF_INIT, who = BUF_INIT;

	buf_adds(&b, "100 jobs become ");
	growth_people_words(&b, official->lo, official->hi);
	buf_addf(&b, " in %d years", GROWTH_YEARS);
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
	struct growth_range official = people_official(&g->own);
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

	if (!growth_load(c, &g, e))
		return false;
	if (!say_answer(c, &g))
		role_nothing(c, "Growth");
	return true;
}

bool
role_growth(struct role_ctx *c, struct err *e)
{
	static const char *const topics[] = {"outlook", NULL};
	struct growth g;

	if (!growth_load(c, &g, e) || !role_growth_answer(c, e))
		return false;
	return growth_figures(c, &g, e) && role_facts(c, e) && role_predictions(c, e)
	    && role_claims(c, ROLE_GROWTH, e) && role_guide(c, topics, e);
}
