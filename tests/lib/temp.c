#include "temp.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void
stop(const char *what, const char *path)
{
	perror(path);
	fprintf(stderr, "test: cannot %s %s\n", what, path);
	exit(1);
}

char *
temp_dir(void)
{
	const char *base = getenv("TMPDIR");
	char *dir;

	if (!base || base[0] != '/')
		base = "/tmp";
	dir = malloc(strlen(base) + 32);
	if (!dir)
		stop("allocate", base);
	sprintf(dir, "%s/career-test-XXXXXX", base);
	if (!mkdtemp(dir))
		stop("make", dir);
	return dir;
}

static int
remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

/* Folders that a test made read-only are opened again before anything is removed. */
static int
open_up(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)ftw;
	return kind == FTW_D || kind == FTW_DNR ? chmod(path, 0700) : 0;
}

void
temp_remove(char *dir)
{
	if (!dir)
		return;
	(void)nftw(dir, open_up, 8, FTW_PHYS);
	(void)nftw(dir, remove_one, 8, FTW_PHYS | FTW_DEPTH);
	free(dir);
}

const char *
temp_path(const char *dir, const char *leaf)
{
	static char path[4][512];
	static unsigned next;
	char *p = path[next++ % 4];

	snprintf(p, sizeof path[0], "%s/%s", dir, leaf);
	return p;
}

void
temp_write(const char *path, const void *bytes, size_t len)
{
	FILE *f = fopen(path, "wb");

	if (!f || fwrite(bytes, 1, len, f) != len || fclose(f) != 0)
		stop("write", path);
}

char *
temp_read(const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	struct stat st;
	char *bytes;

	if (!f || fstat(fileno(f), &st) != 0)
		stop("read", path);
	bytes = malloc((size_t)st.st_size + 1);
	if (!bytes || fread(bytes, 1, (size_t)st.st_size, f) != (size_t)st.st_size)
		stop("read", path);
	fclose(f);
	bytes[st.st_size] = '\0';
	*len = (size_t)st.st_size;
	return bytes;
}

int
run_unprivileged(int (*run)(const char *path), const char *path)
{
	enum { NOBODY = 65534 };
	int status = -1;
	pid_t pid = fork();

	if (pid == 0) {
		if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
			_exit(99);
		_exit(run(path));
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status);
}
