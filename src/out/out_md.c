/* out_md.c - a Markdown table (GitHub's form: https://github.github.com/gfm/#tables-extension-). */
#include "career/out/out.h"

#include <string.h>

/* An entity such as "&copy;" begins here. */
static bool
is_entity(const char *s)
{
	static const char name[] =
	    "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	size_t n = *s == '&' ? 1 + strspn(s + 1, name) : 0;

	return n > 1 && s[n] == ';';
}

/* Characters that Markdown would read as something else; the one at `block` in any case. */
static void
escape(struct buf *out, const char *s, size_t block)
{
	for (size_t i = 0; s[i]; i++) {
		if (i == block || strchr("\\`*_~[]<|", s[i]) || is_entity(s + i))
			buf_addc(out, '\\');
		buf_addc(out, s[i]);
	}
}

void
out_md_text(struct buf *out, const char *s)
{
	size_t digits = strspn(s, "0123456789");
	bool list = digits > 0 && (s[digits] == '.' || s[digits] == ')');
	bool block = *s != '\0' && strchr("#+->=", *s) != NULL;

	escape(out, s, list ? digits : block ? 0 : SIZE_MAX);
}

static void
put_cell(struct out *o, const char *text)
{
	buf_adds(&o->sink->buf, "| ");
	escape(&o->sink->buf, text, SIZE_MAX);
	buf_addc(&o->sink->buf, ' ');
}

void
out_md_begin(struct out *o)
{
	struct buf *out = &o->sink->buf;

	for (size_t i = 0; i < o->ncols; i++)
		put_cell(o, o->cols[i].title);
	buf_adds(out, "|\n");
	for (size_t i = 0; i < o->ncols; i++)
		buf_adds(out, o->cols[i].number ? "| ---: " : "| --- ");
	buf_adds(out, "|\n");
}

void
out_md_row(struct out *o, const struct cell *cells)
{
	for (size_t i = 0; i < o->ncols; i++) {
		buf_clear(&o->scratch);
		out_cell_safe(&cells[i], true, o->ascii, &o->scratch);
		put_cell(o, o->scratch.data);
	}
	buf_adds(&o->sink->buf, "|\n");
}
