/*
 * start_about.c - whom the first screen is about: the current role, or the one that is taken by rule, and the
 * roles that are set beside it.
 */
#include "career/model/mine.h"
#include "start_parts.h"

#include <stdio.h>
#include <string.h>

void
start_init(struct start *s)
{
	memset(s, 0, sizeof *s);
	arena_init(&s->arena);
	for (size_t i = 0; i < START_QUESTIONS; i++)
		s->line[i] = SIZE_MAX;
}

void
start_free(struct start *s)
{
	arena_free(&s->arena);
	memset(s, 0, sizeof *s);
}

/* The first row of a query with a role's id, slug and title; none: out->id is 0. */
static bool
take_role(struct start *s, struct stmt *st, struct start_role *out, struct err *e)
{
	int step = st != NULL ? stmt_step(st, e) : -1;

	*out = (struct start_role){0, "", ""};
	if (step == 1)
		*out = (struct start_role){stmt_int(st, 0), arena_dup(&s->arena, stmt_str(st, 1)),
		    arena_dup(&s->arena, stmt_str(st, 2))};
	if (st != NULL)
		stmt_reset(st);
	return step >= 0;
}

static bool
find_role(struct start *s, struct reader *r, struct err *e)
{
	struct stmt *st = db_query(r->db, "start_role", e);

	if (st != NULL)
		stmt_bind_text(st, 1, s->asked);
	if (!take_role(s, st, &s->role, e))
		return false;
	s->chosen = s->role.id != 0;
	for (int only = 1; only >= 0 && s->role.id == 0; only--) {
		st = db_query(r->db, "start_default", e);
		if (st != NULL)
			stmt_bind_int(st, 1, only);
		if (!take_role(s, st, &s->role, e))
			return false;
	}
	return true;
}

static bool
kin_of(struct start *s, struct reader *r, const char *query, struct err *e)
{
	struct stmt *st = db_query(r->db, query, e);
	int step = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, s->role.id);
	while (s->nkin < START_KIN && (step = stmt_step(st, e)) == 1)
		s->kin[s->nkin++] = (struct start_role){stmt_int(st, 0),
		    arena_dup(&s->arena, stmt_str(st, 1)), arena_dup(&s->arena, stmt_str(st, 2))};
	stmt_reset(st);
	return step >= 0;
}

/* Of an occupation what O*NET says is related to it. */
static bool
find_kin(struct start *s, struct reader *r, struct err *e)
{
	return kin_of(s, r, "start_related", e)
	    && (s->nkin > 0 || kin_of(s, r, "start_kindred", e));
}

static bool
find_programs(struct start *s, struct reader *r, struct err *e)
{
	struct stmt *st = db_query(r->db, "start_any_program", e);
	int step = st != NULL ? stmt_step(st, e) : -1;

	s->programs = step == 1;
	if (st != NULL)
		stmt_reset(st);
	return step >= 0;
}

bool
start_set(struct start *s, struct reader *r, enum level level, struct err *e)
{
	const char *asked = r->role != NULL ? r->role : "";
	const char *about = r->program != NULL ? r->program : "";
	const char *said = r->asks != NULL ? r->asks : "";
	unsigned sources = db_sources_turn(r->db);
	struct buf mine = BUF_INIT;
	bool same;

	if (r->mine != NULL)
		mine_text(r->mine, &mine);
	same = s->set && s->level == level && s->sources == sources && strcmp(s->asked, asked) == 0
	    && strcmp(s->about, about) == 0 && strcmp(s->said, said) == 0
	    && strcmp(s->mine, mine.data) == 0;
	if (same) {
		buf_free(&mine);
		return true;
	}
	arena_reset(&s->arena);
	s->mine = arena_dup(&s->arena, mine.data);
	buf_free(&mine);
	s->nkin = 0;
	memset(s->answer, 0, sizeof s->answer);
	snprintf(s->asked, sizeof s->asked, "%s", asked);
	s->level = level;
	s->sources = sources;
	snprintf(s->about, sizeof s->about, "%s", about);
	s->said = arena_dup(&s->arena, said);
	s->set = find_role(s, r, e) && (s->role.id == 0 || find_kin(s, r, e))
	    && find_programs(s, r, e) && start_find_program(s, r, e) && start_find_known(s, r, e);
	return s->set;
}
