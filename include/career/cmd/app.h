/*
 * app.h - the state of the interactive program, without a terminal.
 *
 * struct app owns everything: catalog, profile, panes, prompt, popup. Commands (commands.h) change it;
 * ui/ draws it and turns keys into commands; scripts and tests run the same commands. Nothing here knows
 * ncurses. Geometry comes in through app_resize: a pane needs to know how many rows it shows.
 *
 * A pane is a list under a query with facets and a detail page, or (def->list NULL) a page alone: then it has
 * no frame and no view, its focus is always FOCUS_DETAIL, and commands flagged CMD_LIST are refused. What
 * differs between screens is in `struct pane_def`. Invariants: `selected` is a row of the view or UINT32_MAX
 * when it is empty; `pos` is its position; top <= pos < top + shown rows after app_settle.
 */
#ifndef CAREER_CMD_APP_H
#define CAREER_CMD_APP_H

#include "career/base/bitset.h"
#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/cmd/colview.h"
#include "career/cmd/compare_set.h"
#include "career/cmd/edit.h"
#include "career/cmd/keymap.h"
#include "career/cmd/layout.h"
#include "career/cmd/options.h"
#include "career/cmd/palette.h"
#include "career/cmd/script.h"
#include "career/cmd/titles.h"
#include "career/cmd/undo.h"
#include "career/page/pages.h"
#include "career/query/view.h"
#include "career/store/profile.h"

#include <sys/types.h>

struct app;
struct pane;
struct start;
struct find;
struct coverage_state;
struct picture;
struct payback_state;
struct plans_state;
struct plan_state;
struct note_state;

enum {
	PANE_FACETS = 1, /* has a facet column */
	/* The cursor stands only on lines that lead somewhere, and each move makes the page again: it may
	 * show what the cursor is on (detail.cursor). Lines that lead somewhere must not change their place. */
	PANE_HOP = 2,
	PANE_GRID = 4,  /* left and right move a column cursor; see struct detail */
	PANE_BELOW = 8, /* the cursor stays below the pinned lines */
};

struct pane_def {
	const char *title; /* "Roles"; in small letters its name for `screen` */
	const char *one;
	char digit;              /* the key that opens it; 0: none, and no tab in the title */
	enum thing thing;        /* what its rows are; THING_KINDS for a page */
	const char *by_key;      /* named query: row id of a stable key */
	const struct list *list; /* NULL: a page alone */
	unsigned flags;          /* PANE_* */
	const struct column_def *columns;
	size_t ncolumns;
	size_t nsections; /* of the detail; 0: one page without tabs */
	const char *(*section)(size_t i);
	/* Makes the detail page of the selected item, or the whole page. */
	bool (*detail)(struct app *a, struct pane *p, struct page *page, struct err *e);
};
extern const struct pane_def pane_defs[SCREEN_COUNT];

struct detail {
	struct page page;
	size_t section;
	size_t cursor, top; /* lines */
	bool valid;         /* false: made again at the next frame */
	size_t made_for;    /* cursor for which a PANE_HOP page was made */
	bool airy;          /* made with room between its items */
	/* Of a PANE_GRID page: the maker reads `first` and `column` and writes the others. app_settle sees to it
	 * that `column` is in sight. */
	size_t pinned; /* first lines, which stay in place while the others scroll */
	size_t column, first, shown, ncolumns;
};

/* One line of the facet column: a heading or a value. */
struct facet_line {
	int field;
	bool heading;
	uint32_t code, count;
	bool selected, excluded;
};

