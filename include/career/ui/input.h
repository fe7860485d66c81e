/*
 * input.h - the next key or event.
 *
 * One `struct key` per press: a Unicode character, a named key, or an event. Escape sequences that
 * are unknown are swallowed whole; a lone Esc is told apart after 25 ms. Pasted text comes as
 * KEYK_PASTE characters so that it never runs commands.
 */
#ifndef CAREER_UI_INPUT_H
#define CAREER_UI_INPUT_H

#include "career/cmd/key.h"
#include "career/ui/decode.h"
#include "career/ui/term.h"

#include <stdbool.h>
#include <stdint.h>

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

#endif
