/* input.c - files, folders and zips as members. */
#include "career/import/input.h"

#include "career/base/file.h"
#include "career/base/mem.h"

#include <zip.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* The largest official file of these sets has 3 GB; memory does not grow with it. */
const struct input_limits input_limits_data = {
    .members = 4096, .member = (uint64_t)4 << 30, .total = (uint64_t)16 << 30};

struct archive {
	zip_t *zip;
	char *place;
};

struct member {
	int archive; /* index, -1: a file */
	uint64_t entry;
	uint64_t size;
	char *path;        /* of a file; of an entry its name */
	char *place;       /* owned; for messages */
	const char *bytes; /* in memory, borrowed; else NULL */
	bool used;         /* opened since input_forget */
};

struct input {
	struct input_limits lim;
	struct archive *archive;
	size_t narchives, archive_cap;
	struct member *member;
	size_t n, cap;
	uint64_t left; /* bytes that may still be read */
};

struct stream {
	struct input *in;
	const struct member *m;
	int fd; /* -1: an entry */
	zip_file_t *file;
	uint64_t at;
};

struct input *
input_new(const struct input_limits *lim)
{
	struct input *in = mem_zero(1, sizeof *in);

	in->lim = *lim;
	in->left = lim->total;
	return in;
}

void
input_free(struct input *in)
{
	if (in == NULL)
		return;
	for (size_t i = 0; i < in->n; i++) {
		free(in->member[i].path);
		free(in->member[i].place);
	}
	for (size_t i = 0; i < in->narchives; i++) {
		zip_discard(in->archive[i].zip);
		free(in->archive[i].place);
	}
	free(in->member);
	free(in->archive);
	free(in);
}

static bool
add_member(struct input *in, const struct member *m, const char *place, struct err *e)
{
	if (in->n == in->lim.members)
		return err_set(e, ERR_DATA, "%s: more than %zu files", place, in->lim.members);
	if (m->size > in->lim.member)
		return err_set(e, ERR_DATA, "%s: %llu bytes, more than the limit of %llu", place,
		    (unsigned long long)m->size, (unsigned long long)in->lim.member);
	in->member = mem_reserve(in->member, &in->cap, in->n + 1, sizeof *in->member);
	in->member[in->n] = *m;
	in->member[in->n].path = mem_dup(m->path);
	in->member[in->n].place = mem_dup(place);
	in->n++;
	return true;
}

/* --- zips ------------------------------------------------------------------------------------ */

/* Names as zips may hold them; nothing is unpacked, but such an archive is not what it says it is. */
static bool
leads_outside(const char *name)
{
	if (name[0] == '/' || name[0] == '\\' || (name[0] != '\0' && name[1] == ':'))
		return true;
	for (const char *s = name; *s != '\0'; s += strcspn(s, "/\\"), s += *s != '\0')
		if (strncmp(s, "..", 2) == 0 && (s[2] == '\0' || s[2] == '/' || s[2] == '\\'))
			return true;
	return false;
}

static bool
check_entry(zip_t *zip, const zip_stat_t *st, const char *place, struct err *e)
{
	enum { UNIX_TYPE = 0170000, UNIX_LINK = 0120000 };
	zip_uint8_t system = 0;
	zip_uint32_t attributes = 0;

	if (leads_outside(st->name))
		return err_set(e, ERR_DATA, "%s: an entry's name leads outside: refused", place);
	if ((st->valid & ZIP_STAT_ENCRYPTION_METHOD) && st->encryption_method != ZIP_EM_NONE)
		return err_set(e, ERR_DATA, "%s is encrypted", place);
	if (zip_file_get_external_attributes(zip, st->index, 0, &system, &attributes) == 0
	    && system == ZIP_OPSYS_UNIX && ((attributes >> 16) & UNIX_TYPE) == UNIX_LINK)
		return err_set(e, ERR_DATA, "%s is a link: refused", place);
	return true;
}

static bool
add_entry(struct input *in, size_t archive, uint64_t index, struct err *e)
{
	const struct archive *a = &in->archive[archive];
	struct buf place = BUF_INIT;
	zip_stat_t st;
	bool ok;

	if (zip_stat_index(a->zip, index, 0, &st) != 0)
		return err_set(e, ERR_DATA, "%s: entry %llu cannot be read: %s", a->place,
		    (unsigned long long)index, zip_strerror(a->zip));
	buf_addf(&place, "%s: %s", a->place, st.name);
	ok = check_entry(a->zip, &st, place.data, e);
	if (ok && st.name[0] != '\0' && st.name[strlen(st.name) - 1] != '/') {
		struct member m = {.archive = (int)archive,
		    .entry = index,
		    .size = (st.valid & ZIP_STAT_SIZE) != 0 ? st.size : 0};
		char *name = mem_dup(st.name);

		m.path = name;
		ok = add_member(in, &m, place.data, e);
		free(name);
	}
	buf_free(&place);
	return ok;
}

