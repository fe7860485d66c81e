#include "listframe.h"

#include "career/base/buf.h"
#include "career/base/mem.h"

#include <stdlib.h>
#include <string.h>

static bool
make_table(struct listframe *lf, const struct list *l, struct err *e)
{
	struct buf sql = BUF_INIT;
	bool ok;

	buf_addf(&sql, "CREATE TABLE %s(id INTEGER PRIMARY KEY", l->view);
	for (size_t i = 0; i < lf->spec.ncols; i++)
		buf_addf(&sql, ", \"%s\" %s", lf->spec.cols[i].name,
		    lf->spec.cols[i].kind == COL_NUM ? "INTEGER" : "TEXT");
	buf_addc(&sql, ')');
	ok = db_exec(lf->db, sql.data, e);
	buf_free(&sql);
	return ok;
}

/* Sets the columns of the row `id`, one by one. */
static bool
put_row(struct listframe *lf, const struct list *l, int64_t id, char *row, struct err *e)
{
	char *next, *cell, *value;
	struct buf sql = BUF_INIT;
	struct stmt *st;
	bool ok = true;

	buf_addf(&sql, "INSERT INTO %s(id) VALUES(%ld)", l->view, (long)id);
	ok = db_exec(lf->db, sql.data, e);
	for (cell = strtok_r(row, "|", &next); ok && cell; cell = strtok_r(NULL, "|", &next)) {
		value = strchr(cell, '=');
		*value++ = '\0';
		buf_clear(&sql);
		buf_addf(&sql, "UPDATE %s SET \"%s\" = ?1 WHERE id = ?2", l->view, cell);
		st = db_prepare(lf->db, sql.data, e);
		if (!st) {
			ok = false;
			break;
		}
		stmt_bind_text(st, 1, value);
		stmt_bind_int(st, 2, id);
		ok = stmt_run(st, e);
		stmt_finalize(st);
	}
	buf_free(&sql);
	return ok;
}

bool
listframe_make(
    struct listframe *lf, const struct list *l, const char *const *rows, size_t n, struct err *e)
{
	bool ok;

	memset(lf, 0, sizeof *lf);
	lf->spec = *list_frame_spec(l);
	lf->spec.order = "id";
	lf->db = db_open(NULL, DB_MEMORY, e);
	ok = lf->db && make_table(lf, l, e);
	for (size_t i = 0; ok && i < n; i++) {
		char *row = mem_dup(rows[i]);

		ok = put_row(lf, l, (int64_t)i + 1, row, e);
		free(row);
	}
	return ok && frame_build(&lf->frame, &lf->spec, lf->db, e);
}

void
listframe_free(struct listframe *lf)
{
	if (lf->frame.spec)
		frame_free(&lf->frame);
	db_close(lf->db);
}
