/*
 * profile_backup.c - copies of a profile beside it, and what is done with a damaged one.
 *
 * Names: PATH.2026-11-22.bak of a day, PATH.v1.bak before the schema was brought up to date,
 * PATH.damaged-20261122T194500Z what was set aside.
 */
#include "career/base/file.h"
#include "career/base/mem.h"
#include "profile_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static char *
beside(const char *path, const char *tail)
{
	size_t size = strlen(path) + strlen(tail) + 1;
	char *name = mem_alloc(size);

	snprintf(name, size, "%s%s", path, tail);
	return name;
}

/* --- making one ------------------------------------------------------------------------------ */

static bool
sync_path(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return ok;
}

/* Some file systems refuse this of a folder; the rename itself has been done by then. */
static void
sync_parent(const char *path)
{
	char *dir = mem_dup(path), *slash = strrchr(dir, '/');

	if (slash == dir)
		slash++;
	if (slash)
		*slash = '\0';
	(void)sync_path(slash ? dir : ".");
	free(dir);
}

/* A new, empty file with mode 0600: what is copied into it was never readable by others. */
static bool
make_private(const char *path, struct err *e)
{
	int fd;

	unlink(path);
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return err_set(e, ERR_DATA, "cannot write %s: %s", path, strerror(errno));
	close(fd);
	return true;
}

static bool
copy_into(struct db *db, const char *path, struct err *e)
{
	struct stmt *st = db_prepare(db, "VACUUM INTO ?1", e);
	bool ok;

	if (!st)
		return false;
	stmt_bind_text(st, 1, path);
	ok = stmt_run(st, e);
	stmt_finalize(st);
	return ok;
}

static bool
is_whole(const char *path, struct err *e)
{
	struct db *db = profile_open_file(path, e);

	db_close(db);
	return db;
}

static bool
put(const char *part, const char *to, struct err *e)
{
	if (!sync_path(part) || rename(part, to) != 0)
		return err_set(e, ERR_DATA, "cannot write %s: %s", to, strerror(errno));
	sync_parent(to);
	return true;
}

bool
profile_copy(struct db *db, const char *to, struct err *e)
{
	char *part = beside(to, ".part");
	bool ok = make_private(part, e);

	if (ok) {
		ok = copy_into(db, part, e) && is_whole(part, e) && put(part, to, e);
		if (!ok)
			unlink(part);
	}
	free(part);
	return ok;
}

/* --- those that are there -------------------------------------------------------------------- */

static int
by_age(const void *a, const void *b)
{
	const struct profile_backup *x = a, *y = b;

	if (x->made != y->made)
		return (x->made < y->made) - (x->made > y->made);
	return -strcmp(x->path, y->path);
}

static void
take(struct profile_backups *out, const char *dir, const char *name)
{
	struct stat st;
	char *path = path_join(dir, name);

	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode)) {
		free(path);
		return;
	}
	out->b = mem_grow(out->b, out->n + 1, sizeof *out->b);
	out->b[out->n++] = (struct profile_backup){.path = path, .made = (int64_t)st.st_mtime};
}

/* Regular files beside `path` that have its name, `mark` and something behind it; newest first. */
static bool
list_beside(const char *path, const char *mark, const char *suffix, struct profile_backups *out,
    struct err *e)
{
	const char *slash = strrchr(path, '/');
	char *front = beside(slash ? slash + 1 : path, mark), **names = NULL;
	char *dir =
	    slash ? mem_ndup(path, slash == path ? 1 : (size_t)(slash - path)) : mem_dup(".");
	size_t n = 0;
	bool ok = !file_is_dir(dir) || file_list(dir, suffix, &names, &n, e);

	*out = (struct profile_backups){NULL, 0};
	for (size_t i = 0; ok && i < n; i++)
		if (strncmp(names[i], front, strlen(front)) == 0)
			take(out, dir, names[i]);
	if (out->n > 0)
		qsort(out->b, out->n, sizeof *out->b, by_age);
	file_list_free(names, n);
	free(front);
	free(dir);
	return ok;
}

bool
profile_backups(const char *path, struct profile_backups *out, struct err *e)
{
	return list_beside(path, ".", ".bak", out, e);
}

void
profile_backups_free(struct profile_backups *all)
{
	for (size_t i = 0; i < all->n; i++)
		free(all->b[i].path);
	free(all->b);
	*all = (struct profile_backups){NULL, 0};
}

bool
profile_backup_good(const struct profile_backup *b)
{
	struct err e;

	return is_whole(b->path, &e);
}

/* PATH.2026-11-22.bak: one of a day, not one before a migration. */
static bool
is_of_day(const struct profile_backup *b)
{
	size_t len = strlen(b->path), day = strlen(".YYYY-MM-DD.bak");
	const char *tail = b->path + (len > day ? len - day : 0);

	return len > day && tail[0] == '.' && tail[5] == '-' && tail[8] == '-'
	    && strspn(tail + 1, "0123456789-") == 10;
}

