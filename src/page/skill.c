/*
 * skill.c - the page of a skill: which roles want it, how urgently, and who says so.
 */
#include "career/page/money.h"
#include "say.h"
#include "terms.h"

#include <string.h>

enum { TIERS = 5 };

/* Tiers in the order of the page; the last is "no tier". */
static const struct {
	const char *tier, *heading, *term;
} tiers[TIERS] = {
    {"must", "Must", "must"},
    {"important", "Important", "important"},
    {"nice", "Nice to have", "nice"},
    {"skip", "Skip: not worth the time", "skip"},
    {"", "Named without a tier", "tier"},
};

/* One source's word on the skill for one role. */
struct want {
	int64_t id;
	const char *slug, *title, *bar, *tools, *why;
	const struct source *source;
	size_t tier;
	bool disputed; /* one source says skip where another does not */
};

struct wants {
	struct want *w;
	size_t n;
};

static size_t
tier_index(const char *tier)
{
	size_t i;

	for (i = 0; i + 1 < TIERS; i++)
		if (strcmp(tiers[i].tier, tier) == 0)
			break;
	return i;
}

static bool
load_wants(struct wants *out, struct reader *r, int64_t skill, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_skill_roles", e);
	size_t room = 0;
	int step;

	out->n = 0;
	if (!st)
		return false;
	stmt_bind_int(st, 1, skill);
	while ((step = stmt_step(st, e)) == 1) {
		struct want *w;

		if (room == 0) {
			room = (size_t)stmt_int(st, 9);
			out->w = arena_alloc(a, room * sizeof *out->w);
		}
		if (out->n == room)
			continue;
		w = &out->w[out->n++];
		w->id = stmt_int(st, 0);
		w->slug = arena_dup(a, stmt_str(st, 1));
		w->title = arena_dup(a, stmt_str(st, 2));
		w->tier = tier_index(stmt_str(st, 3));
		w->bar = arena_dup(a, stmt_text(st, 4));
		w->tools = arena_dup(a, stmt_text(st, 5));
		w->why = arena_dup(a, stmt_text(st, 6));
		w->source = sources_by_id(&r->sources, stmt_int(st, 7));
		w->disputed = stmt_int(st, 8) != 0;
	}
	stmt_reset(st);
	return step == 0;
}

/* Whether an earlier statement puts the same role into the same tier. */
static bool
counted(const struct wants *all, size_t i)
{
	size_t k;

	for (k = 0; k < i; k++)
		if (all->w[k].tier == all->w[i].tier && strcmp(all->w[k].slug, all->w[i].slug) == 0)
			return true;
	return false;
}

/* "Must for 3 roles, important for 1 role; for 1 role a source says skip it." */
static void
say_answer(struct page *p, const struct wants *all)
{
	static const char *const says[TIERS] = {"must for ", "important for ", "nice to have for ",
	    "to be skipped for ", "named without a tier for "};
	int64_t count[TIERS] = {0};
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < all->n; i++)
		if (!counted(all, i))
			count[all->w[i].tier]++;
	for (i = 0; i < TIERS; i++) {
		if (count[i] == 0)
			continue;
		buf_addf(&b, "%s%s", b.len ? ", " : "", says[i]);
		say_count(&b, count[i], "role");
	}
	if (b.len == 0)
		buf_adds(&b, "no source names it for a role");
	if (b.data[0] >= 'a' && b.data[0] <= 'z')
		b.data[0] = (char)(b.data[0] - 'a' + 'A');
	buf_addc(&b, '.');
	page_wrap(p, 0, STYLE_VALUE, b.data);
	page_anchor(p, ANCHOR_TERM, "tier");
	buf_free(&b);
}

