/* changes.h - what has changed of the things on the shortlist since their figures were stored, as lines of a page. */
#ifndef CAREER_PAGE_CHANGES_H
#define CAREER_PAGE_CHANGES_H

#include "career/model/headline.h"
#include "career/page/pages.h"

/* The answer first, then the changed things with what was and what is; with details those that have not changed as
 * well. A thing's lines lead to it; a figure of one source has that one behind it. */
void page_changes(struct page *p, const struct changed_items *c);
/* The kind of anchor that leads to a thing of a list; ANCHOR_NONE: no such list. */
enum anchor_kind list_anchor(const char *list);

#endif
