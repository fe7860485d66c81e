/*
 * The shortlist, notes and tags on the screen: some screens as text (UPDATE=1 writes them anew, and the difference is to
 * be read), what the keys do, and what holds at every size.
 */
#include "appscreen.h"
#include "career/cmd/commands.h"
#include "career/cmd/note.h"
#include "check.h"
#include "look.h"

#include <stdlib.h>
#include <string.h>

#define OMSCS "georgia-institute-of-technology/online-ms-in-computer-science-omscs/master"
#define LIST ":plan~shortlist"

static struct appscreen s;

/* What somebody keeps, on days of its own; a role that no catalog has is among it, with a text that would harm. */
static void
fill(struct app *a)
{
	static const struct kept_item items[] = {
	    {"roles", "machine-learning-engineer", "Machine Learning Engineer", 0, "[]",
		"2026-11-02T10:00:00Z"},
	    {"programs", OMSCS, "OMSCS", 0, "[]", "2026-11-03T10:00:00Z"},
	    {"roles", "telegraph-operator", "Telegraph \x1b[31m Operator", 0, "[]",
		"2026-11-04T10:00:00Z"},
	    {"skills", "python", "Python", 0, "[]", "2026-11-05T10:00:00Z"},
	};
	struct err e;

	for (size_t i = 0; i < COUNT(items); i++)
		assert_ok(profile_item_put(a->profile, &items[i], &e));
	assert_ok(profile_note_set(a->profile,
	    &(struct kept_note){.list = "roles",
		.key = "machine-learning-engineer",
		.title = "Machine Learning Engineer",
		.text = "# Ask Anna about the\tnight shifts\n\n- and the pay"},
	    &e));
	assert_ok(profile_tag(
	    a->profile, &(struct kept_tag){"skills", "python", "Python", "evenings"}, true, &e));
	assert_ok(profile_tag(
	    a->profile, &(struct kept_tag){"programs", OMSCS, "OMSCS", "cheap"}, true, &e));
	assert_ok(profile_tag(
	    a->profile, &(struct kept_tag){"programs", OMSCS, "OMSCS", "online"}, true, &e));
	a->kept_turn++;
	app_stale(a);
}

static void
begin(int rows, int cols, bool ascii)
{
	appscreen_open(&s, rows, cols, ascii, true);
	fill(&s.app);
}

static const char *
press(const char *keys)
{
	app_press(&s.app, keys);
	return appscreen_draw(&s, false);
}

#define assert_says(keys, words)                                                                   \
	do {                                                                                       \
		const char *drawn_ = press(keys);                                                  \
		if (strstr(drawn_, words) == NULL)                                                 \
			fail_msg("no '%s' after %s on\n%s", words, keys, drawn_);                  \
	} while (0)
#define assert_silent(keys, words) assert_null(strstr(press(keys), words))

/* --- screens as text --------------------------------------------------------------------------- */

static const struct shot {
	const char *name;
	int cols, rows;
	const char *keys;
	bool ascii, empty;
} shots[] = {
    {"shortlist-80", 80, 24, LIST, false, false},
    {"shortlist-132", 132, 50, LIST, false, false},
    {"shortlist-40", 40, 24, LIST, false, false},
    {"shortlist-ascii", 80, 24, LIST, true, false},
    {"shortlist-empty", 80, 24, LIST, false, true},
    {"shortlist-rows", 80, 24, "1 Space Down Space Up Up", false, false},
    {"shortlist-page", 100, 30, "1 Enter", false, false},
    {"shortlist-skill", 80, 24, "4 Enter", false, false},
    {"note-80", 80, 24, "1 e", false, false},
    {"note-40", 40, 12, "1 e", false, false},
    {"note-asks", 80, 24, "1 e 'x Esc", false, false},
    {"note-keys", 80, 24, "1 e F1", false, false},
};

static void
test_shot(void **state)
{
	const struct shot *shot = *state;
	struct buf text = BUF_INIT;
	bool same;

	appscreen_open(&s, shot->rows, shot->cols, shot->ascii, true);
	if (!shot->empty)
		fill(&s.app);
	buf_adds(&text, press(shot->keys));
	buf_addf(&text, "cursor %d,%d\n", s.screen.draw.cursor_y, s.screen.draw.cursor_x);
	same = screen_same(shot->name, text.data);
	buf_free(&text);
	appscreen_close(&s);
	assert_true(same);
}

/* --- what holds at every size ------------------------------------------------------------------ */

static const char *const states[] = {LIST, LIST " End", LIST " :line~Machine } x", "1 Enter",
    "2 / 'omscs Enter Enter", "4 Enter", "1 a T 'a~b Enter"};

static void
test_states(void **state)
{
	static const struct {
		int cols, rows;
	} sizes[] = {{132, 50}, {100, 30}, {80, 24}, {60, 20}, {40, 12}};

	(void)state;
	for (size_t i = 0; i < COUNT(states); i++)
		for (size_t k = 0; k < COUNT(sizes); k++) {
			begin(sizes[k].rows, sizes[k].cols, false);
			press(states[i]);
			look_drawn(&s, states[i], false);
			look_to_ascii(&s.app);
			look_drawn(&s, states[i], true);
			appscreen_close(&s);
		}
}

