/* kept_state.h - what the files of shortlist, notes and tags share. */
#ifndef CAREER_CMD_KEPT_STATE_H
#define CAREER_CMD_KEPT_STATE_H

#include "career/model/shortlist.h"

#include "plan_state.h"

/* kept_here.c: what the cursor is on: what its line leads to, else the row, the column, the program that is shown.
 * A gone one of the shortlist, too. ERR_NOTFOUND: nothing that could be kept. */
bool kept_here(struct app *a, struct kept_thing *t, struct err *e);
/* "LIST KEY", a key or any name of the thing; "": kept_here. */
bool kept_named(struct app *a, const char *said, struct kept_thing *t, struct err *e);
/* A tour's rows are not the person's: false, with a message. */
bool kept_may(struct app *a, struct err *e);
/* Runs a write again in memory when the profile cannot be written. */
bool kept_write(struct app *a, bool (*write)(struct app *a, const void *what, struct err *e),
    const void *what, struct err *e);

/* plan_shortlist.c: the thing of the line under the cursor of Plan's section; NULL: none. The cursor goes to this one
 * when the section is next made. */
const struct kept_thing *shortlist_here(const struct app *a);
/* Whether there is anything in the section. */
bool shortlist_any(const struct app *a);
void shortlist_follow(struct app *a, const struct kept_thing *t);

#endif
