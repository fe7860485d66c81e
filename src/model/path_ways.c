/* path_ways.c - what is read once for many ways: related occupations, and what programs cost that lead to each. */
#include "path_parts.h"

#include <stdlib.h>
#include <string.h>

struct ways *
ways_new(void)
{
	return mem_zero(1, sizeof(struct ways));
}

void
ways_forget(struct ways *w)
{
	unsigned turn = w->turn;

	free(w->codes.c);
	free(w->related);
	free(w->priced);
	memset(w, 0, sizeof *w);
	w->turn = turn;
}

void
ways_del(struct ways *w)
{
	if (w == NULL)
		return;
	ways_forget(w);
	free(w);
}

static void
settle(struct ways *w, const struct db *db)
{
	if (w->turn != db_sources_turn(db))
		ways_forget(w);
	w->turn = db_sources_turn(db);
}

static bool
each(struct ways *w, struct db *db, const char *query,
    void (*take)(struct ways *w, struct stmt *st), struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	int rc = -1;

	while (st != NULL && (rc = stmt_step(st, e)) == 1)
		take(w, st);
	if (st != NULL)
		stmt_reset(st);
	return rc == 0;
}

static void
take_related(struct ways *w, struct stmt *st)
{
	w->related = mem_reserve(w->related, &w->related_cap, w->nrelated + 1, sizeof *w->related);
	w->related[w->nrelated++] = (struct related){
	    space_code(stmt_str(st, 0)), space_code(stmt_str(st, 1)), (int)stmt_int(st, 3)};
	w->source = stmt_int(st, 2);
}

bool
ways_read_related(struct ways *w, struct db *db, struct err *e)
{
	settle(w, db);
	if (!w->has_related
	    && (!space_codes(&w->codes, db, "path_codes", e)
		|| !each(w, db, "path_related", take_related, e))) {
		ways_forget(w);
		return false;
	}
	w->has_related = true;
	return true;
}

static void
take_priced(struct ways *w, struct stmt *st)
{
	w->priced = mem_reserve(w->priced, &w->priced_cap, w->npriced + 1, sizeof *w->priced);
	w->priced[w->npriced++] =
	    (struct priced){stmt_int(st, 0), stmt_num(st, 1), stmt_num(st, 2)};
}

static int
by_role(const void *a, const void *b)
{
	const struct priced *x = a, *y = b;

	return (x->role > y->role) - (x->role < y->role);
}

bool
ways_read_priced(struct ways *w, struct db *db, struct err *e)
{
	settle(w, db);
	if (!w->has_priced && !each(w, db, "path_programs", take_priced, e)) {
		ways_forget(w);
		return false;
	}
	if (!w->has_priced && w->npriced > 0)
		qsort(w->priced, w->npriced, sizeof *w->priced, by_role);
	w->has_priced = true;
	return true;
}

const struct priced *
ways_priced(const struct ways *w, int64_t role)
{
	const struct priced key = {.role = role};

	if (w->npriced == 0)
		return NULL;
	return bsearch(&key, w->priced, w->npriced, sizeof *w->priced, by_role);
}
