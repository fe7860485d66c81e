/*
 * role_growth.c - growth in people out of 100, over five years, on one axis; and what else is counted.
 */
#include "career/page/chart.h"
#include "career/page/money.h"
#include "role.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { YEARS = 5, LABEL = 20 };

struct growth {
	struct figures own, near;
};

static bool
load(struct role_ctx *c, struct growth *g, struct err *e)
{
	return figures_of_role(&g->own, c->r->db, &c->r->sources, c->id, "growth", c->a, e) &&
	    figures_nearest(&g->near, c->r->db, &c->r->sources, c->id, "growth", c->a, e);
}

/* The span of what 100 jobs become, over the figures of one kind of source. */
static size_t
people_span(const struct figures *figs, bool official, double *lo, double *hi)
{
	size_t n = 0;

	*lo = INFINITY;
	*hi = -INFINITY;
	for (size_t i = 0; i < figs->n; i++) {
		double people;

		if ((figs->f[i].source->kind == SOURCE_OFFICIAL) != official ||
		    !growth_people(&figs->f[i], YEARS, &people))
			continue;
		*lo = fmin(*lo, people);
		*hi = fmax(*hi, people);
		n++;
	}
	return n;
}

static void
span_words(char *out, size_t size, double lo, double hi)
{
	if (round(lo) == round(hi))
		snprintf(out, size, "%.0f", lo);
	else
		snprintf(out, size, "%.0f-%.0f", lo, hi);
}

static void
answer_line(struct role_ctx *c, const char *label, const char *text, const char *who)
{
	bool warn = text[0] == '!';

	if (c->p->opts.width < 70) {
		struct buf b = BUF_INIT;

		buf_addf(&b, "%s; %s", text, who);
		page_pair(c->p, label, role_column(c), warn ? STYLE_WARN : STYLE_VALUE, b.data);
		buf_free(&b);
	} else {
		page_line(c->p);
		page_add(c->p, STYLE_LABEL, label);
		page_to(c->p, role_column(c) - (warn ? 2 : 0));
		page_add(c->p, warn ? STYLE_WARN : STYLE_VALUE, text);
		page_right(c->p, STYLE_NOTE, who);
	}
	page_anchor(c->p, ANCHOR_SECTION, "Growth");
	page_anchor(c->p, ANCHOR_TERM, "growth-in-people");
}

/* Sites that say so, and whether any of them credits somebody. */
static void
claim_who(const struct figures *figs, char *out, size_t size)
{
	const char *seen[8];
	size_t n = 0;
	bool credited = false;

	for (size_t i = 0; i < figs->n; i++) {
		const struct figure *f = &figs->f[i];
		double people;
		bool known = false;

		if (f->source->kind == SOURCE_OFFICIAL || !growth_people(f, YEARS, &people))
			continue;
		credited = credited || f->attributed[0] != '\0';
		for (size_t k = 0; k < n; k++)
			known = known || strcmp(seen[k], f->source->publisher) == 0;
		if (!known && n < 8)
			seen[n++] = f->source->publisher;
	}
	snprintf(out, size, "%zu site%s%s", n, n == 1 ? "" : "s",
	    credited ? ", some name a source" : ", no source named");
}

bool
role_growth_answer(struct role_ctx *c, struct err *e)
{
	struct growth g;
	double lo, hi;
	char span[48], text[128], who[96];
	bool any = false;
	size_t n;

	if (!load(c, &g, e))
		return false;
	if (people_span(&g.own, true, &lo, &hi) > 0) {
		span_words(span, sizeof span, lo, hi);
		snprintf(text, sizeof text, "100 jobs become %s in %d years", span, YEARS);
		answer_line(c, "Growth", text, "official");
		any = true;
	} else if ((n = people_span(&g.near, true, &lo, &hi)) > 0) {
		span_words(span, sizeof span, lo, hi);
		snprintf(text, sizeof text, "100 jobs become %s in %d years", span, YEARS);
		snprintf(who, sizeof who, "official, ~ %zu nearest job%s", n, n == 1 ? "" : "s");
		answer_line(c, "Growth", text, who);
		any = true;
	}
	if (people_span(&g.own, false, &lo, &hi) > 0) {
		span_words(span, sizeof span, lo, hi);
		claim_who(&g.own, who, sizeof who);
		snprintf(text, sizeof text, any ? "! sites say %s" : "! 100 become %s in 5 years", span);
		answer_line(c, any ? "" : "Growth", text, who);
		any = true;
	}
	if (!any)
		page_pair(c->p, "Growth", role_column(c), STYLE_NOTE, "no source states this");
	return true;
}

/* "2024-2034", "to 2031", "5 years", "a year". */
static void
horizon_words(const struct figure *f, char *out, size_t size)
{
	if (!isnan(f->horizon_lo) && !isnan(f->horizon_hi))
		snprintf(out, size, "%.0f-%.0f", f->horizon_lo, f->horizon_hi);
	else if (!isnan(f->horizon_hi))
		snprintf(out, size, "to %.0f", f->horizon_hi);
	else if (!isnan(f->horizon_lo))
		snprintf(out, size, "since %.0f", f->horizon_lo);
	else if (!isnan(f->horizon_years))
		snprintf(out, size, "in %g years", f->horizon_years);
	else
		snprintf(out, size, "horizon not stated");
}

