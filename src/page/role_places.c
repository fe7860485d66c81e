/*
 * role_places.c - programs that lead to a role, industries that want it, sources that speak of it.
 */
#include "career/page/money.h"
#include "role.h"

#include <math.h>
#include <string.h>

enum { SHOWN = 12 };

static bool
program_answer(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_program_counts", false, e);
	struct buf withdrawn = BUF_INIT;
	bool ok = st != NULL;

	if (!ok || !role_next(st, &ok, e))
		return ok;
	if (stmt_int(st, 2) > 0)
		buf_addf(&withdrawn, " (%lld open, %lld withdrawn)",
		    (long long)(stmt_int(st, 1) - stmt_int(st, 2)), (long long)stmt_int(st, 2));
	page_wrapf(c->p, 0, STYLE_VALUE,
	    "%lld of the %lld programs held here fit by field of study%s; %lld have a total price.",
	    (long long)stmt_int(st, 1), (long long)stmt_int(st, 0), withdrawn.data,
	    (long long)stmt_int(st, 3));
	buf_free(&withdrawn);
	page_anchor(c->p, ANCHOR_QUERY, arena_printf(c->a, "programs role:%s", c->slug));
	page_anchor(c->p, ANCHOR_TERM, "relevant");
	stmt_reset(st);
	if (c->p->opts.screen) {
		page_line(c->p);
		page_add(c->p, STYLE_LINK, "  Enter on this line: open and filter them");
		page_anchor(c->p, ANCHOR_QUERY, arena_printf(c->a, "programs role:%s", c->slug));
	}
	return true;
}

static bool
listings(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_listings", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		long long held = stmt_int(st, 5), fit = stmt_int(st, 6);

		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "Claimed, held, relevant", "claimed");
		}
		headed = true;
		page_line(c->p);
		page_addf(c->p, fit < held ? STYLE_WARN : STYLE_TEXT, "%s \"%s (%lld)\"", fit < held ? "!" : " ",
		    stmt_str(st, 1), (long long)stmt_int(st, 2));
		role_who(c->p, stmt_str(st, 3));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "listing:%lld", (long long)stmt_int(st, 0)));
		page_wrapf(c->p, 4, STYLE_TEXT,
		    "claims %lld; %lld of its cards are held here; %lld of those fit this role by field of study",
		    (long long)stmt_int(st, 2), held, fit);
		if (!stmt_null(st, 4))
			page_wrapf(c->p, 4, STYLE_NOTE, "%s", stmt_str(st, 4));
	}
	return ok;
}

static void
program_line(struct role_ctx *c, struct stmt *st)
{
	struct buf b = BUF_INIT;

	page_line(c->p);
	page_addf(c->p, STYLE_LINK, "  %s, %s", stmt_str(st, 3), stmt_str(st, 2));
	page_anchor(c->p, ANCHOR_PROGRAM, arena_dup(c->a, stmt_str(st, 1)));
	if (stmt_null(st, 8)) {
		buf_adds(&b, "no total price stated");
	} else {
		money_full(&b, stmt_num(st, 8), stmt_str(st, 9));
		buf_addf(&b, "%s", strcmp(stmt_str(st, 10), "total") == 0 ? " in total" :
			strcmp(stmt_str(st, 10), "derived") == 0 ? " in total, derived" : ", per what not said");
		if (!stmt_null(st, 11) && strcmp(stmt_str(st, 11), "all") != 0)
			buf_addf(&b, " (%s)", stmt_str(st, 11));
	}
	if (!stmt_null(st, 6)) {
		buf_adds(&b, ", ");
		months_span(&b, stmt_num(st, 6), stmt_null(st, 7) ? stmt_num(st, 6) : stmt_num(st, 7));
	}
	if (!stmt_null(st, 5))
		buf_addf(&b, ", %s", stmt_str(st, 5));
	page_line(c->p);
	page_addf(c->p, STYLE_TEXT, "    %s, %s", stmt_str(st, 4), b.data);
	page_anchor(c->p, ANCHOR_PROGRAM, arena_dup(c->a, stmt_str(st, 1)));
	buf_free(&b);
}

static bool
cheapest(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_programs", false, e);
	bool ok = st != NULL, headed = false;

	if (ok)
		stmt_bind_int(st, 2, SHOWN);
	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "Lowest total price first (US dollars before other currencies)",
			    "derived");
		}
		headed = true;
		program_line(c, st);
	}
	return ok;
}

