/*
 * shortlist.c - the shortlist: how many of what, what has changed, then each thing with its figures, tags and note.
 */
#include "career/page/shortlist.h"

#include "say.h"

#include <stdio.h>
#include <string.h>

enum {
	NUMBER = 4,   /* cells in front of a title */
	MEASURE = 30, /* of a figure's name */
	NARROW = 60,
};

static void
count(struct buf *b, size_t n, const char *one)
{
	if (n == 0)
		return;
	buf_adds(b, b->len > 0 ? ", " : "");
	say_count(b, (int64_t)n, one);
}

static void
say_answer(struct page *p, const struct shortlist *s, const struct shortlist_words *w)
{
	struct buf b = BUF_INIT;

	count(&b, s->roles, "role");
	count(&b, s->programs, "program");
	count(&b, s->skills, "skill");
	page_wrapf(p, 0, STYLE_VALUE, "On your shortlist: %s.", b.data);
	page_anchor(p, ANCHOR_TERM, "shortlist");
	if (s->gone > 0 && w->changes[0] == '\0') {
		page_wrapf(p, 0, STYLE_WARN, "! %zu of them %s no longer in the catalog.", s->gone,
		    s->gone == 1 ? "is" : "are");
		page_anchor(p, ANCHOR_TERM, "shortlist");
	}
	if (w->changes[0] != '\0') {
		page_wrap(p, 0, STYLE_TEXT, w->changes);
		page_anchor(p, ANCHOR_COMMAND, "plan history");
	}
	buf_free(&b);
}

static void
anchor_thing(struct page *p, const struct kept_thing *t)
{
	page_anchor(p,
	    strcmp(t->list, "skills") == 0         ? ANCHOR_SKILL
		: strcmp(t->list, "programs") == 0 ? ANCHOR_PROGRAM
						   : ANCHOR_ROLE,
	    t->key);
}

/* Who says it: of pay that several publishers meet on, all of them. */
static void
anchor_figure(struct page *p, const struct shortlist_item *it, const struct headline_figure *f)
{
	if (f->source != NULL && f->source[0] != '\0')
		page_anchor(p, ANCHOR_SOURCE, f->source);
	else if (it->pay[0] != '\0' && strncmp(f->measure, "pay", 3) == 0)
		page_anchor(p, ANCHOR_ANSWER, it->pay);
	else if (strcmp(it->thing.list, "programs")
	    != 0) /* of several: what it is; its page says who */
		page_anchor(
		    p, ANCHOR_TERM, strncmp(f->measure, "growth", 6) == 0 ? "growth" : "tier");
	anchor_thing(p, &it->thing);
}

enum { LISTED = 5 };

/* A list of many names in short, unless all details are asked for. */
static void
say_figure(struct page *p, int at, const char *says)
{
	const char *end = says;
	size_t n = 0, more = 0;

	for (const char *s = strstr(says, ", "); s != NULL; s = strstr(s + 2, ", ")) {
		if (++n == LISTED)
			end = s;
		more += n >= LISTED;
	}
	if (p->opts.details || more < 2) {
		page_join(p, at, STYLE_VALUE, says);
		return;
	}
	page_joinf(p, at, STYLE_VALUE, "%.*s, %zu more", (int)(end - says), says, more);
}

/* "pay, first job   $120K-160K", a line each. */
static void
say_headline(struct page *p, const struct shortlist_item *it)
{
	int at = NUMBER + (p->opts.width < NARROW ? 0 : MEASURE);

	for (size_t i = 0; i < it->is.n; i++) {
		const struct headline_figure *f = &it->is.f[i];

		page_line(p);
		if (!p->opts.plain)
			page_to(p, NUMBER);
		page_add(p, STYLE_LABEL, f->measure);
		if (p->opts.width < NARROW && !p->opts.plain)
			page_add(p, STYLE_LABEL, ":");
		page_to(p, at);
		say_figure(p, at, f->says);
		anchor_figure(p, it, f);
	}
}

static void
say_words(struct page *p, const struct shortlist_item *it, struct arena *a)
{
	const struct kept_words *w = &it->words;
	const char *note = kept_first_line(w->note, a);

	page_line(p);
	if (!p->opts.plain)
		page_to(p, NUMBER);
	page_addf(p, STYLE_NOTE, "%s, since %s", kept_one(it->thing.list), w->added);
	if (w->tags[0] != '\0')
		page_joinf(p, NUMBER, STYLE_VALUE, "; %s", w->tags);
	if (note[0] != '\0')
		page_joinf(p, NUMBER, STYLE_TEXT, "; note: %s", note);
}

static void
say_item(struct page *p, const struct shortlist_item *it, struct arena *a)
{
	const struct kept_thing *t = &it->thing;
	bool gone = t->id == 0;

	page_line(p);
	page_addf(p, STYLE_LABEL, "%lld", (long long)it->words.place);
	if (p->opts.plain)
		page_add(p, STYLE_LABEL, ".");
	page_to(p, NUMBER);
	page_join(p, NUMBER, gone ? STYLE_WARN : STYLE_LINK, t->title);
	anchor_thing(p, t);
	if (gone)
		page_wrap(p, p->opts.plain ? 0 : NUMBER, STYLE_WARN, "! no longer in the catalog");
	anchor_thing(p, t);
	say_headline(p, it);
	say_words(p, it, a);
	anchor_thing(p, t);
}

bool
page_shortlist(struct page *p, const struct shortlist *s, const struct shortlist_words *w,
    size_t *first, struct err *e)
{
	struct arena a;

	(void)e;
	arena_init(&a);
	page_heading(p, "Shortlist", "shortlist");
	page_rule(p);
	if (s->n == 0) {
		page_wrap(p, 0, STYLE_VALUE, "Nothing is on your shortlist yet.");
		page_anchor(p, ANCHOR_TERM, "shortlist");
		page_blank(p);
		page_wrap(p, 0, STYLE_TEXT, w->example);
	} else {
		say_answer(p, s, w);
	}
	for (size_t i = 0; i < s->n; i++) {
		if (!p->opts.plain)
			page_blank(p);
		first[i] = p->nlines;
		say_item(p, &s->item[i], &a);
	}
	first[s->n] = p->nlines;
	arena_free(&a);
	return true;
}

void
page_kept(struct page *p, const struct kept_words *w, struct arena *a)
{
	const char *note = kept_first_line(w->note, a);
	size_t from = p->nlines;

	if (w->place > 0) {
		page_line(p);
		page_addf(p, STYLE_VALUE, "+ On your shortlist since %s, %lld of %lld", w->added,
		    (long long)w->place, (long long)w->of);
		page_anchor(p, ANCHOR_COMMAND, "plan shortlist");
	}
	if (w->tags[0] != '\0' && p->nlines > from)
		page_joinf(p, 2, STYLE_NOTE, "  %s", w->tags);
	else if (w->tags[0] != '\0')
		page_wrapf(p, 0, STYLE_NOTE, "Tags: %s", w->tags);
	if (note[0] != '\0') {
		page_wrapf(p, 0, STYLE_NOTE, "Your note: %s", note);
		page_anchor(p, ANCHOR_COMMAND, "note");
	}
	if (p->nlines > from)
		page_blank(p);
}
