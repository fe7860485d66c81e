/*
 * Screens of the College Scorecard's programs over a small made-up national catalog. UPDATE=1 writes them anew,
 * and the difference is to be read.
 */
#include "appscreen.h"
#include "check.h"
#include "national.h"

struct shot {
	const char *name;
	int cols, rows;
	const char *keys; /* see app_press */
	bool ascii;
};

#define ONLY "2 / 'source:scorecard* Enter "

static const struct shot shots[] = {
    {"scorecard-80", 80, 24, ONLY, false},
    {"scorecard-132", 132, 50, ONLY, false},
    {"scorecard-40", 40, 12, ONLY, false},
    {"scorecard-facets", 132, 60, ONLY "o S-Tab", false},
    {"scorecard-page", 80, 60, "2 / 'source:scorecard*~award:master~state:CA Enter Enter z", false},
    {"scorecard-page-40", 40, 24, "2 / 'source:scorecard*~award:master~state:CA Enter Enter z",
	false},
    {"scorecard-ascii", 80, 40, "2 / 'source:scorecard*~award:certificate Enter Enter z", true},
    {"scorecard-role", 80, 24, "2 / 'role:registered-nurses Enter", false},
};

static void
test_shot(void **state)
{
	const struct shot *shot = *state;
	struct appscreen s;
	struct buf text = BUF_INIT;
	bool same;

	appscreen_use(national_path());
	screen_open(&s.screen, shot->rows, shot->cols, shot->ascii, true);
	appscreen_state(&s.app, NULL);
	s.app.opts.ascii = shot->ascii;
	app_resize(&s.app, shot->rows, shot->cols);
	app_settle(&s.app);
	app_press(&s.app, shot->keys);
	buf_adds(&text, appscreen_draw(&s, false));
	buf_addf(&text, "cursor %d,%d\n", s.screen.draw.cursor_y, s.screen.draw.cursor_x);
	same = screen_same(shot->name, text.data);
	buf_free(&text);
	appscreen_close(&s);
	assert_true(same);
}

/* With an argument only the shots whose names it fits. */
int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots)] = {0};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i].name = shots[i].name;
		tests[i].test_func = test_shot;
		tests[i].initial_state = (void *)&shots[i];
	}
	return _cmocka_run_group_tests("programs", tests, COUNT(tests), NULL, NULL);
}