static bool
add_source(struct input *in, zip_source_t *source, const char *place, struct err *e)
{
	zip_error_t why;
	zip_t *zip;
	zip_int64_t n;

	zip_error_init(&why);
	zip = source != NULL ? zip_open_from_source(source, ZIP_RDONLY, &why) : NULL;
	if (zip == NULL) {
		err_set(e, ERR_DATA, "%s is not a zip that can be read: %s", place,
		    zip_error_strerror(&why));
		zip_source_free(source);
		zip_error_fini(&why);
		return false;
	}
	zip_error_fini(&why);
	in->archive =
	    mem_reserve(in->archive, &in->archive_cap, in->narchives + 1, sizeof *in->archive);
	in->archive[in->narchives++] = (struct archive){zip, mem_dup(place)};
	n = zip_get_num_entries(zip, 0);
	if (n > 0 && (uint64_t)n > in->lim.members)
		return err_set(e, ERR_DATA, "%s: %lld entries, more than %zu", place, (long long)n,
		    in->lim.members);
	for (zip_int64_t i = 0; i < n; i++)
		if (!add_entry(in, in->narchives - 1, (uint64_t)i, e))
			return false;
	return true;
}

bool
input_add_bytes(struct input *in, const char *name, const void *bytes, size_t len, struct err *e)
{
	zip_error_t why;
	zip_source_t *source;

	zip_error_init(&why);
	source = zip_source_buffer_create(bytes, len, 0, &why);
	zip_error_fini(&why);
	return add_source(in, source, name, e);
}

static bool
add_zip(struct input *in, const char *path, struct err *e)
{
	zip_error_t why;
	zip_source_t *source;

	zip_error_init(&why);
	source = zip_source_file_create(path, 0, -1, &why);
	zip_error_fini(&why);
	return add_source(in, source, path, e);
}

/* --- files ----------------------------------------------------------------------------------- */

/* By its first bytes, not by its name. A workbook is a zip, too, but one thing to read: its reader looks inside. */
static bool
is_zip(const char *path)
{
	static const char magic[] = {'P', 'K', 3, 4};
	char head[4] = "";
	const char *dot = strrchr(path, '.');
	int fd;
	ssize_t n;

	if (dot != NULL && strcasecmp(dot, ".xlsx") == 0)
		return false;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	n = fd >= 0 ? read(fd, head, sizeof head) : -1;
	if (fd >= 0)
		close(fd);
	return n == (ssize_t)sizeof head && memcmp(head, magic, sizeof magic) == 0;
}

static bool
add_file(struct input *in, const char *path, const struct stat *st, struct err *e)
{
	struct member m = {.archive = -1, .size = (uint64_t)st->st_size};
	char *name = mem_dup(path);
	bool ok;

	m.path = name;
	ok = add_member(in, &m, path, e);
	free(name);
	return ok;
}

static bool
add_folder(struct input *in, const char *path, struct err *e)
{
	char **names;
	size_t n;
	bool ok;

	if (!file_list(path, NULL, &names, &n, e))
		return false;
	ok = n <= in->lim.members
	    || err_set(e, ERR_DATA, "%s: more than %zu files", path, in->lim.members);
	for (size_t i = 0; ok && i < n; i++) {
		char *file = path_join(path, names[i]);
		struct stat st;

		/* Folders within are not looked into. */
		if (stat(file, &st) == 0 && S_ISREG(st.st_mode))
			ok = is_zip(file) ? add_zip(in, file, e) : add_file(in, file, &st, e);
		free(file);
	}
	file_list_free(names, n);
	return ok;
}

bool
input_add(struct input *in, const char *path, struct err *e)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return err_set(e, ERR_DATA, "%s: %s", path, strerror(errno));
	if (S_ISDIR(st.st_mode))
		return add_folder(in, path, e);
	if (!S_ISREG(st.st_mode))
		return err_set(e, ERR_DATA, "%s is neither a file nor a folder", path);
	return is_zip(path) ? add_zip(in, path, e) : add_file(in, path, &st, e);
}

bool
input_add_member(struct input *in, const char *name, const void *bytes, size_t len, struct err *e)
{
	char *copy = mem_dup(name);
	struct member m = {.archive = -1, .size = len, .path = copy, .bytes = bytes};
	bool ok = add_member(in, &m, name, e);

	free(copy);
	return ok;
}

/* --- looking --------------------------------------------------------------------------------- */

size_t
input_count(const struct input *in)
{
	return in->n;
}

const char *
input_name(const struct input *in, size_t i)
{
	const char *slash = strrchr(in->member[i].path, '/');

	return slash != NULL ? slash + 1 : in->member[i].path;
}

