#include "career/model/rolecols.h"

#include "career/frame/patch.h"
#include "career/model/agree.h"
#include "career/model/rolefigs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PAY_LOW, PAY_HIGH, PAY_PUBLISHERS, GROWTH, NUMS };
enum { PAY_CURRENCY, PAY_BASIS, PAY_LEVEL, PAY_OPEN, TEXTS };

static const char *const num_names[NUMS] = {"pay_low", "pay_high", "pay_publishers", "growth"};
static const char *const text_names[TEXTS] = {
    "pay_currency", "pay_basis", "pay_level", "top_coded"};

/* What is computed, and from what. */
struct fill {
	struct frame *roles;
	struct rolefigs figs;
	const uint32_t *rows; /* that are filled, rising; NULL: all */
	size_t n;
	int32_t *num[NUMS];       /* per filled row */
	const char **text[TEXTS]; /* per filled row; words of the program or of `arena` */
	struct arena arena, scratch;
};

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
	struct figures figs = rolefigs_pay(&w->figs, role, &w->scratch);
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

static void
fill_growth(struct fill *w, size_t at, int64_t role)
{
	struct role_official yearly;

	if (rolefigs_growth(&w->figs, role, &yearly))
		w->num[GROWTH][at] = whole(10 * yearly.value);
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
	ok = rolefigs_load(&w->figs, db, src, &w->arena, e);
	if (ok) {
		fill_rows(w);
		fill_put(w);
	}
	rolefigs_free(&w->figs);
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
