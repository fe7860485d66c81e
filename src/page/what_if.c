/*
 * what_if.c - what moves pay by the sources, and pay under the factors that a person asks about.
 */
#include "what_if.h"

#include "career/page/money.h"
#include "say.h"

#include <math.h>
#include <string.h>

bool
what_if_read(struct role_ctx *c, struct err *e)
{
	return c->factors.f != NULL
	    || factors_load(&c->factors, c->r->db, &c->r->sources, c->id, c->a, e);
}

bool
what_if_load(struct role_ctx *c, struct err *e)
{
	const char *keys = c->r->what_if, *slug = c->r->what_if_role;

	if (keys == NULL || keys[0] == '\0' || slug == NULL || strcmp(slug, c->slug) != 0)
		return true;
	if (!what_if_read(c, e))
		return false;
	factor_keep(&c->what_if, &c->factors, keys);
	return true;
}

/* --- pay under them ------------------------------------------------------------------------------ */

/* What pay they are to be put on. */
struct base {
	enum level level;
	const char *place;
	const char *employer; /* of all its figures, "" not said */
	const struct figure
	    *some;  /* a figure that names an employer, where others do not; NULL none */
	bool again; /* who states the factors was said before */
};

/* Those that fit go into *fit; of the others it is said why not. */
static void
split(const struct role_ctx *c, const struct base *b, struct factor_choice *fit, struct buf *unfit)
{
	fit->n = 0;
	for (size_t i = 0; i < c->what_if.n; i++)
		if (factor_unfit(c->what_if.f[i], b->level, b->place, b->employer) == NULL)
			fit->f[fit->n++] = c->what_if.f[i];
	factor_unfit_says(&c->what_if, b->level, b->place, b->employer, unfit);
}

/* "a technology company (x 1.15-1.25, Bouchrika 2026) and ..."; again: without who says so. */
static void
say_factors(const struct factor_choice *c, bool again, struct buf *out)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct factor *f = c->f[i];

		buf_addf(out, "%s%s", say_between(i, c->n), factor_name(f));
		if (again)
			continue;
		buf_adds(out, " (");
		factor_times(f, out);
		buf_addf(out, ", %s%s)", f->source->short_name,
		    f->derived[0] != '\0' ? ", our sum" : "");
	}
}

static bool
speaks_of_employer(const struct factor_choice *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->f[i]->kind, "industry") == 0
		    || strcmp(c->f[i]->kind, "employer") == 0)
			return true;
	return false;
}

static void
anchor_factors(struct role_ctx *c, const struct factor_choice *chosen)
{
	for (size_t i = 0; i < chosen->n; i++)
		say_fact_anchor(c->p, "factor", chosen->f[i]->id);
	page_anchor(c->p, ANCHOR_TERM, "what-if");
}

void
what_if_span_words(const struct pay_spans *under, struct buf *out)
{
	for (size_t i = 0; i < under->n; i++) {
		buf_adds(out, i == 0 ? "" : under->named ? ", " : " or ");
		money_span(out, &under->s[i], MONEY_SHORT);
		if (under->named)
			buf_addf(out, " (%s)", under->who[i]);
	}
}

static struct money_span
span_of(const struct agree_group *g, const struct agree_range *r)
{
	return (struct money_span){.lo = r->lo,
	    .hi = r->hi,
	    .open_lo = r->open_low,
	    .open_hi = r->open_high,
	    .currency = g->currency};
}

/* All that one publisher says. */
static struct money_span
publisher_span(const struct agree_group *g, size_t who, const char **name)
{
	struct money_span s = {.lo = INFINITY, .hi = -INFINITY, .currency = g->currency};

	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		if (l->who != who)
			continue;
		s.lo = fmin(s.lo, l->lo);
		s.hi = fmax(s.hi, l->hi);
		s.open_lo = s.open_lo || l->f->open_low;
		s.open_hi = s.open_hi || l->f->open_high;
		*name = l->f->source->short_name;
	}
	return s;
}

/* One publisher: the middle half where it gives percentiles, else where its pages meet, else all. */
static struct money_span
single_span(const struct agree_group *g)
{
	const char *name;

	for (size_t i = 0; i < g->nlines; i++)
		if (g->lines[i].f->stat == STAT_PERCENTILES)
			return (struct money_span){.lo = g->lines[i].lo,
			    .hi = g->lines[i].hi,
			    .open_hi = g->lines[i].f->open_high,
			    .currency = g->currency};
	return g->single.publishers > 0 ? span_of(g, &g->single) : publisher_span(g, 0, &name);
}

void
pay_group_spans(const struct agree_group *g, struct pay_spans *out)
{
	enum { MOST = sizeof out->s / sizeof *out->s };

	out->n = 0;
	out->named = false;
	for (size_t i = 0; i < g->nbest && out->n < MOST; i++)
		out->s[out->n++] = span_of(g, &g->best[i]);
	if (g->nbest > 0)
		return;
	if (g->publishers == 1) {
		out->s[out->n++] = single_span(g);
		return;
	}
	out->named = true;
	for (size_t who = 0; who < g->publishers && out->n < MOST; who++) {
		out->s[out->n] = publisher_span(g, who, &out->who[out->n]);
		out->n++;
	}
}

