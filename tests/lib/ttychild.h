/*
 * ttychild.h - the process side of tty.h: a program as leader of a session on the terminal, or as a
 * job of a small shell that leads it. The shell does what shells do: gives the job the terminal,
 * takes it back with the modes of before when the job stops, and tells what happened.
 */
#ifndef CAREER_TESTS_TTYCHILD_H
#define CAREER_TESTS_TTYCHILD_H

#include "tty.h"

struct tty_child {
	pid_t process; /* our child: the program, or the shell; 0 once it was waited for */
	pid_t program;
	int events;   /* from the shell; -1 without */
	int commands; /* to the shell; -1 without */
};

struct tty_event {
	pid_t program;
	int status;          /* as waitpid gives it; 0 in the first event: started */
	bool modes_restored; /* when it stopped: the terminal's modes were those of before */
};

bool tty_child_start(struct tty_child *c, int master, const struct tty_opts *o);
/* The shell's next event; false when there is none any more. Waits. */
bool tty_child_event(struct tty_child *c, struct tty_event *event);
void tty_child_continue(struct tty_child *c);
void tty_child_close(struct tty_child *c);

#endif
