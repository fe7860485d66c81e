#include "career/frame/frame.h"

#include "career/base/mem.h"
#include "career/frame/check.h"
#include "career/frame/parts.h"
#include "late.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* What the file says about one column, before any BLOB is read. */
struct stored {
	int64_t rowid;
	int64_t width;
	struct part_sizes size;
};

/* The BLOBs of a frame cannot be longer than the file: a lying record asks for no memory. */
static bool
file_size(struct db *db, uint64_t *size, struct err *e)
{
	int64_t count, page;

	if (!db_int(db, "PRAGMA page_count", &count, e)
	    || !db_int(db, "PRAGMA page_size", &page, e))
		return false;
	*size = (uint64_t)count * (uint64_t)page;
	return true;
}

static bool
read_head(struct frame *f, struct db *db, uint64_t limit, int64_t *frame_id, struct err *e)
{
	struct stmt *st = db_query(db, "frame_get", e);
	int64_t rows;
	bool ok = true;
	int got;

	if (!st)
		return false;
	stmt_bind_text(st, 1, f->spec->name);
	if ((got = stmt_step(st, e)) <= 0) {
		stmt_reset(st);
		return got == 0 && err_set(e, ERR_NOTFOUND, "the catalog holds no such frame");
	}
	*frame_id = stmt_int(st, 0);
	rows = stmt_int(st, 4);
	if (stmt_int(st, 1) != FRAME_FORMAT)
		ok = err_set(e, ERR_DATA, "its format is %lld, this program reads %d",
		    (long long)stmt_int(st, 1), FRAME_FORMAT);
	else if (strcmp(stmt_str(st, 2), frame_byte_order()) != 0)
		ok = err_set(e, ERR_DATA, "its byte order is not this machine's");
	else if (stmt_int(st, 3) != frame_spec_hash(f->spec))
		ok = err_set(e, ERR_DATA, "it was made for other columns");
	else if (rows < 0 || rows >= INT32_MAX || stmt_int(st, 5) != rows * 4
	    || (uint64_t)rows * 4 > limit)
		ok = err_set(
		    e, ERR_DATA, "its ids are not one for each of %lld rows", (long long)rows);
	stmt_reset(st);
	f->rows = ok ? (uint32_t)rows : 0;
	return ok;
}

/* Whether lengths fit each other; the contents are looked at later. Sets width and dict.n. */
static bool
check_sizes(struct column *c, const struct stored *s, uint32_t rows, struct err *e)
{
	const uint64_t *b = s->size.bytes;
	uint64_t entries = b[PART_DICT_OFF] / sizeof(uint32_t);
	uint64_t lists = b[PART_START] / sizeof(uint32_t);
	int p;

	for (p = 0; p < PARTS; p++)
		if (!kind_has_part(c->spec->kind, (enum part)p) && b[p] != 0)
			return err_set(e, ERR_DATA, "unexpected %s", part_names[p]);
	c->width = sizeof *c->num;
	if (c->spec->kind == COL_LIST) {
		if (b[PART_START] % sizeof(uint32_t) != 0 || lists < 2)
			return err_set(e, ERR_DATA, "start has no offsets");
		if (b[PART_ITEM] % sizeof(uint32_t) != 0)
			return err_set(e, ERR_DATA, "half an item");
		c->lists = (uint32_t)(lists - 1);
	}
	if (c->spec->kind != COL_NUM) {
		if (b[PART_DICT_OFF] % sizeof(uint32_t) != 0 || entries < 2
		    || b[PART_FOLD_OFF] != b[PART_DICT_OFF])
			return err_set(e, ERR_DATA, "dict_off and fold_off differ in length");
		c->dict.n = (uint32_t)(entries - 1);
		c->width = code_width(c->spec->kind == COL_LIST ? c->lists : c->dict.n);
	}
	if (s->width != c->width)
		return err_set(e, ERR_DATA, "codes of %lld bytes for %u %s", (long long)s->width,
		    c->lists ? c->lists : c->dict.n, c->lists ? "lists" : "texts");
	if (b[PART_CODES] != (uint64_t)rows * c->width)
		return err_set(e, ERR_DATA, "codes have not the length of %u rows", rows);
	return true;
}

