/* handout_parts.h - what the parts of a handout share. */
#ifndef CAREER_PAGE_HANDOUT_PARTS_H
#define CAREER_PAGE_HANDOUT_PARTS_H

#include "career/model/headline.h"
#include "career/model/mine.h"
#include "career/model/rules.h"
#include "career/page/handout.h"
#include "career/page/payback.h"

/* How much there is room for. */
struct handout_room {
	size_t roles, bars, missing, routes, programs, terms;
};

/* What every part needs; everything is in the arena. */
struct handout {
	struct doc *d;
	struct reader *r;
	struct profile *p; /* NULL: none */
	const struct handout_ask *ask;
	struct handout_room room;
	struct arena *a;
	int64_t role[HANDOUT_ROLES]; /* what it is about, first the one it is for */
	const char *slug[HANDOUT_ROLES], *title[HANDOUT_ROLES];
	size_t nroles;
	struct mine mine;
	struct changed_items items; /* the shortlist, with what has changed */
};

/* One role: its answers, a picture of its pay when `picture`. */
bool handout_role(struct handout *h, size_t i, bool picture, struct err *e);
/* What is missing for the first role, to tick; ways to it. */
bool handout_gap(struct handout *h, struct err *e);
bool handout_next(struct handout *h, struct err *e);
/* Programs of the shortlist, with what they cost and how soon they are paid back. */
bool handout_programs(struct handout *h, struct err *e);
/* A payback worked out with what the person said of it; to be closed. */
bool handout_payback(struct handout *h, struct payback *b, const struct rules *rules,
    int64_t program, struct err *e);
/* What only the full one has. */
bool handout_full(struct handout *h, struct err *e);

#endif
