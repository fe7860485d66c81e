/*
 * plan_shortlist.c - the section of Plan: what the person considers, in an order of one's own, and how ready one is.
 */
#include "career/page/board.h"
#include "career/page/shortlist.h"

#include "kept_state.h"

#include <stdlib.h>
#include <string.h>

/* What the section has read; lines of its page. */
struct plan_shortlist {
	struct arena arena;
	struct shortlist all;
	size_t *first; /* of each item, and where the last one ends */
	struct board board;
	struct buf changes;
};

void
plan_shortlist_forget(struct plan_state *s)
{
	if (s->shortlist == NULL)
		return;
	free(s->shortlist->first);
	buf_free(&s->shortlist->changes);
	arena_free(&s->shortlist->arena);
	free(s->shortlist);
	s->shortlist = NULL;
}

static bool
read_changes(struct app *a, struct plan_shortlist *l, struct err *e)
{
	struct changed_items changed;

	if (!changes_read(&changed, a->db, &a->reader.sources, a->profile, &l->arena, e))
		return false;
	if (changed.changed > 0)
		changes_say(&changed, &l->changes);
	return true;
}

/* Of the roles on it, in their order. */
static bool
read_board(struct app *a, struct plan_shortlist *l, struct err *e)
{
	const struct mine *mine = plan_mine(a, e);
	int64_t *roles = arena_alloc(&l->arena, (l->all.n + 1) * sizeof *roles);
	struct board_ask ask = {.roles = roles};

	if (mine == NULL)
		return false;
	for (size_t i = 0; i < l->all.n; i++)
		if (l->all.item[i].thing.id != 0 && strcmp(l->all.item[i].thing.list, "roles") == 0)
			roles[ask.n++] = l->all.item[i].thing.id;
	ask.have = &mine->have;
	return board_load(&l->board, a->db, &a->reader.sources, &ask, &l->arena, e);
}

static struct plan_shortlist *
read_all(struct app *a, struct err *e)
{
	struct plan_state *s = plan_state(a);
	struct plan_shortlist *l = s->shortlist;

	if (l != NULL)
		return l;
	l = s->shortlist = mem_zero(1, sizeof *l);
	arena_init(&l->arena);
	buf_init(&l->changes);
	if (!shortlist_read(&l->all, a->db, &a->reader.sources, a->profile, &l->arena, e)
	    || !read_changes(a, l, e) || !read_board(a, l, e)) {
		plan_shortlist_forget(s);
		return NULL;
	}
	l->first = mem_zero(l->all.n + 1, sizeof *l->first);
	return l;
}

static bool
is_it(const struct kept_thing *a, const struct kept_thing *b)
{
	return strcmp(a->key, b->key) == 0 && strcmp(a->list, b->list) == 0;
}

static void
place_cursor(struct app *a, const struct plan_shortlist *l)
{
	struct plan_state *s = plan_state(a);
	struct detail *d = &a->pane[SCREEN_PLAN].detail;

	for (size_t i = 0; s->follow != NULL && i < l->all.n; i++)
		if (is_it(&l->all.item[i].thing, s->follow))
			d->cursor = l->first[i];
	free(s->follow);
	s->follow = NULL;
}

bool
plan_shortlist(struct app *a, struct page *page, struct err *e)
{
	struct plan_shortlist *l = read_all(a, e);
	struct buf example = BUF_INIT;
	struct shortlist_words w = {.changes = ""};
	bool ok;

	if (l == NULL)
		return false;
	buf_addf(&example,
	    "%s on any role, program or skill puts it here: its page, its row, or a line that names "
	    "it. Try: %s, then %s.",
	    app_key_of(a, IN_DETAIL, "shortlist"), app_key_of(a, IN_DETAIL, "screen roles"),
	    app_key_of(a, IN_DETAIL, "shortlist"));
	w.example = example.data;
	w.changes = l->changes.data;
	ok = page_shortlist(page, &l->all, &w, l->first, e);
	buf_free(&example);
	if (ok && l->board.n > 0) {
		page_blank(page);
		page_board(page, &l->board);
	}
	place_cursor(a, l);
	return ok;
}

const struct kept_thing *
shortlist_here(const struct app *a)
{
	const struct plan_shortlist *l = a->plan != NULL ? a->plan->shortlist : NULL;
	size_t at = a->pane[SCREEN_PLAN].detail.cursor;

	if (plan_section_here(a) != PLAN_SHORTLIST || l == NULL)
		return NULL;
	for (size_t i = 0; i < l->all.n; i++)
		if (at >= l->first[i] && at < l->first[i + 1])
			return &l->all.item[i].thing;
	return NULL;
}

bool
shortlist_any(const struct app *a)
{
	return a->plan != NULL && a->plan->shortlist != NULL && a->plan->shortlist->all.n > 0;
}

void
shortlist_follow(struct app *a, const struct kept_thing *t)
{
	struct plan_state *s = plan_state(a);

	if (s->follow == NULL)
		s->follow = mem_alloc(sizeof *s->follow);
	*s->follow = *t;
}
