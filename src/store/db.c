#include "career/store/db.h"

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "handle.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	MAX_LENGTH = 512 << 20, /* one value: a column of a list with millions of rows */
	MAX_SQL = 1 << 20,
	BUSY_MS = 5000,
};

/* --- errors ---------------------------------------------------------------------------------- */

/* The connection's words for `rc`, unless they are about something that came later. */
static const char *
words_of(const struct db *db, int rc)
{
	return db->h && sqlite3_extended_errcode(db->h) == rc ? sqlite3_errmsg(db->h)
							      : sqlite3_errstr(rc);
}

static bool
fail_damaged(const struct db *db, int rc, struct err *e)
{
	err_set(e, ERR_DATA, "%s is damaged (%s)", db->path, words_of(db, rc));
	if (db->mend) {
		size_t len = strlen(e->text);

		sqlite3_snprintf((int)(sizeof e->text - len), e->text + len, ": %s", db->mend);
	}
	return false;
}

static bool
fail_system(const struct db *db, int rc, struct err *e)
{
	int number = db->h ? sqlite3_system_errno(db->h) : 0;

	return err_set(
	    e, ERR_DATA, "%s: %s", db->path, number ? strerror(number) : sqlite3_errstr(rc));
}

bool
db_fail(const struct db *db, int rc, struct err *e)
{
	switch (rc & 0xff) {
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return fail_damaged(db, rc, e);
	case SQLITE_CANTOPEN:
	case SQLITE_IOERR:
	case SQLITE_PERM:
		return fail_system(db, rc, e);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(e, ERR_DATA, "%s is in use by another program: try again", db->path);
	case SQLITE_FULL:
		return err_set(e, ERR_DATA, "%s: no room left on the disk", db->path);
	case SQLITE_READONLY:
		return err_set(e, ERR_DATA, "%s cannot be written", db->path);
	case SQLITE_TOOBIG:
		return err_set(e, ERR_DATA, "%s: a value is too large (more than %d MiB)", db->path,
		    MAX_LENGTH >> 20);
	case SQLITE_INTERRUPT:
		return err_set(e, ERR_INTERRUPTED, "interrupted");
	default:
		return err_set(e, ERR_DATA, "%s: %s", db->path, words_of(db, rc));
	}
}

/* --- opening --------------------------------------------------------------------------------- */

static bool
configure(struct db *db, struct err *e)
{
	static const struct {
		int op, on;
	} options[] = {
	    {SQLITE_DBCONFIG_DEFENSIVE, 1},
	    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
	    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
	    {SQLITE_DBCONFIG_DQS_DDL, 0},
	    {SQLITE_DBCONFIG_DQS_DML, 0},
	};
	static const struct {
		int id, value;
	} limits[] = {
	    {SQLITE_LIMIT_LENGTH, MAX_LENGTH}, {SQLITE_LIMIT_SQL_LENGTH, MAX_SQL},
	    {SQLITE_LIMIT_COLUMN, 500}, {SQLITE_LIMIT_EXPR_DEPTH, 200},
	    {SQLITE_LIMIT_COMPOUND_SELECT, 50}, {SQLITE_LIMIT_FUNCTION_ARG, 50},
	    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000}, {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
	    {SQLITE_LIMIT_WORKER_THREADS, 0}, {SQLITE_LIMIT_ATTACHED, 1}, /* VACUUM attaches */
	};

	for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
		(void)sqlite3_db_config(db->h, options[i].op, options[i].on, NULL);
	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
		sqlite3_limit(db->h, limits[i].id, limits[i].value);
	sqlite3_busy_timeout(db->h, BUSY_MS);
	if (switch_register(db) != SQLITE_OK)
		return db_fail(db, sqlite3_extended_errcode(db->h), e);
	/* No memory mapping: a file cut short under a reader would be a SIGBUS, and reading the lists'
	 * 48 MB without it takes 8 ms, not 5. */
	if (!db_exec(db,
		"PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0", e))
		return false;
	return !db->reads || db_exec(db, "PRAGMA query_only = ON", e);
}

