/*
 * cmd_reset.c - one person goes, the next one comes.
 *
 * Everything is closed and opened again, so that nothing can be left behind. What stands in a profile file is
 * read again as it is. The command only asks for it: it is done when no command runs any more.
 */
#include "career/store/catalog.h"
#include "state.h"
#include "verbs.h"

#include <stdlib.h>

VERB(cmd_reset)
{
	(void)arg, (void)e;
	prompt_confirm(a,
	    a->opts.guest ? "Forget all this person did? y: yes; other keys: no"
			  : "Clear filters, undo, popups? y: yes; your file stays as it is",
	    "reset!");
	return true;
}

VERB(cmd_reset_now)
{
	(void)arg, (void)e;
	a->run |= RUN_RESET;
	return true;
}

VERB(cmd_profile_restore)
{
	char *path = a->opts.guest ? NULL : profile_find(a->opts.profile), *copy, *aside = NULL;
	bool ok;

	(void)arg;
	copy = path != NULL ? profile_mendable(path) : NULL;
	if (copy == NULL) {
		free(path);
		return err_set(e, ERR_NOTFOUND, "your file can be read, or has no whole copy");
	}
	ok = profile_restore(path, copy, &aside, e);
	if (ok)
		a->run |= RUN_RESET;
	free(aside);
	free(copy);
	free(path);
	return ok;
}

/* What is not the person's: the terminal, and the lines of a script behind the one that asked. */
struct stays {
	struct options opts;
	void (*dump)(void *ctx, struct buf *out);
	bool (*clipboard)(void *ctx, const char *text, size_t len);
	void *ui;
	struct script script;
	int year_now, rows, cols;
	bool copied;
};

static void
put_aside(struct app *a, struct stays *s)
{
	*s = (struct stays){a->opts, a->dump, a->clipboard, a->ui,
	    {.text = BUF_INIT, .compared = BUF_INIT}, a->year_now, a->rows, a->cols, a->copied};
	if (a->script.name[0] != '\0' || a->script.paused)
		return;
	s->script = a->script;
	buf_init(&a->script.text);
	buf_init(&a->script.compared);
	a->script.running = false;
}

static void
bring_back(struct app *a, const struct stays *s)
{
	a->dump = s->dump;
	a->clipboard = s->clipboard;
	a->ui = s->ui;
	a->year_now = s->year_now;
	a->script = s->script;
	a->run = RUN_REDRAW;
	app_resize(a, s->rows, s->cols);
}

static void
say_what(struct app *a, bool copied)
{
	const char *clipboard =
	    copied ? "; what was sent to the terminal's clipboard stays there" : "";

	if (a->message_is_error) /* of the opening */
		return;
	if (a->opts.guest)
		app_say(a, "forgotten: marks, role, filters, undo, prompts%s", clipboard);
	else
		app_say(a, "cleared, but for your file: what is in it is kept%s", clipboard);
}

bool
app_reset(struct app *a, struct err *e)
{
	struct stays s;
	struct db *probe = catalog_open(a->catalog_path, e); /* it may be gone meanwhile */

	a->run &= ~(unsigned)RUN_RESET;
	if (probe == NULL) {
		app_error(a, "nothing was reset: %s", e->text);
		return true;
	}
	db_close(probe);
	put_aside(a, &s);
	app_close(a);
	if (!app_open(a, &s.opts, e)) {
		buf_free(&s.script.text);
		buf_free(&s.script.compared);
		return false;
	}
	bring_back(a, &s);
	say_what(a, s.copied);
	return true;
}
