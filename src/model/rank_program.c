/*
 * rank_program.c - price and length of the cheapest and the shortest program that leads to each role and is at least the
 * degree that sources ask for.
 */
#include "plans_parts.h"
#include "rank_parts.h"

#include "career/model/price.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct program {
	int64_t id, cost_fact, months_fact;
	const char *key;
	int award;           /* plans_rank_of_award() */
	double cost, months; /* NAN: not stated; of cost in US dollars */
};

/* Programs of one field of study, as they stand. */
struct study {
	const char *name;
	size_t from, n;
};

struct programs {
	struct rank_reading *q;
	struct program *p;
	struct study *f;
	size_t n, cap, nf, fcap;
	struct best {
		int asked; /* degree; 0: none is */
		bool near; /* of nearest occupations */
		const struct program *cheapest, *shortest;
	} * best; /* of the roles, as they stand */
};

/* --- programs --------------------------------------------------------------------------------- */

static double
number(struct stmt *st, int col)
{
	return stmt_null(st, col) ? (double)NAN : stmt_num(st, col);
}

static void
take_program(struct programs *x, struct stmt *st)
{
	struct price_said said = {.award = stmt_text(st, 3),
	    .mode = stmt_text(st, 4),
	    .cost = number(st, 5),
	    .basis = stmt_text(st, 6),
	    .currency = stmt_text(st, 7),
	    .months = number(st, 8),
	    .tuition_in = NAN,
	    .tuition_out = NAN};
	const char *field = stmt_str(st, 2);
	struct price price;

	price_read(&price, &said, NULL);
	if (x->nf == 0 || strcmp(x->f[x->nf - 1].name, field) != 0) {
		x->f = mem_reserve(x->f, &x->fcap, x->nf + 1, sizeof *x->f);
		x->f[x->nf++] = (struct study){arena_dup(x->q->a, field), x->n, 0};
	}
	x->f[x->nf - 1].n++;
	x->p = mem_reserve(x->p, &x->cap, x->n + 1, sizeof *x->p);
	x->p[x->n++] = (struct program){.id = stmt_int(st, 0),
	    .key = arena_dup(x->q->a, stmt_str(st, 1)),
	    .award = plans_rank_of_award(said.award),
	    .cost = (price.assumed & PRICE_FOREIGN) != 0 ? (double)NAN : price.total,
	    .months = said.months,
	    .cost_fact = stmt_int(st, 9),
	    .months_fact = stmt_int(st, 10)};
}

static bool
read_programs(struct programs *x)
{
	struct stmt *st = db_query(x->q->db, "rank_programs", x->q->e);
	int step = -1;

	while (st != NULL && (step = stmt_step(st, x->q->e)) == 1)
		take_program(x, st);
	return step == 0;
}

/* --- which degree ----------------------------------------------------------------------------- */

struct asked {
	int64_t role;
	int degree;
};

static int
by_role(const void *a, const void *b)
{
	const struct asked *x = a, *y = b;

	return (x->role > y->role) - (x->role < y->role);
}

/* What is asked of the nearest occupations stands in for what nobody asks of the role: the least of it. */
static bool
ask_nearest(struct programs *x, const struct asked *all, size_t n)
{
	struct stmt *st = db_query(x->q->db, "nearest_all", x->q->e);
	int step = -1;

	while (st != NULL && (step = stmt_step(st, x->q->e)) == 1) {
		const struct ranked *r = rank_find(x->q, stmt_int(st, 0));
		struct asked key = {stmt_int(st, 1), 0};
		const struct asked *of = n > 0 ? bsearch(&key, all, n, sizeof *all, by_role) : NULL;
		struct best *b = r != NULL ? &x->best[r - x->q->out->r] : NULL;

		if (b == NULL || of == NULL || (b->asked != 0 && !b->near))
			continue;
		if (!b->near || of->degree < b->asked)
			b->asked = of->degree;
		b->near = true;
	}
	return step == 0;
}

