/*
 * rank_read.c - what roles are ranked by, read for all of them at once: which they are, pay and growth.
 */
#include "rank_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct rank_value
rank_unknown(const char *why_not)
{
	return (struct rank_value){
	    .v = NAN, .why_not = why_not, .source = "", .fact = "", .program = ""};
}

struct rank_value
rank_known(double v)
{
	struct rank_value out = rank_unknown("");

	out.v = v;
	return out;
}

struct ranked *
rank_find(const struct rank_reading *q, int64_t role)
{
	size_t lo = 0, hi = q->out->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (q->out->r[mid].role < role)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < q->out->n && q->out->r[lo].role == role ? &q->out->r[lo] : NULL;
}

/* --- which roles ------------------------------------------------------------------------------ */

static void
take_role(struct rank_reading *q, struct stmt *st, size_t *cap)
{
	struct ranking *k = q->out;

	k->r = mem_reserve(k->r, cap, k->n + 1, sizeof *k->r);
	k->r[k->n] = (struct ranked){.role = stmt_int(st, 0),
	    .slug = arena_dup(q->a, stmt_str(st, 1)),
	    .title = arena_dup(q->a, stmt_str(st, 2)),
	    .thin = true};
	for (size_t p = 0; p < RANK_PARTS; p++)
		k->r[k->n].of[p] = rank_unknown("nobody says");
	k->n++;
}

static bool
read_asked_roles(struct rank_reading *q, const struct rank_ask *ask, size_t *cap)
{
	for (size_t i = 0; i < ask->n; i++) {
		struct stmt *st = db_query(q->db, "rank_role", q->e);
		int step;

		if (st == NULL)
			return false;
		stmt_bind_int(st, 1, ask->roles[i]);
		step = stmt_step(st, q->e);
		if (step == 1)
			take_role(q, st, cap);
		stmt_reset(st);
		if (step < 0)
			return false;
	}
	return true;
}

static bool
read_all_roles(struct rank_reading *q, bool occupations, size_t *cap)
{
	struct stmt *st = db_query(q->db, "rank_roles", q->e);
	int step = -1;

	if (st != NULL)
		stmt_bind_int(st, 1, occupations);
	while (st != NULL && (step = stmt_step(st, q->e)) == 1)
		take_role(q, st, cap);
	return step == 0;
}

static int
by_role(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	return (x->role > y->role) - (x->role < y->role);
}

/* The list moves into the arena, each role once, by their rows. */
static bool
read_roles(struct rank_reading *q, const struct rank_ask *ask)
{
	struct ranking *k = q->out;
	struct ranked *read;
	size_t cap = 0, n = 0;
	bool ok = ask->roles != NULL ? read_asked_roles(q, ask, &cap)
				     : read_all_roles(q, ask->occupations, &cap);

	read = k->r;
	k->r = arena_alloc(q->a, (k->n + 1) * sizeof *k->r);
	if (k->n > 0) {
		qsort(read, k->n, sizeof *read, by_role);
		for (size_t i = 0; i < k->n; i++)
			if (i == 0 || read[i].role != read[i - 1].role)
				k->r[n++] = read[i];
	}
	k->n = n;
	free(read);
	return ok;
}

struct listed {
	struct db *db;
	int64_t *role;
	size_t n, cap;
	struct err *e;
	bool failed;
};

static void
take_item(void *ctx, const struct kept_item *i)
{
	struct listed *l = ctx;
	struct stmt *st;
	int step;

	if (strcmp(i->list, "roles") != 0 || l->failed)
		return;
	st = db_query(l->db, "rank_slug", l->e);
	l->failed = st == NULL;
	if (l->failed)
		return;
	stmt_bind_text(st, 1, i->key);
	step = stmt_step(st, l->e);
	if (step == 1) {
		l->role = mem_reserve(l->role, &l->cap, l->n + 1, sizeof *l->role);
		l->role[l->n++] = stmt_int(st, 0);
	}
	l->failed = step < 0;
	stmt_reset(st);
}

bool
rank_shortlisted(
    int64_t **roles, size_t *n, struct db *db, struct profile *p, struct arena *a, struct err *e)
{
	struct listed l = {.db = db, .e = e};
	bool ok = p == NULL || profile_items(p, take_item, &l, e);

	*n = l.n;
	*roles = arena_alloc(a, (l.n + 1) * sizeof **roles);
	if (l.n > 0)
		memcpy(*roles, l.role, l.n * sizeof **roles);
	free(l.role);
	return ok && !l.failed;
}

