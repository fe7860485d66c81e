/* path_step.c - one step of a way: who says so, what is missing, where that is named, what the routes take. */
#include "path_step.h"

#include "career/page/money.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { INDENT = 3, TEXT_AT = 14, NAMED = 4 };

static const char *
who(const struct path_step *s)
{
	return s->source != NULL ? s->source->short_name : "no source";
}

/* Without the full stop: more is said behind it. */
static int
note_len(const char *note)
{
	size_t n = strlen(note);

	return (int)(n > 0 && note[n - 1] == '.' ? n - 1 : n);
}

/* Why one can go there. */
static void
say_why(struct buf *b, const struct path_step *s)
{
	switch (s->edge) {
	case EDGE_STATED:
	case EDGE_LADDER:
		buf_addf(b, "%s states it", who(s));
		if (s->words[0] != '\0')
			buf_addf(b, ", %s", s->words);
		if (s->note[0] != '\0')
			buf_addf(b, s->edge == EDGE_LADDER ? " (%.*s)" : ": %.*s",
			    note_len(s->note), s->note);
		break;
	case EDGE_RELATED:
		buf_addf(b, "%s calls them related", who(s));
		break;
	case EDGE_ALIKE:
		buf_adds(b, "they want nearly the same; no source states the step");
		break;
	case EDGE_OWN:
		buf_addf(b, "you cover %.0f%% of the weight of what it wants", 100 * s->alike);
		break;
	case EDGE_NEAREST:
		buf_addf(b,
		    "~ nearest: %s counts the one under the other; what lies between, nobody says",
		    who(s));
		break;
	default:
		buf_adds(b,
		    s->from == 0 ? "! you cover less than 30% of what any role on the way wants"
				 : "! no step is stated, and nothing between is alike enough");
	}
	if (!isnan(s->alike) && s->edge != EDGE_OWN)
		buf_addf(b, "; %.0f%% alike", 100 * s->alike);
}

static void
say_end(struct page *p, const struct path_step *s, size_t i)
{
	static const enum style styles[PATH_EDGES] = {[EDGE_STATED] = STYLE_TEXT,
	    [EDGE_LADDER] = STYLE_TEXT,
	    [EDGE_RELATED] = STYLE_TEXT,
	    [EDGE_ALIKE] = STYLE_TEXT,
	    [EDGE_OWN] = STYLE_TEXT,
	    [EDGE_NEAREST] = STYLE_NEAR,
	    [EDGE_FAR] = STYLE_WARN};
	struct buf b = BUF_INIT;

	page_line(p)->heading = true;
	page_addf(p, STYLE_LABEL, "%zu. ", i);
	page_join(p, INDENT, STYLE_LINK, s->to_title);
	if (s->from != 0)
		page_joinf(p, INDENT, STYLE_NOTE, " from %s", s->from_title);
	page_anchor(p, ANCHOR_ROLE, s->to_slug);
	say_why(&b, s);
	page_next(p);
	page_to(p, INDENT);
	page_join(p, INDENT, styles[s->edge], b.data);
	if (s->fact[0] != '\0')
		page_anchor(p, ANCHOR_FACT, s->fact);
	if (s->source != NULL)
		page_anchor(p, ANCHOR_SOURCE, s->source->key);
	page_anchor(p, ANCHOR_TERM, s->edge == EDGE_RELATED ? "related-occupation" : "transition");
	buf_free(&b);
}

static void
pair(struct page *p, const char *label, enum style style, const char *text)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s%s", p->opts.plain ? "" : "   ", label);
	page_pair(p, b.data, TEXT_AT, style, text);
	buf_free(&b);
}

/* Skills of one of the two kinds, as many as fit: "Python (must), SQL". */
static void
name_missing(struct page *p, const struct path_step *s, bool some, const char *label)
{
	struct buf b = BUF_INIT;
	size_t n = 0, named = 0, most = p->opts.details ? s->nmissing : NAMED;

	for (size_t i = 0; i < s->nmissing; i++) {
		const struct path_missing *m = &s->missing[i];

		if (m->some != some || n++ >= most)
			continue;
		buf_addf(&b, "%s%s", named++ > 0 ? ", " : "", m->w->name);
		if (!s->wants->rated && m->w->rank == RANK_MUST)
			buf_adds(&b, " (must)");
	}
	if (n > named)
		buf_addf(&b, "; %zu more", n - named);
	if (n > 0) {
		pair(p, label, STYLE_TEXT, b.data);
		page_anchor(p, ANCHOR_SKILL, s->missing[0].w->slug);
	}
	buf_free(&b);
}

static void
say_missing(struct page *p, const struct path_step *s)
{
	if (s->edge == EDGE_NEAREST)
		return;
	if (s->thin) {
		struct buf b = BUF_INIT;

		buf_addf(&b, "! too little known to judge: %zu skill%s listed", s->wants->own,
		    s->wants->own == 1 ? " is" : "s are");
		pair(p, "To learn", STYLE_WARN, b.data);
		buf_free(&b);
		return;
	}
	if (s->nmissing == 0)
		pair(p, "To learn", STYLE_TEXT, "nothing is missing");
	name_missing(p, s, false, "To learn");
	name_missing(p, s, true, "Better at");
}

