/*
 * role_summary.c - the top of a role's page: the answers, each with who says so.
 */
#include "career/base/text.h"
#include "role.h"

#include <stdlib.h>
#include <string.h>

static void
what_it_is(struct role_ctx *c)
{
	if (c->summary != NULL)
		page_wrap(c->p, 0, STYLE_TEXT, c->summary);
	if (c->is_not != NULL)
		page_wrap(c->p, 0, STYLE_TEXT, c->is_not);
	if (c->summary != NULL || c->is_not != NULL)
		page_blank(c->p);
}

/* --- skills ----------------------------------------------------------------------------------- */

enum { MUST = 0, SKIP = 3, NAMED = 6, ENOUGH = 3 };

/* Names of the skills of a tier. Those of the field are only counted when the role has enough of its own. */
struct names {
	struct buf words;
	size_t own, named, more;
	bool disputed;
};

static void
take_name(struct names *n, struct stmt *st)
{
	bool borrowed = stmt_int(st, 13) != 0;

	n->own += !borrowed;
	if (n->named >= NAMED || (borrowed && n->own >= ENOUGH)) {
		n->more++;
		return;
	}
	buf_addf(&n->words, "%s%s%s", n->named++ > 0 ? ", " : "", stmt_str(st, 2),
	    stmt_int(st, 11) ? " (disputed)" : "");
	n->disputed = n->disputed || stmt_int(st, 11) != 0;
}

static bool
skills_of(struct role_ctx *c, const char *label, int tier, struct err *e)
{
	struct stmt *st = role_query(c, "role_skills", false, e);
	struct names n = {.words = BUF_INIT};
	bool ok = st != NULL;
	int64_t last = 0;

	while (ok && role_next(st, &ok, e)) {
		if (stmt_int(st, 1) == tier && stmt_int(st, 12) != last)
			take_name(&n, st);
		last = stmt_int(st, 12);
	}
	if (n.more > 0)
		buf_addf(&n.words, "; and %zu more%s", n.more,
		    n.own == n.named && n.own < NAMED ? " in the whole field" : "");
	if (ok && n.words.len > 0) {
		role_value(c, label, n.disputed, n.words.data);
		page_anchor(c->p, ANCHOR_SECTION, "Skills");
		page_anchor(c->p, ANCHOR_TERM, tier == MUST ? "must" : "skip");
	}
	buf_free(&n.words);
	return ok;
}

/* --- the rest --------------------------------------------------------------------------------- */

static bool
week(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_day_shares", false, e);
	struct buf b = BUF_INIT;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e))
		buf_addf(&b, "%s%g%% %s", b.len > 0 ? ", " : "", stmt_num(st, 2), stmt_str(st, 1));
	if (ok && b.len > 0) {
		buf_adds(&b, " (1 guide's guess)");
		page_pair(c->p, "Your week", role_column(c), STYLE_VALUE, b.data);
		page_anchor(c->p, ANCHOR_SECTION, "Day");
	}
	buf_free(&b);
	return ok;
}

static bool
cards(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_cards", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		const char *key = arena_printf(c->a, "card:%lld", (long long)stmt_int(st, 0));

		if (!headed) {
			page_rule(c->p);
			page_heading(c->p, "The page's own headline cards, as printed", "card");
		}
		headed = true;
		page_line(c->p);
		page_addf(c->p, STYLE_VALUE, "\"%s\" %s", stmt_str(st, 1), stmt_str(st, 2));
		page_right(c->p, STYLE_NOTE, stmt_str(st, 4));
		page_anchor(c->p, ANCHOR_FACT, key);
		page_wrapf(c->p, 2, STYLE_TEXT, "%s", stmt_str(st, 3));
		page_anchor(c->p, ANCHOR_FACT, key);
	}
	return ok;
}

static bool
contrasts(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_contrasts", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "What it is not", NULL);
		}
		headed = true;
		page_line(c->p);
		page_addf(c->p, STYLE_LABEL, "%s: ", stmt_str(st, 1));
		page_joinf(c->p, 2, STYLE_TEXT, "%s (%s)", stmt_str(st, 2), stmt_str(st, 3));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "contrast:%lld", (long long)stmt_int(st, 0)));
		if (!stmt_null(st, 4))
			page_anchor(c->p, ANCHOR_ROLE, arena_dup(c->a, stmt_str(st, 4)));
	}
	return ok;
}

