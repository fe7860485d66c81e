/*
 * path.h - the cheapest way from one role to another, over the roles between them.
 *
 * Roles are knots. Edges: transitions and ladders that sources state (with who says so), O*NET's related occupations,
 * roles of packs that are alike by 0.30 or more (design, formulas D2: viable), and a role of packs with the occupations
 * that stand nearest to it. Of two occupations likeness alone makes no edge: half of all pairs are that alike. From what
 * one has oneself an edge leads to each role of which one covers 0.30 of the weight. What an edge costs:
 *   gap     weight by which its end wants each skill more than the role in front, beside what one has at the start
 *   cost    dollars of the cheapest route or program to its end of which a price is stated, 0 when nothing is missing
 *   months  years that a source states for the step, else months of the shortest route, 0 when nothing is missing
 * The gap from role to role is that of D2, sum of max(0, weight there - weight here): a way round is never shorter than
 * the straight edge, and no edge's cost depends on how one came to its front. So Dijkstra's algorithm is exact.
 *
 * An edge whose cost nobody states is taken only when no other way leads there, and says so; roles of which too little is
 * known, and whole fields, are only an end. Of equal ways that of fewer steps. Where no way leads at all the end is one far step (EDGE_FAR).
 */
#ifndef CAREER_MODEL_PATH_H
#define CAREER_MODEL_PATH_H

#include "career/model/mine.h"
#include "career/model/route.h"
#include "career/model/space.h"

enum path_by { PATH_GAP, PATH_COST, PATH_MONTHS, PATH_BYS };
const char *path_by_word(enum path_by by); /* "gap" */
enum path_by path_by_of(const char *word); /* PATH_BYS: no such word */

/* Of several between the same roles with the same cost the first. */
enum path_edge {
	EDGE_STATED,  /* row of the table transition */
	EDGE_LADDER,  /* row of the table ladder_step: that of the end */
	EDGE_RELATED, /* O*NET's */
	EDGE_ALIKE,
	EDGE_OWN, /* from what one has */
	EDGE_NEAREST, /* a role of packs and an occupation near it; row of the table nearest, 0: part and whole */
	EDGE_FAR, /* nothing leads there */
	PATH_EDGES
};

/* A skill that the end of a step wants more than is there. */
struct path_missing {
	const struct wanted *w;
	double weight; /* that is missing */
	bool some;     /* the role in front wants it less, or one has it partly */
};

/* A skill that is missing with the way whose words name it: the cheapest of several; nobody states that it teaches it. */
struct path_named {
	const struct wanted *w;
	const struct route *route; /* NULL: no way names it */
};
enum { PATH_NAMED = 4 }; /* that are looked for on a way, the heaviest of each step first */

struct path_step {
	int64_t from, to; /* roles; from 0: what one has oneself */
	const char *from_slug, *from_title, *to_slug, *to_title;
	enum path_edge edge;
	const struct source *source; /* who states it; NULL: nobody, it is counted */
	const char *words;           /* "after 2-4 years"; a ladder's title; "" */
	const char *note;            /* what is said of the step; "" */
	const char *fact;            /* "transition:12", for ANCHOR_FACT; "" */
	double alike;             /* 0..1; NAN: not both known. EDGE_OWN: share that one covers */
	int zone, zone_from;      /* O*NET's job zones, 0: none */
	double gap, cost, months; /* NAN: nobody says */
	double years;             /* that the source states; NAN */
	const struct skillset *wants; /* of its end */
	struct path_missing *missing; /* what weighs most first */
	size_t nmissing;
	struct path_named *named; /* of skills of packs: no way names the elements of O*NET */
	size_t nnamed;
	struct routes routes; /* to its end */
	const struct route
	    *route; /* the cheapest, or by months the shortest; NULL: none is stated */
	bool thin;  /* too little is known of its end */
};

struct path {
	struct path_step *step; /* 0 steps: one is there */
	size_t n;
	enum path_by by;
	/* In all, of what is stated; the price and length of a route that leads on in several steps count once. */
	double gap, cost, months;
	size_t no_gap, no_cost, no_months; /* steps of which nobody says it */
	bool far;                          /* no way leads there */
	bool from_thin; /* too little is known of the start to say what one has */
};

struct path_ask {
	int64_t from; /* 0: from what one has */
	int64_t to;
	enum path_by by;
	struct haves have; /* what one has oneself, beside the role */
	bool occupations;  /* over those of sets as well; they are when an end is one */
	/* What was read for asks before this one; NULL: it is read for this one alone. */
	struct spaces *spaces;
	struct ways *ways;
};

/* Related occupations and prices of all occupations, read when they are first wanted, and again when other sources are
 * switched off. */
struct ways *ways_new(void);
void ways_del(struct ways *w); /* NULL is fine */

bool path_find(struct path *out, struct db *db, const struct sources *src,
    const struct path_ask *ask, struct arena *a, struct err *e);

#endif
