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
	buf_adds(&sql,
	    "); CREATE TABLE role(id INTEGER PRIMARY KEY, slug TEXT UNIQUE);"
	    "CREATE TABLE role_field(role_id INTEGER, field TEXT, source_id INTEGER)");
	ok = db_exec(lf->db, sql.data, e);
	buf_free(&sql);
	return ok;
}

/* What is linked with the row's value of another field, which stands before it in the row. */
static bool
put_linked(struct listframe *lf, const struct list *l, int64_t id, const char *json, struct err *e)
{
	static const char slugs[] =
	    "INSERT OR IGNORE INTO role(slug) SELECT value FROM json_each(?1)";
	struct buf sql = BUF_INIT;
	struct stmt *st = db_prepare(lf->db, slugs, e);
	bool ok = st != NULL;

	if (ok)
		stmt_bind_text(st, 1, json);
	ok = ok && stmt_run(st, e);
	stmt_finalize(st);
	buf_addf(&sql,
	    "INSERT INTO role_field(role_id, field) SELECT r.id, (SELECT field FROM %s WHERE id = ?2) "
	    "FROM json_each(?1) j JOIN role r ON r.slug = j.value",
	    l->view);
	st = ok ? db_prepare(lf->db, sql.data, e) : NULL;
	if (st) {
		stmt_bind_text(st, 1, json);
		stmt_bind_int(st, 2, id);
	}
	ok = st && stmt_run(st, e);
	stmt_finalize(st);
	buf_free(&sql);
	return ok;
}

static bool
is_linked(const struct list *l, const char *name)
{
	int field = field_find(l, name);

	return field >= 0 && l->fields[field].via;
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
		if (is_linked(l, cell)) {
			ok = put_linked(lf, l, id, value, e);
			continue;
		}
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
	lf->spec.by_codes = false;
	lf->db = db_open(NULL, DB_MEMORY, e);
	ok = lf->db && make_table(lf, l, e);
	for (size_t i = 0; ok && i < n; i++) {
		char *row = mem_dup(rows[i]);

		ok = put_row(lf, l, (int64_t)i + 1, row, e);
		free(row);
	}
	if (!ok || !frame_build(&lf->frame, &lf->spec, lf->db, e))
		return false;
	list_link(l, &lf->frame, lf->db);
	return true;
}

void
listframe_free(struct listframe *lf)
{
	if (lf->frame.spec)
		frame_free(&lf->frame);
	db_close(lf->db);
}
