/*
 * popup.c - a page above the panes: help, who says so, what a term means, the choice of a role.
 */
#include "career/base/text.h"
#include "state.h"

#include <stdio.h>
#include <string.h>

int
popup_width(const struct app *a)
{
	return a->cols >= 84 ? 75 : a->cols - 5;
}

int
popup_rows(const struct app *a)
{
	return a->rows > 8 ? a->rows - 6 - (a->popup.filter ? 1 : 0) : 1;
}

static bool
matches(const struct app *a, const struct line *l)
{
	struct buf text = BUF_INIT, fold = BUF_INIT, want = BUF_INIT;
	bool yes;

	for (size_t i = 0; i < l->nspans; i++)
		buf_adds(&text, l->spans[i].text);
	text_fold(&fold, text.data, text.len);
	text_fold(&want, a->popup.words.text.data, a->popup.words.text.len);
	yes = strstr(fold.data, want.data) != NULL;
	buf_free(&text);
	buf_free(&fold);
	buf_free(&want);
	return yes;
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

/* Drops the items that do not hold the typed words; lines that run nothing are dropped as well. */
static void
narrow(struct app *a)
{
	struct page *p = &a->popup.page;
	size_t n = 0, end;

	if (a->popup.words.text.len == 0)
		return;
	for (size_t i = 0; i < p->nlines; i = end) {
		bool keep = false;

		end = item_end(p, i);
		for (size_t k = i; k < end; k++)
			keep = keep || (p->lines[k].nanchors > 0 && matches(a, &p->lines[k]));
		for (size_t k = i; keep && k < end; k++)
			p->lines[n++] = p->lines[k];
	}
	p->nlines = n;
}

static bool
make(struct app *a, struct err *e)
{
	struct page_opts opts = {
	    .width = popup_width(a),
	    .ascii = a->opts.ascii,
	    .details = a->details,
	    .screen = true,
	    .year_now = a->year_now,
	};

	page_reset(&a->popup.page, &opts);
	if (!a->popup.make(a, &a->popup.page, e))
		return false;
	narrow(a);
	return true;
}

void
popup_remake(struct app *a)
{
	struct err e = {0};

	a->popup.cursor = a->popup.top = 0;
	if (!make(a, &e)) {
		popup_close(a);
		app_error(a, "%s", e.text);
	}
}

bool
popup_open(struct app *a, const char *title, bool filter,
    bool (*maker)(struct app *a, struct page *page, struct err *e), struct err *e)
{
	a->popup.open = true;
	a->popup.filter = filter;
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
	a->popup.open = false;
}

void
popup_settle(struct app *a)
{
	struct popup *u = &a->popup;
	size_t shown = (size_t)popup_rows(a);

	if (u->page.opts.width != popup_width(a)) {
		size_t cursor = u->cursor;

		popup_remake(a);
		if (!u->open)
			return;
		u->cursor = cursor;
	}
	if (u->cursor >= u->page.nlines)
		u->cursor = u->page.nlines > 0 ? u->page.nlines - 1 : 0;
	if (u->cursor < u->top)
		u->top = u->cursor;
	if (u->cursor >= u->top + shown)
		u->top = u->cursor - shown + 1;
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
