#include "career/model/rolecols.h"

#include "career/frame/patch.h"
#include "career/model/agree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A relation between roles as pairs of ids, sorted by the first. */
struct links {
	struct link {
		int64_t from, to;
	} * p;
	size_t n, cap;
};

enum { PAY_LOW, PAY_HIGH, PAY_PUBLISHERS, GROWTH, NUMS };
enum { PAY_CURRENCY, PAY_BASIS, PAY_LEVEL, PAY_OPEN, TEXTS };

static const char *const num_names[NUMS] = {"pay_low", "pay_high", "pay_publishers", "growth"};
static const char *const text_names[TEXTS] = {
    "pay_currency", "pay_basis", "pay_level", "top_coded"};

/* What is computed, and from what. Figures are sorted by role. */
struct fill {
	struct frame *roles;
	struct figures pay, growth;
	struct links served;  /* role -> specialization that serves it */
	struct links nearest; /* role -> occupation */
	const uint32_t *rows; /* that are filled, rising; NULL: all */
	size_t n;
	int32_t *num[NUMS];       /* per filled row */
	const char **text[TEXTS]; /* per filled row; words of the program or of `arena` */
	struct arena arena, scratch;
};

static bool
links_load(struct links *l, struct db *db, const char *query, struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		l->p = mem_reserve(l->p, &l->cap, l->n + 1, sizeof *l->p);
		l->p[l->n++] = (struct link){stmt_int(st, 0), stmt_int(st, 1)};
	}
	return got == 0;
}

/* First link of a role, or where it would stand. */
static size_t
links_at(const struct links *l, int64_t from)
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

/* The figures of one role: a slice of those sorted by role. */
static struct figures
slice(const struct figures *all, int64_t role)
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

/* Its own figures and those of the specializations that serve it, as figures_of_role gives them. */
static struct figures
with_borrowed(struct fill *w, int64_t role)
{
	struct figures own = slice(&w->pay, role), out = own;
	size_t first = links_at(&w->served, role), total = own.n, at = own.n;

	for (size_t i = first; i < w->served.n && w->served.p[i].from == role; i++)
		total += slice(&w->pay, w->served.p[i].to).n;
	if (total == own.n)
		return own;
	out.f = arena_alloc(&w->scratch, total * sizeof *out.f);
	out.n = total;
	if (own.n > 0)
		memcpy(out.f, own.f, own.n * sizeof *out.f);
	for (size_t i = first; i < w->served.n && w->served.p[i].from == role; i++) {
		struct figures lent = slice(&w->pay, w->served.p[i].to);

		for (size_t k = 0; k < lent.n; k++) {
			out.f[at] = lent.f[k];
			out.f[at++].borrowed = true;
		}
	}
	qsort(out.f, out.n, sizeof *out.f, by_id);
	return out;
}

static int32_t
whole(double v)
{
	if (!(v > -2e9) || !(v < 2e9))
		return FRAME_MISSING + MISSING_NOT_STATED;
	return (int32_t)lround(v);
}

static void
fill_pay(struct fill *w, size_t at, int64_t role)
{
	struct figures figs = with_borrowed(w, role);
	struct pay_answer ans;

	if (!agree_answer(&figs, &ans, &w->scratch))
		return;
	if (ans.publishers < 2 && ans.of > 1) {
		/* Several speak and no two meet: no one of them is the answer. */
		w->num[PAY_PUBLISHERS][at] = 0;
		return;
	}
	w->num[PAY_LOW][at] = whole(ans.low);
	/* "500K+" has no upper end. */
	if (!ans.open_high || ans.low < ans.high)
		w->num[PAY_HIGH][at] = whole(ans.high);
	w->num[PAY_PUBLISHERS][at] = (int32_t)ans.publishers;
	w->text[PAY_CURRENCY][at] = arena_dup(&w->arena, ans.currency);
	w->text[PAY_BASIS][at] = basis_word(ans.basis);
	w->text[PAY_LEVEL][at] = level_word(ans.level);
	w->text[PAY_OPEN][at] = ans.top_coded ? "yes" : NULL;
}

