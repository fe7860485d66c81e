/*
 * keep.c - folders of kept inputs.
 */
#include "keep.h"

#include "career/base/file.h"
#include "career/base/mem.h"
#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* inputs/KIND; NULL where there is no home. */
static char *
folder_of(const char *kind)
{
	struct buf leaf = BUF_INIT;
	char *path;

	buf_addf(&leaf, "inputs/%s", kind);
	path = path_data(leaf.data);
	buf_free(&leaf);
	return path;
}

static char *
beside(const char *folder, const char *word, const char *number)
{
	struct buf out = BUF_INIT;

	buf_addf(&out, "%s.%s-%s", folder, word, number);
	return buf_take(&out);
}

static char *
of_this_process(const char *folder, const char *word)
{
	char number[32];

	snprintf(number, sizeof number, "%ld", (long)getpid());
	return beside(folder, word, number);
}

static void
sync_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static void
sync_parent(const char *folder)
{
	char *dir = mem_ndup(folder, (size_t)(strrchr(folder, '/') - folder));

	sync_folder(dir);
	free(dir);
}

/* The old files were moved away and the new ones not moved in yet: they are whole, else none would have been moved. */
static void
end_renaming(const char *folder)
{
	const char *slash = strrchr(folder, '/'), *kind = slash + 1;
	char *dir = mem_ndup(folder, (size_t)(slash - folder)), **names = NULL;
	size_t n = 0, len = strlen(kind);
	struct err e = {0};

	if (file_is_dir(dir) && !file_exists(folder) && file_list(dir, NULL, &names, &n, &e)) {
		for (size_t i = 0; i < n; i++) {
			const char *name = names[i];
			char *fresh;

			if (strncmp(name, kind, len) != 0 || strncmp(name + len, ".old-", 5) != 0)
				continue;
			fresh = beside(folder, "new", name + len + 5);
			if (rename(fresh, folder) != 0) {
				char *old = path_join(dir, name);

				(void)rename(old, folder);
				free(old);
			}
			free(fresh);
		}
		file_list_free(names, n);
	}
	free(dir);
}

char *
keep_find(const char *kind)
{
	char *folder = folder_of(kind);

	if (folder == NULL)
		return NULL;
	end_renaming(folder);
	if (file_is_dir(folder))
		return folder;
	free(folder);
	return NULL;
}

/* Whether a kept file brings what the input does not. */
static bool
stays(const struct importer *imp, struct input *in, const char *path)
{
	struct input *kept = input_new(&input_limits_data);
	struct err e;
	bool more = false;

	if (input_add(kept, path, &e))
		for (const char *const *t = imp->tables; *t != NULL && !more; t++)
			more = imp->brings(kept, *t) && !imp->brings(in, *t);
	input_free(kept);
	return more;
}

/* Calls `each` for the kept files that stay. */
static bool
each_other(const struct importer *imp, struct input *in,
    bool (*each)(void *ctx, const char *path, struct err *e), void *ctx, struct err *e)
{
	char *folder = imp->brings != NULL ? keep_find(imp->kind) : NULL, **names = NULL;
	size_t n = 0;
	bool ok = folder == NULL || file_list(folder, NULL, &names, &n, e);

	for (size_t i = 0; ok && i < n; i++) {
		char *path = path_join(folder, names[i]);

		ok = !stays(imp, in, path) || each(ctx, path, e);
		free(path);
	}
	file_list_free(names, n);
	free(folder);
	return ok;
}

static bool
add_path(void *ctx, const char *path, struct err *e)
{
	return input_add(ctx, path, e);
}

bool
keep_add_others(const struct importer *imp, struct input *in, struct err *e)
{
	return each_other(imp, in, add_path, in, e);
}

/* A folder under construction, and the number for the next file's name. */
struct filling {
	const char *dir;
	size_t next;
};

static bool
copy_other(void *ctx, const char *path, struct err *e)
{
	struct filling *f = ctx;
	const char *name = strrchr(path, '/') + 1, *dash = strchr(name, '-');
	struct buf to = BUF_INIT;
	bool ok;

	buf_addf(&to, "%s/%04zu-%s", f->dir, f->next++, dash != NULL ? dash + 1 : name);
	ok = input_copy(path, to.data, e);
	buf_free(&to);
	return ok;
}

static bool
fill(const char *fresh, const struct importer *imp, struct input *in, struct err *e)
{
	struct filling f = {fresh, input_count(in)};

	if (mkdir(fresh, 0700) != 0)
		return err_set(e, ERR_DATA, "%s: %s", fresh, strerror(errno));
	if (!input_keep(in, fresh, e) || !each_other(imp, in, copy_other, &f, e))
		return false;
	sync_folder(fresh);
	return true;
}

bool
keep_begin(const struct importer *imp, struct input *in, struct err *e)
{
	char *folder = folder_of(imp->kind), *fresh;
	bool ok;

	if (folder == NULL)
		return err_set(e, ERR_DATA,
		    "there is no home folder to keep a copy of the input in: --no-keep goes without");
	ok = file_make_parent(folder, e);
	end_renaming(folder);
	place_sweep(folder, NULL);
	fresh = of_this_process(folder, "new");
	ok = ok && fill(fresh, imp, in, e);
	if (!ok) {
		err_prefix(e, "cannot keep a copy of the input (--no-keep goes without)");
		keep_drop(imp->kind);
	}
	free(fresh);
	free(folder);
	return ok;
}

/* Folders of files only. */
static void
remove_folder(const char *path)
{
	char **names;
	size_t n;
	struct err e;

	if (!file_is_dir(path) || !file_list(path, NULL, &names, &n, &e))
		return;
	for (size_t i = 0; i < n; i++) {
		char *file = path_join(path, names[i]);

		unlink(file);
		free(file);
	}
	file_list_free(names, n);
	rmdir(path);
}

bool
keep_finish(const char *kind, struct err *e)
{
	char *folder = folder_of(kind), *fresh = of_this_process(folder, "new"),
	     *old = of_this_process(folder, "old");
	bool ok;

	(void)rename(folder, old); /* there may be none */
	ok = rename(fresh, folder) == 0;
	if (!ok)
		err_set(e, ERR_DATA, "%s: %s", folder, strerror(errno));
	sync_parent(folder);
	remove_folder(old);
	free(old);
	free(fresh);
	free(folder);
	return ok;
}

void
keep_drop(const char *kind)
{
	char *folder = folder_of(kind), *fresh;

	if (folder == NULL)
		return;
	fresh = of_this_process(folder, "new");
	remove_folder(fresh);
	free(fresh);
	free(folder);
}
