/*
 * prompt_text.c - a line at the bottom for something on a page, which follows while one types.
 */
#include "state.h"

#include <stdlib.h>
#include <string.h>

/* The lines of another thing were typed before into the last prompt of this kind. */
static void
lines_for(struct prompt *pr, const char *name)
{
	if (pr->lines_of != NULL && strcmp(pr->lines_of, name) == 0)
		return;
	history_free(&pr->lines);
	memset(&pr->lines, 0, sizeof pr->lines);
	free(pr->lines_of);
	pr->lines_of = mem_dup(name);
}

void
prompt_text_open(struct app *a, const struct prompt_text *of, const char *text)
{
	struct prompt *pr = &a->prompt;
	char *label = mem_dup(of->label);

	free((char *)pr->text.label);
	pr->text = *of;
	pr->text.label = label;
	pr->kind = PROMPT_TEXT;
	pr->typed = pr->wrong = false;
	pr->untouched = of->whole;
	edit_set(&pr->edit, text);
	if (of->history != NULL) {
		lines_for(pr, of->history);
		pr->text.history = pr->lines_of;
		prompt_history(a, PROMPT_TEXT)->at = pr->lines.n;
	}
	undo_hold(a);
}

/* Any other key than a character means what stands there. */
void
prompt_touch(struct app *a, bool typed)
{
	if (a->prompt.untouched && typed)
		edit_set(&a->prompt.edit, "");
	a->prompt.untouched = false;
}

/* What is wrong with the line is said above it, as long as it is. */
bool
prompt_turn_text(struct app *a, enum prompt_turn turn, const char *text)
{
	struct err e = {0};
	bool ok = a->prompt.text.turn(a, turn, text, &e);

	if (!ok)
		app_error(a, "%s", e.text);
	a->prompt.wrong = !ok;
	return ok;
}

/* The prompt stays while its text cannot be taken. */
void
prompt_accept_text(struct app *a)
{
	struct prompt *pr = &a->prompt;
	char *line;

	if ((pr->typed || pr->wrong) && !prompt_turn_text(a, PROMPT_TYPED, pr->edit.text.data))
		return;
	line = mem_dup(pr->edit.text.data);
	pr->typed = false;
	pr->kind = PROMPT_NONE;
	if (pr->text.history != NULL)
		prompt_remember(a, PROMPT_TEXT, line);
	undo_enter(a);
	undo_resume(a);
	prompt_turn_text(a, PROMPT_TAKEN, line);
	undo_leave(a);
	free(line);
}
