/*
 * out_csv.c - csv and tsv. Texts are kept as they are: a cell that a spreadsheet would take for a
 * formula ("=1+1") is not changed.
 */
#include "career/base/text.h"
#include "career/out/out.h"

#include <string.h>

/* The text of a cell in o->scratch; harmless when a terminal shows it. */
static const struct buf *
plain_text(struct out *o, const struct cell *c)
{
	struct buf raw = BUF_INIT;

	buf_clear(&o->scratch);
	if (!o->tty) {
		out_cell_text(c, ";", &o->scratch);
		return &o->scratch;
	}
	out_cell_text(c, ";", &raw);
	text_safe(&o->scratch, raw.data, raw.len, o->ascii);
	buf_free(&raw);
	return &o->scratch;
}

static void
csv_text(struct buf *out, const struct buf *text)
{
	if (!strpbrk(text->data, ",\"\r\n") && text->data[0] != ' '
	    && (text->len == 0 || text->data[text->len - 1] != ' ')) {
		buf_add(out, text->data, text->len);
		return;
	}
	buf_addc(out, '"');
	for (size_t i = 0; i < text->len; i++) {
		if (text->data[i] == '"')
			buf_addc(out, '"');
		buf_addc(out, text->data[i]);
	}
	buf_addc(out, '"');
}

/* A cell of the first line: the columns' names. */
static struct cell
name_of(const struct out *o, size_t i)
{
	return (struct cell){.kind = CELL_TEXT, .text = o->cols[i].name};
}

static void
put_csv(struct out *o, const struct cell *c, size_t i)
{
	if (i > 0)
		buf_addc(&o->sink->buf, ',');
	csv_text(&o->sink->buf, plain_text(o, c));
}

void
out_csv_begin(struct out *o)
{
	for (size_t i = 0; i < o->ncols; i++) {
		struct cell name = name_of(o, i);

		put_csv(o, &name, i);
	}
	buf_adds(&o->sink->buf, "\r\n");
}

void
out_csv_row(struct out *o, const struct cell *cells)
{
	struct buf *out = &o->sink->buf;
	size_t from = out->len;

	for (size_t i = 0; i < o->ncols; i++)
		put_csv(o, &cells[i], i);
	/* A reader would take an empty line for no row. */
	if (out->len == from)
		buf_adds(out, "\"\"");
	buf_adds(out, "\r\n");
}

static void
put_tsv(struct out *o, const struct cell *c, size_t i)
{
	const struct buf *text = plain_text(o, c);

	if (i > 0)
		buf_addc(&o->sink->buf, '\t');
	for (size_t k = 0; k < text->len; k++)
		buf_addc(&o->sink->buf, strchr("\t\r\n", text->data[k]) ? ' ' : text->data[k]);
}

void
out_tsv_begin(struct out *o)
{
	for (size_t i = 0; i < o->ncols; i++) {
		struct cell name = name_of(o, i);

		put_tsv(o, &name, i);
	}
	buf_addc(&o->sink->buf, '\n');
}

void
out_tsv_row(struct out *o, const struct cell *cells)
{
	for (size_t i = 0; i < o->ncols; i++)
		put_tsv(o, &cells[i], i);
	buf_addc(&o->sink->buf, '\n');
}