/* SQLite would open a FIFO and wait, or call a folder "unable to open". */
static bool
check_file(const char *path, enum db_mode mode, struct err *e)
{
	struct stat st;

	if (stat(path, &st) != 0) {
		if (errno == ENOENT && mode == DB_WRITE)
			return true;
		return err_set(e, ERR_DATA, "cannot open %s: %s", path, strerror(errno));
	}
	if (S_ISDIR(st.st_mode))
		return err_set(e, ERR_DATA, "%s is a folder, a file was expected", path);
	if (!S_ISREG(st.st_mode))
		return err_set(e, ERR_DATA, "%s is not a regular file", path);
	return true;
}

static bool
create_file(const char *path, struct err *e)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

	if (fd < 0)
		return err_set(e, ERR_DATA, "cannot create %s: %s", path, strerror(errno));
	close(fd);
	return true;
}

static bool
folder_writable(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dir;
	bool ok;

	if (!slash)
		return access(".", W_OK) == 0;
	dir = mem_ndup(path, slash == path ? 1 : (size_t)(slash - path));
	ok = access(dir, W_OK) == 0;
	free(dir);
	return ok;
}

/* file:PATH?QUERY */
static void
sqlite_uri(struct buf *out, const char *path, const char *query)
{
	static const char hex[] = "0123456789ABCDEF";

	buf_adds(out, "file:");
	if (path[0] != '/')
		buf_adds(out, "./");
	for (; *path; path++) {
		unsigned char c = (unsigned char)*path;

		if (c == '%' || c == '?' || c == '#') {
			buf_addc(out, '%');
			buf_addc(out, hex[c >> 4]);
			buf_addc(out, hex[c & 15]);
		} else {
			buf_addc(out, (char)c);
		}
	}
	buf_addf(out, "?%s", query);
}

/* A path as SQLite takes it: never a URI by accident, never ":memory:" or a temporary file.
 * Immutable files are named by a URI on purpose: no locks, no files beside them. */
static void
sqlite_name(struct buf *out, const char *path, bool immutable)
{
	if (immutable) {
		sqlite_uri(out, path, "immutable=1");
		return;
	}
	if (path[0] != '/')
		buf_adds(out, "./");
	buf_adds(out, path);
}

static bool
connect_file(struct db *db, const char *path, enum db_mode mode, struct err *e)
{
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	bool immutable = mode == DB_READ && !folder_writable(path);
	struct buf name;
	int rc;

	if (mode == DB_CREATE ? !create_file(path, e) : !check_file(path, mode, e))
		return false;
	flags |= mode == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	flags |= mode == DB_WRITE ? SQLITE_OPEN_CREATE : 0;
	/* For db_attach; a name that begins with '/' or "./" is never taken for a URI. */
	flags |= immutable || mode == DB_CREATE ? SQLITE_OPEN_URI : 0;
	buf_init(&name);
	sqlite_name(&name, path, immutable);
	rc = sqlite3_open_v2(name.data, &db->h, flags, NULL);
	buf_free(&name);
	return rc == SQLITE_OK || db_fail(db, rc, e);
}

