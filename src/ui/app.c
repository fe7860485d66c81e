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
#include "career/ui/theme.h"
#include "screen.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ui {
	struct term term;
	struct draw draw;
	struct input input;
	struct app app;
	struct buf script;
	size_t script_at;
	bool in_script;
	int sync; /* serial to answer at the next idle point, -1: none */
	bool ended;
};

static void
frame(struct ui *u)
{
	draw_begin(&u->draw, &u->term);
	app_resize(&u->app, u->draw.rows, u->draw.cols);
	app_settle(&u->app);
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

static void
wishes(struct ui *u)
{
	unsigned run = u->app.run;

	u->app.run = 0;
	if ((run & RUN_QUIT) != 0)
		u->ended = true;
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
		text_encode(&b, k->ch);
		app_paste(&u->app, b.data);
		break;
	default:
		input_name(k, &b);
		app_key(&u->app, b.data);
		break;
	}
	buf_free(&b);
	wishes(u);
}

/* One line of the script; false at its end. */
static bool
script_step(struct ui *u)
{
	char *line = u->script.data + u->script_at;
	size_t len;
	char saved;

	if (!u->in_script || u->script_at >= u->script.len) {
		u->in_script = false;
		return false;
	}
	len = strcspn(line, "\n");
	saved = line[len];
	line[len] = '\0';
	if (len > 0 && line[len - 1] == '\r')
		line[len - 1] = '\0';
	app_command(&u->app, line);
	line[len] = saved;
	u->script_at += len + 1;
	wishes(u);
	return true;
}

/* Everything that waits; true when something came. */
static bool
drain(struct ui *u)
{
	bool any = false;

	while (!u->ended && u->sync < 0) {
		struct key k = input_next(&u->input, 0);

		if (k.kind == KEYK_NONE)
			break;
		handle(u, &k);
		any = true;
	}
	return any;
}

/* Returns the exit code; a signal is sent again once the terminal is given back. */
static int
loop(struct ui *u)
{
	while (!u->ended && term_signalled() == 0 && !term_hung_up()) {
		struct key k;

		frame(u);
		if (script_step(u))
			continue;
		if (u->sync >= 0) {
			term_sync_reply(&u->term, u->sync);
			u->sync = -1;
		}
		k = input_next(&u->input, -1);
		handle(u, &k);
		drain(u);
	}
	return term_signalled() != 0 ? 130 : 0;
}

static bool
open_script(struct ui *u, const char *path, struct err *e)
{
	if (path == NULL)
		return true;
	if (!file_read(path, 1 << 20, &u->script, e))
		return err_prefix(e, "--script");
	u->in_script = true;
	return true;
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
	theme_init(&u->term);
	input_init(&u->input, &u->term);
	code = loop(u);
	*sig = term_signalled();
	term_stop(&u->term);
	return code;
}

int
ui_run(const struct options *said, struct err *e)
{
	struct ui *u = mem_zero(1, sizeof *u);
	struct options o = *said;
	int code, sig = 0;

	u->sync = -1;
	buf_init(&u->script);
	if (config_load(&o, e) && open_script(u, o.script, e) && app_open(&u->app, &o, e)) {
		code = run(u, &o, &sig, e);
		app_close(&u->app);
	} else {
		code = (int)e->code;
	}
	buf_free(&u->script);
	free(u);
	if (sig != 0)
		raise(sig);
	return code;
}
