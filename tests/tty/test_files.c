/* Catalogs and profiles that are not as they should be, and those that change while the program runs. */
#include "apptty.h"

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/store/db.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NOBODY = 65534 };

static char self[PATH_MAX];

/* Without special rights, also when the tests have them. */
static const char *const as_nobody[] = {self, "--as-nobody", NULL};

static int
become_nobody(char **argv)
{
	if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
		return 99;
	execv(argv[0], argv);
	return 98;
}

static int
is_out_of_reach(const char *path)
{
	return access(path, X_OK) == 0 && access(self, X_OK) == 0 ? 0 : 1;
}

static void
need_nobody(void)
{
	if (run_unprivileged(is_out_of_reach, apptty_program()) != 0)
		skip(); /* built where others may not look */
}

static void
copy_file(const char *from, const char *to)
{
	size_t len;
	char *bytes = temp_read(from, &len);

	temp_write(to, bytes, len);
	free(bytes);
}

/* Names of all files in a folder, sorted, with their sizes and bytes summed up: what must not change. */
static char *
fingerprint(const char *folder)
{
	struct dirent **names;
	struct buf out = BUF_INIT;
	int n = scandir(folder, &names, NULL, alphasort);

	for (int i = 0; i < n; i++) {
		char path[1500];
		struct stat st;

		snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
		if (names[i]->d_name[0] != '.' && lstat(path, &st) == 0) {
			uint64_t hash = 1469598103934665603u;
			size_t len = 0;
			char *bytes = S_ISREG(st.st_mode) ? temp_read(path, &len) : NULL;

			for (size_t k = 0; k < len; k++)
				hash = (hash ^ (unsigned char)bytes[k]) * 1099511628211u;
			buf_addf(&out, "%s %o %lld %llx %lld\n", names[i]->d_name,
			    (unsigned)st.st_mode, (long long)st.st_size, (unsigned long long)hash,
			    (long long)st.st_mtime);
			free(bytes);
		}
		free(names[i]);
	}
	free(names);
	return buf_take(&out);
}

/* --- catalogs that cannot be used ------------------------------------------------------------- */

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
alter(const char *path, const char *sql)
{
	struct err e = {0};
	struct db *db;

	copy_file(apptty_small(), path);
	db = db_open(path, DB_WRITE, &e);
	if (db == NULL || !db_exec(db, sql, &e))
		fail_msg("%s: %s", sql, e.text);
	db_close(db);
}

static void
make_newer(const char *path)
{
	alter(path, "PRAGMA user_version = 99");
}

static void
make_older(const char *path)
{
	alter(path, "PRAGMA user_version = 0");
}

static void
make_foreign(const char *path)
{
	alter(path, "PRAGMA application_id = 1");
}

static void
make_strange_view(const char *path)
{
	alter(path, "CREATE VIEW more AS SELECT randomblob(1000000000)");
}

