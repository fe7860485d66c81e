/* A build leaves the old catalog or the new one, whatever ends it. */
#include "career/base/file.h"
#include "career/query/field.h"
#include "career/store/catalog.h"
#include "check.h"
#include "packdir.h"
#include "temp.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A pack to build from, and where the catalog goes. */
static struct {
	struct packdir d;
	char *out;      /* folder of the target */
	char path[512]; /* the target */
} b;

static int
setup(void **state)
{
	(void)state;
	packdir_init(&b.d);
	packdir_base(&b.d);
	b.out = temp_dir();
	snprintf(b.path, sizeof b.path, "%s/catalog.db", b.out);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	packdir_free(&b.d);
	temp_remove(b.out);
	return 0;
}

static bool
build(const char *target, struct buf *lines, struct build_counts *counts, struct err *e)
{
	err_clear(e);
	return build_catalog(target, b.d.pack, b.d.npacks, b.d.glossary, lines, counts, e);
}

static void
must_build(const char *target)
{
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;

	assert_ok(build(target, &lines, &counts, &e));
	assert_string_equal(lines.data, "");
	buf_free(&lines);
}

/* The bytes of a file as one number; 0 when there is none. */
static uint64_t
hash_file(const char *path)
{
	uint64_t h = 14695981039346656037u;
	size_t len;
	char *bytes;

	if (!file_exists(path))
		return 0;
	bytes = temp_read(path, &len);
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)bytes[i]) * 1099511628211u;
	free(bytes);
	return h;
}

static size_t
files_in(const char *dir)
{
	char **names;
	struct err e;
	size_t n;

	assert_ok(file_list(dir, NULL, &names, &n, &e));
	file_list_free(names, n);
	return n;
}

static void
hash_of(const char *path, char out[32])
{
	struct err e;
	struct db *db = catalog_open(path, &e);

	assert_ok(db != NULL);
	assert_true(catalog_meta(db, "content_hash", out, 32));
	assert_string_equal(packdir_ask(db, "PRAGMA integrity_check"), "ok");
	db_close(db);
}

/* Another content of the pack: the next build makes another catalog. */
static void
change_pack(void)
{
	packdir_file(&b.d, "a", "x.yaml", "skills: [{name: SQL, category: data}]\n");
}

