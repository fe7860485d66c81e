/* plan_skills.c - Plan's section Skills: what one says of one's skills, and what the present job proposes. */
#include "career/page/mine.h"

#include "plan_state.h"

#include <stdlib.h>

/* NULL: no such role. */
static bool
load(struct app *a, int64_t role, struct skillset *s, const struct skillset **out,
    struct arena *arena, struct err *e)
{
	*out = role != 0 ? s : NULL;
	return role == 0 || skillset_load(s, a->db, &a->reader.sources, role, arena, e);
}

/* How one says it, with the keys that do. */
void
plan_how_to_say(const struct app *a, struct buf *out)
{
	buf_addf(out,
	    "%s on any skill says that you have it, again: partly, learning, want. Try: %s, "
	    "then %s.",
	    app_key_of(a, IN_LIST, "have"), app_key_of(a, IN_DETAIL, "screen skills"),
	    app_key_of(a, IN_LIST, "have"));
}

bool
plan_skills(struct app *a, struct page *page, struct err *e)
{
	const struct mine *m = plan_mine(a, e);
	struct mine_page q = {.mine = m};
	struct skillset to, from;
	struct arena arena;
	struct buf how = BUF_INIT, job = BUF_INIT;
	char *gone = plan_from(a) == 0 ? profile_get(a->profile, "from") : NULL;
	bool ok;

	arena_init(&arena);
	plan_how_to_say(a, &how);
	buf_addf(&job, "Your job now is not named: %s on a role does, and its skills are proposed.",
	    app_key_on(a, SCREEN_ROLES, IN_LIST, "from-role"));
	q.how = how.data;
	q.job = job.data;
	q.gone = gone;
	ok = m != NULL && load(a, plan_role(a), &to, &q.to, &arena, e)
	    && load(a, plan_from(a), &from, &q.from, &arena, e);
	if (ok)
		page_mine(page, &q);
	arena_free(&arena);
	buf_free(&how);
	buf_free(&job);
	free(gone);
	return ok;
}

void
plan_skills_forget(struct plan_state *s)
{
	(void)s;
}

void
plan_settle_skills(struct app *a, struct pane *p)
{
	struct err e;
	const struct mine *m = p->mine_turn != plan_state(a)->turn ? plan_mine(a, &e) : NULL;

	if (m == NULL)
		return;
	p->mine_turn = a->plan->turn;
	free(p->mine);
	p->mine = m->have.n > 0 ? mem_zero(p->frame.rows, 1) : NULL;
	for (size_t i = 0; i < m->have.n; i++) {
		uint32_t row = frame_find(&p->frame, (int32_t)m->have.h[i].skill);

		if (row != UINT32_MAX)
			p->mine[row] = (unsigned char)m->have.h[i].how;
	}
}
