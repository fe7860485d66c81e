/* querytext.h - queries as short texts for comparison, and random query texts. */
#ifndef CAREER_TEST_QUERYTEXT_H
#define CAREER_TEST_QUERYTEXT_H

#include "career/query/query.h"

/* "word<nursing> -values<state:ca|ny*> range<cost ..20000)> by -earnings"; '?' behind an unfinished
 * term, '!' behind one with an error. */
void querytext_dump(const struct query *q, struct buf *out);
void querytext_dump_term(const struct query *q, size_t term, struct buf *out);

/* A text of a few pieces that are hard on the language. The seed moves on. */
void querytext_random(struct buf *out, uint32_t *seed);

#endif
