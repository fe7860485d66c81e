/*
 * cmd_from.c - the role that one works in now: it proposes its skills, and none counts as had before one says so.
 */
#include "career/page/mine.h"

#include "plan_state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The role's, in the arena: NULL with a message when there is no such role, or no skill of it. */
static bool
load_role(struct app *a, const char *slug, struct skillset *out, struct arena *arena, struct err *e)
{
	int64_t id;

	if (!db_row_of(a->db, "start_role", slug, &id, e))
		return false;
	if (id == 0)
		return err_set(e, ERR_NOTFOUND, "no role '%.120s'", slug);
	return skillset_load(out, a->db, &a->reader.sources, id, arena, e);
}

static bool
proposals(struct app *a, struct page *page, struct err *e)
{
	char *slug = profile_get(a->profile, "from");
	const struct mine *m = plan_mine(a, e);
	struct arena arena;
	struct skillset s = {.n = 0};
	bool ok;

	arena_init(&arena);
	ok = m != NULL && slug != NULL && load_role(a, slug, &s, &arena, e);
	if (ok)
		page_proposals(page, m, &s);
	arena_free(&arena);
	free(slug);
	return ok;
}

static bool
keep_from(struct app *a, const char *slug, struct err *e)
{
	if (!profile_set(a->profile, "from", slug, e)
	    && !(app_profile_lost(a, e) && profile_set(a->profile, "from", slug, e)))
		return false;
	plan_changed(a);
	return true;
}

/* The role of the line or row; else the current one. */
static bool
role_slug_here(struct app *a, struct buf *slug, struct err *e)
{
	struct pane *p = app_pane(a);
	bool page = a->popup.open || p->focus == FOCUS_DETAIL;
	const struct anchor *on = page ? find_anchor(current_line(a), ANCHOR_ROLE) : NULL;

	if (a->screen == SCREEN_ROLES && !a->popup.open && p->selected != UINT32_MAX)
		view_key(&p->view, p->selected, slug);
	else if (on != NULL)
		buf_adds(slug, on->key);
	return slug->len > 0
	    || err_set(e, ERR_NOTFOUND, "no role on this line: 1 lists them, or name one");
}

/* On the first of them, not on what answers all at once. */
static void
first_proposal(struct app *a)
{
	const struct page *p = &a->popup.page;

	for (size_t i = 0; i < p->nlines; i++)
		if (find_anchor(&p->lines[i], ANCHOR_SKILL) != NULL) {
			a->popup.cursor = i;
			return;
		}
}

static bool
ask(struct app *a, const char *slug, struct err *e)
{
	struct arena arena;
	struct skillset s = {.n = 0};
	char title[64];
	bool ok;

	arena_init(&arena);
	ok = load_role(a, slug, &s, &arena, e);
	a->message_is_error = false;
	if (ok && s.own == 0) {
		ok = keep_from(a, slug, e);
		if (ok && !a->message_is_error)
			app_say(a, "your job now: %s; no source lists its skills", s.title);
	} else if (ok) {
		snprintf(title, sizeof title, "%.40s: have you got these?", s.title);
		ok = keep_from(a, slug, e) && popup_open(a, title, false, proposals, e);
		a->popup.stays = ok;
		if (ok)
			first_proposal(a);
		if (ok && !a->message_is_error)
			app_say(a, "your job now: %s; nothing is taken as had until you say so",
			    s.title);
	}
	arena_free(&arena);
	return ok;
}

VERB(cmd_from_role)
{
	struct buf slug = BUF_INIT;
	bool ok;

	if (strcmp(arg, "none") == 0) {
		if (!keep_from(a, NULL, e))
			return false;
		app_say(a, "no job of yours is named any more; what you said of skills stays");
		return true;
	}
	if (*arg != '\0')
		buf_adds(&slug, arg);
	ok = (*arg != '\0' || role_slug_here(a, &slug, e)) && ask(a, slug.data, e);
	buf_free(&slug);
	return ok;
}

/* Nothing that was said before is changed. */
static bool
have_rest(struct app *a, const struct skillset *s, size_t *n, struct err *e)
{
	const struct mine *m = plan_mine(a, e);
	bool ok = m != NULL;
	struct kept_skill k = {.state = having_word(HAVE_YES), .level = -1};

	for (size_t i = 0; ok && i < s->n; i++) {
		if (s->w[i].field || s->w[i].rank == RANK_SKIP
		    || mine_skill(m, s->w[i].slug) != NULL)
			continue;
		k.skill = s->w[i].slug;
		k.name = s->w[i].name;
		ok = profile_skill_set(a->profile, &k, e)
		    || (app_profile_lost(a, e) && profile_skill_set(a->profile, &k, e));
		*n += ok;
	}
	return ok;
}

VERB(cmd_have_all)
{
	struct arena arena;
	struct skillset s = {.n = 0};
	size_t n = 0;
	bool ok;

	arena_init(&arena);
	a->message_is_error = false;
	ok = load_role(a, arg, &s, &arena, e) && have_rest(a, &s, &n, e);
	if (n > 0)
		plan_changed(a);
	if (ok && !a->message_is_error)
		app_say(a, "%zu skill%s of %s: you have %s", n, n == 1 ? "" : "s", s.title,
		    n == 1 ? "it" : "them");
	arena_free(&arena);
	return ok;
}
