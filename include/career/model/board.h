/*
 * board.h - how ready one is for each of some roles: of what each wants, what one has, what one is learning, and what is
 * not started.
 *
 * Of a role of which too little is known (model/skillset.h) its few skills are listed, and nothing is counted. What one
 * should skip and what is said of the whole field only is no part of it. Everything is in the arena.
 */
#ifndef CAREER_MODEL_BOARD_H
#define CAREER_MODEL_BOARD_H

#include "career/model/gap.h"

/* In the order in which they are shown; what is partly had is neither had nor only learned. */
enum board_state { BOARD_HAVE, BOARD_PARTLY, BOARD_LEARNING, BOARD_NOT_STARTED, BOARD_STATES };
const char *board_state_word(enum board_state s); /* "not started" */
enum board_state board_state_of(enum having how);

struct board_role {
	struct skillset to;
	struct gap gap;
	size_t count[BOARD_STATES], all; /* without skip and the field's */
};

struct board {
	struct board_role *role; /* in the order that was given */
	size_t n, thin;
};

struct board_ask {
	const int64_t *roles;
	size_t n;
	const struct haves *have;
};
/* ERR_NOTFOUND: no role of such an id. */
bool board_load(struct board *out, struct db *db, const struct sources *src,
    const struct board_ask *ask, struct arena *a, struct err *e);

#endif
