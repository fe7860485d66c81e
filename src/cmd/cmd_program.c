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

/* Nothing that exists is overwritten: a new name is asked for. */
VERB(cmd_write)
{
	struct buf text = BUF_INIT;
	bool force = strncmp(arg, "! ", 2) == 0;
	bool ok;

	if (*arg == '\0') {
		prompt_open(a, PROMPT_COMMAND, "write screen.txt");
		return true;
	}
	if (force)
		arg += 2 + strspn(arg + 2, " ");
	if (a->dump == NULL)
		return err_set(e, ERR_USAGE, "there is no screen to write");
	if (!force && file_exists(arg))
		return err_set(
		    e, ERR_USAGE, "%s exists: choose another name, or `write ! %s`", arg, arg);
	app_settle(a);
	a->dump(a->ui, &text);
	ok = file_write_atomic(arg, text.data, text.len, 0644, e);
	if (ok)
		app_say(a, "the screen is in %s", arg);
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
