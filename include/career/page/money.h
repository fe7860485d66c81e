/*
 * money.h - how amounts, spans and what is missing are worded on pages.
 *
 * Everything appends to a buffer. A currency is an ISO 4217 code, or "unstated",
 * "unstated-currency", "" or NULL when the source does not say it. Only USD has a sign ("$120K");
 * other codes stand in front ("GBP 57,850"); an unstated one has neither, and the words "currency
 * not said" behind the amount. An absent number is NAN: "not stated", never 0.
 */
#ifndef CAREER_PAGE_MONEY_H
#define CAREER_PAGE_MONEY_H

#include "career/base/buf.h"
#include "career/model/figure.h"

#include <stdbool.h>

enum money_form {
	MONEY_SHORT, /* $120K */
	MONEY_FULL,  /* $120,000 */
};

bool money_unstated(const char *currency);
/* What stands in front of an amount: "$", "GBP ", "". */
void money_sign(struct buf *out, const char *currency);

/* "$120K", "GBP 57.9K", "8.19K (currency not said)". */
void money_short(struct buf *out, double v, const char *currency);
/* "$120,000", "GBP 57,850", "8,190 (currency not said)". */
void money_full(struct buf *out, double v, const char *currency);
/* The same without the words, for lines whose column or heading says the currency. */
void money_bare(struct buf *out, double v, const char *currency, enum money_form form);

/* An interval of money. Equal ends are one amount; one absent end is open: "from", "up to". */
struct money_span {
	double lo, hi;
	bool open_lo, open_hi; /* the source leaves the end open: "300K+" */
	const char *currency;
};

/* "$120K-160K", "$120K", "$300K+", "$140K-280K+", "up to $70K", "not stated"; with the words when the
 * currency is not said. */
void money_span(struct buf *out, const struct money_span *s, enum money_form form);
/* Without the words. */
void money_span_bare(struct buf *out, const struct money_span *s, enum money_form form);

/* A span of anything else: "12-60 months", "1 month", "3-5 years", "8+ years", "up to 2 years",
 * "not stated". `one` is the unit in the singular; an s makes the plural. */
void span_units(struct buf *out, double lo, double hi, const char *one);
void months_span(struct buf *out, double lo, double hi);
void years_span(struct buf *out, double lo, double hi);
/* "36%", "16-32%", "35%+" with open_hi. */
void percent_span(struct buf *out, double lo, double hi, bool open_hi);

/* What a price is for, as it stands behind the amount: "for the whole program", "per credit", "a year",
 * "per what is not said". `per` as in the packs; NULL and "" are unstated. */
const char *per_words(const char *per);
/* Reason code of an absent value, as packs write it: "not-reported" -> "not reported"; NULL and "" are
 * "not stated". */
const char *absent_words(const char *code);

/*
 * The numbers of a figure in one text, without level, basis and source:
 * "$120K-160K", "p25 $106K, median $133K, p75 $163K", "mean $133,370", "at least $239,200", "36%",
 * "1.15 times", "24 weeks", "no. 1", "Critical", "not stated", "suppressed for privacy".
 * A statistic other than a range or a point is always named.
 */
void figure_says(struct buf *out, const struct figure *f, enum money_form form);

#endif
