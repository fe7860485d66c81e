/*
 * patch.h - cells of a frame that say something else for a while, and rows that are gone meanwhile.
 *
 * While sources are switched off some rows have other values, or none is left to state them. A patch
 * puts other cells in place of a column's for the rows given; the column as it was is kept aside and
 * comes back with frame_restore, as it was, with what views cached for it. A second patch of a column
 * goes on top of the first. Rows are rising, each once. A patch that changes nothing costs nothing;
 * else a column's codes are copied once, and numbered anew only when a text is new to its dictionary.
 * Gone rows match nothing and are counted nowhere; they keep their numbers and ids.
 */
#ifndef CAREER_FRAME_PATCH_H
#define CAREER_FRAME_PATCH_H

#include "career/frame/colmake.h"
#include "career/frame/frame.h"

/* values[i] is for rows[i]. Absent: FRAME_MISSING + reason; NULL or "". */
void patch_nums(struct frame *f, int col, const uint32_t *rows, size_t n, const int32_t *values);
void patch_texts(
    struct frame *f, int col, const uint32_t *rows, size_t n, const char *const *values);
/* A column of any kind from a maker with one value for each of the rows; the maker is used up and still to
 * be freed. */
void patch_column(struct frame *f, int col, const uint32_t *rows, size_t n, struct colmake *made);
void patch_gone(struct frame *f, const uint32_t *rows, size_t n);
/* Rows whose list in a column (COL_LIST) is not empty and names nothing but these codes. */
void patch_gone_lists(struct frame *f, int col, const struct bitset *codes);

/* Takes all patches back; gone rows return. */
void frame_restore(struct frame *f);

/*
 * The rows that the connection's temporary table `touched` names by their ids, rising; freed by the caller.
 * Ids that the frame does not have are passed over.
 */
bool frame_touched(const struct frame *f, struct db *db, uint32_t **rows, size_t *n, struct err *e);
/* Reads the columns (names, NULL at the end; NULL: all) of the touched rows from the list's view again and
 * patches what differs. Rows that the view no longer has are gone. With `query`, a named query that gives ids,
 * rising, and these columns in their order, its rows are read instead, and none is gone. */
bool frame_renew(
    struct frame *f, struct db *db, const char *const *columns, const char *query, struct err *e);

/* Patches the rows of `f` that have an id of `values` with its cells, column by column of the same name. Its ids
 * rise. */
void frame_renew_from(struct frame *f, const struct frame *values);

/* Rows that are not gone. */
uint32_t frame_here(const struct frame *f);
bool frame_is_gone(const struct frame *f, uint32_t row);

#endif
