/*
 * prompt.c - the line at the bottom: live filter, command line, a question.
 *
 * An open prompt eats every key. The filter is applied before each frame; Enter keeps it, Esc brings back
 * what was there.
 */
#include "career/base/text.h"
#include "state.h"

#include <stdlib.h>
#include <string.h>

void
prompt_open(struct app *a, enum prompt_kind kind, const char *text)
{
	struct prompt *pr = &a->prompt;

	pr->kind = kind;
	pr->typed = false;
	edit_set(&pr->edit, text);
	pr->filters.at = pr->filters.n;
	pr->commands.at = pr->commands.n;
	if (kind == PROMPT_FILTER) {
		free(pr->saved);
		pr->saved = mem_dup(app_pane(a)->query.data);
		pr->saved_row = pr->held = app_pane(a)->selected;
	}
}

void
prompt_confirm(struct app *a, const char *question, const char *command)
{
	a->prompt.kind = PROMPT_CONFIRM;
	a->prompt.question = question;
	a->prompt.command = command;
}

void
prompt_changed(struct app *a)
{
	a->prompt.typed = a->prompt.kind == PROMPT_FILTER;
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
	a->prompt.typed = false;
	a->prompt.kind = PROMPT_NONE;
}

static void
accept(struct app *a)
{
	struct prompt *pr = &a->prompt;
	enum prompt_kind kind = pr->kind;
	char *line = mem_dup(pr->edit.text.data);

	prompt_settle(a);
	pr->kind = PROMPT_NONE;
	if (kind == PROMPT_FILTER) {
		history_add(&pr->filters, line);
		pane_set_query(a, app_pane(a), line, false);
		app_pane(a)->focus = FOCUS_LIST;
	} else {
		history_add(&pr->commands, line);
		app_command(a, line);
	}
	free(line);
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
		if (strcmp(moves[i].key, key) == 0 && a->prompt.kind == PROMPT_FILTER) {
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
complete_command(struct app *a, struct completion *c)
{
	const char *typed = a->prompt.edit.text.data;
	size_t len = a->prompt.edit.cursor;

	for (size_t i = 0; i < ncommands; i++)
		if (strncmp(commands[i].name, typed, len) == 0)
			take_completion(c, commands[i].name, NULL, 0, len);
}

/* Tab: what all candidates share is filled in; several are named in the message line. */
static void
complete(struct app *a)
{
	struct edit *ed = &a->prompt.edit;
	struct completion c = {.first = BUF_INIT, .all = BUF_INIT};

	if (a->prompt.kind == PROMPT_FILTER)
		query_complete(app_pane(a)->def->list, &app_pane(a)->frame, ed->text.data,
		    ed->cursor, take_completion, &c);
	else
		complete_command(a, &c);
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
answer(struct app *a, const char *key)
{
	a->prompt.kind = PROMPT_NONE;
	if (strcmp(key, "y") == 0 || strcmp(key, "Y") == 0 || strcmp(key, "Enter") == 0
	    || strcmp(key, "q") == 0)
		app_command(a, a->prompt.command);
}

static bool
is_one_character(const char *key)
{
	int width;
	size_t len = strlen(key);

	return len == 1 || ((unsigned char)key[0] >= 0x80 && text_cluster(key, len, &width) == len);
}

void
prompt_key(struct app *a, const char *key)
{
	struct prompt *pr = &a->prompt;
	struct history *h = pr->kind == PROMPT_FILTER ? &pr->filters : &pr->commands;

	if (pr->kind == PROMPT_CONFIRM)
		answer(a, key);
	else if (strcmp(key, "Esc") == 0 || strcmp(key, "^C") == 0 || strcmp(key, "^G") == 0)
		prompt_cancel(a);
	else if (strcmp(key, "Enter") == 0)
		accept(a);
	else if (strcmp(key, "Tab") == 0)
		complete(a);
	else if (strcmp(key, "Backspace") == 0 && pr->edit.text.len == 0)
		prompt_cancel(a);
	else if (strcmp(key, "^P") == 0 || strcmp(key, "^N") == 0
	    || (pr->kind == PROMPT_COMMAND
		&& (strcmp(key, "Up") == 0 || strcmp(key, "Down") == 0))) {
		if (history_step(h, &pr->edit, strcmp(key, "^P") == 0 || strcmp(key, "Up") == 0))
			prompt_changed(a);
	} else if (!moves_list(a, key)) {
		if (strcmp(key, "Space") == 0)
			edit_insert(&pr->edit, " ");
		else if (is_one_character(key))
			edit_insert(&pr->edit, key);
		else
			edit_key(&pr->edit, key);
		prompt_changed(a);
	}
}
