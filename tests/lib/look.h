/*
 * look.h - what holds on every screen.
 *
 * The cursor stands on what is selected; every part is where the layout puts it, whole or cut with a mark,
 * and nothing else is there; coloured words have a sign; in ASCII there is nothing but ASCII. Each part is
 * worked out anew from the program's state, not from what drew it.
 */
#ifndef CAREER_TESTS_LOOK_H
#define CAREER_TESTS_LOOK_H

#include "appscreen.h"
#include "grid.h"

/* A screen that was drawn, and the state it shows. */
struct look {
	struct app *a;
	struct draw *d;
	const char *dump; /* with attributes */
	const char *keys; /* how the state was come to, for messages */
	bool ascii, mono;
	struct grid g;
};

/* Reads the dump; fails the test when a row is wider than the screen. */
void look_read(struct look *l);
/* Fails the test, with the screen printed, when something does not hold. */
void look_check(const struct look *l);
/* Fails the test when colour alone tells something: `other` is the dump of the same state in colour. */
void look_same(const struct look *l, const char *other);

/* All of this for the screen that is on, with and without colour. */
void look_drawn(struct appscreen *s, const char *keys, bool ascii);
/* Everything that was made of text for the one kind of terminal is made anew. */
void look_to_ascii(struct app *a);

#endif
