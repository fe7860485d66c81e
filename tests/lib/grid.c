#include "grid.h"

#include "career/base/text.h"

#include <stdio.h>
#include <string.h>

static bool
read_cells(struct grid *g, int y, const char *s, size_t len)
{
	int x = 0, w;

	for (size_t at = 0, n; at < len; at += n, x += w) {
		n = text_cluster(s + at, len - at, &w);
		if (n >= GRID_CELL || w < 1 || x + w > g->cols)
			return false;
		memcpy(g->cell[y][x], s + at, n);
		g->cell[y][x][n] = '\0';
		if (w > 1)
			g->cell[y][x + 1][0] = '\0';
	}
	return true;
}

bool
grid_read(struct grid *g, const char *dump, int rows, int cols)
{
	if (rows > GRID_ROWS || cols > GRID_COLS)
		return false;
	g->rows = rows;
	g->cols = cols;
	for (int y = 0; y < rows; y++) {
		size_t len = strcspn(dump, "\n"), letters = strcspn(dump + len + 1, "\n");

		for (int x = 0; x < cols; x++)
			strcpy(g->cell[y][x], " ");
		memset(g->attr[y], ' ', (size_t)cols);
		if (!read_cells(g, y, dump, len) || letters > (size_t)cols)
			return false;
		memcpy(g->attr[y], dump + len + 1, letters);
		dump += len + 1 + letters + 1;
	}
	return *dump == '\0';
}

const char *
grid_text(const struct grid *g, int y, int x, int w)
{
	static char text[4][GRID_COLS * GRID_CELL];
	static unsigned next;
	char *out = text[next++ % 4];
	size_t n = 0;

	for (int i = x; i < x + w && i < g->cols; i++)
		n += (size_t)sprintf(out + n, "%s", g->cell[y][i]);
	out[n] = '\0';
	return out;
}

bool
grid_is(const struct grid *g, int y, int x, const char *cell)
{
	return y >= 0 && y < g->rows && x >= 0 && x < g->cols && strcmp(g->cell[y][x], cell) == 0;
}

bool
grid_blank(const struct grid *g, int y, int x, int w)
{
	for (int i = x; i < x + w; i++)
		if (!grid_is(g, y, i, " "))
			return false;
	return true;
}
