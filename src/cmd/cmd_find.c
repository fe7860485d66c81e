/*
 * cmd_find.c - one search over everything, above the panes: typed words are a query, at each key.
 *
 * The lists that have a screen lend their frames: what is loaded is never loaded twice. Each group gets as
 * many lines as let all groups be seen; what is left out is one line, which opens the list under the query.
 */
#include "career/base/text.h"
#include "career/model/find.h"
#include "state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

enum { BESIDE = 40, WIDE = 56, NARROW = 60, ERRORS = 3 };

void
find_close(struct app *a)
{
	if (a->find != NULL)
		find_free(a->find);
	free(a->find);
	a->find = NULL;
}

/* Anew at each opening: a screen may have another frame by then. */
static bool
borrow_frames(struct app *a, struct err *e)
{
	if (a->find == NULL) {
		a->find = mem_alloc(sizeof *a->find);
		find_init(a->find, a->db);
	}
	for (size_t i = 0; i < FIND_GROUPS; i++) {
		const struct list *l = a->find->group[i].list;
		int s = app_screen_of(l);

		if (s < 0)
			continue;
		if (!pane_open(a, (enum screen)s, e))
			return false;
		find_lend(a->find, l, &a->pane[s].frame);
	}
	return true;
}

/* --- which lines ----------------------------------------------------------------------------- */

/* Rows of each group, so that all of them are seen; at least one of each. */
static void
share_lines(const struct find *f, size_t lines, size_t *shown)
{
	bool more = true;

	for (size_t i = 0; i < FIND_GROUPS; i++) {
		shown[i] = 0;
		lines -= lines > 0 && find_count(&f->group[i]) > 0;
	}
	for (size_t round = 0; more; round++) {
		more = false;
		for (size_t i = 0; i < FIND_GROUPS; i++) {
			if (shown[i] == find_count(&f->group[i]) || (round > 0 && lines == 0))
				continue;
			shown[i]++;
			lines -= lines > 0;
			more = true;
		}
	}
}

/* The list of a group under the query; the glossary has no screen. */
static void
open_list(struct app *a, struct page *page, const struct find_group *g)
{
	struct buf key = BUF_INIT;

	if (app_screen_of(g->list) >= 0) {
		buf_addf(&key, "%s %s", g->list->name, a->popup.words.text.data);
		page_anchor(page, ANCHOR_QUERY, key.data);
	}
	buf_free(&key);
}

static void
add_row(struct page *page, const struct find_group *g, uint32_t row)
{
	struct buf key = BUF_INIT, title = BUF_INIT, beside = BUF_INIT;
	bool term = app_screen_of(g->list) < 0;

	find_words(g, row, &title, &beside);
	page_line(page);
	page_addf(page, STYLE_LINK, "  %s", title.data);
	if (beside.len > 0) {
		if (page->opts.width >= WIDE)
			page_to(page, BESIDE);
		page_addf(page, STYLE_NOTE, "  %s", beside.data);
	}
	if (term)
		buf_adds(&key, "meaning ");
	else
		buf_addf(&key, "select %s ", g->list->name);
	view_key(&g->view, row, &key);
	page_anchor(page, ANCHOR_COMMAND, key.data);
	buf_free(&key);
	buf_free(&title);
	buf_free(&beside);
}

static void
add_group(struct app *a, struct page *page, const struct find_group *g, size_t shown)
{
	uint32_t count = find_count(g);
	bool tight = shown < count && shown <= 1;

	if (count == 0)
		return;
	if (shown < count && !tight)
		shown--;
	page_line(page)->heading = true;
	page_addf(page, STYLE_HEADING, "%s (%u)", g->title, count);
	if (tight)
		open_list(a, page, g);
	for (uint32_t i = 0; i < shown; i++)
		add_row(page, g, g->view.rows[i]);
	if (shown < count && !tight) {
		page_line(page);
		page_addf(page, STYLE_LINK, "  + %u more", count - (uint32_t)shown);
		page_add(page, STYLE_NOTE,
		    app_screen_of(g->list) >= 0 ? ": Enter" : ": another word says which");
		open_list(a, page, g);
	}
}

/* --- what is wrong --------------------------------------------------------------------------- */

/* A group that does not know a field is only left out while others do. */
static void
left_out_words(const struct find *f, struct buf *b)
{
	const char *sep = "Left out: ";

	for (size_t i = 0; i < FIND_GROUPS; i++)
		if (f->group[i].refused) {
			buf_addf(b, "%s%s", sep, f->group[i].title);
			sep = ", ";
		}
	if (b->len > 0)
		buf_adds(b, " (the query does not fit them)");
}

static bool
said_before(const struct find *f, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(f->group[k].view.query.error, f->group[i].view.query.error) == 0)
			return true;
	return false;
}

/* How much a mistake tells: of a field that the list has, else with the nearest one. */
static int
worth(const struct query *q)
{
	for (size_t i = 0; i < q->nterms; i++)
		if (q->terms[i].error[0] != '\0')
			return q->terms[i].field >= 0 ? 2 : strstr(q->error, "nearest: ") ? 1 : 0;
	return 0;
}

static void
add_errors(struct page *page, const struct find *f)
{
	int best = 0;
	size_t n = 0;

	for (size_t i = 0; i < FIND_GROUPS; i++)
		if (worth(&f->group[i].view.query) > best)
			best = worth(&f->group[i].view.query);
	for (size_t i = 0; i < FIND_GROUPS && n < ERRORS; i++) {
		const struct find_group *g = &f->group[i];

		if (worth(&g->view.query) != best || said_before(f, i))
			continue;
		page_wrapf(page, 0, STYLE_WARN, "! %s: %s", g->title, g->view.query.error);
		n++;
	}
}

/* --- the page -------------------------------------------------------------------------------- */

static size_t
count_refused(const struct find *f)
{
	size_t n = 0;

	for (size_t i = 0; i < FIND_GROUPS; i++)
		n += f->group[i].refused;
	return n;
}

static void
add_found(struct app *a, struct page *page, const struct find *f)
{
	size_t shown[FIND_GROUPS], rows = (size_t)popup_rows(a), note;
	struct buf left_out = BUF_INIT;

	left_out_words(f, &left_out);
	note = left_out.len > 0 ? 1 + left_out.len / (size_t)page->opts.width : 0;
	share_lines(f, rows > note ? rows - note : 0, shown);
	for (size_t i = 0; i < FIND_GROUPS; i++)
		add_group(a, page, &f->group[i], shown[i]);
	if (find_total(f) == 0)
		page_wrap(page, 0, STYLE_VALUE, "Nothing has these words.");
	page_wrap(page, 0, STYLE_NOTE, left_out.data);
	buf_free(&left_out);
}

static bool
find_page(struct app *a, struct page *page, struct err *e)
{
	const char *text = a->popup.words.text.data;
	struct find *f = a->find;

	if (!find_set(f, text, true, e))
		return false;
	if (text[strspn(text, " ")] == '\0') {
		page_wrap(page, 0, STYLE_NOTE,
		    "Type words, or as in a filter: \"two words\"  -without  award:master  cost<20k");
		return true;
	}
	if (count_refused(f) == FIND_GROUPS) {
		add_errors(page, f);
		return true;
	}
	add_found(a, page, f);
	return true;
}

VERB(cmd_find)
{
	if (!borrow_frames(a, e)
	    || !popup_open(a,
		a->cols < NARROW ? "Find anything"
				 : "Find: roles, programs, skills, guide, glossary",
		true, find_page, e))
		return false;
	a->popup.search = true;
	edit_set(&a->popup.words, arg);
	popup_remake(a);
	return true;
}
