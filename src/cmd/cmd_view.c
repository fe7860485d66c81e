/*
 * cmd_view.c - opening, going back, and the pages above the panes.
 */
#include "career/base/text.h"
#include "state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct line *
current_line(struct app *a)
{
	struct page *page = a->popup.open ? &a->popup.page : &app_pane(a)->detail.page;
	size_t at = a->popup.open ? a->popup.cursor : app_pane(a)->detail.cursor;

	return at < page->nlines ? &page->lines[at] : NULL;
}

static const struct anchor *
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

	for (size_t i = 0; i < p->def->nsections; i++)
		if (strcasecmp(p->def->section(i), name) == 0) {
			p->detail.section = i;
			p->detail.valid = false;
			p->detail.cursor = p->detail.top = 0;
			p->focus = FOCUS_DETAIL;
			return true;
		}
	return err_set(e, ERR_USAGE, "no section '%s' here", name);
}

static bool
open_query(struct app *a, const char *key, struct err *e)
{
	const char *query = strchr(key, ' ');
	struct buf text = BUF_INIT;

	buf_adds(&text, query != NULL ? query + 1 : "");
	if (!pane_open(a, SCREEN_PROGRAMS, e)) {
		buf_free(&text);
		return false;
	}
	a->screen = SCREEN_PROGRAMS;
	app_pane(a)->focus = FOCUS_LIST;
	pane_set_query(a, app_pane(a), text.data, false);
	pane_select(app_pane(a), 0);
	buf_free(&text);
	return true;
}

/* What Enter does on a line: the first of its anchors that leads somewhere. */
static bool
follow(struct app *a, const struct line *l, struct err *e)
{
	const struct anchor *to;

	if ((to = find_anchor(l, ANCHOR_COMMAND)) != NULL) {
		char *line = mem_dup(to->key);
		bool ok;

		popup_close(a);
		ok = app_command(a, line);
		free(line);
		if (!ok)
			err_set(e, ERR_USAGE, "%s", a->message);
		return ok;
	}
	if ((to = find_anchor(l, ANCHOR_SECTION)) != NULL && !a->popup.open)
		return go_section(a, to->key, e);
	if ((to = find_anchor(l, ANCHOR_QUERY)) != NULL)
		return open_query(a, to->key, e);
	if ((to = find_anchor(l, ANCHOR_PROGRAM)) != NULL || (to = find_anchor(l, ANCHOR_ROLE)) != NULL) {
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
	else if (p->focus != FOCUS_LIST)
		p->focus = FOCUS_LIST;
	else
		prompt_confirm(a, "Quit? y or Enter: yes, any other key: stay", "quit!");
	return true;
}

VERB(cmd_cancel)
{
	(void)arg, (void)e;
	if (a->popup.open)
		popup_close(a);
	else if (a->zoom)
		a->zoom = false;
	else if (app_pane(a)->focus != FOCUS_LIST)
		app_pane(a)->focus = FOCUS_LIST;
	else if (app_pane(a)->query.len > 0)
		return cmd_clear(a, "", e);
	else
		app_say(a, "Q or :q quits");
	return true;
}

VERB(cmd_screen)
{
	static const char *const names[SCREEN_COUNT] = { "roles", "programs" };

	for (size_t i = 0; i < SCREEN_COUNT; i++)
		if (strcasecmp(names[i], arg) == 0) {
			if (!pane_open(a, (enum screen)i, e))
				return false;
			popup_close(a);
			a->screen = (enum screen)i;
			return true;
		}
	return err_set(e, ERR_USAGE, "no screen '%s': roles, programs", arg);
}

VERB(cmd_section)
{
	return go_section(a, arg, e);
}

VERB(cmd_zoom)
{
	(void)arg, (void)e;
	a->zoom = !a->zoom;
	return true;
}

VERB(cmd_level)
{
	static const enum level order[] = { LEVEL_ENTRY, LEVEL_MID, LEVEL_SENIOR, LEVEL_STAFF,
		LEVEL_LEAD, LEVEL_EXECUTIVE };
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
	a->pane[SCREEN_ROLES].detail.valid = false;
	app_say(a, "pay answers for %s first", level_says(a->level));
	return true;
}

/* What the list's cursor stands on, as words to look terms up in. */
static void
remember_line(struct app *a)
{
	struct pane *p = app_pane(a);
	const struct line *l = a->popup.open || p->focus == FOCUS_DETAIL ? current_line(a) : NULL;

	buf_clear(&a->about_line);
	for (size_t i = 0; l != NULL && i < l->nspans; i++)
		buf_adds(&a->about_line, l->spans[i].text);
	if (l == NULL && p->focus == FOCUS_FACETS && p->facet_cursor < p->nfacet)
		buf_adds(&a->about_line, p->def->list->fields[p->facet[p->facet_cursor].field].title);
	else if (l == NULL && p->focus == FOCUS_LIST)
		buf_adds(&a->about_line, p->def->columns[p->column].title);
}

static bool
explain_page(struct app *a, struct page *page, struct err *e)
{
	return page_explain(page, &a->reader, &a->about, e);
}

static bool
open_explain(struct app *a, const struct anchor *about, struct err *e)
{
	char *key = mem_dup(about->key);

	a->about.kind = about->kind;
	buf_clear(&a->about_key);
	buf_adds(&a->about_key, key);
	a->about.key = a->about_key.data;
	free(key);
	return popup_open(a, "Who says so", false, explain_page, e);
}

VERB(cmd_explain)
{
	static const enum anchor_kind kinds[] = { ANCHOR_FIGURE, ANCHOR_FACT, ANCHOR_SOURCE };
	struct pane *p = app_pane(a);
	const struct line *l;

	(void)arg;
	if (!a->popup.open && p->focus != FOCUS_DETAIL) {
		/* From the list: the detail's own first figure, one press away. */
		if (p->selected == UINT32_MAX)
			return err_set(e, ERR_NOTFOUND, "nothing is selected");
		p->focus = FOCUS_DETAIL;
		app_say(a, "go to a line with a figure, then i says who stands behind it");
		return true;
	}
	l = current_line(a);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const struct anchor *about = find_anchor(l, kinds[i]);

		if (about != NULL)
			return open_explain(a, about, e);
	}
	if (find_anchor(l, ANCHOR_TERM) != NULL)
		return cmd_meaning(a, "", e);
	return err_set(e, ERR_NOTFOUND, "no figure on this line; figures have a source behind them");
}

