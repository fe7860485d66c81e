#include "career/store/profile.h"

#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/store/db.h"
#include "career/store/sql_data.h"
#include "profile_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* For the end of a message about a file that is not touched. */
#define MEND "it is left untouched; move it away, or choose another with --profile"

/* --- checks ---------------------------------------------------------------------------------- */

/* Whether something to read stands there: *size > 0. */
static bool
check_place(const char *path, off_t *size, struct err *e)
{
	struct stat st;

	*size = 0;
	if (stat(path, &st) != 0)
		return errno == ENOENT
		    || err_set(
			e, ERR_DATA, "cannot read the profile %s: %s", path, strerror(errno));
	if (S_ISDIR(st.st_mode))
		return err_set(e, ERR_DATA,
		    "%s is a folder, not a profile: choose another with --profile", path);
	if (!S_ISREG(st.st_mode))
		return err_set(
		    e, ERR_DATA, "%s is not a regular file: choose another with --profile", path);
	*size = st.st_size;
	return true;
}

static uint32_t
big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool
newer(const char *path, long long version, struct err *e)
{
	return err_set(e, ERR_DATA,
	    "the profile %s was written by a newer program (schema %lld, this one knows %d): " MEND,
	    path, version, PROFILE_VERSION);
}

/*
 * Looks at the first bytes before SQLite does: opening a file for writing may already change it
 * (a log beside it is played back). Layout: https://www.sqlite.org/fileformat2.html, 1.3.
 */
static bool
check_head(const char *path, struct err *e)
{
	unsigned char head[100];
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return err_set(
		    e, ERR_DATA, "cannot read the profile %s: %s", path, strerror(errno));
	n = read(fd, head, sizeof head);
	close(fd);
	if (n != (ssize_t)sizeof head || memcmp(head, "SQLite format 3", 16) != 0
	    || big_endian(head + 68) != PROFILE_APPLICATION_ID)
		return err_set(e, ERR_DATA, "%s is not a profile of this program: " MEND, path);
	if (big_endian(head + 60) > PROFILE_VERSION)
		return newer(path, big_endian(head + 60), e);
	return true;
}

static bool
check_whole(struct db *db, struct err *e)
{
	struct stmt *st = db_prepare(db, "PRAGMA quick_check(1)", e);
	int rc;
	bool ok;

	if (!st)
		return false;
	rc = stmt_step(st, e);
	ok = rc == 1 && strcmp(stmt_str(st, 0), "ok") == 0;
	if (rc == 1 && !ok)
		err_set(e, ERR_DATA, "the profile %s is damaged (%s): " MEND, db_path(db),
		    stmt_str(st, 0));
	stmt_finalize(st);
	return ok;
}

/* --- schema ---------------------------------------------------------------------------------- */

/* A copy of an older file beside it, PATH.v1.bak, before it is changed. An earlier copy stays. */
static bool
back_up(struct db *db, const char *path, long long version, struct err *e)
{
	size_t size = strlen(path) + 32;
	char *copy = mem_alloc(size);
	bool ok;

	snprintf(copy, size, "%s.v%lld.bak", path, version);
	ok = file_exists(copy) || profile_copy(db, copy, e);
	free(copy);
	return ok;
}

/* One transaction: another program that starts at the same time waits, then finds it done. */
static bool
migrate(struct db *db, struct err *e)
{
	int64_t version = 0;
	char ids[96];

	if (!db_int(db, "PRAGMA user_version", &version, e))
		return false;
	if (version > PROFILE_VERSION)
		return newer(db_path(db), version, e);
	for (size_t i = (size_t)version; i < PROFILE_VERSION; i++)
		if (!db_exec(db, sql_profile[i].sql, e))
			return err_prefix(e, "%s", sql_profile[i].name);
	snprintf(ids, sizeof ids, "PRAGMA application_id = %d; PRAGMA user_version = %d",
	    PROFILE_APPLICATION_ID, PROFILE_VERSION);
	return version == PROFILE_VERSION || db_exec(db, ids, e);
}

static bool
migrate_safely(struct db *db, struct err *e)
{
	if (!db_begin(db, e))
		return false;
	if (migrate(db, e) && db_commit(db, e))
		return true;
	db_rollback(db);
	return false;
}

/* --- the file -------------------------------------------------------------------------------- */

