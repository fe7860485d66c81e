/*
 * payback_state.h - what the files of the Payback screen share.
 *
 * A person says some things for every program (the baseline, the rate), some of one program (its price, its
 * length) and some of one role (its pay). Each is kept under its own name, so that one program's price is never
 * taken for another's: "payback", "payback program KEY", "payback role SLUG".
 */
#ifndef CAREER_CMD_PAYBACK_STATE_H
#define CAREER_CMD_PAYBACK_STATE_H

#include "career/model/payback.h"
#include "state.h"

enum payback_scope { OF_PERSON, OF_PROGRAM, OF_ROLE, PAYBACK_SCOPES };

struct payback_state {
	struct rules rules;
	bool ruled; /* they were read */
	struct payback made;
	bool open;                                      /* `made` was opened, for this pair and */
	unsigned turn;                                  /* these sources */
	char program[sizeof((struct app *)0)->program]; /* keys; "" none */
	char role[sizeof((struct app *)0)->role];
	char current[sizeof((struct app *)0)->role]; /* the current role when `role` was set */
	int64_t seen; /* selected on Programs when `program` was set */
	/* What is said, as far as it was looked at; `was` is what was kept then. app.asks is the person's. */
	struct payback_entry {
		enum payback_scope scope;
		char *key, *was;
		struct buf text;
	} * entry;
	size_t nentries;
	char to
	    [64]; /* the cursor goes to the first line whose command begins so; "": it stays on its item */
	uint64_t *mark; /* of each line of the page that was made last: what it leads to */
	size_t nmarks;
	enum finance_field edited;  /* by the open prompt */
	struct payback_asks before; /* what was said before it was opened */
};

/* Rows; 0: none. */
struct payback_pair {
	int64_t program, role;
};

/* payback_pair.c: made when first wanted. */
struct payback_state *payback_state(struct app *a);
/* What the cursor is on; and for what is missing the last one, the current one, those of the first screen. */
void payback_here(struct app *a, struct payback_pair *pair);
bool payback_complete(struct app *a, struct payback_pair *pair, struct err *e);
/* The pair is the one that is shown. */
bool payback_pair_open(struct app *a, const struct payback_pair *pair, struct err *e);
/* `made` answers for the pair that is shown, as all stands now; not open: the catalog has none. */
bool payback_ready(struct app *a, struct err *e);

/* cmd_payback.c: opens the screen for a pair; what is missing is taken by rule. */
bool payback_show(struct app *a, struct payback_pair *pair, struct err *e);

/* payback_kept.c: all that is said of the pair, with the level and what is asked "what if" of the role. */
void payback_said(struct app *a, struct payback_asks *q);
/* The same of the last program and the role of the first screen, as text. */
void payback_all_said(struct app *a, struct buf *out);
/* It is said from now on; `kept`: in the profile too. What is there already is not written. */
bool payback_now_said(struct app *a, const struct payback_asks *q, bool kept, struct err *e);
void payback_entries_free(struct payback_state *s);

/* payback_edit.c: an input by its key; ERR_USAGE with the nearest. */
bool payback_input_find(enum finance_field *f, const char *key, struct err *e);
/* The input of the line under the cursor, FI_COUNT: it is of none. */
enum finance_field payback_input_here(const struct app *a);
/* Says one input, NAN: nothing any more. */
bool payback_say_input(struct app *a, enum finance_field f, double v, struct err *e);
/* Opens the line for it, on the screen. */
bool payback_edit(struct app *a, enum finance_field f, struct err *e);
/* A message: what was done, and what the answer is now. */
bool payback_say_answer(struct app *a, const char *what, struct err *e);

#endif
