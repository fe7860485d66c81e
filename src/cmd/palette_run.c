/*
 * palette_run.c - what Enter and Tab mean by the list above the command line.
 */
#include "career/base/text.h"
#include "state.h"

#include <string.h>

/* The line with the item's argument in its place. */
static void
put_argument(const char *line, const struct palette_item *it, struct buf *out)
{
	buf_add(out, line, it->from);
	buf_adds(out, it->text);
	buf_adds(out, line + it->to);
}

/* What a key runs without one does without one here as well. */
static bool
wants_argument(const struct app *a, const struct command *c)
{
	if (c->arg == NULL || c->arg[0] != '[')
		return c->arg != NULL;
	for (size_t i = 0; i < a->keys.n; i++)
		if (a->keys.all[i].command != NULL && strcmp(a->keys.all[i].command, c->name) == 0)
			return false;
	return true;
}

bool
palette_enter(struct app *a, struct buf *line)
{
	struct palette *u = &a->palette;
	const char *typed = a->prompt.edit.text.data;
	const struct palette_item *it;
	size_t rest;

	palette_settle(a);
	it = u->n > 0 ? &u->item[u->cursor] : NULL;
	if (it == NULL || (u->given != NULL && !u->moved)) {
		buf_adds(line, typed);
		return true;
	}
	if (it->text != NULL) {
		put_argument(typed, it, line);
		return it->whole;
	}
	buf_adds(line, it->command->name);
	if (it->shortened) {
		command_end(typed, &rest);
		buf_addf(line, " %s", typed + rest);
	} else if (wants_argument(a, it->command)) {
		buf_addc(line, ' ');
		return false;
	}
	return true;
}

/* The bytes of the line that an item takes the place of: an argument's own, else the first word. */
static void
place_of(const char *line, const struct palette_item *it, size_t *from, size_t *to)
{
	size_t rest;

	*from = it->text != NULL ? it->from : strspn(line, " ");
	*to = it->text != NULL ? it->to : command_end(line, &rest);
}

static const char *
text_of(const struct palette_item *it)
{
	return it->text != NULL ? it->text : it->command->name;
}

/* The items that begin with the typed letters: how many, the first of them, and the bytes they share. */
static size_t
going_on(const struct palette *u, const char *typed, size_t len, const struct palette_item **first,
    size_t *common)
{
	size_t n = 0;

	for (const struct palette_item *it = u->item; it < u->item + u->n; it++) {
		const char *text = text_of(it);

		if (it->whole && strncmp(text, typed, len) != 0)
			continue;
		if (n++ == 0) {
			*first = it;
			*common = strlen(text);
		}
		while (*common > 0
		    && (strncmp(text_of(*first), text, *common) != 0 || !text_valid(text, *common)))
			--*common;
	}
	return n;
}

static void
replace(struct edit *ed, size_t from, size_t to, const char *text, size_t len)
{
	buf_remove(&ed->text, from, to - from);
	buf_insert(&ed->text, from, text, len);
	ed->cursor = from + len;
}

bool
palette_complete(struct app *a)
{
	struct palette *u = &a->palette;
	struct edit *ed = &a->prompt.edit;
	const struct palette_item *it;
	size_t from, to, common = 0, n = 0;

	palette_settle(a);
	if (u->n == 0)
		return false;
	it = &u->item[u->cursor];
	place_of(ed->text.data, it, &from, &to);
	if (!u->moved && ed->cursor >= from)
		n = going_on(u, ed->text.data + from, ed->cursor - from, &it, &common);
	if (n > 1) {
		if (common > ed->cursor - from)
			replace(ed, from, to, text_of(it), common);
	} else {
		replace(ed, from, to, text_of(it), strlen(text_of(it)));
		if (it->text == NULL && it->command->arg != NULL && ed->cursor == ed->text.len)
			edit_insert(ed, " ");
	}
	palette_changed(a);
	return true;
}
