#include "career/cmd/commands.h"
#include "career/ui/input.h"
#include "check.h"

#include <ctype.h>
#include <stdio.h>

static const unsigned places[] = {IN_LIST, IN_FACETS, IN_DETAIL, IN_CHIPS, IN_POPUP, IN_CHOICE};
static const unsigned screens[] = {IN_ON(SCREEN_ROLES), IN_ON(SCREEN_PROGRAMS)};

static const struct command *
command_of(const struct binding *b)
{
	char name[64];

	snprintf(name, sizeof name, "%.*s", (int)strcspn(b->command, " "), b->command);
	return command_find(name);
}

static void
test_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < ncommands; i++) {
		const struct command *c = &commands[i];

		assert_true(strlen(c->name) > 0 && strlen(c->name) < 32);
		for (const char *s = c->name; *s != '\0'; s++)
			assert_true(islower((unsigned char)*s) || *s == '-' || *s == '!');
		assert_true(strlen(c->help) > 3);
		assert_true(strstr(c->help, "...") != NULL || c->help[strlen(c->help) - 1] != '.');
		assert_non_null(c->run);
		assert_ptr_equal(command_find(c->name), c); /* no second one of this name */
	}
	assert_null(command_find(""));
	assert_null(command_find("Quit"));
	assert_null(command_find("qui"));
}

static void
test_bindings_name_commands(void **state)
{
	(void)state;
	for (size_t i = 0; i < nbindings; i++) {
		const struct binding *b = &bindings[i];
		const struct command *c = command_of(b);
		bool has = strchr(b->command, ' ') != NULL;

		if (c == NULL) {
			fail_msg("%s runs '%s', which is no command", b->key, b->command);
			return; /* fail_msg does not come back; analyzers do not know */
		}
		if (has ? c->arg == NULL : c->arg != NULL && c->arg[0] != '[')
			fail_msg("%s runs '%s': wrong number of arguments", b->key, b->command);
	}
}

/* Keys are called what the terminal calls them. */
static void
test_bindings_name_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < nbindings; i++) {
		struct buf name = BUF_INIT;
		struct key k;

		if (!key_parse(bindings[i].key, &k))
			fail_msg("no key is called '%s'", bindings[i].key);
		key_name(&k, &name);
		assert_string_equal(name.data, bindings[i].key);
		buf_free(&name);
	}
}

static void
check_context(unsigned where)
{
	for (size_t i = 0; i < nbindings; i++)
		for (size_t k = i + 1; k < nbindings; k++) {
			const struct binding *a = &bindings[i], *b = &bindings[k];

			if (!binding_works(a, where) || !binding_works(b, where))
				continue;
			if (strcmp(a->key, b->key) == 0)
				fail_msg("%s runs both '%s' and '%s' in context %#x", a->key,
				    a->command, b->command, where);
			if (a->hint > 0 && a->hint == b->hint)
				fail_msg("%s and %s have one place among the hints of context %#x",
				    a->key, b->key, where);
		}
}

static void
test_one_meaning_each(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(places); i++)
		for (size_t k = 0; k < COUNT(screens); k++)
			check_context(places[i] | screens[k]);
}

static void
test_hints(void **state)
{
	(void)state;
	for (size_t i = 0; i < nbindings; i++) {
		const struct binding *b = &bindings[i];

		assert_int_equal(b->hint > 0, b->label != NULL);
		if (b->label != NULL)
			assert_true(strlen(b->label) > 0 && strlen(b->label) <= 14);
	}
}

/* Everywhere: how to move, to leave, to stop; in lists and pages also where the help is. */
static void
test_always_there(void **state)
{
	static const char *const everywhere[] = {
	    "Up", "Down", "PgUp", "PgDn", "Home", "End", "Enter", "Esc", "^C", "^L", "^Z"};
	static const char *const panes[] = {"h", "j", "k", "l", "g", "G", "^D", "^U", "^F", "^B",
	    "?", "F1", "/", ":", "Tab", "S-Tab", "q", "Q", "Backspace", "1", "2", "i", "m",
	    "Space"};

	(void)state;
	for (size_t i = 0; i < COUNT(places); i++) {
		for (size_t k = 0; k < COUNT(everywhere); k++)
			if (binding_find(places[i] | IN_ON(SCREEN_ROLES), everywhere[k]) == NULL)
				fail_msg(
				    "%s does nothing in context %#x", everywhere[k], places[i]);
		for (size_t k = 0; (places[i] & IN_PANES) != 0 && k < COUNT(panes); k++)
			if (binding_find(places[i] | IN_ON(SCREEN_PROGRAMS), panes[k]) == NULL)
				fail_msg("%s does nothing in context %#x", panes[k], places[i]);
	}
}

/* Where letters are typed, none of them is a command. */
static void
test_letters_of_a_choice(void **state)
{
	char key[2] = "";

	(void)state;
	for (key[0] = 0x20; key[0] < 0x7f; key[0]++)
		assert_null(binding_find(IN_CHOICE | IN_ON(SCREEN_ROLES), key));
	assert_null(binding_find(IN_CHOICE | IN_ON(SCREEN_ROLES), "Space"));
	assert_null(binding_find(IN_CHOICE | IN_ON(SCREEN_ROLES), "Backspace"));
}

static void
test_screens(void **state)
{
	(void)state;
	assert_non_null(binding_find(IN_LIST | IN_ON(SCREEN_ROLES), "E"));
	assert_null(binding_find(IN_LIST | IN_ON(SCREEN_PROGRAMS), "E"));
	assert_non_null(binding_find(IN_LIST | IN_ON(SCREEN_ROLES), "o"));
	assert_null(binding_find(IN_LIST | IN_ON(SCREEN_PROGRAMS), "o"));
	assert_null(binding_find(IN_LIST | IN_ON(SCREEN_ROLES), "F9"));
	assert_string_equal(binding_find(IN_LIST | IN_ON(SCREEN_ROLES), "Space")->command, "mark");
	assert_string_equal(binding_find(IN_DETAIL | IN_ON(SCREEN_ROLES), "Space")->command, "page-down");
	assert_string_equal(binding_find(IN_FACETS | IN_ON(SCREEN_PROGRAMS), "Enter")->command, "choose");
}

/* What has no key is meant to be run by name. */
static void
test_reachable(void **state)
{
	static const char *const by_name[] = {
	    "go", "select", "filter", "clear", "sort", "section", "role-is", "key", "quit!", "q"};

	(void)state;
	for (size_t i = 0; i < ncommands; i++) {
		bool found = false;

		for (size_t k = 0; k < nbindings && !found; k++)
			found = command_of(&bindings[k]) == &commands[i];
		for (size_t k = 0; k < COUNT(by_name) && !found; k++)
			found = strcmp(by_name[k], commands[i].name) == 0;
		if (!found)
			fail_msg("no key runs '%s'", commands[i].name);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_bindings_name_commands),
	    cmocka_unit_test(test_bindings_name_keys),
	    cmocka_unit_test(test_one_meaning_each),
	    cmocka_unit_test(test_hints),
	    cmocka_unit_test(test_always_there),
	    cmocka_unit_test(test_letters_of_a_choice),
	    cmocka_unit_test(test_screens),
	    cmocka_unit_test(test_reachable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
