/*
 * role_life.c - the day: how the week is split, what is done when, who will like it.
 */
#include "career/page/chart.h"
#include "occupation.h"

#include <stdio.h>
#include <string.h>

static bool
day_shares(struct role_ctx *c, bool *any, struct err *e)
{
	struct stmt *st = role_query(c, "role_day_shares", false, e);
	struct axis ax;
	bool ok = st != NULL;
	int bar = c->p->opts.width >= 80 ? 30 : c->p->opts.width >= 60 ? 18 : 10;

	axis_make(&ax, 0, 100, bar);
	ax.hi = 100;
	while (ok && role_next(st, &ok, e)) {
		if (!*any) {
			page_line(c->p);
			page_addf(c->p, STYLE_HEADING, "How the week is split");
			page_addf(c->p, STYLE_NOTE, "  (%s, one guide's guess)", stmt_str(st, 3));
			page_anchor(c->p, ANCHOR_TERM, "day-share");
		}
		*any = true;
		page_line(c->p);
		page_addf(c->p, STYLE_VALUE, "%3.0f%% ", stmt_num(st, 2));
		if (!c->p->opts.plain)
			chart_bar(c->p, &ax, stmt_num(st, 2));
		page_joinf(c->p, 6, STYLE_TEXT, " %s", stmt_str(st, 1));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "day_share:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
}

static bool
day_parts(struct role_ctx *c, bool *any, struct err *e)
{
	struct stmt *st = role_query(c, "role_day_parts", false, e);
	bool ok = st != NULL;
	char part[16] = "";

	while (ok && role_next(st, &ok, e)) {
		const char *key = arena_printf(c->a, "day_part:%lld", (long long)stmt_int(st, 0));

		if (strcmp(part, stmt_str(st, 1)) != 0) {
			if (*any)
				page_blank(c->p);
			snprintf(part, sizeof part, "%s", stmt_str(st, 1));
			page_line(c->p);
			page_addf(c->p, STYLE_HEADING, "%c%s", part[0] - 'a' + 'A', part + 1);
			role_who(c->p, stmt_str(st, 3));
			page_anchor(c->p, ANCHOR_FACT, key);
		}
		*any = true;
		page_line(c->p);
		page_add(c->p, STYLE_TEXT, "- ");
		page_join(c->p, 2, STYLE_TEXT, stmt_str(st, 2));
		page_anchor(c->p, ANCHOR_FACT, key);
	}
	return ok;
}

bool
role_day(struct role_ctx *c, struct err *e)
{
	static const char *const topics[] = {"day", NULL};
	bool any = false;

	if (!occupation_day(c, e) || !day_shares(c, &any, e) || !day_parts(c, &any, e))
		return false;
	if (!any && c->p->nlines == c->begin)
		role_nothing(c, "The day");
	if (c->like != NULL)
		page_pair(c->p, "You will like", role_column(c), STYLE_TEXT, c->like);
	if (c->dislike != NULL)
		page_pair(c->p, "You will not", role_column(c), STYLE_TEXT, c->dislike);
	return role_guide(c, topics, e) && role_claims(c, ROLE_DAY, e);
}
