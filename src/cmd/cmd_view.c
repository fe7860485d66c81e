/*
 * cmd_view.c - opening, going back, and the pages above the panes.
 */
#include "career/base/text.h"
#include "career/cmd/picture.h"
#include "state.h"
#include "verbs.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct line *
current_line(const struct app *a)
{
	const struct detail *d = &a->pane[a->screen].detail;
	const struct page *page = a->popup.open ? &a->popup.page : &d->page;
	size_t at = a->popup.open ? a->popup.cursor : d->cursor;

	return at < page->nlines ? &page->lines[at] : NULL;
}

const struct anchor *
find_anchor(const struct line *l, enum anchor_kind kind)
{
	for (size_t i = 0; l != NULL && i < l->nanchors; i++)
		if (l->anchors[i].kind == kind)
			return &l->anchors[i];
	return NULL;
}

static bool
go_section(struct app *a, const char *name, struct err *e)
{
	struct pane *p = app_pane(a);

	for (size_t i = 0; i < pane_sections(a, p); i++)
		if (strcasecmp(p->def->section(i), name) == 0) {
			p->detail.section = i;
			p->detail.valid = false;
			p->detail.cursor = p->detail.top = 0;
			p->focus = FOCUS_DETAIL;
			return true;
		}
	return err_set(e, ERR_USAGE, "no section '%s' here", name);
}

/* "LIST QUERY": the list under the query. The key may lie in a page that is made again on the way. */
bool
open_query(struct app *a, const char *key, struct err *e)
{
	char *list = mem_dup(key), *query = strchr(list, ' ');
	const struct list *l;
	bool ok;

	if (query != NULL)
		*query++ = '\0';
	l = list_find(list);
	ok = l != NULL && app_screen_of(l) >= 0 ? app_go(a, (enum screen)app_screen_of(l), e)
						: err_set(e, ERR_USAGE, "no list '%s'", list);
	if (ok) {
		popup_close(a);
		app_pane(a)->focus = FOCUS_LIST;
		pane_set_query(a, app_pane(a), query != NULL ? query : "", false);
		pane_select(app_pane(a), 0);
	}
	free(list);
	return ok;
}

bool
line_leads(const struct line *l)
{
	for (size_t i = 0; i < l->nanchors; i++)
		if (l->anchors[i].kind != ANCHOR_TERM && l->anchors[i].kind != ANCHOR_NONE)
			return true;
	return false;
}

size_t
next_leading(const struct page *p, size_t from)
{
	size_t at = from < p->nlines ? from : p->nlines;

	while (at < p->nlines && !line_leads(&p->lines[at]))
		at++;
	if (at < p->nlines)
		return at;
	for (at = p->nlines; at-- > 0;)
		if (line_leads(&p->lines[at]))
			return at;
	return 0;
}

/* Its slug may be that of a role as well. */
static bool
open_skill(struct app *a, const char *slug, struct err *e)
{
	struct buf key = BUF_INIT;
	bool ok;

	buf_addf(&key, "skills %s", slug);
	popup_close(a);
	ok = cmd_select(a, key.data, e);
	if (ok) {
		app_pane(a)->focus = FOCUS_DETAIL;
		app_pane(a)->linked = true;
	}
	buf_free(&key);
	return ok;
}

/* What Enter does on a line: the first of its anchors that leads somewhere. */
static bool
follow(struct app *a, const struct line *l, struct err *e)
{
	const struct anchor *to;

	if ((to = find_anchor(l, ANCHOR_COMMAND)) != NULL) {
		char *line = mem_dup(to->key);
		bool stays = a->popup.open && a->popup.stays, ok;

		if (!stays)
			popup_close(a);
		ok = app_command(a, line);
		if (stays && a->popup.open)
			popup_renew(a);
		free(line);
		if (!ok)
			err_set(e, ERR_USAGE, "%s", a->message);
		return ok;
	}
	if ((to = find_anchor(l, ANCHOR_SECTION)) != NULL && !a->popup.open)
		return go_section(a, to->key, e);
	if ((to = find_anchor(l, ANCHOR_QUERY)) != NULL)
		return open_query(a, to->key, e);
	if ((to = find_anchor(l, ANCHOR_SKILL)) != NULL)
		return open_skill(a, to->key, e);
	if ((to = find_anchor(l, ANCHOR_PROGRAM)) != NULL
	    || (to = find_anchor(l, ANCHOR_ROLE)) != NULL) {
		char *key = mem_dup(to->key);
		bool ok;

		popup_close(a);
		ok = cmd_select(a, key, e);
		free(key);
		return ok;
	}
	return cmd_explain(a, "", e);
}

