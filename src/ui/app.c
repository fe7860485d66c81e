/*
 * app.c - the event loop: keys, script lines and signals in, settled frames out.
 *
 * A frame is drawn when no input waits: keys that come faster than frames are all run, one frame shows
 * the result. The same idle point runs the next line of a script and answers the tests' sync.
 */
#include "career/ui/app.h"

#include "career/base/file.h"
#include "career/base/text.h"
#include "career/cmd/app.h"
#include "career/cmd/commands.h"
#include "career/cmd/config.h"
#include "career/cmd/note.h"
#include "career/cmd/tour.h"
#include "career/ui/editor.h"
#include "career/ui/theme.h"
#include "screen.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { IDLE_MS = 300 }; /* without a key, before what may wait is written */

struct ui {
	struct term term;
	struct draw draw;
	struct input input;
	struct theme theme;
	char *keymap, *themes; /* the person's files, NULL: none */
	struct err theme_wrong;
	struct app app;
	int sync; /* serial to answer at the next idle point, -1: none */
	bool ended;
	struct err failed; /* why it ended, ERR_NONE: because it was asked to */
};

/* Nothing is drawn yet: the state is true for the size that the screen has now. */
static void
measure(struct ui *u)
{
	draw_begin(&u->draw, &u->term);
	app_resize(&u->app, u->draw.rows, u->draw.cols);
	app_settle(&u->app);
}

static void
frame(struct ui *u)
{
	app_offer_reload(&u->app);
	measure(u);
	screen_draw(&u->draw, &u->app);
	draw_flush(&u->draw);
}

static void
dump(void *ctx, struct buf *out)
{
	struct ui *u = ctx;

	frame(u);
	draw_dump(&u->draw, false, out);
}

static bool
clipboard(void *ctx, const char *text, size_t len)
{
	struct ui *u = ctx;

	return term_clipboard(&u->term, text, len);
}

/* The editor has the terminal meanwhile. */
static void
edit_note(struct ui *u)
{
	const char *text = note_for_editor(&u->app);
	struct buf edited = BUF_INIT;
	struct err e;
	bool ok;

	if (text == NULL)
		return;
	ok = editor_run(&u->term, text, PROFILE_NOTE_MAX, &edited, &e);
	note_from_editor(&u->app, edited.data, ok ? NULL : e.text);
	buf_free(&edited);
}

static void
wishes(struct ui *u)
{
	unsigned run = u->app.run;

	if ((run & RUN_RESET) != 0) {
		u->ended = !app_reset(&u->app, &u->failed);
		run |= u->app.run;
	}
	if ((run & RUN_RELOAD) != 0)
		app_reload(&u->app);
	u->app.run = 0;
	if ((run & RUN_QUIT) != 0)
		u->ended = true;
	else if ((run & RUN_EDIT) != 0)
		edit_note(u);
	else if ((run & RUN_SUSPEND) != 0)
		term_suspend(&u->term);
	else if ((run & RUN_REDRAW) != 0)
		term_redraw(&u->term);
}

static void
handle(struct ui *u, const struct key *k)
{
	struct buf b = BUF_INIT;

	switch (k->kind) {
	case KEYK_NONE:
	case KEYK_RESIZE:
		break;
	case KEYK_SYNC:
		u->sync = k->ch;
		break;
	case KEYK_HANGUP:
		u->ended = true;
		break;
	case KEYK_MOUSE:
		mouse_event(&u->app, k);
		break;
	case KEYK_PASTE:
		text_encode(&b, k->line_end ? '\n' : k->ch);
		app_paste(&u->app, b.data);
		break;
	default:
		key_to_name(k, &b);
		app_key(&u->app, b.data);
		break;
	}
	buf_free(&b);
	wishes(u);
}

/* The next line of a script; false: none waits. */
static bool
step(struct ui *u)
{
	bool any = script_step(&u->app);

	wishes(u);
	return any;
}

/* Everything that waits; but lines of a script that may run come first. */
static void
drain(struct ui *u)
{
	while (!u->ended && u->sync < 0 && !script_ready(&u->app)) {
		struct key k = input_next(&u->input, 0);

		if (k.kind == KEYK_NONE)
			break;
		handle(u, &k);
	}
}

/* A name that is wrong is told before anything else. */
static bool
check_tour(const struct options *o, struct err *e)
{
	struct tour t;
	size_t step;

	return o->tour == NULL
	    || (tour_find(o->tour, &t, e)
		&& (o->tour_step == NULL || tour_step(&t, o->tour_step, &step, e)));
}

