/*
 * finance.h - what a program costs and pays back for a job: each formula with its numbers put in.
 *
 * Pure arithmetic over one struct of inputs. Units: money is an amount of one currency, pay is a year
 * before tax, rates and shares are percents (7.54 is 7.54%), a length of study is in months, every
 * other span in years. NAN is "not stated" and never 0. All amounts must be of the same currency and
 * basis: that is the caller's to see to (agree.h groups so).
 *
 * An answer is never an infinity. It is a number (FIN_TOLD), a verdict without one (FIN_VERDICT),
 * "never on these figures" (FIN_NEVER), or it cannot be told (FIN_CANNOT), and then `why` and `about`
 * say which input is missing or absurd. What an input may be stands in its row of finance_inputs.
 *
 * Golden numbers and sources: design, formulas (D1).
 */
#ifndef CAREER_MODEL_FINANCE_H
#define CAREER_MODEL_FINANCE_H

#include "career/base/buf.h"
#include "career/base/mem.h"

#include <stdbool.h>
#include <stddef.h>

struct rules;

/* When a year's amounts are paid, for what is discounted. Neither is wrong; it must be said. */
enum finance_timing {
	/* At the start of its year: the first year's counts in full, the next is one year away. */
	FIN_YEAR_START,
	/* At the end of its year: the first year's is one year away already. */
	FIN_YEAR_END,
};

struct finance_input {
	const char *currency;    /* ISO 4217, of all amounts; "" or NULL: not said */
	double pay;              /* what one would earn after it, a year before tax */
	double baseline;         /* what one would earn without it, a year before tax */
	double cost;             /* price of the whole program */
	double aid;              /* grants and scholarships in all; NAN: none counted */
	double living;           /* living cost a month while studying; NAN: not counted */
	double months;           /* length of the program */
	double study_pay;        /* earned while studying, a year; NAN: nothing */
	double borrowed;         /* NAN: the whole net price */
	double rate;             /* of the loan, % a year */
	double loan_years;       /* in which it is paid back */
	double discount;         /* by which later money counts less, % a year */
	double horizon;          /* years after graduation that are counted */
	double tax;              /* % of the pay; NAN: before tax */
	double earnings;         /* median earnings of the program's graduates, a year */
	double high_school;      /* median pay with a high school diploma only, a year */
	double law_median;       /* median that the law compares `earnings` with, a year */
	double ge_years;         /* in which the debt is taken to be paid back */
	double ge_annual;        /* most payment of a year as % of a year's pay */
	double ge_discretionary; /* most payment of a year as % of discretionary pay */
	double poverty;          /* poverty guideline for one person, a year */
	double poverty_share;    /* % of it that is left out of discretionary pay */
	int poverty_year;        /* of the guideline; 0 unknown */
	const char *ge_says;     /* name and year of the debt-to-earnings rule, "" unknown */
	const char *law_says;    /* the same of the earnings rule */
	bool job_kept;           /* one goes on working: no pay is lost */
	bool accrue;             /* the loan's interest while studying is counted */
	enum finance_timing timing;
};

/* One row each. */
enum finance_field {
	FI_PAY,
	FI_BASELINE,
	FI_COST,
	FI_AID,
	FI_LIVING,
	FI_MONTHS,
	FI_STUDY_PAY,
	FI_BORROWED,
	FI_RATE,
	FI_LOAN_YEARS,
	FI_DISCOUNT,
	FI_HORIZON,
	FI_TAX,
	FI_EARNINGS,
	FI_HIGH_SCHOOL,
	FI_LAW_MEDIAN,
	FI_GE_YEARS,
	FI_GE_ANNUAL,
	FI_GE_DISCRETIONARY,
	FI_POVERTY,
	FI_POVERTY_SHARE,
	FI_COUNT,
};

enum finance_unit {
	FU_MONEY,
	FU_MONEY_YEAR,  /* a year */
	FU_MONEY_MONTH, /* a month */
	FU_MONTHS,
	FU_YEARS,
	FU_PERCENT,
	FU_RATE,    /* percent a year */
	FU_RATIO,   /* times */
	FU_PLAIN,   /* a number of nothing */
	FU_VERDICT, /* no number */
};

struct finance_in {
	const char *key;   /* as an option and in a worked formula: "baseline" */
	const char *title; /* "your pay without it" */
	enum finance_unit unit;
	double least, most; /* else it is absurd */
	size_t at;          /* of the double in struct finance_input */
};
extern const struct finance_in finance_inputs[FI_COUNT];

double finance_get(const struct finance_input *in, enum finance_field f);
void finance_set(struct finance_input *in, enum finance_field f, double v);

/* Every number NAN, every text "", nothing assumed. */
void finance_init(struct finance_input *in);
/* What the dated rules say of a program of this award (a word of packs; NULL: unknown): the loan,
 * discount and horizon, the debt-to-earnings rule and the newest poverty guideline. Borrows texts. */
void finance_assume(struct finance_input *in, const struct rules *r, const char *award);

