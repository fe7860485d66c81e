/*
 * finance_move.h - which input moves an answer most.
 *
 * Each input that the answer depends on is made a little and then much smaller and larger (by the
 * steps of finance_steps, as far as the input may go), all else as it is, and each assumption is
 * flipped. What turns the answer into "never", or a pass into a failure, comes first - by a small step
 * before by a large one - then by how far the large step moves the answer. What does not move it is
 * left out, as is everything when the answer cannot be told.
 */
#ifndef CAREER_MODEL_FINANCE_MOVE_H
#define CAREER_MODEL_FINANCE_MOVE_H

#include "career/model/finance.h"

struct finance_step {
	enum finance_field field;
	bool relative; /* steps are % of the value; else they are added to it */
	double small, large;
	enum finance_field
	    instead; /* % of this one where the value is 0 or absent; FI_COUNT: none */
};
extern const struct finance_step finance_steps[];
extern const size_t nfinance_steps;

enum { TRY_LESS, TRY_MORE, TRY_MUCH_LESS, TRY_MUCH_MORE, TRY_COUNT };

struct finance_try {
	bool made;    /* a flip is made once, as TRY_MUCH_MORE; what cannot be told is not made */
	double input; /* NAN for a flip */
	struct finance_value v;
};

struct finance_move {
	enum finance_field field; /* FI_COUNT: an assumption was flipped */
	const char *title;        /* of the input, or what is assumed then */
	struct finance_try of[TRY_COUNT];
	bool turns_small, turns; /* to "never" or back, or between passing and failing */
	double effect;    /* the largest change of the answer; 0 when only the verdict moves */
	const char *says; /* "the pay without it: $60,000 -> 3.6 years, $100,000 -> 8.9 years" */
};

struct finance_moves {
	struct finance_value v; /* as it is */
	struct finance_move *m; /* what moves it most first */
	size_t n;
};

/* An assumption of the caller's, flipped: "the price is read as per year". */
struct finance_flip {
	const char *title;
	struct finance_input in;
};

struct finance_flips {
	const struct finance_flip *f;
	size_t n;
};

/* `more` may be NULL. Everything is in the arena; titles of flips are borrowed. */
void finance_moves(struct finance_moves *out, enum finance_measure m,
    const struct finance_input *in, const struct finance_flips *more, struct arena *a);

#endif
