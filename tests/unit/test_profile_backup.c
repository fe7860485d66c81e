#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/base/file.h"
#include "career/store/db.h"
#include "career/store/profile.h"
#include "check.h"
#include "temp.h"

#include "../../src/store/profile_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static char *dir;
static char *path;
static struct err e;

static int
setup(void **state)
{
	(void)state;
	dir = temp_dir();
	path = strdup(temp_path(dir, "own/profile.db"));
	err_clear(&e);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	free(path);
	temp_remove(dir);
	return 0;
}

/* A profile that says its role. */
static void
keep(const char *role)
{
	struct profile *p = profile_open(path, &e);

	assert_ok(p != NULL);
	assert_ok(profile_set(p, "role", role, &e));
	profile_close(p);
}

static void
keeps(const char *file, const char *role)
{
	struct profile *p = profile_open(file, &e);
	char *value;

	assert_ok(p != NULL);
	value = profile_get(p, "role");
	assert_string_equal(value, role);
	free(value);
	profile_close(p);
}

static size_t
copies(void)
{
	struct profile_backups all;
	size_t n;

	assert_ok(profile_backups(path, &all, &e));
	n = all.n;
	profile_backups_free(&all);
	return n;
}

/* A file of the day before today's. */
static const char *
day_name(int days_ago)
{
	static char name[512];
	time_t then = time(NULL) - (time_t)days_ago * 86400;
	struct tm tm;
	char day[16];

	gmtime_r(&then, &tm);
	strftime(day, sizeof day, "%Y-%m-%d", &tm);
	snprintf(name, sizeof name, "%s.%s.bak", path, day);
	return name;
}

/* The newest copy becomes one of some days ago. */
static void
age(int days)
{
	char from[512];
	struct timespec times[2] = {{.tv_sec = time(NULL) - (time_t)days * 86400}, {0}};

	times[1] = times[0];
	snprintf(from, sizeof from, "%s", day_name(0));
	assert_int_equal(rename(from, day_name(days)), 0);
	assert_int_equal(utimensat(AT_FDCWD, day_name(days), times, 0), 0);
}

static void
damage(const char *file)
{
	size_t len;
	char *bytes = temp_read(file, &len);

	memset(bytes + 100, 0xa5, len - 100);
	temp_write(file, bytes, len);
	free(bytes);
}

