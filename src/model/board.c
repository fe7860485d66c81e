#include "career/model/board.h"

#include "career/base/mem.h"

const char *
board_state_word(enum board_state s)
{
	static const char *const words[BOARD_STATES] = {
	    [BOARD_HAVE] = "have",
	    [BOARD_PARTLY] = "partly",
	    [BOARD_LEARNING] = "learning",
	    [BOARD_NOT_STARTED] = "not started",
	};

	return words[s];
}

enum board_state
board_state_of(enum having how)
{
	switch (how) {
	case HAVE_YES:
		return BOARD_HAVE;
	case HAVE_PARTLY:
		return BOARD_PARTLY;
	case HAVE_LEARNING:
		return BOARD_LEARNING;
	default:
		return BOARD_NOT_STARTED;
	}
}

static bool
load_role(struct board_role *r, struct db *db, const struct sources *src, int64_t role,
    const struct haves *have, struct arena *a, struct err *e)
{
	if (!skillset_load(&r->to, db, src, role, a, e))
		return false;
	gap_make(&r->gap, &r->to, have, a);
	for (size_t i = 0; i < r->gap.n; i++) {
		const struct gap_row *g = &r->gap.row[i];

		if (!g->counts)
			continue;
		r->count[board_state_of(g->how)]++;
		r->all++;
	}
	return true;
}

bool
board_load(struct board *out, struct db *db, const struct sources *src, const struct board_ask *ask,
    struct arena *a, struct err *e)
{
	*out = (struct board){.role = arena_alloc(a, (ask->n + 1) * sizeof *out->role)};
	for (size_t i = 0; i < ask->n; i++) {
		if (!load_role(&out->role[i], db, src, ask->roles[i], ask->have, a, e))
			return false;
		out->thin += out->role[i].to.thin;
		out->n++;
	}
	return true;
}