struct pane {
	const struct pane_def *def;
	bool loaded;
	struct frame frame;
	struct view view;
	struct buf query; /* as the person typed it */
	size_t
	    own; /* its terms are the first of view.query; what the short list adds comes behind */
	struct buf off;   /* chips switched off: terms separated by '\n' */
	bool everything;  /* roles: occupations and roles that are only named as well */
	bool occupations; /* roles: those of the imported sets as well */
	uint32_t hidden;  /* rows that match but only `everything` would show */
	uint32_t unseen;  /* rows that match but only `occupations` would show */
	uint32_t selected, pos, top;
	struct colview cols; /* which columns are shown, and how */
	size_t column;       /* column cursor: one of them */
	enum focus focus;
	struct titles titles; /* of the roles among the facets' values */
	struct facet_line *facet;
	size_t nfacet, facet_cap, facet_cursor, facet_top;
	size_t chip_cursor;
	unsigned char
	    *mine; /* of skills: what the person says (enum having) by frame row; NULL: nothing */
	unsigned mine_turn;  /* as of plan_turn() */
	struct bitset marks; /* over frame rows */
	size_t nmarks;
	struct bitset shorts; /* rows on the shortlist, as of kept_turn `shorts_turn` */
	unsigned shorts_turn;
	struct detail detail;
	struct picture *picture; /* picture.h: made when first wanted */
	bool linked; /* a link led straight to its page: `back` from there leaves the screen */
	struct buf advice; /* what to say about the result; made when asked for */
	bool advised;
};

enum prompt_kind { PROMPT_NONE, PROMPT_FILTER, PROMPT_COMMAND, PROMPT_CONFIRM, PROMPT_TEXT };

enum prompt_turn {
	PROMPT_TYPED, /* the text is another one; called before the frame that shows it */
	PROMPT_TAKEN, /* Enter: what it changed since the prompt was opened is one step for undo */
	PROMPT_LEFT,  /* Esc: what was there before is to be brought back; the text is "" */
};

/* PROMPT_TEXT: a line for something on a page, which follows while one types. */
struct prompt_text {
	const char *label; /* in front of the text: "Price $" */
	const char
	    *history; /* what the profile calls the lines typed before; NULL: none are kept */
	bool whole; /* the first character that is typed takes the place of all that stands there */
	/* False: it cannot be taken, and *e says why: above the line, which Enter does not close then. A failure of
	 * PROMPT_TAKEN is a message. */
	bool (*turn)(struct app *a, enum prompt_turn turn, const char *text, struct err *e);
	/* Up, Down, PgUp, PgDn: true when it did something. NULL: they do nothing. */
	bool (*key)(struct app *a, const char *key);
	/* Tab, with the cursor at byte `at`: calls each() as query_complete does. NULL: nothing completes. */
	void (*complete)(struct app *a, const char *text, size_t at,
	    void (*each)(void *ctx, const char *text, const char *help, size_t from, size_t to),
	    void *ctx);
};

struct prompt {
	enum prompt_kind kind;
	struct edit edit;
	char *saved; /* FILTER: the query before */
	uint32_t saved_row;
	uint32_t held;  /* FILTER: the row that stays selected while it matches */
	bool typed;     /* FILTER, TEXT: what is shown does not follow yet; app_settle sees to it */
	char *question; /* CONFIRM: safe text */
	char *command;  /* CONFIRM: run on y */
	char *other;    /* CONFIRM: run on n; NULL: nothing is */
	struct history commands,
	    filters[SCREEN_COUNT]; /* read from the profile when first wanted */
	struct prompt_text text;   /* TEXT; its texts are owned */
	bool wrong;                /* TEXT: it cannot be taken */
	bool untouched;            /* TEXT: what stands there gives way to what is typed */
	struct history lines;      /* TEXT: those of lines_of */
	char *lines_of;
};

/* A page above the panes: help, `i`, `m`, the role chooser. Typing filters it when `filter` is set; Enter
 * runs the command of the line. */
struct popup {
	bool open, filter;
	bool zoom; /* on the whole screen, but for title, narration and bottom line */
	char title[64];
	struct page page;
	struct edit words;
	bool (*make)(struct app *a, struct page *page, struct err *e);
	size_t cursor, top;
	/* What is typed narrows nothing: the maker reads it, and the number of rows. The cursor stands only on
	 * lines that lead somewhere. */
	bool search;
	const char *lead; /* what is typed, in a word; borrowed */
	int rows;         /* for which it was made */
	bool stays;       /* Enter runs the command of the line, and the popup is made again */
};

