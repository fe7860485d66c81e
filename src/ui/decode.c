#include "career/ui/decode.h"

#include "career/base/text.h"
#include "career/ui/input.h"

#include <string.h>
#include <wchar.h>

enum {
	ESC = 0x1b,
	MAX_SEQUENCE = 64, /* bytes of a control sequence that may still be a key */
	MAX_ARGS = 4,
	MAX_ARG = 1000000000,
	PASTE_ON = 200,
	PASTE_OFF = 201,
	SYNC = 7777,
};

/* A parsed control sequence: ESC [ lead args final, or ESC O args final. */
struct sequence {
	unsigned char lead; /* '?', '<', '=', '>' or 0 */
	unsigned char final;
	int args[MAX_ARGS];
	int nargs;
};

struct final_key {
	unsigned char final;
	enum key_named named;
};

/* After ESC [ and ESC O; the small letters are rxvt's with Shift and Ctrl. */
static const struct final_key final_keys[] = {
    {'A', KEYN_UP},
    {'B', KEYN_DOWN},
    {'C', KEYN_RIGHT},
    {'D', KEYN_LEFT},
    {'a', KEYN_UP},
    {'b', KEYN_DOWN},
    {'c', KEYN_RIGHT},
    {'d', KEYN_LEFT},
    {'F', KEYN_END},
    {'H', KEYN_HOME},
    {'Z', KEYN_BACKTAB},
    {'P', KEYN_F1},
    {'Q', KEYN_F2},
    {'R', KEYN_F3},
    {'S', KEYN_F4},
};

struct number_key {
	int number;
	enum key_named named;
};

/* ESC [ number ~ */
static const struct number_key number_keys[] = {
    {1, KEYN_HOME},
    {2, KEYN_INSERT},
    {3, KEYN_DELETE},
    {4, KEYN_END},
    {5, KEYN_PGUP},
    {6, KEYN_PGDN},
    {7, KEYN_HOME},
    {8, KEYN_END},
    {11, KEYN_F1},
    {12, KEYN_F2},
    {13, KEYN_F3},
    {14, KEYN_F4},
    {15, KEYN_F5},
    {17, KEYN_F6},
    {18, KEYN_F7},
    {19, KEYN_F8},
    {20, KEYN_F9},
    {21, KEYN_F10},
};

/* The keypad in application mode: ESC O j .. ESC O y. */
static const char keypad_chars[] = "*+,-./0123456789";

void
decoder_init(struct decoder *d, bool sync)
{
	memset(d, 0, sizeof *d);
	d->sync = sync;
}

size_t
decoder_feed(struct decoder *d, const char *bytes, size_t len)
{
	memmove(d->bytes, d->bytes + d->at, d->end - d->at);
	d->end -= d->at;
	d->at = 0;
	if (len > sizeof d->bytes - d->end)
		len = sizeof d->bytes - d->end;
	memcpy(d->bytes + d->end, bytes, len);
	d->end += len;
	if (len > 0)
		d->late = false;
	return len;
}

static struct key
named_key(enum key_named named)
{
	return (struct key){.kind = KEYK_NAMED, .named = named};
}

static struct key
char_key(int32_t ch)
{
	return (struct key){.kind = KEYK_CHAR, .ch = ch};
}

static struct key
control_key(unsigned char c)
{
	switch (c) {
	case 0x08:
	case 0x7f:
		return named_key(KEYN_BACKSPACE);
	case '\t':
		return named_key(KEYN_TAB);
	case '\n':
	case '\r':
		return named_key(KEYN_ENTER);
	case ESC:
		return named_key(KEYN_ESC);
	default:
		return (struct key){.kind = KEYK_CTRL, .ch = c + '@'};
	}
}

static bool
is_control(unsigned char c)
{
	return c < 0x20 || c == 0x7f;
}

/* Whether s holds only the start of a UTF-8 character. */
static bool
is_partial(const unsigned char *s, size_t len)
{
	size_t need = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : s[0] >= 0xc2 ? 2 : 1, i;

	if (s[0] > 0xf4 || len >= need)
		return false;
	for (i = 1; i < len; i++)
		if ((s[i] & 0xc0) != 0x80)
			return false;
	return true;
}

/* A character of a locale with one byte per character, else nothing. */
static struct key
byte_key(unsigned char c)
{
	wint_t wc = btowc(c);

	return wc == WEOF || wc < 0xa0 ? (struct key){.kind = KEYK_NONE} : char_key((int32_t)wc);
}

/*
 * The take_* functions read one key at s: they return its bytes, or 0 when more must come, and set
 * *k to the key or to KEYK_NONE for what is swallowed.
 */
static size_t
take_char(const unsigned char *s, size_t len, struct key *k)
{
	int32_t cp;
	size_t n;

	if (is_control(s[0])) {
		*k = control_key(s[0]);
		return 1;
	}
	if (is_partial(s, len))
		return 0;
	n = text_decode((const char *)s, len, &cp);
	if (cp < 0)
		*k = byte_key(s[0]);
	else if (cp < 0x80 || cp >= 0xa0)
		*k = char_key(cp);
	return n;
}

