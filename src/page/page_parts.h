/* page_parts.h - what page.c, wrap.c and page_plain.c share. */
#ifndef CAREER_PAGE_PARTS_H
#define CAREER_PAGE_PARTS_H

#include "career/page/page.h"

/* Whether text added to the line stands apart from what is there: it is empty or ends in a blank. */
bool line_ends_blank(const struct line *l);

/* Adds text as it is: page_add does, but that a plain page speaks (speak.h) and never cuts. */
void page_put(struct page *p, enum style style, const char *text);

/* Plain mode. What page_add does: amounts are spoken, and a sentence is never cut. */
void plain_add(struct page *p, enum style style, const char *text);
/* Runs of blanks in p->scratch become one; none stays at the start of a line. */
void plain_squeeze(struct page *p);
/* Between what the line has and what comes: ": " behind a label, else a blank. */
void plain_gap(struct page *p);
/* "; text" behind what the line has. */
void plain_right(struct page *p, enum style style, const char *text);
/* The last item ends like a sentence. */
void plain_stop(struct page *p);

#endif
