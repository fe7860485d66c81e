/*
 * get.c - the files of a feed: fetched, checked, kept in the cache.
 */
#include "career/build/get.h"

#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/build/import.h"
#include "career/import/input.h"

#include <fcntl.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HEAD = 512, MEMBER_MOST = 200 << 20 };

/* A file on its way. */
struct way {
	const struct get_want *w;
	const struct feed *feed;
	const struct feed_file *file;
	const char *name;
};

/* --- what it is ------------------------------------------------------------------------------ */

static const struct importer *
importer_of(const struct feed *f)
{
	for (size_t i = 0; i < nimporters; i++)
		if (importers[i] != NULL && strcmp(importers[i]->kind, f->kind) == 0)
			return importers[i];
	return NULL;
}

static bool
read_head(const char *path, char *head, size_t *len, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, head, HEAD) : -1;

	if (fd >= 0)
		close(fd);
	*len = n > 0 ? (size_t)n : 0;
	return n >= 0 || err_set(e, ERR_DATA, "%s cannot be read", path);
}

/* A page in place of the file is what a server gives that has moved it. */
static bool
begins_right(const struct feed_content *c, const char *path, struct err *e)
{
	char head[HEAD + 1];
	const char *text = head;
	size_t len;

	if (!read_head(path, head, &len, e))
		return false;
	head[len] = '\0';
	if (c->magic != NULL && len >= strlen(c->magic)
	    && memcmp(head, c->magic, strlen(c->magic)) == 0)
		return true;
	if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3;
	text += strspn(text, " \t\r\n");
	if (*text == '<')
		return err_set(e, ERR_DATA, "a web page came, not %s", c->help);
	if (c->magic != NULL || memchr(head, '\0', len) != NULL)
		return err_set(e, ERR_DATA, "what came is not %s", c->help);
	return true;
}

static bool
is_taken(const struct feed_file *f, const char *member)
{
	return fnmatch(f->member, member, 0) == 0;
}

static bool
has_member(const struct feed_file *f, const struct input *in, struct err *e)
{
	for (size_t i = 0; i < input_count(in); i++)
		if (is_taken(f, input_name(in, i)))
			return true;
	return err_set(e, ERR_DATA, "there is no %s in it", f->member);
}

/* Whether the feed's importer finds what it reads. */
static bool
is_of_kind(const struct feed *f, struct input *in, struct err *e)
{
	const struct importer *imp = importer_of(f);

	return (imp != NULL && imp->sniff(in) > 0)
	    || err_set(e, ERR_DATA, "what came is not of the set %s (%s)", f->kind,
		imp != NULL ? imp->about : "no importer");
}

static bool
check(void *ctx, const char *part, struct err *e)
{
	const struct way *way = ctx;
	struct input *in;
	bool ok;

	if (!begins_right(way->file->content, part, e))
		return false;
	in = input_new(&input_limits_data);
	ok = input_add(in, part, e)
	    && (way->file->member != NULL ? has_member(way->file, in, e)
					  : is_of_kind(way->feed, in, e));
	input_free(in);
	return ok;
}

/* --- members of a zip ------------------------------------------------------------------------ */

static bool
room(const struct get_got *got, struct err *e)
{
	return got->npaths < FEED_FILES || err_set(e, ERR_DATA, "more than 8 files of one feed");
}

/* A member's last name, which input.h has seen to be one, as a file beside its zip. */
static bool
take_member(const struct way *way, struct input *in, size_t i, struct get_got *got, struct err *e)
{
	char *dir = path_join(way->w->cache, way->feed->name),
	     *path = path_join(dir, input_name(in, i));
	struct buf bytes = BUF_INIT;
	struct input *alone = input_new(&input_limits_data);
	bool ok = room(got, e) && input_read(in, i, MEMBER_MOST, &bytes, e)
	    && file_write_atomic(path, bytes.data, bytes.len, 0600, e) && input_add(alone, path, e)
	    && is_of_kind(way->feed, alone, e);

	if (ok)
		got->path[got->npaths++] = path;
	else
		free(path);
	input_free(alone);
	buf_free(&bytes);
	free(dir);
	return ok;
}

