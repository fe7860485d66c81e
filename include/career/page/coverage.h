/*
 * coverage.h - the map of coverage as a page: roles down, measures across, in each cell how many sources state it.
 *
 * A cell is a digit with a shade in front of it (ASCII: the digit alone), '.' for none, and '~' in front when it is
 * only stated of a specialization that serves the role. The column under the cursor stands in brackets.
 * The other way round the columns are the sources that state one measure, and a cell tells in how many
 * statements. The first lines, names and totals of the columns, are to stay in sight.
 */
#ifndef CAREER_PAGE_COVERAGE_H
#define CAREER_PAGE_COVERAGE_H

#include "career/model/coverage.h"
#include "career/page/pages.h"

struct coverage_opts {
	bool all;       /* roles that are folded too */
	bool by_source; /* columns are the sources that state `measure` */
	size_t measure;
	size_t first;  /* first column in sight */
	size_t column; /* under the cursor */
};

struct coverage_shown {
	size_t pinned;   /* lines that stay in sight */
	size_t shown;    /* columns that fit from the first one on */
	size_t ncolumns; /* in all */
};

/* Each role's line has the anchor ANCHOR_COMMAND "coverage-cell SLUG". */
void page_coverage(struct page *p, struct reader *r, const struct coverage *c,
    const struct coverage_opts *o, struct coverage_shown *shown);
/* The source of a column where columns are sources; SIZE_MAX behind the last. */
size_t coverage_source_at(const struct coverage *c, size_t measure, size_t column);

/* What stands behind a cell: each source with its statements, or that there is none and who states it for
 * kindred roles. */
struct coverage_place {
	size_t role, measure;
	size_t source; /* only this one; SIZE_MAX: all that are on */
};
bool page_coverage_cell(struct page *p, struct reader *r, const struct coverage *c,
    const struct coverage_place *at, struct err *e);

#endif
