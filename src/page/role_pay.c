/*
 * role_pay.c - what a role pays: the answer, the picture, every figure with its source.
 *
 * The level asked for stands first with its groups; then the other levels, then single places, then the
 * official figures of the nearest occupations. All pictures share one axis.
 */
#include "pay_view.h"

#include "career/base/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void make_axis(struct pay_view *v, const struct figures *own, const struct figures *near);

static bool
load_pay(struct role_ctx *c, struct figures *own, struct figures *near, struct err *e)
{
	return figures_of_role(own, c->r->db, &c->r->sources, c->id, "pay", c->a, e)
	    && figures_nearest(near, c->r->db, &c->r->sources, c->id, "pay", c->a, e);
}

int64_t
pay_apart_figure(const struct agree_group *g, const char *who)
{
	for (size_t i = 0; i < g->nlines; i++)
		if (g->lines[i].apart && strcmp(g->lines[i].f->source->short_name, who) == 0)
			return g->lines[i].f->id;
	return 0;
}

/* `per`: " a year", or "" where it is said beside the amount. */
static void
amount_words(const struct agree_group *g, const char *per, struct buf *b)
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
	amount_words(g, "", b);
}

static void
add_answer(struct role_ctx *c, const char *label, const struct agree_group *g)
{
	struct buf b = BUF_INIT, s = BUF_INIT;
	int col = role_column(c);
	/* Said in the first line; each sentence of a plain page stands alone. */
	const char *per = strcmp(g->per, "hour") == 0 ? " an hour"
	    : label[0] != '\0' || c->p->opts.plain    ? " a year"
						      : "";

	amount_words(g, per, &b);
	pay_support_words(g, &s);
	if (c->p->opts.width >= 70) {
		page_line(c->p);
		page_add(c->p, STYLE_LABEL, label);
		page_to(c->p, col);
		page_join(c->p, col, STYLE_VALUE, b.data);
		page_right(c->p, STYLE_NOTE, s.data);
	} else {
		buf_addf(&b, ": %s", s.data);
		page_pair(c->p, label, col, STYLE_VALUE, b.data);
	}
	page_anchor(c->p, ANCHOR_SECTION, "Pay");
	page_anchor(c->p, ANCHOR_ANSWER,
	    arena_printf(c->a, "%lld:%d:%d", (long long)c->id, (int)g->level, (int)g->ruler));
	page_anchor(c->p, ANCHOR_TERM, "best-supported-range");
	for (size_t i = 0; i < g->napart; i++) {
		buf_clear(&b);
		pay_apart_words(g, g->apart[i], &b);
		buf_adds(&b, c->p->opts.plain ? " a year" : "");
		page_line(c->p);
		page_to(c->p, col - 2);
		page_add(c->p, STYLE_WARN, "! ");
		page_join(c->p, col, STYLE_WARN, b.data);
		page_anchor_id(c->p, ANCHOR_FIGURE, pay_apart_figure(g, g->apart[i]));
		page_anchor(c->p, ANCHOR_SECTION, "Pay");
	}
	buf_free(&b);
	buf_free(&s);
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

static void
near_answer(struct role_ctx *c, const struct figures *near)
{
	struct buf b = BUF_INIT;

	if (pay_near_words(near, &b)) {
		page_line(c->p);
		page_add(c->p, STYLE_LABEL, "Official");
		page_to(c->p, role_column(c));
		page_joinf(c->p, role_column(c), STYLE_NEAR, "~ %s a year", b.data);
		page_anchor(c->p, ANCHOR_SECTION, "Pay");
		page_anchor(c->p, ANCHOR_TERM, "nearest-occupation");
	}
	buf_free(&b);
}

/* Keeps the groups of one level that are not about one place; false when there are none. */
static bool
take_level(struct pay_answers *out, const struct agree *ag, enum level level, struct arena *a)
{
	out->level = level;
	out->n = 0;
	out->g = arena_alloc(a, (ag->n + 1) * sizeof(const struct agree_group *));
	for (size_t i = 0; i < ag->n; i++)
		if (ag->g[i].level == level && ag->g[i].nlines > 0 && ag->g[i].place[0] == '\0')
			out->g[out->n++] = &ag->g[i];
	return out->n > 0;
}

bool
pay_answers_load(struct role_ctx *c, struct pay_answers *out, struct err *e)
{
	static const enum level order[] = {LEVEL_ENTRY, LEVEL_MID, LEVEL_SENIOR, LEVEL_ALL,
	    LEVEL_STAFF, LEVEL_LEAD, LEVEL_EXECUTIVE, LEVEL_UNSTATED};
	struct figures own;
	struct agree ag;

	if (!load_pay(c, &own, &out->near, e))
		return false;
	agree_make(&ag, &own, c->level, c->a);
	if (take_level(out, &ag, c->level, c->a))
		return true;
	agree_make(&ag, &own, LEVEL_UNSTATED, c->a);
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (take_level(out, &ag, order[i], c->a))
			break;
	return true;
}

bool
role_pay_answers(struct role_ctx *c, struct err *e)
{
	struct pay_answers answers;
	char label[64];

	if (!pay_answers_load(c, &answers, e))
		return false;
	snprintf(label, sizeof label, "Pay, %s", level_says(answers.level));
	for (size_t i = 0; i < answers.n; i++)
		add_answer(c, i == 0 ? label : "", answers.g[i]);
	if (answers.n == 0)
		role_nothing(c, "Pay");
	else if (answers.level != c->level && answers.level != LEVEL_ALL)
		page_pair(c->p, "", role_column(c), STYLE_NOTE,
		    arena_printf(c->a, "%s: no source states it", level_says(c->level)));
	near_answer(c, &answers.near);
	return true;
}

/* "role:level:ruler" of ANCHOR_ANSWER. */
static bool
read_parts(const char *key, long part[3])
{
	for (int i = 0; i < 3; i++) {
		char *end;

		part[i] = strtol(key, &end, 10);
		if (end == key || *end != (i < 2 ? ':' : '\0'))
			return false;
		key = end + 1;
	}
	return true;
}

/* `i` on an answer: the figures that stand behind it. */
bool
page_answer(struct page *p, struct reader *r, const char *key, struct err *e)
{
	long part[3];
	struct figures own;
	struct agree ag;
	struct arena a;
	bool ok;

	if (!read_parts(key, part) || part[1] < 0 || part[1] >= LEVEL_COUNT)
		return err_set(e, ERR_NOTFOUND, "no answer '%s'", key);
	arena_init(&a);
	ok = figures_of_role(&own, r->db, &r->sources, part[0], "pay", &a, e);
	if (ok) {
		struct role_ctx c = {
		    .p = p, .r = r, .a = &a, .id = part[0], .level = (enum level)part[1]};
		struct pay_view v = {.c = &c};
		struct figures none = {NULL, 0};

		agree_make(&ag, &own, c.level, &a);
		make_axis(&v, &own, &none);
		page_wrap(p, 0, STYLE_NOTE,
		    "These figures stand behind the answer; i on one: who says so.");
		page_blank(p);
		for (size_t i = 0; i < ag.n; i++)
			if (ag.g[i].ruler == (enum ruler)part[2] && ag.g[i].place[0] == '\0')
				pay_group(&v, &ag.g[i]);
	}
	arena_free(&a);
	return ok;
}

static void
span_figure(const struct figure *f, double *lo, double *hi)
{
	double a, b;

	if (f->card || !figure_interval(f, &a, &b))
		return;
	*lo = fmin(*lo, f->stat == STAT_PERCENTILES && !isnan(f->p10) ? f->p10 : a);
	*hi = fmax(*hi, f->stat == STAT_PERCENTILES && !isnan(f->p90) ? f->p90 : b);
}

static bool
all_hourly(const struct figures *own)
{
	size_t n = 0;

	for (size_t i = 0; i < own->n; i++)
		n += strcmp(own->f[i].per, "hour") == 0;
	return n > 0 && n == own->n;
}

static void
make_axis(struct pay_view *v, const struct figures *own, const struct figures *near)
{
	static const int margin[] = {LABEL + VALUE + NOTE, LABEL + VALUE, 4};
	double lo = INFINITY, hi = -INFINITY;
	int width = v->c->p->opts.width;

	for (size_t i = 0; i < own->n; i++)
		span_figure(&own->f[i], &lo, &hi);
	for (size_t i = 0; i < near->n; i++)
		span_figure(&near->f[i], &lo, &hi);
	v->hourly = all_hourly(own);
	if (!(lo <= hi)) {
		lo = 0;
		hi = 100000;
	}
	v->fit = width >= 112 ? FIT_WIDE : width >= 60 ? FIT_MIDDLE : FIT_NARROW;
	axis_make(&v->axis, lo, hi, width - margin[v->fit]);
}

static void
draw_ticks(struct pay_view *v)
{
	struct page *p = v->c->p;

	v->ticked = true;
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
	draw_ticks(v);
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

static void
draw_levels(struct pay_view *v, const struct agree *ag, bool places, enum level only)
{
	struct page *p = v->c->p;
	bool headed = false;

	for (size_t i = 0; i < ag->n; i++) {
		const struct agree_group *g = &ag->g[i];

		if ((g->place[0] != '\0') != places || g->nlines == 0)
			continue;
		if (!places && (g->level == v->c->level) != (only == v->c->level))
			continue;
		if (!headed && only != v->c->level && v->ticked) {
			page_blank(p);
			page_heading(p, places ? "One place only" : "Other levels", "level");
		}
		if (!v->ticked)
			draw_ticks(v);
		headed = true;
		pay_group(v, g);
	}
}

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

static bool
draw_factors(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_factors", true, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "What moves pay", "factor");
		}
		headed = true;
		page_line(c->p);
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "factor:%lld", (long long)stmt_int(st, 0)));
		page_addf(c->p, STYLE_LABEL, "%s", stmt_str(st, 1));
		page_to(c->p, role_column(c));
		if (!stmt_null(st, 3)) {
			double lo = stmt_num(st, 3), hi = stmt_null(st, 4) ? lo : stmt_num(st, 4);

			page_addf(c->p, STYLE_VALUE, lo < hi ? "x %.3g-%.3g " : "x %.3g ", lo, hi);
		}
		page_joinf(c->p, role_column(c), STYLE_TEXT, "%s (%s%s%s)", stmt_str(st, 2),
		    stmt_str(st, 7), stmt_int(st, 5) ? ", our sum: " : "",
		    stmt_int(st, 5) ? stmt_str(st, 6) : "");
	}
	return ok;
}

