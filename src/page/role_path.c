/*
 * role_path.c - where a role leads and where it comes from: ladders, steps to other roles, and the official
 * occupations near it. What is said of the whole field is marked '~'.
 */
#include "career/page/money.h"
#include "occupation.h"

#include <string.h>

static const char *
transition_head(const char *kind, bool out)
{
	static const struct {
		const char *kind, *out, *in;
	} heads[] = {
	    {"advance", "Leads up to", "Reached from"},
	    {"lateral", "Sideways to", "Sideways from"},
	    {"alternative", "Other careers with the same skills", "Also open to people who are"},
	    {"related", "Related", "Related"},
	};

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (strcmp(heads[i].kind, kind) == 0)
			return out ? heads[i].out : heads[i].in;
	return kind;
}

/* What the other role is to this one, in a word or two; "" where the heading says it. */
static const char *
relation(struct stmt *st)
{
	const char *kind = stmt_str(st, 10);

	if (strcmp(kind, "leadership") == 0 || strcmp(kind, "alternative") == 0)
		return kind;
	if (strcmp(kind, "specialization") == 0)
		return "the field";
	if (strcmp(stmt_str(st, 1), "related") == 0)
		return stmt_int(st, 11) ? "specialization" : "adjacent";
	return strcmp(kind, "role") == 0 ? "" : kind;
}

static void
transition_line(struct role_ctx *c, struct stmt *st)
{
	struct page *p = c->p;
	struct buf b = BUF_INIT;

	page_line(p);
	page_addf(p, STYLE_LINK, "%s %s", stmt_int(st, 9) ? "~" : " ", stmt_str(st, 3));
	if (relation(st)[0] != '\0')
		page_joinf(p, 4, STYLE_NOTE, " (%s)", relation(st));
	if (!stmt_null(st, 5) || !stmt_null(st, 6)) {
		years_span(&b, stmt_num(st, 5), stmt_num(st, 6));
		page_joinf(p, 4, STYLE_TEXT, ", after %s", b.data);
	}
	page_joinf(p, 4, STYLE_TEXT, "%s%s", stmt_null(st, 7) ? "" : ": ", stmt_str(st, 7));
	page_joinf(p, 4, STYLE_NOTE, " (%s)", stmt_str(st, 8));
	page_anchor(p, ANCHOR_ROLE, stmt_str(st, 4));
	page_anchor(
	    p, ANCHOR_FACT, arena_printf(c->a, "transition:%lld", (long long)stmt_int(st, 0)));
	buf_free(&b);
}

static bool
transitions(struct role_ctx *c, bool *field, struct err *e)
{
	struct stmt *st = role_query(c, "role_transitions", false, e);
	const char *head = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		const char *h = transition_head(stmt_str(st, 1), stmt_int(st, 2) != 0);

		if (strcmp(h, head) != 0) {
			role_gap(c);
			page_heading(c->p, h, "transition");
		}
		head = h;
		*field = *field || stmt_int(st, 9) != 0;
		transition_line(c, st);
	}
	return ok;
}

static bool
nearest(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_nearest", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			role_gap(c);
			page_heading(c->p, "Nearest occupations of the official statistics",
			    "nearest-occupation");
		}
		headed = true;
		page_line(c->p);
		page_addf(c->p, STYLE_NEAR, "~ %s", stmt_str(st, 1));
		page_joinf(c->p, 4, STYLE_TEXT, ": %s", stmt_str(st, 4));
		page_joinf(c->p, 4, STYLE_NOTE, " (%s)", stmt_str(st, 5));
		page_anchor(c->p, ANCHOR_ROLE, stmt_str(st, 2));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "nearest:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
}

/* The other way round: whose nearest occupation this is. */
static bool
nearest_of(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_nearest_of", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			role_gap(c);
			page_heading(
			    c->p, "Roles whose nearest occupation this is", "nearest-occupation");
		}
		headed = true;
		page_line(c->p);
		page_addf(c->p, STYLE_LINK, "  %s", stmt_str(st, 1));
		page_joinf(c->p, 4, STYLE_NOTE, " (%s)", stmt_str(st, 3));
		page_anchor(c->p, ANCHOR_ROLE, stmt_str(st, 2));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "nearest:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
}

bool
role_path(struct role_ctx *c, struct err *e)
{
	size_t before = c->p->nlines;
	bool field = false;

	if (!occupation_path(c, e) || !role_ladders(c, e) || !transitions(c, &field, e)
	    || !nearest(c, e) || !nearest_of(c, e))
		return false;
	if (field) {
		page_blank(c->p);
		page_wrap(c->p, 0, STYLE_NOTE, "~ said of the whole field, not of this role alone");
	}
	if (c->p->nlines == before)
		role_nothing(c, "Where it leads");
	return role_to_read_below(c, e);
}
