/*
 * looked.c - what was looked at: a role, program or skill whose page has the focus while nobody types.
 */
#include "kept_state.h"

#include <string.h>

void
looked_settle(struct app *a)
{
	struct pane *p = app_pane(a);
	struct looked_state *l = &a->looked;
	int64_t id = pane_id(p);
	bool counts = p->def->list != NULL && p->def->thing <= THING_SKILL
	    && p->focus == FOCUS_DETAIL && id != 0 && !script_is_tour(a);

	if (!counts) {
		if (!l->wanted)
			l->id = 0;
		return;
	}
	if (l->id == id && l->screen == a->screen)
		return;
	l->screen = a->screen;
	l->id = id;
	l->wanted = true;
}

bool
app_idle(struct app *a, bool now)
{
	struct looked_state *l = &a->looked;
	struct kept_thing t;
	struct err e;

	if (!l->wanted || !now)
		return l->wanted;
	l->wanted = false;
	if (kept_by_id(&t, a->db, pane_defs[l->screen].list->name, l->id, &e)
	    && profile_look(a->profile, t.list, t.key, t.title, &e)) {
		if (a->plan != NULL)
			plan_history_forget(a->plan);
		a->pane[SCREEN_PLAN].detail.valid = false;
	}
	return false;
}
