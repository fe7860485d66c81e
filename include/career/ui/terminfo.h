/*
 * terminfo.h - what is asked of the terminal's description before the terminal is touched.
 */
#ifndef CAREER_UI_TERMINFO_H
#define CAREER_UI_TERMINFO_H

#include "career/base/buf.h"
#include "career/base/err.h"

#include <stdbool.h>

/* A terminal like xterm understands the private modes for mouse and paste, and OSC 52. Others
 * may show them as text. */
struct terminfo {
	bool xterm_like;
	struct buf restore; /* sgr0, op, cnorm, rmkx, rmcup, line start; owned */
};

/* ERR_USAGE, in one line with what to do, when TERM is unset, unknown, or cannot place the cursor.
 * terminfo_free only after success. */
bool terminfo_look_up(struct terminfo *ti, int fd, struct err *e);
void terminfo_free(struct terminfo *ti);

#endif
