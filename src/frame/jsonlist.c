#include "career/frame/jsonlist.h"

#include "career/base/text.h"

#include <stdint.h>
#include <string.h>

static const char *
skip_blanks(const char *p)
{
	return p + strspn(p, " \t\r\n");
}

/* Four hex digits, or -1. */
static int32_t
hex4(const char *p)
{
	int32_t v = 0;
	int i;

	for (i = 0; i < 4; i++) {
		char c = p[i];

		if (c >= '0' && c <= '9')
			v = v * 16 + (c - '0');
		else if ((c | 32) >= 'a' && (c | 32) <= 'f')
			v = v * 16 + ((c | 32) - 'a' + 10);
		else
			return -1;
	}
	return v;
}

/* p stands behind "\u"; returns what follows, or NULL. */
static const char *
unicode_escape(const char *p, struct buf *out)
{
	int32_t cp = hex4(p), low;

	if (cp < 0)
		return NULL;
	p += 4;
	if (cp >= 0xd800 && cp < 0xdc00 && p[0] == '\\' && p[1] == 'u'
	    && (low = hex4(p + 2)) >= 0xdc00 && low < 0xe000) {
		cp = 0x10000 + ((cp - 0xd800) << 10) + (low - 0xdc00);
		p += 6;
	}
	text_encode(out, cp == 0 || (cp >= 0xd800 && cp < 0xe000) ? 0xfffd : cp);
	return p;
}

/* p stands on the character behind a backslash; returns what follows, or NULL. */
static const char *
escape(const char *p, struct buf *out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *at;

	if (*p == 'u')
		return unicode_escape(p + 1, out);
	if (*p == '\0' || !(at = strchr(from, *p)))
		return NULL;
	buf_addc(out, to[at - from]);
	return p + 1;
}

/* p stands behind the opening quote; returns what follows the closing one, or NULL. */
static const char *
string(const char *p, struct buf *out)
{
	buf_clear(out);
	for (;;) {
		size_t n = strcspn(p, "\"\\");

		buf_add(out, p, n);
		p += n;
		if (*p == '"')
			return p + 1;
		if (*p == '\0' || !(p = escape(p + 1, out)))
			return NULL;
	}
}

bool
jsonlist_each(const char *json, struct buf *tmp,
    void (*each)(void *ctx, const char *text, size_t len), void *ctx)
{
	const char *p = skip_blanks(json);

	if (*p != '[')
		return false;
	p = skip_blanks(p + 1);
	if (*p == ']')
		return *skip_blanks(p + 1) == '\0';
	for (;;) {
		if (*p == '"') {
			if (!(p = string(p + 1, tmp)))
				return false;
			each(ctx, tmp->data, tmp->len);
		} else if (strncmp(p, "null", 4) == 0) {
			p += 4;
		} else {
			return false;
		}
		p = skip_blanks(p);
		if (*p == ']')
			return *skip_blanks(p + 1) == '\0';
		if (*p != ',')
			return false;
		p = skip_blanks(p + 1);
	}
}
