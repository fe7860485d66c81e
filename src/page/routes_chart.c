/*
 * routes_chart.c - what ways cost and how long they take, on one axis each: a line is one source's figure about a way,
 * or the span from the cheapest to the dearest program of one award.
 */
#include "career/base/text.h"
#include "career/page/chart.h"
#include "career/page/glyph.h"
#include "career/page/money.h"
#include "routes_draw.h"
#include "say.h"

#include <math.h>
#include <string.h>

enum { LABEL = 34, VALUE = 16, NARROW = 60 };

/* One line of a chart. */
struct bar {
	const char *label;
	double lo, hi; /* hi NAN: no end is stated */
	int64_t figure;
	const struct route_award *award; /* NULL: a route */
	const struct source *source;
};

struct bars {
	struct arena a;
	struct bar *b;
	size_t n;
	bool money;
	struct axis ax;
	const struct routes_shown *s;
};

/* "Online master's degree" without its last word. */
static size_t
name_length(const char *name)
{
	static const char last[] = " degree";
	size_t len = strlen(name), n = sizeof last - 1;

	return len > n && strcmp(name + len - n, last) == 0 ? len - n : len;
}

static void
add_route(struct bars *all, const struct route *r, const struct route_span *s)
{
	size_t len = name_length(r->name);

	if (r->row == 0 || isnan(s->low))
		return;
	all->b[all->n++] =
	    (struct bar){.label = arena_printf(&all->a, "%.*s, %s", (int)len, r->name,
			     s->source != NULL ? s->source->short_name : ""),
		.lo = s->low,
		.hi = s->high,
		.figure = s->figure,
		.source = s->source};
}

static void
add_award(struct bars *all, const struct route_award *w)
{
	size_t n = all->money ? w->priced : w->timed;
	double lo = all->money ? w->low : w->months_low, hi = all->money ? w->high : w->months_high;

	if (n == 0)
		return;
	all->b[all->n++] = (struct bar){.label = n < w->n
		? arena_printf(&all->a, "%zu of %zu %ss", n, w->n, routes_award_word(w->award))
		: arena_printf(
		    &all->a, "%zu %s%s", n, routes_award_word(w->award), n == 1 ? "" : "s"),
	    .lo = lo,
	    .hi = hi,
	    .award = w};
}

/* Kind by kind, what sources say of the way before the programs. */
static void
collect(struct bars *all)
{
	const struct routes *r = &all->s->role;

	all->b = arena_alloc(&all->a, (r->n + r->naward + 1) * sizeof *all->b);
	for (int k = 0; k < ROUTE_KINDS; k++) {
		for (size_t i = 0; i < r->n; i++)
			if ((int)r->r[i].kind == k)
				add_route(
				    all, &r->r[i], all->money ? &r->r[i].cost : &r->r[i].months);
		for (size_t i = 0; i < r->naward; i++)
			if ((int)r->award[i].kind == k)
				add_award(all, &r->award[i]);
	}
}

static void
say_value(struct buf *out, const struct bars *all, const struct bar *b)
{
	const struct money_span s = {.lo = b->lo,
	    .hi = isnan(b->hi) ? b->lo : b->hi,
	    .open_hi = isnan(b->hi),
	    .currency = "USD"};
	double lo = round(10 * b->lo) / 10, hi = round(10 * b->hi) / 10;

	if (all->money)
		money_span(out, &s, MONEY_SHORT);
	else
		months_span(out, lo, hi);
}

/* Who states the low end of an award's span; 0: it is not known. */
static int64_t
fact_of(const struct bars *all, const struct bar *b)
{
	const struct routes *r = &all->s->role;

	for (size_t i = 0; i < r->n; i++) {
		const struct route_span *s = all->money ? &r->r[i].cost : &r->r[i].months;

		if (strcmp(r->r[i].award, b->award->award) == 0 && s->low <= b->lo)
			return all->money ? r->r[i].fact : r->r[i].months_fact;
	}
	return 0;
}

static void
add_anchors(struct page *p, struct bars *all, const struct bar *b)
{
	if (b->figure != 0)
		page_anchor_id(p, ANCHOR_FIGURE, b->figure);
	if (b->award != NULL) {
		page_anchor(p, ANCHOR_QUERY,
		    arena_printf(&all->a, "programs role:%s award:%s sort:%s", all->s->slug,
			b->award->award, all->money ? "cost" : "months"));
		if (fact_of(all, b) != 0)
			say_fact_anchor(p, "program_fact", fact_of(all, b));
		page_anchor(p, ANCHOR_TERM, "relevant");
	} else {
		page_anchor(p, ANCHOR_TERM, "route");
	}
}