static bool
meaning_page(struct app *a, struct page *page, struct err *e)
{
	size_t found = 0;

	if (a->about.kind == ANCHOR_TERM && !page_term(page, &a->reader, a->about.key, e))
		return false;
	if (a->about.kind == ANCHOR_TERM)
		page_blank(page);
	if (!page_terms_in(page, &a->reader, a->about_line.data, &found, e))
		return false;
	if (found == 0 && a->about.kind != ANCHOR_TERM)
		page_wrap(page, 0, STYLE_TEXT,
		    "No term of the glossary stands on this line. Go to a line with one and press m.");
	return true;
}

VERB(cmd_meaning)
{
	const struct line *l = a->popup.open || app_pane(a)->focus == FOCUS_DETAIL ? current_line(a) : NULL;
	const struct anchor *term = find_anchor(l, ANCHOR_TERM);
	int field;

	remember_line(a);
	a->about = (struct anchor){ ANCHOR_NONE, "" };
	buf_clear(&a->about_key);
	if (*arg != '\0') {
		buf_adds(&a->about_key, arg);
		a->about.kind = ANCHOR_TERM;
	} else if (term != NULL) {
		buf_adds(&a->about_key, term->key);
		a->about.kind = ANCHOR_TERM;
	} else if (l == NULL && app_pane(a)->focus == FOCUS_LIST) {
		const struct list *list = app_pane(a)->def->list;

		field = field_find(list, app_pane(a)->def->columns[app_pane(a)->column].field);
		if (field >= 0 && list->fields[field].term != NULL) {
			buf_adds(&a->about_key, list->fields[field].term);
			a->about.kind = ANCHOR_TERM;
		}
	}
	a->about.key = a->about_key.data;
	return popup_open(a, "What it means", false, meaning_page, e);
}

static bool
help_page(struct app *a, struct page *page, struct err *e)
{
	bool open = a->popup.open;
	unsigned where;

	(void)e;
	a->popup.open = false; /* the keys of what lies below */
	where = app_where(a);
	a->popup.open = open;
	for (size_t i = 0; i < nbindings; i++) {
		const struct binding *b = &bindings[i];
		char name[64];
		const struct command *c;

		if (!binding_works(b, where))
			continue;
		snprintf(name, sizeof name, "%.*s", (int)strcspn(b->command, " "), b->command);
		c = command_find(name);
		page_line(page);
		page_addf(page, STYLE_LABEL, " %s", b->key);
		page_to(page, 12);
		page_join(page, 12, STYLE_TEXT, c->help);
		if (b->command[strlen(name)] != '\0')
			page_addf(page, STYLE_NOTE, " (%s)", b->command + strlen(name) + 1);
		page_anchor(page, ANCHOR_COMMAND, b->command);
	}
	return true;
}

VERB(cmd_help)
{
	(void)arg;
	return popup_open(a, "Keys that work here: type to find, Enter runs", true, help_page, e);
}

static bool
role_page(struct app *a, struct page *page, struct err *e)
{
	struct stmt *st = db_query(a->db, "role_choices", e);
	int step;

	if (st == NULL)
		return false;
	while ((step = stmt_step(st, e)) == 1) {
		struct buf cmd = BUF_INIT;

		buf_addf(&cmd, "role-is %s", stmt_str(st, 0));
		page_line(page);
		page_addf(page, STYLE_TEXT, "%s %s", strcmp(a->role, stmt_str(st, 0)) == 0 ? "*" : " ",
		    stmt_str(st, 1));
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
	if (!profile_set(a->profile, "role", arg, e))
		return false;
	snprintf(a->role, sizeof a->role, "%s", arg);
	a->pane[SCREEN_PROGRAMS].detail.valid = false;
	app_say(a, "current role: %s", title);
	if (a->screen == SCREEN_PROGRAMS) {
		struct buf q = BUF_INIT;

		buf_addf(&q, "role:%s", arg);
		pane_set_query(a, app_pane(a), q.data, false);
		buf_free(&q);
		return true;
	}
	return cmd_select(a, a->role, e);
}
