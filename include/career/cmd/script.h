/*
 * script.h - commands from a file, line by line; with narration and pauses they are a tour.
 *
 * One command a line; a line that starts with '#' is a comment. `say TEXT` is narration, `pause` ends
 * a step: the program waits until the person goes on, back or away. {role} in a line stands for the
 * slug of the current role, else of the best documented one. A line that fails says so with its
 * number, and the next one runs all the same.
 *
 * A step back is a new run from the first line up to the pause in front, without drawing: lines select
 * what they need. Commands with effects outside of the program (CMD_ONCE) are left out of such a run.
 * The marks of a tour are on the screen only, and they and what it compares take the place of the person's
 * own until it ends: it leaves nothing in the profile but the step that was reached.
 */
#ifndef CAREER_CMD_SCRIPT_H
#define CAREER_CMD_SCRIPT_H

#include "career/base/buf.h"
#include "career/base/err.h"

#include <stdbool.h>
#include <stddef.h>

struct app;

struct script {
	struct buf text;
	struct buf compared; /* what the person compared when a tour began: compare_set_text */
	char name[40];       /* of a tour; "": a file */
	size_t at, line;     /* byte where the next line starts; number of the line that ran last */
	size_t step, steps;  /* pauses reached, and in all */
	bool running;        /* there are lines left, or it is paused */
	bool paused;
	bool zoom;   /* the screen was zoomed when it began */
	bool popup;  /* the pause began with a popup: the person did not open it */
	bool own;    /* one of its lines is being run */
	bool replay; /* on the way to a step that was seen before */
};

/* Number of pauses of a text. */
size_t script_steps(const char *text);
/* Appends what stands behind "# NAME:" in the comments at the top; nothing when it is not there. */
void script_header(const char *text, const char *name, struct buf *out);

/* Takes over from a script that runs. `name` "" is a file, else a tour. The first line runs at the next
 * script_step. */
void script_start(struct app *a, const char *name, const char *text, size_t len);
/* Runs the next line, of a tour all lines up to the next pause. False: none is there to run. */
bool script_step(struct app *a);
bool script_ready(const struct app *a);  /* there may be one */
bool script_unseen(const struct app *a); /* and no frame is drawn in front of it: a tour's */
/* Where the script waits and its keys go before all others. */
bool script_waits(const struct app *a);

/* A tour runs or waits. */
bool script_is_tour(const struct app *a);

/* Goes on, to a step (from 1), away. Errors are for the person. */
bool script_next(struct app *a, struct err *e);
bool script_go(struct app *a, size_t step, struct err *e);
bool script_leave(struct app *a, struct err *e);
/* A pause, said by one of its lines. */
bool script_pause(struct app *a, struct err *e);
/* At the end of the program: what is to be kept is kept. */
void script_close(struct app *a);

#endif
