#include "tty.h"

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "check.h"
#include "ttychild.h"
#include "ttyterm.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

struct tty {
	struct tty_child child;
	int master;
	struct ttyterm *term;
	struct buf output; /* all that came */
	struct buf keys;   /* what the terminal has to say, to be sent */
	struct termios before;
	int serial;
	bool ended;
	int status; /* of the program, once it ended */
	double cpu;
	time_t deadline;
};

/* --- reading and writing --------------------------------------------------------------------- */

static void
check_time(struct tty *t, const char *what)
{
	if (time(NULL) <= t->deadline)
		return;
	kill(t->child.program, SIGKILL);
	fail_msg("no end of waiting for %s; the screen:\n%s", what, tty_screen(t));
}

/* Reads what waits. False at the end: nobody has the terminal open any more. */
static bool
read_some(struct tty *t)
{
	char bytes[16384];
	ssize_t n = read(t->master, bytes, sizeof bytes);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return true;
	if (n <= 0) {
		t->ended = true;
		return false;
	}
	buf_add(&t->output, bytes, (size_t)n);
	ttyterm_feed(t->term, bytes, (size_t)n);
	if (t->keys.len > 0) { /* an answer of the terminal */
		if (write(t->master, t->keys.data, t->keys.len) < 0)
			t->ended = errno == EIO;
		buf_clear(&t->keys);
	}
	return true;
}

/* Waits until the terminal, or else the job's shell, has something to say. */
static bool
wait_readable(struct tty *t, short events, const char *what)
{
	struct pollfd fds[2] = {
	    {t->master, (short)(POLLIN | events), 0}, {t->child.events, POLLIN, 0}};

	do
		check_time(t, what);
	while (poll(fds, 2, 1000) <= 0);
	if (fds[0].revents & (POLLIN | POLLHUP | POLLERR))
		return read_some(t);
	return true;
}

void
tty_send(struct tty *t, const char *bytes, size_t len)
{
	ssize_t n;

	while (len > 0 && !t->ended) {
		n = write(t->master, bytes, len);
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		} else {
			wait_readable(t, POLLOUT, "the program to read");
		}
	}
}

static bool
in_output(const struct tty *t, size_t from, const char *text)
{
	size_t len = strlen(text), i;

	for (i = from; i + len <= t->output.len; i++)
		if (memcmp(t->output.data + i, text, len) == 0)
			return true;
	return false;
}

/* Whether the job's shell has something to tell: the program stopped or ended. */
static bool
has_event(const struct tty *t)
{
	struct pollfd fd = {t->child.events, POLLIN, 0};

	return poll(&fd, 1, 0) > 0;
}

/* Sends the keys with the query behind them and reads to its answer, or to the program's end or
 * stop. */
static void
settle(struct tty *t, const char *bytes, size_t len)
{
	struct buf all = BUF_INIT;
	char answer[32];
	size_t from = t->output.len;

	t->serial++;
	buf_add(&all, bytes, len);
	buf_addf(&all, "\033[?7777;%d~", t->serial);
	snprintf(answer, sizeof answer, "\033]7777;%d\033\\", t->serial);
	tty_send(t, all.data, all.len);
	buf_free(&all);
	while (!t->ended && !in_output(t, from, answer) && !has_event(t)) {
		from = t->output.len > sizeof answer ? t->output.len - sizeof answer : 0;
		wait_readable(t, 0, "an answer to the keys");
	}
}

void
tty_sync(struct tty *t)
{
	settle(t, "", 0);
}

void
tty_until(struct tty *t, const char *text)
{
	while (!tty_has(t, text) && !t->ended)
		wait_readable(t, 0, text);
}

void
tty_until_gone(struct tty *t, const char *text)
{
	while (tty_has(t, text) && !t->ended)
		wait_readable(t, 0, text);
}

/* --- keys ------------------------------------------------------------------------------------- */

static void
settle_keys(struct tty *t)
{
	char *bytes;
	size_t len = t->keys.len;

	bytes = buf_take(&t->keys);
	settle(t, bytes, len);
	free(bytes);
}

void
tty_keys(struct tty *t, const char *names)
{
	char *copy = mem_dup(names), *name, *rest = NULL;

	for (name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest))
		if (!ttyterm_press(t->term, name))
			fail_msg("no key is called \"%s\"", name);
	free(copy);
	settle_keys(t);
}

void
tty_type(struct tty *t, const char *text)
{
	settle(t, text, strlen(text));
}

void
tty_paste(struct tty *t, const char *text)
{
	ttyterm_paste(t->term, text);
	settle_keys(t);
}

void
tty_mouse(struct tty *t, int button, int y, int x)
{
	ttyterm_mouse(t->term, button, y, x);
	settle_keys(t);
}

/* --- start and end ---------------------------------------------------------------------------- */

void
tty_resize_only(struct tty *t, int rows, int cols)
{
	struct winsize ws = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	ttyterm_resize(t->term, rows, cols);
	ioctl(t->master, TIOCSWINSZ, &ws);
}

void
tty_resize(struct tty *t, int rows, int cols)
{
	tty_resize_only(t, rows, cols);
	tty_sync(t);
}

static bool
is_cooked(const struct tty *t)
{
	struct termios tio;

	return tcgetattr(t->master, &tio) == 0 && (tio.c_lflag & (ICANON | ECHO));
}

