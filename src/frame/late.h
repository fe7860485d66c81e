/*
 * late.h - cells of columns that are read when they are first looked at.
 *
 * Of a list with a million rows a screen looks at a third of the columns: the others are never read. The
 * place for the cells is laid out with the frame, so that reading only fills it. Cells that turn out
 * damaged are set to absent and the frame says so (frame_damage): who shows the list builds it anew.
 */
#ifndef CAREER_FRAME_LATE_H
#define CAREER_FRAME_LATE_H

#include "career/frame/frame.h"

/* Reads the cells of a placed column and checks them. */
bool late_cells(struct column *c, int64_t rowid, uint32_t rows, struct db *db, struct err *e);

/* Freed with free(). */
struct lateness *lateness_new(size_t ncols, uint32_t rows, struct db *db);
/* From now on the cells of column `i` come from this row of frame_column. */
void lateness_add(struct lateness *l, size_t i, struct column *c, int64_t rowid);

#endif
