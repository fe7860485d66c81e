/*
 * what_if.h - the factors of pay that a person may ask "what if" about: the choice, and its check.
 *
 * What is asked stands in struct reader (what_if, what_if_role); pages of that role show pay under it.
 */
#ifndef CAREER_PAGE_WHAT_IF_H
#define CAREER_PAGE_WHAT_IF_H

#include "career/page/pages.h"

/* A line for each factor with a number, Enter switches it (`what-if KEYS`); then the pay of the level under
 * those that the reader asks about. Nothing is added when no source states a number. */
bool page_what_if_choices(
    struct page *p, struct reader *r, int64_t role, enum level level, struct err *e);
/* Whether the keys are good ones for a role (factor_choose), and what they say: "a technology company (x
 * 1.15-1.25)"; data. Says how many could be chosen when `keys` is NULL. */
bool what_if_check(struct reader *r, int64_t role, const char *keys, struct buf *says,
    size_t *could, struct err *e);

#endif
