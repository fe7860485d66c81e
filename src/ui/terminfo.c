#include "career/ui/terminfo.h"

#include <curses.h>

#include <stdlib.h>
#include <string.h>

#include <term.h>

static const char *
capability(const char *name)
{
	const char *s = tigetstr(name);

	return s == (const char *)-1 ? NULL : s;
}

/* A terminfo string without its padding "$<5*>". */
static void
add_capability(struct buf *out, const char *name)
{
	const char *s = capability(name), *end;

	for (; s && *s; s++) {
		if (s[0] == '$' && s[1] == '<' && (end = strchr(s, '>')) != NULL)
			s = end;
		else
			buf_addc(out, *s);
	}
}

static void
build_restore(struct buf *out)
{
	static const char *const names[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		add_capability(out, names[i]);
	buf_adds(out, capability("rmcup") ? "\r" : "\r\n");
}

bool
terminfo_look_up(struct terminfo *ti, int fd, struct err *e)
{
	const char *name = getenv("TERM");
	int status = 0;

	if (name == NULL || *name == '\0')
		return err_set(e, ERR_USAGE, "TERM is not set: try `TERM=xterm career`");
	if (setupterm(name, fd, &status) != OK)
		return err_set(e, ERR_USAGE,
		    "the terminal type TERM=%s is not known here: try `TERM=xterm career`", name);
	if (!capability("cup") || !capability("clear")) {
		del_curterm(cur_term);
		return err_set(e, ERR_USAGE,
		    "a terminal of type TERM=%s cannot place text: try `TERM=xterm career`, or a "
		    "verb that prints (`career --help`)",
		    name);
	}
	ti->xterm_like = capability("kmous") != NULL;
	buf_init(&ti->restore);
	build_restore(&ti->restore);
	del_curterm(cur_term);
	return true;
}

void
terminfo_free(struct terminfo *ti)
{
	buf_free(&ti->restore);
}
