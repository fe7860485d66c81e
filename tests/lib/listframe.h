/*
 * listframe.h - a frame of one of the lists, made in memory from rows written as text.
 *
 * A row is "field=value|field=value"; lists are JSON arrays; absent numbers m0..m4 or left out. The
 * rows keep their order. listframe_free releases it.
 */
#ifndef CAREER_TEST_LISTFRAME_H
#define CAREER_TEST_LISTFRAME_H

#include "career/frame/frame.h"
#include "career/query/field.h"

struct listframe {
	struct db *db;
	struct frame frame;
	struct frame_spec spec; /* the list's, but in the order of the rows given */
};

bool listframe_make(
    struct listframe *lf, const struct list *l, const char *const *rows, size_t n, struct err *e);
void listframe_free(struct listframe *lf);

#endif
