#include "program.h"

#include "career/model/facts.h"

#include <string.h>

static void
read_program(struct program *g, struct stmt *st, struct arena *a)
{
	g->key = arena_dup(a, stmt_str(st, 0));
	g->name = arena_dup(a, stmt_str(st, 1));
	g->field = arena_dup(a, stmt_str(st, 2));
	g->cip = arena_dup(a, stmt_text(st, 3));
	g->award = arena_dup(a, stmt_str(st, 4));
	g->status = arena_dup(a, stmt_str(st, 5));
	g->status_note = arena_dup(a, stmt_text(st, 6));
	g->note = arena_dup(a, stmt_text(st, 7));
	g->mode = arena_dup(a, stmt_text(st, 8));
	g->months = stmt_num(st, 9);
	g->months_max = stmt_num(st, 10);
	g->per_year = stmt_num(st, 11);
	g->cost_fact = stmt_int(st, 12);
	g->earnings = stmt_num(st, 13);
	g->earnings_horizon = arena_dup(a, stmt_text(st, 14));
	g->debt = stmt_num(st, 15);
	g->school = arena_dup(a, stmt_str(st, 16));
	g->city = arena_dup(a, stmt_text(st, 17));
	g->state = arena_dup(a, stmt_text(st, 18));
	g->country = arena_dup(a, stmt_text(st, 19));
	g->control = arena_dup(a, stmt_text(st, 20));
	g->school_note = arena_dup(a, stmt_text(st, 21));
}

static void
read_fact(struct program_fact *f, struct stmt *st, const struct sources *sources, struct arena *a)
{
	f->id = stmt_int(st, 0);
	f->source = sources_by_id(sources, stmt_int(st, 1));
	f->page = arena_dup(a, stmt_text(st, 2));
	f->as_of = arena_dup(a, stmt_text(st, 3));
	f->year = (int)stmt_int(st, 4);
	f->confidence = arena_dup(a, stmt_str(st, 5));
	f->via = arena_dup(a, stmt_text(st, 6));
	f->mode = arena_dup(a, stmt_text(st, 7));
	f->months = stmt_num(st, 8);
	f->months_max = stmt_num(st, 9);
	f->cost = stmt_num(st, 10);
	f->currency = arena_dup(a, stmt_text(st, 11));
	f->per = arena_dup(a, stmt_text(st, 12));
	f->audience = arena_dup(a, stmt_text(st, 13));
	f->credits = arena_dup(a, stmt_text(st, 14));
	f->starts = arena_dup(a, stmt_text(st, 15));
	f->requires = arena_dup(a, stmt_text(st, 16));
	f->note = arena_dup(a, stmt_text(st, 17));
	f->total = stmt_num(st, 18);
	f->total_basis = arena_dup(a, stmt_text(st, 19));
	f->total_sum = arena_dup(a, stmt_text(st, 20));
}

static bool
load_facts(struct program *g, struct reader *r, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_program_facts", e);
	size_t room = 0;
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, g->id);
	while ((step = stmt_step(st, e)) == 1) {
		if (room == 0) {
			room = (size_t)stmt_int(st, 21);
			g->fact = arena_alloc(a, room * sizeof *g->fact);
		}
		if (g->nfacts < room)
			read_fact(&g->fact[g->nfacts++], st, &r->sources, a);
	}
	stmt_reset(st);
	return step == 0;
}

/* Totals were brought about with the help of all facts; while sources are off, with that of the rest. */
static void
bring_totals(struct program *g, struct arena *a)
{
	struct facts p = {.program = g->id, .n = g->nfacts};

	p.f = arena_alloc(a, (g->nfacts + 1) * sizeof *p.f);
	for (size_t i = 0; i < g->nfacts; i++) {
		const struct program_fact *f = &g->fact[i];

		p.f[i] = (struct fact){.id = f->id,
		    .confidence = fact_trust(f->confidence),
		    .year = f->year,
		    .per = f->per,
		    .credits = f->credits,
		    .months = f->months,
		    .months_max = f->months_max,
		    .cost = f->cost};
	}
	facts_total(&p, a);
	for (size_t i = 0; i < g->nfacts; i++) {
		g->fact[i].total = p.f[i].total;
		g->fact[i].total_basis = p.f[i].total_basis;
		g->fact[i].total_sum = p.f[i].total_sum;
	}
}

/* Known, but every source that speaks of it is off. */
static bool
fail_gone(struct db *db, int64_t id, struct err *e)
{
	struct stmt *st = db_query(db, "program_key", e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	step = stmt_step(st, e);
	if (step == 1)
		err_set(e, ERR_NOTFOUND,
		    "no source that is on speaks of %.120s: 7 brings them back", stmt_str(st, 0));
	else if (step == 0)
		err_set(e, ERR_NOTFOUND, "no program with row %lld in the catalog", (long long)id);
	stmt_reset(st);
	return false;
}

/* 1 found, 0 not, -1 error. */
static int
load_row(struct program *out, struct reader *r, int64_t id, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_program", e);
	int step;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	step = stmt_step(st, e);
	if (step == 1)
		read_program(out, st, a);
	stmt_reset(st);
	return step;
}

bool
program_load(struct program *out, struct reader *r, int64_t id, struct arena *a, struct err *e)
{
	size_t off;
	int step;

	memset(out, 0, sizeof *out);
	step = scorecard_is(id) ? scorecard_load(out, r, id, a, e) : load_row(out, r, id, a, e);
	if (step < 0)
		return false;
	db_sources_off(r->db, &off);
	if (step == 0 && off > 0)
		return fail_gone(r->db, id, e);
	if (step == 0)
		return err_set(
		    e, ERR_NOTFOUND, "no program with row %lld in the catalog", (long long)id);
	out->id = id;
	if (out->scorecard)
		return true;
	if (!load_facts(out, r, a, e))
		return false;
	if (off > 0)
		bring_totals(out, a);
	return true;
}
