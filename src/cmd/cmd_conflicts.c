/*
 * cmd_conflicts.c - the screen of contradictions: of one role, or of all.
 */
#include "career/page/conflicts.h"
#include "career/page/start.h"

#include "state.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

/* --- the page -------------------------------------------------------------------------------- */

/* Whoever chooses another role there wants to see that one's. */
static void
follow_role(struct app *a)
{
	struct conflicts_state *s = &a->conflicts;

	if (strcmp(s->current, a->role) == 0)
		return;
	memcpy(s->current, a->role, sizeof s->current);
	if (a->role[0] != '\0') {
		memcpy(s->role, a->role, sizeof s->role);
		s->all = false;
	}
}

/* What the screen is about: *id 0 when it is all roles, or the catalog does not have the one. */
static bool
find_role(struct app *a, int64_t *id, struct buf *title, struct err *e)
{
	struct stmt *st = NULL;
	int step = 0;

	*id = 0;
	if (a->conflicts.all || a->conflicts.role[0] == '\0')
		return true;
	st = db_query(a->db, "start_role", e);
	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, a->conflicts.role);
	step = stmt_step(st, e);
	if (step == 1) {
		*id = stmt_int(st, 0);
		buf_adds(title, stmt_str(st, 2));
	}
	stmt_reset(st);
	return step >= 0;
}

bool
conflicts_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	struct conflicts_opts o = {.slug = NULL};
	struct buf title = BUF_INIT;
	struct conflicts all;
	int64_t id;
	bool ok;

	(void)p;
	follow_role(a);
	ok = find_role(a, &id, &title, e) && conflicts_load(&all, a->db, &a->reader.sources, id, e);
	if (ok) {
		if (id != 0)
			o = (struct conflicts_opts){a->conflicts.role, title.data};
		page_conflicts(page, &all, &o);
		conflicts_free(&all);
	}
	buf_free(&title);
	return ok;
}

/* --- commands -------------------------------------------------------------------------------- */

/* The slug of a role that is named, else of the one that one looks at; "" when there is none. */
static bool
choose_role(struct app *a, const char *name, struct buf *slug, struct err *e)
{
	enum thing kind = THING_ROLE;
	struct stmt *st;
	int64_t id;

	err_clear(e);
	id = *name == '\0' ? role_here(a, e) : 0;
	if (id == 0 && *name == '\0' && a->start != NULL)
		id = a->start->role.id;
	if (*name != '\0' && !thing_find(a->db, name, &kind, &id, e))
		return false;
	if (kind != THING_ROLE)
		return err_set(e, ERR_USAGE, "'%s' is no role: 1 lists them", name);
	st = id != 0 ? db_query(a->db, "role_by_id", e) : NULL;
	if (st == NULL)
		return e->code == ERR_NONE;
	stmt_bind_int(st, 1, id);
	if (stmt_step(st, e) == 1)
		buf_adds(slug, stmt_str(st, 0));
	stmt_reset(st);
	return true;
}

VERB(cmd_conflicts)
{
	struct conflicts_state *s = &a->conflicts;
	struct detail *d = &a->pane[SCREEN_CONFLICTS].detail;
	struct buf slug = BUF_INIT;
	bool ok = true;

	if (a->screen == SCREEN_CONFLICTS && !a->popup.open && *arg == '\0')
		return true;
	ok = choose_role(a, arg, &slug, e);
	if (ok) {
		if (s->all || strcmp(s->role, slug.data) != 0)
			d->cursor = d->top = 0;
		snprintf(s->role, sizeof s->role, "%s", slug.data);
		memcpy(s->current, a->role, sizeof s->current);
		s->all = false;
		d->valid = false;
		ok = app_go(a, SCREEN_CONFLICTS, e);
	}
	if (ok)
		popup_close(a);
	buf_free(&slug);
	return ok;
}

VERB(cmd_conflicts_all)
{
	struct conflicts_state *s = &a->conflicts;
	struct detail *d = &app_pane(a)->detail;

	(void)arg;
	if (a->screen != SCREEN_CONFLICTS)
		return err_set(e, ERR_USAGE,
		    "this works on the screen of contradictions: `conflicts` opens it");
	if (s->role[0] == '\0' && a->role[0] == '\0')
		return err_set(e, ERR_NOTFOUND, "they are those of all roles: r chooses one");
	if (s->role[0] == '\0')
		memcpy(s->role, a->role, sizeof s->role);
	s->all = !s->all;
	d->cursor = d->top = 0;
	d->valid = false;
	return true;
}
