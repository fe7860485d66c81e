/* Keys, pastes, the mouse: what only a terminal shows. */
#include "apptty.h"

#include "career/base/buf.h"

#include <stdio.h>
#include <stdlib.h>

static struct tty *
small(void)
{
	return apptty_start(&(struct apptty){.catalog = apptty_small(), .rows = 24, .cols = 132});
}

/* Where a text stands; fails the test when it is not there. */
static void
find(struct tty *t, const char *text, int *y, int *x)
{
	if (!tty_find(t, text, y, x))
		fail_msg("no \"%s\" on the screen:\n%s", text, tty_screen(t));
}

static void
click(struct tty *t, const char *text)
{
	int y, x;

	find(t, text, &y, &x);
	tty_mouse(t, 1, y, x);
}

/* --- Esc, ^C, q ------------------------------------------------------------------------------- */

/* A lone Esc has nothing behind it that says so: the program waits a moment, and no more. */
static void
test_escape_is_quick(void **state)
{
	struct tty *t = apptty_start(NULL);
	double from, took, least = 1e9;

	(void)state;
	for (int i = 0; i < 3; i++) {
		tty_keys(t, "/ x y z z y");
		assert_on_screen(t, "/xyzzy");
		assert_on_screen(t, "Nothing matches");
		from = apptty_now();
		tty_send(t, "\033", 1);
		tty_until_gone(t, "/xyzzy");
		took = apptty_now() - from;
		least = took < least ? took : least;
	}
	print_message("a prompt was closed %.0f ms after Esc\n", 1000 * least);
	assert_true(least < 0.5);
	tty_sync(t);
	assert_false(tty_has(t, "Nothing matches"));
	assert_contains(apptty_selected(t), "Machine Learning");
	apptty_quit(t);
}

/* What was there before comes back: the filter and the row. */
static void
test_escape_restores_the_filter(void **state)
{
	struct tty *t = apptty_start(NULL);
	char before[400];

	(void)state;
	tty_keys(t, "2");
	tty_type(t, "/data science\r");
	tty_keys(t, "Down Down");
	snprintf(before, sizeof before, "%s", apptty_selected(t));
	tty_keys(t, "/ ^U b o o t");
	assert_on_screen(t, "/boot");
	tty_keys(t, "Esc");
	assert_contains(tty_row(t, 1), "[data]");
	assert_contains(tty_row(t, 1), "[science]");
	assert_string_equal(apptty_selected(t), before);
	apptty_quit(t);
}

static void
test_interrupt_never_ends_the_program(void **state)
{
	struct tty *t = small();

	(void)state;
	tty_keys(t, "/ d a t a ^C");
	assert_false(tty_has(t, "/data"));
	tty_keys(t, ": z o o m ^C");
	assert_false(tty_has(t, ":zoom"));
	tty_keys(t, "? ^C");
	assert_false(tty_has(t, "Keys that work here"));
	tty_keys(t, "Enter ^C");
	apptty_on_selection(t);
	tty_keys(t, "^C ^C ^C ^C ^C ^C");
	assert_on_screen(t, "Q or :q quits");
	tty_keys(t, "q ^C");
	assert_false(tty_has(t, "Quit?"));
	tty_keys(t, "q ^C ^C ^C Down");
	assert_contains(apptty_selected(t), "Baker");
	apptty_quit(t);
}

static void
check_ends(const char *keys)
{
	struct tty *t = small();

	tty_keys(t, keys);
	if (tty_wait(t) != 0)
		fail_msg("%s: the program did not end well", keys);
	apptty_unharmed(t);
	tty_end(t);
}

static void
test_q_asks_once(void **state)
{
	struct tty *t = small();

	(void)state;
	tty_keys(t, "Enter q");
	assert_false(tty_has(t, "Quit?"));
	tty_keys(t, "q");
	assert_on_screen(t, "Quit?");
	tty_keys(t, "n");
	assert_false(tty_has(t, "Quit?"));
	tty_keys(t, "q Esc");
	apptty_on_selection(t);
	apptty_quit(t);
	check_ends("q y");
	check_ends("q Enter");
	check_ends("q q");
	check_ends("Backspace y");
	check_ends(": q Enter");
	check_ends(": q u i t Enter");
}

