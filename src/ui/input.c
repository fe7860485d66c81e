#include "career/ui/input.h"

#include "career/ui/guard.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { DOUBLE_CLICK_MS = 400 };

void
input_init(struct input *in, struct term *t)
{
	memset(in, 0, sizeof *in);
	in->term = t;
	decoder_init(&in->decoder, getenv("CAREER_TEST_SYNC") != NULL);
}

static int64_t
now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000 + 1;
}

/* The second click on a cell within DOUBLE_CLICK_MS is a double click; the third is a click
 * again. */
static void
note_click(struct input *in, struct key *k)
{
	int64_t now = now_ms();

	if (in->click_ms != 0 && now - in->click_ms <= DOUBLE_CLICK_MS && k->y == in->click_y
	    && k->x == in->click_x) {
		k->mouse = MOUSE_DOUBLE;
		in->click_ms = 0;
		return;
	}
	in->click_y = k->y;
	in->click_x = k->x;
	in->click_ms = now;
}

/* What signals ask for: KEYK_NONE when nothing. */
static enum key_kind
event(struct input *in)
{
	guard_wake_drain();
	if (term_hung_up() || term_signalled() != 0)
		return KEYK_HANGUP;
	if (guard_take_stop()) {
		term_suspend(in->term);
		return KEYK_RESIZE;
	}
	return term_take_resized(in->term) ? KEYK_RESIZE : KEYK_NONE;
}

/* Reads what waits. The end of file, an error and a hung-up line all mean that the terminal is
 * gone. */
static void
read_bytes(struct input *in, short revents)
{
	char bytes[1024];
	size_t room = sizeof in->decoder.bytes - (in->decoder.end - in->decoder.at);
	ssize_t n;

	if (revents & POLLIN) {
		n = read(STDIN_FILENO, bytes, room < sizeof bytes ? room : sizeof bytes);
		if (n > 0)
			decoder_feed(&in->decoder, bytes, (size_t)n);
		else if (n == 0 || (errno != EINTR && errno != EAGAIN))
			guard_set_gone();
	} else if (revents & (POLLHUP | POLLERR | POLLNVAL)) {
		guard_set_gone();
	}
}

struct key
input_next(struct input *in, int timeout_ms)
{
	int64_t end = timeout_ms > 0 ? now_ms() + timeout_ms : 0, left;
	struct pollfd fds[2] = {{STDIN_FILENO, POLLIN, 0}, {guard_wake_fd(), POLLIN, 0}};
	struct key k;
	int ready, rest, wait;

	for (;;) {
		k = (struct key){.kind = event(in)};
		if (k.kind != KEYK_NONE)
			return k;
		if (decoder_next(&in->decoder, &k)) {
			if (k.kind == KEYK_MOUSE && k.mouse == MOUSE_CLICK)
				note_click(in, &k);
			return k;
		}
		left = timeout_ms > 0 ? end - now_ms() : timeout_ms;
		rest = decoder_wait(&in->decoder);
		wait = left > INT32_MAX ? INT32_MAX : timeout_ms > 0 && left < 0 ? 0 : (int)left;
		if (rest > 0 && (wait < 0 || wait > rest))
			wait = rest;
		ready = poll(fds, 2, wait);
		if (ready > 0)
			read_bytes(in, fds[0].revents);
		else if (ready == 0 && rest > 0 && wait == rest)
			decoder_late(&in->decoder);
		else if (ready == 0)
			return (struct key){.kind = KEYK_NONE};
	}
}
