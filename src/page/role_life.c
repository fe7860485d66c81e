/*
 * role_life.c - the day, and how to break in.
 */
#include "career/page/chart.h"
#include "career/page/money.h"
#include "role.h"

#include <stdio.h>
#include <string.h>

static bool
day_shares(struct role_ctx *c, bool *any, struct err *e)
{
	struct stmt *st = role_query(c, "role_day_shares", false, e);
	struct axis ax;
	bool ok = st != NULL;
	int bar = c->p->opts.width >= 60 ? 30 : 12;

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
		page_addf(c->p, STYLE_TEXT, " %s", stmt_str(st, 1));
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

/* Guide topics of the given kinds ("" ends). */
static bool
guide(struct role_ctx *c, const char *const *topics, struct err *e)
{
	struct stmt *st = role_query(c, "role_guide", true, e);
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		const char *key = arena_printf(c->a, "guide:%lld", (long long)stmt_int(st, 0));
		bool wanted = false;

		for (int i = 0; topics[i] != NULL; i++)
			wanted = wanted || strcmp(topics[i], stmt_str(st, 1)) == 0;
		if (!wanted)
			continue;
		page_blank(c->p);
		page_heading(c->p, stmt_str(st, 2), NULL);
		page_addf(c->p, STYLE_NOTE, "  (%s%s)", stmt_str(st, 5),
		    stmt_int(st, 4) ? ", opinion" : "");
		page_anchor(c->p, ANCHOR_FACT, key);
		page_wrap(c->p, 0, STYLE_TEXT, stmt_str(st, 3));
		page_anchor(c->p, ANCHOR_FACT, key);
	}
	return ok;
}

bool
role_day(struct role_ctx *c, struct err *e)
{
	static const char *const topics[] = { "day", NULL };
	bool any = false;

	if (!day_shares(c, &any, e) || !day_parts(c, &any, e))
		return false;
	if (!any)
		role_nothing(c, "The day");
	if (c->like != NULL)
		page_pair(c->p, "You will like", role_column(c), STYLE_TEXT, c->like);
	if (c->dislike != NULL)
		page_pair(c->p, "You will not", role_column(c), STYLE_TEXT, c->dislike);
	return guide(c, topics, e);
}

/* One credential: who requires it, who does not. Rows of one credential come together. */
struct credential {
	char name[32];
	size_t firm, loose;
};

static void
credential_head(struct role_ctx *c, const struct credential *k)
{
	bool disputed = k->firm > 0 && k->loose > 0;

	page_line(c->p);
	page_addf(c->p, disputed ? STYLE_WARN : STYLE_VALUE, "%s %s%s", disputed ? "!" : " ", k->name,
	    disputed ? ": sources disagree" : "");
	page_anchor(c->p, ANCHOR_TERM, k->name);
}

static bool
count_credential(struct role_ctx *c, struct credential *k, struct err *e)
{
	struct stmt *st = role_query(c, "role_requirements", false, e);
	bool ok = st != NULL;

	k->firm = k->loose = 0;
	while (ok && role_next(st, &ok, e)) {
		if (strcmp(stmt_str(st, 1), k->name) != 0)
			continue;
		if (strcmp(stmt_str(st, 2), "required") == 0)
			k->firm++;
		else if (strcmp(stmt_str(st, 2), "typical") != 0)
			k->loose++;
	}
	return ok;
}

struct requirement {
	long long id;
	const char *credential, *strength, *who, *words, *note;
	bool borrowed;
};

static bool
load_requirements(struct role_ctx *c, struct requirement **out, size_t *n, struct err *e)
{
	struct stmt *st = role_query(c, "role_requirements", false, e);
	size_t cap = 64;
	bool ok = st != NULL;

	*out = arena_alloc(c->a, cap * sizeof **out);
	*n = 0;
	while (ok && role_next(st, &ok, e))
		if (*n < cap)
			(*out)[(*n)++] = (struct requirement){
				.id = stmt_int(st, 0),
				.credential = arena_dup(c->a, stmt_str(st, 1)),
				.strength = arena_dup(c->a, stmt_str(st, 2)),
				.who = arena_dup(c->a, stmt_str(st, 3)),
				.words = arena_dup(c->a, stmt_text(st, 4)),
				.note = arena_dup(c->a, stmt_text(st, 5)),
				.borrowed = stmt_int(st, 6) != 0,
			};
	return ok;
}

