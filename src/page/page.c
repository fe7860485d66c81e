#include "page_parts.h"

#include "career/base/text.h"
#include "career/page/glyph.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MIN_WIDTH = 20, FIRST_SPANS = 4 };

static void
set_opts(struct page *p, const struct page_opts *opts)
{
	p->opts = *opts;
	if (p->opts.width < MIN_WIDTH)
		p->opts.width = MIN_WIDTH;
}

void
page_init(struct page *p, const struct page_opts *opts)
{
	memset(p, 0, sizeof *p);
	arena_init(&p->arena);
	buf_init(&p->scratch);
	set_opts(p, opts);
}

void
page_free(struct page *p)
{
	arena_free(&p->arena);
	buf_free(&p->scratch);
	free(p->lines);
	p->lines = NULL;
	p->nlines = p->cap = p->block = 0;
}

void
page_reset(struct page *p, const struct page_opts *opts)
{
	arena_reset(&p->arena);
	p->nlines = p->block = 0;
	set_opts(p, opts);
}

/* A line that belongs to the last item. */
static struct line *
push_line(struct page *p)
{
	struct line *l;

	p->lines = mem_reserve(p->lines, &p->cap, p->nlines + 1, sizeof *p->lines);
	l = &p->lines[p->nlines++];
	memset(l, 0, sizeof *l);
	return l;
}

struct line *
page_line(struct page *p)
{
	if (p->opts.plain)
		plain_stop(p);
	p->block = p->nlines;
	return push_line(p);
}

void
page_close(struct page *p)
{
	if (p->opts.plain)
		plain_stop(p);
}

void
page_cut(struct page *p, size_t n)
{
	if (n < p->nlines)
		p->nlines = n;
	if (p->block > p->nlines)
		p->block = p->nlines;
}

struct line *
page_last(struct page *p)
{
	return p->nlines > 0 ? &p->lines[p->nlines - 1] : page_line(p);
}

struct line *
page_next(struct page *p)
{
	const struct line *from;
	struct line *l = push_line(p);

	l->goes_on = true;
	from = &p->lines[p->block];
	memcpy(l->anchors, from->anchors, sizeof l->anchors);
	l->nanchors = from->nanchors;
	return l;
}

/* The array of spans doubles in the arena whenever its length is a power of two. */
static struct span *
push_span(struct page *p, struct line *l)
{
	size_t n = l->nspans;
	struct span *grown;

	if (n == 0 || (n >= FIRST_SPANS && (n & (n - 1)) == 0)) {
		grown = arena_alloc(&p->arena, (n ? n * 2 : FIRST_SPANS) * sizeof *grown);
		if (n)
			memcpy(grown, l->spans, n * sizeof *grown);
		l->spans = grown;
	}
	return &l->spans[l->nspans++];
}

static void
add_span(struct page *p, enum style style, const char *safe, int width)
{
	struct line *l = page_last(p);
	struct span *s = push_span(p, l);

	s->text = arena_dup(&p->arena, safe);
	s->style = style;
	s->width = width;
	l->width += width;
}

/* Appends `safe`, which is wider than `cells`, so that exactly the last of the cells is the
 * mark. */
static void
clip_marked(const struct page *p, struct buf *out, const char *safe, int cells)
{
	const char *mark = glyph(GLYPH_CUT, p->opts.ascii);
	int used = text_clip(out, safe, cells, mark);

	while (used++ < cells)
		buf_insert(out, out->len - strlen(mark), " ", 1);
}

/* Puts the mark into the last cell of a full line. */
static void
mark_full_line(struct page *p)
{
	struct line *l = page_last(p);
	struct span *s = &l->spans[l->nspans - 1];
	struct buf more = BUF_INIT, out = BUF_INIT;

	while (s > l->spans && s->width == 0)
		s--;
	buf_adds(&more, s->text);
	buf_addc(&more, '+');
	clip_marked(p, &out, more.data, s->width);
	s->text = arena_dup(&p->arena, out.data);
	buf_free(&more);
	buf_free(&out);
}

/* Blanks that do not fit are no loss. */
static void
trim_blanks(struct buf *b)
{
	while (b->len > 0 && b->data[b->len - 1] == ' ')
		buf_remove(b, b->len - 1, 1);
}

/* Adds p->scratch, which is safe, and cuts it where the line ends. */
static void
add_scratch(struct page *p, enum style style)
{
	int room = p->opts.width - page_last(p)->width;
	int width = text_width(p->scratch.data);
	struct buf out = BUF_INIT;

	if (width > room) {
		trim_blanks(&p->scratch);
		width = text_width(p->scratch.data);
	}
	if (width <= room) {
		if (p->scratch.len > 0)
			add_span(p, style, p->scratch.data, width);
		return;
	}
	if (room == 0) {
		mark_full_line(p);
		return;
	}
	clip_marked(p, &out, p->scratch.data, room);
	add_span(p, style, out.data, room);
	buf_free(&out);
}

