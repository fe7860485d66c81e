/*
 * route_program.c - programs that lead to a role by their field of study: how many of each award, and of each the
 * cheapest and the shortest.
 */
#include "route_parts.h"

#include "career/base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHEAPEST = 3 }; /* of an award that are shown */

/* Awards that programs give, in the order in which they are shown. */
static const struct award {
	const char *award;
	enum route_kind kind;
} awards[] = {
    {"associate", ROUTE_DEGREE},
    {"bachelor", ROUTE_DEGREE},
    {"master", ROUTE_DEGREE},
    {"mba", ROUTE_DEGREE},
    {"first-professional", ROUTE_DEGREE},
    {"doctorate", ROUTE_DEGREE},
    {"bootcamp", ROUTE_BOOTCAMP},
    {"certificate", ROUTE_CERTIFICATION},
    {"post-baccalaureate-certificate", ROUTE_CERTIFICATION},
    {"graduate-certificate", ROUTE_CERTIFICATION},
    {"professional-certificate", ROUTE_CERTIFICATION},
    {"mooc", ROUTE_MOOC},
};

enum { AWARDS = sizeof awards / sizeof *awards };

size_t
route_award_place(const char *award)
{
	size_t i = 0;

	while (i < AWARDS && strcmp(awards[i].award, award) != 0)
		i++;
	return i;
}

enum route_kind
route_kind_of_award(const char *award)
{
	size_t i = route_award_place(award);

	return i < AWARDS ? awards[i].kind : ROUTE_OTHER;
}

/* --- one program ----------------------------------------------------------------------------- */

/* The whole price in US dollars and the length are read where they are stated. */
static void
program_spans(struct route *r, struct stmt *st)
{
	double cost = stmt_num(st, 8), lo = stmt_num(st, 6), hi = stmt_num(st, 7);

	r->price = cost;
	r->exam = isnan(lo) && strcmp(r->award, "professional-certificate") == 0;
	if (!isnan(cost) && strcmp(r->currency, "USD") == 0)
		r->cost = (struct route_span){cost, cost, 0, r->source};
	if (!isnan(lo))
		r->months = (struct route_span){lo, isnan(hi) ? lo : hi, 0, NULL};
}

struct route
route_of_program(const struct route_reading *in, struct stmt *st)
{
	struct route r = {
	    .kind = route_kind_of_award(stmt_str(st, 4)),
	    .slug = "",
	    .name = arena_dup(in->a, stmt_str(st, 3)),
	    .summary = arena_dup(in->a, stmt_str(st, 2)),
	    .resources = "",
	    .source = stmt_null(st, 12) ? NULL : sources_by_id(in->src, stmt_int(st, 12)),
	    .program = arena_dup(in->a, stmt_str(st, 1)),
	    .award = arena_dup(in->a, stmt_str(st, 4)),
	    .field = arena_dup(in->a, stmt_str(st, 5)),
	    .teaches = "",
	    .cost = ROUTE_UNSTATED,
	    .months = ROUTE_UNSTATED,
	    .currency = arena_dup(in->a, stmt_str(st, 9)),
	    .basis = arena_dup(in->a, stmt_str(st, 10)),
	    .fact = stmt_int(st, 11),
	    .months_fact = stmt_int(st, 14),
	    .as_of = (int)stmt_int(st, 13),
	};

	program_spans(&r, st);
	return r;
}

/* --- all that are relevant ------------------------------------------------------------------- */

struct brief {
	int64_t id;
	size_t award; /* place in routes.award */
	double cost, months;
};

struct briefs {
	struct brief *b;
	size_t n, cap;
};

/* That of an award, made when it is new; NULL: there are too many. */
static struct route_award *
award_of(const struct route_reading *in, struct routes *out, const char *award)
{
	size_t i = 0;

	while (i < out->naward && strcmp(out->award[i].award, award) != 0)
		i++;
	if (i == ROUTE_AWARDS)
		return NULL;
	if (i == out->naward)
		out->award[out->naward++] = (struct route_award){.award = arena_dup(in->a, award),
		    .kind = route_kind_of_award(award),
		    .low = NAN,
		    .high = NAN,
		    .months_low = NAN,
		    .months_high = NAN};
	return &out->award[i];
}

/* fmin and fmax take the number where the other is none. */
static void
take_brief(const struct route_reading *in, struct routes *out, struct briefs *all, struct stmt *st)
{
	struct route_award *w = award_of(in, out, stmt_str(st, 1));
	double cost = strcmp(stmt_str(st, 2), "USD") == 0 ? stmt_num(st, 3) : NAN;
	double months = stmt_num(st, 4);

	out->programs++;
	if (w == NULL)
		return;
	w->n++;
	w->priced += isnan(cost) ? 0 : 1;
	w->timed += isnan(months) ? 0 : 1;
	w->low = fmin(w->low, cost);
	w->high = fmax(w->high, cost);
	w->months_low = fmin(w->months_low, months);
	w->months_high = fmax(w->months_high, months);
	all->b = mem_reserve(all->b, &all->cap, all->n + 1, sizeof *all->b);
	all->b[all->n++] = (struct brief){stmt_int(st, 0), (size_t)(w - out->award), cost, months};
}