static void
growth_line(struct role_ctx *c, const struct axis *ax, const struct figure *f)
{
	struct page *p = c->p;
	struct buf says = BUF_INIT;
	double people, yearly;
	char horizon[48];
	bool known = growth_people(f, YEARS, &people);
	bool wide = p->opts.width >= 72;

	figure_says(&says, f, MONEY_SHORT);
	horizon_words(f, horizon, sizeof horizon);
	page_line(p);
	page_addf(p, f->near ? STYLE_NEAR : STYLE_TEXT, "%s%s", f->near || f->borrowed ? "~" : " ",
	    f->source->short_name);
	if (known && wide && !p->opts.plain) {
		page_to(p, LABEL);
		chart_bar(p, ax, people);
	}
	if (known)
		page_addf(p, STYLE_VALUE, " 100 -> %.0f", people);
	page_anchor_id(p, ANCHOR_FIGURE, f->id);
	page_line(p);
	page_to(p, 2);
	if (f->near)
		page_joinf(p, 2, STYLE_NEAR, "%s: ", role_title_of(c, f->about_key));
	page_joinf(p, 2, STYLE_NOTE, "%s%s, %s", says.data,
	    f->per[0] != '\0' && strcmp(f->per, "year") == 0 ? " a year" : "", horizon);
	if (growth_yearly(f, &yearly))
		page_joinf(p, 2, STYLE_NOTE, "; %.1f%% a year, compound", yearly);
	if (f->words[0] != '\0')
		page_joinf(p, 2, STYLE_NOTE, "; \"%s\"", f->words);
	if (f->attributed[0] != '\0')
		page_joinf(p, 2, STYLE_NOTE, ", said to be from %s", f->attributed);
	if (f->borrowed)
		page_join(p, 2, STYLE_NOTE, "; of the field");
	page_anchor_id(p, ANCHOR_FIGURE, f->id);
	buf_free(&says);
}

static void
growth_figures(struct role_ctx *c, const struct growth *g)
{
	double lo = 100, hi = 100;
	struct axis ax;
	const struct figures *sets[] = { &g->near, &g->own };

	for (size_t s = 0; s < 2; s++)
		for (size_t i = 0; i < sets[s]->n; i++) {
			double people;

			if (growth_people(&sets[s]->f[i], YEARS, &people))
				hi = fmax(hi, people);
		}
	(void)lo;
	axis_make(&ax, 0, hi, c->p->opts.width - LABEL - 14);
	page_blank(c->p);
	page_heading(c->p, "What 100 jobs become in 5 years, by who says so", "growth-in-people");
	for (size_t s = 0; s < 2; s++)
		for (size_t i = 0; i < sets[s]->n; i++)
			growth_line(c, &ax, &sets[s]->f[i]);
}

/* Demand, shares, employment and other counts: one line each. */
static bool
other_facts(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_facts", true, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		struct figure f;
		struct buf b = BUF_INIT;

		ok = figure_by_id(&f, c->r->db, &c->r->sources, stmt_int(st, 0), c->a, e);
		if (!ok)
			break;
		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "What else is counted", NULL);
		}
		headed = true;
		figure_says(&b, &f, MONEY_SHORT);
		page_line(c->p);
		page_addf(c->p, STYLE_LABEL, "%s ", f.measure);
		page_to(c->p, role_column(c));
		page_add(c->p, STYLE_VALUE, b.data);
		if (strcmp(f.measure, "cost") == 0 && f.per[0] != '\0')
			page_addf(c->p, STYLE_VALUE, " %s", per_words(f.per));
		if (f.words[0] != '\0')
			page_joinf(c->p, role_column(c), STYLE_TEXT, "  \"%s\"", f.words);
		page_joinf(c->p, role_column(c), STYLE_NOTE, "  (%s%s%s%s)", f.source->short_name,
		    f.attributed[0] != '\0' ? ", credits " : "", f.attributed,
		    f.near || strcmp(f.about_kind, "role") == 0 ? "" : ", the market at large");
		page_anchor_id(c->p, ANCHOR_FIGURE, f.id);
		buf_free(&b);
	}
	return ok;
}

static bool
predictions(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_predictions", true, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		int year = (int)stmt_int(st, 2);

		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "What sources expect", "prediction");
		}
		headed = true;
		page_line(c->p);
		if (year > 0)
			page_addf(c->p, STYLE_LABEL, "by %d ", year);
		page_to(c->p, role_column(c) > 10 ? 10 : role_column(c));
		page_joinf(c->p, 10, STYLE_TEXT, "%s (%s)", stmt_str(st, 1), stmt_str(st, 3));
		if (year > 0 && c->p->opts.year_now >= year)
			page_join(c->p, 10, STYLE_WARN, " ! that year has come: check it");
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "prediction:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
}

bool
role_growth(struct role_ctx *c, struct err *e)
{
	struct growth g;

	if (!load(c, &g, e) || !role_growth_answer(c, e))
		return false;
	if (g.own.n + g.near.n > 0)
		growth_figures(c, &g);
	return other_facts(c, e) && predictions(c, e);
}
