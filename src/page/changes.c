/* changes.c - since last time: changed things first, each figure as it was and as it is. */
#include "career/page/changes.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2 };

enum anchor_kind
list_anchor(const char *list)
{
	static const struct {
		const char *list;
		enum anchor_kind kind;
	} kinds[] = {
	    {"roles", ANCHOR_ROLE}, {"programs", ANCHOR_PROGRAM}, {"skills", ANCHOR_SKILL}};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].list, list) == 0)
			return kinds[i].kind;
	return ANCHOR_NONE;
}

static void
anchor_thing(struct page *p, const struct changed_item *x)
{
	if (!x->is.gone && list_anchor(x->list) != ANCHOR_NONE)
		page_anchor(p, list_anchor(x->list), x->key);
}

static void
say_change(struct page *p, const struct changed_item *x, const struct headline_change *c)
{
	const struct headline_figure *f = c->is != NULL ? c->is : c->was;
	struct buf b = BUF_INIT;

	change_says(c, &b);
	page_line(p);
	page_to(p, INDENT);
	page_add(p, STYLE_WARN, "! ");
	page_join(p, INDENT + 2, STYLE_VALUE, b.data);
	anchor_thing(p, x);
	if (f != NULL && f->source[0] != '\0')
		page_anchor(p, ANCHOR_SOURCE, f->source);
	buf_free(&b);
}

static void
say_item(struct page *p, const struct changed_item *x)
{
	page_line(p);
	page_add(p, STYLE_LINK, x->title);
	if (x->added[0] != '\0') {
		char since[32];

		snprintf(since, sizeof since, "since %.10s", x->added);
		page_right(p, STYLE_NOTE, since);
	}
	anchor_thing(p, x);
	for (size_t i = 0; i < x->changes.n; i++)
		say_change(p, x, &x->changes.c[i]);
}

/* What has not changed, with its first figure, in detail with all of them. */
static void
say_same(struct page *p, const struct changed_item *x)
{
	page_line(p);
	page_add(p, STYLE_LINK, x->title);
	page_add(p, STYLE_TEXT, ": ");
	if (!x->stored)
		page_join(p, INDENT, STYLE_NOTE, "no figures were stored with it");
	for (size_t i = 0; x->stored && i < x->is.n && (i == 0 || p->opts.details); i++)
		page_joinf(p, INDENT, STYLE_NOTE, "%s%s: %s", i > 0 ? "; " : "", x->is.f[i].measure,
		    x->is.f[i].says);
	anchor_thing(p, x);
}

static void
say_none(struct page *p)
{
	page_wrap(p, 0, STYLE_TEXT,
	    "Nothing is on the shortlist yet. What is put there keeps the figures that it had then: on your "
	    "return it says here what has changed.");
}

void
page_changes(struct page *p, const struct changed_items *c)
{
	struct buf b = BUF_INIT;
	bool headed = false;

	page_heading(p, "Since last time", NULL);
	if (c->n == 0)
		say_none(p);
	changes_say(c, &b);
	if (b.len > 0) {
		page_wrapf(p, 0, c->changed > 0 ? STYLE_WARN : STYLE_VALUE, "%s%s.",
		    c->changed > 0 ? "! " : "", b.data);
		page_blank(p);
	}
	for (size_t i = 0; i < c->n; i++)
		if (c->item[i].changes.n > 0)
			say_item(p, &c->item[i]);
	for (size_t i = 0; i < c->n; i++) {
		if (c->item[i].changes.n > 0 || (!p->opts.details && c->changed > 0))
			continue;
		if (!headed && c->changed > 0)
			page_heading(p, "Not changed", NULL);
		headed = true;
		say_same(p, &c->item[i]);
	}
	buf_free(&b);
}
