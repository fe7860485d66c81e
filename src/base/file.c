#include "career/base/file.h"

#include "career/base/mem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
io_error(struct err *e, const char *verb, const char *path)
{
	return err_set(e, ERR_DATA, "cannot %s %s: %s", verb, path, strerror(errno));
}

static bool
too_large(struct err *e, const char *path, size_t limit)
{
	return err_set(e, ERR_DATA, "cannot read %s: it is larger than the %zu bytes allowed here",
	    path, limit);
}

/* Everything up to the end of file; the file may grow while it is read. */
static bool
read_all(int fd, const char *path, size_t limit, struct buf *out, struct err *e)
{
	char part[16384];
	ssize_t n;

	for (;;) {
		n = read(fd, part, sizeof part);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return io_error(e, "read", path);
		if (n == 0)
			return true;
		if ((size_t)n > limit - out->len)
			return too_large(e, path, limit);
		buf_add(out, part, (size_t)n);
	}
}

static bool
read_regular(int fd, const char *path, size_t limit, struct buf *out, struct err *e)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return io_error(e, "read", path);
	if (S_ISDIR(st.st_mode))
		return err_set(
		    e, ERR_DATA, "cannot read %s: it is a folder, a file was expected", path);
	if (!S_ISREG(st.st_mode))
		return err_set(e, ERR_DATA, "cannot read %s: it is not a regular file", path);
	if (st.st_size < 0 || (uintmax_t)st.st_size > limit)
		return too_large(e, path, limit);
	return read_all(fd, path, limit, out, e);
}

