/*
 * stance.h - topics on which sources take sides: how each is headed, and which section of a role's page it
 * belongs to.
 */
#ifndef CAREER_PAGE_STANCE_H
#define CAREER_PAGE_STANCE_H

#include "career/page/pages.h"

/* "Kaggle: useful or a waste of time?"; other topics: their slug in words. Appends. */
void stance_title(struct buf *out, const char *topic);
/* Break in for other topics. */
enum role_section stance_section(const char *topic);

#endif
