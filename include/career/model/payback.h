/*
 * payback.h - is a program worth its price for a job: inputs with where each comes from, and the answers.
 *
 *   struct payback_asks   what the person says: options of the command line, or kept in the profile
 *   struct payback_case   what catalog and rules say of program, role and level: read once (payback_open)
 *   struct payback        both put together: inputs, pay figures, answers (payback_work: no database, below a
 *                         millisecond, at each key)
 *
 * An input comes from the person, from a source, from a dated rule, or it is assumed; then the screen says so
 * in the line of the input and it can be flipped. Nothing blocks: what is not there is "not stated" and what
 * depends on it cannot be told. What one would earn without the program has no silent default: until the
 * person says it, it is the median of all US jobs (rules.h), marked as assumed, and offers stand beside it.
 *
 * Each pay figure of the role at the level gives one answer (finance_band.h), at its middle; base, total and
 * unsaid basis each are named in their row and never mixed into one pay. Figures in another currency than the
 * price, of one place only, or by the hour are counted apart and give no answer; nor does a mean beside the
 * median of its source. A role without own figures at the level uses its own of all levels, else the official
 * figures of the nearest occupations, marked. Factors (factor.h) multiply the pay figures: low by low.
 * What is said at one pay - the loan's tests, what moves the answer most - is said at the middle of the range
 * in which most publishers meet, salary before total.
 *
 * Who owns what: the case has its own arena and borrows db, sources and rules; the answers borrow the case and
 * have an arena that each payback_work resets.
 */
#ifndef CAREER_MODEL_PAYBACK_H
#define CAREER_MODEL_PAYBACK_H

#include "career/model/agree.h"
#include "career/model/factor.h"
#include "career/model/finance_band.h"
#include "career/model/finance_move.h"
#include "career/model/price.h"
#include "career/model/rules.h"

/* What is assumed and can be flipped with one key. */
enum payback_flip {
	FLIP_YEARLY, /* "per what" unsaid: the whole program <-> a year */
	FLIP_OUT,    /* tuition: own state <-> another state */
	FLIP_JOB,    /* pay is lost <-> the job is kept */
	FLIP_DEBT,   /* the net price is borrowed <-> the median debt of its graduates */
	FLIP_TIMING, /* amounts at the end of their year <-> at the start */
	FLIP_ACCRUE, /* without the loan's interest while studying <-> with it */
	FLIP_HOME,   /* the unstated currency: US dollars <-> that of the school's country */
	FLIP_COUNT,
};

struct payback_asks {
	double said[FI_COUNT]; /* NAN: not said. FI_PAY: one's own, instead of all figures */
	enum level level;      /* LEVEL_ENTRY unless chosen */
	unsigned flips;        /* 1 << FLIP_* */
	char source[128];      /* key of the only source whose pay figures count, "" all */
	char factors[128];     /* keys, comma-separated */
	char baseline_role
	    [128]; /* slug of the offer that was taken; said[FI_BASELINE] is its pay. "" own */
};
void payback_asks_init(struct payback_asks *q);
/* One text to keep in the profile ("baseline=80000 rate=7.54 flips=job level=entry"), and from one: words it
 * does not know, and numbers that are absurd, are passed over. Keys are those of finance_inputs, which are the
 * options' names. */
void payback_asks_text(const struct payback_asks *q, struct buf *out);
void payback_asks_read(struct payback_asks *q, const char *text);
/* The same on top of what was said: of a program, a role. NULL: nothing. */
void payback_asks_add(struct payback_asks *q, const char *text);
/* An input as a person writes it: "80k", "$80,000", "7.54%", "2 years" of months; "" or "-": not said any more
 * (NAN). ERR_USAGE when it is no number or absurd; *v is then untouched. */
bool payback_number(enum finance_field f, const char *text, double *v, struct err *e);

enum payback_from { FROM_NOBODY, FROM_PERSON, FROM_SOURCE, FROM_RULE, FROM_ASSUMED };

/* One line of inputs. */
struct payback_line {
	enum finance_field field;
	enum payback_from from;
	double value; /* NAN: not stated */
	const char *
	    says; /* why it is so: "20 months on campus", "median of all US jobs, OEWS May 2024"; "" */
	/* Who says so, for `i`: ANCHOR_FACT "table:row", or with a column "table:row/column"; "figure": ANCHOR_FIGURE;
	 * "rule": row is of rule_keys; "role", "answer": column is its key. NULL: nobody in particular. */
	const char *table;
	int64_t row;
	const char *column;
};

