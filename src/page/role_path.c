/*
 * role_path.c - where a role leads and where it comes from.
 */
#include "career/model/figure.h"
#include "career/page/glyph.h"
#include "career/page/money.h"
#include "role.h"

#include <math.h>
#include <string.h>

static void
step_line(struct role_ctx *c, struct stmt *st, int depth)
{
	struct buf b = BUF_INIT;
	int indent = depth * (c->p->opts.width < 60 ? 1 : 3);

	page_line(c->p);
	page_to(c->p, indent);
	if (depth > 0 && !c->p->opts.plain)
		page_addf(c->p, STYLE_BAR, "%s ", glyph(GLYPH_STEP, c->p->opts.ascii));
	page_add(c->p, STYLE_VALUE, stmt_str(st, 0));
	if (!stmt_null(st, 2) || !stmt_null(st, 3)) {
		years_span(&b, stmt_num(st, 2), stmt_num(st, 3));
		page_joinf(c->p, indent + 2, STYLE_TEXT, ", %s", b.data);
	}
	if (!stmt_null(st, 4))
		page_joinf(c->p, indent + 2, STYLE_NOTE, ". %s", stmt_str(st, 4));
	if (!stmt_null(st, 5))
		page_anchor(c->p, ANCHOR_ROLE, arena_dup(c->a, stmt_str(st, 5)));
	buf_free(&b);
}

static bool
ladder_steps(struct role_ctx *c, int64_t ladder, struct err *e)
{
	struct stmt *st = db_query(c->r->db, "role_ladder_steps", e);
	const char *key = arena_printf(c->a, "ladder:%lld", (long long)ladder);
	bool ok = st != NULL;
	int depth = 0;

	if (ok)
		stmt_bind_int(st, 1, ladder);
	while (ok && role_next(st, &ok, e)) {
		step_line(c, st, depth++);
		page_anchor(c->p, ANCHOR_FACT, key);
	}
	return ok;
}

static bool
ladders(struct role_ctx *c, size_t *n, struct err *e)
{
	struct stmt *st = role_query(c, "role_ladders", false, e);
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if ((*n)++ > 0)
			page_blank(c->p);
		page_heading(c->p, stmt_str(st, 1), "ladder");
		role_who(c->p, stmt_str(st, 2));
		ok = ladder_steps(c, stmt_int(st, 0), e);
	}
	return ok;
}

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

static bool
transitions(struct role_ctx *c, size_t *n, struct err *e)
{
	struct stmt *st = role_query(c, "role_transitions", false, e);
	const char *head = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		const char *h = transition_head(stmt_str(st, 1), stmt_int(st, 2) != 0);
		struct buf b = BUF_INIT;

		if (strcmp(h, head) != 0) {
			if (*n > 0)
				page_blank(c->p);
			page_heading(c->p, h, "transition");
		}
		(*n)++;
		head = h;
		page_line(c->p);
		page_addf(c->p, STYLE_LINK, "  %s", stmt_str(st, 3));
		if (!stmt_null(st, 5) || !stmt_null(st, 6)) {
			years_span(&b, stmt_null(st, 5) ? NAN : stmt_num(st, 5),
			    stmt_null(st, 6) ? NAN : stmt_num(st, 6));
			page_joinf(c->p, 4, STYLE_TEXT, ", after %s", b.data);
		}
		page_joinf(
		    c->p, 4, STYLE_TEXT, "%s%s", stmt_null(st, 7) ? "" : ": ", stmt_str(st, 7));
		page_joinf(c->p, 4, STYLE_NOTE, " (%s)", stmt_str(st, 8));
		page_anchor(c->p, ANCHOR_ROLE, arena_dup(c->a, stmt_str(st, 4)));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "transition:%lld", (long long)stmt_int(st, 0)));
		buf_free(&b);
	}
	return ok;
}

static bool
nearest(struct role_ctx *c, size_t *n, struct err *e)
{
	struct stmt *st = role_query(c, "role_nearest", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			if (*n > 0)
				page_blank(c->p);
			page_heading(c->p, "Nearest occupations of the official statistics",
			    "nearest-occupation");
		}
		headed = true;
		(*n)++;
		page_line(c->p);
		page_addf(c->p, STYLE_NEAR, "~ %s", stmt_str(st, 1));
		page_joinf(c->p, 4, STYLE_TEXT, ": %s", stmt_str(st, 4));
		page_joinf(c->p, 4, STYLE_NOTE, " (%s)", stmt_str(st, 5));
		page_anchor(c->p, ANCHOR_ROLE, arena_dup(c->a, stmt_str(st, 2)));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "nearest:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
}

bool
role_path(struct role_ctx *c, struct err *e)
{
	size_t n = 0;

	if (!ladders(c, &n, e) || !transitions(c, &n, e) || !nearest(c, &n, e))
		return false;
	if (n == 0)
		role_nothing(c, "Where it leads");
	return true;
}
