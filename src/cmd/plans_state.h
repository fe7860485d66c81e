/* plans_state.h - the screen of plans: what it keeps, and what its commands share. */
#ifndef CAREER_CMD_PLANS_STATE_H
#define CAREER_CMD_PLANS_STATE_H

#include "career/page/plans.h"

#include "payback_state.h"
#include "state.h"

enum { PLANS_FIRST = 50, PLANS_FURTHER = 150 }; /* pairs on the page; how many more each time */

/* Made when the screen is first shown; answers again when what it rests on has changed. */
struct plans_state {
	struct plans plans;
	bool open;
	struct buf query, before; /* before: while one types */
	bool typing, occupations, fresh;
	enum plans_fold fold;
	size_t limit;
	struct buf asks; /* of payback, for which the baseline is */
	struct plans_baseline baseline;
	bool based;
	bool answered;
	unsigned turn;            /* of the sources, when it was answered */
	struct plan why;          /* what the popup is about */
	struct payback_asks said; /* before the baseline is typed */
};

struct plans_state *plans_state(struct app *a);
struct plans_shown plans_shown_of(struct app *a, struct plans_state *s);
/* The page is made again, from its first pair on. */
void plans_show_again(struct app *a);
void plans_set_query(struct app *a, const char *text, bool typing);

#endif