/* Keys that terminals and shells like to keep: ^S must not freeze the screen. */
static void
test_control_keys(void **state)
{
	struct tty *t = small();

	(void)state;
	tty_keys(t, "^S ^V ^O ^X ^Y ^]");
	assert_on_screen(t, "^] does nothing here");
	tty_keys(t, "^S Down");
	assert_contains(apptty_selected(t), "Baker");
	tty_send(t, "\0", 1); /* ^@ */
	tty_type(t, "\033[200;5y\033[<35;1;1M\033Oz\033[?1;2c\033P1$r\033\\\033]11;rgb:0/0/0\a");
	assert_contains(apptty_selected(t), "Baker");
	apptty_quit(t);
}

/* Faster than frames: all keys count, and few frames are drawn. */
static void
test_typed_ahead(void **state)
{
	struct tty *t = apptty_start(&(struct apptty){.rows = 40, .cols = 100});
	struct buf keys = BUF_INIT;
	char there[400];
	size_t before, after;

	(void)state;
	tty_keys(t, "2 Down Down Down Down Down Down");
	snprintf(there, sizeof there, "%s", apptty_selected(t));
	tty_keys(t, "g");
	tty_output(t, &before);
	for (int i = 0; i < 500; i++)
		buf_adds(&keys, "jjkk");
	buf_adds(&keys, "jjjjjj");
	tty_type(t, keys.data);
	assert_string_equal(apptty_selected(t), there);
	tty_output(t, &after);
	assert_in_range(after - before, 1, 60000);
	buf_free(&keys);
	apptty_quit(t);
}

static void
test_redraw(void **state)
{
	struct tty *t = small();
	size_t before, after;

	(void)state;
	tty_sync(t);
	tty_output(t, &before);
	tty_sync(t);
	tty_output(t, &after);
	assert_in_range(after - before, 1, 200); /* nothing changed: nearly nothing is written */
	before = after;
	tty_keys(t, "^L");
	tty_output(t, &after);
	assert_in_range(after - before, 1000, 60000);
	apptty_quit(t);
}

/* --- pastes ----------------------------------------------------------------------------------- */

static void
test_paste_runs_nothing(void **state)
{
	struct tty *t = small();

	(void)state;
	assert_true(tty_mode(t, 2004));
	tty_paste(t, "Q\nqy\n:q\n:quit!\n\003 jjjj");
	assert_contains(apptty_selected(t), "Tester");
	assert_false(tty_has(t, "Quit?"));
	tty_keys(t, "q");
	tty_paste(t, "y\nq\n");
	assert_on_screen(t, "Quit?");
	tty_keys(t, "n");
	apptty_quit(t);
}

static void
test_paste_into_a_prompt(void **state)
{
	struct tty *t = small();
	char *much = malloc(20001);

	(void)state;
	tty_keys(t, "2 /");
	tty_paste(t, "test\nfor\tthe\r\nQ");
	assert_on_screen(t, "/test for the Q");
	tty_keys(t, "^U");
	tty_paste(t, "testing\n");
	assert_on_screen(t, "/testing");
	tty_keys(t, "Enter");
	assert_contains(tty_row(t, 1), "[testing]");
	tty_keys(t, ":");
	tty_paste(t, "quit\nquit\n");
	assert_on_screen(t, ":quit quit");
	tty_keys(t, "Esc");
	tty_keys(t, "?");
	tty_paste(t, "zoom\n");
	assert_on_screen(t, "find: zoom");
	tty_keys(t, "Esc");
	memset(much, 'x', 20000);
	much[20000] = '\0';
	tty_keys(t, "/ ^U");
	tty_paste(t, much);
	assert_on_screen(t, "xxxxxxxx");
	tty_keys(t, "Esc");
	assert_contains(tty_row(t, 1), "[testing]");
	free(much);
	apptty_quit(t);
}

/* --- the mouse -------------------------------------------------------------------------------- */

static void
test_click_selects(void **state)
{
	struct tty *t = small();

	(void)state;
	click(t, "Baker");
	assert_contains(apptty_selected(t), "Baker");
	click(t, "Growth ");
	assert_on_screen(t, "[Growth]");
	click(t, "2 Programs");
	assert_on_screen(t, "[2 Programs]");
	click(t, "1 Roles");
	assert_on_screen(t, "[1 Roles]");
	apptty_quit(t);
}

static void
test_wheel(void **state)
{
	struct tty *t = apptty_start(NULL);
	int y, x;
	char first[400];

	(void)state;
	tty_keys(t, "2");
	snprintf(first, sizeof first, "%s", apptty_selected(t));
	find(t, "School", &y, &x);
	tty_mouse(t, 5, y + 2, x);
	assert_int_not_equal(strcmp(apptty_selected(t), first), 0);
	tty_mouse(t, 5, y + 2, x);
	tty_mouse(t, 4, y + 2, x);
	tty_mouse(t, 4, y + 2, x);
	assert_string_equal(apptty_selected(t), first);
	tty_mouse(t, 4, y + 2, x);
	assert_string_equal(apptty_selected(t), first);
	apptty_quit(t);
}

