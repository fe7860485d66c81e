/*
 * out_json.c - JSON, streamed (RFC 8259). Always valid UTF-8: invalid bytes become U+FFFD. What a
 * terminal must not see (controls, bidi and format characters) is escaped, so that the text is kept
 * and harmless at once.
 */
#include "career/base/num.h"
#include "career/base/text.h"
#include "career/out/out.h"

#include <string.h>

static void
escape(struct buf *out, int32_t cp)
{
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
	const char *at = cp > 0 && cp < 0x80 ? strchr(from, (char)cp) : NULL;

	if (at) {
		buf_addc(out, '\\');
		buf_addc(out, to[at - from]);
	} else if (cp < 0x10000) {
		buf_addf(out, "\\u%04x", (unsigned)cp);
	} else {
		cp -= 0x10000;
		buf_addf(out, "\\u%04x\\u%04x", 0xd800u + (unsigned)(cp >> 10),
		    0xdc00u + (unsigned)(cp & 0x3ff));
	}
}

/* Whether a terminal may see these bytes of one code point. */
static bool
harmless(struct out *o, const char *s, size_t len, int32_t cp)
{
	if (cp < 0x80)
		return cp >= 0x20 && cp != 0x7f && cp != '"' && cp != '\\';
	if (o->tty && o->ascii)
		return false;
	buf_clear(&o->scratch);
	text_safe(&o->scratch, s, len, false);
	return o->scratch.len == len && memcmp(o->scratch.data, s, len) == 0;
}

static void
json_text(struct out *o, const char *s)
{
	struct buf *out = &o->sink->buf;
	size_t len = strlen(s), n;
	int32_t cp;

	buf_addc(out, '"');
	for (size_t i = 0; i < len; i += n) {
		n = text_decode(s + i, len - i, &cp);
		if (cp < 0)
			escape(out, 0xfffd);
		else if (harmless(o, s + i, n, cp))
			buf_add(out, s + i, n);
		else
			escape(out, cp);
	}
	buf_addc(out, '"');
}

static void
json_list(struct out *o, const struct cell *c)
{
	struct buf *out = &o->sink->buf;

	buf_addc(out, '[');
	for (size_t i = 0; i < c->nitems; i++) {
		buf_adds(out, i ? ", " : "");
		json_text(o, c->items[i]);
	}
	buf_addc(out, ']');
}

static void
json_cell(struct out *o, const struct cell *c)
{
	switch (c->kind) {
	case CELL_ABSENT:
		buf_adds(&o->sink->buf, "null");
		break;
	case CELL_TEXT:
		json_text(o, c->text);
		break;
	case CELL_NUMBER:
		buf_adds(&o->sink->buf, c->text);
		break;
	case CELL_LIST:
		json_list(o, c);
		break;
	}
}

static void
json_object(struct out *o, const struct cell *cells)
{
	struct buf *out = &o->sink->buf;

	buf_addc(out, '{');
	for (size_t i = 0; i < o->ncols; i++) {
		buf_adds(out, i ? ", " : "");
		json_text(o, o->cols[i].name);
		buf_adds(out, ": ");
		json_cell(o, &cells[i]);
	}
	buf_addc(out, '}');
}

void
out_json_begin(struct out *o)
{
	buf_addc(&o->sink->buf, '[');
}

void
out_json_row(struct out *o, const struct cell *cells)
{
	buf_adds(&o->sink->buf, o->rows ? ",\n" : "\n");
	json_object(o, cells);
}

void
out_json_end(struct out *o)
{
	buf_adds(&o->sink->buf, o->rows ? "\n]\n" : "]\n");
}

void
out_jsonl_row(struct out *o, const struct cell *cells)
{
	json_object(o, cells);
	buf_addc(&o->sink->buf, '\n');
}