static bool
reasons(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_relevance", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "Which fields of study fit, and why", "relevant");
		}
		headed = true;
		page_line(c->p);
		page_addf(c->p, STYLE_LABEL, "  %s (%lld)", stmt_str(st, 1), (long long)stmt_int(st, 3));
		page_joinf(c->p, 4, STYLE_TEXT, ": %s", stmt_str(st, 2));
		page_anchor(c->p, ANCHOR_QUERY,
		    arena_printf(c->a, "programs field:\"%s\"", stmt_str(st, 1)));
	}
	if (ok && !headed)
		page_wrap(c->p, 0, STYLE_NOTE, "No rule links a field of study to this role.");
	return ok;
}

bool
role_programs(struct role_ctx *c, struct err *e)
{
	return program_answer(c, e) && listings(c, e) && cheapest(c, e) && reasons(c, e);
}

static void
industry_line(struct role_ctx *c, struct stmt *st)
{
	struct buf names = BUF_INIT;

	role_join(&names, stmt_text(st, 3));
	page_line(c->p);
	page_to(c->p, 2);
	page_joinf(c->p, 4, STYLE_TEXT, "%s", stmt_null(st, 2) ? "named as an employer" : stmt_str(st, 2));
	if (names.len > 0)
		page_joinf(c->p, 4, STYLE_VALUE, ": %s", names.data);
	if (!stmt_null(st, 4))
		page_joinf(c->p, 4, STYLE_TEXT, ", by %s", stmt_str(st, 4));
	if (!stmt_null(st, 5) && stmt_int(st, 5))
		page_join(c->p, 4, STYLE_TEXT, "; hires");
	page_joinf(c->p, 4, STYLE_NOTE, " (%s)", stmt_str(st, 6));
	page_anchor(c->p, ANCHOR_FACT, arena_printf(c->a, "industry:%lld", (long long)stmt_int(st, 0)));
	buf_free(&names);
}

bool
role_industries(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_industries", true, e);
	const char *head = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (strcmp(head, stmt_str(st, 1)) != 0) {
			head = arena_dup(c->a, stmt_str(st, 1));
			page_heading(c->p, head, NULL);
		}
		industry_line(c, st);
	}
	if (ok && *head == '\0')
		role_nothing(c, "Industries");
	return ok;
}

static void
count_words(struct buf *b, struct stmt *st, int col, const char *what)
{
	if (stmt_int(st, col) > 0)
		buf_addf(b, "%s%lld %s", b->len > 0 ? ", " : "", (long long)stmt_int(st, col), what);
}

static void
source_lines(struct role_ctx *c, struct stmt *st)
{
	const char *key = arena_dup(c->a, stmt_str(st, 1));
	struct buf b = BUF_INIT;

	count_words(&b, st, 8, "figures");
	count_words(&b, st, 9, "skills");
	count_words(&b, st, 10, "requirements");
	count_words(&b, st, 11, "guide topics");
	count_words(&b, st, 12, "figures of nearest occupations");
	page_line(c->p);
	page_addf(c->p, STYLE_VALUE, "%s", stmt_str(st, 2));
	page_addf(c->p, STYLE_NOTE, "  %s, %s", stmt_str(st, 5),
	    stmt_null(st, 6) ? (stmt_null(st, 7) ? "date not stated" : stmt_str(st, 7)) : stmt_str(st, 6));
	page_anchor(c->p, ANCHOR_SOURCE, key);
	page_anchor(c->p, ANCHOR_TERM, stmt_str(st, 5));
	page_wrapf(c->p, 2, STYLE_TEXT, "%s; %s", stmt_str(st, 3), stmt_str(st, 4));
	page_anchor(c->p, ANCHOR_SOURCE, key);
	if (b.len > 0) {
		page_wrapf(c->p, 2, STYLE_NOTE, "says here: %s", b.data);
		page_anchor(c->p, ANCHOR_SOURCE, key);
	}
	buf_free(&b);
}

bool
role_sources(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_sources", false, e);
	bool ok = st != NULL, any = false;

	while (ok && role_next(st, &ok, e)) {
		source_lines(c, st);
		any = true;
	}
	if (ok && !any)
		role_nothing(c, "Sources");
	st = ok ? role_query(c, "role_mentions", false, e) : NULL;
	ok = ok && st != NULL;
	any = false;
	while (ok && role_next(st, &ok, e)) {
		if (!any) {
			page_blank(c->p);
			page_heading(c->p, "Where it is named", NULL);
		}
		any = true;
		page_line(c->p);
		page_addf(c->p, STYLE_NOTE, "  %s: ", stmt_str(st, 1));
		page_joinf(c->p, 4, STYLE_TEXT, "%s%s%s%s", stmt_str(st, 2), stmt_null(st, 3) ? "" : " (\"",
		    stmt_str(st, 3), stmt_null(st, 3) ? "" : "\")");
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "mention:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
}
