/*
 * role_skills.c - skills by tier, one line each: who wants them. What each source says follows with details;
 * both sides of a dispute always stand there.
 *
 * Within a tier the skills that are said of the role itself come first, then those of the whole field.
 */
#include "career/base/text.h"
#include "career/page/gap.h"
#include "career/page/mine.h"
#include "occupation.h"

#include <stdlib.h>
#include <string.h>

enum { FEW = 5, NAME = 32, WIDE = 60 };

enum { TIERS = 5, UNRANKED = TIERS - 1 };

static const struct tier {
	const char *slug, *own, *field;
} tiers[TIERS] = {
    {"must", "Must: not without these", "~ Must in the whole field"},
    {"important", "Important: what separates junior from mid level",
	"~ Important in the whole field"},
    {"nice", "Nice to have", "~ Nice to have in the whole field"},
    {"skip", "Skip: do not spend time on it", "~ Skip, in the whole field"},
    {"tier", "Named without a rank", "~ Named in the whole field, without a rank"},
};

/* What one source says of a skill. */
struct said {
	int64_t id;
	const char *tier, *who, *tools, *bar, *why, *words;
	bool borrowed;
};

/* A skill, and all that is said of it: of the role first. */
struct skill {
	int64_t id;
	const char *name, *slug;
	int tier;
	bool disputed, borrowed;
	struct said *s;
	size_t n, cap;
};

static void
read_said(struct role_ctx *c, struct skill *k, struct stmt *st)
{
	struct buf tools = BUF_INIT;

	role_join(&tools, stmt_text(st, 6));
	k->s = mem_reserve(k->s, &k->cap, k->n + 1, sizeof *k->s);
	k->s[k->n++] = (struct said){
	    .id = stmt_int(st, 0),
	    .tier = stmt_null(st, 3) ? "named" : arena_dup(c->a, stmt_str(st, 3)),
	    .who = arena_dup(c->a, stmt_str(st, 4)),
	    .borrowed = stmt_int(st, 5) != 0,
	    .tools = arena_dup(c->a, tools.data),
	    .bar = arena_dup(c->a, stmt_text(st, 7)),
	    .why = arena_dup(c->a, stmt_text(st, 8)),
	    .words = arena_dup(c->a, stmt_text(st, 9)),
	};
	buf_free(&tools);
}

static void
begin(struct role_ctx *c, struct skill *k, struct stmt *st)
{
	k->id = stmt_int(st, 12);
	k->name = arena_dup(c->a, stmt_str(st, 2));
	k->slug = arena_dup(c->a, stmt_str(st, 10));
	k->tier = (int)stmt_int(st, 1);
	k->disputed = stmt_int(st, 11) != 0;
	k->borrowed = stmt_int(st, 13) != 0;
	k->n = 0;
}

/* --- who wants it ----------------------------------------------------------------------------- */

/* Whether an earlier statement is of the same source. */
static bool
named_before(const struct skill *k, size_t i, const char *tier)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(k->s[j].who, k->s[i].who) == 0
		    && (!tier || strcmp(k->s[j].tier, tier) == 0))
			return true;
	return false;
}

/* "3 sources: aigraduate MLE, ~guide 2025, +1": as many names as the cells take; all when cells is 0. `sep`
 * stands before the names. */
static void
who_words(struct buf *b, const struct skill *k, const char *sep, int cells)
{
	size_t sources = 0, named = 0;

	for (size_t i = 0; i < k->n; i++)
		sources += !named_before(k, i, NULL);
	buf_addf(b, "%zu source%s", sources, sources == 1 ? "" : "s");
	for (size_t i = 0; i < k->n; i++) {
		size_t start = b->len;
		int rest = named + 1 < sources ? 4 : 0; /* for ", +9" */

		if (named_before(k, i, NULL))
			continue;
		buf_addf(
		    b, "%s%s%s", named > 0 ? ", " : sep, k->s[i].borrowed ? "~" : "", k->s[i].who);
		if (cells > 0 && text_width(b->data) + rest > cells) {
			buf_remove(b, start, b->len - start);
			break;
		}
		named++;
	}
	if (named > 0 && named < sources)
		buf_addf(b, ", +%zu", sources - named);
}

/* "skip: aigraduate MLE; nice: ~Bouchrika 2026, ~guide 2025". */
static void
sides_words(struct buf *b, const struct skill *k)
{
	for (size_t i = 0; i < k->n; i++) {
		const char *tier = k->s[i].tier, *sep = ": ";
		bool seen = false;

		for (size_t j = 0; j < i; j++)
			seen = seen || strcmp(k->s[j].tier, tier) == 0;
		if (seen)
			continue;
		buf_addf(b, "%s%s", b->len > 0 ? "; " : "", tier);
		for (size_t j = i; j < k->n; j++)
			if (strcmp(k->s[j].tier, tier) == 0 && !named_before(k, j, tier)) {
				buf_addf(
				    b, "%s%s%s", sep, k->s[j].borrowed ? "~" : "", k->s[j].who);
				sep = ", ";
			}
	}
}

/* --- lines ------------------------------------------------------------------------------------ */

/* Behind the name: who wants it, or that they disagree. */
static void
skill_value(struct buf *b, const struct page *p, const struct skill *k)
{
	if (p->opts.plain)
		who_words(b, k, ", ", 0);
	else if (k->disputed)
		buf_adds(b, "sources disagree");
	else
		who_words(b, k, ": ", p->opts.width - p->lines[p->nlines - 1].width);
}

