/*
 * dispatch.c - from a key or a line to a command.
 */
#include "career/cmd/app.h"

#include "career/cmd/commands.h"
#include "career/cmd/narration.h"
#include "career/cmd/note.h"
#include "state.h"

#include <stdio.h>
#include <string.h>

unsigned
app_where(const struct app *a)
{
	static const unsigned focus[] = {
	    [FOCUS_FACETS] = IN_FACETS,
	    [FOCUS_LIST] = IN_LIST,
	    [FOCUS_DETAIL] = IN_DETAIL,
	    [FOCUS_CHIPS] = IN_CHIPS,
	};

	return (!a->popup.open           ? focus[a->pane[a->screen].focus]
		       : a->popup.filter ? (unsigned)IN_CHOICE
					 : (unsigned)IN_POPUP)
	    | IN_ON(a->screen);
}

const char *
app_key_of(const struct app *a, unsigned place, const char *command)
{
	return app_key_on(a, a->screen, place, command);
}

const char *
app_key_on(const struct app *a, enum screen s, unsigned place, const char *command)
{
	const struct binding *b = keymap_key(&a->keys, place | IN_ON(s), command);

	return b != NULL ? b->key : command;
}

/* The command that a line begins with; *rest is its argument. NULL with a message when there is none. */
static const struct command *
find_command(struct app *a, const char *line, const char **rest)
{
	size_t len = strcspn(line, " \t");
	const struct command *c;
	const char *near;
	char name[64];

	*rest = line;
	if (strspn(line, "0123456789") == strlen(line))
		return command_find("go");
	snprintf(name, sizeof name, "%.*s", (int)(len < 63 ? len : 63), line);
	*rest = line + len + strspn(line + len, " \t");
	c = command_find(name);
	if (c != NULL)
		return c;
	near = command_nearest(name);
	app_error(a, "no command '%s'%s%s; %s shows the keys", name,
	    near != NULL ? "; nearest: " : "", near != NULL ? near : "",
	    app_key_of(a, IN_DETAIL, "help"));
	return NULL;
}

static bool
may_run(struct app *a, const struct command *c, const char *arg)
{
	if ((c->flags & CMD_LIST) != 0 && app_pane(a)->def->list == NULL) {
		app_error(a, "%s works on a list, and there is none on %s", c->name,
		    app_pane(a)->def->title);
		return false;
	}
	if (c->arg != NULL && c->arg[0] != '[' && *arg == '\0') {
		app_error(a, "%s wants %s: %s", c->name, c->arg, c->help);
		return false;
	}
	return true;
}

bool
app_command(struct app *a, const char *line)
{
	const struct command *c;
	struct err e = {0};
	bool ok;

	line += strspn(line, " \t");
	if (*line == '\0' || *line == '#')
		return true;
	c = find_command(a, line, &line);
	if (c == NULL || !may_run(a, c, line))
		return false;
	undo_enter(a);
	if ((c->flags & CMD_UNDO) != 0 && !script_is_tour(a)) /* whose marks are not the person's */
		undo_take(a);
	ok = c->run(a, line, &e);
	undo_leave(a);
	if (!ok)
		app_error(a, "%s", e.text);
	return ok;
}

void
app_key(struct app *a, const char *key)
{
	const struct binding *b;

	if (a->prompt.kind
	    != PROMPT_CONFIRM) { /* what a question hid is seen when it is declined */
		a->message[0] = '\0';
		a->message_is_error = false;
	}
	if (strcmp(key, "^Z") == 0) { /* whatever is being typed */
		app_command(a, "suspend");
		return;
	}
	if (a->prompt.kind != PROMPT_NONE) {
		prompt_key(a, key);
		return;
	}
	if (note_open(a) != NULL && !a->popup.open) {
		note_key(a, key);
		return;
	}
	if (a->popup.open && a->popup.filter && popup_key(a, key))
		return;
	b = script_waits(a) ? keymap_find(&a->keys, IN_TOUR, key) : NULL;
	b = b != NULL ? b : keymap_find(&a->keys, app_where(a), key);
	if (b != NULL)
		app_command(a, b->command);
	else
		app_say(a, "%s does nothing here; %s shows the keys", key,
		    app_key_of(a, IN_DETAIL, "help"));
}

void
app_paste(struct app *a, const char *ch)
{
	if (a->prompt.kind == PROMPT_NONE && note_open(a) != NULL && !a->popup.open) {
		note_key(a, ch);
		return;
	}
	if (strcmp(ch, "\n") == 0)
		ch = " ";
	if (a->prompt.kind != PROMPT_NONE && a->prompt.kind != PROMPT_CONFIRM) {
		prompt_touch(a, true);
		edit_insert(&a->prompt.edit, ch);
		prompt_changed(a);
	} else if (a->popup.open && a->popup.filter) {
		edit_insert(&a->popup.words, ch);
		popup_remake(a);
	}
}
