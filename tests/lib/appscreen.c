#include "appscreen.h"

#include "career/base/text.h"
#include "career/build/build.h"
#include "career/ui/draw.h"
#include "check.h"
#include "../../src/ui/screen.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>

static char *catalog_dir;
static char catalog_path[512];
static const char *other_catalog;

static void
remove_catalog(void)
{
	temp_remove(catalog_dir);
	catalog_dir = NULL;
}

const char *
appscreen_catalog(void)
{
	static const char *const packs[] = {
	    "data/packs/ml", "data/packs/pay-us", "data/packs/programs"};
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e = {0};

	if (catalog_dir != NULL)
		return catalog_path;
	catalog_dir = temp_dir();
	atexit(remove_catalog);
	snprintf(catalog_path, sizeof catalog_path, "%s/catalog.db", catalog_dir);
	if (!build_catalog(
		catalog_path, packs, COUNT(packs), "data/glossary.yaml", &lines, &counts, &e))
		fail_msg("%s\n%.2000s", e.text, lines.data);
	buf_free(&lines);
	return catalog_path;
}

void
appscreen_use(const char *path)
{
	other_catalog = path;
}

void
appscreen_state(struct app *a, const char *profile)
{
	struct options o = {.catalog = other_catalog != NULL ? other_catalog : appscreen_catalog(),
	    .profile = profile,
	    .guest = profile == NULL,
	    .screen = SCREEN_ROLES};
	struct err e = {0};

	assert_ok(app_open(a, &o, &e));
	a->year_now = APPSCREEN_YEAR;
	app_settle(a);
}

void
appscreen_open(struct appscreen *s, int rows, int cols, bool ascii, bool mono)
{
	screen_open(&s->screen, rows, cols, ascii, mono);
	appscreen_state(&s->app, NULL);
	s->app.opts.ascii = ascii;
	appscreen_draw(s, false);
}

void
appscreen_size(struct appscreen *s, int rows, int cols)
{
	screen_resize(&s->screen, rows, cols);
}

const char *
appscreen_draw(struct appscreen *s, bool attrs)
{
	draw_begin(&s->screen.draw, &s->screen.term);
	app_resize(&s->app, s->screen.draw.rows, s->screen.draw.cols);
	app_settle(&s->app);
	screen_draw(&s->screen.draw, &s->app);
	draw_flush(&s->screen.draw);
	return screen_text(&s->screen, attrs);
}

void
appscreen_close(struct appscreen *s)
{
	app_close(&s->app);
	screen_close(&s->screen);
}

/* What the loop does between two keys: a new start when it is asked for, and the lines of a script. */
static void
idle(struct app *a)
{
	struct err e = {0};

	do {
		if ((a->run & RUN_RESET) != 0)
			assert_ok(app_reset(a, &e));
		if ((a->run & RUN_RELOAD) != 0)
			app_reload(a);
		app_settle(a);
	} while (script_step(a));
	app_settle(a);
}

static void
press_one(struct app *a, const char *key)
{
	app_key(a, key);
	idle(a);
}

/* Letters as the terminal's keys come: one character each, a blank as "Space". */
static void
type(struct app *a, const char *text)
{
	size_t len = strlen(text);
	int32_t cp;

	for (size_t at = 0, n; at < len; at += n) {
		char ch[8] = "";

		n = text_decode(text + at, len - at, &cp);
		memcpy(ch, text + at, n);
		press_one(a, ch[0] == '~' ? "Space" : ch);
	}
}

/* May fail: the message is a part of what is to be seen. */
static void
run_word(struct app *a, char *word)
{
	for (char *s = word; *s != '\0'; s++)
		if (*s == '~')
			*s = ' ';
	app_command(a, word);
	idle(a);
}

void
app_press(struct app *a, const char *keys)
{
	while (*keys != '\0') {
		char word[256];
		size_t n = strcspn(keys, " ");

		assert_true(n < sizeof word);
		memcpy(word, keys, n);
		word[n] = '\0';
		if (word[0] == '\'')
			type(a, word + 1);
		else if (word[0] == ':' && word[1] != '\0')
			run_word(a, word + 1);
		else if (n > 0)
			press_one(a, word);
		keys += n + (keys[n] == ' ');
	}
}

void
app_run(struct app *a, const char *command)
{
	if (!app_command(a, command))
		fail_msg("%s: %s", command, a->message);
	idle(a);
}
