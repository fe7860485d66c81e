/*
 * program.h - what the parts of a program's page share: the program, its facts, who disagrees.
 */
#ifndef CAREER_PAGE_PROGRAM_H
#define CAREER_PAGE_PROGRAM_H

#include "career/page/pages.h"
#include "say.h"
#include "scorecard.h"

/* One page's statement. Texts NULL and numbers NAN when it does not state them. */
struct program_fact {
	int64_t id;
	const struct source *source;
	const char *page, *as_of, *confidence, *via, *mode, *currency, *per, *audience, *credits,
	    *starts, *requires, *note;
	const char *total_basis, *total_sum;
	double months, months_max, cost, total;
	int year; /* 0: undated */
};

struct program {
	int64_t id;
	const char *key, *name, *field, *cip, *award, *status, *status_note, *note;
	const char *mode, *earnings_horizon;
	double months, months_max, per_year, earnings, debt;
	int64_t cost_fact; /* 0: no total */
	const char *school, *city, *state, *country, *control, *school_note;
	struct program_fact *fact; /* in the pack's order */
	size_t nfacts;
	struct scorecard *scorecard; /* NULL: a program of a pack */
};

bool program_load(
    struct program *out, struct reader *r, int64_t id, struct arena *a, struct err *e);

/* "A master's degree"; "for in-state students", NULL "for whom is not said"; "on campus". */
const char *program_award(const char *award);
const char *program_audience(const char *audience);
const char *program_mode(const char *mode);

/* A fact's price as it states it: "$1,467 per credit". */
void program_price(struct buf *out, const struct program_fact *f);

bool program_priced(const struct program_fact *f);
bool program_has_total(const struct program_fact *f);
bool program_same_text(const char *a, const char *b); /* NULL is "" */

/* Whether price a stands before b: one with a total, one that is years newer, the more trusted, the newer,
 * stated before derived. */
bool program_better(const struct program_fact *a, const struct program_fact *b);

/* Who states a price, and its age when it is old: "own page, 2018-19, ! 8 years old". */
void program_ref(struct buf *out, const struct page *p, const struct program_fact *f);

/* Answer lines of the price, then where pages disagree. */
void program_say_price(struct page *p, const struct program *g);
void program_say_disputes(struct page *p, const struct program *g);
/* Mode and length: one value with who states it, or the pages that disagree. */
void program_say_mode(struct page *p, const struct program *g);
void program_say_length(struct page *p, const struct program *g);
/* The roles, one reason a line. */
bool program_say_relevance(
    struct page *p, struct reader *r, const struct program *g, struct err *e);
/* A fact with who says so, and every one of them. */
void program_say_fact(struct page *p, const struct program_fact *f);
void program_say_facts(struct page *p, const struct program *g);

/* Anchors of the last item: the fact and its source. */
void program_anchor(struct page *p, const struct program_fact *f);

#endif
