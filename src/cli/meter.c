/* meter.c - one line on a terminal that says how far it is. */
#include "meter.h"

#include "career/base/buf.h"
#include "career/base/text.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* --- interruption ---------------------------------------------------------------------------- */

static volatile sig_atomic_t interrupted;

static void
on_signal(int number)
{
	(void)number;
	interrupted = 1;
}

void
meter_catch(bool on)
{
	static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction act = {.sa_handler = on ? on_signal : SIG_DFL};

	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct sigaction was;

		/* What is ignored (nohup) stays so. */
		if (sigaction(numbers[i], NULL, &was) == 0 && was.sa_handler != SIG_IGN)
			sigaction(numbers[i], &act, NULL);
	}
}

bool
meter_interrupted(void)
{
	return interrupted != 0;
}

/* --- the line -------------------------------------------------------------------------------- */

void
meter_init(struct meter *m, bool ascii)
{
	memset(m, 0, sizeof *m);
	m->shows = isatty(STDERR_FILENO) == 1;
	m->ascii = ascii;
}

double
meter_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

bool
meter_due(struct meter *m, const char *thing, double now)
{
	const double least = 0.1;

	if (!m->shows)
		return false;
	if (strncmp(m->thing, thing, sizeof m->thing - 1) != 0) {
		snprintf(m->thing, sizeof m->thing, "%s", thing);
		m->begun = now;
	}
	if (now - m->said < least)
		return false;
	m->said = now;
	return true;
}

static void
put_line(struct meter *m, const char *text)
{
	struct buf line = BUF_INIT;
	int width = text_width(text);

	buf_addf(&line, "\r%s", text);
	if (width < m->width)
		buf_pad(&line, ' ', (size_t)(m->width - width));
	buf_addc(&line, '\r');
	m->width = width;
	fwrite(line.data, 1, line.len, stderr);
	fflush(stderr);
	buf_free(&line);
}

void
meter_line(struct meter *m, const char *text)
{
	enum { CELLS = 78 };
	struct buf safe = BUF_INIT, line = BUF_INIT;

	text_safes(&safe, text, m->ascii);
	text_clip(&line, safe.data, CELLS, "~");
	put_line(m, line.data);
	buf_free(&safe);
	buf_free(&line);
}

void
meter_clear(struct meter *m)
{
	if (m->width > 0)
		put_line(m, "");
}
