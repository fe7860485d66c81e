/*
 * cmd_payback.c - is a program worth its price for a job: the screen, and what is written of it.
 */
#include "career/page/payback.h"

#include "payback_state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- the cursor ------------------------------------------------------------------------------- */

/* What a line is about: the hash of its anchors (FNV-1a), 0 for a line without. */
static uint64_t
mark_of(const struct line *l)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < l->nanchors; i++)
		for (const char *s = l->anchors[i].key; *s != '\0'; s++)
			h = (h ^ (unsigned char)*s) * 1099511628211u;
	return l->nanchors > 0 ? h : 0;
}

/* Lines of one item have the same mark. */
static size_t
item_start(const uint64_t *mark, size_t at)
{
	while (at > 0 && mark[at - 1] == mark[at])
		at--;
	return at;
}

/* Where line `at` of the page before is now; SIZE_MAX: nowhere. */
static size_t
find_line(const struct payback_state *s, size_t at, const uint64_t *mark, size_t n)
{
	size_t into, i = 0;

	if (at >= s->nmarks || s->mark[at] == 0)
		return SIZE_MAX;
	into = at - item_start(s->mark, at);
	while (i < n && mark[i] != s->mark[at])
		i++;
	if (i == n)
		return SIZE_MAX;
	while (into-- > 0 && i + 1 < n && mark[i + 1] == mark[i])
		i++;
	return i;
}

static size_t
find_command(const struct page *page, const char *begin)
{
	for (size_t i = 0; i < page->nlines; i++) {
		const struct anchor *c = find_anchor(&page->lines[i], ANCHOR_COMMAND);

		if (c != NULL && strncmp(c->key, begin, strlen(begin)) == 0)
			return i;
	}
	return SIZE_MAX;
}

/* The lines in front of the cursor's may be others while one types: it stays on what it was on. */
static void
follow_cursor(struct payback_state *s, struct detail *d, const struct page *page)
{
	size_t n = page->nlines, to;
	uint64_t *mark = mem_alloc((n + 1) * sizeof *mark);

	for (size_t i = 0; i < n; i++)
		mark[i] = mark_of(&page->lines[i]);
	to = s->to[0] != '\0' ? find_command(page, s->to) : find_line(s, d->cursor, mark, n);
	if (to != SIZE_MAX)
		d->cursor = to;
	s->to[0] = '\0';
	free(s->mark);
	s->mark = mark;
	s->nmarks = n;
}

/* --- the page --------------------------------------------------------------------------------- */

bool
payback_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	struct payback_state *s = payback_state(a);

	if (!payback_ready(a, e))
		return false;
	if (!s->open)
		return page_payback_empty(page, &a->reader, e);
	if (!page_payback(page, &a->reader, &s->made, e))
		return false;
	follow_cursor(s, &p->detail, page);
	return true;
}

bool
payback_written(struct app *a, struct buf *out, struct err *e)
{
	struct page_opts opts = {.width = a->cols > 2 ? a->cols - 2 : 0,
	    .ascii = a->opts.ascii,
	    .details = a->details,
	    .year_now = a->year_now};
	struct page page;
	bool ok = payback_ready(a, e);

	page_init(&page, &opts);
	if (ok && payback_state(a)->open)
		ok = page_payback(&page, &a->reader, &payback_state(a)->made, e);
	else if (ok)
		ok = err_set(e, ERR_NOTFOUND, "nothing to write: this catalog has no programs");
	page_close(&page);
	if (ok)
		page_text(&page, out);
	page_free(&page);
	return ok;
}

/* --- opening ---------------------------------------------------------------------------------- */

/* A word is a program or a role, by any name of it. */
static bool
take_word(struct app *a, const char *word, struct payback_pair *pair, struct err *e)
{
	enum thing kind;
	int64_t id;

	if (!thing_find(a->db, word, &kind, &id, e))
		return false;
	if (kind != THING_PROGRAM && kind != THING_ROLE)
		return err_set(e, ERR_USAGE,
		    "'%.120s' is neither a program nor a role: payback wants one of each", word);
	*(kind == THING_PROGRAM ? &pair->program : &pair->role) = id;
	return true;
}

static bool
take_words(struct app *a, const char *arg, struct payback_pair *pair, struct err *e)
{
	char *words = mem_dup(arg), *rest = NULL;
	bool ok = true;

	for (char *w = strtok_r(words, " \t", &rest); ok && w != NULL;
	     w = strtok_r(NULL, " \t", &rest))
		ok = take_word(a, w, pair, e);
	free(words);
	return ok;
}

bool
payback_show(struct app *a, struct payback_pair *pair, struct err *e)
{
	if (!payback_complete(a, pair, e))
		return false;
	if (pair->program != 0 && pair->role != 0
	    && !(payback_pair_open(a, pair, e) && payback_ready(a, e)))
		return false;
	if (!app_go(a, SCREEN_PAYBACK, e))
		return false;
	snprintf(payback_state(a)->to, sizeof payback_state(a)->to, "payback-set ");
	app_pane(a)->detail.valid = false;
	app_pane(a)->detail.top = app_pane(a)->detail.cursor = 0;
	return true;
}

VERB(cmd_payback)
{
	struct payback_pair pair = {0, 0};

	payback_here(a, &pair);
	return take_words(a, arg, &pair, e) && payback_show(a, &pair, e);
}

/* --- the programs in turn --------------------------------------------------------------------- */

/* The next one of the list of programs, as it is filtered, for the same role. */
static bool
turn_to(struct app *a, int by, struct err *e)
{
	struct pane *p = &a->pane[SCREEN_PROGRAMS];
	struct payback_state *s = payback_state(a);
	struct payback_pair pair = {0, 0};
	uint32_t pos;

	if (!payback_ready(a, e) || !pane_open(a, SCREEN_PROGRAMS, e))
		return false;
	if (s->open && pane_select_id(p, s->made.program))
		pos = by > 0 ? p->pos + 1 : p->pos - 1; /* of the first one: none */
	else
		pos = 0;
	if (pos >= p->view.nrows)
		return err_set(e, ERR_NOTFOUND, "no %s program in the list of programs",
		    by > 0 ? "next" : "previous");
	pane_select(p, pos);
	pair.program = pane_id(p);
	pair.role = s->open ? s->made.role : 0;
	if (!payback_show(a, &pair, e))
		return false;
	app_say(a, "%u of %u programs in the list; 2 filters them", pos + 1, p->view.nrows);
	return true;
}

VERB(cmd_payback_next)
{
	(void)arg;
	return turn_to(a, 1, e);
}

VERB(cmd_payback_previous)
{
	(void)arg;
	return turn_to(a, -1, e);
}
