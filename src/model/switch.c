/* switch.c - programs as the sources that are on describe them. */
#include "career/model/switch.h"

#include "career/model/facts.h"

static bool
choose_anew(void *ctx, const struct facts *p, struct err *e)
{
	struct stmt *st = db_query(ctx, "switch_choose", e);

	if (st == NULL)
		return false;
	facts_bind(st, p);
	return stmt_run(st, e);
}

static bool
fill(struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "switch_clear", e);
	size_t n;

	db_sources_off(db, &n);
	if (st == NULL || !stmt_run(st, e))
		return false;
	if (n < 2)
		return true;
	st = db_query(db, "switch_several", e);
	if (st == NULL || !stmt_run(st, e))
		return false;
	st = db_query(db, "switch_facts", e);
	return st != NULL && facts_each(st, choose_anew, db, e);
}

static bool
fill_in_transaction(struct db *db, struct err *e)
{
	struct err later;
	bool ok = db_scratch(db, true, e) && db_begin(db, e);

	if (ok && !(fill(db, e) && db_commit(db, e))) {
		db_rollback(db);
		ok = false;
	}
	return db_scratch(db, false, ok ? e : &later) && ok;
}

bool
switch_sources(struct db *db, const int64_t *off, size_t n, struct err *e)
{
	struct err later;

	if (!db_set_sources_off(db, off, n, e))
		return false;
	if (n == 0 || fill_in_transaction(db, e))
		return true;
	db_set_sources_off(db, NULL, 0, &later);
	return false;
}
