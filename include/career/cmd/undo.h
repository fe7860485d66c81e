/*
 * undo.h - what the person's commands changed, brought back step by step.
 *
 * The state that undo knows is a table of *parts* (undo_part.h): the filter of a list, its marks, the current
 * role ... Each part gives its state as a short text and takes such a text back. Around a command flagged
 * CMD_UNDO all parts are taken; those that differ afterwards are one step. Commands that run other commands
 * are one step with them; a command that changes nothing makes none. A new step drops what was undone.
 *
 * What such a command writes into the profile is one step of its journal as well (store/profile.h), which takes it back
 * exactly and leaves alone what another program has changed since; what is kept is then read again. Behind the oldest
 * step of this run come those of earlier ones, from the journal.
 *
 * struct undo owns all its texts. Panes that are not open take no part but for what a fresh one has.
 */
#ifndef CAREER_CMD_UNDO_H
#define CAREER_CMD_UNDO_H

#include "career/base/buf.h"
#include "career/base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct app;

enum { UNDO_STEPS = 100 };

/* One part of one screen (of the program: `slot` says which) before and behind a step. */
struct undo_change {
	size_t slot;
	struct buf before, after;
};

struct undo_step {
	struct undo_change *change;
	size_t n;
	/* Where the change is seen, before it and behind it: undoing and redoing go there. */
	int screen, screen_after;
	int64_t row, row_after; /* selected there: SQL rowid, 0 none */
	char *words;            /* "filter cost<20k" */
	int64_t id;             /* of the journal's step, 0: nothing of it is kept */
};

/* Every part as it stood at a time. */
struct undo_state {
	struct buf *text; /* one for each slot */
	bool *there;      /* false: its pane was not open */
	int64_t *row;     /* selected, one for each screen */
	int screen;
};

struct undo {
	struct undo_step step[UNDO_STEPS]; /* oldest first */
	size_t n, done;                    /* [0, done) can be undone, [done, n) done again */
	size_t older;                      /* of earlier runs, taken back in this one */
	struct undo_state before, after;
	struct undo_state
	    held; /* from the opening of a prompt that changes what is shown while one types */
	unsigned depth; /* of commands that run commands */
	bool taken;     /* `before` is that of the outermost one */
	bool holding;
	char *words; /* what the command calls its step; NULL: made from what it changed */
};

void undo_init(struct undo *u);
void undo_free(struct undo *u);

/* Around each command; undo_take before one that undo knows. What changed between the first undo_take and
 * the undo_leave of the outermost command is one step. */
void undo_enter(struct app *a);
void undo_take(struct app *a);
void undo_leave(struct app *a);
/* Within a command: what its step is called, where what it changes would not say it. */
void undo_call(struct app *a, const char *words);

/* A prompt that changes the state while one types: how it is now counts as before, once undo_resume is
 * called between undo_enter and undo_leave. */
void undo_hold(struct app *a);
void undo_resume(struct app *a);
void undo_let_go(struct app *a);

/* One step back or forth. The message says what it was. ERR_NOTFOUND when there is none. */
bool undo_back(struct app *a, struct err *e);
bool undo_forth(struct app *a, struct err *e);

/* Nothing of this run can be undone any more. */
void undo_forget(struct app *a);
/* The profile is another one, without a journal. */
void undo_detach(struct app *a);

#endif