const char *
input_place(const struct input *in, size_t i)
{
	return in->member[i].place;
}

uint64_t
input_size(const struct input *in, size_t i)
{
	return in->member[i].size;
}

const char *
input_path(const struct input *in, size_t i)
{
	const struct member *m = &in->member[i];

	if (m->bytes != NULL)
		return NULL;
	return m->archive < 0 ? m->path : in->archive[m->archive].place;
}

bool
input_in_zip(const struct input *in, size_t i)
{
	return in->member[i].archive >= 0;
}

int64_t
input_time(const struct input *in, size_t i)
{
	const char *path = input_path(in, i);
	struct stat st;

	return path != NULL && stat(path, &st) == 0 ? (int64_t)st.st_mtime : 0;
}

void
input_drop(struct input *in, size_t i)
{
	free(in->member[i].path);
	free(in->member[i].place);
	in->n--;
	memmove(&in->member[i], &in->member[i + 1], (in->n - i) * sizeof *in->member);
}

bool
input_used(const struct input *in, size_t i)
{
	return in->member[i].used;
}

void
input_set_used(struct input *in, size_t i, bool used)
{
	in->member[i].used = used;
}

void
input_forget(struct input *in)
{
	for (size_t i = 0; i < in->n; i++)
		in->member[i].used = false;
	in->left = in->lim.total;
}

int
input_find(const struct input *in, const char *name)
{
	for (size_t i = 0; i < in->n; i++)
		if (strcasecmp(input_name(in, i), name) == 0)
			return (int)i;
	return -1;
}

/* --- reading --------------------------------------------------------------------------------- */

struct stream *
stream_open(struct input *in, size_t i, struct err *e)
{
	const struct member *m = &in->member[i];
	struct stream *s = mem_zero(1, sizeof *s);

	*s = (struct stream){.in = in, .m = m, .fd = -1};
	in->member[i].used = true;
	if (m->bytes != NULL)
		return s;
	if (m->archive < 0) {
		s->fd = open(m->path, O_RDONLY | O_CLOEXEC);
		if (s->fd >= 0)
			return s;
		err_set(e, ERR_DATA, "%s: %s", m->place, strerror(errno));
	} else {
		zip_t *zip = in->archive[m->archive].zip;

		s->file = zip_fopen_index(zip, m->entry, 0);
		if (s->file != NULL)
			return s;
		err_set(e, ERR_DATA, "%s cannot be read: %s", m->place, zip_strerror(zip));
	}
	free(s);
	return NULL;
}

static long
read_raw(struct stream *s, void *into, size_t size, struct err *e)
{
	zip_int64_t got;
	ssize_t n;

	if (s->m->bytes != NULL) {
		size_t left = (size_t)(s->m->size - s->at), part = size < left ? size : left;

		memcpy(into, s->m->bytes + s->at, part);
		return (long)part;
	}
	if (s->file != NULL) {
		got = zip_fread(s->file, into, size);
		if (got < 0)
			err_set(e, ERR_DATA, "%s is damaged: %s", s->m->place,
			    zip_file_strerror(s->file));
		return (long)got;
	}
	do
		n = read(s->fd, into, size);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		err_set(e, ERR_DATA, "%s: %s", s->m->place, strerror(errno));
	return (long)n;
}

long
stream_read(struct stream *s, void *into, size_t size, struct err *e)
{
	long n = read_raw(s, into, size, e);

	if (n <= 0)
		return n;
	s->at += (uint64_t)n;
	if (s->at > s->in->lim.member || (uint64_t)n > s->in->left) {
		err_set(e, ERR_DATA, "%s: more than %llu bytes come out of it: refused",
		    s->m->place,
		    (unsigned long long)(s->at > s->in->lim.member ? s->in->lim.member
								   : s->in->lim.total));
		return -1;
	}
	s->in->left -= (uint64_t)n;
	return n;
}

uint64_t
stream_at(const struct stream *s)
{
	return s->at;
}

void
stream_close(struct stream *s)
{
	if (s == NULL)
		return;
	if (s->file != NULL)
		zip_fclose(s->file);
	if (s->fd >= 0)
		close(s->fd);
	free(s);
}

bool
input_read(struct input *in, size_t i, size_t limit, struct buf *out, struct err *e)
{
	struct stream *s = stream_open(in, i, e);
	char chunk[16384];
	long n = -1;

	buf_clear(out);
	while (s != NULL && (n = stream_read(s, chunk, sizeof chunk, e)) > 0) {
		buf_add(out, chunk, (size_t)n);
		if (out->len > limit) {
			err_set(e, ERR_DATA, "%s: more than %zu bytes: refused",
			    in->member[i].place, limit);
			n = -1;
			break;
		}
	}
	stream_close(s);
	return n == 0;
}