bool
file_read(const char *path, size_t limit, struct buf *out, struct err *e)
{
	/* O_NONBLOCK: a FIFO without a writer must not hang the program before fstat. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	bool ok;

	buf_clear(out);
	if (fd < 0)
		return io_error(e, "read", path);
	ok = read_regular(fd, path, limit, out, e);
	close(fd);
	return ok;
}

static bool
write_all(int fd, const char *bytes, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = write(fd, bytes, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

/* The folder that `path` stands in, "." when it names none. Owned by the caller. */
static char *
parent_of(const char *path)
{
	size_t len = strlen(path);

	while (len > 1 && path[len - 1] == '/')
		len--;
	while (len > 0 && path[len - 1] != '/')
		len--;
	while (len > 1 && path[len - 1] == '/')
		len--;
	return len > 0 ? mem_ndup(path, len) : mem_dup(".");
}

/* Some file systems refuse fsync on a folder; the rename itself has been done by then. */
static void
sync_folder(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static bool
fill_file(int fd, const void *bytes, size_t len, unsigned mode)
{
	bool ok = fchmod(fd, (mode_t)mode) == 0 && write_all(fd, bytes, len) && fsync(fd) == 0;
	int saved = errno;

	if (close(fd) != 0 && ok)
		return false;
	errno = saved;
	return ok;
}

bool
file_write_atomic(const char *path, const void *bytes, size_t len, unsigned mode, struct err *e)
{
	char *dir = parent_of(path);
	const char *slash = strrchr(path, '/');
	struct buf temp = BUF_INIT;
	bool ok = false;
	int fd;

	/* The leading dot keeps a temporary that a crash left behind out of file_list. */
	buf_addf(&temp, "%s/.%s.XXXXXX", dir, slash ? slash + 1 : path);
	fd = mkstemp(temp.data);
	if (fd >= 0) {
		ok = fill_file(fd, bytes, len, mode) && rename(temp.data, path) == 0;
		if (!ok) {
			int saved = errno;

			unlink(temp.data);
			errno = saved;
		}
	}
	if (ok)
		sync_folder(dir);
	else
		io_error(e, "write", path);
	buf_free(&temp);
	free(dir);
	return ok;
}

bool
file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

bool
file_is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool
make_dir(const char *path, struct err *e)
{
	int failed;

	if (mkdir(path, 0700) == 0)
		return true;
	failed = errno;
	if (file_is_dir(path))
		return true;
	errno = failed;
	return io_error(e, "make the folder", path);
}

bool
file_make_dirs(const char *path, struct err *e)
{
	char *part = mem_dup(path);
	bool ok = true;
	char *p, saved;

	for (p = part + (*part == '/'); ok; p++) {
		if (*p != '/' && *p != '\0')
			continue;
		saved = *p;
		*p = '\0';
		if (*part)
			ok = make_dir(part, e);
		*p = saved;
		if (saved == '\0')
			break;
	}
	free(part);
	return ok;
}

bool
file_make_parent(const char *path, struct err *e)
{
	char *dir = parent_of(path);
	bool ok = file_make_dirs(dir, e);

	free(dir);
	return ok;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
ends_with(const char *name, const char *suffix)
{
	size_t n = strlen(name), m = suffix ? strlen(suffix) : 0;

	return n >= m && (m == 0 || memcmp(name + n - m, suffix, m) == 0);
}

bool
file_list(const char *dir, const char *suffix, char ***names, size_t *n, struct err *e)
{
	DIR *d = opendir(dir);
	struct dirent *entry;
	size_t cap = 0;
	int failed;

	*names = NULL;
	*n = 0;
	if (!d)
		return io_error(e, "list", dir);
	for (;;) {
		errno = 0;
		entry = readdir(d);
		if (!entry)
			break;
		if (entry->d_name[0] == '.' || !ends_with(entry->d_name, suffix))
			continue;
		*names = mem_reserve(*names, &cap, *n + 1, sizeof **names);
		(*names)[(*n)++] = mem_dup(entry->d_name);
	}
	failed = errno;
	closedir(d);
	if (failed) {
		file_list_free(*names, *n);
		*names = NULL;
		*n = 0;
		errno = failed;
		return io_error(e, "list", dir);
	}
	if (*n > 1)
		qsort(*names, *n, sizeof **names, by_bytes);
	return true;
}

void
file_list_free(char **names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		free(names[i]);
	free(names);
}

static const char *
home(void)
{
	const char *dir = getenv("HOME");
	struct passwd *pw;

	if (dir && dir[0] == '/')
		return dir;
	pw = getpwuid(getuid());
	return pw && pw->pw_dir && pw->pw_dir[0] == '/' ? pw->pw_dir : NULL;
}

/* $variable/career/leaf, or HOME/fallback/career/leaf when the variable is unset or relative. */
static char *
place(const char *variable, const char *fallback, const char *leaf)
{
	const char *base = getenv(variable);
	struct buf path = BUF_INIT;

	if (base && base[0] == '/') {
		buf_adds(&path, base);
	} else {
		base = home();
		if (!base)
			return NULL;
		buf_addf(&path, "%s%s%s", base, base[strlen(base) - 1] == '/' ? "" : "/", fallback);
	}
	while (path.len > 1 && path.data[path.len - 1] == '/')
		buf_remove(&path, path.len - 1, 1);
	buf_adds(&path, path.len == 1 ? "career" : "/career");
	if (leaf)
		buf_addf(&path, "/%s", leaf);
	return buf_take(&path);
}

char *
path_config(const char *leaf)
{
	return place("XDG_CONFIG_HOME", ".config", leaf);
}

char *
path_data(const char *leaf)
{
	return place("XDG_DATA_HOME", ".local/share", leaf);
}

char *
path_cache(const char *leaf)
{
	return place("XDG_CACHE_HOME", ".cache", leaf);
}

char *
path_state(const char *leaf)
{
	return place("XDG_STATE_HOME", ".local/state", leaf);
}

char *
path_join(const char *dir, const char *leaf)
{
	struct buf path = BUF_INIT;

	buf_adds(&path, dir);
	if (leaf && *leaf) {
		if (path.len > 0 && path.data[path.len - 1] != '/')
			buf_addc(&path, '/');
		buf_adds(&path, leaf);
	}
	return buf_take(&path);
}
