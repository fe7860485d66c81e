#include "page_parts.h"

#include "career/base/text.h"
#include "career/page/speak.h"

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

/* Where the last word of a line begins: the span, and the byte in it. False when nothing stands in front
 * of it but what lies left of the indent. */
static bool
last_word(const struct line *l, int indent, size_t *span, size_t *byte)
{
	int before = l->width;
	size_t i;

	for (i = l->nspans; i > 0; i--) {
		const char *text = l->spans[i - 1].text, *blank = strrchr(text, ' ');

		before -= l->spans[i - 1].width;
		if (!blank)
			continue;
		*span = i - 1;
		*byte = (size_t)(blank - text) + 1;
		return before + text_nwidth(text, *byte) > indent;
	}
	return false;
}

/* Moves the last word of the last line to a new one, so that what belongs to it can follow. */
static bool
carry_word(struct page *p, int indent)
{
	struct line *l = page_last(p);
	const struct span *spans = l->spans;
	size_t n = l->nspans, first, byte, i;
	const char *tail;
	struct span *cut;

	if (!last_word(l, indent, &first, &byte))
		return false;
	cut = &l->spans[first];
	tail = cut->text + byte;
	l->width = 0;
	cut->text = arena_ndup(&p->arena, cut->text, byte);
	cut->width = text_width(cut->text);
	l->nspans = first + 1;
	for (i = 0; i < l->nspans; i++)
		l->width += spans[i].width;
	page_next(p);
	page_to(p, indent);
	page_put(p, spans[first].style, tail);
	for (i = first + 1; i < n; i++)
		page_put(p, spans[i].style, spans[i].text);
	return true;
}

/* Whether the text belongs to the word in front of it. */
static bool
closes(const struct page *p, const char *text)
{
	const struct line *l = &p->lines[p->nlines - 1];

	return *text && strchr(",.;:?)]", *text) && !line_ends_blank(l);
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
		if (l->width <= indent)
			at += strspn(text->data + at, " ");
		room = p->opts.width - l->width;
		next = 0;
		n = text_wrap(text->data + at, text->len - at, room > 0 ? room : 1, &next);
		if (l->width > indent && breaks_word(text->data + at, text->len - at, n, room)) {
			if (at > 0 || !closes(p, text->data) || !carry_word(p, indent))
				page_next(p);
			l = page_last(p);
			continue;
		}
		part = mem_ndup(text->data + at, n);
		page_put(p, style, part);
		free(part);
		at += next;
		if (n > 0 && at < text->len)
			l = page_next(p);
	}
}

static void
flow_paragraphs(struct page *p, int indent, enum style style, const char *text)
{
	struct buf safe = BUF_INIT, said = BUF_INIT;
	size_t len, n, next;
	bool first = true;

	if (p->opts.plain) {
		speak(&said, text);
		text = said.data;
	}
	len = strlen(text);

	/* Half of the width is left for the words. */
	if (indent > p->opts.width / 2)
		indent = p->opts.width / 2;
	if (indent < 0 || p->opts.plain)
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
	buf_free(&said);
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
	size_t len = strlen(text);
	const struct line *l;

	page_last(p);
	flow_paragraphs(p, indent, style, text);
	l = page_last(p);
	if (len > 0 && text[len - 1] == ' ' && l->width < p->opts.width && !line_ends_blank(l))
		page_add(p, style, " ");
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
