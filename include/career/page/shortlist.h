/*
 * shortlist.h - the shortlist as a page, and what is kept of one thing as lines of its own page.
 */
#ifndef CAREER_PAGE_SHORTLIST_H
#define CAREER_PAGE_SHORTLIST_H

#include "career/model/shortlist.h"
#include "career/page/pages.h"

struct shortlist_words {
	const char *changes; /* what changes_say says, "" nothing */
	const char *example; /* what can be done with an empty one */
};
/* The answer, then an item each in the person's order. `first` has room for n + 1 lines: where each item begins, and
 * where the last one ends. */
bool page_shortlist(struct page *p, const struct shortlist *s, const struct shortlist_words *w,
    size_t *first, struct err *e);

/* "On your shortlist since ..., 2 of 5  #tags", and the note's first line; nothing when nothing is kept. */
void page_kept(struct page *p, const struct kept_words *w, struct arena *a);

#endif
