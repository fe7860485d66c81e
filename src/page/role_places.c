/*
 * role_places.c - industries that want a role, and the sources that speak of it.
 */
#include "role.h"
#include "say.h"

#include <string.h>

/* --- industries ------------------------------------------------------------------------------- */

static void
industry_line(struct role_ctx *c, struct stmt *st)
{
	bool employer = stmt_null(st, 2), hires = !stmt_null(st, 5) && stmt_int(st, 5) != 0;
	struct buf names = BUF_INIT;

	role_join(&names, stmt_text(st, 3));
	page_line(c->p);
	page_to(c->p, 2);
	page_join(c->p, 4, STYLE_TEXT, employer ? "named as an employer" : stmt_str(st, 2));
	if (names.len > 0)
		page_joinf(c->p, 4, STYLE_VALUE, ": %s", names.data);
	if (!stmt_null(st, 4))
		page_joinf(
		    c->p, 4, STYLE_TEXT, "%s with %s", names.len > 0 ? "," : "", stmt_str(st, 4));
	if (hires && !employer)
		page_join(c->p, 4, STYLE_TEXT, "; hires");
	page_joinf(c->p, 4, STYLE_NOTE, " (%s)", stmt_str(st, 6));
	page_anchor(
	    c->p, ANCHOR_FACT, arena_printf(c->a, "industry:%lld", (long long)stmt_int(st, 0)));
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

/* --- sources ---------------------------------------------------------------------------------- */

static void
count_words(struct buf *b, int64_t n, const char *one, const char *many)
{
	if (n > 0)
		buf_addf(b, "%s%lld %s", b->len > 0 ? ", " : "", (long long)n, n == 1 ? one : many);
}

static void
source_lines(struct role_ctx *c, struct stmt *st)
{
	const char *key = arena_dup(c->a, stmt_str(st, 1)), *kind = stmt_str(st, 5);
	const char *date = stmt_null(st, 6) ? stmt_text(st, 7) : stmt_str(st, 6);
	struct buf b = BUF_INIT;

	count_words(&b, stmt_int(st, 8), "figure", "figures");
	count_words(&b, stmt_int(st, 9), "skill", "skills");
	count_words(&b, stmt_int(st, 10), "requirement", "requirements");
	count_words(&b, stmt_int(st, 11), "guide topic", "guide topics");
	count_words(&b, stmt_int(st, 12), "figure of the nearest occupations",
	    "figures of the nearest occupations");
	page_line(c->p);
	page_add(c->p, STYLE_VALUE, stmt_str(st, 2));
	page_addf(c->p, STYLE_NOTE, "%s %s, %s", c->p->opts.plain ? "," : " ", kind,
	    date ? date : "date not stated");
	page_anchor(c->p, ANCHOR_SOURCE, key);
	page_anchor(c->p, ANCHOR_TERM, kind);
	page_wrapf(c->p, 2, STYLE_TEXT, "%s; %s", stmt_str(st, 3), stmt_str(st, 4));
	page_anchor(c->p, ANCHOR_SOURCE, key);
	if (b.len > 0) {
		page_wrapf(c->p, 2, STYLE_NOTE, "says here: %s", b.data);
		page_anchor(c->p, ANCHOR_SOURCE, key);
	}
	buf_free(&b);
}

static bool
mentions(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_mentions", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "Where it is named", NULL);
		}
		headed = true;
		page_line(c->p);
		page_addf(c->p, STYLE_NOTE, "  %s: ", stmt_str(st, 1));
		page_joinf(c->p, 4, STYLE_TEXT, stmt_null(st, 3) ? "%s%s" : "%s (\"%s\")",
		    stmt_str(st, 2), stmt_str(st, 3));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "mention:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
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
	return ok && mentions(c, e) && role_claims(c, ROLE_SOURCES, e);
}