static void
make_strange_trigger(const char *path)
{
	alter(path, "CREATE TRIGGER t AFTER INSERT ON role BEGIN DELETE FROM role; END");
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
	before = fingerprint(apptty_path("catalogs"));
	for (size_t i = 0; i < COUNT(bad_catalogs); i++) {
		snprintf(path, sizeof path, "%s/catalogs/%s", apptty_dir(), bad_catalogs[i].name);
		check_refused(&(struct apptty){.catalog = path}, bad_catalogs[i].says);
	}
	after = fingerprint(apptty_path("catalogs"));
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void
test_no_right_to_read(void **state)
{
	const char *path = apptty_path("secret.db");

	(void)state;
	need_nobody();
	copy_file(apptty_small(), path);
	chmod(path, 0);
	check_refused(&(struct apptty){.catalog = path, .through = as_nobody}, "no right to read");
}

/* As on a read-only disk: neither the file nor its folder can be written. */
static void
test_read_only_place(void **state)
{
	char path[1000], *before, *after;
	struct tty *t;

	(void)state;
	need_nobody();
	mkdir(apptty_path("read-only"), 0755);
	snprintf(path, sizeof path, "%s/read-only/catalog.db", apptty_dir());
	copy_file(apptty_small(), path);
	chmod(path, 0444);
	chmod(apptty_path("read-only"), 0555);
	before = fingerprint(apptty_path("read-only"));
	t = apptty_start(&(struct apptty){.catalog = path, .through = as_nobody});
	tty_keys(t, "2 Down");
	assert_on_screen(t, "6 of 6");
	apptty_on_selection(t);
	apptty_quit(t);
	after = fingerprint(apptty_path("read-only"));
	assert_string_equal(after, before);
	free(before);
	free(after);
}

/* --- stored columns that were tampered with --------------------------------------------------- */

/* From the header of the list on: what the person reads there. The message may stand at the bottom. */
static char *
lists(struct tty *t)
{
	struct buf out = BUF_INIT;

	for (int s = 1; s <= 2; s++) {
		tty_keys(t, s == 1 ? "1 g" : "2 g");
		for (int y = 0; y < 20; y++)
			buf_addf(&out, "%s\n", tty_row(t, y));
	}
	return buf_take(&out);
}

static void
test_tampered_columns(void **state)
{
	static const char *const sql[] = {
	    "UPDATE frame_column SET codes = zeroblob(length(codes) - 1)",
	    "UPDATE frame_column SET codes = zeroblob(length(codes) + 1000000)",
	    "UPDATE frame_column SET codes = substr(%s, 1, length(codes)) WHERE dict_off IS NOT NULL",
	    "UPDATE frame_column SET dict_off = substr(%s, 1, length(dict_off))",
	    "UPDATE frame_column SET dict_text = substr(%s, 1, length(dict_text))",
	    "UPDATE frame_column SET fold_off = substr(%s, 1, length(fold_off))",
	    "UPDATE frame_column SET fold_text = substr(%s, 1, length(fold_text))",
	    "UPDATE frame_column SET start = substr(%s, 1, length(start))",
	    "UPDATE frame_column SET width = 3",
	    "UPDATE frame_column SET pos = pos + 100",
	    "UPDATE frame_column SET codes = NULL, dict_off = NULL",
	    "UPDATE frame SET ids = substr(%s, 1, length(ids))",
	    "UPDATE frame SET rows = 2000000000",
	    "UPDATE frame SET rows = -1",
	    "UPDATE frame SET format = 99",
	    "UPDATE frame SET byte_order = 'middle'",
	    "UPDATE frame SET spec_hash = 0",
	    "DELETE FROM frame_column; DELETE FROM frame",
	};
	const char *path = apptty_path("tampered.db");
	struct buf ones = BUF_INIT, text = BUF_INIT;
	struct tty *t = apptty_start(&(struct apptty){.catalog = apptty_small(), .cols = 120});
	char *good = lists(t), *got;

	(void)state;
	apptty_quit(t);
	buf_adds(&ones, "x'");
	buf_pad(&ones, 'F', 16384);
	buf_addc(&ones, '\'');
	for (size_t i = 0; i < COUNT(sql); i++) {
		const char *at = strstr(sql[i], "%s");

		buf_clear(&text);
		buf_addf(&text, "%.*s%s%s", at ? (int)(at - sql[i]) : 1000, sql[i],
		    at ? ones.data : "", at ? at + 2 : "");
		alter(path, text.data);
		t = apptty_start(&(struct apptty){.catalog = path, .cols = 120});
		if (!tty_has(t, "stored columns not usable") || !tty_has(t, "career build"))
			fail_msg("%s: nothing is said:\n%s", sql[i], tty_screen(t));
		got = lists(t);
		if (strcmp(got, good) != 0)
			fail_msg("%s:\n%s\nwas expected:\n%s", sql[i], got, good);
		free(got);
		apptty_quit(t);
		unlink(path);
	}
	buf_free(&ones);
	buf_free(&text);
	free(good);
}

/* --- a catalog that changes while the program runs --------------------------------------------- */

static void
use_a_while(struct tty *t)
{
	tty_keys(t, "2");
	assert_on_screen(t, "6 of 6");
	tty_keys(t, "Down Down Enter");
	tty_keys(t, "Down Down i");
	tty_keys(t, "Esc");
	tty_keys(t, "1 G m");
	tty_keys(t, "Esc");
	tty_keys(t, "g Tab Right");
	assert_on_screen(t, "[Pay]");
	assert_on_screen(t, "60K-70K");
	apptty_on_selection(t);
}

static void
test_replaced_while_running(void **state)
{
	const char *path = apptty_path("replaced.db");
	char fresh[1000];
	struct tty *t;

	(void)state;
	snprintf(fresh, sizeof fresh, "%s", apptty_path("fresh.db"));
	copy_file(apptty_small(), path);
	copy_file(apptty_bundled(), fresh);
	t = apptty_start(&(struct apptty){.catalog = path});
	assert_int_equal(rename(fresh, path), 0);
	use_a_while(t);
	apptty_quit(t);
	t = apptty_start(&(struct apptty){.catalog = path});
	assert_false(tty_has(t, "of 3"));
	apptty_quit(t);
}

static void
test_removed_while_running(void **state)
{
	const char *path = apptty_path("removed.db");
	struct tty *t;

	(void)state;
	copy_file(apptty_small(), path);
	t = apptty_start(&(struct apptty){.catalog = path});
	unlink(path);
	use_a_while(t);
	apptty_quit(t);
}

/* Written over in place, which `career build` never does: what cannot be read is said, nothing breaks. */
static void
test_cut_off_while_running(void **state)
{
	const char *path = apptty_path("cut.db");
	struct tty *t;

	(void)state;
	copy_file(apptty_bundled(), path);
	t = apptty_start(&(struct apptty){.catalog = path});
	temp_write(path, "", 0);
	tty_keys(t, "Down Down Enter Right Right");
	tty_keys(t, "i");
	tty_keys(t, "Esc");
	tty_keys(t, "2 Down");
	tty_keys(t, "1 / d a t a Enter");
	assert_on_screen(t, "[1 Roles]");
	apptty_quit(t);
}

/* Somewhere in the middle bytes are not what they were: it works, or says what is wrong, and always ends well. */
static void
test_damaged_pages(void **state)
{
	static const char walk[] =
	    "key J\nkey J\nkey Right\nkey Right\nkey Right\nscreen programs\ngo 4\n"
	    "key Tab\nkey i\nkey Esc\nfilter testing sort:-cost\nrole-is tester\nquit\n";
	const char *const args[] = {"--guest", "--script", apptty_path("walk"), NULL};
	const char *steps = getenv("RANDOM_STEPS");
	static char text[200000];
	char path[1000];
	size_t len, at;
	char *bytes = temp_read(apptty_small(), &len), kept[32];
	unsigned seed = 7;

	(void)state;
	temp_write(apptty_path("walk"), walk, sizeof walk - 1);
	snprintf(path, sizeof path, "%s", apptty_path("page.db"));
	for (long n = steps ? strtol(steps, NULL, 10) : 60; n > 0; n--) {
		int status;

		seed = seed * 1103515245 + 12345;
		at = 100 + (seed >> 4) % (len - 100 - sizeof kept);
		memcpy(kept, bytes + at, sizeof kept);
		memset(bytes + at, n % 2 ? 0xff : (int)(seed >> 24), n % 3 ? 4 : sizeof kept);
		temp_write(path, bytes, len);
		memcpy(bytes + at, kept, sizeof kept);
		status =
		    apptty_run(&(struct apptty){.catalog = path, .args = args}, text, sizeof text);
		if (status != 0 && status != ERR_DATA)
			fail_msg("damage at byte %zu: status %d\n%s", at, status, text);
	}
	free(bytes);
}

/* --- profiles --------------------------------------------------------------------------------- */

static char profile[1000];
static const char *const own_profile[] = {"--profile", profile, NULL};

static struct tty *
with_profile(const char *const *through)
{
	return apptty_start(&(struct apptty){
	    .catalog = apptty_small(), .args = own_profile, .through = through, .cols = 200});
}

static void
test_marks_are_kept(void **state)
{
	struct tty *t;

	(void)state;
	snprintf(profile, sizeof profile, "%s", apptty_path("kept.db"));
	t = with_profile(NULL);
	tty_keys(t, "2 Space Space");
	apptty_quit(t);
	t = with_profile(NULL);
	tty_keys(t, "2");
	assert_on_screen(t, "2 marked");
	assert_on_screen(t, ">*");
	tty_keys(t, "Space");
	assert_on_screen(t, "1 marked");
	apptty_quit(t);
}

static void
test_two_programs_one_profile(void **state)
{
	struct tty *a, *b;

	(void)state;
	snprintf(profile, sizeof profile, "%s", apptty_path("shared.db"));
	a = with_profile(NULL);
	b = with_profile(NULL);
	tty_keys(a, "2 Space");
	tty_keys(b, "2 Down Space");
	tty_keys(a, "Down Space");
	tty_keys(b, "Down Space Space");
	apptty_command(a, "role-is tester");
	if (tty_has(a, "! ") || tty_has(b, "! "))
		fail_msg("a mark failed:\n%s\n%s", tty_screen(a), tty_row(b, 23));
	apptty_quit(b);
	apptty_quit(a);
	a = with_profile(NULL);
	tty_keys(a, "2");
	assert_on_screen(a, "5 marked");
	apptty_quit(a);
}

/* Says so, goes on in memory, leaves the file alone. */
static void
check_unusable_profile(const char *says)
{
	struct tty *t = with_profile(NULL);

	assert_on_screen(t, says);
	assert_on_screen(t, "until you quit");
	tty_keys(t, "2 Space Space");
	assert_on_screen(t, "2 marked");
	apptty_quit(t);
}

static void
test_unusable_profiles(void **state)
{
	struct err e = {0};
	struct db *db;
	char *before, *after;

	(void)state;
	mkdir(apptty_path("profiles"), 0755);
	snprintf(profile, sizeof profile, "%s/profiles/garbage", apptty_dir());
	temp_write(profile, "not a profile, not at all", 25);
	snprintf(profile, sizeof profile, "%s/profiles/folder", apptty_dir());
	mkdir(profile, 0755);
	snprintf(profile, sizeof profile, "%s/profiles/catalog", apptty_dir());
	copy_file(apptty_small(), profile);
	snprintf(profile, sizeof profile, "%s/profiles/newer", apptty_dir());
	apptty_quit(with_profile(NULL)); /* nothing is marked: nothing is written */
	assert_int_not_equal(access(profile, F_OK), 0);
	{
		struct tty *t = with_profile(NULL);

		tty_keys(t, "Space");
		apptty_quit(t);
	}
	db = db_open(profile, DB_WRITE, &e);
	assert_ok(db_exec(db, "PRAGMA user_version = 99; PRAGMA journal_mode = DELETE", &e));
	db_close(db);
	before = fingerprint(apptty_path("profiles"));
	check_unusable_profile("newer program");
	snprintf(profile, sizeof profile, "%s/profiles/garbage", apptty_dir());
	check_unusable_profile("is not a profile");
	snprintf(profile, sizeof profile, "%s/profiles/catalog", apptty_dir());
	check_unusable_profile("is not a profile");
	snprintf(profile, sizeof profile, "%s/profiles/folder", apptty_dir());
	check_unusable_profile("is a folder");
	after = fingerprint(apptty_path("profiles"));
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void
test_read_only_profile(void **state)
{
	struct tty *t;
	char *before, *after;

	(void)state;
	need_nobody();
	mkdir(apptty_path("closed"), 0755);
	snprintf(profile, sizeof profile, "%s/closed/profile.db", apptty_dir());
	t = with_profile(NULL);
	tty_keys(t, "2 Space");
	apptty_quit(t);
	chmod(profile, 0444);
	chmod(apptty_path("closed"), 0555);
	before = fingerprint(apptty_path("closed"));
	t = with_profile(as_nobody);
	tty_keys(t, "2");
	assert_on_screen(t, "1 marked");
	tty_keys(t, "Down Space");
	assert_on_screen(t, "! ");
	assert_on_screen(t, "profile");
	assert_on_screen(t, "2 marked");
	tty_keys(t, "Space");
	assert_on_screen(t, "3 marked");
	apptty_quit(t);
	after = fingerprint(apptty_path("closed"));
	assert_string_equal(after, before);
	free(before);
	free(after);
	/* Nor can one be made. */
	snprintf(profile, sizeof profile, "%s/closed/new/profile.db", apptty_dir());
	t = with_profile(as_nobody);
	tty_keys(t, "2 Space");
	assert_on_screen(t, "! ");
	tty_keys(t, "Space");
	assert_on_screen(t, "2 marked");
	apptty_quit(t);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_unusable_catalogs),
	    cmocka_unit_test(test_no_right_to_read),
	    cmocka_unit_test(test_read_only_place),
	    cmocka_unit_test(test_tampered_columns),
	    cmocka_unit_test(test_replaced_while_running),
	    cmocka_unit_test(test_removed_while_running),
	    cmocka_unit_test(test_cut_off_while_running),
	    cmocka_unit_test(test_damaged_pages),
	    cmocka_unit_test(test_marks_are_kept),
	    cmocka_unit_test(test_two_programs_one_profile),
	    cmocka_unit_test(test_unusable_profiles),
	    cmocka_unit_test(test_read_only_profile),
	};

	if (argc > 2 && strcmp(argv[1], as_nobody[1]) == 0)
		return become_nobody(argv + 2);
	if (realpath(argv[0], self) == NULL)
		return 1;
	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