static bool
read_briefs(const struct route_reading *in, struct routes *out, struct briefs *all, int64_t role,
    const char *query)
{
	struct stmt *st = db_query(in->db, query, in->e);
	int rc = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	while ((rc = stmt_step(st, in->e)) == 1)
		take_brief(in, out, all, st);
	stmt_reset(st);
	return rc == 0;
}

static int
by_award_and(double xv, double yv, const struct brief *x, const struct brief *y)
{
	if (x->award != y->award)
		return x->award < y->award ? -1 : 1;
	if (isnan(xv) != isnan(yv))
		return isnan(xv) ? 1 : -1;
	if (xv < yv || xv > yv)
		return xv < yv ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

static int
by_cost(const void *a, const void *b)
{
	const struct brief *x = a, *y = b;

	return by_award_and(x->cost, y->cost, x, y);
}

static int
by_months(const void *a, const void *b)
{
	const struct brief *x = a, *y = b;

	return by_award_and(x->months, y->months, x, y);
}

static bool
take_program(const struct route_reading *in, struct route_list *l, int64_t id)
{
	struct stmt *st = db_query(in->db, "route_program", in->e);
	int rc = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	rc = stmt_step(st, in->e);
	if (rc == 1) {
		l->r = mem_reserve(l->r, &l->cap, l->n + 1, sizeof *l->r);
		l->r[l->n++] = route_of_program(in, st);
	}
	stmt_reset(st);
	return rc >= 0;
}

static bool
is_taken(const int64_t *id, size_t n, int64_t of)
{
	for (size_t i = 0; i < n; i++)
		if (id[i] == of)
			return true;
	return false;
}

/* Adds the first `most` of each award, as they are sorted, to the ids. */
static size_t
choose(int64_t *id, size_t n, const struct briefs *all, size_t most)
{
	size_t place = 0;

	for (size_t i = 0; i < all->n; i++) {
		place = i > 0 && all->b[i].award == all->b[i - 1].award ? place + 1 : 0;
		if (place < most && !is_taken(id, n, all->b[i].id))
			id[n++] = all->b[i].id;
	}
	return n;
}

static bool
take_chosen(const struct route_reading *in, struct route_list *l, struct briefs *all)
{
	int64_t id[ROUTE_AWARDS * (CHEAPEST + 1)];
	size_t n = 0;
	bool ok = true;

	if (all->n == 0)
		return true;
	qsort(all->b, all->n, sizeof *all->b, by_cost);
	n = choose(id, n, all, CHEAPEST);
	qsort(all->b, all->n, sizeof *all->b, by_months);
	n = choose(id, n, all, 1);
	for (size_t i = 0; ok && i < n; i++)
		ok = take_program(in, l, id[i]);
	return ok;
}

/* Programs of the College Scorecard stand beside those of packs. */
static bool
read_colleges(const struct route_reading *in, struct routes *out, int64_t role)
{
	struct stmt *st = db_query(in->db, "occupation_awards", in->e);
	int rc = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	while ((rc = stmt_step(st, in->e)) == 1) {
		struct route_award *w = award_of(in, out, stmt_str(st, 0));

		out->programs += (size_t)stmt_int(st, 2);
		if (w != NULL)
			w->colleges += (size_t)stmt_int(st, 2);
	}
	stmt_reset(st);
	return rc == 0;
}

static int
by_award(const void *a, const void *b)
{
	const struct route_award *x = a, *y = b;
	size_t px = route_award_place(x->award), py = route_award_place(y->award);

	return px != py ? (px > py) - (px < py) : strcmp(x->award, y->award);
}

bool
route_read_programs(
    const struct route_reading *in, struct routes *out, struct route_list *l, int64_t role)
{
	struct briefs all = {0};
	bool ok;

	out->award = arena_alloc(in->a, ROUTE_AWARDS * sizeof *out->award);
	ok = read_briefs(in, out, &all, role, "route_programs")
	    && (all.n > 0 || read_briefs(in, out, &all, role, "route_programs_linked"))
	    && take_chosen(in, l, &all) && read_colleges(in, out, role);
	free(all.b);
	if (ok && out->naward > 1)
		qsort(out->award, out->naward, sizeof *out->award, by_award);
	return ok;
}

/* --- officially linked fields ---------------------------------------------------------------- */

bool
routes_studies(struct routes *out, struct db *db, int64_t role, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, "occupation_fields", e);
	int rc = -1;

	out->nstudy = 0;
	out->study = arena_alloc(a, ROUTE_STUDIES * sizeof *out->study);
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	while ((rc = stmt_step(st, e)) == 1 && out->nstudy < ROUTE_STUDIES)
		out->study[out->nstudy++] = (struct route_study){
		    .field = arena_dup(a, stmt_str(st, 0)),
		    .cip4 = stmt_int(st, 1),
		    .soc = arena_ndup(a, stmt_str(st, 3), strcspn(stmt_str(st, 3), ",")),
		    .programs = (size_t)stmt_int(st, 7),
		    .nearest = arena_dup(a, stmt_str(st, 9)),
		};
	stmt_reset(st);
	return rc >= 0;
}
