/*
 * term.h - the terminal: taken over, given back whatever happens (ui/guard).
 *
 * term_start uses newterm (never initscr) on stdin and stdout and sets ICANON, ECHO, IEXTEN and
 * IXON off, nonl, VINTR and VSUSP off (^C and ^Z are bytes; the ^Z command calls term_suspend),
 * VQUIT kept, mouse when wanted, bracketed paste on. Keys are read by ui/input, not by ncurses:
 * ncurses only draws. The locale must be set (setlocale) before. One terminal at a time.
 */
#ifndef CAREER_UI_TERM_H
#define CAREER_UI_TERM_H

#include "career/base/err.h"
#include "career/cmd/themes.h"

#include <stdbool.h>
#include <stdio.h>

enum color_mode { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct term_opts {
	enum color_mode color; /* NO_COLOR (not empty) is looked at in AUTO */
	bool ascii;            /* asked for, or no UTF-8 locale */
	bool mouse;
};

struct term {
	struct term_opts opts;
	struct theme theme; /* set by theme_init; plain before */
	bool colors;        /* 8 ANSI colours are used */
	bool ascii;
	bool offscreen;  /* in-process tests: newterm on /dev/null, no signals, no termios */
	bool xterm_like; /* mouse, paste and clipboard sequences are understood */
	void *screen;    /* SCREEN * */
	FILE *null;      /* offscreen: the file drawn to; else NULL */
};

/* One line and ERR_USAGE when stdin or stdout is not a terminal or TERM is unknown or dumb. */
bool term_start(struct term *t, const struct term_opts *opts, struct err *e);
/* For tests: a screen of rows x cols on /dev/null. */
bool term_start_offscreen(
    struct term *t, const struct term_opts *opts, int rows, int cols, struct err *e);
/* Gives the terminal back and the signals their former actions: raise(sig), with sig from
 * term_signalled before, then ends the program as the sender expects. Does nothing when not
 * started. */
void term_stop(struct term *t);
void term_suspend(struct term *t); /* ^Z: restore, stop the process group's job, take over again */
/* Gives the terminal back for a while (an editor) and takes it again; the next frame is drawn
 * anew. */
void term_release(struct term *t);
void term_retake(struct term *t);
void term_redraw(struct term *t); /* ^L: the next frame repaints every cell */

/* Set by signals, read by the loop through input_next. After SIGWINCH or SIGCONT the new size is
 * set and all must be drawn. */
bool term_take_resized(struct term *t);
bool term_hung_up(void);  /* SIGHUP, or the terminal is gone */
int term_signalled(void); /* SIGTERM or SIGINT sent by kill: end in an orderly way; 0 = none */

/* Text to the terminal's clipboard (OSC 52, base64, at most 100 KB encoded). False: too long, or
 * the terminal knows no such thing. */
bool term_clipboard(struct term *t, const char *text, size_t len);

/* The in-band sync of the tests: after a frame is flushed and no input waits, answers KEYK_SYNC
 * with "OSC 7777 ; serial ST" when CAREER_TEST_SYNC is set. */
void term_sync_reply(struct term *t, int serial);

#endif
