/*
 * undo_step.c - steps that the profile's journal keeps: of earlier runs, of other programs, of the command line.
 */
#include "career/store/profile.h"
#include "plan_state.h"
#include "state.h"
#include "undo_part.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* --- what is kept is read again ---------------------------------------------------------------- */

static void
reread_marks(struct app *a, struct pane *p)
{
	bitset_free(&p->marks);
	bitset_init(&p->marks, p->frame.rows);
	p->nmarks = 0;
	pane_load_marks(a, p);
}

/* The column cursor stays where it is, unless they have changed. */
static void
reread_columns(struct app *a, struct pane *p)
{
	struct colview was = p->cols;
	struct buf before = BUF_INIT, now = BUF_INIT;
	size_t column = p->column;

	colview_text(&was, &before);
	pane_load_columns(a, p);
	colview_text(&p->cols, &now);
	if (strcmp(before.data, now.data) == 0)
		p->column = column;
	else
		pane_settle_columns(a, p);
	buf_free(&before);
	buf_free(&now);
}

void
undo_reread(struct app *a)
{
	char *role = profile_get(a->profile, "role");

	snprintf(a->role, sizeof a->role, "%s", role != NULL ? role : "");
	free(role);
	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		struct pane *p = &a->pane[i];

		if (!p->loaded || p->def->list == NULL)
			continue;
		reread_marks(a, p);
		reread_columns(a, p);
	}
	payback_reread(a);
	plan_changed(a);
	app_stale(a);
}

/* --- places ------------------------------------------------------------------------------------ */

void
undo_place(const struct app *a, char *place, size_t size)
{
	enum plan_section_id s = plan_section_here(a);

	snprintf(place, size, "%s%s%s", pane_defs[a->screen].title, s < PLAN_SECTIONS ? " " : "",
	    s < PLAN_SECTIONS ? plan_section_name(s) : "");
}

void
undo_go_to_place(struct app *a, const char *place)
{
	struct err e;

	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		size_t len = strlen(pane_defs[i].title);

		if (strncmp(place, pane_defs[i].title, len) != 0
		    || (place[len] != '\0' && place[len] != ' '))
			continue;
		if (!pane_open(a, (enum screen)i, &e))
			return;
		popup_close(a);
		a->screen = (enum screen)i;
		for (size_t k = 0; place[len] != '\0' && k < PLAN_SECTIONS; k++)
			if (strcmp(place + len + 1, plan_section_name(k)) == 0)
				plan_open(a, (enum plan_section_id)k, &e);
		return;
	}
}

/* The list of steps shows what happened. */
bool
undo_stays(const struct app *a)
{
	return plan_section_here(a) == PLAN_HISTORY;
}

/* --- back and forth ---------------------------------------------------------------------------- */

bool
local_time(const char *utc, char *out, size_t size)
{
	struct tm tm = {0};
	time_t t;

	out[0] = '\0';
	if (strptime(utc, "%Y-%m-%dT%H:%M", &tm) == NULL)
		return false;
	t = timegm(&tm);
	return localtime_r(&t, &tm) != NULL && strftime(out, size, "%Y-%m-%d %H:%M", &tm) > 0;
}

/* " (from 12:05)" of today, else the day; behind its words, when there is room. */
static void
add_when(struct profile_step *s)
{
	size_t len = strlen(s->words), room = sizeof s->words - len;
	time_t now = time(NULL);
	struct tm today;
	char when[20], day[20];

	if (room < 24 || !local_time(s->made, when, sizeof when)
	    || localtime_r(&now, &today) == NULL)
		return;
	strftime(day, sizeof day, "%Y-%m-%d", &today);
	if (strncmp(when, day, 10) == 0)
		snprintf(s->words + len, room, " (from %s)", when + 11);
	else
		snprintf(s->words + len, room, " (from %.10s)", when);
}

static bool
ran(struct app *a, bool back, struct profile_step *s)
{
	struct buf words = BUF_INIT;

	undo_reread(a);
	if (!undo_stays(a))
		undo_go_to_place(a, s->place);
	add_when(s);
	profile_step_say(s, back ? "undone" : "redone", &words);
	app_say(a, "%s", words.data);
	buf_free(&words);
	return true;
}

bool
undo_older(struct app *a, bool back, struct err *e)
{
	struct profile_step s;

	if (script_is_tour(a)) /* which is no matter of the person's file */
		return err_set(e, ERR_NOTFOUND, "nothing to %s", back ? "undo" : "redo");
	return (back ? profile_step_back(a->profile, 0, &s, e)
		     : profile_step_forth(a->profile, 0, &s, e))
	    && ran(a, back, &s);
}

/* One that could not move is as it was. */
static bool
one(struct app *a, bool back, struct profile_step *s, struct err *e)
{
	if (s->left == s->rows
	    && !(back ? profile_step_forth(a->profile, s->id, s, e)
		      : profile_step_back(a->profile, s->id, s, e)))
		return false;
	return ran(a, back, s);
}

VERB(cmd_undo_step)
{
	int64_t id = strtoll(arg, NULL, 10);
	struct profile_step s;

	if (id <= 0)
		return err_set(e, ERR_USAGE, "'%s' is no step: Plan's History lists them", arg);
	undo_drop(a, id);
	if (profile_step_back(a->profile, id, &s, e))
		return one(a, true, &s, e);
	if (e->code != ERR_NOTFOUND)
		return false;
	return profile_step_forth(a->profile, id, &s, e) && one(a, false, &s, e);
}
