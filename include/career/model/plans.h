/*
 * plans.h - which program for which job: every pair of a program and a role that it is relevant to, under a query,
 * the quickest payback first.
 *
 *   cost<20k months<=24 mode:online pay>=120k payback<5      fields: list_plans() (query/field.h)
 *
 * A pair is relevant when sources that are on link the program's field of study with the role, by a rule of a pack
 * or by the crosswalk. What is asked of the program alone is a scan of its list, of the role alone one of the list
 * of roles; price and length are read by price.h; pay is the middle of the best-supported range of the list of
 * roles. What is left is two numbers a pair: outlay of the program, gain of the role (finance.h: payback with lost
 * pay). Words must each be in the program or in the role.
 *
 * Nothing is lost silently: pairs that fail only because something is not stated are counted by what it is. Two
 * things are left out unless the query speaks of them: roles whose pay is only stated for a later level than the
 * first job (pay_level:any), and occupations of imported sets (asks.occupations, or role:, kind:, family:). Withdrawn
 * programs are never weighed.
 *
 * struct plans owns its texts and arrays and keeps prices and links between queries; db, sources and both frames are
 * borrowed. The frames may change by patches between two questions (listview_refresh).
 */
#ifndef CAREER_MODEL_PLANS_H
#define CAREER_MODEL_PLANS_H

#include "career/frame/frame.h"
#include "career/model/agree.h"
#include "career/query/query.h"

#include <stdint.h>

/* Which pairs stand for others. */
enum plans_fold {
	PLANS_PAIRS,
	PLANS_BY_PROGRAM, /* of each program the best role */
	PLANS_BY_ROLE,    /* of each role the best program */
};

struct plans_asks {
	const char *query;
	bool typing;      /* the cursor stands behind the last term */
	double baseline;  /* pay without it, US dollars a year */
	bool occupations; /* of imported sets as well */
	enum plans_fold fold;
	size_t limit; /* as many as are wanted */
};

/* The award beside the education with which the role is typically entered, else beside the least degree that sources
 * ask for. What is below stands behind all others, unless the query sorts. */
enum plans_entry { ENTRY_UNKNOWN, ENTRY_MET, ENTRY_BELOW };

struct plan {
	uint32_t program, role;   /* rows of the frames */
	uint32_t link;            /* of plans_link */
	uint32_t others;          /* folded behind this one */
	double cost, months, pay; /* months NAN: not stated */
	double payback;           /* years; INFINITY: never */
	unsigned assumed;         /* PRICE_* */
	bool job_kept;
	enum plans_entry entry;
};

/* Why pairs that hold otherwise are not ranked. */
enum plans_left {
	PLANS_NO_PRICE,
	PLANS_FOREIGN,   /* the price is in another currency than US dollars */
	PLANS_NO_LENGTH, /* so lost pay cannot be told, or months were asked for */
	PLANS_NO_PAY,    /* of the role, in US dollars */
	PLANS_LATER,     /* pay is stated for a later level only */
	PLANS_LEFTS,
};

struct plans_link {
	uint32_t field, role; /* code of the field of study; row of the role */
	int64_t row;          /* of role_field */
	bool official, rule;
};

enum { PLANS_WITHOUT = 8 };
struct plans {
	struct db *db;
	const struct sources *sources;
	const struct frame *programs, *roles;
	struct query query; /* of list_plans(), with what is wrong with its values */
	double baseline;
	struct plan *plan; /* best first */
	size_t n;
	uint64_t pairs;           /* that hold */
	uint64_t never;           /* of these: never pay back */
	uint64_t below;           /* of these: the award is less than is typical */
	size_t nprograms, nroles; /* that are in them */
	uint64_t left[PLANS_LEFTS];
	uint32_t occupations; /* roles of imported sets that were left out */
	uint32_t unstated;    /* programs that fail only for a field that they do not state */
	/* Nothing holds, and nobody is typing: what would without one of the terms; a term's words are own. */
	struct plans_without {
		const char *term;
		uint64_t pairs;
	} without[PLANS_WITHOUT];
	size_t nwithout;
	struct plans_own *own;
};

/* Cheap: what is read from tables and columns is read with the first question. */
void plans_init(struct plans *p, struct db *db, const struct sources *src,
    const struct frame *programs, const struct frame *roles);
void plans_free(struct plans *p); /* zeroed is fine */

/* Answers. A mistake in the query is told by p->query.error; its other terms are applied. False: a data error. */
bool plans_ask(struct plans *p, const struct plans_asks *asks, struct err *e);

const struct plans_link *plans_link(const struct plans *p, const struct plan *x);
/* "Bachelor's degree": with which the role is typically entered, "" unknown. */
const char *plans_education(const struct plans *p, uint32_t role);
/* "a bachelor's degree": the least that a source calls typical or required for it, "" none. It counts where the
 * typical education is unknown. */
const char *plans_asked(const struct plans *p, uint32_t role);
/* The role's best-supported range with its publishers; NULL: it could not be read. Kept. */
const struct pay_answer *plans_pay(struct plans *p, uint32_t role, struct err *e);

/* Completion as query_complete does it, with the values of both lists. */
void plans_complete(const struct plans *p, const char *text, size_t at,
    void (*each)(void *ctx, const char *text, const char *help, size_t from, size_t to), void *ctx);
/* Words for enum plans_fold, which end with a NULL one. */
struct plans_word {
	const char *word, *help;
};
extern const struct plans_word plans_folds[];

#endif
