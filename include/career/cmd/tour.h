/*
 * tour.h - the tours that the program brings: scripts under data/tours, embedded at build time.
 *
 * A tour's name is that of its file. Its first lines say "# title: ..." and "# about: ...".
 */
#ifndef CAREER_CMD_TOUR_H
#define CAREER_CMD_TOUR_H

#include "career/base/err.h"

#include <stdbool.h>
#include <stddef.h>

struct app;

struct tour {
	char name[40];
	const char *text;
};

/* The i-th one in the order of their names; false behind the last. */
bool tour_at(size_t i, struct tour *t);
/* False: ERR_USAGE with the nearest name. */
bool tour_find(const char *name, struct tour *t, struct err *e);
/* "3": a step of the tour. False: ERR_USAGE. */
bool tour_step(const struct tour *t, const char *text, size_t *step, struct err *e);

/* Starts a tour at a step; 0: at the one where the person left it, else the first. */
bool tour_start(struct app *a, const struct tour *t, size_t step, struct err *e);
/* The step at which it was left, 0 when there is none. */
size_t tour_left_at(struct app *a, const char *name);

#endif