struct db *
db_open(const char *path, enum db_mode mode, struct err *e)
{
	struct db *db = mem_zero(1, sizeof *db);
	bool ok;

	db->path = mem_dup(mode == DB_MEMORY ? ":memory:" : path);
	db->reads = mode == DB_READ;
	db->named = mem_zero(db_query_count() + 1, sizeof *db->named);
	if (mode == DB_MEMORY) {
		int rc = sqlite3_open_v2(":memory:", &db->h,
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

		ok = rc == SQLITE_OK || db_fail(db, rc, e);
	} else {
		ok = connect_file(db, path, mode, e);
	}
	if (ok && configure(db, e))
		return db;
	db_close(db);
	return NULL;
}

void
db_close(struct db *db)
{
	if (!db)
		return;
	for (size_t i = 0; i < db_query_count(); i++) {
		if (!db->named[i])
			continue;
		sqlite3_finalize(db->named[i]->st);
		free(db->named[i]);
	}
	sqlite3_close_v2(db->h);
	free(db->named);
	free(db->off);
	free(db->path);
	free(db);
}

const char *
db_path(const struct db *db)
{
	return db->path;
}

void
db_trust_schema(struct db *db)
{
	(void)sqlite3_db_config(db->h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, NULL);
}

void
db_set_mend(struct db *db, const char *mend)
{
	db->mend = mend;
}

bool
db_attach(struct db *db, const char *path, const char *name, struct err *e)
{
	struct stmt *st = db_prepare(db, "ATTACH ?1 AS ?2", e);
	struct buf uri = BUF_INIT;
	bool ok;

	if (!st)
		return false;
	sqlite_uri(&uri, path, "mode=ro");
	stmt_bind_text(st, 1, uri.data);
	stmt_bind_text(st, 2, name);
	ok = stmt_run(st, e);
	stmt_finalize(st);
	buf_free(&uri);
	return ok || err_prefix(e, "%s", path);
}

static int
asked(void *ctx)
{
	const struct db *db = ctx;

	return db->stop(db->stop_ctx);
}

void
db_on_progress(struct db *db, bool (*stop)(void *ctx), void *ctx)
{
	enum { STEPS = 20000 }; /* of SQLite's machine: about a millisecond */

	db->stop = stop;
	db->stop_ctx = ctx;
	sqlite3_progress_handler(db->h, stop ? STEPS : 0, stop ? asked : NULL, db);
}

/* --- whole statements ------------------------------------------------------------------------ */

void
db_keep_log(struct db *db)
{
	(void)sqlite3_db_config(db->h, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

bool
db_exec(struct db *db, const char *sql, struct err *e)
{
	int rc = sqlite3_exec(db->h, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK || db_fail(db, rc, e);
}

bool
db_begin(struct db *db, struct err *e)
{
	/* Taking the right to write at once avoids a deadlock of two that read first. */
	return db_exec(db, db->reads ? "BEGIN" : "BEGIN IMMEDIATE", e);
}

bool
db_commit(struct db *db, struct err *e)
{
	return db_exec(db, "COMMIT", e);
}

void
db_rollback(struct db *db)
{
	struct err e;

	if (!sqlite3_get_autocommit(db->h))
		(void)db_exec(db, "ROLLBACK", &e);
}

bool
db_in_transaction(const struct db *db)
{
	return !sqlite3_get_autocommit(db->h);
}

int64_t
db_last_rowid(struct db *db)
{
	return sqlite3_last_insert_rowid(db->h);
}

int64_t
db_changes(struct db *db)
{
	return sqlite3_changes(db->h);
}

bool
db_int(struct db *db, const char *sql, int64_t *out, struct err *e)
{
	struct stmt *st = db_prepare(db, sql, e);
	int rc;

	if (!st)
		return false;
	rc = stmt_step(st, e);
	if (rc == 1)
		*out = stmt_int(st, 0);
	else if (rc == 0)
		err_set(e, ERR_NOTFOUND, "%s: nothing found", db->path);
	stmt_finalize(st);
	return rc == 1;
}

bool
db_row_of(struct db *db, const char *query, const char *key, int64_t *id, struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	int step;

	*id = 0;
	if (!st)
		return false;
	stmt_bind_text(st, 1, key);
	step = stmt_step(st, e);
	if (step == 1)
		*id = stmt_int(st, 0);
	stmt_reset(st);
	return step >= 0;
}

/* --- BLOBs ----------------------------------------------------------------------------------- */

bool
db_blob_read(struct db *db, const char *table, const char *column, int64_t rowid, void *into,
    size_t size, struct err *e)
{
	sqlite3_blob *blob = NULL;
	size_t stored;
	int rc = sqlite3_blob_open(db->h, "main", table, column, rowid, 0, &blob);

	if (rc != SQLITE_OK)
		return db_fail(db, rc, e);
	stored = (size_t)sqlite3_blob_bytes(blob);
	if (stored == size)
		rc = sqlite3_blob_read(blob, into, (int)size, 0);
	else
		err_set(e, ERR_DATA, "%s: %s.%s of row %lld holds %zu bytes, not %zu", db->path,
		    table, column, (long long)rowid, stored, size);
	if (rc != SQLITE_OK)
		db_fail(db, rc, e);
	sqlite3_blob_close(blob);
	return stored == size && rc == SQLITE_OK;
}
