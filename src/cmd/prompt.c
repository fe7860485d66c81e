/*
 * prompt.c - the line at the bottom: live filter, command line, a question, a line for something on the page.
 *
 * An open prompt eats every key. What is typed into a filter or for a page is applied before each frame; Enter
 * keeps it, Esc brings back what was there. Above the command line stand the commands that fit: palette.c.
 */
#include "career/base/text.h"
#include "state.h"

#include <stdlib.h>
#include <string.h>

/* The lines typed before into such a prompt, and what the profile calls them. */
static struct history *
history_of(struct app *a, enum prompt_kind kind, struct buf *name)
{
	if (kind == PROMPT_TEXT) {
		buf_adds(name, a->prompt.lines_of);
		return &a->prompt.lines;
	}
	buf_adds(name, kind == PROMPT_COMMAND ? "command" : "filter ");
	if (kind == PROMPT_COMMAND)
		return &a->prompt.commands;
	buf_adds(name, app_pane(a)->def->list->name);
	return &a->prompt.filters[a->screen];
}

static void
take_line(void *ctx, const char *line)
{
	history_add(ctx, line);
}

struct history *
prompt_history(struct app *a, enum prompt_kind kind)
{
	struct buf name = BUF_INIT;
	struct history *h = history_of(a, kind, &name);
	struct err e;

	if (!h->read)
		profile_history(a->profile, name.data, take_line, h, &e);
	h->read = true;
	buf_free(&name);
	return h;
}

/* A profile that takes no more is told of when something is lost that matters more. */
void
prompt_remember(struct app *a, enum prompt_kind kind, const char *line)
{
	struct buf name = BUF_INIT;
	struct err e;

	history_add(history_of(a, kind, &name), line);
	if (*line != '\0')
		profile_history_add(a->profile, name.data, line, &e);
	buf_free(&name);
}

void
prompt_open(struct app *a, enum prompt_kind kind, const char *text)
{
	struct prompt *pr = &a->prompt;
	struct history *h = prompt_history(a, kind);

	pr->kind = kind;
	pr->typed = false;
	edit_set(&pr->edit, text);
	h->at = h->n;
	if (kind == PROMPT_COMMAND)
		palette_open(a);
	if (kind == PROMPT_FILTER) {
		undo_hold(a);
		free(pr->saved);
		pr->saved = mem_dup(app_pane(a)->query.data);
		pr->saved_row = pr->held = app_pane(a)->selected;
	}
}

void
prompt_free(struct app *a)
{
	struct prompt *pr = &a->prompt;

	edit_free(&pr->edit);
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		history_free(&pr->filters[i]);
	history_free(&pr->commands);
	history_free(&pr->lines);
	free((char *)pr->text.label);
	free(pr->lines_of);
	free(pr->saved);
	free(pr->question);
	free(pr->command);
	free(pr->other);
}

void
prompt_confirm_else(struct app *a, const char *question, const char *command, const char *other)
{
	struct prompt *pr = &a->prompt;

	pr->kind = PROMPT_CONFIRM;
	free(pr->question);
	free(pr->command);
	free(pr->other);
	pr->question = mem_dup(question);
	pr->command = mem_dup(command);
	pr->other = mem_dup(other);
}

void
prompt_confirm(struct app *a, const char *question, const char *command)
{
	prompt_confirm_else(a, question, command, NULL);
}

void
prompt_changed(struct app *a)
{
	a->prompt.typed = a->prompt.kind == PROMPT_FILTER || a->prompt.kind == PROMPT_TEXT;
	if (a->prompt.kind == PROMPT_COMMAND)
		palette_changed(a);
}

/* While one types, the row that was chosen comes back as soon as it matches again; else the best stands first. */
void
prompt_settle(struct app *a)
{
	struct pane *p = app_pane(a);
	uint32_t pos;

	if (!a->prompt.typed)
		return;
	a->prompt.typed = false;
	if (a->prompt.kind == PROMPT_TEXT) {
		prompt_turn_text(a, PROMPT_TYPED, a->prompt.edit.text.data);
		return;
	}
	pane_set_query(a, p, a->prompt.edit.text.data, true);
	pos = view_find(&p->view, a->prompt.held);
	pane_select(p, pos != UINT32_MAX ? pos : 0);
}

