/*
 * compare_keys.c - what is compared: keys of roles, of programs, of plans, or of what makes plans.
 */
#include "compare_parts.h"

#include <string.h>

/* --- words ----------------------------------------------------------------------------------- */

static const struct {
	const char *word;
	size_t most;
} kinds[COMPARE_KINDS] = {
    [COMPARE_ROLES] = {"roles", COMPARE_ROLES_MAX},
    [COMPARE_PROGRAMS] = {"programs", COMPARE_PROGRAMS_MAX},
    [COMPARE_PLANS] = {"plans", COMPARE_PLANS_MAX},
};

size_t
compare_limit(enum compare_kind kind)
{
	return kinds[kind].most;
}

const char *
compare_kind_word(enum compare_kind kind)
{
	return kinds[kind].word;
}

static const char *
thing_word(enum thing kind)
{
	static const char *const words[THING_KINDS] = {[THING_ROLE] = "a role",
	    [THING_PROGRAM] = "a program",
	    [THING_SKILL] = "a skill",
	    [THING_SOURCE] = "a source",
	    [THING_TERM] = "a term",
	    [THING_GUIDE] = "a topic of the guide"};

	return words[kind];
}

/* --- what keys name -------------------------------------------------------------------------- */

enum { KEYS = 2 * COMPARE_MAX };

/* Ids in the order of the keys. A plan is a pair of both. */
struct named {
	int64_t role[KEYS], program[KEYS];
	size_t roles, programs;
	struct compare_pair {
		int64_t program, role;
	} pair[KEYS];
	size_t pairs;
};

static bool
twice(const char *key, struct err *e)
{
	return err_set(e, ERR_USAGE, "\"%s\" stands twice in the comparison", key);
}

static bool
too_many_keys(struct err *e)
{
	return err_set(
	    e, ERR_USAGE, "at most %d columns stand side by side: leave some out", COMPARE_MAX);
}

static bool
take_id(int64_t *ids, size_t *n, int64_t id, const char *key, struct err *e)
{
	for (size_t i = 0; i < *n; i++)
		if (ids[i] == id)
			return twice(key, e);
	if (*n == KEYS)
		return too_many_keys(e);
	ids[(*n)++] = id;
	return true;
}

static bool
find_as(struct making *m, const char *key, enum thing want, int64_t *id, struct err *e)
{
	enum thing kind;

	return thing_find(m->r->db, key, &kind, id, e)
	    && (kind == want
		|| err_set(e, ERR_USAGE, "\"%s\" is %s, where a plan has %s: PROGRAM%cROLE", key,
		    thing_word(kind), thing_word(want), COMPARE_PLUS));
}

static bool
has_pair(const struct named *out, struct compare_pair pair)
{
	for (size_t i = 0; i < out->pairs; i++)
		if (out->pair[i].program == pair.program && out->pair[i].role == pair.role)
			return true;
	return false;
}

static bool
take_pair(struct named *out, struct compare_pair pair, struct err *e)
{
	if (out->pairs == KEYS)
		return too_many_keys(e);
	out->pair[out->pairs++] = pair;
	return true;
}

static bool
add_plan(struct named *out, struct compare_pair pair, const char *key, struct err *e)
{
	return has_pair(out, pair) ? twice(key, e) : take_pair(out, pair, e);
}

/* 0: it is no stable key. Unlike thing_find it does not look through all names then. */
static int64_t
id_of_key(struct making *m, const char *query, const char *key, struct err *e)
{
	struct stmt *st = db_query(m->r->db, query, e);
	int64_t id = 0;

	if (st == NULL)
		return 0;
	stmt_bind_text(st, 1, key);
	if (stmt_step(st, e) == 1)
		id = stmt_int(st, 0);
	stmt_reset(st);
	return id;
}

/* A plan as the columns of a comparison name it: two stable keys. */
static bool
is_plan(struct making *m, const char *key, struct compare_pair *pair)
{
	const char *plus = strrchr(key, COMPARE_PLUS);
	struct err e;

	if (plus == NULL)
		return false;
	pair->program =
	    id_of_key(m, "thing_program", arena_ndup(&m->c->arena, key, (size_t)(plus - key)), &e);
	pair->role = pair->program != 0 ? id_of_key(m, "thing_role", plus + 1, &e) : 0;
	return pair->role != 0;
}

