/* path_parts.h - what the files of model/path share: knots, edges, and what an edge costs. */
#ifndef CAREER_MODEL_PATH_PARTS_H
#define CAREER_MODEL_PATH_PARTS_H

#include "career/model/near.h"
#include "career/model/path.h"
#include "career/model/space.h"

/* --- path_ways.c: what is kept between asks --------------------------------------------------- */

/* O*NET's related occupation, by the code in front. */
struct related {
	int from, to; /* codes */
	int rank;
};

/* Of an occupation of the sets: the cheapest and the shortest program; NAN: none is stated. */
struct priced {
	int64_t role;
	double price, months;
};

struct ways {
	unsigned turn;
	bool has_related, has_priced;
	struct space_codes codes; /* all codes of all occupations */
	struct related *related;
	size_t nrelated, related_cap;
	int64_t source; /* who states them */
	struct priced *priced;
	size_t npriced, priced_cap;
};

void ways_forget(struct ways *w); /* all that was read */
bool ways_read_related(struct ways *w, struct db *db, struct err *e);
bool ways_read_priced(struct ways *w, struct db *db, struct err *e);
const struct priced *ways_priced(const struct ways *w, int64_t role); /* NULL: nothing is stated */

/* --- path_edges.c: the graph of one ask ------------------------------------------------------- */

struct knot {
	int64_t role;                             /* 0: oneself */
	const struct space_role *tiers, *ratings; /* NULL: none */
	bool thin;
	bool end;                 /* thin, or a whole field: a way only ends there */
	bool pack;                /* its routes are read one by one */
	bool asked;               /* price and months are read */
	double price, months;     /* NAN: not stated */
	size_t related, nrelated; /* its slice of the ways' */
};

struct edge {
	int64_t from_role, to_role;
	size_t from, to; /* knots */
	enum path_edge kind;
	double alike; /* NAN */
	double years; /* NAN: none is stated */
	int64_t source;
	const char *words, *note, *fact;
	const struct related *related; /* EDGE_RELATED */
};

struct graph {
	struct db *db;
	const struct sources *src;
	struct arena *a;
	struct ways *ways;
	const struct space *tiers, *ratings; /* NULL: not wanted */
	struct space_haves have;
	struct knot *knot; /* by role; the first one is oneself */
	size_t nknot;
	struct edge *edge; /* but for related occupations; by the knot in front, then by kind */
	size_t nedge, cap;
	size_t *first; /* of each knot, and one behind the last */
};

/* The ask has its spaces and ways. To be freed after a failure, too. */
bool graph_load(struct graph *g, const struct path_ask *ask, bool occupations, struct err *e);
void graph_free(struct graph *g);
/* nknot: it is none. */
size_t graph_knot(const struct graph *g, int64_t role);
/* The i-th edge from a knot; false behind the last. */
bool graph_edge(const struct graph *g, size_t from, size_t i, struct edge *out);

/* --- path_cost.c: NAN: nobody says ------------------------------------------------------------ */

double edge_gap(const struct graph *g, const struct edge *x);
bool edge_cost(struct graph *g, const struct edge *x, enum path_by by, double *out, struct err *e);

#endif
