/* input_keep.c - a compressed copy of what an import has read. */
#include "career/import/input.h"

#include <zip.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Half of the time of the usual level for a tenth more bytes. */
enum { LEVEL = 1 };

/* --- zips as they are ------------------------------------------------------------------------ */

static bool
write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

/* When a file was got is told by its time. */
static bool
copy_time(int from, int to)
{
	struct stat st;
	struct timespec times[2];

	if (fstat(from, &st) != 0)
		return false;
	times[0] = st.st_atim;
	times[1] = st.st_mtim;
	return futimens(to, times) == 0;
}

static bool
copy_bytes(int from, int to)
{
	char chunk[65536];
	ssize_t n;

	while ((n = read(from, chunk, sizeof chunk)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 || !write_all(to, chunk, (size_t)n))
			return false;
	}
	return copy_time(from, to) && fsync(to) == 0;
}

bool
input_copy(const char *path, const char *to, struct err *e)
{
	int from = open(path, O_RDONLY | O_CLOEXEC), fd;
	bool ok;

	if (from < 0)
		return err_set(e, ERR_DATA, "%s: %s", path, strerror(errno));
	fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	ok = fd >= 0 && copy_bytes(from, fd);
	if (!ok)
		err_set(e, ERR_DATA, "%s: %s", to, strerror(errno));
	if (fd >= 0)
		close(fd);
	close(from);
	return ok;
}

/* Whether another used member in front of it is of the same zip. */
static bool
was_copied(const struct input *in, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (input_used(in, k) && input_path(in, k) == input_path(in, i))
			return true;
	return false;
}

/* --- other files ----------------------------------------------------------------------------- */

static bool
fill_zip(zip_t *zip, const struct input *in, size_t i)
{
	zip_source_t *source = zip_source_file(zip, input_path(in, i), 0, -1);
	zip_int64_t at = -1;

	if (source != NULL)
		at = zip_file_add(zip, input_name(in, i), source, ZIP_FL_ENC_GUESS);
	if (source != NULL && at < 0)
		zip_source_free(source);
	return at >= 0
	    && zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, LEVEL) == 0;
}

/* To disk, with the time of the file that it is of. */
static bool
finish_file(const char *of, const char *path)
{
	int from = open(of, O_RDONLY | O_CLOEXEC), fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = from >= 0 && fd >= 0 && copy_time(from, fd) && fsync(fd) == 0;

	if (from >= 0)
		close(from);
	if (fd >= 0)
		close(fd);
	return ok;
}

static bool
pack_file(const struct input *in, size_t i, const char *to, struct err *e)
{
	int code = 0;
	zip_t *zip = zip_open(to, ZIP_CREATE | ZIP_EXCL, &code);
	zip_error_t why;

	if (zip == NULL) {
		zip_error_init_with_code(&why, code);
		err_set(e, ERR_DATA, "%s: %s", to, zip_error_strerror(&why));
		zip_error_fini(&why);
		return false;
	}
	/* The file is read, and all is written, when the zip is closed. */
	if (!fill_zip(zip, in, i) || zip_close(zip) != 0) {
		err_set(e, ERR_DATA, "%s: %s", to, zip_strerror(zip));
		zip_discard(zip);
		return false;
	}
	return finish_file(input_path(in, i), to)
	    || err_set(e, ERR_DATA, "%s: %s", to, strerror(errno));
}

/* --- all of them ----------------------------------------------------------------------------- */

/* The number in front keeps the order, and two of one name apart. */
static void
put_name(struct buf *to, const struct input *in, size_t i)
{
	enum { LONGEST = 64 };
	const char *path = input_path(in, i), *slash = strrchr(path, '/'), *folder = slash;

	while (folder != NULL && folder > path && folder[-1] != '/')
		folder--;
	buf_addf(to, "%04zu-", i);
	if (folder != NULL && folder < slash && slash - folder < LONGEST && !input_in_zip(in, i))
		buf_addf(to, "%.*s-", (int)(slash - folder), folder);
	buf_adds(to, slash != NULL ? slash + 1 : path);
}

static bool
keep_one(const struct input *in, size_t i, const char *dir, struct err *e)
{
	const char *path = input_path(in, i);
	struct buf to = BUF_INIT;
	bool ok;

	buf_addf(&to, "%s/", dir);
	put_name(&to, in, i);
	if (!input_in_zip(in, i))
		buf_adds(&to, ".zip");
	ok = input_in_zip(in, i) ? input_copy(path, to.data, e) : pack_file(in, i, to.data, e);
	buf_free(&to);
	return ok;
}

bool
input_keep(const struct input *in, const char *dir, struct err *e)
{
	for (size_t i = 0; i < input_count(in); i++)
		if (input_used(in, i) && input_path(in, i) != NULL && !was_copied(in, i)
		    && !keep_one(in, i, dir, e))
			return false;
	return true;
}
