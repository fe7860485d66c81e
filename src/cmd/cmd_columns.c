/*
 * cmd_columns.c - columns chosen, moved, resized and frozen; what is kept of it.
 */
#include "columns.h"
#include "state.h"
#include "verbs.h"

#include "career/base/fuzzy.h"
#include "career/base/text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEP = 2 }; /* cells wider or narrower */

static int
list_width(const struct app *a)
{
	return a->layout.list.w > 0 ? a->layout.list.w : a->cols;
}

/* --- kept in the profile ------------------------------------------------------------------------- */

static void
setting_of(const struct pane *p, char *out, size_t size)
{
	snprintf(out, size, "columns.%s", p->def->list->name);
}

/* What a tour arranges is not kept. */
static bool
keep(struct app *a, const struct pane *p, const struct colview *v, struct err *e)
{
	struct buf text = BUF_INIT;
	char name[64];
	bool ok;

	if (script_is_tour(a))
		return true;
	setting_of(p, name, sizeof name);
	colview_text(v, &text);
	ok = profile_set(a->profile, name, text.len > 0 ? text.data : NULL, e)
	    || (app_profile_lost(a, e)
		&& profile_set(a->profile, name, text.len > 0 ? text.data : NULL, e));
	buf_free(&text);
	return ok;
}

void
pane_load_columns(struct app *a, struct pane *p)
{
	size_t n;
	const struct column_def *own = columns_of(p, &n);
	struct err e;
	char name[64], *text;

	colview_init(&p->cols, p->def->list, own, n);
	setting_of(p, name, sizeof name);
	text = profile_get(a->profile, name);
	if (text != NULL)
		colview_parse(&p->cols, text, true, &e);
	free(text);
	p->column = colview_step(&p->cols, p->cols.item[0].column, 0, list_width(a));
}

/* The column cursor stays on its column; where that is hidden it goes to the one that stands there now. */
static bool
change(struct app *a, struct pane *p, const struct colview *next, struct err *e)
{
	if (!keep(a, p, next, e))
		return false;
	p->cols = *next;
	pane_settle_columns(a, p);
	return true;
}

void
pane_settle_columns(struct app *a, struct pane *p)
{
	if (!colview_shows(&p->cols, p->column, list_width(a)))
		p->column = colview_step(&p->cols, p->column, 0, list_width(a));
	colview_follow(&p->cols, p->column, list_width(a));
}

bool
pane_set_columns(struct app *a, struct pane *p, const char *text, struct err *e)
{
	struct colview next = p->cols;

	return colview_parse(&next, text, false, e) && change(a, p, &next, e);
}

/* --- commands ------------------------------------------------------------------------------------ */

VERB(cmd_columns)
{
	if (!pane_set_columns(a, app_pane(a), arg, e))
		return false;
	if (colview_is_default(&app_pane(a)->cols))
		app_say(a, "the list's own columns");
	return true;
}

VERB(cmd_column_hide)
{
	struct pane *p = app_pane(a);
	const struct column_def *c = pane_column(p);
	struct colview next = p->cols;

	(void)arg;
	if (!colview_show(&next, p->column, false))
		return err_set(e, ERR_USAGE, "%s is the only column: C brings in others", c->title);
	if (!change(a, p, &next, e))
		return false;
	app_say(a, "%s is hidden; C brings it back", c->title);
	return true;
}

/* Cells of a column as it is drawn, 0 out of sight. */
static int
drawn_width(const struct app *a, const struct colview *v, size_t column)
{
	struct colview copy = *v;
	struct column_places places;
	const struct column_place *here;

	colview_follow(&copy, column, list_width(a));
	colview_places(&copy, list_width(a), &places);
	here = places_find(&places, column);
	return here != NULL ? here->w : 0;
}

static bool
resize(struct app *a, int by, struct err *e)
{
	struct pane *p = app_pane(a);
	const struct column_def *c = pane_column(p);
	struct colview next = p->cols;
	int was = drawn_width(a, &p->cols, p->column);

	if (by < 0 && was <= COLVIEW_NARROWEST)
		return err_set(e, ERR_USAGE, "%s is as narrow as may be", c->title);
	colview_resize(&next, p->column, was + by);
	if (by > 0 && drawn_width(a, &next, p->column) <= was)
		return err_set(e, ERR_USAGE, "there is no room for a wider %s", c->title);
	if (!change(a, p, &next, e))
		return false;
	app_say(a, "%s: %d cells", c->title, colview_item(&next, p->column)->width);
	return true;
}

VERB(cmd_column_wider)
{
	(void)arg;
	return resize(a, STEP, e);
}

VERB(cmd_column_narrower)
{
	(void)arg;
	return resize(a, -STEP, e);
}