enum { APP_BACK = 16 };
enum {
	RUN_QUIT = 1,
	RUN_SUSPEND = 2,
	RUN_REDRAW = 4,
	RUN_RESET = 8,
	RUN_RELOAD = 16,
	RUN_EDIT = 32, /* note_for_editor in the person's editor */
};

/* Which file a name leads to; {0}: none. */
struct file_id {
	bool there;
	dev_t dev;
	ino_t ino;
};

struct app {
	struct options opts;
	struct keymap keys;
	struct db *db;
	char *catalog_path;
	struct file_id catalog_id,
	    catalog_seen; /* of the open one; of the one that stands in its place */
	struct reader reader;
	struct profile *profile;
	struct pane pane[SCREEN_COUNT];
	enum screen screen;
	enum screen
	    back[APP_BACK]; /* screens that links led away from, oldest first: `back` returns */
	size_t nback;
	struct compare_set compare;
	struct prompt prompt;
	struct palette palette;
	struct popup popup;
	struct start *start; /* these two are made when first wanted */
	struct find *find;
	struct coverage_state *coverage;
	/* The screen of contradictions: slug of its role, "" none; of all roles. `current`: what the current role
	 * was when it was opened, another one is followed. */
	struct conflicts_state {
		char role[128], current[128];
		bool all;
	} conflicts;
	struct payback_state *payback;
	struct plans_state *plans; /* made when its screen is first asked for */
	struct plan_state *plan;   /* of the screen Plan; the same */
	struct note_state *note;   /* note.h: being written; NULL: none */
	/* The item whose page has the focus: `wanted` until app_idle has kept that it was looked at. */
	struct looked_state {
		enum screen screen;
		int64_t id; /* 0: none */
		bool wanted;
	} looked;
	unsigned kept_turn; /* another one whenever what the person keeps of things has changed */
	struct buf
	    asks; /* what the person says of payback: payback_asks_text, kept in the profile */
	char program
	    [256]; /* key of the program that payback was last asked of, "" none; kept as well */
	struct undo undo;
	struct anchor about; /* what the popup speaks of; key owned by about_key */
	struct buf about_key, about_line;
	char role[128]; /* slug of the current role, "" none */
	/* "What if": factors of pay, by their keys with commas between, and the slug of the role they were chosen
	 * for. Of another role nothing is asked. */
	char what_if[128], what_if_role[128];
	enum level level; /* Pay answers for it first */
	bool zoom, details;
	bool pay_cells; /* pay in cells, not level by level */
	int rows, cols;
	struct layout layout;
	char message[512]; /* one line, shown until the next key */
	bool message_is_error;
	unsigned run; /* RUN_* wishes to the loop */
	struct script script;
	struct buf say; /* narration, as it was said: not safe text */
	bool copied;    /* something was sent to the terminal's clipboard */
	int year_now;
	char years[32]; /* the years the catalog's figures are from: "2014-2027" */
	/* Given by ui/: the screen as text for :write, the terminal's clipboard. May be NULL. */
	void (*dump)(void *ctx, struct buf *out);
	bool (*clipboard)(void *ctx, const char *text, size_t len);
	void *ui;
};

/* Opens catalog and profile and makes the first pane. On failure everything is closed. */
bool app_open(struct app *a, const struct options *o, struct err *e);
void app_close(struct app *a);
/* RUN_RESET, between two people: as after app_open, for the same terminal. With --guest the profile is a new
 * one, else the file is read again. False: everything is closed, and *e says why. */
bool app_reset(struct app *a, struct err *e);
/* Another catalog stands where the open one was found, which goes on to be read: said once, when nothing else is
 * said. Cheap: looks at a few names. */
void app_offer_reload(struct app *a);
bool app_replaced(const struct app *a);
/* RUN_RELOAD: opens that one, and each screen's query and row by its key again; nothing can be undone then. What
 * cannot be opened leaves everything as it is, with a message. */
void app_reload(struct app *a);

void app_resize(struct app *a, int rows, int cols);
/* Makes what is about to be drawn true: detail page for the selected row, scroll positions. */
void app_settle(struct app *a);

