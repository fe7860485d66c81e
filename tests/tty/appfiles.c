#include "appfiles.h"

#include "career/base/buf.h"
#include "career/store/db.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NOBODY = 65534 };

static char self[PATH_MAX];

const char *const appfiles_nobody[] = {self, "--as-nobody", NULL};

bool
appfiles_main(int argc, char **argv)
{
	if (argc < 3 || strcmp(argv[1], appfiles_nobody[1]) != 0)
		return realpath(argv[0], self) != NULL;
	if (geteuid() != 0 || (setgid(NOBODY) == 0 && setuid(NOBODY) == 0))
		execv(argv[2], argv + 2);
	return false;
}

static int
is_out_of_reach(const char *path)
{
	return access(path, X_OK) == 0 && access(self, X_OK) == 0 ? 0 : 1;
}

void
appfiles_need_nobody(void)
{
	if (run_unprivileged(is_out_of_reach, apptty_program()) != 0)
		skip();
}

void
appfiles_copy(const char *from, const char *to)
{
	size_t len;
	char *bytes = temp_read(from, &len);

	temp_write(to, bytes, len);
	free(bytes);
}

void
appfiles_alter(const char *path, const char *sql)
{
	struct err e = {0};
	struct db *db;

	appfiles_copy(apptty_small(), path);
	db = db_open(path, DB_WRITE, &e);
	if (db == NULL || !db_exec(db, sql, &e))
		fail_msg("%s: %s", sql, e.text);
	db_close(db);
}

static void
add_file(struct buf *out, const char *path, const struct stat *st)
{
	uint64_t hash = 1469598103934665603u;
	size_t len = 0;
	char *bytes = S_ISREG(st->st_mode) ? temp_read(path, &len) : NULL;

	for (size_t k = 0; k < len; k++)
		hash = (hash ^ (unsigned char)bytes[k]) * 1099511628211u;
	buf_addf(out, "%s %o %lld %llx %lld\n", path, (unsigned)st->st_mode, (long long)st->st_size,
	    (unsigned long long)hash, (long long)st->st_mtime);
	free(bytes);
}

char *
appfiles_fingerprint(const char *folder)
{
	struct dirent **names;
	struct buf out = BUF_INIT;
	int n = scandir(folder, &names, NULL, alphasort);

	for (int i = 0; i < n; i++) {
		char path[1500];
		struct stat st;

		snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
		if (names[i]->d_name[0] != '.' && lstat(path, &st) == 0)
			add_file(&out, path, &st);
		free(names[i]);
	}
	free(names);
	return buf_take(&out);
}