/* Collation order also means that no text occurs twice. */
static bool
check_order(const struct dict *d)
{
	uint32_t i;

	for (i = 2; i < d->n; i++) {
		int order = strcmp(dict_fold(d, i - 1), dict_fold(d, i));

		if (order > 0 || (order == 0 && strcmp(dict_text(d, i - 1), dict_text(d, i)) >= 0))
			return false;
	}
	return true;
}

static bool
check_dict(const struct dict *d, const struct stored *s, struct err *e)
{
	if (!check_texts(d->text, d->off, d->n, s->size.bytes[PART_DICT_TEXT]))
		return err_set(e, ERR_DATA, "damaged dict_text");
	if (!check_texts(d->fold, d->fold_off, d->n, s->size.bytes[PART_FOLD_TEXT]))
		return err_set(e, ERR_DATA, "damaged fold_text");
	return check_order(d) || err_set(e, ERR_DATA, "texts are not in collation order");
}

static bool
check_all_lists(const struct column *c, const struct stored *s, struct err *e)
{
	if (!check_starts(c->start, c->lists, s->size.bytes[PART_ITEM] / sizeof *c->item))
		return err_set(e, ERR_DATA, "list offsets do not rise to the number of items");
	return check_lists(c->item, c->start, c->lists, c->dict.n)
	    || err_set(e, ERR_DATA, "the items of a list do not rise below %u", c->dict.n);
}

/* What stands in front of the cells. */
static bool
check_texts_and_lists(const struct column *c, const struct stored *s, struct err *e)
{
	return c->spec->kind == COL_NUM
	    || (check_dict(&c->dict, s, e)
		&& (c->spec->kind != COL_LIST || check_all_lists(c, s, e)));
}

/* Parts from the first one on, up to and with `last`. */
static bool
read_parts(struct column *c, const struct stored *s, enum part last, struct db *db, struct err *e)
{
	int p;

	for (p = 0; p <= (int)last; p++)
		if (s->size.bytes[p] > 0
		    && !db_blob_read(db, "frame_column", part_names[p], s->rowid,
			column_part(c, (enum part)p), (size_t)s->size.bytes[p], e))
			return false;
	return true;
}

static bool
read_column(struct column *c, const struct stored *s, uint32_t rows, struct db *db, struct err *e)
{
	return read_parts(c, s, PART_ITEM, db, e) && check_texts_and_lists(c, s, e)
	    && (c->late || late_cells(c, s->rowid, rows, db, e));
}

/* The sizes of all columns, in order. */
static bool
read_stored(struct stored *s, size_t ncols, int64_t frame_id, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "frame_columns", e);
	size_t n = 0;
	int got = 0, p;

	if (!st)
		return false;
	stmt_bind_int(st, 1, frame_id);
	for (; n < ncols && (got = stmt_step(st, e)) > 0 && stmt_int(st, 1) == (int64_t)n; n++) {
		s[n].rowid = stmt_int(st, 0);
		s[n].width = stmt_int(st, 2);
		for (p = 0; p < PARTS; p++)
			s[n].size.bytes[p] = (uint64_t)stmt_int(st, 3 + p);
	}
	if (n == ncols)
		got = stmt_step(st, e);
	stmt_reset(st);
	if (got < 0)
		return false;
	return (n == ncols && got == 0)
	    || err_set(e, ERR_DATA, "it has not one row for each of %zu columns", ncols);
}

static bool
within(const struct stored *s, size_t ncols, uint64_t limit, struct err *e)
{
	uint64_t total = 0;
	size_t i;
	int p;

	for (i = 0; i < ncols; i++)
		for (p = 0; p < PARTS; p++)
			total += s[i].size.bytes[p];
	return total <= limit || err_set(e, ERR_DATA, "it claims to be larger than the file");
}

