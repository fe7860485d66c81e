#include "career/store/catalog.h"

#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/store/sql_data.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef CAREER_PREFIX
#define CAREER_PREFIX "/usr/local"
#endif

/* How to come by a good file, for the end of every message. */
#define MEND "build it again with `career build` (in the source folder: `make run`)"
#define MAKE "make one with `career build` (in the source folder: `make run`)"

/* --- what stands at the path ----------------------------------------------------------------- */

static bool
check_magic(const char *path, struct err *e)
{
	static const char magic[16] = "SQLite format 3";
	char head[sizeof magic];
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0 && errno == EACCES)
		return err_set(e, ERR_DATA,
		    "no right to read the catalog %s: change its mode, or " MAKE, path);
	if (fd < 0)
		return err_set(
		    e, ERR_DATA, "cannot read the catalog %s: %s; " MAKE, path, strerror(errno));
	n = read(fd, head, sizeof head);
	close(fd);
	if (n == 0)
		return err_set(e, ERR_DATA, "the catalog %s is empty: " MEND, path);
	if (n != (ssize_t)sizeof head || memcmp(head, magic, sizeof magic) != 0)
		return err_set(e, ERR_DATA,
		    "%s is not a catalog (not an SQLite file): name another, or " MAKE, path);
	return true;
}

static bool
check_place(const char *path, struct err *e)
{
	struct stat st;

	if (stat(path, &st) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return err_set(e, ERR_DATA, "there is no catalog at %s: " MAKE, path);
		return err_set(
		    e, ERR_DATA, "cannot read the catalog %s: %s; " MAKE, path, strerror(errno));
	}
	if (S_ISDIR(st.st_mode))
		return err_set(e, ERR_DATA,
		    "%s is a folder, not a catalog: name the file in it, or " MAKE, path);
	if (!S_ISREG(st.st_mode))
		return err_set(
		    e, ERR_DATA, "%s is not a regular file: name a catalog, or " MAKE, path);
	return check_magic(path, e);
}

/* --- what stands in the file ----------------------------------------------------------------- */

static bool
check_version(struct db *db, struct err *e)
{
	int64_t id = 0, version = 0;

	if (!db_int(db, "PRAGMA application_id", &id, e)
	    || !db_int(db, "PRAGMA user_version", &version, e))
		return false;
	if (id != CATALOG_APPLICATION_ID)
		return err_set(e, ERR_DATA,
		    "%s belongs to another program (application id 0x%llx): name a catalog, or " MAKE,
		    db_path(db), (unsigned long long)id);
	if (version < CATALOG_VERSION)
		return err_set(e, ERR_DATA,
		    "the catalog %s has the older schema %lld, this program reads %d: " MEND,
		    db_path(db), (long long)version, CATALOG_VERSION);
	if (version > CATALOG_VERSION)
		return err_set(e, ERR_DATA,
		    "the catalog %s has the newer schema %lld, this program reads %d: install the newer "
		    "program, or " MEND,
		    db_path(db), (long long)version, CATALOG_VERSION);
	return true;
}

/* CREATE statements of the embedded schema: each begins a line there. */
static size_t
count_created(void)
{
	static const char word[] = "CREATE ";
	size_t n = 0;

	for (size_t i = 0; i < sql_catalog_count; i++) {
		const char *s = sql_catalog[i].sql;

		for (; s; s = strchr(s, '\n')) {
			s += *s == '\n';
			n += strncmp(s, word, sizeof word - 1) == 0;
		}
	}
	return n;
}

/* SQLite keeps the text of a CREATE as it was written: a whole statement of the embedded schema. */
static bool
is_ours(const char *sql)
{
	size_t len = strlen(sql);

	for (size_t i = 0; i < sql_catalog_count; i++) {
		const char *text = sql_catalog[i].sql;
		const char *at = strstr(text, sql);

		if (at && (at == text || at[-1] == '\n') && at[len] == ';')
			return true;
	}
	return false;
}

/*
 * The tables, indexes and views are exactly those that this program would make. A file whose views
 * say something else, by another build of the program or by malice, is not read.
 */
