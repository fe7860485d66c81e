/*
 * occupation_skills.c - what an occupation takes: skills and knowledge with importance and level, technologies,
 * and ESCO's essential and optional skills.
 */
#include "occupation.h"

#include "career/page/chart.h"
#include "career/page/mine.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { FEW = 10, NAME = 35, WIDE = 72, GROUPS = 8, IN_GROUP = 6, LINKS = 12 };

/* "and 25 more": what is left out of a list, and the key that shows it. */
static void
say_more(struct role_ctx *c, size_t more, const char *what)
{
	if (more == 0)
		return;
	page_line(c->p);
	page_addf(c->p, STYLE_NOTE, "  and %zu more %s%s", more, what,
	    c->p->opts.screen ? ": v shows them" : "");
}

/* --- importance and level --------------------------------------------------------------------- */

struct scale {
	const char *name;
	int value, why; /* columns of occupation_ratings */
	struct axis ax;
};

static void
make_scales(struct scale *s, int width)
{
	int w = (width - NAME - 14) / 2;

	s[0] = (struct scale){"importance", 2, 3, {1, 5, 1, w}};
	s[1] = (struct scale){"level", 4, 5, {0, 7, 1, w}};
}

/* "4.3", "4.3?" or the reason why there is none. */
static void
rating_words(struct buf *b, struct stmt *st, const struct scale *s)
{
	int64_t why = stmt_int(st, s->why);

	if (!occupation_has(why) || stmt_null(st, s->value))
		buf_adds(b, occupation_why(why));
	else
		buf_addf(b, "%.1f%s", stmt_num(st, s->value), why == WHY_IMPRECISE ? "?" : "");
}

static void
rating_bars(struct role_ctx *c, struct stmt *st, const struct scale *s)
{
	struct page *p = c->p;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < 2; i++) {
		int at = NAME + (int)i * (s[0].ax.w + 7);

		buf_clear(&b);
		rating_words(&b, st, &s[i]);
		page_to(p, at);
		page_addf(p, STYLE_VALUE, "%-5s", b.data);
		if (!stmt_null(st, s[i].value) && occupation_has(stmt_int(st, s[i].why)))
			chart_bar(p, &s[i].ax, stmt_num(st, s[i].value));
	}
	buf_free(&b);
}

/* "importance 4.3 of 5, level 3.9 of 7". */
static void
rating_text(struct role_ctx *c, struct stmt *st, const struct scale *s)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < 2; i++) {
		buf_addf(&b, "%s%s ", i > 0 ? ", " : "", s[i].name);
		rating_words(&b, st, &s[i]);
		if (occupation_has(stmt_int(st, s[i].why)))
			buf_addf(&b, " of %g", s[i].ax.hi);
	}
	page_joinf(c->p, 4, STYLE_VALUE, ": %s", b.data);
	buf_free(&b);
}

static void
say_mine(struct role_ctx *c, const char *slug)
{
	struct buf b = BUF_INIT;

	mine_says(&b, c->r->mine, slug);
	page_add(c->p, STYLE_VALUE, b.data);
	buf_free(&b);
}

static void
rating_line(struct role_ctx *c, struct stmt *st, const struct scale *s)
{
	struct page *p = c->p;

	page_line(p);
	page_addf(p, STYLE_TEXT, "%s%s", p->opts.plain ? "" : " ", stmt_str(st, 1));
	say_mine(c, stmt_text(st, 8));
	if (p->opts.plain || p->opts.width < WIDE)
		rating_text(c, st, s);
	else
		rating_bars(c, st, s);
	page_anchor(
	    p, ANCHOR_FACT, occupation_fact(c, "onet_rating", c->occ.onet, stmt_str(st, 0)));
	if (!stmt_null(st, 8))
		page_anchor(p, ANCHOR_SKILL, stmt_str(st, 8));
	page_anchor(p, ANCHOR_TERM, "importance");
	page_anchor(p, ANCHOR_TERM, "skill-level");
}

static void
rating_head(struct role_ctx *c, const char *head, struct stmt *st, const struct scale *s)
{
	occupation_head(c, head, "importance", occupation_who(c, stmt_str(st, 7), head));
	if (c->p->opts.plain || c->p->opts.width < WIDE)
		return;
	page_line(c->p);
	page_to(c->p, NAME);
	page_add(c->p, STYLE_LABEL, "importance 1-5");
	page_to(c->p, NAME + s[0].ax.w + 7);
	page_add(c->p, STYLE_LABEL, "level 0-7");
	page_anchor(c->p, ANCHOR_TERM, "importance");
	page_anchor(c->p, ANCHOR_TERM, "skill-level");
}

/* What is found along the way. */
struct found {
	bool rated, imprecise;
};

static bool
ratings(struct role_ctx *c, const char *kind, const char *head, struct found *found, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_ratings", c->occ.onet, e);
	struct scale s[2];
	size_t n = 0;
	bool ok = st != NULL;

	make_scales(s, c->p->opts.width);
	if (ok)
		stmt_bind_text(st, 2, kind);
	while (ok && role_next(st, &ok, e)) {
		found->rated = true;
		if (n++ == 0)
			rating_head(c, head, st, s);
		if (n > FEW && !c->p->opts.details)
			continue;
		rating_line(c, st, s);
		found->imprecise = found->imprecise || stmt_int(st, 3) == WHY_IMPRECISE
		    || stmt_int(st, 5) == WHY_IMPRECISE;
	}
	if (ok && n > FEW && !c->p->opts.details)
		say_more(c, n - FEW, "that matter less");
	return ok;
}

