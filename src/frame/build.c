#include "career/frame/frame.h"

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "career/frame/check.h"
#include "career/frame/colmake.h"

#include <stdlib.h>
#include <string.h>

struct maker {
	const struct frame_spec *spec;
	struct colmake *cols;
	int32_t *id;
	size_t rows, id_cap;
};

static void
maker_init(struct maker *m, const struct frame_spec *spec)
{
	size_t i;

	memset(m, 0, sizeof *m);
	m->spec = spec;
	m->cols = mem_zero(spec->ncols, sizeof *m->cols);
	for (i = 0; i < spec->ncols; i++)
		colmake_init(&m->cols[i], &spec->cols[i]);
}

static void
maker_free(struct maker *m)
{
	size_t i;

	for (i = 0; m->cols && i < m->spec->ncols; i++)
		colmake_free(&m->cols[i]);
	free(m->cols);
	free(m->id);
}

/* A number, NULL, or the code of a missing reason: 'm0'..'m4'. */
static bool
read_num(struct stmt *st, int col, int32_t *out)
{
	double v = stmt_num(st, col);

	if (v != v) {
		*out = FRAME_MISSING + MISSING_NOT_STATED;
		return true;
	}
	if (v == 0) {
		const char *s = stmt_str(st, col);

		if (s[0] == 'm' && s[1] >= '0' && s[1] < '0' + MISSING_KINDS && s[2] == '\0') {
			*out = FRAME_MISSING + (s[1] - '0');
			return true;
		}
		if (!strchr("0-.", s[0]))
			return false;
	}
	v += v < 0 ? -0.5 : 0.5;
	if (v >= 2147483648.0 || v <= FRAME_MISSING_LAST)
		return false;
	*out = (int32_t)v;
	return true;
}

bool
colmake_read(struct colmake *c, struct stmt *st, int at, struct err *e)
{
	int32_t num = 0;

	switch (c->spec->kind) {
	case COL_CODE:
		colmake_text(c, stmt_str(st, at));
		return true;
	case COL_LIST:
		return colmake_json(c, stmt_str(st, at))
		    || err_set(e, ERR_DATA, "column %s: '%.60s' is not a JSON array of texts",
			c->spec->name, stmt_str(st, at));
	default:
		if (!read_num(st, at, &num))
			return err_set(e, ERR_DATA,
			    "column %s: '%.60s' is not a number that fits 32 bits, nor m0..m%d",
			    c->spec->name, stmt_str(st, at), MISSING_KINDS - 1);
		colmake_num(c, num);
		return true;
	}
}

static bool
read_row(struct maker *m, struct stmt *st, struct err *e)
{
	int64_t id = stmt_int(st, 0);
	size_t i;

	if (id < INT32_MIN || id > INT32_MAX || m->rows >= INT32_MAX)
		return err_set(e, ERR_DATA, "id %lld: out of range", (long long)id);
	for (i = 0; i < m->spec->ncols; i++)
		if (!colmake_read(&m->cols[i], st, (int)i + 1, e))
			return err_prefix(e, "id %lld", (long long)id);
	m->id = mem_reserve(m->id, &m->id_cap, m->rows + 1, sizeof *m->id);
	m->id[m->rows++] = (int32_t)id;
	return true;
}

/* Names of the view and its columns are constants of the program. */
static struct stmt *
prepare(const struct frame_spec *spec, struct db *db, struct err *e)
{
	struct buf sql;
	struct stmt *st;
	size_t i;

	buf_init(&sql);
	buf_adds(&sql, "SELECT id");
	for (i = 0; i < spec->ncols; i++)
		buf_addf(&sql, ", \"%s\"", spec->cols[i].name);
	/* Not what may stand in front of it while sources are off. */
	buf_addf(&sql, " FROM main.%s", spec->view);
	if (spec->order && !spec->by_codes)
		buf_addf(&sql, " ORDER BY %s", spec->order);
	st = db_prepare(db, sql.data, e);
	buf_free(&sql);
	return st;
}

static bool
read_rows(struct maker *m, struct db *db, struct err *e)
{
	struct stmt *st = prepare(m->spec, db, e);
	int got = -1;

	if (!st)
		return false;
	while ((got = stmt_step(st, e)) > 0)
		if (!read_row(m, st, e)) {
			got = -1;
			break;
		}
	stmt_finalize(st);
	if (got == 0 && !check_ids(m->id, m->rows))
		return err_set(e, ERR_DATA, "an id occurs twice");
	return got == 0;
}

/* --- the order of codes ------------------------------------------------------------------------ */