static void
drop_old(const char *path)
{
	struct profile_backups all;
	struct err e;
	size_t kept = 0;

	if (!profile_backups(path, &all, &e))
		return;
	for (size_t i = 0; i < all.n; i++)
		if (is_of_day(&all.b[i]) && ++kept > PROFILE_BACKUPS)
			unlink(all.b[i].path);
	profile_backups_free(&all);
}

void
profile_back_up_today(const struct profile *p)
{
	time_t now = time(NULL);
	struct tm tm;
	struct err e;
	char day[32], *name;

	if (!p->path || !gmtime_r(&now, &tm))
		return;
	strftime(day, sizeof day, ".%Y-%m-%d.bak", &tm);
	name = beside(p->path, day);
	if (!file_exists(name) && profile_copy(p->db, name, &e))
		drop_old(p->path);
	free(name);
}

/* --- a damaged one --------------------------------------------------------------------------- */

/* The newest one that is whole; NULL: none. */
static const struct profile_backup *
newest_good(const struct profile_backups *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (profile_backup_good(&all->b[i]))
			return &all->b[i];
	return NULL;
}

char *
profile_mendable(const char *path)
{
	struct profile_backups all;
	struct err e;
	char *best = NULL;

	if (!profile_backups(path, &all, &e))
		return NULL;
	if (all.n > 0 && file_exists(path) && !is_whole(path, &e)) {
		const struct profile_backup *b = newest_good(&all);

		best = b ? mem_dup(b->path) : NULL;
	}
	profile_backups_free(&all);
	return best;
}

/* The file keeps both names until the new one takes its place; its log goes along. */
static bool
set_aside(const char *path, const char *aside, struct err *e)
{
	char *log = beside(path, "-wal"), *log_aside = beside(aside, "-wal");
	char *shared = beside(path, "-shm");
	bool ok = link(path, aside) == 0 || rename(path, aside) == 0;

	if (ok && file_exists(log))
		ok = rename(log, log_aside) == 0;
	if (!ok)
		err_set(e, ERR_DATA, "cannot set %s aside: %s", path, strerror(errno));
	else
		unlink(shared);
	free(log);
	free(log_aside);
	free(shared);
	return ok;
}

static char *
aside_name(const char *path)
{
	time_t now = time(NULL);
	struct tm tm;
	char tail[48] = ".damaged";
	char *name;

	if (gmtime_r(&now, &tm))
		strftime(tail, sizeof tail, ".damaged-%Y%m%dT%H%M%SZ", &tm);
	name = beside(path, tail);
	for (int i = 2; file_exists(name) && i < 1000; i++) {
		char more[64];

		snprintf(more, sizeof more, "%s-%d", tail, i);
		free(name);
		name = beside(path, more);
	}
	return name;
}

bool
profile_restore(const char *path, const char *backup, char **aside, struct err *e)
{
	char *part = beside(path, ".part");
	struct db *db = profile_open_file(backup, e);
	bool ok = db && profile_copy(db, part, e);

	db_close(db);
	*aside = NULL;
	if (ok && file_exists(path)) {
		*aside = aside_name(path);
		ok = set_aside(path, *aside, e);
	}
	ok = ok && put(part, path, e);
	if (!ok) {
		unlink(part);
		free(*aside);
		*aside = NULL;
	}
	free(part);
	return ok;
}

/* What does not exist is no failure. */
static bool
erase(const char *path, void (*each)(void *ctx, const char *path), void *ctx, struct err *e)
{
	if (unlink(path) == 0)
		each(ctx, path);
	else if (errno != ENOENT)
		return err_set(e, ERR_DATA, "cannot remove %s: %s", path, strerror(errno));
	return true;
}

static bool
erase_all(const struct profile_backups *all, void (*each)(void *ctx, const char *path), void *ctx,
    struct err *e)
{
	for (size_t i = 0; i < all->n; i++)
		if (!erase(all->b[i].path, each, ctx, e))
			return false;
	return true;
}

bool
profile_erase(const char *path, void (*each)(void *ctx, const char *path), void *ctx, struct err *e)
{
	static const char *const tails[] = {"", "-wal", "-shm", "-journal", ".part", ".bak.part"};
	struct profile_backups copies, damaged = {NULL, 0};
	bool ok = list_beside(path, ".", ".bak", &copies, e)
	    && list_beside(path, ".damaged", NULL, &damaged, e);

	for (size_t i = 0; ok && i < sizeof tails / sizeof *tails; i++) {
		char *name = beside(path, tails[i]);

		ok = erase(name, each, ctx, e);
		free(name);
	}
	ok = ok && erase_all(&copies, each, ctx, e) && erase_all(&damaged, each, ctx, e);
	profile_backups_free(&copies);
	profile_backups_free(&damaged);
	return ok;
}
