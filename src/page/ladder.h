/* ladder.h - what the ladders of the path section share. */
#ifndef CAREER_PAGE_LADDER_H
#define CAREER_PAGE_LADDER_H

#include "pay_view.h"

/* Pay level by level, where most publishers meet, on one axis for each ruler; of a role with pay at two levels or
 * more. *any: something was added. */
bool ladder_levels(struct role_ctx *c, bool *any, struct err *e);
/* An interval on an axis. */
void ladder_mark(struct page *p, const struct axis *ax, const struct money_span *s);

#endif
