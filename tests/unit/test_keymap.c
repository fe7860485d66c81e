/* The built-in keymap, preset by preset: what holds for each, and which row wins. */
#include "career/base/embedded.h"
#include "career/cmd/commands.h"
#include "career/cmd/key.h"
#include "check.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

static const unsigned places[] = {IN_LIST, IN_FACETS, IN_DETAIL, IN_CHIPS, IN_POPUP, IN_CHOICE};

static void
load(struct keymap *k, const char *preset)
{
	struct err e = {0};

	assert_ok(keymap_load(k, &(struct keymap_want){.said = preset}, &e));
	assert_string_equal(k->preset, preset);
	assert_null(k->file);
}

static const struct command *
command_of(const struct binding *b)
{
	char name[64];

	snprintf(name, sizeof name, "%.*s", (int)strcspn(b->command, " "), b->command);
	return command_find(name);
}

static void
test_rows(void **state)
{
	struct keymap k;

	load(&k, *state);
	assert_true(k.n > 80);
	for (size_t i = 0; i < k.n; i++) {
		const struct binding *b = &k.all[i];
		struct buf name = BUF_INIT;
		struct key key;

		if (b->command != NULL && command_of(b) == NULL)
			fail_msg("%s runs '%s', which is no command", b->key, b->command);
		assert_true(key_from_name(b->key, &key));
		key_to_name(&key, &name);
		assert_string_equal(name.data, b->key);
		assert_string_equal(name.data, b->written);
		assert_int_equal(b->hint > 0, b->label != NULL);
		assert_true(b->line > 0 && b->column > 0);
		assert_true(i == 0 || b->layer >= k.all[i - 1].layer);
		buf_free(&name);
	}
	keymap_free(&k);
}

/* No key has two meanings, every command has one, nothing is shadowed or too long. */
static void
test_check(void **state)
{
	struct buf lines = BUF_INIT;
	struct keymap k;

	load(&k, *state);
	if (keymap_check(&k, &lines) != 0)
		fail_msg("preset %s:\n%s", (const char *)*state, lines.data);
	buf_free(&lines);
	keymap_free(&k);
}

/* Everywhere: how to move, to leave, to stop; in lists and pages also where the help is. */
static void
test_always_there(void **state)
{
	static const char *const everywhere[] = {
	    "Up", "Down", "PgUp", "PgDn", "Home", "End", "Enter", "Esc", "^C", "^L", "^Z"};
	static const char *const panes[] = {"h", "j", "k", "l", "g", "G", "^D", "^U", "^F", "^B",
	    "?", "F1", "/", ":", "Tab", "S-Tab", "q", "Q", "Backspace", "1", "2", "i", "m", "Space",
	    "Left", "Right"};
	struct keymap k;

	load(&k, *state);
	for (size_t i = 0; i < COUNT(places); i++) {
		for (size_t n = 0; n < COUNT(everywhere); n++)
			for (int s = 0; s < SCREEN_COUNT; s++)
				if (keymap_find(&k, places[i] | IN_ON(s), everywhere[n]) == NULL)
					fail_msg("%s does nothing in context %#x", everywhere[n],
					    places[i]);
		for (size_t n = 0; (places[i] & IN_PANES) != 0 && n < COUNT(panes); n++)
			if (keymap_find(&k, places[i] | IN_ON(SCREEN_PROGRAMS), panes[n]) == NULL)
				fail_msg("%s does nothing in context %#x", panes[n], places[i]);
	}
	keymap_free(&k);
}

/* Whatever the preset, the moving keys and the ways out do what they do in the first. */
static void
test_fixed(void **state)
{
	static const char *const keys[] = {
	    "Up", "Down", "Left", "Right", "PgUp", "PgDn", "Home", "End", "Esc", "^C", "^L", "^Z"};
	struct keymap k, first;

	load(&k, *state);
	load(&first, "default");
	for (size_t i = 0; i < COUNT(places); i++)
		for (size_t n = 0; n < COUNT(keys); n++) {
			unsigned where = places[i] | IN_ON(SCREEN_ROLES);
			const struct binding *b = keymap_find(&first, where, keys[n]);

			if (b != NULL)
				assert_string_equal(
				    keymap_find(&k, where, keys[n])->command, b->command);
		}
	keymap_free(&k);
	keymap_free(&first);
}

