/*
 * cmd_filter.c - what the list shows: words, values, sort keys, chips, marks.
 */
#include "career/base/text.h"
#include "career/page/money.h"
#include "state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

VERB(cmd_search)
{
	struct pane *p = app_pane(a);
	struct buf text = BUF_INIT;

	(void)arg, (void)e;
	buf_adds(&text, p->query.data);
	if (text.len > 0 && text.data[text.len - 1] != ' ')
		buf_addc(&text, ' ');
	prompt_open(a, PROMPT_FILTER, text.data);
	buf_free(&text);
	return true;
}

VERB(cmd_filter)
{
	struct pane *p = app_pane(a);

	pane_set_query(a, p, arg, false);
	if (p->view.query.error[0] != '\0')
		return err_set(e, ERR_USAGE, "%s", p->view.query.error);
	return true;
}

VERB(cmd_clear)
{
	(void)arg, (void)e;
	app_pane(a)->view.with_unknown = false;
	buf_clear(&app_pane(a)->off);
	pane_set_query(a, app_pane(a), "", false);
	return true;
}

static void
apply_sort(struct app *a, const struct query_sort *sort, size_t n)
{
	struct pane *p = app_pane(a);
	struct query own;
	struct buf text = BUF_INIT;

	query_parse(&own, p->def->list, p->query.data, false);
	query_set_sort(&own, sort, n, &text);
	pane_set_query(a, p, text.data, false);
	query_free(&own);
	buf_free(&text);
}

VERB(cmd_sort)
{
	struct buf text = BUF_INIT;
	struct query q;
	bool ok;

	if (*arg != '\0')
		buf_addf(&text, "sort:%s", arg);
	query_parse(&q, app_pane(a)->def->list, text.data, false);
	ok = q.error[0] == '\0';
	if (ok)
		apply_sort(a, q.sort, q.nsort);
	else
		err_set(e, ERR_USAGE, "%s", q.error);
	query_free(&q);
	buf_free(&text);
	return ok;
}

/* Whether the numbers of a field are in several currencies, which no order makes comparable. */
static bool
mixes_currencies(const struct pane *p, int field)
{
	const char *guard = p->def->list->fields[field].guard;
	int col = guard != NULL ? field_col(p->def->list, field_find(p->def->list, guard)) : -1;

	return col >= 0 && p->frame.cols[col].dict.n > 2; /* absent, and one */
}

/* Ascending, then descending, then out. */
static bool
sort_by_column(struct app *a, bool add, struct err *e)
{
	struct pane *p = app_pane(a);
	const struct column_def *c = pane_column(p);
	int field = field_find(p->def->list, c->field);
	struct query_sort sort[4];
	size_t n = p->view.query.nsort, at = 0;

	if (field_col(p->def->list, field) < 0)
		return err_set(
		    e, ERR_USAGE, "%s is made of other columns: sort by those", c->title);
	memcpy(sort, p->view.query.sort, sizeof sort);
	while (at < n && sort[at].field != field)
		at++;
	if (at < n && !sort[at].descending && (add || n == 1)) {
		sort[at].descending = true;
	} else if (at < n && (add || n == 1)) {
		memmove(&sort[at], &sort[at + 1], (n - at - 1) * sizeof *sort);
		n--;
	} else {
		if (!add)
			n = 0;
		if (n < 4)
			sort[n++] = (struct query_sort){field, false};
	}
	apply_sort(a, sort, n);
	if (n > 0)
		app_say(a, "sorted by %s%s; s: other way round; S: by a column more; g: to the top",
		    c->title, mixes_currencies(p, field) ? ", whatever the currency" : "");
	else
		app_say(a, "in the list's own order");
	return true;
}

VERB(cmd_sort_column)
{
	(void)arg;
	return sort_by_column(a, false, e);
}

VERB(cmd_sort_add)
{
	(void)arg;
	return sort_by_column(a, true, e);
}

/* "absent" in the facet column is field:none; to exclude it is field:any. */
static void
toggle_absent(struct app *a, struct pane *p, int field, bool exclude)
{
	struct query own;
	struct buf text = BUF_INIT;
	bool found = false;

	query_parse(&own, p->def->list, p->query.data, false);
	for (size_t i = 0; i < own.nterms && !found; i++)
		if (own.terms[i].field == field
		    && own.terms[i].kind == (exclude ? TERM_ANY : TERM_NONE)) {
			query_without(&own, i, &text);
			found = true;
		}
	if (!found)
		buf_addf(&text, "%s%s%s:%s", p->query.data, p->query.len > 0 ? " " : "",
		    p->def->list->fields[field].name, exclude ? "any" : "none");
	pane_set_query(a, p, text.data, false);
	query_free(&own);
	buf_free(&text);
}

static void
toggle_value(struct app *a, struct pane *p, const struct facet_line *line, bool exclude)
{
	const char *values[64];
	size_t n = 0;
	bool had = exclude ? line->excluded : line->selected;
	const struct column *col = &p->frame.cols[field_col(p->def->list, line->field)];
	struct query own;
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < p->nfacet && n < 63; i++) {
		const struct facet_line *f = &p->facet[i];

		if (f->heading || f->field != line->field || f->code == 0 || f->code == line->code)
			continue;
		if (exclude ? f->excluded : f->selected)
			values[n++] = dict_text(&col->dict, f->code);
	}
	if (!had)
		values[n++] = dict_text(&col->dict, line->code);
	query_parse(&own, p->def->list, p->query.data, false);
	query_set_values(&own, line->field, exclude, values, n, &text);
	pane_set_query(a, p, text.data, false);
	query_free(&own);
	buf_free(&text);
}