enum { PAYBACK_SOON = 5 }; /* years */

enum payback_link { PAYBACK_NO_LINK, PAYBACK_RULE, PAYBACK_CROSSWALK };

/* What one might earn without it. */
struct payback_offer {
	const char *says; /* "all US jobs, median", "Data Analyst, first job" */
	const char *slug; /* of a role, "" */
	double pay;
	const char *who;    /* "OEWS May 2024"; "middle of $68K-114K, ai-jobs 2024" */
	const char *answer; /* key of ANCHOR_ANSWER, NULL: a figure */
	int64_t figure;     /* row of figure_row, 0 none */
};

/* A pay figure and what it is. */
struct payback_pay {
	const struct agree_line *line; /* NULL: of a nearest occupation, or the person's own */
	const struct figure *f;        /* NULL: the person's own */
	enum ruler ruler;
	struct finance_pay pay; /* factors put in */
	bool floor;             /* its middle is "at least": an open end, a top-coded median */
};

/* "Same job, other way": a relevant program of the same kind of award that costs least in price and lost pay,
 * which is the shortest payback at any pay. */
struct payback_other {
	int64_t id;
	const char *key, *name, *school, *award;
	double cost, months;
	bool job_kept;
	unsigned assumed; /* PRICE_* */
	struct finance_value v;
	size_t of;  /* relevant programs with a price in the same currency, this one left out */
	bool worse; /* even that one takes longer: id 0 when there is none */
};

struct payback_case; /* opaque: facts of program, role, level */

struct payback {
	struct payback_case *of;
	struct arena arena;
	int64_t program, role;
	const char *program_key, *program_name, *school, *award, *role_slug, *role_title;
	const char *country; /* of the school, "" not stated */
	bool withdrawn;
	enum payback_link link;
	const char *link_says;   /* the first line: "No source links this MBA to this job." */
	int64_t link_row;        /* of role_field, 0 none */
	enum level level;        /* as asked */
	unsigned flips;          /* as asked */
	struct finance_input in; /* pay is the middle one */
	struct payback_line line[FI_COUNT]; /* by finance_field */
	const char *pay_answer;             /* key of ANCHOR_ANSWER for the middle pay, "" none */
	unsigned assumed;                   /* PRICE_* of the price as it was read */
	unsigned flippable;                 /* 1 << FLIP_*: those that change anything here */
	int ge_year;                        /* of the debt-to-earnings rule */
	double tuition;                     /* a year, of PRICE_TUITION; else NAN */
	const char *mode_says; /* "online", "on campus", "place not stated: read as on campus" */
	struct payback_pay *pay;
	size_t npays;
	enum level pay_level; /* of the figures: LEVEL_ALL where those stand in */
	bool near;            /* of the nearest occupations */
	size_t apart, elsewhere,
	    hourly;      /* figures in another currency, of one place, by the hour: no answer */
	unsigned levels; /* 1 << level: for which the role has own figures */
	struct finance_band band;   /* FM_PAYBACK */
	struct finance_band direct; /* FM_DIRECT */
	struct finance_band
	    bands[FM_COUNT];        /* each measure that depends on the pay; n 0: it does not */
	struct finance_moves moves; /* of FM_PAYBACK */
	struct finance_result result[FM_COUNT]; /* each at the middle pay */
	struct payback_offer *offer;
	size_t noffers;
	struct payback_other other;
	/* Where the price is not stated, or not in dollars: the highest in dollars that is back within PAYBACK_SOON
	 * years at highest_pay; else NAN. */
	double highest, highest_pay;
	struct factor_choice factors;
};

/* Reads what is stated. `rules` must live as long. ERR_NOTFOUND for unknown ids. On failure nothing is left
 * to close. */
bool payback_open(struct payback *p, struct db *db, const struct sources *src,
    const struct rules *rules, int64_t program, int64_t role, struct err *e);
/* Reads what stands beside the answer: offers and the other ways. Without it there are none (compare, plans). */
bool payback_beside(struct payback *p, struct err *e);
/* Answers for these asks. ERR_USAGE for a factor or source that is not known; the answers are then those
 * without it. */
bool payback_work(struct payback *p, const struct payback_asks *q, struct err *e);
void payback_close(struct payback *p); /* zeroed is fine */

const char *payback_flip_word(enum payback_flip f); /* "job", for the profile and --flip */
bool payback_flip_find(enum payback_flip *out, const char *word, struct err *e);
/* What flipping would read instead, in a few words: "the job is kept". */
const char *payback_flip_says(const struct payback *p, enum payback_flip f);

#endif
