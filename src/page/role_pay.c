/*
 * role_pay.c - what a role pays: the answer, the picture, every figure with its source.
 *
 * The level that answers stands first, figure by figure on an axis of its own; then the other levels and single
 * places on another one that all of them share, in short unless details are wanted; then the official figures
 * of the nearest occupations. Regrouped, the same figures stand in cells (cell.h).
 */
#include "pay_view.h"
#include "what_if.h"

#include <math.h>
#include <string.h>

static bool
all_hourly(const struct figures *own)
{
	size_t n = 0;

	for (size_t i = 0; i < own->n; i++)
		n += strcmp(own->f[i].per, "hour") == 0;
	return n > 0 && n == own->n;
}

/* An axis over all figures that are asked for. */
static void
wide_axis(struct pay_view *v, const struct figures *own, const struct figures *near)
{
	const struct pay_ask *ask = v->c->ask;

	pay_axis_begin(v);
	for (size_t i = 0; i < own->n; i++)
		if (ask == NULL || pay_filter_passes(&ask->only, &own->f[i]))
			pay_axis_figure(v, &own->f[i]);
	for (size_t i = 0; i < near->n && (ask == NULL || !ask->some); i++)
		pay_axis_figure(v, &near->f[i]);
}

static void
draw_near(struct pay_view *v, const struct figures *near)
{
	struct page *p = v->c->p;
	const char *last = "";

	if (near->n == 0)
		return;
	page_blank(p);
	page_heading(p, "Official figures of the nearest occupations: never the role's own",
	    "nearest-occupation");
	pay_axis_draw(v);
	for (size_t i = 0; i < near->n; i++) {
		const struct figure *f = &near->f[i];
		struct agree_line l = {.f = f};
		struct agree_group g = {.ruler = RULER_SALARY, .currency = f->unit};
		struct buf b = BUF_INIT;

		if (f->stat != STAT_PERCENTILES || !figure_interval(f, &l.lo, &l.hi))
			continue;
		if (strcmp(last, f->about_key) != 0) {
			figure_says(&b, f, MONEY_SHORT);
			page_line(p);
			page_addf(p, STYLE_NEAR, "~ %s, ", role_title_of(v->c, f->about_key));
			page_joinf(p, 4, STYLE_TEXT, "all levels, %s: %s",
			    f->basis == BASIS_UNSTATED ? "basis not said" : basis_word(f->basis),
			    b.data);
			page_anchor_id(p, ANCHOR_FIGURE, f->id);
			page_anchor(p, ANCHOR_ROLE, f->about_key);
			last = f->about_key;
		}
		pay_line(v, &g, &l);
		buf_free(&b);
	}
}

/* --- level by level -------------------------------------------------------------------------- */

/* What answers first: each figure. */
static void
draw_main(struct pay_view *v, const struct pay_answers *main)
{
	if (main->n == 0)
		return;
	pay_axis_begin(v);
	for (size_t i = 0; i < main->n; i++) {
		pay_axis_group(v, main->g[i]);
		pay_axis_what_if(v, main->g[i]);
	}
	page_blank(v->c->p);
	pay_axis_draw(v);
	for (size_t i = 0; i < main->n; i++)
		pay_group(v, main->g[i], false);
}

/* The other levels of the country, or what is of one place. */
static bool
belongs_here(const struct agree_group *g, bool places, enum level main)
{
	return g->nlines > 0 && (g->place[0] != '\0') == places && (places || g->level != main);
}

static void
draw_others(struct pay_view *v, const struct agree *ag, bool places, enum level main)
{
	struct page *p = v->c->p;
	bool headed = false;

	for (size_t i = 0; i < ag->n; i++) {
		const struct agree_group *g = &ag->g[i];

		if (!belongs_here(g, places, main))
			continue;
		if (!headed) {
			page_blank(p);
			page_heading(p, places ? "One place only" : "Other levels", "level");
			pay_axis_draw(v);
		}
		headed = true;
		if (p->opts.details)
			pay_group(v, g, true);
		else
			pay_brief(v, g);
		page_what_if_again(v->c, 2, g);
	}
}

static void
draw_levels(struct pay_view *v, const struct pay_answers *main, const struct figures *own)
{
	struct role_ctx *c = v->c;
	bool one = c->ask != NULL && c->ask->level_only;
	struct agree all;

	draw_main(v, main);
	agree_make_of(&all, own, pay_only(c), one ? c->level : LEVEL_UNSTATED, c->a);
	wide_axis(v, own, &main->near);
	if (!one)
		draw_others(v, &all, false, main->level);
	draw_others(v, &all, true, main->level);
	if (!c->p->opts.details && c->p->opts.screen && all.n > main->n) {
		page_line(c->p);
		page_add(c->p, STYLE_NOTE, "v: each of these figures on its own line");
	}
}