/* Where letters are typed, none of them is a command. */
static void
test_letters_of_a_choice(void **state)
{
	unsigned where = IN_CHOICE | IN_ON(SCREEN_ROLES);
	struct keymap k;
	char key[2] = "";

	load(&k, *state);
	for (key[0] = 0x20; key[0] < 0x7f; key[0]++)
		assert_null(keymap_find(&k, where, key));
	assert_null(keymap_find(&k, where, "Space"));
	assert_null(keymap_find(&k, where, "Backspace"));
	keymap_free(&k);
}

/* In every context the hints have places of their own, and each is of a key that holds. */
static void
test_hints(void **state)
{
	struct keymap k;

	load(&k, *state);
	for (size_t i = 0; i < COUNT(places); i++) {
		unsigned where = places[i] | IN_ON(SCREEN_ROLES);
		size_t n = 0;

		for (const struct binding *b = k.all; b < k.all + k.n; b++) {
			if (!keymap_hinted(&k, b, where))
				continue;
			n++;
			assert_ptr_equal(keymap_find(&k, where, b->key), b);
			for (const struct binding *a = k.all; a < b; a++)
				assert_false(a->hint == b->hint && keymap_hinted(&k, a, where));
		}
		assert_true(n > 1);
	}
	keymap_free(&k);
}

static void
test_screens(void **state)
{
	struct keymap k;

	(void)state;
	load(&k, "default");
	assert_non_null(keymap_find(&k, IN_LIST | IN_ON(SCREEN_ROLES), "E"));
	assert_null(keymap_find(&k, IN_LIST | IN_ON(SCREEN_PROGRAMS), "E"));
	assert_non_null(keymap_find(&k, IN_LIST | IN_ON(SCREEN_ROLES), "o"));
	assert_null(keymap_find(&k, IN_LIST | IN_ON(SCREEN_PROGRAMS), "o"));
	assert_null(keymap_find(&k, IN_LIST | IN_ON(SCREEN_ROLES), "F9"));
	assert_string_equal(
	    keymap_find(&k, IN_LIST | IN_ON(SCREEN_ROLES), "Space")->command, "mark");
	assert_string_equal(
	    keymap_find(&k, IN_DETAIL | IN_ON(SCREEN_ROLES), "Space")->command, "page-down");
	assert_string_equal(
	    keymap_find(&k, IN_FACETS | IN_ON(SCREEN_PROGRAMS), "Enter")->command, "choose");
	/* One for a screen wins over one for all. */
	assert_string_equal(
	    keymap_find(&k, IN_DETAIL | IN_ON(SCREEN_COMPARE), "x")->command, "compare-drop");
	assert_string_equal(keymap_find(&k, IN_DETAIL | IN_ON(SCREEN_START), "/")->command, "find");
	keymap_free(&k);
}

static void
test_key_of_a_command(void **state)
{
	unsigned where = IN_LIST | IN_ON(SCREEN_ROLES);
	struct keymap k;

	(void)state;
	load(&k, "default");
	assert_string_equal(keymap_key(&k, where, "search")->key, "/");
	assert_string_equal(keymap_key(&k, where, "screen programs")->key, "2");
	assert_null(keymap_key(&k, where, "screen nowhere"));
	assert_null(keymap_key(&k, IN_LIST | IN_ON(SCREEN_DATA), "level"));
	keymap_free(&k);
	load(&k, "emacs");
	assert_string_equal(keymap_key(&k, where, "search")->key, "^S");
	keymap_free(&k);
}

static void
test_presets(void **state)
{
	unsigned where = IN_LIST | IN_ON(SCREEN_ROLES);
	struct keymap k;

	(void)state;
	load(&k, "emacs");
	assert_string_equal(keymap_find(&k, where, "^N")->command, "down");
	assert_string_equal(keymap_find(&k, where, "^G")->command, "cancel");
	assert_string_equal(keymap_find(&k, where, "^F")->command, "right");
	assert_string_equal(keymap_find(&k, where, "/")->command, "search");
	/* The bottom line names the preset's key, not both. */
	assert_true(keymap_hinted(&k, keymap_find(&k, where, "^S"), where));
	assert_false(keymap_hinted(&k, keymap_find(&k, where, "/"), where));
	keymap_free(&k);
	load(&k, "vi");
	assert_string_equal(keymap_find(&k, where, "^E")->command, "down");
	assert_string_equal(keymap_find(&k, where, "^F")->command, "page-down");
	assert_true(keymap_hinted(&k, keymap_find(&k, where, "/"), where));
	keymap_free(&k);
}

