/* Compare on a real terminal: chosen by marks, scrolled, written. */
#include "apptty.h"

#include "career/base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The bytes of a file without those of CR. */
static char *
read_lines(const char *path)
{
	size_t len, n = 0;
	char *text = temp_read(path, &len);

	for (size_t i = 0; i < len; i++)
		if (text[i] != '\r')
			text[n++] = text[i];
	text[n] = '\0';
	return text;
}

/* Three are marked; what is then seen is what is written, and what the command line prints. */
static void
test_mark_scroll_write(void **state)
{
	static const char *const print[] = {"compare", "machine-learning-engineer",
	    "research-scientist", "--baseline", "research-scientist", "--format", "csv", NULL};
	static char printed[1 << 16];
	struct tty *t = apptty_start(NULL);
	struct buf line = BUF_INIT;
	char *written;

	(void)state;
	tty_keys(t, "Space Space Down Space");
	assert_on_screen(t, "3*");
	tty_keys(t, "Up Up Up Up c");
	assert_contains(tty_row(t, 0), "[3 Compare]");
	assert_contains(tty_row(t, 1), "[Machine Learning");
	tty_keys(t, "PgDn PgDn");
	assert_contains(tty_row(t, 1), "[Machine Learning"); /* pinned */
	assert_contains(tty_row(t, 1), "Research");
	apptty_on_selection(t);
	tty_keys(t, "Right Right B");
	assert_contains(tty_row(t, 1), "[Research");
	assert_on_screen(t, "(baseline)");
	tty_keys(t, "Left x");
	assert_contains(tty_row(t, 1), "Machine Learning");
	assert_contains(tty_row(t, 1), "Research Scientist");
	tty_keys(t, "w");
	assert_on_screen(t, ":write compare.md");
	tty_keys(t, "^U");
	buf_addf(&line, "write %s\r", apptty_path("side.csv"));
	tty_type(t, line.data);
	assert_on_screen(t, "the comparison is in ");
	written = read_lines(apptty_path("side.csv"));
	assert_contains(written, "research-scientist\nCompare,in short,");
	assert_contains(written, "-$33K");
	assert_int_equal(apptty_run(&(struct apptty){.args = print}, printed, sizeof printed), 0);
	assert_string_equal(printed, written);
	apptty_quit(t);
	buf_free(&line);
	free(written);
}

/* What exists is written over only when that is said. */
static void
test_never_over_a_file(void **state)
{
	struct tty *t = apptty_start(NULL);
	struct buf line = BUF_INIT;
	char *text;

	(void)state;
	temp_write(apptty_path("mine.md"), "mine", 4);
	apptty_command(t, "compare data-scientist data-analyst");
	buf_addf(&line, "write %s", apptty_path("mine.md"));
	apptty_command(t, line.data);
	assert_on_screen(t, "exists: choose another name");
	text = read_lines(apptty_path("mine.md"));
	assert_string_equal(text, "mine");
	free(text);
	buf_clear(&line);
	buf_addf(&line, "write %s", apptty_path("mine.doc"));
	apptty_command(t, line.data);
	assert_on_screen(t, ".md, .csv, .json or .txt");
	assert_int_equal(access(apptty_path("mine.doc"), F_OK), -1);
	buf_clear(&line);
	buf_addf(&line, "write ! %s", apptty_path("mine.md"));
	apptty_command(t, line.data);
	text = read_lines(apptty_path("mine.md"));
	assert_memory_equal(text, "# Compare\n\n", 11);
	free(text);
	apptty_quit(t);
	buf_free(&line);
}

/* The column under the cursor stays in sight when the screen gets narrow, and all are there when it is wide again. */
static void
test_resized(void **state)
{
	struct tty *t = apptty_start(&(struct apptty){.rows = 30, .cols = 132});

	(void)state;
	apptty_command(t,
	    "compare machine-learning-engineer data-scientist research-scientist data-analyst "
	    "mlops-engineer ai-engineer");
	tty_keys(t, "l l l l l");
	assert_contains(tty_row(t, 1), "Compare");
	assert_contains(tty_row(t, 1), "[AI Engineer]");
	tty_resize(t, 24, 60);
	assert_contains(tty_row(t, 1), "< 5-6 of 6");
	assert_contains(tty_row(t, 1), "[AI Engineer]");
	tty_resize(t, 12, 40);
	assert_contains(tty_row(t, 1), "[AI");
	tty_resize(t, 30, 132);
	assert_contains(tty_row(t, 1), "Compare");
	assert_contains(tty_row(t, 1), "Machine Learning");
	assert_contains(tty_row(t, 1), "[AI Engineer]");
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_mark_scroll_write),
	    cmocka_unit_test(test_never_over_a_file),
	    cmocka_unit_test(test_resized),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
