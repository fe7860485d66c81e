/*
 * role_summary.c - the top of a role's page: the answers, each with who says so.
 */
#include "career/base/text.h"
#include "occupation.h"
#include "say.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* What links made of a set's description is said by the set, with its source. */
static bool
what_it_is(struct role_ctx *c, struct err *e)
{
	if (c->summary != NULL && !c->imported)
		page_wrap(c->p, 0, STYLE_TEXT, c->summary);
	if (!occupation_what(c, e))
		return false;
	if (c->is_not != NULL)
		page_wrap(c->p, 0, STYLE_TEXT, c->is_not);
	role_gap(c);
	return true;
}

/* --- skills ----------------------------------------------------------------------------------- */

enum { NAMED = 6, ENOUGH = 3 };

static const char *const tiers[] = {[ROLE_MUST] = "must",
    [ROLE_IMPORTANT] = "important",
    [ROLE_NICE] = "nice",
    [ROLE_SKIP] = "skip"};

static void
take_name(struct role_names *n, struct stmt *st)
{
	bool borrowed = stmt_int(st, 13) != 0, disputed = stmt_int(st, 11) != 0;

	n->own += !borrowed;
	if (n->named >= NAMED || (borrowed && n->own >= ENOUGH)) {
		n->more++;
		return;
	}
	buf_addf(&n->words, "%s%s%s", n->named++ > 0 ? ", " : "", stmt_str(st, 2),
	    disputed ? " (disputed)" : "");
	n->disputed = n->disputed || disputed;
	n->open = true;
}

/* Counts a publisher once. */
static void
take_publisher(struct role_ctx *c, struct role_names *n, const char *publisher)
{
	for (size_t i = 0; i < n->publishers; i++)
		if (strcmp(n->publisher[i], publisher) == 0)
			return;
	n->publisher = mem_reserve(n->publisher, &n->cap, n->publishers + 1, sizeof *n->publisher);
	n->publisher[n->publishers++] = arena_dup(c->a, publisher);
}

bool
role_skill_names(struct role_ctx *c, int tier, struct role_names *n, struct err *e)
{
	struct stmt *st = role_query(c, "role_skills", false, e);
	bool ok = st != NULL;
	int64_t last = 0;

	*n = (struct role_names){.words = BUF_INIT};
	while (ok && role_next(st, &ok, e)) {
		if (stmt_int(st, 1) == tier && stmt_int(st, 12) != last) {
			n->open = false;
			take_name(n, st);
		}
		/* Only who names a skill that stands here, and for this tier. */
		if (stmt_int(st, 1) == tier && n->open && stmt_int(st, 5) == stmt_int(st, 13)
		    && !stmt_null(st, 3) && strcmp(stmt_str(st, 3), tiers[tier]) == 0)
			take_publisher(c, n, stmt_str(st, 14));
		last = stmt_int(st, 12);
	}
	if (n->more > 0)
		buf_addf(&n->words, "; and %zu more%s", n->more,
		    n->own == n->named && n->own < NAMED ? " in the whole field" : "");
	return ok;
}

void
role_names_free(struct role_names *n)
{
	buf_free(&n->words);
	free(n->publisher);
}

