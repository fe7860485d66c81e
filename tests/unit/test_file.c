#include "career/base/file.h"

#include "career/base/mem.h"
#include "check.h"
#include "temp.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *dir;

static int
setup(void **state)
{
	(void)state;
	dir = temp_dir();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	temp_remove(dir);
	return 0;
}

static mode_t
mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 07777;
}

static void
test_write_and_read(void **state)
{
	char *path = path_join(dir, "a file");
	struct buf b = BUF_INIT;
	struct err e;

	(void)state;
	assert_true(file_write_atomic(path, "one\0two", 7, 0600, &e));
	assert_int_equal(mode_of(path), 0600);
	assert_true(file_read(path, 7, &b, &e));
	assert_int_equal(b.len, 7);
	assert_memory_equal(b.data, "one\0two", 8);
	assert_true(file_write_atomic(path, "", 0, 0644, &e));
	assert_int_equal(mode_of(path), 0644);
	assert_true(file_read(path, 0, &b, &e));
	assert_int_equal(b.len, 0);
	buf_free(&b);
	free(path);
}

static void
test_read_refuses(void **state)
{
	char *path = path_join(dir, "big"), *fifo = path_join(dir, "fifo"),
	     *none = path_join(dir, "no");
	struct buf b = BUF_INIT;
	struct err e;

	(void)state;
	assert_true(file_write_atomic(path, "12345678", 8, 0600, &e));
	assert_false(file_read(path, 7, &b, &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, "larger than the 7 bytes");
	assert_contains(e.text, path);
	assert_false(file_read(dir, 100, &b, &e));
	assert_contains(e.text, "folder");
	assert_false(file_read("/dev/zero", 100, &b, &e));
	assert_contains(e.text, "regular");
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_false(file_read(fifo, 100, &b, &e));
	assert_false(file_read(none, 100, &b, &e));
	assert_contains(e.text, "No such file");
	assert_int_equal(unlink(fifo), 0);
	buf_free(&b);
	free(path);
	free(fifo);
	free(none);
}

/* Files of /proc say size 0 and have more. */
static void
test_read_growing(void **state)
{
	struct buf b = BUF_INIT;
	struct err e;

	(void)state;
	if (!file_exists("/proc/self/status"))
		skip();
	assert_true(file_read("/proc/self/status", 100000, &b, &e));
	assert_true(b.len > 100);
	assert_false(file_read("/proc/self/status", 10, &b, &e));
	buf_free(&b);
}

/* All names in a folder but "." and "..". */
static size_t
entries(const char *path)
{
	DIR *d = opendir(path);
	struct dirent *entry;
	size_t n = 0;

	assert_non_null(d);
	while ((entry = readdir(d)) != NULL)
		n += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	closedir(d);
	return n;
}

/* A write that fails leaves the old file and no temporary behind. */
static void
test_write_fails(void **state)
{
	char *sub = path_join(dir, "sub"), *inside = path_join(sub, "x");
	struct err e;

	(void)state;
	assert_false(file_write_atomic(inside, "x", 1, 0600, &e));
	assert_contains(e.text, inside);
	assert_true(file_make_dirs(inside, &e));
	assert_false(file_write_atomic(inside, "x", 1, 0600, &e));
	assert_true(file_is_dir(inside));
	assert_int_equal(entries(sub), 1);
	free(sub);
	free(inside);
}

static void
test_make_dirs(void **state)
{
	char *deep = path_join(dir, "a/b//c/"), *leaf = path_join(dir, "p/q/file"), *parent;
	struct err e;

	(void)state;
	assert_true(file_make_dirs(deep, &e));
	assert_true(file_is_dir(deep));
	assert_int_equal(mode_of(deep), 0700);
	assert_true(file_make_dirs(deep, &e));
	assert_true(file_make_parent(leaf, &e));
	parent = path_join(dir, "p/q");
	assert_true(file_is_dir(parent));
	assert_false(file_exists(leaf));
	assert_true(file_make_parent("relative", &e));
	assert_true(file_write_atomic(leaf, "", 0, 0600, &e));
	free(parent);
	parent = path_join(leaf, "below");
	assert_false(file_make_dirs(parent, &e));
	assert_contains(e.text, "File exists");
	free(parent);
	free(deep);
	free(leaf);
}

static void
test_list(void **state)
{
	static const char *const made[] = {"b.yaml", "a.yaml", ".hidden.yaml", "B.yaml", "c.txt"};
	char *sub = path_join(dir, "list"), **names;
	struct err e;
	size_t n, i;

	(void)state;
	assert_true(file_make_dirs(sub, &e));
	for (i = 0; i < 5; i++) {
		char *path = path_join(sub, made[i]);

		assert_true(file_write_atomic(path, "", 0, 0600, &e));
		free(path);
	}
	assert_true(file_list(sub, ".yaml", &names, &n, &e));
	assert_int_equal(n, 3);
	assert_string_equal(names[0], "B.yaml");
	assert_string_equal(names[1], "a.yaml");
	assert_string_equal(names[2], "b.yaml");
	file_list_free(names, n);
	assert_true(file_list(sub, NULL, &names, &n, &e));
	assert_int_equal(n, 4);
	file_list_free(names, n);
	assert_true(file_list(sub, ".none", &names, &n, &e));
	assert_int_equal(n, 0);
	file_list_free(names, n);
	free(sub);
	sub = path_join(dir, "nowhere");
	assert_false(file_list(sub, NULL, &names, &n, &e));
	assert_contains(e.text, sub);
	free(sub);
}

static void
check_path(char *got, const char *expected)
{
	assert_string_equal(got, expected);
	free(got);
}

static void
test_places(void **state)
{
	char *got;

	(void)state;
	setenv("HOME", "/home/x", 1);
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_STATE_HOME");
	setenv("XDG_DATA_HOME", "relative/path", 1);
	setenv("XDG_CACHE_HOME", "/var/cache/", 1);
	check_path(path_config("keys.yaml"), "/home/x/.config/career/keys.yaml");
	check_path(path_config(NULL), "/home/x/.config/career");
	check_path(path_data("profile.db"), "/home/x/.local/share/career/profile.db");
	check_path(path_cache("x"), "/var/cache/career/x");
	check_path(path_state("log"), "/home/x/.local/state/career/log");
	setenv("HOME", "/", 1);
	check_path(path_config(NULL), "/.config/career");
	setenv("XDG_CONFIG_HOME", "/", 1);
	check_path(path_config(NULL), "/career");
	unsetenv("XDG_CONFIG_HOME");
	setenv("HOME", "not/absolute", 1);
	got = path_config("x");
	if (got) {
		assert_int_equal(got[0], '/');
		assert_null(strstr(got, "not/absolute"));
	}
	free(got);
}

static void
test_join(void **state)
{
	(void)state;
	check_path(path_join("/a", "b"), "/a/b");
	check_path(path_join("/a/", "b"), "/a/b");
	check_path(path_join("", "b"), "b");
	check_path(path_join("/a", ""), "/a");
	check_path(path_join("/a", NULL), "/a");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_write_and_read),
	    cmocka_unit_test(test_read_refuses),
	    cmocka_unit_test(test_read_growing),
	    cmocka_unit_test(test_write_fails),
	    cmocka_unit_test(test_make_dirs),
	    cmocka_unit_test(test_list),
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_join),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
