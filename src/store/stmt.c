#include "career/base/mem.h"
#include "career/store/sql_data.h"
#include "handle.h"

#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* An error, with the query's name where it is a defect of that query. */
static void
fail_query(const struct db *db, const char *name, int rc, struct err *e)
{
	int kind = rc & 0xff;

	db_fail(db, rc, e);
	if (name
	    && (kind == SQLITE_ERROR || kind == SQLITE_CONSTRAINT || kind == SQLITE_MISMATCH
		|| kind == SQLITE_RANGE))
		err_prefix(e, "query %s", name);
}

/* --- preparing ------------------------------------------------------------------------------- */

/* Nothing but blanks and semicolons may stand behind the statement. */
static bool
is_tail_empty(const char *tail)
{
	return tail[strspn(tail, " \t\r\n;")] == '\0';
}

static struct stmt *
prepare(struct db *db, const char *name, const char *sql, struct err *e)
{
	unsigned flags = name ? SQLITE_PREPARE_PERSISTENT : 0;
	struct stmt *st;
	struct sqlite3_stmt *h = NULL;
	const char *tail = "";
	int rc = sqlite3_prepare_v3(db->h, sql, -1, flags, &h, &tail);

	if (rc != SQLITE_OK) {
		fail_query(db, name, rc, e);
		return NULL;
	}
	if (!h || !is_tail_empty(tail)) {
		sqlite3_finalize(h);
		err_set(e, ERR_DATA, "%s: one statement was expected: %.60s", db->path, sql);
		return NULL;
	}
	st = mem_zero(1, sizeof *st);
	st->db = db;
	st->st = h;
	st->name = name;
	return st;
}

struct stmt *
db_prepare(struct db *db, const char *sql, struct err *e)
{
	return prepare(db, NULL, sql, e);
}

struct stmt *
db_query(struct db *db, const char *name, struct err *e)
{
	size_t i = 0;
	struct stmt *st;

	while (i < sql_query_count && strcmp(sql_query[i].name, name) != 0)
		i++;
	if (i == sql_query_count) {
		err_set(e, ERR_DATA, "defect: no query is named %s", name);
		return NULL;
	}
	st = db->named[i];
	if (st) {
		stmt_reset(st);
		sqlite3_clear_bindings(st->st);
		return st;
	}
	return db->named[i] = prepare(db, sql_query[i].name, sql_query[i].sql, e);
}

void
stmt_finalize(struct stmt *st)
{
	if (!st)
		return;
	if (st->name) {
		stmt_reset(st);
		return;
	}
	sqlite3_finalize(st->st);
	free(st);
}

size_t
db_query_count(void)
{
	return sql_query_count;
}

const char *
db_query_name(size_t i)
{
	return sql_query[i].name;
}

const char *
db_query_sql(size_t i)
{
	return sql_query[i].sql;
}

/* --- binding --------------------------------------------------------------------------------- */

static void
bound(struct stmt *st, int rc)
{
	if (rc != SQLITE_OK && !st->failed)
		st->failed = rc;
}

void
stmt_bind_text(struct stmt *st, int pos, const char *s)
{
	bound(st,
	    s ? sqlite3_bind_text64(st->st, pos, s, strlen(s), SQLITE_TRANSIENT, SQLITE_UTF8)
	      : sqlite3_bind_null(st->st, pos));
}

void
stmt_bind_int(struct stmt *st, int pos, int64_t v)
{
	bound(st, sqlite3_bind_int64(st->st, pos, v));
}

void
stmt_bind_num(struct stmt *st, int pos, double v)
{
	bound(st, sqlite3_bind_double(st->st, pos, v));
}

void
stmt_bind_null(struct stmt *st, int pos)
{
	bound(st, sqlite3_bind_null(st->st, pos));
}

void
stmt_bind_blob(struct stmt *st, int pos, const void *p, size_t len)
{
	bound(st,
	    len ? sqlite3_bind_blob64(st->st, pos, p, len, SQLITE_TRANSIENT)
		: sqlite3_bind_zeroblob(st->st, pos, 0));
}

/* --- stepping -------------------------------------------------------------------------------- */

int
stmt_step(struct stmt *st, struct err *e)
{
	int rc = st->failed ? st->failed : sqlite3_step(st->st);

	if (rc == SQLITE_ROW)
		return 1;
	if (rc != SQLITE_DONE)
		fail_query(st->db, st->name, rc, e);
	/* Gives the locks back; the counters of stmt_scan_steps stay. */
	sqlite3_reset(st->st);
	return rc == SQLITE_DONE ? 0 : -1;
}

bool
stmt_run(struct stmt *st, struct err *e)
{
	int rc;

	while ((rc = stmt_step(st, e)) == 1)
		;
	stmt_reset(st);
	return rc == 0;
}

void
stmt_reset(struct stmt *st)
{
	sqlite3_reset(st->st);
	st->failed = 0;
	(void)sqlite3_stmt_status(st->st, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
	(void)sqlite3_stmt_status(st->st, SQLITE_STMTSTATUS_SORT, 1);
}

int
stmt_scan_steps(struct stmt *st)
{
	return sqlite3_stmt_status(st->st, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0)
	    + sqlite3_stmt_status(st->st, SQLITE_STMTSTATUS_SORT, 0);
}

/* --- columns --------------------------------------------------------------------------------- */

bool
stmt_null(struct stmt *st, int col)
{
	return sqlite3_column_type(st->st, col) == SQLITE_NULL;
}

const char *
stmt_text(struct stmt *st, int col)
{
	return (const char *)sqlite3_column_text(st->st, col);
}

const char *
stmt_str(struct stmt *st, int col)
{
	const char *s = stmt_text(st, col);

	return s ? s : "";
}

int64_t
stmt_int(struct stmt *st, int col)
{
	return sqlite3_column_int64(st->st, col);
}

double
stmt_num(struct stmt *st, int col)
{
	return stmt_null(st, col) ? NAN : sqlite3_column_double(st->st, col);
}

const void *
stmt_blob(struct stmt *st, int col, size_t *len)
{
	const void *p = sqlite3_column_blob(st->st, col);

	*len = (size_t)sqlite3_column_bytes(st->st, col);
	return p;
}

int
stmt_columns(struct stmt *st)
{
	return sqlite3_column_count(st->st);
}