static void
restore_filter(struct app *a)
{
	struct pane *p = app_pane(a);
	uint32_t pos;

	pane_set_query(a, p, a->prompt.saved, false);
	pos = view_find(&p->view, a->prompt.saved_row);
	if (pos != UINT32_MAX)
		pane_select(p, pos);
}

void
prompt_cancel(struct app *a)
{
	if (a->prompt.kind == PROMPT_FILTER)
		restore_filter(a);
	else if (a->prompt.kind == PROMPT_TEXT)
		prompt_turn_text(a, PROMPT_LEFT, "");
	undo_let_go(a);
	a->prompt.typed = false;
	a->prompt.kind = PROMPT_NONE;
}

static void
accept_filter(struct app *a)
{
	char *line = mem_dup(a->prompt.edit.text.data);

	prompt_settle(a);
	a->prompt.kind = PROMPT_NONE;
	prompt_remember(a, PROMPT_FILTER, line);
	undo_enter(a);
	undo_resume(a);
	pane_set_query(a, app_pane(a), line, false);
	app_pane(a)->focus = FOCUS_LIST;
	undo_leave(a);
	free(line);
}

/* What ends the program is not remembered: it would always stand first. */
static void
run_line(struct app *a, const char *line)
{
	const struct command *c = command_in(line);
	bool ok;

	a->prompt.kind = PROMPT_NONE;
	if (a->popup.open && c != NULL && !palette_above(a, c))
		popup_close(a);
	ok = app_command(a, line);
	if ((a->run & RUN_QUIT) != 0)
		return;
	prompt_remember(a, PROMPT_COMMAND, line);
	if (ok && c != NULL)
		palette_used(a, c);
}

static void
accept_command(struct app *a)
{
	struct buf line = BUF_INIT;

	if (palette_enter(a, &line)) {
		run_line(a, line.data);
	} else {
		edit_set(&a->prompt.edit, line.data);
		palette_changed(a);
	}
	buf_free(&line);
}

/* The list moves below an open filter. */
static bool
moves_list(struct app *a, const char *key)
{
	static const struct {
		const char *key;
		int by;
		bool pages;
	} moves[] = {{"Up", -1, false}, {"Down", 1, false}, {"PgUp", -1, true}, {"PgDn", 1, true}};

	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (strcmp(moves[i].key, key) == 0) {
			prompt_settle(a);
			app_pane(a)->focus = FOCUS_LIST;
			move_cursor(a, moves[i].by, moves[i].pages);
			a->prompt.held = app_pane(a)->selected;
			return true;
		}
	return false;
}

struct completion {
	size_t n, from, to, common;
	struct buf first, all;
};

static void
take_completion(void *ctx, const char *text, const char *help, size_t from, size_t to)
{
	struct completion *c = ctx;

	(void)help;
	if (c->n++ == 0) {
		buf_adds(&c->first, text);
		c->common = c->first.len;
		c->from = from;
		c->to = to;
	}
	for (size_t i = 0; i < c->common; i++)
		if (text[i] != c->first.data[i])
			c->common = i;
	if (c->n <= 12)
		buf_addf(&c->all, "%s%s", c->n > 1 ? "  " : "", text);
}

static void
find_completions(struct app *a, struct completion *c)
{
	const struct edit *ed = &a->prompt.edit;

	if (a->prompt.kind == PROMPT_FILTER)
		query_complete(app_pane(a)->def->list, &app_pane(a)->frame, ed->text.data,
		    ed->cursor, take_completion, c);
	else if (a->prompt.text.complete != NULL)
		a->prompt.text.complete(a, ed->text.data, ed->cursor, take_completion, c);
}

