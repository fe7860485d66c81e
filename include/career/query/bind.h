/*
 * bind.h - the terms of a query as tests of a scan over one frame.
 *
 * Words become sets of dictionary codes per searched column, values become a set of codes of their
 * column, numbers become whole units of their column. The sets of the scan's tests are filled anew
 * and their memory kept, so that a keystroke allocates nothing that grows with the data.
 */
#ifndef CAREER_QUERY_BIND_H
#define CAREER_QUERY_BIND_H

#include "career/frame/scan.h"
#include "career/query/query.h"

/* Fills s->tests from the terms that are fine; s->facets says which columns are facets. Values that
 * the frame does not have become errors of the query. The frame is that of the query's list. */
void bind_query(struct query *q, const struct frame *f, struct scan *s);

/* How well titles fit the words of a query, best first. */
enum rank { RANK_EXACT, RANK_PREFIX, RANK_WORDS, RANK_ALIAS, RANK_ELSEWHERE };

/* Column of the list's title when the query has words that rank its rows, else -1. */
int rank_column(const struct query *q, const struct scan *s);
/* Ranks each code of the title column; rank[] has a place for each. A title takes RANK_ALIAS from a
 * matched row whose alias has all the words. */
void rank_titles(const struct query *q, const struct frame *f, const struct scan *s,
    const struct scan_result *r, uint8_t *rank);

/* Whether a code of the field is chosen (excluded: by a negated test); code 0 is "absent". */
bool bind_selects(const struct scan *s, size_t facet, uint32_t code, bool excluded);

#endif
