/*
 * place.c - locks, new files and the rename over the old one.
 */
#include "place.h"

#include "career/base/file.h"
#include "career/base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names of the new file and of what SQLite keeps beside it: TARGET.new-PID, TARGET.new-PID-journal. */
#define NEW ".new-"
#define OLD ".old-"
#define JOURNAL "-journal"
#define LOCK ".lock"

static char *
joined(const char *a, const char *b)
{
	struct buf out = BUF_INIT;

	buf_addf(&out, "%s%s", a, b);
	return buf_take(&out);
}

/* --- leftovers ------------------------------------------------------------------------------- */

/* The process in "BASE.new-PID" or the name of its journal; 0 for other names. */
static pid_t
maker_of(const char *name, const char *base, const char *suffix)
{
	size_t len = strlen(base);
	char *end;
	long pid;

	if (strncmp(name, base, len) != 0
	    || (strncmp(name + len, NEW, strlen(NEW)) != 0
		&& (suffix != NULL || strncmp(name + len, OLD, strlen(OLD)) != 0)))
		return 0;
	name += len + strlen(NEW);
	pid = strtol(name, &end, 10);
	if (*name < '1' || *name > '9' || pid > INT_MAX)
		return 0;
	return *end == '\0' || (suffix != NULL && strcmp(end, suffix) == 0) ? (pid_t)pid : 0;
}

/* A file, or a folder of files. */
static void
remove_any(const char *path)
{
	char **names;
	size_t n;
	struct err e;

	if (!file_is_dir(path)) {
		unlink(path);
		return;
	}
	if (file_list(path, NULL, &names, &n, &e)) {
		for (size_t i = 0; i < n; i++) {
			char *file = path_join(path, names[i]);

			unlink(file);
			free(file);
		}
		file_list_free(names, n);
	}
	rmdir(path);
}

void
place_sweep(const char *path, const char *suffix)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash != NULL ? slash + 1 : path;
	char *dir = slash == NULL ? mem_dup(".") : mem_ndup(path, (size_t)(slash - path) + 1);
	char **names = NULL;
	size_t n = 0;
	struct err e = {0};

	if (file_list(dir, NULL, &names, &n, &e)) {
		for (size_t i = 0; i < n; i++) {
			pid_t pid = maker_of(names[i], base, suffix);

			if (pid > 0 && kill(pid, 0) != 0 && errno == ESRCH) {
				char *left = path_join(dir, names[i]);

				if (suffix == NULL)
					remove_any(left);
				else
					unlink(left);
				free(left);
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
	char *journal = joined(fresh, JOURNAL);

	unlink(fresh);
	unlink(journal);
	free(journal);
}

/* --- the lock -------------------------------------------------------------------------------- */

/* Whether the locked file is the one that the path names: another may have removed it in between. */
static bool
is_named(int fd, const char *path)
{
	struct stat a, b;

	return fstat(fd, &a) == 0 && stat(path, &b) == 0 && a.st_dev == b.st_dev
	    && a.st_ino == b.st_ino;
}

static bool
take_lock(struct place *p, struct err *e)
{
	for (;;) {
		p->lock = open(p->lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
		if (p->lock < 0)
			return err_set(
			    e, ERR_DATA, "cannot write beside %s: %s", p->target, strerror(errno));
		if (flock(p->lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
			close(p->lock);
			return err_set(e, ERR_DATA,
			    "%s is being built or imported into by another career: try again when it "
			    "has ended",
			    p->target);
		}
		if (is_named(p->lock, p->lock_path))
			return true;
		close(p->lock);
	}
}

/* --- the new file ---------------------------------------------------------------------------- */

bool
place_begin(struct place *p, const char *target, struct err *e)
{
	char number[32];

	*p = (struct place){.target = target, .lock = -1};
	if (!file_make_parent(target, e))
		return false;
	snprintf(number, sizeof number, NEW "%ld", (long)getpid());
	p->fresh = joined(target, number);
	p->lock_path = joined(target, LOCK);
	if (!take_lock(p, e)) {
		free(p->fresh);
		free(p->lock_path);
		return false;
	}
	place_sweep(target, JOURNAL);
	remove_new(p->fresh);
	return true;
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

bool
place_finish(struct place *p, struct err *e)
{
	char *dir = mem_dup(p->target);
	char *slash = strrchr(dir, '/');
	bool ok;

	if (slash != NULL)
		slash[slash == dir] = '\0';
	ok = sync_path(p->fresh, O_RDONLY) && chmod(p->fresh, 0644) == 0
	    && rename(p->fresh, p->target) == 0;
	if (!ok)
		err_set(e, ERR_DATA, "%s: cannot put the new catalog in place: %s", p->target,
		    strerror(errno));
	else
		sync_path(slash != NULL ? dir : ".", O_RDONLY | O_DIRECTORY);
	free(dir);
	return ok;
}

void
place_again(struct place *p)
{
	remove_new(p->fresh);
}

void
place_end(struct place *p)
{
	remove_new(p->fresh);
	/* While it is locked: who waits for it sees that it is gone. */
	unlink(p->lock_path);
	close(p->lock);
	free(p->fresh);
	free(p->lock_path);
}
