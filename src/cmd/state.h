/* state.h - what the files of cmd/ share. */
#ifndef CAREER_CMD_STATE_H
#define CAREER_CMD_STATE_H

#include "career/cmd/app.h"
#include "career/cmd/commands.h"

const char *command_nearest(const char *name);

/* prompt.c */
void prompt_open(struct app *a, enum prompt_kind kind, const char *text);
void prompt_confirm(struct app *a, const char *question, const char *command);
void prompt_key(struct app *a, const char *key);
void prompt_changed(struct app *a); /* the text changed */
void prompt_settle(struct app *a);  /* live filter: the list shows what was typed */
void prompt_cancel(struct app *a);

/* popup.c */
bool popup_open(struct app *a, const char *title, bool filter,
    bool (*make)(struct app *a, struct page *page, struct err *e), struct err *e);
void popup_close(struct app *a);
void popup_settle(struct app *a);
void popup_remake(struct app *a);
bool popup_key(struct app *a, const char *key); /* typing into its filter: true when it was taken */
/* Rows and cells of the popup's page on this screen. */
int popup_rows(const struct app *a);
int popup_width(const struct app *a);

/* cmd_view.c: the line under the cursor of the popup or the page, NULL when there is none; its first
 * anchor of a kind. */
const struct line *current_line(const struct app *a);
const struct anchor *find_anchor(const struct line *l, enum anchor_kind kind);
/* Whether Enter leads somewhere from the line. */
bool line_leads(const struct line *l);

/* Makes the page of the selected row when it is not the one that is there. */
void detail_make(struct app *a, struct pane *p);
/* Lines of the page that are shown below its tabs. */
size_t detail_rows(const struct app *a);

/* The profile could not be written: what it holds goes on in memory, the person is told, and the caller
 * writes again. False when it is in memory already. */
bool app_profile_lost(struct app *a, const struct err *why);

/* Moves a cursor among n lines: -1, +1, pages, ends. */
void move_cursor(struct app *a, int by, bool pages);
void move_end(struct app *a, bool last);

#endif
