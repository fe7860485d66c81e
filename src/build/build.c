/*
 * build.c - data packs to a catalog in place.
 */
#include "career/build/build.h"

#include "career/base/file.h"
#include "career/frame/frame.h"
#include "career/import/pack.h"
#include "career/query/field.h"
#include "career/store/catalog.h"
#include "derive.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names of the new file and of what SQLite keeps beside it: TARGET.new-PID, TARGET.new-PID-journal. */
#define NEW ".new-"
#define JOURNAL "-journal"

static bool
put_meta(struct db *db, const char *key, const char *value, struct err *e)
{
	struct stmt *st = db_query(db, "meta_put", e);

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, key);
	stmt_bind_text(st, 2, value);
	return stmt_run(st, e);
}

/* Every start shows them: found once, since they are those of all figures. */
static bool
put_years(struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "catalog_years", e);
	char years[32] = "";
	int step = st != NULL ? stmt_step(st, e) : -1;

	if (step == 1 && !stmt_null(st, 0))
		snprintf(years, sizeof years, "%lld-%lld", (long long)stmt_int(st, 0),
		    (long long)stmt_int(st, 1));
	if (st != NULL)
		stmt_reset(st);
	return step >= 0 && put_meta(db, "years", years, e);
}

bool
build_finish(struct db *db, struct err *e)
{
	if (!derive_programs(db, e) || !put_years(db, e))
		return false;
	for (size_t i = 0; i < nlists; i++) {
		struct frame f;
		bool ok =
		    frame_build(&f, list_frame_spec(lists[i]), db, e) && frame_store(&f, db, e);

		frame_free(&f);
		if (!ok)
			return err_prefix(e, "list of %s", lists[i]->name);
	}
	return true;
}

static bool
fill(struct db *db, const struct pack_set *set, struct err *e)
{
	char hash[32];

	snprintf(hash, sizeof hash, "%016llx", (unsigned long long)pack_hash(set));
	return pack_store(set, db, e) && build_finish(db, e)
	    && put_meta(db, "content_hash", hash, e);
}

static bool
check_integrity(struct db *db, struct err *e)
{
	struct stmt *st = db_prepare(db, "PRAGMA integrity_check", e);
	int step = st != NULL ? stmt_step(st, e) : -1;
	bool ok = step == 1 && strcmp(stmt_str(st, 0), "ok") == 0;
	int64_t broken = 0;

	if (step == 1 && !ok)
		err_set(e, ERR_DATA, "integrity check of the new catalog: %s", stmt_str(st, 0));
	stmt_finalize(st);
	if (!ok || !db_int(db, "SELECT count(*) FROM pragma_foreign_key_check", &broken, e))
		return false;
	if (broken > 0)
		return err_set(e, ERR_DATA, "%lld references of the new catalog lead nowhere",
		    (long long)broken);
	return true;
}

static bool
write_catalog(const char *path, const struct pack_set *set, struct err *e)
{
	struct db *db = db_open(path, DB_CREATE, e);
	bool ok;

	if (db == NULL)
		return false;
	ok = catalog_create(db, e) && db_begin(db, e);
	if (ok && !(fill(db, set, e) && db_commit(db, e))) {
		db_rollback(db);
		ok = false;
	}
	ok = ok && check_integrity(db, e);
	db_close(db);
	return ok;
}

static bool
sync_path(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return ok;
}

static bool
put_in_place(const char *fresh, const char *target, struct err *e)
{
	char *dir = mem_dup(target);
	char *slash = strrchr(dir, '/');
	bool ok;

	if (slash != NULL)
		slash[slash == dir] = '\0';
	ok = sync_path(fresh, O_RDONLY) && chmod(fresh, 0644) == 0 && rename(fresh, target) == 0;
	if (!ok)
		err_set(e, ERR_DATA, "%s: cannot put the new catalog in place: %s", target,
		    strerror(errno));
	else
		sync_path(slash != NULL ? dir : ".", O_RDONLY | O_DIRECTORY);
	free(dir);
	return ok;
}

