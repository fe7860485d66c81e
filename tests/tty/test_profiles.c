/* The person's own file: kept, shared by two programs, and what happens when it cannot be used. */
#include "appfiles.h"

#include "career/store/db.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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
	if (tty_has(a, "until you quit") || tty_has(b, "until you quit"))
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
	appfiles_copy(apptty_small(), profile);
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
	before = appfiles_fingerprint(apptty_path("profiles"));
	check_unusable_profile("newer program");
	snprintf(profile, sizeof profile, "%s/profiles/garbage", apptty_dir());
	check_unusable_profile("is not a profile");
	snprintf(profile, sizeof profile, "%s/profiles/catalog", apptty_dir());
	check_unusable_profile("is not a profile");
	snprintf(profile, sizeof profile, "%s/profiles/folder", apptty_dir());
	check_unusable_profile("is a folder");
	after = appfiles_fingerprint(apptty_path("profiles"));
	assert_string_equal(after, before);
	free(before);
	free(after);
}

/* A damaged file of which there is a copy: y takes the copy, the damaged one is kept; any other key goes on
 * without. */
static void
test_damaged_profile(void **state)
{
	struct tty *t;

	(void)state;
	mkdir(apptty_path("mended"), 0755);
	snprintf(profile, sizeof profile, "%s/mended/p.db", apptty_dir());
	for (int i = 0; i < 2; i++) { /* the second run copies what the first one kept */
		t = with_profile(NULL);
		tty_keys(t, i == 0 ? "2 Space Space" : "2 Down Down Space");
		apptty_quit(t);
	}
	temp_write(profile, "damaged", 7);
	t = with_profile(NULL);
	assert_on_screen(t, "Your file is damaged");
	assert_on_screen(t, ".bak");
	tty_keys(t, "n");
	assert_on_screen(t, "until you quit");
	apptty_quit(t);
	t = with_profile(NULL);
	tty_keys(t, "y 2");
	assert_on_screen(t, "2 marked");
	tty_keys(t, "Down Down Space");
	apptty_quit(t);
	t = with_profile(NULL);
	tty_keys(t, "2");
	assert_on_screen(t, "3 marked");
	apptty_quit(t);
}

static void
test_read_only_profile(void **state)
{
	struct tty *t;
	char *before, *after;

	(void)state;
	appfiles_need_nobody();
	mkdir(apptty_path("closed"), 0755);
	snprintf(profile, sizeof profile, "%s/closed/profile.db", apptty_dir());
	t = with_profile(NULL);
	tty_keys(t, "2 Space");
	apptty_quit(t);
	chmod(profile, 0444);
	chmod(apptty_path("closed"), 0555);
	before = appfiles_fingerprint(apptty_path("closed"));
	t = with_profile(appfiles_nobody);
	tty_keys(t, "2");
	assert_on_screen(t, "1 marked");
	tty_keys(t, "Down Space");
	assert_on_screen(t, "! ");
	assert_on_screen(t, "profile");
	assert_on_screen(t, "2 marked");
	tty_keys(t, "Space");
	assert_on_screen(t, "3 marked");
	apptty_quit(t);
	after = appfiles_fingerprint(apptty_path("closed"));
	assert_string_equal(after, before);
	free(before);
	free(after);
	/* Nor can one be made. */
	snprintf(profile, sizeof profile, "%s/closed/new/profile.db", apptty_dir());
	t = with_profile(appfiles_nobody);
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
	    cmocka_unit_test(test_marks_are_kept),
	    cmocka_unit_test(test_two_programs_one_profile),
	    cmocka_unit_test(test_unusable_profiles),
	    cmocka_unit_test(test_damaged_profile),
	    cmocka_unit_test(test_read_only_profile),
	};

	if (!appfiles_main(argc, argv))
		return 1;
	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