/* One key by name in the current context: runs what the keymap says, or edits the prompt. */
void app_key(struct app *a, const char *key);
/* One character that was typed or pasted into a prompt or a note; outside of them pasted text is dropped. "\n" is a line
 * end, which is a blank in a prompt. */
void app_paste(struct app *a, const char *ch);
/* What may wait until nobody types: whether there is something; with `now` it is done. */
bool app_idle(struct app *a, bool now);
/* A command line as in `:` and scripts: "filter cost<20k". False when it failed; the message says why. */
bool app_command(struct app *a, const char *line);

struct pane *app_pane(struct app *a);
/* Opens a screen as a link does: `back` returns to the one that is left. */
bool app_go(struct app *a, enum screen s, struct err *e);
/* Sections of its page that are there: the last of some screens only with certain imported sets. */
size_t pane_sections(const struct app *a, const struct pane *p);
/* The screen whose rows are those of a list, -1 none. */
int app_screen_of(const struct list *l);
/* Every page is made again: level, role, sources or details have changed. */
void app_stale(struct app *a);
/* Exactly these sources are off from now on (db_sources_off(a->db) tells which are, rising); lists follow when
 * they are next shown. How many are off. */
bool app_set_sources_off(struct app *a, const int64_t *ids, size_t n, struct err *e);
size_t app_sources_off(const struct app *a);
void app_say(struct app *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void app_error(struct app *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* pane.c */
bool pane_open(struct app *a, enum screen s, struct err *e);
/* Sources were switched since it was last shown: its rows and cells follow. */
bool pane_refresh(struct app *a, struct pane *p, struct err *e);
void pane_close(struct pane *p);
void pane_set_query(struct app *a, struct pane *p, const char *text, bool typing);
void pane_select(struct pane *p, uint32_t pos); /* position in the view, clamped */
bool pane_select_id(struct pane *p, int64_t id);
int64_t pane_id(const struct pane *p);      /* SQL rowid of the selected row, 0 when none */
size_t pane_list_rows(const struct app *a); /* rows of the list area below its header */
/* Where the columns stand in a list of `width` cells. */
void pane_visible_columns(const struct pane *p, int width, struct column_places *out);
const struct column_def *pane_column(const struct pane *p); /* under the column cursor */
/* What a column says of a row, for `cells` of room; "-" when absent. Not safe text. */
void pane_cell(
    const struct pane *p, const struct column_def *c, uint32_t row, int cells, struct buf *out);
/* The arrangement of the columns as text, and from one (`columns` in commands.c): kept in the profile. */
bool pane_set_columns(struct app *a, struct pane *p, const char *text, struct err *e);
void pane_load_marks(struct app *a, struct pane *p);
bool pane_is_short(const struct pane *p, uint32_t row); /* on the shortlist */
/* Whether a roles list holds occupations of imported sets: then a chip switches them on and off. */
bool pane_has_sets(const struct pane *p);
bool pane_is_of_set(const struct pane *p, uint32_t row);
/* Rows of the list; without those that only a chip would show. */
uint32_t pane_rows(const struct pane *p);
void pane_show_sets(struct app *a, struct pane *p, bool on);
/* A facet column stands beside the list now. */
bool pane_has_facets(const struct pane *p);
void pane_facets(struct pane *p);
const char *pane_advice(
    struct pane *p); /* safe text: the query's mistake, else what to say about the result, or "" */
/* Words of a value in the facet column: a role's title; short ones where the value's own do not fit. Not safe text. */
const char *pane_facet_text(const struct pane *p, const struct facet_line *f, int cells);

/* chips.c: the active terms and those switched off. */
struct chip {
	char text[96];
	bool on, error;
	bool sets;   /* the one for occupations of the imported sets, behind all others */
	size_t term; /* of view.query when on */
};
size_t pane_chips(const struct pane *p, struct chip *out, size_t cap);
void pane_chip_toggle(struct app *a, struct pane *p, size_t chip);
void pane_chip_drop(struct app *a, struct pane *p, size_t chip);

#endif
