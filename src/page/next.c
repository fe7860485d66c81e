/* next.c - what comes next, a line for each section of Plan. */
#include "career/page/next.h"

#include "career/page/money.h"
#include "career/page/near.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_AT = 16, NAMED = 4 };

/* --- what it is made of ---------------------------------------------------------------------- */

static bool
load_interests(struct next *n, struct reader *r, struct profile *p, struct arena *a, struct err *e)
{
	struct interest_items items;
	struct stmt *st = db_query(r->db, "any_interest", e);

	if (st == NULL)
		return false;
	n->has_interests = stmt_step(st, e) == 1 && stmt_int(st, 0) != 0;
	stmt_reset(st);
	return !n->has_interests
	    || (interest_items(&items, a, e) && interests_read(&n->interests, &items, p, e));
}

/* The present job; one that the catalog no longer has is none. */
static bool
load_from(struct next *n, struct reader *r, struct profile *p, struct arena *a, struct err *e)
{
	char *slug = p != NULL ? profile_get(p, "from") : NULL;
	struct stmt *st = slug != NULL ? db_query(r->db, "start_role", e) : NULL;
	bool ok = slug == NULL || st != NULL;
	int step = 0;

	n->from = "";
	if (st != NULL) {
		stmt_bind_text(st, 1, slug);
		step = stmt_step(st, e);
		ok = step >= 0;
	}
	if (step == 1) {
		n->from_id = stmt_int(st, 0);
		n->from = arena_dup(a, stmt_str(st, 2));
	}
	if (st != NULL)
		stmt_reset(st);
	free(slug);
	return ok;
}

/* What is read of the catalog for the role, beside what one has. */
static bool
load_role(struct next *n, struct reader *r, struct arena *a, struct err *e)
{
	const struct haves *have = &n->mine->have;

	return (n->to.rated || have->n == 0 || opens_load(&n->opens, r->db, have, false, 1, a, e))
	    && near_load(&n->near, r->db, n->to.role, false, 1, a, e)
	    && routes_of_role(&n->routes, r->db, &r->sources, n->to.role, a, e);
}

bool
next_load(struct next *out, struct reader *r, struct profile *p, const struct mine *mine,
    int64_t role, struct arena *a, struct err *e)
{
	*out = (struct next){.mine = mine};
	if (!skillset_load(&out->to, r->db, &r->sources, role, a, e))
		return false;
	gap_make(&out->gap, &out->to, &mine->have, a);
	return load_from(out, r, p, a, e) && load_role(out, r, a, e)
	    && changes_read(&out->changes, r->db, &r->sources, p, a, e)
	    && load_interests(out, r, p, a, e);
}

/* --- the page -------------------------------------------------------------------------------- */

/* A label that leads to a section. */
static void
lead(struct page *p, const char *label, enum style style, const char *text, const char *section)
{
	char command[40] = "plan ";

	strncat(command, section, sizeof command - 6);
	page_pair(p, label, TEXT_AT, style, text);
	page_anchor(p, ANCHOR_COMMAND, command);
}

static void
say_have(struct page *p, const struct next *n)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, "You: ");
	gap_says(&n->gap, &b);
	page_wrap(p, 0, STYLE_VALUE, b.data);
	page_anchor(p, ANCHOR_COMMAND, "plan gap");
	buf_free(&b);
}

/* What is missing, as far as there is room for names; a skill leads to its own page. */
static void
say_learn(struct page *p, const struct next *n)
{
	struct buf b = BUF_INIT;
	size_t named = 0;

	for (size_t i = 0; i < n->gap.n && named < NAMED; i++) {
		const struct gap_row *r = &n->gap.row[i];

		if (!r->counts || r->missing <= 0)
			continue;
		buf_addf(&b, "%s%s (%s%s)", named++ > 0 ? ", " : "", r->w->name,
		    skill_rank_word(r->w->rank), r->how == HAVE_LEARNING ? ", learning" : "");
	}
	if (n->gap.missing > named)
		buf_addf(&b, "; %zu more", n->gap.missing - named);
	if (named > 0)
		lead(p, "Learn next", STYLE_TEXT, b.data, "gap");
	buf_free(&b);
}

static void
say_opens(struct page *p, const struct next *n)
{
	const struct opens *o = n->opens.n > 0 ? &n->opens.skill[0] : NULL;
	struct buf b = BUF_INIT;

	if (o == NULL)
		return;
	buf_adds(&b, o->name);
	if (o->opens > 0)
		buf_addf(&b, ": with it you would have all musts of %zu more role%s", o->opens,
		    o->opens == 1 ? "" : "s");
	else
		buf_addf(&b, ": a must that is missing in %zu role%s; alone it opens none",
		    o->musts, o->musts == 1 ? "" : "s");
	lead(p, "Opens most", STYLE_TEXT, b.data, "near");
	buf_free(&b);
}

