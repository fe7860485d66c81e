/*
 * plan_routes.c - Plan's section Routes: the ways to the role and to what is missing for it; the ways to one skill.
 *
 * What they are made of is kept until the role, what the person says, the sources or the catalog are others.
 */
#include "career/page/routes.h"

#include "plan_state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct plan_routes {
	struct arena arena;
	int64_t role;
	const struct db *db;
	unsigned turn; /* of the sources */
	struct skillset to;
	struct gap gap;
	struct routes_shown shown;
};

static struct plan_routes *
make(struct app *a, const struct mine *m, int64_t role, struct err *e)
{
	struct plan_routes *s = mem_zero(1, sizeof *s);
	struct gap then;
	bool ok;

	arena_init(&s->arena);
	s->role = role;
	s->db = a->db;
	s->turn = db_sources_turn(a->db);
	ok = skillset_load(&s->to, a->db, &a->reader.sources, role, &s->arena, e);
	if (ok) {
		gap_make(&s->gap, &s->to, &m->have, &s->arena);
		gap_make(&then, &s->to, plan_held(a, role, &m->have), &s->arena);
		gap_hold(&s->gap, &then);
		ok = routes_load(&s->shown, &a->reader, &s->to, &s->gap, &s->arena, e);
	}
	if (ok)
		return s;
	arena_free(&s->arena);
	free(s);
	return NULL;
}

/* What one has by now may leave the list of what is missing: the cursor is at its start. */
static bool
is_past(const struct app *a, const struct plan_routes *s)
{
	return a->pane[SCREEN_PLAN].detail.cursor == 0 && s->shown.nskill != s->gap.missing;
}

bool
plan_routes(struct app *a, struct page *page, struct err *e)
{
	struct plan_state *s = plan_state(a);
	const struct mine *m = plan_mine(a, e);
	int64_t role = m != NULL ? plan_role(a) : 0;

	if (m == NULL)
		return false;
	if (role == 0) {
		plan_say_no_role(page);
		return true;
	}
	if (s->routes != NULL
	    && (s->routes->role != role || s->routes->db != a->db || is_past(a, s->routes)
		|| s->routes->turn != db_sources_turn(a->db)))
		plan_routes_forget(s);
	if (s->routes == NULL)
		s->routes = make(a, m, role, e);
	return s->routes != NULL && page_routes(page, &a->reader, &s->routes->shown, e);
}

void
plan_routes_forget(struct plan_state *s)
{
	if (s->routes == NULL)
		return;
	arena_free(&s->routes->arena);
	free(s->routes);
	s->routes = NULL;
}

/* --- one skill ------------------------------------------------------------------------------- */

static bool
load_skill(struct app *a, int64_t id, struct skill_routes *s, struct arena *arena, struct err *e)
{
	const struct sources *src = &a->reader.sources;
	int64_t role = plan_role(a);
	struct skillset to;

	if (role != 0) {
		if (!skillset_load(&to, a->db, src, role, arena, e))
			return false;
		s->role = to.title;
	}
	return routes_of_skill(&s->routes, a->db, src, id, role, arena, e);
}

/* The popup's page. */
static bool
ways(struct app *a, struct page *page, struct err *e)
{
	struct skill_routes s = {.slug = plan_state(a)->ways_to, .name = "", .role = ""};
	struct stmt *st = db_query(a->db, "mine_skill", e);
	struct arena arena;
	int64_t id = 0;
	bool ok;

	if (st == NULL)
		return false;
	arena_init(&arena);
	stmt_bind_text(st, 1, s.slug);
	if (stmt_step(st, e) == 1) {
		id = stmt_int(st, 0);
		s.name = arena_dup(&arena, stmt_str(st, 1));
	}
	stmt_reset(st);
	ok = id != 0 ? load_skill(a, id, &s, &arena, e)
		     : err_set(e, ERR_NOTFOUND, "the catalog has no skill '%.120s'", s.slug);
	if (ok)
		page_skill_routes(page, &s);
	arena_free(&arena);
	return ok;
}

static bool
open_ways(struct app *a, const char *slug, struct err *e)
{
	struct plan_state *s = plan_state(a);

	if (strlen(slug) >= sizeof s->ways_to)
		return err_set(e, ERR_USAGE, "no skill has so long a name");
	snprintf(s->ways_to, sizeof s->ways_to, "%s", slug);
	return popup_open(a, "Ways to learn it", false, ways, e);
}

/* Of a key: a skill is shown, a role becomes the current one. */
static bool
of_key(struct app *a, const char *key, struct err *e)
{
	enum thing kind;
	int64_t id;

	if (!thing_find(a->db, key, &kind, &id, e))
		return false;
	if (kind == THING_SKILL)
		return open_ways(a, key, e);
	if (kind != THING_ROLE)
		return err_set(e, ERR_USAGE, "'%.120s' is no role and no skill", key);
	return cmd_set_role(a, key, e) && plan_open(a, PLAN_ROUTES, e);
}

VERB(cmd_routes)
{
	struct buf slug = BUF_INIT;
	bool ok;

	if (*arg != '\0')
		return of_key(a, arg, e);
	ok = skill_here(a, &slug) ? open_ways(a, slug.data, e) : plan_open(a, PLAN_ROUTES, e);
	buf_free(&slug);
	return ok;
}
