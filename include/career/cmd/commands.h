/*
 * commands.h - named commands, one table row each; the keys that run them are in the keymap (keymap.h).
 *
 * Help, hints, the `:` prompt, scripts and the manual come from these tables. A command takes at most one
 * argument, the rest of its line. It fails with a message for the person; state is unchanged then.
 */
#ifndef CAREER_CMD_COMMANDS_H
#define CAREER_CMD_COMMANDS_H

#include "career/cmd/app.h"

enum {
	CMD_LIST = 1, /* works on a list: refused on a screen that is a page alone */
	CMD_UNDO = 2, /* undo brings back what it changed */
	CMD_ONCE = 8, /* acts outside of the screen: not done again when a script goes back */
	/* Meant to be run by its name, so that `career keys --check` asks for no key; one that cannot do without
	 * its argument need not say so. */
	CMD_NAMED = 16,
	/* What it is for: the heading it stands under in help. None of these: the program. */
	CMD_MOVE = 1 << 8,
	CMD_FILTER = 2 << 8,
	CMD_LOOK = 3 << 8,
	CMD_MARK = 4 << 8,
	CMD_SCREEN = 5 << 8,
	CMD_GROUPS = 15 << 8,
};

struct command {
	const char *name;
	const char *arg; /* name of its argument, "[X]" when it may be left out, NULL: none */
	bool (*run)(struct app *a, const char *arg, struct err *e);
	const char *help;
	unsigned flags; /* CMD_* */
};

extern const struct command commands[];
extern const size_t ncommands;

const struct command *command_find(const char *name);
/* The current context: one of the places, and the screen's bit. */
unsigned app_where(const struct app *a);
/* The key for a command in one of the places of this screen, for texts that speak of it; the command itself when no
 * key is left for it. */
const char *app_key_of(const struct app *a, unsigned place, const char *command);
/* The same for another screen. */
const char *app_key_on(const struct app *a, enum screen s, unsigned place, const char *command);
/* Whether it would do something just now: what would not is left out of the hints. */
bool binding_useful(const struct app *a, const struct binding *b);

#endif
