/* renew.c - rows of a list read again while sources are off. */
#include "career/frame/patch.h"

#include "career/base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { SPAN_MAX = 1 << 28 }; /* ids that a set of bits is made for */

/* Ids in rising order. */
struct ids {
	int64_t *id;
	size_t n, cap;
	struct bitset has; /* by id - id[0]; bits 0 when they lie too far apart */
	uint32_t *before;  /* by word of `has`: how many ids there are below it */
};

static void
ids_free(struct ids *s)
{
	free(s->id);
	free(s->before);
	bitset_free(&s->has);
}

static void
ids_add(struct ids *s, int64_t id)
{
	s->id = mem_reserve(s->id, &s->cap, s->n + 1, sizeof *s->id);
	s->id[s->n++] = id;
}

static void
ids_close(struct ids *s)
{
	int64_t span = s->n > 0 ? s->id[s->n - 1] - s->id[0] + 1 : 0;
	uint32_t count = 0;
	size_t i;

	if (s->n == 0 || span > SPAN_MAX)
		return;
	bitset_init(&s->has, (size_t)span);
	for (i = 0; i < s->n; i++)
		bitset_set(&s->has, (size_t)(s->id[i] - s->id[0]));
	s->before = mem_alloc(((size_t)span / 64 + 1) * sizeof *s->before);
	for (i = 0; i < ((size_t)span + 63) / 64; i++) {
		s->before[i] = count;
		count += (uint32_t)__builtin_popcountll(s->has.w[i]);
	}
}

/* Index of an id that is among them. */
static size_t
ids_rank(const struct ids *s, int64_t id)
{
	size_t at = (size_t)(id - s->id[0]);
	uint64_t below = s->has.w[at / 64] & (((uint64_t)1 << at % 64) - 1);

	return s->before[at / 64] + (size_t)__builtin_popcountll(below);
}

/* Index of an id, SIZE_MAX when it is none of them. */
static size_t
ids_find(const struct ids *s, int64_t id)
{
	size_t lo = 0, hi = s->n;

	if (s->n == 0 || id < s->id[0] || id > s->id[s->n - 1]
	    || (s->has.bits > 0 && !bitset_has(&s->has, (size_t)(id - s->id[0]))))
		return SIZE_MAX;
	if (s->has.bits > 0)
		return ids_rank(s, id);
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (s->id[mid] < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < s->n && s->id[lo] == id ? lo : SIZE_MAX;
}

static bool
ids_load(struct ids *s, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "touched_ids", e);
	int got = -1;

	while (st && (got = stmt_step(st, e)) == 1)
		ids_add(s, stmt_int(st, 0));
	ids_close(s);
	return got == 0;
}

/* Which rows have one of the ids. */
static size_t
rows_of(const struct frame *f, const struct ids *s, uint32_t **rows)
{
	size_t cap = 0, n = 0;
	uint32_t i;

	*rows = NULL;
	for (i = 0; i < f->rows && n < s->n; i++)
		if (ids_find(s, f->id[i]) != SIZE_MAX) {
			*rows = mem_reserve(*rows, &cap, n + 1, sizeof **rows);
			(*rows)[n++] = i;
		}
	return n;
}

bool
frame_touched(const struct frame *f, struct db *db, uint32_t **rows, size_t *n, struct err *e)
{
	struct ids s = {.n = 0};
	bool ok = ids_load(&s, db, e);

	*rows = NULL;
	*n = ok ? rows_of(f, &s, rows) : 0;
	ids_free(&s);
	return ok;
}

/* --- renewing -------------------------------------------------------------------------------- */

/* What the view says now of the touched rows that it still has. */
struct renewal {
	struct frame *f;
	int *cols;
	size_t ncols;
	struct colmake *made; /* by column; rows in the order of `found` */
	struct ids found;
};

static void
renewal_add(struct renewal *r, int col)
{
	if (col < 0)
		return;
	colmake_init(&r->made[r->ncols], &r->f->spec->cols[col]);
	r->cols[r->ncols++] = col;
}

static void
renewal_init(struct renewal *r, struct frame *f, const char *const *columns)
{
	size_t i;

	memset(r, 0, sizeof *r);
	r->f = f;
	r->cols = mem_zero(f->spec->ncols, sizeof *r->cols);
	r->made = mem_zero(f->spec->ncols, sizeof *r->made);
	for (i = 0; columns ? columns[i] != NULL : i < f->spec->ncols; i++)
		renewal_add(r, columns ? frame_col(f->spec, columns[i]) : (int)i);
}

