/* Sources switched off on the real program: what other screens show of it, and that nothing is kept. */
#include "apptty.h"

static void
test_roles_change(void **state)
{
	struct tty *t = apptty_start(NULL);

	(void)state;
	assert_contains(apptty_selected(t), "$120K-160K");
	tty_keys(t, "7");
	assert_contains(apptty_selected(t), "editorial");
	tty_keys(t, "O");
	assert_contains(apptty_selected(t), "OFF ");
	assert_contains(tty_row(t, 0), " !18 off");
	tty_keys(t, "1");
	assert_contains(apptty_selected(t), "$115K-180K");
	assert_contains(tty_row(t, 0), " !18 off");
	tty_keys(t, "7 O 1");
	assert_contains(apptty_selected(t), "$120K-160K");
	assert_false(tty_has(t, "8 off"));
	tty_keys(t, "u");
	assert_contains(tty_row(t, 0), " !18 off");
	apptty_command(t, "sources all on");
	assert_false(tty_has(t, "8 off"));
	apptty_quit(t);
}

/* From another start everything counts again. */
static void
test_not_kept(void **state)
{
	struct tty *t = apptty_start(NULL);

	(void)state;
	apptty_command(t, "sources all off");
	assert_contains(tty_row(t, 0), " !22 off");
	apptty_quit(t);
	t = apptty_start(NULL);
	assert_false(tty_has(t, "8 off"));
	assert_contains(apptty_selected(t), "$120K-160K");
	apptty_quit(t);
}

static void
test_coverage(void **state)
{
	struct tty *t = apptty_start(NULL);

	(void)state;
	tty_keys(t, "7 M");
	assert_on_screen(t, "[Coverage]");
	apptty_on_selection(t);
	assert_contains(apptty_selected(t), "Machine Learning Engineer");
	tty_keys(t, "Right Down Enter");
	assert_on_screen(t, "Who states pay, mid level");
	tty_keys(t, "q V");
	assert_on_screen(t, "pay, mid level");
	apptty_on_selection(t);
	tty_resize(t, 12, 40);
	assert_on_screen(t, "[Coverage]");
	apptty_on_selection(t);
	tty_keys(t, "q");
	assert_on_screen(t, "[7 Data]");
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_roles_change),
	    cmocka_unit_test(test_not_kept),
	    cmocka_unit_test(test_coverage),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
