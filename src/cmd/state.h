/* state.h - what the files of cmd/ share. */
#ifndef CAREER_CMD_STATE_H
#define CAREER_CMD_STATE_H

#include "career/cmd/app.h"
#include "career/cmd/commands.h"

const char *command_nearest(const char *name);
/* The command that a line runs, NULL when there is none. */
const struct command *command_in(const char *line);
/* Whether a row of the keymap runs this command, with whatever argument. */
bool binding_runs(const struct binding *b, const struct command *c);
/* Where the first word of a line ends, and where what follows it begins. */
size_t command_end(const char *line, size_t *rest);

/* prompt.c */
void prompt_open(struct app *a, enum prompt_kind kind, const char *text);
void prompt_confirm(struct app *a, const char *question, const char *command);
/* The same with a command for n; other keys run neither. */
void prompt_confirm_else(
    struct app *a, const char *question, const char *command, const char *other);
/* The lines typed before into such a prompt, read when they are first wanted; one more. */
struct history *prompt_history(struct app *a, enum prompt_kind kind);
void prompt_remember(struct app *a, enum prompt_kind kind, const char *line);
/* prompt_text.c: the page's turn: false with a message when it cannot take the text. Enter. */
bool prompt_turn_text(struct app *a, enum prompt_turn turn, const char *text);
void prompt_accept_text(struct app *a);
/* Opens a line for something on the page, with what stands there now. `of` is copied. */
void prompt_text_open(struct app *a, const struct prompt_text *of, const char *text);
/* The person has turned to the line, with a character or with another key. */
void prompt_touch(struct app *a, bool typed);
void prompt_free(struct app *a);
void prompt_key(struct app *a, const char *key);
void prompt_changed(struct app *a); /* the text changed */
void prompt_settle(struct app *a);  /* what is shown follows what was typed */
void prompt_cancel(struct app *a);

/* popup.c */
bool popup_open(struct app *a, const char *title, bool filter,
    bool (*make)(struct app *a, struct page *page, struct err *e), struct err *e);
void popup_close(struct app *a);
void popup_settle(struct app *a);
void popup_remake(struct app *a);
void popup_renew(struct app *a);                /* the same with the cursor where it was */
bool popup_key(struct app *a, const char *key); /* typing into its filter: true when it was taken */
/* Rows and cells of the popup's page on this screen. */
int popup_rows(const struct app *a);
int popup_width(const struct app *a);

/* cmd_view.c: the line under the cursor of the popup or the page, NULL when there is none; its first
 * anchor of a kind. */
const struct line *current_line(const struct app *a);
/* Opens a list under a query, as a link does: "LIST QUERY". */
bool open_query(struct app *a, const char *key, struct err *e);
const struct anchor *find_anchor(const struct line *l, enum anchor_kind kind);
/* The first anchor of a line that has a source behind it, NULL: none. */
const struct anchor *find_stated(const struct line *l);
/* Whether the line's text, folded, holds folded words. */
bool line_has(const struct line *l, const char *fold);
/* Whether Enter leads somewhere from the line. */
bool line_leads(const struct line *l);
/* The next line from `from` on that does, else the last one; 0 when none does. */
size_t next_leading(const struct page *p, size_t from);

/* cmd_guide.c: the role under the cursor; on other screens the current one. 0: none. */
int64_t role_here(struct app *a, struct err *e);
/* cmd_what_if.c: what is asked of a role, for its pages; keys of factors, "" nothing. */
const char *what_if_of(const struct app *a, const char *role);
/* Asks it from now on; `keys` "" nothing. */
void what_if_set(struct app *a, const char *role, const char *keys);

/* undo_step.c: "2026-11-22 13:00" by the clock of the place, of a time that is kept; false: it is no such text. */
bool local_time(const char *utc, char *out, size_t size);

/* Makes a role the current one, "" none: kept in the profile. */
bool role_set(struct app *a, const char *slug, struct err *e);

/* Makes the page of the selected row when it is not the one that is there. */
void detail_make(struct app *a, struct pane *p);
/* Lines of the page that are shown below its tabs. */
size_t detail_rows(const struct app *a);

/* The profile could not be written: what it holds goes on in memory, the person is told, and the caller
 * writes again. False when it is in memory already. */
bool app_profile_lost(struct app *a, const struct err *why);

/* app.c: of the catalog's figures. reload.c: finds the catalog, and remembers which file it is. */
void app_read_years(struct app *a);
struct db *app_open_catalog(struct app *a, struct err *e);

/* cmd_coverage.c: the page of the map; what it keeps is freed. */
bool coverage_detail(struct app *a, struct pane *p, struct page *page, struct err *e);
void coverage_close(struct app *a);

