/* compare_draw.h - what the drawing of a comparison and its sentences share. */
#ifndef CAREER_PAGE_COMPARE_DRAW_H
#define CAREER_PAGE_COMPARE_DRAW_H

#include "compare_parts.h"

struct compare_view {
	struct page *p;
	const struct compare *c;
	const struct compare_opts *o;
	int label, column;   /* cells of the labels, and of each column with its gap */
	size_t first, shown; /* columns */
};

void compare_view_init(struct compare_view *v, struct page *p, const struct compare *c,
    const struct compare_opts *o);
/* A cell with its difference to the baseline; "-" when no source states it. */
void compare_cell_words(struct buf *b, const struct compare_view *v, const struct compare_row *row,
    size_t column);
/* The whole comparison in sentences, all columns. */
void compare_plain(const struct compare_view *v);

#endif