static bool
say_near(struct page *p, struct reader *r, const struct next *n, struct err *e)
{
	const struct near *near = n->near.roles.n > 0 ? &n->near.roles.near[0] : NULL;
	struct buf b = BUF_INIT, pay = BUF_INIT;
	bool ok = true;

	if (near != NULL) {
		if (near->alike < NEAR_VIABLE)
			buf_adds(&b, "none is near; the closest: ");
		buf_addf(&b, "%s, %.0f%% alike", near->title, 100 * near->alike);
		ok = near_pay(r, near->role, &pay, e);
		buf_addf(&b, ", %s", pay.len > 0 ? pay.data : "no pay stated");
		lead(p, "Nearest role", STYLE_TEXT, b.data, "near");
	}
	buf_free(&pay);
	buf_free(&b);
	return ok;
}

static void
say_path(struct page *p, const struct next *n)
{
	struct buf b = BUF_INIT;

	if (n->from_id == n->to.role) {
		lead(p, "Way there", STYLE_TEXT, "it is the job that you have now", "path");
		return;
	}
	buf_addf(&b, "from %s, step by step", n->from[0] != '\0' ? n->from : "what you have");
	lead(p, "Way there", STYLE_TEXT, b.data, "path");
	buf_free(&b);
}

static size_t
kinds_of(const struct routes *r)
{
	bool there[ROUTE_KINDS] = {false};
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++) {
		n += !there[r->r[i].kind];
		there[r->r[i].kind] = true;
	}
	return n;
}

/* "6 kinds of ways, 204 programs by field of study; the lowest price stated: $539, name" */
static void
say_routes(struct page *p, const struct next *n)
{
	const struct route *cheap = routes_cheapest(&n->routes);
	const struct route *brief = routes_shortest(&n->routes);
	size_t kinds = kinds_of(&n->routes);
	struct buf b = BUF_INIT;

	if (kinds > 0)
		buf_addf(&b, "%zu kind%s of ways, ", kinds, kinds == 1 ? "" : "s");
	buf_addf(&b, "%zu program%s by field of study", n->routes.programs,
	    n->routes.programs == 1 ? "" : "s");
	if (cheap != NULL) {
		const struct money_span s = {
		    .lo = cheap->cost.low, .hi = cheap->cost.low, .currency = "USD"};

		buf_adds(&b, "; the lowest price stated: ");
		money_span(&b, &s, MONEY_SHORT);
		buf_addf(&b, ", %s", cheap->name);
	}
	if (brief != NULL)
		buf_addf(&b, "; the shortest: %.4g months, %s", brief->months.low, brief->name);
	lead(p, "Routes", STYLE_TEXT, b.data, "routes");
	buf_free(&b);
}

static void
say_kept(struct page *p, const struct next *n)
{
	struct buf b = BUF_INIT;

	if (n->changes.n > 0) {
		buf_addf(&b, "%zu thing%s", n->changes.n, n->changes.n == 1 ? "" : "s");
		lead(p, "Shortlist", STYLE_TEXT, b.data, "shortlist");
		buf_clear(&b);
		changes_say(&n->changes, &b);
		lead(p, "Since then", n->changes.changed > 0 ? STYLE_WARN : STYLE_TEXT, b.data,
		    "history");
	}
	if (n->has_interests) {
		buf_clear(&b);
		buf_addf(&b, "%zu of %d answered: what you would like to do", n->interests.answered,
		    INTEREST_ITEMS);
		lead(p, "Interests", STYLE_TEXT, b.data, "interests");
	}
	buf_free(&b);
}

/* Nothing is said yet: where to begin. */
static void
say_example(struct page *p, const struct next *n)
{
	if (n->mine->n > 0)
		return;
	page_blank(p);
	if (!p->opts.screen) {
		page_wrap(
		    p, 0, STYLE_TEXT, "Nothing is said of you yet. Begin with what you know:");
		if (n->gap.n > 0)
			page_wrapf(p, 4, STYLE_TEXT, "career skills set %s", n->gap.row[0].w->slug);
		return;
	}
	page_wrapf(p, 0, STYLE_TEXT,
	    "Nothing is said of you yet. Begin with what you know: Enter here opens the skills that %s "
	    "wants, and H says of one what you have of it.",
	    n->to.title);
	page_anchor(p, ANCHOR_COMMAND, "plan gap");
}

bool
page_plan_next(struct page *p, struct reader *r, const struct next *n, struct err *e)
{
	bool ok;

	page_line(p);
	page_addf(p, STYLE_HEADING, "%s: what comes next", n->to.title);
	page_anchor(p, ANCHOR_ROLE, n->to.slug);
	page_rule(p);
	say_have(p, n);
	say_example(p, n);
	page_blank(p);
	say_learn(p, n);
	say_opens(p, n);
	ok = say_near(p, r, n, e);
	say_path(p, n);
	say_routes(p, n);
	lead(p, "Rank", STYLE_TEXT, "roles in order of what matters to you", "rank");
	say_kept(p, n);
	page_close(p);
	return ok;
}
