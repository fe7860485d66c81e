#include "career/model/rolefigs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- reading ---------------------------------------------------------------------------------- */

static bool
links_load(struct role_links *l, struct db *db, const char *query, struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		l->p = mem_reserve(l->p, &l->cap, l->n + 1, sizeof *l->p);
		l->p[l->n++] = (struct role_link){stmt_int(st, 0), stmt_int(st, 1)};
	}
	return got == 0;
}

static bool
is_yearly(const struct figure *pay)
{
	return pay->per[0] == '\0' || strcmp(pay->per, "year") == 0;
}

static void
drop_other_periods(struct figures *pay)
{
	size_t n = 0;

	for (size_t i = 0; i < pay->n; i++)
		if (is_yearly(&pay->f[i]))
			pay->f[n++] = pay->f[i];
	pay->n = n;
}

bool
rolefigs_load(
    struct rolefigs *out, struct db *db, const struct sources *src, struct arena *a, struct err *e)
{
	memset(out, 0, sizeof *out);
	if (!figures_all(&out->pay, db, src, "pay", a, e))
		return false;
	drop_other_periods(&out->pay);
	return figures_all(&out->growth, db, src, "growth", a, e)
	    && links_load(&out->served, db, "roles_served", e)
	    && links_load(&out->nearest, db, "nearest_all", e);
}

bool
rolefigs_load_official(
    struct rolefigs *out, struct db *db, const struct sources *src, struct arena *a, struct err *e)
{
	memset(out, 0, sizeof *out);
	return figures_wages(&out->pay, db, src, a, e)
	    && figures_all(&out->growth, db, src, "growth", a, e)
	    && links_load(&out->nearest, db, "nearest_all", e);
}

void
rolefigs_free(struct rolefigs *f)
{
	free(f->served.p);
	free(f->nearest.p);
	memset(f, 0, sizeof *f);
}

/* --- of one role ------------------------------------------------------------------------------ */

/* First link of a role, or where it would stand. */
static size_t
links_at(const struct role_links *l, int64_t from)
{
	size_t lo = 0, hi = l->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (l->p[mid].from < from)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

struct figures
rolefigs_slice(const struct figures *all, int64_t role)
{
	struct figures out = {NULL, 0};
	size_t lo = 0, hi = all->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (all->f[mid].about_id < role)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == all->n) /* none, and maybe no array either */
		return out;
	out.f = all->f + lo;
	while (lo + out.n < all->n && all->f[lo + out.n].about_id == role)
		out.n++;
	return out;
}

