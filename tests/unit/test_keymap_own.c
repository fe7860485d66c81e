/* A person's keymap: what it may change, what is refused and how it is said, what the check finds. */
#include "career/base/file.h"
#include "career/cmd/commands.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define BOMBS "../shared/hostile/generated-bombs"
#define ON_ROLES (IN_LIST | IN_ON(SCREEN_ROLES))

static struct keymap map;

static bool
load_as(const char *text, const char *said, struct buf *lines, struct err *e)
{
	struct keymap_want want = {.said = said, .file = "k.yaml", .lines = lines};

	err_clear(e);
	return keymap_load_bytes(&map, &want, text, strlen(text), e);
}

static void
load(const char *text)
{
	struct err e;

	assert_ok(load_as(text, NULL, NULL, &e));
	assert_string_equal(map.file, "k.yaml");
}

/* What a key runs, "" when it does nothing. */
static const char *
runs(unsigned where, const char *key)
{
	const struct binding *b = keymap_find(&map, where, key);

	return b != NULL ? b->command : "";
}

static void
test_add(void **state)
{
	(void)state;
	load("keys:\n  list:\n    F5: sort-column\n    é: mark\n  page on data:\n    M-x: zoom\n");
	assert_string_equal(runs(ON_ROLES, "F5"), "sort-column");
	assert_string_equal(runs(ON_ROLES, "é"), "mark");
	assert_string_equal(runs(ON_ROLES, "s"), "sort-column");
	assert_string_equal(runs(IN_DETAIL | IN_ON(SCREEN_DATA), "M-x"), "zoom");
	assert_string_equal(runs(IN_DETAIL | IN_ON(SCREEN_ROLES), "M-x"), "");
	assert_string_equal(runs(IN_LIST | IN_ON(SCREEN_DATA), "M-x"), "");
	keymap_free(&map);
}

/* Names are read in any case and in the terms of other programs, and kept in ours. */
static void
test_names(void **state)
{
	(void)state;
	load(
	    "keys:\n  list:\n    f5: zoom\n    return: zoom\n    ^x: zoom\n    pagedown: page-down\n");
	assert_string_equal(runs(ON_ROLES, "F5"), "zoom");
	assert_string_equal(runs(ON_ROLES, "Enter"), "zoom");
	assert_string_equal(runs(ON_ROLES, "^X"), "zoom");
	keymap_free(&map);
}

static void
test_replace(void **state)
{
	(void)state;
	load("keys:\n  list:\n    s: zoom\n  panes:\n    x: copy\n    E: write\n    F9: copy\n");
	assert_string_equal(runs(ON_ROLES, "s"), "zoom");
	/* What the file says holds in all of its context, also over rows for certain places and screens. */
	assert_string_equal(runs(IN_FACETS | IN_ON(SCREEN_PROGRAMS), "x"), "copy");
	assert_string_equal(runs(IN_CHIPS | IN_ON(SCREEN_PROGRAMS), "x"), "copy");
	assert_string_equal(runs(ON_ROLES, "E"), "write");
	assert_string_equal(runs(IN_CHIPS | IN_ON(SCREEN_ROLES), "F9"), "copy");
	assert_string_equal(runs(IN_POPUP | IN_ON(SCREEN_ROLES), "F9"), "");
	keymap_free(&map);
}

static void
test_unbind(void **state)
{
	(void)state;
	load("keys:\n  panes:\n    Q: none\n    w: {run: none}\n  list on roles:\n    o: none\n");
	assert_string_equal(runs(ON_ROLES, "Q"), "");
	assert_string_equal(runs(ON_ROLES, "w"), "");
	assert_string_equal(runs(ON_ROLES, "o"), "");
	assert_string_equal(runs(IN_DETAIL | IN_ON(SCREEN_ROLES), "o"), "everything");
	keymap_free(&map);
}

static void
test_specific(void **state)
{
	(void)state;
	load(
	    "keys:\n  panes:\n    F6: zoom\n  list:\n    F6: copy\n  panes on roles:\n    F6: write\n"
	    "  list on data, roles:\n    F6: help\n  list on data:\n    F6: none\n");
	assert_string_equal(runs(IN_CHIPS | IN_ON(SCREEN_GUIDE), "F6"), "zoom");
	assert_string_equal(runs(IN_LIST | IN_ON(SCREEN_GUIDE), "F6"), "copy");
	assert_string_equal(runs(IN_CHIPS | IN_ON(SCREEN_ROLES), "F6"), "write");
	assert_string_equal(runs(IN_LIST | IN_ON(SCREEN_DATA), "F6"), "");
	keymap_free(&map);
}

