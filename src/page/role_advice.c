/*
 * role_advice.c - what there is to read about a role: guide topics, and where sources take sides. Each
 * stands in the section that it speaks of.
 */
#include "role.h"
#include "stance.h"

#include <string.h>

/* --- guide texts ------------------------------------------------------------------------------ */

static void
guide_text(struct role_ctx *c, struct stmt *st)
{
	const char *key = arena_printf(c->a, "guide:%lld", (long long)stmt_int(st, 0));

	page_blank(c->p);
	page_heading(c->p, stmt_str(st, 1), NULL);
	page_joinf(
	    c->p, 2, STYLE_NOTE, " (%s%s)", stmt_str(st, 4), stmt_int(st, 3) ? ", opinion" : "");
	page_anchor(c->p, ANCHOR_FACT, key);
	page_wrap(c->p, 0, STYLE_TEXT, stmt_str(st, 2));
	page_anchor(c->p, ANCHOR_FACT, key);
}

bool
role_guide(struct role_ctx *c, const char *const *topics, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; ok && topics[i] != NULL; i++) {
		struct stmt *st = role_query(c, "role_guide", true, e);

		ok = st != NULL;
		if (ok)
			stmt_bind_text(st, 3, topics[i]);
		while (ok && role_next(st, &ok, e))
			guide_text(c, st);
	}
	return ok;
}

/* The only number of a query about the role; -1 on an error. */
static long long
number(struct role_ctx *c, const char *query, struct err *e)
{
	struct stmt *st = role_query(c, query, false, e);
	long long n = -1;

	if (st != NULL && stmt_step(st, e) == 1)
		n = stmt_int(st, 0);
	if (st != NULL)
		stmt_reset(st);
	return n;
}

/* "Guide           7 things to read about it"; Enter opens the list. */
static void
things_to_read(struct role_ctx *c, long long n, const char *about, const char *key)
{
	page_line(c->p);
	page_add(c->p, STYLE_LABEL, "Guide");
	page_to(c->p, role_column(c));
	page_joinf(c->p, role_column(c), STYLE_LINK, "%lld thing%s to read about %s", n,
	    n == 1 ? "" : "s", about);
	page_anchor(c->p, ANCHOR_QUERY, key);
	page_anchor(c->p, ANCHOR_TERM, "guide-topic");
}

bool
role_to_read(struct role_ctx *c, struct err *e)
{
	long long n = number(c, "guide_count", e);

	if (n > 0)
		things_to_read(c, n, "it", arena_printf(c->a, "guide role:%s", c->slug));
	if (n != 0)
		return n > 0;
	n = number(c, "guide_family_count", e);
	if (n > 0)
		things_to_read(c, n, arena_printf(c->a, "its family %s, none about it", c->family),
		    arena_printf(c->a, "guide family:\"%s\"", c->family));
	return n >= 0;
}

bool
role_to_read_below(struct role_ctx *c, struct err *e)
{
	size_t before = c->p->nlines, from;

	if (!c->p->opts.screen)
		return true;
	role_gap(c);
	from = c->p->nlines;
	if (!role_to_read(c, e))
		return false;
	if (c->p->nlines == from)
		page_cut(c->p, before);
	return true;
}

/* --- stances ---------------------------------------------------------------------------------- */

static void
claim_title(struct role_ctx *c, const char *topic)
{
	struct buf b = BUF_INIT;

	stance_title(&b, topic);
	page_line(c->p);
	page_to(c->p, 2);
	page_join(c->p, 2, STYLE_VALUE, b.data);
	buf_free(&b);
}

bool
role_claims(struct role_ctx *c, enum role_section tab, struct err *e)
{
	struct stmt *st = role_query(c, "role_claims", true, e);
	const char *topic = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (stance_section(stmt_str(st, 1)) != tab)
			continue;
		if (*topic == '\0') {
			page_blank(c->p);
			page_heading(c->p, "Where sources take sides", "stance");
		}
		if (strcmp(topic, stmt_str(st, 1)) != 0)
			claim_title(c, stmt_str(st, 1));
		topic = arena_dup(c->a, stmt_str(st, 1));
		page_line(c->p);
		page_to(c->p, 4);
		page_addf(c->p, STYLE_NOTE, "%s: ", stmt_str(st, 3));
		page_join(c->p, 6, STYLE_TEXT, stmt_str(st, 2));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "claim:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
}
