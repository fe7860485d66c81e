/* plans_rank.c - the best pairs of a million: a heap of as many as are wanted. */
#include "plans_parts.h"

#include "career/frame/parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *field;
	enum plans_value of;
} own_values[] = {
    {"payback", BY_PAYBACK},
    {"cost", BY_COST},
    {"months", BY_MONTHS},
    {"pay", BY_PAY},
    {"link", BY_LINK},
    {"entry", BY_ENTRY},
};

/* Of a field of the list of plans. A role is sorted by its place in the list of roles. */
static struct plans_key
key_of(const struct plans *p, int field)
{
	const struct list *l = list_plans(), *from = list_of_field(l, field);
	const char *name = l->fields[field].name;
	bool of_role = from == &list_roles;
	const struct frame *f = of_role ? p->roles : p->programs;
	int col;

	for (size_t i = 0; i < sizeof own_values / sizeof *own_values; i++)
		if (strcmp(own_values[i].field, name) == 0)
			return (struct plans_key){.of = own_values[i].of};
	if (strcmp(name, "role") == 0)
		return (struct plans_key){.of = BY_ROLE};
	col = frame_col(f->spec, name);
	return (struct plans_key){.of = of_role ? BY_ROLE : BY_PROGRAM,
	    .column = col >= 0 ? column_ready(&f->cols[col]) : NULL};
}

void
plans_rank_begin(struct plans_rank *r, const struct plans *p, size_t limit)
{
	r->plans = p;
	r->limit = limit;
	r->n = r->nkeys = 0;
	for (size_t i = 0; i < p->query.nsort && i < QUERY_MAX_SORT; i++) {
		r->key[r->nkeys] = key_of(p, p->query.sort[i].field);
		r->key[r->nkeys++].descending = p->query.sort[i].descending;
	}
	if (r->nkeys == 0)
		r->key[r->nkeys++] = (struct plans_key){.of = BY_BELOW};
	r->key[r->nkeys++] = (struct plans_key){.of = BY_PAYBACK};
	r->key[r->nkeys++] = (struct plans_key){.of = BY_COST};
}

/* A code of a text stands for it: codes are in collation order. */
static double
cell(const struct column *c, uint32_t row)
{
	if (c == NULL)
		return row;
	if (c->spec->kind == COL_NUM)
		return frame_is_missing(c->num[row]) ? (double)NAN : (double)c->num[row];
	return column_first(c, row) != 0 ? (double)column_first(c, row) : (double)NAN;
}

static double
value_of(const struct plans_rank *r, const struct plans_key *k, const struct plan *x)
{
	switch (k->of) {
	case BY_BELOW:
		return x->entry == ENTRY_BELOW;
	case BY_PAYBACK:
		return x->payback;
	case BY_COST:
		return x->cost;
	case BY_MONTHS:
		return x->months;
	case BY_PAY:
		return x->pay;
	case BY_LINK:
		return plans_link(r->plans, x)->official ? 0 : 1;
	case BY_ENTRY:
		return x->entry == ENTRY_UNKNOWN ? (double)NAN : (double)x->entry;
	case BY_PROGRAM:
		return cell(k->column, x->program);
	case BY_ROLE:
		return cell(k->column, x->role);
	}
	return 0;
}

/* Absent values, and "never", come last in both directions. */
static int
order_by(const struct plans_rank *r, const struct plans_key *k, const struct plan *a,
    const struct plan *b)
{
	double x = value_of(r, k, a), y = value_of(r, k, b);
	bool none_x = !isfinite(x), none_y = !isfinite(y);

	if (none_x || none_y)
		return none_x - none_y;
	if (x == y)
		return 0;
	return (x < y) != k->descending ? -1 : 1;
}

bool
plans_before(const struct plans_rank *r, const struct plan *a, const struct plan *b)
{
	for (size_t i = 0; i < r->nkeys; i++) {
		int order = order_by(r, &r->key[i], a, b);

		if (order != 0)
			return order < 0;
	}
	return a->role != b->role ? a->role < b->role : a->program < b->program;
}

/* Puts x into the hole at `at`, which goes down: a parent stands behind its children. */
static void
sink(struct plans_rank *r, size_t at, struct plan x)
{
	for (;;) {
		size_t child = 2 * at + 1;

		if (child + 1 < r->n && plans_before(r, &r->best[child], &r->best[child + 1]))
			child++;
		if (child >= r->n || !plans_before(r, &x, &r->best[child]))
			break;
		r->best[at] = r->best[child];
		at = child;
	}
	r->best[at] = x;
}

static void
rise(struct plans_rank *r, struct plan x)
{
	size_t at = r->n++;

	while (at > 0 && plans_before(r, &r->best[(at - 1) / 2], &x)) {
		r->best[at] = r->best[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	r->best[at] = x;
}

void
plans_rank_add(struct plans_rank *r, const struct plan *x)
{
	if (r->limit == 0)
		return;
	if (r->n == r->limit) {
		if (plans_before(r, x, &r->best[0]))
			sink(r, 0, *x);
		return;
	}
	r->best = mem_reserve(r->best, &r->cap, r->n + 1, sizeof *r->best);
	rise(r, *x);
}

void
plans_rank_end(struct plans_rank *r)
{
	size_t all = r->n;

	while (r->n > 1) {
		struct plan last = r->best[0];

		r->n--;
		sink(r, 0, r->best[r->n]);
		r->best[r->n] = last;
	}
	r->n = all;
}

/* As long as an award below what is asked for stands among the best, any other may drive it out. */
double
plans_rank_worst(const struct plans_rank *r)
{
	size_t first = r->key[0].of == BY_BELOW;
	bool other = r->key[first].of != BY_PAYBACK || r->key[first].descending;

	if (other || r->limit == 0 || r->n < r->limit
	    || (first == 1 && r->best[0].entry == ENTRY_BELOW))
		return (double)INFINITY;
	return r->best[0].payback;
}
