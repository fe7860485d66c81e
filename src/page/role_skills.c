/*
 * role_skills.c - skills by tier: who wants them, who does not, and what is good enough.
 */
#include "role.h"

#include <stdio.h>
#include <string.h>

static const char *const tier_heads[] = {
	"Must: not without these",
	"Important: what separates junior from mid level",
	"Nice to have",
	"Skip: do not spend time on it",
	"Named without a rank",
};
static const char *const tier_terms[] = { "must", "important", "nice", "skip", "tier" };

/* One source's statement on a skill. */
static void
statement(struct role_ctx *c, struct stmt *st)
{
	const char *tier = stmt_text(st, 3);
	struct buf tools = BUF_INIT;

	page_line(c->p);
	page_to(c->p, 4);
	page_addf(c->p, STYLE_NOTE, "%s%s: ", stmt_int(st, 5) ? "~" : "", stmt_str(st, 4));
	page_joinf(c->p, 6, STYLE_TEXT, "%s", tier != NULL ? tier : "named");
	if (!stmt_null(st, 7))
		page_joinf(c->p, 6, STYLE_TEXT, "; good enough: %s", stmt_str(st, 7));
	role_join(&tools, stmt_text(st, 6));
	if (tools.len > 0)
		page_joinf(c->p, 6, STYLE_TEXT, "; %s", tools.data);
	if (!stmt_null(st, 8))
		page_joinf(c->p, 6, STYLE_TEXT, ". %s", stmt_str(st, 8));
	if (!stmt_null(st, 9))
		page_joinf(c->p, 6, STYLE_NOTE, " \"%s\"", stmt_str(st, 9));
	page_anchor(c->p, ANCHOR_FACT,
	    arena_printf(c->a, "role_skill:%lld", (long long)stmt_int(st, 0)));
	buf_free(&tools);
}

static void
skill_head(struct role_ctx *c, struct stmt *st, int tier)
{
	bool disputed = stmt_int(st, 11) != 0;

	page_line(c->p);
	page_addf(c->p, disputed ? STYLE_WARN : STYLE_VALUE, "%s %s", disputed ? "!" : " ",
	    stmt_str(st, 2));
	if (disputed)
		page_add(c->p, STYLE_WARN, ": sources disagree");
	page_anchor(c->p, ANCHOR_FACT,
	    arena_printf(c->a, "role_skill:%lld", (long long)stmt_int(st, 0)));
	page_anchor(c->p, ANCHOR_TERM, tier_terms[tier]);
}

bool
role_skills(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_skills", false, e);
	bool ok = st != NULL, borrowed = false;
	int tier = -1;
	int64_t skill = 0;
	size_t count = 0;

	while (ok && role_next(st, &ok, e)) {
		int rank = (int)stmt_int(st, 1);

		if (rank != tier) {
			if (tier >= 0)
				page_blank(c->p);
			page_heading(c->p, tier_heads[rank], tier_terms[rank]);
		}
		if (stmt_int(st, 12) != skill) {
			skill_head(c, st, rank);
			count++;
		}
		tier = rank;
		skill = stmt_int(st, 12);
		borrowed = borrowed || stmt_int(st, 5) != 0;
		statement(c, st);
	}
	if (!ok)
		return false;
	if (count == 0) {
		role_nothing(c, "Skills");
	} else {
		page_blank(c->p);
		if (borrowed)
			page_wrap(c->p, 0, STYLE_NOTE, "~ said of the whole field, not of this role alone");
		if (count < 5)
			page_wrapf(c->p, 0, STYLE_NOTE,
			    "Only %zu skill%s listed: too little known to judge.", count,
			    count == 1 ? " is" : "s are");
	}
	return true;
}
