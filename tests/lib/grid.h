/*
 * grid.h - a screen that was read back, cell by cell.
 *
 * Made from the text of draw_dump with attributes. A cell holds one cluster; the second cell of a wide one is "".
 */
#ifndef CAREER_TESTS_GRID_H
#define CAREER_TESTS_GRID_H

#include <stdbool.h>

enum { GRID_ROWS = 64, GRID_COLS = 200, GRID_CELL = 24 };

struct grid {
	int rows, cols;
	char cell[GRID_ROWS][GRID_COLS][GRID_CELL];
	char attr[GRID_ROWS][GRID_COLS]; /* letters of draw_dump */
};

/* False when a row is wider than the screen or a cluster does not fit into a cell. */
bool grid_read(struct grid *g, const char *dump, int rows, int cols);

/* Cells [x, x + w) of a row as text. Overwritten by the fourth call after it. */
const char *grid_text(const struct grid *g, int y, int x, int w);
bool grid_is(const struct grid *g, int y, int x, const char *cell);
bool grid_blank(const struct grid *g, int y, int x, int w);

#endif
