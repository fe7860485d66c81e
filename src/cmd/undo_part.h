/*
 * undo_part.h - the parts of the state that undo brings back.
 */
#ifndef CAREER_CMD_UNDO_PART_H
#define CAREER_CMD_UNDO_PART_H

#include "career/cmd/app.h"
#include "career/store/profile.h"

struct undo_part {
	const char *name;
	bool of_screen; /* every list has its own; else the program has one */
	/* Of a screen: a pane that was just opened has none of it (no bytes). Else what it has then was kept
	 * somewhere, and opening a pane is no change. */
	bool fresh;
	bool kept; /* in the profile: the journal takes it back */
	/* The state as bytes, which may hold NULs. A pane given is open and is a list. */
	void (*take)(struct app *a, struct pane *p, struct buf *out);
	bool (*put)(struct app *a, struct pane *p, const struct buf *state, struct err *e);
	/* What went from one state to the other, in words: "sort by cost". */
	void (*say)(struct app *a, const struct pane *p, const struct buf *from,
	    const struct buf *to, struct buf *out);
};

/* undo_view.c */
void undo_take_view(struct app *a, struct pane *p, struct buf *out);
bool undo_put_view(struct app *a, struct pane *p, const struct buf *state, struct err *e);
void undo_say_view(struct app *a, const struct pane *p, const struct buf *before,
    const struct buf *after, struct buf *out);
/* undo_kept.c */
void undo_take_columns(struct app *a, struct pane *p, struct buf *out);
bool undo_put_columns(struct app *a, struct pane *p, const struct buf *state, struct err *e);
void undo_say_columns(struct app *a, const struct pane *p, const struct buf *from,
    const struct buf *to, struct buf *out);
void undo_take_saved(struct app *a, struct pane *p, struct buf *out);
bool undo_put_saved(struct app *a, struct pane *p, const struct buf *state, struct err *e);
void undo_say_saved(struct app *a, const struct pane *p, const struct buf *from,
    const struct buf *to, struct buf *out);

/* undo_step.c: what is kept is read again, where the journal has changed it. */
void undo_reread(struct app *a);
/* Where the person is, as the journal names it; goes there, if that is a place. */
void undo_place(const struct app *a, char *place, size_t size);
void undo_go_to_place(struct app *a, const char *place);
bool undo_stays(const struct app *a); /* the person sees what happens, wherever it does */
/* Leaves a step to the journal alone: none of this run any more. */
void undo_drop(struct app *a, int64_t id);
/* Takes the journal's newest step back, whoever did it and when, or does the one again that was taken back last. */
bool undo_older(struct app *a, bool back, struct err *e);

extern const struct undo_part undo_parts[];
extern const size_t nundo_parts;

#endif
