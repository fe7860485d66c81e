/*
 * routes_skill.c - what is missing, skill by skill, with the ways and programs whose words name it.
 */
#include "career/base/num.h"
#include "routes_draw.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { NAME_AT = 12, FEW = 2 };

/* Of routes and programs that name the skill. */
struct named {
	size_t routes, programs;
};

static struct named
count(const struct routes *r)
{
	struct named n = {0, 0};

	for (size_t i = 0; i < r->n && r->r[i].teaches[0] != '\0'; i++) {
		n.routes += r->r[i].row != 0;
		n.programs += r->r[i].row == 0;
	}
	return n;
}

static bool
is_named(const struct routes *r)
{
	struct named n = count(r);

	return n.routes + n.programs > 0;
}

/* "9 programs and 1 way" */
static void
count_words(struct buf *b, const struct routes *r)
{
	struct named n = count(r);

	if (n.programs > 0)
		buf_addf(b, "%zu program%s", n.programs, n.programs == 1 ? "" : "s");
	if (n.routes > 0)
		buf_addf(b, "%s%zu way%s", b->len > 0 ? " and " : "", n.routes,
		    n.routes == 1 ? "" : "s");
}

static void
named_anchors(struct page *p, const struct route *r)
{
	char key[48];

	if (r->row == 0) {
		routes_program_anchors(p, r);
		return;
	}
	snprintf(key, sizeof key, "route:%lld", (long long)r->row);
	page_anchor(p, ANCHOR_FACT, key);
}

/* " (guide 2025, names "data structures")": who speaks of a way, and by which words it names the skill. */
static void
add_why(struct buf *b, const struct route *r, const char *skill)
{
	const char *who = r->row != 0 && r->source != NULL ? r->source->short_name : "";
	bool other = strcasecmp(r->teaches, skill) != 0;

	if (r->by_field) {
		buf_addf(b, " (by its field, %s)", r->field);
		return;
	}
	if (*who == '\0' && !other)
		return;
	buf_addf(b, " (%s%s", who, *who != '\0' && other ? ", " : "");
	if (other)
		buf_addf(b, "names \"%s\"", r->teaches);
	buf_addc(b, ')');
}

/* "mooc: Machine Learning Engineer Nanodegree, Udacity: $1,200 in all (names "MLOps")" */
static void
named_line(struct page *p, int indent, const struct route *r, const char *skill)
{
	struct buf b = BUF_INIT, why = BUF_INIT;

	if (r->kind != ROUTE_OTHER)
		buf_addf(&b, "%s: ", route_kind_word(r->kind));
	page_line(p);
	page_to(p, indent);
	page_addf(p, STYLE_NOTE, "%s", b.data);
	buf_clear(&b);
	route_says(&b, r, p->opts.year_now);
	add_why(&why, r, skill);
	page_join(p, r->kind != ROUTE_OTHER ? indent + 2 : indent, STYLE_LINK, b.data);
	page_join(p, indent + 2, STYLE_NOTE, why.data);
	named_anchors(p, r);
	buf_free(&b);
	buf_free(&why);
}

/* What says more stands in front: a course before an exam, one with a price, the cheaper, then the shorter. */
static bool
is_better(const struct route *x, const struct route *y)
{
	if (x->exam != y->exam)
		return y->exam;
	if (x->by_field != y->by_field)
		return y->by_field;
	if (isnan(x->cost.low) != isnan(y->cost.low))
		return isnan(y->cost.low);
	if (x->cost.low < y->cost.low || x->cost.low > y->cost.low)
		return x->cost.low < y->cost.low;
	if (isnan(x->months.low) != isnan(y->months.low))
		return isnan(y->months.low);
	return x->months.low < y->months.low;
}

/* The best of one kind that names it; NULL: none. */
static const struct route *
best_of(const struct routes *r, int kind, bool program)
{
	const struct route *best = NULL;

	for (size_t i = 0; i < r->n && r->r[i].teaches[0] != '\0'; i++)
		if ((int)r->r[i].kind == kind && (r->r[i].row == 0) == program
		    && (best == NULL || is_better(&r->r[i], best)))
			best = &r->r[i];
	return best;
}

/* Of each kind the best, the best of all first. */
static size_t
best_of_kinds(const struct routes *r, bool program, const struct route **out)
{
	size_t n = 0;

	for (int k = 0; k < ROUTE_KINDS; k++) {
		const struct route *best = best_of(r, k, program);
		size_t at = n;

		if (best == NULL)
			continue;
		for (n++; at > 0 && is_better(best, out[at - 1]); at--)
			out[at] = out[at - 1];
		out[at] = best;
	}
	return n;
}

/* At most `most`: programs, then ways. */
static void
named_lines(struct page *p, int indent, const struct routes *r, const char *skill, size_t most)
{
	const struct route *best[2 * ROUTE_KINDS];
	size_t n = best_of_kinds(r, true, best);

	n += best_of_kinds(r, false, best + n);
	for (size_t i = 0; i < n && i < most; i++)
		named_line(p, indent, best[i], skill);
}

/* All, kind by kind. */
static void
all_lines(struct page *p, int indent, const struct routes *r, const char *skill)
{
	for (size_t i = 0; i < r->n && r->r[i].teaches[0] != '\0'; i++)
		named_line(p, indent, &r->r[i], skill);
}

