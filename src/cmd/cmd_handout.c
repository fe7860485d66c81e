/* cmd_handout.c - a page to take home, written to a file. */
#include "career/page/handout.h"

#include "career/base/file.h"
#include "state.h"
#include "verbs.h"

#include <string.h>

static bool
make(struct app *a, bool full, enum handout_format f, struct buf *out, struct err *e)
{
	char date[HANDOUT_DATE];
	const struct handout_ask ask = {.full = full, .format = f, .date = date};
	struct doc d;
	bool ok;

	handout_today(date);
	a->reader.role = a->role;
	ok = handout_make(&d, &a->reader, a->profile, &ask, e);
	if (ok)
		handout_write(&d, f, out);
	doc_free(&d);
	return ok;
}

/* "! FILE" writes over what is there; else that is asked for. */
static bool
handout(struct app *a, const char *arg, const char *command, bool full, struct err *e)
{
	bool force = strncmp(arg, "! ", 2) == 0;
	struct buf text = BUF_INIT;
	enum handout_format f;
	bool ok;

	if (*arg == '\0') {
		buf_addf(&text, "%s plan%s.html", command, full ? "-full" : "");
		prompt_open(a, PROMPT_COMMAND, text.data);
		buf_free(&text);
		return true;
	}
	if (force)
		arg += 2 + strspn(arg + 2, " ");
	if (!handout_format_of(arg, &f, e))
		return false;
	if (!force && file_exists(arg)) {
		struct buf question = BUF_INIT;

		buf_addf(&question, "%s is there already: write over it?", arg);
		buf_addf(&text, "%s ! %s", command, arg);
		prompt_confirm(a, question.data, text.data);
		buf_free(&question);
		buf_free(&text);
		return true;
	}
	ok = make(a, full, f, &text, e) && file_write_atomic(arg, text.data, text.len, 0600, e);
	if (ok)
		app_say(a, "the handout is in %s", arg);
	buf_free(&text);
	return ok;
}

VERB(cmd_handout)
{
	return handout(a, arg, "handout", false, e);
}

VERB(cmd_handout_full)
{
	return handout(a, arg, "handout-full", true, e);
}
