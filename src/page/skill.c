/*
 * skill.c - the page of a skill: which roles want it, how urgently, and who says so.
 *
 * What sources contradict one another on stands first, one sentence a role. Then the tiers, and in each a
 * line per role with who names it; what each source adds stands below. A role is marked where a side of a
 * dispute is what is said of it there.
 */
#include "career/base/num.h"
#include "career/model/mine.h"
#include "say.h"
#include "skill_want.h"

#include <stdio.h>
#include <string.h>

/* --- the head --------------------------------------------------------------------------------- */

/* Whether an earlier statement puts the same role into the same tier. */
static bool
counted(const struct wants *all, size_t i)
{
	return i > 0 && all->w[i - 1].tier == all->w[i].tier
	    && strcmp(all->w[i - 1].slug, all->w[i].slug) == 0;
}

/* "Must for 3 roles, important for 1 role." */
static void
say_answer(struct page *p, const struct wants *all, int64_t occupations)
{
	int64_t count[SKILL_TIERS] = {0};
	struct buf b = BUF_INIT, n = BUF_INIT;

	for (size_t i = 0; i < all->n; i++)
		if (!counted(all, i))
			count[all->w[i].tier]++;
	for (size_t i = 0; i < SKILL_TIERS; i++) {
		if (count[i] == 0)
			continue;
		buf_addf(&b, "%s%s", b.len ? ", " : "", skill_tiers[i].count);
		say_count(&b, count[i], "role");
	}
	num_full(&n, (double)occupations);
	if (b.len == 0 && occupations == 0)
		buf_adds(&b, "no source names it for a role");
	if (occupations > 0)
		buf_addf(&b, "%s %s occupation%s of the imported sets",
		    b.len > 0 ? "; taken by" : "taken by", n.data, occupations == 1 ? "" : "s");
	b.data[0] = (char)(b.data[0] - 'a' + 'A');
	buf_addc(&b, '.');
	page_wrap(p, 0, STYLE_VALUE, b.data);
	page_anchor(p, ANCHOR_TERM, all->n > 0 ? "tier" : "imported");
	buf_free(&b);
	buf_free(&n);
}

/* Skills that name it as a tool of theirs: a line each, so that Enter opens one. */
static bool
say_tool_of(struct page *p, struct db *db, int64_t skill, struct err *e)
{
	struct stmt *st = db_query(db, "page_skill_tool_of", e);
	size_t n = 0;
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, skill);
	while ((step = stmt_step(st, e)) == 1) {
		if (n++ > 0 && p->opts.plain)
			page_joinf(p, 0, STYLE_LINK, ", %s", stmt_str(st, 1));
		else
			page_pair(p, n == 1 ? "A tool of" : "", p->opts.width < 60 ? 12 : 16,
			    STYLE_LINK, stmt_str(st, 1));
		page_anchor(p, ANCHOR_SKILL, stmt_str(st, 0));
	}
	stmt_reset(st);
	return step == 0;
}

/* What the person says of it. */
static void
say_mine(struct page *p, struct reader *r, const char *slug)
{
	const struct mine_skill *s = r->mine != NULL ? mine_skill(r->mine, slug) : NULL;
	char level[24] = "";

	if (s == NULL)
		return;
	if (s->level >= 0)
		snprintf(level, sizeof level, ", level %.0f of 7", s->level);
	say_pairf(p, "You", STYLE_VALUE, "%s%s", having_word(s->how), level);
	if (p->opts.screen)
		page_anchor(p, ANCHOR_COMMAND, "plan skills");
}

static bool
say_head(struct page *p, struct reader *r, int64_t skill, struct wants *all, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_skill", e);
	struct buf b = BUF_INIT;
	int64_t occupations = 0;
	bool ok = true;
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, skill);
	step = stmt_step(st, e);
	if (step == 1) {
		say_title(p, stmt_str(st, 1));
		ok = wants_say_disputes(p, r, skill, all, e)
		    && skill_sets_count(r, skill, &occupations, e);
		say_answer(p, all, occupations);
		say_mine(p, r, stmt_str(st, 0));
		say_pair(p, "Category", STYLE_TEXT, stmt_str(st, 2));
		page_anchor(p, ANCHOR_TERM, "category");
		say_pair(p, "What it is", STYLE_TEXT, stmt_str(st, 5));
		say_list(&b, stmt_text(st, 4));
		say_pair(p, "Tools", STYLE_TEXT, b.data);
		buf_clear(&b);
		say_list(&b, stmt_text(st, 3));
		say_pair(p, "Also", STYLE_NOTE, b.data);
	}
	stmt_reset(st);
	buf_free(&b);
	if (step == 0)
		return err_set(
		    e, ERR_NOTFOUND, "no skill with row %lld in the catalog", (long long)skill);
	return step == 1 && ok && skill_sets_what(p, r, skill, e)
	    && say_tool_of(p, r->db, skill, e);
}

/* --- tiers ------------------------------------------------------------------------------------ */