static bool
facet_act(struct app *a, bool exclude, struct err *e)
{
	struct pane *p = app_pane(a);
	struct facet_line line;

	if (p->facet_cursor >= p->nfacet)
		return err_set(e, ERR_NOTFOUND, "no value here");
	line = p->facet[p->facet_cursor];
	if (line.heading)
		return err_set(e, ERR_USAGE, "this is the name of the facet: go down to a value");
	if (line.code == 0)
		toggle_absent(a, p, line.field, exclude);
	else
		toggle_value(a, p, &line, exclude);
	for (size_t i = 0; i < p->nfacet; i++)
		if (!p->facet[i].heading && p->facet[i].field == line.field
		    && p->facet[i].code == line.code)
			p->facet_cursor = i;
	return true;
}

VERB(cmd_choose_value)
{
	(void)arg;
	return facet_act(a, false, e);
}

VERB(cmd_exclude_value)
{
	(void)arg;
	return facet_act(a, true, e);
}

VERB(cmd_chip_toggle)
{
	(void)arg, (void)e;
	pane_chip_toggle(a, app_pane(a), app_pane(a)->chip_cursor);
	return true;
}

VERB(cmd_chip_drop)
{
	struct pane *p = app_pane(a);
	struct chip c[2];

	(void)arg, (void)e;
	pane_chip_drop(a, p, p->chip_cursor);
	if (pane_chips(p, c, 2) == 0)
		p->focus = FOCUS_LIST;
	return true;
}

VERB(cmd_absent)
{
	struct pane *p = app_pane(a);
	uint32_t unknown = p->view.result.unknown;

	(void)arg;
	if (!p->view.with_unknown && unknown == 0)
		return err_set(e, ERR_NOTFOUND, "no row fails for an absent value only");
	p->view.with_unknown = !p->view.with_unknown;
	pane_set_query(a, p, p->query.data, false);
	if (p->view.with_unknown)
		app_say(a, "%u rows that do not state it are added, marked '?'", unknown);
	else
		app_say(a, "rows that do not state it are left out again");
	return true;
}

VERB(cmd_everything)
{
	struct pane *p = &a->pane[SCREEN_ROLES];

	(void)arg;
	if (a->screen != SCREEN_ROLES)
		return err_set(e, ERR_USAGE, "this list hides nothing");
	p->everything = !p->everything;
	pane_set_query(a, p, p->query.data, false);
	app_say(a,
	    p->everything ? "occupations and roles that are only named are shown"
			  : "occupations and roles that are only named are folded");
	return true;
}

VERB(cmd_occupations)
{
	struct pane *p = app_pane(a);
	const char *what = a->screen == SCREEN_SKILLS ? "skills" : "occupations";

	if (*arg != '\0' && strcmp(arg, "on") != 0 && strcmp(arg, "off") != 0)
		return err_set(e, ERR_USAGE, "occupations '%s': on, off, or nothing", arg);
	if (a->screen != SCREEN_ROLES && a->screen != SCREEN_SKILLS)
		return err_set(e, ERR_USAGE, "occupations are in the list of roles: 1 shows it");
	if (!pane_has_sets(p))
		return err_set(e, ERR_NOTFOUND,
		    "the catalog has no imported %s: `career get us` fetches them", what);
	pane_show_sets(a, p, *arg != '\0' ? strcmp(arg, "on") == 0 : !p->occupations);
	app_say(a, "%s of the imported sets are %s", what, p->occupations ? "shown" : "left out");
	return true;
}

/* In the profile; what a tour marks is not kept. */
static bool
keep_mark(struct app *a, struct pane *p, bool on, struct err *e)
{
	struct buf key = BUF_INIT;
	bool ok;

	if (script_is_tour(a) && a->script.own)
		return true;
	view_key(&p->view, p->selected, &key);
	ok = profile_mark(a->profile, p->def->list->name, key.data, on, e)
	    || (app_profile_lost(a, e)
		&& profile_mark(a->profile, p->def->list->name, key.data, on, e));
	buf_free(&key);
	return ok;
}

VERB(cmd_mark)
{
	struct pane *p = app_pane(a);
	bool on, had;

	if (*arg != '\0' && strcmp(arg, "on") != 0 && strcmp(arg, "off") != 0)
		return err_set(e, ERR_USAGE, "mark '%s': on, off, or nothing", arg);
	if (p->selected == UINT32_MAX || p->pos >= p->view.nrows)
		return err_set(e, ERR_NOTFOUND, "nothing to mark here");
	had = bitset_has(&p->marks, p->selected);
	on = *arg != '\0' ? strcmp(arg, "on") == 0 : !had;
	if (!keep_mark(a, p, on, e))
		return false;
	if (on)
		bitset_set(&p->marks, p->selected);
	else
		bitset_unset(&p->marks, p->selected);
	p->nmarks += (size_t)on - (size_t)had;
	move_cursor(a, 1, false);
	return true;
}