/* cmd_payback.c: the page of Payback and what is written of it; what it keeps is freed. */
bool payback_detail(struct app *a, struct pane *p, struct page *page, struct err *e);
bool payback_written(struct app *a, struct buf *out, struct err *e);
void payback_state_free(struct app *a);
/* Whether one of its commands would do something on the line under the cursor. */
bool payback_useful(const struct app *a, const char *command);
/* payback_kept.c: what the person says of payback, from the profile; into the one that stands in for it. */
void payback_recall(struct app *a);
void payback_keep(struct app *a, struct profile *to);
void payback_reread(struct app *a); /* when the profile has changed under it */
void payback_lend(struct app *a);   /* to the reader, when it was opened */
bool payback_take_program(struct app *a, const char *key, struct err *e);
/* For undo. */
void payback_take_said(struct app *a, struct buf *out);
bool payback_put_said(struct app *a, const char *state, struct err *e);
/* payback_pair.c: key of the program that the person last looked at, appended; "" none. Of the screen's role: its
 * row, 0 none. */
void payback_last_program(const struct app *a, struct buf *key);
int64_t payback_role(struct app *a);

/* cmd_plans.c: the page of plans; what it keeps is freed; for undo. */
bool plans_detail(struct app *a, struct pane *p, struct page *page, struct err *e);
void plans_close(struct app *a);
void plans_take(struct app *a, struct buf *out);
bool plans_put(struct app *a, const char *text);

/* cmd_have.c: appends the slug of the skill that the cursor is on, in a popup, on a page or in the list of skills; false:
 * there is none. */
bool skill_here(const struct app *a, struct buf *slug);

/* cmd_plan.c: the page of Plan; what it keeps is freed. What the person says of oneself has changed: skills,
 * shortlist, notes, answers, weights; pages that rest on it are made again. */
bool plan_detail(struct app *a, struct pane *p, struct page *page, struct err *e);
void plan_close(struct app *a);
void plan_changed(struct app *a);
/* What one says of skills, beside the rows of their list: followed before it is drawn. */
void plan_settle_skills(struct app *a, struct pane *p);

/* kept_here.c: what the person keeps of the selected row, at the beginning of its page. */
void kept_lines(struct app *a, struct pane *p, struct page *page);
/* Whether one of the commands of shortlist and notes would do something where the cursor is. */
bool kept_useful(const struct app *a, const char *command);
/* looked.c: what has the focus counts as looked at, unless it does already. */
void looked_settle(struct app *a);
/* pane.c: the rows on the shortlist, read anew when it has changed. */
void pane_settle_shorts(struct app *a, struct pane *p);

/* cmd_conflicts.c: the page of contradictions. */
bool conflicts_detail(struct app *a, struct pane *p, struct page *page, struct err *e);

/* cmd_data.c: one line at the end of a page while sources are off. */
void data_say_off(const struct app *a, struct page *page);

/* cmd_start.c, cmd_find.c: the page of the first screen; what they keep is freed. */
bool start_detail(struct app *a, struct pane *p, struct page *page, struct err *e);
const struct start *start_of(
    struct app *a, struct err *e); /* as it is now, NULL: it cannot be told */
void start_close(struct app *a);
void find_close(struct app *a);

/* cmd_columns.c: as the profile has them; the column cursor on a column that is shown, and in sight. */
void pane_load_columns(struct app *a, struct pane *p);
void pane_settle_columns(struct app *a, struct pane *p);

/* cmd_compare.c: the page of the Compare screen; why a line of it has nothing to explain (false); what is
 * written to a file of this name. */
bool compare_detail(struct app *a, struct pane *p, struct page *page, struct err *e);
bool compare_silent(struct app *a, const struct line *l, struct err *e);
bool compare_written(struct app *a, const char *path, struct buf *out, struct err *e);

/* saved.c: filters by name, of the list of a pane. */
bool saved_keep(struct app *a, const struct pane *p, const struct saved *s, struct err *e);
bool saved_forget(struct app *a, const struct pane *p, const char *name, struct err *e);
bool saved_shown(const struct app *a);       /* the popup is the list of them */
const char *saved_here(const struct app *a); /* the name on its line under the cursor, else NULL */

/* pane.c: a query with what the short list adds to it, unless that is widened. */
struct widen {
	bool everything, occupations;
};
void pane_whole_query(const struct pane *p, const char *text, struct widen widen, struct buf *out);

/* Moves a cursor among n lines: -1, +1, pages, ends. */
void move_cursor(struct app *a, int by, bool pages);
void move_end(struct app *a, bool last);

#endif
