/* near.h - roles that want nearly the same skills, as a page: how alike, what else they want, what they pay. */
#ifndef CAREER_PAGE_NEAR_H
#define CAREER_PAGE_NEAR_H

#include "career/model/near.h"
#include "career/page/pages.h"

/* `occupations`: those of sets were asked for. ERR_DATA when the pay of one cannot be read. */
bool page_near(struct page *p, struct reader *r, const struct skillset *of, const struct nears *n,
    bool occupations, struct err *e);
/* What a role pays, as lists answer it: "$120K-160K first job"; "" when no source says. */
bool near_pay(struct reader *r, int64_t role, struct buf *out, struct err *e);

#endif
