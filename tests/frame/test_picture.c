/*
 * The list as a picture: kept screens, and what holds on every one; over the bundled packs, and over many programs of
 * a made-up national catalog.
 */
#include "appscreen.h"
#include "check.h"
#include "look.h"
#include "national.h"
#include "shot.h"

#include "career/cmd/picture.h"

struct shot_of {
	struct shot shot;
	bool packs; /* over the bundled packs alone */
};

static const struct shot_of shots[] = {
    {{"picture-80", 80, 24, "2 D", false}, true},
    {{"picture-132", 132, 50, "2 D Right Right", false}, true},
    {{"picture-40", 40, 12, "2 D", false}, true},
    {{"picture-ascii", 80, 24, "2 D Left Space", true}, true},
    {{"picture-braille", 80, 24, ":braille 2 D", false}, true},
    {{"picture-spread", 80, 24, "2 D :picture~cost Right Right", false}, true},
    {{"picture-spread-132", 132, 30, "2 D :picture~cost", false}, true},
    {{"picture-which", 80, 24, "2 D X", false}, true},
    {{"picture-who", 80, 24, "2 D i", false}, true},
    {{"picture-filtered", 80, 24, "2 D / 'award:master Enter n", false}, true},
    {{"picture-not-drawn", 80, 24, "2 D J", false}, true},
    {{"picture-page", 80, 24, "2 D Enter", false}, true},
    {{"picture-facets", 80, 24, "2 D S-Tab Down Enter", false}, true},
    {{"picture-none", 80, 24, "2 D :picture~debt~earnings", false}, true},
    {{"picture-nothing", 80, 24, "2 D / 'zzz Enter", false}, true},
    {{"picture-earnings", 80, 24, "2 D :picture~debt~earnings", false}, false},
    {{"picture-roles", 80, 24, ":picture", false}, true},
};

static void
test_shot(void **state)
{
	const struct shot_of *of = *state;
	void *shot = (void *)(uintptr_t)&of->shot;
	struct appscreen s;
	struct buf text = BUF_INIT;
	bool same;

	if (!of->packs) {
		shot_test(&shot);
		return;
	}
	appscreen_use(NULL);
	screen_open(&s.screen, of->shot.rows, of->shot.cols, of->shot.ascii, true);
	appscreen_state(&s.app, NULL);
	s.app.opts.ascii = of->shot.ascii;
	app_resize(&s.app, of->shot.rows, of->shot.cols);
	app_settle(&s.app);
	app_press(&s.app, of->shot.keys);
	buf_adds(&text, appscreen_draw(&s, false));
	buf_addf(&text, "cursor %d,%d\n", s.screen.draw.cursor_y, s.screen.draw.cursor_x);
	same = screen_same(of->shot.name, text.data);
	buf_free(&text);
	appscreen_close(&s);
	assert_true(same);
}

static const char *const states[] = {
    "2 D",
    "2 D Right Right Down Down Left Up",
    "2 D End",
    "2 D Home PgDn PgUp",
    "2 D n n N",
    "2 D Space Right Space",
    "2 D J J J",
    "2 D Enter",
    "2 D Tab",
    "2 D S-Tab Enter",
    "2 D z",
    "2 D z Enter",
    "2 D X",
    "2 D X Down Enter",
    "2 D i",
    "2 D m",
    "2 D / 'data",
    "2 D / 'data Down Up",
    "2 D / 'state:ca Enter",
    "2 D / 'zzz Enter",
    "2 D :picture~cost Right Down Up End",
    "2 D :picture~months z",
    "2 D :picture~debt~earnings",
    "2 D :picture~earnings",
    "2 D ?",
    "2 D D",
    "2 D s",
    "2 D :large",
    "2 D :braille",
    "2 :braille D Right Right",
    "2 D 1 2",
    "2 D :sources~all~off",
    "2 D u",
    ":picture",
    ":picture~growth~pay_high Right n",
    ":picture~figures End Enter",
    "4 :picture",
};

static void
check_states(const char *catalog)
{
	static const struct {
		int cols, rows;
	} sizes[] = {{132, 50}, {100, 30}, {80, 24}, {60, 20}, {40, 12}, {40, 10}};

	appscreen_use(catalog);
	for (size_t i = 0; i < COUNT(states); i++)
		for (size_t k = 0; k < COUNT(sizes); k++) {
			struct appscreen s;

			appscreen_open(&s, sizes[k].rows, sizes[k].cols, false, true);
			app_press(&s.app, states[i]);
			look_drawn(&s, states[i], false);
			look_to_ascii(&s.app);
			look_drawn(&s, states[i], true);
			appscreen_close(&s);
		}
}

static void
test_states(void **state)
{
	(void)state;
	check_states(NULL);
}

static void
test_states_national(void **state)
{
	(void)state;
	check_states(national_path());
}

