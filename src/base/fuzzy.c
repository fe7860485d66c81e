/*
 * fuzzy.c - the best way to find letters in a text, letter by letter.
 *
 * best[j] is the score of the letters so far with the last one at byte j of the text; each letter takes one
 * pass over the text. A jump costs the same however long it is.
 */
#include "career/base/fuzzy.h"

#include <string.h>

enum {
	NONE = -1,
	AT_START = 28, /* a letter that begins the text */
	AT_WORD = 24,  /* a word */
	IN_RUN = 22,   /* goes on from the one before */
	INSIDE = 10,   /* stands in the middle of a word */
	JUMP = 4,
	WHOLE = 20, /* nothing is left of the text */
	BY_NAME = 10000,
};

static char
small(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool
in_word(char c)
{
	return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9')
	    || (small(c) >= 'a' && small(c) <= 'z');
}

/* What a letter at a place is worth that does not go on from the one before; NONE: it may not. */
static int
place(const char *text, size_t at, enum fuzzy_kind kind)
{
	if (at == 0)
		return AT_START;
	if (!in_word(text[at - 1]))
		return AT_WORD;
	return kind == FUZZY_NAME ? INSIDE : NONE;
}

/*
 * One letter more; returns the best score there is now. On the way `left` is best[at - 1] as it was and `jump`
 * the best place to jump from: anywhere before that in a name, in the word before in a sentence.
 */
static int
step(char letter, bool first, const char *text, enum fuzzy_kind kind, int *best)
{
	int left = NONE, jump = NONE, word = NONE, top = NONE;

	for (size_t at = 0; at < FUZZY_TEXT_MAX && text[at] != '\0'; at++) {
		int here = place(text, at, kind), was = best[at], score = NONE;

		if (kind == FUZZY_SENTENCE && here == AT_WORD && in_word(text[at])) {
			jump = word; /* from the word before */
			word = NONE;
		}
		if (small(text[at]) == letter) {
			if (first)
				score = here;
			else if (here != NONE && jump != NONE)
				score = jump - JUMP + here;
			if (!first && left != NONE
			    && left + (here > IN_RUN ? here : IN_RUN) > score)
				score = left + (here > IN_RUN ? here : IN_RUN);
		}
		best[at] = score;
		top = score > top ? score : top;
		if (kind == FUZZY_NAME)
			jump = left > jump ? left : jump;
		word = in_word(text[at]) && was > word ? was : word;
		left = was;
	}
	return top;
}

/* As a part of a word. */
static unsigned
inside(const char *want, size_t len, const char *text)
{
	for (size_t at = 0; at < FUZZY_TEXT_MAX && text[at] != '\0'; at++) {
		size_t n = 0;

		while (n < len && text[at + n] != '\0' && small(text[at + n]) == want[n])
			n++;
		if (n == len)
			return (unsigned)(len * INSIDE);
	}
	return 0;
}

unsigned
fuzzy_word(const char *want, size_t len, const char *text, enum fuzzy_kind kind)
{
	int best[FUZZY_TEXT_MAX] = {0}, top = NONE;

	if (len == 0)
		return 1;
	if (len > FUZZY_WORD_MAX)
		return 0;
	for (size_t i = 0; i < len; i++) {
		top = step(want[i], i == 0, text, kind, best);
		if (top == NONE)
			return kind == FUZZY_SENTENCE ? inside(want, len, text) : 0;
	}
	return (unsigned)(top + (strlen(text) == len ? WHOLE : 0));
}

unsigned
fuzzy_score(const char *want, const char *name, const char *sentence)
{
	unsigned sum = 1;

	for (;;) {
		size_t len;
		unsigned fit = 0;

		want += strspn(want, " ");
		len = strcspn(want, " ");
		if (len == 0)
			return sum;
		if (name != NULL && (fit = fuzzy_word(want, len, name, FUZZY_NAME)) > 0)
			fit += BY_NAME;
		else if (sentence != NULL)
			fit = fuzzy_word(want, len, sentence, FUZZY_SENTENCE);
		if (fit == 0)
			return 0;
		sum += fit;
		want += len;
	}
}
