/*
 * undo_kept.c - what undo brings back of things the profile keeps: columns, and filters by name.
 */
#include "state.h"
#include "undo_part.h"

#include <string.h>

/* --- columns: their text ------------------------------------------------------------------------- */

void
undo_take_columns(struct app *a, struct pane *p, struct buf *out)
{
	(void)a;
	colview_text(&p->cols, out);
}

bool
undo_put_columns(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	return pane_set_columns(a, p, state->data, e);
}

void
undo_say_columns(struct app *a, const struct pane *p, const struct buf *from, const struct buf *to,
    struct buf *out)
{
	(void)a, (void)p, (void)from;
	if (to->len > 0)
		buf_addf(out, "columns %s", to->data);
	else
		buf_adds(out, "the list's own columns");
}

/* --- filters by name: name, query, terms off, what it adds, each with a NUL behind --------------- */

static void
add_text(struct buf *out, const char *s)
{
	buf_add(out, s, strlen(s) + 1);
}

static void
add_saved(void *ctx, const struct saved *s)
{
	add_text(ctx, s->name);
	add_text(ctx, s->query);
	add_text(ctx, s->off);
	add_text(ctx, s->adds);
}

void
undo_take_saved(struct app *a, struct pane *p, struct buf *out)
{
	struct err e;

	profile_saved(a->profile, p->def->list->name, add_saved, out, &e);
}

static const char *
next_text(const char **at)
{
	const char *s = *at;

	*at += strlen(s) + 1;
	return s;
}

/* The one at *at, which moves behind it; false at the end. */
static bool
next_saved(const struct buf *b, const char **at, struct saved *s)
{
	if (*at >= b->data + b->len)
		return false;
	s->name = next_text(at);
	s->query = next_text(at);
	s->off = next_text(at);
	s->adds = next_text(at);
	return true;
}

/* Whether the other text has it: by its name, or just so. */
static bool
has_saved(const struct buf *b, const struct saved *s, bool same)
{
	const char *at = b->data;
	struct saved o;

	while (next_saved(b, &at, &o))
		if (strcmp(o.name, s->name) == 0)
			return !same
			    || (strcmp(o.query, s->query) == 0 && strcmp(o.off, s->off) == 0
				&& strcmp(o.adds, s->adds) == 0);
	return false;
}

bool
undo_put_saved(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	struct buf now = BUF_INIT;
	const char *at;
	struct saved s;
	bool ok = true;

	undo_take_saved(a, p, &now);
	for (at = now.data; ok && next_saved(&now, &at, &s);)
		if (!has_saved(state, &s, false))
			ok = saved_forget(a, p, s.name, e);
	for (at = state->data; ok && next_saved(state, &at, &s);)
		if (!has_saved(&now, &s, true))
			ok = saved_keep(a, p, &s, e);
	buf_free(&now);
	return ok;
}

void
undo_say_saved(struct app *a, const struct pane *p, const struct buf *from, const struct buf *to,
    struct buf *out)
{
	const char *at = to->data;
	struct saved s;

	(void)a, (void)p;
	while (next_saved(to, &at, &s))
		if (!has_saved(from, &s, true)) {
			buf_addf(out, "save %s", s.name);
			return;
		}
	for (at = from->data; next_saved(from, &at, &s);)
		if (!has_saved(to, &s, false)) {
			buf_addf(out, "forget %s", s.name);
			return;
		}
}