static int
compare_keys(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Rows in the order of their ids. */
static uint32_t *
order_by_id(const struct maker *m)
{
	uint64_t *key = mem_alloc((m->rows + 1) * sizeof *key);
	uint32_t *order = mem_alloc((m->rows + 1) * sizeof *order);
	bool rising = true;

	for (size_t i = 0; i < m->rows; i++) {
		key[i] = (uint64_t)((int64_t)m->id[i] - INT32_MIN) << 32 | i;
		rising = rising && (i == 0 || key[i - 1] < key[i]);
	}
	if (!rising)
		qsort(key, m->rows, sizeof *key, compare_keys);
	for (size_t i = 0; i < m->rows; i++)
		order[i] = (uint32_t)key[i];
	free(key);
	return order;
}

/* Rank of each code of a column by collation. */
static uint32_t *
ranks_of(const struct dictmake *d)
{
	uint32_t *order = mem_alloc(d->n * sizeof *order), *rank = mem_alloc(d->n * sizeof *rank);
	size_t *fold_off = mem_alloc(((size_t)d->n + 1) * sizeof *fold_off);
	struct buf fold = BUF_INIT;

	dictmake_order(d, order, &fold, fold_off);
	for (uint32_t i = 0; i < d->n; i++)
		rank[order[i]] = i;
	buf_free(&fold);
	free(fold_off);
	free(order);
	return rank;
}

/* Brings the rows into the order of a column's texts; those of one text stay as they are. */
static void
order_by_text(const struct maker *m, const struct colmake *c, uint32_t **order)
{
	uint32_t *rank = ranks_of(&c->dict), *sorted = mem_alloc((m->rows + 1) * sizeof *sorted);
	size_t *at = mem_zero((size_t)c->dict.n + 1, sizeof *at);

	for (size_t i = 0; i < m->rows; i++)
		at[rank[c->row[i]] + 1]++;
	for (uint32_t i = 0; i < c->dict.n; i++)
		at[i + 1] += at[i];
	for (size_t i = 0; i < m->rows; i++)
		sorted[at[rank[c->row[(*order)[i]]]]++] = (*order)[i];
	free(at);
	free(rank);
	free(*order);
	*order = sorted;
}

static void
reorder(uint32_t *row, const uint32_t *order, size_t n, uint32_t *tmp)
{
	for (size_t i = 0; i < n; i++)
		tmp[i] = row[order[i]];
	memcpy(row, tmp, n * sizeof *row);
}

static const struct colmake *
named(const struct maker *m, const char *name, size_t len)
{
	for (size_t i = 0; i < m->spec->ncols; i++)
		if (strncmp(m->spec->cols[i].name, name, len) == 0
		    && m->spec->cols[i].name[len] == '\0')
			return &m->cols[i];
	return NULL;
}

/* Where the last name of a list of names begins that ends at `end`. */
static const char *
last_name(const char *names, const char *end)
{
	while (end > names && end[-1] != ',')
		end--;
	return end;
}

/* The column named last is sorted by first. */
static void
put_in_order(struct maker *m)
{
	const char *names = m->spec->order, *end = names + strlen(names);
	uint32_t *order = order_by_id(m), *tmp = mem_alloc((m->rows + 1) * sizeof *tmp);

	while (end > names) {
		const char *at = last_name(names, end);
		const struct colmake *c = named(m, at, (size_t)(end - at));

		if (c != NULL)
			order_by_text(m, c, &order);
		end = at > names ? at - 1 : names;
	}
	for (size_t i = 0; m->cols && i < m->spec->ncols; i++)
		reorder(m->cols[i].row, order, m->rows, tmp);
	for (size_t i = 0; i < m->rows; i++)
		tmp[i] = (uint32_t)m->id[order[i]];
	memcpy(m->id, tmp, m->rows * sizeof *m->id);
	free(tmp);
	free(order);
}

static bool
finish(struct frame *f, struct maker *m, struct err *e)
{
	size_t i;

	if (m->spec->by_codes && m->rows > 0)
		put_in_order(m);
	f->rows = (uint32_t)m->rows;
	f->cols = mem_zero(m->spec->ncols, sizeof *f->cols);
	f->id = f->mem = mem_alloc(m->rows * sizeof *m->id);
	if (m->rows > 0)
		memcpy(f->mem, m->id, m->rows * sizeof *m->id);
	for (i = 0; i < m->spec->ncols; i++)
		if (!colmake_finish(&m->cols[i], &f->cols[i], e))
			return false;
	return true;
}

bool
frame_build(struct frame *f, const struct frame_spec *spec, struct db *db, struct err *e)
{
	struct maker m;
	bool ok;

	memset(f, 0, sizeof *f);
	f->spec = spec;
	maker_init(&m, spec);
	ok = read_rows(&m, db, e) && finish(f, &m, e);
	maker_free(&m);
	if (!ok) {
		frame_free(f);
		err_prefix(e, "list %s: view %s", spec->name, spec->view);
	}
	return ok;
}
