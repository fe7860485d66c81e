/*
 * fuzzy.h - names and sentences found by a few of their letters.
 *
 * A word fits a *name* when its letters occur there in this order ("zo", "srtc" in "sort-column"). It fits
 * a *sentence* only where each letter goes on from the one before or begins the next word ("wss" in "who
 * says so"), or as a part of a word: else every short word would fit every long sentence.
 * What is looked for is folded (text_fold); texts are folded, or ASCII, whose capitals count as small.
 * Nothing is allocated; the cost is the product of the two lengths.
 */
#ifndef CAREER_BASE_FUZZY_H
#define CAREER_BASE_FUZZY_H

#include <stdbool.h>
#include <stddef.h>

enum { FUZZY_WORD_MAX = 48, FUZZY_TEXT_MAX = 256 }; /* bytes that are looked at */

enum fuzzy_kind { FUZZY_NAME, FUZZY_SENTENCE };

/* How well one word (no blanks in it) fits a text: 0 not at all; the whole text is best, then its beginning,
 * beginnings of words, letters in a run. The empty word fits everything alike (1). */
unsigned fuzzy_word(const char *want, size_t len, const char *text, enum fuzzy_kind kind);

/* The same for words with blanks between: each must fit the name or, which counts less than any fit of
 * a name, the sentence. Either may be NULL. */
unsigned fuzzy_score(const char *want, const char *name, const char *sentence);

#endif