/* --- what the keys do -------------------------------------------------------------------------- */

static bool
is_offered(const char *command)
{
	const struct binding *b = keymap_key(&s.app.keys, app_where(&s.app), command);

	assert_non_null(b);
	return binding_useful(&s.app, b);
}

static void
test_put_on(void **state)
{
	(void)state;
	appscreen_open(&s, 24, 80, false, true);
	assert_says("1 a", "on your shortlist: Machine Learning Engineer");
	assert_says("", ">+Machine Learning Engineer");
	assert_says("Space Up", ">#Machine Learning Engineer");
	assert_says("4 a", ">+Python");
	assert_says("2 / 'omscs Enter a", "on your shortlist: Online MS in Computer Science");
	assert_says(LIST, "2   Python");
	assert_says("1 a", "off your shortlist: Machine Learning Engineer");
	assert_says("", ">*Machine Learning Engineer");
	assert_says(LIST, "1   Python");
	appscreen_close(&s);
}

/* By a name, from wherever; on a line of a page what the line names. */
static void
test_put_on_by_name(void **state)
{
	(void)state;
	appscreen_open(&s, 24, 80, false, true);
	assert_says(":shortlist~data-scientist", "on your shortlist: Data Scientist");
	assert_says(":shortlist~skills~sql", "on your shortlist: SQL");
	assert_says(":shortlist~sql~x", "! ");
	assert_says("6 a", "! the cursor is on no role, program or skill");
	/* What would do nothing is not offered. */
	press(":plan~shortlist");
	assert_true(is_offered("note") && is_offered("shortlist-drop"));
	press(":plan~next");
	assert_false(is_offered("shortlist-drop"));
	press("6");
	assert_false(is_offered("note"));
	assert_says(":role-section~machine-learning-engineer~skills :line~Python a",
	    "on your shortlist: Python");
	appscreen_close(&s);
}

static void
test_order(void **state)
{
	(void)state;
	begin(24, 80, false);
	assert_says(LIST " :line~Machine }", "2   Machine Learning Engineer");
	assert_says("}", "> 3   Machine Learning Engineer");
	assert_says("{ { {", "> 1   Machine Learning Engineer"); /* it stays at the end */
	assert_says("x", "off your shortlist: Machine Learning Engineer");
	assert_says("", "1   Online MS in Computer Science");
	assert_says("u", "1   Machine Learning Engineer");
	assert_says("^R", "1   Online MS in Computer Science");
	/* Gone ones can be moved and dropped, not put on again. */
	assert_says(":line~Telegraph Enter", "! ");
	assert_says(LIST " :line~Telegraph :line~Telegraph x", "off your shortlist: Telegraph");
	assert_says(":plan~next {", "! shortlist-up works on Plan, in the section Shortlist");
	assert_says("1 x", "x does nothing here");
	appscreen_close(&s);
}

/* A role with many musts: the first ones, and the rest with all details. */
static void
test_many_names(void **state)
{
	(void)state;
	appscreen_open(&s, 40, 100, false, true);
	assert_says(":shortlist~machine-learning " LIST, "16 more");
	assert_null(strstr(appscreen_draw(&s, false), "models, Linear algebra"));
	assert_says("v", "models, Linear algebra");
	assert_null(strstr(appscreen_draw(&s, false), "16 more"));
	appscreen_close(&s);
}

static void
test_tags(void **state)
{
	(void)state;
	begin(24, 80, false);
	assert_says("1 T 'dream~#ca Enter", "Machine Learning Engineer: #dream, #ca");
	assert_says("Enter", "#ca #dream");
	assert_says(":tag~dream", "no more #dream");
	assert_says(":tag~a,b", "#a, #b");
	assert_says(":tag~a#b", "! ");
	appscreen_close(&s);
}

/* --- notes --------------------------------------------------------------------------------------- */

static const char *
note(void)
{
	static char text[PROFILE_NOTE_MAX + 1];
	char *kept = profile_note(s.app.profile, "roles", "machine-learning-engineer");

	snprintf(text, sizeof text, "%s", kept != NULL ? kept : "none");
	free(kept);
	return text;
}

static void
test_note(void **state)
{
	(void)state;
	appscreen_open(&s, 24, 80, false, true);
	assert_says("1 e", "Note: Machine Learning Engineer");
	press("Esc"); /* nothing was written: it just closes */
	assert_null(note_open(&s.app));
	assert_says("e 'two~words Enter 'x ^S", "note on Machine Learning Engineer is kept");
	assert_string_equal(note(), "two words\nx");
	assert_says("Enter", "Your note: two words");
	/* Keys that run commands elsewhere are text here; Esc asks. */
	assert_says("e 'q:1 Esc", "Keep the note?");
	assert_says("Left", "^S keep");
	assert_says("Esc n", "is as it was");
	assert_string_equal(note(), "two words\nx");
	press("e 'q Esc y");
	assert_string_equal(note(), "two words\nxq");
	assert_says("u", "undone");
	assert_string_equal(note(), "two words\nx");
	/* What is empty is no note. */
	press("e M-< ^K ^K ^K Enter Enter ^S");
	assert_string_equal(note(), "none");
	press(":note~at~once");
	assert_string_equal(note(), "at once");
	appscreen_close(&s);
}

