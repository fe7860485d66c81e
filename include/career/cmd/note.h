/*
 * note.h - the pane in which a note is written.
 *
 * While it is open it takes every key (prompts and popups come before it). What was written is kept when the person
 * says so, and also when the program ends before that, whyever. Another program may write it instead (RUN_EDIT).
 */
#ifndef CAREER_CMD_NOTE_H
#define CAREER_CMD_NOTE_H

#include "career/cmd/app.h"
#include "career/cmd/textpad.h"
#include "career/model/shortlist.h"

struct note_state {
	struct kept_thing of;
	struct textpad pad;
	char *was;  /* the note as it is kept, "" none */
	bool shown; /* the pane is open; else it is only handed to an editor */
};

/* The open pane, NULL: none. */
struct note_state *note_open(const struct app *a);
bool note_changed(const struct note_state *n);
void note_key(struct app *a, const char *key);
/* The keys for the bottom line: key and label by turns, NULL at the end. */
extern const char *const note_hints[];
/* The i-th row of the table of all keys that work in it: their names, and what they do. NULL behind the last. */
const char *note_help(size_t i, const char **help);

/* For ui/: the text that an editor is to change, and what came of it. `why` NULL: it is to be kept, else it is not, and
 * the person is told why. */
const char *note_for_editor(const struct app *a);
void note_from_editor(struct app *a, const char *text, const char *why);

/* The program ends: what is being written is kept. */
void note_close(struct app *a);

#endif
