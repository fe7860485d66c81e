/*
 * routes.c - the page of the ways to a role: the answer, what each costs, what is missing, the ways, what is asked for.
 */
#include "career/page/routes.h"

#include "career/base/num.h"
#include "career/page/money.h"
#include "occupation.h"
#include "routes_draw.h"
#include "say.h"

#include <math.h>
#include <string.h>

const char *
routes_kind_head(enum route_kind k)
{
	static const char *const heads[ROUTE_KINDS] = {
	    [ROUTE_DEGREE] = "Degree",
	    [ROUTE_BOOTCAMP] = "Bootcamp",
	    [ROUTE_CERTIFICATION] = "Certificate",
	    [ROUTE_MOOC] = "Online courses (MOOC)",
	    [ROUTE_SELF_STUDY] = "Teaching yourself",
	    [ROUTE_OTHER] = "And besides",
	};

	return heads[k];
}

const char *
routes_award_word(const char *award)
{
	static const struct {
		const char *award, *says;
	} words[] = {
	    {"associate", "associate degree"},
	    {"bachelor", "bachelor's degree"},
	    {"master", "master's degree"},
	    {"mba", "MBA"},
	    {"doctorate", "doctorate"},
	    {"first-professional", "first professional degree"},
	    {"professional-certificate", "vendor certificate"},
	    {"post-baccalaureate-certificate", "post-bachelor certificate"},
	    {"graduate-certificate", "graduate certificate"},
	    {"mooc", "online course"},
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].award, award) == 0)
			return words[i].says;
	return award;
}

bool
routes_are_near(const struct routes *r)
{
	return r->nstudy > 0 && r->study[0].nearest[0] != '\0';
}

bool
routes_load(struct routes_shown *out, struct reader *r, const struct skillset *to,
    const struct gap *gap, struct arena *a, struct err *e)
{
	struct route_book *book;
	bool ok;

	*out =
	    (struct routes_shown){.id = to->role, .slug = to->slug, .title = to->title, .gap = gap};
	ok = routes_of_role(&out->role, r->db, &r->sources, to->role, a, e)
	    && routes_studies(&out->role, r->db, to->role, a, e);
	while (gap != NULL && out->nskill < gap->n && gap->row[out->nskill].part == GAP_MISSING)
		out->nskill++;
	if (!ok || gap == NULL || out->nskill == 0)
		return ok;
	out->skill = arena_alloc(a, out->nskill * sizeof *out->skill);
	ok = route_book_read(&book, r->db, &r->sources, a, e);
	for (size_t i = 0; ok && i < out->nskill; i++)
		ok = route_book_skill(&out->skill[i], book, gap->row[i].w->skill, &out->role, e);
	return ok;
}

/* --- the answer ------------------------------------------------------------------------------ */

/* "Cheapest with a stated price: $539, a vendor certificate: IBM Data Science Professional Certificate" */
static void
add_least(struct buf *b, const char *lead, const struct route *r, bool money)
{
	double months = round(10 * r->months.low) / 10;

	buf_adds(b, lead);
	if (money)
		money_full(b, r->cost.low, "USD");
	else
		months_span(b, months, months);
	if (r->row == 0)
		buf_addf(b, ", %s: %s", routes_award_word(r->award), r->name);
	else
		buf_addf(b, ", %s", r->name);
}

static void
least_anchors(struct page *p, const struct route *r, int64_t figure)
{
	if (r->row == 0)
		routes_program_anchors(p, r);
	else if (figure != 0)
		page_anchor_id(p, ANCHOR_FIGURE, figure);
}

static size_t
kinds_of(const struct routes *r)
{
	bool has[ROUTE_KINDS] = {false};
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		has[r->r[i].kind] = true;
	for (size_t i = 0; i < r->naward; i++)
		has[r->award[i].kind] = true;
	for (int k = 0; k < ROUTE_KINDS; k++)
		n += has[k];
	return n;
}

