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
 * The same, but of a large list cells are read when they are first looked at; `db` must live as long as the
 * frame. What is then found damaged is absent and told by frame_damage: the list is to be closed and opened
 * with listview_open, which looks at everything at once.
 */
bool listview_open_late(struct frame *f, struct view *v, const struct list *l, struct db *db,
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
