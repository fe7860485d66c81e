/*
 * mine.h - what a person says of oneself, beside the catalog: skills by their rows.
 *
 * The profile keeps keys; a key that the catalog no longer has stays, is listed as gone (id 0), and counts for nothing.
 * Everything is in the arena.
 */
#ifndef CAREER_MODEL_MINE_H
#define CAREER_MODEL_MINE_H

#include "career/model/gap.h"
#include "career/store/db.h"
#include "career/store/profile.h"

struct mine_skill {
	int64_t id;              /* 0: the catalog no longer has it */
	const char *slug, *name; /* the catalog's name, else the kept one */
	enum having how;
	double level; /* 0-7, below 0: not rated */
};

struct mine {
	struct mine_skill *skill; /* by their slugs */
	size_t n;
	struct haves have; /* those that the catalog has */
};

/* `p` NULL: nothing is said. */
bool mine_read(struct mine *out, struct db *db, struct profile *p, struct arena *a, struct err *e);
/* All of it as text, appended: the same text, the same said. */
void mine_text(const struct mine *m, struct buf *out);
/* NULL: nothing is said of it. */
const struct mine_skill *mine_skill(const struct mine *m, const char *slug);

#endif
