/*
 * popup.c - a page above the panes: help, who says so, what a term means, the choice of a role.
 */
#include "career/base/fuzzy.h"
#include "career/base/text.h"
#include "state.h"

#include <stdio.h>
#include <string.h>

int
popup_width(const struct app *a)
{
	return a->cols >= 84 && !a->popup.zoom ? 75 : a->cols - 5;
}

int
popup_rows(const struct app *a)
{
	/* Title, chips or the row for them, narration or the status, bottom line; and the frame. */
	int say = a->layout.say.h, taken = a->popup.zoom ? 2 + say : 3 + (say > 1 ? say : 1);

	return a->rows > 8 ? a->rows - taken - 2 - (a->popup.filter ? 1 : 0) : 1;
}

/* Lines that run the same are one item: a long one takes several. */
static size_t
item_end(const struct page *p, size_t first)
{
	const struct line *l = &p->lines[first];
	size_t end = first + 1;

	while (end < p->nlines && l->nanchors > 0 && p->lines[end].nanchors > 0
	    && strcmp(p->lines[end].anchors[0].key, l->anchors[0].key) == 0)
		end++;
	return end;
}

/* What a command line is about: its argument, else the command. */
static const char *
subject(const char *line)
{
	size_t name = strcspn(line, " "), rest = name + strspn(line + name, " ");

	return line[rest] != '\0' ? line + rest : line;
}

/* Each word must fit the item's text, or what it runs. */
static bool
fits(const struct page *p, size_t from, size_t to, const char *want)
{
	const struct anchor *runs = find_anchor(&p->lines[from], ANCHOR_COMMAND);
	struct buf text = BUF_INIT, fold = BUF_INIT;
	bool yes;

	if (runs != NULL)
		buf_adds(&text, subject(runs->key));

	for (size_t k = from; k < to; k++)
		for (size_t i = 0; i < p->lines[k].nspans; i++)
			buf_addf(&text, "%s%s", i == 0 ? " " : "", p->lines[k].spans[i].text);
	text_fold(&fold, text.data, text.len);
	yes = fuzzy_score(want, NULL, fold.data) > 0;
	buf_free(&text);
	buf_free(&fold);
	return yes;
}

/* Drops the items that the typed words do not fit, and lines that run nothing; of the headings those stay
 * that something stays below of. */
static void
narrow(struct app *a)
{
	struct page *p = &a->popup.page;
	size_t n = 0, end, heading = SIZE_MAX;
	struct buf want = BUF_INIT;

	text_fold(&want, a->popup.words.text.data, a->popup.words.text.len);
	for (size_t i = 0; want.len > 0 && i < p->nlines; i = end) {
		end = item_end(p, i);
		if (p->lines[i].heading)
			heading = i;
		if (p->lines[i].nanchors == 0 || !fits(p, i, end, want.data))
			continue;
		if (heading != SIZE_MAX)
			p->lines[n++] = p->lines[heading];
		heading = SIZE_MAX;
		for (size_t k = i; k < end; k++)
			p->lines[n++] = p->lines[k];
	}
	if (want.len > 0)
		p->nlines = n;
	buf_free(&want);
}

static bool
make(struct app *a, struct err *e)
{
	struct page_opts opts = {
	    .width = popup_width(a),
	    .ascii = a->opts.ascii,
	    .details = a->details,
	    .cells = a->pay_cells,
	    .screen = true,
	    .year_now = a->year_now,
	};

	page_reset(&a->popup.page, &opts);
	a->popup.rows = popup_rows(a);
	if (!a->popup.make(a, &a->popup.page, e))
		return false;
	if (!a->popup.search)
		narrow(a);
	if (a->layout.large && !a->popup.filter)
		page_air(&a->popup.page);
	return true;
}

/* The best of what was found: headings lead to all of it. */
static size_t
first_found(const struct page *p)
{
	for (size_t i = 0; i < p->nlines; i++)
		if (line_leads(&p->lines[i]) && !p->lines[i].heading)
			return i;
	return next_leading(p, 0);
}

void
popup_remake(struct app *a)
{
	struct err e = {0};

	a->popup.cursor = a->popup.top = 0;
	if (!make(a, &e)) {
		popup_close(a);
		app_error(a, "%s", e.text);
	} else if (a->popup.filter) {
		a->popup.cursor = first_found(&a->popup.page);
	}
}

void
popup_renew(struct app *a)
{
	size_t cursor = a->popup.cursor, top = a->popup.top;

	popup_remake(a);
	a->popup.cursor = cursor;
	a->popup.top = top;
}

bool
popup_open(struct app *a, const char *title, bool filter,
    bool (*maker)(struct app *a, struct page *page, struct err *e), struct err *e)
{
	a->popup.open = true;
	a->popup.filter = filter;
	a->popup.stays = a->popup.search = false;
	a->popup.lead = "find";
	a->popup.make = maker;
	a->popup.cursor = a->popup.top = 0;
	snprintf(a->popup.title, sizeof a->popup.title, "%s", title);
	edit_set(&a->popup.words, "");
	if (make(a, e))
		return true;
	a->popup.open = false;
	return false;
}

void
popup_close(struct app *a)
{
	a->popup.open = a->popup.zoom = false;
}

void
popup_settle(struct app *a)
{
	struct popup *u = &a->popup;
	size_t shown = (size_t)popup_rows(a);

	if (u->page.opts.width != popup_width(a) || (u->search && u->rows != popup_rows(a))) {
		size_t cursor = u->cursor;

		popup_remake(a);
		if (!u->open)
			return;
		u->cursor = cursor;
	}
	if (u->cursor >= u->page.nlines)
		u->cursor = u->page.nlines > 0 ? u->page.nlines - 1 : 0;
	if (u->filter)
		u->cursor = next_leading(&u->page, u->cursor);
	if (u->cursor < u->top)
		u->top = u->cursor;
	if (u->cursor >= u->top + shown)
		u->top = u->cursor - shown + 1;
	if (u->filter && u->cursor < shown && u->cursor <= first_found(&u->page))
		u->top = 0; /* its heading stands above it */
	else if (u->filter && u->cursor == u->top && u->top > 0 && shown > 1
	    && u->page.lines[u->top - 1].heading)
		u->top--;
}

bool
popup_key(struct app *a, const char *key)
{
	int width;
	size_t len = strlen(key);

	if (strcmp(key, "Space") == 0)
		edit_insert(&a->popup.words, " ");
	else if (len == 1
	    || ((unsigned char)key[0] >= 0x80 && text_cluster(key, len, &width) == len))
		edit_insert(&a->popup.words, key);
	else if (strcmp(key, "Home") == 0 || strcmp(key, "End") == 0
	    || !edit_key(&a->popup.words, key))
		return false;
	popup_remake(a);
	return true;
}
