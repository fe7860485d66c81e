/*
 * gap.h - what is missing for a role: skill by skill, in the order to learn it.
 *
 * The gap is asymmetric: the sum over what the role wants of max(0, weight - what one has of it) (design,
 * formulas D2). One has a skill wholly (1), partly (0.5) or not (0); where one rates oneself and the
 * source has a level, as much of it as of the level. What is only learned counts for nothing yet.
 * Skip is listed and never counted, as is what is said of the whole field only.
 */
#ifndef CAREER_MODEL_GAP_H
#define CAREER_MODEL_GAP_H

#include "career/base/buf.h"
#include "career/model/skillset.h"

enum having { HAVE_NOT, HAVE_WANT, HAVE_LEARNING, HAVE_PARTLY, HAVE_YES, HAVE_COUNT };
const char *having_word(enum having h);  /* "partly" */
enum having having_of(const char *word); /* HAVE_COUNT: no such word */

struct have {
	int64_t skill;
	enum having how;
	double level; /* on the source's scale, as one rates oneself; below 0: not rated */
};

struct haves {
	struct have *h;
	size_t n;
};

/* Parts of the list, in order. */
enum gap_part { GAP_MISSING, GAP_HAD, GAP_FIELD, GAP_SKIP };

struct gap_row {
	const struct wanted *w;
	enum gap_part part;
	enum having how;
	double level;   /* as one rates oneself; below 0: not rated */
	bool counts;    /* the role's own, not skip */
	double missing; /* of its weight */
};

struct gap_tier {
	size_t of, have, partly;
};

struct gap {
	const struct skillset *to;
	/* Missing ones first: must before important ..., of a tier what is learned already, then what more publishers
	 * name, disputed ones last. Then those one has, those of the field, and skip. */
	struct gap_row *row;
	size_t n, missing; /* rows; those that are missing and count */
	struct gap_tier tier[RANK_COUNT];
	double covered; /* share of the weight, 0..1; NAN when too little is known */
	double size;    /* weight that is missing */
};

void gap_make(
    struct gap *out, const struct skillset *to, const struct haves *have, struct arena *a);
/* Rows and their parts stand as in an earlier gap of the same skillset: what was said since moves none. */
void gap_hold(struct gap *g, const struct gap *then);
/* NULL: nothing is said of it. */
const struct have *haves_of(const struct haves *h, int64_t skill);
/* How much of a skill that is one has of what a role wants, 0..1; `level` NAN: the source has none. NULL: nothing. */
double have_share(const struct have *h, double level);

/* "1 of 4 musts, 0 of 9 important; 3 partly"; "too little known to judge: 4 skills are listed". */
void gap_says(const struct gap *g, struct buf *out);

/* What someone in that role has: all it wants but skip and what is only of the field. */
void haves_of_role(struct haves *out, const struct skillset *from, struct arena *a);

#endif
