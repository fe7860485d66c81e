/*
 * edit.h - a line being edited, as readline does it.
 *
 * The text is valid UTF-8; the cursor stands between grapheme clusters (a byte offset). edit_key takes the
 * name of a key ("^A", "Left", "x" ...) and says whether it was an editing key. History is the caller's list.
 */
#ifndef CAREER_CMD_EDIT_H
#define CAREER_CMD_EDIT_H

#include "career/base/buf.h"

#include <stdbool.h>

enum { EDIT_MAX = 4096, EDIT_HISTORY = 100 };

struct edit {
	struct buf text;
	size_t cursor;
	struct buf killed; /* ^K, ^U, ^W; ^Y brings it back */
};

struct history {
	char *line[EDIT_HISTORY]; /* oldest first */
	size_t n;
	size_t at;     /* n: not in the history */
	char *pending; /* what was typed before going back */
	bool read;     /* the caller has filled it from where it is kept */
};

void edit_init(struct edit *ed);
void edit_free(struct edit *ed);
void edit_set(struct edit *ed, const char *text); /* cursor at the end */
/* Inserts one character (UTF-8 encoded); control characters and too long lines are refused. */
void edit_insert(struct edit *ed, const char *ch);
/* True when the key edits or moves within the line. */
bool edit_key(struct edit *ed, const char *key);

void history_free(struct history *h);
/* A line that is there already becomes the newest; empty ones are not kept. */
void history_add(struct history *h, const char *line);
/* Puts the previous (or next) line into the editor; false at the end. */
bool history_step(struct history *h, struct edit *ed, bool back);

#endif