static void
study_lines(struct page *p, int indent, const struct routes *r, size_t most)
{
	for (size_t i = 0; i < r->nstudy && i < most; i++) {
		char query[300];
		struct buf n = BUF_INIT;

		num_full(&n, (double)r->study[i].programs);
		snprintf(query, sizeof query, "programs field:\"%s\"", r->study[i].field);
		page_line(p);
		page_to(p, indent);
		page_addf(p, STYLE_NOTE, "degree: ");
		page_joinf(p, indent + 2, STYLE_LINK, "%s programs of College Scorecard in %s",
		    n.data, r->study[i].field);
		page_anchor(p, ANCHOR_QUERY, query);
		page_anchor(p, ANCHOR_TERM, "college-scorecard");
		buf_free(&n);
	}
}

/* --- on the way to a role -------------------------------------------------------------------- */

/* What one says of it: also that one has it by now. */
static void
say_having(struct page *p, const struct gap_row *g)
{
	if (g->how != HAVE_NOT)
		page_addf(p, STYLE_TEXT, " (%s)", having_word(g->how));
}

static void
missing_line(struct page *p, const struct gap_row *g, const struct routes *r)
{
	struct buf b = BUF_INIT;

	count_words(&b, r);
	page_line(p);
	page_addf(p, STYLE_LABEL, " %s", skill_rank_word(g->w->rank));
	page_to(p, NAME_AT);
	page_add(p, STYLE_VALUE, g->w->name);
	say_having(p, g);
	page_right(p, STYLE_NOTE, b.data);
	page_anchor(p, ANCHOR_SKILL, g->w->slug);
	buf_free(&b);
	if (p->opts.details)
		all_lines(p, NAME_AT, r, g->w->name);
	else
		named_lines(p, NAME_AT, r, g->w->name, FEW);
	study_lines(p, NAME_AT, r, 1);
}

static bool
has_any(const struct routes *r)
{
	return is_named(r) || r->nstudy > 0;
}

static void
say_unnamed(struct page *p, const struct routes_shown *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->nskill; i++) {
		const struct gap_row *g = &s->gap->row[i];

		if (has_any(&s->skill[i]))
			continue;
		if (n++ == 0) {
			page_blank(p);
			page_heading(p, "Missing, named by nothing here", NULL);
			page_wrapf(p, 1, STYLE_NOTE,
			    "The ways to %s lead there, but nobody says which of them teaches it.",
			    s->title);
		}
		page_line(p);
		page_addf(p, STYLE_LABEL, " %s", skill_rank_word(g->w->rank));
		page_to(p, NAME_AT);
		page_add(p, STYLE_VALUE, g->w->name);
		say_having(p, g);
		page_anchor(p, ANCHOR_SKILL, g->w->slug);
	}
}

void
routes_say_missing(struct page *p, const struct routes_shown *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->nskill; i++) {
		if (!has_any(&s->skill[i]))
			continue;
		if (n++ == 0) {
			page_blank(p);
			page_heading(p, "Missing, in the order to learn", "gap");
			page_wrap(p, 1, STYLE_NOTE,
			    "With what names it or a tool of it; nobody states that it teaches the skill.");
		}
		missing_line(p, &s->gap->row[i], &s->skill[i]);
	}
	say_unnamed(p, s);
}

/* --- a skill alone --------------------------------------------------------------------------- */

static void
say_answer(struct page *p, const struct skill_routes *s)
{
	struct named n = count(&s->routes);
	struct buf b = BUF_INIT;

	count_words(&b, &s->routes);
	if (b.len > 0)
		page_wrapf(p, 0, STYLE_VALUE, "%s %s it or a tool of it. Nobody states that %s it.",
		    b.data, n.routes + n.programs == 1 ? "names" : "name",
		    n.routes + n.programs == 1 ? "it teaches" : "they teach");
	else
		page_wrap(p, 0, STYLE_VALUE, "No way and no program here names it.");
	page_anchor(p, ANCHOR_TERM, "route");
	buf_free(&b);
}

/* Ways that lead to a role that wants it, each once. */
static void
say_leading(struct page *p, const struct skill_routes *s)
{
	const struct routes *r = &s->routes;
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++) {
		const struct route *x = &r->r[i];
		size_t k = 0;

		while (k < i && (r->r[k].row == 0 || strcmp(r->r[k].slug, x->slug) != 0))
			k++;
		if (x->teaches[0] != '\0' || x->row == 0 || k < i)
			continue;
		if (n++ == 0) {
			page_blank(p);
			page_heading(p,
			    s->role[0] != '\0' ? "Other ways to the role"
					       : "Ways to roles that want it",
			    "route");
		}
		page_line(p);
		page_addf(p, STYLE_LABEL, " %s", route_kind_word(x->kind));
		page_to(p, NAME_AT + 3);
		page_join(p, NAME_AT + 3, STYLE_VALUE, x->name);
		if (x->source != NULL)
			page_right(p, STYLE_NOTE, x->source->short_name);
		named_anchors(p, x);
	}
}

void
page_skill_routes(struct page *p, const struct skill_routes *s)
{
	page_line(p);
	page_addf(p, STYLE_HEADING, "%s: ways to learn it%s%s", s->name,
	    s->role[0] != '\0' ? ", on the way to " : "", s->role);
	page_anchor(p, ANCHOR_SKILL, s->slug);
	page_rule(p);
	say_answer(p, s);
	if (has_any(&s->routes))
		page_blank(p);
	all_lines(p, 1, &s->routes, s->name);
	study_lines(p, 1, &s->routes, ROUTE_STUDIES);
	say_leading(p, s);
	page_close(p);
}
