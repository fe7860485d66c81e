/* Resizes: storms, and one after the other, from 1x1 to 1000x300 with keys in between. */
#include "apptty.h"

#include "career/cmd/layout.h"

#include <stdio.h>
#include <stdlib.h>

static const int sizes[][2] = {{24, 80}, {1, 1}, {12, 40}, {1, 300}, {50, 132}, {300, 1}, {2, 2},
    {10, 40}, {9, 40}, {10, 39}, {300, 1000}, {3, 3}, {24, 59}, {24, 60}, {24, 99}, {24, 100},
    {10, 100}, {11, 99}, {300, 40}, {5, 1000}, {200, 83}, {24, 84}, {30, 110}};

static bool
is_small(int rows, int cols)
{
	struct layout l;

	layout_make(&l, &(struct layout_want){.rows = rows, .cols = cols, .focus = FOCUS_LIST});
	return l.small;
}

/* One line says what is needed, or the cursor stands on the selection. */
static void
check_place(struct tty *t, int rows, int cols)
{
	int y, x;

	if (!is_small(rows, cols)) {
		apptty_on_selection(t);
		return;
	}
	assert_true(tty_cursor(t, &y, &x));
	if (cols >= 30)
		assert_contains(tty_row(t, 0), "needs 40x10");
	for (y = 1; y < rows; y++)
		assert_string_equal(tty_row(t, y), "");
}

static void
check_walk(struct tty *t, const char *keys)
{
	char before[2000];

	tty_resize(t, 30, 110);
	tty_keys(t, keys);
	snprintf(before, sizeof before, "%s", apptty_selected(t));
	for (size_t i = 0; i < COUNT(sizes); i++) {
		tty_resize(t, sizes[i][0], sizes[i][1]);
		check_place(t, sizes[i][0], sizes[i][1]);
	}
	if (strcmp(apptty_selected(t), before) != 0)
		fail_msg("after all sizes \"%s\" is selected, before it was \"%s\"",
		    apptty_selected(t), before);
}

/* The selected item, the line of a page, the value of a facet: all are kept. */
static void
test_every_size(void **state)
{
	struct tty *t = apptty_start(NULL);

	(void)state;
	check_walk(t, "Down Down Down Down Down");
	check_walk(t, "2 PgDn PgDn Down");
	check_walk(t, "S-Tab Down Down Down");
	check_walk(t, "1 Tab Home");
	check_walk(t, "Esc g z");
	tty_keys(t, "Esc");
	check_walk(t, "? Down Down");
	tty_keys(t, "Esc");
	apptty_quit(t);
}

/* The facet column, a page and a popup at each size, opened there. */
static void
test_states_at_every_size(void **state)
{
	static const char *const keys[] = {"2", "Tab", "Tab", "Tab", "Esc", "1", "Enter", "Right",
	    "?", "Esc", "Esc", "r", "Esc", "G"};
	struct tty *t = apptty_start(NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		tty_resize(t, sizes[i][0], sizes[i][1]);
		for (size_t k = 0; k < COUNT(keys); k++) {
			tty_keys(t, keys[k]);
			check_place(t, sizes[i][0], sizes[i][1]);
		}
	}
	apptty_quit(t);
}

static void
test_prompts_at_every_size(void **state)
{
	struct tty *t = apptty_start(NULL);
	int rows, cols, y, x;

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		rows = sizes[i][0], cols = sizes[i][1];
		tty_resize(t, rows, cols);
		tty_keys(t,
		    "/ d a t a Space s c i e n c e Space a n d Space m o r e Space w o r d s ! ! ! !");
		assert_true(tty_cursor(t, &y, &x));
		if (!is_small(rows, cols)) {
			assert_int_equal(y, rows - 1);
			assert_contains(tty_row(t, rows - 1), "words!!!!");
		}
		tty_keys(t, "Home");
		tty_keys(t, "^C : w r i t e");
		tty_keys(t, "^C q");
		tty_keys(t, "n");
	}
	tty_resize(t, 24, 80);
	apptty_on_selection(t);
	apptty_quit(t);
}

/* Sizes come faster than frames, with keys in between. */
static void
test_storm(void **state)
{
	static const char *const keys[] = {"2", "j", "\033[B", "\t", "1", "\r", "\033[5~", "?",
	    "\003", "z", "/", "a", "\003", "G", "s"};
	struct tty *t = apptty_start(NULL);
	unsigned seed = 1;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		seed = seed * 1103515245 + 12345;
		tty_resize_only(t, 1 + (int)(seed >> 16) % (i % 50 == 0 ? 300 : 60),
		    1 + (int)(seed >> 8) % (i % 50 == 0 ? 1000 : 200));
		if (i % 3 == 0) {
			const char *k = keys[(seed >> 20) % COUNT(keys)];

			tty_send(t, k, strlen(k));
		}
		if (i % 100 == 99)
			tty_sync(t);
	}
	tty_resize(t, 24, 80);
	tty_keys(t, "^C ^C ^C ^C ^C ^C 1");
	assert_on_screen(t, "[1 Roles]");
	apptty_on_selection(t);
	apptty_quit(t);
}

/* What is on the screen is the size's own, however it came to be. */
static void
test_history_does_not_matter(void **state)
{
	struct tty *a = apptty_start(&(struct apptty){.rows = 30, .cols = 110});
	struct tty *b = apptty_start(&(struct apptty){.rows = 7, .cols = 20});
	char *screen;

	(void)state;
	tty_resize(b, 300, 1000);
	tty_resize(b, 3, 3);
	tty_resize(b, 12, 45);
	tty_resize(b, 30, 110);
	screen = strdup(tty_screen(a));
	assert_string_equal(tty_screen(b), screen);
	free(screen);
	apptty_quit(b);
	apptty_quit(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_size),
	    cmocka_unit_test(test_states_at_every_size),
	    cmocka_unit_test(test_prompts_at_every_size),
	    cmocka_unit_test(test_storm),
	    cmocka_unit_test(test_history_does_not_matter),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