VERB(cmd_open)
{
	struct pane *p = app_pane(a);

	(void)arg;
	if (a->popup.open || p->focus == FOCUS_DETAIL)
		return follow(a, current_line(a), e);
	if (p->focus == FOCUS_LIST && p->pos >= p->view.nrows && p->hidden > 0)
		return cmd_everything(a, "", e);
	if (p->selected == UINT32_MAX)
		return err_set(e, ERR_NOTFOUND, "nothing to open: the list is empty");
	p->linked = false;
	p->focus = FOCUS_DETAIL;
	return true;
}

VERB(cmd_back)
{
	struct pane *p = app_pane(a);

	(void)arg, (void)e;
	if (a->popup.open)
		popup_close(a);
	else if (a->zoom)
		a->zoom = false;
	else if (p->def->list != NULL && p->focus != FOCUS_LIST
	    && !(p->linked && p->focus == FOCUS_DETAIL && a->nback > 0))
		p->focus = FOCUS_LIST;
	else if (picture_on(p))
		picture_leave(p);
	else if (a->nback > 0)
		a->screen = a->back[--a->nback];
	else
		prompt_confirm(a, "Quit? y, q, Enter: yes; other keys: no", "quit!");
	return true;
}

VERB(cmd_cancel)
{
	(void)arg, (void)e;
	if (a->popup.open)
		popup_close(a);
	else if (a->zoom)
		a->zoom = false;
	else if (app_pane(a)->def->list != NULL && app_pane(a)->focus != FOCUS_LIST)
		app_pane(a)->focus = FOCUS_LIST;
	else if (picture_on(app_pane(a)))
		picture_leave(app_pane(a));
	else if (app_pane(a)->query.len > 0)
		return cmd_clear(a, "", e);
	else
		app_say(a, "Q or :q quits");
	return true;
}

static bool
no_screen(const char *name, struct err *e)
{
	struct buf all = BUF_INIT;

	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		size_t from = all.len;

		buf_addf(&all, "%s%s", i > 0 ? ", " : "", pane_defs[i].title);
		for (; from < all.len; from++)
			all.data[from] = (char)tolower((unsigned char)all.data[from]);
	}
	err_set(e, ERR_USAGE, "no screen '%s': %s", name, all.data);
	buf_free(&all);
	return false;
}

VERB(cmd_screen)
{
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		if (strcasecmp(pane_defs[i].title, arg) == 0) {
			if (!pane_open(a, (enum screen)i, e))
				return false;
			popup_close(a);
			a->screen = (enum screen)i;
			app_pane(a)->linked = false;
			a->nback = 0;
			if (a->opts.screen == SCREEN_START && i != SCREEN_START)
				a->back[a->nback++] = SCREEN_START;
			return true;
		}
	return no_screen(arg, e);
}

VERB(cmd_section)
{
	return go_section(a, arg, e);
}

/* "on", "off", or the other way. */
static bool
switch_arg(bool *what, const char *arg, struct err *e)
{
	if (*arg != '\0' && strcmp(arg, "on") != 0 && strcmp(arg, "off") != 0)
		return err_set(e, ERR_USAGE, "'%s': on, off, or nothing", arg);
	*what = *arg != '\0' ? strcmp(arg, "on") == 0 : !*what;
	return true;
}

VERB(cmd_zoom)
{
	return switch_arg(a->popup.open ? &a->popup.zoom : &a->zoom, arg, e);
}

