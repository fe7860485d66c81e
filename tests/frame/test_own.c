/*
 * Screens under other keys and other colours, kept as text. Each was read before it was kept: UPDATE=1
 * writes them anew, and the difference is to be read as well. Of coloured ones the rows come with their
 * attributes, and below stands for each row that has colours which cell has which.
 */
#include "appscreen.h"
#include "check.h"

struct shot {
	const char *name;
	int cols, rows;
	const char *keys;   /* see app_press */
	const char *preset; /* NULL: default */
	const char *own;    /* the person's keymap, or NULL */
	const char *theme;  /* NULL: without colours */
};

#define OWN_KEYS                                                                                   \
	"keys:\n  list:\n    s: none\n    F5: sort-column\n    M-c: {run: copy, hint: 1, label: "  \
	"copy}\n  panes:\n    \"?\": none\n    F9: help\n    /: none\n    f: search\n"
#define PAY "1 :select~machine-learning-engineer :section~pay z Down"

static const struct shot shots[] = {
    {"keys-vi-help", 80, 24, "1 ? 'line", "vi", NULL, NULL},
    {"keys-emacs-help", 80, 24, "2 ? 'line", "emacs", NULL, NULL},
    {"keys-emacs-hints", 80, 24, "2", "emacs", NULL, NULL},
    {"keys-own-hints", 100, 24, "1", NULL, OWN_KEYS, NULL},
    {"theme-auto", 80, 30, PAY, NULL, NULL, "auto"},
    {"theme-dark", 80, 30, PAY, NULL, NULL, "dark"},
    {"theme-light", 80, 30, PAY, NULL, NULL, "light"},
    {"theme-plain", 80, 30, PAY, NULL, NULL, "plain"},
    {"theme-light-list", 100, 24, "2 / 'cost<20k~zzz:x Enter", NULL, NULL, "light"},
};

static void
take_keys(struct app *a, const struct shot *shot)
{
	struct keymap_want want = {.said = shot->preset, .file = "keymap.yaml"};
	const char *own = shot->own != NULL ? shot->own : "";
	struct err e;

	keymap_free(&a->keys);
	assert_ok(keymap_load_bytes(&a->keys, &want, own, strlen(own), &e));
}

static void
test_shot(void **state)
{
	const struct shot *shot = *state;
	struct appscreen s;
	struct buf text = BUF_INIT;
	bool same;

	screen_open(&s.screen, shot->rows, shot->cols, false, shot->theme == NULL);
	if (shot->theme != NULL)
		screen_theme(&s.screen, shot->theme);
	appscreen_state(&s.app, NULL);
	take_keys(&s.app, shot);
	app_resize(&s.app, shot->rows, shot->cols);
	app_settle(&s.app);
	app_press(&s.app, shot->keys);
	buf_adds(&text, appscreen_draw(&s, shot->theme != NULL));
	if (shot->theme != NULL)
		screen_colours(&s.screen, &text);
	buf_addf(&text, "cursor %d,%d\n", s.screen.draw.cursor_y, s.screen.draw.cursor_x);
	same = screen_same(shot->name, text.data);
	buf_free(&text);
	appscreen_close(&s);
	assert_true(same);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(shots)] = {0};

	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i].name = shots[i].name;
		tests[i].test_func = test_shot;
		tests[i].initial_state = (void *)(uintptr_t)&shots[i];
	}
	return _cmocka_run_group_tests("own", tests, COUNT(tests), NULL, NULL);
}
