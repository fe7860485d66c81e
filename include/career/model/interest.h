/*
 * interest.h - what one likes to do, by Holland's six kinds (RIASEC), beside O*NET's occupational interests.
 *
 * 24 items of our own wording (data/interests.yaml), four a kind, answered 1 (dislike) to 5 (like). It is no test, is not
 * O*NET's Interest Profiler and not for selection. A kind's score is the mean of its answers. Fit with an occupation:
 * Pearson's correlation of the six scores with O*NET's six values (design, formulas D3); NAN as long as a kind has no
 * answer, and when either side does not differ at all. Low confidence: fewer than 20 answers, a kind with fewer than
 * three, or scores that differ by less than 0.8 between the highest and lowest (a fifth of the scale).
 *
 * What an answer moved: r as it is, less r with that answer put at the mean of all of one's answers.
 */
#ifndef CAREER_MODEL_INTEREST_H
#define CAREER_MODEL_INTEREST_H

#include "career/model/figure.h"
#include "career/store/profile.h"

enum { INTEREST_KINDS = 6, INTEREST_ITEMS = 24, INTEREST_MOST = 5 };
extern const char interest_letters[INTEREST_KINDS + 1]; /* "RIASEC" */

struct interest_item {
	const char *key;  /* "r1" */
	int kind;         /* 0..5 */
	const char *text; /* "Take a machine apart to see how it works" */
};

struct interest_items {
	struct interest_item item[INTEREST_ITEMS]; /* in the order in which they are asked */
	size_t n;
	const char *kind[INTEREST_KINDS], *says[INTEREST_KINDS]; /* "Realistic", what it means */
};
/* From the embedded file. */
bool interest_items(struct interest_items *out, struct arena *a, struct err *e);
/* The same from bytes: ERR_DATA "name:line:column: what". */
bool interest_items_read(struct interest_items *out, const char *name, const char *bytes,
    struct arena *a, struct err *e);
/* Index of an item by its key, in capitals or not; n when there is none. */
size_t interest_item(const struct interest_items *items, const char *key);

struct interests {
	int answer[INTEREST_ITEMS]; /* 0: not answered */
	int kind[INTEREST_ITEMS];   /* of the items */
	size_t answered;
	double score[INTEREST_KINDS]; /* 1..5, NAN: none of its items is answered */
	bool whole;                   /* each kind has an answer */
	bool low;                     /* low confidence */
	char why_low[100];            /* "9 of 24 answered, fewer than 20"; "" */
};
bool interests_read(
    struct interests *out, const struct interest_items *items, struct profile *p, struct err *e);
/* Scores and confidence anew from `answer` and `kind`. Pure. */
void interests_settle(struct interests *of, const struct interest_items *items);

enum { INTEREST_MOVED = 3 };
struct interest_fit {
	int64_t role;
	const char *slug, *title;
	double r;                     /* -1..1, NAN */
	double value[INTEREST_KINDS]; /* of O*NET, 1-7; NAN: it has none */
	const char *code;             /* O*NET's, of the values; "" none */
	const char *through;          /* title of the nearest occupation; "" its own */
	/* Nearest occupations that have values, and the least and most r with one of them; the first as the source
	 * orders them is `through`. 0 when they are its own. */
	size_t nthrough;
	double low, high;
	const struct source *source;
	/* Items whose answers moved r most, and whether up; fewer when fewer moved it. */
	size_t moved[INTEREST_MOVED];
	bool up[INTEREST_MOVED];
	size_t nmoved;
};
struct interest_fits {
	struct interest_fit *f; /* best first, then by title; those without an r last */
	size_t n;
};
/* False with ERR_NOTFOUND: the catalog has no occupational interests. */
bool interest_any(struct db *db, struct err *e);
/* Roles of packs, or those occupations that have values of their own. ERR_NOTFOUND as interest_any. */
bool interest_fits(struct interest_fits *out, struct db *db, const struct sources *src,
    const struct interests *of, bool occupations, struct arena *a, struct err *e);
/* Of one role; r NAN: it has none, nor a nearest occupation that has. ERR_NOTFOUND: no such role. */
bool interest_fit_of(struct interest_fit *out, struct db *db, const struct sources *src,
    const struct interests *of, int64_t role, struct arena *a, struct err *e);

double interest_pearson(const double *x, const double *y, size_t n);

#endif