/* The first official projection of a role in % a year. */
static bool
official_growth(const struct fill *w, int64_t role, double *out)
{
	struct figures figs = slice(&w->growth, role);

	for (size_t i = 0; i < figs.n; i++)
		if (figs.f[i].source->kind == SOURCE_OFFICIAL && !figs.f[i].card
		    && growth_yearly(&figs.f[i], out))
			return true;
	return false;
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static bool
nearest_growth(struct fill *w, int64_t role, double *out)
{
	size_t first = links_at(&w->nearest, role), end = first, n = 0;
	double *v;

	while (end < w->nearest.n && w->nearest.p[end].from == role)
		end++;
	v = arena_alloc(&w->scratch, (end - first + 1) * sizeof *v);
	for (size_t i = first; i < end; i++)
		n += official_growth(w, w->nearest.p[i].to, &v[n]);
	if (n == 0)
		return false;
	qsort(v, n, sizeof *v, by_value);
	*out = (v[(n - 1) / 2] + v[n / 2]) / 2;
	return true;
}

static void
fill_growth(struct fill *w, size_t at, int64_t role)
{
	double yearly;

	if (official_growth(w, role, &yearly) || nearest_growth(w, role, &yearly))
		w->num[GROWTH][at] = whole(10 * yearly);
}

/* The columns are of pay a year. */
static void
drop_other_periods(struct figures *pay)
{
	size_t n = 0;

	for (size_t i = 0; i < pay->n; i++)
		if (pay->f[i].per[0] == '\0' || strcmp(pay->f[i].per, "year") == 0)
			pay->f[n++] = pay->f[i];
	pay->n = n;
}

static bool
fill_load(struct fill *w, struct db *db, const struct sources *src, struct err *e)
{
	if (!figures_all(&w->pay, db, src, "pay", &w->arena, e))
		return false;
	drop_other_periods(&w->pay);
	return figures_all(&w->growth, db, src, "growth", &w->arena, e)
	    && links_load(&w->served, db, "roles_served", e)
	    && links_load(&w->nearest, db, "nearest_all", e);
}

static void
fill_rows(struct fill *w)
{
	for (size_t k = 0; k < NUMS; k++) {
		w->num[k] = arena_alloc(&w->arena, (w->n + 1) * sizeof **w->num);
		for (size_t i = 0; i < w->n; i++)
			w->num[k][i] = FRAME_MISSING + MISSING_NOT_STATED;
	}
	for (size_t k = 0; k < TEXTS; k++)
		w->text[k] = arena_alloc(&w->arena, (w->n + 1) * sizeof **w->text);
	for (size_t i = 0; i < w->n; i++) {
		int64_t role = w->roles->id[w->rows != NULL ? w->rows[i] : i];

		arena_reset(&w->scratch);
		fill_pay(w, i, role);
		fill_growth(w, i, role);
	}
}

static void
fill_put(struct fill *w)
{
	for (size_t k = 0; k < NUMS; k++) {
		int col = frame_col(w->roles->spec, num_names[k]);

		if (col >= 0 && w->rows != NULL)
			patch_nums(w->roles, col, w->rows, w->n, w->num[k]);
		else if (col >= 0)
			frame_put_num(w->roles, col, w->num[k]);
	}
	for (size_t k = 0; k < TEXTS; k++) {
		int col = frame_col(w->roles->spec, text_names[k]);

		if (col >= 0 && w->rows != NULL)
			patch_texts(w->roles, col, w->rows, w->n, w->text[k]);
		else if (col >= 0)
			frame_put_text(w->roles, col, w->text[k]);
	}
}

static bool
fill_all(struct fill *w, struct db *db, const struct sources *src, struct err *e)
{
	bool ok;

	arena_init(&w->arena);
	arena_init(&w->scratch);
	ok = fill_load(w, db, src, e);
	if (ok) {
		fill_rows(w);
		fill_put(w);
	}
	free(w->served.p);
	free(w->nearest.p);
	arena_free(&w->scratch);
	arena_free(&w->arena);
	return ok;
}

bool
rolecols_fill(struct frame *roles, struct db *db, const struct sources *src, struct err *e)
{
	struct fill w = {.roles = roles, .n = roles->rows};

	return fill_all(&w, db, src, e);
}

bool
rolecols_renew(struct frame *roles, struct db *db, const struct sources *src, struct err *e)
{
	uint32_t *rows;
	struct fill w = {.roles = roles};
	bool ok = frame_touched(roles, db, &rows, &w.n, e);

	w.rows = rows;
	ok = ok && (w.n == 0 || fill_all(&w, db, src, e));
	free(rows);
	return ok;
}

/* Code of the pack that imported sets stand under, 0: none does. */
static uint32_t
code_of_sets(const struct frame *roles, int *col)
{
	const struct dict *d;

	*col = frame_col(roles->spec, "pack");
	d = *col >= 0 ? &roles->cols[*col].dict : NULL;
	for (uint32_t code = 1; d != NULL && code < d->n; code++)
		if (strcmp(dict_text(d, code), ROLES_OF_SETS) == 0)
			return code;
	return 0;
}

bool
rolecols_has_sets(const struct frame *roles)
{
	int col;

	return code_of_sets(roles, &col) != 0;
}

uint32_t
rolecols_of_sets(const struct frame *roles, const uint32_t *rows, uint32_t n)
{
	int col;
	uint32_t code = code_of_sets(roles, &col), count = 0;

	for (uint32_t i = 0; code != 0 && i < (rows != NULL ? n : roles->rows); i++)
		count += column_code(&roles->cols[col], rows != NULL ? rows[i] : i) == code
		    && (rows != NULL || !frame_is_gone(roles, i));
	return count;
}

static const char *
cell(const struct frame *roles, const char *name, uint32_t row)
{
	int col = frame_col(roles->spec, name);

	return col >= 0 ? frame_text(roles, col, row) : "";
}

bool
rolecols_own_growth(const struct frame *roles, uint32_t row)
{
	int openings = frame_col(roles->spec, "openings");

	return strcmp(cell(roles, "kind", row), "occupation") == 0
	    && (strcmp(cell(roles, "pack", row), ROLES_OF_SETS) != 0
		|| (openings >= 0 && !frame_is_missing(frame_num(roles, openings, row))));
}
