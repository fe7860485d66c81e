#include "career/cmd/commands.h"
#include "check.h"

#include <ctype.h>

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

/* Whoever names an argument says how it may be left out. */
static void
test_arguments(void **state)
{
	(void)state;
	for (size_t i = 0; i < ncommands; i++) {
		const char *arg = commands[i].arg;
		int open = 0;
		bool left_out = false; /* what may be left out stands last */

		for (; arg != NULL && *arg != '\0'; arg++) {
			open += (*arg == '[') - (*arg == ']');
			left_out = left_out || open > 0;
			assert_true(open == 0 || open == 1);
			assert_true(!left_out || open == 1 || *arg == ']' || *arg == ' ');
		}
		assert_int_equal(open, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_arguments),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
