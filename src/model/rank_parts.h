/* rank_parts.h - what the files that read for a ranking share. */
#ifndef CAREER_MODEL_RANK_PARTS_H
#define CAREER_MODEL_RANK_PARTS_H

#include "career/model/rank.h"
#include "career/model/rolefigs.h"

/* Of more roles than that, one pass over what is said of all is cheaper than queries for each. */
enum { RANK_ONE_BY_ONE = 100 };

/* While it is read, the roles are sorted by their rows. */
struct rank_reading {
	struct ranking *out;
	struct db *db;
	const struct sources *src;
	struct arena *a;
	struct err *e;
	bool has_interests; /* the catalog has */
};

struct rank_value rank_unknown(const char *why_not); /* a literal */
struct rank_value rank_known(double v);
/* NULL: it is not ranked. */
struct ranked *rank_find(const struct rank_reading *q, int64_t role);

/* rank_fit.c: what one has of what they want, and of which too little is known. */
bool rank_read_fit(struct rank_reading *q, struct profile *p);
/* rank_interest.c: correlations. */
bool rank_read_interests(struct rank_reading *q, struct profile *p);
/* rank_program.c: price and length of the programs that lead there. */
bool rank_read_programs(struct rank_reading *q);

#endif
