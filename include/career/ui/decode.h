/*
 * decode.h - the bytes a terminal sends, as keys. Pure: no terminal, no clock.
 *
 * The caller feeds bytes and takes keys until there are none. What is left then is the start of a
 * sequence whose rest has not come: decoder_wait says how long to wait for it, decoder_late that it
 * did not come, after which decoder_next takes what is there as it stands (a lone Esc).
 *
 * The sequences are those of ECMA-48 with the keys of xterm, the VT family, rxvt, screen, tmux, the
 * Linux console and PuTTY, in normal and application mode; so no terminfo entry is needed to read
 * keys.
 */
#ifndef CAREER_UI_DECODE_H
#define CAREER_UI_DECODE_H

#include <stdbool.h>
#include <stddef.h>

struct key;

enum {
	DECODE_BYTES = 4096,  /* fed but not taken yet */
	DECODE_ESC_MS = 25,   /* a lone Esc */
	DECODE_REST_MS = 250, /* the rest of anything longer, and Esc inside a paste */
};

struct decoder {
	unsigned char bytes[DECODE_BYTES];
	size_t at, end; /* waiting: bytes[at .. end) */
	bool sync;      /* "CSI ? 7777 ; N ~" gives KEYK_SYNC with serial N; else it is unknown */
	bool paste;     /* between CSI 200 ~ and CSI 201 ~ */
	bool cr;        /* in a paste, the last character was CR */
	bool skip;      /* inside a sequence too long to be a key */
	bool late;
};

void decoder_init(struct decoder *d, bool sync);
/* Returns how many of the bytes were taken: all, unless DECODE_BYTES wait. */
size_t decoder_feed(struct decoder *d, const char *bytes, size_t len);
/* The next whole key, else false. */
bool decoder_next(struct decoder *d, struct key *k);
/* Milliseconds to wait for more bytes, 0 when nothing has begun. */
int decoder_wait(const struct decoder *d);
void decoder_late(struct decoder *d);

#endif
