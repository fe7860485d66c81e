/* keys.c - `career keys`: the keymap as a list, or what is wrong with it. */
#include "career/base/file.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/cmd/commands.h"
#include "career/cmd/config.h"
#include "career/cmd/themes.h"
#include "career/out/out.h"

#include <stdlib.h>
#include <string.h>

/* Files and preset as the program would take them; the paths are owned. */
struct wanted {
	struct keymap_want want;
	struct options settings;
	char *keymap, *themes; /* NULL: none */
};

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

static bool
find_files(const struct cmdline *cmd, struct wanted *w, struct err *e)
{
	memset(w, 0, sizeof *w);
	if (!config_load(&w->settings, e))
		return false;
	if (cmd->nargs > 0) {
		w->keymap = mem_dup(cmd->args[0]);
	} else {
		w->keymap = own_file("keymap.yaml");
		w->themes = own_file("themes.yaml");
	}
	w->want.file = w->keymap;
	w->want.set = w->settings.keys_set;
	w->want.said = cmdline_said(cmd, OPT_PRESET) ? keymap_presets[cmd->preset] : NULL;
	return true;
}

/* --- the list -------------------------------------------------------------------------------- */

static void
put_row(struct out *o, const struct keymap *k, const struct binding *b)
{
	struct buf where = BUF_INIT, help = BUF_INIT;
	char *name = mem_ndup(b->command, strcspn(b->command, " "));
	const struct command *c = command_find(name);
	unsigned region = keymap_region(k, b);

	context_say(region, &where);
	if (c != NULL)
		buf_adds(&help, c->help);
	if (region != 0) {
		const struct cell cells[] = {
		    {.kind = CELL_TEXT, .text = where.data},
		    {.kind = CELL_TEXT, .text = b->key},
		    {.kind = CELL_TEXT, .text = b->command},
		    {.kind = CELL_TEXT, .text = help.data},
		};

		out_row(o, cells);
	}
	buf_free(&where);
	buf_free(&help);
	free(name);
}

static void
list_keys(struct cli *c, const struct keymap *k)
{
	static const struct out_column cols[] = {{"context", "Context", false, 18},
	    {"key", "Key", false, 10}, {"command", "Command", false, 18},
	    {"help", "Help", false, 0}};
	struct out o = cli_table(c, cols, sizeof cols / sizeof *cols, false);

	out_begin(&o);
	for (size_t i = 0; i < k->n; i++)
		if (k->all[i].command != NULL)
			put_row(&o, k, &k->all[i]);
	out_end(&o);
}

/* --- the check ------------------------------------------------------------------------------- */

static void
say_lines(const struct cli *c, const struct buf *lines)
{
	for (const char *at = lines->data; *at != '\0';) {
		size_t len = strcspn(at, "\n");
		char *line = mem_ndup(at, len);

		cli_say(c, line);
		free(line);
		at += len + (at[len] == '\n');
	}
}

/* Adds the mistakes of the person's themes; their file is looked at with the keymap when no other is named. */
static bool
check_themes(const struct wanted *w, struct buf *lines)
{
	struct theme_want want = {.file = w->themes, .lines = lines};
	struct theme t;
	struct err e;

	return w->themes == NULL || theme_load(&t, &want, &e);
}

static void
say_good(struct cli *c, const struct keymap *k, const char *themes)
{
	struct buf *out = &c->out.buf;

	buf_addf(out, "no mistakes: preset %s", k->preset);
	if (k->file != NULL) {
		buf_adds(out, " with ");
		text_safes(out, k->file, c->ascii);
	}
	if (themes != NULL) {
		buf_adds(out, k->file != NULL ? " and " : " with ");
		text_safes(out, themes, c->ascii);
	}
	buf_addc(out, '\n');
}

static bool
check_keys(struct cli *c, const struct wanted *w, struct err *e)
{
	struct keymap_want want = w->want;
	struct buf lines = BUF_INIT;
	struct keymap k;
	bool ok;

	want.lines = &lines;
	ok = keymap_load(&k, &want, e) && keymap_check(&k, &lines) == 0;
	ok = check_themes(w, &lines) && ok;
	say_lines(c, &lines);
	if (ok)
		say_good(c, &k, w->themes);
	else if (lines.len > 0)
		*e = (struct err){.code = ERR_DATA};
	keymap_free(&k);
	buf_free(&lines);
	return ok;
}

bool
verb_keys(struct cli *c, struct err *e)
{
	struct wanted w;
	struct keymap k;
	bool ok = find_files(c->cmd, &w, e);

	if (ok && c->cmd->check) {
		ok = check_keys(c, &w, e);
	} else if (ok) {
		ok = keymap_load(&k, &w.want, e);
		if (ok)
			list_keys(c, &k);
		keymap_free(&k);
	}
	free(w.keymap);
	free(w.themes);
	return ok;
}