/* The file holds what the table names, and says what each is for. */
static void
test_preset_names(void **state)
{
	const char *text = embedded_text(KEYMAP_BUILT_IN);

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; keymap_presets[i] != NULL; i++) {
		struct buf about = BUF_INIT;
		char line[32];

		snprintf(line, sizeof line, "\n  %s:\n", keymap_presets[i]);
		assert_contains(text, line);
		keymap_about(keymap_presets[i], &about);
		assert_true(about.len > 10);
		buf_free(&about);
	}
}

/* --- contexts ---------------------------------------------------------------------------------- */

static void
check_context(const char *text, unsigned where, const char *said)
{
	struct buf b = BUF_INIT;
	unsigned got;

	assert_true(context_parse(text, &got, &b));
	assert_int_equal(got, where);
	context_say(where, &b);
	assert_string_equal(b.data, said);
	buf_free(&b);
}

static void
test_contexts(void **state)
{
	struct buf why = BUF_INIT;
	unsigned where;

	(void)state;
	check_context("list", IN_LIST, "list");
	check_context(" page,list ", IN_LIST | IN_DETAIL, "list, page");
	check_context("list facets page chips", IN_PANES, "panes");
	check_context("everywhere", IN_ALL, "everywhere");
	check_context("panes, popup, choice", IN_ALL, "everywhere");
	check_context("roles", IN_PANES | IN_ON(SCREEN_ROLES), "panes on roles");
	check_context("page on data coverage",
	    IN_DETAIL | IN_ON(SCREEN_DATA) | IN_ON(SCREEN_COVERAGE), "page on data, coverage");
	check_context("tour", IN_TOUR, "tour");
	assert_false(context_parse("", &where, &why));
	assert_false(context_parse("on", &where, &why));
	buf_clear(&why);
	assert_false(context_parse("lst", &where, &why));
	assert_contains(why.data, "no context 'lst'; nearest: list; they are everywhere, panes,");
	buf_free(&why);
}

/* A screen's context has the screen's name. */
static void
test_screen_names(void **state)
{
	struct buf why = BUF_INIT;
	const char *help;

	(void)state;
	for (int s = 0; s < SCREEN_COUNT; s++) {
		char name[32];
		unsigned where;

		snprintf(name, sizeof name, "%s", pane_defs[s].title);
		name[0] = (char)tolower((unsigned char)name[0]);
		assert_true(context_parse(name, &where, &why));
		assert_int_equal(where, IN_PANES | IN_ON(s));
	}
	for (size_t i = 0; context_name(i, &help) != NULL; i++)
		assert_non_null(help);
	buf_free(&why);
}

static void
test_overlap(void **state)
{
	(void)state;
	assert_true(context_overlap(IN_PANES, IN_LIST));
	assert_false(context_overlap(IN_LIST, IN_POPUP));
	assert_true(context_overlap(IN_LIST | IN_ON(SCREEN_DATA), IN_LIST));
	assert_false(context_overlap(IN_LIST | IN_ON(SCREEN_DATA), IN_LIST | IN_ON(SCREEN_ROLES)));
	assert_true(context_overlap(IN_TOUR, IN_TOUR | IN_ON(SCREEN_ROLES)));
	assert_false(context_overlap(IN_TOUR, IN_ALL));
}

#define EACH(test)                                                                                 \
	cmocka_unit_test_prestate(test, "default"), cmocka_unit_test_prestate(test, "vi"),         \
	    cmocka_unit_test_prestate(test, "emacs")

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    EACH(test_rows),
	    EACH(test_check),
	    EACH(test_always_there),
	    EACH(test_fixed),
	    EACH(test_letters_of_a_choice),
	    EACH(test_hints),
	    cmocka_unit_test(test_screens),
	    cmocka_unit_test(test_key_of_a_command),
	    cmocka_unit_test(test_presets),
	    cmocka_unit_test(test_preset_names),
	    cmocka_unit_test(test_contexts),
	    cmocka_unit_test(test_screen_names),
	    cmocka_unit_test(test_overlap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
