/*
 * fetch_part.c - a file on its way: the bytes that came, and of which version of the file they are.
 */
#include "fetch_work.h"

#include "career/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A line of a tag, without what no header may hold. */
static const char *
take_line(const char *at, char *to, size_t size)
{
	size_t len = strcspn(at, "\n");

	to[0] = '\0';
	if (len < size && strcspn(at, "\r") >= len) {
		memcpy(to, at, len);
		to[len] = '\0';
	}
	return at + len + (at[len] == '\n');
}

static void
read_tag(struct fetch *f)
{
	struct buf text = BUF_INIT;
	struct err e;

	if (file_exists(f->tag_path) && file_read(f->tag_path, sizeof f->tag, &text, &e)) {
		const char *at = take_line(text.data, f->tag.address, sizeof f->tag.address);

		at = take_line(at, f->tag.etag, sizeof f->tag.etag);
		take_line(at, f->tag.modified, sizeof f->tag.modified);
	}
	if (strcmp(f->tag.address, f->w->address) != 0)
		memset(&f->tag, 0, sizeof f->tag);
	/* Nobody can say what the rest of it would be. */
	if (f->tag.etag[0] != '"' && f->tag.modified[0] == '\0')
		f->at = 0;
	buf_free(&text);
}

bool
fetch_write_tag(struct fetch *f, struct err *e)
{
	struct buf text = BUF_INIT;
	bool ok;

	f->tagged = true;
	f->tag = f->seen;
	snprintf(f->tag.address, sizeof f->tag.address, "%s", f->w->address);
	buf_addf(&text, "%s\n%s\n%s\n", f->tag.address, f->tag.etag, f->tag.modified);
	ok = file_write_atomic(f->tag_path, text.data, text.len, 0600, e);
	buf_free(&text);
	return ok;
}

static bool
busy(const struct fetch *f, struct err *e)
{
	return err_set(e, ERR_DATA, "%s: another `career get` is writing it", f->w->part);
}

/* Whether the name still leads to the file that is open. */
static bool
is_same(const struct fetch *f)
{
	struct stat open_st, named;

	return fstat(f->fd, &open_st) == 0 && lstat(f->w->part, &named) == 0
	    && open_st.st_ino == named.st_ino && open_st.st_dev == named.st_dev;
}

bool
fetch_open_part(struct fetch *f, struct err *e)
{
	int flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW;
	struct stat st;

	f->fd = open(f->w->part, flags);
	f->fresh = f->fd < 0 && errno == ENOENT;
	if (f->fresh)
		f->fd = open(f->w->part, flags | O_CREAT | O_EXCL, 0600);
	if (f->fd < 0)
		return errno == EEXIST
		    ? busy(f, e)
		    : err_set(e, ERR_DATA, "%s: %s", f->w->part, strerror(errno));
	if (flock(f->fd, LOCK_EX | LOCK_NB) != 0 || !is_same(f))
		return busy(f, e);
	if (fstat(f->fd, &st) != 0 || !S_ISREG(st.st_mode))
		return err_set(e, ERR_DATA, "%s is not a file", f->w->part);
	f->at = (uint64_t)st.st_size;
	read_tag(f);
	return true;
}

void
fetch_drop_part(const struct fetch *f)
{
	unlink(f->w->part);
	if (f->tagged || !f->fresh)
		unlink(f->tag_path);
}

bool
fetch_write(struct fetch *f, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = pwrite(f->fd, bytes, len, (off_t)f->at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes += n;
		len -= (size_t)n;
		f->at += (uint64_t)n;
	}
	return true;
}

static bool
sync_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char dir[4096] = ".";
	int fd;
	bool ok;

	if (slash != NULL)
		snprintf(dir, sizeof dir, "%.*s", (int)(slash > path ? slash - path : 1), path);
	fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	ok = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	return ok;
}

bool
fetch_put_in_place(struct fetch *f, struct err *e)
{
	return (fsync(f->fd) == 0 && rename(f->w->part, f->w->path) == 0 && sync_folder(f->w->path))
	    || err_set(e, ERR_DATA, "%s: %s", f->w->path, strerror(errno));
}