static bool
check_schema(struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "store_schema", e);
	size_t n = 0;
	bool same = true;
	int rc = -1;

	while (st && same && (rc = stmt_step(st, e)) == 1) {
		same = is_ours(stmt_str(st, 0));
		n++;
	}
	if (st)
		stmt_reset(st);
	if (rc < 0)
		return false;
	if (!same || n != count_created())
		return err_set(e, ERR_DATA,
		    "the catalog %s has other tables than this program reads: " MEND, db_path(db));
	return true;
}

/* ---------------------------------------------------------------------------------------------- */

struct db *
catalog_open(const char *path, struct err *e)
{
	struct db *db;
	int64_t n;

	if (!check_place(path, e))
		return NULL;
	db = db_open(path, DB_READ, e);
	if (!db)
		return NULL;
	db_set_mend(db, MEND);
	if (check_version(db, e) && check_schema(db, e)
	    && db_int(db, "SELECT count(*) FROM meta", &n, e)) {
		db_trust_schema(db);
		return db;
	}
	db_close(db);
	return NULL;
}

/* application_id stands at this place of an SQLite file (https://www.sqlite.org/fileformat2.html). */
static bool
has_our_id(const char *path)
{
	enum { AT = 68 };
	unsigned char id[4];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool got = fd >= 0 && pread(fd, id, sizeof id, AT) == (ssize_t)sizeof id;

	if (fd >= 0)
		close(fd);
	return got && (uint32_t)id[0] << 24 == (CATALOG_APPLICATION_ID & 0xff000000u)
	    && id[1] == (CATALOG_APPLICATION_ID >> 16 & 0xff)
	    && id[2] == (CATALOG_APPLICATION_ID >> 8 & 0xff)
	    && id[3] == (CATALOG_APPLICATION_ID & 0xff);
}

enum catalog_state
catalog_look(const char *path, struct err *e)
{
	struct stat st;
	struct db *db = catalog_open(path, e);

	db_close(db);
	if (db)
		return CATALOG_GOOD;
	if (stat(path, &st) != 0)
		return CATALOG_ABSENT;
	return S_ISREG(st.st_mode) && has_our_id(path) ? CATALOG_STALE : CATALOG_FOREIGN;
}

static bool
create_in_transaction(struct db *db, struct err *e)
{
	char ids[96];

	for (size_t i = 0; i < sql_catalog_count; i++)
		if (!db_exec(db, sql_catalog[i].sql, e))
			return err_prefix(e, "%s", sql_catalog[i].name);
	snprintf(ids, sizeof ids, "PRAGMA application_id = %d; PRAGMA user_version = %d",
	    CATALOG_APPLICATION_ID, CATALOG_VERSION);
	return db_exec(db, ids, e);
}

bool
catalog_create(struct db *db, struct err *e)
{
	int64_t n;

	if (!db_int(db, "SELECT count(*) FROM sqlite_schema", &n, e))
		return false;
	if (n != 0)
		return err_set(
		    e, ERR_DATA, "%s is not empty: a catalog is built in a new file", db_path(db));
	/* Large pages suit the columns' BLOBs; nothing private is in here to be overwritten. */
	if (!db_exec(db, "PRAGMA page_size = 16384; PRAGMA secure_delete = OFF", e)
	    || !db_begin(db, e))
		return false;
	if (create_in_transaction(db, e) && db_commit(db, e)) {
		db_trust_schema(db);
		return true;
	}
	db_rollback(db);
	return false;
}

char *
catalog_default_path(void)
{
	return path_data("catalog.db");
}

char *
catalog_find(const char *option)
{
	const char *named = option ? option : getenv("CAREER_CATALOG");
	char *own, *shared;

	if (named && named[0])
		return mem_dup(named);
	own = catalog_default_path();
	if (own && file_exists(own))
		return own;
	shared = mem_dup(CAREER_PREFIX "/share/career/catalog.db");
	if (own && !file_exists(shared)) {
		free(shared);
		return own;
	}
	free(own);
	return shared;
}

bool
catalog_meta(struct db *db, const char *key, char *out, size_t size)
{
	struct err e;
	struct stmt *st = db_query(db, "store_meta", &e);
	bool found;

	if (!st)
		return false;
	stmt_bind_text(st, 1, key);
	found = stmt_step(st, &e) == 1;
	if (found)
		snprintf(out, size, "%s", stmt_str(st, 0));
	stmt_reset(st);
	return found;
}
