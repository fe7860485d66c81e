/* Themes: what is built in can be read, what a person's file may say, and what is refused. */
#include "career/base/file.h"
#include "career/cmd/themes.h"
#include "career/ui/draw.h"
#include "career/ui/theme.h"
#include "check.h"
#include "screen.h"
#include "temp.h"

#include <curses.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define BOMBS "../shared/hostile/generated-bombs"

static bool
load(struct theme *t, const char *name, const char *text, struct err *e)
{
	struct theme_want want = {.name = name, .file = "t.yaml"};

	err_clear(e);
	return theme_load_bytes(t, &want, text, strlen(text), e);
}

static struct theme
built_in(const char *name)
{
	struct theme_want want = {.name = name};
	struct theme t;
	struct err e = {0};

	assert_ok(theme_load(&t, &want, &e));
	return t;
}

/* --- what can be read --------------------------------------------------------------------------- */

static double
linear(int c)
{
	double s = c / 255.0;

	return s <= 0.03928 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4);
}

/* Relative luminance and contrast as in WCAG 2.1. */
static double
luminance(const int *rgb)
{
	return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

static double
contrast(const int *a, const int *b)
{
	double x = luminance(a) + 0.05, y = luminance(b) + 0.05;

	return x > y ? x / y : y / x;
}

/* Exactly the colours that stand out from white, from black, or from both are allowed there: 3 to 1
 * with xterm's colours. */
static void
test_contrast(void **state)
{
	static const int white[] = {255, 255, 255}, black[] = {0, 0, 0};
	static const int xterm[THEME_COLORS][3] = {
	    [THEME_BLACK] = {0, 0, 0},
	    [THEME_RED] = {205, 0, 0},
	    [THEME_GREEN] = {0, 205, 0},
	    [THEME_YELLOW] = {205, 205, 0},
	    [THEME_BLUE] = {0, 0, 238},
	    [THEME_MAGENTA] = {205, 0, 205},
	    [THEME_CYAN] = {0, 205, 205},
	    [THEME_WHITE] = {229, 229, 229},
	};

	(void)state;
	for (int c = THEME_BLACK; c < THEME_COLORS; c++) {
		bool light = contrast(xterm[c], white) >= 3, dark = contrast(xterm[c], black) >= 3;

		assert_int_equal(theme_readable(THEME_LIGHT, (enum theme_color)c), light);
		assert_int_equal(theme_readable(THEME_DARK, (enum theme_color)c), dark);
		assert_int_equal(theme_readable(THEME_ANY, (enum theme_color)c), light && dark);
		assert_true(theme_readable(THEME_CUSTOM, (enum theme_color)c));
	}
	for (int on = 0; on < THEME_BACKGROUNDS; on++)
		assert_true(theme_readable((enum theme_background)on, THEME_OWN));
}

static void
test_built_in(void **state)
{
	static const enum theme_background on[] = {THEME_ANY, THEME_DARK, THEME_LIGHT, THEME_ANY};

	(void)state;
	for (size_t i = 0; theme_names[i] != NULL; i++) {
		struct theme t = built_in(theme_names[i]);

		for (size_t st = 0; st < STYLE_KINDS; st++)
			assert_true(theme_readable(on[i], t.row[st].color));
		assert_true((t.row[STYLE_HEADING].mono & LOOK_BOLD) != 0);
		assert_true((t.row[STYLE_LINK].mono & LOOK_UNDERLINE) != 0);
	}
	assert_int_equal(built_in("auto").row[STYLE_WARN].color, THEME_RED);
	assert_int_equal(built_in("light").row[STYLE_HEADING].color, THEME_BLUE);
	assert_int_equal(built_in("dark").row[STYLE_HEADING].color, THEME_CYAN);
	for (size_t st = 0; st < STYLE_KINDS; st++)
		assert_int_equal(built_in("plain").row[st].color, THEME_OWN);
}

struct listed {
	char names[256];
	bool said; /* each says what it is for */
};

static void
take_name(void *ctx, const char *name, const char *about)
{
	struct listed *l = ctx;
	size_t len = strlen(l->names);

	snprintf(l->names + len, sizeof l->names - len, "%s ", name);
	l->said = l->said && strlen(about) > 5;
}

static void
test_names(void **state)
{
	struct listed l = {"", true};
	const char *help;

	(void)state;
	theme_each(NULL, take_name, &l);
	assert_string_equal(l.names, "auto dark light plain ");
	assert_true(l.said);
	for (size_t i = 0; i < STYLE_KINDS; i++) {
		assert_non_null(theme_role_name(i, &help));
		assert_true(strlen(help) > 3);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(theme_role_name(i, NULL), theme_role_name(k, NULL));
	}
	assert_null(theme_role_name(STYLE_KINDS, NULL));
	assert_string_equal(theme_color_name(THEME_OWN), "own");
	assert_null(theme_color_name(THEME_COLORS));
	assert_null(theme_background_name(THEME_BACKGROUNDS, NULL));
}

/* COLORFGBG of rxvt, Konsole and others: foreground and background by number. */
static void
test_guess(void **state)
{
	static const struct {
		const char *says, *theme;
	} guesses[] = {
	    {"15;0", "dark"},
	    {"0;15", "light"},
	    {"7;0", "dark"},
	    {"0;7", "light"},
	    {"12;8", "dark"},
	    {"15;default;0", "dark"},
	    {"0;default;15", "light"},
	    {"default;default", "auto"},
	    {"", "auto"},
	    {"15", "auto"},
	    {"15;", "auto"},
	    {"15;99", "auto"},
	    {"15;-1", "auto"},
	    {"15;0x", "auto"},
	    {NULL, "auto"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(guesses); i++) {
		struct theme_want want = {.guess = guesses[i].says};
		struct theme t, should = built_in(guesses[i].theme);
		struct err e = {0};

		assert_ok(theme_load(&t, &want, &e));
		assert_memory_equal(&t, &should, sizeof t);
		want.name = "plain"; /* who names one gets that one */
		should = built_in("plain");
		assert_ok(theme_load(&t, &want, &e));
		assert_memory_equal(&t, &should, sizeof t);
	}
}

/* --- on the screen ------------------------------------------------------------------------------ */

/* Whatever the theme: the row under the cursor is in reverse without a colour, and without colours no
 * role has one. */
static void
test_attributes(void **state)
{
	(void)state;
	for (int mono = 0; mono < 2; mono++) {
		struct canvas s;

		screen_open(&s, 10, 40, false, mono);
		for (size_t i = 0; theme_names[i] != NULL; i++) {
			screen_theme(&s, theme_names[i]);
			for (int st = 0; st < STYLE_KINDS; st++) {
				unsigned long is = theme_attr(&s.term, (enum style)st, 0);
				unsigned long on =
				    theme_attr(&s.term, (enum style)st, DRAW_SELECTED);

				assert_true((on & A_REVERSE) != 0);
				assert_int_equal(on & A_COLOR, 0);
				assert_true(!mono || (is & A_COLOR) == 0);
				assert_int_equal(is & A_DIM, 0);
			}
		}
		screen_close(&s);
	}
}

static void
test_pairs(void **state)
{
	struct canvas s;
	short fg, bg;

	(void)state;
	screen_open(&s, 10, 40, false, false);
	screen_theme(&s, "light");
	assert_int_equal(pair_content(STYLE_HEADING + 1, &fg, &bg), OK);
	assert_int_equal(fg, COLOR_BLUE);
	assert_int_equal(bg, -1);
	screen_theme(&s, "dark");
	pair_content(STYLE_HEADING + 1, &fg, &bg);
	assert_int_equal(fg, COLOR_CYAN);
	screen_close(&s);
}

/* --- a person's file ---------------------------------------------------------------------------- */

#define BLUES                                                                                      \
	"themes:\n  blues:\n    about: mine\n    background: light\n    like: light\n    roles:\n" \
	"      warn: {color: blue, look: bold underline, mono: underline}\n"

static void
test_own(void **state)
{
	struct theme t, light = built_in("light");
	struct err e;

	(void)state;
	assert_ok(load(&t, "blues", BLUES, &e));
	assert_int_equal(t.row[STYLE_WARN].color, THEME_BLUE);
	assert_int_equal(t.row[STYLE_WARN].look, LOOK_BOLD | LOOK_UNDERLINE);
	assert_int_equal(t.row[STYLE_WARN].mono, LOOK_UNDERLINE);
	assert_memory_equal(&t.row[STYLE_NEAR], &light.row[STYLE_NEAR], sizeof t.row[0]);
	/* a built-in one is there beside them */
	assert_ok(load(&t, "light", BLUES, &e));
	assert_memory_equal(&t, &light, sizeof t);
	assert_ok(load(&t, "second", BLUES "  second: {background: light, like: blues}\n", &e));
	assert_int_equal(t.row[STYLE_WARN].color, THEME_BLUE);
	/* colours of one's own terminal */
	assert_ok(load(&t, "odd",
	    "themes: {odd: {background: custom, like: auto, roles: {note: {color: yellow, look: plain, "
	    "mono: plain}}}}\n",
	    &e));
	assert_int_equal(t.row[STYLE_NOTE].color, THEME_YELLOW);
}

#define ONE(role) "themes:\n  a:\n    background: any\n    like: auto\n    roles:\n      " role "\n"

static const struct {
	const char *text, *place, *why;
} refused[] = {
    {ONE("wrn: {mono: bold}"), "t.yaml:6:7: ", "no role 'wrn'; nearest: warn; they are text,"},
    {ONE("selection: {mono: bold}"), "t.yaml:6:7: ", "no role 'selection'"},
    {ONE("warn: {color: magnta, mono: bold}"),
	"t.yaml:6:21: ", "no colour 'magnta'; nearest: magenta;"},
    {ONE("warn: {color: [red], mono: bold}"), "t.yaml:6:21: ", "no colour ''; they are own,"},
    {ONE("warn: {color: red, look: bald, mono: bold}"),
	"t.yaml:6:32: ", "no look 'bald'; nearest: bold; they are plain, bold, underline"},
    {ONE("warn: {color: red, look: bold}"), "t.yaml:6:13: ", "mono is how it looks"},
    {ONE("warn: red"), "t.yaml:6:13: ", "{color: COLOUR, look: LOOK, mono: LOOK} was expected"},
    {ONE("warn: {colour: red, mono: bold}"),
	"t.yaml:6:14: ", "no part of a role 'colour'; nearest: color"},
    /* the mark of what nothing else tells */
    {ONE("link: {color: red, look: plain, mono: underline}"),
	"t.yaml:6:13: ", "link cannot be plain"},
    {ONE("link: {color: red, look: bold, mono: plain}"), "t.yaml:6:13: ", "link cannot be plain"},
    {ONE("tab-on: {color: red, look: plain, mono: bold}"),
	"t.yaml:6:15: ", "tab-on cannot be plain"},
    {ONE("heading: {mono: plain}"), "t.yaml:6:16: ", "heading cannot be plain"},
    /* what cannot be read */
    {ONE("warn: {color: yellow, mono: bold}"),
	"t.yaml:2:3: ", "a: warn in yellow cannot be read on a background that is any"},
    {"themes:\n  a:\n    background: light\n    like: dark\n",
	"t.yaml:2:3: ", "in cyan cannot be read on a background that is light"},
    {"themes:\n  a:\n    background: drk\n    like: dark\n",
	"t.yaml:3:17: ", "no background 'drk'; nearest: dark; they are any, dark, light, custom"},
    {"themes:\n  a:\n    like: dark\n", "t.yaml:2:3: ", "background: any, dark, light or custom"},
    {"themes:\n  a:\n    background: dark\n    like: drk\n",
	"t.yaml:4:11: ", "no theme 'drk'; nearest: dark; they are auto, dark, light, plain"},
    {"themes:\n  a:\n    background: dark\n    like: a\n", "t.yaml:4:11: ", "no theme 'a'"},
    {"themes:\n  a:\n    background: dark\n",
	"t.yaml:2:3: ", "role text is missing: give all of them, or `like: auto`"},
    {"themes:\n  a:\n    backgrund: dark\n",
	"t.yaml:3:5: ", "no part of a theme 'backgrund'; nearest: background"},
    {"themes:\n  a: dark\n", "t.yaml:2:6: ", "`background:` and `roles:` were expected"},
    {"themes:\n  a:\n    background: dark\n    like: dark\n    roles: no\n",
	"t.yaml:5:12: ", "roles were expected"},
    {"themes:\n  dark:\n    background: dark\n    like: auto\n",
	"t.yaml:2:3: ", "dark is there already; choose another name"},
    {"themes:\n  My Theme:\n    background: dark\n    like: auto\n",
	"t.yaml:2:3: ", "'My Theme' is no name of a theme"},
    {"themes:\n  a234567890123456789012345678901234567890:\n    like: auto\n",
	"t.yaml:2:3: ", "is no name of a theme"},
    {"theme:\n  a: x\n", "t.yaml:1:1: ", "`themes:` with the themes below it was expected"},
    {"- a\n", "t.yaml:1:1: ", "`themes:` with"},
    {"themes: {}\nkeys: {}\n", "t.yaml:2:1: ", "no setting 'keys'; they are themes"},
    {"themes: {\n", "t.yaml:2:1: ", ""},
};

/* A file with a mistake is left out whole; what is built in is there. */
static void
test_mistakes(void **state)
{
	struct theme light = built_in("light"), autos = built_in("auto"), t;

	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct err e;

		if (load(&t, "light", refused[i].text, &e))
			fail_msg("accepted: %s", refused[i].text);
		assert_int_equal(e.code, ERR_DATA);
		assert_contains(e.text, refused[i].place);
		assert_contains(e.text, refused[i].why);
		assert_memory_equal(&t, &light, sizeof t);
		assert_false(load(&t, "a", refused[i].text, &e));
		assert_contains(e.text, refused[i].place);
		assert_memory_equal(&t, &autos, sizeof t);
	}
}

static void
test_nothing(void **state)
{
	static const char *const texts[] = {"", "# none\n", "null\n", "themes: {}\n"};
	struct theme t, autos = built_in("auto");

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct err e;

		assert_ok(load(&t, NULL, texts[i], &e));
		assert_memory_equal(&t, &autos, sizeof t);
	}
}