static bool
name_plan(struct making *m, struct named *out, const char *key, struct err *e)
{
	const char *plus = strrchr(key, COMPARE_PLUS);
	struct compare_pair pair = {0, 0};

	return find_as(m, arena_ndup(&m->c->arena, key, (size_t)(plus - key)), THING_PROGRAM,
		   &pair.program, e)
	    && find_as(m, plus + 1, THING_ROLE, &pair.role, e) && add_plan(out, pair, key, e);
}

static bool
name_one(struct making *m, struct named *out, const char *key, struct err *e)
{
	struct compare_pair pair;
	struct err why = {0};
	enum thing kind;
	int64_t id;

	if (is_plan(m, key, &pair))
		return add_plan(out, pair, key, e);
	if (!thing_find(m->r->db, key, &kind, &id, &why)) {
		if (strchr(key, COMPARE_PLUS) != NULL && key[strlen(key) - 1] != COMPARE_PLUS)
			return name_plan(m, out, key, e);
		*e = why;
		return false;
	}
	if (kind == THING_ROLE)
		return take_id(out->role, &out->roles, id, key, e);
	if (kind == THING_PROGRAM)
		return take_id(out->program, &out->programs, id, key, e);
	return err_set(e, ERR_USAGE, "\"%s\" is %s: only roles and programs are compared", key,
	    thing_word(kind));
}

/* --- columns --------------------------------------------------------------------------------- */

/* Each program for each role, behind the plans that were named. */
static bool
cross(struct named *all, struct err *e)
{
	size_t n = all->programs * all->roles;

	if (all->pairs + n > COMPARE_PLANS_MAX && all->pairs == 0)
		return err_set(e, ERR_USAGE,
		    "%zu programs for %zu roles are %zu plans; at most %d stand side by side",
		    all->programs, all->roles, n, COMPARE_PLANS_MAX);
	for (size_t i = 0; i < all->programs; i++)
		for (size_t k = 0; k < all->roles; k++) {
			struct compare_pair pair = {all->program[i], all->role[k]};

			if (!has_pair(all, pair) && !take_pair(all, pair, e))
				return false;
		}
	return true;
}

static bool
check_whole(const struct named *all, struct err *e)
{
	if (all->pairs > 0 && all->programs > 0 && all->roles == 0)
		return err_set(e, ERR_USAGE,
		    "programs stand beside plans without a role: name one, or PROGRAM%cROLE",
		    COMPARE_PLUS);
	if (all->pairs > 0 && all->roles > 0 && all->programs == 0)
		return err_set(e, ERR_USAGE,
		    "roles stand beside plans without a program: name one, or PROGRAM%cROLE",
		    COMPARE_PLUS);
	return true;
}

static bool
check_count(enum compare_kind kind, size_t n, struct err *e)
{
	size_t most = compare_limit(kind);

	if (n > most)
		return err_set(e, ERR_USAGE, "at most %zu %s are compared, not %zu: leave %zu out",
		    most, compare_kind_word(kind), n, n - most);
	if (n < 2 && kind != COMPARE_PLANS)
		return err_set(e, ERR_USAGE,
		    "a comparison needs 2 to %d roles, 2 to %d programs, or both, not %zu",
		    COMPARE_ROLES_MAX, COMPARE_PROGRAMS_MAX, n);
	return true;
}

static bool
take_columns(struct making *m, const struct named *all, struct err *e)
{
	struct compare *c = m->c;
	size_t n = all->pairs > 0 ? all->pairs : all->programs > 0 ? all->programs : all->roles;

	c->kind = all->pairs > 0 ? COMPARE_PLANS
	    : all->programs > 0  ? COMPARE_PROGRAMS
				 : COMPARE_ROLES;
	if (!check_count(c->kind, n, e))
		return false;
	c->n = n;
	for (size_t i = 0; i < n; i++) {
		c->id[i] = c->kind == COMPARE_PLANS ? all->pair[i].program
		    : c->kind == COMPARE_PROGRAMS   ? all->program[i]
						    : all->role[i];
		c->aim[i].role = c->kind == COMPARE_PLANS ? all->pair[i].role : 0;
	}
	return true;
}

bool
compare_keys(struct making *m, const char *const *keys, size_t n, struct err *e)
{
	struct named all = {.roles = 0};

	for (size_t i = 0; i < n; i++)
		if (!name_one(m, &all, keys[i], e))
			return false;
	if (!check_whole(&all, e))
		return false;
	if (all.roles > 0 && all.programs > 0 && !cross(&all, e))
		return false;
	return take_columns(m, &all, e);
}
