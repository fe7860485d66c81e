/*
 * layout.h - where things stand on a screen of a given size. Pure arithmetic.
 *
 *   >= 100 columns  side by side: list | detail; with facets from 130 on: facets | list | detail
 *   60-99           list above detail; with facets up to 129: facets beside both, below 80 columns
 *                   beside the list only
 *   < 60            one pane at a time: the one with the focus; also where list and detail would share
 *                   less than 12 rows
 * Row 0 is the title, row 1 the chips, the last row hints, messages and prompts, the one above it the
 * status when something is to be said about the result; narration has rows of its own above the bottom line. Below 40x10 nothing fits: `small` is set and one
 * line says what is needed.
 */
#ifndef CAREER_CMD_LAYOUT_H
#define CAREER_CMD_LAYOUT_H

#include <stdbool.h>

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
};

void layout_make(struct layout *l, const struct layout_want *want);

#endif
