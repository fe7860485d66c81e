#include "career/base/look.h"
#include "career/base/text.h"

#include <utf8proc.h>

#include <string.h>

#define MAX_MARKS 8 /* combining marks kept on one base */

enum cp_class {
	CP_KEEP,  /* takes cells */
	CP_MARK,  /* takes none: needs a base in front */
	CP_SPACE, /* shown as one space */
	CP_DROP,  /* says nothing */
	CP_HARM,  /* shown as a visible mark */
};

/* Harmful by general category: controls, formats, surrogates, private use, unassigned (of unknown
 * width; noncharacters are among them), line and paragraph separators. */
static bool
category_harms(utf8proc_category_t cat)
{
	return cat == UTF8PROC_CATEGORY_CC || cat == UTF8PROC_CATEGORY_CF
	    || cat == UTF8PROC_CATEGORY_CS || cat == UTF8PROC_CATEGORY_CO
	    || cat == UTF8PROC_CATEGORY_CN || cat == UTF8PROC_CATEGORY_ZL
	    || cat == UTF8PROC_CATEGORY_ZP;
}

static enum cp_class
classify(int32_t cp, const char *at, size_t n)
{
	const utf8proc_property_t *p;

	if (cp < 0)
		return CP_HARM;
	if (cp == '\t' || cp == '\n')
		return CP_SPACE;
	if (cp >= 0xfe00 && cp <= 0xfe0f)
		return CP_DROP; /* variation selectors only choose a presentation */
	p = utf8proc_get_property(cp);
	if (p->ignorable || category_harms((utf8proc_category_t)p->category))
		return CP_HARM;
	return text_nwidth(at, n) == 0 ? CP_MARK : CP_KEEP;
}

static bool
is_space(int32_t cp)
{
	return utf8proc_category(cp) == UTF8PROC_CATEGORY_ZS;
}

struct cleaner {
	struct buf *out;
	bool ascii;
	bool base; /* the last character kept can carry marks */
	int marks; /* on that base */
};

static void
add_harm(struct cleaner *c)
{
	buf_adds(c->out, c->ascii ? "?" : "\xef\xbf\xbd");
	c->base = false;
}

static void
add_keep(struct cleaner *c, int32_t cp, const char *at, size_t n)
{
	if (!c->ascii)
		buf_add(c->out, at, n);
	else if (!look_ascii(c->out, cp))
		buf_addc(c->out, '?');
	c->base = !is_space(cp);
	c->marks = 0;
}

/* A mark without a base would join whatever stands in front of the text on the screen. */
static void
add_mark(struct cleaner *c, const char *at, size_t n)
{
	if (!c->base)
		add_harm(c);
	else if (++c->marks <= MAX_MARKS && !c->ascii)
		buf_add(c->out, at, n);
}

/* One code point at s; returns its bytes. */
static size_t
clean_one(struct cleaner *c, const char *s, size_t len)
{
	int32_t cp;
	size_t n;

	if (len > 1 && s[0] == '\r' && s[1] == '\n')
		return 1;
	n = text_decode(s, len, &cp);
	switch (classify(cp, s, n)) {
	case CP_KEEP:
		add_keep(c, cp, s, n);
		break;
	case CP_MARK:
		add_mark(c, s, n);
		break;
	case CP_SPACE:
		buf_addc(c->out, ' ');
		c->base = false;
		break;
	case CP_HARM:
		add_harm(c);
		break;
	case CP_DROP:
		break;
	}
	return n;
}

/* Length of the run of printable ASCII at s, eight bytes at a time: a byte below 0x20 borrows, 0x7f
 * carries into the top bit, and both tests are exact up to the first byte that fails. */
static size_t
plain_run(const char *s, size_t len)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
	size_t i = 0;
	uint64_t w;

	for (; i + 8 <= len; i += 8) {
		memcpy(&w, s + i, 8);
		if ((w | (w - ones * 0x20) | (w + ones)) & tops)
			break;
	}
	while (i < len && s[i] >= 0x20 && s[i] < 0x7f)
		i++;
	return i;
}

void
text_safe(struct buf *out, const char *s, size_t len, bool ascii)
{
	struct cleaner c = {out, ascii, false, 0};
	size_t i = 0, n;

	while (i < len) {
		n = plain_run(s + i, len - i);
		if (n > 0) {
			buf_add(out, s + i, n);
			i += n;
			c.base = s[i - 1] != ' ';
			c.marks = 0;
		} else {
			i += clean_one(&c, s + i, len - i);
		}
	}
}

void
text_safes(struct buf *out, const char *s, bool ascii)
{
	text_safe(out, s, strlen(s), ascii);
}
