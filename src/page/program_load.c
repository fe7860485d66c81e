#include "program.h"

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

bool
program_load(struct program *out, struct reader *r, int64_t id, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_program", e);
	int step;

	memset(out, 0, sizeof *out);
	if (!st)
		return false;
	stmt_bind_int(st, 1, id);
	step = stmt_step(st, e);
	if (step == 1)
		read_program(out, st, a);
	stmt_reset(st);
	if (step == 0)
		return err_set(
		    e, ERR_NOTFOUND, "no program with row %lld in the catalog", (long long)id);
	out->id = id;
	return step == 1 && load_facts(out, r, a, e);
}