static void
make_safe(struct page *p, const char *text)
{
	buf_clear(&p->scratch);
	text_safes(&p->scratch, text, p->opts.ascii);
	if (p->opts.plain)
		plain_squeeze(p);
}

void
page_put(struct page *p, enum style style, const char *text)
{
	make_safe(p, text);
	add_scratch(p, style);
}

void
page_add(struct page *p, enum style style, const char *text)
{
	if (p->opts.plain)
		plain_add(p, style, text);
	else
		page_put(p, style, text);
}

void
page_addf(struct page *p, enum style style, const char *fmt, ...)
{
	struct buf b = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	page_add(p, style, b.data);
	buf_free(&b);
}

static void
add_blanks(struct page *p, int count)
{
	buf_clear(&p->scratch);
	buf_pad(&p->scratch, ' ', (size_t)count);
	add_scratch(p, STYLE_TEXT);
}

bool
line_ends_blank(const struct line *l)
{
	const char *text;
	size_t len;

	if (l->width == 0)
		return true;
	text = l->spans[l->nspans - 1].text;
	len = strlen(text);
	return len > 0 && text[len - 1] == ' ';
}

void
page_to(struct page *p, int column)
{
	const struct line *l = page_last(p);

	if (p->opts.plain) {
		plain_gap(p);
		return;
	}
	if (column > p->opts.width)
		column = p->opts.width;
	if (l->width < column)
		add_blanks(p, column - l->width);
	else if (!line_ends_blank(l) && l->width < p->opts.width)
		add_blanks(p, 1);
}

void
page_right(struct page *p, enum style style, const char *text)
{
	const struct line *l = page_last(p);
	int width;

	if (p->opts.plain) {
		plain_right(p, style, text);
		return;
	}
	make_safe(p, text);
	width = text_width(p->scratch.data);
	if (l->width > 0 && l->width + 1 + width > p->opts.width)
		l = page_next(p);
	if (l->width + width < p->opts.width) {
		add_blanks(p, p->opts.width - width - l->width);
		make_safe(p, text);
	}
	add_scratch(p, style);
}

static void
line_anchor(struct line *l, enum anchor_kind kind, const char *key)
{
	size_t i;

	for (i = 0; i < l->nanchors; i++)
		if (l->anchors[i].kind == kind && strcmp(l->anchors[i].key, key) == 0)
			return;
	if (l->nanchors < LINE_ANCHORS)
		l->anchors[l->nanchors++] = (struct anchor){kind, key};
}

void
page_anchor(struct page *p, enum anchor_kind kind, const char *key)
{
	const char *own = arena_dup(&p->arena, key);
	size_t i;

	page_last(p);
	for (i = p->block; i < p->nlines; i++)
		line_anchor(&p->lines[i], kind, own);
}

void
page_anchor_id(struct page *p, enum anchor_kind kind, int64_t id)
{
	char key[24];

	snprintf(key, sizeof key, "%" PRId64, id);
	page_anchor(p, kind, key);
}

void
page_heading(struct page *p, const char *text, const char *term)
{
	page_line(p)->heading = true;
	page_add(p, STYLE_HEADING, text);
	if (term)
		page_anchor(p, ANCHOR_TERM, term);
}

void
page_rule(struct page *p)
{
	const char *g = glyph(GLYPH_HLINE, p->opts.ascii);
	int i;

	if (p->opts.plain)
		return;
	page_line(p);
	buf_clear(&p->scratch);
	for (i = 0; i < p->opts.width; i++)
		buf_adds(&p->scratch, g);
	add_scratch(p, STYLE_TEXT);
}

void
page_blank(struct page *p)
{
	const struct line *l = p->nlines > 0 ? &p->lines[p->nlines - 1] : NULL;

	if (l && l->nspans == 1 && l->width == 0)
		return;
	page_line(p);
	add_span(p, STYLE_TEXT, "", 0); /* taken: page_wrap does not begin here */
}

void
page_text(const struct page *p, struct buf *out)
{
	size_t i, k, start;

	for (i = 0; i < p->nlines; i++) {
		start = out->len;
		for (k = 0; k < p->lines[i].nspans; k++)
			buf_adds(out, p->lines[i].spans[k].text);
		while (out->len > start && out->data[out->len - 1] == ' ')
			buf_remove(out, out->len - 1, 1);
		buf_addc(out, '\n');
	}
}

int
page_find_heading(const struct page *p, const char *text)
{
	struct buf safe = BUF_INIT;
	int found = -1;
	size_t i;

	text_safes(&safe, text, p->opts.ascii);
	for (i = 0; i < p->nlines && found < 0; i++)
		if (p->lines[i].heading && p->lines[i].nspans > 0
		    && strcmp(p->lines[i].spans[0].text, safe.data) == 0)
			found = (int)i;
	buf_free(&safe);
	return found;
}
