/*
 * layout.h - where things stand on a screen of a given size. Pure arithmetic.
 *
 *   >= 100 columns  side by side: list | detail; with facets from 130 on: facets | list | detail
 *   60-99           list above detail; with facets up to 129: facets beside both, below 80 columns
 *                   beside the list only
 *   picture         a list that is drawn as a picture takes the place of both where they would stand one above the
 *                   other; the page takes it while it has the focus
 *   < 60            one pane at a time: the one with the focus; also where list and detail would share
 *                   less than 12 rows
 *   large           for a projector: one pane at a time; from 120 columns on list | detail, facets taking the
 *                   detail's place while they have the focus; else from 40 rows on list above detail. Rows of
 *                   a list stand apart. A screen below 72x20 is laid out as if it were not asked for.
 * Row 0 is the title, row 1 the chips, the last row hints, messages and prompts, the one above it the
 * status when something is to be said about the result; narration has rows of its own above the bottom line. Below 40x10 nothing fits: `small` is set and one
 * line says what is needed.
 */
#ifndef CAREER_CMD_LAYOUT_H
#define CAREER_CMD_LAYOUT_H

#include <stdbool.h>

enum { LARGE_ROWS = 20, LARGE_COLS = 72 }; /* a smaller screen has no room for a large layout */

/* A rectangle of cells; h or w <= 0: nothing is drawn there. */
struct area {
	int y, x, h, w;
};

enum focus { FOCUS_FACETS, FOCUS_LIST, FOCUS_DETAIL, FOCUS_CHIPS };

struct layout {
	bool small;
	struct area title, chips, facets, list, detail, status, say, bottom;
	bool facet_rule, detail_rule; /* a vertical rule stands right of facets / left of detail */
	bool stack_rule;              /* a rule stands above the detail */
	bool large;
	int row_h; /* rows of the screen that a row of the list takes */
};

struct layout_want {
	int rows, cols;
	bool facets; /* the pane has a facet column */
	bool tabs;   /* the detail's first row are tabs, which set it off from the list above */
	bool status;
	bool zoom;
	enum focus focus;
	bool page; /* no list: the page has the whole body, from row 1 */
	int say;   /* rows of narration above the bottom line, 0-3 */
	bool large;
	bool picture; /* the list is one: it stands above no page, but in its place */
};

void layout_make(struct layout *l, const struct layout_want *want);

#endif