static bool
move(struct app *a, int by, struct err *e)
{
	struct pane *p = app_pane(a);
	struct colview next = p->cols;

	if (!colview_move(&next, p->column, by, list_width(a)))
		return err_set(e, ERR_USAGE, "%s is the %s column", pane_column(p)->title,
		    by < 0 ? "first" : "last");
	return change(a, p, &next, e);
}

VERB(cmd_column_left)
{
	(void)arg;
	return move(a, -1, e);
}

VERB(cmd_column_right)
{
	(void)arg;
	return move(a, 1, e);
}

VERB(cmd_column_freeze)
{
	struct pane *p = app_pane(a);
	const struct column_def *c = pane_column(p);
	struct colview next = p->cols;

	(void)arg;
	colview_freeze(&next, p->column);
	if (!change(a, p, &next, e))
		return false;
	if (next.frozen > 1)
		app_say(a, "the columns up to %s stay while others scroll; f again: the first only",
		    c->title);
	else
		app_say(a, "the first column stays while others scroll");
	return true;
}

/* --- the chooser --------------------------------------------------------------------------------- */

/* The line of a column: whether it is shown, its title, what it is, and its name where the title is another. */
static void
chooser_line(struct app *a, struct page *page, size_t column)
{
	const struct pane *p = app_pane(a);
	const struct column_def *c = colview_def(&p->cols, column);
	const struct field *f = &p->def->list->fields[field_find(p->def->list, c->field)];
	bool wide = page->opts.width >= 60;
	int indent = wide ? 20 : 16;
	struct buf command = BUF_INIT;

	page_line(page);
	page_add(page, STYLE_VALUE, colview_shows(&p->cols, column, list_width(a)) ? "[x]" : "[ ]");
	page_addf(page, STYLE_HEADING, " %s", c->title);
	page_to(page, indent);
	if (wide)
		page_join(page, indent, STYLE_TEXT, f->help);
	else
		page_add(page, STYLE_TEXT, f->help); /* one line each, cut */
	if (wide && strcasecmp(c->title, c->field) != 0)
		page_joinf(page, indent, STYLE_NOTE, " (%s)", c->field);
	buf_addf(&command, "column-toggle %s", c->field);
	page_anchor(page, ANCHOR_COMMAND, command.data);
	buf_free(&command);
}

/* How well a column fits what was typed: its title and name before what it is. 0: not at all. */
static unsigned
fit(const struct app *a, const struct pane *p, size_t column)
{
	const struct column_def *c = colview_def(&p->cols, column);
	const struct field *f = &p->def->list->fields[field_find(p->def->list, c->field)];
	struct buf want = BUF_INIT, raw = BUF_INIT, name = BUF_INIT, help = BUF_INIT;
	unsigned score;

	text_fold(&want, a->popup.words.text.data, a->popup.words.text.len);
	buf_addf(&raw, "%s %s", c->title, c->field);
	text_fold(&name, raw.data, raw.len);
	text_fold(&help, f->help, strlen(f->help));
	score = fuzzy_score(want.data, name.data, help.data);
	buf_free(&want);
	buf_free(&raw);
	buf_free(&name);
	buf_free(&help);
	return score;
}

/* What fits best comes first; without words the columns stand as the list has them. */
static bool
chooser_page(struct app *a, struct page *page, struct err *e)
{
	const struct pane *p = app_pane(a);
	unsigned score[COLVIEW_MAX];
	size_t order[COLVIEW_MAX], n = 0;

	(void)e;
	for (size_t i = 0; i < p->cols.ncolumns; i++) {
		size_t at = n;

		score[i] = fit(a, p, i);
		if (score[i] == 0)
			continue;
		for (; at > 0 && score[order[at - 1]] < score[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
		n++;
	}
	for (size_t i = 0; i < n; i++)
		chooser_line(a, page, order[i]);
	return true;
}

VERB(cmd_choose_columns)
{
	(void)arg;
	if (!popup_open(a, "Columns: type to find, Enter shows or hides", true, chooser_page, e))
		return false;
	a->popup.stays = a->popup.search = true;
	return true;
}

VERB(cmd_column_toggle)
{
	struct pane *p = app_pane(a);
	int column = colview_find(&p->cols, arg);
	struct colview next = p->cols;
	bool show;

	if (column < 0) /* says which is the nearest */
		return pane_set_columns(a, p, arg, e);
	show = !colview_shows(&p->cols, (size_t)column, list_width(a));
	if (!colview_show(&next, (size_t)column, show))
		return err_set(e, ERR_USAGE, "at least one column is to be shown");
	if (!change(a, p, &next, e))
		return false;
	if (show) { /* in sight, and < > { } are for it */
		p->column = (size_t)column;
		pane_settle_columns(a, p);
	}
	app_say(a, "%s is %s", colview_def(&next, (size_t)column)->title,
	    show ? "shown; < > change its width, { } its place" : "hidden");
	return true;
}
