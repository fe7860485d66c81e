/*
 * db.h - SQLite behind a narrow door. The only layer that includes sqlite3.h.
 *
 * A `struct db` owns its connection and the prepared statements of the named queries
 * (schema/queries, "-- name: x"), each prepared at first use and kept. A `struct stmt` is borrowed
 * from its db: stmt_reset gives it back for the next use. Text from a column is valid until the
 * next step or reset of the same statement; copy it into an arena to keep it.
 *
 * Connections are hardened: defensive, trusted_schema off, cell_size_check on, no extensions,
 * limits on lengths, and read-only opens use SQLITE_OPEN_READONLY with query_only.
 */
#ifndef CAREER_STORE_DB_H
#define CAREER_STORE_DB_H

#include "career/base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct db;
struct stmt;

enum db_mode {
	DB_READ,   /* existing file, read-only, immutable when its folder is not writable */
	DB_WRITE,  /* existing or new file */
	DB_CREATE, /* new file: an existing one is an error */
	DB_MEMORY, /* path ignored */
};

struct db *db_open(const char *path, enum db_mode mode, struct err *e);
void db_close(struct db *db); /* NULL is fine */
const char *db_path(const struct db *db);
/* Views may use any function (json_group_array is refused else): only for a schema that was compared
 * with the program's own, or just made from it. */
void db_trust_schema(struct db *db);
/* What a person can do about a damaged file: put behind that error. Static text. */
void db_set_mend(struct db *db, const char *mend);

/* The log beside the file is not played back when this connection closes: a damaged file stays as it is. */
void db_keep_log(struct db *db);

/* Runs one or more statements without results. */
bool db_exec(struct db *db, const char *sql, struct err *e);
bool db_begin(struct db *db, struct err *e);
bool db_commit(struct db *db, struct err *e);
void db_rollback(struct db *db);
bool db_in_transaction(const struct db *db);

/* Another file's tables as NAME.table, to be read only. For a file made with DB_CREATE, outside of a transaction; DETACH
 * gives it back. */
bool db_attach(struct db *db, const char *path, const char *name, struct err *e);
/* Asks `stop` (NULL: nobody) every few milliseconds of a statement; true ends the statement with
 * ERR_INTERRUPTED. */
void db_on_progress(struct db *db, bool (*stop)(void *ctx), void *ctx);

int64_t db_last_rowid(struct db *db);
int64_t db_changes(struct db *db); /* rows that the last INSERT, UPDATE or DELETE wrote */
bool db_int(struct db *db, const char *sql, int64_t *out, struct err *e); /* one value */

/* The named static query, reset and with cleared bindings. An unknown name or a query that does
 * not prepare is a defect of the program: err says so. */
struct stmt *db_query(struct db *db, const char *name, struct err *e);
/* Row id of a stable key, by a named query with the key as its parameter and the id in front; 0: there is none. */
bool db_row_of(struct db *db, const char *query, const char *key, int64_t *id, struct err *e);
/* A statement of the caller's own (built from constants, never from user text): finalize it. */
struct stmt *db_prepare(struct db *db, const char *sql, struct err *e);
void stmt_finalize(struct stmt *st);

/* Bind positions are 1-based. Text is copied. NULL text binds NULL. Errors show at the next step. */
void stmt_bind_text(struct stmt *st, int pos, const char *s);
void stmt_bind_int(struct stmt *st, int pos, int64_t v);
void stmt_bind_num(struct stmt *st, int pos, double v);
void stmt_bind_null(struct stmt *st, int pos);
void stmt_bind_blob(struct stmt *st, int pos, const void *p, size_t len);

/* One row: 1 = a row stands in the statement, 0 = done, -1 = error (in *e). */
int stmt_step(struct stmt *st, struct err *e);
/* Steps a statement that gives no rows, then resets it. */
bool stmt_run(struct stmt *st, struct err *e);
void stmt_reset(struct stmt *st);

/* Columns are 0-based. NULL columns: text NULL, int 0, num NAN. Text is NUL-terminated; bytes
 * behind an inner NUL are not seen. */
bool stmt_null(struct stmt *st, int col);
const char *stmt_text(struct stmt *st, int col);
const char *stmt_str(struct stmt *st, int col); /* like stmt_text, "" for NULL */
int64_t stmt_int(struct stmt *st, int col);
double stmt_num(struct stmt *st, int col);
const void *stmt_blob(struct stmt *st, int col, size_t *len);
int stmt_columns(struct stmt *st);

/* A whole BLOB read straight into the caller's memory (incremental BLOB reading: no second copy).
 * `size` must be its length; a different one is an error. */
bool db_blob_read(struct db *db, const char *table, const char *column, int64_t rowid, void *into,
    size_t size, struct err *e);

/*
 * Sources that are switched off on a connection to a catalog. What they state is in no statement's sight: as
 * long as any is off, a temporary view of the same name stands in front of each table that names a source,
 * WHERE source_on(source_id), with the catalog's views made anew above them. SQLite looks a name up among
 * the temporary ones first, and prepares kept statements again when these change. So every query leaves
 * them out unless it says `main.TABLE`, and with every source on nothing costs more than without.
 * `program` is such a view as well: its headline values are those of the table program_anew (model/switch.h
 * fills it) where that has a row. The file is not touched.
 *
 * Ids come in any order, each once or more. Not to be called while a statement is being stepped. On
 * failure the set is as it was.
 */
bool db_set_sources_off(struct db *db, const int64_t *ids, size_t n, struct err *e);
/* SQL's source_on(id): also true of NULL, what nobody in particular says. */
bool db_source_on(const struct db *db, int64_t id);
/* Rising; borrowed until the next set. */
const int64_t *db_sources_off(const struct db *db, size_t *n);
/* Another number after each db_set_sources_off: who keeps what depends on sources compares it. */
unsigned db_sources_turn(const struct db *db);
/* Opens and closes the connection's own temporary tables for writing; the file stays read-only. */
bool db_scratch(struct db *db, bool open, struct err *e);

/* Number of steps of full scans / sorts a statement made since its last reset (tests). */
int stmt_scan_steps(struct stmt *st);

/* Names of all embedded queries, for the test that prepares each. */
size_t db_query_count(void);
const char *db_query_name(size_t i);
const char *db_query_sql(size_t i);

#endif
