#include "career/page/page.h"

#include "career/base/text.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of the text's first paragraph; *next is where the following one starts. */
static size_t
paragraph(const char *s, size_t len, size_t *next)
{
	size_t at, end;

	for (at = 0; at < len; at++) {
		if (s[at] != '\n')
			continue;
		for (end = at + 1; end < len && strchr(" \t\r", s[end]); end++)
			;
		if (end < len && s[end] == '\n') {
			*next = end + 1;
			return at;
		}
	}
	*next = len;
	return len;
}

/* Whether the first `n` bytes, which text_wrap gave for `room` cells, do not fit or end inside a
 * word. */
static bool
breaks_word(const char *s, size_t len, size_t n, int room)
{
	if (text_nwidth(s, n) > room)
		return true;
	if (n == 0 || n == len || s[n] == ' ' || strchr("-/", s[n - 1]))
		return false;
	return n < 3 || memcmp(s + n - 3, "\xe2\x80", 2) != 0; /* the dashes */
}

/* Writes one paragraph of safe text from the end of the last line on. */
static void
flow(struct page *p, int indent, enum style style, const struct buf *text)
{
	struct line *l = page_last(p);
	size_t at = 0, n, next;
	char *part;
	int room;

	while (at < text->len) {
		if (l->width < indent)
			page_to(p, indent);
		room = p->opts.width - l->width;
		next = 0;
		n = text_wrap(text->data + at, text->len - at, room > 0 ? room : 1, &next);
		if (l->width > indent && breaks_word(text->data + at, text->len - at, n, room)) {
			l = page_next(p);
			continue;
		}
		part = mem_ndup(text->data + at, n);
		page_add(p, style, part);
		free(part);
		at += next;
		if (n > 0 && at < text->len)
			l = page_next(p);
	}
}

static void
flow_paragraphs(struct page *p, int indent, enum style style, const char *text)
{
	struct buf safe = BUF_INIT;
	size_t len = strlen(text), n, next;
	bool first = true;

	/* Half of the width is left for the words. */
	if (indent > p->opts.width / 2)
		indent = p->opts.width / 2;
	if (indent < 0)
		indent = 0;
	while (len > 0) {
		n = paragraph(text, len, &next);
		buf_clear(&safe);
		text_safe(&safe, text, n, p->opts.ascii);
		while (safe.len > 0 && safe.data[safe.len - 1] == ' ')
			buf_remove(&safe, safe.len - 1, 1);
		if (safe.len > 0 && !first) {
			page_next(p);
			page_next(p);
		}
		if (safe.len > 0) {
			flow(p, indent, style, &safe);
			first = false;
		}
		text += next;
		len -= next;
	}
	buf_free(&safe);
}

void
page_wrap(struct page *p, int indent, enum style style, const char *text)
{
	if (text[strspn(text, " \t\r\n")] == '\0')
		return;
	if (page_last(p)->nspans > 0)
		page_line(p);
	flow_paragraphs(p, indent, style, text);
}

void
page_wrapf(struct page *p, int indent, enum style style, const char *fmt, ...)
{
	struct buf b = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	page_wrap(p, indent, style, b.data);
	buf_free(&b);
}

void
page_join(struct page *p, int indent, enum style style, const char *text)
{
	page_last(p);
	flow_paragraphs(p, indent, style, text);
}

void
page_joinf(struct page *p, int indent, enum style style, const char *fmt, ...)
{
	struct buf b = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	page_join(p, indent, style, b.data);
	buf_free(&b);
}

void
page_pair(struct page *p, const char *label, int column, enum style style, const char *text)
{
	page_line(p);
	page_add(p, STYLE_LABEL, label);
	if (column > p->opts.width / 2)
		column = p->opts.width / 2;
	page_to(p, column);
	page_join(p, column, style, text);
}