static bool
take_members(const struct way *way, const char *zip, struct get_got *got, struct err *e)
{
	struct input *in = input_new(&input_limits_data);
	bool ok = input_add(in, zip, e) && has_member(way->file, in, e);

	for (size_t i = 0; ok && i < input_count(in); i++)
		if (is_taken(way->file, input_name(in, i)))
			ok = take_member(way, in, i, got, e);
	input_free(in);
	return ok;
}

/* --- a file ---------------------------------------------------------------------------------- */

static bool
on_progress(void *ctx, uint64_t at, uint64_t size)
{
	const struct way *way = ctx;
	struct get_progress p = {way->feed, way->name, at, size};

	return way->w->progress == NULL || way->w->progress(way->w->ctx, &p);
}

/* The address' own name, with an end that says what it is. */
static void
put_name(const struct feed_file *f, struct buf *out)
{
	const char *dot;

	fetch_name(f->address, out);
	if (out->len == 0)
		buf_adds(out, "file");
	dot = strrchr(out->data, '.');
	if (strcmp(f->content->name, "text") != 0
	    && (dot == NULL || strcmp(dot + 1, f->content->name) != 0))
		buf_addf(out, ".%s", f->content->name);
}

/* `dir`/.part, where it is on its way. */
static char *
make_part_dir(const char *dir, struct err *e)
{
	char *part = path_join(dir, ".part");

	if (file_make_dirs(part, e))
		return part;
	free(part);
	return NULL;
}

static bool
fetch(struct way *way, const char *path, const char *part, struct get_got *got, struct err *e)
{
	struct fetch_want want = {
	    .address = way->file->address,
	    .path = path,
	    .part = part,
	    .agent = way->w->agent,
	    .least = way->file->least,
	    .most = way->file->most,
	    .times = way->w->times,
	    .progress = on_progress,
	    .check = check,
	    .ctx = way,
	};
	struct fetch_result r;

	if (!fetch_file(&want, &r, e))
		return false;
	got->bytes += r.size;
	got->unchanged += r.how == FETCH_UNCHANGED;
	got->resumed += r.how == FETCH_RESUMED;
	return true;
}

static bool
get_file(struct way *way, struct get_got *got, struct err *e)
{
	char *dir = path_join(way->w->cache, way->feed->name), *parts = make_part_dir(dir, e),
	     *path, *part;
	struct buf name = BUF_INIT;
	bool ok;

	put_name(way->file, &name);
	way->name = name.data;
	path = path_join(dir, name.data);
	part = parts != NULL ? path_join(parts, name.data) : NULL;
	ok = part != NULL && fetch(way, path, part, got, e);
	if (ok && way->file->member != NULL) {
		ok = take_members(way, path, got, e);
	} else if (ok && (ok = room(got, e))) {
		got->path[got->npaths++] = path;
		path = NULL;
	}
	buf_free(&name);
	free(part);
	free(path);
	free(parts);
	free(dir);
	return ok;
}

/* --- a feed ---------------------------------------------------------------------------------- */

bool
get_feed(const struct get_want *w, const struct feed *f, struct get_got *got, struct err *e)
{
	*got = (struct get_got){0};
	if (f->nfiles == 0)
		return err_set(e, ERR_DATA, "no program can fetch it: %s", f->by_hand);
	for (size_t i = 0; i < f->nfiles; i++) {
		struct way way = {w, f, &f->file[i], NULL};

		if (!get_file(&way, got, e))
			return false;
	}
	return true;
}

void
get_free(struct get_got *got)
{
	for (size_t i = 0; i < got->npaths; i++)
		free(got->path[i]);
	*got = (struct get_got){0};
}

void
get_by_hand(const struct feed *f, struct buf *out)
{
	buf_addf(out, "%s, then `career import %s FILE%s`", f->page, f->kind,
	    f->nfiles > 1 || f->by_hand != NULL ? "..." : "");
}

#ifndef CAREER_VERSION
#define CAREER_VERSION "unknown"
#endif

void
get_agent(const char *contact, struct buf *out)
{
	const size_t most = 100;
	size_t len = contact != NULL ? strlen(contact) : 0;

	buf_adds(out, "career/" CAREER_VERSION);
	for (size_t i = 0; i < len; i++)
		if (contact[i] < ' ' || contact[i] > '~' || strchr("()\\", contact[i]) != NULL)
			return;
	if (len > 0 && len <= most)
		buf_addf(out, " (%s)", contact);
}
