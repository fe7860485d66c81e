/*
 * derive.c - headline values of programs into their table, as model/facts.h chooses them.
 */
#include "derive.h"

#include "career/model/facts.h"

static bool
store_facts(struct db *db, const struct facts *p, struct err *e)
{
	struct stmt *st = db_query(db, "derive_fact", e);

	for (size_t i = 0; st != NULL && i < p->n; i++) {
		const struct fact *f = &p->f[i];

		if (f->total_basis == NULL)
			continue;
		stmt_bind_int(st, 1, f->id);
		stmt_bind_num(st, 2, f->total);
		stmt_bind_text(st, 3, f->total_basis);
		stmt_bind_text(st, 4, f->total_sum);
		if (!stmt_run(st, e))
			return false;
	}
	return st != NULL;
}

static bool
store_program(void *ctx, const struct facts *p, struct err *e)
{
	struct db *db = ctx;
	struct stmt *st;

	if (!store_facts(db, p, e))
		return false;
	st = db_query(db, "derive_program", e);
	if (st == NULL)
		return false;
	facts_bind(st, p);
	return stmt_run(st, e);
}

bool
derive_programs(struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "derive_facts", e);

	return st != NULL && facts_each(st, store_program, db, e);
}