/* What moves pay, who takes sides on it, and advice. */
static bool
pay_words(struct role_ctx *c, struct err *e)
{
	static const char *const topics[] = {"pay", NULL};

	return draw_factors(c, e) && role_claims(c, ROLE_PAY, e) && role_guide(c, topics, e);
}

bool
role_pay(struct role_ctx *c, struct err *e)
{
	struct figures own, near;
	struct agree chosen, all;
	struct pay_view v = {.c = c};

	if (!load_pay(c, &own, &near, e))
		return false;
	page_line(c->p);
	page_add(c->p, STYLE_NOTE, all_hourly(&own) ? "An hour, before tax" : "A year, before tax");
	if (c->p->opts.screen)
		page_right(
		    c->p, STYLE_NOTE, arena_printf(c->a, "E: level, now %s", level_says(c->level)));
	page_anchor(c->p, ANCHOR_TERM, "level");
	if (own.n + near.n == 0) {
		role_nothing(c, "Pay");
		return pay_words(c, e);
	}
	if (!role_pay_answers(c, e))
		return false;
	make_axis(&v, &own, &near);
	agree_make(&chosen, &own, c->level, c->a);
	agree_make(&all, &own, LEVEL_UNSTATED, c->a);
	page_blank(c->p);
	draw_levels(&v, &chosen, false, c->level);
	draw_levels(&v, &all, false, LEVEL_UNSTATED);
	draw_levels(&v, &all, true, LEVEL_UNSTATED);
	for (size_t i = 0; i < own.n; i++)
		if (figure_of_set(&own.f[i]) && own.f[i].level == LEVEL_ALL
		    && own.f[i].stat == STAT_PERCENTILES && own.f[i].missing[0] == '\0')
			pay_spread(&v, &own.f[i]);
	list_missing(c, &own);
	list_cards(c, &own);
	draw_near(&v, &near);
	return pay_words(c, e);
}