/* The command line's preset wins over the file's, that one over the settings'. */
static void
test_preset(void **state)
{
	struct keymap_want want = {.set = "vi", .file = "k.yaml"};
	struct err e = {0};

	(void)state;
	load("preset: emacs\nkeys:\n  list:\n    ^N: zoom\n");
	assert_string_equal(map.preset, "emacs");
	assert_string_equal(runs(ON_ROLES, "^G"), "cancel");
	assert_string_equal(runs(ON_ROLES, "^N"), "zoom");
	keymap_free(&map);
	assert_ok(load_as("preset: emacs\n", "default", NULL, &e));
	assert_string_equal(map.preset, "default");
	assert_string_equal(runs(ON_ROLES, "^G"), "");
	keymap_free(&map);
	assert_ok(keymap_load_bytes(&map, &want, "", 0, &e));
	assert_string_equal(map.preset, "vi");
	keymap_free(&map);
	assert_ok(keymap_load_bytes(&map, &want, "preset: emacs\n", 14, &e));
	assert_string_equal(map.preset, "emacs");
	keymap_free(&map);
}

static void
test_nothing(void **state)
{
	static const char *const texts[] = {
	    "", "# nothing\n", "keys:\n", "keys: {}\n", "null\n", "keys:\n  list:\n"};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		load(texts[i]);
		assert_string_equal(map.preset, "default");
		assert_string_equal(runs(ON_ROLES, "j"), "down");
		keymap_free(&map);
	}
}

/* --- the bottom line --------------------------------------------------------------------------- */

static void
test_hints(void **state)
{
	const struct binding *b;

	(void)state;
	/* A command that lost its key keeps its place there. */
	load("keys:\n  list:\n    s: none\n    F5: sort-column\n");
	b = keymap_find(&map, ON_ROLES, "F5");
	assert_int_equal(b->hint, 25);
	assert_string_equal(b->label, "sort");
	keymap_free(&map);
	/* One that has a further key does not stand there twice. */
	load("keys:\n  list:\n    F5: sort-column\n");
	assert_false(keymap_hinted(&map, keymap_find(&map, ON_ROLES, "F5"), ON_ROLES));
	assert_true(keymap_hinted(&map, keymap_find(&map, ON_ROLES, "s"), ON_ROLES));
	keymap_free(&map);
	/* Two new keys: the first stands there. */
	load("keys:\n  list:\n    s: zoom\n    F5: sort-column\n    F6: sort-column\n");
	assert_true(keymap_hinted(&map, keymap_find(&map, ON_ROLES, "F5"), ON_ROLES));
	assert_false(keymap_hinted(&map, keymap_find(&map, ON_ROLES, "F6"), ON_ROLES));
	keymap_free(&map);
	load("keys:\n  list:\n    F5: {run: copy, hint: 1, label: \"co\\e[31mpy\"}\n");
	b = keymap_find(&map, ON_ROLES, "F5");
	assert_true(keymap_hinted(&map, b, ON_ROLES));
	assert_null(strchr(b->label, '\033'));
	keymap_free(&map);
}

/* --- mistakes ---------------------------------------------------------------------------------- */

struct refused {
	const char *text, *place, *why;
};

