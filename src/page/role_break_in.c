/*
 * role_break_in.c - how to get into a role: what is asked for, the ways there, who says what, and what
 * there is to read.
 */
#include "career/page/money.h"
#include "occupation.h"
#include "say.h"

#include <string.h>

/* "Length 12-24 weeks (guide 2025): Said of bootcamps and intensive programs together." */
static void
route_figure(struct role_ctx *c, const struct figure *f)
{
	struct buf b = BUF_INIT;

	figure_says(&b, f, MONEY_SHORT);
	if (strcmp(f->per, "once") == 0)
		buf_adds(&b, ", read as the whole price");
	else if (f->per[0] != '\0')
		buf_addf(&b, " %s", per_words(f->per));
	page_line(c->p);
	page_to(c->p, 4);
	page_addf(c->p, STYLE_VALUE, "%s: %s", say_measure(f->measure), b.data);
	page_joinf(c->p, 6, STYLE_NOTE, " (%s)", f->source->short_name);
	if (f->note[0] != '\0')
		page_joinf(c->p, 6, STYLE_TEXT, " %s", f->note);
	page_anchor_id(c->p, ANCHOR_FIGURE, f->id);
	buf_free(&b);
}

static bool
route_figures(struct role_ctx *c, const char *slug, struct err *e)
{
	struct stmt *st = db_query(c->r->db, "role_route_figures", e);
	bool ok = st != NULL;

	if (ok)
		stmt_bind_text(st, 1, slug);
	while (ok && role_next(st, &ok, e)) {
		struct figure f;

		ok = figure_by_id(&f, c->r->db, &c->r->sources, stmt_int(st, 0), c->a, e);
		if (ok)
			route_figure(c, &f);
	}
	return ok;
}

/* What one source says of a way. */
static void
route_text(struct role_ctx *c, struct stmt *st)
{
	struct buf res = BUF_INIT;

	page_line(c->p);
	page_to(c->p, 4);
	page_join(c->p, 4, STYLE_TEXT, stmt_str(st, 3));
	role_join(&res, stmt_text(st, 5));
	if (res.len > 0)
		page_joinf(c->p, 4, STYLE_TEXT, " [%s]", res.data);
	page_joinf(c->p, 4, STYLE_NOTE, " (%s)", stmt_str(st, 4));
	page_anchor(
	    c->p, ANCHOR_FACT, arena_printf(c->a, "route:%lld", (long long)stmt_int(st, 0)));
	buf_free(&res);
}

static bool
routes(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_routes", false, e);
	const char *last = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		const char *slug = arena_dup(c->a, stmt_str(st, 6));

		if (*last == '\0') {
			page_blank(c->p);
			page_heading(c->p, "Ways there", "route");
		}
		if (strcmp(last, slug) != 0) {
			page_line(c->p);
			page_addf(c->p, STYLE_VALUE, "  %s", stmt_str(st, 1));
			page_anchor(c->p, ANCHOR_FACT,
			    arena_printf(c->a, "route:%lld", (long long)stmt_int(st, 0)));
			ok = route_figures(c, slug, e);
		}
		last = slug;
		route_text(c, st);
	}
	return ok;
}

bool
role_break_in(struct role_ctx *c, struct err *e)
{
	static const char *const topics[] = {"break-in", "portfolio", "networking", "education",
	    "next-steps", "faq", "voices", "reading", NULL};

	return occupation_break_in(c, e) && role_requirements(c, e) && routes(c, e)
	    && role_claims(c, ROLE_BREAK_IN, e) && role_guide(c, topics, e)
	    && role_to_read_below(c, e);
}