static void
test_unknown(void **state)
{
	struct theme t, autos = built_in("auto");
	struct err e;

	(void)state;
	assert_false(load(&t, "blus", BLUES, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_string_equal(
	    e.text, "no theme 'blus'; nearest: blues; they are auto, dark, light, plain, blues");
	assert_memory_equal(&t, &autos, sizeof t);
}

static void
test_all_mistakes(void **state)
{
	struct buf lines = BUF_INIT;
	struct theme_want want = {.file = "t.yaml", .lines = &lines};
	static const char text[] = ONE("warn: {color: rd, mono: bald}") "  b: {like: c}\n";
	struct theme t;
	struct err e;

	(void)state;
	assert_false(theme_load_bytes(&t, &want, text, strlen(text), &e));
	assert_contains(lines.data, "t.yaml:6:21: ");
	assert_contains(lines.data, "\nt.yaml:6:31: ");
	assert_contains(lines.data, "\nt.yaml:7:3: ");
	buf_free(&lines);
}

static void
test_files(void **state)
{
	char *dir = temp_dir();
	const char *path = temp_path(dir, "themes.yaml");
	struct theme_want want = {.name = "blues", .file = path};
	struct listed l = {"", true};
	struct theme t;
	struct err e;

	(void)state;
	assert_false(theme_load(&t, &want, &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, "themes.yaml");
	temp_write(path, BLUES, strlen(BLUES));
	assert_ok(theme_load(&t, &want, &e));
	assert_int_equal(t.row[STYLE_WARN].color, THEME_BLUE);
	theme_each(path, take_name, &l);
	assert_string_equal(l.names, "auto dark light plain blues ");
	temp_remove(dir);
}

static void
test_hostile(void **state)
{
	struct theme autos = built_in("auto");
	char **names;
	size_t n;
	struct err e;

	(void)state;
	if (!file_exists(BOMBS))
		skip();
	assert_ok(file_list(BOMBS, NULL, &names, &n, &e));
	for (size_t i = 0; i < n; i++) {
		char *path = path_join(BOMBS, names[i]);
		struct theme_want want = {.file = path};
		clock_t start = clock();
		struct theme t;

		if (!theme_load(&t, &want, &e))
			assert_true(strlen(e.text) > strlen(path) + 5);
		if ((double)(clock() - start) / CLOCKS_PER_SEC > 0.5)
			fail_msg("%s took too long", path);
		assert_memory_equal(&t, &autos, sizeof t);
		free(path);
	}
	file_list_free(names, n);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_contrast),
	    cmocka_unit_test(test_built_in),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_guess),
	    cmocka_unit_test(test_attributes),
	    cmocka_unit_test(test_pairs),
	    cmocka_unit_test(test_own),
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_nothing),
	    cmocka_unit_test(test_unknown),
	    cmocka_unit_test(test_all_mistakes),
	    cmocka_unit_test(test_files),
	    cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
