#include "../../src/cmd/state.h"
#include "apptest.h"
#include "check.h"

/* What a page would make of the line: the level follows a digit, and what is typed is kept to be looked at. */
static char seen[64];
static int turns[3], keys;

static bool
turn(struct app *a, enum prompt_turn how, const char *text, struct err *e)
{
	turns[how]++;
	if (how == PROMPT_LEFT) {
		a->level = LEVEL_ENTRY;
		return true;
	}
	if (strchr(text, '?') != NULL)
		return err_set(e, ERR_USAGE, "no number: %s", text);
	snprintf(seen, sizeof seen, "%s", text);
	a->level = strchr(text, '2') != NULL ? LEVEL_SENIOR : LEVEL_ENTRY;
	return true;
}

static bool
key(struct app *a, const char *name)
{
	if (strcmp(name, "Up") != 0)
		return false;
	edit_set(&a->prompt.edit, "200");
	prompt_changed(a);
	keys++;
	return true;
}

static void
complete(struct app *a, const char *text, size_t at,
    void (*each)(void *ctx, const char *text, const char *help, size_t from, size_t to), void *ctx)
{
	(void)a, (void)text;
	each(ctx, "thousand", "", 0, at);
	each(ctx, "thousands", "", 0, at);
}

static void
open_line(const char *text)
{
	const struct prompt_text of = {"Price $", "test line", false, turn, key, complete};

	memset(turns, 0, sizeof turns);
	keys = 0;
	seen[0] = '\0';
	prompt_text_open(&app, &of, text);
}

static void
test_typing(void **state)
{
	(void)state;
	open_line("10");
	assert_int_equal(app.prompt.kind, PROMPT_TEXT);
	assert_string_equal(app.prompt.text.label, "Price $");
	app_settle(&app);
	assert_int_equal(turns[PROMPT_TYPED], 0); /* nothing was typed yet */
	app_press(&app, "'2q");
	assert_string_equal(app.prompt.edit.text.data, "102q"); /* q is a letter here */
	assert_string_equal(seen, "102q");
	assert_int_equal(app.level, LEVEL_SENIOR);
	app_press(&app, "Backspace Enter");
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	assert_int_equal(turns[PROMPT_TAKEN], 1);
	assert_string_equal(seen, "102");
	assert_int_equal(app.level, LEVEL_SENIOR);
}

/* What is pasted is typed, and keys in one batch are answered once, before the frame. */
static void
test_paste(void **state)
{
	(void)state;
	open_line("");
	for (const char *c = "42"; *c != '\0'; c++)
		app_paste(&app, (const char[]){*c, '\0'});
	assert_int_equal(turns[PROMPT_TYPED], 0);
	app_settle(&app);
	assert_int_equal(turns[PROMPT_TYPED], 1);
	assert_string_equal(seen, "42");
	app_press(&app, "Esc");
}

static void
test_left(void **state)
{
	static const char *const ways[] = {"Esc", "^C", "^G"};

	(void)state;
	for (size_t i = 0; i < COUNT(ways); i++) {
		open_line("1");
		app_press(&app, "'2");
		assert_int_equal(app.level, LEVEL_SENIOR);
		app_press(&app, ways[i]);
		assert_int_equal(app.prompt.kind, PROMPT_NONE);
		assert_int_equal(turns[PROMPT_LEFT], 1);
		assert_int_equal(turns[PROMPT_TAKEN], 0);
		assert_int_equal(app.level, LEVEL_ENTRY);
		assert_false(app_command(&app, "undo"));
	}
}

/* A value that is there gives way to what is typed, unless another key turns to it first. */
static void
test_whole(void **state)
{
	const struct prompt_text of = {"Price $", NULL, true, turn, key, NULL};

	(void)state;
	prompt_text_open(&app, &of, "100");
	app_press(&app, "'7 '8");
	assert_string_equal(app.prompt.edit.text.data, "78");
	app_press(&app, "Esc");
	prompt_text_open(&app, &of, "100");
	app_press(&app, "Backspace '7");
	assert_string_equal(app.prompt.edit.text.data, "107");
	app_press(&app, "Esc");
	prompt_text_open(&app, &of, "100");
	app_press(&app, "Left '7");
	assert_string_equal(app.prompt.edit.text.data, "1070");
	app_press(&app, "Esc");
	prompt_text_open(&app, &of, "100");
	app_paste(&app, "5");
	app_paste(&app, "6");
	assert_string_equal(app.prompt.edit.text.data, "56");
	app_press(&app, "Esc");
	prompt_text_open(&app, &of, "100");
	app_press(&app, "Enter"); /* as it is */
	assert_string_equal(seen, "100");
}