/* At every size the text stands in the frame, the cursor on it; what would harm is made harmless. */
static void
test_note_sizes(void **state)
{
	static const struct {
		int cols, rows;
	} sizes[] = {{132, 50}, {100, 30}, {80, 24}, {60, 20}, {40, 12}, {40, 10}};
	static const char text[] = "a\tb \x1b[31mred \u202eright \u6f22\u5b57\u6f22\u5b57 "
				   "averyveryveryveryveryveryveryveryveryverylongword\n\n";

	(void)state;
	for (size_t i = 0; i < 2 * COUNT(sizes); i++) {
		int rows = sizes[i / 2].rows, cols = sizes[i / 2].cols;
		struct buf many = BUF_INIT;
		const char *drawn;

		for (int k = 0; k < 40; k++)
			buf_adds(&many, text);
		appscreen_open(&s, rows, cols, i % 2 == 1, true);
		press("1 e");
		textpad_set(&note_open(&s.app)->pad, many.data);
		for (int k = 0; k < 30; k++) {
			drawn = press(k % 3 == 0 ? "PgUp" : k % 3 == 1 ? "Up End" : "Left");
			assert_true(
			    s.screen.draw.cursor_y > 2 && s.screen.draw.cursor_y < rows - 2);
			assert_true(
			    s.screen.draw.cursor_x > 0 && s.screen.draw.cursor_x < cols - 1);
			assert_null(strchr(drawn, 0x1b));
			for (const char *c = drawn; i % 2 == 1 && *c != '\0'; c++)
				assert_true((unsigned char)*c < 0x80);
		}
		press("^C n");
		buf_free(&many);
		appscreen_close(&s);
	}
}

/* The pane takes what is pasted with its lines; a prompt takes blanks. */
static void
test_paste(void **state)
{
	(void)state;
	appscreen_open(&s, 24, 80, false, true);
	press("1 e");
	for (const char *const *p = (const char *const[]){"a", "\n", "q", NULL}; *p != NULL; p++)
		app_paste(&s.app, *p);
	press("^S");
	assert_string_equal(note(), "a\nq");
	press(":command-line");
	app_paste(&s.app, "a");
	app_paste(&s.app, "\n");
	assert_string_equal(s.app.prompt.edit.text.data, "a ");
	appscreen_close(&s);
}

/* No more than there is room for, and none of it is lost when it cannot be kept. */
static void
test_note_full(void **state)
{
	char *text = malloc(PROFILE_NOTE_MAX + 1);

	(void)state;
	appscreen_open(&s, 24, 80, false, true);
	memset(text, 'a', PROFILE_NOTE_MAX);
	text[PROFILE_NOTE_MAX] = '\0';
	press("1 e");
	textpad_set(&note_open(&s.app)->pad, text);
	assert_says("'b", "! a note has room for 65536 bytes");
	press("^S");
	assert_string_equal(note(), text);
	free(text);
	appscreen_close(&s);
}

/* What an editor brings back is kept like what was written here; a mistake leaves all as it was. */
static void
test_editor(void **state)
{
	(void)state;
	appscreen_open(&s, 24, 80, false, true);
	press("1 :note-editor");
	assert_true((s.app.run & RUN_EDIT) != 0);
	assert_string_equal(note_for_editor(&s.app), "");
	note_from_editor(&s.app, "from outside\n\n", NULL);
	assert_string_equal(note(), "from outside");
	assert_null(note_for_editor(&s.app));
	press("e 'x M-e");
	note_from_editor(&s.app, "", "it failed");
	assert_says("", "! it failed");
	assert_string_equal(note(), "from outside"); /* and what was typed is still there */
	assert_string_equal(note_open(&s.app)->pad.text.data, "from outsidex");
	note_from_editor(&s.app, "\xff", NULL);
	assert_says("", "! ");
	assert_string_equal(note(), "from outside");
	appscreen_close(&s);
}

enum { OTHERS = 11 };

int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots) + OTHERS] = {
	    cmocka_unit_test(test_states),
	    cmocka_unit_test(test_put_on),
	    cmocka_unit_test(test_put_on_by_name),
	    cmocka_unit_test(test_order),
	    cmocka_unit_test(test_many_names),
	    cmocka_unit_test(test_tags),
	    cmocka_unit_test(test_note),
	    cmocka_unit_test(test_note_sizes),
	    cmocka_unit_test(test_paste),
	    cmocka_unit_test(test_note_full),
	    cmocka_unit_test(test_editor),
	};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i + OTHERS].name = shots[i].name;
		tests[i + OTHERS].test_func = test_shot;
		tests[i + OTHERS].initial_state = (void *)(uintptr_t)&shots[i];
	}
	return _cmocka_run_group_tests("shortlist", tests, COUNT(tests), NULL, NULL);
}
