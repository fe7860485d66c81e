/*
 * price.h - how payback and plans read the price and the length of a program from what is stated.
 *
 * A price is read as that of the whole program in US dollars as far as what is stated allows; what is
 * assumed then is told, bit by bit, so that the screen can say it and a person flip it. Of a program of
 * the College Scorecard, which has no price, it is the school's tuition and fees a year times the usual
 * years of the award: 4 of a bachelor's, 2 of an associate's, 1 of a certificate (Third Way's
 * price-to-earnings premium; design, formulas D1). The Scorecard states tuition for undergraduates only:
 * no other award has a price there. Nothing here allocates: plans read a million programs.
 */
#ifndef CAREER_MODEL_PRICE_H
#define CAREER_MODEL_PRICE_H

#include <stdbool.h>
#include <stdint.h>

enum {
	PRICE_PER = 1 << 0,      /* per what is not said: read as the whole program */
	PRICE_CURRENCY = 1 << 1, /* currency not said: read as US dollars */
	PRICE_TUITION = 1 << 2,  /* tuition a year times the usual years */
	PRICE_OUT = 1 << 3,      /* that for students of another state */
	PRICE_LENGTH = 1 << 4,   /* length not stated: the usual years of the award */
	PRICE_MODE =
	    1 << 5, /* mode not stated: read as on campus, so pay is lost (unless flipped) */
	PRICE_YEARLY = 1 << 6,  /* with PRICE_PER, flipped: read as a year's price */
	PRICE_FOREIGN = 1 << 7, /* another currency than US dollars: never set against dollars */
};

/* As the lists have it; NAN and NULL: absent. */
struct price_said {
	const char *award, *mode, *basis, *currency; /* basis: total, derived, unstated */
	double cost, months, tuition_in, tuition_out;
};

/* What a person flipped. */
struct price_flips {
	bool yearly; /* PRICE_PER is read as a year's price */
	bool out;    /* tuition of students of another state */
	bool
	    home; /* PRICE_CURRENCY is read as the currency of the school's country: PRICE_FOREIGN too */
	bool job; /* whether one works while studying is the other way round */
};

struct price {
	double total;     /* of the whole program, NAN: not stated */
	double months;    /* NAN: not stated */
	bool job_kept;    /* online: one goes on working; on campus, hybrid and unknown: no pay */
	unsigned assumed; /* PRICE_* */
};

/* `f` may be NULL: nothing is flipped. */
void price_read(struct price *out, const struct price_said *s, const struct price_flips *f);

/* ISO 4217 code of the money of a country (ISO 3166, two letters); NULL: not in the table. */
const char *price_home_currency(const char *country);

/* Years that an award usually takes; NAN: no source at hand says so. */
double price_years(const char *award);

#endif