static const struct refused refused[] = {
    {"keys:\n  lst:\n    x: copy\n", "k.yaml:2:3: ", "no context 'lst'; nearest: list; they are"},
    {"keys:\n  page on role:\n    x: copy\n", "k.yaml:2:3: ", "no context 'role'; nearest: roles;"},
    {"keys:\n  on:\n    x: copy\n", "k.yaml:2:3: ", "a context was expected"},
    {"keys:\n  list:\n    Entr: copy\n", "k.yaml:3:5: ", "no key is called 'Entr'; nearest: Enter"},
    {"keys:\n  list:\n    C-n: copy\n", "k.yaml:3:5: ", "nearest: ^N"},
    {"keys:\n  list:\n    <C-x>: copy\n", "k.yaml:3:5: ", "nearest: ^X"},
    {"keys:\n  list:\n    Alt-x: copy\n", "k.yaml:3:5: ", "nearest: M-x"},
    {"keys:\n  list:\n    Ctrl+S: copy\n", "k.yaml:3:5: ", "nearest: ^S"},
    {"keys:\n  list:\n    gg: copy\n", "k.yaml:3:5: ", "no key is called 'gg'"},
    {"keys:\n  list:\n    \"\\u202e\": copy\n", "k.yaml:3:5: ", "no key is called"},
    {"keys:\n  list:\n    x: cpy\n", "k.yaml:3:8: ", "no command 'cpy'; nearest: copy"},
    {"keys:\n  list:\n    x: copy all\n", "k.yaml:3:8: ", "nothing can stand behind copy"},
    {"keys:\n  list:\n    x: screen\n", "k.yaml:3:8: ", "screen wants NAME behind it: "},
    {"keys:\n  list:\n    x:\n", "k.yaml:3:", "a command was expected, or none"},
    {"keys:\n  list:\n    x: [copy]\n", "k.yaml:3:8: ", "a command was expected, or none"},
    {"keys:\n  list:\n    x: \"copy\\0\"\n", "k.yaml:3:8: ", "a command was expected"},
    {"keys:\n  list:\n    x: {hint: 1, label: a}\n", "k.yaml:3:8: ", "run: COMMAND was expected"},
    {"keys:\n  list:\n    x: {run: copy, hnt: 1}\n",
	"k.yaml:3:20: ", "no part of a key 'hnt'; nearest: hint"},
    {"keys:\n  list:\n    x: {run: copy, hint: soon, label: a}\n",
	"k.yaml:3:26: ", "a number from 1 to 999"},
    {"keys:\n  list:\n    x: {run: copy, hint: 0, label: a}\n",
	"k.yaml:3:26: ", "a number from 1 to 999"},
    {"keys:\n  list:\n    x: {run: copy, hint: 7}\n", "k.yaml:3:8: ", "hint and label go together"},
    {"keys:\n  list:\n    x: {run: copy, label: a}\n",
	"k.yaml:3:8: ", "hint and label go together"},
    {"keys:\n  list:\n    x: {run: copy, hint: 7, label: ''}\n",
	"k.yaml:3:36: ", "a short word was expected"},
    {"keys:\n  list:\n    x: {run: none, hint: 7, label: a}\n",
	"k.yaml:3:8: ", "what runs none has no hint"},
    {"keys:\n  list: copy\n", "k.yaml:2:9: ", "one `key: command` a line"},
    {"keys: copy\n", "k.yaml:1:7: ", "contexts were expected"},
    {"keys:\n  list:\n    x: copy\n    x: zoom\n", "k.yaml:4:5: ", "stands in this map already"},
    {"preset: nano\n", "k.yaml:1:9: ", "no preset 'nano'; they are default, vi, emacs"},
    {"preset: [vi]\n", "k.yaml:1:9: ", "they are default, vi, emacs"},
    {"list:\n  x: copy\n", "k.yaml:1:1: ", "no setting 'list'; they are preset, keys"},
    {"- x\n", "k.yaml:1:1: ", "`preset:` or `keys:` was expected"},
    {"keys: [\n", "k.yaml:2:1: ", ""},
    {"keys:\n\tlist:\n", "k.yaml:2:1: ", "tab"},
    /* what cannot be taken away */
    {"keys:\n  everywhere:\n    Esc: none\n", "k.yaml:3:5: ", "Esc always runs 'cancel'"},
    {"keys:\n  list:\n    Up: last\n", "k.yaml:3:5: ",
	"Up always runs 'up' and cannot be taken away; give this command another key"},
    {"keys:\n  list on roles:\n    ^C: quit\n", "k.yaml:3:5: ", "^C always runs 'cancel'"},
    {"keys:\n  choice:\n    ^L: none\n", "k.yaml:3:5: ", "^L always runs 'redraw'"},
    {"keys:\n  page:\n    Left: back\n", "k.yaml:3:5: ", "Left always runs 'left'"},
    {"keys:\n  tour:\n    ^[: none\n", "k.yaml:3:5: ", "Esc always runs 'tour-leave'"},
};