static bool
requirements(struct role_ctx *c, struct err *e)
{
	struct requirement *q;
	struct credential k = { "", 0, 0 };
	size_t n;

	if (!load_requirements(c, &q, &n, e))
		return false;
	page_heading(c->p, "What sources ask for", "requirement");
	if (n == 0)
		role_nothing(c, "Requirements");
	for (size_t i = 0; i < n; i++) {
		if (strcmp(k.name, q[i].credential) != 0) {
			snprintf(k.name, sizeof k.name, "%s", q[i].credential);
			if (!count_credential(c, &k, e))
				return false;
			credential_head(c, &k);
		}
		page_line(c->p);
		page_to(c->p, 4);
		page_addf(c->p, STYLE_TEXT, "%s ", q[i].strength);
		page_joinf(c->p, 6, STYLE_NOTE, "(%s%s)%s%s%s", q[i].borrowed ? "~" : "", q[i].who,
		    q[i].words != NULL ? " \"" : "", q[i].words != NULL ? q[i].words : "",
		    q[i].words != NULL ? "\"" : "");
		if (q[i].note != NULL)
			page_joinf(c->p, 6, STYLE_TEXT, " %s", q[i].note);
		page_anchor(c->p, ANCHOR_FACT, arena_printf(c->a, "requirement:%lld", q[i].id));
	}
	return true;
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
		struct buf b = BUF_INIT;

		ok = figure_by_id(&f, c->r->db, &c->r->sources, stmt_int(st, 0), c->a, e);
		if (ok) {
			figure_says(&b, &f, MONEY_SHORT);
			page_line(c->p);
			page_to(c->p, 4);
			page_addf(c->p, STYLE_VALUE, "%s %s", f.measure, b.data);
			role_who(c->p, f.source->short_name);
			page_anchor_id(c->p, ANCHOR_FIGURE, f.id);
		}
		buf_free(&b);
	}
	return ok;
}

static bool
routes(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_routes", false, e);
	const char *last = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		const char *slug = arena_dup(c->a, stmt_str(st, 6));
		const char *key = arena_printf(c->a, "route:%lld", (long long)stmt_int(st, 0));
		struct buf res = BUF_INIT;

		if (*last == '\0') {
			page_blank(c->p);
			page_heading(c->p, "Ways there", "route");
		}
		if (strcmp(last, slug) != 0) {
			page_line(c->p);
			page_addf(c->p, STYLE_VALUE, "  %s", stmt_str(st, 1));
			page_anchor(c->p, ANCHOR_FACT, key);
			ok = route_figures(c, slug, e);
		}
		last = slug;
		page_line(c->p);
		page_to(c->p, 4);
		page_joinf(c->p, 4, STYLE_TEXT, "%s", stmt_str(st, 3));
		role_join(&res, stmt_text(st, 5));
		if (res.len > 0)
			page_joinf(c->p, 4, STYLE_TEXT, " [%s]", res.data);
		page_joinf(c->p, 4, STYLE_NOTE, " (%s)", stmt_str(st, 4));
		page_anchor(c->p, ANCHOR_FACT, key);
		buf_free(&res);
	}
	return ok;
}

static bool
claims(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_claims", true, e);
	char topic[48] = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (topic[0] == '\0') {
			page_blank(c->p);
			page_heading(c->p, "Where sources take sides", NULL);
		}
		if (strcmp(topic, stmt_str(st, 1)) != 0) {
			snprintf(topic, sizeof topic, "%s", stmt_str(st, 1));
			page_line(c->p);
			page_addf(c->p, STYLE_VALUE, "  %s", topic);
		}
		page_line(c->p);
		page_to(c->p, 4);
		page_addf(c->p, STYLE_NOTE, "%s: ", stmt_str(st, 3));
		page_join(c->p, 6, STYLE_TEXT, stmt_str(st, 2));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "claim:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
}

bool
role_break_in(struct role_ctx *c, struct err *e)
{
	static const char *const topics[] = { "break-in", "portfolio", "networking", "education",
		"next-steps", "skills", "pay", "outlook", "faq", "voices", "reading", NULL };

	return requirements(c, e) && routes(c, e) && claims(c, e) && guide(c, topics, e);
}
