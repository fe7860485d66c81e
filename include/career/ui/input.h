/*
 * input.h - the next key or event.
 *
 * One `struct key` per press: a Unicode character, a named key, or an event. Escape sequences that
 * are unknown are swallowed whole; a lone Esc is told apart after 25 ms. Pasted text comes as
 * KEYK_PASTE characters so that it never runs commands. input_name / input_parse give and read the
 * names used in the keymap and in scripts: "a", "^R", "F1", "Enter", "Esc", "Space", "Tab",
 * "S-Tab", "Up", "PgDn", "M-x".
 */
#ifndef CAREER_UI_INPUT_H
#define CAREER_UI_INPUT_H

#include "career/base/buf.h"
#include "career/ui/decode.h"
#include "career/ui/term.h"

#include <stdbool.h>
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
	bool meta; /* with Alt */
	enum mouse_kind mouse;
	int y, x;
};

/* What a reader of keys keeps between two calls. The terminal is borrowed. */
struct input {
	struct term *term;
	struct decoder decoder;
	int click_y, click_x; /* of the last click, for double clicks */
	int64_t click_ms;     /* when; 0: none */
};

void input_init(struct input *in, struct term *t);
/* The next key; waits at most `timeout_ms` (-1 for ever, 0 not at all). KEYK_NONE: all input is
 * read. */
struct key input_next(struct input *in, int timeout_ms);

/* Appends the name of a character, control or named key; nothing for events. */
void input_name(const struct key *k, struct buf *out);
/* Whole string, names of named keys in any case; false when it names no key. */
bool input_parse(const char *name, struct key *k);

#endif