static void
test_counts(void **state)
{
	struct build_counts counts, checked;
	struct buf lines = BUF_INIT;
	struct stat st;
	struct err e;
	struct db *db;

	(void)state;
	/* The same role in two packs is one. */
	packdir_pack(&b.d, "b");
	packdir_file(&b.d, "b", "x.yaml",
	    "roles: [{title: Engineer, kind: role, family: F, summary: S.}]\n"
	    "guide: [{topic: faq, heading: H, text: T, source: a/s, locator: L}]\n");
	packdir_glossary(&b.d, "terms: [{term: A, text: T.}, {term: B, text: T.}]\n");
	assert_ok(build(b.path, &lines, &counts, &e));
	assert_int_equal(counts.packs, 2);
	assert_int_equal(counts.sources, 1);
	assert_int_equal(counts.roles, 3);
	assert_int_equal(counts.figures, 0);
	assert_int_equal(counts.skills, 1);
	assert_int_equal(counts.programs, 1);
	assert_int_equal(counts.guide, 1);
	assert_int_equal(counts.terms, 2);
	assert_int_equal(stat(b.path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0644);
	assert_int_equal(files_in(b.out), 1);
	db = catalog_open(b.path, &e);
	assert_ok(db != NULL);
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM role"), 3);
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM frame"), nlists);
	assert_int_equal(packdir_count(db, "SELECT rows FROM frame WHERE name = 'programs'"), 1);
	db_close(db);
	assert_ok(build_check(b.d.pack, b.d.npacks, b.d.glossary, &lines, &checked, &e));
	assert_memory_equal(&counts, &checked, sizeof counts);
	assert_int_equal(files_in(b.out), 1);
	buf_free(&lines);
}

/* The same packs give the same catalog, byte by byte; others another hash. */
static void
test_same(void **state)
{
	const char *second = temp_path(b.out, "second.db");
	char one[32], two[32];

	(void)state;
	must_build(b.path);
	must_build(second);
	assert_true(hash_file(b.path) == hash_file(second));
	hash_of(b.path, one);
	assert_int_equal(strlen(one), 16);
	change_pack();
	must_build(second);
	hash_of(second, two);
	assert_string_not_equal(one, two);
	assert_true(hash_file(b.path) != hash_file(second));
}

/* Who has the old file open keeps reading it. */
static void
test_reader_keeps_old(void **state)
{
	struct err e;
	struct db *db;

	(void)state;
	must_build(b.path);
	db = catalog_open(b.path, &e);
	assert_ok(db != NULL);
	change_pack();
	must_build(b.path);
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM skill"), 1);
	db_close(db);
	db = catalog_open(b.path, &e);
	assert_ok(db != NULL);
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM skill"), 2);
	db_close(db);
}

/* The target's name stands at every moment: the new file is moved over it. */
static void
test_moved_over(void **state)
{
	_Alignas(struct inotify_event) char events[16384];
	int fd = inotify_init1(IN_NONBLOCK);
	ssize_t n;
	bool moved = false;

	(void)state;
	must_build(b.path);
	assert_true(fd >= 0);
	assert_true(inotify_add_watch(
			fd, b.out, IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY)
	    >= 0);
	change_pack();
	must_build(b.path);
	while ((n = read(fd, events, sizeof events)) > 0)
		for (char *at = events; at < events + n;) {
			const struct inotify_event *e = (const struct inotify_event *)(void *)at;

			if (e->len > 0 && strcmp(e->name, "catalog.db") == 0) {
				assert_int_equal(e->mask, IN_MOVED_TO);
				moved = true;
			}
			at += sizeof *e + e->len;
		}
	assert_true(moved);
	close(fd);
}

/* A failure changes nothing and leaves nothing. */
static void
must_fail(const char *target, const char *why)
{
	uint64_t before = hash_file(b.path);
	size_t files = files_in(b.out);
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;

	assert_false(build(target, &lines, &counts, &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, why);
	assert_true(hash_file(b.path) == before);
	assert_int_equal(files_in(b.out), files);
	buf_free(&lines);
}

static void
test_failures(void **state)
{
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;
	char path[600];

	(void)state;
	must_build(b.path);
	packdir_file(&b.d, "a", "x.yaml", "rolles: []\n");
	must_fail(b.path, "1 error in the data packs");
	assert_false(build(b.path, &lines, &counts, &e));
	assert_contains(lines.data, "a/x.yaml:1:1: unknown section 'rolles'");
	assert_int_equal(counts.roles, 3);
	buf_free(&lines);
	packdir_file(&b.d, "a", "x.yaml", "");
	/* Where no file can be. */
	snprintf(path, sizeof path, "%s/folder", b.out);
	assert_int_equal(mkdir(path, 0755), 0);
	must_fail(path, "cannot put the new catalog in place");
	snprintf(path, sizeof path, "%s/catalog.db/x.db", b.out);
	must_fail(path, "catalog.db");
	snprintf(path, sizeof path, "%s/", b.out);
	must_fail(path, b.out);
	must_fail("/dev/null/x.db", "/dev/null");
	/* Folders above it are made. */
	snprintf(path, sizeof path, "%s/folder/new/one.db", b.out);
	must_build(path);
	/* A name without a folder stands where one is. */
	assert_non_null(getcwd(path, sizeof path));
	assert_int_equal(chdir(b.out), 0);
	must_build("here.db");
	assert_int_equal(chdir(path), 0);
	assert_true(file_exists(temp_path(b.out, "here.db")));
}

/* --- ends of a process ----------------------------------------------------------------------- */

static int
build_as_nobody(const char *target)
{
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;

	if (build(target, &lines, &counts, &e))
		return 1;
	return strstr(e.text, target) != NULL && strstr(e.text, "Permission denied") != NULL ? 0
											     : 2;
}

static void
test_read_only_folder(void **state)
{
	uint64_t before;

	(void)state;
	must_build(b.path);
	before = hash_file(b.path);
	change_pack();
	assert_int_equal(chmod(b.d.dir, 0755), 0);
	assert_int_equal(chmod(b.d.pack[0], 0755), 0);
	assert_int_equal(chmod(b.out, 0555), 0);
	assert_int_equal(run_unprivileged(build_as_nobody, b.path), 0);
	assert_int_equal(files_in(b.out), 1);
	assert_true(hash_file(b.path) == before);
}

/* Runs a build in a child; `prepare` says what ends it. Returns the status of waitpid. */
static int
build_in_child(void (*prepare)(long how), long how)
{
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;
	int status = -1;
	pid_t pid = fork();

	if (pid == 0) {
		prepare(how);
		_exit(build(b.path, &lines, &counts, &e) ? 0 : (int)e.code);
	}
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void
limit_file_size(long bytes)
{
	struct rlimit lim = {(rlim_t)bytes, (rlim_t)bytes};

	signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &lim) != 0)
		_exit(99);
}

/* No room: an error at whatever byte it happens. */
static void
test_no_room(void **state)
{
	uint64_t before;
	struct stat st;

	(void)state;
	must_build(b.path);
	before = hash_file(b.path);
	assert_int_equal(stat(b.path, &st), 0);
	change_pack();
	for (long size = 0; size < st.st_size; size += 1 + st.st_size / 40) {
		int status = build_in_child(limit_file_size, size);

		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), ERR_DATA);
		assert_int_equal(files_in(b.out), 1);
		assert_true(hash_file(b.path) == before);
	}
	assert_int_equal(build_in_child(limit_file_size, (long)st.st_size * 2), 0);
	assert_true(hash_file(b.path) != before);
}

