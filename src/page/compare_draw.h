/* compare_draw.h - what the drawing of a comparison and its sentences share. */
#ifndef CAREER_PAGE_COMPARE_DRAW_H
#define CAREER_PAGE_COMPARE_DRAW_H

#include "compare_parts.h"

enum { CELL_LINES = 3, CELL_LINES_ALL = 200 }; /* of a value; with details */

/* Lines of one text, safe. */
struct cell_lines {
	const char *line[CELL_LINES_ALL];
	size_t n;
};

struct compare_view {
	struct page *p;
	const struct compare *c;
	const struct compare_opts *o;
	int label, column;   /* cells of the labels, and of each column with its gap */
	size_t first, shown; /* columns */
};

void compare_view_init(
    struct compare_view *v, struct page *p, const struct compare *c, const struct compare_opts *o);
/* Wraps a text at `width` cells into at most `max` lines (<= CELL_LINES_ALL), in the page's arena; the
 * last ends in the cut mark when something is left out. */
void compare_wrap(struct page *p, struct cell_lines *out, const char *text, int width, size_t max);
enum style compare_style(const struct compare_cell *cell);
/* A row's intervals on one axis. */
void compare_axis(const struct compare_view *v, const struct compare_row *row);
/* The whole comparison in sentences, all columns. */
void compare_plain(const struct compare_view *v);

#endif
