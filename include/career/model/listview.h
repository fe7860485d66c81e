/*
 * listview.h - a list ready to be filtered: its frame, what the model computes into it, its view.
 *
 * The stored columns are used when they pass their checks; else they are made anew from the tables and
 * `why` says why. The caller frees the view, then the frame. `db` is borrowed by the view: programs
 * take their stable keys from it.
 */
#ifndef CAREER_MODEL_LISTVIEW_H
#define CAREER_MODEL_LISTVIEW_H

#include "career/model/figure.h"
#include "career/query/view.h"

/* On failure nothing is left to free. `why` is cleared, or holds what was wrong with the stored columns. */
bool listview_open(struct frame *f, struct view *v, const struct list *l, struct db *db,
    struct err *why, struct err *e);

#endif
