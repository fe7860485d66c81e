/*
 * interest_fit.c - one's interests beside those of occupations: the correlation, and which answers moved it.
 */
#include "career/model/interest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- one pair -------------------------------------------------------------------------------- */

/* r with one answer put at `instead`. */
static double
r_instead(const struct interests *of, size_t item, double instead, const double *value)
{
	double score[INTEREST_KINDS];
	double sum = 0;
	int kind = of->kind[item], n = 0;

	for (size_t i = 0; i < INTEREST_ITEMS; i++)
		if (of->kind[i] == kind && of->answer[i] > 0) {
			sum += i == item ? instead : of->answer[i];
			n++;
		}
	memcpy(score, of->score, sizeof score);
	score[kind] = sum / n;
	return interest_pearson(score, value, INTEREST_KINDS);
}

/* Below this nobody would see it in a figure of two digits. */
static const double LEAST_MOVE = 0.005;

static void
find_moved(struct interest_fit *f, const struct interests *of)
{
	double by[INTEREST_MOVED] = {0}, mean = 0;

	for (size_t i = 0; i < INTEREST_ITEMS; i++)
		mean += of->answer[i] / (double)of->answered;
	for (size_t i = 0; i < INTEREST_ITEMS; i++) {
		double move = of->answer[i] > 0 ? f->r - r_instead(of, i, mean, f->value) : 0;
		size_t at = f->nmoved;

		if (!(fabs(move) >= LEAST_MOVE))
			continue;
		while (at > 0 && fabs(move) > fabs(by[at - 1]) + 1e-9)
			at--;
		if (at == INTEREST_MOVED)
			continue;
		f->nmoved += f->nmoved < INTEREST_MOVED;
		for (size_t k = f->nmoved - 1; k > at; k--) {
			by[k] = by[k - 1];
			f->moved[k] = f->moved[k - 1];
			f->up[k] = f->up[k - 1];
		}
		by[at] = move;
		f->moved[at] = i;
		f->up[at] = move > 0;
	}
}

static void
judge(struct interest_fit *f, const struct interests *of)
{
	f->r = of->whole ? interest_pearson(of->score, f->value, INTEREST_KINDS) : NAN;
	if (!isnan(f->r))
		find_moved(f, of);
}

/* --- reading --------------------------------------------------------------------------------- */

struct loading {
	struct db *db;
	const struct sources *src;
	const struct interests *of;
	struct arena *a;
	struct err *e;
};

static struct interest_fit
nothing(int64_t role)
{
	struct interest_fit f = {
	    .role = role, .slug = "", .title = "", .code = "", .through = "", .r = NAN};

	f.low = f.high = NAN;
	for (int k = 0; k < INTEREST_KINDS; k++)
		f.value[k] = NAN;
	return f;
}

static void
take_value(struct interest_fit *f, const char *letter, double value)
{
	const char *at = *letter != '\0' ? strchr(interest_letters, *letter) : NULL;

	if (at != NULL)
		f->value[at - interest_letters] = value;
}

static bool
has_values(const struct interest_fit *f)
{
	for (int k = 0; k < INTEREST_KINDS; k++)
		if (isnan(f->value[k]))
			return false;
	return true;
}

/* The values of an occupation; none are no error. */
static bool
read_own(struct loading *l, int64_t occupation, struct interest_fit *f)
{
	struct stmt *st = db_query(l->db, "interest_of_role", l->e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, occupation);
	while ((step = stmt_step(st, l->e)) == 1) {
		take_value(f, stmt_str(st, 0), stmt_num(st, 1));
		f->source = sources_by_id(l->src, stmt_int(st, 2));
		if (f->code[0] == '\0')
			f->code = arena_dup(l->a, stmt_str(st, 3));
	}
	stmt_reset(st);
	return step == 0;
}

struct nearest {
	int64_t id;
	const char *title;
};

enum { NEAREST = 16 };

static bool
read_nearest(struct loading *l, int64_t role, struct nearest *out, size_t *n)
{
	struct stmt *st = db_query(l->db, "interest_through", l->e);
	int step = 0;

	*n = 0;
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	while (*n < NEAREST && (step = stmt_step(st, l->e)) == 1)
		out[(*n)++] = (struct nearest){stmt_int(st, 0), arena_dup(l->a, stmt_str(st, 1))};
	stmt_reset(st);
	return step >= 0;
}

/* The first of the nearest that has values lends them; the others make the band. */
static bool
read_through(struct loading *l, struct interest_fit *f)
{
	struct nearest near[NEAREST];
	size_t n;

	if (!read_nearest(l, f->role, near, &n))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct interest_fit one = nothing(near[i].id);

		if (!read_own(l, near[i].id, &one))
			return false;
		if (!has_values(&one))
			continue;
		if (f->nthrough++ == 0) {
			memcpy(f->value, one.value, sizeof f->value);
			f->code = one.code;
			f->source = one.source;
			f->through = near[i].title;
		}
		if (l->of->whole)
			one.r = interest_pearson(l->of->score, one.value, INTEREST_KINDS);
		f->low = fmin(f->low, one.r);
		f->high = fmax(f->high, one.r);
	}
	return true;
}

