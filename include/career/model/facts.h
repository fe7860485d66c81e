/*
 * facts.h - the headline values of a program, chosen from what its pages state.
 *
 * Length and mode: of the most trusted fact that states one, then the latest. Cost: a price is brought
 * to a total where that can be done without guessing: credits x per credit, courses x per course,
 * months x per month, semesters x per semester and years x per year, where two semesters are a year
 * and the length is a whole number of semesters (16 or 21 months say nothing about how many are paid).
 * What the fact with the price leaves open the best other fact of the program may say. Among the
 * totals, but for those more than three years older than the newest, the most trusted is shown, then
 * the latest, then stated before derived, then the widest audience. The others stay facts and are shown
 * on the program's page. Confidence: that of the total shown, else of the most trusted fact.
 *
 * A build chooses among all facts; while sources are off the same is done with the rest.
 */
#ifndef CAREER_MODEL_FACTS_H
#define CAREER_MODEL_FACTS_H

#include "career/base/mem.h"
#include "career/store/db.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fact {
	int64_t id, source;
	int confidence; /* 2 high, 1 medium, 0 low */
	int year;       /* 0: no date */
	const char *as_of, *mode, *currency, *per, *audience, *credits; /* NULL: absent */
	double months, months_max, cost;                                /* NAN: absent */
	double total; /* cost brought to the whole program, NAN when that cannot be done */
	const char *total_basis; /* total, derived, unstated; NULL without a total */
	const char *total_sum;   /* "36 credits x 275" */
};

/* The facts of one program; the array grows and is kept, texts are the arena's. */
struct facts {
	int64_t program;
	struct fact *f;
	size_t n, cap;
};

/* 2 high, 1 medium, 0 low. */
int fact_trust(const char *confidence);

/* Sets total, total_basis and total_sum of each. */
void facts_total(struct facts *p, struct arena *a);

/* Which facts give the headline values, NULL where none does. facts_total comes first. */
struct chosen {
	const struct fact *mode, *length, *cost, *trust;
	double months_max;
	size_t totals; /* facts with a total */
	bool priced;   /* any states a price, in whatever unit */
};
void facts_choose(const struct facts *p, struct chosen *c);

/* Binds the headline values where derive_program and now_program want them: ?1 the program, ?2 .. ?14
 * its values, rounded to whole numbers. */
void facts_bind(struct stmt *st, const struct facts *p);

/*
 * Reads the rows of a stepped query (columns of derive_facts, ordered by program) and calls `each` once
 * for every program with its totals set. False when the query or `each` failed.
 */
bool facts_each(struct stmt *st, bool (*each)(void *ctx, const struct facts *p, struct err *e),
    void *ctx, struct err *e);

#endif