/* What a source adds to the tier, or nothing. */
static void
add_details(struct buf *b, const struct want *w)
{
	struct buf tools = BUF_INIT;

	say_list(&tools, w->tools);
	if (w->bar)
		buf_addf(b, "good enough: %s", w->bar);
	if (tools.len > 0)
		buf_addf(b, "%swith %s", b->len > 0 ? "; " : "", tools.data);
	if (w->why)
		buf_addf(b, "%s%s", b->len > 0 ? ". " : "", w->why);
	if (w->words)
		buf_addf(b, "%s\"%s\"", b->len == 0 ? "" : w->why ? " " : "; ", w->words);
	buf_free(&tools);
}

static void
anchor_want(struct page *p, const struct want *w)
{
	say_fact_anchor(p, "role_skill", w->id);
	page_anchor(p, ANCHOR_ROLE, w->slug);
	if (w->source)
		page_anchor(p, ANCHOR_SOURCE, w->source->key);
	if (w->disputed)
		page_anchor(p, ANCHOR_TERM, "contradiction");
}

/* A role with its `n` statements of one tier. */
static void
say_role(struct page *p, const struct want *w, size_t n)
{
	bool disputed = false;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		disputed = disputed || w[i].disputed;
		if (i == 0 || strcmp(want_who(&w[i]), want_who(&w[i - 1])) != 0)
			buf_addf(&b, "%s%s", i > 0 ? ", " : "", want_who(&w[i]));
	}
	page_line(p);
	page_addf(p, disputed ? STYLE_WARN : STYLE_LINK, "%s%s", disputed ? "! " : "  ", w->title);
	page_joinf(p, 4, STYLE_NOTE, "%s: %s%s", w->field ? " (the whole field)" : "", b.data,
	    disputed ? "; sources disagree" : "");
	anchor_want(p, w);
	for (size_t i = 0; i < n; i++) {
		buf_clear(&b);
		add_details(&b, &w[i]);
		if (b.len == 0)
			continue;
		page_line(p);
		page_to(p, 4);
		if (n > 1)
			page_addf(p, STYLE_NOTE, "%s: ", want_who(&w[i]));
		page_join(p, n > 1 ? 6 : 4, STYLE_TEXT, b.data);
		anchor_want(p, &w[i]);
	}
	buf_free(&b);
}

static void
say_tiers(struct page *p, const struct wants *all)
{
	size_t n;

	for (size_t i = 0; i < all->n; i += n) {
		const struct skill_tier *t = &skill_tiers[all->w[i].tier];

		for (n = 1; i + n < all->n && counted(all, i + n); n++)
			;
		if (i == 0 || all->w[i].tier != all->w[i - 1].tier) {
			page_blank(p);
			page_heading(p, t->heading, t->term);
		}
		say_role(p, &all->w[i], n);
	}
}

/* --- what else is said ------------------------------------------------------------------------ */

static bool
say_claims(struct page *p, struct reader *r, int64_t skill, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_skill_claims", e);
	bool headed = false;
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, skill);
	while ((step = stmt_step(st, e)) == 1) {
		const struct source *s = sources_by_id(&r->sources, stmt_int(st, 3));

		if (!headed) {
			page_blank(p);
			page_heading(p, "Where sources take sides", "stance");
		}
		headed = true;
		page_line(p);
		page_addf(p, STYLE_NOTE, "  %s: ", s ? s->short_name : "unknown source");
		page_join(p, 4, STYLE_TEXT, stmt_str(st, 2));
		say_fact_anchor(p, "claim", stmt_int(st, 0));
	}
	stmt_reset(st);
	return step == 0;
}

static bool
say_factors(struct page *p, struct reader *r, int64_t skill, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_skill_factors", e);
	bool headed = false;
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, skill);
	while ((step = stmt_step(st, e)) == 1) {
		const struct source *s = sources_by_id(&r->sources, stmt_int(st, 4));

		if (!headed) {
			page_blank(p);
			page_heading(p, "What it does to pay", "factor");
		}
		headed = true;
		page_line(p);
		page_joinf(p, 2, STYLE_TEXT, "  %s (%s)", stmt_str(st, 1),
		    s ? s->short_name : "unknown source");
		say_fact_anchor(p, "factor", stmt_int(st, 0));
	}
	stmt_reset(st);
	return step == 0;
}

static bool
say_rest(struct page *p, struct reader *r, int64_t skill, struct err *e)
{
	struct stmt *st;

	if (!say_claims(p, r, skill, e) || !say_factors(p, r, skill, e))
		return false;
	st = db_query(r->db, "page_skill_figures", e);
	if (!st)
		return false;
	stmt_bind_int(st, 1, skill);
	return say_figures(p, r, st, "Figures", e);
}

bool
page_skill(struct page *p, struct reader *r, int64_t skill, struct err *e)
{
	struct wants all = {NULL, 0};
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = wants_load(&all, r, skill, &a, e) && say_head(p, r, skill, &all, e);
	if (ok)
		say_tiers(p, &all);
	arena_free(&a);
	ok = ok && skill_sets(p, r, skill, e) && say_rest(p, r, skill, e);
	page_close(p);
	return ok;
}
