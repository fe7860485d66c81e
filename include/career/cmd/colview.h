/*
 * colview.h - which columns of a list are shown, in which order and how wide: as the person arranged them.
 *
 * A list's columns are those of its pane's table and, behind them, one for every other field that rows have:
 * the index of a column is its place among these and never changes. `item` puts all of them in order; the
 * first shown one is always in sight, with the others that are frozen. As text:
 *
 *   school,program:30|cost,field?,-award      shown in this order; program 30 cells wide; the first two
 *                                             frozen; field only where there is room; award hidden
 *
 * What the text does not name is hidden. "" is the pane's own arrangement. Where the columns take more cells than
 * there are, those behind the frozen ones scroll sideways; `first` is moved by colview_follow alone.
 * The struct owns nothing: it is copied by assignment.
 */
#ifndef CAREER_CMD_COLVIEW_H
#define CAREER_CMD_COLVIEW_H

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/query/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pane;

/* A column of a list on the screen. */
struct column_def {
	const char *title;
	const char *field; /* what `s` sorts by and facets know */
	int width;         /* cells; 0: its share of what is left */
	int share;
	bool right; /* numbers end at the right edge */
	int from;   /* shown only when the list has at least this many cells */
	/* What a row says. NULL: what its field says (pane_cell). */
	void (*cell)(const struct pane *p, uint32_t row, struct buf *out);
	/* Where `i` finds the figure behind it: a section of the page, else the label of a line; NULL: nowhere. */
	const char *about;
	/* The same in fewer cells, for a column that has no room for it: a number is rather rounded than cut. May be NULL. */
	void (*brief)(const struct pane *p, uint32_t row, struct buf *out);
};

enum {
	COLVIEW_LEAD = 2, /* cells of the cursor and the mark, in front of the first column */
	COLVIEW_MAX = 48, /* columns of a list */
	COLVIEW_NARROWEST = 4,
	COLVIEW_WIDEST = 200,
};

/* COLUMN_ROOM: shown where there is room for it, as its `from` says. */
enum column_state { COLUMN_HIDDEN, COLUMN_SHOWN, COLUMN_ROOM };

struct colview_item {
	size_t column;
	enum column_state state;
	int width; /* cells; 0: its own */
};

struct colview {
	const struct list *list;
	const struct column_def *own;
	size_t nown;
	struct column_def added[COLVIEW_MAX];
	size_t ncolumns;                       /* own and added */
	struct colview_item item[COLVIEW_MAX]; /* each column once, in order */
	size_t frozen;                         /* of the first columns that are not hidden; >= 1 */
	size_t first; /* what scrolls begins with this one of those shown */
	bool sparse; /* a large layout: room is judged by 60 % of the width, of 40 cells at least */
};

/* A pane without a list has no columns: `l` and `own` are NULL. */
void colview_init(struct colview *v, const struct list *l, const struct column_def *own, size_t n);
/* The pane's own arrangement again. */
void colview_reset(struct colview *v);
bool colview_is_default(const struct colview *v);

const struct column_def *colview_def(const struct colview *v, size_t column);
/* By the name of its field, also its other name; -1 when there is none. */
int colview_find(const struct colview *v, const char *name);
struct colview_item *colview_item(struct colview *v, size_t column);

/* A column in sight; x from the left edge of the list. */
struct column_place {
	const struct column_def *def;
	size_t column;
	int x, w;
};

/* Places rise from left to right, a cell between two, the last ends within the width. */
struct column_places {
	struct column_place at[COLVIEW_MAX];
	size_t n;
	size_t frozen; /* the first ones, which do not scroll */
	bool scrolls;
	bool left, right;    /* columns are out of sight on this side of what scrolls */
	int left_x, right_x; /* where a mark for it stands */
};
/* The columns of a list that is `width` cells wide, with the lead. */
void colview_places(const struct colview *v, int width, struct column_places *out);
/* The place of a column, NULL when it is not in sight. */
const struct column_place *places_find(const struct column_places *places, size_t column);
/* Whether a column is shown in this width, in sight or scrolled out of it. */
bool colview_shows(const struct colview *v, size_t column, int width);
/* Scrolls until the column is in sight. */
void colview_follow(struct colview *v, size_t column, int width);
/* The shown column before (by < 0) or behind one (by > 0), itself at the end; of one that is not shown in this width
 * the one that stands where it would. */
size_t colview_step(const struct colview *v, size_t column, int by, int width);

/* Changes. A column that comes in stands where it stood, else behind the others. The last shown one cannot be
 * hidden: false. */
bool colview_show(struct colview *v, size_t column, bool shown);
void colview_resize(struct colview *v, size_t column, int cells); /* as near as may be */
/* Changes places with the shown column on that side; false when there is none. */
bool colview_move(struct colview *v, size_t column, int by, int width);
/* Freezes up to this column; when that is so already, the first one only. */
void colview_freeze(struct colview *v, size_t column);

/* The arrangement as text, "" for the pane's own; colview_parse of it gives the same. */
void colview_text(const struct colview *v, struct buf *out);
/* False leaves it as it was: ERR_USAGE names the column that there is not and the nearest one. A text in which each
 * name has a '+' or '-' in front changes what there is: "+state,-award". `lenient`: what is not understood is left out
 * silently, and no text fails. */
bool colview_parse(struct colview *v, const char *text, bool lenient, struct err *e);

#endif
