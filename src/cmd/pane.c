/*
 * pane.c - a list under a query, and its selection.
 */
#include "career/base/text.h"
#include "career/cmd/app.h"
#include "career/cmd/picture.h"
#include "career/frame/patch.h"
#include "career/model/listview.h"
#include "career/model/rolecols.h"
#include "columns.h"
#include "state.h"

#include <stdlib.h>
#include <string.h>

/* What the roles list leaves out until asked: see pane_set_query. */
#define ROLES_SHORT " -kind:occupation"
#define ROLES_KNOWN " figures:1.."
#define ROLES_OWN " -pack:" ROLES_OF_SETS

static void
init_texts(struct pane *p)
{
	struct page_opts opts = {.width = 40};

	buf_init(&p->query);
	buf_init(&p->off);
	buf_init(&p->advice);
	page_init(&p->detail.page, &opts);
	p->loaded = true;
}

static bool
open_page(struct pane *p)
{
	init_texts(p);
	p->focus = FOCUS_DETAIL;
	p->selected = UINT32_MAX;
	return true;
}

static void
tell_damage(struct app *a, const struct pane *p, const struct err *why)
{
	if (why->text[0] != '\0')
		app_error(a, "%s: stored columns not usable, made anew (`career build` mends): %s",
		    p->def->title, why->text);
}

/* Cells that were read late were not usable: all of it is looked at, and made anew. */
static bool
pane_mend(struct app *a, struct pane *p, struct err *e)
{
	struct err why;

	view_free(&p->view);
	frame_free(&p->frame);
	if (!listview_open(&p->frame, &p->view, p->def->list, a->db, &why, e)) {
		p->loaded = false;
		return false;
	}
	tell_damage(a, p, &why);
	if (p->marks.bits != p->frame.rows) {
		bitset_free(&p->marks);
		bitset_init(&p->marks, p->frame.rows);
		bitset_free(&p->shorts);
		bitset_init(&p->shorts, p->frame.rows);
		p->shorts_turn = a->kept_turn - 1;
	}
	p->detail.valid = false;
	pane_set_query(a, p, p->query.data, false);
	return true;
}

bool
pane_refresh(struct app *a, struct pane *p, struct err *e)
{
	bool changed, ok;

	if (!p->loaded || p->def->list == NULL)
		return true;
	if (frame_damage(&p->frame) && !pane_mend(a, p, e))
		return false;
	ok = listview_refresh(&p->frame, &p->view, a->db, &changed, e);
	if (changed) {
		p->detail.valid = false;
		pane_set_query(a, p, p->query.data, false);
	}
	return ok;
}

bool
pane_open(struct app *a, enum screen s, struct err *e)
{
	struct pane *p = &a->pane[s];
	struct err why;

	if (p->loaded)
		return pane_refresh(a, p, e);
	memset(p, 0, sizeof *p);
	p->def = &pane_defs[s];
	if (p->def->list == NULL)
		return open_page(p);
	if (!titles_load(&p->titles, p->def->list, a->db, e)
	    || !listview_open_late(&p->frame, &p->view, p->def->list, a->db, &why, e)) {
		titles_free(&p->titles);
		return false;
	}
	tell_damage(a, p, &why);
	init_texts(p);
	bitset_init(&p->marks, p->frame.rows);
	bitset_init(&p->shorts, p->frame.rows);
	p->shorts_turn = a->kept_turn - 1;
	p->focus = FOCUS_LIST;
	pane_load_columns(a, p);
	if (!script_is_tour(a))
		pane_load_marks(a, p);
	pane_set_query(a, p, "", false);
	pane_select(p, 0);
	p->facet_cursor = p->nfacet > 1 ? 1 : 0; /* on a value, below its heading */
	return true;
}

void
pane_close(struct pane *p)
{
	if (!p->loaded)
		return;
	if (p->def->list != NULL) {
		view_free(&p->view);
		frame_free(&p->frame);
		bitset_free(&p->marks);
		bitset_free(&p->shorts);
		titles_free(&p->titles);
		free(p->mine);
	}
	buf_free(&p->query);
	buf_free(&p->off);
	buf_free(&p->advice);
	page_free(&p->detail.page);
	picture_free(p);
	free(p->facet);
	memset(p, 0, sizeof *p);
}

