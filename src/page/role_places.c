/*
 * role_places.c - industries that want a role, and the sources that speak of it.
 */
#include "career/model/conflict.h"
#include "occupation.h"
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
	struct stmt *st;
	const char *head = "";
	bool ok = occupation_sectors(c, e);

	st = ok ? role_query(c, "role_industries", true, e) : NULL;
	ok = st != NULL;
	while (ok && role_next(st, &ok, e)) {
		if (strcmp(head, stmt_str(st, 1)) != 0) {
			if (*head == '\0')
				role_gap(c);
			head = arena_dup(c->a, stmt_str(st, 1));
			page_heading(c->p, head, "industry");
		}
		industry_line(c, st);
	}
	if (ok && c->p->nlines == c->begin)
		role_nothing(c, "Industries");
	return ok;
}

/* --- sources ---------------------------------------------------------------------------------- */

/* What the columns of role_sources count, from the ninth on. */
enum { COUNTED = 8 };
static const struct {
	const char *one, *many;
} counted[] = {
    {"figure", "figures"},
    {"skill", "skills"},
    {"requirement", "requirements"},
    {"guide topic", "guide topics"},
    {"stance", "stances"},
    {"prediction", "predictions"},
    {"step to or from another role", "steps to or from other roles"},
    {"ladder", "ladders"},
    {"use in an industry", "uses in industries"},
    {"figure of the nearest occupations", "figures of the nearest occupations"},
    {"nearest occupation", "nearest occupations"},
};

static void
count_words(struct buf *b, struct stmt *st)
{
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
		int64_t n = stmt_int(st, COUNTED + (int)i);

		if (n > 0)
			buf_addf(b, "%s%lld %s", b->len > 0 ? ", " : "", (long long)n,
			    n == 1 ? counted[i].one : counted[i].many);
	}
}

static void
source_lines(struct role_ctx *c, struct stmt *st)
{
	const char *key = arena_dup(c->a, stmt_str(st, 1)), *kind = stmt_str(st, 5);
	const char *date = stmt_null(st, 6) ? stmt_text(st, 7) : stmt_str(st, 6);
	struct buf b = BUF_INIT;

	count_words(&b, st);
	page_line(c->p);
	page_add(c->p, STYLE_VALUE, stmt_str(st, 2));
	page_addf(c->p, STYLE_NOTE, "%s %s, %s", c->p->opts.plain ? "," : " ", kind,
	    date ? date : "date not stated");
	page_anchor(c->p, ANCHOR_SOURCE, key);
	page_anchor(c->p, ANCHOR_TERM, kind);
	page_wrapf(c->p, 2, STYLE_TEXT, "%s; %s", stmt_str(st, 3), stmt_str(st, 4));
	page_anchor(c->p, ANCHOR_SOURCE, key);
	page_wrapf(c->p, 2, STYLE_NOTE, "says here: %s", b.len > 0 ? b.data : "only its name");
	page_anchor(c->p, ANCHOR_SOURCE, key);
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
			page_heading(c->p, "Where it is named", "mention");
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

/* "28 contradictions in what they say": where they are. An occupation of the sets alone has none. */
static bool
contradictions(struct role_ctx *c, struct err *e)
{
	struct conflicts all;
	struct buf b = BUF_INIT;

	if (c->imported)
		return true;
	if (!conflicts_load(&all, c->r->db, &c->r->sources, c->id, e))
		return false;
	if (all.n > 0) {
		buf_adds(&b, "! ");
		say_count(&b, (int64_t)all.n, "contradiction");
		buf_adds(&b, " in what they say: ");
		if (c->p->opts.screen)
			buf_adds(&b, "Enter");
		else
			buf_addf(&b, "career conflicts %s", c->slug);
		page_wrap(c->p, 0, STYLE_WARN, b.data);
		page_anchor(c->p, ANCHOR_COMMAND, arena_printf(c->a, "conflicts %s", c->slug));
		page_anchor(c->p, ANCHOR_TERM, "contradiction");
		page_blank(c->p);
	}
	conflicts_free(&all);
	buf_free(&b);
	return true;
}

bool
role_sources(struct role_ctx *c, struct err *e)
{
	struct stmt *st;
	bool ok = contradictions(c, e) && occupation_sources(c, e);

	st = ok ? role_query(c, "role_sources", false, e) : NULL;
	ok = st != NULL;
	while (ok && role_next(st, &ok, e))
		if (!occupation_speaks(c, stmt_int(st, 0)))
			source_lines(c, st);
	if (ok && c->p->nlines == c->begin)
		role_nothing(c, "Sources");
	return ok && mentions(c, e) && role_claims(c, ROLE_SOURCES, e);
}
