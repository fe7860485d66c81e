/*
 * cmd_note.c - notes: written in a pane of the program or in an editor, kept, left as they were.
 */
#include "career/base/text.h"
#include "career/cmd/note.h"

#include "kept_state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

struct note_state *
note_open(const struct app *a)
{
	return a->note != NULL && a->note->shown ? a->note : NULL;
}

bool
note_changed(const struct note_state *n)
{
	return strcmp(n->pad.text.data, n->was) != 0;
}

static void
let_go(struct app *a)
{
	if (a->note == NULL)
		return;
	textpad_free(&a->note->pad);
	free(a->note->was);
	free(a->note);
	a->note = NULL;
}

/* Of a thing, with the text that is kept. */
static void
take(struct app *a, const struct kept_thing *t, bool shown)
{
	char *text = profile_note(a->profile, t->list, t->key);

	let_go(a);
	a->note = mem_zero(1, sizeof *a->note);
	a->note->of = *t;
	a->note->was = text != NULL ? text : mem_dup("");
	a->note->shown = shown;
	textpad_init(&a->note->pad, PROFILE_NOTE_MAX);
	textpad_set(&a->note->pad, a->note->was);
}

/* --- keeping ----------------------------------------------------------------------------------- */

static bool
write_note(struct app *a, const void *what, struct err *e)
{
	return profile_note_set(a->profile, what, e);
}

/* Text without blank lines at its end; one of blanks alone is none. */
static bool
set_note(struct app *a, const struct kept_thing *t, const char *text, struct err *e)
{
	struct buf kept = BUF_INIT;
	struct kept_note n = {.list = t->list, .key = t->key, .title = t->title};
	bool ok;

	buf_adds(&kept, text);
	while (kept.len > 0 && strchr(" \t\r\n", kept.data[kept.len - 1]) != NULL)
		buf_remove(&kept, kept.len - 1, 1);
	n.text = kept.data;
	a->message_is_error = false;
	ok = kept_may(a, e) && kept_write(a, write_note, &n, e);
	if (ok) {
		plan_changed(a);
		if (!a->message_is_error)
			app_say(a, kept.len > 0 ? "note on %s is kept" : "no note on %s", t->title);
	}
	buf_free(&kept);
	return ok;
}

void
note_close(struct app *a)
{
	struct profile_step step;
	struct err e;

	if (a->note != NULL && note_changed(a->note)) {
		profile_step_begin(a->profile);
		set_note(a, &a->note->of, a->note->pad.text.data, &e);
		profile_step_end(a->profile, NULL, "", &step, &e);
	}
	let_go(a);
}

VERB(cmd_note)
{
	struct kept_thing t;

	if (!kept_here(a, &t, e) || !kept_may(a, e))
		return false;
	if (*arg != '\0')
		return set_note(a, &t, arg, e);
	take(a, &t, true);
	popup_close(a);
	return true;
}

/* A note that cannot be kept stays in its pane. */
VERB(cmd_note_keep)
{
	struct note_state *n = a->note;

	(void)arg;
	if (n == NULL)
		return err_set(e, ERR_NOTFOUND, "no note is being written");
	if (note_changed(n) && !set_note(a, &n->of, n->pad.text.data, e)) {
		n->shown = true;
		return false;
	}
	let_go(a);
	return true;
}

VERB(cmd_note_leave)
{
	(void)arg;
	if (a->note == NULL)
		return err_set(e, ERR_NOTFOUND, "no note is being written");
	if (note_changed(a->note))
		app_say(a, "the note on %s is as it was", a->note->of.title);
	let_go(a);
	return true;
}

/* --- another program --------------------------------------------------------------------------- */

VERB(cmd_note_editor)
{
	struct kept_thing t;

	(void)arg;
	if (a->note == NULL) {
		if (!kept_here(a, &t, e) || !kept_may(a, e))
			return false;
		take(a, &t, false);
	}
	a->run |= RUN_EDIT;
	return true;
}

const char *
note_for_editor(const struct app *a)
{
	return a->note != NULL ? a->note->pad.text.data : NULL;
}

void
note_from_editor(struct app *a, const char *text, const char *why)
{
	struct note_state *n = a->note;

	if (n == NULL)
		return;
	if (why == NULL) {
		textpad_set(&n->pad, text);
		app_command(a, "note-keep");
		return;
	}
	app_error(a, "%s", why);
	if (!n->shown)
		let_go(a);
}

/* --- keys of the pane -------------------------------------------------------------------------- */

enum { KEYS_WIDTH = 15 };

const char *const note_hints[] = {
    "^S", "keep", "Esc", "leave", "M-e", "editor", "F1", "keys", NULL};

/* The pane's own, then those that edit. */
const char *
note_help(size_t i, const char **help)
{
	static const char *const own[][2] = {
	    {"^S", "keeps the note"},
	    {"Esc ^C", "leaves it; when it was changed you are asked"},
	    {"M-e", "goes on in the editor that $VISUAL or $EDITOR names"},
	    {"F1", "shows these keys"},
	};
	enum { OWN = sizeof own / sizeof *own };

	if (i >= OWN)
		return textpad_help(i - OWN, help);
	*help = own[i][1];
	return own[i][0];
}

static void
leave(struct app *a)
{
	if (!note_changed(a->note))
		let_go(a);
	else
		prompt_confirm_else(a,
		    "Keep the note? y, Enter: yes; n: leave it as it was; other keys: go on",
		    "note-keep", "note-leave");
}

static bool
keys_page(struct app *a, struct page *page, struct err *e)
{
	const char *keys, *help;

	(void)a, (void)e;
	for (size_t i = 0; (keys = note_help(i, &help)) != NULL; i++)
		page_pair(page, keys, KEYS_WIDTH, STYLE_TEXT, help);
	return true;
}

static void
show_keys(struct app *a)
{
	struct err e = {0};

	if (!popup_open(a, "Keys while a note is written", false, keys_page, &e))
		app_error(a, "%s", e.text);
}

static bool
types(const char *key)
{
	int width;
	size_t len = strlen(key);

	return len == 1 || ((unsigned char)key[0] >= 0x80 && text_cluster(key, len, &width) == len);
}

static void
type(struct app *a, const char *ch)
{
	if (!textpad_insert(&a->note->pad, ch))
		app_error(a, "a note has room for %d bytes", PROFILE_NOTE_MAX);
}

void
note_key(struct app *a, const char *key)
{
	static const struct {
		const char *key;
		void (*run)(struct app *a);
	} own[] = {{"Esc", leave}, {"^C", leave}, {"^G", leave}, {"F1", show_keys}};

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (strcmp(own[i].key, key) == 0) {
			own[i].run(a);
			return;
		}
	if (strcmp(key, "^S") == 0 || strcmp(key, "M-e") == 0)
		app_command(a, key[0] == '^' ? "note-keep" : "note-editor");
	else if (strcmp(key, "^L") == 0)
		app_command(a, "redraw");
	else if (strcmp(key, "Space") == 0)
		type(a, " ");
	else if (types(key) || strcmp(key, "\n") == 0)
		type(a, key);
	else if (!textpad_key(&a->note->pad, key))
		app_say(a, "%s does nothing while a note is written; F1 shows the keys", key);
}
