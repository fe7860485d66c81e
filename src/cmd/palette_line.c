/*
 * palette_line.c - what the list above the command line says of a command: its keys, and whether it is of use.
 */
#include "arguments.h"
#include "state.h"

#include <stdio.h>
#include <string.h>

/* Whether it would do something on this screen. */
bool
palette_here(struct app *a, const struct command *c)
{
	unsigned where = app_where(a);
	bool any = false, on_screen = false, works = false, useful = false;

	if (((c->flags & CMD_LIST) != 0 && app_pane(a)->def->list == NULL) || arguments_none(a, c))
		return false;
	for (size_t i = 0; i < a->keys.n; i++) {
		const struct binding *b = &a->keys.all[i];

		if (!binding_runs(b, c))
			continue;
		any = true;
		if ((b->where & IN_SCREENS) == 0 || (b->where & IN_ON(a->screen)) != 0)
			on_screen = true;
		if (keymap_works(&a->keys, b, where)) {
			works = true;
			useful = useful || binding_useful(a, b);
		}
	}
	if (works && !useful)
		return false;
	return !any || on_screen || c->arg != NULL; /* with an argument it is as good elsewhere */
}

bool
palette_above(const struct app *a, const struct command *c)
{
	for (size_t i = 0; i < a->keys.n; i++)
		if (binding_runs(&a->keys.all[i], c)
		    && keymap_works(&a->keys, &a->keys.all[i], app_where(a)))
			return true;
	return (c->flags & CMD_GROUPS) == 0;
}

/* The keys that run it here, with a blank between. */
static void
add_keys(const struct app *a, const struct command *c, char *out, size_t size)
{
	unsigned where = app_where(a);
	size_t n = 0;

	out[0] = '\0';
	for (size_t i = 0; i < a->keys.n; i++) {
		const struct binding *b = &a->keys.all[i];

		if (binding_runs(b, c) && keymap_works(&a->keys, b, where) && n < size)
			n += (size_t)snprintf(out + n, size - n, "%s%s", n > 0 ? " " : "", b->key);
	}
}

const char *
palette_nearest(const struct app *a)
{
	const char *line = a->prompt.edit.text.data;
	size_t from = strspn(line, " "), len = strcspn(line + from, " ");
	char name[64];

	if (len == 0 || len >= sizeof name)
		return NULL;
	memcpy(name, line + from, len);
	name[len] = '\0';
	return command_nearest(name);
}

void
palette_line(struct app *a, size_t i, struct palette_line *out)
{
	const struct palette_item *it = &a->palette.item[i];
	const struct command *c = it->command;

	*out = (struct palette_line){.name = c->name, .arg = "", .help = c->help, .here = it->here};
	if (it->text != NULL) {
		out->name = it->text;
		out->help = it->help;
		return;
	}
	if (c->arg != NULL)
		out->arg = c->arg;
	if (it->here)
		add_keys(a, c, out->keys, sizeof out->keys);
	else
		snprintf(out->keys, sizeof out->keys, "not here");
}