/* --- pay and growth --------------------------------------------------------------------------- */

static void
take_official(struct rank_value *v, const struct role_official *of, const char *why_not)
{
	*v = isnan(of->value) ? rank_unknown(why_not) : rank_known(of->value);
	v->figure = of->figure;
	v->near = of->near;
}

static void
take_growth(struct ranked *r, const struct role_official *of)
{
	take_official(&r->of[PART_GROWTH], of, "no official projection");
}

static void
take_wage(struct ranked *r, const struct role_official *of)
{
	take_official(&r->of[PART_PAY], of, "no official figure, nor of a nearest occupation");
}

static void
take_pay(const struct rank_reading *q, struct ranked *r, const struct figures *pay,
    struct arena *scratch)
{
	const struct figure *single;

	if (!agree_answer_at(pay, q->out->level, &r->pay, &single, scratch)) {
		r->of[PART_PAY] =
		    rank_unknown(r->pay.of > 1 ? "no two publishers meet"
					       : "no source states it for this level");
		return;
	}
	/* Its currency is dollars; what is here is of the scratch. */
	r->pay.currency = "USD";
	if (isnan(r->pay.low)) {
		r->of[PART_PAY] = rank_unknown("only an upper end is stated");
		return;
	}
	r->of[PART_PAY] = rank_known(r->pay.low);
	r->of[PART_PAY].figure = single != NULL ? single->id : 0;
}

static bool
one_by_one(const struct rank_reading *q, struct ranked *r, struct arena *scratch)
{
	struct role_official of;
	struct figures pay;

	if (!rolefigs_one_growth(&of, q->db, q->src, r->role, scratch, q->e))
		return false;
	take_growth(r, &of);
	if (q->out->level == LEVEL_ALL) {
		if (!rolefigs_one_wage(&of, q->db, q->src, r->role, scratch, q->e))
			return false;
		take_wage(r, &of);
		return true;
	}
	if (!rolefigs_one_pay(&pay, q->db, q->src, r->role, scratch, q->e))
		return false;
	take_pay(q, r, &pay, scratch);
	return true;
}

static void
of_all(const struct rank_reading *q, struct ranked *r, const struct rolefigs *figs,
    struct arena *scratch)
{
	struct role_official of = {NAN, 0, 0};
	struct figures pay;

	rolefigs_growth(figs, r->role, &of);
	take_growth(r, &of);
	of = (struct role_official){NAN, 0, 0};
	if (q->out->level == LEVEL_ALL) {
		rolefigs_wage(figs, r->role, &of);
		take_wage(r, &of);
		return;
	}
	pay = rolefigs_pay(figs, r->role, scratch);
	take_pay(q, r, &pay, scratch);
}

static bool
read_figures(struct rank_reading *q)
{
	bool all = q->out->n > RANK_ONE_BY_ONE, ok = true;
	struct arena figures, scratch;
	struct rolefigs figs = {.pay = {NULL, 0}};

	arena_init(&figures);
	arena_init(&scratch);
	if (all)
		ok = (q->out->level == LEVEL_ALL ? rolefigs_load_official : rolefigs_load)(
		    &figs, q->db, q->src, &figures, q->e);
	for (size_t i = 0; ok && i < q->out->n; i++) {
		arena_reset(&scratch);
		if (all)
			of_all(q, &q->out->r[i], &figs, &scratch);
		else
			ok = one_by_one(q, &q->out->r[i], &scratch);
	}
	rolefigs_free(&figs);
	arena_free(&scratch);
	arena_free(&figures);
	return ok;
}

/* --- all of it -------------------------------------------------------------------------------- */

bool
rank_load(struct ranking *out, struct db *db, const struct sources *src, struct profile *p,
    const struct rank_ask *ask, struct arena *a, struct err *e)
{
	struct rank_reading q = {.out = out, .db = db, .src = src, .a = a, .e = e};

	*out = (struct ranking){.level = ask->level};
	if (out->level == LEVEL_UNSTATED)
		out->level = ask->occupations ? LEVEL_ALL : LEVEL_ENTRY;
	if (!read_roles(&q, ask) || !read_figures(&q) || !rank_read_fit(&q, p)
	    || !rank_read_programs(&q) || !rank_read_interests(&q, p))
		return false;
	rank_parts(out);
	rank_weigh(out, &ask->weights);
	return true;
}
