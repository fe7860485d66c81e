/*
 * cmd_explain.c - who says so, and what it means.
 */
#include "career/cmd/picture.h"
#include "state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const enum anchor_kind stated[] = {ANCHOR_FIGURE, ANCHOR_FACT, ANCHOR_ANSWER, ANCHOR_SOURCE};

const struct anchor *
find_stated(const struct line *l)
{
	const struct anchor *found = NULL;

	for (size_t i = 0; found == NULL && i < sizeof stated / sizeof *stated; i++)
		found = find_anchor(l, stated[i]);
	return found;
}

static bool
explain_page(struct app *a, struct page *page, struct err *e)
{
	if (a->about.kind == ANCHOR_ANSWER)
		return page_answer(page, &a->reader, a->about.key, e);
	return page_explain(page, &a->reader, &a->about, e);
}

static void
speak_of(struct app *a, enum anchor_kind kind, const char *key)
{
	buf_clear(&a->about_key);
	buf_adds(&a->about_key, key);
	a->about = (struct anchor){kind, a->about_key.data};
}

static bool
open_explain(struct app *a, const struct anchor *about, struct err *e)
{
	char *key = mem_dup(about->key);

	speak_of(a, about->kind, key);
	free(key);
	return popup_open(a, "Who says so", false, explain_page, e);
}

/* Turns a page with sections to the one that the column rests on. */
static void
turn_to(struct pane *p, const char *section)
{
	for (size_t i = 0; i < p->def->nsections; i++)
		if (i != p->detail.section && strcasecmp(p->def->section(i), section) == 0) {
			p->detail.section = i;
			p->detail.valid = false;
			p->detail.cursor = p->detail.top = 0;
		}
}

/* Lines of the page that say something of their own, from `from` on: the first, page->nlines when there is none. */
static size_t
next_stated(const struct pane *p, size_t from)
{
	const struct page *page = &p->detail.page;
	const char *about = pane_column(p)->about;

	for (; from < page->nlines; from++) {
		const struct line *l = &page->lines[from];
		const struct anchor *it = find_stated(l);
		bool goes_on = from > 0 && it != NULL && find_stated(l - 1) != NULL
		    && strcmp(find_stated(l - 1)->key, it->key) == 0;

		if (it != NULL && !goes_on
		    && (p->def->nsections > 0
			|| (l->nspans > 0 && strncmp(l->spans[0].text, about, strlen(about)) == 0)))
			break;
	}
	return from;
}

/* From the list: what stands behind the column under the cursor. An answer or a single figure is explained
 * at once; where several sources speak, the page shows them, one a line. */
static bool
explain_column(struct app *a, struct err *e)
{
	struct pane *p = app_pane(a);
	const struct column_def *c = pane_column(p);
	struct page *page = &p->detail.page;
	size_t at;

	if (p->selected == UINT32_MAX || p->pos >= p->view.nrows)
		return err_set(e, ERR_NOTFOUND, "nothing is selected");
	if (c->about == NULL)
		return err_set(e, ERR_NOTFOUND,
		    "no line of the page is about %s alone: Enter opens it, i on a line says who says so",
		    c->title);
	turn_to(p, c->about);
	detail_make(a, p);
	at = next_stated(p, 0);
	if (at == page->nlines)
		return err_set(e, ERR_NOTFOUND, "%s: no source states it", c->about);
	p->detail.cursor = at;
	if (find_stated(&page->lines[at])->kind == ANCHOR_ANSWER
	    || next_stated(p, at + 1) == page->nlines)
		return open_explain(a, find_stated(&page->lines[at]), e);
	p->focus = FOCUS_DETAIL;
	app_say(a, "each line is what one source says; i on a line tells where it says so");
	return true;
}