/* Its employer: what all lines name, else "" and one that names some. */
static void
base_employer(const struct agree_group *g, struct base *b)
{
	bool all = g->nlines > 0;

	b->employer = "";
	b->some = NULL;
	for (size_t i = 0; i < g->nlines; i++) {
		const struct figure *f = g->lines[i].f;
		bool says = f->employer[0] != '\0' && strcmp(f->employer, "mixed") != 0;

		if (says && b->some == NULL && (g->nbest == 0 || g->lines[i].meets))
			b->some = f;
		all = all && says && strcmp(f->employer, g->lines[0].f->employer) == 0;
	}
	if (all) {
		b->employer = g->lines[0].f->employer;
		b->some = NULL;
	}
}

static void
say_under(struct role_ctx *c, int column, const struct base *base, const struct pay_spans *under)
{
	struct factor_choice fit;
	struct buf words = BUF_INIT, unfit = BUF_INIT, pay = BUF_INIT;

	split(c, base, &fit, &unfit);
	page_line(c->p);
	page_to(c->p, column);
	if (fit.n > 0) {
		say_factors(&fit, base->again, &words);
		what_if_span_words(under, &pay);
		page_joinf(c->p, column + 2, STYLE_NOTE, "what if %s: ", words.data);
		page_join(c->p, column + 2, STYLE_VALUE, pay.data);
		if (!base->again && base->some != NULL && speaks_of_employer(&fit))
			page_joinf(c->p, column + 2, STYLE_NOTE, "; %s speaks of %s already",
			    base->some->source->short_name,
			    base->some->employer_words[0] != '\0' ? base->some->employer_words
								  : base->some->employer);
	}
	if (unfit.len > 0)
		page_joinf(c->p, column + 2, STYLE_NOTE, "%s%s",
		    fit.n > 0 ? "; " : "what if: ", unfit.data);
	anchor_factors(c, &c->what_if);
	buf_free(&words);
	buf_free(&unfit);
	buf_free(&pay);
}

static void
what_if_line(struct role_ctx *c, int column, const struct agree_group *g, bool again)
{
	struct base base = {.level = g->level, .place = g->place, .again = again};
	struct buf unfit = BUF_INIT;
	struct pay_spans under;

	if (c->what_if.n == 0 || g->nlines == 0)
		return;
	base_employer(g, &base);
	what_if_spans(c, g, &under, &unfit);
	say_under(c, column, &base, &under);
	buf_free(&unfit);
}

void
page_what_if(struct role_ctx *c, int column, const struct agree_group *g)
{
	what_if_line(c, column, g, false);
}

void
page_what_if_again(struct role_ctx *c, int column, const struct agree_group *g)
{
	what_if_line(c, column, g, true);
}

/* --- as a picture -------------------------------------------------------------------------------- */

void
what_if_spans(
    struct role_ctx *c, const struct agree_group *g, struct pay_spans *out, struct buf *unfit)
{
	struct base base = {.level = g->level, .place = g->place};
	struct factor_choice fit;

	base_employer(g, &base);
	pay_group_spans(g, out);
	split(c, &base, &fit, unfit);
	if (fit.n == 0)
		out->n = 0;
	for (size_t i = 0; i < out->n; i++)
		factor_apply(&fit, &out->s[i].lo, &out->s[i].hi);
}

/* Those that a picture shows: not where each publisher stands for itself. */
static void
drawn_spans(struct role_ctx *c, const struct agree_group *g, struct pay_spans *out)
{
	struct buf unfit = BUF_INIT;

	what_if_spans(c, g, out, &unfit);
	if (out->named)
		out->n = 0;
	buf_free(&unfit);
}

void
pay_axis_what_if(struct pay_view *v, const struct agree_group *g)
{
	struct pay_spans spans;

	if (v->c->what_if.n == 0 || g->nlines == 0)
		return;
	drawn_spans(v->c, g, &spans);
	for (size_t i = 0; i < spans.n; i++) {
		v->lo = fmin(v->lo, spans.s[i].lo);
		v->hi = fmax(v->hi, spans.s[i].hi);
	}
}

static void
draw_span(struct pay_view *v, const struct money_span *s)
{
	struct page *p = v->c->p;
	struct mark m = {.lo = s->lo,
	    .hi = s->hi,
	    .whisk_lo = NAN,
	    .whisk_hi = NAN,
	    .mid = NAN,
	    .open_lo = s->open_lo,
	    .open_hi = s->open_hi};
	struct buf b = BUF_INIT;

	money_span_bare(&b, s, MONEY_SHORT);
	page_line(p);
	page_add(p, STYLE_LABEL, " what if");
	page_to(p, LABEL);
	if (v->fit == FIT_NARROW) {
		page_add(p, STYLE_VALUE, b.data);
		page_next(p);
		page_to(p, 2);
	}
	chart_mark(p, &v->axis, &m);
	if (v->fit != FIT_NARROW)
		page_addf(p, STYLE_VALUE, " %s", b.data);
	anchor_factors(v->c, &v->c->what_if);
	buf_free(&b);
}

void
pay_what_if(struct pay_view *v, const struct agree_group *g)
{
	struct pay_spans spans;

	if (v->c->what_if.n == 0 || g->nlines == 0 || v->c->p->opts.plain)
		return;
	drawn_spans(v->c, g, &spans);
	for (size_t i = 0; i < spans.n; i++)
		if (spans.s[i].lo >= v->axis.lo && spans.s[i].hi <= v->axis.hi)
			draw_span(v, &spans.s[i]);
}