static bool
read_title(struct loading *l, struct interest_fit *f)
{
	struct stmt *st = db_query(l->db, "interest_role", l->e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, f->role);
	step = stmt_step(st, l->e);
	if (step == 1) {
		f->slug = arena_dup(l->a, stmt_str(st, 0));
		f->title = arena_dup(l->a, stmt_str(st, 1));
	}
	stmt_reset(st);
	if (step == 0)
		return err_set(l->e, ERR_NOTFOUND, "no role with row %lld", (long long)f->role);
	return step == 1;
}

bool
interest_fit_of(struct interest_fit *out, struct db *db, const struct sources *src,
    const struct interests *of, int64_t role, struct arena *a, struct err *e)
{
	struct loading l = {db, src, of, a, e};

	*out = nothing(role);
	if (!read_title(&l, out) || !read_own(&l, role, out))
		return false;
	if (!has_values(out) && !read_through(&l, out))
		return false;
	judge(out, of);
	return true;
}

/* --- all of them ----------------------------------------------------------------------------- */

static int
by_r(const void *a, const void *b)
{
	const struct interest_fit *x = a, *y = b;

	if (isnan(x->r) != isnan(y->r))
		return isnan(x->r) ? 1 : -1;
	if (x->r < y->r || x->r > y->r)
		return x->r > y->r ? -1 : 1;
	return strcmp(x->title, y->title);
}

struct growing {
	struct interest_fit *f;
	size_t n, cap;
};

static struct interest_fit *
grow(struct growing *g, int64_t role)
{
	g->f = mem_reserve(g->f, &g->cap, g->n + 1, sizeof *g->f);
	g->f[g->n] = nothing(role);
	return &g->f[g->n++];
}

static bool
all_occupations(struct loading *l, struct growing *g)
{
	struct stmt *st = db_query(l->db, "interest_occupations", l->e);
	int step = -1;

	while (st != NULL && (step = stmt_step(st, l->e)) == 1) {
		int64_t role = stmt_int(st, 0);

		if (g->n == 0 || g->f[g->n - 1].role != role) {
			struct interest_fit *f = grow(g, role);

			f->slug = arena_dup(l->a, stmt_str(st, 1));
			f->title = arena_dup(l->a, stmt_str(st, 2));
			f->code = arena_dup(l->a, stmt_str(st, 3));
			f->source = sources_by_id(l->src, stmt_int(st, 6));
		}
		take_value(&g->f[g->n - 1], stmt_str(st, 4), stmt_num(st, 5));
	}
	if (st != NULL)
		stmt_reset(st);
	for (size_t i = 0; i < g->n; i++)
		judge(&g->f[i], l->of);
	return step == 0;
}

static bool
all_roles(struct loading *l, struct growing *g)
{
	struct stmt *st = db_query(l->db, "interest_roles", l->e);
	bool ok = true;
	int step = -1;

	while (st != NULL && (step = stmt_step(st, l->e)) == 1)
		grow(g, stmt_int(st, 0));
	if (st != NULL)
		stmt_reset(st);
	for (size_t i = 0; ok && i < g->n; i++)
		ok = interest_fit_of(&g->f[i], l->db, l->src, l->of, g->f[i].role, l->a, l->e);
	return ok && step == 0;
}

bool
interest_any(struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "any_interest", e);
	int step = st != NULL ? stmt_step(st, e) : -1;
	bool any = step == 1 && stmt_int(st, 0) != 0;

	if (st != NULL)
		stmt_reset(st);
	if (step == 1 && !any)
		return err_set(e, ERR_NOTFOUND,
		    "no occupational interests in this catalog: `career get onet` imports them");
	return any;
}

bool
interest_fits(struct interest_fits *out, struct db *db, const struct sources *src,
    const struct interests *of, bool occupations, struct arena *a, struct err *e)
{
	struct loading l = {db, src, of, a, e};
	struct growing g = {NULL, 0, 0};
	bool ok = interest_any(db, e);

	*out = (struct interest_fits){NULL, 0};
	ok = ok && (occupations ? all_occupations(&l, &g) : all_roles(&l, &g));
	if (ok && g.n > 0) {
		qsort(g.f, g.n, sizeof *g.f, by_r);
		out->n = g.n;
		out->f = arena_alloc(a, g.n * sizeof *g.f);
		memcpy(out->f, g.f, g.n * sizeof *g.f);
	}
	free(g.f);
	return ok;
}
