#include "career/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A message is one line: line ends that came in with data become spaces. */
static void
one_line(char *text)
{
	size_t len = strlen(text);

	while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r'))
		text[--len] = '\0';
	for (; *text; text++)
		if (*text == '\n' || *text == '\r')
			*text = ' ';
}

/* A text that was too long may end within a character. */
static void
end_whole(char *text, size_t size)
{
	size_t len = strlen(text), at = len;

	if (len + 1 < size)
		return;
	while (at > 0 && ((unsigned char)text[at - 1] & 0xc0) == 0x80)
		at--;
	if (at > 0 && (unsigned char)text[at - 1] >= 0xc0)
		text[at - 1] = '\0';
}

bool
err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
	va_list ap;

	e->code = code;
	va_start(ap, fmt);
	if (vsnprintf(e->text, sizeof e->text, fmt, ap) < 0)
		e->text[0] = '\0';
	va_end(ap);
	end_whole(e->text, sizeof e->text);
	one_line(e->text);
	return false;
}

bool
err_prefix(struct err *e, const char *fmt, ...)
{
	char old[sizeof e->text];
	va_list ap;
	int n;

	memcpy(old, e->text, sizeof old);
	va_start(ap, fmt);
	n = vsnprintf(e->text, sizeof e->text, fmt, ap);
	va_end(ap);
	if (n < 0)
		n = 0;
	if ((size_t)n < sizeof e->text)
		snprintf(e->text + n, sizeof e->text - (size_t)n, ": %s", old);
	end_whole(e->text, sizeof e->text);
	one_line(e->text);
	return false;
}

void
err_clear(struct err *e)
{
	e->code = ERR_NONE;
	e->text[0] = '\0';
}
