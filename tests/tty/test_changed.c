/* Catalogs that were tampered with or damaged, and those that change while the program runs. */
#include "appfiles.h"

#include "career/base/buf.h"
#include "career/base/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

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
		appfiles_alter(path, text.data);
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
	appfiles_copy(apptty_small(), path);
	appfiles_copy(apptty_bundled(), fresh);
	t = apptty_start(&(struct apptty){.catalog = path});
	assert_int_equal(rename(fresh, path), 0);
	use_a_while(t);
	apptty_quit(t);
	t = apptty_start(&(struct apptty){.catalog = path});
	assert_false(tty_has(t, "of 3"));
	apptty_quit(t);
}

/* A catalog with another note of one source, as a later build makes it. */
static void
put_another(const char *path)
{
	char fresh[1000];

	snprintf(fresh, sizeof fresh, "%s", apptty_path("another.db"));
	appfiles_alter(fresh, "UPDATE meta SET value = '1900-1901' WHERE key = 'years'");
	assert_int_equal(rename(fresh, path), 0);
}

static void
test_reloaded(void **state)
{
	const char *path = apptty_path("reloaded.db");
	char row[200];
	struct tty *t;

	(void)state;
	appfiles_copy(apptty_small(), path);
	t = apptty_start(&(struct apptty){.catalog = path, .cols = 132});
	tty_keys(t, "R");
	assert_on_screen(t, "the catalog was not replaced");
	tty_keys(t, "2");
	apptty_command(t, "filter sort:-program");
	tty_keys(t, "Down Down");
	snprintf(row, sizeof row, "%s", apptty_selected(t));
	put_another(path);
	tty_keys(t, "Right");
	assert_on_screen(t, "the catalog was replaced: R reloads");
	assert_false(tty_has(t, "1900-1901"));
	tty_keys(t, "Left");
	assert_on_screen(t, "R reload");
	assert_false(tty_has(t, "was replaced"));
	tty_keys(t, "R");
	assert_on_screen(t, "reloaded: ");
	assert_on_screen(t, "1900-1901");
	assert_on_screen(t, "sort:-program");
	assert_string_equal(apptty_selected(t), row);
	apptty_on_selection(t);
	tty_keys(t, "u");
	assert_on_screen(t, "nothing to undo");
	assert_false(tty_has(t, "R reload"));
	tty_keys(t, "1");
	assert_on_screen(t, "Tester");
	apptty_quit(t);
}

/* What cannot be opened leaves everything as it is; the next one is offered again. */
static void
test_replaced_by_no_catalog(void **state)
{
	const char *path = apptty_path("unusable.db");
	char other[1000];
	struct tty *t;

	(void)state;
	snprintf(other, sizeof other, "%s", apptty_path("text"));
	appfiles_copy(apptty_small(), path);
	t = apptty_start(&(struct apptty){.catalog = path});
	temp_write(other, "no catalog at all", 17);
	assert_int_equal(rename(other, path), 0);
	tty_keys(t, "Down");
	assert_on_screen(t, "R reloads");
	tty_keys(t, "R");
	assert_on_screen(t, "not reloaded");
	tty_keys(t, "2");
	assert_on_screen(t, "6 of 6");
	put_another(path);
	tty_keys(t, "Down");
	assert_on_screen(t, "the catalog was replaced: R reloads");
	tty_keys(t, "R");
	assert_on_screen(t, "reloaded: ");
	use_a_while(t);
	apptty_quit(t);
}

static void
test_removed_while_running(void **state)
{
	const char *path = apptty_path("removed.db");
	struct tty *t;

	(void)state;
	appfiles_copy(apptty_small(), path);
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
	appfiles_copy(apptty_bundled(), path);
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

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_tampered_columns),
	    cmocka_unit_test(test_damaged_pages),
	    cmocka_unit_test(test_replaced_while_running),
	    cmocka_unit_test(test_reloaded),
	    cmocka_unit_test(test_replaced_by_no_catalog),
	    cmocka_unit_test(test_removed_while_running),
	    cmocka_unit_test(test_cut_off_while_running),
	};

	if (!appfiles_main(argc, argv))
		return 1;
	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
