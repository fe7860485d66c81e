/* pane_marks.c - rows of a list that are marked, or on the shortlist, as the profile has them by their keys. */
#include "career/cmd/app.h"
#include "state.h"

#include <string.h>

struct marking {
	struct pane *p;
	struct db *db;
};

/* The row of a key; UINT32_MAX: the list does not have it. */
static uint32_t
row_of(const struct marking *m, const char *key)
{
	struct err e;
	int64_t id;

	if (!db_row_of(m->db, m->p->def->by_key, key, &id, &e) || id == 0)
		return UINT32_MAX;
	return frame_find(&m->p->frame, (int32_t)id);
}

static void
mark_key(void *ctx, const char *key)
{
	struct marking *m = ctx;
	uint32_t row = row_of(m, key);

	if (row != UINT32_MAX && !bitset_has(&m->p->marks, row)) {
		bitset_set(&m->p->marks, row);
		m->p->nmarks++;
	}
}

void
pane_load_marks(struct app *a, struct pane *p)
{
	struct marking m = {p, a->db};
	struct err e = {0};

	if (p->def->list != NULL
	    && !profile_marks(a->profile, p->def->list->name, mark_key, &m, &e))
		app_error(a, "%s", e.text);
}

static void
short_item(void *ctx, const struct kept_item *i)
{
	struct marking *m = ctx;
	uint32_t row;

	if (strcmp(i->list, m->p->def->list->name) != 0)
		return;
	row = row_of(m, i->key);
	if (row != UINT32_MAX)
		bitset_set(&m->p->shorts, row);
}

void
pane_settle_shorts(struct app *a, struct pane *p)
{
	struct marking m = {p, a->db};
	struct err e;

	if (p->shorts_turn == a->kept_turn)
		return;
	p->shorts_turn = a->kept_turn;
	bitset_fill(&p->shorts, false);
	profile_items(a->profile, short_item, &m, &e);
}

bool
pane_is_short(const struct pane *p, uint32_t row)
{
	return bitset_has(&p->shorts, row);
}
