/* payback_parts.h - what the files of payback share: the case that was read. */
#ifndef CAREER_MODEL_PAYBACK_PARTS_H
#define CAREER_MODEL_PAYBACK_PARTS_H

#include "career/model/payback.h"

/* Of "same job, other way". */
struct payback_way {
	int64_t id;
	const char *key, *name, *school, *award;
	struct price_said said;
};

struct payback_case {
	struct arena arena;
	struct db *db;
	const struct sources *src;
	const struct rules *rules;
	/* the program */
	const char *field, *status, *mode;
	struct price_said said;
	const char *audience, *cost_as_of; /* "" not stated */
	int64_t costs;                     /* totals that are stated */
	bool scorecard;
	int64_t cost_fact, length_fact, mode_fact; /* rows of program_fact; 0: nobody */
	int64_t row;                               /* of sc_program */
	double earnings, debt;
	const char *earnings_says, *debt_says; /* of whom and when, "" not stated */
	/* the role */
	struct figures own, near;
	struct factors factors;
	/* beside */
	struct payback_offer *offer;
	size_t noffers;
	struct payback_way *way;
	size_t nways;
};

/* "master" and "mba" are of one kind, a certificate, a bootcamp, a course and an exam each of another. */
int payback_award_kind(const char *award, double months);
/* "MBA", "master's degree", "program": as it stands behind "this". */
const char *payback_award_says(const char *award);

/* payback_read.c: false leaves what was read so far in the arena. */
bool payback_read(struct payback *p, struct err *e);

/* payback_words.c: how the price was read; where one studies. */
const char *payback_cost_says(struct payback *p);
const char *payback_mode_says(const struct payback *p);

/* payback_input.c: price, length and all other inputs but the pay, with their lines. */
void payback_inputs(struct payback *p, const struct payback_asks *q);
/* The same inputs with one more thing flipped. */
void payback_flipped(struct finance_input *in, const struct payback *p,
    const struct payback_asks *q, enum payback_flip f);

/* payback_source.c: words with commas between, each a key, a key without its pack, a short name, a publisher or a
 * kind; "" all. */
bool payback_sources_known(const struct sources *src, const char *words, struct err *e);
struct figures payback_chosen(const struct figures *all, const char *words, struct arena *a);

/* payback_pay.c: the pay figures that answer, and the one pay that tests are told at. */
bool payback_pays(struct payback *p, const struct payback_asks *q, struct err *e);
/* Middle of the range that these figures support for a level in dollars; NAN: there is none. *says is the
 * range in words, and who meets there. */
double payback_middle(const struct figures *figs, enum level level, const char **says,
    enum ruler *ruler, struct arena *a);

/* payback_beside.c: the other way, with the inputs as they are. */
void payback_other(struct payback *p);

#endif