/* --- what stands below ----------------------------------------------------------------------- */

static void
list_cards(struct role_ctx *c, const struct figures *own)
{
	bool headed = false;

	for (size_t i = 0; i < own->n; i++) {
		struct buf b = BUF_INIT;

		if (!own->f[i].card)
			continue;
		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "Headline cards of the pages: drawn on no axis", "card");
		}
		headed = true;
		figure_says(&b, &own->f[i], MONEY_SHORT);
		page_line(c->p);
		page_anchor_id(c->p, ANCHOR_FIGURE, own->f[i].id);
		page_addf(c->p, STYLE_TEXT, " %s", own->f[i].source->short_name);
		page_to(c->p, LABEL);
		page_addf(c->p, STYLE_VALUE, "%s", b.data);
		page_addf(c->p, STYLE_NOTE, "  \"%s\"", own->f[i].words);
		buf_free(&b);
	}
}

/* What a publisher has a row for, but no number in it. */
static void
list_missing(struct role_ctx *c, const struct figures *own)
{
	for (size_t i = 0; i < own->n; i++) {
		const struct figure *f = &own->f[i];

		if (f->missing[0] == '\0')
			continue;
		page_line(c->p);
		page_addf(c->p, STYLE_TEXT, " %s: ", f->source->short_name);
		page_joinf(c->p, 2, STYLE_NOTE, "%s, %s", f->stat == STAT_MEAN ? "mean" : "wages",
		    absent_words(f->missing));
		page_anchor_id(c->p, ANCHOR_FIGURE, f->id);
		page_anchor(c->p, ANCHOR_TERM, f->missing);
	}
}

/* What moves pay, who takes sides on it, and advice. */
static bool
pay_words(struct role_ctx *c, struct err *e)
{
	static const char *const topics[] = {"pay", NULL};

	return page_factors(c, e) && role_claims(c, ROLE_PAY, e) && role_guide(c, topics, e);
}

static void
draw_below(struct pay_view *v, const struct figures *own, const struct figures *near)
{
	for (size_t i = 0; i < own->n; i++)
		if (pay_has_spread(v->c, &own->f[i]))
			pay_spread(v, &own->f[i]);
	list_missing(v->c, own);
	list_cards(v->c, own);
	wide_axis(v, own, near);
	draw_near(v, near);
}

/* What the figures count, and the keys that change what is shown. */
static void
head(struct role_ctx *c, const struct figures *own)
{
	struct page *p = c->p;

	page_line(p);
	page_add(p, STYLE_NOTE, all_hourly(own) ? "An hour, before tax" : "A year, before tax");
	if (p->opts.screen && p->opts.width < 60)
		page_right(p, STYLE_NOTE, arena_printf(c->a, "E: %s", level_says(c->level)));
	else if (p->opts.screen)
		page_right(p, STYLE_NOTE,
		    arena_printf(c->a, "E: level, now %s   V: %s", level_says(c->level),
			p->opts.cells ? "by level" : "in cells"));
	page_anchor(p, ANCHOR_TERM, "level");
}

bool
role_pay_figures(struct role_ctx *c, struct err *e)
{
	struct pay_view v = {.c = c};
	struct pay_answers answers;
	struct figures own, near;

	if (!role_pay_answers(c, e) || !pay_answers_load(c, &answers, e)
	    || !pay_figures(c, &own, &near, e))
		return false;
	v.hourly = all_hourly(&own);
	if (c->p->opts.cells) {
		struct pay_cells cells;

		pay_cells_make(&cells, &own, pay_only(c), c->a);
		pay_cells(&v, &cells, answers.level);
	} else {
		draw_levels(&v, &answers, &own);
	}
	if (c->ask == NULL || !c->ask->some)
		draw_below(&v, &own, &near);
	return true;
}

bool
role_pay(struct role_ctx *c, struct err *e)
{
	struct figures own, near;

	if (!pay_figures(c, &own, &near, e))
		return false;
	head(c, &own);
	if (own.n + near.n == 0)
		role_nothing(c, "Pay");
	else if (!role_pay_figures(c, e))
		return false;
	return pay_words(c, e);
}