size_t
pane_list_rows(const struct app *a)
{
	int rows = a->layout.list.h - 1, each = a->layout.row_h;

	return rows > 1 && each > 0 ? (size_t)((rows + each - 1) / each) : 1;
}

int64_t
pane_id(const struct pane *p)
{
	return p->selected < p->frame.rows ? p->frame.id[p->selected] : 0;
}

void
pane_select(struct pane *p, uint32_t pos)
{
	if (p->view.nrows == 0) {
		p->pos = p->top = 0;
		p->selected = UINT32_MAX;
		p->detail.valid = false;
		return;
	}
	p->pos = pos < p->view.nrows ? pos : p->view.nrows - 1;
	if (p->selected != p->view.rows[p->pos]) {
		p->selected = p->view.rows[p->pos];
		p->detail.valid = false;
		p->detail.cursor = p->detail.top = 0;
	}
}

bool
pane_select_id(struct pane *p, int64_t id)
{
	uint32_t row = frame_find(&p->frame, (int32_t)id);
	uint32_t pos = row != UINT32_MAX ? view_find(&p->view, row) : UINT32_MAX;

	if (pos == UINT32_MAX)
		return false;
	pane_select(p, pos);
	return true;
}

/* To leave out what a catalog does not have would be an error of the query. */
static bool
has_occupations(const struct pane *p)
{
	int col = field_col(p->def->list, field_find(p->def->list, "kind"));
	const struct dict *d = &p->frame.cols[col].dict;

	for (uint32_t code = 1; code < d->n; code++)
		if (strcmp(dict_text(d, code), "occupation") == 0)
			return true;
	return false;
}

/* The lists to which imported sets add rows beside those of packs. */
static bool
may_hold_sets(const struct pane *p)
{
	return p->def->list == &list_roles || p->def->list == &list_skills;
}

bool
pane_has_sets(const struct pane *p)
{
	return p->loaded && may_hold_sets(p) && rolecols_has_sets(&p->frame);
}

bool
pane_is_of_set(const struct pane *p, uint32_t row)
{
	return may_hold_sets(p) && rolecols_of_sets(&p->frame, &row, 1) == 1;
}

bool
pane_has_facets(const struct pane *p)
{
	return (p->def->flags & PANE_FACETS) != 0 || p->occupations;
}

void
pane_show_sets(struct app *a, struct pane *p, bool on)
{
	p->occupations = on;
	pane_set_query(a, p, p->query.data, false);
}

static bool
names_field(const struct query *q, const char *field)
{
	for (size_t i = 0; i < q->nterms; i++)
		if (q->terms[i].field >= 0
		    && strcmp(q->list->fields[q->terms[i].field].name, field) == 0)
			return true;
	return false;
}

/*
 * The roles list is short until asked: occupations are left out, and without a filter roles that
 * are only named by some source as well. Both come back with `everything`, the second with any filter.
 * Occupations of imported sets come with their chip alone; with it those of packs come as well. Skills of
 * imported sets have such a chip, too.
 */
static void
add_short(const struct pane *p, const struct query *own, struct widen widen, struct buf *out)
{
	bool filters = false, sets = widen.occupations || names_field(own, "pack");

	for (size_t i = 0; i < own->nterms; i++)
		filters = filters || (own->terms[i].kind != TERM_SORT && !own->terms[i].unfinished);
	if (!sets && pane_has_sets(p))
		buf_adds(out, ROLES_OWN);
	if (widen.everything || p->def->list != &list_roles)
		return;
	if (!sets && has_occupations(p) && !names_field(own, "kind"))
		buf_adds(out, ROLES_SHORT);
	if (!filters)
		buf_adds(out, ROLES_KNOWN);
}

/*
 * The person's own text, so that something can stand behind it: an open quote is closed; of what is being
 * typed, an unfinished term is left out and a value gets the mark of a prefix. Returns the number of terms.
 */
static size_t
add_own(const struct query *own, struct buf *out)
{
	const struct query_term *t = own->nterms > 0 ? &own->terms[own->nterms - 1] : NULL;
	size_t len = strlen(own->text);

	if (t == NULL || t->to != len) {
		buf_adds(out, own->text);
		return own->nterms;
	}
	if (own->typing && t->unfinished) {
		buf_add(out, own->text, t->from);
		return own->nterms - 1;
	}
	buf_adds(out, own->text);
	if (t->open)
		buf_addc(out, '"');
	else if (own->typing && t->kind == TERM_VALUES && t->nvalues > 0
	    && t->values[t->nvalues - 1].prefix && own->text[len - 1] != '*')
		buf_addc(out, '*');
	return own->nterms;
}

