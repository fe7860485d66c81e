/* path.c - a way from role to role, step by step. */
#include "career/page/path.h"

#include "career/page/money.h"
#include "path_step.h"

#include <math.h>

/* --- the answer ------------------------------------------------------------------------------- */

static const char *const bests[PATH_BYS] = {
    [PATH_GAP] = "with the least to learn",
    [PATH_COST] = "by the lowest price of each step",
    [PATH_MONTHS] = "by the shortest time of each step",
};

static void
say_months(struct buf *b, double months)
{
	if (months >= 24)
		years_span(b, round(months / 1.2) / 10, round(months / 1.2) / 10);
	else
		months_span(b, months, months);
}

/* " (1 step states none)" */
static void
say_unsaid(struct buf *b, size_t n)
{
	if (n > 0)
		buf_addf(b, " (%zu step%s none)", n, n == 1 ? " states" : "s state");
}

static size_t
to_learn(const struct path *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < w->step[i].nmissing; k++)
			n += !w->step[i].missing[k].some;
	return n;
}

static size_t
to_deepen(const struct path *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		n += w->step[i].nmissing;
	return n - to_learn(w);
}

/* What the steps take in all. */
static void
say_sums(struct page *p, const struct path *w)
{
	struct buf b = BUF_INIT;
	size_t learn = to_learn(w), more = to_deepen(w);

	if (w->no_gap < w->n) {
		buf_addf(&b, "%zu skill%s to learn", learn, learn == 1 ? "" : "s");
		if (more > 0)
			buf_addf(&b, ", %zu to get better at", more);
		if (w->no_gap > 0)
			buf_addf(&b, " (of %zu step%s nobody says)", w->no_gap,
			    w->no_gap == 1 ? "" : "s");
	} else {
		buf_adds(&b, "Nobody says what is to be learned");
	}
	if (w->no_cost < w->n) {
		buf_adds(&b, "; prices from ");
		money_full(&b, w->cost, "USD");
		say_unsaid(&b, w->no_cost);
	}
	if (w->no_months < w->n) {
		buf_adds(&b, "; times from ");
		say_months(&b, w->months);
		say_unsaid(&b, w->no_months);
	}
	buf_addc(&b, '.');
	page_wrap(p, 0, STYLE_VALUE, b.data);
	page_anchor(p, ANCHOR_TERM, "way-there");
	buf_free(&b);
}

static void
say_answer(struct page *p, const struct path_page *pp)
{
	const struct path *w = pp->path;
	struct buf b = BUF_INIT;

	if (w->n == 0) {
		page_wrap(p, 0, STYLE_VALUE, "You are there: it is the same role.");
		return;
	}
	if (w->far && w->step[0].from == 0)
		buf_adds(&b,
		    "Nothing that you have brings a role within reach yet: this is all of it at once.");
	else if (w->far)
		buf_adds(&b,
		    "No stated step and no role that is alike leads there: this is all of it at once.");
	else if (w->n == 1)
		buf_addf(&b, "One step, straight there: the way %s.", bests[w->by]);
	else
		buf_addf(&b, "%zu steps: the way %s.", w->n, bests[w->by]);
	page_wrap(p, 0, w->far ? STYLE_WARN : STYLE_VALUE, b.data);
	buf_free(&b);
	say_sums(p, w);
}

/* --- the page --------------------------------------------------------------------------------- */

static void
say_head(struct page *p, const struct path_page *pp)
{
	page_line(p);
	page_addf(p, STYLE_HEADING, "%s: the way there", pp->to);
	page_anchor(p, ANCHOR_ROLE, pp->to_slug);
	page_joinf(p, 0, STYLE_NOTE, " from %s", pp->from[0] != '\0' ? pp->from : "what you have");
	page_rule(p);
}

static void
say_rules(struct page *p, const struct path_page *pp)
{
	page_blank(p);
	if (pp->path->from_thin)
		page_wrapf(p, 0, STYLE_WARN,
		    "! Too little is known of %s: what it brings counts as far as it is listed.",
		    pp->from);
	page_wrap(p, 0, STYLE_NOTE,
	    "What is missing: the weight by which a role wants a skill more than the one before it, "
	    "beside what you have. A price or length is that of one route that is named; nobody says that it "
	    "is enough.");
	page_anchor(p, ANCHOR_TERM, "way-there");
	if (pp->turn[0] != '\0')
		page_wrap(p, 0, STYLE_NOTE, pp->turn);
}

void
page_path(struct page *p, struct reader *r, const struct path_page *pp)
{
	const struct path *w = pp->path;

	(void)r;
	say_head(p, pp);
	say_answer(p, pp);
	if (pp->nothing)
		page_wrap(p, 0, STYLE_TEXT, pp->how);
	for (size_t i = 0; i < w->n; i++) {
		page_blank(p);
		path_step_page(p, &w->step[i], i + 1, w->by);
	}
	if (w->n > 0)
		say_rules(p, pp);
	page_close(p);
}