enum finance_measure {
	FM_NET_PRICE,
	FM_FORGONE,
	FM_DEBT,
	FM_STUDY_INTEREST,
	FM_MONTHLY,
	FM_LOAN_TOTAL,
	FM_DIRECT,  /* payback, the price only */
	FM_PAYBACK, /* payback with the pay that is lost while studying */
	FM_PREMIUM, /* Third Way's price-to-earnings premium */
	FM_NPV,
	FM_IRR,
	FM_BCR,
	FM_ANNUAL,        /* debt-to-earnings, annual rate */
	FM_DISCRETIONARY, /* debt-to-earnings, discretionary rate */
	FM_GE,            /* the rule's verdict over both rates */
	FM_DEBT_SALARY,   /* debt against the first year's salary */
	FM_LAW,           /* earnings test of the law of 2025 */
	FM_LEFT,          /* left to live on */
	FM_COUNT,
};

enum finance_told { FIN_TOLD, FIN_VERDICT, FIN_NEVER, FIN_CANNOT };
enum finance_verdict { FIN_NO_VERDICT, FIN_PASSES, FIN_FAILS };
enum finance_why {
	FW_NONE,
	FW_MISSING,    /* `about` is not stated */
	FW_BELOW,      /* `about` is less than it can be */
	FW_ABOVE,      /* `about` is more than it can be */
	FW_NO_GAIN,    /* the pay is not higher than without it */
	FW_NO_PREMIUM, /* graduates do not earn more than people with a high school diploma */
	FW_NO_BASE,    /* nothing is left to pay from: the rate has no denominator */
	FW_NO_PRICE,   /* no cost comes first: nothing to compare a gain with */
	FW_NO_RETURN,  /* nothing is ever gained */
	FW_TWO_TURNS,  /* gains and losses alternate: there may be several rates */
	FW_FAR_RATE,   /* no rate from -99 to 1,000 % */
	FW_CURRENCY,   /* a rule in US dollars, and the amounts are in another currency */
	FW_COUNT,
};

struct finance_value {
	enum finance_told told;
	enum finance_verdict verdict;
	enum finance_why why;
	enum finance_field about; /* with FW_MISSING, FW_BELOW, FW_ABOVE; else FI_COUNT */
	double value;             /* NAN unless FIN_TOLD */
};

/* What compares with US guidelines (FM_DISCRETIONARY, FM_GE, FM_LAW) cannot be told of another currency;
 * one that is not said is read as dollars. No allocation and no text: for lists and for searches over many pairs. */
struct finance_value finance_value(enum finance_measure m, const struct finance_input *in);

struct finance_formula {
	const char *key;   /* "payback" */
	const char *title; /* "payback with lost pay" */
	enum finance_unit unit;
	bool less_is_better;
	const char *words;  /* the formula */
	const char *source; /* who defines it so */
	const char *url;    /* "" ours */
};
extern const struct finance_formula finance_formulas[FM_COUNT];

struct finance_result {
	struct finance_value v;
	const struct finance_formula *of; /* title, unit, formula in words, source */
	const char
	    *says; /* the answer: "5.4 years", "never on these figures: ...", "passes: ..." */
	const char *worked; /* the formula with the numbers put in; "" when it cannot be told */
	const char *rule;   /* name and year of the rule of law; "" none */
};

/* Texts are in the arena; what came from the inputs' texts is data. */
struct finance_result finance_explain(
    enum finance_measure m, const struct finance_input *in, struct arena *a);

/* "the price is not stated", "the rate of the loan, 900%, is more than 100%", "the pay is not higher
 * than without it"; nothing for FW_NONE. */
void finance_why_says(
    struct buf *out, const struct finance_value *v, const struct finance_input *in);

/* Pay at which the price and lost pay are covered within `years` after graduation; NAN when an input
 * of it is missing, absurd, or years <= 0. The inverse of FM_PAYBACK. */
double finance_pay_needed(const struct finance_input *in, double years);

/* --- sums of years --------------------------------------------------------------------------- */

enum { FINANCE_YEARS = 112 };

/* Amount of each year from the start of the program, costs negative. */
struct finance_flows {
	double of[FINANCE_YEARS];
	size_t n;
};

/* Gain over the baseline less price and lost pay; a year cut by graduation or by the end of the
 * horizon has its share. Pay stays the same. False when an input is missing or absurd. */
bool finance_flows(struct finance_flows *out, const struct finance_input *in);

/* Net present value at `discount` percent a year; NAN when it is not above -100. */
double finance_npv(const struct finance_flows *f, double discount, enum finance_timing t);
/* Present value of what comes in over that of what goes out. */
struct finance_value finance_bcr(
    const struct finance_flows *f, double discount, enum finance_timing t);
/* Percent a year at which the NPV is 0: only when the amounts change their sign exactly once, since
 * then there is one rate and no false one. */
struct finance_value finance_irr(const struct finance_flows *f);

/* --- words ----------------------------------------------------------------------------------- */

/* "$2,259.30", "GBP 57,850", "8,190"; below 10,000 with cents when there are any. */
void finance_amount(struct buf *out, double v, const char *currency);
/* "9 months", "1.8 years", "12 years". */
void finance_span(struct buf *out, double years);
/* From one to the other: "3-8 years", "under 1 to 4 years", "5-14 months", "8.56% to 15.93%". */
void finance_range(
    struct buf *out, double lo, double hi, enum finance_unit u, const char *currency);
/* A value with its unit: "5.4 years", "18.0% a year", "$2,259.30 a month". */
void finance_number(struct buf *out, double v, enum finance_unit u, const char *currency);
/* "the start", "the end": of its year. */
const char *finance_timing_says(enum finance_timing t);

#endif