static void
skill_line(struct role_ctx *c, const struct skill *k)
{
	struct page *p = c->p;
	struct buf b = BUF_INIT;
	int column = p->opts.width >= WIDE ? NAME : 0;

	page_line(p);
	mine_says(&b, c->r->mine, k->slug);
	page_addf(p, k->disputed ? STYLE_WARN : STYLE_VALUE, "%s %s%s%s", k->disputed ? "!" : " ",
	    k->name, b.data, p->opts.plain ? ":" : "");
	buf_clear(&b);
	page_to(p, column);
	skill_value(&b, p, k);
	page_join(p, column, k->disputed ? STYLE_WARN : STYLE_NOTE, b.data);
	if (k->disputed) {
		buf_clear(&b);
		sides_words(&b, k);
		if (p->opts.plain)
			page_add(p, STYLE_WARN, "; sources disagree, ");
		else
			page_next(p);
		page_to(p, 4);
		page_join(p, 6, STYLE_TEXT, b.data);
	}
	page_anchor(p, ANCHOR_FACT, arena_printf(c->a, "role_skill:%lld", (long long)k->s[0].id));
	page_anchor(p, ANCHOR_SKILL, k->slug);
	page_anchor(p, ANCHOR_TERM, tiers[k->tier].slug);
	buf_free(&b);
}

static void
said_line(struct role_ctx *c, const struct said *s)
{
	struct page *p = c->p;

	page_line(p);
	page_to(p, 4);
	page_addf(p, STYLE_NOTE, "%s%s: ", s->borrowed ? "~" : "", s->who);
	page_join(p, 6, STYLE_TEXT, s->tier);
	if (s->bar)
		page_joinf(p, 6, STYLE_TEXT, "; asks for: %s", s->bar);
	if (s->tools[0] != '\0')
		page_joinf(p, 6, STYLE_TEXT, "; %s", s->tools);
	if (s->why)
		page_joinf(p, 6, STYLE_TEXT, ". %s", s->why);
	if (s->words)
		page_joinf(p, 6, STYLE_NOTE, "%s \"%s\"", s->why ? "" : ";", s->words);
	page_anchor(p, ANCHOR_FACT, arena_printf(c->a, "role_skill:%lld", (long long)s->id));
}

static void
say_skill(struct role_ctx *c, const struct skill *k)
{
	skill_line(c, k);
	for (size_t i = 0; i < k->n && c->p->opts.details; i++)
		said_line(c, &k->s[i]);
}

static void
say_head(struct role_ctx *c, const struct skill *k, bool first)
{
	const struct tier *t = &tiers[k->tier];

	role_gap(c);
	page_heading(c->p, k->borrowed ? t->field : t->own, t->slug);
	if (first && c->p->opts.screen && !c->p->opts.details)
		page_right(c->p, STYLE_NOTE, "H: I have it   v: what each says");
}

static void
say_foot(struct role_ctx *c, size_t skills, bool borrowed)
{
	if (borrowed || skills < FEW)
		page_blank(c->p);
	if (borrowed)
		page_wrap(c->p, 0, STYLE_NOTE, "~ said of the whole field, not of this role alone");
	if (skills < FEW)
		page_wrapf(c->p, 0, STYLE_NOTE,
		    "Only %zu skill%s listed: too little known to judge.", skills,
		    skills == 1 ? " is" : "s are");
}

/* --- the section ------------------------------------------------------------------------------ */

static bool
list_skills(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_skills", false, e);
	struct skill k = {.tier = -1};
	int tier = -1;
	size_t count = 0;
	bool ok = st != NULL, field = false, borrowed = false, more = ok;

	while (more) {
		more = role_next(st, &ok, e);
		if (count > 0 && (!more || stmt_int(st, 12) != k.id)) {
			if (k.tier != tier || k.borrowed != field)
				say_head(c, &k, tier < 0);
			tier = k.tier;
			field = k.borrowed;
			say_skill(c, &k);
		}
		if (!more)
			break;
		if (count == 0 || stmt_int(st, 12) != k.id) {
			begin(c, &k, st);
			count++;
		}
		read_said(c, &k, st);
		borrowed = borrowed || k.s[k.n - 1].borrowed;
	}
	free(k.s);
	if (ok && count == 0 && c->p->nlines == c->begin)
		role_nothing(c, "Skills");
	else if (ok && count > 0)
		say_foot(c, count, borrowed);
	return ok;
}

/* "You: 1 of 4 musts ...", which leads to what is missing; nothing while nothing is said. */
static bool
say_mine(struct role_ctx *c, struct err *e)
{
	struct skillset to;
	struct gap g;
	struct buf b = BUF_INIT;

	if (c->r->mine == NULL || c->r->mine->have.n == 0)
		return true;
	if (!skillset_load(&to, c->r->db, &c->r->sources, c->id, c->a, e))
		return false;
	gap_make(&g, &to, &c->r->mine->have, c->a);
	buf_adds(&b, "You: ");
	gap_says(&g, &b);
	if (to.n > 0) {
		page_wrap(c->p, 0, STYLE_VALUE, b.data);
		if (c->p->opts.screen)
			page_anchor(c->p, ANCHOR_COMMAND, arena_printf(c->a, "gap %s", to.slug));
		page_anchor(c->p, ANCHOR_TERM, "must");
		page_blank(c->p);
	}
	buf_free(&b);
	return true;
}

bool
role_skills(struct role_ctx *c, struct err *e)
{
	static const char *const topics[] = {"skills", NULL};

	return say_mine(c, e) && occupation_skills(c, e) && list_skills(c, e)
	    && role_claims(c, ROLE_SKILLS, e) && role_guide(c, topics, e);
}
