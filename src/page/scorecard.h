/*
 * scorecard.h - what the College Scorecard states of a program: figures with whom they are about, and why one is
 * absent.
 */
#ifndef CAREER_PAGE_SCORECARD_H
#define CAREER_PAGE_SCORECARD_H

#include "career/page/pages.h"
#include "say.h"

/* Ids of its programs in lists: this, and the row. */
enum { SCORECARD_FIRST_ID = 1 << 24 };

enum scorecard_figure {
	SC_FIG_TUITION_IN,
	SC_FIG_TUITION_OUT,
	SC_FIG_EARNINGS,
	SC_FIG_LATER,
	SC_FIG_DEBT,
	SC_FIG_DEBT_MEAN,
	SC_FIG_PAYMENT,
	SC_FIG_AWARDS,
	SC_FIGURES,
};

struct scorecard {
	int64_t row, school_id, field_id;
	int credlev, cip4;
	const char *level;  /* of the publisher: "Master's Degree" */
	const char *title;  /* of the field */
	double years, rate; /* of the loan that debt-to-earnings is about; % a year */
	double dte;         /* % of a year's earnings, NAN */
	const struct source *source;
	struct scorecard_value {
		double v, n;      /* NAN: absent; people behind it, NAN: not stated */
		const char *why;  /* absent: words */
		const char *term; /* absent: glossary slug of the reason */
		const char *when; /* "1 year after", "" */
		const char *whom; /* "graduates of 2014-16", "" */
		const char *period;
		bool known; /* the release has the column */
	} f[SC_FIGURES];
};

struct program;

static inline bool
scorecard_is(int64_t id)
{
	return id >= SCORECARD_FIRST_ID;
}

/* The program and what is stated of it; 1 found, 0 not (any more), -1 error. */
int scorecard_load(struct program *g, struct reader *r, int64_t id, struct arena *a, struct err *e);
/* Its values, one below the other, and what is not known. */
void scorecard_say(struct page *p, const struct program *g);
/* The same field on other levels and at other schools. */
bool scorecard_say_others(struct page *p, struct reader *r, const struct program *g, struct err *e);
/* ANCHOR_FACT of a figure for the last item. */
void scorecard_anchor(struct page *p, const struct program *g, enum scorecard_figure k);
/* Its key: "sc_program:ROW/COLUMN". */
const char *scorecard_fact(const struct program *g, enum scorecard_figure k, struct arena *a);
/* "1 year after, graduates of 2014-16", in brackets of nothing; appends. */
void scorecard_about(struct buf *out, const struct scorecard_value *v);

#endif
