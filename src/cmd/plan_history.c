/*
 * plan_history.c - Plan's section History: what has changed since last time, what was looked at, the steps that can be
 * taken back; and today's figures taken for known.
 */
#include "career/page/changes.h"

#include "plan_state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOOKED = 30, STEPS = 30 };

struct plan_history {
	struct arena arena;
	unsigned sources; /* db_sources_turn of what was read */
	struct changed_items changes;
};

void
plan_history_forget(struct plan_state *s)
{
	if (s->history == NULL)
		return;
	arena_free(&s->history->arena);
	free(s->history);
	s->history = NULL;
}

const struct changed_items *
plan_changes(struct app *a, struct err *e)
{
	struct plan_state *s = plan_state(a);
	struct plan_history *h;

	if (s->history != NULL && s->history->sources != db_sources_turn(a->db))
		plan_history_forget(s);
	if (s->history != NULL)
		return &s->history->changes;
	h = s->history = mem_zero(1, sizeof *h);
	arena_init(&h->arena);
	h->sources = db_sources_turn(a->db);
	if (changes_read(&h->changes, a->db, &a->reader.sources, a->profile, &h->arena, e))
		return &h->changes;
	plan_history_forget(s);
	return NULL;
}

/* --- what was looked at, and the steps ------------------------------------------------------- */

struct listing {
	struct app *a;
	struct page *page;
	size_t n;
};

static void
say_when(struct page *page, const char *when)
{
	char text[20];

	local_time(when, text, sizeof text);
	page_right(page, STYLE_NOTE, text);
}

static void
take_look(void *ctx, const struct kept_look *k)
{
	struct listing *l = ctx;

	if (l->n++ >= LOOKED)
		return;
	page_line(l->page);
	page_addf(l->page, STYLE_LINK, "%s", k->title);
	if (k->n > 1)
		page_joinf(l->page, 2, STYLE_NOTE, ", %lld times", (long long)k->n);
	say_when(l->page, k->last);
	if (list_anchor(k->list) != ANCHOR_NONE)
		page_anchor(l->page, list_anchor(k->list), k->key);
}

static void
take_step(void *ctx, const struct profile_step *s, bool undone)
{
	struct listing *l = ctx;
	char step[40];

	if (l->n++ >= STEPS)
		return;
	page_line(l->page);
	page_addf(l->page, undone ? STYLE_NOTE : STYLE_TEXT, "%s%s", s->words,
	    undone ? " (taken back)" : "");
	say_when(l->page, s->made);
	snprintf(step, sizeof step, "undo-step %lld", (long long)s->id);
	page_anchor(l->page, ANCHOR_COMMAND, step);
}

static void
say_more(struct listing *l, size_t shown)
{
	if (l->n > shown)
		page_wrapf(l->page, 0, STYLE_NOTE, "and %zu more", l->n - shown);
}

static bool
say_looked(struct app *a, struct page *page, struct err *e)
{
	struct listing l = {a, page, 0};
	bool ok;

	page_blank(page);
	page_heading(page, "What was looked at", NULL);
	ok = profile_looked(a->profile, take_look, &l, e);
	if (ok && l.n == 0)
		page_wrap(page, 0, STYLE_NOTE,
		    "Nothing yet: the page of a role, program or skill counts.");
	say_more(&l, LOOKED);
	return ok;
}

static bool
say_steps(struct app *a, struct page *page, struct err *e)
{
	struct listing l = {a, page, 0};
	bool ok;

	page_blank(page);
	page_heading(page, "What you changed", NULL);
	page_wrapf(page, 0, STYLE_NOTE,
	    "%s takes the newest back, %s does it again, %s on a line takes back that one alone.",
	    app_key_on(a, SCREEN_PLAN, IN_DETAIL, "undo"),
	    app_key_on(a, SCREEN_PLAN, IN_DETAIL, "redo"),
	    app_key_on(a, SCREEN_PLAN, IN_DETAIL, "open"));
	ok = profile_steps(a->profile, take_step, &l, e);
	if (ok && l.n == 0)
		page_wrap(page, 0, STYLE_NOTE, "Nothing yet.");
	say_more(&l, STEPS);
	return ok;
}

/* --- the page -------------------------------------------------------------------------------- */

static void
say_keys(struct app *a, struct page *page, const struct changed_items *c)
{
	if (c->n == 0) {
		page_wrapf(page, 0, STYLE_NOTE,
		    "%s on any role, program or skill puts it there; try: %s, then %s.",
		    app_key_on(a, SCREEN_ROLES, IN_LIST, "shortlist"),
		    app_key_on(a, SCREEN_PLAN, IN_DETAIL, "screen roles"),
		    app_key_on(a, SCREEN_ROLES, IN_LIST, "shortlist"));
		page_anchor(page, ANCHOR_COMMAND, "screen roles");
	} else if (c->changed > 0) {
		page_wrapf(page, 0, STYLE_NOTE, "%s takes today's figures for known.",
		    app_key_on(a, SCREEN_PLAN, IN_DETAIL, "changes-accept"));
		page_anchor(page, ANCHOR_COMMAND, "changes-accept");
	}
}

bool
plan_history(struct app *a, struct page *page, struct err *e)
{
	const struct changed_items *c = plan_changes(a, e);

	if (c == NULL)
		return false;
	page_changes(page, c);
	say_keys(a, page, c);
	return say_looked(a, page, e) && say_steps(a, page, e);
}

VERB(cmd_changes_accept)
{
	const struct changed_items *c = plan_changes(a, e);
	size_t n = 0;

	(void)arg;
	if (c == NULL)
		return false;
	if (!changes_accept(a->profile, c, &n, e)
	    && !(app_profile_lost(a, e) && changes_accept(a->profile, c, &n, e)))
		return false;
	plan_changed(a);
	if (n == 0)
		app_say(a, "nothing has changed since it was stored");
	else
		app_say(a, "%zu thing%s with today's figures", n, n == 1 ? "" : "s");
	return true;
}
