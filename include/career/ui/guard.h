/*
 * guard.h - signals, and the terminal given back on every way out.
 *
 * Knows nothing of ncurses. guard_start keeps the terminal's modes and a string that resets it;
 * both are written by the handlers of all signals that end the program and when memory runs out, as
 * long as the terminal is owned and this is its foreground job. The write never blocks. What
 * handlers read and write is the one mutable static state of the program; one terminal at a time.
 *
 * SIGTERM, SIGINT and SIGHUP ask for an orderly end; when that has not come within a second, or at
 * the second SIGTERM, the terminal is restored and the signal takes its default action. Signals
 * that the parent ignores (nohup) stay ignored.
 */
#ifndef CAREER_UI_GUARD_H
#define CAREER_UI_GUARD_H

#include "career/base/err.h"

#include <stdbool.h>
#include <stddef.h>

enum { GUARD_RESTORE = 512 }; /* longest reset string, bytes */

/* The terminal is owned from here on. */
bool guard_start(int fd, const char *restore, size_t len, struct err *e);
/* Handlers and actions as before guard_start; writes nothing. */
void guard_stop(void);
/* Not owned (another program has the terminal): nothing is restored, ^Z stops this process too,
 * and SIGINT and SIGQUIT from the keyboard are the other program's. */
void guard_own(bool own);
/* The modes that the terminal had, at once. */
void guard_reset_modes(void);
/* Stops the job as ^Z does, when not owned; returns when it goes on, or at once when nobody could
 * continue it. */
void guard_stop_job(void);

/* What came since the last call. */
bool guard_take_resized(void);   /* SIGWINCH, or guard_stop_job came back */
bool guard_take_continued(void); /* SIGCONT after a stop that was not ours */
bool guard_take_stop(void);      /* SIGTSTP sent by kill: guard_stop_job is due */

bool guard_gone(void); /* SIGHUP, or guard_set_gone */
void guard_set_gone(void);
int guard_signalled(void); /* the first SIGTERM or SIGINT, else 0 */

int guard_wake_fd(void); /* readable when a signal came; -1 before guard_start: poll() skips it */
void guard_wake_drain(void);

#endif