/* An emptied line stays open: to say nothing is something to say. */
static void
test_empty(void **state)
{
	(void)state;
	open_line("1");
	app_press(&app, "Backspace Backspace Backspace");
	assert_int_equal(app.prompt.kind, PROMPT_TEXT);
	app_press(&app, "Enter");
	assert_int_equal(turns[PROMPT_TAKEN], 1);
	assert_string_equal(seen, "");
}

static void
test_wrong(void **state)
{
	(void)state;
	open_line("1");
	app_press(&app, "'?");
	assert_string_equal(app.message, "no number: 1?");
	assert_true(app.message_is_error);
	assert_true(app.layout.status.h > 0); /* above the line */
	app_press(&app, "Enter");
	assert_int_equal(app.prompt.kind, PROMPT_TEXT);
	assert_string_equal(app.message, "no number: 1?");
	assert_int_equal(turns[PROMPT_TAKEN], 0);
	app_press(&app, "Backspace");
	assert_string_equal(app.message, "");
	app_press(&app, "Enter");
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	assert_int_equal(turns[PROMPT_TAKEN], 1);
}

/* However much was typed: one step. */
static void
test_undo(void **state)
{
	(void)state;
	open_line("");
	app_press(&app, "'1 '2 '3 Enter");
	assert_int_equal(app.level, LEVEL_SENIOR);
	app_press(&app, "u");
	assert_int_equal(app.level, LEVEL_ENTRY);
	assert_false(app_command(&app, "undo"));
	app_press(&app, "^R");
	assert_int_equal(app.level, LEVEL_SENIOR);
}

static void
test_history(void **state)
{
	(void)state;
	open_line("");
	app_press(&app, "'first Enter");
	open_line("");
	app_press(&app, "'second Enter");
	open_line("");
	app_press(&app, "^P");
	assert_string_equal(app.prompt.edit.text.data, "second");
	assert_string_equal(seen, "second");
	app_press(&app, "^P");
	assert_string_equal(app.prompt.edit.text.data, "first");
	app_press(&app, "^N ^N Esc");
	prompt_text_open(
	    &app, &(struct prompt_text){"Other ", "test other", false, turn, NULL, NULL}, "");
	app_press(&app, "^P");
	assert_string_equal(app.prompt.edit.text.data, "");
	app_press(&app, "Esc");
	prompt_text_open(&app, &(struct prompt_text){"None ", NULL, false, turn, NULL, NULL}, "");
	app_press(&app, "^P 'x ^N Up Tab");
	assert_string_equal(app.prompt.edit.text.data, "x");
	app_press(&app, "Enter");
	open_line("");
	app_press(&app, "^P");
	assert_string_equal(app.prompt.edit.text.data, "second");
	app_press(&app, "Esc");
}

static void
test_keys(void **state)
{
	(void)state;
	open_line("1");
	app_press(&app, "Up");
	assert_int_equal(keys, 1);
	assert_string_equal(seen, "200");
	app_press(&app, "Left '5");
	assert_string_equal(seen, "2050");
	app_press(&app, "End ^U 'th Tab");
	assert_string_equal(app.prompt.edit.text.data, "thousand");
	assert_string_equal(app.message, "thousand  thousands");
	app_press(&app, "Esc");
}

/* The label keeps to half of the row, and the line scrolls behind it. */
static void
test_drawn(void **state)
{
	struct appscreen s;
	const struct prompt_text of = {
	    "A label that is rather long for such a row ", NULL, false, turn, NULL, NULL};

	(void)state;
	appscreen_open(&s, 12, 40, true, true);
	prompt_text_open(&s.app, &of, "12345678901234567890123");
	assert_contains(appscreen_draw(&s, false), "A label that is ra");
	assert_contains(appscreen_draw(&s, false), "0123");
	edit_set(&s.app.prompt.edit, "7");
	assert_contains(appscreen_draw(&s, false), "7");
	app_press(&s.app, "Esc");
	appscreen_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_typing),
	    WITH_APP(test_paste),
	    WITH_APP(test_left),
	    WITH_APP(test_whole),
	    WITH_APP(test_empty),
	    WITH_APP(test_wrong),
	    WITH_APP(test_undo),
	    WITH_APP(test_history),
	    WITH_APP(test_keys),
	    cmocka_unit_test(test_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
