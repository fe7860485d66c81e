/* plans_words.h - plans in words. */
#ifndef CAREER_PAGE_PLANS_WORDS_H
#define CAREER_PAGE_PLANS_WORDS_H

#include "career/page/plans.h"

/* "$120K-160K (3 of 4 publishers)" */
bool plan_pay_says(struct buf *out, struct plans *p, uint32_t role, struct err *e);
/* "$10,000 in all"; what of it is assumed. */
void plan_price_says(struct buf *out, const struct plan *x);

/* "; ! typically entered with Master's degree" where the award is less; else nothing. */
void plan_entry(struct buf *out, struct plans *p, const struct plan *x);
/* What the program takes: price, length, lost pay. */
void plan_takes(struct buf *out, struct plans *p, const struct plan *x);
/* Key of ANCHOR_ANSWER for the role's pay. */
void plan_pay_key(char *out, size_t size, struct plans *p, uint32_t role);

#endif