void
pane_whole_query(const struct pane *p, const char *text, struct widen widen, struct buf *out)
{
	struct query own;

	if (!may_hold_sets(p) || (widen.everything && widen.occupations)) {
		buf_adds(out, text);
		return;
	}
	query_parse(&own, p->def->list, text, false);
	add_own(&own, out);
	add_short(p, &own, widen, out);
	query_free(&own);
}

uint32_t
pane_rows(const struct pane *p)
{
	uint32_t all = frame_here(&p->frame);

	if (!may_hold_sets(p) || p->occupations)
		return all;
	return all - rolecols_of_sets(&p->frame, NULL, 0);
}

static void
apply_query(struct pane *p, bool typing)
{
	const struct widen widen = {p->everything, p->occupations};
	uint32_t all;
	size_t nown, len;
	struct query own;
	struct buf q = BUF_INIT;

	view_set(&p->view, p->query.data, typing);
	p->own = p->view.query.nterms;
	p->hidden = p->unseen = 0;
	if (!may_hold_sets(p)
	    || ((p->everything || p->def->list != &list_roles)
		&& (p->occupations || !pane_has_sets(p))))
		return;
	query_parse(&own, p->def->list, p->query.data, typing);
	if (!p->occupations && !names_field(&own, "pack"))
		p->unseen = rolecols_of_sets(&p->frame, p->view.rows, p->view.nrows);
	all = p->view.result.matched - p->unseen;
	nown = add_own(&own, &q);
	len = q.len;
	add_short(p, &own, widen, &q);
	/* Where nothing is left out what stands there is the answer. */
	if (q.len > len) {
		p->own = nown;
		view_set(&p->view, q.data, false);
		p->hidden = all - p->view.result.matched;
	}
	query_free(&own);
	buf_free(&q);
}

void
pane_set_query(struct app *a, struct pane *p, const char *text, bool typing)
{
	uint32_t keep = p->selected;
	uint32_t pos;

	(void)a;
	if (p->query.data != text) {
		buf_clear(&p->query);
		buf_adds(&p->query, text);
	}
	apply_query(p, typing);
	picture_changed(p);
	p->advised = false;
	pos = keep != UINT32_MAX ? view_find(&p->view, keep) : UINT32_MAX;
	p->detail.valid = p->detail.valid && pos != UINT32_MAX;
	if (pos == UINT32_MAX)
		p->selected = UINT32_MAX;
	pane_select(p, pos != UINT32_MAX ? pos : 0);
	pane_facets(p);
	if ((p->selected == UINT32_MAX && p->focus == FOCUS_DETAIL)
	    || (p->focus == FOCUS_FACETS && !pane_has_facets(p)))
		p->focus = FOCUS_LIST; /* there is no such part to be on */
}

const char *
pane_advice(struct pane *p)
{
	struct buf raw = BUF_INIT;

	if (p->def->list == NULL)
		return "";
	if (!p->advised) {
		buf_clear(&p->advice);
		if (p->view.query.error[0] != '\0')
			buf_adds(&raw, p->view.query.error);
		else if (p->frame.ngone > 0 && frame_here(&p->frame) == 0)
			buf_adds(&raw,
			    "all of it is said by sources that are switched off: 7 brings them back");
		else if (p->view.nrows == 0 && p->hidden > 0)
			buf_addf(&raw, "%u among occupations and roles only named: o shows them",
			    p->hidden);
		else if (p->view.nrows > 0 || p->unseen == 0)
			view_advice(&p->view, &raw);
		if (p->unseen > 0 && p->own > 0 && p->view.query.error[0] == '\0')
			buf_addf(&raw, "%s+ %u %s%s: O shows %s", raw.len > 0 ? "; " : "",
			    p->unseen,
			    p->def->list == &list_roles ? "occupation" : "imported skill",
			    p->unseen == 1 ? " matches" : "s match",
			    p->unseen == 1 ? "it" : "them");
		text_safe(&p->advice, raw.data, raw.len, p->detail.page.opts.ascii);
		p->advised = true;
	}
	buf_free(&raw);
	return p->advice.data;
}
