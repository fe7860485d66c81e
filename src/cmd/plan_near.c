/* plan_near.c - Plan's section Near: roles that want nearly the same, and which one skill more opens most. */
#include "career/page/near.h"
#include "career/page/opens.h"

#include "plan_state.h"
#include "verbs.h"

#include <stdlib.h>

enum { NEAR_ROLES = 6, NEAR_SKILLS = 8 };

/* What is dear to count; made again for another role, or when sources are switched. */
struct plan_near {
	int64_t role;
	bool occupations;
	unsigned turn;
	bool rated; /* the role is an occupation */
	struct arena arena;
	struct skillset of;
	struct nears near;
	struct opens_list opens;
};

void
plan_near_forget(struct plan_state *s)
{
	if (s->near == NULL)
		return;
	arena_free(&s->near->arena);
	free(s->near);
	s->near = NULL;
}

static bool
load(struct app *a, struct plan_near *n, const struct mine *m, struct err *e)
{
	struct spaces *spaces = &a->plan->spaces;
	struct near_ask near = {n->role, false, a->details ? 3 * NEAR_ROLES : NEAR_ROLES};
	struct opens_ask opens = {&m->have, false, a->details ? 4 * NEAR_SKILLS : NEAR_SKILLS};

	if (!skillset_load(&n->of, a->db, &a->reader.sources, n->role, &n->arena, e))
		return false;
	n->rated = n->of.rated;
	near.occupations = opens.occupations = n->rated || n->occupations;
	return near_load_over(&n->near, a->db, spaces, &near, &n->arena, e)
	    && opens_load_over(&n->opens, a->db, spaces, &opens, &n->arena, e);
}

static const struct plan_near *
find(struct app *a, const struct mine *m, struct err *e)
{
	struct plan_state *s = plan_state(a);
	struct plan_near *n = s->near;
	unsigned turn = 2 * db_sources_turn(a->db) + a->details;
	int64_t role = plan_role(a);

	if (n != NULL && n->role == role && n->turn == turn
	    && n->occupations == s->near_occupations)
		return n;
	plan_near_forget(s);
	s->near = n = mem_zero(1, sizeof *n);
	arena_init(&n->arena);
	n->role = role;
	n->turn = turn;
	n->occupations = s->near_occupations;
	if (load(a, n, m, e))
		return n;
	plan_near_forget(s);
	return NULL;
}

/* How the other kind of roles is shown; "" where there is none. */
static void
say_turn(struct app *a, const struct plan_near *n, struct buf *out)
{
	if (n->rated || !n->near.has_sets)
		return;
	buf_addf(out,
	    n->occupations ? "%s: roles of packs again." : "%s: occupations of imported sets.",
	    app_key_of(a, IN_DETAIL, "plan-occupations"));
}

bool
plan_near(struct app *a, struct page *page, struct err *e)
{
	const struct mine *m = plan_role(a) != 0 ? plan_mine(a, e) : NULL;
	const struct plan_near *n;
	struct buf how = BUF_INIT, turn = BUF_INIT;
	struct opens_page op;
	bool ok;

	if (plan_role(a) == 0) {
		plan_say_no_role(page);
		return true;
	}
	n = m != NULL ? find(a, m, e) : NULL;
	if (n == NULL)
		return false;
	ok = page_near(page, &a->reader, &n->of, &n->near, n->rated || n->occupations, e);
	if (ok) {
		if (m->have.n == 0)
			plan_how_to_say(a, &how);
		say_turn(a, n, &turn);
		op = (struct opens_page){.opens = &n->opens,
		    .occupations = n->rated || n->occupations,
		    .nothing = m->have.n == 0,
		    .how = how.data != NULL ? how.data : "",
		    .turn = turn.data != NULL ? turn.data : ""};
		page_opens(page, &op, false);
	}
	buf_free(&how);
	buf_free(&turn);
	return ok;
}

static bool
can_turn(const struct plan_near *n, struct err *e)
{
	if (n->rated)
		return err_set(e, ERR_USAGE,
		    "%s is an occupation: what stands here is of occupations", n->of.title);
	if (!n->near.has_sets)
		return err_set(e, ERR_NOTFOUND,
		    "no rated occupations in this catalog: `career get onet` imports them");
	return true;
}

VERB(cmd_plan_occupations)
{
	struct plan_state *s = plan_state(a);

	(void)arg;
	if (!plan_only(a, "plan-occupations", e))
		return false;
	if (plan_section_here(a) == PLAN_NEAR && s->near != NULL && !can_turn(s->near, e))
		return false;
	if (plan_section_here(a) == PLAN_RANK)
		return plan_rank_occupations(a, e);
	s->near_occupations = !s->near_occupations;
	a->pane[SCREEN_PLAN].detail.valid = false;
	return true;
}