/* A labelled list of short phrases. */
static bool
phrases(struct role_ctx *c, const char *query, const char *label, struct err *e)
{
	struct stmt *st = role_query(c, query, false, e);
	struct buf b = BUF_INIT;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e))
		buf_addf(&b, "%s%s", b.len > 0 ? ", " : "", stmt_str(st, 0));
	if (ok && b.len > 0)
		page_pair(c->p, label, role_column(c), STYLE_TEXT, b.data);
	buf_free(&b);
	return ok;
}

/* Folded names that stand on the page already. */
struct seen {
	const char **name;
	size_t n, cap;
};

/* Whether two folded names are one, but for a plural s. */
static bool
same_name(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b), n = la < lb ? la : lb;

	return strncmp(a, b, n) == 0 && la - n + lb - n < 2
	    && (la == lb || (la > lb ? a : b)[n] == 's');
}

/* Notes a name; false when it stands there already. */
static bool
see(struct role_ctx *c, struct seen *s, const char *name)
{
	struct buf fold = BUF_INIT;
	bool known = false;

	text_fold(&fold, name, strlen(name));
	for (size_t i = 0; i < s->n; i++)
		known = known || same_name(s->name[i], fold.data);
	s->name = mem_reserve(s->name, &s->cap, s->n + 1, sizeof *s->name);
	s->name[s->n++] = arena_dup(c->a, fold.data);
	buf_free(&fold);
	return !known;
}

/* The other names, without those that are the title or another name, or the plural of one. */
static bool
aliases(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_aliases", false, e);
	struct seen seen = {0};
	struct buf b = BUF_INIT;
	bool ok = st != NULL;

	see(c, &seen, c->title);
	while (ok && role_next(st, &ok, e))
		if (see(c, &seen, stmt_str(st, 0)))
			buf_addf(&b, "%s%s", b.len > 0 ? ", " : "", stmt_str(st, 0));
	if (ok && b.len > 0)
		page_pair(c->p, "Also called", role_column(c), STYLE_TEXT, b.data);
	free(seen.name);
	buf_free(&b);
	return ok;
}

/* Whether the lines from `from` on say nothing but that no source states it. */
static bool
said_nothing(const struct role_ctx *c, size_t from)
{
	return c->p->nlines == from + 1 && c->nothing == c->p->nlines;
}

/* Pay and growth, or one line for what no source states. */
static bool
answers(struct role_ctx *c, struct err *e)
{
	size_t from = c->p->nlines;
	bool pay, growth;

	if (!role_pay_answers(c, e))
		return false;
	pay = said_nothing(c, from);
	if (pay)
		page_cut(c->p, from);
	from = c->p->nlines;
	if (!role_growth_answer(c, e))
		return false;
	growth = said_nothing(c, from);
	if (growth)
		page_cut(c->p, from);
	if (pay || growth)
		page_wrapf(c->p, 0, STYLE_NOTE, "No source states %s%s%s%s.",
		    c->summary == NULL ? "what it is, " : "", pay ? "what it pays" : "",
		    pay && growth ? " or " : "", growth ? "how it grows" : "");
	else if (c->summary == NULL)
		role_nothing(c, "What it is");
	return true;
}

bool
role_summary(struct role_ctx *c, struct err *e)
{
	what_it_is(c);
	if (!answers(c, e) || !role_degree(c, e) || !skills_of(c, "Learn first", MUST, e)
	    || !skills_of(c, "Skip", SKIP, e) || !week(c, e))
		return false;
	if (c->like != NULL)
		page_pair(c->p, "You will like", role_column(c), STYLE_TEXT, c->like);
	if (c->dislike != NULL)
		page_pair(c->p, "You will not", role_column(c), STYLE_TEXT, c->dislike);
	return phrases(c, "role_duties", "You do", e)
	    && phrases(c, "role_partners", "You work with", e) && aliases(c, e) && contrasts(c, e)
	    && role_claims(c, ROLE_SUMMARY, e) && cards(c, e);
}
