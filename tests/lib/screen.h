/*
 * screen.h - frames drawn in-process, and kept screens.
 *
 * A kept screen is tests/frame/NAME.screen: what draw_dump gave when somebody read it and found it
 * right. UPDATE=1 in the environment writes it anew; the difference is for `git diff`.
 */
#ifndef CAREER_TESTS_SCREEN_H
#define CAREER_TESTS_SCREEN_H

#include "career/ui/draw.h"
#include "career/ui/term.h"

#include <stdbool.h>

/* What a test draws on. */
struct canvas {
	struct term term;
	struct draw draw;
	struct area all; /* the whole screen */
};

/* An empty screen off the terminal, in a UTF-8 locale; fails the test when there is none. */
void screen_open(struct canvas *s, int rows, int cols, bool ascii, bool mono);
/* Colours of a built-in theme from the next frame on; NULL: auto, which it begins with. */
void screen_theme(struct canvas *s, const char *name);
/* The same with another size, empty. */
void screen_resize(struct canvas *s, int rows, int cols);
void screen_close(struct canvas *s);
/* What stands on it, one line per row; with `attrs` as draw_dump. Overwritten by the next call. */
const char *screen_text(const struct canvas *s, bool attrs);

/* For each row that has colours a letter a cell, as k r g y b m c w; a blank is the terminal's own. */
void screen_colours(const struct canvas *s, struct buf *out);

/* Whether `text` is the kept screen; prints the rows that differ when not. */
bool screen_same(const char *name, const char *text);
#define assert_screen(name, text)                                                                  \
	do {                                                                                       \
		if (!screen_same((name), (text)))                                                  \
			fail_msg("the screen differs from tests/frame/%s.screen", (name));         \
	} while (0)

#endif
