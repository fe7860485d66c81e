#include "career/ui/guard.h"

#include "career/base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum {
	ALT_STACK = 64 * 1024,
	END_SECONDS = 1, /* for an orderly end */
};

enum on_signal { SIG_EVENT, SIG_END, SIG_FALLBACK, SIG_FATAL, SIG_FAULT };

static const struct {
	int number;
	enum on_signal action;
} signals[] = {
    {SIGWINCH, SIG_EVENT},
    {SIGCONT, SIG_EVENT},
    {SIGTSTP, SIG_EVENT},
    {SIGHUP, SIG_END},
    {SIGTERM, SIG_END},
    {SIGINT, SIG_END},
    {SIGALRM, SIG_FALLBACK},
    {SIGQUIT, SIG_FATAL},
    {SIGABRT, SIG_FATAL},
    {SIGUSR1, SIG_FATAL},
    {SIGUSR2, SIG_FATAL},
    {SIGSYS, SIG_FATAL},
    {SIGTRAP, SIG_FATAL},
    {SIGXCPU, SIG_FATAL},
    {SIGSEGV, SIG_FAULT},
    {SIGBUS, SIG_FAULT},
    {SIGFPE, SIG_FAULT},
    {SIGILL, SIG_FAULT},
};

enum { SIGNALS = sizeof signals / sizeof *signals };

static struct {
	volatile sig_atomic_t resized, continued, stop, gone, number, owned;
	int fd;
	int wake[2];
	struct termios saved;
	char restore[GUARD_RESTORE];
	size_t restore_len;
	struct sigaction old[SIGNALS];
	stack_t old_stack;
} guard = {.wake = {-1, -1}};

static char alt_stack[ALT_STACK];

/* --- in handlers: only what is async-signal-safe -------------------------------------------- */

static bool
in_foreground(void)
{
	pid_t owner = tcgetpgrp(guard.fd);

	return owner < 0 || owner == getpgrp();
}

/* A terminal that takes no output loses what still was to be shown. */
static void
give_back(void)
{
	ssize_t len = (ssize_t)guard.restore_len;
	int flags;

	if (!guard.owned || !in_foreground())
		return;
	guard.owned = 0;
	flags = fcntl(guard.fd, F_GETFL);
	fcntl(guard.fd, F_SETFL, flags | O_NONBLOCK);
	if (write(guard.fd, guard.restore, guard.restore_len) != len) {
		tcflush(guard.fd, TCOFLUSH);
		if (write(guard.fd, guard.restore, guard.restore_len) != len)
			guard.gone = 1;
	}
	fcntl(guard.fd, F_SETFL, flags);
	guard_reset_modes();
}

static size_t
signal_index(int number)
{
	size_t i;

	for (i = 0; i + 1 < SIGNALS && signals[i].number != number; i++)
		;
	return i;
}

