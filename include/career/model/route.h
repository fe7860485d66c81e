/*
 * route.h - ways to what is missing: degree, bootcamp, certification, course, self-study, on the job.
 *
 * For a role: the routes that sources name for it, with every figure of cost and time each has and who says so, and the
 * programs that are relevant to it: how many of each award, the cheapest, the shortest. For a skill: routes and programs
 * whose words name it, or that lead to roles wanting it, which is said: nobody states that they teach it. Nothing is
 * averaged.
 *
 * A program is relevant by a rule of a pack about its field of study; for a role without such rules (an occupation) by
 * the official link of its field. A vendor's exam (a certificate of which no length is stated) teaches nothing: it is
 * listed, and neither the cheapest nor the shortest way. Everything is in the arena; sources are the caller's.
 */
#ifndef CAREER_MODEL_ROUTE_H
#define CAREER_MODEL_ROUTE_H

#include "career/model/figure.h"
#include "career/model/mine.h"

enum route_kind {
	ROUTE_DEGREE,
	ROUTE_BOOTCAMP,
	ROUTE_CERTIFICATION,
	ROUTE_MOOC,
	ROUTE_SELF_STUDY,
	ROUTE_OTHER, /* portfolio, internship, networking */
	ROUTE_KINDS,
};
const char *route_kind_word(enum route_kind k);

/* From the least to the most that is stated; NAN: nobody says. With `low` alone the end is open: "$50K+". */
struct route_span {
	double low, high;
	int64_t figure; /* row of figure_row that states it; 0: a program's column, or none */
	const struct source *source;
};

struct route {
	enum route_kind kind;
	const char *slug, *name, *summary; /* of a program: "", its name, its school */
	const struct source *source;
	int64_t row;            /* of the table route; 0: a program */
	const char *program;    /* key; "" a route */
	const char *award;      /* of a program: "master"; "" a route */
	const char *field;      /* of study; "" a route */
	const char *resources;  /* "Coursera, edX"; "" none */
	const char *teaches;    /* name of the skill that it has; "": leads to roles that want it */
	bool by_field;          /* it occurs in the program's field of study alone */
	struct route_span cost; /* US dollars in all; other currencies are not read */
	struct route_span months;
	double price;                 /* of a program as it is stated, in `currency`; NAN none */
	const char *currency, *basis; /* basis: total, derived, unstated (read as total) */
	int64_t fact, months_fact;    /* of its price and its length in program_fact; 0 none */
	int as_of;                    /* year of that price, 0 not said */
	bool exam;
	int64_t *figures; /* every stated figure about it */
	size_t nfigures;
};

/* Programs of one award among those that are relevant. */
struct route_award {
	const char *award;
	enum route_kind kind;
	size_t n, priced, timed;        /* in all; with a price in US dollars; with a length */
	double low, high;               /* US dollars, NAN none */
	double months_low, months_high; /* of the shortest that each states */
	size_t colleges; /* more of the College Scorecard in officially linked fields */
};

/* A field of study that is linked with the role, or whose title names the skill. */
struct route_study {
	const char *field, *soc;
	const char *nearest; /* through this occupation near the role; "" its own code */
	int64_t cip4;
	size_t programs;
};

struct routes {
	struct route *r; /* by kind, routes before programs, cheapest first, unstated last */
	size_t n;
	struct route_award *award; /* by kind, then bachelor before master ... */
	size_t naward;
	struct route_study *study; /* once routes_studies has read them; of a skill always */
	size_t nstudy;
	size_t programs; /* that are relevant in all */
};

/* Of a role. */
bool routes_of_role(struct routes *out, struct db *db, const struct sources *src, int64_t role,
    struct arena *a, struct err *e);
/* The fields of study that are officially linked with it, at most ROUTE_STUDIES: a slower reading, for pages. */
enum { ROUTE_STUDIES = 5 };
bool routes_studies(
    struct routes *out, struct db *db, int64_t role, struct arena *a, struct err *e);
/* Of one skill on the way to a role (0: to none in particular): what names it first. */
bool routes_of_skill(struct routes *out, struct db *db, const struct sources *src, int64_t skill,
    int64_t role, struct arena *a, struct err *e);

/* Many skills on the way to a role: all that can name one is read once, and what names none of it is left out. */
struct route_book;
bool route_book_read(struct route_book **out, struct db *db, const struct sources *src,
    struct arena *a, struct err *e);
bool route_book_skill(struct routes *out, const struct route_book *b, int64_t skill,
    const struct routes *role, struct err *e);

/* The cheapest, and the shortest, of which cost or months are stated; NULL: none. */
const struct route *routes_cheapest(const struct routes *r);
const struct route *routes_shortest(const struct routes *r);

#endif