/* Sources that say skip, or those that do not, of the statements in dispute. */
static size_t
add_sides(struct buf *out, const struct wants *all, bool skip)
{
	const char *names[8];
	size_t i, k, n = 0;

	for (i = 0; i < all->n && n < sizeof names / sizeof names[0]; i++) {
		const struct want *w = &all->w[i];

		if (!w->disputed || !w->source
		    || (strcmp(tiers[w->tier].tier, "skip") == 0) != skip)
			continue;
		for (k = 0; k < n && strcmp(names[k], w->source->short_name) != 0; k++)
			;
		if (k == n)
			names[n++] = w->source->short_name;
	}
	for (i = 0; i < n; i++)
		buf_addf(out, "%s%s", say_between(i, n), names[i]);
	return n;
}

static void
say_dispute(struct page *p, const struct wants *all)
{
	struct buf skip = BUF_INIT, want = BUF_INIT;
	size_t n = add_sides(&skip, all, true);

	if (n > 0 && add_sides(&want, all, false) > 0) {
		say_wrapf(p, STYLE_WARN, "! Disputed: %s %s to skip it; not so %s.", skip.data,
		    n == 1 ? "says" : "say", want.data);
		page_anchor(p, ANCHOR_TERM, "contradiction");
	}
	buf_free(&skip);
	buf_free(&want);
}

static void
say_want(struct page *p, const struct want *w)
{
	struct buf b = BUF_INIT, tools = BUF_INIT;

	page_line(p);
	page_addf(
	    p, w->disputed ? STYLE_WARN : STYLE_LINK, "%s%s", w->disputed ? "! " : "  ", w->title);
	buf_addf(&b, "(%s%s)", w->source ? w->source->short_name : "unknown source",
	    w->disputed ? "; sources disagree" : "");
	page_add(p, STYLE_TEXT, " ");
	page_join(p, 4, w->disputed ? STYLE_WARN : STYLE_NOTE, b.data);
	say_fact_anchor(p, "role_skill", w->id);
	page_anchor(p, ANCHOR_ROLE, w->slug);
	if (w->source)
		page_anchor(p, ANCHOR_SOURCE, w->source->key);
	if (w->disputed)
		page_anchor(p, ANCHOR_TERM, "contradiction");
	say_list(&tools, w->tools);
	if (w->bar)
		page_wrapf(p, 4, STYLE_TEXT, "good enough: %s", w->bar);
	if (w->why)
		page_wrapf(p, 4, STYLE_TEXT, "why: %s", w->why);
	if (tools.len > 0)
		page_wrapf(p, 4, STYLE_TEXT, "with: %s", tools.data);
	buf_free(&b);
	buf_free(&tools);
}

static void
say_tiers(struct page *p, const struct wants *all)
{
	size_t i, t;
	bool any;

	for (t = 0; t < TIERS; t++) {
		any = false;
		for (i = 0; i < all->n; i++) {
			if (all->w[i].tier != t)
				continue;
			if (!any) {
				page_blank(p);
				page_heading(p, tiers[t].heading, tiers[t].term);
			}
			any = true;
			say_want(p, &all->w[i]);
		}
	}
}

static bool
say_head(struct page *p, struct db *db, int64_t skill, const struct wants *all, struct err *e)
{
	struct stmt *st = db_query(db, "page_skill", e);
	struct buf b = BUF_INIT;
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, skill);
	step = stmt_step(st, e);
	if (step == 1) {
		say_title(p, stmt_str(st, 1));
		say_answer(p, all);
		say_dispute(p, all);
		say_pair(p, "Category", STYLE_TEXT, stmt_str(st, 2));
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
	return step == 1;
}

bool
page_skill(struct page *p, struct reader *r, int64_t skill, struct err *e)
{
	struct wants all = {NULL, 0};
	struct stmt *st;
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = load_wants(&all, r, skill, &a, e) && say_head(p, r->db, skill, &all, e);
	if (ok)
		say_tiers(p, &all);
	arena_free(&a);
	st = ok ? db_query(r->db, "page_skill_figures", e) : NULL;
	if (!st)
		return false;
	stmt_bind_int(st, 1, skill);
	return say_figures(p, r, st, "Figures", e);
}