/* A file with a mistake is left out whole, and the built-in keys are there. */
static void
test_mistakes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct err e;

		if (load_as(refused[i].text, NULL, NULL, &e))
			fail_msg("accepted: %s", refused[i].text);
		assert_int_equal(e.code, ERR_DATA);
		assert_contains(e.text, refused[i].place);
		assert_contains(e.text, refused[i].why);
		assert_null(map.file);
		assert_string_equal(runs(ON_ROLES, "j"), "down");
		keymap_free(&map);
	}
}

static void
test_preset_of_a_bad_file(void **state)
{
	struct keymap_want want = {.set = "emacs", .file = "k.yaml"};
	struct err e;

	(void)state;
	assert_false(keymap_load_bytes(&map, &want, "kys:\n", 5, &e));
	assert_string_equal(map.preset, "emacs");
	assert_string_equal(runs(ON_ROLES, "^G"), "cancel");
	keymap_free(&map);
}

/* All of them as lines, for --check. */
static void
test_all_mistakes(void **state)
{
	struct buf lines = BUF_INIT;
	struct err e;

	(void)state;
	assert_false(load_as(
	    "keys:\n  list:\n    C-n: copy\n    x: cpy\n  lst:\n    y: z\n", NULL, &lines, &e));
	assert_contains(e.text, "k.yaml:3:5: ");
	assert_contains(lines.data, "k.yaml:3:5: ");
	assert_contains(lines.data, "\nk.yaml:4:8: ");
	assert_contains(lines.data, "\nk.yaml:5:3: ");
	keymap_free(&map);
	buf_free(&lines);
}

/* The keys that are always there may get a meaning where they have none. */
static void
test_may_add(void **state)
{
	(void)state;
	load("keys:\n  popup:\n    Left: back\n  list:\n    Up: up\n    M-Up: first\n");
	assert_string_equal(runs(IN_POPUP | IN_ON(SCREEN_ROLES), "Left"), "back");
	keymap_free(&map);
}

static void
test_too_many(void **state)
{
	struct buf text = BUF_INIT;
	struct err e;

	(void)state;
	buf_adds(&text, "keys:\n  list:\n");
	for (int i = 0; i <= KEYMAP_OWN_ROWS; i++) {
		buf_adds(&text, "    \"");
		buf_addf(&text, "\\u%04x", 0x4e00 + i);
		buf_adds(&text, "\": zoom\n");
	}
	assert_false(load_as(text.data, NULL, NULL, &e));
	assert_contains(e.text, "k.yaml:1:1: more than 500 keys");
	keymap_free(&map);
	buf_free(&text);
}

/* --- files ------------------------------------------------------------------------------------- */

static void
test_files(void **state)
{
	char *dir = temp_dir();
	const char *path = temp_path(dir, "keymap.yaml");
	struct keymap_want want = {.file = path};
	struct err e;

	(void)state;
	assert_false(keymap_load(&map, &want, &e));
	assert_contains(e.text, "keymap.yaml");
	assert_string_equal(runs(ON_ROLES, "j"), "down");
	keymap_free(&map);
	temp_write(path, "keys: {list: {F5: zoom}}\n", 25);
	assert_ok(keymap_load(&map, &want, &e));
	assert_string_equal(runs(ON_ROLES, "F5"), "zoom");
	assert_string_equal(map.file, path);
	keymap_free(&map);
	want.file = dir;
	assert_false(keymap_load(&map, &want, &e));
	keymap_free(&map);
	temp_remove(dir);
}

/* Whatever the file, it ends at once with a message, and the built-in keys are there. */
static void
test_hostile(void **state)
{
	char **names;
	size_t n;
	struct err e;

	(void)state;
	if (!file_exists(BOMBS))
		skip();
	assert_ok(file_list(BOMBS, NULL, &names, &n, &e));
	assert_true(n > 20);
	for (size_t i = 0; i < n; i++) {
		char *path = path_join(BOMBS, names[i]);
		struct keymap_want want = {.file = path};
		clock_t start = clock();
		bool ok = keymap_load(&map, &want, &e);

		if ((double)(clock() - start) / CLOCKS_PER_SEC > 0.5)
			fail_msg("%s took too long", path);
		if (!ok)
			assert_true(strlen(e.text) > strlen(path) + 5);
		assert_string_equal(runs(ON_ROLES, "j"), "down");
		keymap_free(&map);
		free(path);
	}
	file_list_free(names, n);
}

/* --- the check --------------------------------------------------------------------------------- */

