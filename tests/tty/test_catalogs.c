/* Catalogs that cannot be used: what is said, and that nothing is touched. */
#include "appfiles.h"

#include "career/base/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void
make_absent(const char *path)
{
	(void)path;
}

static void
make_empty(const char *path)
{
	temp_write(path, "", 0);
}

static void
make_text(const char *path)
{
	temp_write(path, "this is not a catalog\n", 22);
}

static void
make_folder(const char *path)
{
	mkdir(path, 0755);
}

static void
make_fifo(const char *path)
{
	mkfifo(path, 0644);
}

static void
make_loop(const char *path)
{
	assert_int_equal(symlink(path, path), 0);
}

/* The first bytes of a good one, and what is written over the rest. */
static void
make_part(const char *path, size_t keep, size_t damage)
{
	size_t len;
	char *bytes = temp_read(apptty_small(), &len);

	keep = keep < len ? keep : len / 2;
	memset(bytes + keep, 0xff, damage < len - keep ? damage : len - keep);
	temp_write(path, bytes, damage > 0 ? len : keep);
	free(bytes);
}

static void
make_head(const char *path)
{
	make_part(path, 100, 0);
}

static void
make_half(const char *path)
{
	make_part(path, SIZE_MAX, 0);
}

static void
make_damaged_schema(const char *path)
{
	make_part(path, 100, 16);
}

static void
make_damaged(const char *path)
{
	make_part(path, 16384, SIZE_MAX);
}

static void
make_newer(const char *path)
{
	appfiles_alter(path, "PRAGMA user_version = 99");
}

static void
make_older(const char *path)
{
	appfiles_alter(path, "PRAGMA user_version = 0");
}

static void
make_foreign(const char *path)
{
	appfiles_alter(path, "PRAGMA application_id = 1");
}

static void
make_strange_view(const char *path)
{
	appfiles_alter(path, "CREATE VIEW more AS SELECT randomblob(1000000000)");
}

static void
make_strange_trigger(const char *path)
{
	appfiles_alter(path, "CREATE TRIGGER t AFTER INSERT ON role BEGIN DELETE FROM role; END");
}

static const struct {
	const char *name;
	void (*make)(const char *path);
	const char *says;
} bad_catalogs[] = {
    {"absent", make_absent, "there is no catalog"},
    {"empty", make_empty, "is empty"},
    {"text", make_text, "not an SQLite file"},
    {"folder", make_folder, "is a folder"},
    {"fifo", make_fifo, "not a regular file"},
    {"loop", make_loop, "cannot read"},
    {"head", make_head, "career build"},
    {"half", make_half, "career build"},
    {"damaged-schema", make_damaged_schema, "career build"},
    {"damaged", make_damaged, "career build"},
    {"newer", make_newer, "newer schema"},
    {"older", make_older, "older schema"},
    {"foreign", make_foreign, "another program"},
    {"strange-view", make_strange_view, "career build"},
    {"strange-trigger", make_strange_trigger, "career build"},
};

/* One line that names the file and says what to do; exit code 3; nothing of the terminal is touched. */
static void
check_refused(const struct apptty *o, const char *says)
{
	char text[3000];
	int status = apptty_run(o, text, sizeof text);

	if (status != ERR_DATA || strstr(text, says) == NULL || strstr(text, "career build") == NULL
	    || strstr(text, o->catalog) == NULL || strncmp(text, "career: ", 8) != 0
	    || strchr(text, '\n') != text + strlen(text) - 1 || strchr(text, '\033') != NULL)
		fail_msg("%s: status %d, \"%s\"", o->catalog, status, text);
}

static void
test_unusable_catalogs(void **state)
{
	const char *folder = apptty_path("catalogs");
	char path[1000], *before, *after;

	(void)state;
	mkdir(folder, 0755);
	for (size_t i = 0; i < COUNT(bad_catalogs); i++) {
		snprintf(path, sizeof path, "%s/catalogs/%s", apptty_dir(), bad_catalogs[i].name);
		bad_catalogs[i].make(path);
	}
	before = appfiles_fingerprint(apptty_path("catalogs"));
	for (size_t i = 0; i < COUNT(bad_catalogs); i++) {
		snprintf(path, sizeof path, "%s/catalogs/%s", apptty_dir(), bad_catalogs[i].name);
		check_refused(&(struct apptty){.catalog = path}, bad_catalogs[i].says);
	}
	after = appfiles_fingerprint(apptty_path("catalogs"));
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void
test_no_right_to_read(void **state)
{
	const char *path = apptty_path("secret.db");

	(void)state;
	appfiles_need_nobody();
	appfiles_copy(apptty_small(), path);
	chmod(path, 0);
	check_refused(
	    &(struct apptty){.catalog = path, .through = appfiles_nobody}, "no right to read");
}

/* As on a read-only disk: neither the file nor its folder can be written. */
static void
test_read_only_place(void **state)
{
	char path[1000], *before, *after;
	struct tty *t;

	(void)state;
	appfiles_need_nobody();
	mkdir(apptty_path("read-only"), 0755);
	snprintf(path, sizeof path, "%s/read-only/catalog.db", apptty_dir());
	appfiles_copy(apptty_small(), path);
	chmod(path, 0444);
	chmod(apptty_path("read-only"), 0555);
	before = appfiles_fingerprint(apptty_path("read-only"));
	t = apptty_start(&(struct apptty){.catalog = path, .through = appfiles_nobody});
	tty_keys(t, "2 Down");
	assert_on_screen(t, "6 of 6");
	apptty_on_selection(t);
	apptty_quit(t);
	after = appfiles_fingerprint(apptty_path("read-only"));
	assert_string_equal(after, before);
	free(before);
	free(after);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_unusable_catalogs),
	    cmocka_unit_test(test_no_right_to_read),
	    cmocka_unit_test(test_read_only_place),
	};

	if (!appfiles_main(argc, argv))
		return 1;
	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
