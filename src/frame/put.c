/* put.c - cells of a column that is computed, not stored. */
#include "career/frame/frame.h"

#include "career/frame/colmake.h"

#include <stdlib.h>
#include <string.h>

/* Takes the maker's cells in place of the column's own. Only a dictionary beyond 4 GiB does not
 * fit: then the column stays as it was. */
static void
column_replace(struct frame *f, int col, struct colmake *m)
{
	struct column fresh = {.spec = m->spec};
	struct err e;

	if (colmake_finish(m, &fresh, &e)) {
		free(f->cols[col].mem);
		f->cols[col] = fresh;
	}
	colmake_free(m);
}

void
frame_put_num(struct frame *f, int col, const int32_t *num)
{
	struct colmake m;

	colmake_init(&m, &f->spec->cols[col]);
	for (uint32_t i = 0; i < f->rows; i++)
		colmake_num(&m, num[i]);
	column_replace(f, col, &m);
}

void
frame_put_text(struct frame *f, int col, const char *const *texts)
{
	struct colmake m;

	colmake_init(&m, &f->spec->cols[col]);
	for (uint32_t i = 0; i < f->rows; i++)
		colmake_text(&m, texts[i] != NULL ? texts[i] : "");
	column_replace(f, col, &m);
}