/* The file with mode 0600 whatever the umask, in a folder of mode 0700. */
static bool
make_file(const char *path, struct err *e)
{
	struct stat st;
	int fd;

	if (!file_make_parent(path, e))
		return err_prefix(e, "cannot keep the profile");
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return err_set(
		    e, ERR_DATA, "cannot write the profile %s: %s", path, strerror(errno));
	if (fstat(fd, &st) == 0 && st.st_size == 0)
		(void)fchmod(fd, 0600);
	close(fd);
	return true;
}

static bool
set_durable(struct db *db, struct err *e)
{
	struct stmt *st;
	bool ok;

	/* Where there can be no WAL SQLite keeps its rollback journal. */
	st = db_prepare(db,
	    profile_on_network(db_path(db)) ? "PRAGMA journal_mode = DELETE"
					    : "PRAGMA journal_mode = WAL",
	    e);
	ok = st && stmt_step(st, e) >= 0;
	stmt_finalize(st);
	return ok && db_exec(db, "PRAGMA synchronous = FULL", e);
}

struct db *
profile_open_file(const char *path, struct err *e)
{
	bool writable = access(path, W_OK) == 0;
	struct db *db;

	if (!check_head(path, e))
		return NULL;
	db = db_open(path, writable ? DB_WRITE : DB_READ, e);
	if (!db)
		return NULL;
	db_set_mend(db, MEND);
	if (check_whole(db, e))
		return db;
	db_keep_log(db);
	db_close(db);
	return NULL;
}

static bool
open_or_make(struct profile *p, struct err *e)
{
	off_t size;

	if (!make_file(p->path, e) || !check_place(p->path, &size, e))
		return false;
	p->db = size > 0 ? profile_open_file(p->path, e) : db_open(p->path, DB_WRITE, e);
	if (p->db)
		db_set_mend(p->db, MEND);
	return p->db;
}

static bool
make_schema(struct profile *p, struct err *e)
{
	int64_t version = 0, tables = 0;

	if (!db_int(p->db, "PRAGMA user_version", &version, e)
	    || !db_int(p->db, "SELECT count(*) FROM sqlite_schema", &tables, e))
		return false;
	if (version == PROFILE_VERSION)
		return true;
	if (p->path && tables > 0 && !back_up(p->db, p->path, (long long)version, e))
		return false;
	return migrate_safely(p->db, e);
}

bool
profile_make_ready(struct profile *p, struct err *e)
{
	bool old = p->db && p->path;

	if (p->ready)
		return profile_step_open(p, e);
	/* The schema first: its ids then stand in the file itself, not only in its log. */
	if ((!p->db && !open_or_make(p, e)) || !make_schema(p, e)
	    || (p->path && !set_durable(p->db, e)))
		return false;
	if (old)
		profile_back_up_today(p);
	p->ready = true;
	return profile_step_open(p, e);
}

bool
profile_begin(struct profile *p, bool *own, struct err *e)
{
	*own = false;
	if (!profile_make_ready(p, e))
		return false;
	*own = !db_in_transaction(p->db);
	return !*own || db_begin(p->db, e);
}

bool
profile_end(struct profile *p, bool own, bool ok, struct err *e)
{
	if (!own)
		return ok;
	if (ok && db_commit(p->db, e))
		return true;
	db_rollback(p->db);
	return false;
}

static bool
open_existing(struct profile *p, struct err *e)
{
	off_t size;

	if (!check_place(p->path, &size, e))
		return false;
	if (size == 0)
		return true;
	p->db = profile_open_file(p->path, e);
	return p->db && make_schema(p, e);
}

struct profile *
profile_open(const char *path, struct err *e)
{
	struct profile *p = mem_zero(1, sizeof *p);
	bool ok;

	p->path = mem_dup(path);
	buf_init(&p->unkept);
	if (!path) {
		p->db = db_open(NULL, DB_MEMORY, e);
		ok = p->db && profile_make_ready(p, e);
	} else {
		ok = open_existing(p, e);
	}
	if (ok)
		return p;
	profile_close(p);
	return NULL;
}

void
profile_close(struct profile *p)
{
	if (!p)
		return;
	profile_step_drop(p);
	buf_free(&p->unkept);
	db_close(p->db);
	free(p->path);
	free(p);
}

bool
profile_in_memory(const struct profile *p)
{
	return !p->path;
}
