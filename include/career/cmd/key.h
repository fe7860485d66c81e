/*
 * key.h - keys and events as the program knows them, and the names of keys.
 *
 * One `struct key` per press: a Unicode character, a named key, or an event. key_to_name and key_from_name
 * give and read the names used in keymaps and scripts: "a", "^R", "F1", "Enter", "Esc", "Space",
 * "Tab", "S-Tab", "Up", "PgDn", "M-x".
 */
#ifndef CAREER_CMD_KEY_H
#define CAREER_CMD_KEY_H

#include "career/base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key_kind {
	KEYK_NONE,   /* nothing waits */
	KEYK_CHAR,   /* `ch`: code point, no control */
	KEYK_CTRL,   /* `ch`: 'A'..'Z' and @ [ \ ] ^ _ ; ^H ^I ^J ^M ^[ come as named keys */
	KEYK_NAMED,  /* `named` */
	KEYK_MOUSE,  /* `mouse`, `y`, `x`: the left button or the wheel */
	KEYK_PASTE,  /* one pasted character in `ch`; line ends and tabs are blanks */
	KEYK_RESIZE, /* the screen has a new size or was given back: draw all */
	KEYK_SYNC,   /* tests: `ch` is the serial. Draw, flush, then term_sync_reply(ch) */
	KEYK_HANGUP, /* end now: the terminal is gone or term_signalled() is not 0; comes again */
};

enum key_named {
	KEYN_UP,
	KEYN_DOWN,
	KEYN_LEFT,
	KEYN_RIGHT,
	KEYN_PGUP,
	KEYN_PGDN,
	KEYN_HOME,
	KEYN_END,
	KEYN_ENTER,
	KEYN_ESC,
	KEYN_TAB,
	KEYN_BACKTAB,
	KEYN_BACKSPACE,
	KEYN_DELETE,
	KEYN_INSERT,
	KEYN_F1,
	KEYN_F2,
	KEYN_F3,
	KEYN_F4,
	KEYN_F5,
	KEYN_F6,
	KEYN_F7,
	KEYN_F8,
	KEYN_F9,
	KEYN_F10,
	KEYN_COUNT,
};

enum mouse_kind { MOUSE_CLICK, MOUSE_DOUBLE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct key {
	enum key_kind kind;
	int32_t ch;
	enum key_named named;
	bool meta;     /* with Alt */
	bool line_end; /* PASTE: the blank is one, for a text of several lines */
	enum mouse_kind mouse;
	int y, x;
};

/* Appends the name of a character, control or named key; nothing for events. */
void key_to_name(const struct key *k, struct buf *out);
/* Whole string, names of named keys in any case; false when it names no key. */
bool key_from_name(const char *name, struct key *k);
/* The name that was probably meant ("C-n" is "^N", "Pgup" is "PgUp"), else nothing. */
void key_nearest_name(const char *name, struct buf *out);
/* The i-th named key, Space among them, by its first name; NULL behind the last. */
const char *key_name_at(size_t i);
/* Whether it types a character (a letter, a blank). */
bool key_types(const struct key *k);

#endif