static void
anchor_route(struct page *p, const struct route *r, const struct route_span *span)
{
	char key[48];

	if (span->figure != 0)
		page_anchor_id(p, ANCHOR_FIGURE, span->figure);
	if (r->row != 0)
		snprintf(key, sizeof key, "route:%lld", (long long)r->row);
	else
		snprintf(key, sizeof key, "program_fact:%lld", (long long)r->fact);
	if (r->row != 0 || r->fact != 0)
		page_anchor(p, ANCHOR_FACT, key);
	if (r->program[0] != '\0')
		page_anchor(p, ANCHOR_PROGRAM, r->program);
}

/* "Online MS, Georgia Tech: $7,000, 24 months" */
static void
route_says(struct buf *b, const struct route *r)
{
	struct money_span cost = {.lo = r->cost.low, .hi = r->cost.high, .currency = "USD"};

	buf_adds(b, r->name);
	if (r->program[0] != '\0' && r->summary[0] != '\0')
		buf_addf(b, ", %s", r->summary);
	buf_adds(b, ": ");
	if (isnan(cost.lo))
		buf_adds(b, "no price stated");
	else
		money_span(b, &cost, MONEY_SHORT);
	buf_adds(b, ", ");
	if (isnan(r->months.low))
		buf_adds(b, "no length stated");
	else
		months_span(b, r->months.low, r->months.high);
}

static void
route_line(struct page *p, const char *label, const struct route *r, const struct route_span *span)
{
	struct buf b = BUF_INIT;

	route_says(&b, r);
	pair(p, label, STYLE_TEXT, b.data);
	anchor_route(p, r, span);
	buf_free(&b);
}

/* "Python: Portfolio of projects (guide 2025); no way names Kubernetes" */
static void
say_named(struct page *p, const struct path_step *s)
{
	struct buf b = BUF_INIT, none = BUF_INIT;
	const struct route *first = NULL;

	for (size_t i = 0; i < s->nnamed; i++) {
		const struct path_named *n = &s->named[i];

		if (n->route == NULL) {
			buf_addf(&none, "%s%s", none.len > 0 ? ", " : "", n->w->name);
			continue;
		}
		buf_addf(&b, "%s%s: %s", b.len > 0 ? "; " : "", n->w->name, n->route->name);
		if (n->route->source != NULL)
			buf_addf(&b, " (%s)", n->route->source->short_name);
		first = first == NULL ? n->route : first;
	}
	if (none.len > 0)
		buf_addf(&b, "%sno way names %s", b.len > 0 ? "; " : "", none.data);
	if (b.len > 0)
		pair(p, "Named in", STYLE_TEXT, b.data);
	if (first != NULL)
		anchor_route(p, first, &first->cost);
	buf_free(&b);
	buf_free(&none);
}

/* How many more ways there are, and how they are seen. */
static void
say_more_routes(struct page *p, const struct path_step *s, size_t shown)
{
	if (s->routes.n <= shown)
		return;
	if (!p->opts.screen)
		page_joinf(p, TEXT_AT, STYLE_NOTE, " (career routes %s: %zu more)", s->to_slug,
		    s->routes.n - shown);
	else
		page_joinf(p, TEXT_AT, STYLE_NOTE, " (%zu more ways)", s->routes.n - shown);
}

/* The cheapest and the shortest way to its end; what the way is to have least of stands first. */
static void
say_route(struct page *p, const struct path_step *s, enum path_by by)
{
	const struct route *cheap = routes_cheapest(&s->routes),
			   *brief = routes_shortest(&s->routes);
	bool same = cheap == brief, time_first = by == PATH_MONTHS;

	if (s->edge == EDGE_NEAREST || s->gap <= 0)
		return;
	if (cheap == NULL && brief == NULL) {
		pair(p, "Route", STYLE_NOTE, "no price and no length is stated");
	} else {
		if (time_first && brief != NULL && !same)
			route_line(p, "Shortest", brief, &brief->months);
		if (cheap != NULL)
			route_line(p, "Cheapest", cheap, &cheap->cost);
		if (!time_first && brief != NULL && !same)
			route_line(p, "Shortest", brief, &brief->months);
	}
	say_more_routes(p, s, (cheap != NULL ? 1U : 0U) + (brief != NULL && !same ? 1U : 0U));
}

/* O*NET's job zones, where the step goes from one to another. */
static void
say_zone(struct page *p, const struct path_step *s)
{
	struct buf b = BUF_INIT;
	int by = s->zone - s->zone_from;

	if (s->zone == 0 || s->zone_from == 0 || by == 0)
		return;
	buf_addf(
	    &b, "%sjob zone %d after %d", by > 1 || by < -1 ? "! " : "", s->zone, s->zone_from);
	pair(p, "Education", by > 1 ? STYLE_WARN : STYLE_TEXT, b.data);
	page_anchor(p, ANCHOR_TERM, "job-zone");
	buf_free(&b);
}

void
path_step_page(struct page *p, const struct path_step *s, size_t i, enum path_by by)
{
	say_end(p, s, i);
	say_missing(p, s);
	say_named(p, s);
	say_route(p, s, by);
	say_zone(p, s);
}