/* One allocation for all: ids first, then column by column. */
static bool
place(struct frame *f, const struct stored *s, struct err *e)
{
	size_t ids = ((size_t)f->rows * sizeof *f->id + 63) / 64 * 64, total = ids, i;
	char *mem;

	for (i = 0; i < f->spec->ncols; i++) {
		f->cols[i].spec = &f->spec->cols[i];
		if (!check_sizes(&f->cols[i], &s[i], f->rows, e))
			return err_prefix(e, "column %s", f->spec->cols[i].name);
		total += column_bytes(&s[i].size);
	}
	f->id = f->mem = mem = block_alloc(total);
	mem += ids;
	for (i = 0; i < f->spec->ncols; i++) {
		column_place(&f->cols[i], &s[i].size, mem);
		mem += column_bytes(&s[i].size);
	}
	return true;
}

static void
put_off(struct frame *f, const struct stored *s, struct db *db)
{
	size_t i;

	f->late = lateness_new(f->spec->ncols, f->rows, db);
	for (i = 0; i < f->spec->ncols; i++)
		lateness_add(f->late, i, &f->cols[i], s[i].rowid);
}

static bool
read_ids(struct frame *f, struct db *db, int64_t frame_id, struct err *e)
{
	size_t size = (size_t)f->rows * sizeof *f->id;

	if (size > 0 && !db_blob_read(db, "frame", "ids", frame_id, f->mem, size, e))
		return false;
	return check_ids(f->id, f->rows) || err_set(e, ERR_DATA, "an id occurs twice");
}

/* Where all parts are, with memory for them; nothing is read into it. */
static bool
lay_out(struct frame *f, struct stored *s, struct db *db, int64_t *frame_id, struct err *e)
{
	size_t ncols = f->spec->ncols;
	uint64_t limit;

	return file_size(db, &limit, e) && read_head(f, db, limit, frame_id, e)
	    && read_stored(s, ncols, *frame_id, db, e) && within(s, ncols, limit, e)
	    && place(f, s, e);
}

static bool
read_frame(struct frame *f, struct stored *s, struct db *db, uint32_t late_from, struct err *e)
{
	int64_t frame_id = 0;
	size_t i;

	if (!lay_out(f, s, db, &frame_id, e) || !read_ids(f, db, frame_id, e))
		return false;
	if (f->rows >= late_from)
		put_off(f, s, db);
	for (i = 0; i < f->spec->ncols; i++)
		if (!read_column(&f->cols[i], &s[i], f->rows, db, e))
			return err_prefix(e, "column %s", f->spec->cols[i].name);
	return true;
}

static bool
read_texts(struct frame *f, int col, struct stored *s, struct db *db, struct err *e)
{
	struct column *c = &f->cols[col];
	int64_t frame_id = 0;

	if (!lay_out(f, s, db, &frame_id, e))
		return false;
	f->rows = 0;
	if (!read_parts(c, &s[col], PART_FOLD_TEXT, db, e) || !check_dict(&c->dict, &s[col], e))
		return err_prefix(e, "column %s", f->spec->cols[col].name);
	return true;
}

/* `col` < 0: all of it. */
static bool
load(struct frame *f, const struct frame_spec *spec, int col, struct db *db, uint32_t late_from,
    struct err *e)
{
	struct stored *s = mem_zero(spec->ncols, sizeof *s);
	bool ok;

	memset(f, 0, sizeof *f);
	f->spec = spec;
	f->cols = mem_zero(spec->ncols, sizeof *f->cols);
	ok = col < 0 ? read_frame(f, s, db, late_from, e) : read_texts(f, col, s, db, e);
	free(s);
	if (ok)
		return true;
	frame_free(f);
	return err_prefix(e, "stored list %s", spec->name);
}

bool
frame_load(struct frame *f, const struct frame_spec *spec, struct db *db, struct err *e)
{
	return load(f, spec, -1, db, UINT32_MAX, e);
}

bool
frame_open(struct frame *f, const struct frame_spec *spec, struct db *db, uint32_t late_from,
    struct err *e)
{
	return load(f, spec, -1, db, late_from, e);
}

bool
frame_load_texts(
    struct frame *f, const struct frame_spec *spec, int col, struct db *db, struct err *e)
{
	return load(f, spec, col, db, UINT32_MAX, e);
}