VERB(cmd_explain)
{
	const struct line *l;

	(void)arg;
	if (!a->popup.open && picture_on(app_pane(a)) && app_pane(a)->focus == FOCUS_LIST
	    && app_pane(a)->def->nsections == 0)
		return picture_explain(a, e);
	if (!a->popup.open && app_pane(a)->focus != FOCUS_DETAIL)
		return explain_column(a, e);
	l = current_line(a);
	if (find_stated(l) != NULL)
		return open_explain(a, find_stated(l), e);
	if (!a->popup.open && a->screen == SCREEN_COMPARE)
		return compare_silent(a, l, e);
	if (find_anchor(l, ANCHOR_TERM) != NULL)
		return cmd_meaning(a, "", e);
	return err_set(
	    e, ERR_NOTFOUND, "no figure on this line; figures have a source behind them");
}

/* What the cursor stands on, as words to look terms up in. */
static void
remember_line(struct app *a)
{
	struct pane *p = app_pane(a);
	const struct line *l = a->popup.open || p->focus == FOCUS_DETAIL ? current_line(a) : NULL;

	buf_clear(&a->about_line);
	for (size_t i = 0; l != NULL && i < l->nspans; i++)
		buf_adds(&a->about_line, l->spans[i].text);
	if (l == NULL && p->focus == FOCUS_FACETS && p->facet_cursor < p->nfacet)
		buf_adds(
		    &a->about_line, p->def->list->fields[p->facet[p->facet_cursor].field].title);
	else if (l == NULL && p->focus == FOCUS_LIST && picture_on(p))
		picture_words(p, &a->about_line);
	else if (l == NULL && p->focus == FOCUS_LIST)
		buf_adds(&a->about_line, pane_column(p)->title);
}

static bool
meaning_page(struct app *a, struct page *page, struct err *e)
{
	size_t found = 0, before;

	if (a->about.kind == ANCHOR_TERM && !page_term(page, &a->reader, a->about.key, e))
		return false;
	before = page->nlines;
	if (before > 0)
		page_blank(page);
	if (!page_terms_in(page, &a->reader, a->about_line.data, &found, e))
		return false;
	if (found == 0)
		page->nlines = before;
	if (page->nlines == 0)
		return err_set(e, ERR_NOTFOUND,
		    "no term of the glossary on this line; on a line with one, m says what it means");
	return true;
}

/* A page that cannot be made leaves the popup that is open as it is. */
static bool
open_meaning(struct app *a, struct err *e)
{
	struct page probe;
	bool ok;

	page_init(&probe, &a->popup.page.opts);
	ok = meaning_page(a, &probe, e);
	page_free(&probe);
	return ok && popup_open(a, "What it means", false, meaning_page, e);
}

/* The glossary's slug for the field under the cursor of list or facets, NULL when it has none. */
static const char *
field_term(const struct pane *p)
{
	int field = -1;

	if (p->focus == FOCUS_LIST && picture_on(p))
		field = p->picture->plot.axes.y >= 0 ? p->picture->plot.axes.y
						     : p->picture->plot.axes.x;
	else if (p->focus == FOCUS_LIST)
		field = field_find(p->def->list, pane_column(p)->field);
	else if (p->focus == FOCUS_FACETS && p->facet_cursor < p->nfacet)
		field = p->facet[p->facet_cursor].field;
	return field >= 0 ? p->def->list->fields[field].term : NULL;
}

VERB(cmd_meaning)
{
	const struct line *l =
	    a->popup.open || app_pane(a)->focus == FOCUS_DETAIL ? current_line(a) : NULL;
	const struct anchor *term = find_anchor(l, ANCHOR_TERM);
	const char *slug = *arg != '\0' ? arg
	    : term != NULL              ? term->key
	    : l == NULL                 ? field_term(app_pane(a))
					: NULL;

	enum anchor_kind kind = a->about.kind; /* of the popup that is open: it stays, if need be */
	char *key = mem_dup(a->about_key.data), *text = mem_dup(a->about_line.data);
	bool ok;

	remember_line(a);
	speak_of(a, slug != NULL ? ANCHOR_TERM : ANCHOR_NONE, slug != NULL ? slug : "");
	ok = open_meaning(a, e);
	if (!ok) {
		speak_of(a, kind, key);
		buf_clear(&a->about_line);
		buf_adds(&a->about_line, text);
	}
	free(key);
	free(text);
	return ok;
}