/* Reads the sequence from s[2] on. Returns its bytes, with final 0 when it is broken off or too
 * long. */
static size_t
take_sequence(struct decoder *d, const unsigned char *s, size_t len, struct sequence *q)
{
	size_t i = 2;

	memset(q, 0, sizeof *q);
	if (i < len && s[i] >= '<' && s[i] <= '?')
		q->lead = s[i++];
	for (; i < len && s[i] >= 0x20 && s[i] < 0x40; i++) {
		if (i == MAX_SEQUENCE) {
			d->skip = true;
			return i;
		}
		if (s[i] >= '0' && s[i] <= '9') {
			if (q->nargs == 0)
				q->nargs = 1;
			if (q->args[q->nargs - 1] < MAX_ARG / 10)
				q->args[q->nargs - 1] = q->args[q->nargs - 1] * 10 + (s[i] - '0');
		} else if (s[i] == ';' && q->nargs < MAX_ARGS) {
			q->nargs += q->nargs == 0 ? 2 : 1;
		}
	}
	if (i == len)
		return 0;
	if (s[i] < 0x40 || s[i] > 0x7e)
		return i; /* the byte that breaks it off stands for itself */
	q->final = s[i];
	return i + 1;
}

static bool
has_alt(const struct sequence *q)
{
	return q->nargs >= 2 && ((q->args[1] - 1) & 2) != 0;
}

static void
final_key(const struct sequence *q, struct key *k)
{
	size_t i;

	for (i = 0; i < sizeof final_keys / sizeof *final_keys; i++)
		if (final_keys[i].final == q->final)
			*k = named_key(final_keys[i].named);
	k->meta = has_alt(q);
}

static void
number_key(struct decoder *d, const struct sequence *q, struct key *k)
{
	size_t i;

	for (i = 0; i < sizeof number_keys / sizeof *number_keys; i++)
		if (number_keys[i].number == q->args[0])
			*k = named_key(number_keys[i].named);
	k->meta = has_alt(q);
	if (q->args[0] == PASTE_ON || q->args[0] == PASTE_OFF)
		d->paste = q->args[0] == PASTE_ON;
}

/* Button codes of xterm: 0 left, 64 and 65 the wheel; 4, 8, 16 are Shift, Alt, Ctrl; 32 motion. */
static void
mouse_key(int code, int x, int y, struct key *k)
{
	static const struct {
		int code;
		enum mouse_kind mouse;
	} buttons[] = {{0, MOUSE_CLICK}, {64, MOUSE_WHEEL_UP}, {65, MOUSE_WHEEL_DOWN}};
	size_t i;

	for (i = 0; i < sizeof buttons / sizeof *buttons; i++)
		if (buttons[i].code == (code & ~(4 | 8 | 16)) && x > 0 && y > 0)
			*k = (struct key){
			    .kind = KEYK_MOUSE, .mouse = buttons[i].mouse, .y = y - 1, .x = x - 1};
}

static size_t
take_csi(struct decoder *d, const unsigned char *s, size_t len, struct key *k)
{
	struct sequence q;
	size_t n;

	if (len > 2 && s[2] == '[') { /* the Linux console's F1 to F5: ESC [ [ A */
		if (len == 3)
			return 0;
		if (s[3] >= 'A' && s[3] <= 'E')
			*k = named_key((enum key_named)(KEYN_F1 + (s[3] - 'A')));
		return is_control(s[3]) ? 3 : 4;
	}
	n = take_sequence(d, s, len, &q);
	if (n == 0)
		return 0;
	/* The old mouse report: three bytes follow. */
	if (q.final == 'M' && q.lead == 0 && q.nargs == 0) {
		if (len < n + 3)
			return 0;
		mouse_key(s[n] - 32, s[n + 1] - 32, s[n + 2] - 32, k);
		return n + 3;
	}
	if (q.final == 'M' && q.lead == '<' && q.nargs == 3)
		mouse_key(q.args[0], q.args[1], q.args[2], k);
	else if (q.final == '~' && q.lead == '?' && q.args[0] == SYNC && d->sync)
		*k = (struct key){.kind = KEYK_SYNC, .ch = q.args[1]};
	else if (q.final == '~' && q.lead == 0)
		number_key(d, &q, k);
	else if (q.lead == 0)
		final_key(&q, k);
	return n;
}

static size_t
take_ss3(struct decoder *d, const unsigned char *s, size_t len, struct key *k)
{
	struct sequence q;
	size_t n = take_sequence(d, s, len, &q);

	if (n == 0)
		return 0;
	if (q.final >= 'j' && q.final <= 'y')
		*k = char_key(keypad_chars[q.final - 'j']);
	else if (q.final == 'M')
		*k = named_key(KEYN_ENTER);
	else if (q.final == 'X')
		*k = char_key('=');
	else
		final_key(&q, k);
	return n;
}

/* Whether ESC and this byte open a string: an answer of the terminal, which nobody here asked for. */
static bool
opens_string(unsigned char c)
{
	return c == 'P' || c == 'X' || c == ']' || c == '^' || c == '_';
}

