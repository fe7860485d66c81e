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
#include <strings.h>
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

/* --- files of parts -------------------------------------------------------------------------- */

/*
 * In front of a kept file's name stands a number: BATCH for every import that has kept it since it was imported
 * itself. Of each part the newest that was kept counts; what an older file holds of it as well does not.
 */
enum { BATCH = 10000 };

static size_t
number_of(const char *name)
{
	return (size_t)strtoul(name, NULL, 10);
}

static int
by_number(const void *a, const void *b)
{
	size_t x = number_of(*(char *const *)a), y = number_of(*(char *const *)b);

	return (x > y) - (x < y);
}

/* What the members have of a set so far. */
struct held {
	const struct importer *imp;
	bool part[IMPORT_PARTS];
	size_t members; /* that were looked at */
};

static void
look(struct held *h, struct input *in)
{
	for (; h->members < input_count(in); h->members++) {
		int part = h->imp->parts != NULL ? h->imp->part_of(in, h->members) : -1;

		if (part >= 0)
			h->part[part] = true;
	}
}

/* What is no part (a Read Me) goes by its name. */
static bool
is_held(const struct held *h, struct input *in, size_t member)
{
	int part = h->imp->parts != NULL ? h->imp->part_of(in, member) : -1;

	if (part >= 0)
		return h->part[part];
	for (size_t i = 0; i < h->members; i++)
		if (strcasecmp(input_name(in, i), input_name(in, member)) == 0)
			return true;
	return false;
}

/* Adds the files of a folder that are not held by newer ones. */
static bool
add_kept(struct held *h, struct input *in, const char *folder, struct err *e)
{
	char **names;
	size_t n, batch = 0;

	if (!file_list(folder, NULL, &names, &n, e))
		return false;
	qsort(names, n, sizeof *names, by_number);
	for (size_t i = 0; i < n; i++) {
		char *path = path_join(folder, names[i]);
		size_t from = input_count(in);
		bool ok;

		if (i == 0 || number_of(names[i]) / BATCH != batch)
			look(h, in);
		batch = number_of(names[i]) / BATCH;
		ok = input_add(in, path, e);
		free(path);
		if (!ok) {
			file_list_free(names, n);
			return false;
		}
		for (size_t k = input_count(in); k-- > from;)
			if (is_held(h, in, k))
				input_drop(in, k);
	}
	file_list_free(names, n);
	return true;
}

bool
keep_add(const struct importer *imp, struct input *in, const char *folder, struct err *e)
{
	struct held h = {.imp = imp};

	return add_kept(&h, in, folder, e);
}

bool
keep_add_others(const struct importer *imp, struct input *in, struct err *e)
{
	char *folder = imp->parts != NULL ? keep_find(imp->kind) : NULL;
	bool ok = folder == NULL || keep_add(imp, in, folder, e);

	free(folder);
	return ok;
}

/* Whether a member in front of it is of the same file. */
static bool
is_again(const struct input *in, size_t first, size_t i)
{
	for (size_t k = first; k < i; k++)
		if (strcmp(input_path(in, k), input_path(in, i)) == 0)
			return true;
	return false;
}

static bool
copy_older(const char *path, const char *dir, struct err *e)
{
	const char *name = strrchr(path, '/') + 1, *dash = strchr(name, '-');
	struct buf to = BUF_INIT;
	bool ok;

	buf_addf(&to, "%s/%zu-%s", dir, number_of(name) + BATCH, dash != NULL ? dash + 1 : name);
	ok = input_copy(path, to.data, e);
	buf_free(&to);
	return ok;
}

/* Those of the kept files that are still needed beside what was read. */
static bool
copy_others(const struct importer *imp, struct input *in, const char *dir, struct err *e)
{
	size_t first = input_count(in);

	if (!keep_add_others(imp, in, e))
		return false;
	for (size_t i = first; i < input_count(in); i++)
		if (!is_again(in, first, i) && !copy_older(input_path(in, i), dir, e))
			return false;
	return true;
}

static bool
fill(const char *fresh, const struct importer *imp, struct input *in, size_t own, struct err *e)
{
	if (mkdir(fresh, 0700) != 0)
		return err_set(e, ERR_DATA, "%s: %s", fresh, strerror(errno));
	while (input_count(in) > own)
		input_drop(in, input_count(in) - 1);
	if (!input_keep(in, fresh, e) || !copy_others(imp, in, fresh, e))
		return false;
	sync_folder(fresh);
	return true;
}

/* --- putting them there ---------------------------------------------------------------------- */

bool
keep_begin(const struct importer *imp, struct input *in, size_t own, struct err *e)
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
	ok = ok && fill(fresh, imp, in, own, e);
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
