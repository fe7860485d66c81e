/* conflict_read.c - what the rules read: roles, what serves them, and the figures that may contradict one another. */
#include "conflict_parts.h"

#include <stdlib.h>

static bool
read_roles(struct conflict_job *j, struct err *e)
{
	struct stmt *st = conflict_query(j, "conflict_roles", e);
	size_t cap = 0;
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		j->role = mem_reserve(j->role, &cap, j->nroles + 1, sizeof *j->role);
		j->role[j->nroles++] = (struct conflict_role){
		    stmt_int(st, 0),
		    arena_dup(j->a, stmt_str(st, 1)),
		    arena_dup(j->a, stmt_str(st, 2)),
		};
	}
	return got == 0;
}

static bool
read_served(struct conflict_job *j, struct err *e)
{
	struct stmt *st = db_query(j->db, "roles_served", e);
	size_t cap = 0;
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		j->served = mem_reserve(j->served, &cap, j->nserved + 1, sizeof *j->served);
		j->served[j->nserved++] =
		    (struct conflict_served){stmt_int(st, 0), stmt_int(st, 1)};
	}
	return got == 0;
}

static int
by_id(const void *a, const void *b)
{
	const struct figure *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

/* Own figures of each role, by role, then in the packs' order. A catalog with imported sets has figures of
 * thousands of roles: only those are read that may contradict one another. */
static bool
read_figures(struct conflict_job *j, struct figures *out, const char *measure, struct err *e)
{
	size_t cap = 0;

	for (size_t i = 0; i < j->nroles; i++) {
		struct figures of;
		size_t from = out->n;

		if (!figures_of_role(&of, j->db, j->src, j->role[i].id, measure, j->a, e))
			return false;
		out->f = mem_reserve(out->f, &cap, out->n + of.n + 1, sizeof *out->f);
		for (size_t k = 0; k < of.n; k++)
			if (!of.f[k].borrowed)
				out->f[out->n++] = of.f[k];
		if (out->n > from)
			qsort(out->f + from, out->n - from, sizeof *out->f, by_id);
	}
	return true;
}

bool
conflict_read(struct conflict_job *j, struct err *e)
{
	return read_roles(j, e) && read_served(j, e) && read_figures(j, &j->pay, "pay", e)
	    && read_figures(j, &j->growth, "growth", e);
}

void
conflict_read_free(struct conflict_job *j)
{
	free(j->role);
	free(j->served);
	free(j->pay.f);
	free(j->growth.f);
}
