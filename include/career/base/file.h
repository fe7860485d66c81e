/*
 * file.h - files, folders and the places of the XDG base directory specification.
 */
#ifndef CAREER_BASE_FILE_H
#define CAREER_BASE_FILE_H

#include "career/base/buf.h"
#include "career/base/err.h"

#include <stdbool.h>
#include <stddef.h>

/* Whole regular file, at most `limit` bytes, in place of what `out` held; a larger one, a folder or
 * a device is an error. */
bool file_read(const char *path, size_t limit, struct buf *out, struct err *e);
/* New file beside, fsync, rename over, fsync of the folder. Mode as given. */
bool file_write_atomic(
    const char *path, const void *bytes, size_t len, unsigned mode, struct err *e);
bool file_exists(const char *path);
bool file_is_dir(const char *path);
/* mkdir -p, new folders with mode 0700. */
bool file_make_dirs(const char *path, struct err *e);
/* Makes the folder that `path` stands in. */
bool file_make_parent(const char *path, struct err *e);

/* Names in a folder that end in `suffix` (or all when NULL), sorted bytewise, without dot files.
 * *names is one allocation per name plus the array; free with file_list_free. */
bool file_list(const char *dir, const char *suffix, char ***names, size_t *n, struct err *e);
void file_list_free(char **names, size_t n);

/* Places; each returns an owned string (free). XDG_* must be absolute, else HOME is used.
 * `leaf` may be NULL. HOME unset or relative: the passwd entry; NULL when that gives none either. */
char *path_config(const char *leaf); /* $XDG_CONFIG_HOME/career/leaf */
char *path_data(const char *leaf);   /* $XDG_DATA_HOME/career/leaf */
char *path_cache(const char *leaf);  /* $XDG_CACHE_HOME/career/leaf */
char *path_state(const char *leaf);  /* $XDG_STATE_HOME/career/leaf */
char *path_join(const char *dir, const char *leaf);

#endif
