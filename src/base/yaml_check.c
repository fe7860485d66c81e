#include "career/base/yaml_check.h"

#include "career/base/text.h"

#include <stdio.h>
#include <string.h>

#define MAX_DIRECTIVES 16 /* lines that start with '%' */
#define MAX_NAME 300      /* of a file name, in messages */

bool
yaml_vfail(struct err *e, struct yaml_place at, const char *fmt, va_list ap)
{
	char what[600];
	const char *name = at.name;
	size_t len = strlen(name);

	if (len > MAX_NAME)
		name += len - MAX_NAME;
	if (vsnprintf(what, sizeof what, fmt, ap) < 0)
		what[0] = '\0';
	return err_set(e, ERR_DATA, "%s:%zu:%zu: %s", name, at.line, at.column, what);
}

bool
yaml_fail(struct err *e, struct yaml_place at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	yaml_vfail(e, at, fmt, ap);
	va_end(ap);
	return false;
}

/* A byte order mark that is not UTF-8's. libyaml would read UTF-16. */
static bool
is_utf16(const char *bytes, size_t len)
{
	return len >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0);
}

/* The printable characters of YAML 1.2, section 5.1. */
static bool
is_printable(int32_t cp)
{
	if (cp < 0x20)
		return cp == '\t' || cp == '\n' || cp == '\r';
	if (cp < 0xa0)
		return cp < 0x7f || cp == 0x85;
	return cp != 0xfffe && cp != 0xffff;
}

static bool
fail_character(struct err *e, struct yaml_place at, int32_t cp, unsigned char byte)
{
	if (cp < 0)
		return yaml_fail(
		    e, at, "byte 0x%02x is not valid UTF-8; save the file as UTF-8", byte);
	return yaml_fail(e, at,
	    "character U+%04X may not stand in a file; write it as an escape in double quotes",
	    (unsigned)cp);
}

static bool
check_characters(const char *name, const char *bytes, size_t len, struct err *e)
{
	struct yaml_place at = {name, 1, 1};
	size_t i = 0, n, directives = 0;
	int32_t cp;

	while (i < len) {
		if (at.column == 1 && bytes[i] == '%' && ++directives > MAX_DIRECTIVES)
			return yaml_fail(e, at,
			    "more than %d lines start with '%%'; directives are not used here",
			    MAX_DIRECTIVES);
		n = text_decode(bytes + i, len - i, &cp);
		if (cp < 0 || !is_printable(cp))
			return fail_character(e, at, cp, (unsigned char)bytes[i]);
		i += n;
		at.column++;
		if (cp == '\n' || (cp == '\r' && (i == len || bytes[i] != '\n'))) {
			at.line++;
			at.column = 1;
		}
	}
	return true;
}

bool
yaml_check_bytes(
    const char *name, const char *bytes, size_t len, const struct yaml_limits *lim, struct err *e)
{
	struct yaml_place start = {name, 1, 1};

	if (len > lim->bytes)
		return yaml_fail(
		    e, start, "the file has %zu bytes, at most %zu are read", len, lim->bytes);
	if (is_utf16(bytes, len))
		return yaml_fail(e, start, "the file is UTF-16; save it as UTF-8");
	return check_characters(name, bytes, len, e);
}
