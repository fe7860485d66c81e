#include "skill_want.h"

#include "say.h"

#include <stdlib.h>
#include <string.h>

enum { SIDES_MAX = 8 };

const struct skill_tier skill_tiers[SKILL_TIERS] = {
    {"must", "Must", "must", "must for ", "a must"},
    {"important", "Important", "important", "important for ", "important"},
    {"nice", "Nice to have", "nice", "nice to have for ", "nice to have"},
    {"skip", "Skip: not worth the time", "skip", "to be skipped for ", ""},
    {"", "Named without a tier", "tier", "named without a tier for ", ""},
};

static size_t
tier_index(const char *tier)
{
	size_t i;

	for (i = 0; i < SKILL_NAMED; i++)
		if (strcmp(skill_tiers[i].tier, tier) == 0)
			break;
	return i;
}

bool
wants_load(struct wants *out, struct reader *r, int64_t skill, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_skill_roles", e);
	size_t room = 0;
	int step;

	out->n = 0;
	if (!st)
		return false;
	stmt_bind_int(st, 1, skill);
	while ((step = stmt_step(st, e)) == 1) {
		if (room == 0) {
			room = (size_t)stmt_int(st, 10);
			out->w = arena_alloc(a, room * sizeof *out->w);
		}
		if (out->n == room)
			continue;
		out->w[out->n++] = (struct want){
		    .id = stmt_int(st, 0),
		    .slug = arena_dup(a, stmt_str(st, 1)),
		    .title = arena_dup(a, stmt_str(st, 2)),
		    .field = stmt_int(st, 3) != 0,
		    .tier = tier_index(stmt_str(st, 4)),
		    .bar = arena_dup(a, stmt_text(st, 5)),
		    .tools = arena_dup(a, stmt_text(st, 6)),
		    .why = arena_dup(a, stmt_text(st, 7)),
		    .words = arena_dup(a, stmt_text(st, 8)),
		    .source = sources_by_id(&r->sources, stmt_int(st, 9)),
		};
	}
	stmt_reset(st);
	return step == 0;
}

const char *
want_who(const struct want *w)
{
	return w->source ? w->source->short_name : "unknown source";
}

/* --- disputes --------------------------------------------------------------------------------- */

/* What is said for one role on which sources contradict one another. */
struct dispute {
	const char *title, *slug;
	struct want **said; /* in the order of the statements */
	size_t n, cap;
};

static struct want *
find_want(const struct wants *all, int64_t id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->w[i].id == id)
			return &all->w[i];
	return NULL;
}

static bool
has_tier(const struct dispute *d, size_t tier)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->said[i]->tier == tier)
			return true;
	return false;
}

/* "familiarity" and no tier: a low bar. */
static bool
is_low_bar(const struct want *w)
{
	return w->tier == SKILL_NAMED && w->bar && strcmp(w->bar, "familiarity") == 0;
}

/* Beside a skip all tiers are a side; else must, nice and a low bar are. */
static bool
is_side(const struct dispute *d, const struct want *w)
{
	if (has_tier(d, SKILL_SKIP))
		return w->tier != SKILL_NAMED;
	return w->tier == 0 || w->tier == SKILL_NICE || is_low_bar(w);
}

/* Names of those who say the same. */
static size_t
add_names(struct buf *out, const struct dispute *d, size_t tier)
{
	const char *names[SIDES_MAX];
	size_t n = 0, k;

	for (size_t i = 0; i < d->n && n < SIDES_MAX; i++) {
		if (d->said[i]->tier != tier || !is_side(d, d->said[i]))
			continue;
		for (k = 0; k < n && strcmp(names[k], want_who(d->said[i])) != 0; k++)
			;
		if (k == n)
			names[n++] = want_who(d->said[i]);
	}
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "%s%s", say_between(i, n), names[i]);
	return n;
}

/* "aigraduate ML calls it a must; aigraduate MLE calls it nice to have". */
static void
add_sides(struct buf *out, const struct dispute *d)
{
	for (size_t t = 0; t < SKILL_TIERS; t++) {
		struct buf names = BUF_INIT;
		bool one = add_names(&names, d, t) == 1;

		if (names.len > 0 && out->len > 0)
			buf_adds(out, "; ");
		if (names.len > 0 && t == SKILL_SKIP)
			buf_addf(out, "%s %s to skip it", names.data, one ? "says" : "say");
		else if (names.len > 0 && t == SKILL_NAMED)
			buf_addf(out, "%s %s only to be familiar with it", names.data,
			    one ? "asks" : "ask");
		else if (names.len > 0)
			buf_addf(out, "%s %s it %s", names.data, one ? "calls" : "call",
			    skill_tiers[t].side);
		buf_free(&names);
	}
}

/* Roles about which the same is said: one sentence. */
struct sentence {
	struct buf titles, sides;
	const char *last; /* title that still has to be added */
	size_t n;
};

static void
sentence_end(struct page *p, struct sentence *s)
{
	if (s->n == 0)
		return;
	page_line(p);
	page_add(p, STYLE_WARN, "! Disputed for ");
	page_joinf(p, 2, STYLE_WARN, "%s%s%s: %s.", s->titles.data, s->n > 1 ? " and " : "",
	    s->last, s->sides.data);
	page_anchor(p, ANCHOR_TERM, "contradiction");
	buf_clear(&s->titles);
	buf_clear(&s->sides);
	s->n = 0;
}

/* Adds a role to the sentence, or begins a new one. */
static void
sentence_role(struct page *p, struct sentence *s, const struct dispute *d)
{
	struct buf b = BUF_INIT;

	add_sides(&b, d);
	if (s->n > 0 && strcmp(b.data, s->sides.data) != 0)
		sentence_end(p, s);
	if (s->n > 0)
		buf_addf(&s->titles, "%s%s", s->n > 1 ? ", " : "", s->last);
	else
		buf_adds(&s->sides, b.data);
	s->last = d->title;
	s->n++;
	for (size_t i = 0; i < d->n; i++)
		d->said[i]->disputed = d->said[i]->disputed || is_side(d, d->said[i]);
	buf_free(&b);
}

bool
wants_say_disputes(
    struct page *p, struct reader *r, int64_t skill, struct wants *all, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_skill_disputes", e);
	struct sentence s = {BUF_INIT, BUF_INIT, NULL, 0};
	struct dispute d = {0};
	struct arena a;
	bool more = st != NULL;
	int step = -1;

	arena_init(&a);
	if (st)
		stmt_bind_int(st, 1, skill);
	while (more) {
		struct want *w;

		step = stmt_step(st, e);
		more = step == 1;
		if (d.n > 0 && (!more || strcmp(stmt_str(st, 1), d.slug) != 0)) {
			sentence_role(p, &s, &d);
			d.n = 0;
		}
		w = more ? find_want(all, stmt_int(st, 2)) : NULL;
		if (!w)
			continue;
		d.title = arena_dup(&a, stmt_str(st, 0));
		d.slug = arena_dup(&a, stmt_str(st, 1));
		d.said = mem_reserve(d.said, &d.cap, d.n + 1, sizeof *d.said);
		d.said[d.n++] = w;
	}
	if (st)
		stmt_reset(st);
	sentence_end(p, &s);
	buf_free(&s.titles);
	buf_free(&s.sides);
	free(d.said);
	arena_free(&a);
	return step == 0;
}