static void
test_click_sorts(void **state)
{
	struct tty *t = small();
	int y, x;

	(void)state;
	tty_keys(t, "2");
	find(t, "Cost", &y, &x);
	tty_mouse(t, 1, y, x);
	assert_contains(tty_row(t, 1), "[sort:cost]");
	assert_contains(tty_row(t, 2), "1");
	find(t, "Cost", &y, &x);
	tty_mouse(t, 1, y, x);
	assert_contains(tty_row(t, 1), "[sort:-cost]");
	apptty_quit(t);
}

static void
test_click_facet_and_chip(void **state)
{
	struct tty *t = small();

	(void)state;
	tty_keys(t, "2");
	assert_on_screen(t, "6 of 6");
	click(t, "bootcamp");
	assert_contains(tty_row(t, 1), "[award:bootcamp]");
	assert_on_screen(t, "1 of 6");
	click(t, "[award:bootcamp]");
	assert_contains(tty_row(t, 1), "(off award:bootcamp)");
	assert_on_screen(t, "6 of 6");
	click(
	    t, "Office Work"); /* elsewhere first: two clicks in one place may be a double click */
	click(t, "(off award:bootcamp)");
	assert_on_screen(t, "1 of 6");
	apptty_quit(t);
}

static void
test_click_beside_a_popup(void **state)
{
	struct tty *t = small();

	(void)state;
	tty_keys(t, "?");
	assert_on_screen(t, "Keys that work here");
	tty_mouse(t, 1, 0, 0);
	assert_false(tty_has(t, "Keys that work here"));
	apptty_on_selection(t);
	apptty_quit(t);
}

/* Clicks wherever there is a cell, in every state: nothing breaks. */
static void
test_click_everywhere(void **state)
{
	static const char *const states[] = {"Esc", "2", "Enter", "?", "Esc", "/", "Esc", "z"};
	struct tty *t = small();

	(void)state;
	for (size_t i = 0; i < COUNT(states); i++) {
		tty_keys(t, states[i]);
		for (int y = 0; y < 24; y += 2)
			for (int x = 0; x < 132; x += 13)
				tty_mouse(t, 1 + 4 * (x % 2), y, x);
	}
	tty_keys(t, "Esc");
	tty_keys(t, "Esc");
	tty_keys(t, "Esc");
	tty_keys(t, "Esc");
	apptty_on_selection(t);
	apptty_quit(t);
}

static void
test_no_mouse(void **state)
{
	static const char *const args[] = {"--guest", "--no-mouse", NULL};
	struct tty *t = apptty_start(&(struct apptty){.args = args});

	(void)state;
	assert_false(tty_mode(t, 1000));
	assert_false(tty_mode(t, 1002));
	assert_false(tty_mode(t, 1003));
	assert_false(tty_mode(t, 1006));
	assert_true(tty_mode(t, 2004));
	apptty_quit(t);
}

static void
test_clipboard(void **state)
{
	struct tty *t = small();
	size_t from, len;

	(void)state;
	tty_output(t, &from);
	tty_keys(t, "y");
	assert_contains(tty_output(t, &len) + from, "\033]52;c;dGVzdGVy\a"); /* "tester" */
	assert_on_screen(t, "sent to the terminal's clipboard: tester");
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_escape_is_quick),
	    cmocka_unit_test(test_escape_restores_the_filter),
	    cmocka_unit_test(test_interrupt_never_ends_the_program),
	    cmocka_unit_test(test_q_asks_once),
	    cmocka_unit_test(test_control_keys),
	    cmocka_unit_test(test_typed_ahead),
	    cmocka_unit_test(test_redraw),
	    cmocka_unit_test(test_paste_runs_nothing),
	    cmocka_unit_test(test_paste_into_a_prompt),
	    cmocka_unit_test(test_click_selects),
	    cmocka_unit_test(test_wheel),
	    cmocka_unit_test(test_click_sorts),
	    cmocka_unit_test(test_click_facet_and_chip),
	    cmocka_unit_test(test_click_beside_a_popup),
	    cmocka_unit_test(test_click_everywhere),
	    cmocka_unit_test(test_no_mouse),
	    cmocka_unit_test(test_clipboard),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
