/*
 * rolecols.h - the columns of the roles list that depend on which sources are switched on.
 *
 * Best-supported pay and growth are computed here from all figures (one query each, plus one for
 * the nearest occupations and one for what specializations serve) and put into the loaded frame of
 * the list (frame_put_num, frame_put_text). pay_*: agree_answer(); "500K+" has no pay_high; top_coded: "yes" where
 * pay_high is top-coded;
 * where several publishers speak and no two meet, pay_publishers is 0 and the range is absent. growth:
 * compound % a year in tenths of the role's own official projection; without one the median over
 * its nearest occupations' official projections (a pack role: shown with '~').
 */
#ifndef CAREER_MODEL_ROLECOLS_H
#define CAREER_MODEL_ROLECOLS_H

#include "career/frame/frame.h"
#include "career/model/figure.h"

/* Columns that the frame does not have are passed over. On failure the frame is as it was. */
bool rolecols_fill(struct frame *roles, struct db *db, const struct sources *src, struct err *e);
/* The same for the roles in the connection's table `touched` alone, as patches (patch.h). */
bool rolecols_renew(struct frame *roles, struct db *db, const struct sources *src, struct err *e);

/* Rows of imported sets are those of this pack. */
#define ROLES_OF_SETS "import"
bool rolecols_has_sets(const struct frame *roles);
/* How many of these rows are of imported sets; `rows` NULL: of all that are not gone. */
uint32_t rolecols_of_sets(const struct frame *roles, const uint32_t *rows, uint32_t n);

/* Whether the growth in a row is its own, not that of occupations near it: an occupation that a pack brings has
 * its own, one of the sets where the projections count it. */
bool rolecols_own_growth(const struct frame *roles, uint32_t row);

#endif