/* --- technologies ----------------------------------------------------------------------------- */

/* What an occupation uses of one group of products. */
struct group {
	const char *commodity;
	struct occupation_names names;
	size_t groups; /* seen so far */
};

static void
group_end(struct role_ctx *c, struct group *g)
{
	struct page *p = c->p;

	if (g->names.named > 0) {
		occupation_names_end(&g->names);
		page_join(p, 4, STYLE_VALUE, g->names.b.data);
		page_anchor(p, ANCHOR_FACT,
		    occupation_fact(c, "onet_technology", c->occ.onet, g->commodity));
		page_anchor(p, ANCHOR_TERM, "hot-technology");
		page_anchor(p, ANCHOR_TERM, "in-demand");
	}
	buf_clear(&g->names.b);
	g->names.named = g->names.more = 0;
}

static void
group_begin(struct role_ctx *c, struct group *g, struct stmt *st)
{
	g->commodity = arena_dup(c->a, stmt_str(st, 0));
	g->names.room = c->p->opts.details ? 1000 : IN_GROUP;
	if (g->groups++ == 0)
		occupation_head(c, "Technologies, by what they are for", "technology",
		    occupation_who(c, stmt_str(st, 6), NULL));
	if (g->groups > GROUPS && !c->p->opts.details)
		return;
	page_line(c->p);
	page_join(c->p, 2, STYLE_LABEL, stmt_str(st, 1));
	page_add(c->p, STYLE_LABEL, ": ");
}

static void
group_name(struct role_ctx *c, struct group *g, struct stmt *st)
{
	bool hot = stmt_int(st, 4) != 0, wanted = stmt_int(st, 5) != 0;

	if (g->groups > GROUPS && !c->p->opts.details)
		return;
	occupation_name(&g->names,
	    arena_printf(c->a, "%s%s", stmt_str(st, 3),
		hot && wanted ? " (hot, in demand)"
		    : wanted  ? " (in demand)"
		    : hot     ? " (hot)"
			      : ""));
}

static bool
technologies(struct role_ctx *c, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_technologies", c->occ.onet, e);
	struct group g = {.commodity = "", .names = {.b = BUF_INIT}};
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (strcmp(g.commodity, stmt_str(st, 0)) != 0) {
			group_end(c, &g);
			group_begin(c, &g, st);
		}
		group_name(c, &g, st);
	}
	group_end(c, &g);
	if (ok && g.groups > GROUPS && !c->p->opts.details)
		say_more(c, g.groups - GROUPS, "groups");
	buf_free(&g.names.b);
	return ok;
}

/* --- ESCO ------------------------------------------------------------------------------------- */

static void
link_line(struct role_ctx *c, struct stmt *st)
{
	page_line(c->p);
	page_join(c->p, 2, STYLE_TEXT, stmt_str(st, 2));
	if (strcmp(stmt_str(st, 3), "knowledge") == 0)
		page_join(c->p, 4, STYLE_NOTE, " (knowledge)");
	say_mine(c, stmt_text(st, 7));
	if (!stmt_null(st, 7))
		page_anchor(c->p, ANCHOR_SKILL, stmt_str(st, 7));
	page_anchor(
	    c->p, ANCHOR_FACT, occupation_fact(c, "esco_link", c->occ.esco_row, stmt_str(st, 1)));
	page_anchor(c->p, ANCHOR_TERM, stmt_int(st, 5) != 0 ? "essential-skill" : "optional-skill");
}

static bool
links(struct role_ctx *c, struct err *e)
{
	static const struct {
		const char *head, *term;
	} heads[] = {{"Optional: in some jobs of this name", "optional-skill"},
	    {"Essential: in all jobs of this name", "essential-skill"}};
	struct stmt *st = occupation_query(c, "occupation_esco_skills", c->occ.esco_row, e);
	int64_t essential = -1;
	size_t n = 0;
	bool ok = st != NULL, details = c->p->opts.details;

	while (ok && role_next(st, &ok, e)) {
		if (stmt_int(st, 5) != essential) {
			if (n > LINKS && !details)
				say_more(c, n - LINKS, "");
			essential = stmt_int(st, 5);
			n = 0;
			occupation_head(c, heads[essential != 0].head, heads[essential != 0].term,
			    stmt_str(st, 6));
		}
		if (n++ < LINKS || details)
			link_line(c, st);
	}
	if (ok && n > LINKS && !details)
		say_more(c, n - LINKS, "");
	return ok;
}

bool
occupation_skills(struct role_ctx *c, struct err *e)
{
	struct found found = {false, false};

	if (!ratings(c, "skill", "Skills", &found, e)
	    || !ratings(c, "knowledge", "Knowledge", &found, e))
		return false;
	if (found.imprecise) {
		page_wrap(c->p, 0, STYLE_NOTE,
		    "? too few answers: O*NET recommends to leave the value out");
		page_anchor(c->p, ANCHOR_TERM, "imprecise");
	}
	if (!technologies(c, e) || !links(c, e))
		return false;
	if (c->occ.onet != NULL && !found.rated && c->p->nlines > c->begin) {
		page_blank(c->p);
		page_wrap(c->p, 0, STYLE_NOTE,
		    "Skills and knowledge by importance: no source states them.");
	}
	return true;
}