static bool
skills_of(struct role_ctx *c, const char *label, int tier, struct err *e)
{
	struct role_names n;
	bool ok = role_skill_names(c, tier, &n, e);

	if (ok && n.words.len > 0) {
		role_value(c, label, n.disputed, n.words.data);
		page_anchor(c->p, ANCHOR_SECTION, "Skills");
		page_anchor(c->p, ANCHOR_TERM, tiers[tier]);
	}
	role_names_free(&n);
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
			page_blank(c->p);
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
			page_heading(c->p, "What it is not", "contrast");
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

/* Codes as their lists write them: ["soc:15-2051"] is "SOC 15-2051". */
static void
code_words(struct buf *b, const char *json)
{
	struct buf codes = BUF_INIT;

	role_join(&codes, json);
	for (const char *s = codes.data; *s != '\0';) {
		size_t len = strcspn(s, ":");

		if (strncmp(s, "onet:", 5) == 0)
			buf_adds(b, "O*NET");
		else
			for (size_t i = 0; i < len; i++)
				buf_addc(b, (char)toupper((unsigned char)s[i]));
		s += len;
		if (*s == ':')
			buf_addc(b, ' ');
		s += *s == ':';
		len = strcspn(s, " ");
		buf_add(b, s, len);
		s += len;
		if (*s == ' ')
			buf_addc(b, *s++);
	}
	buf_free(&codes);
}

/* "role of the family Engineering", "occupation of the official statistics, SOC 15-2051". */
static void
kind(struct role_ctx *c)
{
	static const struct word kinds[] = {{"role", "role"}, {"specialization", "field"},
	    {"occupation", "occupation of the official statistics"},
	    {"alternative", "alternative career"}, {"leadership", "leadership role"}, {NULL, NULL}};
	struct buf b = BUF_INIT;

	if (c->imported && c->occ.esco != NULL) {
		buf_adds(&b, "occupation of ESCO, the European classification");
		if (c->occ.esco_code != NULL)
			buf_addf(&b, ", %s", c->occ.esco_code);
	} else {
		buf_adds(&b, word_says(kinds, c->kind));
		if (c->codes != NULL) {
			buf_adds(&b, ", ");
			code_words(&b, c->codes);
		}
	}
	buf_addf(&b, "; family %s", c->family);
	page_pair(c->p, "Kind", role_column(c), STYLE_TEXT, b.data);
	if (c->p->opts.screen)
		page_anchor(c->p, ANCHOR_QUERY,
		    arena_printf(c->a, "roles family:\"%s\"%s", c->family,
			strcmp(c->kind, "occupation") == 0 ? " kind:occupation" : ""));
	page_anchor(c->p, ANCHOR_TERM, strcmp(c->kind, "role") == 0 ? "family" : c->kind);
	buf_free(&b);
}

/* The field a role belongs to, or the roles of a field: a line each. */
static bool
fields(struct role_ctx *c, struct err *e)
{
	static const struct {
		const char *query, *label;
	} ways[] = {{"role_fields", "Part of"}, {"role_members", "Its roles"}};
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof ways / sizeof *ways; i++) {
		struct stmt *st = role_query(c, ways[i].query, false, e);
		const char *label = ways[i].label;

		ok = st != NULL;
		while (ok && role_next(st, &ok, e)) {
			page_pair(c->p, label, role_column(c), STYLE_LINK, stmt_str(st, 1));
			page_anchor(c->p, ANCHOR_ROLE, stmt_str(st, 0));
			page_anchor(c->p, ANCHOR_TERM, "specialization");
			label = c->p->opts.plain ? label : "";
		}
	}
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

static bool
what_kind(struct role_ctx *c, struct err *e)
{
	kind(c);
	return fields(c, e);
}

bool
role_summary(struct role_ctx *c, struct err *e)
{
	if (!what_it_is(c, e) || !answers(c, e) || !occupation_summary(c, e) || !role_degree(c, e)
	    || !skills_of(c, "Learn first", ROLE_MUST, e) || !skills_of(c, "Skip", ROLE_SKIP, e)
	    || !week(c, e))
		return false;
	if (c->like != NULL)
		page_pair(c->p, "You will like", role_column(c), STYLE_TEXT, c->like);
	if (c->dislike != NULL)
		page_pair(c->p, "You will not", role_column(c), STYLE_TEXT, c->dislike);
	return phrases(c, "role_duties", "You do", e)
	    && phrases(c, "role_partners", "You work with", e)
	    && (occupation_known(c) ? occupation_aliases(c, e) : aliases(c, e)) && what_kind(c, e)
	    && role_to_read(c, e) && contrasts(c, e) && role_claims(c, ROLE_SUMMARY, e)
	    && cards(c, e);
}
