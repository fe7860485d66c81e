/*
 * page_plain.c - plain pages: the columns of a line become one sentence, "Label: value; who says so."
 */
#include "page_parts.h"

#include "career/base/text.h"
#include "career/page/speak.h"

#include <string.h>

void
plain_squeeze(struct page *p)
{
	struct buf *b = &p->scratch;
	bool blank = line_ends_blank(page_last(p));
	size_t to = 0, i;

	for (i = 0; i < b->len; i++) {
		if (b->data[i] == ' ' && blank)
			continue;
		blank = b->data[i] == ' ';
		b->data[to++] = b->data[i];
	}
	buf_remove(b, to, b->len - to);
}

void
plain_add(struct page *p, enum style style, const char *text)
{
	struct buf said = BUF_INIT, safe = BUF_INIT;

	speak(&said, text);
	text_safes(&safe, said.data, p->opts.ascii);
	if (text_width(safe.data) > p->opts.width - page_last(p)->width)
		page_join(p, 0, style, said.data);
	else
		page_put(p, style, said.data);
	buf_free(&said);
	buf_free(&safe);
}

/* Takes the blanks off the line's end; the last span that is left, or NULL. */
static struct span *
trim_end(struct page *p, struct line *l)
{
	struct span *s;
	size_t len;

	for (; l->nspans > 0; l->nspans--) {
		s = &l->spans[l->nspans - 1];
		len = strlen(s->text);
		while (len > 0 && s->text[len - 1] == ' ')
			len--;
		l->width -= (int)(strlen(s->text) - len);
		s->width -= (int)(strlen(s->text) - len);
		s->text = arena_ndup(&p->arena, s->text, len);
		if (len > 0)
			return s;
	}
	return NULL;
}

static bool
ends_with(const char *text, const char *any)
{
	size_t len = strlen(text);

	return len > 0 && strchr(any, text[len - 1]);
}

void
plain_gap(struct page *p)
{
	const struct line *l = page_last(p);
	const struct span *s = l->nspans > 0 ? &l->spans[l->nspans - 1] : NULL;

	if (s && s->style == STYLE_LABEL && *s->text && !ends_with(s->text, " :;,.!?"))
		page_add(p, STYLE_LABEL, ":");
	if (!line_ends_blank(page_last(p)))
		page_add(p, STYLE_TEXT, " ");
}

/* ... .", ... .) and ... . */
static bool
is_sentence(const char *text)
{
	size_t len = strlen(text);

	if (len > 1 && strchr("\")", text[len - 1]))
		len--;
	return len > 0 && strchr(".!?", text[len - 1]);
}

/* Whether the last item holds an address: a stop behind one would become part of it. */
static bool
has_address(const struct page *p)
{
	struct buf b = BUF_INIT;
	bool found;

	for (size_t i = p->block; i < p->nlines; i++)
		for (size_t k = 0; k < p->lines[i].nspans; k++)
			buf_adds(&b, p->lines[i].spans[k].text);
	found = strstr(b.data, "://") != NULL;
	buf_free(&b);
	return found;
}

void
plain_stop(struct page *p)
{
	struct line *l = p->nlines > 0 ? &p->lines[p->nlines - 1] : NULL;
	const struct span *s = l && !l->heading ? trim_end(p, l) : NULL;

	if (s && !is_sentence(s->text) && !ends_with(s->text, ":;,") && !has_address(p))
		page_join(p, 0, s->style, ".");
}

void
plain_right(struct page *p, enum style style, const char *text)
{
	const struct span *s = trim_end(p, page_last(p));

	page_joinf(p, 0, style, "%s%s", !s ? "" : is_sentence(s->text) ? " " : "; ", text);
}
