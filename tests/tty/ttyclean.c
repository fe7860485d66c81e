#include "ttyclean.h"

#include "career/base/buf.h"
#include "career/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* First and last of what must not be shown as it is. */
static const int32_t harmful[][2] = {
    {0x00, 0x1f},
    {0x7f, 0x9f},
    {0xad, 0xad},
    {0x34f, 0x34f},
    {0x600, 0x605},
    {0x61c, 0x61c},
    {0x6dd, 0x6dd},
    {0x70f, 0x70f},
    {0x115f, 0x1160},
    {0x17b4, 0x17b5},
    {0x180b, 0x180f},
    {0x200b, 0x200f},
    {0x2028, 0x202e},
    {0x2060, 0x206f},
    {0x3164, 0x3164},
    {0xd800, 0xf8ff},
    {0xfe00, 0xfe0f},
    {0xfeff, 0xfeff},
    {0xffa0, 0xffa0},
    {0xfff0, 0xfffb},
    {0xfffe, 0xffff},
    {0x1d173, 0x1d17a},
    {0xe0000, 0x10ffff},
};

bool
ttyclean_harmful(int32_t cp)
{
	size_t i;

	for (i = 0; i < sizeof harmful / sizeof *harmful; i++)
		if (cp >= harmful[i][0] && cp <= harmful[i][1])
			return true;
	return cp < 0;
}

/* Whole parameters of control sequences, by their final byte; "*": digits and semicolons. */
static const struct {
	char final;
	const char *args;
} sequences[] = {
    {'A', "*"},
    {'B', "*"},
    {'C', "*"},
    {'D', "*"},
    {'G', "*"},
    {'H', "*"},
    {'J', "*"},
    {'K', "*"},
    {'L', "*"},
    {'M', "*"},
    {'P', "*"},
    {'X', "*"},
    {'@', "*"},
    {'d', "*"},
    {'m', "*"},
    {'r', "*"},
    {'b', "*"},
    {'S', "*"},
    {'T', "*"},
    {'Z', "*"},
    {'l', "4"},
    {'t', "22;0;0"},
    {'t', "23;0;0"},
    {'h', "?1"},
    {'l', "?1"},
    {'h', "?7"},
    {'l', "?7"},
    {'l', "?12"},
    {'l', "?25"},
    {'h', "?25"},
    {'h', "?12;25"},
    {'h', "?1000"},
    {'l', "?1000"},
    {'h', "?1006"},
    {'l', "?1006"},
    {'h', "?1049"},
    {'l', "?1049"},
    {'h', "?2004"},
    {'l', "?2004"},
};

/* Bytes at s that are in `set`; never looks behind them, since the output is long. */
static size_t
span(const char *s, size_t len, const char *set)
{
	size_t n = 0;

	while (n < len && s[n] != '\0' && strchr(set, s[n]))
		n++;
	return n;
}

/* From ESC [ on; 0 when it is none of those. */
static size_t
control_sequence(const char *s, size_t len)
{
	size_t n = 2, i;

	while (n < len && s[n] >= 0x20 && s[n] < 0x40)
		n++;
	if (n == len)
		return 0;
	for (i = 0; i < sizeof sequences / sizeof *sequences; i++) {
		const char *args = sequences[i].args;

		if (sequences[i].final != s[n])
			continue;
		if (*args == '*' ? span(s + 2, n - 2, "0123456789;") == n - 2
				 : strlen(args) == n - 2 && memcmp(args, s + 2, n - 2) == 0)
			return n + 1;
	}
	return 0;
}

/* The answer to the tests' question, and text for the clipboard. */
static size_t
operating_system_command(const char *s, size_t len)
{
	static const char answer[] = "\033]7777;", clip[] = "\033]52;c;";
	size_t n;

	if (len > sizeof answer && memcmp(s, answer, sizeof answer - 1) == 0) {
		n = sizeof answer - 1;
		n += span(s + n, len - n, "0123456789");
		return n + 2 <= len && memcmp(s + n, "\033\\", 2) == 0 ? n + 2 : 0;
	}
	if (len > sizeof clip && memcmp(s, clip, sizeof clip - 1) == 0) {
		n = sizeof clip - 1;
		n += span(s + n, len - n,
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");
		return n < len && s[n] == '\a' ? n + 1 : 0;
	}
	return 0;
}

/* Bytes of the sequence, 0 when it is not one of the program's. */
static size_t
escape(const char *s, size_t len)
{
	if (len < 2)
		return 0;
	switch (s[1]) {
	case '[':
		return control_sequence(s, len);
	case ']':
		return operating_system_command(s, len);
	case '(':
	case ')':
		return len > 2 && strchr("AB0", s[2]) ? 3 : 0;
	case '7':
	case '8':
	case '=':
	case '>':
	case 'M':
		return 2;
	default:
		return 0;
	}
}

static const char *
complain(const char *what, const char *bytes, size_t len, size_t at)
{
	static struct buf out = BUF_INIT;
	size_t from = at > 40 ? at - 40 : 0, to = at + 40 < len ? at + 40 : len, i;

	buf_clear(&out);
	buf_addf(&out, "%s at byte %zu of %zu: \"", what, at, len);
	for (i = from; i < to; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (i == at)
			buf_adds(&out, " >>> ");
		if (c >= 0x20 && c < 0x7f)
			buf_addc(&out, bytes[i]);
		else
			buf_addf(&out, "\\x%02x", c);
	}
	buf_addc(&out, '"');
	return out.data;
}

const char *
ttyclean_check(const char *bytes, size_t len)
{
	size_t i = 0, n;
	int32_t cp;

	while (i < len) {
		if (bytes[i] == '\033') {
			n = escape(bytes + i, len - i);
			if (n == 0)
				return complain("a strange sequence", bytes, len, i);
		} else if (strchr("\r\n\b\016\017", bytes[i]) && bytes[i] != '\0') {
			n = 1;
		} else {
			n = text_decode(bytes + i, len - i, &cp);
			if (ttyclean_harmful(cp))
				return complain("a harmful character", bytes, len, i);
		}
		i += n;
	}
	return NULL;
}
