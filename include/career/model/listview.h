/*
 * listview.h - a list ready to be filtered: its frame, what the model computes into it, its view.
 *
 * The stored columns are used when they pass their checks; else they are made anew from the tables and
 * `why` says why. What is said by sources that are off is left out from the start. The caller frees the view, then the frame. `db` is borrowed by the view: programs
 * take their stable keys from it.
 */
#ifndef CAREER_MODEL_LISTVIEW_H
#define CAREER_MODEL_LISTVIEW_H

#include "career/model/figure.h"
#include "career/query/view.h"

/* On failure nothing is left to free. `why` is cleared, or holds what was wrong with the stored columns. */
bool listview_open(struct frame *f, struct view *v, const struct list *l, struct db *db,
    struct err *why, struct err *e);

/*
 * Makes the cells and rows those of the sources that are on (switch.h): nothing to do unless these changed
 * since the list was opened or refreshed. Rows keep their numbers. `changed`: the query is to be applied again.
 * On failure the list is as with every source on.
 */
bool listview_refresh(struct frame *f, struct view *v, struct db *db, bool *changed, struct err *e);

/* How rows get their stable keys where the list's key is derived: for a view that was made by other means. */
void listview_keys(struct view *v, struct db *db);

#endif
