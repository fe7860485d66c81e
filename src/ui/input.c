#include "career/ui/input.h"

#include "career/base/text.h"
#include "career/ui/guard.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

enum { DOUBLE_CLICK_MS = 400 };

/* The first row of a key is its name, the others are accepted as well. */
static const struct {
	const char *name;
	enum key_named named;
} key_names[] = {
    {"Up", KEYN_UP},
    {"Down", KEYN_DOWN},
    {"Left", KEYN_LEFT},
    {"Right", KEYN_RIGHT},
    {"PgUp", KEYN_PGUP},
    {"PgDn", KEYN_PGDN},
    {"Home", KEYN_HOME},
    {"End", KEYN_END},
    {"Enter", KEYN_ENTER},
    {"Esc", KEYN_ESC},
    {"Tab", KEYN_TAB},
    {"S-Tab", KEYN_BACKTAB},
    {"Backspace", KEYN_BACKSPACE},
    {"Delete", KEYN_DELETE},
    {"Insert", KEYN_INSERT},
    {"F1", KEYN_F1},
    {"F2", KEYN_F2},
    {"F3", KEYN_F3},
    {"F4", KEYN_F4},
    {"F5", KEYN_F5},
    {"F6", KEYN_F6},
    {"F7", KEYN_F7},
    {"F8", KEYN_F8},
    {"F9", KEYN_F9},
    {"F10", KEYN_F10},
    {"Return", KEYN_ENTER},
    {"Escape", KEYN_ESC},
    {"BS", KEYN_BACKSPACE},
    {"Del", KEYN_DELETE},
    {"Ins", KEYN_INSERT},
    {"PageUp", KEYN_PGUP},
    {"PageDown", KEYN_PGDN},
};

enum { NAMES = sizeof key_names / sizeof *key_names };

/* Controls that are a key of their own on every keyboard. */
static const struct {
	char letter;
	enum key_named named;
} named_controls[] = {
    {'H', KEYN_BACKSPACE},
    {'I', KEYN_TAB},
    {'J', KEYN_ENTER},
    {'M', KEYN_ENTER},
    {'[', KEYN_ESC},
};

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

void
input_name(const struct key *k, struct buf *out)
{
	size_t i;

	if (k->kind != KEYK_CHAR && k->kind != KEYK_CTRL && k->kind != KEYK_NAMED)
		return;
	if (k->meta)
		buf_adds(out, "M-");
	if (k->kind == KEYK_CTRL) {
		buf_addc(out, '^');
		buf_addc(out, (char)k->ch);
	} else if (k->kind == KEYK_CHAR && k->ch == ' ') {
		buf_adds(out, "Space");
	} else if (k->kind == KEYK_CHAR) {
		text_encode(out, k->ch);
	} else {
		for (i = 0; key_names[i].named != k->named; i++)
			;
		buf_adds(out, key_names[i].name);
	}
}

static bool
parse_named(const char *name, struct key *k)
{
	size_t i;

	k->kind = KEYK_NAMED;
	for (i = 0; i < NAMES; i++) {
		if (strcasecmp(name, key_names[i].name) == 0) {
			k->named = key_names[i].named;
			return true;
		}
	}
	if (strcasecmp(name, "Space") != 0)
		return false;
	k->kind = KEYK_CHAR;
	k->ch = ' ';
	return true;
}

/* The letter behind '^'. */
static bool
parse_control(char c, struct key *k)
{
	size_t i;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == '?')
		c = 'H'; /* DEL */
	if (c < '@' || c > '_')
		return false;
	k->kind = KEYK_CTRL;
	k->ch = c;
	for (i = 0; i < sizeof named_controls / sizeof *named_controls; i++) {
		if (named_controls[i].letter == c) {
			*k = (struct key){.kind = KEYK_NAMED, .named = named_controls[i].named};
			break;
		}
	}
	return true;
}

bool
input_parse(const char *name, struct key *k)
{
	bool meta = strncmp(name, "M-", 2) == 0 && name[2] != '\0', known;
	size_t len;
	int32_t cp;

	*k = (struct key){.kind = KEYK_NONE};
	if (meta)
		name += 2;
	len = strlen(name);
	if (len == 0)
		return false;
	if (text_decode(name, len, &cp) == len) {
		known = cp >= 0x20 && (cp < 0x7f || cp >= 0xa0);
		k->kind = KEYK_CHAR;
		k->ch = cp;
	} else if (name[0] == '^' && len == 2) {
		known = parse_control(name[1], k);
	} else {
		known = parse_named(name, k);
	}
	if (!known)
		*k = (struct key){.kind = KEYK_NONE};
	else
		k->meta = meta;
	return known;
}
