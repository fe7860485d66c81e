/*
 * commands.h - named commands and the keys that run them: one table row each.
 *
 * Help, hints, the `:` prompt, scripts and the manual come from these tables. A command takes at most one
 * argument, the rest of its line. It fails with a message for the person; state is unchanged then.
 */
#ifndef CAREER_CMD_COMMANDS_H
#define CAREER_CMD_COMMANDS_H

#include "career/cmd/app.h"

enum { /* where a key works */
	IN_LIST = 1,
	IN_FACETS = 2,
	IN_DETAIL = 4,
	IN_CHIPS = 8,
	IN_POPUP = 16,
	IN_CHOICE = 128, /* a popup that letters narrow: they are no commands there */
	IN_PANES = IN_LIST | IN_FACETS | IN_DETAIL | IN_CHIPS,
	IN_PAGES = IN_PANES | IN_POPUP,
	IN_ALL = IN_PAGES | IN_CHOICE,
};
/* With one of the above: on this screen only. Such a binding wins over one for all screens. */
#define IN_ON(screen) (1u << (16 + (screen)))
#define IN_SCREENS (~0u << 16)

enum {
	CMD_LIST = 1, /* works on a list: refused on a screen that is a page alone */
	CMD_UNDO = 2, /* undo brings back what it changed */
};

struct command {
	const char *name;
	const char *arg; /* name of its argument, "[X]" when it may be left out, NULL: none */
	bool (*run)(struct app *a, const char *arg, struct err *e);
	const char *help;
	unsigned flags; /* CMD_* */
};

struct binding {
	unsigned where;
	const char *key;
	const char *command; /* with its argument */
	int hint;            /* > 0: in the bottom line, lower first */
	const char *label;   /* short word for the hint */
};

extern const struct command commands[];
extern const size_t ncommands;
extern const struct binding bindings[];
extern const size_t nbindings;

const struct command *command_find(const char *name);
/* The binding of a key in a context, NULL when there is none. */
const struct binding *binding_find(unsigned where, const char *key);
/* The current context: one of the places, and the screen's bit. */
unsigned app_where(const struct app *a);
bool binding_works(const struct binding *b, unsigned where);
/* Whether it would do something just now: what would not is left out of the hints. */
bool binding_useful(const struct app *a, const struct binding *b);

#endif