/* The process in "BASE.new-PID" or the name of its journal; 0 for other names. */
static pid_t
builder_of(const char *name, const char *base)
{
	size_t len = strlen(base);
	char *end;
	long pid;

	if (strncmp(name, base, len) != 0 || strncmp(name + len, NEW, strlen(NEW)) != 0)
		return 0;
	name += len + strlen(NEW);
	pid = strtol(name, &end, 10);
	if (*name < '1' || *name > '9' || pid > INT_MAX)
		return 0;
	return *end == '\0' || strcmp(end, JOURNAL) == 0 ? (pid_t)pid : 0;
}

/* Removes what a killed build left behind, when its process is gone. */
static void
sweep(const char *target)
{
	const char *slash = strrchr(target, '/');
	const char *base = slash != NULL ? slash + 1 : target;
	char *dir = slash == NULL ? mem_dup(".") : mem_ndup(target, (size_t)(slash - target) + 1);
	char **names = NULL;
	size_t n = 0;
	struct err e = {0};

	if (file_list(dir, NULL, &names, &n, &e)) {
		for (size_t i = 0; i < n; i++) {
			pid_t pid = builder_of(names[i], base);

			if (pid > 0 && kill(pid, 0) != 0 && errno == ESRCH) {
				char *path = path_join(dir, names[i]);

				unlink(path);
				free(path);
			}
		}
		file_list_free(names, n);
	}
	free(dir);
}

/* A journal stays where rolling back failed as well. */
static void
remove_new(const char *fresh)
{
	struct buf journal = BUF_INIT;

	buf_addf(&journal, "%s" JOURNAL, fresh);
	unlink(fresh);
	unlink(journal.data);
	buf_free(&journal);
}

/* Entries of a section; those of one key in two packs are one. */
static size_t
count_entries(const struct pack_set *set, enum pack_section_id sec)
{
	const struct pack_rows *r = &set->rows[sec];
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		n += r->row[i]->same == NULL;
	return n;
}

static void
count(const struct pack_set *set, struct build_counts *c)
{
	c->packs = count_entries(set, SEC_PACK);
	c->sources = count_entries(set, SEC_SOURCES);
	c->roles = count_entries(set, SEC_ROLES);
	c->figures = count_entries(set, SEC_FIGURES);
	c->skills = count_entries(set, SEC_SKILLS);
	c->programs = count_entries(set, SEC_PROGRAMS);
	c->guide = count_entries(set, SEC_GUIDE);
	c->terms = count_entries(set, SEC_TERMS);
}

bool
build_check(const char *const *packs, size_t npacks, const char *glossary, struct buf *lines,
    struct build_counts *counts, struct err *e)
{
	struct pack_set set;
	bool ok = pack_read(&set, packs, npacks, glossary, e);

	count(&set, counts);
	buf_add(lines, set.errors.data, set.errors.len);
	pack_free(&set);
	return ok;
}

bool
build_catalog(const char *target, const char *const *packs, size_t npacks, const char *glossary,
    struct buf *lines, struct build_counts *counts, struct err *e)
{
	struct pack_set set;
	struct buf fresh = BUF_INIT;
	bool ok = pack_read(&set, packs, npacks, glossary, e);

	count(&set, counts);
	buf_add(lines, set.errors.data, set.errors.len);
	buf_addf(&fresh, "%s" NEW "%ld", target, (long)getpid());
	ok = ok && file_make_parent(target, e);
	if (ok) {
		sweep(target);
		remove_new(fresh.data);
		ok = write_catalog(fresh.data, &set, e) && put_in_place(fresh.data, target, e);
		if (!ok)
			remove_new(fresh.data);
	}
	buf_free(&fresh);
	pack_free(&set);
	return ok;
}

char *
build_data_dir(void)
{
	const char *env = getenv("CAREER_DATA");

	if (env != NULL && *env != '\0')
		return mem_dup(env);
	if (file_is_dir("data/packs"))
		return mem_dup("data");
	return mem_dup(CAREER_PREFIX "/share/career");
}
