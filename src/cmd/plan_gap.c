/* plan_gap.c - Plan's section Gap: what is missing for the role, beside what one has or beside one's present job. */
#include "career/page/gap.h"

#include "plan_state.h"
#include "verbs.h"

#include <string.h>

/* What to do where nothing is said. */
static void
say_how(struct app *a, struct page *page, const struct mine *m)
{
	struct buf b = BUF_INIT;

	if (m->n > 0)
		return;
	plan_how_to_say(a, &b);
	page_blank(page);
	page_wrapf(page, 0, STYLE_NOTE, "Nothing is said of your skills yet. %s", b.data);
	page_anchor(page, ANCHOR_COMMAND, "plan skills");
	buf_free(&b);
}

static bool
beside_job(
    struct app *a, struct page *page, const struct skillset *to, struct arena *arena, struct err *e)
{
	struct skillset from;
	struct haves have;
	struct gap g;

	if (!skillset_load(&from, a->db, &a->reader.sources, plan_from(a), arena, e))
		return false;
	haves_of_role(&have, &from, arena);
	gap_make(&g, to, &have, arena);
	page_gap(page, &g, &from);
	return true;
}

/* What one had when the cursor was last at the page's start: what is said from there on moves no line. */
const struct haves *
plan_held(struct app *a, int64_t role, const struct haves *now)
{
	struct plan_state *s = a->plan;
	const struct detail *d = &a->pane[SCREEN_PLAN].detail;

	if (d->cursor == 0 || s->held_role != role) {
		s->held_role = role;
		s->held.n = now->n;
		s->held.h = mem_grow(s->held.h, now->n + 1, sizeof *s->held.h);
		if (now->n > 0)
			memcpy(s->held.h, now->h, now->n * sizeof *now->h);
	}
	return &s->held;
}

static void
beside_me(struct app *a, struct page *page, const struct skillset *to, const struct mine *m,
    struct arena *arena)
{
	struct gap g, then;

	gap_make(&g, to, &m->have, arena);
	gap_make(&then, to, plan_held(a, to->role, &m->have), arena);
	gap_hold(&g, &then);
	page_gap(page, &g, NULL);
	say_how(a, page, m);
}

bool
plan_gap(struct app *a, struct page *page, struct err *e)
{
	const struct mine *m = plan_mine(a, e);
	int64_t role = m != NULL ? plan_role(a) : 0;
	struct skillset to;
	struct arena arena;
	bool ok;

	if (m == NULL)
		return false;
	if (role == 0) {
		plan_say_no_role(page);
		return true;
	}
	arena_init(&arena);
	ok = skillset_load(&to, a->db, &a->reader.sources, role, &arena, e);
	if (ok && a->plan->beside_job && plan_from(a) != 0)
		ok = beside_job(a, page, &to, &arena, e);
	else if (ok)
		beside_me(a, page, &to, m, &arena);
	arena_free(&arena);
	return ok;
}

VERB(cmd_gap_from)
{
	struct plan_state *s = plan_state(a);

	(void)arg;
	if (!plan_only(a, "gap-from", e))
		return false;
	if (plan_from(a) == 0)
		return err_set(e, ERR_NOTFOUND, "your job now is not named: %s on a role names it",
		    app_key_on(a, SCREEN_ROLES, IN_LIST, "from-role"));
	s->beside_job = !s->beside_job;
	app_stale(a);
	app_say(a, s->beside_job ? "beside all that your job now takes" : "beside what you have");
	return true;
}

VERB(cmd_gap)
{
	return (*arg == '\0' || cmd_set_role(a, arg, e)) && plan_open(a, PLAN_GAP, e);
}