static void
die(int sig)
{
	(void)sig;
	kill(getpid(), SIGKILL);
}

static void
die_after(long microseconds)
{
	struct itimerval t = {{0, 0}, {0, microseconds}};

	signal(SIGALRM, die);
	setitimer(ITIMER_REAL, &t, NULL);
}

static void
die_when_full(long bytes)
{
	limit_file_size(bytes);
	signal(SIGXFSZ, die);
}

/* After a kill: the old catalog or the new one, and the next build clears up. */
static void
check_killed(int status, uint64_t old, uint64_t new, size_t *kept)
{
	uint64_t now = hash_file(b.path);

	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
	assert_true(now == old || now == new);
	*kept += now == old;
	assert_true(files_in(b.out) <= 4); /* with the new file, its journal and the lock */
	must_build(b.path);
	assert_int_equal(files_in(b.out), 1);
	assert_true(hash_file(b.path) == new);
}

static void
put_old(const char *old)
{
	size_t len;
	char *bytes = temp_read(old, &len);

	temp_write(b.path, bytes, len);
	free(bytes);
}

static long
elapsed(const struct timespec *from)
{
	struct timespec to;

	clock_gettime(CLOCK_MONOTONIC, &to);
	return (to.tv_sec - from->tv_sec) * 1000000 + (to.tv_nsec - from->tv_nsec) / 1000;
}

static void
test_killed(void **state)
{
	enum { MOMENTS = 24 };
	char *old = path_join(b.d.dir, "old.db");
	struct timespec start;
	uint64_t was, is;
	size_t kept = 0;
	struct stat st;
	long whole;

	(void)state;
	must_build(old);
	was = hash_file(old);
	change_pack();
	clock_gettime(CLOCK_MONOTONIC, &start);
	must_build(b.path);
	whole = elapsed(&start);
	is = hash_file(b.path);
	assert_true(was != is);
	for (long i = 0; i < MOMENTS; i++) {
		put_old(old);
		check_killed(build_in_child(die_after, 1 + whole * i / MOMENTS), was, is, &kept);
	}
	assert_int_equal(stat(b.path, &st), 0);
	for (long i = 0; i < MOMENTS; i++) {
		put_old(old);
		check_killed(
		    build_in_child(die_when_full, (long)st.st_size * i / MOMENTS), was, is, &kept);
	}
	/* Not all of them came too late. */
	assert_true(kept >= MOMENTS);
	free(old);
}

