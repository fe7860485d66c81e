/*
 * conflict_stance.c - questions on which one source's words are for and another's against.
 *
 * A stance is text. Which side it takes is read from the source's own words by a table of wordings; words with
 * neither kind of wording, or with both, take no side. Questions that have a rule of their own (which degree) are
 * left to it.
 */
#include "conflict_parts.h"
#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>

static const char *const for_it[] = {"significant", "non-negotiable", "enhance", "require", "vital",
    "premium", "deeply", "fundamental", "grown", "design", NULL};
static const char *const against_it[] = {"less than", "regardless", "normalized", "without",
    "far more than", "doesn't", "didn't", "don't", "isn't", "not ", "unlike", "enough for", NULL};
static const char *const own_rule[] = {"degree", "entry-level", NULL};

enum side { SIDE_FOR, SIDE_AGAINST, SIDE_NONE };

struct claim {
	int64_t role, id;
	const struct source *source;
	const char *topic, *words;
	enum side side;
	bool borrowed;
};

static bool
any_in(const char *text, const char *const *wordings)
{
	for (; *wordings != NULL; wordings++)
		if (strstr(text, *wordings) != NULL)
			return true;
	return false;
}

static enum side
side_of(const char *words)
{
	struct buf b = BUF_INIT;
	bool is_for, against;

	text_fold(&b, words, strlen(words));
	is_for = any_in(b.data, for_it);
	against = any_in(b.data, against_it);
	buf_free(&b);
	if (is_for == against)
		return SIDE_NONE;
	return against ? SIDE_AGAINST : SIDE_FOR;
}

static bool
has_own_rule(const char *topic)
{
	for (size_t i = 0; own_rule[i] != NULL; i++)
		if (strcmp(own_rule[i], topic) == 0)
			return true;
	return false;
}

static void
say_topic(struct buf *b, const char *topic)
{
	for (; *topic != '\0'; topic++)
		buf_addc(b, (char)(*topic == '-' ? ' ' : *topic));
}

static void
add_topic(struct conflict_job *j, const struct claim *m, size_t n)
{
	size_t count[SIDE_NONE + 1] = {0};
	struct buf b = BUF_INIT;
	struct conflict *c;

	for (size_t i = 0; i < n; i++)
		count[m[i].side]++;
	if (count[SIDE_FOR] == 0 || count[SIDE_AGAINST] == 0)
		return;
	c = conflict_new(j, CONFLICT_STANCE, m->role);
	for (size_t i = 0; i < n; i++) {
		if (m[i].side == SIDE_NONE)
			continue;
		buf_addf(&b, "\"%s\"", m[i].words);
		conflict_add(j, c,
		    &(struct conflict_side){.source = m[i].source,
			.table = "claim",
			.id = m[i].id,
			.side = (unsigned)m[i].side,
			.text = b.data});
		buf_clear(&b);
		c->borrowed += m[i].borrowed;
	}
	c->strength = 0.3;
	say_topic(&b, m->topic);
	c->topic = conflict_keep(j, &b);
	buf_addf(&b, "%s: ", c->topic);
	conflict_list(&b, c, SIDE_FOR);
	buf_adds(&b, " against ");
	conflict_list(&b, c, SIDE_AGAINST);
	c->what = conflict_keep(j, &b);
}

bool
conflict_rule_stance(struct conflict_job *j, struct err *e)
{
	struct stmt *st = conflict_query(j, "conflict_claims", e);
	struct claim *m = NULL;
	size_t n = 0, cap = 0;
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		if (has_own_rule(stmt_str(st, 1)))
			continue;
		m = mem_reserve(m, &cap, n + 1, sizeof *m);
		m[n++] = (struct claim){
		    .role = stmt_int(st, 0),
		    .topic = arena_dup(j->a, stmt_str(st, 1)),
		    .id = stmt_int(st, 2),
		    .source = sources_by_id(j->src, stmt_int(st, 3)),
		    .words = arena_dup(j->a, stmt_str(st, 4)),
		    .side = side_of(stmt_str(st, 4)),
		    .borrowed = stmt_int(st, 5) != 0,
		};
	}
	for (size_t from = 0, to; got == 0 && from < n; from = to) {
		for (to = from + 1; to < n && m[from].role == m[to].role
		     && strcmp(m[from].topic, m[to].topic) == 0;
		     to++)
			;
		add_topic(j, m + from, to - from);
	}
	free(m);
	return got == 0;
}