struct tty *
tty_start(const struct tty_opts *o)
{
	struct tty *t = mem_zero(1, sizeof *t);
	struct winsize ws = {.ws_row = (unsigned short)(o->rows ? o->rows : 24),
	    .ws_col = (unsigned short)(o->cols ? o->cols : 80)};

	alarm(TTY_SECONDS + 10); /* where only waitpid waits */
	t->deadline = time(NULL) + TTY_SECONDS;
	buf_init(&t->output);
	buf_init(&t->keys);
	t->term = ttyterm_new(ws.ws_row, ws.ws_col, &t->keys);
	t->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (t->master < 0 || grantpt(t->master) != 0 || unlockpt(t->master) != 0)
		fail_msg("no pseudo-terminal: %s", strerror(errno));
	ioctl(t->master, TIOCSWINSZ, &ws);
	tcgetattr(t->master, &t->before);
	if (!tty_child_start(&t->child, t->master, o))
		fail_msg("cannot start %s: %s", o->argv[0], strerror(errno));
	fcntl(t->master, F_SETFL, fcntl(t->master, F_GETFL) | O_NONBLOCK);
	/* What is sent before would be echoed. A frame follows the change of modes, so this
	 * ends. */
	while (!t->ended && is_cooked(t))
		wait_readable(t, 0, "the program to take the terminal over");
	return t;
}

pid_t
tty_pid(const struct tty *t)
{
	return t->child.program;
}

void
tty_hang_up(struct tty *t)
{
	close(t->master);
	t->master = -1;
	t->ended = true;
}

static double
seconds(const struct timeval *tv)
{
	return (double)tv->tv_sec + (double)tv->tv_usec / 1e6;
}

int
tty_wait(struct tty *t)
{
	struct rusage use;
	struct tty_event event = {0};

	while (!t->ended)
		wait_readable(t, 0, "the program's end");
	if (t->child.process > 0) {
		while (t->child.events >= 0 && tty_child_event(&t->child, &event))
			t->status = event.status;
		while (
		    wait4(t->child.process, t->child.events >= 0 ? NULL : &t->status, 0, &use) < 0
		    && errno == EINTR)
			;
		t->child.process = 0;
		t->cpu = seconds(&use.ru_utime) + seconds(&use.ru_stime);
	}
	return WIFEXITED(t->status) ? WEXITSTATUS(t->status) : -WTERMSIG(t->status);
}

double
tty_cpu(const struct tty *t)
{
	return t->cpu;
}

bool
tty_wait_stopped(struct tty *t)
{
	struct tty_event event = {0};

	while (!has_event(t))
		wait_readable(t, 0, "the program to stop");
	if (!tty_child_event(&t->child, &event) || !WIFSTOPPED(event.status))
		fail_msg(
		    "the program ended instead of stopping (status %#x)", (unsigned)event.status);
	while (poll(&(struct pollfd){t->master, POLLIN, 0}, 1, 0) > 0 && read_some(t))
		;
	return event.modes_restored;
}

void
tty_continue(struct tty *t)
{
	tty_child_continue(&t->child);
	while (!t->ended && is_cooked(t))
		wait_readable(t, 0, "the program to take the terminal over again");
	tty_sync(t);
}

void
tty_end(struct tty *t)
{
	alarm(0);
	if (t->child.process > 0) {
		kill(t->child.program, SIGKILL);
		if (t->child.process != t->child.program)
			kill(t->child.process, SIGKILL);
		waitpid(t->child.process, NULL, 0);
	}
	tty_child_close(&t->child);
	if (t->master >= 0)
		close(t->master);
	ttyterm_del(t->term);
	buf_free(&t->output);
	buf_free(&t->keys);
	free(t);
}

const char *
tty_damage(struct tty *t)
{
	struct termios now;
	int y, x;

	if (tcgetattr(t->master, &now) != 0)
		return "the terminal is gone";
	if (now.c_lflag != t->before.c_lflag || now.c_iflag != t->before.c_iflag
	    || now.c_oflag != t->before.c_oflag
	    || memcmp(now.c_cc, t->before.c_cc, sizeof now.c_cc) != 0)
		return "the terminal's modes are changed";
	if (ttyterm_alternate(t->term))
		return "the alternate screen is on";
	if (!tty_cursor(t, &y, &x))
		return "the cursor is hidden";
	if (tty_mode(t, 1000) || tty_mode(t, 1006))
		return "the mouse is on";
	if (tty_mode(t, 2004))
		return "bracketed paste is on";
	if (tty_mode(t, 1))
		return "the cursor keys are in application mode";
	return NULL;
}

/* --- looking ---------------------------------------------------------------------------------- */

void
tty_size(const struct tty *t, int *rows, int *cols)
{
	ttyterm_size(t->term, rows, cols);
}

struct tty_cell
tty_cell(const struct tty *t, int y, int x)
{
	return ttyterm_cell(t->term, y, x);
}

bool
tty_cursor(const struct tty *t, int *y, int *x)
{
	return ttyterm_cursor(t->term, y, x);
}

const char *
tty_output(const struct tty *t, size_t *len)
{
	*len = t->output.len;
	return t->output.data;
}
