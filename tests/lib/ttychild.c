/* Nothing here may use cmocka's asserts behind a fork: they would jump out of the child. */
#include "ttychild.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { NO_PROGRAM = 127 };

static void
set_environment(const char *const *env)
{
	char *copy, *eq;

	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("CAREER_TEST_SYNC", "1", 1);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	unsetenv("NO_COLOR");
	unsetenv("COLORFGBG");
	for (; env && *env; env++) {
		copy = strdup(*env);
		eq = strchr(copy, '=');
		if (eq) {
			*eq = '\0';
			setenv(copy, eq + 1, 1);
		} else {
			unsetenv(copy);
		}
		free(copy);
	}
}

static void
run_program(const struct tty_opts *o)
{
	struct rlimit none = {0, 0};
	sigset_t all;

	alarm(0);
	setrlimit(RLIMIT_CORE, &none);
	sigemptyset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	set_environment(o->env);
	execvp(o->argv[0], (char *const *)(uintptr_t)o->argv);
	_exit(NO_PROGRAM);
}

static void
take_terminal(const char *slave)
{
	int fd, i;

	setsid();
	fd = open(slave, O_RDWR);
	if (fd < 0 || ioctl(fd, TIOCSCTTY, 0) != 0)
		_exit(NO_PROGRAM);
	for (i = 0; i < 3; i++)
		dup2(fd, i);
	if (fd > 2)
		close(fd);
}

static pid_t
start_job(const struct tty_opts *o)
{
	pid_t pid = fork();

	if (pid != 0)
		return pid;
	/* SIGTTOU is ignored until the terminal is ours. */
	setpgid(0, 0);
	tcsetpgrp(STDIN_FILENO, getpid());
	signal(SIGTTOU, SIG_DFL);
	run_program(o);
	return 0;
}

static bool
same_modes(const struct termios *a, const struct termios *b)
{
	return a->c_lflag == b->c_lflag && a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag
	    && memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

static void
send_event(int fd, const struct tty_event *event)
{
	if (write(fd, event, sizeof *event) != (ssize_t)sizeof *event)
		_exit(NO_PROGRAM);
}

static void
run_shell(const struct tty_opts *o, int events, int commands)
{
	struct tty_event event;
	struct termios before, now;
	char command;

	memset(&event, 0, sizeof event);
	signal(SIGTTOU, SIG_IGN);
	tcgetattr(STDIN_FILENO, &before);
	event.program = start_job(o);
	send_event(events, &event);
	for (;;) {
		if (waitpid(event.program, &event.status, WUNTRACED) < 0) {
			if (errno == EINTR)
				continue;
			_exit(NO_PROGRAM);
		}
		tcsetpgrp(STDIN_FILENO, getpgrp());
		tcgetattr(STDIN_FILENO, &now);
		event.modes_restored = same_modes(&before, &now);
		if (WIFSTOPPED(event.status))
			tcsetattr(STDIN_FILENO, TCSANOW, &before);
		send_event(events, &event);
		if (!WIFSTOPPED(event.status))
			_exit(0);
		if (read(commands, &command, 1) != 1)
			_exit(NO_PROGRAM);
		tcsetpgrp(STDIN_FILENO, event.program);
		kill(-event.program, SIGCONT);
	}
}

static bool
make_pipe(int *fds)
{
	if (pipe(fds) != 0)
		return false;
	fcntl(fds[0], F_SETFD, FD_CLOEXEC);
	fcntl(fds[1], F_SETFD, FD_CLOEXEC);
	return true;
}

bool
tty_child_start(struct tty_child *c, int master, const struct tty_opts *o)
{
	int events[2] = {-1, -1}, commands[2] = {-1, -1};
	const char *slave = ptsname(master);
	struct tty_event event = {0};

	if (slave == NULL || (o->job && (!make_pipe(events) || !make_pipe(commands))))
		return false;
	c->process = fork();
	if (c->process < 0)
		return false;
	if (c->process == 0) {
		close(master); /* else a shell would keep its own terminal from hanging up */
		take_terminal(slave);
		if (o->job) {
			close(events[0]);
			close(commands[1]);
			run_shell(o, events[1], commands[0]);
		}
		run_program(o);
	}
	c->program = c->process;
	c->events = events[0];
	c->commands = commands[1];
	if (!o->job)
		return true;
	close(events[1]);
	close(commands[0]);
	if (!tty_child_event(c, &event))
		return false;
	c->program = event.program;
	return true;
}

bool
tty_child_event(struct tty_child *c, struct tty_event *event)
{
	ssize_t n;

	do
		n = read(c->events, event, sizeof *event);
	while (n < 0 && errno == EINTR);
	return n == (ssize_t)sizeof *event;
}

void
tty_child_continue(struct tty_child *c)
{
	if (write(c->commands, "c", 1) != 1)
		c->commands = -1;
}

void
tty_child_close(struct tty_child *c)
{
	if (c->events >= 0)
		close(c->events);
	if (c->commands >= 0)
		close(c->commands);
	c->events = c->commands = -1;
}