/* What all candidates share is filled in; several are named in the message line. */
static void
complete_line(struct app *a)
{
	struct edit *ed = &a->prompt.edit;
	struct completion c = {.first = BUF_INIT, .all = BUF_INIT};

	find_completions(a, &c);
	while (c.common > 0 && !text_valid(c.first.data, c.common))
		c.common--;
	if (c.n > 0 && c.common >= c.to - c.from) {
		buf_remove(&ed->text, c.from, c.to - c.from);
		buf_insert(&ed->text, c.from, c.first.data, c.common);
		ed->cursor = c.from + c.common;
		prompt_changed(a);
	}
	if (c.n > 1)
		app_say(a, "%s%s", c.all.data, c.n > 12 ? "  ..." : "");
	else if (c.n == 0)
		app_say(a, "nothing completes this");
	buf_free(&c.first);
	buf_free(&c.all);
}

static void
complete_command(struct app *a)
{
	if (!palette_complete(a))
		app_say(a, "nothing completes this");
}

static void
answer(struct app *a, const char *key)
{
	char *line = mem_dup(a->prompt.command), *other = mem_dup(a->prompt.other);

	a->prompt.kind = PROMPT_NONE;
	if (strcmp(key, "y") == 0 || strcmp(key, "Y") == 0 || strcmp(key, "Enter") == 0
	    || (strcmp(key, "q") == 0 && other == NULL))
		app_command(a, line);
	else if (other != NULL && (strcmp(key, "n") == 0 || strcmp(key, "N") == 0))
		app_command(a, other);
	free(line);
	free(other);
}

static bool
is_one_character(const char *key)
{
	int width;
	size_t len = strlen(key);

	return len == 1 || ((unsigned char)key[0] >= 0x80 && text_cluster(key, len, &width) == len);
}

static void
accept(struct app *a)
{
	switch (a->prompt.kind) {
	case PROMPT_FILTER:
		accept_filter(a);
		break;
	case PROMPT_COMMAND:
		accept_command(a);
		break;
	case PROMPT_TEXT:
		prompt_accept_text(a);
		break;
	case PROMPT_NONE:
	case PROMPT_CONFIRM:
		break;
	}
}

/* Keys that act on what stands above the line: the list, the commands, the page. */
static bool
acts_above(struct app *a, const char *key)
{
	const struct prompt *pr = &a->prompt;

	if (pr->kind == PROMPT_FILTER)
		return moves_list(a, key);
	if (pr->kind == PROMPT_COMMAND)
		return palette_key(a, key);
	return pr->text.key != NULL && pr->text.key(a, key);
}

static bool
has_history(const struct prompt *pr)
{
	return pr->kind != PROMPT_TEXT || pr->text.history != NULL;
}

static void
step_history(struct app *a, bool back)
{
	if (has_history(&a->prompt)
	    && history_step(prompt_history(a, a->prompt.kind), &a->prompt.edit, back))
		prompt_changed(a);
}

void
prompt_key(struct app *a, const char *key)
{
	struct prompt *pr = &a->prompt;

	prompt_touch(a, is_one_character(key));
	if (pr->kind == PROMPT_CONFIRM)
		answer(a, key);
	else if (strcmp(key, "Esc") == 0 || strcmp(key, "^C") == 0 || strcmp(key, "^G") == 0)
		prompt_cancel(a);
	else if (strcmp(key, "Enter") == 0)
		accept(a);
	else if (strcmp(key, "Tab") == 0)
		pr->kind == PROMPT_COMMAND ? complete_command(a) : complete_line(a);
	else if (strcmp(key, "Backspace") == 0 && pr->edit.text.len == 0 && pr->kind != PROMPT_TEXT)
		prompt_cancel(a);
	else if (strcmp(key, "^P") == 0 || strcmp(key, "^N") == 0)
		step_history(a, strcmp(key, "^P") == 0);
	else if (!acts_above(a, key)) {
		if (strcmp(key, "Space") == 0)
			edit_insert(&pr->edit, " ");
		else if (is_one_character(key))
			edit_insert(&pr->edit, key);
		else
			edit_key(&pr->edit, key);
		prompt_changed(a);
	}
}
