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

/* What would be chosen without one of its sources. */
static bool
store_without(struct db *db, const struct facts *p, int64_t source, struct err *e)
{
	struct facts rest = {.program = p->program};
	struct stmt *st = db_query(db, "derive_without", e);
	struct arena a;
	bool ok = st != NULL;

	arena_init(&a);
	rest.f = arena_alloc(&a, p->n * sizeof *rest.f);
	for (size_t i = 0; i < p->n; i++)
		if (p->f[i].source != source)
			rest.f[rest.n++] = p->f[i];
	facts_total(&rest, &a);
	if (ok) {
		facts_bind(st, &rest);
		stmt_bind_int(st, 15, source);
		ok = stmt_run(st, e);
	}
	arena_free(&a);
	return ok;
}

static bool
is_named_before(const struct facts *p, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (p->f[i].source == p->f[at].source)
			return true;
	return false;
}

/* Its only source; of several, what it is without each. */
static bool
store_sources(struct db *db, const struct facts *p, struct err *e)
{
	struct stmt *st;
	bool only = true;

	for (size_t i = 1; only && i < p->n; i++)
		only = p->f[i].source == p->f[0].source;
	for (size_t i = 0; !only && i < p->n; i++)
		if (!is_named_before(p, i) && !store_without(db, p, p->f[i].source, e))
			return false;
	if (!only || p->n == 0)
		return true;
	st = db_query(db, "derive_only", e);
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, p->program);
	stmt_bind_int(st, 2, p->f[0].source);
	return stmt_run(st, e);
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
	return stmt_run(st, e) && store_sources(db, p, e);
}

static bool
run(struct db *db, const char *query, struct err *e)
{
	struct stmt *st = db_query(db, query, e);

	return st != NULL && stmt_run(st, e);
}

bool
derive_programs(struct db *db, struct err *e)
{
	struct stmt *st;

	if (!run(db, "derive_no_only", e) || !run(db, "derive_no_without", e))
		return false;
	st = db_query(db, "derive_facts", e);
	return st != NULL && facts_each(st, store_program, db, e);
}

bool
derive_tallies(struct db *db, struct err *e)
{
	return run(db, "derive_no_tally", e) && run(db, "derive_no_field_tally", e)
	    && run(db, "derive_tally", e) && run(db, "derive_field_tally", e);
}
