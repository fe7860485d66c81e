/* out_md.c - a Markdown table (GitHub's form: https://github.github.com/gfm/#tables-extension-). */
#include "career/cli/out.h"

#include <string.h>

/* Characters that Markdown would read as something else. */
static void
md_text(struct buf *out, const char *s)
{
	for (; *s; s++) {
		if (strchr("\\`*[]<|", *s))
			buf_addc(out, '\\');
		buf_addc(out, *s);
	}
}

void
out_md_begin(struct out *o)
{
	struct buf *out = &o->sink->buf;

	for (size_t i = 0; i < o->ncols; i++) {
		buf_adds(out, "| ");
		md_text(out, o->cols[i].title);
		buf_addc(out, ' ');
	}
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
		buf_adds(&o->sink->buf, "| ");
		md_text(&o->sink->buf, o->scratch.data);
		buf_addc(&o->sink->buf, ' ');
	}
	buf_adds(&o->sink->buf, "|\n");
}