/*
 * From ESC and the opening byte to BEL or ESC \. Any other control character breaks it off; when it holds
 * nothing then, it was Alt with a key.
 */
static size_t
take_string(const unsigned char *s, size_t len, struct key *k)
{
	size_t i = 2;

	while (i < len && !is_control(s[i]))
		i++;
	if (i == len)
		return len < DECODE_BYTES ? 0 : len;
	if (s[i] == '\a')
		return i + 1;
	if (s[i] == ESC && i + 1 == len)
		return 0;
	if (s[i] == ESC && s[i + 1] == '\\')
		return i + 2;
	if (i == 2) {
		*k = char_key(s[1]);
		k->meta = true;
	}
	return i;
}

static size_t
take_escape(struct decoder *d, const unsigned char *s, size_t len, struct key *k)
{
	size_t n;

	if (len == 1)
		return 0;
	if (opens_string(s[1]) && !d->paste)
		return take_string(s, len, k);
	if (s[1] == '[')
		return take_csi(d, s, len, k);
	if (s[1] == 'O')
		return take_ss3(d, s, len, k);
	if (s[1] == ESC) {
		/* Alt with a key that is itself a sequence, else Esc and whatever follows. */
		bool paste = d->paste;

		if (len == 2)
			return 0;
		n = s[2] == '[' || s[2] == 'O' ? take_escape(d, s + 1, len - 1, k) : 1;
		if (n == 0)
			return 0;
		if (k->kind != KEYK_NAMED || n == 1) {
			d->paste = paste;
			d->skip = false;
			*k = named_key(KEYN_ESC);
			return 1;
		}
	} else {
		n = take_char(s + 1, len - 1, k);
		if (n == 0)
			return 0;
	}
	k->meta = true;
	return n + 1;
}

/* Inside a paste only its end matters; everything else is text. */
static size_t
take_paste(struct decoder *d, const unsigned char *s, size_t len, struct key *k)
{
	bool after_cr = d->cr;
	size_t n;

	d->cr = s[0] == '\r';
	if (s[0] == ESC) {
		n = take_escape(d, s, len, k);
		*k = (struct key){.kind = KEYK_NONE};
		return n;
	}
	if (s[0] == '\r' || s[0] == '\t' || (s[0] == '\n' && !after_cr)) {
		*k = (struct key){.kind = KEYK_PASTE, .ch = ' ', .line_end = s[0] != '\t'};
		return 1;
	}
	if (is_control(s[0]))
		return 1;
	n = take_char(s, len, k);
	if (n > 0 && k->kind == KEYK_CHAR)
		k->kind = KEYK_PASTE;
	return n;
}

/* The rest of an overlong sequence. */
static size_t
take_skipped(struct decoder *d, const unsigned char *s, size_t len)
{
	size_t i = 0;

	while (i < len && s[i] >= 0x20 && s[i] < 0x40)
		i++;
	if (i == len)
		return len;
	d->skip = false;
	return s[i] >= 0x40 && s[i] <= 0x7e ? i + 1 : i;
}

static size_t
take(struct decoder *d, const unsigned char *s, size_t len, struct key *k)
{
	if (d->skip)
		return take_skipped(d, s, len);
	if (d->paste)
		return take_paste(d, s, len, k);
	return s[0] == ESC ? take_escape(d, s, len, k) : take_char(s, len, k);
}

/* What the start of a sequence means when nothing more came. */
static size_t
take_late(struct decoder *d, const unsigned char *s, size_t len, struct key *k)
{
	if (s[0] != ESC) {
		*k = byte_key(s[0]);
		if (d->paste && k->kind == KEYK_CHAR)
			k->kind = KEYK_PASTE;
		return 1;
	}
	if (len == 1 || s[1] == ESC) {
		d->paste = false; /* a way out when the end of a paste got lost */
		*k = named_key(KEYN_ESC);
		return 1;
	}
	if (len == 2 && !d->paste && s[1] < 0x80) {
		*k = char_key(s[1]);
		k->meta = true;
	}
	return len;
}

bool
decoder_next(struct decoder *d, struct key *k)
{
	size_t n;

	while (d->at < d->end) {
		const unsigned char *s = d->bytes + d->at;

		*k = (struct key){.kind = KEYK_NONE};
		n = take(d, s, d->end - d->at, k);
		if (n == 0 && d->late)
			n = take_late(d, s, d->end - d->at, k);
		if (n == 0)
			return false;
		d->late = false;
		d->at += n;
		if (k->kind != KEYK_NONE)
			return true;
	}
	return false;
}

int
decoder_wait(const struct decoder *d)
{
	size_t len = d->end - d->at;
	const unsigned char *s = d->bytes + d->at;

	if (len == 0)
		return 0;
	if (s[0] == ESC && !d->paste && (len == 1 || (len == 2 && s[1] == ESC)))
		return DECODE_ESC_MS;
	return DECODE_REST_MS;
}

void
decoder_late(struct decoder *d)
{
	d->late = d->at < d->end;
}
