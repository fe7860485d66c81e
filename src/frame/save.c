#include "career/frame/frame.h"

#include "career/frame/parts.h"

static bool
drop(const char *query, const char *name, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, query, e);

	if (!st)
		return false;
	stmt_bind_text(st, 1, name);
	return stmt_run(st, e);
}

static bool
put_frame(const struct frame *f, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "frame_put", e);

	if (!st)
		return false;
	stmt_bind_text(st, 1, f->spec->name);
	stmt_bind_int(st, 2, FRAME_FORMAT);
	stmt_bind_text(st, 3, frame_byte_order());
	stmt_bind_int(st, 4, frame_spec_hash(f->spec));
	stmt_bind_int(st, 5, f->rows);
	stmt_bind_blob(st, 6, f->id, (size_t)f->rows * sizeof *f->id);
	return stmt_run(st, e);
}

static bool
put_column(const struct frame *f, size_t pos, int64_t frame_id, struct db *db, struct err *e)
{
	const struct column *c = column_ready(&f->cols[pos]);
	struct stmt *st = db_query(db, "frame_put_column", e);
	int p;

	if (!st)
		return false;
	stmt_bind_int(st, 1, frame_id);
	stmt_bind_int(st, 2, (int64_t)pos);
	stmt_bind_int(st, 3, c->width);
	for (p = 0; p < PARTS; p++)
		if (kind_has_part(c->spec->kind, (enum part)p))
			stmt_bind_blob(st, 4 + p, column_part(c, (enum part)p),
			    (size_t)column_part_size(c, (enum part)p, f->rows));
		else
			stmt_bind_null(st, 4 + p);
	return stmt_run(st, e);
}

bool
frame_store(const struct frame *f, struct db *db, struct err *e)
{
	int64_t frame_id;
	size_t i;
	bool ok;

	ok = drop("frame_drop_columns", f->spec->name, db, e)
	    && drop("frame_drop", f->spec->name, db, e) && put_frame(f, db, e);
	frame_id = db_last_rowid(db);
	for (i = 0; ok && i < f->spec->ncols; i++)
		ok = put_column(f, i, frame_id, db, e);
	return ok || err_prefix(e, "storing list %s", f->spec->name);
}
