/*
 * linked.h - texts that a row has through the value of another column: roles through the field of study.
 *
 * A million programs share a few hundred fields of study, and what a field leads to is the same for all of
 * them. So the lists stand once per code of that column, in a small frame of their own: its row i is code i,
 * its column 0 the list. It is read when it is first asked for, through the connection, and again when other
 * sources are switched off. Its dictionary has every text that a value is linked with, whether its source is
 * on or not.
 */
#ifndef CAREER_FRAME_LINKED_H
#define CAREER_FRAME_LINKED_H

#include "career/frame/frame.h"

struct linked;

/* Links the codes of `col` with the texts of a named query, that gives: text of `col`, JSON list of what it is
 * linked with by sources that are on, the same by all. frame_free lets go of it; `db` and names are borrowed. */
void frame_link(struct frame *f, int col, const char *name, const char *query, struct db *db);

/* The small frame, NULL when there is none (then *e is ERR_NOTFOUND) or it cannot be read. */
const struct frame *frame_linked(const struct frame *f, struct err *e);
/* Column through which it is linked, -1 without a link. */
int frame_link_col(const struct frame *f);
/* The row of the small frame for a row of this one. */
uint32_t frame_linked_row(const struct frame *f, uint32_t row);

void linked_del(struct linked *l);

#endif