/* Returns the exit code; a signal is sent again once the terminal is given back. */
static int
loop(struct ui *u)
{
	while (!u->ended && term_signalled() == 0 && !term_hung_up()) {
		struct key k;

		if (script_unseen(&u->app)) {
			measure(u);
			step(u);
			continue;
		}
		frame(u);
		if (step(u))
			continue;
		if (u->sync >= 0) {
			term_sync_reply(&u->term, u->sync);
			u->sync = -1;
		}
		k = input_next(&u->input, app_idle(&u->app, false) ? IDLE_MS : -1);
		if (k.kind == KEYK_NONE) {
			app_idle(&u->app, true);
			continue;
		}
		handle(u, &k);
		drain(u);
	}
	return term_signalled() != 0 ? 130 : 0;
}

static bool
open_script(struct ui *u, const struct options *o, struct err *e)
{
	struct buf text = BUF_INIT;
	struct tour t;
	size_t at = 0;
	bool ok = true;

	if (o->tour != NULL)
		return tour_find(o->tour, &t, e)
		    && (o->tour_step == NULL || tour_step(&t, o->tour_step, &at, e))
		    && tour_start(&u->app, &t, at, e);
	if (o->script != NULL) {
		ok = file_read(o->script, 1 << 20, &text, e) || err_prefix(e, "--script");
		if (ok)
			script_start(&u->app, "", text.data, text.len);
	}
	buf_free(&text);
	return ok;
}

static enum color_mode
color_of(enum option_color c)
{
	return c == OPTION_COLOR_ALWAYS ? COLOR_ALWAYS
	    : c == OPTION_COLOR_NEVER   ? COLOR_NEVER
					: COLOR_AUTO;
}

/* Everything is open: the terminal is taken, used and given back. */
static int
run(struct ui *u, const struct options *o, int *sig, struct err *e)
{
	struct term_opts topts = {color_of(o->color), o->ascii, !o->no_mouse};
	int code;

	u->app.dump = dump;
	u->app.clipboard = clipboard;
	u->app.ui = u;
	if (!term_start(&u->term, &topts, e))
		return (int)e->code;
	u->app.opts.ascii = u->term.ascii;
	theme_init(&u->term, &u->theme);
	input_init(&u->input, &u->term);
	code = loop(u);
	*sig = term_signalled();
	term_stop(&u->term);
	if (u->failed.code != ERR_NONE && u->app.db == NULL) {
		*e = u->failed;
		return (int)e->code;
	}
	return code;
}

/* A file of the person's; NULL: there is none. */
static char *
own_file(const char *name)
{
	char *path = path_config(name);

	if (path != NULL && file_exists(path))
		return path;
	free(path);
	return NULL;
}

/* What stands in the person's files never keeps the program from starting; a theme that the command line
 * names and nobody knows does. */
static bool
own_files(struct ui *u, struct options *o, struct err *e)
{
	struct theme_want want = {
	    .name = o->theme, .title = "themes.yaml", .guess = getenv("COLORFGBG")};

	o->keymap = u->keymap = own_file("keymap.yaml");
	want.file = u->themes = own_file("themes.yaml");
	if (want.name == NULL && o->theme_set[0] != '\0')
		want.name = o->theme_set;
	if (theme_load(&u->theme, &want, &u->theme_wrong))
		return true;
	if (o->theme == NULL || u->theme_wrong.code != ERR_USAGE)
		return true;
	*e = u->theme_wrong;
	return false;
}

/* Behind app_open: the first thing that is wrong is what the bottom line has room for. */
static void
say_theme(struct ui *u)
{
	if (u->theme_wrong.code != ERR_NONE && u->app.message[0] == '\0')
		app_error(&u->app, "the built-in colours: %s", u->theme_wrong.text);
}

int
ui_run(const struct options *said, struct err *e)
{
	struct ui *u = mem_zero(1, sizeof *u);
	struct options o = *said;
	int code, sig = 0;

	u->sync = -1;
	if (config_load(&o, e) && own_files(u, &o, e) && check_tour(&o, e)
	    && app_open(&u->app, &o, e)) {
		say_theme(u);
		code = open_script(u, &o, e) ? run(u, &o, &sig, e) : (int)e->code;
		app_close(&u->app);
	} else {
		code = (int)e->code;
	}
	free(u->keymap);
	free(u->themes);
	free(u);
	if (sig != 0)
		raise(sig);
	return code;
}
