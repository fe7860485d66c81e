/* pagecat.h - catalogs for the tests of pages, and pages as text. */
#ifndef CAREER_TESTS_PAGECAT_H
#define CAREER_TESTS_PAGECAT_H

#include "career/page/pages.h"

/* A small made-up catalog in memory, derived columns filled (tests/lib/pagecat.c). */
struct db *pagecat_small(void);
/* All bundled packs with the glossary, derived columns filled; fails the test when they do not load. */
struct db *pagecat_bundled(void);

/* One page at a time: a reader over a catalog, and what the page says. */
struct pagecat {
	struct db *db;
	struct reader r;
	struct page p;
	struct buf text; /* of the last pagecat_text */
	struct err e;
};

void pagecat_init(struct pagecat *c, struct db *db); /* takes the db */
void pagecat_free(struct pagecat *c);
/* An empty page of this width. */
void pagecat_page(struct pagecat *c, int width, bool plain);
/* The page as text; checks that no line is too wide. With `flat`, lines are joined by blanks and runs
 * of blanks are one, so that what was wrapped can be found. */
const char *pagecat_text(struct pagecat *c, bool flat);
/* The whole of pagecat_page(120), page_program, pagecat_text(flat). */
const char *pagecat_program(struct pagecat *c, const char *key);
/* Row of a key (thing_find); fails the test when there is none. */
int64_t pagecat_id(struct pagecat *c, const char *key);
/* Whether a line that has this text has this anchor. */
bool pagecat_has_anchor(
    const struct pagecat *c, const char *text, enum anchor_kind kind, const char *key);

#endif
