/*
 * What a role pays, on the screen: level by level and in cells, in short and in detail. Kept as text:
 * UPDATE=1 writes the screens anew, and the difference is to be read.
 */
#include "appscreen.h"
#include "check.h"
#include "look.h"

#include <stdio.h>

#define PAY ":select~machine-learning-engineer :section~pay z "

static const struct {
	const char *name;
	int cols, rows;
	const char *keys; /* see app_press */
	bool ascii;
} shots[] = {
    {"pay-other-levels", 80, 24, PAY "PgDn PgDn", false},
    {"pay-132", 132, 50, PAY "v", false},
    {"pay-cells", 80, 60, PAY "V", false},
    {"pay-cells-132", 132, 50, PAY "V v", false},
    {"pay-cells-40", 40, 24, PAY "V PgDn", false},
    {"pay-cells-ascii", 80, 24, PAY "V PgDn", true},
    {"pay-cells-who", 80, 24, PAY "V :line~Base~salary i", false},
    {"pay-place-who", 80, 24, PAY ":line~Austin i", false},
    {"pay-cells-back", 80, 24, PAY "V V", false},
};
enum { SHOTS = sizeof shots / sizeof shots[0] };

static void
test_shot(void **state)
{
	size_t i = *(const size_t *)*state;
	struct appscreen s;
	struct buf text = BUF_INIT;
	bool same;

	screen_open(&s.screen, shots[i].rows, shots[i].cols, shots[i].ascii, true);
	appscreen_state(&s.app, NULL);
	s.app.opts.ascii = shots[i].ascii;
	app_resize(&s.app, shots[i].rows, shots[i].cols);
	app_settle(&s.app);
	app_press(&s.app, shots[i].keys);
	buf_adds(&text, appscreen_draw(&s, false));
	buf_addf(&text, "cursor %d,%d\n", s.screen.draw.cursor_y, s.screen.draw.cursor_x);
	same = screen_same(shots[i].name, text.data);
	buf_free(&text);
	appscreen_close(&s);
	assert_true(same);
}

/* From another section V leads to Pay in cells; there it goes to and fro. */
static void
test_from_elsewhere(void **state)
{
	struct app a;

	(void)state;
	appscreen_state(&a, NULL);
	app_press(&a, ":select~data-scientist :section~day V");
	assert_int_equal(app_pane(&a)->detail.section, ROLE_PAY);
	assert_true(a.pay_cells);
	app_press(&a, "V");
	assert_false(a.pay_cells);
	app_press(&a, ":focus~list :section~summary :focus~list V");
	assert_int_equal(app_pane(&a)->detail.section, ROLE_PAY);
	assert_int_equal(app_pane(&a)->focus, FOCUS_LIST);
	assert_true(a.pay_cells);
	app_press(&a, ":pay-cells~on :pay-cells~on");
	assert_true(a.pay_cells);
	assert_false(app_command(&a, "pay-cells maybe"));
	assert_true(a.pay_cells);
	app_close(&a);
}

/* What holds on every screen, of roles with many figures, with few, and with none. */
static void
test_look(void **state)
{
	static const char *const roles[] = {"machine-learning-engineer", "research-scientist",
	    "robotics-engineer", "product-manager", "machine-learning", "data-scientists"};
	static const char *const states[] = {
	    "z", "z PgDn", "z v End", "z V PgDn", "z V v PgDn PgDn", "V", "V v Down Down i"};
	static const int sizes[][2] = {{50, 132}, {24, 80}, {12, 40}};
	char keys[200];

	(void)state;
	for (size_t r = 0; r < sizeof roles / sizeof *roles; r++)
		for (size_t k = 0; k < sizeof states / sizeof *states; k++)
			for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
				struct appscreen s;

				snprintf(keys, sizeof keys,
				    ":everything :select~%s :section~pay %s", roles[r], states[k]);
				appscreen_open(&s, sizes[i][0], sizes[i][1], false, true);
				app_press(&s.app, keys);
				look_drawn(&s, keys, false);
				look_to_ascii(&s.app);
				look_drawn(&s, keys, true);
				appscreen_close(&s);
			}
}

int
main(int argc, char **argv)
{
	static size_t at[SHOTS];
	struct CMUnitTest tests[SHOTS + 2] = {0};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < SHOTS; i++) {
		at[i] = i;
		tests[i].name = shots[i].name;
		tests[i].test_func = test_shot;
		tests[i].initial_state = &at[i];
	}
	tests[SHOTS] = (struct CMUnitTest)cmocka_unit_test(test_from_elsewhere);
	tests[SHOTS + 1] = (struct CMUnitTest)cmocka_unit_test(test_look);
	return _cmocka_run_group_tests("pay screens", tests, SHOTS + 2, NULL, NULL);
}