static int
by_id(const void *a, const void *b)
{
	const struct figure *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

struct figures
rolefigs_pay(const struct rolefigs *f, int64_t role, struct arena *scratch)
{
	struct figures own = rolefigs_slice(&f->pay, role), out = own;
	size_t first = links_at(&f->served, role), total = own.n, at = own.n;

	for (size_t i = first; i < f->served.n && f->served.p[i].from == role; i++)
		total += rolefigs_slice(&f->pay, f->served.p[i].to).n;
	if (total == own.n)
		return own;
	out.f = arena_alloc(scratch, total * sizeof *out.f);
	out.n = total;
	if (own.n > 0)
		memcpy(out.f, own.f, own.n * sizeof *out.f);
	for (size_t i = first; i < f->served.n && f->served.p[i].from == role; i++) {
		struct figures lent = rolefigs_slice(&f->pay, f->served.p[i].to);

		for (size_t k = 0; k < lent.n; k++) {
			out.f[at] = lent.f[k];
			out.f[at++].borrowed = true;
		}
	}
	qsort(out.f, out.n, sizeof *out.f, by_id);
	return out;
}

/* --- official figures ------------------------------------------------------------------------- */

static bool
wage_of_all(const struct figure *f, double *out)
{
	double hi;

	return f->level == LEVEL_ALL && strcmp(f->unit, "USD") == 0 && is_yearly(f)
	    && figure_is_range(f) && figure_interval(f, out, &hi);
}

/* What one of a list's columns would say of it. */
typedef bool value_of(const struct figure *f, double *out);

/* The first one of those of a role. */
static bool
own_official(struct figures figs, value_of *value, struct role_official *out)
{
	for (size_t i = 0; i < figs.n; i++)
		if (figs.f[i].source->kind == SOURCE_OFFICIAL && !figs.f[i].card
		    && value(&figs.f[i], &out->value)) {
			out->figure = figs.f[i].id;
			out->near = 0;
			return true;
		}
	return false;
}

static int
by_value(const void *a, const void *b)
{
	const struct role_official *x = a, *y = b;

	if (x->value < y->value || x->value > y->value)
		return x->value < y->value ? -1 : 1;
	return (x->figure > y->figure) - (x->figure < y->figure);
}

/* The middle one of those of nearest occupations. */
static bool
middle(struct role_official *v, size_t n, struct role_official *out)
{
	if (n == 0)
		return false;
	qsort(v, n, sizeof *v, by_value);
	*out = (struct role_official){
	    (v[(n - 1) / 2].value + v[n / 2].value) / 2, v[(n - 1) / 2].figure, n};
	return true;
}

static bool
official(const struct rolefigs *f, const struct figures *all, int64_t role, value_of *value,
    struct role_official *out)
{
	size_t first = links_at(&f->nearest, role), end = first, n = 0;
	struct role_official *v;
	bool ok;

	if (own_official(rolefigs_slice(all, role), value, out))
		return true;
	while (end < f->nearest.n && f->nearest.p[end].from == role)
		end++;
	v = mem_alloc((end - first + 1) * sizeof *v);
	for (size_t i = first; i < end; i++)
		n += own_official(rolefigs_slice(all, f->nearest.p[i].to), value, &v[n]);
	ok = middle(v, n, out);
	free(v);
	return ok;
}

bool
rolefigs_growth(const struct rolefigs *f, int64_t role, struct role_official *out)
{
	return official(f, &f->growth, role, growth_yearly, out);
}

bool
rolefigs_wage(const struct rolefigs *f, int64_t role, struct role_official *out)
{
	return official(f, &f->pay, role, wage_of_all, out);
}

/* --- one by one ------------------------------------------------------------------------------- */

struct asked {
	struct db *db;
	const struct sources *src;
	int64_t role;
	struct arena *a;
	struct err *e;
};

static void
take_near(struct figures near, value_of *value, struct role_official *out, struct arena *a)
{
	struct role_official *v = arena_alloc(a, (near.n + 1) * sizeof *v);
	size_t n = 0;

	while (near.n > 0) {
		struct figures one = {near.f, 1};

		while (one.n < near.n && near.f[one.n].about_id == near.f->about_id)
			one.n++;
		n += own_official(one, value, &v[n]);
		near.f += one.n;
		near.n -= one.n;
	}
	middle(v, n, out);
}

/* What is said of the specializations that serve it is no official figure of its own. */
static struct figures
unborrowed(struct figures figs)
{
	size_t n = 0;

	for (size_t i = 0; i < figs.n; i++)
		if (!figs.f[i].borrowed)
			figs.f[n++] = figs.f[i];
	figs.n = n;
	return figs;
}

static bool
official_of(struct role_official *out, const struct asked *q, const char *measure, value_of *value)
{
	struct figures figs;

	*out = (struct role_official){NAN, 0, 0};
	if (!figures_of_role(&figs, q->db, q->src, q->role, measure, q->a, q->e))
		return false;
	if (own_official(unborrowed(figs), value, out))
		return true;
	if (!figures_nearest(&figs, q->db, q->src, q->role, measure, q->a, q->e))
		return false;
	take_near(figs, value, out, q->a);
	return true;
}

bool
rolefigs_one_growth(struct role_official *out, struct db *db, const struct sources *src,
    int64_t role, struct arena *a, struct err *e)
{
	struct asked q = {db, src, role, a, e};

	return official_of(out, &q, "growth", growth_yearly);
}

bool
rolefigs_one_wage(struct role_official *out, struct db *db, const struct sources *src, int64_t role,
    struct arena *a, struct err *e)
{
	struct asked q = {db, src, role, a, e};

	return official_of(out, &q, "pay", wage_of_all);
}

bool
rolefigs_one_pay(struct figures *out, struct db *db, const struct sources *src, int64_t role,
    struct arena *a, struct err *e)
{
	if (!figures_of_role(out, db, src, role, "pay", a, e))
		return false;
	drop_other_periods(out);
	return true;
}
