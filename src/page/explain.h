/*
 * explain.h - the parts of `i` that figures and facts share.
 */
#ifndef CAREER_PAGE_EXPLAIN_H
#define CAREER_PAGE_EXPLAIN_H

#include "career/page/pages.h"
#include "terms.h"

/* Source, publisher, kind, dates, place in it, its own words; NULL texts are left out. Without a
 * source: our own rule. */
void explain_source(struct page *p, const struct source *src, const char *locator,
    const char *words, struct terms *terms);

/* A figure with all that its source says and leaves out; what the terms mean is the caller's to say. */
bool explain_figure(
    struct page *p, struct reader *r, const struct figure *f, struct terms *terms, struct err *e);

/* A stated fact by "table:rowid". */
bool explain_fact(struct page *p, struct reader *r, const char *key, struct err *e);

/* A number of the dated rules by its key. */
bool explain_rule(struct page *p, struct reader *r, const char *key, struct err *e);

#endif
