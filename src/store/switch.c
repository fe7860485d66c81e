/*
 * switch.c - sources that are switched off on a connection, as its statements see them.
 */
#include "career/base/buf.h"
#include "career/base/mem.h"
#include "handle.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* --- the set --------------------------------------------------------------------------------- */

static bool
is_off(const struct db *db, int64_t id)
{
	size_t lo = 0, hi = db->noff;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (db->off[mid] < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < db->noff && db->off[lo] == id;
}

bool
db_source_on(const struct db *db, int64_t id)
{
	return !is_off(db, id);
}

/* A statement without a source (NULL) is nobody's: it always counts. */
static void
source_on(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const struct db *db = sqlite3_user_data(ctx);

	(void)argc;
	sqlite3_result_int(ctx,
	    db->noff == 0 || sqlite3_value_type(argv[0]) == SQLITE_NULL
		|| !is_off(db, sqlite3_value_int64(argv[0])));
}

/* Deterministic as SQLite means it: within one run of a statement, and the set never changes in one.
 * Innocuous: it reads nothing but its argument. */
int
switch_register(struct db *db)
{
	return sqlite3_create_function_v2(db->h, "source_on", 1,
	    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, db, source_on, NULL, NULL, NULL);
}

static int
by_value(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static void
set_off(struct db *db, const int64_t *ids, size_t n)
{
	int64_t *off = mem_alloc((n + 1) * sizeof *off);
	size_t i, kept = 0;

	if (n > 0)
		memcpy(off, ids, n * sizeof *off);
	qsort(off, n, sizeof *off, by_value);
	for (i = 0; i < n; i++)
		if (kept == 0 || off[kept - 1] != off[i])
			off[kept++] = off[i];
	free(db->off);
	db->off = off;
	db->noff = kept;
	db->turn++;
}

/* --- the views in front of the tables ---------------------------------------------------------- */

/* `source_level` names its source as its parent. */
static const char shadows_sql[] =
    "SELECT printf('CREATE TEMP VIEW \"%w\" AS SELECT * FROM main.\"%w\" WHERE source_on(%s);',"
    " m.name, m.name, c.name)"
    " FROM main.sqlite_schema m JOIN pragma_table_info(m.name) c"
    " WHERE m.type = 'table' AND (c.name = 'source_id'"
    " OR (m.name = 'source_level' AND c.name = 'parent_id'))"
    /* The catalog's views once more, so that they read what stands in front of its tables. */
    " UNION ALL SELECT replace(sql, 'CREATE VIEW ', 'CREATE TEMP VIEW ') || ';'"
    " FROM main.sqlite_schema WHERE type = 'view'";
static const char drops_sql[] =
    "SELECT printf('DROP VIEW temp.\"%w\";', name) FROM temp.sqlite_schema WHERE type = 'view'";

/* Runs the statements that a statement gives, one a row. */
static bool
run_each(struct db *db, const char *sql, struct err *e)
{
	struct stmt *st = db_prepare(db, sql, e);
	struct buf all = BUF_INIT;
	int rc = -1;
	bool ok;

	while (st && (rc = stmt_step(st, e)) == 1)
		buf_adds(&all, stmt_str(st, 0));
	stmt_finalize(st);
	ok = rc == 0 && db_exec(db, all.data, e);
	buf_free(&all);
	return ok;
}

static bool
run_named(struct db *db, const char *name, struct err *e)
{
	struct stmt *st = db_query(db, name, e);

	return st && stmt_run(st, e);
}

static bool
shadows_make(struct db *db, struct err *e)
{
	return run_named(db, "switch_table", e) && run_named(db, "switch_touched", e)
	    && run_named(db, "switch_program", e) && run_each(db, shadows_sql, e);
}

static bool
shadows_drop(struct db *db, struct err *e)
{
	return run_named(db, "switch_clear", e) && run_each(db, drops_sql, e);
}

/* query_only would hold for the connection's own temporary tables as well. */
bool
db_scratch(struct db *db, bool open, struct err *e)
{
	if (!db->reads)
		return true;
	return db_exec(db, open ? "PRAGMA query_only = OFF" : "PRAGMA query_only = ON", e);
}

bool
db_set_sources_off(struct db *db, const int64_t *ids, size_t n, struct err *e)
{
	bool want = n > 0, ok = true;
	struct err later;

	if (want != db->shadowed) {
		ok = db_scratch(db, true, e) && (want ? shadows_make(db, e) : shadows_drop(db, e));
		ok = db_scratch(db, false, ok ? e : &later) && ok;
		db->shadowed = ok ? want : db->shadowed;
	}
	if (ok)
		set_off(db, ids, n);
	return ok;
}

const int64_t *
db_sources_off(const struct db *db, size_t *n)
{
	*n = db->noff;
	return db->off;
}

unsigned
db_sources_turn(const struct db *db)
{
	return db->turn;
}
