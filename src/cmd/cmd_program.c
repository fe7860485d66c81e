/*
 * cmd_program.c - the program itself: quit, suspend, write, copy.
 */
#include "career/base/file.h"
#include "career/page/pages.h"
#include "state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

VERB(cmd_command_line)
{
	(void)e;
	prompt_open(a, PROMPT_COMMAND, arg);
	return true;
}

VERB(cmd_undo)
{
	(void)arg;
	return undo_back(a, e);
}

VERB(cmd_redo)
{
	(void)arg;
	return undo_forth(a, e);
}

VERB(cmd_quit)
{
	(void)arg, (void)e;
	a->run |= RUN_QUIT;
	return true;
}

VERB(cmd_quit_now)
{
	return cmd_quit(a, arg, e);
}

VERB(cmd_redraw)
{
	(void)arg, (void)e;
	a->run |= RUN_REDRAW;
	return true;
}

VERB(cmd_suspend)
{
	(void)arg, (void)e;
	a->run |= RUN_SUSPEND;
	return true;
}

/* A comparison is written as a table, whole; any other screen as what is seen of it. */
static bool
writes_comparison(const struct app *a)
{
	return a->screen == SCREEN_COMPARE && a->compare.n > 1 && !a->popup.open;
}

/* Also the page of a payback is, whole. */
static bool
writes_payback(const struct app *a)
{
	return a->screen == SCREEN_PAYBACK && !a->popup.open;
}

static bool
written(struct app *a, const char *path, struct buf *out, struct err *e)
{
	if (writes_comparison(a))
		return compare_written(a, path, out, e);
	if (writes_payback(a))
		return payback_written(a, out, e);
	if (a->dump == NULL)
		return err_set(e, ERR_USAGE, "there is no screen to write");
	app_settle(a);
	a->dump(a->ui, out);
	return true;
}

/* Nothing that exists is overwritten: a new name is asked for. */
VERB(cmd_write)
{
	struct buf text = BUF_INIT;
	bool force = strncmp(arg, "! ", 2) == 0;
	bool ok;

	if (*arg == '\0') {
		prompt_open(a, PROMPT_COMMAND,
		    writes_comparison(a)    ? "write compare.md"
			: writes_payback(a) ? "write payback.txt"
					    : "write screen.txt");
		return true;
	}
	if (force)
		arg += 2 + strspn(arg + 2, " ");
	if (!force && file_exists(arg))
		return err_set(
		    e, ERR_USAGE, "%s exists: choose another name, or `write ! %s`", arg, arg);
	ok = written(a, arg, &text, e) && file_write_atomic(arg, text.data, text.len, 0644, e);
	if (ok)
		app_say(a, "%s is in %s",
		    writes_comparison(a)    ? "the comparison"
			: writes_payback(a) ? "the page"
					    : "the screen",
		    arg);
	buf_free(&text);
	return ok;
}

VERB(cmd_copy)
{
	struct pane *p = app_pane(a);
	struct buf text = BUF_INIT;
	bool ok;

	(void)arg;
	if (p->focus == FOCUS_DETAIL && p->detail.cursor < p->detail.page.nlines) {
		const struct line *l = &p->detail.page.lines[p->detail.cursor];

		for (size_t i = 0; i < l->nspans; i++)
			buf_adds(&text, l->spans[i].text);
	} else if (p->selected != UINT32_MAX) {
		view_key(&p->view, p->selected, &text);
	}
	ok = text.len > 0 && a->clipboard != NULL && a->clipboard(a->ui, text.data, text.len);
	a->copied = a->copied || ok;
	if (ok)
		app_say(a, "sent to the terminal's clipboard: %s", text.data);
	else
		err_set(e, ERR_NOTFOUND, "nothing could be sent to the terminal's clipboard");
	buf_free(&text);
	return ok;
}

VERB(cmd_key)
{
	(void)e;
	app_key(a, arg);
	return true;
}