/* Restores the terminal and lets the signal do what it would have done without us. */
static void
die(int number)
{
	sigset_t set;

	give_back();
	sigaction(number, &guard.old[signal_index(number)], NULL);
	sigemptyset(&set);
	sigaddset(&set, number);
	raise(number);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void
on_fatal(int number, siginfo_t *info, void *context)
{
	size_t i = signal_index(number);

	(void)context;
	if (number == SIGQUIT && !guard.owned)
		return; /* meant for the program that has the terminal now */
	if (signals[i].action != SIG_FAULT || info->si_code <= 0) {
		die(number);
		return;
	}
	give_back();
	sigaction(number, &guard.old[i], NULL); /* the faulting instruction runs again */
}

static void
on_fallback(int number)
{
	(void)number;
	die(guard.number != 0 ? guard.number : SIGHUP);
}

static void
wake(void)
{
	if (write(guard.wake[1], "", 1) < 0)
		return; /* full: it wakes already */
}

static void
on_end(int number)
{
	int saved = errno;

	if (number == SIGINT && !guard.owned)
		return; /* meant for the program that has the terminal now */
	if (number != SIGHUP && guard.number != 0)
		die(number);
	if (number == SIGHUP)
		guard.gone = 1;
	else
		guard.number = number;
	alarm(END_SECONDS);
	wake();
	errno = saved;
}

static void
on_event(int number)
{
	int saved = errno;

	if (number == SIGWINCH)
		guard.resized = 1;
	else if (number == SIGCONT)
		guard.continued = 1;
	else
		guard.stop = 1;
	wake();
	errno = saved;
}

/* --- outside of handlers --------------------------------------------------------------------- */

static void
set_handler(size_t i)
{
	static void (*const handlers[])(int) = {
	    [SIG_EVENT] = on_event,
	    [SIG_END] = on_end,
	    [SIG_FALLBACK] = on_fallback,
	};
	struct sigaction sa;

	memset(&sa, 0, sizeof sa);
	sigfillset(&sa.sa_mask);
	sa.sa_flags = SA_ONSTACK;
	if (signals[i].action >= SIG_FATAL) {
		sa.sa_sigaction = on_fatal;
		sa.sa_flags |= SA_SIGINFO;
	} else {
		sa.sa_handler = handlers[signals[i].action];
		sa.sa_flags |= SA_RESTART;
	}
	sigaction(signals[i].number, &sa, NULL);
}

static void
install_handlers(void)
{
	stack_t stack = {.ss_sp = alt_stack, .ss_size = sizeof alt_stack};
	size_t i;

	sigaltstack(&stack, &guard.old_stack);
	for (i = 0; i < SIGNALS; i++) {
		sigaction(signals[i].number, NULL, &guard.old[i]);
		if (signals[i].action > SIG_END || guard.old[i].sa_handler != SIG_IGN)
			set_handler(i);
	}
	mem_on_exhausted(give_back);
}

static bool
open_wake(struct err *e)
{
	int i;

	if (pipe(guard.wake) != 0)
		return err_set(e, ERR_DATA, "cannot make a pipe: %s", strerror(errno));
	for (i = 0; i < 2; i++) {
		fcntl(guard.wake[i], F_SETFD, FD_CLOEXEC);
		fcntl(guard.wake[i], F_SETFL, O_NONBLOCK);
	}
	return true;
}

bool
guard_start(int fd, const char *restore, size_t len, struct err *e)
{
	guard.fd = fd;
	guard.restore_len = len < GUARD_RESTORE ? len : GUARD_RESTORE;
	memcpy(guard.restore, restore, guard.restore_len);
	if (tcgetattr(fd, &guard.saved) != 0)
		return err_set(
		    e, ERR_DATA, "cannot read the terminal's modes: %s", strerror(errno));
	if (!open_wake(e))
		return false;
	guard.resized = guard.continued = guard.stop = guard.gone = guard.number = 0;
	guard.owned = 1;
	install_handlers();
	return true;
}

void
guard_stop(void)
{
	size_t i;

	guard.owned = 0;
	mem_on_exhausted(NULL);
	alarm(0);
	for (i = 0; i < SIGNALS; i++)
		sigaction(signals[i].number, &guard.old[i], NULL);
	sigaltstack(&guard.old_stack, NULL);
	close(guard.wake[0]);
	close(guard.wake[1]);
	guard.wake[0] = guard.wake[1] = -1;
}

void
guard_own(bool own)
{
	size_t i = signal_index(SIGTSTP);

	guard.owned = own;
	if (!own)
		sigaction(SIGTSTP, &guard.old[i], NULL);
	else if (guard.old[i].sa_handler != SIG_IGN)
		set_handler(i);
}

void
guard_reset_modes(void)
{
	tcsetattr(guard.fd, TCSANOW, &guard.saved);
}

void
guard_stop_job(void)
{
	kill(0, SIGTSTP);
	guard.stop = guard.continued = 0;
	guard.resized = 1; /* nobody told a stopped job */
}

/* A flag that came after it was read stays for the next call. */
static bool
take(volatile sig_atomic_t *flag)
{
	if (!*flag)
		return false;
	*flag = 0;
	return true;
}

bool
guard_take_resized(void)
{
	return take(&guard.resized);
}

bool
guard_take_continued(void)
{
	return take(&guard.continued);
}

bool
guard_take_stop(void)
{
	return take(&guard.stop);
}

bool
guard_gone(void)
{
	return guard.gone != 0;
}

void
guard_set_gone(void)
{
	guard.gone = 1;
}

int
guard_signalled(void)
{
	return guard.number;
}

int
guard_wake_fd(void)
{
	return guard.wake[0];
}

void
guard_wake_drain(void)
{
	char bytes[64];

	while (guard.wake[0] >= 0 && read(guard.wake[0], bytes, sizeof bytes) > 0)
		;
}