static void
draw_bar(struct page *p, const struct bars *all, const struct bar *b)
{
	const struct mark m = {.lo = b->lo,
	    .hi = isnan(b->hi) ? b->lo : b->hi,
	    .whisk_lo = NAN,
	    .whisk_hi = NAN,
	    .mid = NAN,
	    .open_hi = isnan(b->hi)};

	chart_mark(p, &all->ax, &m);
}

static void
say_label(struct page *p, const char *label, int cells)
{
	struct buf safe = BUF_INIT, cut = BUF_INIT;

	text_safes(&safe, label, p->opts.ascii);
	text_clip(&cut, safe.data, cells, glyph(GLYPH_CUT, p->opts.ascii));
	page_addf(p, STYLE_LABEL, " %s", cut.data);
	buf_free(&safe);
	buf_free(&cut);
}

static void
bar_line(struct page *p, struct bars *all, const struct bar *b)
{
	bool wide = p->opts.width >= NARROW;
	struct buf value = BUF_INIT;

	say_value(&value, all, b);
	page_line(p);
	say_label(p, b->label, p->opts.plain ? 200 : wide ? LABEL - 2 : p->opts.width - VALUE - 2);
	if (p->opts.plain) {
		page_addf(p, STYLE_VALUE, ": %s", value.data);
	} else if (wide) {
		page_to(p, LABEL);
		draw_bar(p, all, b);
		page_right(p, STYLE_VALUE, value.data);
	} else {
		page_right(p, STYLE_VALUE, value.data);
		page_next(p);
		page_to(p, 2);
		draw_bar(p, all, b);
	}
	add_anchors(p, all, b);
	buf_free(&value);
}

static void
axis_line(struct page *p, struct bars *all)
{
	bool wide = p->opts.width >= NARROW;
	double hi = 0;

	for (size_t i = 0; i < all->n; i++)
		hi = fmax(hi, isnan(all->b[i].hi) ? all->b[i].lo : all->b[i].hi);
	axis_make(&all->ax, 0, hi, wide ? p->opts.width - LABEL - VALUE : p->opts.width - 4);
	if (p->opts.plain)
		return;
	page_line(p);
	page_add(p, STYLE_NOTE, all->money ? " thousand $" : " months");
	if (!wide)
		page_next(p);
	page_to(p, wide ? LABEL : 2);
	chart_ticks(p, &all->ax, all->money ? 1000 : 1);
}

/* Kinds of which there is a way or a program, and nobody says how much. */
static void
say_unstated(struct page *p, const struct bars *all)
{
	const struct routes *r = &all->s->role;
	struct buf b = BUF_INIT;

	for (int k = 0; k < ROUTE_OTHER; k++) {
		bool any = false, said = false;

		for (size_t i = 0; i < r->n; i++) {
			const struct route *x = &r->r[i];
			const struct route_span *s = all->money ? &x->cost : &x->months;

			any = any || (int)x->kind == k;
			said = said || ((int)x->kind == k && !isnan(s->low));
		}
		if (any && !said)
			buf_addf(
			    &b, "%s%s", b.len > 0 ? ", " : "", route_kind_word((enum route_kind)k));
	}
	if (b.len > 0)
		page_wrapf(p, 1, STYLE_NOTE, "%s: %s",
		    all->money ? "No price in US dollars is stated" : "No length is stated",
		    b.data);
	buf_free(&b);
}

static void
chart(struct page *p, const struct routes_shown *s, bool money)
{
	struct bars all = {.money = money, .s = s};

	arena_init(&all.a);
	collect(&all);
	if (all.n > 0) {
		page_blank(p);
		page_heading(p, money ? "What each costs, in all" : "How long each takes", "route");
		axis_line(p, &all);
		for (size_t i = 0; i < all.n; i++)
			bar_line(p, &all, &all.b[i]);
		say_unstated(p, &all);
	}
	arena_free(&all.a);
}

void
routes_say_costs(struct page *p, const struct routes_shown *s)
{
	chart(p, s, true);
}

void
routes_say_months(struct page *p, const struct routes_shown *s)
{
	chart(p, s, false);
}