VERB(cmd_large)
{
	if (!switch_arg(&a->opts.large, arg, e))
		return false;
	if (a->opts.large && (a->rows < LARGE_ROWS || a->cols < LARGE_COLS))
		app_say(
		    a, "a large layout needs %dx%d; here it is as ever", LARGE_COLS, LARGE_ROWS);
	return true;
}

VERB(cmd_details)
{
	(void)arg, (void)e;
	a->details = !a->details;
	app_say(a, a->details ? "all details; again: in short" : "in short again");
	return true;
}

VERB(cmd_level)
{
	static const enum level order[] = {
	    LEVEL_ENTRY, LEVEL_MID, LEVEL_SENIOR, LEVEL_STAFF, LEVEL_LEAD, LEVEL_EXECUTIVE};
	size_t n = sizeof order / sizeof *order, at = 0;

	while (at < n && order[at] != a->level)
		at++;
	at = (at + 1) % n;
	for (size_t i = 0; *arg != '\0' && i <= n; i++) {
		if (i == n)
			return err_set(e, ERR_USAGE,
			    "no level '%s': entry, mid, senior, staff, lead, executive", arg);
		if (strcmp(level_word(order[i]), arg) == 0) {
			at = i;
			break;
		}
	}
	a->level = order[at];
	app_stale(a);
	app_say(a, "pay answers for %s first", level_says(a->level));
	return true;
}

static bool
role_page(struct app *a, struct page *page, struct err *e)
{
	struct stmt *st = db_query(a->db, "role_choices", e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, a->pane[SCREEN_ROLES].occupations);
	while ((step = stmt_step(st, e)) == 1) {
		struct buf cmd = BUF_INIT;

		buf_addf(&cmd, "role-is %s", stmt_str(st, 0));
		page_line(page);
		page_addf(page, STYLE_TEXT, "%s %s",
		    strcmp(a->role, stmt_str(st, 0)) == 0 ? "*" : " ", stmt_str(st, 1));
		page_right(page, STYLE_NOTE, stmt_str(st, 2));
		page_anchor(page, ANCHOR_COMMAND, cmd.data);
		buf_free(&cmd);
	}
	stmt_reset(st);
	return step == 0;
}

VERB(cmd_role)
{
	(void)arg;
	return popup_open(a, "Current role: type to find, Enter takes it", true, role_page, e);
}

/* The programs for the current role; the other terms stay. */
static void
filter_role(struct app *a)
{
	struct pane *p = app_pane(a);
	const char *value[] = {a->role};
	struct query own;
	struct buf text = BUF_INIT;

	query_parse(&own, p->def->list, p->query.data, false);
	query_set_values(&own, field_find(p->def->list, "role"), false, value, 1, &text);
	pane_set_query(a, p, text.data, false);
	query_free(&own);
	buf_free(&text);
}

bool
role_set(struct app *a, const char *slug, struct err *e)
{
	const char *kept = *slug != '\0' ? slug : NULL;

	if (!profile_set(a->profile, "role", kept, e)
	    && !(app_profile_lost(a, e) && profile_set(a->profile, "role", kept, e)))
		return false;
	snprintf(a->role, sizeof a->role, "%s", slug);
	app_stale(a);
	return true;
}

VERB(cmd_set_role)
{
	struct stmt *st = db_query(a->db, "role_title", e);
	char title[128];
	int step;

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, arg);
	step = stmt_step(st, e);
	snprintf(title, sizeof title, "%s", step == 1 ? stmt_str(st, 0) : "");
	stmt_reset(st);
	if (step != 1)
		return step < 0 ? false : err_set(e, ERR_NOTFOUND, "no role '%s'", arg);
	a->message_is_error = false;
	if (!role_set(a, arg, e))
		return false;
	if (!a->message_is_error)
		app_say(a, "current role: %s", title);
	if (a->screen == SCREEN_PROGRAMS)
		filter_role(a);
	return a->screen == SCREEN_PROGRAMS || app_pane(a)->def->list == NULL
	    || cmd_select(a, a->role, e);
}