static void
test_once_a_day(void **state)
{
	struct stat st;

	(void)state;
	keep("a"); /* new: nothing to copy yet */
	assert_int_equal(copies(), 0);
	keep("b");
	assert_int_equal(copies(), 1);
	keep("c");
	assert_int_equal(copies(), 1);
	keeps(day_name(0), "a");
	assert_int_equal(stat(day_name(0), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	keeps(path, "c");
}

static void
test_reading_makes_none(void **state)
{
	(void)state;
	keep("a");
	keeps(path, "a");
	assert_int_equal(copies(), 0);
}

static void
test_old_ones_go(void **state)
{
	struct profile_backups all;

	(void)state;
	keep("a");
	for (int i = PROFILE_BACKUPS + 3; i > 0; i--) {
		keep("b");
		age(i);
	}
	temp_write(temp_path(dir, "own/profile.db.v1.bak"), "kept", 4);
	temp_write(temp_path(dir, "own/other.db.2020-01-01.bak"), "kept", 4);
	keep("c");
	assert_ok(profile_backups(path, &all, &e));
	assert_int_equal(all.n, PROFILE_BACKUPS + 1); /* with the one before a migration */
	for (size_t i = 1; i < all.n; i++)
		assert_true(all.b[i - 1].made >= all.b[i].made);
	profile_backups_free(&all);
	assert_false(file_exists(day_name(PROFILE_BACKUPS)));
	assert_true(file_exists(day_name(PROFILE_BACKUPS - 1)));
	assert_true(file_exists(temp_path(dir, "own/other.db.2020-01-01.bak")));
}

/* The newest copy that is whole is offered; what is damaged stays, with its log. */
static void
test_restore(void **state)
{
	char *best, *aside, *log;
	size_t len;

	(void)state;
	keep("good");
	keep("later");
	age(2);
	keep("last");
	assert_null(profile_mendable(path));
	damage(path);
	damage(day_name(0));
	log = malloc(strlen(path) + 5);
	sprintf(log, "%s-wal", path);
	temp_write(log, "log", 3);

	assert_null(profile_open(path, &e));
	assert_contains(e.text, path);
	best = profile_mendable(path);
	assert_string_equal(best, day_name(2));
	assert_ok(profile_restore(path, best, &aside, &e));
	keeps(path, "good");
	assert_true(file_exists(aside));
	assert_false(file_exists(log));
	free(log);
	log = malloc(strlen(aside) + 5);
	sprintf(log, "%s-wal", aside);
	free(temp_read(log, &len));
	assert_int_equal(len, 3);
	assert_true(file_exists(best));
	assert_null(profile_mendable(path));
	free(log);
	free(best);
	free(aside);
}

static void
test_restore_of_nothing(void **state)
{
	char *aside;

	(void)state;
	keep("a");
	keep("b");
	temp_write(temp_path(dir, "text.bak"), "a text", 6);
	assert_false(profile_restore(path, temp_path(dir, "text.bak"), &aside, &e));
	assert_contains(e.text, "not a profile");
	assert_null(aside);
	keeps(path, "b");
	assert_int_equal(unlink(path), 0);
	assert_ok(profile_restore(path, day_name(0), &aside, &e));
	assert_null(aside);
	keeps(path, "a");
}

static void
count(void *ctx, const char *file)
{
	(void)file;
	++*(size_t *)ctx;
}

static void
test_erase(void **state)
{
	char *aside;
	size_t n = 0;

	(void)state;
	keep("a");
	keep("b");
	damage(path);
	assert_ok(profile_restore(path, day_name(0), &aside, &e));
	free(aside);
	temp_write(temp_path(dir, "own/other.db"), "kept", 4);
	assert_ok(profile_erase(path, count, &n, &e));
	assert_int_equal(n, 3); /* itself, its copy, what was set aside */
	assert_false(file_exists(path));
	assert_int_equal(copies(), 0);
	assert_true(file_exists(temp_path(dir, "own/other.db")));
	n = 0;
	assert_ok(profile_erase(path, count, &n, &e));
	assert_int_equal(n, 0);
}

static void
collect(void *ctx, const char *name)
{
	buf_addf(ctx, "%s ", name);
}

static void
test_names(void **state)
{
	struct buf names = BUF_INIT;
	char *found;

	(void)state;
	assert_int_equal(setenv("XDG_DATA_HOME", dir, 1), 0);
	found = profile_find("anna");
	assert_string_equal(found, temp_path(dir, "career/profiles/anna.db"));
	free(path);
	path = found;
	keep("a");
	free(path);
	path = profile_find("class-7B");
	keep("b");
	assert_ok(profile_names(collect, &names, &e));
	assert_string_equal(names.data, "anna class-7B ");
	buf_free(&names);

	assert_true(profile_is_name("a_B-9"));
	assert_false(profile_is_name(""));
	assert_false(profile_is_name("a/b"));
	assert_false(profile_is_name(".."));
	assert_false(profile_is_name("profile.db"));
	found = profile_find("./anna");
	assert_string_equal(found, "./anna");
	free(found);
	unsetenv("XDG_DATA_HOME");
}

/* NFS, CIFS, FUSE; ext4, btrfs, tmpfs, overlayfs (numbers of statfs(2)). */
static void
test_network(void **state)
{
	static const unsigned long shared[] = {0x6969, 0xff534d42, 0x65735546};
	static const unsigned long own[] = {0xef53, 0x9123683e, 0x01021994, 0x794c7630};

	(void)state;
	for (size_t i = 0; i < COUNT(shared); i++)
		assert_true(profile_network_type(shared[i]));
	for (size_t i = 0; i < COUNT(own); i++)
		assert_false(profile_network_type(own[i]));
	assert_true(profile_network_type((unsigned long)(int)0xff534d42)); /* a signed f_type */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_once_a_day, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_reading_makes_none, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_old_ones_go, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_restore, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_restore_of_nothing, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_erase, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_names, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_network, setup, teardown),
	};

	return cmocka_run_group_tests_name("profile_backup", tests, NULL, NULL);
}
