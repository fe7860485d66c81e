/* plans_parts.h - what the files of plans share. */
#ifndef CAREER_MODEL_PLANS_PARTS_H
#define CAREER_MODEL_PLANS_PARTS_H

#include "career/frame/scan.h"
#include "career/model/finance.h"
#include "career/model/plans.h"

enum { PLANS_WORDS = 16 }; /* a further one is a mistake */

/* --- plans_side.c: the terms that are about one of the two ------------------------------------- */

struct plans_side {
	const struct list *list;
	const struct frame *frame;
	struct query query; /* terms of the plans' query, those of this side in the side's fields */
	struct query_term *terms;
	size_t cap;
	struct scan scan;
	struct scan_result result;
	struct bitset word[PLANS_WORDS]; /* rows with the i-th word */
};
void plans_side_init(struct plans_side *s, const struct list *l, const struct frame *f);
void plans_side_free(struct plans_side *s);
/* Rows that hold by their own terms: s->result.pass. Mistakes of values go to `q`. */
void plans_side_run(struct plans_side *s, struct query *q);
/* Rows that have each of the words, which are terms of `q`. */
void plans_side_words(
    struct plans_side *s, const struct query *q, const size_t *terms, size_t nterms);

/* --- plans_data.c: what is kept between questions ------------------------------------------------ */

/* Price and length of a program as price.h reads them. */
struct plans_price {
	double total;
	double outlay; /* price and lost pay; NAN: it cannot be told */
	float months;  /* whole or half ones */
	unsigned assumed : 16;
	unsigned rank : 4;               /* of the award: plans_rank_of_award */
	unsigned read : 1, reckoned : 1; /* 0: as yet unknown */
	unsigned job_kept : 1, withdrawn : 1;
};

/* The last outlays that were reckoned, by length. */
struct plans_reckoned {
	double total, months, outlay;
	bool job_kept, known;
};

enum { PLANS_TEXTS = 5, PLANS_NUMBERS = 4, PLANS_RECKONED = 61 };
struct plans_data {
	bool read;
	unsigned turn, programs_turn, roles_turn; /* of the sources and the frames */
	double baseline;                          /* for which outlays are reckoned */
	struct finance_input in;                  /* that baseline, and nothing else */
	struct plans_reckoned last[PLANS_RECKONED];
	struct plans_price *price; /* by row of programs */
	const struct column *text[PLANS_TEXTS], *number[PLANS_NUMBERS];
	unsigned char
	    *asked; /* by row of roles: the least degree that sources ask for, as a rank; 0 none */
	struct plans_link *link; /* by field */
	size_t nlinks, links_cap;
};
bool plans_data_read(struct plans_data *d, const struct plans *p, struct err *e);
void plans_data_free(struct plans_data *d);
const struct plans_price *plans_price(struct plans_data *d, uint32_t row);
/* The same with its outlay. */
const struct plans_price *plans_outlay(struct plans_data *d, uint32_t row);

/* --- plans_rank.c: the best ones ---------------------------------------------------------------- */

enum plans_value {
	BY_BELOW,
	BY_PAYBACK,
	BY_COST,
	BY_MONTHS,
	BY_PAY,
	BY_LINK,
	BY_ENTRY,
	BY_PROGRAM,
	BY_ROLE
};
struct plans_key {
	enum plans_value of;
	const struct column *column; /* BY_PROGRAM, BY_ROLE */
	bool descending;
};
struct plans_rank {
	const struct plans *plans;
	struct plans_key key[QUERY_MAX_SORT + 3];
	size_t nkeys;
	struct plan *best; /* a heap, the last of them on top */
	size_t n, limit, cap;
};
void plans_rank_begin(struct plans_rank *r, const struct plans *p, size_t limit);
/* Whether a stands in front of b. */
bool plans_before(const struct plans_rank *r, const struct plan *a, const struct plan *b);
void plans_rank_add(struct plans_rank *r, const struct plan *x);
/* Best first. */
void plans_rank_end(struct plans_rank *r);
/* A payback longer than this is not among the best; INFINITY: any may be. */
double plans_rank_worst(const struct plans_rank *r);

/* --- plans_terms.c: terms about what only a plan has, and words ---------------------------------- */

struct plans_test {
	enum plans_value of;
	const struct query_term *term;
};
void plans_take_tests(struct plans_own *o, struct query *q);
void plans_take_words(struct plans_own *o, struct query *q);
/* Whether all tests of a value hold. An absent one is in no range, nor outside of one. */
bool plans_hold(const struct plans_own *o, enum plans_value of, double v);
bool plans_link_holds(const struct plans_own *o, const struct plans_link *l);
bool plans_entry_holds(const struct plans_own *o, enum plans_entry entry);
bool plans_ask_for(const struct plans_own *o, enum plans_value of);
uint32_t plans_words_at(const struct plans_side *s, size_t nwords, uint32_t row);

/* --- plans_class.c: what roles and programs are in a plan ------------------------------------------ */

enum program_class { P_OK, P_NO_PRICE, P_FOREIGN, P_NO_LENGTH, P_CLASSES, P_OUT };
enum role_class { R_OUT, R_OK, R_NO_PAY, R_LATER, R_OCCUPATION };

struct plans_role {
	enum role_class is;
	unsigned char
	    needs;      /* rank of the education with which it is typically entered; 0 unknown */
	uint32_t words; /* that it has */
	double pay;     /* NAN: none in US dollars */
};

/* A program that holds by its own terms. */
struct plans_slot {
	uint32_t row, words;
	unsigned char rank; /* of the award */
	double outlay;
};

struct plans_own {
	struct plans_side programs, roles;
	struct plans_data data;
	struct plans_rank rank;
	struct plans_test test[SCAN_MAX_TESTS];
	size_t ntests;
	size_t word[PLANS_WORDS]; /* terms that are words */
	size_t nwords;
	uint32_t all_words;
	struct plans_role *role; /* by row */
	size_t roles_cap;
	/* Programs by field of study, those of one class together: first[field * P_CLASSES + class] is how many. */
	struct plans_slot *slot, *unsorted;
	uint32_t *first, *to, *code;
	uint32_t *wanted; /* by field: words of its roles, with the highest bit where it has any */
	size_t slots_cap, unsorted_cap, codes_cap, first_cap, to_cap, wanted_cap;
	struct plan *fold;
	size_t fold_cap;
	struct pay_answer **pay; /* by row of roles, NULL: not read yet */
	unsigned pays;           /* the turn of the sources that it is of */
	struct arena arena;      /* of pay */
	struct arena advice;     /* of plans.without */
};

/* How much an award is, and an education; 0 unknown. */
unsigned char plans_rank_of_award(const char *award);
unsigned char plans_rank_of_education(const char *education);

void plans_class_roles(struct plans *p, const struct plans_asks *asks);
void plans_class_programs(struct plans *p);

/* Without advice. */
bool plans_ask_one(struct plans *p, const struct plans_asks *asks, struct err *e);

#endif
