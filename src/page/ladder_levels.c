/*
 * ladder_levels.c - pay level by level, as a ladder: the answer of each level on one axis.
 */
#include "ladder.h"

#include "what_if.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum { WIDE = 72, SUPPORT = 24 };

static const enum level order[] = {
    LEVEL_ENTRY, LEVEL_MID, LEVEL_SENIOR, LEVEL_STAFF, LEVEL_LEAD, LEVEL_EXECUTIVE};
enum { LEVELS = sizeof order / sizeof *order };

struct rung {
	const struct agree_group *g; /* NULL: no pay at this level */
	struct pay_spans spans;
};

void
ladder_mark(struct page *p, const struct axis *ax, const struct money_span *s)
{
	chart_mark(p, ax,
	    &(struct mark){.lo = s->lo,
		.hi = s->hi,
		.whisk_lo = NAN,
		.whisk_hi = NAN,
		.mid = NAN,
		.open_lo = s->open_lo,
		.open_hi = s->open_hi});
}

static size_t
read_rungs(const struct agree *ag, enum ruler ruler, struct rung *rungs)
{
	size_t n = 0;

	for (size_t i = 0; i < LEVELS; i++) {
		rungs[i].g = agree_main(&ag[i], order[i], ruler);
		if (rungs[i].g != NULL && rungs[i].g->nlines == 0)
			rungs[i].g = NULL;
		if (rungs[i].g == NULL)
			continue;
		pay_group_spans(rungs[i].g, &rungs[i].spans);
		n++;
	}
	return n;
}

/* "first job: about $120K-160K salary; 3 of 4 publishers meet". */
static void
rung_plain(struct role_ctx *c, const struct agree_group *g)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s: ", level_says(g->level));
	b.data[0] = (char)toupper((unsigned char)b.data[0]);
	pay_amount_words(g, &b);
	buf_adds(&b, " a year; ");
	pay_support_words(g, &b);
	page_line(c->p);
	page_join(c->p, 0, STYLE_TEXT, b.data);
	pay_answer_anchor(c, g);
	buf_free(&b);
}

/* One line of a level; of a level at which no two publishers meet one for each. */
static void
rung_line(struct role_ctx *c, const struct axis *ax, const struct rung *r, size_t i)
{
	struct page *p = c->p;
	const struct money_span *s = &r->spans.s[i];
	bool wide = p->opts.width >= WIDE;
	struct buf value = BUF_INIT, support = BUF_INIT;

	money_span_bare(&value, s, MONEY_SHORT);
	if (r->spans.named)
		buf_addf(&support, "%s", r->spans.who[i]);
	else if (r->g->nlines == 1)
		buf_addf(&support, "only %s", r->g->lines[0].f->source->short_name);
	else
		pay_support_words(r->g, &support);
	page_line(p);
	page_addf(p, r->spans.named ? STYLE_WARN : STYLE_TEXT, "%s%s", r->spans.named ? "!" : " ",
	    i == 0               ? level_says(r->g->level)
		: r->spans.named ? ""
				 : "  or");
	page_to(p, LABEL);
	if (!wide) {
		page_add(p, STYLE_VALUE, value.data);
		page_right(p, STYLE_NOTE, support.data);
		page_next(p);
		page_to(p, 2);
	}
	ladder_mark(p, ax, s);
	if (wide) {
		page_addf(p, STYLE_VALUE, " %s", value.data);
		page_right(p, STYLE_NOTE, support.data);
	}
	pay_answer_anchor(c, r->g);
	buf_free(&value);
	buf_free(&support);
}

static struct axis
rung_axis(const struct role_ctx *c, const struct rung *rungs)
{
	double lo = INFINITY, hi = -INFINITY;
	struct axis ax;

	for (size_t i = 0; i < LEVELS; i++)
		for (size_t k = 0; rungs[i].g != NULL && k < rungs[i].spans.n; k++) {
			lo = fmin(lo, rungs[i].spans.s[k].lo);
			hi = fmax(hi, rungs[i].spans.s[k].hi);
		}
	axis_make(&ax, lo, hi,
	    c->p->opts.width - (c->p->opts.width >= WIDE ? LABEL + VALUE + SUPPORT : 4));
	return ax;
}

static void
draw_ladder(struct role_ctx *c, enum ruler ruler, const struct rung *rungs)
{
	struct page *p = c->p;
	struct axis ax = rung_axis(c, rungs);

	page_line(p);
	page_join(p, 0, STYLE_LABEL,
	    ruler == RULER_TOTAL ? "With bonus and shares, a year (never held against salary)"
				 : "Salary a year");
	page_anchor(p, ANCHOR_TERM, ruler == RULER_TOTAL ? "total" : "base");
	if (!p->opts.plain) {
		page_line(p);
		page_add(p, STYLE_LABEL, p->opts.width >= WIDE ? " thousand $ a year" : " ");
		page_to(p, p->opts.width >= WIDE ? LABEL : 2);
		chart_ticks(p, &ax, 1000);
	}
	for (size_t i = 0; i < LEVELS; i++)
		if (rungs[i].g != NULL && p->opts.plain)
			rung_plain(c, rungs[i].g);
		else
			for (size_t k = 0; rungs[i].g != NULL && k < rungs[i].spans.n; k++)
				rung_line(c, &ax, &rungs[i], k);
}

bool
ladder_levels(struct role_ctx *c, bool *any, struct err *e)
{
	struct agree ag[LEVELS];
	struct figures own;

	if (!figures_of_role(&own, c->r->db, &c->r->sources, c->id, "pay", c->a, e))
		return false;
	for (size_t i = 0; i < LEVELS; i++)
		agree_make(&ag[i], &own, order[i], c->a);
	for (int ruler = 0; ruler < RULER_COUNT; ruler++) {
		struct rung *rungs = arena_alloc(c->a, LEVELS * sizeof *rungs);

		if (read_rungs(ag, (enum ruler)ruler, rungs) < 2)
			continue;
		if (!*any)
			page_heading(c->p,
			    c->p->opts.width < 50 && !c->p->opts.plain
				? "Pay, level by level"
				: "Pay, level by level: where most publishers meet",
			    "best-supported-range");
		*any = true;
		draw_ladder(c, (enum ruler)ruler, rungs);
	}
	return true;
}