static const struct refused found[] = {
    {"keys:\n  list, page:\n    F6: zoom\n  list, chips:\n    F6: copy\n",
	"k.yaml:5:5: ", "F6 has two meanings in list: 'copy', and 'zoom' in line 3"},
    {"keys:\n  list:\n    Tab: zoom\n    ^I: copy\n",
	"k.yaml:4:5: ", "Tab has two meanings in list: 'copy', and 'zoom' in line 3"},
    {"keys:\n  list on roles, data:\n    F6: zoom\n  list on data, guide:\n    F6: copy\n",
	"k.yaml:5:5: ", "F6 has two meanings in list on data: "},
    {"keys:\n  list, page:\n    F6: zoom\n  list:\n    F6: copy\n  page:\n    F6: write\n",
	"k.yaml:3:5: ", "F6: 'zoom' never works: other rows take all its places"},
    {"keys:\n  list:\n    F6: none\n", "k.yaml:3:5: ", "F6 does nothing there anyway"},
    {"keys:\n  list:\n    ^I: zoom\n", "k.yaml:3:5: ", "no terminal tells ^I from Tab: write Tab"},
    {"keys:\n  list:\n    ^M: zoom\n", "k.yaml:3:5: ", "write Enter"},
    {"keys:\n  list:\n    ^?: zoom\n", "k.yaml:3:5: ", "write Backspace"},
    {"keys:\n  list:\n    '^\\': zoom\n", "k.yaml:3:5: ", "^\\ never comes"},
    {"keys:\n  list:\n    'M-[': zoom\n", "k.yaml:3:5: ", "other keys begin with"},
    {"keys:\n  choice:\n    x: down\n",
	"k.yaml:3:5: ", "x edits the words of a choice: it cannot run 'down' there"},
    {"keys:\n  everywhere:\n    Space: zoom\n", "k.yaml:3:5: ", "Space edits the words"},
    {"keys:\n  list:\n    F6: {run: zoom, hint: 900, label: far too long a label}\n",
	"k.yaml:3:5: ", "label 'far too long a label' has 20 cells, at most 14"},
    {"keys:\n  list:\n    F6: {run: copy, hint: 25, label: copy}\n",
	"k.yaml:3:5: ", "hint 25 is that of 'sort-column'"},
    {"keys:\n  list:\n    S: zoom\n", "k.yaml:3:5: ", "no key is left for 'sort-add'"},
    {"keys:\n  panes:\n    y: none\n", "k.yaml:3:5: ", "no key is left for 'copy'"},
};

static void
test_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(found); i++) {
		struct buf lines = BUF_INIT;

		load(found[i].text);
		assert_true(keymap_check(&map, &lines) > 0);
		assert_contains(lines.data, found[i].why);
		assert_contains(lines.data, found[i].place);
		keymap_free(&map);
		buf_free(&lines);
	}
}

/* What replaces a key on purpose and leaves every command reachable is no mistake. */
static void
test_not_found(void **state)
{
	static const char *const texts[] = {
	    "keys:\n  list:\n    s: none\n    F5: sort-column\n",
	    "keys:\n  panes:\n    F6: zoom\n  list:\n    F6: copy\n  list on data:\n    F6: write\n",
	    "preset: vi\nkeys:\n  list:\n    ^E: zoom\n",
	    "keys:\n  list:\n    S: zoom\n    F6: sort-add\n",
	    "keys:\n  choice:\n    M-x: down\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct buf lines = BUF_INIT;

		load(texts[i]);
		keymap_check(&map, &lines);
		if (strstr(lines.data, "k.yaml") != NULL)
			fail_msg("%s%s", texts[i], lines.data);
		keymap_free(&map);
		buf_free(&lines);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_add),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_replace),
	    cmocka_unit_test(test_unbind),
	    cmocka_unit_test(test_specific),
	    cmocka_unit_test(test_preset),
	    cmocka_unit_test(test_nothing),
	    cmocka_unit_test(test_hints),
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_preset_of_a_bad_file),
	    cmocka_unit_test(test_all_mistakes),
	    cmocka_unit_test(test_may_add),
	    cmocka_unit_test(test_too_many),
	    cmocka_unit_test(test_files),
	    cmocka_unit_test(test_hostile),
	    cmocka_unit_test(test_found),
	    cmocka_unit_test(test_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
