/*
 * palette.h - the commands that fit what is typed behind `:`, best first.
 *
 * It lives while the command line is open. Of the typed words each must fit a command's name or help
 * (base/fuzzy.h); of equals the more often used comes first, then the order of the command table. Behind a
 * command's name and a blank it offers what may stand there instead (arguments.h).
 *
 * The items are made when they are asked for, once per change of the text; the words of an item only when it
 * is drawn. Names and help are the table's, argument texts are owned.
 */
#ifndef CAREER_CMD_PALETTE_H
#define CAREER_CMD_PALETTE_H

#include "career/base/buf.h"
#include "career/base/mem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct app;
struct command;

struct palette_item {
	const struct command *command;
	const char *text; /* an argument of it, NULL: the command itself */
	const char *help; /* of the argument, "" none */
	size_t from, to;  /* bytes of the line that the argument takes the place of */
	bool here;        /* as palette.here */
	bool whole;       /* with it the line is complete */
	bool shortened;   /* what is typed behind the first word is its argument */
	unsigned score;
};

struct palette {
	struct palette_item *item;
	size_t n, cap;
	size_t cursor, top;
	bool moved; /* the cursor was moved: Enter means its item, whatever is typed */
	bool stale; /* the text changed */
	const struct command *given; /* the first word is exactly its name */
	bool arguments;              /* the items are arguments of `given` */
	struct arena arena;          /* of argument texts */
	struct buf fold;             /* what is typed, folded */
	bool *here;                  /* per command: it would do something on this screen */
	int64_t *uses;               /* per command: how often it was run by name */
	int64_t clock, *last;        /* and when last, by a clock that counts runs */
};

/* What a line of the list says. Texts are good until the palette changes. */
struct palette_line {
	const char *name; /* or the argument, safe */
	const char *arg;  /* name of its argument, "" none */
	const char *help;
	char keys[64]; /* that run it here, or "not here" */
	bool here;
};

void palette_init(struct palette *u);
void palette_free(struct palette *u);

/* Whether a command would do something on this screen. */
bool palette_here(struct app *a, const struct command *c);
/* Whether it is for the page above the panes that is open: else that is in its way. */
bool palette_above(const struct app *a, const struct command *c);
/* Reads what was used from the profile. */
void palette_load(struct app *a);
/* A command was run by name: remembered, in the profile as well. */
void palette_used(struct app *a, const struct command *c);

void palette_open(struct app *a);
void palette_changed(struct app *a); /* the line's text changed */
/* Makes the items and scroll position true. */
void palette_settle(struct app *a);
/* Up, Down, PgUp, PgDn: true when the key was one of them. */
bool palette_key(struct app *a, const char *key);
/* The cursor to an item; false when there is none. */
bool palette_point(struct app *a, size_t i);
void palette_line(struct app *a, size_t i, struct palette_line *out);

/* What Enter means: true when `line` (appended) is to be run, false when it is to be edited on. */
bool palette_enter(struct app *a, struct buf *line);
/* Tab: what all that go on from the typed letters share is filled in; else the item under the cursor. False
 * when nothing completes the text. */
bool palette_complete(struct app *a);
/* Whether Enter means the item under the cursor: it is shown then. */
bool palette_points(const struct palette *u);

/* Where nothing fits: the command that was probably meant, NULL when there is none. */
const char *palette_nearest(const struct app *a);

/* Lines of the list that are shown. */
size_t palette_rows(const struct app *a);
/* Rows below them that explain the item under the cursor, where its line has no room for that. */
size_t palette_notes(const struct app *a);

#endif
