/*
 * finance_band.h - one formula over several pay figures: how many agree, the best and the worst.
 *
 * Figures disagree, so an answer is a band: one answer per figure, at its middle, with those at its
 * ends beside it. The band leads with a count: the answers that are not far from the middle one. An
 * answer is far when it is more than three times, or less than a third of, the median of the answers
 * that are numbers *and* more than a year (percent, unit) away from it. When those near are not more
 * than half of the numbers, nothing stands apart and all numbers lead. "Never" is never among them.
 * Figures are borrowed, the rest is in the arena.
 */
#ifndef CAREER_MODEL_FINANCE_BAND_H
#define CAREER_MODEL_FINANCE_BAND_H

#include "career/model/finance.h"

/* A pay figure, a year; a point has three equal ones. Ends that are not known are NAN. */
struct finance_pay {
	const char *who;
	double low, middle, high;
};

struct finance_pays {
	const struct finance_pay *p;
	size_t n;
};

struct finance_band_row {
	const struct finance_pay *pay;
	struct finance_value low, middle, high; /* answers at that pay */
	bool lead; /* its middle answer is one of those that are counted first */
};

struct finance_band {
	enum finance_measure measure;
	struct finance_band_row *row; /* in the order of the figures */
	size_t n;
	size_t told, never, cannot; /* by the middle answer; with verdicts only the rest of n */
	size_t passes, fails;       /* verdicts of the middle answer */
	size_t best, worst; /* positions; n: there is none. A "never" is worse than any number */
	double lo, hi;      /* over the middle answers that are numbers; NAN: none */
	size_t lead;        /* how many lead */
	double lead_lo, lead_hi; /* NAN: none */
};

void finance_band(struct finance_band *out, enum finance_measure m, const struct finance_input *in,
    const struct finance_pays *pays, struct arena *a);

/* Middle answers that are numbers from lo to hi. */
size_t finance_band_count(const struct finance_band *b, double lo, double hi);

/* "5 of 6 pay figures: 3-8 years; guide 2025: 129 years, never at its low end". Who is named is data. */
void finance_band_says(
    struct buf *out, const struct finance_band *b, const struct finance_input *in);

#endif