static void
renewal_free(struct renewal *r)
{
	size_t i;

	for (i = 0; i < r->ncols; i++)
		colmake_free(&r->made[i]);
	free(r->made);
	free(r->cols);
	ids_free(&r->found);
}

/* Names of the view and its columns are constants of the program. */
static struct stmt *
prepare(const struct renewal *r, struct db *db, struct err *e)
{
	struct buf sql = BUF_INIT;
	struct stmt *st;
	size_t i;

	buf_adds(&sql, "SELECT id");
	for (i = 0; i < r->ncols; i++)
		buf_addf(&sql, ", \"%s\"", r->f->spec->cols[r->cols[i]].name);
	buf_addf(
	    &sql, " FROM %s WHERE id IN (SELECT id FROM touched) ORDER BY id", r->f->spec->view);
	st = db_prepare(db, sql.data, e);
	buf_free(&sql);
	return st;
}

static bool
read_rows(struct renewal *r, struct db *db, const char *query, struct err *e)
{
	struct stmt *st = query ? db_query(db, query, e) : prepare(r, db, e);
	int got = -1;
	size_t i;

	while (st && (got = stmt_step(st, e)) == 1) {
		ids_add(&r->found, stmt_int(st, 0));
		for (i = 0; i < r->ncols && got == 1; i++)
			if (!colmake_read(&r->made[i], st, (int)i + 1, e))
				got = -1;
		if (got < 0)
			break;
	}
	stmt_finalize(st);
	ids_close(&r->found);
	return got == 0;
}

/* The values of a maker in the order of the frame's rows. */
static void
reorder(struct colmake *m, const size_t *at, size_t n)
{
	uint32_t *row = mem_alloc((n + 1) * sizeof *row);
	size_t i;

	for (i = 0; i < n; i++)
		row[i] = m->row[at[i]];
	free(m->row);
	m->row = row;
	m->rows = n;
	m->cap = n + 1;
}

/* Of the touched rows those that were not found are gone; the others take what was read. */
static void
put_rows(struct renewal *r, uint32_t *rows, size_t touched)
{
	uint32_t *gone = mem_alloc((touched + 1) * sizeof *gone);
	size_t *at = mem_alloc((touched + 1) * sizeof *at), n = 0, ngone = 0, i;

	for (i = 0; i < touched; i++) {
		size_t k = ids_find(&r->found, r->f->id[rows[i]]);

		if (k == SIZE_MAX) {
			gone[ngone++] = rows[i];
			continue;
		}
		at[n] = k;
		rows[n++] = rows[i];
	}
	patch_gone(r->f, gone, ngone);
	for (i = 0; i < r->ncols && n > 0; i++) {
		reorder(&r->made[i], at, n);
		patch_column(r->f, r->cols[i], rows, n, &r->made[i]);
	}
	free(gone);
	free(at);
}

static bool
put_touched(struct renewal *r, struct db *db, struct err *e)
{
	uint32_t *rows;
	size_t n;

	if (!frame_touched(r->f, db, &rows, &n, e))
		return false;
	put_rows(r, rows, n);
	free(rows);
	return true;
}

static void
put_found(struct renewal *r)
{
	uint32_t *rows;
	size_t n = rows_of(r->f, &r->found, &rows);

	put_rows(r, rows, n);
	free(rows);
}

void
frame_renew_from(struct frame *f, const struct frame *values)
{
	static const char *const none[] = {NULL};
	struct renewal r;
	size_t i;

	renewal_init(&r, f, none);
	for (i = 0; i < values->spec->ncols; i++) {
		int col = frame_col(f->spec, values->spec->cols[i].name);

		if (col < 0)
			continue;
		renewal_add(&r, col);
		colmake_copy(&r.made[r.ncols - 1], &values->cols[i], values->rows);
	}
	for (i = 0; i < values->rows; i++)
		ids_add(&r.found, values->id[i]);
	ids_close(&r.found);
	put_found(&r);
	renewal_free(&r);
}

bool
frame_renew(
    struct frame *f, struct db *db, const char *const *columns, const char *query, struct err *e)
{
	struct renewal r;
	bool ok;

	renewal_init(&r, f, columns);
	ok = read_rows(&r, db, query, e) && (query || put_touched(&r, db, e));
	if (ok && query)
		put_found(&r);
	renewal_free(&r);
	return ok || err_prefix(e, "list %s: view %s", f->spec->name, f->spec->view);
}