static bool
read_asked(struct programs *x)
{
	struct stmt *st = db_query(x->q->db, "rank_asked", x->q->e);
	struct asked *all = NULL;
	size_t n = 0, cap = 0;
	int step = -1;
	bool ok;

	while (st != NULL && (step = stmt_step(st, x->q->e)) == 1) {
		const struct ranked *r = rank_find(x->q, stmt_int(st, 0));

		all = mem_reserve(all, &cap, n + 1, sizeof *all);
		all[n] = (struct asked){stmt_int(st, 0), (int)stmt_int(st, 1)};
		if (r != NULL)
			x->best[r - x->q->out->r].asked = all[n].degree;
		n++;
	}
	ok = step == 0 && ask_nearest(x, all, n);
	free(all);
	return ok;
}

/* --- the best of each role -------------------------------------------------------------------- */

static const struct study *
find_field(const struct programs *x, const char *name)
{
	size_t lo = 0, hi = x->nf;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (strcmp(x->f[mid].name, name) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < x->nf && strcmp(x->f[lo].name, name) == 0 ? &x->f[lo] : NULL;
}

static void
weigh_program(struct best *b, const struct program *p)
{
	if (p->award < b->asked)
		return;
	if (!isnan(p->cost) && (b->cheapest == NULL || p->cost < b->cheapest->cost))
		b->cheapest = p;
	if (!isnan(p->months) && (b->shortest == NULL || p->months < b->shortest->months))
		b->shortest = p;
}

static bool
read_fields(struct programs *x)
{
	struct stmt *st = db_query(x->q->db, "rank_fields", x->q->e);
	int step = -1;

	while (st != NULL && (step = stmt_step(st, x->q->e)) == 1) {
		const struct ranked *r = rank_find(x->q, stmt_int(st, 0));
		const struct study *f = r != NULL ? find_field(x, stmt_str(st, 1)) : NULL;

		for (size_t i = 0; f != NULL && i < f->n; i++)
			weigh_program(&x->best[r - x->q->out->r], &x->p[f->from + i]);
	}
	return step == 0;
}

static void
put(struct programs *x, struct rank_value *out, double v, const struct program *p, int64_t fact)
{
	*out = rank_known(v);
	out->program = arena_dup(x->q->a, p->key);
	out->fact = fact != 0 ? arena_printf(x->q->a, "program_fact:%lld", (long long)fact) : "";
}

static const char *
degree_words(int asked)
{
	static const char *const words[] = {
	    [4] = "no relevant program of at least an associate's degree states it",
	    [5] = "no relevant program of at least a bachelor's degree states it",
	    [6] = "no relevant program of at least a master's degree states it",
	    [7] = "no relevant doctorate states it"};

	return asked >= 4 && asked <= 7 ? words[asked] : "no relevant program states it";
}

static void
settle(struct programs *x)
{
	struct ranking *k = x->q->out;

	for (size_t i = 0; i < k->n; i++) {
		const struct best *b = &x->best[i];
		struct rank_value *cost = &k->r[i].of[PART_COST], *time = &k->r[i].of[PART_TIME];

		*cost = *time = rank_unknown(degree_words(b->asked));
		if (b->cheapest != NULL)
			put(x, cost, b->cheapest->cost, b->cheapest, b->cheapest->cost_fact);
		if (b->shortest != NULL)
			put(x, time, b->shortest->months, b->shortest, b->shortest->months_fact);
		k->r[i].degree = b->asked;
		k->r[i].degree_near = b->near;
	}
}

bool
rank_read_programs(struct rank_reading *q)
{
	struct programs x = {.q = q};
	bool ok;

	x.best = mem_zero(q->out->n + 1, sizeof *x.best);
	ok = read_programs(&x) && read_asked(&x) && read_fields(&x);
	if (ok)
		settle(&x);
	free(x.p);
	free(x.f);
	free(x.best);
	return ok;
}