/* Whatever the cursor is on is selected: the row of the list, its page, what Enter opens. */
static void
test_selects(void **state)
{
	static const char *const ways[] = {"Right", "Down", "Left", "Up", "n", "End", "Home", "N"};
	struct appscreen s;
	uint32_t seen = 0;

	(void)state;
	appscreen_use(NULL);
	appscreen_open(&s, 24, 80, false, true);
	app_press(&s.app, "2 D");
	for (size_t i = 0; i < 200; i++) {
		struct pane *p = app_pane(&s.app);
		uint32_t was = p->selected;

		app_press(&s.app, ways[(i * 7 + i / 3) % COUNT(ways)]);
		assert_int_equal(p->view.rows[p->pos], p->selected);
		assert_true(scatter_place(&p->picture->plot, p->selected) != SCATTER_NOWHERE);
		assert_true(p->pos >= p->top && p->pos < p->top + pane_list_rows(&s.app));
		seen += p->selected != was;
	}
	assert_in_range(seen, 50, 200);
	appscreen_close(&s);
}

/* A cell that is clicked on selects its point, once more the next one there. */
static void
test_click(void **state)
{
	struct appscreen s;
	struct pane *p;
	struct scatter *plot;
	int x, y;

	(void)state;
	appscreen_use(NULL);
	appscreen_open(&s, 24, 80, false, true);
	app_press(&s.app, "2 D");
	p = app_pane(&s.app);
	plot = &p->picture->plot;
	for (uint32_t i = 0; i < scatter_places(plot); i++) {
		if (scatter_at(plot, i) < 2 || scatter_place(plot, p->selected) == i)
			continue;
		scatter_cell(plot, i, &x, &y);
		picture_click(&s.app, y + plot->plot_y, x + plot->plot_x);
		assert_int_equal(scatter_place(plot, p->selected), i);
		assert_int_equal(scatter_index(plot, i, p->selected), 0);
		picture_click(&s.app, y + plot->plot_y, x + plot->plot_x);
		assert_int_equal(scatter_index(plot, i, p->selected), 1);
	}
	picture_click(&s.app, 0, 0);
	picture_click(&s.app, 1000, -1);
	appscreen_close(&s);
}

/* Esc and back lead to the list, on the row of the point, before they drop the filter or leave the screen. */
static void
test_leaves(void **state)
{
	static const char *const keys[] = {"Esc", "q", "Backspace", "^C", "D"};

	(void)state;
	appscreen_use(NULL);
	for (size_t i = 0; i < COUNT(keys); i++) {
		struct appscreen s;
		uint32_t was;

		appscreen_open(&s, 24, 80, false, true);
		app_press(&s.app, "2 / 'award:master Enter D Left Left Enter Tab");
		app_press(&s.app, ":focus~list");
		was = app_pane(&s.app)->selected;
		assert_true(picture_on(app_pane(&s.app)));
		app_press(&s.app, keys[i]);
		assert_false(picture_on(app_pane(&s.app)));
		assert_int_equal(s.app.screen, SCREEN_PROGRAMS);
		assert_int_equal(app_pane(&s.app)->selected, was);
		assert_string_equal(app_pane(&s.app)->query.data, "award:master");
		appscreen_close(&s);
	}
}

/* Commands that cannot be: what was there stays. */
static void
test_refused(void **state)
{
	static const struct {
		const char *keys, *message;
	} wrong[] = {
	    {"2 :picture~school", "school is no number: a picture is of numbers"},
	    {"2 :picture~erning", "programs have no number 'erning'; nearest: earnings"},
	    {"2 n", NULL},
	    {"2 :picture-next", "there is no picture; D draws one"},
	    {"6 :picture", "there is no picture of guide: their numbers are few"},
	    {"3 :picture", "picture works on a list, and there is none on Compare"},
	    {":braille~perhaps", "'perhaps': on, off, or nothing"},
	};

	(void)state;
	appscreen_use(NULL);
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct appscreen s;

		appscreen_open(&s, 24, 80, false, true);
		app_press(&s.app, wrong[i].keys);
		assert_true(s.app.message_is_error);
		if (wrong[i].message != NULL)
			assert_string_equal(s.app.message, wrong[i].message);
		assert_false(app_pane(&s.app)->def->list != NULL && picture_on(app_pane(&s.app)));
		appscreen_close(&s);
	}
}

/* With an argument only the shots whose names it fits. */
int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots) + 6] = {
	    cmocka_unit_test(test_states),
	    cmocka_unit_test(test_states_national),
	    cmocka_unit_test(test_selects),
	    cmocka_unit_test(test_click),
	    cmocka_unit_test(test_leaves),
	    cmocka_unit_test(test_refused),
	};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i + 6].name = shots[i].shot.name;
		tests[i + 6].test_func = test_shot;
		tests[i + 6].initial_state = (void *)(uintptr_t)&shots[i];
	}
	return _cmocka_run_group_tests("picture", tests, COUNT(tests), NULL, NULL);
}
