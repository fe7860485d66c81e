/*
 * skills_set.c - `career skills set`: what a person has, learns or wants to learn.
 *
 * "python=partly" says it of a skill, "python" alone that one has it, "=no" takes it back; behind '@' one's level
 * on O*NET's scale. All words or none. Without any what is kept is printed, also of skills that the catalog does
 * not have.
 */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/model/gap.h"
#include "career/out/out.h"
#include "career/page/pages.h"
#include "career/store/profile.h"
#include "skills.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_LEVEL = 7 };

struct setting {
	struct cli *c;
	struct db *db;
	struct profile *p;
	struct arena a;
	struct kept_skill *s;
	size_t n;
};

/* --- what is said ----------------------------------------------------------------------------- */

static bool
wrong_word(const char *word, struct err *e)
{
	return err_set(e, ERR_USAGE,
	    "'%s': a skill is set as KEY=have, =partly, =learning, =want or =no, with @0 to @7 behind it "
	    "for a level",
	    word);
}

/* Cuts "@4" and "=have" off a word. */
static bool
read_word(char *word, enum having *how, int *level, struct err *e)
{
	char *whole = mem_dup(word), *at = strchr(word, '@'), *state = strchr(word, '=');
	bool ok = true;

	*how = HAVE_YES;
	*level = -1;
	if (at != NULL) {
		ok = at[1] >= '0' && at[1] <= '0' + MAX_LEVEL && at[2] == '\0';
		*level = ok ? at[1] - '0' : -1;
		*at = '\0';
	}
	if (state != NULL) {
		*state = '\0';
		*how = having_of(state + 1);
	}
	if (!ok || *how == HAVE_COUNT || *word == '\0')
		ok = wrong_word(whole, e);
	free(whole);
	return ok;
}

static bool
name_of(struct setting *s, int64_t id, struct kept_skill *k, struct err *e)
{
	struct stmt *st = db_query(s->db, "skill_named", e);
	int rc;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	rc = stmt_step(st, e);
	if (rc == 1) {
		k->skill = arena_dup(&s->a, stmt_str(st, 0));
		k->name = arena_dup(&s->a, stmt_str(st, 1));
	}
	stmt_reset(st);
	return rc == 1;
}

struct gone {
	const char *skill;
	bool kept;
};

static void
find_kept(void *ctx, const struct kept_skill *k)
{
	struct gone *g = ctx;

	g->kept = g->kept || strcmp(k->skill, g->skill) == 0;
}

/* A skill that the catalog does not have can still be taken back. */
static bool
forget_gone(struct setting *s, const char *word, struct kept_skill *k, struct err *e)
{
	struct gone g = {word, false};
	struct err why;

	if (!profile_skills(s->p, find_kept, &g, &why) || !g.kept)
		return false;
	err_clear(e);
	k->skill = k->name = arena_dup(&s->a, word);
	return true;
}

static bool
take_word(struct setting *s, const char *said, struct err *e)
{
	char *word = arena_dup(&s->a, said);
	struct kept_skill *k = &s->s[s->n];
	enum having how;
	enum thing kind;
	int64_t id;

	if (!read_word(word, &how, &k->level, e))
		return false;
	k->state = how == HAVE_NOT ? NULL : having_word(how);
	s->n++;
	if (!thing_find(s->db, word, &kind, &id, e))
		return k->state == NULL && forget_gone(s, word, k, e);
	if (kind != THING_SKILL)
		return err_set(e, ERR_USAGE, "'%s' is no skill", word);
	return name_of(s, id, k, e);
}

static bool
set_all(struct setting *s, struct err *e)
{
	const struct cmdline *cmd = s->c->cmd;
	bool ok = true;

	s->s = arena_alloc(&s->a, cmd->nargs * sizeof *s->s);
	for (size_t i = 1; ok && i < cmd->nargs; i++)
		ok = take_word(s, cmd->args[i], e);
	for (size_t i = 0; ok && i < s->n; i++)
		ok = profile_skill_set(s->p, &s->s[i], e);
	return ok;
}

/* --- what is kept ----------------------------------------------------------------------------- */

struct printing {
	struct setting *s;
	struct out out;
};

static bool
is_there(struct db *db, const char *slug)
{
	struct err e;
	struct stmt *st = db_query(db, "thing_skill", &e);
	bool there;

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, slug);
	there = stmt_step(st, &e) == 1;
	stmt_reset(st);
	return there;
}

static void
print_row(void *ctx, const struct kept_skill *k)
{
	struct printing *p = ctx;
	char level[4] = {(char)('0' + k->level), '\0'};

	out_row(&p->out,
	    (const struct cell[]){{.kind = CELL_TEXT, .text = k->skill},
		{.kind = CELL_TEXT, .text = k->name}, {.kind = CELL_TEXT, .text = k->state},
		{.kind = k->level >= 0 ? CELL_NUMBER : CELL_ABSENT, .text = level},
		{.kind = CELL_TEXT, .text = is_there(p->s->db, k->skill) ? "there" : "gone"}});
}

static bool
print_all(struct setting *s, struct err *e)
{
	static const struct out_column cols[] = {{"key", "Key", false, 24},
	    {"skill", "Skill", false, 32}, {"state", "State", false, 9},
	    {"level", "Level", true, 5}, {"catalog", "In the catalog", false, 8}};
	struct cli *c = s->c;
	struct printing p = {s, cli_table(c, cols, sizeof cols / sizeof *cols, false)};
	bool ok;

	out_begin(&p.out);
	ok = profile_skills(s->p, print_row, &p, e);
	out_end(&p.out);
	return ok;
}

static bool
set_or_print(struct cli *c, struct profile *p, void *ctx, struct err *e)
{
	struct setting *s = ctx;

	s->p = p;
	return c->cmd->nargs > 1 ? set_all(s, e) : print_all(s, e);
}

bool
skills_set(struct cli *c, struct err *e)
{
	struct setting s = {.c = c, .db = cli_catalog(c, e)};
	bool ok;

	arena_init(&s.a);
	ok = s.db != NULL && cli_write(c, set_or_print, &s, e);
	arena_free(&s.a);
	db_close(s.db);
	return ok;
}

bool
verb_skills(struct cli *c, struct err *e)
{
	static const struct {
		const char *word;
		bool (*run)(struct cli *c, struct err *e);
	} acts[] = {{"set", skills_set}, {"mine", skills_mine}, {"from", skills_from}};
	const struct cmdline *cmd = c->cmd;

	for (size_t i = 0; cmd->nargs > 0 && i < sizeof acts / sizeof *acts; i++)
		if (strcmp(cmd->args[0], acts[i].word) == 0)
			return acts[i].run(c, e);
	return verb_list(c, e);
}