/* --- leftovers ------------------------------------------------------------------------------- */

static void
put_file(const char *suffix, long pid, const char *more)
{
	char path[600];

	snprintf(path, sizeof path, "%s%s%ld%s", b.path, suffix, pid, more);
	temp_write(path, "x", 1);
}

static bool
is_there(const char *suffix, long pid, const char *more)
{
	char path[600];

	snprintf(path, sizeof path, "%s%s%ld%s", b.path, suffix, pid, more);
	return file_exists(path);
}

static void
test_leftovers(void **state)
{
	int status;
	pid_t dead = fork();

	(void)state;
	if (dead == 0)
		_exit(0);
	assert_int_equal(waitpid(dead, &status, 0), dead);
	put_file(".new-", dead, "");
	put_file(".new-", dead, "-journal");
	put_file(".new-", dead, "-notes.txt"); /* somebody's own */
	put_file(".new-", dead, "x");
	put_file(".new-0", dead, "");
	put_file(".new--", dead, "");
	put_file(".new-99999999999", dead, "");
	put_file(".old-", dead, "");
	put_file("2.new-", dead, "");
	put_file(".new-", (long)getppid(), ""); /* another build that runs */
	must_build(b.path);
	assert_false(is_there(".new-", dead, ""));
	assert_false(is_there(".new-", dead, "-journal"));
	assert_true(is_there(".new-", dead, "-notes.txt"));
	assert_true(is_there(".new-", dead, "x"));
	assert_true(is_there(".new-0", dead, ""));
	assert_true(is_there(".new--", dead, ""));
	assert_true(is_there(".new-99999999999", dead, ""));
	assert_true(is_there(".old-", dead, ""));
	assert_true(is_there("2.new-", dead, ""));
	assert_true(is_there(".new-", (long)getppid(), ""));
	/* What a process of the same number left is in nobody's way. */
	put_file(".new-", (long)getpid(), "");
	put_file(".new-", (long)getpid(), "-journal");
	must_build(b.path);
	assert_false(is_there(".new-", (long)getpid(), ""));
	assert_false(is_there(".new-", (long)getpid(), "-journal"));
}

static int
build_beside_another(const char *target)
{
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;

	return build(target, &lines, &counts, &e) ? 0 : 1;
}

/* Another person's build that runs is told from one that is gone. */
static void
test_leftover_of_another(void **state)
{
	(void)state;
	put_file(".new-", 1, "");
	assert_int_equal(chmod(b.d.dir, 0755), 0);
	assert_int_equal(chmod(b.d.pack[0], 0755), 0);
	assert_int_equal(chmod(b.out, 0777), 0);
	assert_int_equal(run_unprivileged(build_beside_another, b.path), 0);
	assert_true(is_there(".new-", 1, ""));
	assert_true(file_exists(b.path));
}

static void
test_data_dir(void **state)
{
	char where[4096];
	char *dir;

	(void)state;
	assert_int_equal(setenv("CAREER_DATA", "/some/where", 1), 0);
	dir = build_data_dir();
	assert_string_equal(dir, "/some/where");
	free(dir);
	assert_int_equal(setenv("CAREER_DATA", "", 1), 0);
	dir = build_data_dir();
	assert_string_equal(dir, "data");
	free(dir);
	assert_non_null(getcwd(where, sizeof where));
	assert_int_equal(chdir(b.out), 0);
	dir = build_data_dir();
	assert_int_equal(chdir(where), 0);
	assert_contains(dir, "/share/career");
	free(dir);
	assert_int_equal(unsetenv("CAREER_DATA"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_counts),
	    TEST(test_same),
	    TEST(test_reader_keeps_old),
	    TEST(test_moved_over),
	    TEST(test_failures),
	    TEST(test_read_only_folder),
	    TEST(test_no_room),
	    TEST(test_killed),
	    TEST(test_leftovers),
	    TEST(test_leftover_of_another),
	    TEST(test_data_dir),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