/* "204 programs here fit by field of study, 18,172 of College Scorecard through ~ occupations near it" */
static void
say_programs(struct buf *b, const struct routes *r)
{
	size_t here = 0, colleges = 0;

	for (size_t i = 0; i < r->naward; i++) {
		here += r->award[i].n;
		colleges += r->award[i].colleges;
	}
	if (here > 0 || colleges == 0) {
		num_full(b, (double)here);
		buf_addf(b, " program%s here fit%s by field of study", here == 1 ? "" : "s",
		    here == 1 ? "s" : "");
	}
	if (colleges == 0)
		return;
	buf_adds(b, here > 0 ? ", " : "");
	num_full(b, (double)colleges);
	buf_addf(b, "%s of College Scorecard %s", here > 0 ? "" : " programs",
	    routes_are_near(r) ? "through ~ occupations near it"
			       : "are in officially linked fields");
}

static void
say_answer(struct page *p, const struct routes_shown *s)
{
	const struct route *cheap = routes_cheapest(&s->role), *brief = routes_shortest(&s->role);
	struct buf b = BUF_INIT;

	if (s->role.n + s->role.naward == 0) {
		page_wrapf(p, 0, STYLE_VALUE, "No source here names a way to %s.", s->title);
		page_anchor(p, ANCHOR_TERM, "route");
		return;
	}
	say_programs(&b, &s->role);
	page_wrapf(p, 0, STYLE_VALUE,
	    "%zu kind%s of ways lead to it; %s. None is said to be enough alone.",
	    kinds_of(&s->role), kinds_of(&s->role) == 1 ? "" : "s", b.data);
	page_anchor(p, ANCHOR_TERM, "route");
	if (cheap != NULL) {
		buf_clear(&b);
		add_least(&b, "Cheapest with a stated price: ", cheap, true);
		say_age(&b, cheap->as_of, p->opts.year_now);
		page_wrapf(p, 0, STYLE_TEXT, "%s.", b.data);
		least_anchors(p, cheap, cheap->cost.figure);
	}
	if (brief != NULL) {
		buf_clear(&b);
		add_least(&b, "Shortest with a stated length: ", brief, false);
		page_wrapf(p, 0, STYLE_TEXT, "%s.", b.data);
		least_anchors(p, brief, brief->months.figure);
	}
	buf_free(&b);
}

/* "Missing: 15 skills; 7 named by a way or a program, 8 by none." */
static void
say_counted(struct page *p, const struct routes_shown *s)
{
	size_t named = 0, all = 0;

	for (size_t i = 0; i < s->nskill; i++) {
		if (s->gap->row[i].missing <= 0)
			continue;
		all++;
		named += s->skill[i].n > 0 || s->skill[i].nstudy > 0;
	}
	if (all == 0)
		return;
	if (named == 0 || named == all)
		page_wrapf(p, 0, STYLE_TEXT,
		    "Missing: %zu skill%s, %s named by a way or a program here.", all,
		    all == 1 ? "" : "s",
		    named == 0     ? "none"
			: all == 1 ? "which is"
				   : "all");
	else
		page_wrapf(p, 0, STYLE_TEXT,
		    "Missing: %zu skills; %zu named by a way or a program, %zu by none.", all,
		    named, all - named);
	page_anchor(p, ANCHOR_TERM, "gap");
}

/* --- the page -------------------------------------------------------------------------------- */

static bool
say_asked(struct role_ctx *c, struct err *e)
{
	size_t before;

	page_blank(c->p);
	before = c->begin = c->p->nlines;
	if (!role_requirements(c, e))
		return false;
	if (c->nothing == c->p->nlines)
		page_cut(c->p, before);
	return occupation_break_in(c, e) && role_claims(c, ROLE_BREAK_IN, e);
}

bool
page_routes(struct page *p, struct reader *r, const struct routes_shown *s, struct err *e)
{
	struct arena a;
	struct role_ctx c = {
	    .p = p, .r = r, .a = &a, .id = s->id, .level = LEVEL_ENTRY, .elsewhere = true};
	bool ok;

	arena_init(&a);
	page_line(p);
	page_addf(p, STYLE_HEADING, "%s: ways there", s->title);
	page_anchor(p, ANCHOR_ROLE, s->slug);
	page_rule(p);
	say_answer(p, s);
	ok = role_load(&c, e) && occupation_load(&c, e) && role_degree(&c, e);
	if (ok) {
		say_counted(p, s);
		routes_say_costs(p, s);
		routes_say_months(p, s);
		routes_say_missing(p, s);
	}
	ok = ok && routes_say_ways(p, r, s, &a, e) && say_asked(&c, e);
	page_close(p);
	arena_free(&a);
	return ok;
}
